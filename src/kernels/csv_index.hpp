// SPDX-License-Identifier: BSL-1.0
// The separator index of delimited text for the CPU at hand.
#pragma once

#include <eczscore/io/csv_index.hpp>

namespace eczscore::kernels {

enum class CsvTarget { portable, baseline, avx2, avx512 };

/// The index for one target, or null when this build or this CPU does not have it.
io::CsvIndex csv_index(CsvTarget target) noexcept;

/// The fastest that this CPU runs; looked up once. Never null.
io::CsvIndex csv_index() noexcept;

// One per source file, called only after the CPU was asked.
io::CsvIndexed csv_index_baseline(const char* data, std::size_t size, char delimiter, char newline,
                                  std::uint32_t* ends) noexcept;
io::CsvIndexed csv_index_avx2(const char* data, std::size_t size, char delimiter, char newline,
                              std::uint32_t* ends) noexcept;
io::CsvIndexed csv_index_avx512(const char* data, std::size_t size, char delimiter, char newline,
                                std::uint32_t* ends) noexcept;

}  // namespace eczscore::kernels
