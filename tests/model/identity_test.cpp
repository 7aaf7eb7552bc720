// SPDX-License-Identifier: BSL-1.0
// Who answers an instrument, how far back it asks, and what its owner allows.
#include "eczscore/model/identity.hpp"

#include "eczscore/instruments.hpp"

#include "catch_compat.hpp"

using namespace eczscore;

TEST_CASE("Identity: respondents are a set") {
    constexpr Respondent all[] = {Respondent::clinician, Respondent::patient, Respondent::caregiver,
                                  Respondent::device};
    CHECK(Respondents().empty());
    for (const Respondent one : all) {
        const Respondents alone = one;
        CHECK_FALSE(alone.empty());
        CHECK(alone != Respondents());
        for (const Respondent other : all) {
            CHECK(alone.contains(other) == (one == other));
            CHECK((one | other).contains(one));
            CHECK((one | other).contains(other));
            CHECK((one | other) == (other | one));
            for (const Respondent third : all) {
                CHECK((one | other).contains(third) == (third == one || third == other));
            }
        }
    }
    CHECK((Respondents(Respondent::clinician) | Respondents()) == Respondent::clinician);
}

TEST_CASE("Identity: what is not said is the strictest, and no number of days") {
    constexpr Identity silent{.id = "x", .title = "X", .version = "1", .rights = "?"};
    CHECK(silent.reuse == Reuse::by_permission);
    CHECK(silent.recall_days == recall_not_stated);
    CHECK(silent.respondent.empty());
}

TEST_CASE("Identity: names") {
    CHECK(name(Respondent::clinician) == Text("clinician"));
    CHECK(name(Respondent::patient) == Text("patient"));
    CHECK(name(Respondent::caregiver) == Text("caregiver"));
    CHECK(name(Respondent::device) == Text("device"));
    CHECK(name(Reuse::free) == Text("free"));
    CHECK(name(Reuse::with_notice) == Text("with_notice"));
    CHECK(name(Reuse::by_permission) == Text("by_permission"));
}

TEST_CASE("Identity: the days of recall are those of its words, in every instrument") {
    const struct {
        Text words;
        int days;
    } table[] = {{"today", 0},
                 {"static, today", 0},
                 {"24 hours, daily", 1},
                 {"last night, daily", 1},
                 {"one night", 1},
                 {"average of the last 3 nights", 3},
                 {"last 3 days and last night", 3},
                 {"signs today, symptoms 3 days", 3},
                 {"7 days", 7},
                 {"past 7 days", 7},
                 {"past week", 7},
                 {"past week (not seen)", 7},
                 {"typical recent week", 7},
                 {"2 weeks", 14},
                 {"past 2 weeks", 14},
                 {"past 4 weeks", 28},
                 {"past month", 30},
                 {"12 months", 365},
                 {"past 4 weeks, or now", recall_not_stated},
                 {"now or 24 hours, by protocol", recall_not_stated},
                 {"by protocol", recall_not_stated},
                 {"as the form says", recall_not_stated},
                 {"as the project defines", recall_not_stated},
                 {"as printed on the form (not seen)", recall_not_stated},
                 {"against a photograph before treatment", recall_not_stated},
                 {"needs before, benefits after treatment", recall_not_stated},
                 {"since the start of the study", recall_not_stated},
                 {"usual, recent times", recall_not_stated},
                 {"signs today; symptoms 2 to 3 days by version (48 hours in some, unverified)",
                  recall_not_stated}};
    for (const Instrument* instrument : registry) {
        CAPTURE(instrument->id.c_str(), instrument->recall.c_str());
        int found = 0;
        for (const auto& row : table) {
            if (!(row.words == instrument->recall)) continue;
            CHECK(instrument->recall_days == row.days);
            ++found;
        }
        CHECK(found == 1);
    }
}
