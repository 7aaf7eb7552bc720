// SPDX-License-Identifier: BSL-1.0
// The sum of a domain in symbols: `0.1 x area x (erythema + highest of (a, b))`.
#pragma once

#include <cstddef>

#include "eczscore/core/text_out.hpp"
#include "eczscore/report/number.hpp"
#include "eczscore/report/words.hpp"

namespace eczscore::report::detail {

/// Whether an item is one of the parts of the sum; the others multiply it or stand beside it.
constexpr bool is_added(const Item& item) {
    return item.role != Role::multiplies && item.role != Role::recorded;
}

/// Calls `each(first, parts)` for every question that is added up: the index of its first item in
/// the domain, and how many items are parts of it.
template <class Each>
constexpr void for_each_question(const Domain& domain, const Each& each) {
    std::size_t first = 0;
    std::size_t parts = 0;
    for (std::size_t i = 0; i < domain.items.size(); ++i) {
        const Item& item = domain.items[i];
        if (!is_added(item)) continue;
        if (item.role == Role::adds || parts == 0) {
            if (parts > 0) each(first, parts);
            first = i;
            parts = 0;
        }
        ++parts;
    }
    if (parts > 0) each(first, parts);
}

/// The questions that are added up, with `between` between them.
/// term  writes an item, by its index in the domain
template <class Term>
void added_text(TextOut& out, const Domain& domain, std::string_view between, const Term& term) {
    bool is_first = true;
    for_each_question(domain, [&](std::size_t first, std::size_t parts) {
        out << (is_first ? std::string_view() : between) << (parts > 1 ? "highest of (" : "");
        is_first = false;
        for (std::size_t i = first, left = parts; left > 0; ++i) {
            if (!is_added(domain.items[i])) continue;
            term(i);
            if (--left > 0) out << ", ";
        }
        if (parts > 1) out << ')';
    });
}

/// weight x multiplying items x the sum.
template <class Term>
void sum_text(TextOut& out, const Domain& domain, Exact weight, const Term& term) {
    std::size_t factors = 0;
    const auto times = [&] { out << (factors++ > 0 ? " x " : ""); };
    if (weight != Exact(1)) {
        times();
        ratio_text(out, weight);
    }
    for (std::size_t i = 0; i < domain.items.size(); ++i) {
        if (domain.items[i].role != Role::multiplies) continue;
        times();
        term(i);
    }
    times();
    std::size_t questions = 0;
    for_each_question(domain, [&](std::size_t, std::size_t) { ++questions; });
    const bool several = questions > 1 && factors > 1;
    out << (several ? "(" : "");
    added_text(out, domain, " + ", term);
    out << (several ? ")" : "");
}

}  // namespace eczscore::report::detail
