// SPDX-License-Identifier: BSL-1.0
// Fuzzes the reading of units, decimals and headers: what is read prints back to the same unit, a
// suggestion is itself right, and places lie inside the text.
#include <eczscore/units/column_unit.hpp>
#include <eczscore/units/decimal.hpp>
#include <eczscore/units/kinds.hpp>
#include <eczscore/units/ucum_print.hpp>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <iterator>

using namespace eczscore::units;

namespace {

void must(bool holds, const char* what, Chars text) {
    if (holds) return;
    std::fprintf(stderr, "%s: '%.*s'\n", what, static_cast<int>(text.size()), text.data());
    std::abort();
}

void check_ucum(Chars text) {
    const UnitParse read = parse_ucum(text);
    if (!read.ok()) {
        must(!read.clue.explanation.empty(), "refused without a word", text);
        must(read.clue.position + read.clue.length <= text.size(), "a place outside", text);
        return;
    }
    const UnitText printed = print_ucum(read.unit);
    must(printed.fits(), "printing does not fit", text);
    const UnitParse again = parse_ucum(printed.chars());
    must(again.ok() && again.unit == read.unit, "printing changes the unit", text);
    const Conversion same = conversion(read.unit, again.unit);
    must(same.ok() && same.ratio == eczscore::Exact(1), "a unit is not itself", text);
}

void check_field(Chars text, const KindInfo* kind) {
    const UnitRead strict = read_unit(text, kind, Reading::strict);
    const UnitRead lenient = read_unit(text, kind, Reading::lenient);
    must(!strict.by_alias, "an alias in strict mode", text);
    must(!strict.ok() || (lenient.ok() && lenient.unit == strict.unit), "lenient differs", text);
    must(kind != nullptr || lenient.ok() == strict.ok(), "an alias without a kind", text);
    for (const UnitRead* read : {&strict, &lenient}) {
        if (read->suggestion.chars().empty()) continue;
        const UnitRead meant = read_unit(read->suggestion.chars(), kind, Reading::strict);
        must(meant.ok(), "a suggestion that is refused", text);
        must(!read->ok() || meant.unit == read->unit, "a suggestion for another unit", text);
    }
    if (kind == nullptr) return;
    const UnitRead header = header_unit(text, *kind);
    must(!header.ok() || conversion(header.unit, kind->unit, kind->analyte).ok(),
         "a header with a unit of something else", text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const Chars text(reinterpret_cast<const char*>(data) + 1, size - 1);
    check_ucum(text);
    const std::size_t which = data[0] % (std::size(kinds) + 1);
    check_field(text, which == 0 ? nullptr : kinds[which - 1]);
    const DecimalRead number = parse_decimal(text);
    must(number.ok() || number.position <= text.size(), "a place outside a number", text);
    if (number.ok()) {
        const Unit cel{1, dimension({.temperature = 1}), Special::celsius};
        const Unit fahrenheit_unit{eczscore::Exact::ratio(5, 9), cel.dimension,
                                   Special::fahrenheit};
        const Converted there = convert(number.value, conversion(cel, fahrenheit_unit));
        const Converted back = convert(there.value, conversion(fahrenheit_unit, cel));
        must(!there.ok() || !back.ok() || back.value == number.value, "no way back", text);
    }
    return 0;
}
