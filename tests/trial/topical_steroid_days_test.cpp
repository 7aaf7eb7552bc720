// SPDX-License-Identifier: BSL-1.0
// Steroid-free days: missing days are none, and every diary of 9 days against plain text search.
#include "eczscore/trial/topical_steroid_days.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "catch_compat.hpp"

using namespace eczscore;
using namespace eczscore::trial;

TEST_CASE("Steroid days: a missing day is neither free nor part of a run") {
    const std::vector<Flag> days = {Flag::no,  Flag::no, Flag::missing, Flag::no, Flag::no,
                                    Flag::yes, Flag::no, Flag::invalid, Flag::no, Flag::no};
    const SteroidFreeDays result = steroid_free_days(days);
    CHECK(result.free == 7);
    CHECK(result.recorded() == 8);
    CHECK(result.planned() == 10);
    CHECK(result.longest_run == 2);
    CHECK(result.proportion() == Exact::ratio(7, 8));
    CHECK_FALSE(result.few_recorded());  // exactly 80 %
    CHECK(steroid_free_days(std::span(days).last(3)).few_recorded());
    CHECK_FALSE(steroid_free_days({}).has_proportion());
    CHECK_FALSE(steroid_free_evidence.is_verified());
}

TEST_CASE("Steroid days: every diary of 9 days agrees with a text search") {
    int wrong = 0;
    for (int code = 0; code < 19683; ++code) {
        std::string text;
        std::vector<Flag> days;
        for (int rest = code, i = 0; i < 9; ++i, rest /= 3) {
            text += ".ny"[rest % 3];
            days.push_back(static_cast<Flag>(rest % 3));
        }
        int longest = 0;
        while (text.find(std::string(static_cast<std::size_t>(longest) + 1, 'n')) !=
               std::string::npos) {
            ++longest;
        }
        const auto count = [&](char c) {
            return static_cast<int>(std::count(text.begin(), text.end(), c));
        };
        const SteroidFreeDays result = steroid_free_days(days);
        wrong += result.longest_run != longest || result.free != count('n');
        wrong += result.recorded() != 9 - count('.');
        wrong += result.few_recorded() != (count('.') >= 2);
    }
    CHECK(wrong == 0);
}
