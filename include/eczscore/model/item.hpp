// SPDX-License-Identifier: BSL-1.0
// One thing that is asked or graded, and what it does in the sum.
#pragma once

#include <cstdint>

#include "eczscore/core/list.hpp"
#include "eczscore/core/text.hpp"

#include "eczscore/model/scale.hpp"

namespace eczscore {

/// What an item does in its domain.
enum class Role : std::uint8_t {
    adds,        ///< is added up
    multiplies,  ///< multiplies the sum of the adding items (area, extent)
    /// A further part of the question before it: the highest part given counts once; the question
    /// is missing when no part was answered, and not relevant when a part says so and no part is
    /// above 0.
    further_part
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
};

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
};

}  // namespace eczscore
