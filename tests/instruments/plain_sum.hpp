// SPDX-License-Identifier: BSL-1.0
// Sums and means of coded items in plain integers, and the library against them in all states.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "instruments/against_straight_line.hpp"

namespace plain {

using straight_line::bad;
using straight_line::blank;

/// An item whose codes start at `first`; `worth` is what each code adds.
struct Item {
    int first;
    std::vector<int> worth;
    bool is_scored = true;
};

inline Item codes(int first, int last) {
    Item item{first, {}};
    for (int code = first; code <= last; ++code) item.worth.push_back(code);
    return item;
}

/// Items, how many may be blank (the others are scaled up), and what the sum is multiplied with.
struct Scale {
    std::vector<Item> items;
    int blanks_allowed = 0;
    std::int64_t numerator = 1;
    std::int64_t denominator = 1;
};

inline straight_line::Result score(const Scale& scale, const std::vector<int>& given) {
    std::int64_t sum = 0;
    std::int64_t answered = 0;
    std::int64_t blanks = 0;
    for (std::size_t i = 0; i < scale.items.size(); ++i) {
        const Item& item = scale.items[i];
        if (given[i] != blank) {
            const int place = given[i] - item.first;
            if (given[i] == bad || place < 0 || place >= static_cast<int>(item.worth.size())) {
                return {straight_line::Is::invalid, 0, 1};
            }
        }
        if (!item.is_scored) continue;
        if (given[i] == blank) {
            ++blanks;
        } else {
            ++answered;
            sum += item.worth[static_cast<std::size_t>(given[i] - item.first)];
        }
    }
    if (blanks > scale.blanks_allowed) return {straight_line::Is::missing, 0, 1};
    return {blanks > 0 ? straight_line::Is::imputed : straight_line::Is::ok,
            sum * (answered + blanks) * scale.numerator, answered * scale.denominator};
}

inline std::vector<eczscore::Answer> answers(const std::vector<int>& given) {
    std::vector<eczscore::Answer> all;
    for (const int code : given) all.push_back(against::answer(code));
    return all;
}

/// How many of many states, blanks and refused codes among them, the library scores otherwise.
inline long mismatches(const eczscore::Instrument& instrument, const Scale& scale, int states) {
    against::Random random(scale.items.size() * 7919 + 17);
    long wrong = 0;
    std::vector<int> given(scale.items.size());
    for (int n = 0; n < states; ++n) {
        const std::size_t wanted_blanks = random(5);
        const bool with_refused = random(8) == 0;
        for (std::size_t i = 0; i < given.size(); ++i) {
            const Item& item = scale.items[i];
            given[i] = item.first + static_cast<int>(random(item.worth.size()));
        }
        for (std::size_t b = 0; b < wanted_blanks; ++b) given[random(given.size())] = blank;
        if (with_refused) {
            const std::size_t at = random(given.size());
            const Item& item = scale.items[at];
            const int beyond = item.first + static_cast<int>(item.worth.size());
            given[at] = random(2) == 0 ? bad : beyond;
        }
        wrong += !against::agrees(eczscore::score(instrument, answers(given)), score(scale, given));
    }
    return wrong;
}

/// The same for every state of a short scale: all codes, blank, and one code beyond.
inline long mismatches_in_all(const eczscore::Instrument& instrument, const Scale& scale) {
    std::vector<std::size_t> digits(scale.items.size(), 0);
    std::vector<int> given(scale.items.size());
    long wrong = 0;
    for (;;) {
        for (std::size_t i = 0; i < given.size(); ++i) {
            const Item& item = scale.items[i];
            given[i] = digits[i] == 0 ? blank : item.first + static_cast<int>(digits[i]) - 1;
        }
        wrong += !against::agrees(eczscore::score(instrument, answers(given)), score(scale, given));
        std::size_t i = 0;
        while (i < digits.size() && ++digits[i] == scale.items[i].worth.size() + 2) digits[i++] = 0;
        if (i == digits.size()) return wrong;
    }
}

}  // namespace plain
