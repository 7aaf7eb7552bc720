// SPDX-License-Identifier: BSL-1.0
// The table-driven kernel: one kernel for every shape, which it reads from a table at run time.
#pragma once

#include <cstddef>
#include <cstdint>

#include "eczscore/core/status.hpp"
#include "eczscore/score/detail/batch_put.hpp"
#include "eczscore/score/detail/batch_recode.hpp"

namespace eczscore::detail {

/// What the kernel reads for each item, made once per call.
template <class Target>
struct TableItem {
    using U8 = typename Lanes<Target>::U8;
    U8 min, range;     ///< lowest code, and how far above it codes go, in every lane
    bool is_question;  ///< a byte that is added, a question of one part
    bool is_plain;     ///< and added as it is, from every code in range
    bool spills;       ///< the byte sum goes to the wide sum after this item
};

/// What a table-driven kernel can do; less is faster.
enum class Reach : std::uint8_t {
    sums,      ///< byte questions of one part; the age chooses bands at most: most questionnaires
    products,  ///< and multiplying items, forms and limits by age
    all        ///< and further parts, "not relevant", blanks that leave the mean, wide items
};

template <class Target>
struct Table {
    const Shape* shape;
    TableItem<Target> item[max_items];
    bool wide_sum[max_domains];  ///< the sum does not fit a byte
    bool by_form[max_domains];   ///< forms weigh the domain differently
    Reach reach;                 ///< of the kernel that the shape needs

    static ECZSCORE_INLINE bool is_question(const ShapeItem& item) {
        return item.role == Role::adds && item.last_part && !item.zero_ends && !item.alerts &&
               !item.wide;
    }
    static ECZSCORE_INLINE bool is_plain(const ShapeItem& item) {
        return is_question(item) && !item.offers_not_relevant && !item.recoded && item.holes == 0;
    }

    ECZSCORE_INLINE explicit Table(const Shape& from) : shape(&from) {
        const bool by_age = from.forms > 1 || from.needs_age || from.ages_limited;
        reach = by_age ? Reach::products : Reach::sums;
        if (from.may_leave > 0 || from.offers_not_relevant) reach = Reach::all;
        for (std::size_t d = 0; d < from.domains; ++d) {
            const ShapeDomain& domain = from.domain[d];
            by_form[d] = false;
            for (std::size_t f = 1; f < from.forms; ++f) {
                by_form[d] = by_form[d] || domain.coefficient[f] != domain.coefficient[0];
            }
            // A spill leaves a byte's room for the question after it.
            int room = 255;
            int part = 0;
            wide_sum[d] = domain.wide_sum || domain.sum_max > 255;
            std::size_t last = domain.first;
            for (std::size_t i = domain.first; i < domain.end; ++i) {
                const ShapeItem& mine = from.item[i];
                item[i].min = Lanes<Target>::all(mine.min);
                item[i].range = Lanes<Target>::all(static_cast<std::uint8_t>(mine.max - mine.min));
                item[i].is_question = is_question(mine);
                item[i].is_plain = is_plain(mine);
                item[i].spills = false;
                const bool multiplies = mine.role == Role::multiplies && !mine.zero_ends;
                if (!item[i].is_question && reach != Reach::all) {
                    reach = multiplies ? Reach::products : Reach::all;
                }
                if (mine.role == Role::multiplies || mine.role == Role::recorded || mine.wide)
                    continue;
                if (mine.role == Role::adds) part = 0;
                part = mine.most > part ? mine.most : part;
                if (!mine.last_part) continue;
                if (part > room) {
                    item[last].spills = true;
                    room = 255;
                }
                room -= part;
                last = i;
            }
            if (wide_sum[d]) item[last].spills = true;
        }
    }
};

/// `width` is that of the totals in bytes.
template <class Target, std::size_t width, Reach reach>
struct TableKernel {
    using L = Lanes<Target>;
    using U8 = typename L::U8;
    using Total = Wide<L, width>;
    using V = typename Total::V;
    using Element = typename Total::Element;
    using Put = Results<Target, width>;
    static constexpr std::size_t parts = width;
    static constexpr std::size_t rows = L::bytes;
    static constexpr bool sums = reach == Reach::sums;
    static constexpr bool all = reach == Reach::all;

    // Masks are all ones where true; counts are of questions.
    struct Question {
        U8 highest{}, answered{}, irrelevant{}, valued{};
    };
    struct Scan {
        U8 wrong{}, blanks{}, area_missing{}, positive{}, product_zero{};
        U8 left_out{}, doubtful{}, ended{};
        U8 sum{};
        Total wide{}, product{};
        bool has_product = false;
    };
    struct Found {
        U8 wrong{}, blanks{}, left_out{}, doubtful{}, ended{}, warning{};
        U8 years{}, no_age{};  ///< no_age: the age decides nothing
        U8 form[max_forms];
        Total total{};
    };

    template <class Change>
    static ECZSCORE_INLINE void for_parts(Change change) {
        each<parts>(change);
    }

    // --- Items ----------------------------------------------------------------------------------

    static ECZSCORE_INLINE void add_wide(Scan& scan, const Total& more) {
        for_parts([&](auto p) ECZSCORE_LAMBDA { scan.wide.part[p] += more.part[p]; });
    }

    static ECZSCORE_INLINE void read_question(const Table<Target>& table, std::size_t i, U8 x,
                                              U8& known, Scan& scan) {
        const TableItem<Target>& item = table.item[i];
        const U8 blank = L::equal(x, code_missing);
        U8 value = U8(U8(x - item.min) <= item.range);
        U8 units = x;
        U8 other = blank;
        if (!item.is_plain) {
            const ShapeItem& more = table.shape->item[i];
            for (std::size_t h = 0; h < more.holes; ++h) value &= U8(x != more.hole[h]);
            if constexpr (all) {
                if (more.offers_not_relevant) {
                    const U8 irrelevant = L::equal(x, code_not_relevant);
                    scan.left_out -= irrelevant;
                    other |= irrelevant;
                }
            }
            if (more.recoded) units = Recode<Target>::points(more, x);
        }
        units &= value;
        known &= value | other;
        scan.blanks -= blank;
        scan.sum += units;
        if constexpr (!sums) scan.positive |= units;
    }

    static ECZSCORE_INLINE void read_factor(const Table<Target>& table, std::size_t i, U8 x,
                                            U8& known, Scan& scan) {
        const ShapeItem& item = table.shape->item[i];
        const U8 blank = L::equal(x, code_missing);
        U8 value = U8(U8(x - table.item[i].min) <= table.item[i].range);
        for (std::size_t h = 0; h < item.holes; ++h) value &= U8(x != item.hole[h]);
        known &= value | blank;
        multiply_by(x & value, blank, scan);
    }

    /// An item that is more than a byte to add.
    static ECZSCORE_INLINE void read_other(const Table<Target>& table, std::size_t i,
                                           const KernelInput& in, std::size_t row,
                                           Question& question, Scan& scan) {
        const ShapeItem& item = table.shape->item[i];
        const U8 x = L::template load<U8>(in.code[i] + row);
        const U8 blank = L::equal(x, code_missing);
        U8 value = U8(U8(x - table.item[i].min) <= table.item[i].range);
        for (std::size_t h = 0; h < item.holes; ++h) value &= U8(x != item.hole[h]);
        U8 irrelevant{};
        if (item.offers_not_relevant) irrelevant = L::equal(x, code_not_relevant);
        scan.wrong |= ~(value | blank | irrelevant);
        if (item.alerts) scan.doubtful |= value & ~L::equal(x, 0);
        if (item.role == Role::recorded) return;
        if (item.zero_ends) scan.ended |= value & L::equal(x, 0);
        if (item.role == Role::multiplies) {
            multiply_by(x & value, blank, scan);
            return;
        }
        const U8 units = (item.recoded ? Recode<Target>::points(item, x) : x) & value;
        scan.positive |= units;
        if (item.role == Role::adds) {
            question = {units, ~blank, irrelevant, value};
        } else {
            question.highest = L::max(question.highest, units);
            question.answered |= ~(blank | irrelevant);
            question.valued |= value;
        }
        if (!item.last_part) return;
        const U8 left_out = question.irrelevant & L::equal(question.highest, 0);
        scan.blanks -= ~question.answered;
        scan.left_out -= left_out;
        scan.doubtful |= left_out & question.valued;
        if (!item.wide) {
            scan.sum += question.highest;
        } else if constexpr (width >= 4) {
            add_wide(scan, Total::load(in.wide[item.wide_index] + row));
        }
    }
    static ECZSCORE_INLINE void multiply_by(U8 factor, U8 blank, Scan& scan) {
        scan.product_zero |= L::equal(factor, 0);
        scan.area_missing |= blank;
        Total product = Total::of(factor);
        if (scan.has_product) {
            for_parts([&](auto p) ECZSCORE_LAMBDA { product.part[p] *= scan.product.part[p]; });
        }
        scan.product = product;
        scan.has_product = true;
    }

    static ECZSCORE_INLINE void read_domain(const Table<Target>& table, std::size_t d,
                                            const KernelInput& in, std::size_t row, Scan& scan) {
        const ShapeDomain& domain = table.shape->domain[d];
        [[maybe_unused]] Question question;
        U8 known = ~U8{};
        for (std::size_t i = domain.first; i < domain.end; ++i) {
            if (sums || table.item[i].is_question) {
                read_question(table, i, L::template load<U8>(in.code[i] + row), known, scan);
            } else if constexpr (all) {
                read_other(table, i, in, row, question, scan);
            } else {
                read_factor(table, i, L::template load<U8>(in.code[i] + row), known, scan);
            }
            if constexpr (width > 1) {
                if (table.item[i].spills) {
                    add_wide(scan, Total::of(scan.sum));
                    scan.sum = U8{};
                }
            }
        }
        scan.wrong |= ~known;
    }

    // --- Domains --------------------------------------------------------------------------------

    /// Adds what a domain contributes; a mask of the rows in which it has no score of its own.
    static ECZSCORE_INLINE U8 close_domain(const Table<Target>& table, std::size_t d,
                                           const Scan& scan, Found& found) {
        const U8 no_blank = L::equal(scan.blanks, 0);
        found.wrong |= scan.wrong;
        if constexpr (all) {
            found.left_out += scan.left_out;
            found.doubtful |= scan.doubtful;
            found.ended |= scan.ended;
        }
        if (sums || !scan.has_product) {
            found.blanks += scan.blanks;
            return scan.wrong | ~no_blank;
        }
        const U8 no_area = scan.product_zero & ~scan.area_missing;
        const U8 excused = table.shape->domain[d].zero_excuses ? no_area & ~scan.wrong : U8{};
        found.blanks += scan.blanks & ~excused;
        found.blanks -= scan.area_missing;
        const U8 no_sum = L::equal(scan.positive, 0);
        U8 alone = ~scan.product_zero & no_sum & no_blank;
        if (table.shape->domain[d].area_alone) alone = U8{};
        found.warning |= ~scan.wrong & ((no_area & ~no_sum) | alone);
        return scan.wrong | scan.area_missing | ~(excused | no_blank);
    }
    static ECZSCORE_INLINE Total contribution(const Table<Target>& table, std::size_t d,
                                              const Scan& scan, const Found& found) {
        const Shape& shape = *table.shape;
        const ShapeDomain& domain = shape.domain[d];
        Total units = Total::of(scan.sum);
        if (width > 1 && table.wide_sum[d]) units = scan.wide;
        if (!sums && scan.has_product) {
            for_parts([&](auto p) ECZSCORE_LAMBDA { units.part[p] *= scan.product.part[p]; });
        }
        if (sums || !table.by_form[d]) {
            multiply(units, domain.coefficient[0]);
            return units;
        }
        const auto first = static_cast<Element>(domain.coefficient[0]);
        Total factor;
        for_parts([&](auto p) ECZSCORE_LAMBDA { factor.part[p] = V{} + first; });
        for (std::size_t f = 1; f < shape.forms; ++f) {
            const Total mask = Total::mask(found.form[f]);
            const auto times = static_cast<Element>(domain.coefficient[f]);
            for_parts([&](auto p) ECZSCORE_LAMBDA {
                factor.part[p] = L::select(mask.part[p], V(V{} + times), factor.part[p]);
            });
        }
        for_parts([&](auto p) ECZSCORE_LAMBDA { units.part[p] *= factor.part[p]; });
        return units;
    }
    static ECZSCORE_INLINE void multiply(Total& total, std::int64_t factor) {
        if (factor == 1) return;
        for_parts([&](auto p) ECZSCORE_LAMBDA { total.part[p] *= static_cast<Element>(factor); });
    }

    // --- The row --------------------------------------------------------------------------------

    static ECZSCORE_INLINE U8 within(U8 years, ShapeYears range) {
        return U8(years >= range.from) & U8(years < range.below);
    }
    static ECZSCORE_INLINE void read_age(const Shape& shape, const KernelInput& in, std::size_t row,
                                         Found& found) {
        found.years =
            in.years == nullptr ? L::all(code_missing) : L::template load<U8>(in.years + row);
        if constexpr (sums) return;
        if (shape.needs_age) {
            U8 known{};
            for (std::size_t f = 0; f < shape.forms; ++f) {
                found.form[f] = within(found.years, shape.years[f]);
                known |= found.form[f];
            }
            found.no_age = ~known;
        }
        if (shape.ages_limited) {
            found.no_age |=
                ~(within(found.years, shape.ages) | L::equal(found.years, code_missing));
        }
    }

    static ECZSCORE_INLINE void put_status(U8& status, U8 mask, Status value) {
        status = L::select(mask, L::all(static_cast<std::uint8_t>(value)), status);
    }

    /// The rules of `judge()`, the strongest last.
    static ECZSCORE_INLINE U8 judge(const Shape& shape, const Found& found, U8 leaving) {
        U8 status = U8(found.blanks > 0) & static_cast<std::uint8_t>(Status::imputed);
        if (!shape.has_total) status = L::all(static_cast<std::uint8_t>(Status::not_applicable));
        if (shape.needs_table) status = L::all(static_cast<std::uint8_t>(Status::needs_data));
        if (all && (shape.blank_leaves || shape.irrelevant_leaves)) {
            put_status(status, U8(leaving >= static_cast<std::uint8_t>(shape.questions)),
                       Status::not_applicable);
        }
        put_status(status, U8(found.blanks > static_cast<std::uint8_t>(shape.allowed)),
                   Status::missing);
        if (all && shape.ends_early) put_status(status, found.ended, Status::not_applicable);
        U8 wrong = found.wrong;
        if (!sums && (shape.needs_age || shape.ages_limited)) {
            const U8 blank = L::equal(found.years, code_missing);
            put_status(status, found.no_age, Status::not_applicable);
            if (shape.needs_age) put_status(status, blank, Status::missing);
            wrong |= U8(found.years > 130) & ~blank;
        }
        put_status(status, wrong, Status::invalid);
        return status;
    }

    static ECZSCORE_INLINE void scale_up(const Shape& shape, Total& total, U8 leaving) {
        if (!all || shape.may_leave == 0 || !L::any(leaving)) {
            multiply(total, shape.times[0]);
            return;
        }
        const Total left = Total::of(leaving);
        Total factor;
        for_parts([&](auto p) ECZSCORE_LAMBDA {
            factor.part[p] = V{} + static_cast<Element>(shape.times[0]);
        });
        for (int k = 1; k <= shape.may_leave; ++k) {
            const auto times = static_cast<Element>(shape.times[k]);
            for_parts([&](auto p) ECZSCORE_LAMBDA {
                const V mask = V(left.part[p] == static_cast<Element>(k));
                factor.part[p] = L::select(mask, V(V{} + times), factor.part[p]);
            });
        }
        for_parts([&](auto p) ECZSCORE_LAMBDA { total.part[p] *= factor.part[p]; });
    }

    static ECZSCORE_INLINE U8 bands(const Found& found, const KernelOutput& out) {
        U8 band = L::all(255);
        for (std::size_t s = out.schemes; s-- > 0;) {
            const KernelBands& mine = out.bands[s];
            const U8 count = Put::count_starts(found.total, mine);
            band = mine.everyone ? count : L::select(within(found.years, mine.years), count, band);
        }
        return band;
    }

    static ECZSCORE_INLINE void score_vector(const Table<Target>& table, const KernelInput& in,
                                             const KernelOutput& out, std::size_t row) {
        const Shape& shape = *table.shape;
        Found found;
        read_age(shape, in, row, found);
        for (std::size_t d = 0; d < shape.domains; ++d) {
            Scan scan;
            read_domain(table, d, in, row, scan);
            const U8 incomplete = close_domain(table, d, scan, found);
            Total units = contribution(table, d, scan, found);
            for_parts([&](auto p) ECZSCORE_LAMBDA { found.total.part[p] += units.part[p]; });
            if (out.any_domain && out.domain[d] != nullptr) {
                multiply(units, shape.times[0]);
                Put::put_domain(units, incomplete | found.no_age, out.domain[d] + row);
            }
        }
        U8 leaving{};
        if (all && shape.blank_leaves) leaving += found.blanks;
        if (all && shape.irrelevant_leaves) leaving += found.left_out;
        const U8 status = judge(shape, found, leaving);
        const auto unscored = U8(status > static_cast<std::uint8_t>(Status::imputed));
        scale_up(shape, found.total, leaving);
        const Total none = Total::mask(unscored);
        if (out.band != nullptr) L::store(out.band + row, bands(found, out) | unscored);
        for_parts([&](auto p) ECZSCORE_LAMBDA { found.total.part[p] |= none.part[p]; });
        Put::put_units(found.total, out, row, shape.lattice);
        if (out.status != nullptr) L::store(out.status + row, status);
        if (out.warning != nullptr) {
            L::store(out.warning + row, (found.warning | found.doubtful) & std::uint8_t{1});
        }
    }

    static void run(const void* table, const KernelInput& in, const KernelOutput& out,
                    std::size_t vectors) {
        const auto& mine = *static_cast<const Table<Target>*>(table);
        for (std::size_t row = 0; row < vectors * rows; row += rows) {
            score_vector(mine, in, out, row);
        }
    }
};

}  // namespace eczscore::detail
