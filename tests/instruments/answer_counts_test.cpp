// SPDX-License-Identifier: BSL-1.0
// Too few and too many answers, 0 to 200 for every instrument: what is not handed over is missing,
// and of more answers than items none is used.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "eczscore/instruments.hpp"
#include "eczscore/report/note.hpp"
#include "eczscore/score/explain.hpp"
#include "eczscore/score/strict.hpp"

#include "catch_compat.hpp"

using namespace eczscore;

namespace {

/// Allowed values of every item, then values that no item allows.
std::vector<Answer> answers(const Instrument& instrument, std::size_t count) {
    std::vector<Answer> all;
    for_each_item(instrument.forms[0], [&](std::size_t, std::size_t, const Item& item) {
        all.push_back(Answer::from_millionths(millionths(item.scale.max)));
    });
    all.resize(count > all.size() ? count : all.size(), Answer(1));
    all.resize(count);
    return all;
}

Age age_of(const Instrument& instrument) {
    return Age::months(instrument.forms[0].ages.from_months + 1);
}

bool same(const Score& a, const Score& b) {
    return a.status == b.status && a.units == b.units && a.denominator == b.denominator &&
           a.missing == b.missing && a.wrong == b.wrong && a.imputed == b.imputed &&
           a.why == b.why && a.odd == b.odd;
}

/// Everything about a score of more answers than items.
int faults_of_surplus(const Instrument& instrument, const std::vector<Answer>& given) {
    const Score s = score(instrument, given, age_of(instrument));
    int wrong = s.status != Status::invalid || s.is_scored() || s.units != 0;
    wrong += s.missing != 0 || s.wrong != 0 || s.odd != 0 || s.has_warning();
    wrong += !(s.why == Text("more answers than the instrument has items"));
    wrong += !same(s, strict(s));
    const Explanation e = explain(instrument, given, age_of(instrument));
    wrong += !same(e.score, s) || e.computed.line_count != 0 || e.band != nullptr;
    for (const Answer& each : e.answers) wrong += !each.is_missing();
    for (const ExplainedDomain& line : e.domains()) {
        wrong += line.complete || line.contribution.is_number();
    }
    const Tally t = tally(instrument, given, age_of(instrument));
    for (std::size_t d = 0; d < instrument.plan.domains; ++d) {
        const Score part = subscore(instrument, t, d);
        wrong += part.status != Status::invalid || part.units != 0;
    }
    return wrong;
}

}  // namespace

TEST_CASE("Answer counts: of more answers than items none is used, and the score says why") {
    for (const Instrument* instrument : registry) {
        int wrong = 0;
        for (std::size_t count = instrument->plan.items + 1; count <= 200; ++count) {
            wrong += faults_of_surplus(*instrument, answers(*instrument, count));
        }
        // Not even where what is too much is blank: it may be what was shifted out of its place.
        std::vector<Answer> blank = answers(*instrument, instrument->plan.items);
        blank.emplace_back();
        wrong += faults_of_surplus(*instrument, blank);
        INFO(std::string(instrument->id));
        CHECK(wrong == 0);
    }
}

TEST_CASE("Answer counts: answers that were not handed over are missing") {
    for (const Instrument* instrument : registry) {
        int wrong = 0;
        for (std::size_t count = 0; count <= instrument->plan.items; ++count) {
            const std::vector<Answer> some = answers(*instrument, count);
            std::vector<Answer> all = some;
            all.resize(instrument->plan.items);
            const Age age = age_of(*instrument);
            wrong += !same(score(*instrument, some, age), score(*instrument, all, age));
            wrong += score(*instrument, some, age).why == Text(
                                                              "more answers than the instrument "
                                                              "has items");
            const Explanation e = explain(*instrument, some, age);
            wrong += !same(e.score, score(*instrument, all, age));
            for (std::size_t i = 0; i < all.size(); ++i) wrong += !(e.answers[i] == all[i]);
        }
        INFO(std::string(instrument->id));
        CHECK(wrong == 0);
    }
}

TEST_CASE("Answer counts: a note says that there were more answers than items") {
    const Instrument& poem = *find_instrument("poem");
    const std::vector<Answer> eight(8, Answer(1));
    CHECK(report::note(poem, score(poem, eight), {.answers = eight}) ==
          "more answers than the instrument has items.");
    const Instrument& wpai = *find_instrument("wpai_ad_absenteeism");
    const std::vector<Answer> six{1, 10, 0, 30, 5, {}};
    CHECK(report::note(wpai, score(wpai, six), {.answers = six}) ==
          "more answers than the instrument has items.");
}
