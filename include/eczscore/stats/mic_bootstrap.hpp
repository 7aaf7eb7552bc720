// SPDX-License-Identifier: BSL-1.0
// Bootstrap intervals of all anchor-based MICs, on the same resampled patients.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "eczscore/stats/detail/decimals.hpp"
#include "eczscore/stats/detail/differences.hpp"
#include "eczscore/stats/detail/in_shares.hpp"
#include "eczscore/stats/detail/logistic_line.hpp"
#include "eczscore/stats/detail/moments.hpp"
#include "eczscore/stats/detail/philox.hpp"
#include "eczscore/stats/detail/quantile.hpp"
#include "eczscore/stats/detail/result.hpp"
#include "eczscore/stats/detail/roc_table.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/quantile_type.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// Which anchor levels count, and how often is resampled.
struct MicBootstrapOptions {
    double minimally_improved = 1.0;    ///< the anchor level "a little better"
    double unchanged = 0.0;             ///< the anchor level "unchanged"
    double improved_from = 1.0;         ///< anchor levels from here on count as improved
    double reliability = not_a_number;  ///< of the transition ratings, for the improved adjusted
    std::size_t replicates = 2000;
    std::uint64_t seed = 1;
    std::uint32_t stream = 0;
    double confidence_level = 0.95;
    QuantileType quantile = QuantileType::linear;  ///< of the percentile limits
    unsigned threads = 1;  ///< 0: one a processor; their number changes no bit
};

/// Every MIC of one sample; NaN where it does not exist.
struct MicEstimates {
    double mean_change = not_a_number;
    double mean_difference = not_a_number;  ///< minimally improved minus unchanged
    double youden = not_a_number;           ///< the smallest of tied thresholds
    double closest_corner = not_a_number;   ///< the smallest of tied thresholds
    double predictive = not_a_number;
    double adjusted = not_a_number;
    double improved = not_a_number;
};

/// One estimator over the replicates.
struct MicReplicates {
    double estimate = not_a_number;  ///< of the sample itself
    double mean = not_a_number;      ///< of the replicates
    double sd = not_a_number;
    Interval ci{};  ///< percentile; `approximate` where replicates failed, `zero_variance`
                    ///< without limits where all patients changed by the same
    std::size_t used = 0;
    std::size_t failed = 0;  ///< replicates in which the MIC does not exist: left out, counted
};

/// Replicates of every anchor-based MIC, from the same resampled patients.
struct MicBootstrap {
    MicReplicates mean_change{};
    MicReplicates mean_difference{};
    MicReplicates youden{};
    MicReplicates closest_corner{};
    MicReplicates predictive{};
    MicReplicates adjusted{};
    MicReplicates improved{};
    std::vector<MicEstimates> replicates;
    std::size_t n = 0;
    std::size_t missing = 0;
    Text method = "bootstrap of patients, percentile";
    State state = State::too_few;
};

namespace detail {

/// The sample, sorted once; a replicate only counts anew.
struct MicSample {
    RocTable table;
    std::vector<std::size_t> place;  ///< of each patient's change among the values
    Pairs pairs;
};

inline MicSample mic_sample(Pairs pairs, double improved_from) {
    MicSample sample{roc_table(pairs, improved_from), {}, std::move(pairs)};
    const std::vector<double>& values = sample.table.values;
    sample.place.reserve(sample.pairs.size());
    for (const double change : sample.pairs.first) {
        const auto found = std::lower_bound(values.begin(), values.end(), change);
        sample.place.push_back(static_cast<std::size_t>(found - values.begin()));
    }
    return sample;
}

/// All MICs of the patients that `patient(i)` names, for i below n. `table` is the work space.
template <class Patient>
MicEstimates mic_estimates(const MicSample& sample, RocTable& table, Patient&& patient,
                           const MicBootstrapOptions& options) {
    std::fill(table.improved_at.begin(), table.improved_at.end(), 0);
    std::fill(table.other_at.begin(), table.other_at.end(), 0);
    table.improved = table.other = 0;
    Sum sums[2];
    double counts[2] = {0.0, 0.0};
    for (std::size_t i = 0; i < sample.place.size(); ++i) {
        const std::size_t who = patient(i);
        const double rating = sample.pairs.second[who];
        const bool is_improved = rating >= options.improved_from;
        ++(is_improved ? table.improved_at : table.other_at)[sample.place[who]];
        ++(is_improved ? table.improved : table.other);
        for (const int group : {0, 1}) {
            if (rating != (group == 1 ? options.minimally_improved : options.unchanged)) continue;
            sums[group].add(sample.pairs.first[who]);
            ++counts[group];
        }
    }
    MicEstimates all;
    if (counts[1] > 0.0) all.mean_change = sums[1].over(counts[1]);
    if (counts[1] > 0.0 && counts[0] > 0.0) {
        all.mean_difference = all.mean_change - sums[0].over(counts[0]);
    }
    all.youden = first_best_threshold(table, lost_youden);
    all.closest_corner = first_best_threshold(table, corner_distance);
    const PredictiveLine of = predictive_line(table);
    if (of.state != State::ok) return all;
    all.predictive = of.mic;
    all.adjusted = of.mic - correction_2017(of.spread, of.log_odds);
    if (options.reliability > 0.0 && options.reliability <= 1.0) {
        all.improved = of.mic - correction_2022(of.spread, of.log_odds, options.reliability);
    }
    return all;
}

inline MicReplicates mic_replicates(const MicBootstrap& all, double estimate,
                                    double MicEstimates::* column, std::vector<double>& values,
                                    const MicBootstrapOptions& options) {
    values.clear();
    for (const MicEstimates& each : all.replicates) {
        if (!std::isnan(each.*column)) values.push_back(each.*column);
    }
    MicReplicates result;
    result.estimate = estimate;
    result.used = values.size();
    result.failed = all.replicates.size() - values.size();
    result.ci.confidence_level = options.confidence_level;
    result.ci.method = "percentile";
    const Moments of = moments(values);
    result.mean = of.mean;
    result.sd = of.sd();
    if (values.size() < 2) return result;
    if (!is_level(options.confidence_level)) {
        result.ci.state = State::invalid_argument;
        return result;
    }
    std::sort(values.begin(), values.end());
    const double tail = (1.0 - options.confidence_level) / 2.0;
    const auto at = [&](std::uint64_t k) { return values[static_cast<std::size_t>(k - 1)]; };
    result.ci.lower = quantile_of(values.size(), tail, options.quantile, at);
    result.ci.upper = quantile_of(values.size(), 1.0 - tail, options.quantile, at);
    result.ci.state = result.failed == 0 ? State::ok : State::approximate;
    return result;
}

/// `patient(r, i)` is the i-th patient of replicate r.
template <class Start>
MicBootstrap run_mic_bootstrap(const MicSample& sample, std::size_t replicates, Start&& start,
                               const MicBootstrapOptions& options) {
    MicBootstrap result;
    result.n = sample.pairs.size();
    result.missing = sample.pairs.missing;
    if (result.n == 0) return result;
    RocTable table = sample.table;
    const auto itself = [](std::size_t i) { return i; };
    const MicEstimates whole = mic_estimates(sample, table, itself, options);
    result.replicates.resize(replicates);
    in_shares(replicates, options.threads, [&](std::size_t first, std::size_t end) {
        RocTable space = sample.table;
        for (std::size_t r = first; r < end; ++r) {
            result.replicates[r] = mic_estimates(sample, space, start(r), options);
        }
    });
    const bool is_constant = sample.table.values.size() == 1;
    std::vector<double> values;
    values.reserve(replicates);
    const auto summary = [&](double MicEstimates::* column) {
        MicReplicates of = mic_replicates(result, whole.*column, column, values, options);
        if (is_constant) {
            of.ci.lower = of.ci.upper = not_a_number;
            of.ci.state = State::zero_variance;
        }
        return of;
    };
    result.mean_change = summary(&MicEstimates::mean_change);
    result.mean_difference = summary(&MicEstimates::mean_difference);
    result.youden = summary(&MicEstimates::youden);
    result.closest_corner = summary(&MicEstimates::closest_corner);
    result.predictive = summary(&MicEstimates::predictive);
    result.adjusted = summary(&MicEstimates::adjusted);
    result.improved = summary(&MicEstimates::improved);
    result.state = is_constant ? State::zero_variance : State::ok;
    return result;
}

}  // namespace detail

/// Resamples patients `options.replicates` times. Replicate r depends on seed, stream and r alone,
/// and the patients are sorted first, so that neither their order nor `threads` changes a bit.
/// change  improvement, positive is better; NaN is missing. Shape: one per patient.
/// anchor  the patient's rating of change.
/// states  `too_few` without a patient; of an interval, where fewer than 2 replicates have the MIC;
///         `zero_variance` where all patients changed by the same; `invalid_argument` of an
///         interval for a level outside (0, 1).
inline MicBootstrap mic_bootstrap(std::span<const double> change, std::span<const double> anchor,
                                  const MicBootstrapOptions& options = {}) {
    const detail::MicSample sample = detail::mic_sample(
        detail::sorted_pairs(detail::decimal_pairs(change, anchor)), options.improved_from);
    const auto n = static_cast<std::uint32_t>(sample.pairs.size());
    const std::uint32_t rejected = n > 0 ? detail::rejected_below(n) : 0;
    const auto start = [&](std::size_t replicate) {
        return [random = detail::Philox(options.seed, options.stream, replicate), n,
                rejected](std::size_t) mutable {
            return static_cast<std::size_t>(random.below(n, rejected));
        };
    };
    return detail::run_mic_bootstrap(sample, options.replicates, start, options);
}

/// The same on recorded resamples, to repeat what another program drew.
/// indices  from 0, among the patients with change and anchor in their order; a row of n for each
///          replicate. `invalid_argument` where rows are broken or an index is n or more.
inline MicBootstrap mic_bootstrap(std::span<const double> change, std::span<const double> anchor,
                                  std::span<const std::uint32_t> indices,
                                  const MicBootstrapOptions& options = {}) {
    const detail::MicSample sample =
        detail::mic_sample(detail::decimal_pairs(change, anchor), options.improved_from);
    const std::size_t n = sample.pairs.size();
    const auto is_outside = [n](std::uint32_t index) { return index >= n; };
    if (n == 0 || indices.size() % n != 0 ||
        std::any_of(indices.begin(), indices.end(), is_outside)) {
        MicBootstrap result;
        result.n = n;
        result.missing = sample.pairs.missing;
        result.state = n == 0 ? State::too_few : State::invalid_argument;
        return result;
    }
    const auto start = [&](std::size_t replicate) {
        return [row = indices.subspan(replicate * n, n)](std::size_t i) {
            return static_cast<std::size_t>(row[i]);
        };
    };
    return detail::run_mic_bootstrap(sample, indices.size() / n, start, options);
}

}  // namespace eczscore::stats
