// SPDX-License-Identifier: BSL-1.0
// Converting one value, with a sentence for everything that is refused.
#include "cli/convert_command.hpp"

#include <array>
#include <charconv>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include <unistd.h>

#include "cli/common.hpp"
#include "cli/convert_table.hpp"
#include "cli/nearest.hpp"
#include "cli/output.hpp"
#include "cli/rows.hpp"
#include "cli/terminal.hpp"
#include "cli/words.hpp"
#include "eczscore/report/number.hpp"
#include "eczscore/units/decimal.hpp"
#include "eczscore/units/kinds.hpp"
#include "eczscore/units/read_unit.hpp"
#include "eczscore/units/ucum_print.hpp"

namespace eczscore::cli {

namespace {

using units::Analyte;
using units::Chars;
using units::KindInfo;
using units::Reading;
using units::Reason;
using units::UnitRead;

/// What was typed, understood: a unit and how it is written in UCUM.
struct TypedUnit {
    std::string typed;
    UnitRead read;

    std::string written() const {
        return string_of(read.by_alias ? read.suggestion.chars() : read.text.chars());
    }
};

/// What the two units and the options say together.
struct Question {
    units::DecimalRead value;
    TypedUnit from;
    TypedUnit to;
    const KindInfo* kind = nullptr;
    const Analyte* analyte = nullptr;
    Analyte stated;  ///< the analyte with the molar mass of the options
};

/// The reading by a kind that the other unit measures, where that has a suggestion to make.
std::optional<UnitRead> read_beside(const TypedUnit& unit, const TypedUnit& other) {
    const units::UnitParse meant = units::parse_ucum(Chars(other.typed));
    if (!meant.ok()) return std::nullopt;
    for (const KindInfo* kind : units::kinds) {
        if (kind->is_device_unit() || !(kind->unit.dimension == meant.unit.dimension)) continue;
        const UnitRead read = units::read_unit(Chars(unit.typed), kind, Reading::strict);
        if (!read.ok() && !read.suggestion.chars().empty()) return read;
    }
    return std::nullopt;
}

std::string unit_sentence(const TypedUnit& unit, const UnitRead& read) {
    std::string sentence = "unit " + single_quoted(unit.typed) + ": ";
    sentence += std::string_view(name(read.reason));
    if (read.clue.length > 0 && read.clue.length < read.text.chars().size()) {
        sentence += " at " + single_quoted(std::string_view(
                                 read.text.chars().part(read.clue.position, read.clue.length)));
    }
    sentence += "; " + std::string(std::string_view(read.clue.explanation));
    if (!read.suggestion.chars().empty()) {
        sentence += "; write " + single_quoted(std::string_view(read.suggestion.chars())) +
                    " if that is meant";
    }
    return sentence;
}

int refuse_unit(const TypedUnit& unit, const TypedUnit& other, const KindInfo* kind) {
    UnitRead read = unit.read;
    if (kind == nullptr) {
        if (const auto beside = read_beside(unit, other)) read = *beside;
    }
    return fail(usage, unit_sentence(unit, read));
}

int refuse_conversion(const Question& asked, Reason reason) {
    const std::string pair =
        single_quoted(asked.from.typed) + " to " + single_quoted(asked.to.typed);
    if (reason == Reason::analyte_required) {
        std::string sentence = pair +
                               ": analyte_required; an amount, a mass and international "
                               "units convert only for a named substance: give --analyte";
        if (asked.analyte != nullptr) {
            sentence = pair + ": analyte_required; for " +
                       std::string(std::string_view(asked.analyte->label)) +
                       " that factor is not built in: state its molar mass with --molar-mass";
        }
        return fail(usage, sentence);
    }
    if (reason == Reason::too_large) {
        return fail(usage, pair + ": too_large; the exact factor does not fit");
    }
    for (const auto& [unit, other] :
         {std::pair{&asked.from, &asked.to}, {&asked.to, &asked.from}}) {
        if (const auto beside = read_beside(*unit, *other)) {
            return fail(usage, unit_sentence(*unit, *beside));
        }
    }
    const std::string from = string_of(units::print_ucum(asked.from.read.unit).chars());
    const std::string to = string_of(units::print_ucum(asked.to.read.unit).chars());
    return fail(usage, pair + ": wrong_dimension; they measure different things (" + from +
                           " and " + to + ")");
}

/// Values outside what is possible by definition are refused, outside a proposed limit remarked.
bool refuse_value(const Question& asked) {
    if (asked.kind == nullptr) return false;
    const units::Limits& limits = asked.kind->limits;
    const units::Conversion way =
        units::conversion(asked.from.read.unit, asked.kind->unit, asked.analyte);
    const double value = way(asked.value.value.to_double());
    const bool low = limits.has_low && value < limits.low;
    const bool high = limits.has_high && value > limits.high;
    if (!way.ok() || (!low && !high)) return false;
    char bound[32];
    const auto end = std::to_chars(bound, bound + sizeof bound, low ? limits.low : limits.high);
    const std::string sentence = std::string(std::string_view(asked.kind->label)) +
                                 (low ? ": below " : ": above ") + std::string(bound, end.ptr) +
                                 " " + std::string(std::string_view(asked.kind->ucum)) + " (" +
                                 std::string(std::string_view(limits.evidence.note)) + ")";
    if (!limits.evidence.is_verified()) {
        remark(sentence);
        return false;
    }
    fail(usage, "out_of_range; " + sentence);
    return true;
}

void remark_alias(const TypedUnit& unit) {
    if (!unit.read.by_alias) return;
    std::string sentence =
        single_quoted(unit.typed) + " is read as " + single_quoted(unit.written());
    if (unit.read.nonstandard_precedence) sentence += " (nonstandard_precedence)";
    remark(sentence + "; " + std::string(std::string_view(unit.read.clue.explanation)));
}

std::string number(const Question& asked, const units::Conversion& way) {
    const units::Converted exact = units::convert(asked.value.value, way);
    if (exact.ok()) return report::number_text(exact.value);
    char digits[32];
    const auto end =
        std::to_chars(digits, digits + sizeof digits, way(asked.value.value.to_double()));
    remark("the exact value does not fit; this is the nearest double");
    return std::string(digits, end.ptr);
}

/// The kind of the options; false when there is none of that name.
bool find_kind(const std::string& id, const KindInfo*& kind) {
    if (id.empty()) return true;
    kind = units::find_kind(Chars(id));
    if (kind != nullptr) return true;
    std::vector<std::string_view> ids;
    for (const KindInfo* each : units::kinds) ids.emplace_back(std::string_view(each->id));
    fail(usage, "no kind of quantity '" + id + "'" + nearest_hint(id, ids));
    return false;
}

/// The substance of the options, else that of the kind; false when there is none of that name.
bool find_analyte(const ConvertOptions& options, Question& asked) {
    if (asked.kind != nullptr) asked.analyte = asked.kind->analyte;
    if (!options.analyte.empty()) {
        asked.analyte = units::find_analyte(Chars(options.analyte));
        if (asked.analyte == nullptr) {
            std::vector<std::string_view> ids;
            for (const Analyte* each : units::analytes) {
                ids.emplace_back(std::string_view(each->id));
            }
            fail(usage,
                 "no analyte '" + options.analyte + "'" + nearest_hint(options.analyte, ids));
            return false;
        }
    }
    if (options.molar_mass.empty()) return true;
    const units::DecimalRead grams = units::parse_decimal(Chars(options.molar_mass));
    if (!grams.ok() || !(Exact(0) < grams.value)) {
        fail(usage, "--molar-mass '" + options.molar_mass + "' is no number of g/mol above 0");
        return false;
    }
    if (asked.analyte == nullptr) {
        fail(usage, "--molar-mass needs the substance: give --analyte");
        return false;
    }
    asked.stated = asked.analyte->with_molar_mass(grams.value);
    asked.analyte = &asked.stated;
    return true;
}

int list_kinds() {
    const Format format = choose_format("", STDOUT_FILENO).value_or(Format::csv);
    Output output;
    if (const int code = output.open("-", {})) return code;
    io::CsvWriter out(output.descriptor());
    RowWriter rows(out, format, {"id", "unit", "label"});
    for (const KindInfo* kind : units::kinds) {
        const std::array<Cell, 3> cells{{{std::string_view(kind->id)},
                                         {std::string_view(kind->ucum)},
                                         {std::string_view(kind->label)}}};
        rows.row(cells);
    }
    rows.finish();
    return output.close(done, out.flush());
}

}  // namespace

int run_convert(const ConvertOptions& options) {
    if (options.list) return list_kinds();
    if (!options.table.empty()) return convert_table(options);
    if (options.word != "to") {
        return fail(usage,
                    "say VALUE UNIT to UNIT, each unit one word: eczscore convert 1.2 mg/cm2/h to "
                    "g/m2/h");
    }
    Question asked;
    asked.value = units::parse_decimal(Chars(options.value));
    if (!asked.value.ok()) {
        return fail(usage, "value " + single_quoted(options.value) + ": " +
                               std::string(std::string_view(name(asked.value.reason))) + "; " +
                               std::string(std::string_view(asked.value.explanation)));
    }
    if (!find_kind(options.kind, asked.kind) || !find_analyte(options, asked)) return usage;
    const Reading mode = options.strict ? Reading::strict : Reading::lenient;
    asked.from = {options.from, units::read_unit(Chars(options.from), asked.kind, mode)};
    asked.to = {options.to, units::read_unit(Chars(options.to), asked.kind, mode)};
    if (!asked.from.read.ok()) return refuse_unit(asked.from, asked.to, asked.kind);
    if (!asked.to.read.ok()) return refuse_unit(asked.to, asked.from, asked.kind);

    const units::Conversion way =
        units::conversion(asked.from.read.unit, asked.to.read.unit, asked.analyte);
    if (!way.ok()) return refuse_conversion(asked, way.reason);
    if (refuse_value(asked)) return usage;
    remark_alias(asked.from);
    remark_alias(asked.to);
    return print(number(asked, way) + " " + asked.to.written() + "\n");
}

}  // namespace eczscore::cli
