// SPDX-License-Identifier: BSL-1.0
// Rules about two values of one visit: a contradiction, a difference, two of a kind.
#pragma once

#include "eczscore/trial/checks/check.hpp"

namespace eczscore::trial::checks {

namespace detail {
inline bool holds(const VisitView& view, const Condition& side, Exact value) {
    const Exact limit = side.parameter.empty() ? side.limit : view.parameter(side.parameter);
    switch (side.relation) {
        case Relation::at_most: return value <= limit;
        case Relation::at_least: return value >= limit;
        case Relation::above: return value > limit;
    }
    return false;
}
}  // namespace detail

/// A finding for every pair of which both sides hold.
inline bool pairs_contradict(const VisitView& view) {
    bool looked = false;
    for (const Pair& pair : view.check.pairs) {
        const auto first = value_of(view.layout, view.visit, pair.first.field);
        const auto second = value_of(view.layout, view.visit, pair.second.field);
        if (!first || !second) continue;
        looked = true;
        if (detail::holds(view, pair.first, first->value) &&
            detail::holds(view, pair.second, second->value)) {
            view.find({fact(*first), fact(*second)});
        }
    }
    return looked;
}

/// A finding for every pair of fields that differ by more than the parameter `difference`.
inline bool twins_differ(const VisitView& view) {
    bool looked = false;
    for (const Twins& twins : view.check.twins) {
        const auto first = value_of(view.layout, view.visit, twins.first);
        const auto second = value_of(view.layout, view.visit, twins.second);
        if (!first || !second) continue;
        looked = true;
        const WideExact apart = WideExact::difference(first->value, second->value);
        if ((apart < 0 ? -apart : apart) > view.parameter("difference"))
            view.find({fact(*first), fact(*second)});
    }
    return looked;
}

/// A finding for every pair of instruments that were both answered.
inline bool both_answered(const VisitView& view) {
    bool looked = false;
    const auto first_answer = [&](Text id) -> std::optional<Fact> {
        for (std::size_t s = 0; s < view.layout.size(); ++s) {
            if (!view.layout[s].is_read() || !(view.layout[s].instrument->id == id)) continue;
            const auto& answers = view.visit.assessments[s].answers;
            for (std::size_t i = 0; i < answers.size(); ++i) {
                if (!answers[i].is_value()) continue;
                return fact(FoundValue{.value = answers[i].exact(), .source = s, .item = i});
            }
        }
        return std::nullopt;
    };
    for (const Twins& twins : view.check.twins) {
        const auto first = first_answer(twins.first.instrument);
        const auto second = first_answer(twins.second.instrument);
        looked |= first || second;
        if (first && second) view.find({*first, *second});
    }
    return looked;
}

}  // namespace eczscore::trial::checks
