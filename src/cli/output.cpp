// SPDX-License-Identifier: BSL-1.0
// Opens an output beside the old file, and says what became of it.
#include "cli/output.hpp"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/common.hpp"
#include "cli/file_descriptor.hpp"
#include "cli/interrupt.hpp"
#include "eczscore/io/printable.hpp"
#include "eczscore/table/phrases.hpp"

namespace eczscore::cli {

namespace {

/// Asks the system about a file by its name or, for `-`, about a standard descriptor.
bool status_of(const std::string& path, int standard, struct stat& status) {
    return (is_standard(path) ? ::fstat(standard, &status) : ::stat(path.c_str(), &status)) == 0;
}

}  // namespace

int Output::open(const std::string& path, const std::vector<std::string>& inputs) {
    name_ = is_standard(path) ? "standard output" : path;
    struct stat output{};
    const bool exists = status_of(path, STDOUT_FILENO, output);
    for (const std::string& input : inputs) {
        struct stat status{};
        if (!exists || input.empty() || !status_of(input, STDIN_FILENO, status)) continue;
        if (!io::is_same_file(output, status)) continue;
        const bool by_name = !is_standard(input) && input != path;
        return fail(usage, name_ + " is also the input" +
                               (by_name ? " " + single_quoted(input) : std::string()) +
                               ": write to another file");
    }
    const SignalsWait wait;
    if (is_standard(path)) {
        file_.use(STDOUT_FILENO);
    } else if (const int error = file_.open(path)) {
        return cannot_write(error);
    }
    const bool is_file = !file_.temporary().empty();
    last_words_ = "eczscore: " + io::printable(name_) +
                  (!is_file           ? " is incomplete\n"
                   : file_.replaces() ? " was not written; the old file is as it was\n"
                                      : " was not written\n");
    watch_output(file_.temporary(), last_words_);
    open_ = true;
    return done;
}

Output::~Output() { give_up(); }

/// Removes what there is of the file, and says so.
void Output::give_up() {
    if (!open_) return;
    open_ = false;
    const SignalsWait wait;
    forget_output();
    file_.discard();
    say(last_words_);
}

int Output::cannot_write(int error) {
    return fail(output_failed, name_ + ": cannot write: " +
                                   (error == EBADF ? "it is closed" : std::strerror(error)));
}

int Output::close(int code, int error) {
    if (error == EPIPE) {  // the reader has what it wanted
        open_ = false;
        forget_output();
        return done;
    }
    if (error != 0) code = cannot_write(error);
    if (code != done && code != rows_invalid) {
        give_up();
        return code;
    }
    const SignalsWait wait;
    if (const int failed = file_.commit()) {
        code = cannot_write(failed);
        give_up();
    }
    open_ = false;
    forget_output();
    return code;
}

std::vector<std::string> files_read(const std::string& table, const std::string& map_file,
                                    const std::vector<std::string>& tables) {
    std::vector<std::string> files{table.empty() ? "-" : table, map_file};
    files.insert(files.end(), tables.begin(), tables.end());
    return files;
}

void occupy_standard_descriptors() {
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(descriptor, F_GETFD) >= 0 || errno != EBADF) continue;
        // The lowest number that is free is this one. Opened the wrong way round: EBADF.
        ::open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    }
}

}  // namespace eczscore::cli
