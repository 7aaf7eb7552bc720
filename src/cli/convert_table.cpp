// SPDX-License-Identifier: BSL-1.0
// Converts a column of a table; a unit that is nowhere stated is refused, never assumed.
#include "cli/convert_table.hpp"

#include <cerrno>
#include <cstring>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

#include "cli/common.hpp"
#include "cli/convert_value.hpp"
#include "cli/descriptor.hpp"
#include "cli/output.hpp"
#include "cli/rows.hpp"
#include "eczscore/core/parse.hpp"
#include "eczscore/io/csv.hpp"
#include "eczscore/table/columns.hpp"
#include "eczscore/table/phrases.hpp"
#include "eczscore/units/column_unit.hpp"

namespace eczscore::cli {

namespace {

using units::Chars;

/// How often each remark was made, for standard error; the rows have them in their notes.
class Remarks {
public:
    void count(const ConvertedValue& made) {
        if (!made.ok()) ++refused_;
        for (const std::string& sentence : made.remarks) {
            const auto [at, is_new] = place_.try_emplace(sentence, said_.size());
            if (is_new) said_.push_back({sentence, 0});
            ++said_[at->second].second;
        }
        if (said_.size() > most_kept) forget_last();
    }
    bool any_refused() const { return refused_ > 0; }
    void say() const {
        for (const auto& [sentence, rows] : said_) {
            remark(counted(rows, "row") + ": " + sentence);
        }
        if (others_ > 0) remark(counted(others_, "more remark") + ", see the notes");
        if (refused_ > 0) remark(counted(refused_, "value") + " refused, see the notes");
    }

private:
    static constexpr std::size_t most_kept = 20;

    void forget_last() {
        others_ += said_.back().second;
        place_.erase(said_.back().first);
        said_.pop_back();
    }

    std::map<std::string, std::size_t> place_;
    std::vector<std::pair<std::string, std::size_t>> said_;
    std::size_t others_ = 0;
    std::size_t refused_ = 0;
};

std::string joined(const std::vector<std::string>& sentences) {
    std::string all;
    for (const std::string& sentence : sentences) all += (all.empty() ? "" : "; ") + sentence;
    return all;
}

/// What the options and the header say together, or the exit code of a mistake.
struct TableQuestion {
    MeasuredField field;
    TypedUnit target;
    std::size_t column = 0;
    std::size_t unit_column = no_column;
};

std::optional<int> find(const ConvertOptions& options, std::span<const std::string> header,
                        TableQuestion& asked) {
    if (options.kind.empty()) {
        return fail(usage, "--kind says what the column measures: eczscore convert --list");
    }
    if (!asked.field.take(options)) return usage;
    const units::KindInfo& kind = *asked.field.kind();
    asked.target.typed =
        options.target.empty() ? std::string(std::string_view(kind.ucum)) : options.target;
    asked.target.read = units::read_unit(Chars(asked.target.typed), &kind, asked.field.mode());
    if (!asked.target.read.ok()) {
        return fail(usage, "--to: " + unit_sentence(asked.target, asked.target.read));
    }
    const auto column = find_column(header, options.column);
    if (!column) return fail(usage, "--column: " + column.error());
    asked.column = *column;
    if (!options.unit_column.empty()) {
        const auto beside = find_column(header, options.unit_column);
        if (!beside) return fail(usage, "--unit-column: " + beside.error());
        asked.unit_column = *beside;
        return std::nullopt;
    }
    const TypedUnit stated{
        header[asked.column],
        units::header_unit(Chars(header[asked.column]), kind, asked.field.mode()), "column"};
    if (stated.read.ok()) return std::nullopt;
    return fail(usage, unit_sentence(stated, stated.read));
}

/// One cell converted; missing stays missing.
ConvertedValue convert_cell(const TableQuestion& asked, const std::string& header,
                            std::string_view number, std::string_view unit_cell) {
    number = trimmed(number);
    unit_cell = trimmed(unit_cell);
    if (is_missing_cell(number)) {
        ConvertedValue missing;
        missing.flag = "missing";
        return missing;
    }
    const bool by_header = unit_cell.empty();
    const TypedUnit from{by_header ? header : std::string(unit_cell),
                         units::column_unit(Chars(header), Chars(unit_cell), *asked.field.kind(),
                                            asked.field.mode()),
                         by_header ? "column" : "unit"};
    return convert_value(asked.field, from, asked.target, number);
}

std::vector<std::string> output_names(std::span<const std::string> header, std::size_t column) {
    std::vector<std::string> names(header.begin(), header.end());
    for (const char* what : {"_converted", "_converted_unit", "_flag", "_note"}) {
        names.push_back(header[column] + what);
    }
    return names;
}

int write_rows(io::CsvReader& reader, const std::string& file, const TableQuestion& asked,
               io::CsvWriter& out, Format format) {
    const std::vector<std::string> header(reader.header().begin(), reader.header().end());
    const std::string unit = asked.target.written();
    RowWriter rows(out, format, output_names(header, asked.column));
    Remarks remarks;
    const auto error =
        io::csv_for_each_row(reader, [&](std::span<const std::string_view> cells, std::uint64_t) {
            const ConvertedValue made = convert_cell(
                asked, header[asked.column], cells[asked.column],
                asked.unit_column == no_column ? std::string_view() : cells[asked.unit_column]);
            remarks.count(made);
            const std::string note = made.ok() ? joined(made.remarks) : made.refusal;
            std::vector<Cell> all;
            for (const std::string_view cell : cells) all.push_back({cell, Cell::Kind::as_found});
            all.push_back({made.number, Cell::Kind::number});
            all.push_back({made.number.empty() ? std::string_view() : unit});
            all.push_back({made.flag});
            all.push_back({note});
            rows.row(all);
        });
    if (error) {
        stop(rows);
    } else {
        finish(rows);
    }
    if (out.flush() != 0) return done;  // the output says so
    if (error) return fail(input_failed, io::csv_sentence(*error, file));
    remarks.say();
    const bool strict = asked.field.mode() == units::Strictness::strict;
    return strict && remarks.any_refused() ? rows_invalid : done;
}

}  // namespace

int convert_table(const ConvertOptions& options) {
    const bool from_stdin = options.table == "-";
    const std::string name = from_stdin ? "standard input" : options.table;
    const Descriptor input(from_stdin ? STDIN_FILENO
                                      : ::open(options.table.c_str(), O_RDONLY | O_CLOEXEC));
    if (input.number < 0) return fail(input_failed, name + ": " + std::strerror(errno));
    auto reader = io::CsvReader::open(io::csv_descriptor(input.number));
    if (!reader) return fail(input_failed, io::csv_sentence(reader.error(), name));
    const auto format = choose_format(options.format, STDOUT_FILENO);
    if (!format) {
        return fail(usage, "no format '" + options.format + "': csv, tsv, json, ndjson or table");
    }
    TableQuestion asked;
    const std::vector<std::string> header(reader->header().begin(), reader->header().end());
    if (const auto mistake = find(options, header, asked)) return *mistake;
    Output output;
    if (const int code = output.open("-", files_read(options.table, "", {}))) return code;
    io::CsvWriter out(output.descriptor());
    const int code = write_rows(*reader, name, asked, out, *format);
    return output.close(code, out.flush());
}

}  // namespace eczscore::cli
