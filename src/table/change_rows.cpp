// SPDX-License-Identifier: BSL-1.0
// Reads the rows of two visits in chunks and keeps what is needed of each subject.
#include "eczscore/table/change_rows.hpp"

#include <array>
#include <deque>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "eczscore/score/cell.hpp"
#include "eczscore/table/columns.hpp"
#include "eczscore/table/licensed_tables.hpp"
#include "eczscore/trial/text_table.hpp"
#include "table/row_blocks.hpp"
#include "table/score_notes.hpp"

namespace eczscore::table {

namespace {

/// Visit names that are remembered for a message.
constexpr std::size_t names_kept = 1000;

/// An age that some form covers: stands in while the age at baseline is not known yet.
Age any_age(const Instrument& instrument) {
    return Age::months(Answer(instrument.forms[0].ages.from_months));
}

}  // namespace

/// What is kept of a visit.
struct KeptVisit {
    std::int64_t units = 0;
    std::int64_t denominator = 1;
    Age age{};
    std::uint64_t line = 0;
    std::uint64_t second = 0;
    std::uint32_t note = 0;  ///< its number
    Status status = Status::missing;
    std::uint8_t form = 0;

    void keep(const Score& score) {
        units = score.units;
        denominator = score.denominator;
        status = score.status;
        form = static_cast<std::uint8_t>(score.form);
    }
};

struct ChangeRows::State {
    State(const ChangeOptions& asked, const Instrument& of) : options(asked), instrument(of) {
        notes.number({});  // a visit without a note has this
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    Failure find_columns_of_rows();
    void add(std::size_t row, std::uint64_t line);
    void add_score(std::size_t row, std::size_t visit, std::uint32_t subject, KeptVisit& here);
    void use_age_at_baseline();
    enum class Asked : std::uint8_t { no, baseline, later };
    Asked asked_visit(std::string_view name);
    Asked asked_by_name(std::string_view name) const;
    VisitScore visit(const KeptVisit& kept) const;

    const ChangeOptions& options;
    const Instrument& instrument;
    ScorePlan plan;
    std::optional<ScoreChunk> chunk;
    std::optional<ScoreNotes> writer;
    std::size_t subject_column = 0;
    std::size_t visit_column = 0;
    std::vector<std::size_t> by_columns;
    bool one_age = false;  // the age at baseline holds for both visits

    trial::TextTable ids;
    trial::TextTable notes;
    trial::TextTable by_texts;
    std::deque<std::array<KeptVisit, 2>> visits;  // of each subject, baseline first
    std::vector<std::uint32_t> by_values;         // as many of each visit as there are columns
    std::unordered_map<std::uint32_t, std::vector<Answer>> later_answers;  // where `one_age`
    trial::TextTable visit_texts;  // the first names of visits, `names_kept` at most
    std::vector<Asked> named;      // which visit each is
    std::vector<std::string> remarks;
    std::uint64_t nameless = 0;
    std::uint64_t first_nameless = 0;
};

Failure ChangeRows::State::find_columns_of_rows() {
    const auto subject = find_column(plan.header, options.subject);
    if (!subject) return options.names("subject") + ": " + subject.error();
    const auto visit = find_column(plan.header, options.visit);
    if (!visit) return options.names("visit") + ": " + visit.error();
    subject_column = *subject;
    visit_column = *visit;
    for (const std::string& name : options.by) {
        const auto column = find_column(plan.header, name);
        if (!column) return options.names("by") + ": " + column.error();
        by_columns.push_back(*column);
    }
    return {};
}

/// Which visit a row is. A table has few names, mostly in the order of the subject before: they are
/// compared as numbers.
ChangeRows::State::Asked ChangeRows::State::asked_visit(std::string_view name) {
    if (visit_texts.size() < names_kept) {
        const std::uint32_t number = visit_texts.number(name);
        if (number == named.size()) named.push_back(asked_by_name(name));
        return named[number];
    }
    return asked_by_name(name);
}

ChangeRows::State::Asked ChangeRows::State::asked_by_name(std::string_view name) const {
    return name == options.baseline ? Asked::baseline
           : name == options.at     ? Asked::later
                                    : Asked::no;
}

void ChangeRows::State::add(std::size_t row, std::uint64_t line) {
    const Asked asked = asked_visit(trimmed(chunk->cell(row, visit_column)));
    const std::string_view id = trimmed(chunk->cell(row, subject_column));
    if (id.empty()) {
        if (nameless++ == 0) first_nameless = line;
        return;
    }
    const std::uint32_t subject = ids.number(id);
    if (visits.size() < ids.size()) {
        visits.resize(ids.size());
        by_values.resize(2 * ids.size() * by_columns.size());
    }
    if (asked == Asked::no) return;
    const std::size_t visit = asked == Asked::baseline ? 0 : 1;
    KeptVisit& here = visits[subject][visit];
    if (here.line != 0) {
        if (here.second == 0) here.second = line;
        return;
    }
    here.line = line;
    for (std::size_t i = 0; i < by_columns.size(); ++i) {
        by_values[(2 * std::size_t{subject} + visit) * by_columns.size() + i] =
            by_texts.number(chunk->cell(row, by_columns[i]));
    }
    add_score(row, visit, subject, here);
}

void ChangeRows::State::add_score(std::size_t row, std::size_t visit, std::uint32_t subject,
                                  KeptVisit& here) {
    const ScoreInstrument& scored = plan.instruments[0];
    const ChunkScores& scores = chunk->scores(0);
    if (scored.columns.age.found()) here.age = chunk->exact_age(scored.columns.age, row);
    const bool age_comes_later = one_age && visit == 1;
    if (!age_comes_later) {
        const Score score = chunk->known_score(0, row);
        here.keep(score);
        if (scores.remarkable[row] == 0) return;
        here.note = notes.number(writer->note(*chunk, row, score, true));
        return;
    }
    const std::vector<Answer>& answers = chunk->answers(0, row);
    const Score score =
        look_up(scored.table, eczscore::score(instrument, answers, any_age(instrument)));
    here.keep(score);
    later_answers[subject] = answers;
    here.note = notes.number(writer->note(*chunk, row, score, false));
}

void ChangeRows::State::use_age_at_baseline() {
    for (const auto& [subject, answers] : later_answers) {
        auto& [baseline, later] = visits[subject];
        later.age = baseline.age;
        const Score score =
            look_up(plan.instruments[0].table, eczscore::score(instrument, answers, later.age));
        later.keep(score);
        if (score.age == Status::ok) continue;
        std::string note(notes.text(later.note));
        if (note.ends_with('.')) note.replace(note.size() - 1, 1, "; ");
        later.note = notes.number(note + "the age at baseline chooses no form.");
    }
    later_answers.clear();
}

VisitScore ChangeRows::State::visit(const KeptVisit& kept) const {
    VisitScore made;
    made.score.units = kept.units;
    made.score.denominator = kept.denominator;
    made.score.status = kept.status;
    made.score.instrument = kept.line != 0 ? &instrument : nullptr;
    made.score.form = kept.form;
    made.age = kept.age;
    made.note = notes.text(kept.note);
    made.line = kept.line;
    made.second = kept.second;
    return made;
}

ChangeRows::ChangeRows() = default;
ChangeRows::ChangeRows(ChangeRows&&) noexcept = default;
ChangeRows& ChangeRows::operator=(ChangeRows&&) noexcept = default;
ChangeRows::~ChangeRows() = default;

Failure ChangeRows::open(const ChangeOptions& options, const Instrument& instrument,
                         std::span<const std::string> header) {
    state_ = std::make_unique<State>(options, instrument);
    State& state = *state_;
    auto tables = read_tables(options.tables, options.names);
    if (!tables) return tables.error();
    state.one_age = options.age_at == "baseline" && instrument.needs_age();
    const auto map = read_map(options.maps, options.map_file, options.names);
    if (!map) return map.error();
    const Instrument* const asked[] = {&instrument};
    auto found = find_columns(header, asked, *map, options.names);
    if (!found) return found.error();
    const auto kernels = choose_kernels();
    if (!kernels) return kernels.error();
    state.plan = make_reading_plan({header.begin(), header.end()}, found->instruments,
                                   std::move(*tables), *kernels);
    state.remarks = std::move(found->remarks);
    if (Failure failure = state.find_columns_of_rows(); !failure.empty()) return failure;
    state.chunk.emplace(state.plan);
    state.writer.emplace(state.plan, 0);
    return {};
}

std::optional<io::CsvError> ChangeRows::read(io::CsvReader& reader) {
    const auto error =
        for_each_chunk(reader, *state_->chunk, [&](const ScoreChunk& chunk, RowLines& lines) {
            for (std::size_t row = 0; row < chunk.rows(); ++row) {
                state_->add(row, lines.next(chunk.row_in_block(row)));
            }
        });
    if (!error && state_->one_age) state_->use_age_at_baseline();
    return error;
}

const std::vector<std::string>& ChangeRows::remarks() const { return state_->remarks; }
std::set<std::string, std::less<>> ChangeRows::visit_names() const {
    std::set<std::string, std::less<>> names;
    for (std::uint32_t i = 0; i < state_->visit_texts.size(); ++i) {
        names.emplace(state_->visit_texts.text(i));
    }
    return names;
}
std::uint64_t ChangeRows::nameless() const { return state_->nameless; }
std::uint64_t ChangeRows::first_nameless() const { return state_->first_nameless; }

std::size_t SubjectList::size() const { return rows_->state_->ids.size(); }

SubjectVisits SubjectList::operator[](std::size_t subject) const {
    const ChangeRows::State& state = *rows_->state_;
    SubjectVisits made;
    made.id = state.ids.text(static_cast<std::uint32_t>(subject));
    const std::size_t columns = state.by_columns.size();
    for (std::size_t v = 0; v < 2; ++v) {
        made.visits[v] = state.visit(state.visits[subject][v]);
        if (!made.visits[v].found()) continue;
        for (std::size_t i = 0; i < columns; ++i) {
            made.by[v].emplace_back(
                state.by_texts.text(state.by_values[(2 * subject + v) * columns + i]));
        }
    }
    return made;
}

}  // namespace eczscore::table
