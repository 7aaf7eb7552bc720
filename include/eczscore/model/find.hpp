// SPDX-License-Identifier: BSL-1.0
// Looking things up by a name that somebody typed: an instrument, a band scheme, a threshold.
#pragma once

#include <cstdint>
#include <string_view>
#include <type_traits>

#include "eczscore/core/text.hpp"

namespace eczscore {

/// How a name that was typed is compared with an id.
enum class Folding : std::uint8_t {
    none,  ///< letter for letter
    names  ///< whatever the case, without blanks, hyphens and underscores: `vIGA-AD` is `viga_ad`
};

/// The character that `Folding::names` compares; 0 for one that it leaves out.
constexpr char folded(char c) {
    if (c == '_' || c == '-' || c == ' ') return '\0';
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Whether a typed name is an id, with `Folding::names`.
constexpr bool is_named(Text id, std::string_view typed) {
    const char* at = id.c_str();
    for (const char c : typed) {
        if (folded(c) == '\0') continue;
        while (*at != '\0' && folded(*at) == '\0') ++at;
        if (*at == '\0' || folded(*at) != folded(c)) return false;
        ++at;
    }
    while (*at != '\0' && folded(*at) == '\0') ++at;
    return *at == '\0';
}

/// What a look-up found: nothing, one thing, or two that the name could mean.
template <class T>
struct Found {
    const T* first = nullptr;
    const T* second = nullptr;  ///< set: the name is ambiguous, and `first` is no answer

    /// The one thing of this name; null when there is none or the name is ambiguous.
    constexpr const T* only() const { return second == nullptr ? first : nullptr; }
    /// The name could mean two things, `first` and `second`.
    constexpr bool is_ambiguous() const { return second != nullptr; }
};

namespace detail {
template <class T>
constexpr const T* address_of(const T& thing) {
    return &thing;
}
template <class T>
constexpr const T* address_of(const T* thing) {
    return thing;
}
}  // namespace detail

/// The thing of this name in a range of things with an `id`, or of pointers to such. An id spelled
/// letter for letter comes before those that are the same only when folded.
template <class Things>
constexpr auto find_named(const Things& things, std::string_view typed,
                          Folding folding = Folding::names) {
    using Thing = std::remove_cvref_t<decltype(*detail::address_of(*things.begin()))>;
    Found<Thing> found;
    for (const auto& each : things) {
        const Thing* thing = detail::address_of(each);
        if (thing->id == typed) return Found<Thing>{thing, nullptr};
        if (folding == Folding::none || !is_named(thing->id, typed)) continue;
        (found.first == nullptr ? found.first : found.second) = thing;
    }
    return found;
}

}  // namespace eczscore
