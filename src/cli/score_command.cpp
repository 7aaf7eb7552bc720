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
#include "cli/output.hpp"
#include "cli/rows.hpp"
#include "eczscore/table/csv_scoring.hpp"

namespace eczscore::cli {

namespace {

std::uint64_t size_of(int descriptor) {
    struct stat status{};
    const bool regular = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
    return regular ? static_cast<std::uint64_t>(status.st_size) : 0;
}

/// Says how the run ended, its output aside. returns  the exit code.
int said(const ScoreOutcome& outcome, const ScoreArguments& options,
         const std::string& input_name) {
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
int score_table(const ScoreArguments& options, const std::vector<const Instrument*>& instruments,
                Format format, int input, const std::string& input_name) {
    auto scoring = CsvScoring::open(input, input_name, instruments, options);
    if (!scoring) return fail(scoring.error());
    for (const std::string& line : scoring->remarks()) remark(line);
    Output output;
    if (const int code = output.open(options.output,
                                     files_read(options.file, options.map_file, options.tables))) {
        return code;
    }
    const bool progress = options.progress && ::isatty(STDERR_FILENO) == 1;
    const ScoreOutcome outcome =
        scoring->write(output.descriptor(), {.format = format,
                                             .threads = static_cast<unsigned>(options.threads),
                                             .counts_invalid = options.strict,
                                             .progress = {progress, size_of(input)}});
    if (outcome.replaced.cells > 0) remark(replaced_sentence(outcome.replaced));
    return output.close(said(outcome, options, input_name), outcome.output_error);
}

}  // namespace

int run_score(const ScoreArguments& options) {
    const auto instruments = find_instruments(options.ids);
    if (!instruments) return fail(usage, instruments.error());
    const bool to_stdout = options.output.empty() || options.output == "-";
    const auto format = options.format.empty() && !to_stdout
                            ? Format::csv
                            : choose_format(options.format, STDOUT_FILENO);
    if (!format) {
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
    return score_table(options, *instruments, *format, input.number, name);
}

}  // namespace eczscore::cli
