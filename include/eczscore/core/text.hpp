// SPDX-License-Identifier: BSL-1.0
// The words of a descriptor: a string literal that becomes a std::string_view where one is wanted.
#pragma once

#include "eczscore/core/requirements.hpp"

namespace eczscore {

/// A string literal in a descriptor, or a fixed word. It converts to `std::string_view` (and so
/// prints, compares and concatenates like one) without this header paying for `<string_view>`, and
/// without the compiler counting the characters of every label and citation.
class Text {
public:
    constexpr Text() = default;
    /// Views a literal, up to its terminating zero; null is empty.
    constexpr Text(const char* literal)
        : literal_(literal) {}  // NOLINT(google-explicit-constructor)

    /// The text, zero-terminated, for C.
    constexpr const char* c_str() const { return literal_; }
    constexpr bool empty() const { return *literal_ == '\0'; }

    /// To `std::string_view`.
    template <class View>
        requires requires(View& view) {
            typename View::traits_type;
            view.remove_prefix(1);
        }
    constexpr operator View() const {  // NOLINT(google-explicit-constructor)
        return View(literal_);
    }

    friend constexpr bool operator==(Text a, Text b) {
        const char* x = a.literal_;
        const char* y = b.literal_;
        while (*x == *y && *x != '\0') {
            ++x;
            ++y;
        }
        return *x == *y;
    }
    /// With a `std::string_view` or a `std::string`.
    template <class String>
        requires requires { typename String::traits_type; }
    friend constexpr bool operator==(Text a, const String& b) {
        const char* x = a.literal_;
        for (const char c : b) {
            if (*x == '\0' || *x != c) return false;
            ++x;
        }
        return *x == '\0';
    }

private:
    const char* literal_ = "";
};

}  // namespace eczscore
