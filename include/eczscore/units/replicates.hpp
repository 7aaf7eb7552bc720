// SPDX-License-Identifier: BSL-1.0
// Several readings on adjacent spots into one: which average, and when they disagree.
#pragma once

#include <cstddef>
#include <span>

#include "eczscore/core/name_of.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/units/any_quantity.hpp"
#include "eczscore/units/flux.hpp"
#include "eczscore/units/hydration.hpp"

namespace eczscore::units {

/// How many readings are wanted, and how far apart they may be: the larger of `floor` (in the
/// kind's unit) and `share` of their mean.
struct ReplicateRule {
    Text id{};
    std::size_t required = 2;
    std::size_t wanted = 3;
    double floor = 0;
    double share = 0;
    bool asks_for_a_fourth = false;
    Evidence evidence{};
};

/// Three readings (as in 1036 newborns), two at least (single values were judged insufficient);
/// that 1.5 g/m2/h or 20 % is too far apart is a proposal.
inline constexpr ReplicateRule tewl_replicates{
    "tewl_replicates",
    2,
    3,
    1.5,
    0.2,
    true,
    Evidence{cite("sacrum_2021"), Confidence::low,
             "two or more readings: seen; the limits of disagreement are proposed"}};
/// Three readings of one Corneometer, flagged when they range over more than 15 AU: a proposal.
inline constexpr ReplicateRule corneometer_replicates{
    "corneometer_replicates",
    1,
    3,
    15,
    0,
    false,
    Evidence{cite("sacrum_2021"), Confidence::low,
             "single readings were judged acceptable; three and the 15 AU are proposed"}};

/// What replicate readings say together.
enum class Agreement : std::uint8_t {
    agree,         ///< `value` is the mean
    too_few,       ///< fewer than the rule requires: no value
    ask_a_fourth,  ///< three that are too far apart: no value until there is a fourth
    one_is_out,    ///< `value` is the median; `out` says which one it is
    discordant,    ///< the others disagree too: no value
    far_apart      ///< too far apart, under a rule that only flags it; `value` is the mean
};
constexpr Text name(Agreement agreement) {
    constexpr Text names[] = {"agree",      "too_few",    "ask_a_fourth",
                              "one_is_out", "discordant", "far_apart"};
    return name_of(names, agreement);
}

/// The outcome of replicates; nothing is dropped without `out` saying which reading.
template <class K>
struct Replicates {
    Agreement agreement = Agreement::too_few;
    Quantity<K> value{__builtin_nan(""), UnitOf<typename K::Units>{}};
    double range = __builtin_nan("");  ///< largest minus smallest, in the kind's unit
    double limit = __builtin_nan("");  ///< how large it may be
    std::size_t n = 0;
    bool is_below_wanted = false;
    std::size_t out = 0;  ///< the reading that is out, when `one_is_out`
    const ReplicateRule* rule = nullptr;

    /// There are enough readings for `value`, even if they are far apart.
    constexpr bool has_value() const {
        return agreement == Agreement::agree || agreement == Agreement::one_is_out ||
               agreement == Agreement::far_apart;
    }
};

namespace detail {

struct Extent {
    double mean = 0;
    double low = 0;
    double high = 0;

    constexpr double range() const { return high - low; }
    constexpr double limit(const ReplicateRule& rule) const {
        return rule.share * mean > rule.floor ? rule.share * mean : rule.floor;
    }
};
/// Without the reading at `skipped`; with all of them when that is their number.
template <class K>
constexpr Extent extent(std::span<const Quantity<K>> readings, std::size_t skipped) {
    Extent all;
    std::size_t n = 0;
    for (std::size_t i = 0; i < readings.size(); ++i) {
        if (i == skipped) continue;
        const double value = stored(readings[i]);
        all.low = n == 0 || value < all.low ? value : all.low;
        all.high = n == 0 || value > all.high ? value : all.high;
        all.mean += value;
        ++n;
    }
    all.mean /= static_cast<double>(n);
    return all;
}
/// The mean of the middle two, or the middle one, by rank; for the few that replicates are.
template <class K>
constexpr double median(std::span<const Quantity<K>> readings) {
    const std::size_t n = readings.size();
    double low = 0;
    double high = 0;
    for (std::size_t i = 0; i < n; ++i) {
        std::size_t rank = 0;
        for (std::size_t j = 0; j < n; ++j) {
            const double a = stored(readings[j]);
            const double b = stored(readings[i]);
            rank += a < b || (a == b && j < i);
        }
        if (rank == (n - 1) / 2) low = stored(readings[i]);
        if (rank == n / 2) high = stored(readings[i]);
    }
    return (low + high) / 2;
}

}  // namespace detail

/// Averages readings of one kind and device. Where they range too far and the rule asks for a
/// fourth, four or more give their median if all but one agree, and nothing if they do not.
/// Readings must be numbers (`too_few` otherwise).
template <class K>
constexpr Replicates<K> average_replicates(std::span<const Quantity<K>> readings,
                                           const ReplicateRule& rule) {
    using Q = Quantity<K>;
    Replicates<K> result{
        .n = readings.size(), .is_below_wanted = readings.size() < rule.wanted, .rule = &rule};
    const std::size_t n = readings.size();
    if (n == 0 || n < rule.required) return result;
    const detail::Extent all = detail::extent(readings, n);
    if (!(all.range() - all.range() == 0) || all.mean != all.mean) return result;
    result.range = all.range();
    result.limit = all.limit(rule);
    const bool agree = n < 3 || result.range <= result.limit;
    if (agree || !rule.asks_for_a_fourth) {
        result.agreement = agree ? Agreement::agree : Agreement::far_apart;
        result.value = Q(all.mean, typename Q::UnitType{});
        return result;
    }
    result.agreement = n == 3 ? Agreement::ask_a_fourth : Agreement::discordant;
    if (n == 3) return result;
    double closest = result.range;
    for (std::size_t i = 0; i < n; ++i) {
        const detail::Extent rest = detail::extent(readings, i);
        if (rest.range() > rest.limit(rule) || !(rest.range() < closest)) continue;
        closest = rest.range();
        result.agreement = Agreement::one_is_out;
        result.out = i;
    }
    if (result.agreement == Agreement::one_is_out) {
        result.value = Q(detail::median(readings), typename Q::UnitType{});
    }
    return result;
}

}  // namespace eczscore::units
