// SPDX-License-Identifier: BSL-1.0
// A view of characters that came from outside: what std::string_view does, at no header cost.
#pragma once

#include <cstddef>

#include "eczscore/core/text.hpp"

namespace eczscore::units {

/// Characters somewhere in the caller's memory. Made from a literal, a `Text`, a `std::string` or a
/// `std::string_view`, and converts back to the last; it must not outlive what it looks at.
class Chars {
public:
    constexpr Chars() = default;
    /// Views a text up to its terminating zero; null is not allowed.
    constexpr Chars(const char* text) : data_(text) {  // NOLINT(google-explicit-constructor)
        while (text[size_] != '\0') ++size_;
    }
    /// Views so many characters.
    constexpr Chars(const char* data, std::size_t size) : data_(data), size_(size) {}
    /// Views a text of static storage.
    constexpr Chars(Text text) : Chars(text.c_str()) {}  // NOLINT(google-explicit-constructor)
    /// From `std::string` and `std::string_view`.
    template <class String>
        requires requires { typename String::traits_type; }
    constexpr Chars(const String& text)  // NOLINT(google-explicit-constructor)
        : data_(text.data()), size_(text.size()) {}

    constexpr const char* data() const { return data_; }
    constexpr std::size_t size() const { return size_; }
    constexpr bool empty() const { return size_ == 0; }
    constexpr char operator[](std::size_t at) const { return data_[at]; }
    /// The character there, or 0 beyond the end.
    constexpr char at(std::size_t at) const { return at < size_ ? data_[at] : '\0'; }
    constexpr const char* begin() const { return data_; }
    constexpr const char* end() const { return data_ + size_; }

    /// At most `size` characters from `from` on.
    constexpr Chars part(std::size_t from, std::size_t size = static_cast<std::size_t>(-1)) const {
        if (from > size_) from = size_;
        return {data_ + from, size < size_ - from ? size : size_ - from};
    }
    /// Whether the text begins with `head`.
    constexpr bool starts_with(Chars head) const { return part(0, head.size_) == head; }

    template <class View>
        requires requires(View& view) {
            typename View::traits_type;
            view.remove_prefix(1);
        }
    constexpr operator View() const {  // NOLINT(google-explicit-constructor)
        return View(data_, size_);
    }
    friend constexpr bool operator==(Chars a, Chars b) {
        if (a.size_ != b.size_) return false;
        for (std::size_t i = 0; i < a.size_; ++i) {
            if (a.data_[i] != b.data_[i]) return false;
        }
        return true;
    }

private:
    const char* data_ = "";
    std::size_t size_ = 0;
};

/// Characters of our own, up to `room`; what does not fit is dropped and `fits` says so.
template <std::size_t room>
class CharBuffer {
public:
    /// Appends a character, if there is room.
    constexpr void put(char c) {
        if (size_ < room) {
            data_[size_++] = c;
        } else {
            fits_ = false;
        }
    }
    /// Appends a text, as far as there is room.
    constexpr void put(Chars text) {
        for (const char c : text) put(c);
    }
    /// A whole number in decimal digits.
    constexpr void put_number(long long number) {
        char digits[20]{};
        int n = 0;
        const bool negative = number < 0;
        for (; number != 0 || n == 0; number /= 10) {
            const long long digit = number % 10;
            digits[n++] = static_cast<char>('0' + (digit < 0 ? -digit : digit));
        }
        if (negative) put('-');
        while (n > 0) put(digits[--n]);
    }
    /// What was appended; valid while the buffer lives.
    constexpr Chars chars() const { return {data_, size_}; }
    /// Nothing was dropped.
    constexpr bool fits() const { return fits_; }

private:
    char data_[room]{};
    std::size_t size_ = 0;
    bool fits_ = true;
};

}  // namespace eczscore::units
