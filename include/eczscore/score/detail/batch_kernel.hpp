// SPDX-License-Identifier: BSL-1.0
// The one kernel: scores a vector of rows at a time, made from an instrument's shape.
#pragma once

#include <cstddef>
#include <cstdint>

#include "eczscore/core/status.hpp"
#include "eczscore/score/detail/batch_shape.hpp"
#include "eczscore/score/detail/lanes.hpp"

namespace eczscore::detail {

/// Inputs as the kernel reads them: a byte per item and row (a code), beside it a 32-bit count
/// where the item is wide, and the age in whole years.
struct KernelInput {
    const std::uint8_t* code[max_items];
    const std::uint32_t* wide[max_items];
    const std::uint8_t* years;
};

/// Outputs, each optional; `band_starts` are the same for every row.
struct KernelOutput {
    std::uint16_t* units16;
    std::uint32_t* units32;
    std::uint64_t* units64;
    double* value;
    std::uint8_t* band;
    std::uint8_t* status;
    std::uint8_t* warning;
    std::uint32_t* domain[max_domains];
    bool any_domain;
    bool has_bands;
    std::size_t bands;
    std::uint32_t band_start[BandStarts::capacity];
};

template <class Target, const Instrument& instrument>
struct Kernel {
    static constexpr Shape shape = shape_of(instrument);
    static_assert(shape.fits);
    using L = Lanes<Target>;
    using U8 = typename L::U8;
    using Total = Wide<L, shape.bytes>;
    using V = typename Total::V;
    using Element = typename Total::Element;
    static constexpr std::size_t parts = shape.bytes;
    static constexpr std::size_t rows = L::bytes;

    struct Domain {
        U8 sum;       ///< of byte items
        Total wide;   ///< of wide items
        U8 product;   ///< the multiplying item
        Total units;  ///< contribution to the total
    };

    /// Everything found in one vector of rows. Masks are all ones where true.
    struct Found {
        Domain domain[max_domains];
        U8 form[max_forms];  ///< masks, for forms after the first
        Total total;
        U8 status;
        U8 unscored;
        U8 warning;
        U8 incomplete[max_domains];
    };

    static ECZSCORE_INLINE U8 code(const KernelInput& in, std::size_t item, std::size_t row) {
        return L::template load<U8>(in.code[item] + row);
    }
    static ECZSCORE_INLINE Total wide(const KernelInput& in, std::size_t index, std::size_t row) {
        if constexpr (shape.bytes == 4)
            return Total::load(in.wide[index] + row);
        else
            return Total{};
    }

    // --- Sums that both paths share -------------------------------------------------------------

    template <std::size_t d>
    static ECZSCORE_INLINE void contribute(Found& found) {
        constexpr const ShapeDomain& domain = shape.domain[d];
        Domain& mine = found.domain[d];
        if constexpr (domain.wide_sum) {
            if constexpr (has_byte_sum(d)) {
                const Total bytes = Total::of(mine.sum);
                each<parts>([&](auto p) ECZSCORE_LAMBDA { mine.wide.part[p] += bytes.part[p]; });
            }
        } else {
            mine.wide = Total::of(mine.sum);
        }
        if constexpr (domain.multipliers == 0) {
            scale_by_form<d>(found, mine.wide, mine.units);
        } else if constexpr (weight_is_byte(d)) {
            const Total weight = Total::of(byte_weight<d>(found));
            each<parts>([&](auto p) ECZSCORE_LAMBDA {
                mine.units.part[p] = mine.wide.part[p] * weight.part[p];
            });
        } else {
            const Total product = Total::of(mine.product);
            Total sum = mine.wide;
            each<parts>([&](auto p) ECZSCORE_LAMBDA { sum.part[p] *= product.part[p]; });
            scale_by_form<d>(found, sum, mine.units);
        }
    }

    static consteval bool has_byte_sum(std::size_t d) {
        for (std::size_t i = shape.domain[d].first; i < shape.domain[d].end; ++i) {
            if (shape.item[i].role != Role::multiplies && !shape.item[i].wide) return true;
        }
        return false;
    }
    /// Coefficient x product fits a byte and is a few additions.
    static consteval bool weight_is_byte(std::size_t d) {
        for (std::size_t f = 0; f < shape.forms; ++f) {
            const std::int64_t coefficient = shape.domain[d].coefficient[f];
            if (coefficient > 8 || coefficient * shape.domain[d].product_max > 255) return false;
        }
        return true;
    }
    template <std::size_t d>
    static ECZSCORE_INLINE U8 byte_weight(const Found& found) {
        constexpr const ShapeDomain& domain = shape.domain[d];
        const U8 product = found.domain[d].product;
        U8 weight = L::template multiplied<domain.coefficient[0]>(product);
        each<shape.forms>([&](auto f) ECZSCORE_LAMBDA {
            if constexpr (f > 0 &&
                          domain.coefficient[f] != domain.coefficient[f == 0 ? 0 : f - 1]) {
                weight = L::select(found.form[f],
                                   L::template multiplied<domain.coefficient[f]>(product), weight);
            } else if constexpr (f > 1) {
                weight = L::select(found.form[f],
                                   L::template multiplied<domain.coefficient[f]>(product), weight);
            }
        });
        return weight;
    }
    template <std::size_t d>
    static ECZSCORE_INLINE void scale_by_form(const Found& found, const Total& from, Total& to) {
        constexpr const ShapeDomain& domain = shape.domain[d];
        constexpr auto first = static_cast<Element>(domain.coefficient[0]);
        each<parts>([&](auto p) ECZSCORE_LAMBDA {
            to.part[p] = first == 1 ? from.part[p] : from.part[p] * first;
        });
        each<shape.forms>([&](auto f) ECZSCORE_LAMBDA {
            if constexpr (f > 0) {
                const Total mask = Total::mask(found.form[f]);
                each<parts>([&](auto p) ECZSCORE_LAMBDA {
                    constexpr auto times = static_cast<Element>(domain.coefficient[f]);
                    to.part[p] = L::select(mask.part[p], V(from.part[p] * times), to.part[p]);
                });
            }
        });
    }

    static ECZSCORE_INLINE void add_up(Found& found) {
        each<shape.domains>([&](auto d) ECZSCORE_LAMBDA {
            contribute<d>(found);
            each<parts>([&](auto p) ECZSCORE_LAMBDA {
                if constexpr (d == 0)
                    found.total.part[p] = found.domain[d].units.part[p];
                else
                    found.total.part[p] += found.domain[d].units.part[p];
            });
        });
    }
    static ECZSCORE_INLINE void times(Total& total, std::int64_t factor) {
        if (factor == 1) return;
        each<parts>([&](auto p) ECZSCORE_LAMBDA { total.part[p] *= static_cast<Element>(factor); });
    }

    /// Masks of the forms after the first; a mask of the ages that no form is for.
    static ECZSCORE_INLINE U8 choose_form(U8 years, Found& found) {
        U8 in_range = U8{};
        each<shape.forms>([&](auto f) ECZSCORE_LAMBDA {
            constexpr ShapeYears range = shape.years[f];
            U8 mask = L::at_most(years, range.below - 1);
            if constexpr (range.from > 0) mask &= U8(years >= range.from);
            found.form[f] = mask;
            in_range |= mask;
        });
        return ~in_range;
    }

    // --- Rows in which every answer is a value --------------------------------------------------

    /// Reads a vector of rows; false when a lane holds anything but values and a usable age.
    static ECZSCORE_INLINE bool read_plain(const KernelInput& in, std::size_t row, Found& found,
                                           bool warnings) {
        U8 highest[max_items];  // one running maximum per upper limit
        U8 lowest = L::all(255);
        U8 positive_sum{};
        each<shape.domains>([&](auto d) ECZSCORE_LAMBDA {
            constexpr const ShapeDomain& domain = shape.domain[d];
            Domain& mine = found.domain[d];
            if constexpr (domain.wide_sum) mine.wide = Total{};
            mine.sum = U8{};
            positive_sum = U8{};
            each<domain.end - domain.first>([&](auto offset) ECZSCORE_LAMBDA {
                constexpr std::size_t i = domain.first + offset;
                constexpr const ShapeItem& item = shape.item[i];
                const U8 x = code(in, i, row);
                const U8 limited = item.min == 0 ? x : x - item.min;
                constexpr std::size_t group = limit_group(i);
                highest[group] = group == i ? limited : L::max(highest[group], limited);
                each<item.holes>(
                    [&](auto h) ECZSCORE_LAMBDA { lowest = L::min(lowest, x ^ item.hole[h]); });
                add_plain<d, i>(in, row, x, mine);
                if constexpr (item.role != Role::multiplies) positive_sum |= x;
            });
            if constexpr (domain.multipliers > 0) {
                if (warnings) {
                    found.warning |= L::equal(positive_sum, 0) ^ product_zero<d>(in, row);
                }
            }
        });
        U8 unusual = L::equal(lowest, 0);
        if constexpr (!has_holes()) unusual = U8{};
        each<shape.items>([&](auto i) ECZSCORE_LAMBDA {
            if constexpr (limit_group(i) == i) {
                unusual |= U8(highest[i] > std::uint8_t(shape.item[i].max - shape.item[i].min));
            }
        });
        if constexpr (shape.needs_age) {
            unusual |= choose_form(L::template load<U8>(in.years + row), found);
        }
        return !L::any(unusual);
    }

    /// Whether the domain of this item has a multiplying item.
    static consteval bool has_multiplier(std::size_t item) {
        for (std::size_t d = 0; d < shape.domains; ++d) {
            if (item >= shape.domain[d].first && item < shape.domain[d].end) {
                return shape.domain[d].multipliers > 0;
            }
        }
        return false;
    }
    /// The first item with the same limits.
    static consteval std::size_t limit_group(std::size_t item) {
        for (std::size_t i = 0; i < item; ++i) {
            if (shape.item[i].max - shape.item[i].min ==
                shape.item[item].max - shape.item[item].min) {
                return i;
            }
        }
        return item;
    }
    static consteval bool has_holes() {
        for (std::size_t i = 0; i < shape.items; ++i) {
            if (shape.item[i].holes > 0) return true;
        }
        return false;
    }
    template <std::size_t d>
    static ECZSCORE_INLINE U8 product_zero(const KernelInput& in, std::size_t row) {
        U8 zero{};
        each<shape.domain[d].end - shape.domain[d].first>([&](auto offset) ECZSCORE_LAMBDA {
            constexpr std::size_t i = shape.domain[d].first + offset;
            if constexpr (shape.item[i].role == Role::multiplies) {
                zero |= L::equal(code(in, i, row), 0);
            }
        });
        return zero;
    }
    template <std::size_t d, std::size_t i>
    static ECZSCORE_INLINE void add_plain(const KernelInput& in, std::size_t row, U8 x,
                                          Domain& mine) {
        constexpr const ShapeItem& item = shape.item[i];
        if constexpr (item.role == Role::multiplies) {
            mine.product = x;
        } else if constexpr (item.wide) {
            const Total more = wide(in, item.wide_index, row);
            each<parts>([&](auto p) ECZSCORE_LAMBDA { mine.wide.part[p] += more.part[p]; });
        } else if constexpr (item.role == Role::adds && item.last_part) {
            mine.sum += x;
        } else if constexpr (item.last_part) {
            mine.sum += highest_part<i>(in, row);
        }
    }
    template <std::size_t last>
    static ECZSCORE_INLINE U8 highest_part(const KernelInput& in, std::size_t row) {
        const U8 x = code(in, last, row);
        if constexpr (shape.item[last].role == Role::adds)
            return x;
        else
            return L::max(x, highest_part<last - 1>(in, row));
    }

    static ECZSCORE_INLINE bool plain(const KernelInput& in, std::size_t row, Found& found,
                                      bool warnings) {
        found.warning = U8{};
        if (!read_plain(in, row, found, warnings)) return false;
        add_up(found);
        times(found.total, shape.times[0]);
        return true;
    }

    // --- Rows with blanks, "not relevant" and answers that are none -----------------------------

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
        const U8 x = code(in, i, row);
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
            const Total more = wide(in, item.wide_index, row);  // 0 where there is no value
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
        question.answered |= ~blank;
        question.irrelevant |= irrelevant;
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
            const U8 no_form = choose_form(years, found);
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
        add_up(found);
        if constexpr (shape.may_leave > 0)
            scale_up(found.total, leaving);
        else
            times(found.total, shape.times[0]);
        const Total none = Total::mask(found.unscored);
        each<parts>([&](auto p) ECZSCORE_LAMBDA { found.total.part[p] |= none.part[p]; });
    }

    // --- Results --------------------------------------------------------------------------------

    static ECZSCORE_INLINE U8 bands(const Found& found, const KernelOutput& out) {
        Total count{};
        for (std::size_t b = 0; b < out.bands; ++b) {
            const auto start = static_cast<Element>(out.band_start[b]);
            each<parts>([&](auto p) ECZSCORE_LAMBDA {
                count.part[p] -= Total::at_least(found.total.part[p], start);
            });
        }
        return count.narrow();
    }

    template <class Units>
    static ECZSCORE_INLINE void convert(const Element* from, Units* to) {
        for (std::size_t i = 0; i < rows; ++i) {
            to[i] = from[i] == Element(-1) ? Units(-1) : static_cast<Units>(from[i]);
        }
    }

    /// All requests for other types than the kernel's own.
    static ECZSCORE_INLINE void put_units(const Found& found, const KernelOutput& out,
                                          std::size_t row) {
        if constexpr (sizeof(Element) == 2) {
            if (out.units16 != nullptr) found.total.store(out.units16 + row);
        }
        if constexpr (sizeof(Element) == 4) {
            if (out.units32 != nullptr) found.total.store(out.units32 + row);
        }
        const bool others = (sizeof(Element) != 2 && out.units16 != nullptr) ||
                            (sizeof(Element) != 4 && out.units32 != nullptr) ||
                            out.units64 != nullptr || out.value != nullptr;
        if (!others) return;
        Element units[rows];
        found.total.store(units);
        if constexpr (sizeof(Element) == 1) {
            if (out.units16 != nullptr) convert(units, out.units16 + row);
        }
        if constexpr (sizeof(Element) != 4) {
            if (out.units32 != nullptr) convert(units, out.units32 + row);
        }
        if (out.units64 != nullptr) convert(units, out.units64 + row);
        if (out.value != nullptr) put_values(units, out.value + row);
    }
    static ECZSCORE_INLINE void put_values(const Element* units, double* to) {
        for (std::size_t i = 0; i < rows; ++i) {
            // Scores are below 2^31, and signed conversion is the faster one.
            const double value =
                static_cast<double>(static_cast<std::int32_t>(units[i])) / shape.lattice;
            to[i] = units[i] == Element(-1) ? __builtin_nan("") : value;
        }
    }

    static ECZSCORE_INLINE void put_domains(const Found& found, const KernelOutput& out,
                                            std::size_t row, bool all_scored) {
        each<shape.domains>([&](auto d) ECZSCORE_LAMBDA {
            if (out.domain[d] == nullptr) return;
            Total units = found.domain[d].units;
            times(units, shape.times[0]);
            if (!all_scored) {
                const Total none = Total::mask(found.incomplete[d]);
                each<parts>([&](auto p) ECZSCORE_LAMBDA { units.part[p] |= none.part[p]; });
            }
            Element elements[rows];
            units.store(elements);
            convert(elements, out.domain[d] + row);
        });
    }

    static ECZSCORE_INLINE void put(const Found& found, const KernelOutput& out, std::size_t row,
                                    bool all_scored) {
        put_units(found, out, row);
        if (out.band != nullptr) {
            U8 band = out.has_bands ? bands(found, out) : L::all(255);
            if (!all_scored) band |= found.unscored;
            L::store(out.band + row, band);
        }
        if (out.status != nullptr) L::store(out.status + row, all_scored ? U8{} : found.status);
        if (out.warning != nullptr) L::store(out.warning + row, found.warning & std::uint8_t{1});
        if (out.any_domain) put_domains(found, out, row, all_scored);
    }

    static __attribute__((noinline)) void put_any(const KernelInput& in, const KernelOutput& out,
                                                  std::size_t row) {
        Found found;
        any(in, row, found);
        put(found, out, row, false);
    }

    /// Scores `vectors` x `rows` rows.
    static void run(const KernelInput& in, const KernelOutput& out, std::size_t vectors) {
        for (std::size_t row = 0; row < vectors * rows; row += rows) {
            Found found;
            if (plain(in, row, found, out.warning != nullptr))
                put(found, out, row, true);
            else
                put_any(in, out, row);
        }
    }
};

}  // namespace eczscore::detail
