// SPDX-License-Identifier: BSL-1.0
// Opens a table for the checks and runs them on it.
#include "eczscore/table/csv_checks.hpp"

#include <utility>

#include "eczscore/report/layout.hpp"
#include "eczscore/table/phrases.hpp"
#include "table/check_run.hpp"
#include "table/open_csv.hpp"

namespace eczscore::table {

namespace {

using Refused = tl::unexpected<Failure>;

/// What ran on how much, and what it found.
void add_summary(CheckOutcome& outcome, const checks::EditChecks& run, const CheckTable& table,
                 const checks::CheckSettings& settings, std::uint64_t visits) {
    std::size_t on = 0;
    std::size_t idle = 0;
    for (std::size_t c = 0; c < checks::check_count; ++c) {
        if (!settings.is_on(c)) continue;
        ++on;
        if (run.looked(c) == 0) ++idle;
    }
    std::vector<std::string> ids;
    for (const checks::Source& source : table.layout()) {
        if (source.is_read()) ids.emplace_back(std::string_view(source.instrument->id));
    }
    const std::string read = ids.empty() ? std::string("typed totals") : report::joined(ids);
    outcome.remarks.push_back(counted(visits, "row") + ", read: " + read + "; " +
                              counted(on - idle, "check") + " ran, " + std::to_string(idle) +
                              " had nothing to look at");
    const auto& found = outcome.findings;
    outcome.remarks.push_back(counted(found[0] + found[1] + found[2], "finding") + ": " +
                              counted(outcome.count(Severity::error), "error") + ", " +
                              counted(outcome.count(Severity::warning), "warning") + ", " +
                              counted(outcome.count(Severity::notice), "notice"));
}

}  // namespace

struct CsvChecks::State {
    State(OpenCsv opened, const checks::CheckSettings& asked)
        : reader(std::move(opened.reader)), kernels(opened.kernels), settings(asked) {}

    io::CsvReader reader;
    KernelChoice kernels;
    checks::CheckSettings settings;
    CheckTable table;
};

tl::expected<CsvChecks, Failure> CsvChecks::open(int input, const std::string& name,
                                                 const CheckOptions& options,
                                                 const checks::CheckSettings& settings) {
    auto opened = open_csv(input, name);
    if (!opened) return Refused(opened.error());
    auto state = std::make_unique<State>(std::move(*opened), settings);
    Failure failure = state->table.open(options, state->reader.header());
    if (!failure.empty()) return Refused(std::move(failure));
    return CsvChecks(std::move(state));
}

CsvChecks::CsvChecks(std::unique_ptr<State> state) : state_(std::move(state)) {}
CsvChecks::CsvChecks(CsvChecks&&) noexcept = default;
CsvChecks& CsvChecks::operator=(CsvChecks&&) noexcept = default;
CsvChecks::~CsvChecks() = default;

const std::vector<std::string>& CsvChecks::remarks() const { return state_->table.remarks(); }

CheckOutcome CsvChecks::write(int output, Format format) {
    CheckTable& table = state_->table;
    io::CsvWriter out(output);
    FindingRows rows(out, format);
    CheckRun run(table, state_->settings, state_->kernels, rows);
    CheckOutcome outcome;
    outcome.input_error = run.read(state_->reader);
    if (outcome.input_error) {
        rows.stop();  // what the rows before it showed
    } else {
        run.finish();
        rows.finish();
    }
    outcome.output_error = out.flush();
    outcome.findings = rows.counts();
    outcome.replaced = rows.replaced();
    if (table.has_subject() && run.nameless() > 0) {
        outcome.remarks.push_back(counted(run.nameless(), "row") +
                                  " without a subject: not checked across visits");
    }
    if (table.unreadable_days() > 0) {
        outcome.remarks.push_back(counted(table.unreadable_days(), "cell") + " of '" +
                                  table.header()[table.when()] +
                                  "' neither a number nor a date YYYY-MM-DD, the first in line " +
                                  std::to_string(table.first_unreadable_day()) + ": not ordered");
    }
    add_summary(outcome, run.ran(), table, state_->settings, run.visits());
    return outcome;
}

}  // namespace eczscore::table
