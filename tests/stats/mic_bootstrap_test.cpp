// SPDX-License-Identifier: BSL-1.0
// Bootstrap of the MICs on R's recorded resamples; Philox; replicates in which an MIC is missing.
#include "eczscore/stats/mic_bootstrap.hpp"

#include "stats/mic_data.hpp"

using namespace eczscore::stats;
using mic_data::at;
using reference::Json;
using reference::numbers;

namespace {

std::vector<std::uint32_t> recorded(const Json& rows) {
    std::vector<std::uint32_t> indices;
    for (const Json& row : rows) {
        for (const Json& each : row) indices.push_back(each.get<std::uint32_t>() - 1);
    }
    return indices;
}

/// The first threshold with the largest sensitivity + specificity when that is added in doubles.
double youden_in_doubles(const detail::RocTable& table) {
    double most = -1.0;
    double best = not_a_number;
    detail::each_threshold(table, [&](double threshold, std::int64_t yes, std::int64_t no) {
        const double sum = static_cast<double>(yes) / static_cast<double>(table.improved) +
                           static_cast<double>(no) / static_cast<double>(table.other);
        if (sum > most) best = threshold, most = sum;
    });
    return best;
}

}  // namespace

TEST_CASE("the bootstrap agrees with R on R's resamples") {
    const Json& one = reference::one("13_mcid", "bootstrap_mic_easi150");
    const Json& out = one.at("output");
    const auto data = mic_data::patients_of(one);
    const auto indices = recorded(one.at("input").at("indices_1based"));
    const MicBootstrap found = mic_bootstrap(data.change, data.anchor, indices);
    REQUIRE(found.replicates.size() == 200);
    MicBootstrapOptions six;
    six.quantile = QuantileType::weibull;
    const MicBootstrap other = mic_bootstrap(data.change, data.anchor, indices, six);

    const MicReplicates* columns[] = {&found.mean_change, &found.youden, &found.predictive,
                                      &found.adjusted};
    const MicReplicates* columns6[] = {&other.mean_change, &other.youden, &other.predictive,
                                       &other.adjusted};
    const char* names[] = {"mean_change", "youden_first", "predictive", "adjusted"};
    for (std::size_t i = 0; i < 4; ++i) {
        INFO(names[i]);
        if (i != 1) {  // see the next case
            CHECK_CLOSE(columns[i]->mean, at(out.at("mean"), names[i]), 1e-11);
            CHECK_CLOSE(columns[i]->sd, at(out.at("sd"), names[i]), 1e-11);
        }
        CHECK_CLOSE(columns[i]->ci.lower, reference::number(out.at("type7")[0][i]), 1e-11);
        CHECK_CLOSE(columns[i]->ci.upper, reference::number(out.at("type7")[1][i]), 1e-11);
        CHECK_CLOSE(columns6[i]->ci.lower, reference::number(out.at("type6")[0][i]), 1e-11);
        CHECK_CLOSE(columns6[i]->ci.upper, reference::number(out.at("type6")[1][i]), 1e-11);
        CHECK(columns[i]->failed == 0);
    }
    CHECK_CLOSE(found.mean_difference.estimate,
                at(reference::one("13_mcid", "anchor_mean_change_easi150").at("output"),
                   "difference_from_unchanged"),
                1e-12);
    for (std::size_t r = 0; r < 3; ++r) {
        const auto row = numbers(out.at("first_rows")[r]);
        CHECK_CLOSE(found.replicates[r].mean_change, row[0], 1e-12);
        CHECK_CLOSE(found.replicates[r].youden, row[1], 1e-15);
        CHECK_CLOSE(found.replicates[r].predictive, row[2], 1e-11);
        CHECK_CLOSE(found.replicates[r].adjusted, row[3], 1e-11);
    }
}

TEST_CASE("of thresholds that tie for Youden R takes the one that rounding favours") {
    const Json& one = reference::one("13_mcid", "bootstrap_mic_easi150");
    const auto data = mic_data::patients_of(one);
    const auto indices = recorded(one.at("input").at("indices_1based"));
    const MicBootstrap found = mic_bootstrap(data.change, data.anchor, indices);
    detail::Sum in_doubles;
    int differ = 0;
    for (std::size_t r = 0; r < 200; ++r) {
        detail::Pairs drawn;
        for (std::size_t i = 0; i < 150; ++i) {
            drawn.first.push_back(data.change[indices[150 * r + i]]);
            drawn.second.push_back(data.anchor[indices[150 * r + i]]);
        }
        const detail::RocTable table = detail::roc_table(drawn, 1.0);
        const double here = youden_in_doubles(table);
        in_doubles.add(here);
        const double exact = found.replicates[r].youden;
        if (here == exact) continue;
        ++differ;
        CHECK(here > exact);  // ours is the first
        detail::UInt128 lost[2] = {0, 0};
        detail::each_threshold(table, [&](double threshold, std::int64_t yes, std::int64_t no) {
            if (threshold == here) lost[0] = detail::lost_youden(table, yes, no);
            if (threshold == exact) lost[1] = detail::lost_youden(table, yes, no);
        });
        CHECK(lost[0] == lost[1]);
    }
    CHECK(differ == 1);
    CHECK_CLOSE(in_doubles.over(200.0), at(one.at("output").at("mean"), "youden_first"), 1e-13);
}

TEST_CASE("a replicate depends on the seed and its number, not on how many there are") {
    const auto data = mic_data::patients_of(reference::one("13_mcid", "anchor_mean_change_poem40"));
    MicBootstrapOptions options;
    options.reliability = 0.7;
    options.seed = 42;
    options.replicates = 50;
    const MicBootstrap few = mic_bootstrap(data.change, data.anchor, options);
    options.replicates = 120;
    const MicBootstrap many = mic_bootstrap(data.change, data.anchor, options);
    for (std::size_t r = 0; r < 50; ++r) {
        CHECK(few.replicates[r].mean_change == many.replicates[r].mean_change);
        CHECK(reference::close(few.replicates[r].improved, many.replicates[r].improved, 0.0, 0.0));
    }
    CHECK(many.predictive.used + many.predictive.failed == 120);
    CHECK(many.predictive.ci.contains(many.predictive.estimate));
    CHECK(many.improved.ci.contains(many.improved.estimate));
    CHECK(many.mean_difference.ci.contains(many.mean_difference.estimate));
    CHECK(many.closest_corner.ci.contains(many.closest_corner.estimate));
    options.seed = 43;
    CHECK(mic_bootstrap(data.change, data.anchor, options).predictive.mean != many.predictive.mean);
}

TEST_CASE("replicates without an MIC are left out and counted") {
    const std::vector<double> change = {1, 2, 4, 3, 5, 6};
    const std::vector<double> anchor = {0, 0, 0, 1, 1, 1};
    const MicBootstrap found = mic_bootstrap(change, anchor);
    CHECK(found.predictive.failed > 500);  // most resamples of six are separated
    CHECK(found.predictive.used + found.predictive.failed == 2000);
    CHECK(found.predictive.ci.state == State::approximate);
    CHECK(found.youden.failed < found.predictive.failed);

    const MicBootstrap one_class = mic_bootstrap(change, std::vector<double>(6, 1.0));
    CHECK(one_class.predictive.used == 0);
    CHECK(one_class.predictive.ci.state == State::too_few);
    CHECK(one_class.mean_change.ci.state == State::ok);
    CHECK(mic_bootstrap({}, {}).state == State::too_few);
    const std::vector<std::uint32_t> broken = {0, 1, 2, 3};
    CHECK(mic_bootstrap(change, anchor, broken).state == State::invalid_argument);
    const std::vector<std::uint32_t> outside = {0, 1, 2, 3, 4, 6};
    CHECK(mic_bootstrap(change, anchor, outside).state == State::invalid_argument);
}

TEST_CASE("neither the order of the patients nor the threads change a bit", "[threads]") {
    std::vector<double> change, anchor;
    for (int i = 0; i < 40; ++i) {
        change.push_back((i * 7) % 19 - 3 + 0.1 * (i % 3));
        anchor.push_back((i * 7) % 19 + (i * 5) % 9 > 14 ? 1.0 + i % 2 : 0.0);
    }
    change.push_back(not_a_number);
    anchor.push_back(1.0);
    MicBootstrapOptions options;
    options.replicates = 101;
    options.reliability = 0.8;
    const auto digits = [](const MicBootstrap& of) {
        std::vector<double> all;
        for (const MicReplicates* each :
             {&of.mean_change, &of.mean_difference, &of.youden, &of.closest_corner, &of.predictive,
              &of.adjusted, &of.improved}) {
            for (const double value :
                 {each->estimate, each->mean, each->sd, each->ci.lower, each->ci.upper}) {
                all.push_back(value);
            }
        }
        return all;
    };
    const std::vector<double> once = digits(mic_bootstrap(change, anchor, options));
    for (const double value : once) CHECK_FALSE(std::isnan(value));
    for (int turn = 0; turn < 5; ++turn) {
        std::rotate(change.begin(), change.begin() + 7, change.end());
        std::rotate(anchor.begin(), anchor.begin() + 7, anchor.end());
        if (turn == 2) std::reverse(change.begin(), change.end());
        if (turn == 2) std::reverse(anchor.begin(), anchor.end());
        options.threads = static_cast<unsigned>(turn);  // 0: as many as there are processors
        CHECK(digits(mic_bootstrap(change, anchor, options)) == once);
    }
    options.threads = std::numeric_limits<unsigned>::max();
    CHECK(digits(mic_bootstrap(change, anchor, options)) == once);
}

TEST_CASE("changes that are all equal have no error, and no interval for that reason") {
    const std::vector<double> change(12, 4.0);
    std::vector<double> anchor(12, 0.0);
    anchor[3] = anchor[8] = 1.0;
    MicBootstrapOptions options;
    options.replicates = 50;
    const MicBootstrap found = mic_bootstrap(change, anchor, options);
    CHECK(found.state == State::zero_variance);
    CHECK(found.mean_change.estimate == 4.0);
    CHECK(found.mean_change.sd == 0.0);
    CHECK(found.mean_change.ci.state == State::zero_variance);
    CHECK(found.predictive.ci.state == State::zero_variance);
    CHECK(std::isnan(found.mean_change.ci.lower));
}
