// SPDX-License-Identifier: BSL-1.0
// Compares the library with the straight-line judge; large loops count mismatches in one number.
#pragma once

#include <cstddef>
#include <cstdint>

#include "eczscore/score/score.hpp"
#include "instruments/straight_line.hpp"

namespace against {

using eczscore::Answer;
using eczscore::Score;
using eczscore::Status;

/// Where an answer of the judge's plain code is blank, bad or not relevant, its library form.
inline Answer answer(int code) {
    if (code == straight_line::blank) return {};
    if (code == straight_line::not_relevant) return Answer::not_relevant();
    if (code == straight_line::bad) return Answer::unreadable();
    return code;
}
/// The same for codes that count halves or hundredths of a point.
inline Answer part(int code, int parts_per_point) {
    if (code < 0) return answer(code);
    return Answer::from_millionths(code * (eczscore::millionths_per_point / parts_per_point));
}

inline Status status(straight_line::Is is) {
    switch (is) {
        case straight_line::Is::ok: return Status::ok;
        case straight_line::Is::imputed: return Status::imputed;
        case straight_line::Is::missing: return Status::missing;
        case straight_line::Is::invalid: break;
    }
    return Status::invalid;
}

/// Same status and, where there is a number, the very same number.
inline bool agrees(const Score& score, const straight_line::Result& expected) {
    if (score.status != status(expected.is)) return false;
    if (!score.is_scored()) return true;
    return score.units * expected.denominator == expected.numerator * score.denominator;
}

/// Counts up through all combinations of `N` digits of the given radix; false after the last.
template <std::size_t N>
bool next(std::size_t (&digits)[N], std::size_t radix) {
    for (std::size_t i = 0; i < N; ++i) {
        if (++digits[i] < radix) return true;
        digits[i] = 0;
    }
    return false;
}

/// Small reproducible pseudo-random numbers (xorshift64).
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    /// From 0 to `below` - 1.
    std::size_t operator()(std::size_t below) {
        state_ ^= state_ << 13;
        state_ ^= state_ >> 7;
        state_ ^= state_ << 17;
        return static_cast<std::size_t>(state_ % below);
    }

private:
    std::uint64_t state_;
};

}  // namespace against
