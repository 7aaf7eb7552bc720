// SPDX-License-Identifier: BSL-1.0
// From a record of flux to one reading: the first window at the end of which the flux is steady.
#pragma once

#include <cstddef>
#include <span>

#include "eczscore/core/name_of.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/units/any_quantity.hpp"
#include "eczscore/units/duration.hpp"
#include "eczscore/units/flux.hpp"
#include "eczscore/units/reading_finding.hpp"

namespace eczscore::units {

/// When a record counts as steady. A window is steady when both its standard deviation and its
/// drift over the window's length are at most the larger of `floor` and `share` of its mean.
struct SteadyRule {
    Text id{};
    Duration window = Duration::seconds(10);
    Duration earliest_end = Duration::seconds(20);
    Duration give_up = Duration::seconds(90);
    std::size_t fewest_samples = 5;
    double fewest_per_second = 1;
    WaterVapourFlux floor = WaterVapourFlux::g_per_m2_h(0.3);
    double share = 0.05;
    Evidence evidence{};
};

/// A proposal: that a standard deviation ends a reading was seen, these thresholds are
/// ours, unpublished.
inline constexpr SteadyRule trailing_window_10_s{
    .id = "trailing_window_10_s",
    .evidence = {cite("evaporimetry_faq"), Confidence::low,
                 "proposed thresholds without published authority; the concept was seen"}};

/// A window of a record.
struct FluxWindow {
    std::size_t first = 0;  ///< sample
    std::size_t count = 0;
    Duration end = Duration::seconds(__builtin_nan(""));
    WaterVapourFlux mean = WaterVapourFlux::g_per_m2_h(__builtin_nan(""));
    WaterVapourFlux sd = WaterVapourFlux::g_per_m2_h(__builtin_nan(""));
    double slope_per_s = __builtin_nan("");  ///< g/m2/h per second, least squares

    /// Coefficient of variation, in percent.
    constexpr double cv_percent() const { return 100 * (sd / mean).in({"1"}); }
};

/// Whether a record of TEWL has a reading.
enum class Steadiness : std::uint8_t {
    steady,
    unstable,     ///< no steady window in time: there is no reading
    too_short,    ///< ends before the first window can
    too_sparse,   ///< fewer samples than the rule asks for
    not_a_record  ///< times do not increase, a value is missing, or the lists differ in length
};
constexpr Text name(Steadiness steadiness) {
    constexpr Text names[] = {"steady", "unstable", "too_short", "too_sparse", "not_a_record"};
    return name_of(names, steadiness);
}

/// The reading of a record. `window` is the steady one; for an unstable record the last, to be
/// looked at and not to be used.
struct Readout {
    Steadiness steadiness = Steadiness::not_a_record;
    FluxWindow window{};
    const SteadyRule* rule = nullptr;

    /// The mean of the steady window; `out_of_range` when the record is not steady.
    constexpr Checked<WaterVapourFlux> flux() const {
        if (steadiness != Steadiness::steady) return Reason::out_of_range;
        return window.mean;
    }
};

/// Mean, standard deviation (n - 1) and slope of `count` samples from `first` on.
inline FluxWindow flux_window(std::span<const double> at_seconds,
                              std::span<const WaterVapourFlux> flux, std::size_t first,
                              std::size_t count) {
    FluxWindow window{.first = first, .count = count};
    if (count == 0) return window;
    const auto n = static_cast<double>(count);
    double mean_t = 0;
    double mean = 0;
    for (std::size_t i = first; i < first + count; ++i) {
        mean_t += at_seconds[i];
        mean += flux[i].in(g_per_m2_h);
    }
    mean_t /= n;
    mean /= n;
    double tt = 0;
    double tf = 0;
    double ff = 0;
    for (std::size_t i = first; i < first + count; ++i) {
        const double t = at_seconds[i] - mean_t;
        const double f = flux[i].in(g_per_m2_h)-mean;
        tt += t * t;
        tf += t * f;
        ff += f * f;
    }
    window.end = Duration::seconds(at_seconds[first + count - 1]);
    window.mean = WaterVapourFlux::g_per_m2_h(mean);
    window.sd = WaterVapourFlux::g_per_m2_h(__builtin_sqrt(ff / (n - 1)));
    window.slope_per_s = tf / tt;
    return window;
}

/// Whether a window meets the rule.
constexpr bool is_steady(const FluxWindow& window, const SteadyRule& rule) {
    const double mean = window.mean.in(g_per_m2_h);
    const double floor = rule.floor.in(g_per_m2_h);
    const double most = rule.share * mean > floor ? rule.share * mean : floor;
    const double drift = window.slope_per_s * rule.window.in(seconds);
    return window.sd.in(g_per_m2_h) <= most && drift <= most && -drift <= most;
}

namespace detail {
inline bool is_record(std::span<const double> at, std::span<const WaterVapourFlux> flux) {
    if (at.empty() || at.size() != flux.size()) return false;
    for (std::size_t i = 0; i < at.size(); ++i) {
        const double value = flux[i].in(g_per_m2_h);
        if (value - value != 0 || at[i] - at[i] != 0) return false;
        if (i > 0 && !(at[i] > at[i - 1])) return false;
    }
    return true;
}
}  // namespace detail

/// The first steady window (T - window, T] with T from `earliest_end` to before `give_up`.
/// at_seconds  since the probe touched the skin, increasing; one for each flux
inline Readout read_out(std::span<const double> at_seconds, std::span<const WaterVapourFlux> flux,
                        const SteadyRule& rule = trailing_window_10_s) {
    Readout result{.rule = &rule};
    if (!detail::is_record(at_seconds, flux)) return result;
    const double earliest = rule.earliest_end.in(seconds);
    const double window = rule.window.in(seconds);
    const std::size_t n = at_seconds.size();
    const double span = at_seconds[n - 1] - at_seconds[0];
    result.steadiness = Steadiness::too_short;
    if (at_seconds[n - 1] < earliest) return result;
    result.steadiness = Steadiness::too_sparse;
    if (static_cast<double>(n - 1) < rule.fewest_per_second * span * (1 - 1e-9)) return result;
    std::size_t first = 0;
    for (std::size_t last = 0; last < n; ++last) {
        const double end = at_seconds[last];
        if (end < earliest) continue;
        if (end >= rule.give_up.in(seconds)) break;
        while (at_seconds[first] <= end - window) ++first;
        const std::size_t count = last + 1 - first;
        if (count < rule.fewest_samples) continue;
        result.window = flux_window(at_seconds, flux, first, count);
        result.steadiness =
            is_steady(result.window, rule) ? Steadiness::steady : Steadiness::unstable;
        if (result.steadiness == Steadiness::steady) break;
    }
    return result;
}

/// Why a flux is not TEWL.
enum class TewlRefusal : std::uint8_t { none, not_steady, conditions };

/// TEWL, or why the flux cannot be taken for TEWL.
struct AcceptedTewl {
    Checked<Tewl> value = Reason::out_of_range;
    TewlRefusal refusal = TewlRefusal::not_steady;
};

/// The only way from a raw flux to TEWL: a steady read-out whose circumstances gave no error.
/// found  of `check_measurement`, under the guideline that the study names
constexpr AcceptedTewl accept_tewl(const Readout& readout, const ReadingFindings& found) {
    const auto flux = readout.flux();
    if (!flux.ok()) return {};
    if (found.has(Severity::error)) return {Reason::out_of_range, TewlRefusal::conditions};
    return {Tewl::g_per_m2_h(flux.value().in(g_per_m2_h)), TewlRefusal::none};
}

}  // namespace eczscore::units
