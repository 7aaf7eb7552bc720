// SPDX-License-Identifier: BSL-1.0
// Annotations that name the arbitrary unit of a device, which harmless ones like {cells} do not.
#pragma once

#include "eczscore/units/chars.hpp"
#include "eczscore/units/ucum_result.hpp"

namespace eczscore::units {

/// The annotations of a unit that name an arbitrary unit, such as `{AU}` and
/// `{corneometer_AU}`. To UCUM an annotation has no meaning, and such units are the number 1, so
/// that 40 of a Corneometer would be 40 of a MoistureMeter. Here they are units of their device,
/// and convert only into themselves. All other annotations say what is counted, and are harmless.
struct DeviceAnnotation {
    CharBuffer<longest_unit> text{};    ///< small letters and digits of all of them; empty: none
    CharBuffer<longest_unit> device{};  ///< without the words for an arbitrary unit; empty: unnamed
    std::size_t position = 0;           ///< of the first in the unit
    std::size_t length = 0;

    /// Whether there is such an annotation.
    constexpr bool is_there() const { return !text.chars().empty(); }
    /// Whether it says of which device.
    constexpr bool names_device() const { return !device.chars().empty(); }
};

namespace detail {

constexpr char small_letter(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
constexpr bool is_letter_or_digit(char c) {
    const char s = small_letter(c);
    return (s >= 'a' && s <= 'z') || (s >= '0' && s <= '9');
}
/// Letters and digits only, small.
constexpr CharBuffer<longest_unit> squeezed(Chars text) {
    CharBuffer<longest_unit> out;
    for (const char c : text) {
        if (is_letter_or_digit(c)) out.put(small_letter(c));
    }
    return out;
}
constexpr bool mentions(Chars text, Chars word) {
    for (std::size_t i = 0; i + word.size() <= text.size(); ++i) {
        if (text.part(i, word.size()) == word) return true;
    }
    return false;
}
template <std::size_t n>
constexpr bool is_one_of(Chars word, const Text (&words)[n]) {
    for (const Text each : words) {
        if (Chars(each) == word) return true;
    }
    return false;
}

/// Words that say "arbitrary unit" by themselves, and words that only go with them.
inline constexpr Text arbitrary_words[] = {"au", "arb", "arbitrary", "index"};
inline constexpr Text unit_words[] = {"a", "u", "unit", "units", "grey", "gray", "level", "levels"};
/// What the names of devices whose unit is their own have in them, after `squeezed`.
inline constexpr Text device_stems[] = {"corneometer",  "moisturemeter", "skicon",
                                        "dermalab",     "gpskin",        "novadpm",
                                        "lymphscanner", "mexameter",     "sebumeter"};

/// Whether a word says "arbitrary unit", alone or with the one before it: a.u., grey level, DPM.
constexpr bool says_arbitrary(Chars before, Chars word, Chars typed) {
    const bool grey = before == "grey" || before == "gray";
    return is_one_of(word, arbitrary_words) || typed == "DPM" || (before == "a" && word == "u") ||
           (grey && word.starts_with("level"));
}
/// One annotation, without its braces, into what is known of the unit.
constexpr void look_at(Chars annotation, DeviceAnnotation& out) {
    CharBuffer<longest_unit> device;
    CharBuffer<longest_unit> before;
    bool arbitrary = false;
    for (std::size_t at = 0; at < annotation.size(); ++at) {
        std::size_t end = at;
        while (is_letter_or_digit(annotation.at(end))) ++end;
        if (end == at) continue;
        const Chars typed = annotation.part(at, end - at);
        const CharBuffer<longest_unit> word = squeezed(typed);
        const bool says_so = says_arbitrary(before.chars(), word.chars(), typed);
        arbitrary |= says_so;
        if (!says_so && !is_one_of(word.chars(), unit_words)) device.put(word.chars());
        before = word;
        at = end;
    }
    const CharBuffer<longest_unit> all = squeezed(annotation);
    for (const Text stem : device_stems) arbitrary |= mentions(all.chars(), stem);
    if (!arbitrary) return;
    out.text.put(all.chars());
    out.device.put(device.chars());
}

}  // namespace detail

/// What the annotations of a unit say of a device. `unit`: after `normalise`.
constexpr DeviceAnnotation device_annotation(Chars unit) {
    DeviceAnnotation out;
    for (std::size_t at = 0; at < unit.size(); ++at) {
        if (unit[at] != '{') continue;
        std::size_t end = at;
        while (end < unit.size() && unit[end] != '}') ++end;
        const bool first = !out.is_there();
        detail::look_at(unit.part(at + 1, end - at - 1), out);
        if (first && out.is_there()) {
            out.position = at;
            out.length = (end < unit.size() ? end + 1 : end) - at;
        }
        at = end;
    }
    return out;
}

/// Whether the annotations may stand for the unit of a device with this id.
constexpr bool is_of_device(const DeviceAnnotation& annotation, Text device) {
    return detail::mentions(detail::squeezed(device).chars(), annotation.device.chars());
}

}  // namespace eczscore::units
