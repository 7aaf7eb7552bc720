// SPDX-License-Identifier: BSL-1.0
// The processor level that `score` works with: the best there is, or the one that a test asks for.
#pragma once

#include <string>

#include <tl/expected.hpp>

#include "eczscore/io/csv_index.hpp"
#include "eczscore/score/batch.hpp"
#include "kernels/cell_levels.hpp"

namespace eczscore::table {

/// The three ways that depend on the processor.
struct KernelChoice {
    kernels::BatchTarget batch = kernels::BatchTarget::best;  ///< adds answers up
    io::CsvIndex index = nullptr;                             ///< finds the cells
    kernels::ReadCellLevels read_levels = nullptr;            ///< reads them; may be null
};

/// The best of this processor, unless the environment variable ECZSCORE_TEST_KERNELS (`baseline`,
/// `avx2` or `avx512`) names a level, so that a test can compare them: see CONTRIBUTING.md.
/// returns  the choice, or the sentence of a usage error: no such level, or not on this processor.
tl::expected<KernelChoice, std::string> choose_kernels();

}  // namespace eczscore::table
