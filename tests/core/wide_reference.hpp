// SPDX-License-Identifier: BSL-1.0
// Rational numbers of any size (Boost.Multiprecision): what exact numbers are held against.
#pragma once

#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <vector>

#include <boost/multiprecision/cpp_int.hpp>

#include "eczscore/core/wide_exact.hpp"

namespace wide_reference {

using Whole = boost::multiprecision::cpp_int;
using Rational = boost::multiprecision::cpp_rational;

inline Whole whole(eczscore::detail::Int128 value) {
    const eczscore::detail::Int128 size = eczscore::detail::magnitude(value);
    const Whole high = static_cast<std::uint64_t>(size >> 64);
    const Whole all = (high << 64) + static_cast<std::uint64_t>(size);
    return value < 0 ? Whole(-all) : all;
}
/// Exact or WideExact, a number
template <class Number>
Rational rational(Number value) {
    return Rational(whole(value.num()), whole(value.den()));
}

/// Whether no other double is nearer, and of two as near this is the even one.
inline bool is_nearest(double found, const Rational& right) {
    const double infinity = std::numeric_limits<double>::infinity();
    const auto off = [&](double at) { return Rational(abs(Rational(at) - right)); };
    for (const double other : {std::nextafter(found, infinity), std::nextafter(found, -infinity)}) {
        if (std::isinf(other)) continue;
        const Rational mine = off(found);
        const Rational theirs = off(other);
        if (theirs < mine) return false;
        int exponent = 0;
        const double digits = std::ldexp(std::frexp(found, &exponent), 53);
        if (theirs == mine && std::fmod(digits, 2.0) != 0.0) return false;
    }
    return true;
}

/// Numbers at every limit of 64-bit parts, and `random` more with parts of every length.
inline std::vector<eczscore::Exact> exact_samples(int random) {
    using eczscore::Exact;
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    std::vector<Exact> all;
    for (const std::int64_t n : {std::int64_t{0}, std::int64_t{1}, std::int64_t{-3}, most, -most,
                                 most - 1, std::int64_t{1} << 53}) {
        for (const std::int64_t d : {std::int64_t{1}, std::int64_t{7}, most, most - 1}) {
            all.push_back(Exact::ratio(n, d));
        }
    }
    std::mt19937_64 engine(2026);
    for (int i = 0; i < random; ++i) {
        const auto part = [&] {
            return static_cast<std::int64_t>(engine() >> (1 + engine() % 63));
        };
        const std::int64_t sign = engine() % 2 == 0 ? 1 : -1;
        all.push_back(Exact::ratio(sign * part(), part() / 2 + 1));
    }
    return all;
}

}  // namespace wide_reference
