// SPDX-License-Identifier: BSL-1.0
// Opens a table with the quickest way that this processor has to find its cells.
#pragma once

#include <string>

#include <tl/expected.hpp>

#include "eczscore/io/csv.hpp"
#include "eczscore/table/failure.hpp"
#include "table/kernel_choice.hpp"

namespace eczscore::table {

/// A table whose header was read, and the ways that suit this processor.
struct OpenCsv {
    io::CsvReader reader;
    KernelChoice kernels;
};

/// input  a descriptor, which the caller closes
/// name   of the input, for sentences
tl::expected<OpenCsv, Failure> open_csv(int input, const std::string& name);

}  // namespace eczscore::table
