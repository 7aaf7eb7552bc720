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
    U8 min, range;  ///< lowest code, and how far above it codes go, in every lane
    bool is_plain;  ///< a byte that is added as it is, a question of one part
    bool spills;    ///< the byte sum goes to the wide sum after this item
};

template <class Target>
struct Table {
    const Shape* shape;
    TableItem<Target> item[max_items];
    bool wide_sum[max_domains];  ///< the sum does not fit a byte
    bool by_form[max_domains];   ///< forms weigh the domain differently

    static constexpr bool is_plain(const ShapeItem& item) {
        return item.role == Role::adds && item.last_part && !item.offers_not_relevant &&
               !item.zero_ends && !item.wide && !item.recoded && item.holes == 0;
    }

    ECZSCORE_INLINE explicit Table(const Shape& from) : shape(&from) {
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
                item[i].is_plain = is_plain(mine);
                item[i].spills = false;
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

/// `width` is that of the totals in bytes, 2 or 4.
template <class Target, std::size_t width>
struct TableKernel {
    using L = Lanes<Target>;
    using U8 = typename L::U8;
    using Total = Wide<L, width>;
    using V = typename Total::V;
    using Element = typename Total::Element;
    using Put = Results<Target, width>;
    static constexpr std::size_t parts = width;
    static constexpr std::size_t rows = L::bytes;

    // Masks are all ones where true; counts are of questions.
    struct Question {
        U8 highest{}, answered{}, irrelevant{}, valued{};
    };
    struct Scan {
        U8 wrong{}, blanks{}, area_missing{}, positive{}, product_zero{};
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

    /// An item that is more than a byte to add.
    static ECZSCORE_INLINE void read_other(const ShapeItem& item, const KernelInput& in,
                                           std::size_t row, U8 x, U8 blank, U8 value,
                                           Question& question, Scan& scan, Found& found) {
        for (std::size_t h = 0; h < item.holes; ++h) value &= U8(x != item.hole[h]);
        U8 irrelevant{};
        if (item.offers_not_relevant) irrelevant = L::equal(x, code_not_relevant);
        scan.wrong |= ~(value | blank | irrelevant);
        if (item.role == Role::recorded) return;
        if (item.zero_ends) found.ended |= value & L::equal(x, 0);
        if (item.role == Role::multiplies) {
            const U8 factor = x & value;
            scan.product_zero |= L::equal(factor, 0);
            scan.area_missing |= blank;
            Total product = Total::of(factor);
            if (scan.has_product) {
                for_parts([&](auto p) ECZSCORE_LAMBDA { product.part[p] *= scan.product.part[p]; });
            }
            scan.product = product;
            scan.has_product = true;
            return;
        }
        const U8 units = (item.recoded ? Recode<Target>::points(item, x) : x) & value;
        scan.positive |= units;
        if (item.wide) {
            if constexpr (width == 4) {
                const Total more = Total::load(in.wide[item.wide_index] + row);
                for_parts([&](auto p) ECZSCORE_LAMBDA { scan.wide.part[p] += more.part[p]; });
            }
            scan.blanks -= blank;
            found.left_out -= irrelevant;
            return;
        }
        if (item.role == Role::adds) question = {units, ~blank, irrelevant, value};
        if (item.role == Role::further_part) {
            question.highest = L::max(question.highest, units);
            question.answered |= ~(blank | irrelevant);
            question.valued |= value;
        }
        if (!item.last_part) return;
        const U8 left_out = question.irrelevant & L::equal(question.highest, 0);
        scan.blanks -= ~question.answered;
        found.left_out -= left_out;
        found.doubtful |= left_out & question.valued;
        scan.sum += question.highest;
    }

    static ECZSCORE_INLINE void read_domain(const Table<Target>& table, std::size_t d,
                                            const KernelInput& in, std::size_t row, Scan& scan,
                                            Found& found) {
        const ShapeDomain& domain = table.shape->domain[d];
        Question question;
        U8 sum{}, wrong{}, blanks{}, positive{};
        for (std::size_t i = domain.first; i < domain.end; ++i) {
            const TableItem<Target>& item = table.item[i];
            const U8 x = L::template load<U8>(in.code[i] + row);
            const U8 blank = L::equal(x, code_missing);
            const U8 value = U8(U8(x - item.min) <= item.range);
            if (item.is_plain) {
                const U8 units = x & value;
                wrong |= ~(value | blank);
                blanks -= blank;
                sum += units;
                positive |= units;
            } else {
                scan.sum = U8{};
                read_other(table.shape->item[i], in, row, x, blank, value, question, scan, found);
                sum += scan.sum;
            }
            if (item.spills) {
                const Total more = Total::of(sum);
                for_parts([&](auto p) ECZSCORE_LAMBDA { scan.wide.part[p] += more.part[p]; });
                sum = U8{};
            }
        }
        scan.sum = sum;
        scan.wrong |= wrong;
        scan.blanks += blanks;
        scan.positive |= positive;
    }

    // --- Domains --------------------------------------------------------------------------------

    /// Adds what a domain contributes; a mask of the rows in which it has no score of its own.
    static ECZSCORE_INLINE U8 close_domain(const Table<Target>& table, std::size_t d,
                                           const Scan& scan, Found& found) {
        const U8 no_blank = L::equal(scan.blanks, 0);
        found.wrong |= scan.wrong;
        if (!scan.has_product) {
            found.blanks += scan.blanks;
            return scan.wrong | ~no_blank;
        }
        const U8 no_area = scan.product_zero & ~scan.area_missing;
        const U8 excused = table.shape->domain[d].zero_excuses ? no_area & ~scan.wrong : U8{};
        found.blanks += scan.blanks & ~excused;
        found.blanks -= scan.area_missing;
        const U8 no_sum = L::equal(scan.positive, 0);
        found.warning |=
            ~scan.wrong & ((no_area & ~no_sum) | (~scan.product_zero & no_sum & no_blank));
        return scan.wrong | scan.area_missing | ~(excused | no_blank);
    }
    static ECZSCORE_INLINE Total contribution(const Table<Target>& table, std::size_t d,
                                              const Scan& scan, const Found& found) {
        const Shape& shape = *table.shape;
        const ShapeDomain& domain = shape.domain[d];
        Total units = table.wide_sum[d] ? scan.wide : Total::of(scan.sum);
        if (scan.has_product) {
            for_parts([&](auto p) ECZSCORE_LAMBDA { units.part[p] *= scan.product.part[p]; });
        }
        if (!table.by_form[d]) {
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
        if (shape.blank_leaves || shape.irrelevant_leaves) {
            put_status(status, U8(leaving >= static_cast<std::uint8_t>(shape.questions)),
                       Status::not_applicable);
        }
        put_status(status, U8(found.blanks > static_cast<std::uint8_t>(shape.allowed)),
                   Status::missing);
        if (shape.ends_early) put_status(status, found.ended, Status::not_applicable);
        U8 wrong = found.wrong;
        if (shape.needs_age || shape.ages_limited) {
            const U8 blank = L::equal(found.years, code_missing);
            put_status(status, found.no_age, Status::not_applicable);
            if (shape.needs_age) put_status(status, blank, Status::missing);
            wrong |= U8(found.years > 130) & ~blank;
        }
        put_status(status, wrong, Status::invalid);
        return status;
    }

    static ECZSCORE_INLINE void scale_up(const Shape& shape, Total& total, U8 leaving) {
        if (shape.may_leave == 0 || !L::any(leaving)) {
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
            read_domain(table, d, in, row, scan, found);
            const U8 incomplete = close_domain(table, d, scan, found);
            Total units = contribution(table, d, scan, found);
            for_parts([&](auto p) ECZSCORE_LAMBDA { found.total.part[p] += units.part[p]; });
            if (out.any_domain && out.domain[d] != nullptr) {
                multiply(units, shape.times[0]);
                Put::put_domain(units, incomplete | found.no_age, out.domain[d] + row);
            }
        }
        U8 leaving{};
        if (shape.blank_leaves) leaving += found.blanks;
        if (shape.irrelevant_leaves) leaving += found.left_out;
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
