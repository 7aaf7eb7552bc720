// SPDX-License-Identifier: BSL-1.0
// Vectors of rows with blanks, "not relevant" and invalid answers.
#pragma once

#include <cstddef>
#include <cstdint>

#include "eczscore/core/status.hpp"
#include "eczscore/score/detail/batch_sums.hpp"

namespace eczscore::detail {

template <class Target, const Instrument& instrument>
struct AnyRows {
    using S = Sums<Target, instrument>;
    static constexpr const Shape& shape = S::shape;
    using L = typename S::L;
    using U8 = typename S::U8;
    using Total = typename S::Total;
    using V = typename S::V;
    using Element = typename S::Element;
    using Domain = typename S::Domain;
    using Found = typename S::Found;
    static constexpr std::size_t parts = S::parts;

    struct Question {
        U8 highest{}, answered{}, irrelevant{}, valued{};
    };
    struct Scan {
        U8 wrong{}, blanks{}, area_missing{}, doubtful{}, left_out{}, all_blanks{}, any_wrong{};
        U8 positive_sum{}, product_zero{};
    };

    template <std::size_t d, std::size_t i>
    static ECZSCORE_INLINE void read_any(const KernelInput& in, std::size_t row, Found& found,
                                         Question& question, Scan& scan) {
        constexpr const ShapeItem& item = shape.item[i];
        Domain& mine = found.domain[d];
        const U8 x = S::code(in, i, row);
        const U8 blank = L::equal(x, code_missing);
        U8 value = L::at_most(item.min == 0 ? x : x - item.min, item.max - item.min);
        each<item.holes>([&](auto h) ECZSCORE_LAMBDA { value &= U8(x != item.hole[h]); });
        U8 known = value | blank;
        U8 irrelevant{};
        if constexpr (item.offers_not_relevant) {
            irrelevant = L::equal(x, code_not_relevant);
            known |= irrelevant;
        }
        scan.wrong |= ~known;
        const U8 units = x & value;
        if constexpr (item.role == Role::multiplies) {
            mine.product = units;
            scan.product_zero |= L::equal(units, 0);
            scan.area_missing |= blank;
            return;
        }
        if constexpr (item.wide) {
            const Total more = S::wide(in, item.wide_index, row);  // 0 where there is no value
            each<parts>([&](auto p) ECZSCORE_LAMBDA { mine.wide.part[p] += more.part[p]; });
        }
        scan.positive_sum |= units;
        if constexpr (item.role == Role::adds && item.last_part) {
            scan.blanks -= blank;
            scan.left_out -= irrelevant;
            if constexpr (!item.wide) mine.sum += units;
            return;
        }
        if constexpr (item.role == Role::adds) question = {};
        question.highest = L::max(question.highest, units);
        // "Not relevant" on a further part leaves that part unanswered.
        if constexpr (item.role == Role::adds) question.irrelevant = irrelevant;
        question.answered |= item.role == Role::adds ? ~blank : ~(blank | irrelevant);
        question.valued |= value;
        if constexpr (item.last_part) {
            const U8 left_out = question.irrelevant & L::equal(question.highest, 0);
            scan.blanks -= ~question.answered;
            scan.left_out -= left_out;
            scan.doubtful |= left_out & question.valued;
            mine.sum += question.highest;
        }
    }

    template <std::size_t d>
    static ECZSCORE_INLINE void close_domain(Found& found, Scan& scan) {
        constexpr const ShapeDomain& domain = shape.domain[d];
        const U8 no_blank = L::equal(scan.blanks, 0);
        if constexpr (domain.multipliers == 0) {
            scan.all_blanks += scan.blanks;
            found.incomplete[d] = scan.wrong | ~no_blank;
        } else {
            const U8 no_area = scan.product_zero & ~scan.area_missing;
            const U8 excused = domain.zero_excuses ? no_area & ~scan.wrong : U8{};
            scan.all_blanks += scan.blanks & ~excused;
            scan.all_blanks -= scan.area_missing;
            found.incomplete[d] = scan.wrong | scan.area_missing | ~(excused | no_blank);
            const U8 no_sum = L::equal(scan.positive_sum, 0);
            found.warning |=
                ~scan.wrong & ((no_area & ~no_sum) | (~scan.product_zero & no_sum & no_blank));
        }
    }

    static ECZSCORE_INLINE void read_domains(const KernelInput& in, std::size_t row, Found& found,
                                             Scan& scan) {
        each<shape.domains>([&](auto d) ECZSCORE_LAMBDA {
            constexpr const ShapeDomain& domain = shape.domain[d];
            scan.any_wrong |= scan.wrong;
            scan.wrong = scan.blanks = scan.area_missing = U8{};
            scan.positive_sum = scan.product_zero = U8{};
            found.domain[d].sum = U8{};
            if constexpr (domain.wide_sum) found.domain[d].wide = Total{};
            Question question;
            each<domain.end - domain.first>([&](auto offset) ECZSCORE_LAMBDA {
                read_any<d, domain.first + offset>(in, row, found, question, scan);
            });
            close_domain<d>(found, scan);
        });
        scan.any_wrong |= scan.wrong;
        found.warning |= scan.doubtful;
    }

    static ECZSCORE_INLINE void put_status(Found& found, U8 mask, Status status) {
        found.status = L::select(mask, L::all(static_cast<std::uint8_t>(status)), found.status);
    }

    /// The rules of `judge()`, the strongest last.
    static ECZSCORE_INLINE void judge(const KernelInput& in, std::size_t row, Found& found,
                                      const Scan& scan, U8 leaving) {
        found.status = L::select(U8(scan.all_blanks > 0), L::all(std::uint8_t(Status::imputed)),
                                 L::all(std::uint8_t(Status::ok)));
        if constexpr (shape.blank_leaves || shape.irrelevant_leaves) {
            put_status(found, U8(leaving >= std::uint8_t(shape.questions)), Status::not_applicable);
        }
        put_status(found, U8(scan.all_blanks > std::uint8_t(shape.allowed)), Status::missing);
        U8 wrong = scan.any_wrong;
        if constexpr (shape.needs_age) {
            const U8 years = L::template load<U8>(in.years + row);
            const U8 blank = L::equal(years, code_missing);
            const U8 no_form = S::choose_form(years, found);
            const U8 no_age = U8(years > 130) & ~blank;
            each<shape.domains>([&](auto d) ECZSCORE_LAMBDA { found.incomplete[d] |= no_form; });
            put_status(found, no_form, Status::not_applicable);
            put_status(found, blank, Status::missing);
            wrong |= no_age;
        }
        put_status(found, wrong, Status::invalid);
        found.unscored = U8(found.status > std::uint8_t(Status::imputed));
    }

    static ECZSCORE_INLINE void scale_up(Total& total, U8 leaving) {
        const Total left = Total::of(leaving);
        each<parts>([&](auto p) ECZSCORE_LAMBDA {
            V factor = V{} + static_cast<Element>(shape.times[0]);
            each<std::size_t(shape.may_leave)>([&](auto k) ECZSCORE_LAMBDA {
                constexpr auto times_k = static_cast<Element>(shape.times[k + 1]);
                factor = L::select(V(left.part[p] == Element(k + 1)), V{} + times_k, factor);
            });
            total.part[p] *= factor;
        });
    }

    static __attribute__((noinline)) void any(const KernelInput& in, std::size_t row,
                                              Found& found) {
        Scan scan;
        found.warning = U8{};
        read_domains(in, row, found, scan);
        U8 leaving{};
        if constexpr (shape.blank_leaves) leaving += scan.all_blanks;
        if constexpr (shape.irrelevant_leaves) leaving += scan.left_out;
        judge(in, row, found, scan, leaving);
        S::add_up(found);
        if constexpr (shape.may_leave > 0)
            scale_up(found.total, leaving);
        else
            S::times(found.total, shape.times[0]);
        const Total none = Total::mask(found.unscored);
        each<parts>([&](auto p) ECZSCORE_LAMBDA { found.total.part[p] |= none.part[p]; });
    }
};

}  // namespace eczscore::detail
