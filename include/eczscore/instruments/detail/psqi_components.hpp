// SPDX-License-Identifier: BSL-1.0
// What is asked by the Pittsburgh Sleep Quality Index, its seven components and their sum.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

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
class Components {
public:
    constexpr explicit Components(std::span<const Answer> answers) : answers_(answers) {}

    /// 7 h and more is 0; the printed form of 1989 asks for more than 7 h.
    constexpr void duration(bool form_1989) {
        if (!all(slept, slept)) return;
        const Exact hours = at(slept).exact();
        const bool most = form_1989 ? hours > Exact(7) : hours >= Exact(7);
        add("duration", most ? 0 : hours >= Exact(6) ? 1 : hours >= Exact(5) ? 2 : 3);
    }
    /// Sum of 5b to 5j in steps of nine. The other reason counts 0 without its rating or its text.
    constexpr void disturbance() {
        const bool there = all(q5b, q5j - 1);
        std::int64_t sum = 0;
        for (std::size_t i = q5b; i < q5j; ++i) sum += points(i);
        const std::int64_t other = points(q5j);
        const Answer text = at(q5j_text);
        const bool without_text = text.is_value() && text.millionths() == 0;
        if (!there) return;
        if (other > 0 && text.is_missing() && in_steps(sum, 9) != in_steps(sum + other, 9)) {
            result_.missing |= item_bit(q5j_text);  // the text decides the component
            return;
        }
        if (other > 0 && without_text) odd(item_bit(q5j), "5j counts 0 without its text");
        if (!without_text) sum += other;
        result_.add_line("sum of 5b to 5j", sum);
        add("disturbance", in_steps(sum, 9));
    }
    constexpr void falling_asleep() {
        const bool there = all(latency, latency);
        if (!all(q5a, q5a) || !there) return;
        const Exact minutes = at(latency).exact();
        const int graded = minutes <= Exact(15)   ? 0
                           : minutes <= Exact(30) ? 1
                           : minutes <= Exact(60) ? 2
                                                  : 3;
        add("latency", in_steps(graded + points(q5a), 2));
    }
    constexpr void daytime() {
        const bool woken = all(awake, awake);
        if (!all(enthusiasm, enthusiasm) || !woken) return;
        add("daytime dysfunction", in_steps(points(awake) + points(enthusiasm), 2));
    }
    /// 100 x hours slept / hours in bed, unrounded, with no gap between the classes.
    constexpr void efficiency() {
        const bool went = all(bed, bed);
        const bool rose = all(rise, rise);
        const bool has_hours = all(slept, slept);
        if (!went || !rose) return;
        const std::int64_t in_bed = clock::minutes_from(at(bed), at(rise));
        if (in_bed == 0) {
            result_.wrong |= item_bit(bed) | item_bit(rise);
            result_.why = "the times of going to bed and getting up are the same";
            return;
        }
        if (!has_hours) return;
        const Exact percent = Exact(6000) * at(slept).exact() / Exact(in_bed);
        const ItemSet concerned = item_bit(bed) | item_bit(rise) | item_bit(slept);
        if (percent > Exact(100)) {
            odd(concerned, "more hours slept than in bed (often a.m. for p.m.): efficiency is 0");
        } else if (in_bed > 16 * 60) {
            odd(concerned, "more than 16 hours in bed (often a.m. for p.m.)");
        }
        result_.add_line("hours in bed", Exact::ratio(in_bed, 60));
        result_.add_line("sleep efficiency, percent", percent);
        add("habitual efficiency", percent >= Exact(85)   ? 0
                                   : percent >= Exact(75) ? 1
                                   : percent >= Exact(65) ? 2
                                                          : 3);
    }
    constexpr void as_coded(Text label, std::size_t item) {
        if (all(item, item)) add(label, points(item));
    }
    constexpr Computed result() {
        if (result_.missing == 0) result_.status = Status::ok;
        return result_;
    }

private:
    constexpr Answer at(std::size_t item) const { return answers_[item]; }
    constexpr std::int64_t points(std::size_t item) const {
        return at(item).millionths() / millionths_per_point;
    }
    constexpr bool all(std::size_t first, std::size_t last) {
        bool there = true;
        for (std::size_t i = first; i <= last; ++i) {
            if (!at(i).is_missing()) continue;
            result_.missing |= item_bit(i);
            there = false;
        }
        return there;
    }
    /// 0 stays 0; then one class for every `step` points.
    static constexpr std::int64_t in_steps(std::int64_t sum, std::int64_t step) {
        return (sum + step - 1) / step;
    }
    constexpr void add(Text label, std::int64_t component) {
        result_.add_line(label, component);
        result_.value = result_.value + Exact(component);
    }
    constexpr void odd(ItemSet concerned, Text why) {
        result_.odd |= concerned;
        // Only 5j is looked at after the times, so there is one pair of remarks.
        const bool first = result_.why.empty();
        result_.why = first ? why
                            : Text(
                                  "the times in bed and the hours slept do not fit, and 5j counts "
                                  "0 without its text");
    }

    std::span<const Answer> answers_;
    Computed result_{.value = 0};
};

template <bool form_1989>
constexpr Computed global(std::span<const Answer> answers) {
    Components components(answers);
    components.duration(form_1989);
    components.efficiency();
    components.falling_asleep();
    components.disturbance();
    components.daytime();
    components.as_coded("quality", quality);
    components.as_coded("medication", medication);
    return components.result();
}

}  // namespace eczscore::detail::psqi
