// SPDX-License-Identifier: BSL-1.0
// Every public function of stats/ called with hostile numbers, and what must hold of any answer.
// For a test with random bytes and for the fuzz program. A new public function gets a line in the
// list at the end; the test compares the names with those in the headers.
#pragma once

#include <array>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include "eczscore/stats/adjust.hpp"
#include "eczscore/stats/anchor_correlation.hpp"
#include "eczscore/stats/anchor_mean_change.hpp"
#include "eczscore/stats/autocorrelation.hpp"
#include "eczscore/stats/beta_binomial.hpp"
#include "eczscore/stats/between_group_mid.hpp"
#include "eczscore/stats/bland_altman.hpp"
#include "eczscore/stats/bland_altman_repeated.hpp"
#include "eczscore/stats/bootstrap.hpp"
#include "eczscore/stats/brunner_munzel.hpp"
#include "eczscore/stats/censored_lognormal.hpp"
#include "eczscore/stats/chance_agreement.hpp"
#include "eczscore/stats/chi_square.hpp"
#include "eczscore/stats/cmh.hpp"
#include "eczscore/stats/concordance.hpp"
#include "eczscore/stats/counts_from_percent.hpp"
#include "eczscore/stats/cronbach_alpha.hpp"
#include "eczscore/stats/delong.hpp"
#include "eczscore/stats/distribution_based_mic.hpp"
#include "eczscore/stats/dunnett.hpp"
#include "eczscore/stats/durability.hpp"
#include "eczscore/stats/exact_moments.hpp"
#include "eczscore/stats/exact_pair.hpp"
#include "eczscore/stats/exact_sum.hpp"
#include "eczscore/stats/fisher.hpp"
#include "eczscore/stats/fixed_sequence.hpp"
#include "eczscore/stats/fleiss_kappa.hpp"
#include "eczscore/stats/fold_change.hpp"
#include "eczscore/stats/graphical.hpp"
#include "eczscore/stats/group_sequential.hpp"
#include "eczscore/stats/histogram.hpp"
#include "eczscore/stats/historical_placebo.hpp"
#include "eczscore/stats/hodges_lehmann_paired.hpp"
#include "eczscore/stats/hodges_lehmann_shift.hpp"
#include "eczscore/stats/icc.hpp"
#include "eczscore/stats/individual_mic.hpp"
#include "eczscore/stats/jacobson_truax.hpp"
#include "eczscore/stats/lattice_sums.hpp"
#include "eczscore/stats/mann_whitney.hpp"
#include "eczscore/stats/mantel_haenszel.hpp"
#include "eczscore/stats/map_mixture.hpp"
#include "eczscore/stats/map_prior.hpp"
#include "eczscore/stats/mcnemar.hpp"
#include "eczscore/stats/measurement_error.hpp"
#include "eczscore/stats/mic_bootstrap.hpp"
#include "eczscore/stats/mic_warnings.hpp"
#include "eczscore/stats/nnt.hpp"
#include "eczscore/stats/noninferiority_proportion.hpp"
#include "eczscore/stats/odds_ratio.hpp"
#include "eczscore/stats/one_proportion.hpp"
#include "eczscore/stats/paired_effect.hpp"
#include "eczscore/stats/paired_risk_difference.hpp"
#include "eczscore/stats/paired_superiority.hpp"
#include "eczscore/stats/paired_t.hpp"
#include "eczscore/stats/percent_change.hpp"
#include "eczscore/stats/placebo_response.hpp"
#include "eczscore/stats/power_ancova.hpp"
#include "eczscore/stats/power_dunnett.hpp"
#include "eczscore/stats/power_fisher.hpp"
#include "eczscore/stats/power_logrank.hpp"
#include "eczscore/stats/power_mann_whitney.hpp"
#include "eczscore/stats/power_margin.hpp"
#include "eczscore/stats/power_mcnemar.hpp"
#include "eczscore/stats/power_negative_binomial.hpp"
#include "eczscore/stats/power_of_rates.hpp"
#include "eczscore/stats/power_prior.hpp"
#include "eczscore/stats/power_proportion.hpp"
#include "eczscore/stats/power_sign.hpp"
#include "eczscore/stats/power_signed_rank.hpp"
#include "eczscore/stats/power_stratified.hpp"
#include "eczscore/stats/power_t.hpp"
#include "eczscore/stats/power_tost.hpp"
#include "eczscore/stats/power_welch.hpp"
#include "eczscore/stats/predictive_mic.hpp"
#include "eczscore/stats/quantile.hpp"
#include "eczscore/stats/rate_glmm.hpp"
#include "eczscore/stats/rate_meta_analysis.hpp"
#include "eczscore/stats/regression_to_the_mean.hpp"
#include "eczscore/stats/regression_to_the_mean_skewed.hpp"
#include "eczscore/stats/reliable_change.hpp"
#include "eczscore/stats/reliable_change_course.hpp"
#include "eczscore/stats/reliable_change_practice.hpp"
#include "eczscore/stats/responder_counts.hpp"
#include "eczscore/stats/responder_efficiency.hpp"
#include "eczscore/stats/responder_translation.hpp"
#include "eczscore/stats/risk_difference.hpp"
#include "eczscore/stats/risk_ratio.hpp"
#include "eczscore/stats/robust_mixture.hpp"
#include "eczscore/stats/roc.hpp"
#include "eczscore/stats/sign_flip.hpp"
#include "eczscore/stats/sign_test.hpp"
#include "eczscore/stats/signed_rank.hpp"
#include "eczscore/stats/stratified_rank_sum.hpp"
#include "eczscore/stats/stratified_risk_difference.hpp"
#include "eczscore/stats/student.hpp"
#include "eczscore/stats/summary.hpp"
#include "eczscore/stats/test_retest_sem.hpp"
#include "eczscore/stats/tost.hpp"
#include "eczscore/stats/triangulation.hpp"
#include "eczscore/stats/truncated_normal.hpp"
#include "eczscore/stats/two_sample_effect.hpp"
#include "eczscore/stats/two_sample_permutation.hpp"
#include "eczscore/stats/unconditional_exact.hpp"
#include "eczscore/stats/weighted_kappa.hpp"
#include "eczscore/stats/welch.hpp"
#include "eczscore/stats/within_group_mic.hpp"
#include "eczscore/stats/yuen.hpp"

namespace hostile {

using namespace eczscore::stats;
using eczscore::Direction;
using eczscore::Exact;
using List = std::vector<double>;

/// Numbers made from bytes: hostile ones, and plain ones that reach what lies behind the checks.
class Source {
public:
    explicit Source(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

    std::uint8_t byte() {
        if (at_ == bytes_.size()) return 0;
        return bytes_[at_++];
    }
    std::uint64_t bits() {
        std::uint64_t all = 0;
        for (int i = 0; i < 8; ++i) all = (all << 8) | byte();
        return all;
    }
    unsigned below(unsigned n) { return byte() % n; }
    bool coin() { return below(2) == 1; }

    double hostile_number() {
        constexpr double lowest = std::numeric_limits<double>::denorm_min();
        constexpr double most = std::numeric_limits<double>::max();
        constexpr double palette[] = {
            not_a_number, infinity,      -infinity,     0.0,     -0.0,   lowest, -lowest,
            1e-300,       most,          -most,         1e308,   -1e308, 1e200,  -1e200,
            1e-200,       1e16,          -1e16,         1e15,    1e9,    1e5,    9007199254740993.0,
            2147483648.0, 1.0 - 0x1p-53, 1.0 + 0x1p-52, 0x1p-53, 1e-16,  1e-9,   100.0};
        const unsigned which = below(std::size(palette) + 2);
        if (which < std::size(palette)) return palette[which];
        return std::bit_cast<double>(bits());
    }
    /// A score, a difference, or worse.
    double number() {
        switch (below(6)) {
            case 0: return hostile_number();
            case 1: return static_cast<double>(below(7)) - 3.0;
            case 2: return 0.1 * (static_cast<double>(below(101)) - 50.0);
            case 3: return static_cast<double>(byte()) / 8.0;
            default: return static_cast<double>(below(10));
        }
    }
    /// A share, a level, a correlation, or worse.
    double share() {
        constexpr double palette[] = {0.05,  0.025, 0.5, 0.95, 0.3, 0.9,  0.1, 0.01,
                                      0.999, 1e-9,  0.0, 1.0,  2.0, -0.5, -1.0};
        const unsigned which = below(std::size(palette) + 4);
        return which < std::size(palette) ? palette[which] : hostile_number();
    }
    double level() { return below(3) != 0 ? 0.95 : share(); }
    std::int64_t count() {
        constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
        constexpr std::int64_t palette[] = {0,
                                            1,
                                            2,
                                            3,
                                            -1,
                                            -most,
                                            most,
                                            most - 1,
                                            -most - 1,
                                            std::int64_t{1} << 53,
                                            (std::int64_t{1} << 53) + 1,
                                            std::int64_t{1} << 31,
                                            1000000000,
                                            1000000,
                                            100000,
                                            1000};
        const unsigned which = below(48);
        return which < std::size(palette) ? palette[which] : static_cast<std::int64_t>(below(60));
    }
    std::size_t size() { return static_cast<std::size_t>(count()); }
    /// Of what is looped over by the caller's own wish.
    std::size_t replicates() { return below(40); }
    unsigned threads() { return 1 + below(2); }
    template <class Enum>
    Enum any(unsigned count) {
        return static_cast<Enum>(below(count));
    }

    List list() {
        constexpr std::size_t sizes[] = {0, 1, 2, 3, 4, 5, 8, 12, 20};
        List all(sizes[below(std::size(sizes))]);
        const unsigned kind = below(7);
        const double one = number();
        for (double& value : all) {
            switch (kind) {
                case 0: value = hostile_number(); break;
                case 1: value = one; break;
                case 2: value = static_cast<double>(below(2)); break;
                case 3: value = 0.1 * static_cast<double>(below(100)); break;
                case 4: value = static_cast<double>(byte()) + 0.01 * byte(); break;
                default: value = number(); break;
            }
        }
        return all;
    }
    List shares() {
        List all(below(6));
        for (double& value : all) value = share();
        return all;
    }
    std::vector<std::int64_t> counts() {
        constexpr std::size_t sizes[] = {0, 1, 4, 9, 16, 5};
        std::vector<std::int64_t> all(sizes[below(std::size(sizes))]);
        const bool small = coin();
        for (std::int64_t& value : all) value = small ? below(20) : count();
        return all;
    }
    Responders responders() {
        const std::int64_t n = count();
        return {below(4) == 0 ? count()
                              : (n > 60  ? below(60)
                                 : n > 0 ? below(static_cast<unsigned>(n) + 1)
                                         : n),
                n};
    }
    std::vector<Stratum> strata() {
        std::vector<Stratum> all(below(5));
        for (Stratum& each : all) each = {responders(), responders()};
        return all;
    }
    PairedCounts pairs() { return {count(), count(), count(), count(), count()}; }
    GroupSummary group() { return {size(), number(), number()}; }
    std::vector<Censored> censored() {
        std::vector<Censored> all(below(9));
        for (Censored& each : all) {
            const double value = below(3) == 0 ? hostile_number() : 0.5 * (1 + below(40));
            const unsigned kind = below(4);
            each = kind == 0   ? Censored::below(value)
                   : kind == 1 ? Censored::above(value)
                               : Censored::measured(value);
        }
        return all;
    }
    std::vector<ArmCount> arms() {
        std::vector<ArmCount> all(below(5));
        for (ArmCount& each : all) {
            const Responders of = responders();
            each = {of.x, of.n};
        }
        return all;
    }
    BetaPrior prior() {
        constexpr double plain[] = {0.5, 1.0, 3.0, 40.0, 1e6};
        const auto shape = [&] { return below(3) != 0 ? plain[below(5)] : hostile_number(); };
        const double a = shape();
        return {a, shape()};
    }
    Interval interval() {
        Interval of;
        of.lower = number();
        of.upper = coin() ? number() : of.lower + 1.0;
        of.confidence_level = level();
        of.state = any<State>(10);
        return of;
    }
    Estimate estimate() {
        Estimate of;
        of.estimate = number();
        of.se = number();
        of.ci = interval();
        of.n = size();
        of.state = any<State>(10);
        return of;
    }
    Exact exact() {
        constexpr std::int64_t large = std::int64_t{1} << 40;
        const std::int64_t top = coin() ? below(200) : large - below(9);
        return Exact::ratio(coin() ? top : -top, coin() ? 10 : 1 + below(100));
    }
    std::vector<std::uint8_t> rest() {
        return {bytes_.begin() + static_cast<std::ptrdiff_t>(at_), bytes_.end()};
    }

private:
    std::span<const std::uint8_t> bytes_;
    std::size_t at_ = 0;
};

/// What is wrong with an answer; the first fault is kept.
class Judge {
public:
    const char* fault = nullptr;

    void must(bool holds, const char* what) {
        if (!holds && fault == nullptr) fault = what;
    }
    void chance(double p, const char* what) { must(std::isnan(p) || (p >= 0.0 && p <= 1.0), what); }
    void interval(const Interval& of) {
        if (!std::isnan(of.lower) && !std::isnan(of.upper)) {
            must(of.lower <= of.upper, "limits in the wrong order");
        }
        if (of.state == State::ok) {
            must(!std::isnan(of.lower) && !std::isnan(of.upper),
                 "an interval is ok without limits");
            must(of.confidence_level > 0.0 && of.confidence_level < 1.0,
                 "an interval is ok at an impossible level");
        }
    }
    /// Judges every member that has one of the usual names.
    template <class T>
    void operator()(const T& of) {
        if constexpr (requires {
                          of.p;
                          of.p > 0.5;
                      })
            chance(of.p, "p outside 0 to 1");
        if constexpr (requires { of.p_less > 0.5; }) chance(of.p_less, "p_less outside 0 to 1");
        if constexpr (requires { of.p_greater > 0.5; }) {
            chance(of.p_greater, "p_greater outside 0 to 1");
        }
        if constexpr (requires { of.p_two_sided > 0.5; }) {
            chance(of.p_two_sided, "p_two_sided outside 0 to 1");
        }
        if constexpr (requires { of.p_exact > 0.5; }) chance(of.p_exact, "p_exact outside 0 to 1");
        if constexpr (requires { of.p_mid > 0.5; }) chance(of.p_mid, "p_mid outside 0 to 1");
        if constexpr (requires { of.se > 0.5; }) must(!(of.se < 0.0), "a standard error below 0");
        if constexpr (requires {
                          of.power > 0.5;
                          of.state;
                      }) {
            chance(of.power, "a power outside 0 to 1");
        }
        if constexpr (requires {
                          of.state;
                          of.noncentrality;
                          of.power;
                      }) {
            if (of.state == State::ok) must(!std::isnan(of.power), "ok without a power");
        }
        if constexpr (requires {
                          of.n1;
                          of.n2;
                          of.total;
                          of.state;
                      }) {
            if (of.state == State::ok) must(of.n1 > 0 || of.total > 0, "ok without a size");
        }
        if constexpr (requires {
                          of.estimate > 0.5;
                          of.state;
                      }) {
            if (of.state == State::ok) must(!std::isnan(of.estimate), "ok without an estimate");
        }
        if constexpr (requires { of.p_x_greater > 0.5; }) {
            chance(of.p_x_greater, "p_x_greater outside 0 to 1");
        }
        if constexpr (requires { of.p_x_greater.ci; }) {
            (*this)(of.p_x_greater);
            chance(of.p_x_greater.estimate, "p_x_greater outside 0 to 1");
        }
        if constexpr (requires { of.p_improved > 0.5; }) {
            chance(of.p_improved, "p_improved outside 0 to 1");
            if (of.state == State::ok) must(!std::isnan(of.p_improved), "ok without p_improved");
        }
        if constexpr (requires { of.ci.lower; }) interval(of.ci);
        if constexpr (std::is_same_v<T, Interval>) interval(of);
        if constexpr (requires { of.result.ci; }) (*this)(of.result);
        if constexpr (requires { of.difference.ci; }) (*this)(of.difference);
        if constexpr (requires {
                          of.percentile.lower;
                          of.bca.lower;
                      }) {
            for (const Interval* each :
                 {&of.percentile, &of.basic, &of.normal, &of.bca, &of.studentized}) {
                interval(*each);
            }
        }
    }
};

// What several functions below ask for.
inline BootstrapOptions bootstrap_options(Source& s) {
    return {s.replicates(),          s.bits(), s.byte(),   s.level(), s.any<BootstrapQuantile>(3),
            s.any<BootstrapTies>(2), s.coin(), s.threads()};
}
inline MicBootstrapOptions mic_options(Source& s) {
    return {s.number(), s.number(),     s.number(),
            s.share(),  s.replicates(), s.bits(),
            s.byte(),   s.level(),      static_cast<QuantileType>(1 + s.below(9)),
            s.threads()};
}
inline std::vector<std::uint64_t> difference_counts(Source& s) {
    std::vector<std::uint64_t> all(s.below(12));
    const bool small = s.below(4) != 0;
    for (std::uint64_t& each : all) each = small ? s.below(9) : s.bits();
    return all;
}
/// Of two arms: small enough that both arms stay below 1e9 patients, or hostile.
inline double ratio(Source& s) { return s.coin() ? 1.0 + s.below(3) : s.hostile_number(); }
inline OrdinalDesign ordinal(Source& s) {
    OrdinalDesign of{{0.5, 0.25, 0.25}, {0.25, 0.25, 0.5}};
    if (s.coin()) of.first[s.below(3)] = s.share();
    if (s.coin()) of.second = {s.share(), 1.0 - s.share(), 0.0};
    return of;
}
inline ScorePopulation population(Source& s) {
    return {s.number(), s.number(), s.share(),  s.any<PopulationSource>(5),
            s.number(), s.number(), s.number(), s.number()};
}
inline RciFacts facts(Source& s) {
    return {s.number(), s.number(), s.number(), s.number(), s.share(),
            s.share(),  s.share(),  s.size(),   s.size()};
}

/// A public function and a call of it.
struct Call {
    const char* function;
    void (*run)(Source& s, Judge& judge);
};

/// What exact methods may cost here: hostile sizes must not make them slow.
inline constexpr ExactCost quick{.work = 1e7, .memory = 1e8};

inline constexpr Call calls[] = {
    {"adjust", [](Source& s, [[maybe_unused]] Judge& judge) { judge(adjust(s.shares(), s.any<Adjustment>(6), {.count_missing = s.coin()})); }},
    {"anchor_correlation", [](Source& s, [[maybe_unused]] Judge& judge) { judge(anchor_correlation(s.list(), s.list(), {s.share(), s.level()})); }},
    {"anchor_mean_change", [](Source& s, [[maybe_unused]] Judge& judge) { judge(anchor_mean_change(GroupSummary{s.size(), s.number(), s.number()}, GroupSummary{s.size(), s.number(), s.number()}, {.confidence_level = s.level()})); }},
    {"anchor_mean_change", [](Source& s, [[maybe_unused]] Judge& judge) { judge(anchor_mean_change(s.list(), s.list(), {s.number(), s.number(), s.level()})); }},
    {"autocorrelation", [](Source& s, [[maybe_unused]] Judge& judge) { judge(autocorrelation(s.list())); }},
    {"beta_binomial", [](Source& s, [[maybe_unused]] Judge& judge) { judge(beta_binomial(s.count(), s.count(), {.prior = s.prior(), .confidence_level = s.level()})); }},
    {"probability_above", [](Source& s, [[maybe_unused]] Judge& judge) { judge.chance(probability_above(s.prior(), s.share()), "probability_above"); }},
    {"predictive_at_least", [](Source& s, [[maybe_unused]] Judge& judge) { judge.chance(predictive_at_least(s.prior(), s.count(), s.count()), "predictive_at_least"); }},
    {"probability_greater", [](Source& s, [[maybe_unused]] Judge& judge) { judge.chance(probability_greater(s.prior(), s.prior(), {.margin = s.share()}), "probability_greater"); }},
    {"between_group_mid", [](Source& s, [[maybe_unused]] Judge& judge) { static_cast<void>(between_group_mid(s.estimate(), BetweenGroupMid(s.number()))); }},
    {"non_inferiority", [](Source& s, [[maybe_unused]] Judge& judge) { static_cast<void>(non_inferiority(s.interval(), NonInferiorityMargin(s.number()))); }},
    {"bland_altman", [](Source& s, [[maybe_unused]] Judge& judge) { judge(bland_altman(s.size(), s.number(), s.number(), {s.share(), s.level()})); }},
    {"bland_altman", [](Source& s, [[maybe_unused]] Judge& judge) { judge(bland_altman(s.list(), s.list(), {s.share(), s.level()})); }},
    {"bland_altman_repeated", [](Source& s, [[maybe_unused]] Judge& judge) { judge(bland_altman_repeated(s.counts(), s.list(), s.list(), {s.share(), s.level(), s.number()})); }},
    {"bootstrap_mean", [](Source& s, [[maybe_unused]] Judge& judge) { judge(bootstrap_mean(s.list(), bootstrap_options(s))); }},
    {"bootstrap_mean", [](Source& s, [[maybe_unused]] Judge& judge) { judge(bootstrap_mean(s.list(), s.list(), bootstrap_options(s))); }},
    {"bootstrap_median", [](Source& s, [[maybe_unused]] Judge& judge) { judge(bootstrap_median(s.list(), bootstrap_options(s))); }},
    {"bootstrap_median", [](Source& s, [[maybe_unused]] Judge& judge) { judge(bootstrap_median(s.list(), s.list(), bootstrap_options(s))); }},
    {"bootstrap_statistic", [](Source& s, [[maybe_unused]] Judge& judge) { const double far = s.number(); judge(bootstrap_statistic(s.list(), [far](std::span<const double> x) { return x.empty() ? far : x.front() * far + x.back(); }, bootstrap_options(s))); }},
    {"bootstrap_intervals", [](Source& s, [[maybe_unused]] Judge& judge) { const double estimate = s.number(); const List values = s.list(); const double acceleration = s.number(); const BootstrapOptions options = bootstrap_options(s); const List errors = s.list(); judge(bootstrap_intervals({.estimate = estimate, .values = values, .acceleration = acceleration, .errors = errors, .error = s.number()}, options)); }},
    {"brunner_munzel", [](Source& s, [[maybe_unused]] Judge& judge) { judge(brunner_munzel(s.list(), s.list(), {.confidence_level = s.level(), .alternative = s.any<Alternative>(3)})); }},
    {"substituted", [](Source& s, [[maybe_unused]] Judge& judge) { substituted(s.number(), s.any<Substitution>(2)); }},
    {"censored_lognormal", [](Source& s, [[maybe_unused]] Judge& judge) { judge(censored_lognormal(s.censored(), {.confidence_level = s.level()})); }},
    {"substituted_lognormal", [](Source& s, [[maybe_unused]] Judge& judge) { judge(substituted_lognormal(s.censored(), s.any<Substitution>(2), {.confidence_level = s.level()})); }},
    {"quantile_bounds", [](Source& s, [[maybe_unused]] Judge& judge) { judge(quantile_bounds(s.censored(), s.share())); }},
    {"chance_agreement", [](Source& s, [[maybe_unused]] Judge& judge) { judge(chance_agreement(s.counts(), s.coin() ? s.size() : 1 + s.below(4), {.confidence_level = s.level()})); }},
    {"chi_square_test", [](Source& s, [[maybe_unused]] Judge& judge) { judge(chi_square_test(s.responders(), s.responders(), s.any<ChiSquareMethod>(3))); }},
    {"cmh_test", [](Source& s, [[maybe_unused]] Judge& judge) { judge(cmh_test(s.strata(), {.corrected = s.coin()})); }},
    {"breslow_day_test", [](Source& s, [[maybe_unused]] Judge& judge) { judge(breslow_day_test(s.strata(), {.tarone = s.coin()})); }},
    {"concordance", [](Source& s, [[maybe_unused]] Judge& judge) { judge(concordance(s.list(), s.list(), {.confidence_level = s.level()})); }},
    {"counts_from_percent", [](Source& s, [[maybe_unused]] Judge& judge) { judge(counts_from_percent(s.exact(), s.count(), {.decimals = static_cast<int>(s.count())})); }},
    {"cronbach_alpha", [](Source& s, [[maybe_unused]] Judge& judge) { judge(cronbach_alpha(s.list(), s.coin() ? s.size() : 1 + s.below(4), {s.level(), static_cast<int>(s.count())})); }},
    {"delong", [](Source& s, [[maybe_unused]] Judge& judge) { judge(delong(s.list(), s.list(), {s.number(), s.level()})); }},
    {"distribution_based_mic", [](Source& s, [[maybe_unused]] Judge& judge) { judge(distribution_based_mic(s.size(), s.number(), {s.share(), s.level()})); }},
    {"distribution_based_mic", [](Source& s, [[maybe_unused]] Judge& judge) { judge(distribution_based_mic(s.list(), {s.share(), s.level()})); }},
    {"stable_change", [](Source& s, [[maybe_unused]] Judge& judge) { judge(stable_change(s.list(), {.confidence_level = s.level()})); }},
    {"standardised_change", [](Source& s, [[maybe_unused]] Judge& judge) { judge(standardised_change(s.list(), s.list(), s.list())); }},
    {"dunnett_critical", [](Source& s, [[maybe_unused]] Judge& judge) { dunnett_critical(s.size(), s.number(), {.rho = s.share(), .confidence_level = s.level(), .two_sided = s.coin()}); }},
    {"dunnett", [](Source& s, [[maybe_unused]] Judge& judge) { const GroupSummary groups[] = {s.group(), s.group()}; judge(dunnett(s.group(), std::span(groups).first(s.below(3)), {.confidence_level = s.level(), .alternative = s.any<Alternative>(3)})); }},
    {"dunnett", [](Source& s, [[maybe_unused]] Judge& judge) { const List a = s.list(), b = s.list(), c = s.list(); const std::span<const double> groups[] = {a, b}; judge(dunnett(c, groups, {.confidence_level = s.level(), .alternative = s.any<Alternative>(3)})); }},
    {"durability", [](Source& s, [[maybe_unused]] Judge& judge) { judge(durability(s.list(), s.list(), {static_cast<int>(s.count()), static_cast<int>(s.count()), s.number(), s.number()})); }},
    {"exact_moments", [](Source& s, [[maybe_unused]] Judge& judge) { judge(exact_moments(s.list())); }},
    {"exact_pair", [](Source& s, [[maybe_unused]] Judge& judge) { judge(exact_pair(s.list(), s.list())); }},
    {"exact_sum", [](Source& s, [[maybe_unused]] Judge& judge) { judge(exact_sum(s.list())); }},
    {"fisher_test", [](Source& s, [[maybe_unused]] Judge& judge) { judge(fisher_test(s.responders(), s.responders(), {.alternative = s.any<Alternative>(3), .rule = s.any<ExactRule>(3)})); }},
    {"fixed_sequence", [](Source& s, [[maybe_unused]] Judge& judge) { judge(fixed_sequence(s.shares())); }},
    {"fallback", [](Source& s, [[maybe_unused]] Judge& judge) { judge(fallback(s.shares(), s.shares(), s.share())); }},
    {"fleiss_kappa", [](Source& s, [[maybe_unused]] Judge& judge) { judge(fleiss_kappa(s.list(), s.coin() ? s.size() : 1 + s.below(4), {.confidence_level = s.level()})); }},
    {"log2_change", [](Source& s, [[maybe_unused]] Judge& judge) { log2_change(Censored::measured(s.number()), Censored::below(s.number())); }},
    {"paired_fold_change", [](Source& s, [[maybe_unused]] Judge& judge) { judge(paired_fold_change(s.list(), s.list(), {.confidence_level = s.level()})); }},
    {"paired_fold_change", [](Source& s, [[maybe_unused]] Judge& judge) { judge(paired_fold_change(s.censored(), s.censored(), {.confidence_level = s.level()})); }},
    {"geometric_mean_ratio", [](Source& s, [[maybe_unused]] Judge& judge) { judge(geometric_mean_ratio(s.list(), s.list(), s.any<Variances>(2), {.confidence_level = s.level()})); }},
    {"geometric_mean_ratio", [](Source& s, [[maybe_unused]] Judge& judge) { judge(geometric_mean_ratio(s.censored(), s.censored(), {.confidence_level = s.level()})); }},
    {"graphical_test", [](Source& s, [[maybe_unused]] Judge& judge) { const List p = s.shares(); List w(p.size()), g(p.size() * p.size()); for (double& each : w) each = s.share(); for (double& each : g) each = s.below(3) == 0 ? s.share() : 0.0; judge(graphical_test(w, g, p)); }},
    {"within_group_mic", [](Source& s, [[maybe_unused]] Judge& judge) { static_cast<void>(within_group_mic(s.interval(), WithinGroupMic(s.number()))); }},
    {"within_group_mic", [](Source& s, [[maybe_unused]] Judge& judge) { static_cast<void>(within_group_mic(s.estimate(), WithinGroupMic(s.number()))); }},
    {"spent_error", [](Source& s, [[maybe_unused]] Judge& judge) { spent_error(s.any<Spending>(2), s.share(), s.share()); }},
    {"group_sequential", [](Source& s, [[maybe_unused]] Judge& judge) { judge(group_sequential(s.shares(), {.alpha = s.share(), .spending = s.any<Spending>(2)})); }},
    {"compare_with_placebo", [](Source& s, [[maybe_unused]] Judge& judge) { const UncontrolledResult of{s.count(), s.count(), s.any<PlaceboEndpoint>(5), s.any<Background>(3), static_cast<int>(s.count()), static_cast<int>(s.count())}; const auto result = compare_with_placebo(of, std::span(placebo_arms).first(s.below(4)), {s.number(), s.number(), s.number()}); judge(result); judge.must(!sentence(of, result).empty(), "no sentence"); }},
    {"hodges_lehmann_paired", [](Source& s, [[maybe_unused]] Judge& judge) { judge(hodges_lehmann_paired(s.list(), {.confidence_level = s.level()})); }},
    {"hodges_lehmann_paired", [](Source& s, [[maybe_unused]] Judge& judge) { judge(hodges_lehmann_paired(s.list(), s.list(), {.confidence_level = s.level()})); }},
    {"hodges_lehmann_paired", [](Source& s, [[maybe_unused]] Judge& judge) { const auto c = difference_counts(s); judge(hodges_lehmann_paired(DifferenceCounts{c, s.count(), static_cast<std::int32_t>(s.count()), s.bits()}, {.confidence_level = s.level()})); }},
    {"hodges_lehmann_paired_tied", [](Source& s, [[maybe_unused]] Judge& judge) { judge(hodges_lehmann_paired_tied(s.list(), {.confidence_level = s.level()})); }},
    {"hodges_lehmann_paired_tied", [](Source& s, [[maybe_unused]] Judge& judge) { judge(hodges_lehmann_paired_tied(s.list(), s.list(), {.confidence_level = s.level()})); }},
    {"hodges_lehmann_shift", [](Source& s, [[maybe_unused]] Judge& judge) { judge(hodges_lehmann_shift(s.list(), s.list(), {.confidence_level = s.level(), .limits = s.any<ShiftLimits>(2)})); }},
    {"icc", [](Source& s, [[maybe_unused]] Judge& judge) { judge(icc(s.list(), s.coin() ? s.size() : 1 + s.below(4), {s.level(), static_cast<int>(s.count())})); }},
    {"individual_mic", [](Source& s, [[maybe_unused]] Judge& judge) { judge(individual_mic(s.exact(), IndividualMic(s.number()), {s.number(), s.level()})); }},
    {"individual_mic", [](Source& s, [[maybe_unused]] Judge& judge) { judge(individual_mic(s.exact(), s.exact(), s.any<Direction>(2), IndividualMic(s.number()), {s.number(), s.level()})); }},
    {"individual_mic", [](Source& s, [[maybe_unused]] Judge& judge) { judge(individual_mic(s.number(), s.number(), s.any<Direction>(2), IndividualMic(s.number()), {s.number(), s.level()})); }},
    {"cut_offs", [](Source& s, [[maybe_unused]] Judge& judge) { judge(cut_offs({s.number(), s.number(), s.number(), s.number()}, s.any<Direction>(2))); }},
    {"clinical_change", [](Source& s, [[maybe_unused]] Judge& judge) { const ReliableRule rule = reliable_change(Rci::jacobson_truax, rci_facts(s.list(), s.list(), s.share())); const double pre = s.number(), post = s.number(); judge(clinical_change(pre, post, s.number(), rule(pre, post), {.direction = s.any<Direction>(2), .tie = s.any<Tie>(2)})); }},
    {"mann_whitney_exact", [](Source& s, [[maybe_unused]] Judge& judge) { judge(mann_whitney_exact(s.list(), s.list())); }},
    {"mann_whitney_exact", [](Source& s, [[maybe_unused]] Judge& judge) { judge(mann_whitney_exact(s.counts(), s.counts())); }},
    {"mann_whitney_normal", [](Source& s, [[maybe_unused]] Judge& judge) { judge(mann_whitney_normal(s.list(), s.list(), {.corrected = s.coin()})); }},
    {"mantel_haenszel_difference", [](Source& s, [[maybe_unused]] Judge& judge) { judge(mantel_haenszel_difference(s.strata(), {.variance = s.any<RiskDifferenceVariance>(2), .confidence_level = s.level()})); }},
    {"mantel_haenszel_risk_ratio", [](Source& s, [[maybe_unused]] Judge& judge) { judge(mantel_haenszel_risk_ratio(s.strata(), {.confidence_level = s.level()})); }},
    {"mantel_haenszel_odds_ratio", [](Source& s, [[maybe_unused]] Judge& judge) { judge(mantel_haenszel_odds_ratio(s.strata(), {.confidence_level = s.level()})); }},
    {"map_mixture", [](Source& s, [[maybe_unused]] Judge& judge) { const std::vector<MapNode> nodes{{s.number(), s.number(), s.share(), s.number()}, {s.number(), s.number(), s.share(), s.number()}}; judge(map_mixture(std::span(nodes).first(s.below(3)), {.parts = s.coin() ? 2 : s.size()})); }},
    {"map_prior", [](Source& s, [[maybe_unused]] Judge& judge) { judge(map_prior(s.arms(), {.model = {s.number(), s.number(), s.number()}, .confidence_level = s.level()})); }},
    {"mcnemar", [](Source& s, [[maybe_unused]] Judge& judge) { judge(mcnemar(s.pairs(), {.confidence_level = s.level()})); }},
    {"sem_from_reliability", [](Source& s, [[maybe_unused]] Judge& judge) { judge(sem_from_reliability(s.number(), s.share())); }},
    {"sem_from_retest", [](Source& s, [[maybe_unused]] Judge& judge) { judge(sem_from_retest(s.list(), s.list(), {.confidence_level = s.level()})); }},
    {"sem_consistency", [](Source& s, [[maybe_unused]] Judge& judge) { judge(sem_consistency({.occasions = s.number(), .residual = s.number(), .n_subjects = s.size(), .n_occasions = s.size()}, {.confidence_level = s.level()})); }},
    {"sem_agreement", [](Source& s, [[maybe_unused]] Judge& judge) { judge(sem_agreement({.occasions = s.number(), .residual = s.number(), .n_subjects = s.size(), .n_occasions = s.size()})); }},
    {"detectable_change", [](Source& s, [[maybe_unused]] Judge& judge) { judge(detectable_change(sem_from_retest(s.list(), s.list()), {.n = s.size(), .confidence_level = s.level()})); }},
    {"mic_bootstrap", [](Source& s, [[maybe_unused]] Judge& judge) { judge(mic_bootstrap(s.list(), s.list(), mic_options(s))); }},
    {"mic_bootstrap", [](Source& s, [[maybe_unused]] Judge& judge) { std::vector<std::uint32_t> indices(s.below(30)); for (std::uint32_t& each : indices) each = s.coin() ? s.below(4) : static_cast<std::uint32_t>(s.bits()); judge(mic_bootstrap(s.list(), s.list(), indices, mic_options(s))); }},
    {"mic_warnings", [](Source& s, [[maybe_unused]] Judge& judge) { const MicNotes notes = mic_warnings(s.list(), s.list(), {s.number(), s.number(), s.share(), s.size(), s.size(), s.share(), s.share()}); judge.must(notes.count <= notes.all.size(), "more notes than there are"); judge.must(!sentence(MicWarning::few_patients).empty(), "no sentence"); }},
    {"number_needed", [](Source& s, [[maybe_unused]] Judge& judge) { static_cast<void>(number_needed(s.estimate())); }},
    {"number_needed", [](Source& s, [[maybe_unused]] Judge& judge) { judge(number_needed(s.number(), s.number(), s.number(), {.confidence_level = s.level()})); }},
    {"power_rate_margin", [](Source& s, [[maybe_unused]] Judge& judge) { judge(power_rate_margin({s.share(), s.share(), s.share(), s.share()}, s.count(), s.count())); }},
    {"sample_size_rate_margin", [](Source& s, [[maybe_unused]] Judge& judge) { judge(sample_size_rate_margin({s.share(), s.share(), s.share(), s.share()}, s.share(), {.ratio = ratio(s)})); }},
    {"sample_size_rate_margin_unrestricted", [](Source& s, [[maybe_unused]] Judge& judge) { judge(sample_size_rate_margin_unrestricted({s.share(), s.share(), s.share(), s.share()}, s.share(), {.ratio = ratio(s)})); }},
    {"farrington_manning", [](Source& s, [[maybe_unused]] Judge& judge) { judge(farrington_manning(s.count(), s.count(), s.count(), s.count(), s.share(), {.confidence_level = s.level()})); }},
    {"odds_ratio", [](Source& s, [[maybe_unused]] Judge& judge) { judge(odds_ratio(s.responders(), s.responders(), {.method = s.any<OddsRatioMethod>(3), .confidence_level = s.level()})); }},
    {"one_proportion", [](Source& s, [[maybe_unused]] Judge& judge) { judge(one_proportion(s.responders(), {.method = s.any<ProportionMethod>(8), .confidence_level = s.level()})); }},
    {"exact_binomial_test", [](Source& s, [[maybe_unused]] Judge& judge) { judge(exact_binomial_test(s.responders(), s.share(), {.alternative = s.any<Alternative>(3), .rule = s.any<ExactRule>(3)})); }},
    {"paired_effect", [](Source& s, [[maybe_unused]] Judge& judge) { judge(paired_effect(s.list(), s.list(), {s.level(), s.replicates(), s.bits(), s.byte(), s.threads()})); }},
    {"paired_effect", [](Source& s, [[maybe_unused]] Judge& judge) { judge(paired_effect(PairedSummary{s.size(), s.number(), s.number(), s.number(), s.number(), s.share()}, {.confidence_level = s.level()})); }},
    {"guyatt_responsiveness", [](Source& s, [[maybe_unused]] Judge& judge) { judge(guyatt_responsiveness(s.list(), s.list(), {s.level(), s.replicates(), s.bits(), s.byte(), s.threads()})); }},
    {"paired_risk_difference", [](Source& s, [[maybe_unused]] Judge& judge) { judge(paired_risk_difference(s.pairs(), {.method = s.any<PairedDifferenceMethod>(4), .confidence_level = s.level()})); }},
    {"paired_superiority", [](Source& s, [[maybe_unused]] Judge& judge) { judge(paired_superiority(s.size(), s.size(), s.size(), {.confidence_level = s.level()})); }},
    {"paired_superiority", [](Source& s, [[maybe_unused]] Judge& judge) { judge(paired_superiority(s.list(), s.any<Direction>(2), {.confidence_level = s.level()})); }},
    {"paired_superiority", [](Source& s, [[maybe_unused]] Judge& judge) { judge(paired_superiority(s.list(), s.list(), s.any<Direction>(2), {.confidence_level = s.level()})); }},
    {"paired_t", [](Source& s, [[maybe_unused]] Judge& judge) { judge(paired_t(s.list(), {s.level(), s.number()})); }},
    {"paired_t", [](Source& s, [[maybe_unused]] Judge& judge) { judge(paired_t(s.list(), s.list(), {s.level(), s.number()})); }},
    {"paired_t_summary", [](Source& s, [[maybe_unused]] Judge& judge) { judge(paired_t_summary(s.number(), s.number(), s.size(), {s.level(), s.number()})); }},
    {"percent_improvement", [](Source& s, [[maybe_unused]] Judge& judge) { percent_improvement(s.number(), s.number(), s.any<Direction>(2)); }},
    {"percent_change", [](Source& s, [[maybe_unused]] Judge& judge) { judge(percent_change(s.list(), s.list(), {.direction = s.any<Direction>(2), .scale_range = s.number(), .confidence_level = s.level()})); }},
    {"power_ancova", [](Source& s, [[maybe_unused]] Judge& judge) { judge(power_ancova(s.number(), s.share(), s.count(), s.count(), {.alpha = s.share(), .sides = s.any<Sides>(2)})); }},
    {"sample_size_ancova", [](Source& s, [[maybe_unused]] Judge& judge) { judge(sample_size_ancova(s.number(), s.share(), s.share(), {.alpha = s.share(), .ratio = ratio(s), .sides = s.any<Sides>(2)})); }},
    {"design_factors", [](Source& s, [[maybe_unused]] Judge& judge) { judge(design_factors(s.share(), s.count())); }},
    {"power_dunnett", [](Source& s, [[maybe_unused]] Judge& judge) { const List e = s.shares(); judge(power_dunnett({e, s.share(), s.any<Sides>(2)}, s.count(), s.count())); }},
    {"sample_size_dunnett", [](Source& s, [[maybe_unused]] Judge& judge) { const List e{s.share(), s.share()}; judge(sample_size_dunnett({std::span(e).first(s.below(3)), s.share(), s.any<Sides>(2)}, s.share(), {.aim = s.any<DunnettAim>(2), .control_ratio = ratio(s)})); }},
    {"power_fisher", [](Source& s, [[maybe_unused]] Judge& judge) { judge(power_fisher(s.share(), s.share(), s.count(), s.count(), {.alpha = s.share()})); }},
    {"sample_size_fisher", [](Source& s, [[maybe_unused]] Judge& judge) { judge(sample_size_fisher(s.share(), s.coin() ? 0.0 : s.share(), s.share(), {.alpha = s.share()})); }},
    {"logrank_events", [](Source& s, [[maybe_unused]] Judge& judge) { judge(logrank_events(s.number(), s.share(), {.alpha = s.share(), .allocation = s.share(), .event_share = s.share()})); }},
    {"power_logrank", [](Source& s, [[maybe_unused]] Judge& judge) { judge(power_logrank(s.number(), s.number(), {.alpha = s.share(), .allocation = s.share()})); }},
    {"p_x_greater_of_normal", [](Source& s, [[maybe_unused]] Judge& judge) { judge.chance(p_x_greater_of_normal(s.number()), "p_x_greater_of_normal"); }},
    {"ordinal_design", [](Source& s, [[maybe_unused]] Judge& judge) { judge(power_mann_whitney(ordinal_design(s.list(), s.list()), s.count(), s.count())); }},
    {"power_mann_whitney", [](Source& s, [[maybe_unused]] Judge& judge) { judge(power_mann_whitney(s.share(), s.count(), s.count(), {.alpha = s.share(), .sides = s.any<Sides>(2)})); }},
    {"sample_size_mann_whitney", [](Source& s, [[maybe_unused]] Judge& judge) { judge(sample_size_mann_whitney(s.share(), s.share(), {.alpha = s.share(), .ratio = ratio(s), .sides = s.any<Sides>(2)})); }},
    {"power_mann_whitney", [](Source& s, [[maybe_unused]] Judge& judge) { judge(power_mann_whitney(ordinal(s), s.count(), s.count(), {.alpha = s.share(), .sides = s.any<Sides>(2)})); }},
    {"sample_size_mann_whitney", [](Source& s, [[maybe_unused]] Judge& judge) { judge(sample_size_mann_whitney(ordinal(s), s.share(), {.alpha = s.share(), .ratio = ratio(s), .sides = s.any<Sides>(2)})); }},
    {"superiority_by", [](Source& s, [[maybe_unused]] Judge& judge) { judge(power_margin(superiority_by(s.number(), s.number(), s.number(), {.alpha = s.share()}), s.count(), s.count())); }},
    {"power_margin", [](Source& s, [[maybe_unused]] Judge& judge) { judge(power_margin(non_inferiority(s.number(), s.number(), s.number(), {.alpha = s.share()}), s.count(), s.count())); }},
    {"sample_size_margin", [](Source& s, [[maybe_unused]] Judge& judge) { judge(sample_size_margin({s.number(), s.number(), s.number(), s.share()}, s.share(), {.ratio = ratio(s)})); }},
    {"sample_size_mcnemar", [](Source& s, [[maybe_unused]] Judge& judge) { judge(sample_size_mcnemar({s.share(), s.share(), s.share()}, s.share())); }},
    {"power_mcnemar_exact", [](Source& s, [[maybe_unused]] Judge& judge) { judge(power_mcnemar_exact({s.share(), s.share(), s.share()}, s.count())); }},
    {"sample_size_mcnemar_exact", [](Source& s, [[maybe_unused]] Judge& judge) { judge(sample_size_mcnemar_exact({0.3, s.coin() ? 0.0 : s.share(), s.share()}, s.share())); }},
    {"power_negative_binomial", [](Source& s, [[maybe_unused]] Judge& judge) { judge(power_negative_binomial({s.number(), s.number(), s.number(), s.number(), s.share(), ratio(s)}, s.count(), s.count())); }},
    {"sample_size_negative_binomial", [](Source& s, [[maybe_unused]] Judge& judge) { judge(sample_size_negative_binomial({s.number(), s.number(), s.number(), s.number(), s.share(), ratio(s)}, s.share())); }},
    {"power_of_rates", [](Source& s, [[maybe_unused]] Judge& judge) { judge(power_of_rates(s.share(), s.share(), s.count(), s.count(), [](std::int64_t x, std::int64_t y) { return x > y; })); }},
    {"power_prior", [](Source& s, [[maybe_unused]] Judge& judge) { judge(power_prior(s.count(), s.count(), s.share(), s.prior())); }},
    {"power_proportions", [](Source& s, [[maybe_unused]] Judge& judge) { judge(power_proportions({s.share(), s.share(), s.share(), s.coin(), s.coin(), s.coin()}, s.count(), s.count())); }},
    {"sample_size_proportions", [](Source& s, [[maybe_unused]] Judge& judge) { judge(sample_size_proportions({s.share(), s.share(), s.share(), s.coin(), s.coin(), s.coin()}, s.share(), {.ratio = ratio(s)})); }},
    {"fleiss_size", [](Source& s, [[maybe_unused]] Judge& judge) { judge(fleiss_size(s.share(), s.share(), s.share(), {.alpha = s.share(), .ratio = ratio(s)})); }},
    {"power_sign", [](Source& s, [[maybe_unused]] Judge& judge) { judge(power_sign({s.share(), s.share(), s.share(), s.any<Sides>(2)}, s.count())); }},
    {"sample_size_sign", [](Source& s, [[maybe_unused]] Judge& judge) { judge(sample_size_sign({0.4, s.coin() ? 0.1 : s.share(), s.share(), s.any<Sides>(2)}, s.share())); }},
    {"sample_size_sign_normal", [](Source& s, [[maybe_unused]] Judge& judge) { judge(sample_size_sign_normal({s.share(), s.share(), s.share(), s.any<Sides>(2)}, s.share())); }},
    {"normal_changes", [](Source& s, [[maybe_unused]] Judge& judge) { normal_changes(s.number()); }},
    {"power_signed_rank", [](Source& s, [[maybe_unused]] Judge& judge) { judge(power_signed_rank(s.share(), s.count(), {.alpha = s.share(), .sides = s.any<Sides>(2)})); }},
    {"sample_size_signed_rank", [](Source& s, [[maybe_unused]] Judge& judge) { judge(sample_size_signed_rank(s.share(), s.share(), {.alpha = s.share(), .sides = s.any<Sides>(2)})); }},
    {"power_signed_rank", [](Source& s, [[maybe_unused]] Judge& judge) { judge(power_signed_rank(SignedRankDesign{s.share(), s.share(), s.share()}, s.count(), {.alpha = s.share(), .sides = s.any<Sides>(2)})); }},
    {"sample_size_signed_rank", [](Source& s, [[maybe_unused]] Judge& judge) { judge(sample_size_signed_rank(normal_changes(s.number()), s.share(), {.alpha = s.share(), .sides = s.any<Sides>(2)})); }},
    {"power_stratified", [](Source& s, [[maybe_unused]] Judge& judge) { const DesignStratum strata[] = {{0.5, s.share(), s.share(), s.share()}, {0.5, s.share(), s.share(), s.share()}}; judge(power_stratified({std::span(strata).first(s.below(3)), s.share(), s.any<Sides>(2), s.coin()}, s.count())); }},
    {"sample_size_stratified", [](Source& s, [[maybe_unused]] Judge& judge) { const DesignStratum strata[] = {{s.share(), s.share(), s.share(), s.share()}, {0.5, s.share(), s.share(), s.share()}}; judge(sample_size_stratified({strata, s.share(), s.any<Sides>(2), s.coin()}, s.share())); }},
    {"power_paired_t", [](Source& s, [[maybe_unused]] Judge& judge) { judge(power_paired_t(s.number(), s.count(), {.alpha = s.share(), .sides = s.any<Sides>(2)})); }},
    {"sample_size_paired_t", [](Source& s, [[maybe_unused]] Judge& judge) { judge(sample_size_paired_t(s.number(), s.share(), {.alpha = s.share(), .sides = s.any<Sides>(2)})); }},
    {"power_two_sample_t", [](Source& s, [[maybe_unused]] Judge& judge) { judge(power_two_sample_t(s.number(), s.count(), s.count(), {.alpha = s.share(), .sides = s.any<Sides>(2)})); }},
    {"sample_size_two_sample_t", [](Source& s, [[maybe_unused]] Judge& judge) { judge(sample_size_two_sample_t(s.number(), s.share(), {.alpha = s.share(), .ratio = ratio(s), .sides = s.any<Sides>(2)})); }},
    {"power_tost", [](Source& s, [[maybe_unused]] Judge& judge) { judge(power_tost({s.number(), s.number(), s.number(), s.number(), s.share()}, s.count(), s.count())); }},
    {"power_tost_paired", [](Source& s, [[maybe_unused]] Judge& judge) { judge(power_tost_paired({s.number(), s.number(), s.number(), s.number(), s.share()}, s.count())); }},
    {"sample_size_tost", [](Source& s, [[maybe_unused]] Judge& judge) { judge(sample_size_tost({s.number(), s.number(), s.number(), s.number(), s.share()}, s.share(), {.ratio = ratio(s)})); }},
    {"power_welch", [](Source& s, [[maybe_unused]] Judge& judge) { judge(power_welch({s.number(), s.number(), s.number(), s.share(), s.any<Sides>(2)}, s.count(), s.count())); }},
    {"sample_size_welch", [](Source& s, [[maybe_unused]] Judge& judge) { judge(sample_size_welch({s.number(), s.number(), s.number(), s.share(), s.any<Sides>(2)}, s.share(), {.ratio = ratio(s)})); }},
    {"predictive_mic", [](Source& s, [[maybe_unused]] Judge& judge) { judge(predictive_mic(s.list(), s.list(), {s.number(), s.share(), s.level()})); }},
    {"quantiles", [](Source& s, [[maybe_unused]] Judge& judge) { judge(quantiles(s.list(), s.shares(), static_cast<QuantileType>(1 + s.below(9)))); }},
    {"rate_glmm", [](Source& s, [[maybe_unused]] Judge& judge) { judge(rate_glmm(s.arms(), {.confidence_level = s.level()})); }},
    {"rate_meta_analysis", [](Source& s, [[maybe_unused]] Judge& judge) { judge(rate_meta_analysis(s.arms(), {.pooling = s.any<Pooling>(4), .confidence_level = s.level(), .scale = s.any<RateScale>(2)})); }},
    {"regression_to_the_mean", [](Source& s, [[maybe_unused]] Judge& judge) { judge(regression_to_the_mean(population(s), {s.number(), s.any<Selected>(2), static_cast<int>(s.count())}, {.confidence_level = s.level()})); }},
    {"correct_improvement", [](Source& s, [[maybe_unused]] Judge& judge) { judge(correct_improvement(s.number(), s.number(), regression_to_the_mean(population(s), {s.number(), s.any<Selected>(2), 1}), {.direction = s.any<Direction>(2), .confidence_level = s.level()})); }},
    {"skewed_regression", [](Source& s, [[maybe_unused]] Judge& judge) { judge(skewed_regression(population(s), {s.number(), s.any<Selected>(2), static_cast<int>(s.coin() ? 1 : s.count())}, {s.any<SkewedModel>(2), s.number(), s.replicates(), s.bits(), s.byte(), s.level()})); }},
    {"rci_facts", [](Source& s, [[maybe_unused]] Judge& judge) { rci_facts(s.list(), s.list(), s.share(), {.reliability_post = s.share()}); }},
    {"difference_reliability", [](Source& s, [[maybe_unused]] Judge& judge) { judge(difference_reliability(facts(s))); }},
    {"reliable_change", [](Source& s, [[maybe_unused]] Judge& judge) { judge(reliable_change(s.any<Rci>(6), facts(s), {s.any<Direction>(2), s.level(), s.any<Tie>(2)})(s.number(), s.number())); }},
    {"reliable_slope", [](Source& s, [[maybe_unused]] Judge& judge) { judge(reliable_slope(s.list(), s.list(), {s.number(), s.number(), s.number(), s.number(), s.number(), s.number()}, {s.any<Direction>(2), s.level(), s.any<Tie>(2)})); }},
    {"linear_course", [](Source& s, [[maybe_unused]] Judge& judge) { judge(linear_course(s.list(), s.list(), {.confidence_level = s.level()})); }},
    {"controls", [](Source& s, [[maybe_unused]] Judge& judge) { judge(controls(s.list(), s.list())); }},
    {"reliable_change", [](Source& s, [[maybe_unused]] Judge& judge) { judge(reliable_change(s.any<PracticeRci>(4), controls(s.list(), s.list()), {s.any<Direction>(2), s.level(), s.any<Tie>(2)})(s.number(), s.number())); }},
    {"responder_efficiency", [](Source& s, [[maybe_unused]] Judge& judge) { judge(responder_efficiency({s.number(), s.number(), s.number(), s.number(), s.share()}, s.count())); }},
    {"responder_translation", [](Source& s, [[maybe_unused]] Judge& judge) { judge(responder_translation({s.number(), s.number()}, {s.number(), s.number()}, IndividualMic(s.number()))); }},
    {"risk_difference_test", [](Source& s, [[maybe_unused]] Judge& judge) { judge(risk_difference_test(s.responders(), s.responders(), {.margin = s.share(), .alternative = s.any<Alternative>(3), .corrected = s.coin()})); }},
    {"risk_difference", [](Source& s, [[maybe_unused]] Judge& judge) { judge(risk_difference(s.responders(), s.responders(), {.method = s.any<RiskDifferenceMethod>(8), .confidence_level = s.level()})); }},
    {"risk_ratio", [](Source& s, [[maybe_unused]] Judge& judge) { judge(risk_ratio(s.responders(), s.responders(), {.method = s.any<RiskRatioMethod>(3), .confidence_level = s.level()})); }},
    {"update_mixture", [](Source& s, [[maybe_unused]] Judge& judge) { const MixturePart parts[] = {{s.share(), s.prior()}, {s.share(), s.prior()}}; judge(update_mixture(std::span(parts).first(s.below(3)), s.count(), s.count())); }},
    {"robust_prior", [](Source& s, [[maybe_unused]] Judge& judge) { const MixturePart parts[] = {{s.share(), s.prior()}, {s.share(), s.prior()}}; robust_prior(std::span(parts).first(s.below(3)), s.share(), s.prior()); }},
    {"roc", [](Source& s, [[maybe_unused]] Judge& judge) { judge(roc(s.list(), s.list(), {s.number(), s.any<TieRule>(3)})); }},
    {"sign_flip_exact", [](Source& s, [[maybe_unused]] Judge& judge) { judge(sign_flip_exact(s.list())); }},
    {"sign_flip_exact", [](Source& s, [[maybe_unused]] Judge& judge) { judge(sign_flip_exact(s.list(), s.list())); }},
    {"sign_flip_monte_carlo", [](Source& s, [[maybe_unused]] Judge& judge) { judge(sign_flip_monte_carlo(s.list(), {s.replicates(), s.bits(), s.byte(), s.level(), s.threads()})); }},
    {"sign_flip_monte_carlo", [](Source& s, [[maybe_unused]] Judge& judge) { judge(sign_flip_monte_carlo(s.list(), s.list(), {s.replicates(), s.bits(), s.byte(), s.level(), s.threads()})); }},
    {"sign_test", [](Source& s, [[maybe_unused]] Judge& judge) { judge(sign_test(s.size(), s.size(), s.size())); }},
    {"sign_test", [](Source& s, [[maybe_unused]] Judge& judge) { judge(sign_test(s.list(), {.confidence_level = s.level()})); }},
    {"sign_test", [](Source& s, [[maybe_unused]] Judge& judge) { judge(sign_test(s.list(), s.list(), {.confidence_level = s.level()})); }},
    {"signed_rank_exact", [](Source& s, [[maybe_unused]] Judge& judge) { judge(signed_rank_exact(s.list(), {.zeros = s.any<Zeros>(2)})); }},
    {"signed_rank_exact", [](Source& s, [[maybe_unused]] Judge& judge) { judge(signed_rank_exact(s.list(), s.list(), {.zeros = s.any<Zeros>(2)})); }},
    {"signed_rank_rules", [](Source& s, [[maybe_unused]] Judge& judge) { const SignedRankRules rules = signed_rank_rules(s.list()); judge(rules.pratt); judge(rules.wilcoxon); }},
    {"signed_rank_rules", [](Source& s, [[maybe_unused]] Judge& judge) { const SignedRankRules rules = signed_rank_rules(s.list(), s.list()); judge(rules.pratt); judge(rules.wilcoxon); }},
    {"signed_rank_normal", [](Source& s, [[maybe_unused]] Judge& judge) { judge(signed_rank_normal(s.list(), {.zeros = s.any<Zeros>(2), .continuity = s.any<Continuity>(2)})); }},
    {"signed_rank_normal", [](Source& s, [[maybe_unused]] Judge& judge) { judge(signed_rank_normal(s.list(), s.list(), {.zeros = s.any<Zeros>(2), .continuity = s.any<Continuity>(2)})); }},
    {"signed_rank_normal", [](Source& s, [[maybe_unused]] Judge& judge) { const auto c = difference_counts(s); judge(signed_rank_normal(DifferenceCounts{c, s.count(), static_cast<std::int32_t>(s.count()), s.bits()}, {.zeros = s.any<Zeros>(2), .continuity = s.any<Continuity>(2)})); }},
    {"signed_rank_cdf", [](Source& s, [[maybe_unused]] Judge& judge) { judge.chance(signed_rank_cdf(s.count(), s.coin() ? s.below(60) : s.size(), quick), "signed_rank_cdf"); }},
    {"stratified_rank_sum", [](Source& s, [[maybe_unused]] Judge& judge) { const List a = s.list(), b = s.list(), c = s.list(), d = s.list(); const RankStratum strata[] = {{a, b}, {c, d}}; judge(stratified_rank_sum(std::span(strata).first(s.below(3)), s.any<StratumRanks>(2))); }},
    {"stratified_miettinen_nurminen", [](Source& s, [[maybe_unused]] Judge& judge) { judge(stratified_miettinen_nurminen(s.strata(), {.confidence_level = s.level(), .margin = s.share()})); }},
    {"stratified_newcombe", [](Source& s, [[maybe_unused]] Judge& judge) { judge(stratified_newcombe(s.strata(), {.confidence_level = s.level()})); }},
    {"student_t", [](Source& s, [[maybe_unused]] Judge& judge) { judge(student_t(s.group(), s.group(), {.confidence_level = s.level(), .alternative = s.any<Alternative>(3), .null_value = s.number()})); }},
    {"student_t", [](Source& s, [[maybe_unused]] Judge& judge) { judge(student_t(s.list(), s.list(), {.confidence_level = s.level(), .alternative = s.any<Alternative>(3), .null_value = s.number()})); }},
    {"summary", [](Source& s, [[maybe_unused]] Judge& judge) { judge(summary(s.list(), static_cast<QuantileType>(1 + s.below(9)))); }},
    {"test_retest_sem", [](Source& s, [[maybe_unused]] Judge& judge) { judge(test_retest_sem(s.list(), s.list(), {.confidence_level = s.level()})); }},
    {"tost", [](Source& s, [[maybe_unused]] Judge& judge) { judge(tost(s.group(), s.group(), s.number(), s.number(), {.variances = s.any<Variances>(2), .alpha = s.share()})); }},
    {"tost", [](Source& s, [[maybe_unused]] Judge& judge) { judge(tost(s.list(), s.list(), s.number(), s.number(), {.variances = s.any<Variances>(2), .alpha = s.share()})); }},
    {"triangulate", [](Source& s, [[maybe_unused]] Judge& judge) { judge(triangulate(s.list(), s.list())); }},
    {"truncated_normal", [](Source& s, [[maybe_unused]] Judge& judge) { judge(truncated_normal(s.list(), s.number(), {.selected = s.any<Selected>(2), .confidence_level = s.level()})); }},
    {"two_sample_effect", [](Source& s, [[maybe_unused]] Judge& judge) { judge(two_sample_effect(s.group(), s.group(), {.confidence_level = s.level()})); }},
    {"two_sample_effect", [](Source& s, [[maybe_unused]] Judge& judge) { judge(two_sample_effect(s.list(), s.list(), {.confidence_level = s.level()})); }},
    {"two_sample_permutation_exact", [](Source& s, [[maybe_unused]] Judge& judge) { judge(two_sample_permutation_exact(s.list(), s.list())); }},
    {"two_sample_permutation_monte_carlo", [](Source& s, [[maybe_unused]] Judge& judge) { judge(two_sample_permutation_monte_carlo(s.list(), s.list(), {s.replicates(), s.bits(), s.byte(), s.level()})); }},
    {"unconditional_exact_test", [](Source& s, [[maybe_unused]] Judge& judge) { judge(unconditional_exact_test(s.responders(), s.responders(), {.order = s.any<UnconditionalOrder>(3)})); }},
    {"weighted_kappa", [](Source& s, [[maybe_unused]] Judge& judge) { judge(weighted_kappa(s.counts(), s.coin() ? s.size() : 1 + s.below(4), s.any<KappaWeights>(3), {.confidence_level = s.level()})); }},
    {"weighted_kappa", [](Source& s, [[maybe_unused]] Judge& judge) { judge(weighted_kappa(s.list(), s.list(), static_cast<int>(s.count()), static_cast<int>(s.count()), s.any<KappaWeights>(3), {.confidence_level = s.level()})); }},
    {"welch_t", [](Source& s, [[maybe_unused]] Judge& judge) { judge(welch_t(s.group(), s.group(), {.confidence_level = s.level(), .alternative = s.any<Alternative>(3), .null_value = s.number()})); }},
    {"welch_t", [](Source& s, [[maybe_unused]] Judge& judge) { judge(welch_t(s.list(), s.list(), {.confidence_level = s.level(), .alternative = s.any<Alternative>(3), .null_value = s.number()})); }},
    {"yuen_means", [](Source& s, [[maybe_unused]] Judge& judge) { judge(yuen_means(s.list(), s.list(), {s.share(), s.level(), s.any<Winsorising>(2)})); }},
    {"yuen_differences", [](Source& s, [[maybe_unused]] Judge& judge) { judge(yuen_differences(s.list(), {s.share(), s.level(), s.any<Winsorising>(2)})); }},
    {"yuen_differences", [](Source& s, [[maybe_unused]] Judge& judge) { judge(yuen_differences(s.list(), s.list(), {s.share(), s.level(), s.any<Winsorising>(2)})); }},
};

/// Calls the function that the first bytes name; the fault, or null.
inline const char* run_one(std::size_t which, std::span<const std::uint8_t> bytes) {
    Source source(bytes);
    Judge judge;
    calls[which % std::size(calls)].run(source, judge);
    return judge.fault;
}

}  // namespace hostile
