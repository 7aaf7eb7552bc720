// SPDX-License-Identifier: BSL-1.0
// Controlled weeks: the published examples, missing days, and every week against plain counting.
#include "eczscore/trial/controlled_week.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

#include "catch_compat.hpp"

using namespace eczscore;
using namespace eczscore::trial;

namespace {

using Treated = std::array<Flag, 7>;
using Ratings = std::array<Answer, 7>;
constexpr Flag y = Flag::yes;
constexpr Flag n = Flag::no;
constexpr Flag gone = Flag::missing;
constexpr Treated never{n, n, n, n, n, n, n};

Control judge(const ControlRule& rule, const Treated& treated, const Ratings& ratings) {
    return controlled_week(rule, treated, ratings).control;
}

}  // namespace

TEST_CASE("Week: one day above 1 without rescue is well, but not totally controlled") {
    const Ratings scores{1, 1, 0, 1, 2, 1, 1};
    CHECK(judge(tcw_2006_on_4, never, scores) == Control::no);
    CHECK(judge(wcw_2006_on_4, never, scores) == Control::yes);
    const Ratings one_missing{1, 1, 0, {}, 1, 1, 1};
    CHECK(judge(tcw_2006_on_4, never, one_missing) == Control::unknown);
    CHECK(judge(wcw_2006_on_4, never, one_missing) == Control::unknown);
}

TEST_CASE("Week: rescue on 3 of 7 days is never controlled, whatever the symptoms") {
    const Treated three{y, n, y, n, n, y, n};
    for (const ControlRule& rule : control_rules) {
        if (rule.rated_weekly) continue;
        CHECK(judge(rule, three, Ratings{0, 0, 0, 0, 0, 0, 0}) == Control::no);
        CHECK(judge(rule, three, Ratings{}) == Control::no);
    }
    CHECK(controlled_week(wcw_2017_weekly, three, Answer(0)).control == Control::no);
    CHECK(controlled_week(wcw_2017_weekly, three, Answer()).control == Control::no);
}

TEST_CASE("Week: stepping up on days 2 and 5 with bother 2,5,3,1,6,4,2 is well controlled") {
    const Treated twice{n, y, n, n, y, n, n};
    const Ratings bother{2, 5, 3, 1, 6, 4, 2};
    const ControlledWeek week = controlled_week(wcw_2017, twice, bother);
    CHECK(week.control == Control::yes);
    CHECK(week.treatment.yes == 2);
    CHECK(week.symptoms.yes == 2);  // a bother of exactly 4 does not violate
    CHECK(judge(tcw_2006_on_10, twice, bother) == Control::no);
    CHECK(judge(wcw_2017, twice, Ratings{2, 5, 3, 5, 6, 4, 2}) == Control::no);
}

TEST_CASE("Week: the variant with one weekly rating allows a bother of 4") {
    const Treated twice{n, y, n, n, y, n, n};
    CHECK(controlled_week(wcw_2017_weekly, twice, Answer(4)).control == Control::yes);
    CHECK(controlled_week(wcw_2017_weekly, twice, Answer(5)).control == Control::no);
    CHECK(controlled_week(wcw_2017_weekly, never, Answer()).control == Control::unknown);
    CHECK(controlled_week(wcw_2017_weekly, never, Answer(11)).control == Control::invalid);
    Treated six = twice;
    six[0] = gone;
    CHECK(controlled_week(wcw_2017_weekly, six, Answer(4)).control == Control::unknown);
    CHECK(controlled_week(min5(wcw_2017_weekly), six, Answer(4)).control == Control::yes);
    CHECK(judge(wcw_2017_weekly, never, Ratings{}) == Control::invalid);
    CHECK(controlled_week(wcw_2017, never, Answer(4)).control == Control::invalid);
}

TEST_CASE("Week: a missing day leaves it unknown unless a limit is already exceeded") {
    const Ratings two_gone{5, {}, 3, 5, {}, 5, 2};
    CHECK(judge(wcw_2017, never, two_gone) == Control::no);  // the third violating day is seen
    const Ratings mild{0, {}, 0, 0, {}, 0, 0};
    CHECK(judge(wcw_2017, never, mild) == Control::unknown);
    CHECK(judge(min5(wcw_2017), never, mild) == Control::yes);
    CHECK(judge(tcw_2006_on_10, never, Ratings{5}) == Control::no);  // the first is enough
    const Ratings four{0, {}, 0, 0, {}, 0, {}};
    CHECK(judge(min5(wcw_2017), never, four) == Control::unknown);
    CHECK_FALSE(min5(wcw_2017).evidence.is_verified());
}

TEST_CASE("Week: a rating off the scale or a contradicted day makes the week invalid") {
    Ratings ratings{0, 0, 0, 0, 0, 0, 5};
    CHECK(judge(wcw_2006_on_4, never, ratings) == Control::invalid);
    CHECK(judge(wcw_2006_on_10, never, ratings) == Control::yes);
    Treated contradicted{y, y, y, n, n, n, Flag::invalid};
    CHECK(judge(wcw_2006_on_10, contradicted, ratings) == Control::invalid);
}

TEST_CASE("Week: every count of treated, bad and missing days agrees with plain counting") {
    // Days are exchangeable, so every pair of counts is tried, in one arrangement and its reverse.
    int wrong = 0;
    int weeks = 0;
    for (const ControlRule& rule : control_rules) {
        if (rule.rated_weekly) continue;
        for (int needed : {5, 7}) {
            const ControlRule used = needed == 5 ? min5(rule) : rule;
            for (int code = 0; code < 8 * 8 * 8 * 8; ++code) {
                const int treated_days = code % 8;
                const int treated_gone = code / 8 % 8;
                const int bad_days = code / 64 % 8;
                const int bad_gone = code / 512;
                if (treated_days + treated_gone > 7 || bad_days + bad_gone > 7) continue;
                Treated treated = never;
                Ratings ratings;
                ratings.fill(Answer(rule.limit));
                for (int i = 0; i < 7; ++i) {
                    const auto at = static_cast<std::size_t>(i);
                    if (i < treated_days) treated[at] = y;
                    if (i >= 7 - treated_gone) treated[at] = gone;
                    if (i < bad_days) ratings[at] = Answer(rule.limit + Exact::ratio(1, 10));
                    if (i >= 7 - bad_gone) ratings[at] = Answer();
                }
                const bool total = rule.id == "tcw_2006_on_4" || rule.id == "tcw_2006_on_10";
                const int most = total ? 0 : 2;
                const bool failed = treated_days > most || bad_days > most;
                const bool enough = 7 - treated_gone >= needed && 7 - bad_gone >= needed;
                const Control expected = failed   ? Control::no
                                         : enough ? Control::yes
                                                  : Control::unknown;
                wrong += judge(used, treated, ratings) != expected;
                std::reverse(treated.begin(), treated.end());
                std::reverse(ratings.begin(), ratings.end());
                wrong += judge(used, treated, ratings) != expected;
                ++weeks;
            }
        }
    }
    CHECK(weeks == 5 * 2 * 36 * 36);
    CHECK(wrong == 0);
}

TEST_CASE("Week: the proportion is over the weeks that can be judged") {
    const std::vector<Control> weeks = {Control::yes,     Control::no,  Control::unknown,
                                        Control::invalid, Control::yes, Control::no};
    const ControlledWeeks some = controlled_weeks(weeks);
    CHECK(some.controlled == 2);
    CHECK(some.evaluable == 4);
    CHECK(some.unknown == 1);
    CHECK(some.invalid == 1);
    CHECK(some.proportion() == Exact::ratio(1, 2));
    CHECK_FALSE(controlled_weeks({}).has_proportion());
}

TEST_CASE("Week: rules are data with one default, and unverified parts say so") {
    std::set<std::string> ids;
    int defaults = 0;
    for (const ControlRule& rule : control_rules) {
        ids.insert(rule.id.c_str());
        defaults += rule.is_default;
        CHECK(rule.evidence.source != nullptr);
    }
    CHECK(ids.size() == std::size(control_rules));
    CHECK(defaults == 1);
    CHECK(wcw_2017.is_default);
    CHECK(wcw_2017.evidence.is_verified());
    CHECK_FALSE(tcw_2006_on_4.evidence.is_verified());
    CHECK_FALSE(wcw_2006_on_4.evidence.is_verified());
}
