// SPDX-License-Identifier: BSL-1.0
// Opens a table for comparing visits, and reads it.
#include "eczscore/table/csv_changes.hpp"

#include <utility>

#include "eczscore/table/nearest.hpp"
#include "table/open_csv.hpp"

namespace eczscore::table {

namespace {

using Refused = tl::unexpected<Failure>;

/// A visit that no row has was mistyped: one sentence, not one note for every subject.
Failure unknown_visit(const ChangeRows& rows, const ChangeOptions& options) {
    const auto names = rows.visit_names();
    for (const std::string* visit : {&options.baseline, &options.at}) {
        if (names.contains(*visit)) continue;
        bool found = false;
        for (const SubjectVisits& subject : rows.subjects()) {
            found |= subject.visits[visit == &options.at ? 1 : 0].found();
        }
        if (found) continue;
        return options.names(visit == &options.at ? "at" : "baseline") +
               ": no row has the visit '" + *visit + "' in the column '" + options.visit + "'" +
               nearest_hint(*visit, {names.begin(), names.end()});
    }
    return {};
}

}  // namespace

struct CsvChanges::State {
    State(io::CsvReader opened, std::string said, const Instrument& of, const ChangeOptions& asked)
        : reader(std::move(opened)), name(std::move(said)), instrument(of), options(asked) {}
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    io::CsvReader reader;
    std::string name;
    const Instrument& instrument;
    ChangeOptions options;
    ChangeRows rows;
};

tl::expected<CsvChanges, Failure> CsvChanges::open(int input, const std::string& name,
                                                   const Instrument& instrument,
                                                   const ChangeOptions& options) {
    if (Failure failure = visits_trouble(options); !failure.empty()) return Refused(failure);
    auto opened = open_csv(input, name);
    if (!opened) return Refused(opened.error());
    auto state = std::make_unique<State>(std::move(opened->reader), name, instrument, options);
    Failure failure = state->rows.open(state->options, instrument, state->reader.header());
    if (!failure.empty()) return Refused(std::move(failure));
    return CsvChanges(std::move(state));
}

CsvChanges::CsvChanges(std::unique_ptr<State> state) : state_(std::move(state)) {}
CsvChanges::CsvChanges(CsvChanges&&) noexcept = default;
CsvChanges& CsvChanges::operator=(CsvChanges&&) noexcept = default;
CsvChanges::~CsvChanges() = default;

const std::vector<std::string>& CsvChanges::remarks() const { return state_->rows.remarks(); }
const ChangeRows& CsvChanges::rows() const { return state_->rows; }

Failure CsvChanges::read() {
    const auto error = state_->rows.read(state_->reader);
    if (error) return {io::csv_sentence(*error, state_->name), Failure::Cause::file};
    return unknown_visit(state_->rows, state_->options);
}

ChangeOutcome CsvChanges::write(int output, Format format, const BandScheme* scheme) const {
    io::CsvWriter out(output);
    ChangeTable table(state_->options, state_->instrument, scheme, format);
    RowWriter writer(out, format, table.columns());
    for (const SubjectVisits& subject : state_->rows.subjects()) table.write(writer, subject);
    writer.finish();
    return {.output_error = out.flush(), .counts = table.counts(), .replaced = writer.replaced()};
}

Summarised CsvChanges::summary() const {
    return summarise(state_->rows, state_->options, state_->instrument);
}

Failure visits_trouble(const ChangeOptions& options) {
    if (options.baseline != options.at) return {};
    return options.names("baseline") + " and " + options.names("at") + " are the same visit, '" +
           options.at + "'";
}

}  // namespace eczscore::table
