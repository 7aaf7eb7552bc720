// SPDX-License-Identifier: BSL-1.0
// Converts a column of a table; a unit that is nowhere stated is refused, never assumed.
#include "cli/convert_table.hpp"

#include <cerrno>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

#include "cli/columns.hpp"
#include "cli/common.hpp"
#include "cli/descriptor.hpp"
#include "cli/nearest.hpp"
#include "cli/output.hpp"
#include "cli/rows.hpp"
#include "cli/words.hpp"
#include "eczscore/core/parse.hpp"
#include "eczscore/io/csv.hpp"
#include "eczscore/report/number.hpp"
#include "eczscore/units/column_unit.hpp"
#include "eczscore/units/convert.hpp"
#include "eczscore/units/convert_column.hpp"
#include "eczscore/units/decimal.hpp"
#include "eczscore/units/kinds.hpp"
#include "eczscore/units/ucum_print.hpp"

namespace eczscore::cli {

namespace {

using units::Chars;
using units::KindInfo;
using units::UnitRead;

std::string reason(const UnitRead& read) {
    std::string sentence(std::string_view(name(read.reason)));
    sentence += "; " + std::string(std::string_view(read.clue.explanation));
    if (!read.suggestion.chars().empty()) {
        sentence +=
            "; write " + single_quoted(string_of(read.suggestion.chars())) + " if that is meant";
    }
    return sentence;
}

/// One cell converted: the number, or nothing with the reason.
struct Converted {
    std::string value;
    std::string flag;
    std::string note;
};

class ColumnConverter {
public:
    ColumnConverter(const KindInfo& kind, const UnitRead& target, std::string header)
        : kind_(kind), target_(target), header_(std::move(header)) {}

    /// The unit that the header states by itself.
    UnitRead header_unit() const { return units::header_unit(Chars(header_), kind_); }

    Converted cell(std::string_view number, std::string_view unit_cell) const {
        number = trimmed(number);
        if (is_missing_cell(number)) return {"", "missing", ""};
        const UnitRead unit = units::column_unit(Chars(header_), Chars(trimmed(unit_cell)), kind_);
        if (!unit.ok()) return refused(single_quoted(unit_cell) + ": " + reason(unit));
        const units::DecimalRead value = units::parse_decimal(Chars(number));
        if (!value.ok()) {
            return refused(header_ + " is " + single_quoted(number) + ": " +
                           std::string(std::string_view(name(value.reason))) + "; " +
                           std::string(std::string_view(value.explanation)));
        }
        const units::Conversion way = units::conversion(unit.unit, target_.unit, kind_.analyte);
        if (!way.ok()) return refused(std::string(std::string_view(name(way.reason))));
        const units::Converted exact = units::convert(value.value, way);
        if (!exact.ok()) return refused("the exact value does not fit");
        return flagged(report::number_text(exact.value), unit, value.value);
    }

private:
    static Converted refused(std::string note) { return {"", "refused", std::move(note)}; }

    /// Beside the number what its limits say; it is written as it is.
    Converted flagged(std::string value, const UnitRead& unit, Exact number) const {
        const units::Conversion own = units::conversion(unit.unit, kind_.unit, kind_.analyte);
        if (!own.ok()) return {std::move(value), "none", ""};
        const units::ValueFlag flag = units::value_flag(own(number.to_double()), kind_.limits);
        std::string note;
        if (flag == units::ValueFlag::out_of_range) {
            note = "outside the limits of " + std::string(std::string_view(kind_.label)) + " (" +
                   std::string(std::string_view(kind_.limits.evidence.note)) + ")";
        }
        return {std::move(value), std::string(std::string_view(name(flag))), std::move(note)};
    }

    const KindInfo& kind_;
    UnitRead target_;
    std::string header_;
};

/// What the options and the header say together, or the exit code of a mistake.
struct TableQuestion {
    const KindInfo* kind = nullptr;
    UnitRead target;
    std::size_t column = 0;
    std::size_t unit_column = no_column;
};

std::optional<int> find(const ConvertOptions& options, std::span<const std::string> header,
                        TableQuestion& asked) {
    asked.kind = units::find_kind(Chars(options.kind));
    if (asked.kind == nullptr) {
        std::vector<std::string_view> ids;
        for (const KindInfo* each : units::kinds) ids.emplace_back(std::string_view(each->id));
        return fail(usage, "--kind says what the column measures; there is no " +
                               single_quoted(options.kind) + nearest_hint(options.kind, ids));
    }
    const std::string target =
        options.target.empty() ? std::string(std::string_view(asked.kind->ucum)) : options.target;
    asked.target = units::read_unit(Chars(target), asked.kind, units::Reading::lenient);
    if (!asked.target.ok()) {
        return fail(usage, "--to " + single_quoted(target) + ": " + reason(asked.target));
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
    const UnitRead stated = units::header_unit(Chars(header[asked.column]), *asked.kind);
    if (stated.ok()) return std::nullopt;
    return fail(usage, "column " + single_quoted(header[asked.column]) + ": " + reason(stated));
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
    const ColumnConverter converter(*asked.kind, asked.target, header[asked.column]);
    const std::string unit = string_of(units::print_ucum(asked.target.unit).chars());
    RowWriter rows(out, format, output_names(header, asked.column));
    std::size_t refused = 0;
    const auto error =
        io::csv_for_each_row(reader, [&](std::span<const std::string_view> cells, std::uint64_t) {
            const Converted made = converter.cell(
                cells[asked.column],
                asked.unit_column == no_column ? std::string_view() : cells[asked.unit_column]);
            if (made.flag == "refused") ++refused;
            std::vector<Cell> all;
            for (const std::string_view cell : cells) all.push_back({cell, Cell::Kind::as_found});
            all.push_back({made.value, Cell::Kind::number});
            all.push_back({made.value.empty() ? std::string_view() : unit});
            all.push_back({made.flag});
            all.push_back({made.note});
            rows.row(all);
        });
    rows.finish();
    if (out.flush() != 0) return done;  // the output says so
    if (error) return fail(input_failed, io::csv_sentence(*error, file));
    if (refused > 0) remark(std::to_string(refused) + " values refused, see the notes");
    return done;
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
