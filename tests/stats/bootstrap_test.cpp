// SPDX-License-Identifier: BSL-1.0
// Bootstrap: recorded resamples as R's boot, the same bits however replicates are split, and the
// quick ways against the literal ones.
// Covers: stats/types/bootstrap.hpp
#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <vector>

#include <eczscore/stats/bootstrap.hpp>

#include "reference.hpp"

using namespace eczscore::stats;
using reference::Json;
using reference::number;
using reference::numbers;

namespace {

/// R's mean: a long double sum, and the mean of what is left.
double mean_in_r(const std::vector<double>& x) {
    const auto n = static_cast<long double>(x.size());
    long double sum = 0.0L;
    for (const double value : x) sum += value;
    const long double mean = sum / n;
    long double rest = 0.0L;
    for (const double value : x) rest += static_cast<long double>(value) - mean;
    return static_cast<double>(mean + rest / n);
}
double variance_of_mean(const std::vector<double>& x) {
    const double mean = mean_in_r(x);
    double squares = 0.0;
    for (const double value : x) squares += (value - mean) * (value - mean);
    const auto n = static_cast<double>(x.size());
    return squares / n / n;
}
double median_of(std::span<const double> x) {
    std::vector<double> sorted(x.begin(), x.end());
    std::sort(sorted.begin(), sorted.end());
    return detail::median_of_sorted(sorted);
}

void check_interval(const Interval& found, const Json& expected) {
    CHECK_CLOSE(found.lower, numbers(expected)[0], 1e-11);
    CHECK_CLOSE(found.upper, numbers(expected)[1], 1e-11);
}

std::vector<double> skewed(std::size_t n, double per_unit) {
    std::vector<double> x;
    for (std::size_t i = 0; i < n; ++i) {
        detail::Philox random(77, 9, i);
        const double value = -14.0 * std::log(random.open_uniform()) - 4.0;
        x.push_back(per_unit > 0.0 ? std::round(value * per_unit) / per_unit : value);
    }
    return x;
}

}  // namespace

TEST_CASE("bootstrap: R's boot on recorded resamples") {
    for (const Json* each : reference::all("02_paired_mean", "bootstrap_mean_")) {
        INFO(each->at("id"));
        const Json& out = each->at("output");
        const auto pre = numbers(each->at("input").at("pre"));
        const auto post = numbers(each->at("input").at("post"));
        std::vector<double> d;
        for (std::size_t i = 0; i < pre.size(); ++i) d.push_back(post[i] - pre[i]);
        std::vector<double> means;
        std::vector<double> errors;
        for (const Json& row : each->at("input").at("indices_1based")) {
            std::vector<double> resample;
            for (const Json& index : row) resample.push_back(d.at(index.get<std::size_t>() - 1));
            means.push_back(mean_in_r(resample));
            errors.push_back(std::sqrt(variance_of_mean(resample)));
        }
        const double t0 = mean_in_r(d);
        std::vector<double> u(d);
        for (double& value : u) value -= t0;
        const double a = detail::acceleration_of(u);
        BootstrapOptions options;
        options.quantile = BootstrapQuantile::normal_scale;
        options.ties = BootstrapTies::none;  // boot counts what is below, by rounding if equal
        const Bootstrap found = bootstrap_intervals({.estimate = t0,
                                                     .values = means,
                                                     .acceleration = a,
                                                     .errors = errors,
                                                     .error = std::sqrt(variance_of_mean(d))},
                                                    options);
        CHECK_CLOSE(found.estimate, number(out.at("t0")), 1e-14);
        CHECK_CLOSE(found.bias, number(out.at("boot_bias")), 1e-12);
        CHECK_CLOSE(found.se, number(out.at("boot_se")), 1e-12);
        CHECK_CLOSE(found.z0, number(out.at("bca_z0")), 1e-12);
        CHECK_CLOSE(found.acceleration, number(out.at("bca_a_jackknife")), 1e-12);
        check_interval(found.normal, out.at("normal"));
        check_interval(found.basic, out.at("basic"));
        check_interval(found.percentile, out.at("percentile"));
        check_interval(found.bca, out.at("bca"));
        check_interval(found.studentized, out.at("studentized"));
    }
}

// R and NumPy disagree on how many means lie below the estimate: 0.1068 and 0.1094 for z0. Whole
// steps leave no doubt about what is equal, and half of the ties count.
TEST_CASE("bootstrap: means that are equal in tenths are ties") {
    const std::vector<double> d = {1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4};
    const detail::MeanTable table(detail::given_differences(d), false);
    std::vector<double> means(9999);
    detail::mean_replicates(table, {1, 0}, 0, means, {});
    const Bootstrap found = bootstrap_mean(d, {9999, 1});
    std::size_t below = 0;
    std::size_t equal = 0;
    for (const double mean : means) {
        const auto tenths = std::llround(mean * 100.0);  // ten times the sum in tenths
        below += tenths < 158;
        equal += tenths == 158;
    }
    CHECK(equal > 100);
    CHECK(found.z0 == detail::normal_quantile(
                          (static_cast<double>(below) + 0.5 * static_cast<double>(equal)) / 9999));
}

TEST_CASE("bootstrap: a replicate is the mean of its draws, for any split and any lanes",
          "[threads]") {
    for (const double per_unit : {10.0, 0.0}) {
        const detail::MeanTable table(detail::given_differences(skewed(103, per_unit)), true);
        const detail::ResampleSource source{0x0123456789ABCDEFu, 3};
        std::vector<double> whole(500);
        std::vector<double> errors(500);
        detail::mean_replicates(table, source, 0, whole, errors, 1);
        for (const std::size_t lanes : {std::size_t{1}, detail::resample_lanes()}) {
            for (const std::size_t batch : {1u, 7u, 64u, 500u}) {
                std::vector<double> parts(500);
                std::vector<double> part_errors(500);
                for (std::size_t r = 0; r < 500; r += batch) {
                    const std::size_t count = std::min(batch, 500 - r);
                    detail::mean_replicates(table, source, r, std::span(parts).subspan(r, count),
                                            std::span(part_errors).subspan(r, count), lanes);
                }
                REQUIRE(parts == whole);
                REQUIRE(part_errors == errors);
            }
        }
        std::vector<std::uint32_t> indices(103);
        detail::resample_indices(source, 41, 103, indices);
        double sum = 0.0;
        for (const std::uint32_t index : indices) sum += table.values[index];
        CHECK(table.mean_of(sum) == whole[41]);
    }
}

#ifdef ECZSCORE_RESAMPLE_X86
TEST_CASE("bootstrap: a rejected word sets no lane astray") {
    // Of 2^32 words 100,003 values reject some 2e-5: one or two per replicate of 100,003 draws.
    constexpr std::uint32_t n = 100'003;
    REQUIRE(detail::rejected_below(n) > 20'000);
    std::vector<double> values(n);
    std::iota(values.begin(), values.end(), 0.0);
    std::vector<double> alone(16);
    detail::resample_sums({5, 0}, 7, values, {}, alone, {}, 1);
    for (const std::size_t lanes : {8u, 16u}) {
        if (lanes > detail::resample_lanes()) continue;
        std::vector<double> side_by_side(16);
        detail::resample_sums({5, 0}, 7, values, {}, side_by_side, {}, lanes);
        CHECK(side_by_side == alone);
    }
}

TEST_CASE("bootstrap: replicates beyond 2^32, and across it, are those of one at a time") {
    const auto values = skewed(13, 10.0);
    for (const std::uint64_t first : {std::uint64_t{0xFFFFFFFBu}, std::uint64_t{0x300000007u}}) {
        std::vector<double> alone(48);
        detail::resample_sums({6, 1}, first, values, {}, alone, {}, 1);
        for (const std::size_t lanes : {8u, 16u}) {
            if (lanes > detail::resample_lanes()) continue;
            std::vector<double> side_by_side(48);
            detail::resample_sums({6, 1}, first, values, {}, side_by_side, {}, lanes);
            CHECK(side_by_side == alone);
        }
    }
}
#endif

TEST_CASE("bootstrap: the order of the values changes no bit, the seed does") {
    auto d = skewed(60, 10.0);
    const Bootstrap before = bootstrap_mean(d, {999, 4});
    std::reverse(d.begin(), d.end());
    const Bootstrap after = bootstrap_mean(d, {999, 4});
    CHECK(before.bca.lower == after.bca.lower);
    CHECK(before.se == after.se);
    CHECK(bootstrap_mean(d, {999, 5}).se != before.se);
    BootstrapOptions other_stream{999, 4};
    other_stream.stream = 1;
    CHECK(bootstrap_mean(d, other_stream).se != before.se);
    CHECK(bootstrap_median(d, {999, 4}).se == bootstrap_median(d, {999, 4}).se);
}

TEST_CASE("bootstrap: the quick mean is the mean as any statistic") {
    for (const double per_unit : {10.0, 0.0}) {
        const auto d = skewed(37, per_unit);
        const auto mean = [](std::span<const double> x) {
            return std::accumulate(x.begin(), x.end(), 0.0) / static_cast<double>(x.size());
        };
        const Bootstrap quick = bootstrap_mean(d, {1999, 12});
        const Bootstrap any = bootstrap_statistic(d, mean, {1999, 12});
        CHECK_CLOSE(quick.percentile.lower, any.percentile.lower, 1e-12);
        CHECK_CLOSE(quick.bca.lower, any.bca.lower, 1e-9);
        CHECK_CLOSE(quick.bca.upper, any.bca.upper, 1e-9);
        CHECK_CLOSE(quick.se, any.se, 1e-11);
        CHECK_CLOSE(quick.acceleration, any.acceleration, 1e-9);
    }
}

TEST_CASE("bootstrap: drawn medians have the distribution of resampled medians") {
    // Exactly: every one of n^n resamples of 1 .. n.
    for (const std::size_t n : {2u, 3u, 4u, 5u, 6u}) {
        std::vector<double> x(n);
        std::iota(x.begin(), x.end(), 1.0);
        std::map<double, double> expected;
        std::size_t all = 1;
        for (std::size_t i = 0; i < n; ++i) all *= n;
        std::vector<double> resample(n);
        for (std::size_t code = 0; code < all; ++code) {
            std::size_t rest = code;
            for (double& value : resample) {
                value = x[rest % n];
                rest /= n;
            }
            expected[median_of(resample)] += 1.0 / static_cast<double>(all);
        }
        constexpr std::size_t draws = 40'000;
        std::map<double, double> seen;
        const detail::MedianDraws medians(x);
        for (std::size_t r = 0; r < draws; ++r) seen[medians.draw({3, 0}, r)] += 1.0;
        double chi_square = 0.0;
        for (const auto& [value, p] : expected) {
            const double mean = p * static_cast<double>(draws);
            chi_square += (seen[value] - mean) * (seen[value] - mean) / mean;
        }
        INFO(n);
        CHECK(seen.size() == expected.size());
        CHECK(detail::chi_square_sf(chi_square, static_cast<double>(expected.size()) - 1.0) > 1e-3);
    }
}

TEST_CASE("bootstrap: the quick median agrees with the resampled one within Monte Carlo error") {
    for (const std::size_t n : {101u, 100u}) {
        const auto d = skewed(n, 0.0);
        const auto median = [](std::span<const double> x) { return median_of(x); };
        const Bootstrap quick = bootstrap_median(d, {20'000, 1});
        const Bootstrap any = bootstrap_statistic(d, median, {20'000, 2});
        CHECK(quick.estimate == any.estimate);
        CHECK_CLOSE(quick.se, any.se, 0.03);
        CHECK_CLOSE(quick.acceleration, any.acceleration, 1e-9, 1e-12);
        CHECK(std::abs(quick.bias - any.bias) < 0.05 * any.se);
        CHECK(std::abs(quick.z0 - any.z0) < 0.05);
        CHECK(std::abs(quick.percentile.lower - any.percentile.lower) < 0.2 * any.se);
        CHECK(std::abs(quick.percentile.upper - any.percentile.upper) < 0.2 * any.se);
    }
}

TEST_CASE("bootstrap: drawn, added and ordered elsewhere, every number is the same") {
    const Json& one = reference::one("53_paired_exact", "bootstrap_mean_tenths");
    std::vector<double> d = numbers(one.at("input").at("steps"));
    for (double& value : d) value /= 10.0;
    BootstrapOptions options;
    options.replicates = one.at("input").at("replicates").get<std::size_t>();
    options.seed = one.at("input").at("seed").get<std::uint64_t>();
    options.stream = one.at("input").at("stream").get<std::uint32_t>();
    options.studentized = true;
    const Bootstrap found = bootstrap_mean(d, options);
    const Json& out = one.at("output");
    CHECK_CLOSE(found.estimate, number(out.at("estimate")), 1e-14);
    CHECK_CLOSE(found.bias, number(out.at("bias")), 1e-10);
    CHECK_CLOSE(found.se, number(out.at("se")), 1e-12);
    CHECK_CLOSE(found.z0, number(out.at("z0")), 1e-12);
    CHECK_CLOSE(found.acceleration, number(out.at("a")), 1e-12);
    check_interval(found.percentile, out.at("percentile"));
    check_interval(found.basic, out.at("basic"));
    check_interval(found.normal, out.at("normal"));
    check_interval(found.bca, out.at("bca"));
    check_interval(found.studentized, out.at("studentized"));
}

TEST_CASE("bootstrap: one value drawn again and again has no error, on a lattice or off it") {
    // Of three values a ninth of the resamples is one of them, three times: t* is infinite there,
    // and more than 2.5 % of the replicates lie so far out on either side.
    for (const double unit : {1.0, 1.0 / 3.0}) {
        const std::vector<double> d = {0.1 * unit, 0.7 * unit, 2.3 * unit};
        BootstrapOptions options{1999, 8};
        options.studentized = true;
        const Bootstrap found = bootstrap_mean(d, options);
        CHECK(found.studentized.state == State::boundary);
        CHECK(found.studentized.lower == -infinity);
        CHECK(found.studentized.upper == infinity);
        CHECK(found.percentile.state == State::ok);
    }
}

TEST_CASE("bootstrap: a value added n times over leaves no variance to its rounding") {
    for (const std::size_t n : {3u, 5u, 6u, 7u, 11u, 13u}) {
        std::vector<double> d;
        for (std::size_t i = 0; i < n; ++i) d.push_back(std::sqrt(static_cast<double>(i) + 2.0));
        const detail::MeanTable table(detail::given_differences(d), true);
        for (std::size_t i = 0; i < n; ++i) {
            double sum = 0.0;
            double squares = 0.0;
            for (std::size_t k = 0; k < n; ++k) {
                sum += table.values[i];
                squares += table.squares[i];
            }
            INFO(n << " values, number " << i);
            CHECK(table.error_of(sum, squares) == 0.0);
        }
    }
}

TEST_CASE("bootstrap: what is not finite is left out, and says so") {
    const std::vector<double> d = {1, 2, 3, 4, 5, 6, 7, 8};
    const auto ratio = [](std::span<const double> x) {
        const double low = *std::min_element(x.begin(), x.end());
        const double mean = std::accumulate(x.begin(), x.end(), 0.0) / 8.0;
        return low == 2.0 ? infinity : mean / (low - 2.0);
    };
    const Bootstrap found = bootstrap_statistic(d, ratio, {999, 1});
    CHECK(found.state == State::approximate);
    CHECK(found.replicates < 999);
    CHECK(std::isfinite(found.se));
    CHECK(found.bca.state == State::boundary);  // and so is the jackknife without the 1
    const auto none = [](std::span<const double>) { return not_a_number; };
    CHECK(bootstrap_statistic(d, none, {99, 1}).state == State::too_few);
    const auto of_all = [](std::span<const double> x) {
        return std::is_sorted(x.begin(), x.end()) ? not_a_number : 1.0;
    };
    CHECK(bootstrap_statistic(d, of_all, {99, 1}).state == State::undefined_ratio);

    std::vector<double> replicates = {1.0, 2.0, not_a_number, 3.0, infinity, 4.0, 5.0};
    const std::vector<double> errors = {1, 1, 9, 1, 9, 2, 1};
    const Bootstrap given = bootstrap_intervals({.estimate = 3.0,
                                                 .values = replicates,
                                                 .acceleration = 0.0,
                                                 .errors = errors,
                                                 .error = 1.0});
    CHECK(given.state == State::approximate);
    CHECK(given.replicates == 5);
    CHECK(given.percentile.upper == 5.0);
    CHECK(given.studentized.lower == 1.0);  // the largest pivot is (5 - 3) / 1
    replicates.clear();
    CHECK(bootstrap_intervals({.estimate = 3.0, .values = replicates, .acceleration = 0.0}).state ==
          State::too_few);
    const std::vector<double> three = {1.0, 2.0, 3.0};
    const std::vector<double> ones = {1.0, 1.0, 1.0};
    CHECK(
        bootstrap_intervals({.estimate = 2.0, .values = three, .acceleration = 0.0, .errors = ones})
            .studentized.state == State::not_available);  // no error of the estimate
    CHECK(
        bootstrap_intervals(
            {.estimate = 2.0, .values = three, .acceleration = 0.0, .errors = ones, .error = -1.0})
            .studentized.state == State::invalid_argument);
}

TEST_CASE("bootstrap: an invalid level, and numbers beyond the range, have a state") {
    const std::vector<double> d = {1, 2, 4, 9};
    for (const double level : {0.0, 1.0, 95.0, not_a_number}) {
        const BootstrapOptions options{99, 1, 0, level};
        for (const Bootstrap& found : {bootstrap_mean(d, options), bootstrap_median(d, options)}) {
            CHECK(found.state == State::invalid_argument);
            CHECK(std::isfinite(found.estimate));
            CHECK(found.bca.state == State::invalid_argument);
            CHECK(found.percentile.state == State::invalid_argument);
        }
    }
    CHECK(bootstrap_mean(std::vector<double>{1e200, -1e200, 3e200}).state == State::out_of_range);
    CHECK(bootstrap_mean(d, {0}).state == State::too_few);
    CHECK(bootstrap_mean(d, {1}).state == State::too_few);
}

TEST_CASE("bootstrap: quantiles by each rule, and beyond the outermost replicates") {
    const std::vector<double> x = {5, 1, 4, 2, 3, 10, 7};
    const auto quantile = [&](double p, BootstrapQuantile rule) {
        detail::Ordered ordered(x);
        return detail::replicate_quantile(ordered, p, rule);
    };
    CHECK(quantile(0.25, BootstrapQuantile::weibull).value == 2.0);
    CHECK(quantile(0.3, BootstrapQuantile::weibull).value == 2.0 + (8 * 0.3 - 2.0));
    CHECK_CLOSE(quantile(0.3, BootstrapQuantile::linear).value, 2.8, 1e-15);  // 1 + 6 x 0.3
    CHECK(quantile(0.25, BootstrapQuantile::normal_scale).value == 2.0);
    for (const auto rule : {BootstrapQuantile::weibull, BootstrapQuantile::normal_scale}) {
        CHECK(quantile(0.1, rule).is_extreme);
        CHECK(quantile(0.1, rule).value == 1.0);
        CHECK(quantile(0.9, rule).is_extreme);
        CHECK(quantile(0.9, rule).value == 10.0);
        CHECK_FALSE(quantile(0.8, rule).is_extreme);
    }
    CHECK_FALSE(quantile(0.0, BootstrapQuantile::linear).is_extreme);
    CHECK(quantile(1.0, BootstrapQuantile::linear).value == 10.0);
}

TEST_CASE("bootstrap: values that are all equal have no error, and no interval for that reason") {
    const std::vector<double> flat(35, 10000.0);
    const std::vector<double> pre(35, 3.1), post(35, 2.1);
    const auto mean = [](std::span<const double> x) {
        return std::accumulate(x.begin(), x.end(), 0.0) / static_cast<double>(x.size());
    };
    const BootstrapOptions options{99, 1, 0, 0.9};
    for (const Bootstrap& found :
         {bootstrap_mean(flat, options), bootstrap_median(flat, options),
          bootstrap_mean(pre, post, options), bootstrap_median(pre, post, options),
          bootstrap_statistic(flat, mean, options)}) {
        INFO(std::string_view(found.method));
        CHECK(found.state == State::zero_variance);
        CHECK(found.n == 35);
        CHECK(found.se == 0.0);
        CHECK(found.bias == 0.0);
        for (const Interval* each :
             {&found.percentile, &found.basic, &found.normal, &found.bca, &found.studentized}) {
            CHECK(each->state == State::zero_variance);
            CHECK(each->confidence_level == 0.9);
            CHECK(std::isnan(each->lower));
        }
    }
    const auto none = [](std::span<const double>) { return not_a_number; };
    CHECK(bootstrap_statistic(flat, none, options).state == State::undefined_ratio);
    const Bootstrap far = bootstrap_mean(std::vector<double>{1e200, -1e200, 3e200}, options);
    CHECK(far.state == State::out_of_range);
    CHECK(far.bca.state == State::out_of_range);
    CHECK(far.bca.confidence_level == 0.9);
}

TEST_CASE("bootstrap: edges have a state") {
    CHECK(bootstrap_mean(std::vector<double>{}).state == State::too_few);
    CHECK(bootstrap_mean(std::vector<double>{4.0}).state == State::too_few);
    CHECK(bootstrap_mean(std::vector<double>{4.0, 4.0, 4.0}).state == State::zero_variance);
    CHECK(bootstrap_median(std::vector<double>{4.0, 4.0, 4.0}).state == State::zero_variance);
    const Bootstrap few = bootstrap_mean(std::vector<double>{1, 2, 3, 9}, {19, 1});
    CHECK(few.percentile.state == State::boundary);  // 20 x 0.025 is less than 1
    // All replicates on one side: z0 is infinite.
    const std::vector<double> above = {2, 3, 4, 5, 6};
    const Bootstrap one_side =
        bootstrap_intervals({.estimate = 1.0, .values = above, .acceleration = 0.0});
    CHECK(one_side.bca.state == State::boundary);
    CHECK(one_side.bca.lower == one_side.percentile.lower);
    const Bootstrap missing = bootstrap_mean(std::vector<double>{1, not_a_number, 3, 9});
    CHECK(missing.n == 3);
    CHECK(missing.missing == 1);
}

TEST_CASE("bootstrap: BCa and bootstrap-t of a skewed mean cover as they should") {
    // 500 samples of 30 exponential values, mean 1: binomial error of the coverage is about 1 %.
    int bca = 0;
    int t = 0;
    constexpr int samples = 500;
    for (int s = 0; s < samples; ++s) {
        std::vector<double> x;
        detail::Philox random(2024, 5, static_cast<std::uint64_t>(s));
        for (int i = 0; i < 30; ++i) x.push_back(-std::log(random.open_uniform()));
        BootstrapOptions options{999, static_cast<std::uint64_t>(s)};
        options.studentized = true;
        const Bootstrap found = bootstrap_mean(x, options);
        bca += found.bca.contains(1.0);
        t += found.studentized.contains(1.0);
    }
    CHECK(bca > 0.89 * samples);
    CHECK(bca < 0.97 * samples);
    CHECK(t > 0.92 * samples);
    CHECK(t < 0.985 * samples);
}
