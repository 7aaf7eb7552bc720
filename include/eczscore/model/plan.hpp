// SPDX-License-Identifier: BSL-1.0
// What scoring needs of a descriptor, computed once: the lattice and each domain's coefficient.
#pragma once

#include <cstddef>
#include <cstdint>

#include "eczscore/model/instrument.hpp"

namespace eczscore::detail {

constexpr std::int64_t gcd64(std::int64_t a, std::int64_t b) {
    return static_cast<std::int64_t>(gcd(a, b));
}

/// Units in one point of a domain's product x sum: the product of its factors' units.
constexpr std::int64_t domain_units(const Domain& domain) {
    std::int64_t adding = 1;
    std::int64_t multiplying = 1;
    for (const Item& item : domain.items) {
        if (item.role == Role::multiplies) {
            multiplying *= item.scale.units_per_point;
        } else if (item.role != Role::recorded) {
            adding = lcm(adding, item.added_per_point());
        }
    }
    return adding * multiplying;
}

constexpr int questions(const Form& form) {
    int count = 0;
    for_each_item(form, [&](std::size_t, std::size_t, const Item& item) {
        if (item.role == Role::adds) ++count;
    });
    return count;
}

/// How many questions may leave the mean: blanks by the missing rule, answers by "not relevant".
constexpr int may_leave(const Instrument& instrument) {
    int count = instrument.missing.blank == Blank::leaves_the_mean ? instrument.missing.allowed : 0;
    if (instrument.not_relevant == NotRelevant::leaves_the_mean) {
        for_each_item(instrument.forms[0], [&](std::size_t, std::size_t, const Item& item) {
            if (item.offers_not_relevant && item.role == Role::adds) ++count;
        });
    }
    const int all = questions(instrument.forms[0]);
    return count < all ? count : all - 1;
}

consteval Plan plan(const Instrument& instrument) {
    Plan result;
    result.domains = instrument.forms[0].domains.size();
    for_each_item(instrument.forms[0], [&](std::size_t, std::size_t, const Item& item) {
        ++result.items;
        result.ends_early |= item.zero_ends;
    });
    result.questions = questions(instrument.forms[0]);
    result.lattice = 1;
    if (!instrument.is_sum()) return result;
    std::int64_t base = 1;  // common denominator of all contributions, over all forms
    for (const Form& form : instrument.forms) {
        std::int64_t units = 1;
        std::int64_t shared = 0;
        for (const Domain& d : form.domains) units = lcm(units, domain_units(d));
        for (const Domain& d : form.domains) {
            shared = gcd64(shared, d.weight * (units / domain_units(d)));
        }
        const std::int64_t whole = form.denominator * units;
        base = lcm(base, whole / gcd64(whole, shared));
    }
    const std::int64_t n = result.questions;
    result.lattice = base;
    for (std::int64_t left = 1; left <= may_leave(instrument); ++left) {
        // With `left` questions gone the score is x / base * n / (n - left).
        const std::int64_t whole = base * (n - left);
        result.lattice = lcm(result.lattice, whole / gcd64(n, whole));
    }
    for (std::size_t f = 0; f < instrument.forms.size(); ++f) {
        const Form& form = instrument.forms[f];
        for (std::size_t d = 0; d < form.domains.size(); ++d) {
            const Exact each = Exact::ratio(form.domains[d].weight, form.denominator) /
                               Exact(domain_units(form.domains[d]));
            result.coefficient[f][d] = (each * Exact(result.lattice)).num();
        }
    }
    return result;
}

}  // namespace eczscore::detail
