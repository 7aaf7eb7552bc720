// SPDX-License-Identifier: BSL-1.0
// Small tables of two visits for the tests of changes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "catch_compat.hpp"
#include "eczscore/instruments/viga_ad.hpp"
#include "eczscore/io/csv_write.hpp"
#include "eczscore/table/change_rows.hpp"

namespace eczscore::testing {

inline table::ChangeOptions two_visits() {
    table::ChangeOptions options;
    options.baseline = "base";
    options.at = "end";
    options.names = {.before = "--", .between = '-'};
    return options;
}

/// The cells of one line; blanks around them stay.
inline std::vector<std::string> cells_of(std::string_view line) {
    std::vector<std::string> cells(1);
    for (const char c : line) {
        if (c == ',')
            cells.emplace_back();
        else
            cells.back() += c;
    }
    return cells;
}

/// A table whose first line is 1, read to the end.
inline table::ChangeRows read(const table::ChangeOptions& options, const Instrument& instrument,
                              const std::string& header, const std::vector<std::string>& lines) {
    table::ChangeRows rows;
    const table::Failure trouble = rows.open(options, instrument, cells_of(header));
    CAPTURE(trouble.sentence);
    REQUIRE(trouble.empty());
    std::string text = header + '\n';
    for (const std::string& line : lines) {
        std::string_view between;
        for (const std::string& cell : cells_of(line)) {
            text += between;
            io::csv_append_cell(text, cell, ',');
            between = ",";
        }
        text += '\n';
    }
    std::string_view rest = text;
    auto reader = io::CsvReader::open(io::csv_memory(rest));
    REQUIRE(reader);
    REQUIRE_FALSE(rows.read(*reader));
    return rows;
}

inline const std::string global = "subject,visit,arm,viga_ad_grade";

inline table::ChangeRows read_global(const std::vector<std::string>& lines) {
    return read(two_visits(), viga_ad::instrument, global, lines);
}

}  // namespace eczscore::testing
