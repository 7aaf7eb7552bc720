// SPDX-License-Identifier: BSL-1.0
// The words of a descriptor: a string literal whose length is not counted until it is needed.
#pragma once

#include <string_view>

namespace eczscore {

/// A string literal in a descriptor. Counting the characters of every label, note and citation at
/// compile time costs more than the rest of an instrument header, so a literal stays a pointer and
/// becomes a `std::string_view` where it is used.
class Text {
public:
    constexpr Text() = default;
    constexpr Text(const char* literal)
        : literal_(literal) {}  // NOLINT(google-explicit-constructor)

    constexpr operator std::string_view() const { return literal_; }  // NOLINT
    constexpr std::string_view view() const { return literal_; }
    constexpr const char* c_str() const { return literal_; }
    constexpr bool empty() const { return *literal_ == '\0'; }
    friend constexpr bool operator==(Text a, Text b) {
        const char* x = a.literal_;
        const char* y = b.literal_;
        while (*x == *y && *x != '\0') {
            ++x;
            ++y;
        }
        return *x == *y;
    }
    friend constexpr bool operator==(Text a, std::string_view b) { return a.view() == b; }

private:
    const char* literal_ = "";
};

}  // namespace eczscore
