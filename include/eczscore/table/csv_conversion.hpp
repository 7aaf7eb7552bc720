// SPDX-License-Identifier: BSL-1.0
// Converts a column of a CSV table, whose unit stands in its name or in a column beside it.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "eczscore/io/csv_error.hpp"
#include "eczscore/table/convert_options.hpp"
#include "eczscore/table/failure.hpp"
#include "eczscore/table/row_writer.hpp"

namespace eczscore::table {

/// How a conversion ended.
struct ConversionOutcome {
    std::optional<io::CsvError> input_error{};  ///< after the rows before it were written
    int output_error = 0;                       ///< errno
    std::vector<std::string> remarks{};         ///< what was said of the values, and how often
    std::size_t refused = 0;                    ///< values without an answer, see their notes
    ReplacedCells replaced{};                   ///< cells that JSON could not hold as they are
};

/// A table whose column and unit are found and whose rows are still to be read.
class CsvConversion {
public:
    /// Reads the header. A unit that is nowhere stated is refused, never assumed.
    /// input  a descriptor, read to its end by `write`; the caller closes it
    /// name   of the input, for sentences
    static tl::expected<CsvConversion, Failure> open(int input, const std::string& name,
                                                     const ConvertOptions& options);
    /// Takes the table over; the other may only be assigned to or destroyed then.
    CsvConversion(CsvConversion&&) noexcept;
    CsvConversion& operator=(CsvConversion&&) noexcept;
    ~CsvConversion();

    /// Writes every row with its value in the other unit, that unit, a flag and a note.
    /// output  a descriptor
    ConversionOutcome write(int output, Format format = Format::csv);

private:
    struct State;
    explicit CsvConversion(std::unique_ptr<State> state);

    std::unique_ptr<State> state_;
};

}  // namespace eczscore::table
