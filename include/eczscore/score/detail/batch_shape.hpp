// SPDX-License-Identifier: BSL-1.0
// What a kernel needs of a descriptor, as small constants: limits, roles, coefficients, rules.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "eczscore/model/plan.hpp"
#include "eczscore/score/detail/batch_types.hpp"

namespace eczscore::detail {

inline constexpr std::size_t max_holes = 8;
inline constexpr std::size_t max_leaving = 16;

/// One item as a kernel sees it. A wide item is a 32-bit count beside a byte that says 0 (zero),
/// 1 (above zero), or a code; then `min`, `max` and `holes` are those of that byte.
struct ShapeItem {
    std::uint8_t min = 0;
    std::uint8_t max = 0;
    std::size_t holes = 0;
    std::array<std::uint8_t, max_holes> hole{};  ///< codes between min and max that are no level
    Role role = Role::adds;
    bool offers_not_relevant = false;
    bool last_part = true;  ///< no further part follows
    bool wide = false;
    std::size_t wide_index = 0;
};

struct ShapeDomain {
    std::size_t first = 0;
    std::size_t end = 0;
    std::size_t multipliers = 0;
    std::int64_t product_max = 1;
    std::int64_t sum_max = 0;
    bool wide_sum = false;  ///< at least one adding item is wide
    bool zero_excuses = false;
    std::array<std::int64_t, max_forms> coefficient{};
};

/// Whole years from `from` (included) to `below` (excluded).
struct ShapeYears {
    std::uint8_t from = 0;
    std::uint8_t below = 131;
};

struct Shape {
    bool fits = true;
    std::size_t items = 0;
    std::size_t wides = 0;
    std::size_t domains = 0;
    std::size_t forms = 0;
    std::size_t bytes = 1;  ///< width of the total: 1, 2 or 4
    std::array<ShapeItem, max_items> item{};
    std::array<ShapeDomain, max_domains> domain{};
    bool needs_age = false;
    std::array<ShapeYears, max_forms> years{};
    int questions = 0;
    int allowed = 0;
    bool blank_leaves = false;
    bool irrelevant_leaves = false;
    bool offers_not_relevant = false;
    int may_leave = 0;
    /// Total x times[questions that leave] is the score; times[0] is what the coefficients share.
    std::array<std::int64_t, max_leaving> times{};
    std::int64_t max_units = 0;
    double lattice = 1;
};

consteval std::int64_t whole_units(const Scale& scale, Exact value) {
    return (value * Exact(scale.units_per_point)).num();
}

consteval void shape_item(const Item& item, ShapeItem& out, Shape& shape) {
    const Scale& scale = item.scale;
    out.role = item.role;
    if (item.role == Role::recorded || !item.points.empty()) shape.fits = false;
    out.offers_not_relevant = item.offers_not_relevant;
    shape.offers_not_relevant |= item.offers_not_relevant;
    if (scale.min < Exact(0) || scale.max_units() > 0x7fffffff) shape.fits = false;
    // A number off a scale of 253 units becomes the byte of "not relevant".
    if (item.offers_not_relevant && scale.max_units() == max_code) shape.fits = false;
    if (!codes_are_units(scale)) {
        out.wide = true;
        out.wide_index = shape.wides++;
        out.max = 1;
        if (!scale.levels.empty() || !scale.is_continuous()) shape.fits = false;
        return;
    }
    out.min = static_cast<std::uint8_t>(whole_units(scale, scale.min));
    out.max = static_cast<std::uint8_t>(scale.max_units());
    for (std::int64_t code = out.min; code < out.max; ++code) {
        if (scale.allows(answer_of_code(scale, static_cast<std::uint8_t>(code)))) continue;
        if (out.holes == max_holes) {
            shape.fits = false;
            return;
        }
        out.hole[out.holes++] = static_cast<std::uint8_t>(code);
    }
}

consteval void shape_domain(const Domain& domain, std::size_t& index, ShapeDomain& out,
                            Shape& shape) {
    out.first = index;
    out.zero_excuses = domain.zero_excuses;
    std::int64_t part = 0;
    for (const Item& item : domain.items) {
        ShapeItem& mine = shape.item[index++];
        shape_item(item, mine, shape);
        const std::int64_t units = item.scale.max_units();
        if (mine.role == Role::multiplies) {
            ++out.multipliers;
            out.product_max *= units;
            continue;
        }
        if (mine.role == Role::recorded) continue;
        out.wide_sum |= mine.wide;
        if (mine.role == Role::adds) {
            out.sum_max += part;
            part = units;
            continue;
        }
        // Parts of one question stand next to each other and are bytes.
        ShapeItem& before = shape.item[index - 2];
        before.last_part = false;
        if (mine.wide || before.wide || before.role == Role::multiplies) shape.fits = false;
        if (units > part) part = units;
    }
    out.sum_max += part;
    out.end = index;
}

consteval void shape_ages(const Instrument& instrument, Shape& shape) {
    shape.needs_age = instrument.needs_age();
    for (std::size_t f = 0; f < instrument.forms.size(); ++f) {
        const AgeRange ages = instrument.forms[f].ages;
        const int below = ages.below_months / 12;
        if (ages.from_months % 12 != 0 || (below < 131 && ages.below_months % 12 != 0) ||
            ages.from_months / 12 > 130) {
            shape.fits = false;
            return;
        }
        shape.years[f].from = static_cast<std::uint8_t>(ages.from_months / 12);
        shape.years[f].below = static_cast<std::uint8_t>(below < 131 ? below : 131);
    }
}

consteval void shape_totals(const Instrument& instrument, Shape& shape) {
    std::int64_t shared = 0;
    if (!shape.fits) return;
    for (std::size_t f = 0; f < shape.forms; ++f) {
        for (std::size_t d = 0; d < shape.domains; ++d) {
            if (instrument.plan.coefficient[f][d] < 0) shape.fits = false;
            shared = gcd64(shared, instrument.plan.coefficient[f][d]);
        }
    }
    for (std::size_t f = 0; f < shape.forms; ++f) {
        std::int64_t highest = 0;
        for (std::size_t d = 0; d < shape.domains; ++d) {
            const std::int64_t coefficient = instrument.plan.coefficient[f][d];
            const ShapeDomain& domain = shape.domain[d];
            shape.domain[d].coefficient[f] = coefficient / shared;
            highest += coefficient * domain.product_max * domain.sum_max;
        }
        if (highest > shape.max_units) shape.max_units = highest;
    }
    if (shape.may_leave >= static_cast<int>(max_leaving)) {
        shape.fits = false;
        return;
    }
    for (int left = 0; left <= shape.may_leave; ++left) {
        const std::int64_t rest = shape.questions - left;
        if (shared * shape.questions % rest != 0) shape.fits = false;
        shape.times[static_cast<std::size_t>(left)] = shared * shape.questions / rest;
    }
}

consteval std::size_t total_bytes(const Shape& shape) {
    bool products = false;
    for (std::size_t d = 0; d < shape.domains; ++d) {
        products |= shape.domain[d].multipliers > 0 || shape.domain[d].coefficient[0] != 1;
    }
    if (shape.wides > 0 || shape.max_units > 0x7fff) return 4;
    const bool simple =
        !products && shape.forms == 1 && shape.may_leave == 0 && shape.times[0] == 1;
    return simple && shape.max_units < 0xff ? 1 : 2;
}

/// The shape of an instrument; `fits` says whether a kernel can be made from it.
consteval Shape shape_of(const Instrument& instrument) {
    Shape shape;
    shape.items = instrument.plan.items;
    shape.domains = instrument.plan.domains;
    shape.forms = instrument.forms.size();
    shape.questions = instrument.plan.questions;
    shape.allowed = instrument.missing.allowed;
    shape.blank_leaves = instrument.missing.blank == Blank::leaves_the_mean;
    shape.irrelevant_leaves = instrument.not_relevant == NotRelevant::leaves_the_mean;
    shape.may_leave = may_leave(instrument);
    shape.lattice = static_cast<double>(instrument.plan.lattice);
    shape.fits = instrument.min >= Exact(0) && instrument.plan.lattice < (std::int64_t{1} << 53) &&
                 instrument.is_sum() && instrument.table.empty() && instrument.ages.is_everyone() &&
                 !instrument.plan.ends_early;
    std::size_t index = 0;
    for (std::size_t d = 0; d < shape.domains; ++d) {
        shape_domain(instrument.forms[0].domains[d], index, shape.domain[d], shape);
        // Bytes are summed in bytes; a product is one byte item.
        if ((!shape.domain[d].wide_sum && shape.domain[d].sum_max > 255) ||
            shape.domain[d].multipliers > 1 || shape.domain[d].product_max > max_code) {
            shape.fits = false;
        }
    }
    shape_ages(instrument, shape);
    shape_totals(instrument, shape);
    if (shape.max_units > 0x7fffffff) shape.fits = false;
    shape.bytes = total_bytes(shape);
    return shape;
}

}  // namespace eczscore::detail
