// SPDX-License-Identifier: BSL-1.0
// What is asked by the Pittsburgh Sleep Quality Index, its seven components and their sum.
#pragma once

#include <cstddef>
#include <cstdint>

#include "eczscore/instruments/detail/clock.hpp"
#include "eczscore/model/formula.hpp"
#include "eczscore/model/item.hpp"

namespace eczscore::detail::psqi {

// --- Items, by role: versions number them differently -------------------------------------------

consteval Item often(Text id, Text label, Role role = Role::adds) {
    return {.id = id, .label = label, .scale = whole_points(0, 3), .role = role};
}
inline constexpr Word yes_no[] = {{"yes", 1}, {"no", 0}};

inline constexpr Item items[] = {
    clock::time("bed_time", "usual bed time"),
    {.id = "latency_minutes", .label = "minutes to fall asleep", .scale = measured(0, 1440)},
    clock::time("rise_time", "usual time of getting up"),
    {.id = "hours_slept", .label = "hours of sleep", .scale = measured(0, 24)},
    often("q5a", "5a falling asleep"),
    often("q5b", "5b"),
    often("q5c", "5c"),
    often("q5d", "5d"),
    often("q5e", "5e"),
    often("q5f", "5f"),
    often("q5g", "5g"),
    often("q5h", "5h"),
    often("q5i", "5i"),
    often("q5j", "5j other reason", Role::recorded),
    {.id = "q5j_text_given",
     .label = "5j, the other reason was written down",
     .scale = whole_points(0, 1),
     .role = Role::recorded,
     .words = yes_no},
    often("quality", "sleep quality (item 6 of the 1989 numbering)"),
    often("medication", "sleep medication (item 7)"),
    often("staying_awake", "staying awake (item 8)"),
    often("enthusiasm", "enthusiasm (item 9)")};
inline constexpr std::size_t bed = position_of(items, "bed_time");
inline constexpr std::size_t latency = position_of(items, "latency_minutes");
inline constexpr std::size_t rise = position_of(items, "rise_time");
inline constexpr std::size_t slept = position_of(items, "hours_slept");
inline constexpr std::size_t q5a = position_of(items, "q5a");
inline constexpr std::size_t q5b = position_of(items, "q5b");
inline constexpr std::size_t q5j = position_of(items, "q5j");
inline constexpr std::size_t q5j_text = position_of(items, "q5j_text_given");
inline constexpr std::size_t quality = position_of(items, "quality");
inline constexpr std::size_t medication = position_of(items, "medication");
inline constexpr std::size_t awake = position_of(items, "staying_awake");
inline constexpr std::size_t enthusiasm = position_of(items, "enthusiasm");

// --- The components -----------------------------------------------------------------------------

/// The components while they are worked out; each is left out when one of its items is missing.
template <class Sheet>
class Components {
public:
    using Number = typename Sheet::Number;
    using Mask = typename Sheet::Mask;

    constexpr explicit Components(Sheet& sheet) : sheet_(sheet) {}

    /// 7 h and more is 0; the printed form of 1989 asks for more than 7 h.
    constexpr void duration(bool form_1989) {
        const Number hours = sheet_.millionths(slept);
        const Mask most = form_1989 ? hours > millions(7) : hours >= millions(7);
        add(all(slept, slept), "duration",
            graded(hours >= millions(5), hours >= millions(6), most));
    }
    /// Sum of 5b to 5j in steps of nine. The other reason counts 0 without its rating or its text.
    constexpr void disturbance() {
        const Mask there = all(q5b, q5j - 1);
        Number sum = 0;
        for (std::size_t i = q5b; i < q5j; ++i) sum += sheet_.points(i);
        const Number other = sheet_.points(q5j);
        const Mask without_text = sheet_.has(q5j_text) && sheet_.points(q5j_text) == 0;
        const Mask text_decides =  // the component
            there && other > 0 && !sheet_.has(q5j_text) &&
            !(in_nines(sum) == in_nines(sum + other));
        leave_blank(text_decides, q5j_text);
        const Mask known = there && !text_decides;
        sheet_.odd(known && other > 0 && without_text, item_bit(q5j),
                   "5j counts 0 without its text",
                   "the times in bed and the hours slept do not fit, and 5j counts 0 without its "
                   "text");
        sum += Sheet::select(without_text, 0, other);
        sheet_.line(known, "sum of 5b to 5j", sum);
        add(known, "disturbance", in_nines(sum));
    }
    constexpr void falling_asleep() {
        const Mask has_minutes = all(latency, latency);
        const Mask there = all(q5a, q5a) && has_minutes;
        const Number minutes = sheet_.millionths(latency);
        const Number late = Sheet::count(minutes > millions(15)) +
                            Sheet::count(minutes > millions(30)) +
                            Sheet::count(minutes > millions(60));
        add(there, "latency", in_twos(late + sheet_.points(q5a)));
    }
    constexpr void daytime() {
        const Mask woken = all(awake, awake);
        add(all(enthusiasm, enthusiasm) && woken, "daytime dysfunction",
            in_twos(sheet_.points(awake) + sheet_.points(enthusiasm)));
    }
    /// 100 x hours slept / hours in bed, unrounded, with no gap between the classes.
    constexpr void efficiency() {
        const Mask went = all(bed, bed);
        const Mask rose = all(rise, rise);
        const Mask has_hours = all(slept, slept);
        const Number in_bed = clock::minutes_from(sheet_, bed, rise);
        const Mask same_time = went && rose && in_bed == 0;
        sheet_.wrong(same_time, bed);
        sheet_.wrong(same_time, rise);
        sheet_.contradict(same_time, "the times of going to bed and getting up are the same");
        const Mask known = went && rose && has_hours && !same_time;
        // Percent x minutes in bed, in millionths.
        const Number share = 6000 * sheet_.millionths(slept);
        const auto is_above = [&](std::int64_t percent) {
            return share > percent * millionths_per_point * in_bed;
        };
        const auto is_from = [&](std::int64_t percent) {
            return share >= percent * millionths_per_point * in_bed;
        };
        constexpr ItemSet concerned = item_bit(bed) | item_bit(rise) | item_bit(slept);
        sheet_.odd(known && is_above(100), concerned,
                   "more hours slept than in bed (often a.m. for p.m.): efficiency is 0");
        sheet_.odd(known && !is_above(100) && in_bed > 16 * 60, concerned,
                   "more than 16 hours in bed (often a.m. for p.m.)");
        sheet_.line(known, "hours in bed", in_bed, 60);
        sheet_.line(known, "sleep efficiency, percent", share, millionths_per_point * in_bed);
        add(known, "habitual efficiency", graded(is_from(65), is_from(75), is_from(85)));
    }
    constexpr void as_coded(Text label, std::size_t item) {
        add(all(item, item), label, sheet_.points(item));
    }
    constexpr void score() {
        sheet_.missing(blank_);
        sheet_.score(sum_, 1);
    }

private:
    static constexpr std::int64_t millions(std::int64_t points) {
        return points * millionths_per_point;
    }
    static constexpr Number graded(Mask at_most_2, Mask at_most_1, Mask at_most_0) {
        return 3 - Sheet::count(at_most_2) - Sheet::count(at_most_1) - Sheet::count(at_most_0);
    }
    /// 0 stays 0; then one class for every nine points, of at most 27.
    static constexpr Number in_nines(Number sum) {
        return Sheet::count(sum > 0) + Sheet::count(sum > 9) + Sheet::count(sum > 18);
    }
    /// The same for every two points, of at most 6.
    static constexpr Number in_twos(Number sum) {
        return Sheet::count(sum > 0) + Sheet::count(sum > 2) + Sheet::count(sum > 4);
    }
    constexpr void leave_blank(Mask where, std::size_t item) {
        sheet_.blank(where, item);
        blank_ = blank_ || where;
    }
    constexpr Mask all(std::size_t first, std::size_t last) {
        Mask there = Sheet::all();
        for (std::size_t i = first; i <= last; ++i) {
            leave_blank(!sheet_.has(i), i);
            there = there && sheet_.has(i);
        }
        return there;
    }
    constexpr void add(Mask where, Text label, Number component) {
        sheet_.line(where, label, component);
        sum_ += Sheet::select(where, component, 0);
    }

    Sheet& sheet_;
    Number sum_ = 0;
    Mask blank_ = Sheet::none();
};

template <bool form_1989>
struct Global {
    template <class Sheet>
    constexpr void operator()(Sheet& sheet) const {
        Components<Sheet> components(sheet);
        components.duration(form_1989);
        components.efficiency();
        components.falling_asleep();
        components.disturbance();
        components.daytime();
        components.as_coded("quality", quality);
        components.as_coded("medication", medication);
        components.score();
    }
};

}  // namespace eczscore::detail::psqi
