// SPDX-License-Identifier: BSL-1.0
// Text into memory of the caller: what does not fit is counted, so that its length can be asked
// for.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstring>
#include <string_view>

#include "eczscore/core/text.hpp"

namespace eczscore {

class TextOut;

/// Changes text on its way out: breaks its lines, escapes its characters. It is in force while a
/// `Filtered` lives.
class TextFilter {
public:
    /// Writes `text`, changed. What it writes goes to the filter that was in force before it.
    virtual void write(TextOut& out, std::string_view text) = 0;

protected:
    TextFilter() = default;
    TextFilter(const TextFilter&) = default;
    TextFilter& operator=(const TextFilter&) = default;
    ~TextFilter() = default;

private:
    friend class Filtered;
    friend class TextOut;
    TextFilter* outer_ = nullptr;
};

/// Text on its way into memory that somebody else owns. Nothing is written beyond its end; what
/// does not fit is counted, so that `length()` is what the whole text needs, as `snprintf` has it.
/// It never allocates, and `append` is that of `std::string`: what is written for one can be
/// written into the other.
class TextOut {
public:
    /// Counts, and keeps nothing.
    TextOut() = default;
    /// memory  at least `room` bytes; the text is not terminated
    TextOut(char* memory, std::size_t room) : memory_(memory), room_(room) {}
    TextOut(const TextOut&) = delete;
    TextOut& operator=(const TextOut&) = delete;

    /// Writes the bytes as they are.
    void append(std::string_view text) {
        if (filter_ != nullptr) return through_filter(text);
        if (text.size() > free() && grow_ != nullptr) grow_(*this, text.size());
        const std::size_t kept = text.size() < free() ? text.size() : free();
        if (kept != 0) std::memcpy(memory_ + length_, text.data(), kept);
        length_ += text.size();
    }
    /// Writes `count` times the byte `c`.
    void append(std::size_t count, char c) {
        for (; count > 0; --count) append({&c, 1});
    }
    /// Writes one byte as it is.
    void push_back(char c) { append({&c, 1}); }

    TextOut& operator<<(std::string_view text) {
        append(text);
        return *this;
    }
    TextOut& operator<<(Text text) { return *this << std::string_view(text); }
    TextOut& operator<<(const char* text) { return *this << std::string_view(text); }
    TextOut& operator<<(char c) {
        push_back(c);
        return *this;
    }
    /// A whole number in decimal digits.
    template <std::integral Whole>
        requires(!std::same_as<Whole, bool> && !std::same_as<Whole, char>)
    TextOut& operator<<(Whole number) {
        char digits[40];
        std::size_t at = sizeof digits;
        const bool negative = number < 0;
        for (; number != 0 || at == sizeof digits; number /= 10) {
            const int digit = static_cast<int>(number % 10);
            digits[--at] = static_cast<char>('0' + (digit < 0 ? -digit : digit));
        }
        if (negative) digits[--at] = '-';
        return *this << std::string_view(digits + at, sizeof digits - at);
    }

    /// How many bytes the whole text has, kept or not.
    std::size_t length() const { return length_; }
    /// Nothing was left out.
    bool fits() const { return length_ <= room_; }
    /// What was kept: the beginning of the text.
    std::string_view text() const { return {memory_, length_ < room_ ? length_ : room_}; }

    /// Puts `count` times the byte `c` in at `position`, which is at most `length()`, past every
    /// filter.
    void insert(std::size_t position, std::size_t count, char c) {
        if (count > free() && grow_ != nullptr) grow_(*this, count);
        length_ += count;
        if (position >= room_) return;
        const std::size_t behind = position + count < room_ ? position + count : room_;
        const std::size_t end = length_ < room_ ? length_ : room_;
        if (end > behind) std::memmove(memory_ + behind, memory_ + position, end - behind);
        std::memset(memory_ + position, c, behind - position);
    }
    /// Puts the byte `c` in the place of the one at `position`, which is below `length()`.
    void replace(std::size_t position, char c) {
        if (position < room_) memory_[position] = c;
    }

protected:
    /// Makes room for so many bytes more, by `take`, or throws.
    using Grow = void (*)(TextOut& out, std::size_t wanted);
    /// Begins without memory; `grow` brings it when there is something to write.
    explicit TextOut(Grow grow) : grow_(grow) {}

    /// Other memory, which begins with what was kept.
    void take(char* memory, std::size_t room) {
        memory_ = memory;
        room_ = room;
    }
    /// How many bytes fit behind what was written.
    std::size_t free() const { return length_ < room_ ? room_ - length_ : 0; }

    char* memory_ = nullptr;
    std::size_t room_ = 0;
    std::size_t length_ = 0;

private:
    friend class Filtered;

    void through_filter(std::string_view text) {
        TextFilter* const inner = filter_;
        filter_ = inner->outer_;
        inner->write(*this, text);
        filter_ = inner;
    }

    Grow grow_ = nullptr;
    TextFilter* filter_ = nullptr;
};

/// Everything that is written while this lives goes through a filter.
class Filtered {
public:
    /// Puts `filter` before the filters of `out` that are in force; it must live as long as this.
    Filtered(TextOut& out, TextFilter& filter) : out_(out) {
        filter.outer_ = out.filter_;
        out.filter_ = &filter;
    }
    Filtered(const Filtered&) = delete;
    Filtered& operator=(const Filtered&) = delete;
    ~Filtered() { out_.filter_ = out_.filter_->outer_; }

private:
    TextOut& out_;
};

}  // namespace eczscore
