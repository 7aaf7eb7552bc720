// SPDX-License-Identifier: BSL-1.0
// Fuzzes the whole command line: any words and any table, through the same main() as the program.
// The input's first line holds the words, separated by spaces; the rest is standard input, which
// `-` and nothing read, and the file that the word TABLE names. OUT names a file to write to.
#include <eczscore/io/csv.hpp>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>
#include <nlohmann/json.hpp>

#include "fuzz/bytes.hpp"

int eczscore_main(int argc, char** argv);  // src/cli/main.cpp under another name

using eczscore::fuzz::must;

namespace {

std::vector<std::string> words_of(std::string_view line) {
    std::vector<std::string> words{"eczscore"};
    for (std::size_t from = 0; from <= line.size();) {
        const std::size_t to = std::min(line.find(' ', from), line.size());
        words.emplace_back(line.substr(from, to - from));
        from = to + 1;
    }
    return words;
}

/// A fuzzer must neither write where it likes nor read what may never end.
bool harmless(const std::vector<std::string>& words) {
    for (std::size_t i = 1; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (word.find('\0') != std::string::npos) return false;
        if (word.starts_with('/') || word.find("..") != std::string::npos ||
            word.find("=/") != std::string::npos) {
            return false;
        }
        const bool names_output = word == "-o" || word == "--output";
        if (names_output && (i + 1 == words.size() || words[i + 1] != "OUT")) return false;
        if (names_output) continue;
        if (word.starts_with("--output") || (word.size() > 1 && word[0] == '-' && word[1] != '-' &&
                                             word.find('o') != std::string::npos)) {
            return false;
        }
    }
    return true;
}

/// A file in memory that holds the text, open at its start.
int in_memory(std::string_view text) {
    const int file = ::memfd_create("fuzz", MFD_CLOEXEC);
    must(file >= 0 && ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()),
         "no file in memory");
    ::lseek(file, 0, SEEK_SET);
    return file;
}

std::string all_of(int file) {
    std::string text(static_cast<std::size_t>(::lseek(file, 0, SEEK_END)), '\0');
    must(::pread(file, text.data(), text.size(), 0) == static_cast<ssize_t>(text.size()), "read");
    return text;
}

bool say(const std::vector<std::string>& words, std::string_view option, std::string_view value) {
    for (std::size_t i = 1; i + 1 < words.size(); ++i)
        if (words[i] == option && words[i + 1] == value) return true;
    return false;
}

/// What came out can be read again.
void check_output(const std::vector<std::string>& words, std::string text) {
    if (say(words, "--format", "json")) {
        for (char& c : text)
            if (static_cast<unsigned char>(c) >= 0x80) c = '?';
        must(nlohmann::json::accept(text), "no JSON", text);
    } else if (words[1] == "score" && say(words, "--format", "csv")) {
        std::string_view rest = text;
        auto reader = eczscore::io::CsvReader::open(eczscore::io::csv_memory(rest));
        must(reader.has_value(), "no table", text);
        for (;;) {
            const auto block = reader->next_block();
            must(block.has_value(), "a row of another length", text);
            if (block->rows == 0) break;
        }
    }
}

int lowest_free() {
    const int file = ::dup(STDIN_FILENO);
    ::close(file);
    return file;
}

const std::string out_path = "/tmp/eczscore_fuzz_" + std::to_string(::getpid()) + ".out";
void remove_out() { ::unlink(out_path.c_str()); }

}  // namespace

/// What the program says belongs to its run and not to the log: this option of libFuzzer keeps
/// both streams of the log apart from the descriptors 1 and 2.
extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv) {
    static char quiet[] = "-close_fd_mask=3";
    static std::vector<char*> more(*argv, *argv + *argc);
    more.push_back(quiet);
    *argc = static_cast<int>(more.size());
    more.push_back(nullptr);
    *argv = more.data();
    ::setenv("COLUMNS", "80", 1);
    std::atexit(remove_out);
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::vector<std::string> words = words_of(text.substr(0, end));
    if (!harmless(words)) return -1;
    for (std::string& word : words) {
        if (word == "TABLE") word = "/dev/stdin";
        if (word == "OUT") word = out_path;
    }
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);

    const int table = in_memory(text.substr(std::min(end + 1, size)));
    const int output = in_memory("");
    ::dup2(table, STDIN_FILENO);
    ::dup2(output, STDOUT_FILENO);
    const int free_before = lowest_free();
    const int code = eczscore_main(static_cast<int>(words.size()), arguments.data());
    must(code >= 0 && code <= 4, "an exit code that the contract does not have");
    must(lowest_free() == free_before, "a descriptor is left open");
    if (code == 0) check_output(words, all_of(output));
    ::close(table);
    ::close(output);
    return 0;
}
