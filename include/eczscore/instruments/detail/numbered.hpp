// SPDX-License-Identifier: BSL-1.0
// Questionnaires whose items are known by their printed number: q1, q2 and so on.
#pragma once

#include <array>
#include <cstddef>

#include "eczscore/model/checked.hpp"

namespace eczscore::detail::numbered {

struct Name {
    Text id;
    Text label;
};
inline constexpr Name names[] = {
    {"q1", "item 1"},   {"q2", "item 2"},   {"q3", "item 3"},   {"q4", "item 4"},
    {"q5", "item 5"},   {"q6", "item 6"},   {"q7", "item 7"},   {"q8", "item 8"},
    {"q9", "item 9"},   {"q10", "item 10"}, {"q11", "item 11"}, {"q12", "item 12"},
    {"q13", "item 13"}, {"q14", "item 14"}, {"q15", "item 15"}, {"q16", "item 16"},
    {"q17", "item 17"}, {"q18", "item 18"}, {"q19", "item 19"}, {"q20", "item 20"},
    {"q21", "item 21"}, {"q22", "item 22"}, {"q23", "item 23"}, {"q24", "item 24"},
    {"q25", "item 25"}, {"q26", "item 26"}, {"q27", "item 27"}, {"q28", "item 28"},
    {"q29", "item 29"}, {"q30", "item 30"}, {"q31", "item 31"}, {"q32", "item 32"},
    {"q33", "item 33"}, {"q34", "item 34"}, {"q35", "item 35"}, {"q36", "item 36"}};

/// The item with this printed number, in whole points; `points` where a code stands for others.
consteval Item question(std::size_t number, int min, int max, List<int> points = {}) {
    const Name& name = names[number - 1];
    return {.id = name.id, .label = name.label, .scale = whole_points(min, max), .points = points};
}

}  // namespace eczscore::detail::numbered

namespace eczscore {

/// One numbered questionnaire: `q[0]` is item 1. An answer that was not set is missing, never 0.
template <const Instrument& which, std::size_t asked>
struct NumberedAnswers {
    Age age{};
    std::array<Answer, asked> q{};

    static constexpr const Instrument& instrument() { return which; }
    constexpr const std::array<Answer, asked>& in_order() const { return q; }
};

/// One numbered questionnaire of `asked` items, of which a scale reads only these numbers.
template <const Instrument& which, std::size_t asked, std::size_t... numbers>
struct ScaleAnswers {
    Age age{};
    std::array<Answer, asked> q{};  ///< the whole questionnaire: `q[0]` is item 1

    static constexpr const Instrument& instrument() { return which; }
    constexpr std::array<Answer, sizeof...(numbers)> in_order() const {
        return {q[numbers - 1]...};
    }
};

}  // namespace eczscore
