// SPDX-License-Identifier: BSL-1.0
// Scores one vector of rows, whatever was recorded in them: the rules of tally() and judge() in
// lanes, written once for shapes that are constants and shapes that are read from a table.
#pragma once

#include <cstddef>
#include <cstdint>

#include "eczscore/core/status.hpp"
#include "eczscore/score/detail/batch_layout.hpp"
#include "eczscore/score/detail/batch_put.hpp"
#include "eczscore/score/detail/batch_recode.hpp"

namespace eczscore::detail {

/// `ShapeRef` is a `FixedShape` or a `TableShape`; `width` is that of the totals in bytes.
template <class Target, class ShapeRef, std::size_t width, Features features>
struct Rows {
    using L = Lanes<Target>;
    using U8 = typename L::U8;
    using Total = Wide<L, width>;
    using V = typename Total::V;
    using Element = typename Total::Element;
    using Put = Results<Target, width>;
    static constexpr std::size_t parts = width;
    static constexpr std::size_t rows = L::bytes;
    static constexpr bool sums = features == Features::sums;
    static constexpr bool all = features == Features::all;

    // Masks are all ones where true; counts are of questions.
    struct Question {
        U8 highest{}, answered{}, not_relevant{}, valued{};
    };
    struct Scan {
        U8 wrong{}, blanks{}, area_missing{}, positive{}, product_zero{};
        U8 not_relevant_count{}, doubtful{}, zero_means_not_applicable{};
        U8 sum{};
        Total wide{};
        U8 factor{};      ///< the first multiplying item
        Total product{};  ///< of all of them, where there are several
        int factors = 0;
    };
    struct Found {
        U8 wrong{}, blanks{}, not_relevant_count{}, doubtful{}, zero_means_not_applicable{},
            warning{};
        U8 years{}, no_age{};  ///< no_age: the age decides nothing
        U8 form[max_forms];
        Total total{};
    };

    template <class Change>
    static ECZSCORE_INLINE void for_parts(Change change) {
        each<parts>(change);
    }

    // --- Items ----------------------------------------------------------------------------------

    static ECZSCORE_INLINE U8 code(const KernelInput& in, std::size_t item, std::size_t row) {
        return L::template load<U8>(in.code[item] + row);
    }
    static ECZSCORE_INLINE void add_wide(Scan& scan, const Total& more) {
        for_parts([&](auto p) ECZSCORE_LAMBDA { scan.wide.part[p] += more.part[p]; });
    }
    /// The rows whose code is on the scale.
    static ECZSCORE_INLINE U8 is_value(const ShapeRef& ref, std::size_t i, U8 x) {
        const ShapeItem& item = ref.shape.item[i];
        U8 value = U8(U8(x - ref.lowest(i)) <= ref.range(i));
        for (std::size_t h = 0; h < item.holes; ++h) value &= U8(x != item.hole[h]);
        return value;
    }

    /// A question of one byte that adds what it counts or is recoded to.
    static ECZSCORE_INLINE void read_question(const ShapeRef& ref, std::size_t i, U8 x, U8& known,
                                              Scan& scan) {
        const U8 blank = L::equal(x, code_missing);
        U8 value;
        U8 units = x;
        U8 other = blank;
        if (ref.layout.item[i].is_plain) {
            value = U8(U8(x - ref.lowest(i)) <= ref.range(i));
        } else {
            const ShapeItem& more = ref.shape.item[i];
            value = is_value(ref, i, x);
            if constexpr (all) {
                if (more.offers_not_relevant) {
                    const U8 not_relevant = L::equal(x, code_not_relevant);
                    scan.not_relevant_count -= not_relevant;
                    other |= not_relevant;
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

    static ECZSCORE_INLINE void read_factor(const ShapeRef& ref, std::size_t i, U8 x, U8& known,
                                            Scan& scan) {
        const U8 blank = L::equal(x, code_missing);
        const U8 value = is_value(ref, i, x);
        known &= value | blank;
        multiply_by(x & value, blank, scan);
    }

    /// An item that is more than a byte to add.
    static ECZSCORE_INLINE void read_other(const ShapeRef& ref, std::size_t i,
                                           const KernelInput& in, std::size_t row,
                                           Question& question, Scan& scan) {
        const ShapeItem& item = ref.shape.item[i];
        const U8 x = code(in, i, row);
        const U8 blank = L::equal(x, code_missing);
        const U8 value = is_value(ref, i, x);
        U8 not_relevant{};
        if (item.offers_not_relevant) not_relevant = L::equal(x, code_not_relevant);
        scan.wrong |= ~(value | blank | not_relevant);
        if (item.alerts) scan.doubtful |= value & ~L::equal(x, 0);
        if (item.role == Role::recorded) return;
        if (item.zero_means_not_applicable)
            scan.zero_means_not_applicable |= value & L::equal(x, 0);
        if (item.role == Role::multiplies) {
            multiply_by(x & value, blank, scan);
            return;
        }
        const U8 units = (item.recoded ? Recode<Target>::points(item, x) : x) & value;
        scan.positive |= units;
        if (item.role == Role::adds) {
            question = {units, ~blank, not_relevant, value};
        } else {
            question.highest = L::max(question.highest, units);
            question.answered |= ~(blank | not_relevant);
            question.valued |= value;
        }
        if (!item.last_part) return;
        const U8 counts_as_not_relevant = question.not_relevant & L::equal(question.highest, 0);
        scan.blanks -= ~question.answered;
        scan.not_relevant_count -= counts_as_not_relevant;
        scan.doubtful |= counts_as_not_relevant & question.valued;
        if (!item.wide) {
            scan.sum += question.highest;
        } else if constexpr (width >= 4) {
            add_wide(scan, Total::load(in.wide[item.wide_index] + row));
        }
    }
    static ECZSCORE_INLINE void multiply_by(U8 factor, U8 blank, Scan& scan) {
        scan.product_zero |= L::equal(factor, 0);
        scan.area_missing |= blank;
        if (scan.factors++ == 0) {
            scan.factor = factor;
            return;
        }
        const Total more = Total::of(factor);
        if (scan.factors == 2) scan.product = Total::of(scan.factor);
        for_parts([&](auto p) ECZSCORE_LAMBDA { scan.product.part[p] *= more.part[p]; });
    }

    template <class Index>
    static ECZSCORE_INLINE void read_domain(const ShapeRef& ref, Index d, const KernelInput& in,
                                            std::size_t row, Scan& scan) {
        [[maybe_unused]] Question question;
        U8 known = ~U8{};
        ref.for_each_item(d, [&](auto i) ECZSCORE_LAMBDA {
            if (sums || ref.layout.item[i].is_question) {
                read_question(ref, i, code(in, i, row), known, scan);
            } else if constexpr (all) {
                read_other(ref, i, in, row, question, scan);
            } else {
                read_factor(ref, i, code(in, i, row), known, scan);
            }
            if (width > 1 && ref.layout.item[i].spills) spill(scan);
        });
        scan.wrong |= ~known;
    }
    static ECZSCORE_INLINE void spill(Scan& scan) {
        add_wide(scan, Total::of(scan.sum));
        scan.sum = U8{};
    }

    // --- Domains --------------------------------------------------------------------------------

    /// Counts what a domain leaves open; a mask of the rows in which it has no score of its own.
    static ECZSCORE_INLINE U8 close_domain(const ShapeRef& ref, std::size_t d, const Scan& scan,
                                           Found& found) {
        const U8 no_blank = L::equal(scan.blanks, 0);
        found.wrong |= scan.wrong;
        if constexpr (all) {
            found.not_relevant_count += scan.not_relevant_count;
            found.doubtful |= scan.doubtful;
            found.zero_means_not_applicable |= scan.zero_means_not_applicable;
        }
        if (sums || scan.factors == 0) {
            found.blanks += scan.blanks;
            return scan.wrong | ~no_blank;
        }
        const ShapeDomain& domain = ref.shape.domain[d];
        const U8 no_area = scan.product_zero & ~scan.area_missing;
        // What a row with an answer that is not allowed lacks does not matter: it is invalid.
        const U8 excused = domain.zero_excuses ? no_area : U8{};
        found.blanks += scan.blanks & ~excused;
        found.blanks -= scan.area_missing;
        const U8 no_sum = L::equal(scan.positive, 0);
        const U8 alone = domain.area_alone ? U8{} : U8(~scan.product_zero & no_sum & no_blank);
        found.warning |= ~scan.wrong & ((no_area & ~no_sum) | alone);
        return scan.wrong | scan.area_missing | ~(excused | no_blank);
    }

    /// What a domain contributes to the total, before what all coefficients share.
    template <class Index>
    static ECZSCORE_INLINE Total contribution(const ShapeRef& ref, Index d, const Scan& scan,
                                              const Found& found) {
        Total units = Total::of(scan.sum);
        if (width > 1 && ref.layout.wide_sum[d]) units = scan.wide;
        if constexpr (ShapeRef::is_fixed) {
            if constexpr (ShapeRef::layout.weight_is_byte[d]) {
                multiply(units, Total::of(byte_weight(ref, d, scan, found)));
                return units;
            }
        }
        if (!sums && scan.factors > 0) {
            multiply(units, scan.factors == 1 ? Total::of(scan.factor) : scan.product);
        }
        weigh(ref, d, found, units);
        return units;
    }
    /// Coefficient x multiplying item, in bytes.
    template <class Index>
    static ECZSCORE_INLINE U8 byte_weight(const ShapeRef& ref, Index, const Scan& scan,
                                          const Found& found) {
        constexpr const ShapeDomain& domain = ShapeRef::shape.domain[Index{}];
        U8 weight{};
        ref.for_each_form([&](auto f) ECZSCORE_LAMBDA {
            const U8 mine = L::template multiplied<domain.coefficient[f]>(scan.factor);
            weight = f == 0 ? mine : L::select(found.form[f], mine, weight);
        });
        return weight;
    }
    /// Multiplies by the coefficient of each row's form.
    static ECZSCORE_INLINE void weigh(const ShapeRef& ref, std::size_t d, const Found& found,
                                      Total& units) {
        const ShapeDomain& domain = ref.shape.domain[d];
        if (sums || !ref.layout.by_form[d]) {
            multiply(units, domain.coefficient[0]);
            return;
        }
        Total factor{};
        ref.for_each_form([&](auto f) ECZSCORE_LAMBDA {
            const V times = V{} + static_cast<Element>(domain.coefficient[f]);
            const Total mask = Total::mask(found.form[f]);
            for_parts([&](auto p) ECZSCORE_LAMBDA {
                factor.part[p] = f == 0 ? times : L::select(mask.part[p], times, factor.part[p]);
            });
        });
        multiply(units, factor);
    }
    static ECZSCORE_INLINE void multiply(Total& total, const Total& by) {
        for_parts([&](auto p) ECZSCORE_LAMBDA { total.part[p] *= by.part[p]; });
    }
    static ECZSCORE_INLINE void multiply(Total& total, std::int64_t factor) {
        if (factor == 1) return;
        for_parts([&](auto p) ECZSCORE_LAMBDA { total.part[p] *= static_cast<Element>(factor); });
    }

    // --- The row --------------------------------------------------------------------------------

    static ECZSCORE_INLINE U8 within(U8 years, ShapeYears range) {
        return U8(years >= range.from) & U8(years < range.below);
    }
    /// Masks of the forms; a mask of the ages that no form is for.
    static ECZSCORE_INLINE U8 choose_form(const ShapeRef& ref, U8 years, Found& found) {
        U8 known{};
        ref.for_each_form([&](auto f) ECZSCORE_LAMBDA {
            found.form[f] = within(years, ref.shape.years[f]);
            known |= found.form[f];
        });
        return ~known;
    }
    static ECZSCORE_INLINE void read_age(const ShapeRef& ref, const KernelInput& in,
                                         std::size_t row, Found& found) {
        found.years =
            in.years == nullptr ? L::all(code_missing) : L::template load<U8>(in.years + row);
        if constexpr (sums) return;
        if (ref.shape.needs_age) found.no_age = choose_form(ref, found.years, found);
        if (ref.shape.ages_limited) {
            found.no_age |=
                ~(within(found.years, ref.shape.ages) | L::equal(found.years, code_missing));
        }
    }

    static ECZSCORE_INLINE void put_status(U8& status, U8 mask, Status value) {
        status = L::select(mask, L::all(static_cast<std::uint8_t>(value)), status);
    }

    /// The rules of `judge()` in score.hpp, the strongest last.
    static ECZSCORE_INLINE U8 judge(const ShapeRef& ref, const Found& found, U8 leaving) {
        const Shape& shape = ref.shape;
        U8 status = U8(found.blanks > 0) & static_cast<std::uint8_t>(Status::imputed);
        if (!shape.has_total) status = L::all(static_cast<std::uint8_t>(Status::not_applicable));
        if (shape.needs_table) status = L::all(static_cast<std::uint8_t>(Status::needs_data));
        if (all && (shape.blank_leaves || shape.not_relevant_leaves)) {
            put_status(status, U8(leaving >= static_cast<std::uint8_t>(shape.questions)),
                       Status::not_applicable);
        }
        put_status(status, U8(found.blanks > static_cast<std::uint8_t>(shape.allowed)),
                   Status::missing);
        if (all && shape.zero_means_not_applicable)
            put_status(status, found.zero_means_not_applicable, Status::not_applicable);
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

    /// Multiplies by what the coefficients share and by what questions that left the mean make up.
    static ECZSCORE_INLINE void scale_up(const ShapeRef& ref, Total& total, U8 leaving) {
        const Shape& shape = ref.shape;
        if (!all || shape.may_leave == 0 || (!ShapeRef::is_fixed && !L::any(leaving))) {
            multiply(total, shape.times[0]);
            return;
        }
        const Total left = Total::of(leaving);
        Total factor{};
        ref.for_each_leaving([&](auto k) ECZSCORE_LAMBDA {
            const V times = V{} + static_cast<Element>(shape.times[k]);
            for_parts([&](auto p) ECZSCORE_LAMBDA {
                const V mask = V(left.part[p] == static_cast<Element>(k));
                factor.part[p] = k == 0 ? times : L::select(mask, times, factor.part[p]);
            });
        });
        multiply(total, factor);
    }

    static ECZSCORE_INLINE U8 bands(const Found& found, const KernelOutput& out) {
        U8 band = L::all(255);
        if constexpr (ShapeRef::is_fixed) {  // one scheme for everyone at most
            return out.schemes > 0 ? Put::count_starts(found.total, out.bands[0]) : band;
        }
        for (std::size_t s = out.schemes; s-- > 0;) {
            const KernelBands& mine = out.bands[s];
            const U8 count = Put::count_starts(found.total, mine);
            band = mine.everyone ? count : L::select(within(found.years, mine.years), count, band);
        }
        return band;
    }

    static ECZSCORE_INLINE void score_vector(const ShapeRef& ref, const KernelInput& in,
                                             const KernelOutput& out, std::size_t row) {
        const Shape& shape = ref.shape;
        Found found;
        read_age(ref, in, row, found);
        ref.for_each_domain([&](auto d) ECZSCORE_LAMBDA {
            Scan scan;
            read_domain(ref, d, in, row, scan);
            const U8 incomplete = close_domain(ref, d, scan, found);
            Total units = contribution(ref, d, scan, found);
            for_parts([&](auto p) ECZSCORE_LAMBDA { found.total.part[p] += units.part[p]; });
            if (out.any_domain && out.domain[d] != nullptr) {
                multiply(units, shape.times[0]);
                Put::put_domain(units, incomplete | found.no_age, out.domain[d] + row);
            }
        });
        U8 leaving{};
        if (all && shape.blank_leaves) leaving += found.blanks;
        if (all && shape.not_relevant_leaves) leaving += found.not_relevant_count;
        const U8 status = judge(ref, found, leaving);
        const auto unscored = U8(status > static_cast<std::uint8_t>(Status::imputed));
        scale_up(ref, found.total, leaving);
        const Total none = Total::mask(unscored);
        if (out.band != nullptr) L::store(out.band + row, bands(found, out) | unscored);
        for_parts([&](auto p) ECZSCORE_LAMBDA { found.total.part[p] |= none.part[p]; });
        Put::put_units(found.total, out, row, shape);
        if (out.status != nullptr) L::store(out.status + row, status);
        if (out.warning != nullptr) {
            L::store(out.warning + row, (found.warning | found.doubtful) & std::uint8_t{1});
        }
    }

    /// Scores `vectors` x `rows` rows with a `TableShape`.
    static void run(const void* table, const KernelInput& in, const KernelOutput& out,
                    std::size_t vectors) {
        const auto& ref = *static_cast<const ShapeRef*>(table);
        for (std::size_t row = 0; row < vectors * rows; row += rows) {
            score_vector(ref, in, out, row);
        }
    }
};

}  // namespace eczscore::detail
