// SPDX-License-Identifier: BSL-1.0
// A unit as typed into a field of a known kind: UCUM, or strictly explained aliases of that field.
#pragma once

#include <initializer_list>

#include "eczscore/units/convert.hpp"
#include "eczscore/units/device_annotation.hpp"
#include "eczscore/units/kind_info.hpp"
#include "eczscore/units/normalise.hpp"
#include "eczscore/units/ucum_parse.hpp"

namespace eczscore::units {

/// What is taken for a unit.
enum class Strictness : std::uint8_t {
    strict,  ///< UCUM only
    lenient  ///< also what the field's alias table and plain spelling slips can only mean
};

/// A unit text of our own making.
using UnitSpelling = CharBuffer<longest_unit>;

/// A unit, or why there is none and what was probably meant.
struct UnitRead {
    Unit unit{};
    Reason reason = Reason::none;
    Clue clue{};                ///< where in `text`, and why
    UnitSpelling text{};        ///< what was read, in ASCII
    UnitSpelling suggestion{};  ///< UCUM of the likely intention; empty when there is none
    bool by_alias = false;      ///< read as `suggestion`, which is not what was typed
    bool nonstandard_precedence = false;  ///< `g/m2.h` was read as g/m2/h
    DeviceAnnotation device{};            ///< the arbitrary unit of a device that it names

    constexpr bool ok() const { return reason == Reason::none; }
};

namespace detail {

constexpr bool is_device_symbol(Chars symbol) { return symbol == "AU" || symbol == "u"; }
constexpr bool is_mass_flux(const KindInfo& kind) { return kind.unit.dimension == mass_flux; }

/// Whether a unit, understood as UCUM, measures the kind.
constexpr Reason fits_kind(const UnitParse& read, const KindInfo& kind) {
    if (kind.unit.special == Special::ph || read.unit.special == Special::ph) {
        return kind.unit.special == read.unit.special ? Reason::none : Reason::wrong_dimension;
    }
    if (kind.unit.special == Special::none && read.unit.special != Special::none) {
        return Reason::wrong_dimension;  // a difference in kelvin is no temperature
    }
    const Reason way = conversion(read.unit, kind.unit, kind.analyte).reason;
    if (way != Reason::none) return way;
    if (kind.is_device_unit() && kind.unit.dimension.is_number() && !(read.unit == kind.unit)) {
        return Reason::wrong_dimension;  // a percentage is no arbitrary unit
    }
    return Reason::none;
}

constexpr Clue plain_clue(Chars text, Text why) {
    Clue clue;
    clue.length = static_cast<std::uint16_t>(text.size());
    clue.explanation = why;
    return clue;
}
/// What a mass flux is taken for, and what would be needed.
constexpr Text why_no_flux(const Dimension& d) {
    if (d == dimension({.mass = 1, .time = -1})) return "the area is missing: g/m2/h";
    if (d == mass_per_area) return "the time is missing: g/m2/h";
    if (d == dimension({.length = 1, .time = -1})) {
        return "a volume flux needs a density to become a mass flux";
    }
    if (d == dimension({.mass = 1, .time = -3})) {
        return "a heat flux needs the enthalpy of vaporisation to become a mass flux";
    }
    if (d == dimension({.length = -1, .time = 1}) || d == dimension({.length = -1, .time = -1})) {
        return "a permeance or resistance needs a difference of vapour pressure to become a flux";
    }
    return "a flux is a mass per area and time: g/m2/h";
}
constexpr Text why_wrong(Reason reason) {
    switch (reason) {
        case Reason::analyte_required:
            return "an amount or international units become a mass only for a named substance "
                   "whose molar mass or potency is known";
        case Reason::too_large: return "the exact factor of this conversion does not fit";
        default: return "this unit measures something else";
    }
}
constexpr Text why_wrong(Reason reason, const UnitParse& read, const KindInfo& kind) {
    if (reason == Reason::wrong_dimension && is_mass_flux(kind)) {
        return why_no_flux(read.unit.dimension);
    }
    if (read.unit.special != Special::none && kind.unit.special == Special::none) {
        return "a unit with its own zero measures no difference; a difference is in K";
    }
    if (kind.is_device_unit()) {
        return "a reading is in the unit of its own device, and is not converted: between devices "
               "correlations are known, but no verified equation";
    }
    return why_wrong(reason);
}
constexpr bool is_trap_dimension(const Dimension& d) {
    return d == dimension({.length = -2, .mass = 1, .time = 1}) ||
           d == dimension({.length = 2, .mass = 1, .time = 1});
}
/// The clue of the parser that explains a wrong dimension best.
constexpr Clue wrong_clue(const UnitParse& read, Chars text, Text why) {
    for (const Clue* clue : {&read.negative, &read.dot, &read.bare_length, &read.doubtful}) {
        if (*clue) return *clue;
    }
    return plain_clue(text, why);
}

/// Whether an arbitrary unit that annotations name may stand in a field: of the kind's device, or
/// where the kind is not known, of one that is named.
constexpr Reason judge_device(Chars text, const KindInfo* kind) {
    const DeviceAnnotation found = device_annotation(text);
    if (!found.is_there()) return Reason::none;
    if (kind == nullptr) return found.names_device() ? Reason::none : Reason::device_required;
    if (!kind->is_device_unit()) return Reason::wrong_dimension;
    return is_of_device(found, kind->device) ? Reason::none : Reason::device_mismatch;
}
constexpr Clue device_clue(Chars text, Reason reason) {
    const DeviceAnnotation found = device_annotation(text);
    Clue clue;
    clue.position = static_cast<std::uint16_t>(found.position);
    clue.length = static_cast<std::uint16_t>(found.length);
    clue.explanation =
        reason == Reason::device_required
            ? Text("an arbitrary unit belongs to a device, which must be named")
        : reason == Reason::device_mismatch
            ? Text("this is the arbitrary unit of another device than the field's")
            : Text("an arbitrary unit of a device measures something else than this field");
    return clue;
}

/// UCUM, with what the kind says about it.
constexpr UnitParse judge(Chars text, const KindInfo* kind) {
    UnitParse read = parse_ucum(text);
    const auto refuse = [&](Reason reason, const Clue& clue) {
        read.reason = reason;
        read.clue = clue;
        return read;
    };
    if (read.has_suspect) {
        const Chars symbol = text.part(read.suspect.position, read.suspect.length);
        return refuse(is_device_symbol(symbol) ? Reason::device_required : Reason::suspect_case,
                      read.suspect);
    }
    if (!read.ok()) return read;
    if (const Reason device = judge_device(text, kind); device != Reason::none) {
        return refuse(device, device_clue(text, device));
    }
    if (kind == nullptr) {
        if (is_trap_dimension(read.unit.dimension)) {
            return refuse(Reason::wrong_dimension,
                          wrong_clue(read, text, why_wrong(Reason::wrong_dimension)));
        }
        return read;
    }
    const Reason fit = fits_kind(read, *kind);
    if (fit != Reason::none)
        return refuse(fit, wrong_clue(read, text, why_wrong(fit, read, *kind)));
    if (is_mass_flux(*kind) && read.unusual) return refuse(Reason::unknown_unit, read.unusual);
    return read;
}

constexpr UnitSpelling spliced(Chars text, const Clue& clue) {
    UnitSpelling out;
    out.put(text.part(0, clue.position));
    out.put(Chars(clue.intention));
    out.put(text.part(clue.position + clue.length));
    return out;
}

/// Corrects slip after slip.
struct Repair {
    UnitSpelling text{};
    Unit unit{};
    bool ok = false;
    Trust trust = Trust::spelling;  ///< of the boldest correction
};
constexpr Repair repair(Chars text, const KindInfo* kind) {
    Repair out;
    out.text.put(text);
    for (int step = 0; step < 16; ++step) {
        const UnitParse read = judge(out.text.chars(), kind);
        if (read.ok()) {
            out.ok = true;
            out.unit = read.unit;
            return out;
        }
        if (!read.clue.has_intention) return out;
        if (read.clue.trust > out.trust) out.trust = read.clue.trust;
        const UnitSpelling next = spliced(out.text.chars(), read.clue);
        if (!next.fits()) return out;
        out.text = next;
    }
    return out;
}
/// The same, the litre at the end being l or L alike, as in UCUM.
constexpr bool same_spelling(Chars a, Chars b) {
    if (a.empty() || a.size() != b.size()) return a == b;
    const std::size_t last = a.size() - 1;
    const auto litre = [](char c) { return c == 'l' ? 'L' : c; };
    return a.part(0, last) == b.part(0, last) && litre(a[last]) == litre(b[last]);
}
constexpr const Alias* find_alias(const KindInfo* kind, Chars text) {
    if (kind == nullptr) return nullptr;
    for (const Alias& alias : kind->aliases) {
        if (same_spelling(alias.typed, text)) return &alias;
    }
    return nullptr;
}
constexpr bool same_but_for_case(Chars a, Chars b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (small_letter(a[i]) != small_letter(b[i])) return false;
    }
    return true;
}
/// The alias, or the usual UCUM of the kind, that differs in letter case only; empty when there is
/// none. It is told, and never taken for what was typed: letter case decides between units.
constexpr Text meant_but_for_case(const KindInfo* kind, Chars text) {
    if (kind == nullptr) return {};
    for (const Alias& alias : kind->aliases) {
        if (same_but_for_case(alias.typed, text)) return alias.ucum;
    }
    return same_but_for_case(kind->ucum, text) ? kind->ucum : Text{};
}

/// Whether a repaired text may be taken for what was typed.
constexpr bool may_accept(const Repair& fixed, const KindInfo& kind) {
    return fixed.ok && (fixed.trust == Trust::spelling ||
                        (fixed.trust == Trust::precedence && kind.reads_dot_as_per));
}

}  // namespace detail

/// Reads a unit as typed. Typographic spellings are normalised first; letter case never changes.
/// kind     the quantity that the field holds; null when it is not known
/// mode     lenient: aliases and spelling slips of that kind's field are accepted, and said in
///          `by_alias`; without a kind nothing but UCUM is ever accepted
/// returns  a unit that measures the kind, or the reason, the place and the likely intention
constexpr UnitRead read_unit(Chars typed, const KindInfo* kind, Strictness mode) {
    UnitRead out;
    const NormalText normal = normalise(typed);
    if (!normal.ok()) {
        out.reason = normal.reason;
        out.clue.position = static_cast<std::uint16_t>(normal.position);
        out.clue.explanation = normal.reason == Reason::too_long
                                   ? Text("longer than any unit of this field")
                                   : Text("a character that no unit has");
        return out;
    }
    out.text = normal.text;
    const Chars text = out.text.chars();
    const UnitParse read = detail::judge(text, kind);
    if (read.ok()) {
        out.unit = read.unit;
        out.device = device_annotation(text);
        return out;
    }
    out.reason = read.reason;
    out.clue = read.clue;
    if (const Alias* alias = detail::find_alias(kind, text)) {
        out.suggestion.put(Chars(alias->ucum));
        if (alias->strictly == Reason::ambiguous_unit) {
            out.clue = detail::plain_clue(text,
                                          "U is the enzyme unit, and is printed for the "
                                          "international unit too");
        }
        if (mode == Strictness::lenient) {
            out.unit = parse_ucum(alias->ucum).unit;
            out.device = device_annotation(alias->ucum);
            out.reason = Reason::none;
            out.by_alias = true;
        } else if (alias->strictly != Reason::unknown_unit) {
            out.reason = alias->strictly;
        }
        return out;
    }
    const detail::Repair fixed = detail::repair(text, kind);
    if (fixed.ok) out.suggestion = fixed.text;
    if (const Text meant = detail::meant_but_for_case(kind, text); !fixed.ok && !meant.empty()) {
        out.suggestion.put(Chars(meant));
        out.reason = Reason::suspect_case;
        out.clue = detail::plain_clue(text, "letter case counts in a unit");
        return out;
    }
    if (mode == Strictness::lenient && kind != nullptr && detail::may_accept(fixed, *kind)) {
        out.unit = fixed.unit;
        out.device = device_annotation(fixed.text.chars());
        out.reason = Reason::none;
        out.by_alias = true;
        out.nonstandard_precedence = fixed.trust == Trust::precedence;
    }
    return out;
}

/// The way from one unit as read to another. Arbitrary units of devices, which annotations name,
/// convert into nothing but themselves (`device_mismatch`); in a field whose kind is known, reading
/// has seen to it.
constexpr Conversion conversion(const UnitRead& from, const UnitRead& to, const KindInfo* kind,
                                const Analyte* analyte) {
    const bool same_device = from.device.text.chars() == to.device.text.chars();
    if (kind == nullptr && !same_device) return detail::refuse(Reason::device_mismatch);
    return conversion(from.unit, to.unit, analyte);
}

}  // namespace eczscore::units
