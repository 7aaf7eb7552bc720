// SPDX-License-Identifier: BSL-1.0
// `eczscore score`: opens the tables, says what is wrong, and decides the exit code.
#include "cli/score_command.hpp"

#include <chrono>
#include <cstdio>

#include <sys/stat.h>
#include <unistd.h>

#include "cli/common.hpp"
#include "cli/input.hpp"
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

/// A line on standard error that says how far a run is, from its first second on.
class ProgressLine {
public:
    /// total_bytes  of the input; 0: unknown
    explicit ProgressLine(std::uint64_t total_bytes) : total_bytes_(total_bytes) {}

    void show(const ScoreProgress& so_far) {
        const Clock::time_point now = Clock::now();
        if (now - started_ < std::chrono::seconds(1)) return;
        if (visible_ && now - shown_ < std::chrono::milliseconds(200)) return;
        shown_ = now;
        visible_ = true;
        const double millions = static_cast<double>(so_far.rows) / 1e6;
        if (total_bytes_ > so_far.bytes) {
            std::fprintf(stderr, "\r\x1b[K%3d %%  %.1f million rows",
                         static_cast<int>(100 * so_far.bytes / total_bytes_), millions);
        } else {
            std::fprintf(stderr, "\r\x1b[K%.1f million rows", millions);
        }
        std::fflush(stderr);
    }
    void clear() const {
        if (visible_) std::fputs("\r\x1b[K", stderr);
    }

private:
    using Clock = std::chrono::steady_clock;
    std::uint64_t total_bytes_;
    Clock::time_point started_ = Clock::now();
    Clock::time_point shown_{};
    bool visible_ = false;
};

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
                Format format, const Input& input) {
    auto scoring = CsvScoring::open(input.descriptor(), input.name, instruments, options);
    if (!scoring) return fail(scoring.error());
    for (const std::string& line : scoring->remarks()) remark(line);
    Output output;
    if (const int code = output.open(options.output,
                                     files_read(options.file, options.map_file, options.tables))) {
        return code;
    }
    ScoreWriting how{.format = format,
                     .threads = static_cast<unsigned>(options.threads),
                     .counts_invalid = options.strict};
    ProgressLine line(size_of(input.descriptor()));
    if (options.progress && ::isatty(STDERR_FILENO) == 1) {
        how.progress = [&](const ScoreProgress& so_far) { line.show(so_far); };
    }
    const ScoreOutcome outcome = scoring->write(output.descriptor(), how);
    line.clear();
    say_replaced(outcome.replaced);
    return output.close(said(outcome, options, input.name), outcome.output_error);
}

}  // namespace

int run_score(const ScoreArguments& options) {
    const auto instruments = find_instruments(options.ids, options.names);
    if (!instruments) return fail(usage, instruments.error());
    const bool to_stdout = options.output.empty() || options.output == "-";
    const auto format = options.format.empty() && !to_stdout
                            ? Format::csv
                            : choose_format(options.format, STDOUT_FILENO);
    if (!format) {
        return fail(usage, no_format(options.format));
    }
    if (options.threads < 1 || options.threads > 256) {
        return fail(usage, "--threads must be from 1 to 256");
    }
    if (options.file.empty() && ::isatty(STDIN_FILENO) == 1) {
        return fail(usage, "no table: name a file, or pipe one in");
    }
    const Input input(options.file);
    if (!input.is_open()) return input.refused(": cannot read: ");
    return score_table(options, *instruments, *format, input);
}

}  // namespace eczscore::cli
