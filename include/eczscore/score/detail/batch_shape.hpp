// SPDX-License-Identifier: BSL-1.0
// What a kernel needs of a descriptor, as small numbers: limits, roles, coefficients, rules.
#pragma once

#include <cstddef>
#include <cstdint>

#include "eczscore/model/plan.hpp"
#include "eczscore/score/detail/batch_checks.hpp"
#include "eczscore/score/detail/codes.hpp"

namespace eczscore::detail {

inline constexpr std::size_t max_holes = 8;
inline constexpr std::size_t max_steps = 11;
inline constexpr std::size_t max_leaving = 16;
inline constexpr std::size_t max_wides = max_items;

/// From this code on, an answer adds so much more (modulo 256).
struct ShapeStep {
    std::uint8_t from = 0;
    std::uint8_t more = 0;

    bool operator==(const ShapeStep&) const = default;
};

/// One item as a kernel sees it. A wide item is a 32-bit count beside a byte that says 0 (zero),
/// 1 (above zero), or a code; then `min`, `max` and `hole` are those of that byte.
/// The code of a scale from below 0 is `bias` more than its units.
/// A recoded item adds ((code & keep) ^ flip) + base + its steps, modulo 256.
struct ShapeItem {
    std::uint8_t min = 0;
    std::uint8_t max = 0;
    std::uint8_t most = 0;  ///< that the item adds, unless it is wide
    Role role = Role::adds;
    bool offers_not_relevant = false;
    bool last_part = true;  ///< no further part follows
    bool zero_means_not_applicable = false;
    bool alerts = false;
    bool wide = false;
    bool recoded = false;
    std::uint8_t wide_index = 0;
    std::uint8_t bias = 0;
    std::uint8_t keep = 255;
    std::uint8_t flip = 0;
    std::uint8_t base = 0;
    std::uint8_t holes = 0;
    std::uint8_t steps = 0;
    std::uint8_t hole[max_holes] = {};  ///< codes between min and max that are no level
    ShapeStep step[max_steps] = {};

    bool operator==(const ShapeItem&) const = default;
};

struct ShapeDomain {
    std::size_t first = 0;
    std::size_t end = 0;
    std::size_t multipliers = 0;
    std::int64_t product_max = 1;
    std::int64_t sum_max = 0;
    bool wide_sum = false;  ///< at least one adding item is wide
    bool zero_excuses = false;
    bool area_alone = false;
    std::int64_t coefficient[max_forms] = {};

    bool operator==(const ShapeDomain&) const = default;
};

/// Whole years from `from` (included) to `below` (excluded).
struct ShapeYears {
    std::uint8_t from = 0;
    std::uint8_t below = 131;

    bool operator==(const ShapeYears&) const = default;
};

struct Shape {
    bool fits = true;            ///< the table-driven kernel scores it
    bool fits_template = false;  ///< a kernel can be made for it
    bool by_formula = false;     ///< the total is a formula of the items and no sum
    std::size_t items = 0;
    std::size_t wides = 0;
    std::size_t domains = 0;
    std::size_t forms = 0;
    std::size_t bytes = 1;  ///< width of the total: 1, 2, 4 or 8
    bool needs_age = false;
    bool ages_limited = false;
    bool zero_means_not_applicable = false;
    bool has_total = true;
    bool needs_table = false;
    bool blank_leaves = false;
    bool not_relevant_leaves = false;
    bool offers_not_relevant = false;
    ShapeYears ages{};
    ShapeYears years[max_forms] = {};
    int questions = 0;
    int allowed = 0;
    int may_leave = 0;
    /// Total x times[questions that leave] is the score; times[0] is what the coefficients share.
    std::int64_t times[max_leaving] = {};
    std::int64_t max_units = 0;
    std::int64_t offset = 0;  ///< below 0 where scores are: the score is the total + offset
    double denominator = 1;
    ShapeDomain domain[max_domains] = {};
    ShapeItem item[max_items] = {};

    bool operator==(const Shape&) const = default;
};

constexpr std::int64_t whole_units(const Scale& scale, Exact value) {
    return (value * Exact(scale.units_per_point)).num();
}

/// The code of the k-th allowed value of an item in whole points.
constexpr std::int64_t code_at(const Scale& scale, std::size_t k) {
    return scale.levels.empty() ? scale.min.num() + static_cast<std::int64_t>(k)
                                : scale.levels[k].num();
}

/// Points that rise or fall with the code need one addition; others are added up in steps.
constexpr void shape_points(const Item& item, ShapeItem& out, Shape& shape) {
    const List<int>& points = item.points;
    out.recoded = true;
    bool rises = true;
    bool falls = true;
    int most = 0;
    for (std::size_t k = 0; k < points.size(); ++k) {
        if (points[k] < 0 || points[k] > 255) shape.fits = false;
        if (points[k] > most) most = points[k];
        const std::int64_t run = code_at(item.scale, k) - code_at(item.scale, 0);
        rises = rises && points[k] - points[0] == run;
        falls = falls && points[0] - points[k] == run;
    }
    out.most = static_cast<std::uint8_t>(most);
    const auto lowest = static_cast<int>(code_at(item.scale, 0));
    if (rises || falls) {
        out.flip = rises ? 0 : 255;  // x ^ 255 is 255 - x
        out.base = static_cast<std::uint8_t>(rises ? points[0] - lowest : points[0] + lowest + 1);
        return;
    }
    out.keep = 0;
    out.base = static_cast<std::uint8_t>(points[0]);
    for (std::size_t k = 1; k < points.size(); ++k) {
        if (points[k] == points[k - 1]) continue;
        if (out.steps == max_steps) {
            shape.fits = false;
            return;
        }
        out.step[out.steps++] = {static_cast<std::uint8_t>(code_at(item.scale, k)),
                                 static_cast<std::uint8_t>(points[k] - points[k - 1])};
    }
}

/// Whether nothing but the sum of an item on a scale from below 0 depends on where 0 is.
constexpr bool counts_from_lowest(const Item& item) {
    return item.role == Role::adds && item.points.empty() && item.scale.levels.empty() &&
           item.scale.max_units() + code_bias(item.scale) < max_code &&
           !item.zero_means_not_applicable && !item.offers_not_relevant && item.alert.empty();
}

constexpr void shape_item(const Item& item, ShapeItem& out, Shape& shape) {
    const Scale& scale = item.scale;
    out.role = item.role;
    out.zero_means_not_applicable = item.zero_means_not_applicable && item.role != Role::recorded;
    out.alerts = !item.alert.empty();
    out.offers_not_relevant = item.offers_not_relevant;
    shape.offers_not_relevant |= item.offers_not_relevant;
    const std::int64_t bias = code_bias(scale);
    const std::int64_t highest = whole_units(scale, scale.max) + bias;
    if (highest > 0x7fffffff || (bias > 0 && !counts_from_lowest(item))) shape.fits = false;
    // A number off a scale of 253 units becomes the byte of "not relevant".
    if (item.offers_not_relevant && highest == max_code) shape.fits = false;
    if (!shape.fits) return;
    if (highest > max_code) {
        out.wide = true;
        out.wide_index = static_cast<std::uint8_t>(shape.wides++);
        out.max = 1;
        const bool is_counted = scale.is_continuous() || scale.units_per_point == 1;
        if (!scale.levels.empty() || !is_counted) shape.fits = false;
        return;
    }
    out.bias = static_cast<std::uint8_t>(bias);
    out.min = static_cast<std::uint8_t>(whole_units(scale, scale.min) + bias);
    out.max = static_cast<std::uint8_t>(highest);
    out.most = out.max;
    for (std::int64_t code = out.min; !scale.levels.empty() && code < out.max; ++code) {
        if (scale.allows(answer_of_code(scale, static_cast<std::uint8_t>(code)))) continue;
        if (out.holes == max_holes) {
            shape.fits = false;
            return;
        }
        out.hole[out.holes++] = static_cast<std::uint8_t>(code);
    }
    if (!item.points.empty()) shape_points(item, out, shape);
}

constexpr void shape_domain(const Domain& domain, std::size_t& index, ShapeDomain& out,
                            Shape& shape) {
    out.first = index;
    out.zero_excuses = domain.zero_excuses;
    out.area_alone = domain.area_alone;
    std::int64_t part = 0;
    for (const Item& item : domain.items) {
        ShapeItem& mine = shape.item[index++];
        shape_item(item, mine, shape);
        if (!shape.fits) return;
        const std::int64_t units = mine.wide ? item.scale.max_units() : mine.most;
        if (mine.role == Role::multiplies) {
            ++out.multipliers;
            if (mine.wide) shape.fits = false;
            out.product_max *= units;
            if (out.product_max > 0x7fff) shape.fits = false;
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
        if (mine.wide || before.wide || before.bias > 0) shape.fits = false;
        if (units > part) part = units;
    }
    out.sum_max += part;
    out.end = index;
}

/// Ages in whole years; false when a limit falls within a year.
constexpr bool shape_years(const AgeRange& ages, ShapeYears& out) {
    const int below = ages.below_months / 12;
    if (ages.from_months % 12 != 0 || (below < 131 && ages.below_months % 12 != 0) ||
        ages.from_months / 12 > 130 || below <= ages.from_months / 12) {
        return false;
    }
    out.from = static_cast<std::uint8_t>(ages.from_months / 12);
    out.below = static_cast<std::uint8_t>(below < 131 ? below : 131);
    return true;
}

constexpr void shape_ages(const Instrument& instrument, Shape& shape) {
    shape.needs_age = instrument.needs_age();
    shape.ages_limited = !instrument.ages.is_everyone();
    if (!shape_years(instrument.ages, shape.ages)) shape.fits = false;
    for (std::size_t f = 0; f < instrument.forms.size(); ++f) {
        if (!shape_years(instrument.forms[f].ages, shape.years[f])) shape.fits = false;
    }
}

/// Totals that count from the lowest score: only where no blank and no product is scored, and one
/// form weighs the items.
constexpr void shape_offset(const Instrument& instrument, Shape& shape) {
    for (std::size_t d = 0; d < shape.domains; ++d) {
        const ShapeDomain& domain = shape.domain[d];
        std::int64_t bias = 0;
        for (std::size_t i = domain.first; i < domain.end; ++i) bias += shape.item[i].bias;
        if (bias > 0 && domain.multipliers > 0) shape.fits = false;
        shape.offset -= instrument.plan.coefficient(0, d) * bias;
    }
    const bool is_whole = shape.allowed == 0 && shape.may_leave == 0 && shape.forms == 1 &&
                          instrument.min < Exact(0) && shape.offset > -0x7fffffff;
    if (shape.offset != 0 && !is_whole) shape.fits = false;
}

constexpr void shape_totals(const Instrument& instrument, Shape& shape) {
    std::int64_t shared = 0;
    for (std::size_t f = 0; f < shape.forms; ++f) {
        for (std::size_t d = 0; d < shape.domains; ++d) {
            if (instrument.plan.coefficient(f, d) < 0) shape.fits = false;
            shared = gcd64(shared, instrument.plan.coefficient(f, d));
        }
    }
    if (shared == 0) shared = 1;  // items that are not added up
    for (std::size_t f = 0; f < shape.forms; ++f) {
        std::int64_t highest = 0;
        for (std::size_t d = 0; d < shape.domains; ++d) {
            const std::int64_t coefficient = instrument.plan.coefficient(f, d);
            ShapeDomain& domain = shape.domain[d];
            domain.coefficient[f] = coefficient / shared;
            if (instrument.forms[f].domains[d].zero_excuses != domain.zero_excuses) {
                shape.fits = false;
            }
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
        shape.times[left] = shared * shape.questions / rest;
    }
}

constexpr std::size_t total_bytes(const Shape& shape) {
    if (shape.max_units > 0x7fffffff) return 8;
    bool products = false;
    for (std::size_t d = 0; d < shape.domains; ++d) {
        products |= shape.domain[d].multipliers > 0 || shape.domain[d].coefficient[0] != 1;
        if (shape.domain[d].wide_sum) return 4;
    }
    if (shape.max_units > 0x7fff) return 4;
    const bool simple =
        !products && shape.forms == 1 && shape.may_leave == 0 && shape.times[0] == 1;
    return simple && shape.max_units < 0xff ? 1 : 2;
}

/// What a kernel made for one shape does without.
constexpr bool fits_template(const Shape& shape) {
    bool fits = shape.fits && shape.bytes < 8 && !shape.ages_limited &&
                !shape.zero_means_not_applicable && shape.has_total && !shape.needs_table;
    for (std::size_t i = 0; i < shape.items; ++i) {
        const ShapeItem& item = shape.item[i];
        fits = fits && !item.recoded && !item.alerts && item.role != Role::recorded;
    }
    for (std::size_t d = 0; d < shape.domains; ++d) {
        const ShapeDomain& domain = shape.domain[d];
        // Bytes are summed in bytes; a product is one byte item.
        fits = fits && (domain.wide_sum || domain.sum_max <= 255) && domain.multipliers <= 1 &&
               !domain.area_alone;
    }
    return fits;
}

/// Whether the items say nothing but values and blanks, as columns for a formula do.
constexpr bool formula_reads(const Shape& shape) {
    bool reads = !shape.offers_not_relevant && !shape.zero_means_not_applicable;
    for (std::size_t i = 0; i < shape.items; ++i) {
        const ShapeItem& item = shape.item[i];
        const bool is_alone = item.role == Role::adds || item.role == Role::recorded;
        reads = reads && is_alone && !item.alerts && item.bias == 0;
    }
    return reads;
}

/// The shape of an instrument; `fits` says whether a kernel can score it.
constexpr Shape shape_of(const Instrument& instrument) {
    Shape shape;
    shape.items = instrument.plan.items;
    shape.domains = instrument.plan.domains;
    shape.forms = instrument.forms.size();
    shape.questions = instrument.plan.questions;
    shape.allowed = instrument.missing.allowed;
    shape.blank_leaves = instrument.missing.blank == Blank::leaves_the_mean;
    shape.not_relevant_leaves = instrument.not_relevant == NotRelevant::leaves_the_mean;
    shape.zero_means_not_applicable = instrument.plan.zero_means_not_applicable;
    shape.has_total = instrument.has_total;
    shape.needs_table = !instrument.table.empty();
    shape.denominator = static_cast<double>(instrument.plan.denominator);
    shape.by_formula = instrument.formula != nullptr;
    shape.fits = shape.by_formula ? instrument.formula->of_columns != nullptr
                                  : instrument.plan.denominator < (std::int64_t{1} << 53);
    if (!shape.fits) return shape;
    if (!shape.by_formula) shape.may_leave = may_leave(instrument);
    shape_ages(instrument, shape);
    std::size_t index = 0;
    for (std::size_t d = 0; shape.fits && d < shape.domains; ++d) {
        shape_domain(instrument.forms[0].domains[d], index, shape.domain[d], shape);
    }
    if (shape.by_formula) shape.fits = shape.fits && formula_reads(shape);
    if (!shape.fits || shape.by_formula) return shape;
    shape_totals(instrument, shape);
    shape_offset(instrument, shape);
    if (shape.max_units >= std::int64_t{1} << 53) shape.fits = false;
    shape.bytes = total_bytes(shape);
    shape.fits_template = fits_template(shape);
    return shape;
}

}  // namespace eczscore::detail
