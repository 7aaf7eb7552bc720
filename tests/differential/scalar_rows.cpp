// SPDX-License-Identifier: BSL-1.0
// The scalar library, row by row, for `.ci/run differential`: what the command line must agree
// with. It shares no code with src/cli: cells come one by one with their lengths, not as a table.
//
// Reads and writes tokens `LENGTH:BYTES\n`. A request is a word and what it needs:
//   instruments
//   score  ID BANDS FLAGS columns rows   FLAGS: letters a (any age) c (complete only) r (regional)
//   change ID BANDS FLAGS columns pairs  FLAGS: letter b (the age at baseline for both visits)
// columns: for every item its column and the column of its percentage, then that of the age in
// years and in months; each `+NAME`, or `-` where there is none. rows: their number, then for each
// the cells of the columns that are there. pairs: their number, then two rows each, `+` before one
// that is there and `-` for none.
#include <charconv>
#include <cstdlib>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "eczscore/core/parse.hpp"
#include "eczscore/instruments.hpp"
#include "eczscore/report/change.hpp"
#include "eczscore/report/note.hpp"
#include "eczscore/report/number.hpp"
#include "eczscore/score/band.hpp"
#include "eczscore/score/change.hpp"
#include "eczscore/score/score.hpp"

namespace {

using namespace eczscore;

std::string input;
std::size_t at = 0;

[[noreturn]] void stop(std::string_view why) {
    std::cerr << "scalar_rows: " << why << " at byte " << at << '\n';
    std::exit(2);
}

/// The next token.
std::string_view take() {
    std::size_t length = 0;
    const char* const end = input.data() + input.size();
    const auto read = std::from_chars(input.data() + at, end, length);
    at = static_cast<std::size_t>(read.ptr - input.data()) + 1;
    if (read.ec != std::errc() || at + length >= input.size()) stop("no token");
    const std::string_view token(input.data() + at, length);
    at += length + 1;
    return token;
}

std::size_t take_number() {
    const std::string_view token = take();
    std::size_t number = 0;
    if (std::from_chars(token.data(), token.data() + token.size(), number).ec != std::errc()) {
        stop("no number");
    }
    return number;
}

void give(std::string_view token) { std::cout << token.size() << ':' << token << '\n'; }

std::string exact(Exact value) { return report::number_text(value); }

// --- what a table can hold
// ------------------------------------------------------------------------

void give_item(const Item& item) {
    give(item.id);
    give(exact(item.scale.min));
    give(exact(item.scale.max));
    give(std::to_string(item.scale.units_per_point));
    std::string levels;
    for (const Exact& level : item.scale.levels) levels += exact(level) + " ";
    give(levels);
    std::string words;
    for (const Word& word : item.words) words += std::string(word.word) + " ";
    give(words);
    std::string traits;
    if (item.offers_not_relevant) traits += 'n';
    if (item.from_percent != nullptr) traits += 'p';
    if (item.is_clock) traits += 'c';
    if (item.labels_only) traits += 'l';
    if (item.role == Role::recorded || item.role == Role::alternative_part) traits += 'o';
    give(traits);
}

void give_instruments() {
    give(std::to_string(registry.size()));
    for (const Instrument* instrument : registry) {
        give(instrument->id);
        give(instrument->prefix());
        give(instrument->also_columns);
        std::string traits;
        if (instrument->needs_age()) traits += 'n';
        if (instrument->uses_age()) traits += 'u';
        give(traits);
        std::string bands;
        for (const BandScheme& scheme : instrument->bands) {
            bands += std::string(scheme.id) + " ";
        }
        give(bands);
        std::string subscores;
        for (const Domain& domain : instrument->forms[0].domains) {
            if (domain.is_subscore) subscores += std::string(domain.id) + " ";
        }
        give(subscores);
        give(std::to_string(instrument->plan.items));
        for_each_item(instrument->forms[0],
                      [](std::size_t, std::size_t, const Item& item) { give_item(item); });
    }
}

// --- one row
// --------------------------------------------------------------------------------------

struct Columns {
    std::vector<report::Recorded> items;  // with the names, the texts are those of a row
    std::vector<bool> has_value;
    std::vector<bool> has_percent;
    bool has_years = false;
    bool has_months = false;
    report::RecordedAge age{{}, {}, {}, {}};
};

bool take_name(std::string_view& name) {
    const std::string_view token = take();
    name = token.substr(token.empty() ? 0 : 1);
    return token.starts_with('+');
}

Columns take_columns(const Instrument& instrument) {
    Columns columns;
    for (std::size_t i = 0; i < instrument.plan.items; ++i) {
        report::Recorded item;
        columns.has_value.push_back(take_name(item.column));
        columns.has_percent.push_back(take_name(item.percent_column));
        columns.items.push_back(item);
    }
    columns.has_years = take_name(columns.age.years_column);
    columns.has_months = take_name(columns.age.months_column);
    return columns;
}

Answer clock(std::string_view text) {
    const std::size_t colon = text.find(':');
    const auto digits = [](std::string_view part) {
        return part.find_first_not_of("0123456789") == std::string_view::npos;
    };
    if (colon == std::string_view::npos) return Answer::unreadable();
    const std::string_view hours = text.substr(0, colon);
    const std::string_view minutes = text.substr(colon + 1);
    if (hours.empty() || hours.size() > 2 || minutes.size() != 2 || !digits(hours) ||
        !digits(minutes)) {
        return Answer::unreadable();
    }
    const int h = std::stoi(std::string(hours));
    const int m = std::stoi(std::string(minutes));
    return h < 24 && m < 60 ? Answer(60 * h + m) : Answer::unreadable();
}

Answer answer(const Item& item, std::string_view cell) {
    const Answer number = parse_number(cell);
    const std::string_view text = trimmed(cell);
    if (number.is_missing()) return number;
    if (item.is_clock) return clock(text);
    if (number.is_value() && !item.labels_only) return number;
    if (text == "not_relevant") return Answer::not_relevant();
    for (const Word& word : item.words) {
        if (word.word == text) return word.code;
    }
    return Answer::unreadable();
}

/// A grade, a percentage, or both, which must say the same.
Answer answer(const Item& item, const report::Recorded& recorded, bool has_percent) {
    const Answer grade = answer(item, recorded.text);
    if (!has_percent) return grade;
    const Answer percent = item.from_percent->grade(parse_number(recorded.percent_text));
    if (percent.is_missing()) return grade;
    if (grade.is_missing() || !percent.is_value()) return percent;
    if (!grade.is_value()) return grade;
    return grade.exact() == percent.exact() ? grade : Answer::conflict();
}

Age age_of(const report::RecordedAge& recorded) {
    const Answer years = parse_number(recorded.years_text);
    const Answer months = parse_number(recorded.months_text);
    if (months.is_missing()) return Age::years(years);
    if (years.is_missing() || !months.is_value()) return Age::months(months);
    if (!years.is_value()) return Age::years(years);
    const bool agree = (months.exact() / Exact(12)).floor() == years.exact().floor();
    return agree ? Age::months(months) : Age::years(Answer::conflict());
}

/// One row as it was written, scored.
struct Row {
    Columns recorded;
    std::vector<Answer> answers;
    Age age{};
    Score score{};
    std::string note;  // of a visit
};

Row take_row(const Instrument& instrument, const Columns& columns) {
    Row row{.recorded = columns, .answers = {}, .note = {}};
    for_each_item(instrument.forms[0], [&](std::size_t, std::size_t i, const Item& item) {
        report::Recorded& here = row.recorded.items[i];
        if (columns.has_value[i]) here.text = take();
        if (columns.has_percent[i]) here.percent_text = take();
        row.answers.push_back(answer(item, here, columns.has_percent[i]));
    });
    if (columns.has_years) row.recorded.age.years_text = take();
    if (columns.has_months) row.recorded.age.months_text = take();
    row.age = age_of(row.recorded.age);
    return row;
}

const BandScheme* scheme_of(const Instrument& instrument, std::string_view asked, Age age) {
    for (const BandScheme& scheme : instrument.bands) {
        if (scheme.id == asked) return &scheme;
    }
    return default_bands(instrument, age);
}

bool is_asked(const Instrument& instrument, std::string_view asked) {
    for (const BandScheme& scheme : instrument.bands) {
        if (scheme.id == asked) return true;
    }
    return false;
}

std::string note(const Instrument& instrument, const Row& row, report::Recording how = {}) {
    how.answers = row.answers;
    how.items = row.recorded.items;
    how.age = row.recorded.age;
    return report::note(instrument, row.score, how);
}

const Instrument& take_instrument() {
    const std::string_view id = take();
    for (const Instrument* instrument : registry) {
        if (instrument->id == id) return *instrument;
    }
    stop("no such instrument");
}

void give_band(const BandScheme* scheme, const Score& score) {
    const Band* found = scheme == nullptr ? nullptr : band(*scheme, score);
    give(found == nullptr ? std::string_view() : std::string_view(found->id));
}

void give_scores() {
    const Instrument& instrument = take_instrument();
    const std::string_view bands = take();
    const std::string_view flags = take();
    const bool any_age = flags.find('a') != std::string_view::npos && !instrument.needs_age() &&
                         !instrument.bands_by_age();
    const Columns columns = take_columns(instrument);
    for (std::size_t rows = take_number(); rows > 0; --rows) {
        Row row = take_row(instrument, columns);
        const Age judged = any_age ? Age{} : row.age;
        row.score = score(instrument, row.answers, judged);
        if (flags.find('c') != std::string_view::npos && row.score.imputed > 0) {
            row.score.imputed = 0;
            row.score.status = Status::missing;
        }
        give(name(row.score.status));
        give(row.score.is_scored() ? exact(row.score.value()) : "");
        give_band(scheme_of(instrument, bands, row.age), row.score);
        const bool wants =
            instrument.bands_by_age() && !is_asked(instrument, bands) && !row.age.is_known();
        if (any_age) row.recorded.age = {};  // no age is looked at
        give(note(
            instrument, row,
            {.band_wants_age = wants, .complete_only = flags.find('c') != std::string_view::npos}));
        const bool shown = row.score.is_scored() || flags.find('r') != std::string_view::npos ||
                           row.score.status == Status::needs_data;
        const Tally tallied = tally(instrument, row.answers, judged);
        for (std::size_t d = 0; d < instrument.plan.domains; ++d) {
            if (!instrument.forms[0].domains[d].is_subscore) continue;
            const Score part = subscore(instrument, tallied, d);
            give(shown && part.is_scored() ? exact(part.value()) : "");
        }
    }
}

// --- two visits
// -----------------------------------------------------------------------------------

void give_visit(const Instrument& instrument, const Row& row, bool found, std::string_view bands) {
    give(found && row.score.is_scored() ? exact(row.score.value()) : "");
    give_band(found ? scheme_of(instrument, bands, row.age) : nullptr, row.score);
    give(row.note);
    give(found ? std::string_view(instrument.forms[row.score.form].label) : std::string_view());
}

/// A line for each threshold that has a column: `ID=yes` and `ID_verdict=improved`.
void give_judgements(const Instrument& instrument, const Change& c) {
    std::string lines;
    for (const Threshold& threshold : instrument.thresholds) {
        const std::string id(std::string_view(threshold.id));
        if (report::gives_response(threshold)) {
            lines += id + "=" + std::string(name(response(threshold, c))) + "\n";
        }
        if (report::judges_one_patient(threshold)) {
            lines += id + "_verdict=" + std::string(name(verdict(threshold, c))) + "\n";
        }
    }
    give(lines);
}

/// The age at baseline decides, and the row's own is not looked at.
void judge_at_age_of(const Instrument& instrument, Age baseline, Row& row) {
    row.recorded.age = {};
    row.score = score(instrument, row.answers,
                      Age::months(Answer(instrument.forms[0].ages.from_months)));  // some form
    row.note = note(instrument, row);
    row.age = baseline;
    row.score = score(instrument, row.answers, baseline);
    if (row.score.age == Status::ok) return;
    if (row.note.ends_with('.')) row.note.replace(row.note.size() - 1, 1, "; ");
    row.note += "the age at baseline chooses no form.";
}

void give_changes() {
    const Instrument& instrument = take_instrument();
    const std::string_view bands = take();
    const bool one_age = take().find('b') != std::string_view::npos && instrument.needs_age();
    const Columns columns = take_columns(instrument);
    for (std::size_t pairs = take_number(); pairs > 0; --pairs) {
        Row rows[2];
        bool found[2];
        for (int v = 0; v < 2; ++v) {
            found[v] = take() == "+";
            if (found[v]) rows[v] = take_row(instrument, columns);
        }
        for (int v = 0; v < 2; ++v) {
            if (!found[v]) continue;
            rows[v].score = score(instrument, rows[v].answers, rows[v].age);
            rows[v].note = note(instrument, rows[v]);
        }
        if (one_age && found[1]) judge_at_age_of(instrument, rows[0].age, rows[1]);
        const bool both = found[0] && found[1];
        const Change c = both ? change(instrument, rows[0].score, rows[1].score)
                              : Change{.direction = instrument.direction};
        for (int v = 0; v < 2; ++v) give_visit(instrument, rows[v], found[v], bands);
        give(c.is_evaluable ? report::number_text(c.difference()) : "");
        give(c.has_percent() ? report::number_text(c.percent()) : "");
        give_judgements(instrument, c);
        give(c.is_evaluable ? (c.form_changed ? "form_changed" : "ok") : "not_evaluable");
    }
}

}  // namespace

int main() {
    std::ios::sync_with_stdio(false);
    input.assign(std::istreambuf_iterator<char>(std::cin), {});
    while (at < input.size()) {
        const std::string_view request = take();
        if (request == "instruments")
            give_instruments();
        else if (request == "score")
            give_scores();
        else if (request == "change")
            give_changes();
        else
            stop("no such request");
    }
}
