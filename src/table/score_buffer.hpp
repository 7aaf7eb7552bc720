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

namespace eczscore::table {

/// A growing run of bytes.
class ScoreBuffer {
public:
    /// Room for `bytes` more, to be filled from the returned place on and ended by `end_at`.
    char* room(std::size_t bytes) {
        if (capacity_ - size_ < bytes) grow(bytes);
        return bytes_.get() + size_;
    }
    void end_at(const char* end) { size_ = static_cast<std::size_t>(end - bytes_.get()); }

    void append(std::string_view text) {
        if (text.empty()) return;
        std::memcpy(room(text.size()), text.data(), text.size());
        size_ += text.size();
    }
    void append(char c) {
        *room(1) = c;
        ++size_;
    }
    void append(std::size_t count, char c) {
        std::memset(room(count), c, count);
        size_ += count;
    }

    /// Takes one byte out and moves up what follows.
    void remove_byte(std::size_t at) {
        --size_;
        std::memmove(bytes_.get() + at, bytes_.get() + at + 1, size_ - at);
    }

    std::string_view text() const { return {bytes_.get(), size_}; }
    std::size_t size() const { return size_; }
    void clear() { size_ = 0; }

private:
    void grow(std::size_t bytes) {
        constexpr std::size_t most = PTRDIFF_MAX;
        if (bytes > most - size_) throw std::bad_alloc();
        std::size_t wanted = capacity_ == 0 ? std::size_t{1} << 16 : capacity_;
        while (wanted < size_ + bytes) wanted *= 2;
        auto grown = std::make_unique_for_overwrite<char[]>(wanted);
        if (size_ != 0) std::memcpy(grown.get(), bytes_.get(), size_);
        bytes_ = std::move(grown);
        capacity_ = wanted;
    }

    std::unique_ptr<char[]> bytes_;
    std::size_t size_ = 0;
    std::size_t capacity_ = 0;
};

}  // namespace eczscore::table
