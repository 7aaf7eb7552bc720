// SPDX-License-Identifier: BSL-1.0
// Opens a table for scoring and runs the pipeline on it.
#include "eczscore/table/csv_scoring.hpp"

#include <utility>

#include <unistd.h>

#include "table/open_csv.hpp"
#include "table/score_run.hpp"

namespace eczscore::table {

namespace {

using Refused = tl::unexpected<Failure>;

}  // namespace

struct CsvScoring::State {
    State(io::CsvReader opened, ScorePlan made) : reader(std::move(opened)), plan(std::move(made)) {
        plan.replaced = &replaced;
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    io::CsvReader reader;
    ScorePlan plan;
    ReplacedInput replaced;
};

tl::expected<CsvScoring, Failure> CsvScoring::open(
    int input, const std::string& name, const std::vector<const Instrument*>& instruments,
    const ScoreOptions& options) {
    auto opened = open_csv(input, name);
    if (!opened) return Refused(opened.error());
    auto plan = make_score_plan(options, instruments, opened->reader);
    if (!plan) {
        if (plan.error().cause == Failure::Cause::file) return Refused(plan.error());
        return Refused(name + ": " + plan.error().sentence);
    }
    plan->kernels = opened->kernels;
    for (std::string& remark : plan->remarks) remark = name + ": " + remark;
    return CsvScoring(std::make_unique<State>(std::move(opened->reader), std::move(*plan)));
}

CsvScoring::CsvScoring(std::unique_ptr<State> state) : state_(std::move(state)) {}
CsvScoring::CsvScoring(CsvScoring&&) noexcept = default;
CsvScoring& CsvScoring::operator=(CsvScoring&&) noexcept = default;
CsvScoring::~CsvScoring() = default;

const std::vector<std::string>& CsvScoring::remarks() const { return state_->plan.remarks; }

ScoreOutcome CsvScoring::write(int output, const ScoreWriting& how) {
    state_->plan.to_terminal = ::isatty(output) == 1;
    ScoreRun run(state_->plan, state_->reader, output, how);
    ScoreOutcome outcome = run.run(how.threads);
    outcome.replaced = state_->replaced.found();
    return outcome;
}

}  // namespace eczscore::table
