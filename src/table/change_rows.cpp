// SPDX-License-Identifier: BSL-1.0
// Scores the rows of two visits as they go by.
#include "eczscore/table/change_rows.hpp"

#include <utility>

#include "eczscore/report/note.hpp"
#include "eczscore/score/cell.hpp"
#include "eczscore/table/licensed_tables.hpp"

namespace eczscore::table {

namespace {

/// Visit names that are remembered for a message.
constexpr std::size_t names_kept = 1000;

/// An age that some form covers: stands in while the age at baseline is not known yet.
Age any_age(const Instrument& instrument) {
    return Age::months(Answer(instrument.forms[0].ages.from_months));
}

}  // namespace

Failure ChangeRows::open(const ChangeOptions& options, const Instrument& instrument,
                         std::span<const std::string> header) {
    options_ = &options;
    instrument_ = &instrument;
    header_.assign(header.begin(), header.end());
    auto tables = read_tables(options.tables);
    if (!tables) return tables.error();
    tables_ = std::move(*tables);
    table_ = tables_.table(std::string_view(instrument.id));
    one_age_ = options.age_at == "baseline" && instrument.needs_age();
    const auto map = read_map(options.maps, options.map_file);
    if (!map) return map.error();
    const Instrument* const asked[] = {&instrument};
    auto plan = find_columns(header_, asked, *map);
    if (!plan) return plan.error();
    columns_ = std::move(plan->instruments[0]);
    remarks_ = std::move(plan->remarks);
    const auto subject = find_column(header_, options.subject);
    if (!subject) return "--subject: " + subject.error();
    const auto visit = find_column(header_, options.visit);
    if (!visit) return "--visit: " + visit.error();
    subject_ = *subject;
    visit_ = *visit;
    for (const std::string& name : options.by) {
        const auto column = find_column(header_, name);
        if (!column) return "--by: " + column.error();
        by_.push_back(*column);
    }
    return {};
}

void ChangeRows::row(std::span<const std::string_view> cells, std::uint64_t line) {
    const std::string_view visit = trimmed(cells[visit_]);
    if (visit_names_.size() < names_kept && !visit_names_.contains(visit)) {
        visit_names_.emplace(visit);
    }
    std::string id(trimmed(cells[subject_]));
    if (id.empty()) {
        if (nameless_++ == 0) first_nameless_ = line;
        return;
    }
    const auto [place, fresh] = index_.try_emplace(std::move(id), subjects_.size());
    if (fresh) {
        subjects_.emplace_back();
        subjects_.back().id = place->first;
    }
    const bool is_baseline = visit == options_->baseline;
    if (!is_baseline && visit != options_->at) return;
    SubjectVisits& subject = subjects_[place->second];
    VisitScore& here = subject.visits[is_baseline ? 0 : 1];
    if (here.found()) {
        if (here.second == 0) here.second = line;
        return;
    }
    here.line = line;
    for (const std::size_t column : by_)
        subject.by[is_baseline ? 0 : 1].emplace_back(cells[column]);
    score_row(cells, is_baseline, here);
}

void ChangeRows::score_row(std::span<const std::string_view> cells, bool is_baseline,
                           VisitScore& visit) {
    std::vector<Answer> answers;
    for_each_item(instrument_->forms[0], [&](std::size_t, std::size_t i, const Item& item) {
        const std::string_view value = cell_at(cells, columns_.items[i].value);
        const std::string_view percent = cell_at(cells, columns_.items[i].percent);
        answers.push_back(item.from_percent != nullptr ? graded_answer(item, value, percent)
                                                       : cell_answer(item, value));
    });
    visit.age = cell_age(cell_at(cells, columns_.age.years), cell_at(cells, columns_.age.months));
    const bool age_comes_later = one_age_ && !is_baseline;
    visit.score = look_up(
        table_, score(*instrument_, answers, age_comes_later ? any_age(*instrument_) : visit.age));
    visit.note = note(cells, visit.score, answers, !age_comes_later);
    if (age_comes_later) visit.answers = std::move(answers);
}

std::string ChangeRows::note(std::span<const std::string_view> cells, const Score& score,
                             std::span<const Answer> answers, bool looks_at_age) const {
    const auto name_at = [&](std::size_t column) {
        return column == no_column ? std::string_view() : std::string_view(header_[column]);
    };
    std::vector<report::Recorded> recorded;
    for (const ItemColumns& item : columns_.items) {
        recorded.push_back({name_at(item.value), cell_at(cells, item.value), name_at(item.percent),
                            cell_at(cells, item.percent)});
    }
    report::Recording recording{.answers = answers, .items = recorded};
    if (looks_at_age) {
        recording.age = {name_at(columns_.age.years), cell_at(cells, columns_.age.years),
                         name_at(columns_.age.months), cell_at(cells, columns_.age.months)};
    }
    return report::note(*instrument_, score, recording);
}

void ChangeRows::finish() {
    if (!one_age_) return;
    for (SubjectVisits& subject : subjects_) {
        VisitScore& later = subject.visits[1];
        if (!later.found()) continue;
        later.age = subject.visits[0].age;
        later.score = look_up(table_, score(*instrument_, later.answers, later.age));
        if (later.score.age != Status::ok) {
            if (later.note.ends_with('.')) later.note.replace(later.note.size() - 1, 1, "; ");
            later.note += "the age at baseline chooses no form.";
        }
        later.answers = {};
    }
}

}  // namespace eczscore::table
