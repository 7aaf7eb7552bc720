// SPDX-License-Identifier: BSL-1.0
// Bytes on their way out: grows without clearing, and is written by several authors in turn.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <new>
#include <string_view>
#include <utility>

#include "eczscore/core/text_out.hpp"

namespace eczscore::table {

/// A growing run of bytes.
class ScoreBuffer : public TextOut {
public:
    ScoreBuffer()
        : TextOut([](TextOut& out, std::size_t bytes) {
              static_cast<ScoreBuffer&>(out).grow(bytes);
          }) {}

    /// Room for `bytes` more, to be filled from the returned place on and ended by `end_at`.
    char* room(std::size_t bytes) {
        if (free() < bytes) grow(bytes);
        return memory_ + length_;
    }
    void end_at(const char* end) { length_ = static_cast<std::size_t>(end - memory_); }

    using TextOut::append;
    void append(char c) {
        *room(1) = c;
        ++length_;
    }

    /// Takes one byte out and moves up what follows.
    void remove_byte(std::size_t at) {
        --length_;
        std::memmove(memory_ + at, memory_ + at + 1, length_ - at);
    }

    std::size_t size() const { return length_; }
    void clear() { length_ = 0; }

private:
    void grow(std::size_t bytes) {
        constexpr std::size_t most = PTRDIFF_MAX;
        if (bytes > most - length_) throw std::bad_alloc();
        std::size_t wanted = room_ == 0 ? std::size_t{1} << 16 : room_;
        while (wanted < length_ + bytes) wanted *= 2;
        auto grown = std::make_unique_for_overwrite<char[]>(wanted);
        if (length_ != 0) std::memcpy(grown.get(), memory_, length_);
        bytes_ = std::move(grown);
        take(bytes_.get(), wanted);
    }

    std::unique_ptr<char[]> bytes_;
};

}  // namespace eczscore::table
