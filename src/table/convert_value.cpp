// SPDX-License-Identifier: BSL-1.0
// Converting a value: the units, the substance, the limits of the kind, and a sentence for each.
#include "eczscore/table/convert_value.hpp"

#include <cmath>
#include <optional>
#include <utility>

#include "eczscore/io/printable.hpp"
#include "eczscore/report/number.hpp"
#include "eczscore/table/nearest.hpp"
#include "eczscore/table/phrases.hpp"
#include "eczscore/units/convert_column.hpp"
#include "eczscore/units/decimal.hpp"
#include "eczscore/units/kinds.hpp"
#include "eczscore/units/ucum_print.hpp"

namespace eczscore::table {

using units::Analyte;
using units::Chars;
using units::KindInfo;
using units::Reason;
using units::Strictness;
using units::UnitRead;

Failure MeasuredField::take(const ConvertOptions& options) {
    names_ = options.names;
    mode_ = options.strict ? Strictness::strict : Strictness::lenient;
    Failure failure = take_kind(options.kind);
    return failure.empty() ? take_analyte(options) : failure;
}

Failure MeasuredField::take_kind(const std::string& id) {
    if (id.empty()) return {};
    kind_ = units::find_kind(Chars(id));
    if (kind_ != nullptr) return {};
    std::vector<std::string_view> ids;
    for (const KindInfo* each : units::kinds) ids.emplace_back(std::string_view(each->id));
    return "no kind of quantity " + single_quoted(id) + nearest_hint(id, ids);
}

Failure MeasuredField::take_analyte(const ConvertOptions& options) {
    if (kind_ != nullptr) analyte_ = kind_->analyte;
    if (!options.analyte.empty()) analyte_ = units::find_analyte(Chars(options.analyte));
    if (options.molar_mass.empty()) {
        if (options.analyte.empty() || analyte_ != nullptr) return {};
        std::vector<std::string_view> ids;
        for (const Analyte* each : units::analytes) ids.emplace_back(std::string_view(each->id));
        return "no analyte " + single_quoted(options.analyte) + " is built in" +
               nearest_hint(options.analyte, ids) + "; of any other, state the molar mass with " +
               options.names("molar_mass");
    }
    const units::DecimalRead grams = units::parse_decimal(Chars(options.molar_mass));
    if (!grams.ok() || !(Exact(0) < grams.value)) {
        return options.names("molar_mass") + " " + single_quoted(options.molar_mass) +
               " is no number of g/mol above 0" + (grams.ok() ? "" : "; ") +
               std::string(grams.explanation);
    }
    if (analyte_ != nullptr) {
        own_analyte_ = *analyte_;
    } else {
        own_name_ = options.analyte.empty() ? "the substance" : options.analyte;
        own_analyte_ = {.id = own_name_.c_str(), .label = own_name_.c_str()};
    }
    own_analyte_ = own_analyte_.with_molar_mass(grams.value);
    analyte_ = &own_analyte_;
    if (kind_ != nullptr) {
        own_kind_ = *kind_;
        own_kind_.analyte = analyte_;
        kind_ = &own_kind_;
    }
    return {};
}

std::string TypedUnit::written() const {
    return string_of(read.by_alias ? read.suggestion.chars() : read.text.chars());
}

std::string unit_sentence(const TypedUnit& unit, const UnitRead& read) {
    std::string sentence = std::string(unit.noun) + " " + io::quoted_text(unit.typed, '\'') + ": ";
    sentence += std::string_view(name(read.reason));
    if (read.clue.length > 0 && read.clue.length < read.text.chars().size()) {
        sentence += " at " + single_quoted(std::string_view(
                                 read.text.chars().part(read.clue.position, read.clue.length)));
    }
    sentence += "; " + std::string(read.clue.explanation);
    if (!read.suggestion.chars().empty()) {
        sentence += "; write " + single_quoted(std::string_view(read.suggestion.chars())) +
                    " if that is meant";
    }
    return sentence;
}

namespace {

ConvertedValue refused(std::string sentence) {
    ConvertedValue no;
    no.flag = "refused";
    no.refusal = std::move(sentence);
    return no;
}

/// The reading by a kind that the other unit measures, where that has a suggestion to make.
std::optional<UnitRead> read_beside(const TypedUnit& unit, const TypedUnit& other) {
    const units::UnitParse meant = units::parse_ucum(Chars(other.typed));
    if (!meant.ok()) return std::nullopt;
    for (const KindInfo* kind : units::kinds) {
        if (kind->is_device_unit() || !(kind->unit.dimension == meant.unit.dimension)) continue;
        const UnitRead read = units::read_unit(Chars(unit.typed), kind, Strictness::strict);
        if (!read.ok() && !read.suggestion.chars().empty()) return read;
    }
    return std::nullopt;
}

std::string analyte_sentence(const MeasuredField& field, const TypedUnit& from,
                             const TypedUnit& to) {
    const Analyte* analyte = field.analyte();
    if (analyte == nullptr) {
        return "analyte_required; an amount, a mass and international units convert only for a "
               "named substance: give " +
               field.names()("analyte") + ", or " + field.names()("molar_mass") + " in g/mol";
    }
    const std::string label(std::string_view(analyte->label));
    const units::Base iu = units::Base::international;
    if (from.read.unit.dimension[iu] != to.read.unit.dimension[iu] &&
        analyte->grams_per_iu == Exact(0)) {
        return "analyte_required; what an international unit of " + label +
               " weighs is not built in, and a molar mass does not say it";
    }
    return "analyte_required; for " + label +
           " that factor is not built in: state its molar mass with " + field.names()("molar_mass");
}

std::string conversion_sentence(const MeasuredField& field, const TypedUnit& from,
                                const TypedUnit& to, Reason reason) {
    const std::string pair = single_quoted(from.typed) + " to " + single_quoted(to.typed) + ": ";
    if (reason == Reason::analyte_required) return pair + analyte_sentence(field, from, to);
    if (reason == Reason::too_large) return pair + "too_large; the exact factor does not fit";
    if (reason == Reason::device_mismatch) {
        return pair +
               "device_mismatch; an arbitrary unit belongs to its device and converts into "
               "nothing but itself";
    }
    if (field.kind() == nullptr) {
        for (const auto& [unit, other] : {std::pair{&from, &to}, {&to, &from}}) {
            if (const auto beside = read_beside(*unit, *other)) {
                return unit_sentence(*unit, *beside);
            }
        }
    }
    return pair + "wrong_dimension; they measure different things (" +
           string_of(units::print_ucum(from.read.unit).chars()) + " and " +
           string_of(units::print_ucum(to.read.unit).chars()) + ")";
}

std::string shortest(double value) {
    char digits[report::number_room];
    return std::string(digits, report::write_shortest(digits, value));
}

void say_reading(const TypedUnit& unit, ConvertedValue& out) {
    if (!unit.read.by_alias) return;
    std::string sentence =
        single_quoted(unit.typed) + " is read as " + single_quoted(unit.written());
    if (unit.read.nonstandard_precedence) sentence += " (nonstandard_precedence)";
    sentence += "; " + std::string(unit.read.clue.explanation);
    for (const std::string& said : out.remarks) {
        if (said == sentence) return;
    }
    out.remarks.push_back(std::move(sentence));
    if (out.flag == "none") out.flag = "read_as";
    if (unit.read.nonstandard_precedence) out.flag = "nonstandard_precedence";
}

/// Values outside what is possible by definition are refused, outside a proposed limit remarked.
void judge_limits(const MeasuredField& field, const TypedUnit& from, Exact value,
                  ConvertedValue& out) {
    const KindInfo& kind = *field.kind();
    const units::Limits& limits = kind.limits;
    const units::Conversion way = units::conversion(from.read.unit, kind.unit, field.analyte());
    if (!way.ok()) return;
    const double canonical = way(value.to_double());
    const units::ValueFlag flag = units::value_flag(canonical, limits);
    const std::string label(std::string_view(kind.label));
    if (flag == units::ValueFlag::negative) {
        out.remarks.push_back(label + ": below 0, within what the zero of a sensor may be off");
        out.flag = "negative";
    }
    if (flag != units::ValueFlag::out_of_range) return;
    const bool low = limits.has_low && canonical < limits.low;
    const std::string sentence =
        label + (low ? ": below " : ": above ") + shortest(low ? limits.low : limits.high) + " " +
        std::string(kind.ucum) + " (" + std::string(limits.evidence.note) + ")";
    if (limits.evidence.is_verified()) {
        out = refused("out_of_range; " + sentence);
        return;
    }
    out.remarks.push_back(sentence);
    out.flag = "out_of_range";
}

/// The exact value, or the nearest double with a remark.
void put_number(const units::Converted& exact, double nearest, ConvertedValue& out) {
    if (exact.ok()) {
        out.number = report::number_text(exact.value);
        return;
    }
    if (!std::isfinite(nearest)) {
        out = refused("too_large; the value does not fit");
        return;
    }
    out.number = shortest(nearest);
    out.remarks.emplace_back(exact.reason == Reason::not_exact
                                 ? "the exact value contains pi; this is the nearest double"
                                 : "the exact value does not fit; this is the nearest double");
}

}  // namespace

ConvertedValue convert_value(const MeasuredField& field, const TypedUnit& from, const TypedUnit& to,
                             std::string_view number) {
    for (const auto& [unit, other] : {std::pair{&from, &to}, {&to, &from}}) {
        if (unit->read.ok()) continue;
        const auto beside = field.kind() == nullptr ? read_beside(*unit, *other) : std::nullopt;
        return refused(unit_sentence(*unit, beside ? *beside : unit->read));
    }
    const units::DecimalRead value = units::parse_decimal(Chars(number));
    if (!value.ok()) {
        return refused("value " + io::quoted_text(number, '\'') + ": " +
                       std::string(name(value.reason)) + "; " + std::string(value.explanation));
    }
    const units::Conversion way =
        units::conversion(from.read, to.read, field.kind(), field.analyte());
    if (!way.ok()) return refused(conversion_sentence(field, from, to, way.reason));
    const units::Converted exact = units::convert(value.value, way);
    if (exact.reason == Reason::out_of_range) {
        return refused("out_of_range; no temperature is below absolute zero, -273.15 Cel");
    }
    ConvertedValue out;
    say_reading(from, out);
    say_reading(to, out);
    if (field.kind() != nullptr) judge_limits(field, from, value.value, out);
    if (out.ok()) put_number(exact, way(value.value.to_double()), out);
    return out;
}

}  // namespace eczscore::table
