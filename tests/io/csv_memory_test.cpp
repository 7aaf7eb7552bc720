// SPDX-License-Identifier: BSL-1.0
// Tables when there is no memory: every single allocation of a reader and a writer fails once.
#include "catch_compat.hpp"

#include <eczscore/io/csv.hpp>
#include <eczscore/io/csv_write.hpp>

#include <cerrno>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <vector>

#include "cli/failing_memory.hpp"

using namespace eczscore::io;
using eczscore::testing::FailingMemory;

namespace {

/// What a reader gave before it ended, with the n-th allocation and perhaps all later ones failing.
struct Outcome {
    std::uint64_t rows = 0;
    std::optional<CsvFault> fault;
    bool thrown = false;  ///< std::bad_alloc, while the header is named
    bool failed = false;  ///< an allocation has failed
};

Outcome read_with(std::string_view text, std::uint64_t n, bool for_good) {
    Outcome outcome;
    std::vector<std::unique_ptr<CsvStorage>> storages;
    for (int i = 0; i < 40; ++i) storages.push_back(std::make_unique<CsvStorage>());
    std::vector<std::string> seen;
    FailingMemory memory(n, for_good);
    try {
        auto reader = CsvReader::open(csv_memory(text), {.block_bytes = 16});
        if (!reader) outcome.fault = reader.error().fault;
        for (std::size_t next = 0; !outcome.fault; ++next) {
            const auto block = reader->next_block(*storages[next % storages.size()]);
            if (!block) outcome.fault = block.error().fault;
            if (!block || block->rows == 0) break;
            if (block->first_row != outcome.rows + 1) outcome.fault = CsvFault::read_failed;
            outcome.rows += block->rows;
        }
    } catch (const std::bad_alloc&) {
        outcome.thrown = true;
    }
    outcome.failed = memory.failed();
    return outcome;
}

}  // namespace

TEST_CASE(
    "CSV without memory: every allocation of a reader may fail, and the rows before it come") {
    std::string text = "subject,age\n";
    for (int i = 0; i < 9; ++i) text += std::to_string(i) + ",30\n";
    text += "\"" + std::string(70, 'x') + "\",31\n" + std::string(200, 'y') + ",32\n9,33\n";
    constexpr std::uint64_t all = 12;
    for (const bool for_good : {false, true}) {
        int refused = 0;
        std::uint64_t before = 0;
        for (std::uint64_t n = 1;; ++n) {
            const Outcome outcome = read_with(text, n, for_good);
            INFO(n << " of the allocations, for good: " << for_good);
            if (!outcome.failed) {
                CHECK(outcome.rows == all);
                CHECK(!outcome.fault);
                break;
            }
            const bool out_of_memory = outcome.fault == CsvFault::out_of_memory;
            CHECK(out_of_memory != outcome.thrown);
            CHECK(outcome.rows <= all);
            CHECK(outcome.rows >= before);  // a later failure leaves no fewer rows
            before = outcome.rows;
            refused += out_of_memory ? 1 : 0;
        }
        CHECK(refused > 8);
        CHECK(before > 9);  // the last failures come after the first rows
    }
}

TEST_CASE("CSV without memory: a writer without a buffer says so and writes nothing") {
    std::optional<CsvWriter> writer;
    {
        const FailingMemory memory(1, false);
        writer.emplace(-1, 64);
    }
    CHECK(writer->error() == ENOMEM);
    CHECK(writer->reserve(1) == nullptr);
    writer->write("text");
    writer->write(std::string(100, 'x'));
    CHECK(writer->flush() == ENOMEM);
}
