// SPDX-License-Identifier: BSL-1.0
// Limits of agreement with repeated pairs against R, both forms; degenerate groups.
#include "eczscore/stats/bland_altman_repeated.hpp"

#include "stats/ratings_data.hpp"

using namespace eczscore::stats;
using ratings_data::at;
using reference::Json;
using reference::numbers;

namespace {

std::vector<std::int64_t> whole(const Json& json) {
    std::vector<std::int64_t> all;
    for (const Json& each : json) all.push_back(each.get<std::int64_t>());
    return all;
}

void check_limits(const RepeatedLimits& found, const Json& out) {
    CHECK_CLOSE(found.sd, at(out, "sd"), 1e-12);
    const auto bias = numbers(out.at("bias_ci95"));
    const auto lower = numbers(out.at("lower"));
    const auto upper = numbers(out.at("upper"));
    CHECK_CLOSE(found.bias.ci.lower, bias[0], 1e-12);
    CHECK_CLOSE(found.bias.ci.upper, bias[1], 1e-12);
    CHECK_CLOSE(found.lower_ci.lower, lower[0], 1e-12);
    CHECK_CLOSE(found.lower_ci.upper, lower[1], 1e-12);
    CHECK_CLOSE(found.upper_ci.lower, upper[0], 1e-12);
    CHECK_CLOSE(found.upper_ci.upper, upper[1], 1e-12);
}

}  // namespace

TEST_CASE("repeated limits of agreement agree with 14_reliability in both forms") {
    const Json& one = reference::one("14_reliability", "bland_altman_repeated");
    const Json& in = one.at("input");
    const Json& out = one.at("output");
    RepeatedAgreementOptions options;
    options.multiplier = 1.96;  // as the paper prints, and the reference computes
    const BlandAltmanRepeated found = bland_altman_repeated(whole(in.at("id")), numbers(in.at("a")),
                                                            numbers(in.at("b")), options);
    CHECK(found.subjects == 12);
    CHECK(found.n == 37);
    CHECK_CLOSE(found.varying.bias.estimate, at(out, "varying_bias"), 1e-12);
    CHECK_CLOSE(found.ms_between, at(out, "ms_between"), 1e-12);
    CHECK_CLOSE(found.ms_within, at(out, "ms_within"), 1e-12);
    CHECK_CLOSE(found.n0, at(out, "n0"), 1e-12);
    CHECK_CLOSE(found.var_between, at(out, "var_between"), 1e-12);
    CHECK_CLOSE(found.varying.sd, at(out, "sd_total"), 1e-12);
    CHECK_CLOSE(found.varying.lower, numbers(out.at("loa_varying"))[0], 1e-12);
    CHECK_CLOSE(found.varying.upper, numbers(out.at("loa_varying"))[1], 1e-12);
    CHECK_CLOSE(found.constant.bias.estimate, at(out, "constant_bias"), 1e-12);
    CHECK_CLOSE(found.constant.sd, at(out, "sd_constant"), 1e-12);
    CHECK_CLOSE(found.constant.lower, numbers(out.at("loa_constant"))[0], 1e-12);
    CHECK_CLOSE(found.constant.upper, numbers(out.at("loa_constant"))[1], 1e-12);
}

TEST_CASE("intervals of the repeated limits agree with R") {
    const Json& one = reference::one("22_anchor_agreement", "repeated_mover");
    const Json& in = one.at("input");
    const BlandAltmanRepeated found =
        bland_altman_repeated(whole(in.at("id")), numbers(in.at("a")), numbers(in.at("b")));
    check_limits(found.varying, one.at("output").at("varying"));
    check_limits(found.constant, one.at("output").at("constant"));
}

TEST_CASE("subjects need not stand together, and a pair that lacks a value is left out") {
    const Json& in = reference::one("14_reliability", "bland_altman_repeated").at("input");
    auto id = whole(in.at("id"));
    auto a = numbers(in.at("a"));
    auto b = numbers(in.at("b"));
    const BlandAltmanRepeated before = bland_altman_repeated(id, a, b);
    std::swap(id[0], id[30]), std::swap(a[0], a[30]), std::swap(b[0], b[30]);
    id.push_back(3), a.push_back(not_a_number), b.push_back(20);
    const BlandAltmanRepeated after = bland_altman_repeated(id, a, b);
    CHECK(after.missing == 1);
    CHECK_CLOSE(after.varying.upper, before.varying.upper, 1e-13);
    CHECK_CLOSE(after.constant.lower_ci.lower, before.constant.lower_ci.lower, 1e-13);
}

TEST_CASE("a negative component between subjects is 0, and is told") {
    const std::vector<std::int64_t> id = {1, 1, 2, 2, 3, 3};
    const std::vector<double> a = {1, 5, 2, 6, 1, 5};
    const std::vector<double> b = {3, 3, 4, 4, 3, 3};  // differences -2 and 2 in each
    const BlandAltmanRepeated found = bland_altman_repeated(id, a, b);
    CHECK(found.is_between_negative);
    CHECK(found.var_between == 0.0);
    CHECK_CLOSE(found.varying.sd, std::sqrt(8.0), 1e-14);
    CHECK(found.varying.state == State::ok);
}

TEST_CASE("repeated limits without repeats, without subjects, without spread") {
    const std::vector<double> a = {1, 2, 3};
    const std::vector<double> b = {1, 1, 1};
    const auto single = bland_altman_repeated(std::vector<std::int64_t>{1, 2, 3}, a, b);
    CHECK(single.varying.state == State::too_few);
    CHECK(single.varying.bias.estimate == 1.0);
    const auto one = bland_altman_repeated(std::vector<std::int64_t>{1, 1, 1}, a, b);
    CHECK(one.constant.state == State::too_few);
    CHECK(bland_altman_repeated({}, {}, {}).varying.state == State::too_few);
    const auto flat = bland_altman_repeated(std::vector<std::int64_t>{1, 1, 2}, a, a);
    CHECK(flat.varying.state == State::zero_variance);
    CHECK(flat.varying.sd == 0.0);
    // Of the true value's own variation each method is blamed where it is taken as constant.
    CHECK(flat.constant.sd > 0.0);
}
