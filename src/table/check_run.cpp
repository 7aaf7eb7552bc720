// SPDX-License-Identifier: BSL-1.0
// Screens the rows of a chunk, and lets the checks look at those that may show anything.
#include "table/check_run.hpp"

#include <algorithm>
#include <utility>

#include "eczscore/score/cell.hpp"
#include "table/row_blocks.hpp"

namespace eczscore::table {

namespace {

/// Decimal places that were written, at most six.
int places_of(std::string_view text) {
    text = trimmed(text);
    const std::size_t point = text.find('.');
    if (point == std::string_view::npos) return 0;
    std::size_t end = point + 1;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    return static_cast<int>(std::min<std::size_t>(end - point - 1, 6));
}

bool any_typed(const CheckTable& table) {
    return std::any_of(table.sources().begin(), table.sources().end(),
                       [](const SourceColumns& source) { return source.typed != no_column; });
}

/// The instruments to score. A second reading is looked at beside another instrument or a typed
/// total alone.
std::vector<std::size_t> scored_places(const checks::Layout& layout, bool every_row) {
    std::vector<std::size_t> places;
    for (std::size_t s = 0; s < layout.size(); ++s) {
        if (layout[s].has_items && (every_row || layout[s].is_read())) places.push_back(s);
    }
    return places;
}

ScorePlan plan_of(const CheckTable& table, const std::vector<std::size_t>& places,
                  const KernelChoice& kernels) {
    std::vector<InstrumentColumns> columns;
    for (const std::size_t place : places) columns.push_back(table.columns(place));
    return make_reading_plan(table.header(), columns, {}, kernels);
}

}  // namespace

CheckRun::CheckRun(CheckTable& table, const checks::CheckSettings& settings,
                   const KernelChoice& kernels, FindingRows& rows)
    : table_(table),
      rows_(rows),
      checks_(table.layout(), settings),
      every_row_(checks_.compares_fields() || any_typed(table)),
      scored_(scored_places(table.layout(), every_row_)),
      plan_(plan_of(table, scored_, kernels)),
      chunk_(plan_) {
    visit_.assessments.resize(table.layout().size());
    briefs_.resize(table.layout().size());
    for (const std::size_t s : scored_) {
        reads_.push_back({s, CheckBriefs(plan_, reads_.size()), table.layout()[s].is_read()});
    }
}

std::optional<io::CsvError> CheckRun::read(io::CsvReader& reader) {
    return for_each_chunk(reader, chunk_, [&](const ScoreChunk& chunk, RowLines& lines) {
        for (Read& each : reads_) {
            if (each.is_read) each.briefs.read(chunk);
        }
        for (std::size_t row = 0; row < chunk.rows(); ++row) {
            add(row, lines.next(chunk.row_in_block(row)));
        }
    });
}

void CheckRun::add(std::size_t row, std::uint64_t line) {
    ++visits_;
    const Age age = age_of(row);
    const Answer when = when_of(row, line);
    const bool has_visit = every_row_ || may_show(row);
    const std::string_view subject = trimmed(chunk_.cell(row, table_.subject(), scratch_));
    if (has_visit) {
        visit_.subject = subject;
        visit_.name = trimmed(chunk_.cell(row, table_.visit()));
        visit_.line = line;
        visit_.age = age;
        visit_.when = when;
        make_visit(row);
    }
    if (subject.empty()) {
        ++nameless_;
    } else {
        make_briefs(row, has_visit);
        const std::string_view name = trimmed(chunk_.cell(row, table_.visit()));
        checks_.remember(subject, {name, line, age, when}, briefs_);
    }
    if (has_visit) look_at(row);
}

/// Whether the checks of one visit could find or learn anything. They need an answer; where one
/// was seen before, an odd one.
bool CheckRun::may_show(std::size_t row) const {
    for (std::size_t i = 0; i < reads_.size(); ++i) {
        const Read& each = reads_[i];
        if (!each.is_read) continue;
        const ChunkScores& scores = chunk_.scores(i);
        if (!each.briefs.is_known(row)) return true;
        if (scores.status[row] == static_cast<std::uint8_t>(Status::invalid)) return true;
        if (each.briefs.answered(row) == 0) continue;
        if (!each.seen || scores.remarkable[row] != 0) return true;
    }
    return false;
}

void CheckRun::make_visit(std::size_t row) {
    for (std::size_t i = 0; i < reads_.size(); ++i) {
        checks::Assessment& here = visit_.assessments[reads_[i].source];
        here.score = chunk_.known_score(i, row);
        here.answers = chunk_.answers(i, row);
        reads_[i].seen =
            reads_[i].seen || std::any_of(here.answers.begin(), here.answers.end(),
                                          [](const Answer& a) { return a.is_value(); });
    }
    for (std::size_t s = 0; s < table_.sources().size(); ++s) {
        const std::size_t column = table_.sources()[s].typed;
        if (column == no_column) continue;
        const std::string_view cell = chunk_.cell(row, column);
        visit_.assessments[s].typed = {parse_number(cell), places_of(cell)};
    }
}

void CheckRun::look_at(std::size_t row) {
    const std::vector<checks::Finding> findings = checks_.look_at(visit_);
    if (findings.empty()) return;
    texts_.resize(table_.header().size());
    std::vector<std::string_view> cells;
    for (std::size_t column = 0; column < texts_.size(); ++column) {
        cells.push_back(chunk_.cell(row, column, texts_[column]));
    }
    rows_.next_row();
    for (const checks::Finding& finding : findings) rows_.write(table_, finding, cells);
}

void CheckRun::make_briefs(std::size_t row, bool has_visit) {
    if (has_visit) {
        for (std::size_t s = 0; s < briefs_.size(); ++s) {
            briefs_[s] = checks::detail::brief(table_.layout(), visit_, s);
        }
        return;
    }
    for (Read& each : reads_) {
        if (each.is_read) briefs_[each.source] = each.briefs.brief(chunk_, row);
    }
}

Age CheckRun::age_of(std::size_t row) {
    const AgeColumns& columns = table_.age();
    if (!columns.found()) return {};
    const std::string_view years = chunk_.cell(row, columns.years, texts_of_age_[0]);
    const std::string_view months = chunk_.cell(row, columns.months, texts_of_age_[1]);
    if (visits_ == 1 || years != last_age_[0] || months != last_age_[1]) {
        last_age_[0] = years;
        last_age_[1] = months;
        age_ = cell_age(years, months);
    }
    return age_;
}

Answer CheckRun::when_of(std::size_t row, std::uint64_t line) {
    if (table_.when() == no_column) return {};
    const std::string_view cell = chunk_.cell(row, table_.when());
    const bool is_kept = when_.is_value() && cell == last_when_;  // others are counted
    if (!is_kept) {
        last_when_ = cell;
        when_ = table_.day(last_when_, line);
    }
    return when_;
}

void CheckRun::finish() {
    checks_.finish([&](const std::vector<checks::Finding>& findings) {
        for (const checks::Finding& finding : findings) rows_.write(table_, finding);
    });
}

}  // namespace eczscore::table
