// SPDX-License-Identifier: BSL-1.0
// `eczscore score`: opens the tables, says what is wrong, and decides the exit code.
#include "cli/score_command.hpp"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/descriptor.hpp"
#include "cli/score_run.hpp"
#include "kernels/csv_index.hpp"

namespace eczscore::cli {

namespace {

enum ExitCode { done = 0, invalid_rows = 1, usage = 2, bad_input = 3, bad_output = 4 };

int complain(ExitCode code, const std::string& sentence) {
    std::fprintf(stderr, "eczscore score: %s\n", sentence.c_str());
    return code;
}

/// An open file that is closed at the end; standard input and output stay open.
class File {
public:
    explicit File(int descriptor = -1) : descriptor_(descriptor) {}
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    ~File() { close(); }
    void open(const std::string& path, int flags) {
        descriptor_ = ::open(path.c_str(), flags | O_CLOEXEC, 0666);
    }
    /// returns 0 or errno.
    int close() {
        const int own = descriptor_ > STDERR_FILENO ? descriptor_ : -1;
        descriptor_ = -1;
        return own >= 0 && ::close(own) != 0 ? errno : 0;
    }
    int descriptor() const { return descriptor_; }

private:
    int descriptor_;
};

std::uint64_t size_of(int descriptor) {
    struct stat status{};
    const bool regular = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
    return regular ? static_cast<std::uint64_t>(status.st_size) : 0;
}

/// `trial.csv:12:5: 3 cells in this row, but ...`
std::string input_sentence(const io::CsvError& error, const std::string& file) {
    std::string place = file;
    if (error.line != 0) place += ":" + std::to_string(error.line);
    if (error.line != 0 && error.column != 0) place += ":" + std::to_string(error.column);
    return place + ": " + io::csv_reason(error);
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

/// The whole command once the table is open.
int score_table(const ScoreOptions& options, const std::vector<const Instrument*>& instruments,
                ScoreFormat format, int input, const std::string& input_name) {
    auto reader = io::CsvReader::open(io::csv_descriptor(input), {.index = kernels::csv_index()});
    if (!reader) return complain(bad_input, input_sentence(reader.error(), input_name));
    const auto plan = make_score_plan(options, instruments, *reader);
    if (!plan) return complain(usage, input_name + ": " + plan.error());
    for (const std::string& remark : plan->remarks) {
        std::fprintf(stderr, "eczscore score: %s: %s\n", input_name.c_str(), remark.c_str());
    }
    const bool to_file = !options.output.empty() && options.output != "-";
    const std::string output_name = to_file ? options.output : "standard output";
    File output(STDOUT_FILENO);
    if (to_file) output.open(options.output, O_WRONLY | O_CREAT);
    if (output.descriptor() < 0) {
        return complain(bad_output, output_name + ": cannot write: " + std::strerror(errno));
    }
    if (same_file(input, output.descriptor())) {
        return complain(usage, output_name + " is also the input: write to another file");
    }
    if (to_file && ::ftruncate(output.descriptor(), 0) != 0 && errno != EINVAL) {
        return complain(bad_output, output_name + ": cannot write: " + std::strerror(errno));
    }
    const bool progress = options.progress && ::isatty(STDERR_FILENO) == 1;
    ScoreRun run(*plan, *reader, format, output.descriptor(), {progress, size_of(input)},
                 options.strict);
    ScoreOutcome outcome = run.run(static_cast<unsigned>(options.threads));
    const int closed = output.close();
    if (outcome.output_error == 0) outcome.output_error = closed;
    if (outcome.out_of_memory) return complain(bad_output, "no memory left");
    if (outcome.output_error == EPIPE) return done;
    if (outcome.output_error != 0) {
        return complain(bad_output,
                        output_name + ": cannot write: " + std::strerror(outcome.output_error));
    }
    if (outcome.input_error) {
        return complain(bad_input, input_sentence(*outcome.input_error, input_name));
    }
    if (!options.strict || outcome.invalid_rows == 0) return done;
    return complain(invalid_rows, std::to_string(outcome.invalid_rows) + " of " +
                                      std::to_string(outcome.rows) +
                                      " rows are invalid: see the columns ending in _note");
}

}  // namespace

int run_score(const ScoreOptions& options) {
    std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is an error of write()
    const auto instruments = find_instruments(options.ids);
    if (!instruments) return complain(usage, instruments.error());
    ScoreFormat format = ScoreFormat::csv;
    const bool to_stdout = options.output.empty() || options.output == "-";
    if (options.format.empty()) {
        if (to_stdout && ::isatty(STDOUT_FILENO) == 1) format = ScoreFormat::table;
    } else if (!find_format(options.format, format)) {
        return complain(usage,
                        "--format " + options.format + ": choose csv, tsv, json, ndjson or table");
    }
    if (options.threads < 1 || options.threads > 256) {
        return complain(usage, "--threads must be from 1 to 256");
    }
    const bool from_stdin = options.file.empty() || options.file == "-";
    if (options.file.empty() && ::isatty(STDIN_FILENO) == 1) {
        return complain(usage, "no table: name a file, or pipe one in");
    }
    File input(STDIN_FILENO);
    if (!from_stdin) input.open(options.file, O_RDONLY);
    const std::string name = from_stdin ? "standard input" : options.file;
    if (input.descriptor() < 0) {
        return complain(bad_input, name + ": cannot read: " + std::strerror(errno));
    }
    return score_table(options, *instruments, format, input.descriptor(), name);
}

}  // namespace eczscore::cli
