// SPDX-License-Identifier: BSL-1.0
// Fuzzes every reader of the units room with hostile bytes: what is read prints back to the same
// unit, a suggestion is itself right, places lie inside the text, and strictly read is read alike
// leniently.
#include <eczscore/units/ciede2000.hpp>
#include <eczscore/units/column_unit.hpp>
#include <eczscore/units/convert_column.hpp>
#include <eczscore/units/decimal.hpp>
#include <eczscore/units/guideline.hpp>
#include <eczscore/units/kinds.hpp>
#include <eczscore/units/parse_quantity.hpp>
#include <eczscore/units/site.hpp>
#include <eczscore/units/ucum_print.hpp>
#include <eczscore/units/withheld.hpp>

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iterator>
#include <vector>

using namespace eczscore::units;

namespace {

void must(bool holds, const char* what, Chars text) {
    if (holds) return;
    std::fprintf(stderr, "%s: '%.*s'\n", what, static_cast<int>(text.size()), text.data());
    std::abort();
}

bool same(double a, double b) { return a == b || (a != a && b != b); }

void check_ucum(Chars text) {
    const UnitParse read = parse_ucum(text);
    for (const Clue* clue : {&read.clue, &read.suspect, &read.dot, &read.negative,
                             &read.bare_length, &read.doubtful}) {
        must(std::size_t{clue->position} + clue->length <= text.size() || !*clue, "a place outside",
             text);
    }
    if (!read.ok()) {
        must(!read.clue.explanation.empty(), "refused without a word", text);
        return;
    }
    const UnitText printed = print_ucum(read.unit);
    must(printed.fits(), "printing does not fit", text);
    const UnitParse again = parse_ucum(printed.chars());
    must(again.ok() && again.unit == read.unit, "printing changes the unit", text);
    const Conversion same_unit = conversion(read.unit, again.unit);
    must(same_unit.ok() && same_unit.ratio == eczscore::Exact(1) && same_unit.is_exact(),
         "a unit is not itself", text);
}

void check_normal(Chars text) {
    const NormalText normal = normalise(text);
    must(normal.position <= text.size(), "a place outside", text);
    if (!normal.ok()) return;
    for (const char c : normal.chars()) must(c >= ' ' && c < 127, "not ASCII after all", text);
    const NormalText again = normalise(normal.chars());
    must(again.ok() && again.chars() == normal.chars(), "normal text is not normal", text);
    const DeviceAnnotation device = device_annotation(normal.chars());
    must(device.position + device.length <= normal.chars().size(), "a place outside", text);
    must(device.is_there() || !device.names_device(), "a device of nothing", text);
}

void check_field(Chars text, const KindInfo* kind) {
    const UnitRead strict = read_unit(text, kind, Strictness::strict);
    const UnitRead lenient = read_unit(text, kind, Strictness::lenient);
    must(!strict.by_alias, "an alias in strict mode", text);
    must(!strict.ok() || (lenient.ok() && lenient.unit == strict.unit), "lenient differs", text);
    must(kind != nullptr || lenient.ok() == strict.ok(), "an alias without a kind", text);
    for (const UnitRead* read : {&strict, &lenient}) {
        const bool outside = read->clue.position + read->clue.length > read->text.chars().size();
        must(read->ok() || read->text.chars().empty() || !outside, "a place outside", text);
        if (read->suggestion.chars().empty()) continue;
        const UnitRead meant = read_unit(read->suggestion.chars(), kind, Strictness::strict);
        must(meant.ok(), "a suggestion that is refused", text);
        must(!read->ok() || meant.unit == read->unit, "a suggestion for another unit", text);
    }
    const Conversion itself = conversion(strict, strict, kind, nullptr);
    must(!strict.ok() || (itself.ok() && itself.ratio == eczscore::Exact(1)), "not itself", text);
}

/// A header and a cell: the text in two halves.
void check_column(Chars text, const KindInfo& kind, std::size_t half) {
    const Chars header = text.part(0, half);
    const Chars cell = text.part(half);
    for (const Strictness mode : {Strictness::strict, Strictness::lenient}) {
        const UnitRead named = header_unit(header, kind, mode);
        const UnitRead stated = column_unit(header, cell, kind, mode);
        for (const UnitRead* read : {&named, &stated}) {
            must(!read->ok() || conversion(read->unit, kind.unit, kind.analyte).ok(),
                 "a header with a unit of something else", text);
            must(mode == Strictness::lenient || !read->by_alias, "an alias in strict mode", text);
        }
        must(!cell.empty() || stated.ok() == named.ok(), "an empty cell says something", text);
    }
}

/// Numbers as they come, in every unit that the text names.
void check_numbers(Chars text, const KindInfo& kind) {
    const DecimalRead number = parse_decimal(text);
    must(number.position <= text.size(), "a place outside a number", text);
    must(number.ok() || !number.explanation.empty(), "refused without a word", text);
    const Unit cel{1, dimension({.temperature = 1}), Special::celsius};
    const Unit fahrenheit_unit{eczscore::Exact::ratio(5, 9), cel.dimension, Special::fahrenheit};
    const Conversion way = conversion(cel, fahrenheit_unit);
    const Converted there = convert(number.value, way);
    const Converted back = convert(there.value, conversion(fahrenheit_unit, cel));
    must(!number.ok() || !there.ok() || !back.ok() || back.value == number.value, "no way back",
         text);
    must(!there.ok() || !(number.value < way.lowest), "below absolute zero", text);
    const auto tewl = parse_tewl(text, "g/m2/h", Strictness::lenient);
    must(tewl.ok() == number.ok(), "a number is no reading", text);

    std::vector<double> in(text.size() / sizeof(double));
    if (!in.empty()) std::memcpy(in.data(), text.data(), in.size() * sizeof(double));
    std::vector<double> out(in.size());
    std::vector<std::uint8_t> flags(in.size());
    const FlagCounts counts =
        convert_column(way, kind.limits, in.data(), out.data(), flags.data(), in.size());
    std::size_t all = 0;
    for (const std::size_t n : counts.of) all += n;
    must(all == in.size(), "flags that do not add up", text);
    for (std::size_t i = 0; i < in.size(); ++i) {
        must(same(out[i], way(in[i])), "another value in a column", text);
        must(flags[i] == static_cast<std::uint8_t>(value_flag(out[i], kind.limits)),
             "another flag in a column", text);
    }
    if (in.size() < 6) return;
    const auto x = Lab::of(in[0], in[1], in[2]), y = Lab::of(in[3], in[4], in[5]);
    const double difference = delta_e_2000(x, y).in(colour_units);
    must(!(difference < 0), "a negative difference", text);
    const bool sane = lab_fault(x) == LabFault::none && std::abs(in[1]) < 1e6 &&
                      std::abs(in[2]) < 1e6;  // the seventh power of the chroma is in the formula
    must(!sane || delta_e_2000(x, x).in(colour_units) == 0, "a colour differs from itself", text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) return 0;
    const Chars text(reinterpret_cast<const char*>(data) + 2, size - 2);
    const KindInfo& kind = *kinds[data[0] % std::size(kinds)];
    check_ucum(text);
    check_normal(text);
    check_field(text, nullptr);
    check_field(text, &kind);
    check_column(text, kind, data[1] % (text.size() + 1));
    check_numbers(text, kind);
    must(find_kind(text) == nullptr || Chars(find_kind(text)->id) == text, "another kind", text);
    must(find_analyte(text) == nullptr || Chars(find_analyte(text)->id) == text, "another", text);
    must(find_withheld(text) == nullptr || Chars(find_withheld(text)->id) == text, "another", text);
    return 0;
}
