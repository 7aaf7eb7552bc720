// SPDX-License-Identifier: BSL-1.0
// Dated records into consecutive days: windows, no day 0, records that disagree, any order.
#include "eczscore/trial/day_flag.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <tuple>
#include <vector>

#include "catch_compat.hpp"

using namespace eczscore;
using namespace eczscore::trial;

namespace {

constexpr Flag yes = Flag::yes;
constexpr Flag no = Flag::no;
constexpr Flag gone = Flag::missing;
constexpr Flag bad = Flag::invalid;

std::array<Flag, 3> three_days(const std::vector<DayFlag>& records,
                               SameDay same = SameDay::refuse) {
    std::array<Flag, 3> days{bad, bad, bad};
    place_days(records, 1, days, same);
    return days;
}

}  // namespace

TEST_CASE("Days: a day without a record is missing, and a record outside is counted") {
    std::array<Flag, 4> days{yes, yes, yes, yes};
    const std::vector<DayFlag> records = {{4, no}, {2, yes}, {3, gone}, {5, yes}, {-1, yes}};
    const Placed placed = place_days(records, 1, days);
    CHECK(days == std::array{gone, yes, gone, no});
    CHECK(placed.outside == 2);
    CHECK(placed.invalid == 0);
}

TEST_CASE("Days: day 1 follows day -1 unless the study has a day 0") {
    const std::vector<DayFlag> records = {{-2, no}, {-1, yes}, {0, no}, {1, yes}, {2, no}};
    std::array<Flag, 4> days{};
    place_days(records, -2, days);
    CHECK(days == std::array{no, yes, bad, no});  // day 0 is taken for day 1, and contradicts it
    std::array<Flag, 5> five{};
    place_days(records, -2, five, SameDay::refuse, true);
    CHECK(five == std::array{no, yes, no, yes, no});
    for (const bool has_zero : {false, true}) {
        for (int first = -9; first <= 9; ++first) {
            if (first == 0 && !has_zero) continue;
            int day = first;
            for (std::size_t i = 0; i < 20; ++i) {
                CHECK(day_after(first, i, has_zero) == day);
                CHECK(day_position(day, has_zero) ==
                      day_position(first, has_zero) + static_cast<std::int64_t>(i));
                ++day;
                if (day == 0 && !has_zero) ++day;
            }
        }
    }
}

TEST_CASE("Days: records of one day that agree are one, others are invalid, or a rule decides") {
    CHECK(three_days({{1, yes}, {1, yes}, {2, no}, {2, no}}) == std::array{yes, no, gone});
    CHECK(three_days({{1, yes}, {1, no}, {1, yes}, {2, bad}}) == std::array{bad, bad, gone});
    CHECK(three_days({{1, yes}, {1, no}, {2, no}, {2, bad}}, SameDay::highest) ==
          std::array{yes, bad, gone});
    CHECK(three_days({{1, yes}, {1, no}, {1, gone}}, SameDay::last)[0] == no);
}

TEST_CASE("Days: the order of records is irrelevant unless the later one counts") {
    std::vector<DayFlag> records = {{1, yes}, {1, no}, {2, no}, {2, gone}, {3, bad}, {3, yes}};
    const auto by_content = [](const DayFlag& a, const DayFlag& b) {
        return std::tuple(a.day, a.flag) < std::tuple(b.day, b.flag);
    };
    std::sort(records.begin(), records.end(), by_content);
    const auto refused = three_days(records);
    const auto highest = three_days(records, SameDay::highest);
    int wrong = 0;
    do {
        wrong += three_days(records) != refused;
        wrong += three_days(records, SameDay::highest) != highest;
    } while (std::next_permutation(records.begin(), records.end(), by_content));
    CHECK(wrong == 0);
    CHECK(refused == std::array{bad, no, bad});
    CHECK(highest == std::array{yes, no, yes});
}

TEST_CASE("Days: a placed week of ratings is the week of the diary") {
    const std::vector<DiaryEntry> entries = {{1, 5}, {3, 2}, {3, 9}, {7, 0}, {8, 4}, {5, {}}};
    for (const SameDay same : {SameDay::refuse, SameDay::highest, SameDay::last}) {
        std::array<Answer, 7> days{};
        place_days(entries, 1, days, same);
        CHECK(days == diary_week(entries, 7, same));
    }
}

TEST_CASE("Days: a rating at the limit is not above it, and one off the scale is invalid") {
    CHECK(is_above(4, 4, 10) == no);
    CHECK(is_above(4.000001, 4, 10) == yes);
    CHECK(is_above(10, 4, 10) == yes);
    CHECK(is_above(0, 4, 10) == no);
    CHECK(is_above({}, 4, 10) == gone);
    for (const Answer wrong : {Answer(11), Answer(-1), Answer::unreadable(), Answer::conflict(),
                               Answer::not_relevant()}) {
        CHECK(is_above(wrong, 4, 10) == bad);
    }
}
