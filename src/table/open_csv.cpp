// SPDX-License-Identifier: BSL-1.0
// Asks for the ways of this processor, then reads the header.
#include "table/open_csv.hpp"

#include <cstdlib>
#include <utility>

namespace eczscore::table {

namespace {

/// The reader's usual block, or the size that a test asks for by the environment variable
/// ECZSCORE_TEST_BLOCK_BYTES (see CONTRIBUTING.md); what is not a number counts as not asked.
std::size_t block_bytes() {
    const char* const asked = std::getenv("ECZSCORE_TEST_BLOCK_BYTES");
    const std::size_t bytes = asked == nullptr ? 0 : std::strtoull(asked, nullptr, 10);
    return bytes == 0 ? io::CsvOptions{}.block_bytes : bytes;
}

}  // namespace

tl::expected<OpenCsv, Failure> open_csv(int input, const std::string& name) {
    const auto kernels = choose_kernels();
    if (!kernels) return tl::unexpected<Failure>(kernels.error());
    auto reader = io::CsvReader::open(io::csv_descriptor(input),
                                      {.block_bytes = block_bytes(), .index = kernels->index});
    if (!reader) {
        return tl::unexpected<Failure>(
            {io::csv_sentence(reader.error(), name), Failure::Cause::file});
    }
    return OpenCsv{std::move(*reader), *kernels};
}

}  // namespace eczscore::table
