// SPDX-License-Identifier: BSL-1.0
// Dated entries into weeks: windows, days without an entry, two entries on one day, any order.
#include "eczscore/score/diary.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <span>
#include <vector>

#include "catch_compat.hpp"

using namespace eczscore;

namespace {
using Week = std::array<Answer, 7>;
Week week(const std::vector<DiaryEntry>& entries, int last, SameDay same = SameDay::refuse) {
    return diary_week(entries, last, same);
}
}  // namespace

TEST_CASE("Diary: the baseline week is days -7 to -1, week w is days 7(w-1)+1 to 7w") {
    CHECK(diary_week_end(0) == -1);
    CHECK(diary_week_end(1) == 7);
    CHECK(diary_week_end(16) == 112);
    std::vector<DiaryEntry> entries;
    for (int day = -10; day <= 20; ++day) {
        if (day != 0) entries.push_back({day, (day + 10) % 11});
    }
    const Week baseline = week(entries, diary_week_end(0));
    const Week second = week(entries, diary_week_end(2));
    for (int i = 0; i < 7; ++i) {
        CHECK(baseline[static_cast<std::size_t>(i)] == Answer((-7 + i + 10) % 11));
        CHECK(second[static_cast<std::size_t>(i)] == Answer((8 + i + 10) % 11));
    }
}

TEST_CASE("Diary: a day without an entry, or with a blank one, is missing") {
    const Week w = week({{1, 5}, {3, {}}, {7, 0}, {8, 9}, {-1, 9}}, 7);
    CHECK(w == Week{5, Answer(), Answer(), Answer(), Answer(), Answer(), 0});
    CHECK(week({}, 7) == Week{});
}

TEST_CASE("Diary: the window of days -6 to 1 has seven days, for there is no day 0") {
    std::vector<DiaryEntry> entries;
    for (int day = -8; day <= 3; ++day) {
        if (day != 0) entries.push_back({day, day < 0 ? day + 9 : day + 8});
    }
    const Week window = week(entries, 1);
    CHECK(window == Week{3, 4, 5, 6, 7, 8, 9});  // days -6 to -1, and 1
    const Week third = week(entries, 3);
    CHECK(third == Week{5, 6, 7, 8, 9, 10, 11});  // days -4 to -1, and 1 to 3
}

TEST_CASE("Diary: a study that has a day 0 says so") {
    std::vector<DiaryEntry> entries;
    for (int day = -6; day <= 1; ++day) entries.push_back({day, day + 6});
    CHECK(diary_week(entries, 0, SameDay::refuse, true) == Week{0, 1, 2, 3, 4, 5, 6});
    CHECK(diary_week(entries, 1, SameDay::refuse, true) == Week{1, 2, 3, 4, 5, 6, 7});
    // Without a day 0 such an entry is of day 1, so two are refused.
    CHECK(diary_week(entries, 1)[6] == Answer::conflict());
}

TEST_CASE("Diary: two entries on one day are refused, or the higher or the later counts") {
    const std::vector<DiaryEntry> twice = {{2, 7}, {2, 3}, {4, 2}, {4, 6}, {5, 1}, {5, {}}};
    CHECK(week(twice, 7)[1] == Answer::conflict());
    CHECK(week(twice, 7)[3] == Answer::conflict());
    CHECK(week(twice, 7)[4] == Answer(1));
    CHECK(week(twice, 7, SameDay::highest)[1] == Answer(7));
    CHECK(week(twice, 7, SameDay::highest)[3] == Answer(6));
    CHECK(week(twice, 7, SameDay::last)[1] == Answer(3));
    CHECK(week(twice, 7, SameDay::last)[3] == Answer(6));
    CHECK(week(twice, 7, SameDay::last)[4] == Answer(1));
    CHECK(week({{2, 7}, {2, 7}, {2, 7}}, 7)[1] == Answer::conflict());
}

TEST_CASE("Diary: what is no number stays visible under the higher-counts rule") {
    CHECK(week({{2, 7}, {2, Answer::unreadable()}}, 7, SameDay::highest)[1] ==
          Answer::unreadable());
    CHECK(week({{2, Answer::unreadable()}, {2, 7}}, 7, SameDay::highest)[1] ==
          Answer::unreadable());
}

TEST_CASE("Diary: the order of rows is irrelevant unless the later entry counts") {
    std::vector<DiaryEntry> entries = {{1, 3}, {2, 7}, {2, 3}, {3, {}}, {3, 4}, {7, 10}, {9, 1}};
    const auto by_day = [](const DiaryEntry& a, const DiaryEntry& b) {
        if (a.day != b.day) return a.day < b.day;
        return a.value.millionths() < b.value.millionths();
    };
    std::sort(entries.begin(), entries.end(), by_day);
    const Week refused = week(entries, 7);
    const Week highest = week(entries, 7, SameDay::highest);
    int wrong = 0;
    while (std::next_permutation(entries.begin(), entries.end(), by_day)) {
        wrong += week(entries, 7) != refused;
        wrong += week(entries, 7, SameDay::highest) != highest;
    }
    CHECK(wrong == 0);
}

TEST_CASE("Diary: days at the ends of their range fall outside every other week") {
    constexpr int first = std::numeric_limits<int>::min();
    constexpr int last = std::numeric_limits<int>::max();
    const DiaryEntry entries[] = {{first, 1}, {last, 2}, {3, 4}};
    CHECK(diary_week(entries, 7)[2] == Answer(4));
    CHECK(diary_week(entries, last)[6] == Answer(2));
    CHECK(diary_week(entries, first)[6] == Answer(1));
    CHECK(diary_week(entries, first)[5].is_missing());
}
