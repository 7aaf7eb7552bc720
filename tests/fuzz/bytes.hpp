// SPDX-License-Identifier: BSL-1.0
// What fuzz programs share: bytes into numbers, answers and ages, as hostile as they come.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include <eczscore/core/age.hpp>
#include <eczscore/instruments.hpp>

namespace eczscore::fuzz {

/// Stops the fuzz program where something that always holds does not.
inline void must(bool holds, const char* what, std::string_view of = {}) {
    if (holds) return;
    std::fprintf(stderr, "%s: '%.*s'\n", what, static_cast<int>(of.size()), of.data());
    std::abort();
}

/// The input, read from the front; zeros when it is used up.
class Bytes {
public:
    Bytes(const std::uint8_t* data, std::size_t size) : at_(data), left_(size) {}

    bool empty() const { return left_ == 0; }
    std::uint8_t byte() {
        if (left_ == 0) return 0;
        --left_;
        return *at_++;
    }
    std::int64_t word() {
        std::uint64_t bits = 0;
        for (int i = 0; i < 8; ++i) bits = bits << 8 | byte();
        return static_cast<std::int64_t>(bits);
    }
    std::string_view text(std::size_t length) {
        if (length > left_) length = left_;
        const std::string_view taken(reinterpret_cast<const char*>(at_), length);
        at_ += length;
        left_ -= length;
        return taken;
    }

private:
    const std::uint8_t* at_;
    std::size_t left_;
};

inline const Instrument& instrument(Bytes& bytes) {
    return *registry[bytes.byte() % registry.size()];
}

/// An answer of any kind; mostly small whole numbers and halves, so that there are scores.
inline Answer answer(Bytes& bytes) {
    const std::uint8_t kind = bytes.byte();
    if (kind < 192) return Answer(Exact::ratio(kind % 32, kind < 160 ? 1 : 2));
    switch (kind % 8) {
        case 0: return {};
        case 1: return Answer::not_relevant();
        case 2: return Answer::unreadable();
        case 3: return Answer::conflict();
        case 4: return Answer::from_millionths(bytes.word(), bytes.byte() % 2 == 1);
        case 5: return Answer::from_millionths(bytes.word() % 1'000'000'000);
        case 6: return Answer(static_cast<double>(bytes.word()) / 1e9);
        default: return Answer(static_cast<int>(kind) * 10);
    }
}

inline Age age(Bytes& bytes) {
    const std::uint8_t kind = bytes.byte();
    if (kind < 64) return {};
    return kind < 160 ? Age::years(kind - 64) : Age::months(answer(bytes));
}

}  // namespace eczscore::fuzz
