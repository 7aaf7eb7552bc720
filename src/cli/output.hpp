// SPDX-License-Identifier: BSL-1.0
// The one way in which a command writes its data: never onto an input, and complete or not at all.
#pragma once

#include <string>
#include <vector>

#include "eczscore/io/output_file.hpp"

namespace eczscore::cli {

/// The data that a command writes, to standard output or to the file of `-o`. A file is replaced by
/// `close`, when it is complete. When it never is (an input that ends in an error, a full disk, a
/// signal, no memory left), the old file stays, and standard error says so.
class Output {
public:
    Output() = default;
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;
    ~Output();

    /// path    of the file; `-` and nothing are standard output
    /// inputs  the files that the command reads; `-` is standard input, nothing is no file
    /// returns  `done`, or the exit code of what was said: the output is an input, or cannot be
    ///          written
    int open(const std::string& path, const std::vector<std::string>& inputs);

    int descriptor() const { return file_.descriptor(); }

    /// Ends the output. It is complete if `code` is that of a command that did its work and all was
    /// written; a closed pipe is no error.
    /// code   exit code of the command so far, whose error was said
    /// error  errno of what was written, or 0
    /// returns  the exit code
    int close(int code, int error);

private:
    int cannot_write(int error);
    void give_up();

    io::OutputFile file_;
    std::string name_;
    std::string last_words_;  // said when it does not get complete; made before memory is short
    bool open_ = false;
};

/// The files that a command reads, as `Output::open` takes them.
/// table  empty or `-`: standard input
std::vector<std::string> files_read(const std::string& table, const std::string& map_file,
                                    const std::vector<std::string>& tables);

/// Opens what is closed of standard input, output and error, so that no file that is opened later
/// takes their numbers: reading it, or writing to it, is an error as it was (EBADF).
void occupy_standard_descriptors();

}  // namespace eczscore::cli
