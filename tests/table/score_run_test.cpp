// SPDX-License-Identifier: BSL-1.0
// How `score` ends when it cannot go on: closed pipes, full disks, inputs that fail and memory that
// is not there, at every point and with any number of threads. It never hangs, and what it wrote is
// the beginning of what it would have written.
// Covers: table/csv_scoring.hpp
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <thread>

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "catch_compat.hpp"
#include "cli/failing_memory.hpp"
#include "table/scoring.hpp"

using namespace eczscore;
using namespace eczscore::testing;
using table::Format;
using table::ScoreOutcome;

namespace {

constexpr unsigned most_threads = 8;

/// POEM rows, every third of which has a note.
std::string poem_table(int rows) {
    std::string table =
        "subject,poem_itch,poem_sleep,poem_bleeding,poem_weeping,poem_cracking,poem_flaking,"
        "poem_dryness\n";
    for (int row = 0; row < rows; ++row) {
        table += std::to_string(row) + ",4," + (row % 3 == 0 ? "" : "1") + ",2," +
                 (row % 5 == 0 ? "9" : "0") + ",1,3," + std::to_string(row % 5) + "\n";
    }
    return table;
}

/// A run that hangs ends the program.
class Watchdog {
public:
    Watchdog() { ::alarm(300); }
    Watchdog(const Watchdog&) = delete;
    Watchdog& operator=(const Watchdog&) = delete;
    ~Watchdog() { ::alarm(0); }
};

/// Gives so many bytes of a text, then fails.
struct FailingSource {
    std::string_view rest;
    std::size_t at_once;  ///< bytes a call
    int error = EIO;

    static std::ptrdiff_t read(void* context, char* to, std::size_t n) {
        auto& source = *static_cast<FailingSource*>(context);
        n = std::min({n, source.at_once, source.rest.size()});
        if (n == 0) {
            errno = source.error;
            return -1;
        }
        source.rest.copy(to, n);
        source.rest.remove_prefix(n);
        return static_cast<std::ptrdiff_t>(n);
    }
};

bool begins(std::string_view whole, std::string_view part) { return whole.starts_with(part); }

}  // namespace

TEST_CASE("Score: any threads, blocks and order of events write the same bytes", "[threads]") {
    const Watchdog watchdog;
    const TableScoring scoring({"poem"}, poem_table(400));
    for (const Format format :
         {Format::csv, Format::tsv, Format::json, Format::ndjson, Format::table}) {
        const std::string alone = scoring.output({.format = format});
        const std::size_t sizes[] = {1, 40, 700, 5000};
        for (const std::size_t block_bytes : sizes) {
            for (unsigned threads = 1; threads <= most_threads; ++threads) {
                INFO(static_cast<int>(format) << ' ' << threads << ' ' << block_bytes);
                CHECK(scoring.output({format, threads, block_bytes}) == alone);
            }
        }
    }
}

TEST_CASE("Score: a table's widths are those of its first 1024 rows, however they come") {
    std::string table = poem_table(1100);
    table.replace(table.find("\n1023,"), 6, "\nsubject 1023,");  // the last that counts
    table.replace(table.find("\n1024,"), 6, "\na longer name than that,");
    const TableScoring scoring({"poem"}, table);
    const std::string alone = scoring.output({.format = Format::table});
    CHECK(begins(alone, "subject       poem_itch"));
    const std::size_t sizes[] = {1, 1000, 100'000};
    for (const std::size_t block_bytes : sizes) {
        CHECK(scoring.output({Format::table, 1, block_bytes}) == alone);
    }
}

TEST_CASE("Score: a block whose rows need much room is written in parts, in its turn",
          "[threads]") {
    const Watchdog watchdog;
    const TableScoring scoring({"poem"}, poem_table(20'000));
    const std::string alone = scoring.output({.format = Format::ndjson});
    REQUIRE(alone.size() > 5'000'000);
    for (const unsigned threads : {1u, 2u, 4u}) {
        INFO(threads);
        CHECK((scoring.output({Format::ndjson, threads, std::size_t{200'000}}) == alone));
    }
    int ends[2];
    std::signal(SIGPIPE, SIG_IGN);
    REQUIRE(::pipe(ends) == 0);
    ::close(ends[0]);
    std::string_view rest = scoring.table();
    const ScoreOutcome outcome =
        scoring.run(io::csv_memory(rest), {Format::ndjson, 3, std::size_t{200'000}}, ends[1]);
    ::close(ends[1]);
    CHECK(outcome.output_error == EPIPE);
    CHECK(outcome.rows == 0);
}

TEST_CASE("Score: a pipe that is closed ends every worker", "[threads]") {
    const Watchdog watchdog;
    std::signal(SIGPIPE, SIG_IGN);
    const TableScoring scoring({"poem"}, poem_table(6000));
    const std::string whole = scoring.output({});
    REQUIRE(whole.size() > 300'000);
    const std::size_t points[] = {0, 1, 1000, 100'000, 200'000};
    for (const std::size_t point : points) {
        for (unsigned threads = 1; threads <= most_threads; ++threads) {
            INFO(point << ' ' << threads);
            int ends[2];
            REQUIRE(::pipe(ends) == 0);
            std::string got;
            std::thread head([&] {
                char bytes[4096];
                while (got.size() < point) {
                    const auto n =
                        ::read(ends[0], bytes, std::min(sizeof bytes, point - got.size()));
                    if (n <= 0) break;
                    got.append(bytes, static_cast<std::size_t>(n));
                }
                ::close(ends[0]);
            });
            std::string_view rest = scoring.table();
            const ScoreOutcome outcome = scoring.run(
                io::csv_memory(rest), {.threads = threads, .block_bytes = 2000}, ends[1]);
            ::close(ends[1]);
            head.join();
            CHECK(outcome.output_error == EPIPE);
            CHECK(got == whole.substr(0, point));
            CHECK_FALSE(outcome.out_of_memory);
            CHECK_FALSE(outcome.input_error);
        }
    }
}

TEST_CASE("Score: a disk that is full at any byte ends every worker", "[threads]") {
    const Watchdog watchdog;
    std::signal(SIGXFSZ, SIG_IGN);
    const TableScoring scoring({"poem"}, poem_table(300));
    Paper paper;
    for (const Format format : {Format::csv, Format::json, Format::table}) {
        const std::string whole = scoring.output({.format = format});
        for (std::size_t limit = 0; limit < whole.size(); limit += limit / 3 + 1) {
            for (unsigned threads = 1; threads <= most_threads; threads += 3) {
                INFO(static_cast<int>(format) << ' ' << limit << ' ' << threads);
                paper.clear();
                rlimit before{};
                REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
                const rlimit small{limit, before.rlim_max};
                REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
                std::string_view rest = scoring.table();
                const ScoreOutcome outcome =
                    scoring.run(io::csv_memory(rest), {format, threads, 500}, paper.descriptor());
                ::setrlimit(RLIMIT_FSIZE, &before);
                CHECK(outcome.output_error == EFBIG);
                CHECK(paper.text() == whole.substr(0, limit));
            }
        }
    }
}

TEST_CASE("Score: a write that fails says why", "[threads]") {
    const Watchdog watchdog;
    const TableScoring scoring({"poem"}, poem_table(300));
    struct Sink {
        const char* path;
        int flags;
        int error;
    };
    for (const Sink& sink :
         {Sink{"/dev/full", O_WRONLY, ENOSPC}, Sink{"/dev/null", O_RDONLY, EBADF},
          Sink{"/proc/self/mem", O_WRONLY, EIO}}) {
        const int descriptor = ::open(sink.path, sink.flags | O_CLOEXEC);
        if (descriptor < 0) continue;  // not on this system
        for (unsigned threads = 1; threads <= most_threads; ++threads) {
            INFO(sink.path << ' ' << threads);
            std::string_view rest = scoring.table();
            const ScoreOutcome outcome = scoring.run(
                io::csv_memory(rest), {.threads = threads, .block_bytes = 500}, descriptor);
            CHECK(outcome.output_error == sink.error);
            CHECK(outcome.rows == 0);
        }
        ::close(descriptor);
    }
}

TEST_CASE("Score: the rows before an input fails come out, whoever meets the failure",
          "[threads]") {
    const Watchdog watchdog;
    const TableScoring scoring({"poem"}, poem_table(300));
    const std::string whole = scoring.output({});
    const std::size_t header = scoring.table().find('\n') + 1;
    Paper paper;
    for (std::size_t given = header; given < scoring.table().size(); given += 97) {
        const std::string_view text = std::string_view(scoring.table()).substr(0, given);
        const auto rows =
            static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n')) - 1;
        std::size_t expected = 0;
        for (std::uint64_t line = 0; line <= rows; ++line)
            expected = whole.find('\n', expected) + 1;
        for (unsigned threads = 1; threads <= most_threads; threads += 3) {
            INFO(given << ' ' << threads);
            FailingSource source{text, 230};
            paper.clear();
            const ScoreOutcome outcome =
                scoring.run({FailingSource::read, &source},
                            {.threads = threads, .block_bytes = 500}, paper.descriptor());
            REQUIRE(outcome.input_error);
            CHECK(outcome.input_error->fault == io::CsvFault::read_failed);
            CHECK(outcome.input_error->system_error == EIO);
            CHECK(outcome.output_error == 0);
            CHECK(outcome.rows == rows);
            CHECK(paper.text() == whole.substr(0, expected));
        }
    }
}

TEST_CASE("Score: where the input fails an array stays open, and a table's first rows come out",
          "[threads]") {
    const Watchdog watchdog;
    const TableScoring scoring({"poem"}, poem_table(300));
    const std::size_t header = scoring.table().find('\n') + 1;
    const std::string array = scoring.output({.format = Format::json});
    Paper paper;
    for (std::size_t given = header; given < scoring.table().size(); given += 97) {
        const std::string_view text = std::string_view(scoring.table()).substr(0, given);
        const std::string complete(text.substr(0, text.rfind('\n') + 1));
        for (unsigned threads = 1; threads <= most_threads; threads += 3) {
            INFO(given << ' ' << threads);
            for (const Format format : {Format::json, Format::table}) {
                FailingSource source{text, 230};
                paper.clear();
                const ScoreOutcome outcome = scoring.run(
                    {FailingSource::read, &source}, {format, threads, 500}, paper.descriptor());
                REQUIRE(outcome.input_error);
                const std::string found = paper.text();
                const std::string alone =
                    TableScoring({"poem"}, complete).output({.format = format});
                if (format == Format::table) {
                    CHECK(found == alone);
                } else {
                    CHECK(begins(array, found));
                    CHECK(found + "\n]\n" == alone);
                }
            }
        }
    }
}

namespace {

/// Calls of operator new in a run that has all the memory it asks for.
std::uint64_t allocations_of_one_thread(const TableScoring& scoring, Format format, Paper& paper) {
    paper.clear();
    std::string_view rest = scoring.table();
    const FailingMemory counting(std::numeric_limits<std::uint64_t>::max(), false);
    scoring.run(io::csv_memory(rest), {format, 1, 300}, paper.descriptor());
    return counting.calls();
}

}  // namespace

TEST_CASE("Score: memory that is not there, at any allocation", "[threads]") {
    const Watchdog watchdog;
    const TableScoring scoring({"poem"}, poem_table(90));
    Paper paper;
    for (const Format format : {Format::csv, Format::ndjson, Format::table}) {
        const std::string whole = scoring.output({.format = format});
        const std::uint64_t allocations = allocations_of_one_thread(scoring, format, paper);
        REQUIRE(allocations > 30);
        for (const unsigned threads : {1u, 2u, 3u, 8u}) {
            for (const bool for_good : {false, true}) {
                std::uint64_t failures = 0;
                bool failed = true;
                for (std::uint64_t n = 1; failed; n += 1 + n / (threads == 1 ? 400 : 40)) {
                    INFO(static_cast<int>(format) << ' ' << threads << ' ' << for_good << ' ' << n);
                    paper.clear();
                    std::string_view rest = scoring.table();
                    ScoreOutcome outcome;
                    bool threw = false;
                    {
                        const FailingMemory memory(n, for_good);
                        try {
                            outcome = scoring.run(io::csv_memory(rest), {format, threads, 300},
                                                  paper.descriptor());
                        } catch (const std::bad_alloc&) {
                            threw = true;  // before the first worker: the header
                        }
                        failed = memory.failed();
                        failures += failed ? 1 : 0;
                    }
                    const bool input = outcome.input_error &&
                                       outcome.input_error->fault == io::CsvFault::out_of_memory;
                    const bool said =
                        threw || outcome.out_of_memory || input || outcome.output_error == ENOMEM;
                    const std::string text = paper.text();
                    if (said) {
                        CHECK(failed);
                        CHECK(begins(whole, text));
                    } else {
                        CHECK(text == whole);  // with fewer threads
                    }
                }
                // Each of one thread's allocations, or each of the first 40, has failed in a run.
                if (threads == 1) CHECK(failures >= std::min<std::uint64_t>(allocations, 400));
                CHECK(failures >= std::min<std::uint64_t>(allocations, 40));
            }
        }
    }
}

TEST_CASE("Score: rows of which an instrument is invalid are counted once") {
    const TableScoring scoring({"poem"}, poem_table(100));
    for (const unsigned threads : {1u, 4u}) {
        Paper paper;
        std::string_view rest = scoring.table();
        const ScoreOutcome outcome = scoring.run(
            io::csv_memory(rest), {.threads = threads, .block_bytes = 300}, paper.descriptor());
        CHECK(outcome.rows == 100);
        CHECK(outcome.invalid_rows == 20);
    }
}

TEST_CASE("Score: a row is invalid when any of its instruments is, the first or the last") {
    const std::string table =
        "viga_ad_grade,iga_che_grade\n"
        "1,1\n9,1\n1,9\n9,9\n1,\n";
    const TableScoring scoring({"viga_ad,iga_che"}, table);
    Paper paper;
    std::string_view rest = scoring.table();
    CHECK(scoring.run(io::csv_memory(rest), {}, paper.descriptor()).invalid_rows == 3);
}

TEST_CASE("Score: a buffer refuses a length that no memory has") {
    table::ScoreBuffer buffer;
    buffer.append("text");
    CHECK_THROWS_AS(buffer.room(SIZE_MAX), std::bad_alloc);
    CHECK_THROWS_AS(buffer.room(SIZE_MAX / 2), std::bad_alloc);
    CHECK(buffer.text() == "text");
    buffer.append(std::size_t{200'000}, 'x');
    CHECK(buffer.size() == 200'004);
    CHECK(begins(buffer.text(), "textxx"));
}
