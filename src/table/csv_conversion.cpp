// SPDX-License-Identifier: BSL-1.0
// Converts a column of a table; a unit that is nowhere stated is refused, never assumed.
#include "eczscore/table/csv_conversion.hpp"

#include <map>
#include <span>
#include <string_view>
#include <utility>

#include "eczscore/core/parse.hpp"
#include "eczscore/io/csv.hpp"
#include "eczscore/table/columns.hpp"
#include "eczscore/table/convert_value.hpp"
#include "eczscore/table/phrases.hpp"
#include "eczscore/units/column_unit.hpp"

namespace eczscore::table {

namespace {

using units::Chars;

/// How often each remark was made; the rows have them in their notes.
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
    std::size_t refused() const { return refused_; }
    std::vector<std::string> sentences() const {
        std::vector<std::string> all;
        for (const auto& [sentence, rows] : said_) {
            all.push_back(counted(rows, "row") + ": " + sentence);
        }
        if (others_ > 0) all.push_back(counted(others_, "more remark") + ", see the notes");
        if (refused_ > 0) all.push_back(counted(refused_, "value") + " refused, see the notes");
        return all;
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

}  // namespace

/// What the options and the header say together.
struct ConversionQuestion {
    MeasuredField field;
    TypedUnit target;
    std::size_t column = 0;
    std::size_t unit_column = no_column;

    /// returns  what is wrong
    Failure find(const ConvertOptions& options, std::span<const std::string> header);
};

Failure ConversionQuestion::find(const ConvertOptions& options,
                                 std::span<const std::string> header) {
    const SettingNames& names = options.names;
    if (options.kind.empty()) {
        return names("kind") + " says what the column measures" +
               (names.kind_list.empty() ? "" : ": ") + std::string(names.kind_list);
    }
    if (Failure failure = field.take(options); !failure.empty()) return failure;
    const units::KindInfo& kind = *field.kind();
    target.typed = options.target.empty() ? std::string(kind.ucum) : options.target;
    target.read = units::read_unit(Chars(target.typed), &kind, field.mode());
    if (!target.read.ok()) return names("to") + ": " + unit_sentence(target, target.read);
    const auto found = find_column(header, options.column);
    if (!found) return names("column") + ": " + found.error();
    column = *found;
    if (!options.unit_column.empty()) {
        const auto beside = find_column(header, options.unit_column);
        if (!beside) return names("unit_column") + ": " + beside.error();
        unit_column = *beside;
        return {};
    }
    const TypedUnit stated{header[column],
                           units::header_unit(Chars(header[column]), kind, field.mode()), "column"};
    return stated.read.ok() ? Failure() : Failure(unit_sentence(stated, stated.read));
}

namespace {

/// One cell converted; missing stays missing.
ConvertedValue convert_cell(const ConversionQuestion& asked, const std::string& header,
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

using Refused = tl::unexpected<Failure>;

}  // namespace

struct CsvConversion::State {
    explicit State(io::CsvReader opened) : reader(std::move(opened)), header(reader.header()) {}

    io::CsvReader reader;
    std::vector<std::string> header;
    ConversionQuestion asked;
};

tl::expected<CsvConversion, Failure> CsvConversion::open(int input, const std::string& name,
                                                         const ConvertOptions& options) {
    auto reader = io::CsvReader::open(io::csv_descriptor(input));
    if (!reader) return Refused({io::csv_sentence(reader.error(), name), Failure::Cause::file});
    auto state = std::make_unique<State>(std::move(*reader));
    Failure failure = state->asked.find(options, state->header);
    if (!failure.empty()) return Refused(std::move(failure));
    return CsvConversion(std::move(state));
}

CsvConversion::CsvConversion(std::unique_ptr<State> state) : state_(std::move(state)) {}
CsvConversion::CsvConversion(CsvConversion&&) noexcept = default;
CsvConversion& CsvConversion::operator=(CsvConversion&&) noexcept = default;
CsvConversion::~CsvConversion() = default;

ConversionOutcome CsvConversion::write(int output, Format format) {
    const ConversionQuestion& asked = state_->asked;
    const std::string& column = state_->header[asked.column];
    const std::string unit = asked.target.written();
    io::CsvWriter out(output);
    RowWriter rows(out, format, output_names(state_->header, asked.column));
    Remarks remarks;
    std::vector<Cell> all;
    const auto error = io::csv_for_each_row(
        state_->reader, [&](std::span<const std::string_view> cells, std::uint64_t) {
            const ConvertedValue made =
                convert_cell(asked, column, cells[asked.column], cell_at(cells, asked.unit_column));
            remarks.count(made);
            const std::string note = made.ok() ? joined(made.remarks) : made.refusal;
            all.clear();
            for (const std::string_view cell : cells) all.push_back({cell, Cell::Kind::as_found});
            all.push_back({made.number, Cell::Kind::number});
            all.push_back({made.number.empty() ? std::string_view() : unit});
            all.push_back({made.flag});
            all.push_back({note});
            rows.row(all);
        });
    if (error) {
        rows.stop();
    } else {
        rows.finish();
    }
    return {.input_error = error,
            .output_error = out.flush(),
            .remarks = remarks.sentences(),
            .refused = remarks.refused(),
            .replaced = rows.replaced()};
}

}  // namespace eczscore::table
