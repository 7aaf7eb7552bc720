// SPDX-License-Identifier: BSL-1.0
// One thing that is asked or graded, and what it does in the sum.
#pragma once

#include <cstddef>
#include <cstdint>

#include "eczscore/core/list.hpp"
#include "eczscore/core/text.hpp"

#include "eczscore/model/scale.hpp"

namespace eczscore {

/// A set of items (bit i: item i in form order).
using ItemSet = std::uint64_t;
/// The set of one item. index: in form order, below 64.
constexpr ItemSet item_bit(std::size_t index) { return ItemSet{1} << index; }

/// What an item does in its domain.
enum class Role : std::uint8_t {
    adds,        ///< is added up
    multiplies,  ///< multiplies the sum of the adding items (area, extent)
    /// A further part of the question before it: the highest part given counts once; the question
    /// is missing when no part was answered, and not relevant when a part says so and no part is
    /// above 0. "Not relevant" on a further part leaves that part unanswered.
    alternative_part,
    recorded  ///< is kept beside the score: checked, adds nothing, may be blank
};

/// A word that stands for a code ("yes" for 3).
struct Word {
    Text word;
    int code;
};

/// One item. Labels are neutral names of our own, never the wording of a questionnaire.
struct Item {
    Text id;
    Text label;
    Scale scale;
    Role role = Role::adds;
    bool offers_not_relevant = false;
    const PercentGrades* from_percent = nullptr;  ///< set: a percentage may stand for the grade
    List<Word> words{};
    /// The words are the only answers: a number means nothing, because people number the categories
    /// in different ways. The codes are positions that only this library uses.
    bool labels_only = false;
    /// What each allowed value adds, in rising order of the values (a reversed item, a count in
    /// classes, a percentage); empty: the value itself. For scales in whole points.
    List<int> points{};
    bool zero_means_not_applicable = false;  ///< a recorded 0 says that the scale does not apply
    Text alert{};           ///< what a value above 0 is remarked with, for a person to read
    bool is_clock = false;  ///< a time of day in minutes after midnight, written 23:30 in a table

    /// Units in one point of what the item adds.
    constexpr std::int64_t added_per_point() const {
        return points.empty() ? scale.units_per_point : 1;
    }
    /// What an allowed value adds, in units.
    constexpr std::int64_t added(Answer answer) const { return added(answer, scale.units(answer)); }
    /// The same, of a value that was counted already.
    constexpr std::int64_t added(Answer answer, std::int64_t units) const {
        if (points.empty()) return units;
        if (scale.levels.empty()) return points[static_cast<std::size_t>(units - scale.min.num())];
        std::size_t index = 0;
        while (millionths(scale.levels[index]) != answer.millionths()) ++index;
        return points[index];
    }
};

/// The word that stands for an answer; empty where none does.
constexpr Text word_of(const Item& item, Answer answer) {
    if (!answer.is_value()) return {};
    for (const Word& word : item.words) {
        if (word.code * millionths_per_point == answer.millionths()) return word.word;
    }
    return {};
}

/// A group of items that are added up and weighted together (a region, a location, a sub-scale).
/// Contributes weight x product of the multiplying items x sum of the adding items.
struct Domain {
    Text id;
    Text label;
    int weight = 1;
    List<Item> items;
    Exact max = 0;              ///< highest published contribution to the score
    bool is_subscore = false;   ///< reported as a sub-score `<instrument>_<id>`
    bool zero_excuses = false;  ///< a multiplying item of 0 (no area) excuses blank adding items
    bool area_alone = false;    ///< an area above 0 with all adding items 0 is nothing odd
};

/// A domain that is reported as a sub-score too. max: what the paper prints.
constexpr Domain sub_scale(Text id, Text label, int weight, List<Item> items, Exact max) {
    return {.id = id,
            .label = label,
            .weight = weight,
            .items = items,
            .max = max,
            .is_subscore = true};
}

/// A region of the body, signs times area: reported as a sub-score, and an area of 0 excuses blank
/// signs. max: what the paper prints.
constexpr Domain body_region(Text id, Text label, int weight, List<Item> items, Exact max) {
    Domain region = sub_scale(id, label, weight, items, max);
    region.zero_excuses = true;
    return region;
}

namespace descriptor_error {
void no_item_has_this_id();  // never defined: see checked.hpp
}

/// The position of the item with this id, so that a formula names what it reads and never numbers
/// it; an id that no item has does not compile.
template <std::size_t size>
consteval std::size_t position_of(const Item (&items)[size], Text id) {
    for (std::size_t i = 0; i < size; ++i) {
        if (items[i].id == id) return i;
    }
    descriptor_error::no_item_has_this_id();
    return size;
}

}  // namespace eczscore
