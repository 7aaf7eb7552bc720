// SPDX-License-Identifier: BSL-1.0
// Which column of a table holds which item of an instrument: by the names of the contract, and by
// a map from columns to items.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "eczscore/model/instrument.hpp"
#include "eczscore/table/failure.hpp"
#include "eczscore/table/setting_names.hpp"

namespace eczscore::table {

/// No column holds it: the item is blank in every row.
inline constexpr std::size_t no_column = SIZE_MAX;

/// The cell of a column, or nothing where there is no column.
inline std::string_view cell_at(std::span<const std::string_view> cells, std::size_t column) {
    return column == no_column ? std::string_view() : cells[column];
}

/// Where one item is: its own column, the column with the percentage that its grade is made from,
/// or both (which must agree, row by row: see score/cell.hpp).
struct ItemColumns {
    std::size_t value = no_column;
    std::size_t percent = no_column;

    /// The table has a column for it.
    bool found() const { return value != no_column || percent != no_column; }
};

/// Where the age is; with both, the months count and the years must agree (see score/cell.hpp).
struct AgeColumns {
    std::size_t years = no_column;
    std::size_t months = no_column;

    /// The table has a column for it.
    bool found() const { return years != no_column || months != no_column; }
};

/// Everything one instrument reads from a table.
struct InstrumentColumns {
    const Instrument* instrument = nullptr;
    std::vector<ItemColumns> items;  ///< in form order, one per item
    AgeColumns age;                  ///< looked for always, required where `needs_age()`
};

/// One `COLUMN=ITEM`. ITEM is a column name of the contract (`easi_trunk_area`, `age_years`,
/// `easi_trunk_area_percent`), or a bare item key when one instrument is asked for.
struct MapEntry {
    std::string column;
    std::string item;
};

/// All columns found, and lines for standard error about what was assumed.
struct ColumnPlan {
    std::vector<InstrumentColumns> instruments;  ///< in the order asked for
    std::vector<std::string> remarks;
};

/// Reads the mappings, then the map file (`COLUMN=ITEM` a line, `#` starts a comment; empty:
/// none). The last `=` divides, so a column name may hold one.
/// returns  the entries, or the sentence of a usage error.
tl::expected<std::vector<MapEntry>, Failure> read_map(std::span<const std::string> options,
                                                      const std::string& map_file,
                                                      const SettingNames& names = {});

/// Finds the columns of every item.
/// header   the column names, in order.
/// returns  the plan, or the sentence of a usage error: a missing column (with the nearest that
///          exists), a column or an item mapped twice, an unknown item, two prefixes at once, a
///          needed column that appears twice.
tl::expected<ColumnPlan, std::string> find_columns(std::span<const std::string> header,
                                                   std::span<const Instrument* const> instruments,
                                                   std::span<const MapEntry> map,
                                                   const SettingNames& names = {});

/// The index of a column by its exact name, or the sentence of a usage error that names the
/// nearest.
tl::expected<std::size_t, std::string> find_column(std::span<const std::string> header,
                                                   std::string_view name);

}  // namespace eczscore::table
