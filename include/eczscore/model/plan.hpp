// SPDX-License-Identifier: BSL-1.0
// What scoring needs of a descriptor, computed once: the denominator and each domain's coefficient.
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
constexpr int may_leave(const Description& description) {
    int count =
        description.missing.blank == Blank::leaves_the_mean ? description.missing.allowed : 0;
    if (description.not_relevant == NotRelevant::leaves_the_mean) {
        for_each_item(description.forms[0], [&](std::size_t, std::size_t, const Item& item) {
            if (item.offers_not_relevant && item.role == Role::adds) ++count;
        });
    }
    const int all = questions(description.forms[0]);
    return count < all ? count : all - 1;
}

/// Units in one point of the score: the common denominator of all contributions, over all forms
/// and over every number of questions that may leave the mean.
consteval std::int64_t units_per_point(const Description& description) {
    if (!description.is_sum()) return 1;
    std::int64_t base = 1;
    for (const Form& form : description.forms) {
        std::int64_t units = 1;
        std::int64_t shared = 0;
        for (const Domain& d : form.domains) units = lcm(units, domain_units(d));
        for (const Domain& d : form.domains) {
            shared = gcd64(shared, d.weight * (units / domain_units(d)));
        }
        const std::int64_t whole = form.denominator * units;
        base = lcm(base, whole / gcd64(whole, shared));
    }
    const std::int64_t n = questions(description.forms[0]);
    std::int64_t result = base;
    for (std::int64_t left = 1; left <= may_leave(description); ++left) {
        // With `left` questions gone the score is x / base * n / (n - left).
        const std::int64_t whole = base * (n - left);
        result = lcm(result, whole / gcd64(n, whole));
    }
    return result;
}

template <std::size_t size>
struct Coefficients {
    std::int64_t each[size]{};
};

/// What one unit of each domain adds, form after form, in 1/`per_point` points.
template <std::size_t size>
consteval Coefficients<size> coefficients_of(const Description& description,
                                             std::int64_t per_point) {
    Coefficients<size> result;
    std::size_t next = 0;
    for (const Form& form : description.forms) {
        for (const Domain& domain : form.domains) {
            const Exact each =
                Exact::ratio(domain.weight, form.denominator) / Exact(domain_units(domain));
            result.each[next++] = (each * Exact(per_point)).num();
        }
    }
    return result;
}

/// The coefficients of one description. They stand here and not in `Plan`, which would hold room
/// for the most forms and domains of any instrument, nearly all of it zeros.
template <const Description& description>
inline constexpr auto coefficients =
    coefficients_of<description.forms.size() * description.forms[0].domains.size()>(
        description, units_per_point(description));

template <const Description& description>
consteval Plan plan() {
    Plan result;
    result.domains = static_cast<std::uint8_t>(description.forms[0].domains.size());
    for_each_item(description.forms[0], [&](std::size_t, std::size_t, const Item& item) {
        ++result.items;
        result.zero_means_not_applicable |= item.zero_means_not_applicable;
    });
    result.questions = static_cast<std::uint8_t>(questions(description.forms[0]));
    result.denominator = units_per_point(description);
    if constexpr (description.is_sum()) result.coefficients = coefficients<description>.each;
    return result;
}

}  // namespace eczscore::detail
