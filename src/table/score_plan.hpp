// SPDX-License-Identifier: BSL-1.0
// Everything that `score` knows before the first row: columns, tables of cell texts, bands, names.
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "eczscore/io/csv.hpp"
#include "eczscore/io/score_tables.hpp"
#include "eczscore/table/columns.hpp"
#include "eczscore/table/row_writer.hpp"
#include "eczscore/table/score_options.hpp"
#include "table/kernel_choice.hpp"
#include "table/score_cells.hpp"

namespace eczscore::table {

/// A column of answers made once per chunk, whichever instruments read it.
struct ScoreSource {
    enum class Reading : std::uint8_t {
        levels,   ///< one of a few texts, by a LevelTable
        decimal,  ///< a short number
        fully     ///< a percentage beside or instead of the grade: cell by cell
    };
    const Item* item = nullptr;
    ItemColumns columns;
    Reading reading = Reading::fully;
    bool wide = false;      ///< a column of doubles, otherwise of codes
    std::size_t index = 0;  ///< among the columns of doubles or of codes
    std::size_t table = 0;  ///< in ScorePlan::tables
    bool in_run = false;    ///< in one of ScorePlan::runs
};

inline constexpr std::size_t no_source = SIZE_MAX;

struct ScoreInstrument {
    const Instrument* instrument = nullptr;
    InstrumentColumns columns;
    std::vector<std::size_t> sources;    ///< one per item; `no_source` where no column holds it
    std::size_t age = no_source;         ///< in ScorePlan::ages, where an age is needed
    const BandScheme* asked = nullptr;   ///< asked for by name; null: the default for the row's age
    const BandScheme* scheme = nullptr;  ///< of every row; null when the age decides, or none is
    std::vector<std::size_t> subscores;  ///< domains
    std::vector<std::string> names;      ///< of the output columns
    bool by_value = false;  ///< scored row by row: any ratio, a negative score, a licensed table
    ScoreTable table{};     ///< the user's, where the instrument takes one

    /// The age chooses the band scheme, because none was asked for.
    bool bands_want_age() const { return asked == nullptr && instrument->bands_by_age(); }
};

/// Neighbouring columns of which every one is read by a table.
struct ScoreRunOfColumns {
    std::size_t first_column = 0;
    std::vector<std::size_t> sources;
};

/// Input cells that JSON could not hold as they are, over all threads.
class ReplacedInput {
public:
    /// row  of the table, from 1
    void add(std::uint64_t row, const std::string& column) {
        const std::lock_guard lock(adding_);
        if (found_.cells++ != 0 && found_.row <= row) return;
        found_.row = row;
        found_.column = column;
    }
    const ReplacedCells& found() const { return found_; }

private:
    std::mutex adding_;
    ReplacedCells found_;
};

struct ScorePlan {
    std::vector<ScoreInstrument> instruments;
    std::vector<ScoreSource> sources;
    std::vector<LevelTable> tables;
    std::vector<ScoreRunOfColumns> runs;  ///< of those that are not the last of the table
    std::vector<AgeColumns> ages;
    std::size_t code_columns = 0;
    std::size_t wide_columns = 0;
    std::vector<std::string> header;      ///< of the input
    std::vector<std::string> raw_header;  ///< the same with the quotes that were written
    std::vector<std::size_t> kept;        ///< input columns in the output, in order
    bool regional_only = false;
    bool complete_only = false;
    bool any_age = false;
    bool writes_bands = true;  ///< so that a note says where a band wants an age
    char input_delimiter = ',';
    io::ScoreTables tables_given;
    std::vector<std::string> remarks;
    KernelChoice kernels;
    bool to_terminal = false;           ///< CSV, too, then holds nothing that a terminal obeys
    ReplacedInput* replaced = nullptr;  ///< where JSON tells of cells that are no UTF-8
};

/// returns  the plan, or what is wrong.
tl::expected<ScorePlan, Failure> make_score_plan(const ScoreOptions& options,
                                                 const std::vector<const Instrument*>& instruments,
                                                 const io::CsvReader& table);

/// A plan to read and score columns that were found, for those who write no scores.
/// header   of the table
/// columns  of the instruments, in order
ScorePlan make_reading_plan(std::vector<std::string> header,
                            std::span<const InstrumentColumns> columns, io::ScoreTables tables,
                            const KernelChoice& kernels);

/// The scheme of a row's band: the one asked for, or the default one for the age.
const BandScheme* scheme_for(const ScoreInstrument& scored, Age age);

}  // namespace eczscore::table
