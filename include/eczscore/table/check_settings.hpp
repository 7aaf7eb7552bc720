// SPDX-License-Identifier: BSL-1.0
// Which edit checks run and with which limits, and the list of them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "eczscore/table/check_options.hpp"
#include "eczscore/table/row_writer.hpp"
#include "eczscore/trial/checks.hpp"

namespace eczscore::table {

namespace checks = trial::checks;

/// The checks that `options` leave on, with their limits; or a sentence that says which check or
/// parameter there is none of.
tl::expected<checks::CheckSettings, std::string> check_settings(const CheckOptions& options);

/// The limits of a check as they are set: `itch=8 sleep_loss=7`.
/// check  its place in the catalogue
std::string limits_text(std::size_t check, const checks::CheckSettings& settings);
/// What a check rests on, and how surely.
std::string basis_text(const checks::Check& check);

/// The columns of the list of checks.
std::vector<std::string> check_list_columns();
/// Writes a row for each check.
void write_check_list(RowWriter& rows, const checks::CheckSettings& settings);

}  // namespace eczscore::table
