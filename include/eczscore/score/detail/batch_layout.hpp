// SPDX-License-Identifier: BSL-1.0
// The two ways to know a shape: as constants of one instrument, so that loops unroll and branches
// vanish, or as a table that is read at run time. The kernels are written once over both.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>

#include "eczscore/score/detail/batch_shape.hpp"
#include "eczscore/score/detail/lanes.hpp"

namespace eczscore::detail {

/// What a kernel can do; less is faster.
enum class Features : std::uint8_t {
    sums,      ///< byte questions of one part; the age chooses bands at most: most questionnaires
    products,  ///< and multiplying items, forms and limits by age
    all        ///< and further parts, "not relevant", blanks that leave the mean, wide items
};

/// What follows from a shape and is asked at every item or domain.
struct Layout {
    struct Item {
        bool is_question = false;  ///< a byte that is added, a question of one part
        bool is_plain = false;     ///< and added as it is, from every code in range
        bool spills = false;       ///< the byte sum goes to the wide sum after this item
    };
    Item item[max_items];
    bool wide_sum[max_domains] = {};  ///< the sum does not fit a byte
    bool by_form[max_domains] = {};   ///< forms weigh the domain differently
    /// Coefficient x product fits a byte and is a few additions.
    bool weight_is_byte[max_domains] = {};
    Features features = Features::sums;
};

constexpr bool is_question(const ShapeItem& item) {
    return item.role == Role::adds && item.last_part && !item.zero_means_not_applicable &&
           !item.alerts && !item.wide;
}

/// Marks the items of a domain, and those after which its byte sum must be emptied.
constexpr void lay_out_domain(const Shape& shape, std::size_t d, Layout& layout) {
    const ShapeDomain& domain = shape.domain[d];
    // A spill leaves a byte's room for the question after it.
    int room = 255;
    int part = 0;
    std::size_t last = domain.first;
    for (std::size_t i = domain.first; i < domain.end; ++i) {
        const ShapeItem& mine = shape.item[i];
        Layout::Item& item = layout.item[i];
        item.is_question = is_question(mine);
        item.is_plain =
            item.is_question && !mine.offers_not_relevant && !mine.recoded && mine.holes == 0;
        const bool multiplies = mine.role == Role::multiplies && !mine.zero_means_not_applicable;
        if (!item.is_question && layout.features != Features::all) {
            layout.features = multiplies ? Features::products : Features::all;
        }
        if (mine.role == Role::multiplies || mine.role == Role::recorded || mine.wide) continue;
        if (mine.role == Role::adds) part = 0;
        part = mine.most > part ? mine.most : part;
        if (!mine.last_part) continue;
        if (part > room) {
            layout.item[last].spills = true;
            room = 255;
        }
        room -= part;
        last = i;
    }
    layout.wide_sum[d] = domain.wide_sum || domain.sum_max > 255;
    if (layout.wide_sum[d]) layout.item[last].spills = true;
}

constexpr Layout layout_of(const Shape& shape) {
    Layout layout;
    const bool by_age = shape.forms > 1 || shape.needs_age || shape.ages_limited;
    layout.features = by_age ? Features::products : Features::sums;
    if (shape.may_leave > 0 || shape.offers_not_relevant) layout.features = Features::all;
    for (std::size_t d = 0; d < shape.domains; ++d) {
        const ShapeDomain& domain = shape.domain[d];
        layout.weight_is_byte[d] = domain.multipliers == 1;
        for (std::size_t f = 0; f < shape.forms; ++f) {
            const std::int64_t coefficient = domain.coefficient[f];
            layout.by_form[d] = layout.by_form[d] || coefficient != domain.coefficient[0];
            layout.weight_is_byte[d] = layout.weight_is_byte[d] && coefficient <= 8 &&
                                       coefficient * domain.product_max <= 255;
        }
        lay_out_domain(shape, d, layout);
    }
    return layout;
}

/// The shape of one instrument, known to the compiler. The functions that call `visit` pass the
/// positions as constants.
template <class Target, const Instrument& instrument>
struct FixedShape {
    using L = Lanes<Target>;
    using U8 = typename L::U8;
    static constexpr Shape shape = shape_of(instrument);
    static_assert(shape.fits);
    static constexpr Layout layout = layout_of(shape);
    static constexpr bool is_fixed = true;
    static constexpr Features features = layout.features;

    static ECZSCORE_INLINE U8 lowest(std::size_t item) { return L::all(shape.item[item].min); }
    static ECZSCORE_INLINE U8 range(std::size_t item) {
        return L::all(static_cast<std::uint8_t>(shape.item[item].max - shape.item[item].min));
    }
    template <class Visit>
    static ECZSCORE_INLINE void for_each_domain(Visit visit) {
        each<shape.domains>(visit);
    }
    template <std::size_t d, class Visit>
    static ECZSCORE_INLINE void for_each_item(std::integral_constant<std::size_t, d>, Visit visit) {
        each<shape.domain[d].end - shape.domain[d].first>([&](auto offset) ECZSCORE_LAMBDA {
            visit(std::integral_constant<std::size_t, shape.domain[d].first + offset>{});
        });
    }
    template <class Visit>
    static ECZSCORE_INLINE void for_each_form(Visit visit) {
        each<shape.forms>(visit);
    }
    /// Counts of questions that leave the mean, from 0 on.
    template <class Visit>
    static ECZSCORE_INLINE void for_each_leaving(Visit visit) {
        each<static_cast<std::size_t>(shape.may_leave) + 1>(visit);
    }
};

/// Any shape, read at run time.
template <class Target>
struct TableShape {
    using L = Lanes<Target>;
    using U8 = typename L::U8;
    static constexpr bool is_fixed = false;

    const Shape& shape;
    Layout layout;
    U8 lowest_code[max_items], code_range[max_items];  ///< in every lane

    ECZSCORE_INLINE TableShape(const Shape& from, const Layout& laid_out)
        : shape(from), layout(laid_out) {
        for (std::size_t i = 0; i < from.items; ++i) {
            lowest_code[i] = L::all(from.item[i].min);
            code_range[i] = L::all(static_cast<std::uint8_t>(from.item[i].max - from.item[i].min));
        }
    }

    ECZSCORE_INLINE U8 lowest(std::size_t item) const { return lowest_code[item]; }
    ECZSCORE_INLINE U8 range(std::size_t item) const { return code_range[item]; }
    template <class Visit>
    ECZSCORE_INLINE void for_each_domain(Visit visit) const {
        for (std::size_t d = 0; d < shape.domains; ++d) visit(d);
    }
    template <class Visit>
    ECZSCORE_INLINE void for_each_item(std::size_t d, Visit visit) const {
        for (std::size_t i = shape.domain[d].first; i < shape.domain[d].end; ++i) visit(i);
    }
    template <class Visit>
    ECZSCORE_INLINE void for_each_form(Visit visit) const {
        for (std::size_t f = 0; f < shape.forms; ++f) visit(f);
    }
    template <class Visit>
    ECZSCORE_INLINE void for_each_leaving(Visit visit) const {
        for (std::size_t k = 0; k <= static_cast<std::size_t>(shape.may_leave); ++k) visit(k);
    }
};

}  // namespace eczscore::detail
