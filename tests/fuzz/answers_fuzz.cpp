// SPDX-License-Identifier: BSL-1.0
// Fuzzes everything that is said about one assessment: any answers, in spans of any length, for
// every instrument. The views must agree with each other, and no score leaves its scale.
#include <eczscore/report/explanation.hpp>
#include <eczscore/report/explanation_json.hpp>
#include <eczscore/report/note.hpp>
#include <eczscore/score/explain.hpp>
#include <eczscore/score/marks.hpp>
#include <eczscore/score/strict.hpp>
#include <eczscore/score/table.hpp>

#include <vector>

#include "fuzz/bytes.hpp"

using namespace eczscore;
using eczscore::fuzz::must;

namespace {

bool same(const Score& a, const Score& b) {
    return a.units == b.units && a.denominator == b.denominator && a.status == b.status &&
           a.form == b.form && a.imputed == b.imputed &&
           a.not_relevant_count == b.not_relevant_count && a.age == b.age &&
           a.missing == b.missing && a.wrong == b.wrong && a.rounded == b.rounded &&
           a.doubtful_relevance == b.doubtful_relevance &&
           a.zero_means_not_applicable == b.zero_means_not_applicable && a.alert == b.alert &&
           a.odd == b.odd && a.why == b.why && a.signs_without_area == b.signs_without_area &&
           a.area_without_signs == b.area_without_signs;
}

void check_scale(const Instrument& instrument, const Score& score, std::string_view id) {
    must(score.instrument == &instrument, "a score of another instrument", id);
    must(score.denominator > 0, "no lattice", id);
    if (!score.is_scored()) return;
    must(score.value() >= instrument.min && score.value() <= instrument.max, "off the scale", id);
    must(score.wrong == 0, "a score from wrong answers", id);
}

/// The answers with those that were not handed over written out as missing.
std::vector<Answer> complete(const Instrument& instrument, std::span<const Answer> answers) {
    std::vector<Answer> all(answers.begin(), answers.end());
    all.resize(instrument.plan.items);
    return all;
}

void check_explanation(const Explanation& explained, const Score& score, std::string_view id) {
    must(same(explained.score, score), "the explanation has another score", id);
    if (!score.is_scored() || !explained.instrument->is_sum() ||
        !explained.instrument->table.empty()) {
        return;
    }
    Exact sum = 0;
    for (const ExplainedDomain& line : explained.domains()) sum = sum + line.contribution;
    must(sum * explained.scale_up == score.value(), "the sum shown is not the score", id);
}

void check_bands(const Instrument& instrument, const Score& score, std::string_view id) {
    for (const BandScheme& scheme : instrument.bands) {
        const Band* found = band(scheme, score);
        must(found == nullptr || score.is_scored(), "a band without a score", id);
        must(found == nullptr || scheme.on_rounded || found->contains(score.value()),
             "a band that does not contain the score", id);
        for (int decimals = 0; decimals <= 6; ++decimals)
            must(band_on_rounded(scheme, score, decimals) == nullptr || score.is_scored(),
                 "a rounded band without a score", id);
    }
}

void check_table(fuzz::Bytes& bytes, const Score& score, std::string_view id) {
    const TableRow rows[] = {{.sum = bytes.byte() - 128, .value = Exact(bytes.byte())},
                             {.sum = bytes.byte(), .value = Exact::ratio(bytes.byte(), 4)},
                             {.sum = bytes.word(), .value = Exact::ratio(bytes.byte(), 3)}};
    const Score looked_up = look_up(ScoreTable{rows}, score);
    must(score.status == Status::needs_data || same(looked_up, score), "looked up unasked", id);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Bytes bytes(data, size);
    const Instrument& instrument = fuzz::instrument(bytes);
    const std::string_view id = instrument.id;
    const Age age = fuzz::age(bytes);
    std::vector<Answer> answers(bytes.byte() % 150);
    for (Answer& answer : answers) answer = fuzz::answer(bytes);

    const Score scored = score(instrument, answers, age);
    if (answers.size() > instrument.plan.items) {
        must(scored.status == Status::invalid && !scored.why.empty() && scored.units == 0,
             "a score of more answers than items", id);
    } else {
        const std::vector<Answer> all = complete(instrument, answers);
        must(same(scored, score(instrument, all, age)), "answers handed over change the score", id);
    }
    check_scale(instrument, scored, id);
    const Score refused = strict(scored);
    must(refused.status == Status::invalid || same(refused, scored), "strict changes a score", id);
    check_bands(instrument, scored, id);
    check_table(bytes, scored, id);

    const Explanation explained = explain(instrument, answers, age);
    check_explanation(explained, scored, id);
    const Tally counted = tally(instrument, answers, age);
    for (std::size_t d = 0; d < instrument.plan.domains; ++d)
        must(subscore(instrument, counted, d).denominator > 0, "no lattice of a part", id);

    std::vector<report::Recorded> recorded(bytes.byte() % 80);
    for (report::Recorded& cell : recorded) {
        cell.column = bytes.text(bytes.byte() % 8);
        cell.text = bytes.text(bytes.byte() % 16);
        cell.percent_column = bytes.text(bytes.byte() % 4);
        cell.percent_text = bytes.text(bytes.byte() % 16);
    }
    report::Recording recording{.answers = answers, .items = recorded};
    recording.age.years_text = bytes.text(bytes.byte() % 16);
    recording.age.months_text = bytes.text(bytes.byte() % 16);
    const std::string sentence = report::note(instrument, scored, recording);
    must(scored.status == Status::ok || !sentence.empty(), "no score and no reason", id);
    report::explanation_text(explained, sentence);
    report::explanation_json(explained, report::note(instrument, scored));

    const std::span<const Answer> ticked(answers);
    several_ticked(instrument, ticked);
    if (answers.size() > 1) between_boxes(instrument, answers[0], answers[1]);
    return 0;
}
