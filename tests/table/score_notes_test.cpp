// SPDX-License-Identifier: BSL-1.0
// The note of a row is the sentence that the scalar library gives for that row alone: for every
// instrument and every kind of note, in any order of rows, with any threads, blocks and format.
// Covers: table/names.hpp, table/score_options.hpp
#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "catch_compat.hpp"
#include "eczscore/instruments.hpp"
#include "eczscore/report/note.hpp"
#include "eczscore/report/number.hpp"
#include "eczscore/score/cell.hpp"
#include "table/scoring.hpp"

using namespace eczscore;
using namespace eczscore::testing;
using table::Format;

namespace {

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t n) { return random() % n; }

/// The columns of one instrument.
struct Columns {
    const Instrument* instrument;
    std::vector<std::string> values;    ///< per item; empty: no such column
    std::vector<std::string> percents;  ///< the same
};

/// Which columns a table has, and what fills them.
struct Shape {
    bool years = true;
    bool months = false;
    bool percents =
        false;  ///< every second grade that may is given as a percentage, every third twice
    bool plain = false;  ///< no quote or line break in a cell
};

using Row = std::map<std::string, std::string>;

Columns columns_of(const Instrument& instrument, const Shape& shape) {
    Columns columns{&instrument, {}, {}};
    for_each_item(instrument.forms[0], [&](std::size_t, std::size_t i, const Item& item) {
        const std::string name = report::column_name(instrument, item);
        const bool may = shape.percents && item.from_percent != nullptr;
        const bool percent_alone = may && i % 2 == 0;
        columns.values.push_back(percent_alone ? "" : name);
        columns.percents.push_back(percent_alone || (may && i % 3 == 0) ? name + "_percent" : "");
    });
    return columns;
}

/// A cell that its item allows.
std::string good_cell(const Item& item, Random& random) {
    if (item.is_clock) return "2" + std::to_string(below(random, 4)) + ":30";
    for (int tries = 0; tries < 50; ++tries) {
        const std::int64_t most = item.scale.max_units();
        const std::int64_t least = (item.scale.min * Exact(item.scale.units_per_point)).num();
        const auto span = static_cast<std::size_t>(most - least + 1);
        const Exact value = Exact::ratio(least + static_cast<std::int64_t>(below(random, span)),
                                         item.scale.units_per_point);
        const std::string text = report::number_text(value);
        if (item.scale.allows(parse_number(text))) return text;
    }
    return "0";
}

/// A cell that gives a sentence something to say.
std::string odd_cell(const Item& item, const Shape& shape, Random& random) {
    constexpr std::array cells{"",     "NA", "99999", "x",          "7,5",  "1.0000001",
                               "-1",   "0",  "0.5",   "12.3456789", "yes",  "not_relevant",
                               "1e-9", " 1", "1;2",   "say \"no\"", "a\nb", "no"};
    if (below(random, 4) == 0) return "";
    if (below(random, 4) == 0) return "0";
    if (below(random, 6) == 0) return good_cell(item, random) + ".0000000";
    return cells[below(random, cells.size() - (shape.plain ? 3 : 0))];
}

std::string age_cell(Random& random, int per_year) {
    const auto age = [&](int years) { return std::to_string(years * per_year); };
    switch (below(random, 14)) {
        case 0: return "";
        case 1: return age(30) + ".123456789";
        case 2: return age(40) + ".987654321";
        case 3: return "7.9999999";
        case 4: return "x";
        case 5: return "9999";
        case 6: return "7,5";
        case 7: return age(2);
        case 8: return age(7);
        case 9: return age(12);
        case 10: return age(70);
        default: return age(30);
    }
}

/// What share of cells is odd differs from row to row, so that some rows have one oddity.
Row random_row(const std::vector<Columns>& all, const Shape& shape, Random& random) {
    Row row;
    constexpr std::array<std::size_t, 5> rarities{2, 6, 20, 60, 100'000};
    const std::size_t rarity = rarities[below(random, 5)];
    const bool of_zeros = below(random, 6) == 0;
    const bool not_relevant = below(random, 6) == 0;
    for (const Columns& columns : all) {
        for_each_item(columns.instrument->forms[0], [&](std::size_t, std::size_t i,
                                                        const Item& item) {
            std::string cell = good_cell(item, random);
            if (of_zeros) cell = "0";
            if (not_relevant && item.offers_not_relevant) cell = "not_relevant";
            if (below(random, rarity) == 0) cell = odd_cell(item, shape, random);
            if (!columns.values[i].empty()) row.emplace(columns.values[i], cell);
            constexpr std::array percents{"", "0", "5", "40", "95", "120", "7,5", "x"};
            if (!columns.percents[i].empty()) {
                row.emplace(columns.percents[i], percents[below(random, below(random, 9) ? 5 : 8)]);
            }
        });
    }
    const bool aged = below(random, 3) == 0;
    if (shape.years) row["age_years"] = aged ? age_cell(random, 1) : "30";
    if (shape.months) row["age_months"] = aged ? age_cell(random, 12) : "361";
    return row;
}

std::string at(const Row& row, const std::string& column) {
    const auto found = row.find(column);
    return column.empty() || found == row.end() ? std::string() : found->second;
}

/// What the scalar library says about one row, knowing no other.
struct Alone {
    std::string status;
    std::string note;
};

Alone alone(const Columns& columns, const Row& row, const table::ScoreOptions& options,
            std::set<report::ScoreFinding::Kind>& kinds) {
    const Instrument& instrument = *columns.instrument;
    std::vector<Answer> answers;
    std::vector<std::string> texts;
    std::vector<report::Recorded> recorded;
    texts.reserve(2 * columns.values.size());
    for_each_item(instrument.forms[0], [&](std::size_t, std::size_t i, const Item& item) {
        const std::string& value = texts.emplace_back(at(row, columns.values[i]));
        const std::string& percent = texts.emplace_back(at(row, columns.percents[i]));
        answers.push_back(item.from_percent != nullptr ? graded_answer(item, value, percent)
                                                       : cell_answer(item, value));
        recorded.push_back({columns.values[i], value, columns.percents[i], percent});
    });
    const bool looks = instrument.needs_age() || instrument.bands_by_age() ||
                       (instrument.uses_age() && !options.any_age);
    const std::string years = looks ? at(row, "age_years") : "";
    const std::string months = looks ? at(row, "age_months") : "";
    const Age age = cell_age(years, months);
    Score scored = score(instrument, answers, age);
    const bool imputed = scored.status == Status::imputed ||
                         (scored.status == Status::needs_data && scored.imputed > 0);
    if (options.complete_only && imputed) {
        scored.imputed = 0;
        scored.status = Status::missing;
    }
    for (const report::ScoreFinding& finding : report::findings(instrument, scored)) {
        kinds.insert(finding.kind);
    }
    const report::RecordedAge recorded_age{
        row.contains("age_years") ? std::string_view("age_years") : std::string_view(), years,
        row.contains("age_months") ? std::string_view("age_months") : std::string_view(), months};
    return {std::string(name(scored.status)),
            report::note(instrument, scored,
                         {.answers = answers,
                          .items = recorded,
                          .age = recorded_age,
                          .band_wants_age = instrument.bands_by_age() && !age.is_known(),
                          .complete_only = options.complete_only})};
}

std::string table_of(const std::vector<Row>& rows) {
    std::string table;
    for (const auto& [column, cell] : rows[0]) table += (table.empty() ? "" : ",") + column;
    for (const Row& row : rows) {
        std::string line;
        for (const auto& [column, cell] : row) {
            if (column != row.begin()->first) line += ',';
            io::csv_append_cell(line, cell, ',');
        }
        table += '\n' + line;
    }
    return table + '\n';
}

/// The statuses and notes in an output, row by row, instrument by instrument.
std::vector<std::vector<Alone>> read_back(const std::string& output, Format format,
                                          const std::vector<Columns>& all) {
    std::vector<std::vector<Alone>> rows;
    if (format == Format::json || format == Format::ndjson) {
        std::vector<nlohmann::json> objects;
        if (format == Format::json) {
            objects = nlohmann::json::parse(output).get<std::vector<nlohmann::json>>();
        } else {
            for (std::size_t from = 0; from < output.size();) {
                const std::size_t to = output.find('\n', from);
                objects.push_back(nlohmann::json::parse(output.substr(from, to - from)));
                from = to + 1;
            }
        }
        for (const nlohmann::json& object : objects) {
            rows.emplace_back();
            for (const Columns& columns : all) {
                const std::string id(std::string_view(columns.instrument->id));
                const nlohmann::json& note = object.at(id + "_note");
                rows.back().push_back(
                    {object.at(id + "_status"), note.is_null() ? "" : note.get<std::string>()});
            }
        }
        return rows;
    }
    std::string_view rest = output;
    auto reader = io::CsvReader::open(io::csv_memory(rest),
                                      {.delimiter = format == Format::tsv ? '\t' : ','});
    REQUIRE(reader);
    std::vector<std::size_t> places;
    for (const Columns& columns : all) {
        const std::string id(std::string_view(columns.instrument->id));
        for (const char* what : {"_status", "_note"}) {
            const auto found =
                std::find(reader->header().begin(), reader->header().end(), id + what);
            REQUIRE(found != reader->header().end());
            places.push_back(static_cast<std::size_t>(found - reader->header().begin()));
        }
    }
    const auto error =
        io::csv_for_each_row(*reader, [&](std::span<const std::string_view> cells, std::uint64_t) {
            rows.emplace_back();
            for (std::size_t i = 0; i < all.size(); ++i) {
                rows.back().push_back(
                    {std::string(cells[places[2 * i]]), std::string(cells[places[2 * i + 1]])});
            }
        });
    REQUIRE_FALSE(error);
    return rows;
}

/// Rows of some instruments with what the scalar library says about each.
class Case {
public:
    Case(const std::vector<const Instrument*>& instruments, const Shape& shape,
         table::ScoreOptions options, std::size_t rows, Random& random,
         std::set<report::ScoreFinding::Kind>& kinds)
        : options_(std::move(options)) {
        options_.select = {""};
        for (const Instrument* instrument : instruments) {
            all_.push_back(columns_of(*instrument, shape));
            ids_.emplace_back(std::string_view(instrument->id));
        }
        for (std::size_t row = 0; row < rows; ++row) {
            rows_.push_back(random_row(all_, shape, random));
            expected_.emplace_back();
            for (const Columns& columns : all_) {
                expected_.back().push_back(alone(columns, rows_.back(), options_, kinds));
            }
        }
    }

    void shuffle(Random& random) {
        for (std::size_t i = rows_.size(); i > 1; --i) {
            const std::size_t other = below(random, i);
            std::swap(rows_[i - 1], rows_[other]);
            std::swap(expected_[i - 1], expected_[other]);
        }
    }

    void check(const std::vector<Way>& ways) const {
        const TableScoring scoring(ids_, table_of(rows_), options_);
        for (const Way& way : ways) {
            INFO(ids_.front() << ", format " << static_cast<int>(way.format) << ", " << way.threads
                              << " threads, blocks of " << way.block_bytes);
            const std::string output = scoring.output(way);
            if (way.format == Format::table)
                check_lines(output);
            else
                check_cells(read_back(output, way.format, all_));
        }
    }

private:
    void check_cells(const std::vector<std::vector<Alone>>& found) const {
        REQUIRE(found.size() == rows_.size());
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            for (std::size_t i = 0; i < all_.size(); ++i) {
                const Alone& expected = expected_[row][i];
                if (found[row][i].note == expected.note && found[row][i].status == expected.status)
                    continue;
                INFO("row " << row << ": " << table_of({rows_[row]}));
                CHECK(found[row][i].note == expected.note);
                CHECK(found[row][i].status == expected.status);
            }
        }
    }
    /// A line a row: its notes are in it.
    void check_lines(const std::string& output) const {
        std::size_t from = output.find('\n') + 1;
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            const std::size_t to = output.find('\n', from);
            REQUIRE(to != std::string::npos);
            const std::string line = output.substr(from, to - from);
            from = to + 1;
            for (const Alone& expected : expected_[row]) {
                const bool there = line.find(expected.note) != std::string::npos;
                if (!there) CHECK(line == expected.note);
            }
        }
        CHECK(from == output.size());
    }

    table::ScoreOptions options_;
    std::vector<Columns> all_;
    std::vector<std::string> ids_;
    std::vector<Row> rows_;
    std::vector<std::vector<Alone>> expected_;
};

constexpr Format formats[] = {Format::csv, Format::tsv, Format::json, Format::ndjson};
constexpr std::size_t block_sizes[] = {1, 900, 20'000, 256 << 10};

}  // namespace

TEST_CASE("Notes: every instrument, every kind: the sentence of the row alone") {
    Random random(20261130);
    std::set<report::ScoreFinding::Kind> kinds;
    std::size_t turn = 0;
    for (const Instrument* instrument : registry) {
        for (int variant = 0; variant < 5; ++variant) {
            const Shape shape{.years = variant != 1,
                              .months = variant == 1 || variant == 2,
                              .percents = variant == 2 || variant == 3,
                              .plain = variant == 4};
            table::ScoreOptions options;
            options.complete_only = variant == 3;
            options.any_age = variant == 4;
            Case rows({instrument}, shape, options, 120, random, kinds);
            for (int order = 0; order < 2; ++order, ++turn) {
                const unsigned threads = static_cast<unsigned>(1 + turn % 3);
                rows.check({{formats[turn % 4], threads, block_sizes[turn / 4 % 4]}});
                if (shape.plain) rows.check({{Format::table, 1, block_sizes[turn % 4]}});
                rows.shuffle(random);
            }
        }
    }
    for (int kind = 0; kind <= static_cast<int>(report::ScoreFinding::Kind::area_without_signs);
         ++kind) {
        // No instrument lets all of its questions be not relevant without saying so itself.
        if (kind == static_cast<int>(report::ScoreFinding::Kind::nothing_relevant)) continue;
        INFO("kind of note " << kind);
        CHECK(kinds.contains(static_cast<report::ScoreFinding::Kind>(kind)));
    }
}

TEST_CASE("Notes: several instruments, every format, 1 to 8 threads, any block", "[threads]") {
    Random random(10);
    std::set<report::ScoreFinding::Kind> kinds;
    std::vector<const Instrument*> instruments;
    for (const char* id : {"easi", "scorad", "poem", "dlqi", "recap", "pp_nrs"}) {
        for (const Instrument* each : registry) {
            if (each->id == std::string_view(id)) instruments.push_back(each);
        }
    }
    REQUIRE(instruments.size() == 6);
    Case rows(instruments, {.percents = true}, {}, 250, random, kinds);
    std::vector<Way> ways;
    for (const Format format : formats) {
        for (unsigned threads = 1; threads <= 8; ++threads) {
            ways.push_back({format, threads, block_sizes[(threads + ways.size() / 8) % 4]});
        }
    }
    rows.check(ways);
    rows.shuffle(random);
    rows.check(ways);
}
