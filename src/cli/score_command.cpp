// SPDX-License-Identifier: BSL-1.0
// `eczscore score`: opens the tables, says what is wrong, and decides the exit code.
#include "cli/score_command.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/common.hpp"
#include "cli/descriptor.hpp"
#include "cli/kernel_choice.hpp"
#include "cli/output.hpp"
#include "cli/score_run.hpp"

namespace eczscore::cli {

namespace {

std::uint64_t size_of(int descriptor) {
    struct stat status{};
    const bool regular = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
    return regular ? static_cast<std::uint64_t>(status.st_size) : 0;
}

/// The reader's usual block, or the size that a test asks for by the environment variable
/// ECZSCORE_TEST_BLOCK_BYTES (see CONTRIBUTING.md); what is no number counts as not asked.
std::size_t block_bytes() {
    const char* const asked = std::getenv("ECZSCORE_TEST_BLOCK_BYTES");
    const std::size_t bytes = asked == nullptr ? 0 : std::strtoull(asked, nullptr, 10);
    return bytes == 0 ? io::CsvOptions{}.block_bytes : bytes;
}

bool find_format(const std::string& name, ScoreFormat& format) {
    constexpr const char* names[] = {"csv", "tsv", "json", "ndjson", "table"};
    for (std::size_t i = 0; i < std::size(names); ++i) {
        if (name != names[i]) continue;
        format = static_cast<ScoreFormat>(i);
        return true;
    }
    return false;
}

/// Says how the run ended, its output aside. returns  the exit code.
int said(const ScoreOutcome& outcome, const ScoreOptions& options, const std::string& input_name) {
    if (outcome.out_of_memory) return fail(output_failed, "no memory left");
    if (outcome.output_error != 0) return done;  // the output says so
    if (outcome.input_error) {
        return fail(input_failed, io::csv_sentence(*outcome.input_error, input_name));
    }
    if (!options.strict || outcome.invalid_rows == 0) return done;
    return fail(rows_invalid, std::to_string(outcome.invalid_rows) + " of " +
                                  std::to_string(outcome.rows) +
                                  " rows are invalid: see the columns ending in _note");
}

/// The whole command once the table is open.
int score_table(const ScoreOptions& options, const std::vector<const Instrument*>& instruments,
                ScoreFormat format, int input, const std::string& input_name) {
    const auto choice = choose_kernels();
    if (!choice) return fail(usage, choice.error());
    auto reader = io::CsvReader::open(io::csv_descriptor(input),
                                      {.block_bytes = block_bytes(), .index = choice->index});
    if (!reader) return fail(input_failed, io::csv_sentence(reader.error(), input_name));
    auto plan = make_score_plan(options, instruments, *reader);
    if (!plan) {
        const Trouble& trouble = plan.error();
        const bool is_other_file = trouble.code == input_failed;
        return fail(trouble.code, (is_other_file ? "" : input_name + ": ") + trouble.sentence);
    }
    plan->kernels = *choice;
    for (const std::string& remark : plan->remarks) {
        cli::remark(input_name + ": " + remark);
    }
    Output output;
    if (const int code = output.open(options.output,
                                     files_read(options.file, options.map_file, options.tables))) {
        return code;
    }
    ReplacedInput replaced;
    plan->replaced = &replaced;
    plan->to_terminal = ::isatty(output.descriptor()) == 1;
    const bool progress = options.progress && ::isatty(STDERR_FILENO) == 1;
    ScoreRun run(*plan, *reader, format, output.descriptor(), {progress, size_of(input)},
                 options.strict);
    const ScoreOutcome outcome = run.run(static_cast<unsigned>(options.threads));
    if (replaced.found().cells > 0) remark(replaced_sentence(replaced.found()));
    return output.close(said(outcome, options, input_name), outcome.output_error);
}

}  // namespace

int run_score(const ScoreOptions& options) {
    const auto instruments = find_instruments(options.ids);
    if (!instruments) return fail(usage, instruments.error());
    ScoreFormat format = ScoreFormat::csv;
    const bool to_stdout = options.output.empty() || options.output == "-";
    if (options.format.empty()) {
        if (to_stdout && ::isatty(STDOUT_FILENO) == 1) format = ScoreFormat::table;
    } else if (!find_format(options.format, format)) {
        return fail(usage,
                    "--format " + options.format + ": choose csv, tsv, json, ndjson or table");
    }
    if (options.threads < 1 || options.threads > 256) {
        return fail(usage, "--threads must be from 1 to 256");
    }
    const bool from_stdin = options.file.empty() || options.file == "-";
    if (options.file.empty() && ::isatty(STDIN_FILENO) == 1) {
        return fail(usage, "no table: name a file, or pipe one in");
    }
    const Descriptor input(from_stdin ? STDIN_FILENO
                                      : ::open(options.file.c_str(), O_RDONLY | O_CLOEXEC));
    const std::string name = from_stdin ? "standard input" : options.file;
    if (input.number < 0) {
        return fail(input_failed, name + ": cannot read: " + std::strerror(errno));
    }
    return score_table(options, *instruments, format, input.number, name);
}

}  // namespace eczscore::cli
