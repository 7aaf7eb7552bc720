// SPDX-License-Identifier: BSL-1.0
// Topical steroid in grams: per product, per potency class, per week, and with the caller's
// weights.
#pragma once

#include <array>
#include <cstddef>
#include <span>

#include "eczscore/core/citation.hpp"
#include "eczscore/trial/tube.hpp"

namespace eczscore::trial {

inline constexpr Evidence grams_evidence{nullptr, Confidence::medium,
                                         "dispensed minus returned weight, per product"};
inline constexpr Evidence potency_weight_evidence{
    nullptr, Confidence::low,
    "there is no agreed potency weight: the weights are the caller's, and 1, 2, 3, 4 only a label"};

namespace detail {

/// Adds one weight to a sum. Invalid wins over missing, and either leaves no sum.
constexpr void add(Grams& sum, const Grams& more) {
    if (sum.status == Status::invalid || more.status == Status::invalid) {
        sum = {.status = Status::invalid};
    } else if (!sum.is_known() || !more.is_known()) {
        sum = {};
    } else {
        sum = weighed(sum.grams + more.grams, sum.is_upper_bound || more.is_upper_bound);
    }
}
inline constexpr Grams nothing{.status = Status::ok};

}  // namespace detail

/// Grams used of one product, over all of its tubes; missing when none is listed.
constexpr Grams grams_of_product(std::span<const Tube> tubes, int product,
                                 Unreturned policy = Unreturned::missing) {
    Grams sum = detail::nothing;
    bool is_listed = false;
    for (const Tube& tube : tubes) {
        if (tube.product != product) continue;
        detail::add(sum, grams_used(tube, policy));
        is_listed = true;
    }
    return is_listed ? sum : Grams{};
}

/// Topical steroid of one person over one period. A class without a tube has 0 g; where no tube is
/// listed at all, everything is missing.
struct SteroidUse {
    PotencyScheme scheme = PotencyScheme::unknown;
    Grams total;
    std::array<Grams, 7> by_class{};  ///< class 1 first; as many count as the scheme has
    int unreturned = 0;               ///< tubes with a dispensed weight that did not come back
    int refused = 0;                  ///< tubes with impossible weights or classes
    int unclassified = 0;             ///< tubes without a class in this scheme: in the total alone

    /// The grams of one potency class; missing where it is not of this scheme.
    constexpr Grams of(Potency potency) const {
        if (potency.scheme != scheme || potency.number < 1 || !potency.is_valid()) return {};
        return by_class[static_cast<std::size_t>(potency.number - 1)];
    }
};

/// Sums the tubes by the classes of one scheme. Classes of the other scheme are not converted.
constexpr SteroidUse steroid_use(std::span<const Tube> tubes, PotencyScheme scheme,
                                 Unreturned policy = Unreturned::missing) {
    SteroidUse use;
    use.scheme = scheme;
    if (tubes.empty()) return use;
    use.total = detail::nothing;
    for (int i = 0; i < class_count(scheme); ++i) {
        use.by_class[static_cast<std::size_t>(i)] = detail::nothing;
    }
    for (const Tube& tube : tubes) {
        const Grams used = grams_used(tube, policy);
        detail::add(use.total, used);
        use.refused += used.status == Status::invalid;
        use.unreturned += tube.returned_g.is_missing() && !tube.dispensed_g.is_missing();
        if (tube.potency.scheme != scheme || scheme == PotencyScheme::unknown) {
            ++use.unclassified;
        } else if (tube.potency.is_valid()) {
            detail::add(use.by_class[static_cast<std::size_t>(tube.potency.number - 1)], used);
        }
    }
    return use;
}

/// Grams per week over a period of `days`; invalid for less than one day.
constexpr Grams per_week(Grams used, int days) {
    if (days < 1) return {.status = Status::invalid};
    if (!used.is_known()) return used;
    return weighed(used.grams * Exact::ratio(7, days), used.is_upper_bound);
}

/// Grams weighted by potency, with one weight of the caller's per class. Invalid when the number
/// of weights is not that of the classes; missing when a class is, or when a tube has no class.
constexpr Grams potency_weighted(const SteroidUse& use, std::span<const Exact> weights) {
    const auto classes = static_cast<std::size_t>(class_count(use.scheme));
    if (classes == 0 || weights.size() != classes || use.refused > 0) {
        return {.status = Status::invalid};
    }
    if (use.unclassified > 0) return {};
    Grams sum = detail::nothing;
    for (std::size_t i = 0; i < classes; ++i) {
        const Grams& of_class = use.by_class[i];
        detail::add(sum, of_class.is_known()
                             ? weighed(of_class.grams * weights[i], of_class.is_upper_bound)
                             : of_class);
    }
    return sum;
}

/// A score of the caller's own over the steroid used. Trials speak of a "modified topical
/// corticosteroid score"; no source that defines one could be found, so none is offered here.
template <class Callback>
constexpr auto tcs_score(const SteroidUse& use, const Callback& callback) {
    return callback(use);
}

}  // namespace eczscore::trial
