// SPDX-License-Identifier: BSL-1.0
// Opens a table for scoring and runs the pipeline on it.
#include "eczscore/table/csv_scoring.hpp"

#include <cstdlib>
#include <utility>

#include <unistd.h>

#include "table/kernel_choice.hpp"
#include "table/score_run.hpp"

namespace eczscore::table {

namespace {

/// The reader's usual block, or the size that a test asks for by the environment variable
/// ECZSCORE_TEST_BLOCK_BYTES (see CONTRIBUTING.md); what is not a number counts as not asked.
std::size_t block_bytes() {
    const char* const asked = std::getenv("ECZSCORE_TEST_BLOCK_BYTES");
    const std::size_t bytes = asked == nullptr ? 0 : std::strtoull(asked, nullptr, 10);
    return bytes == 0 ? io::CsvOptions{}.block_bytes : bytes;
}

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
    const auto kernels = choose_kernels();
    if (!kernels) return Refused(kernels.error());
    auto reader = io::CsvReader::open(io::csv_descriptor(input),
                                      {.block_bytes = block_bytes(), .index = kernels->index});
    if (!reader) {
        return Refused({io::csv_sentence(reader.error(), name), Failure::Cause::file});
    }
    auto plan = make_score_plan(options, instruments, *reader);
    if (!plan) {
        if (plan.error().cause == Failure::Cause::file) return Refused(plan.error());
        return Refused(name + ": " + plan.error().sentence);
    }
    plan->kernels = *kernels;
    for (std::string& remark : plan->remarks) remark = name + ": " + remark;
    return CsvScoring(std::make_unique<State>(std::move(*reader), std::move(*plan)));
}

CsvScoring::CsvScoring(std::unique_ptr<State> state) : state_(std::move(state)) {}
CsvScoring::CsvScoring(CsvScoring&&) noexcept = default;
CsvScoring& CsvScoring::operator=(CsvScoring&&) noexcept = default;
CsvScoring::~CsvScoring() = default;

const std::vector<std::string>& CsvScoring::remarks() const { return state_->plan.remarks; }

ScoreOutcome CsvScoring::write(int output, const ScoreWriting& how) {
    state_->plan.to_terminal = ::isatty(output) == 1;
    ScoreRun run(state_->plan, state_->reader, how.format, output, how.progress,
                 how.counts_invalid);
    ScoreOutcome outcome = run.run(how.threads);
    outcome.replaced = state_->replaced.found();
    return outcome;
}

}  // namespace eczscore::table
