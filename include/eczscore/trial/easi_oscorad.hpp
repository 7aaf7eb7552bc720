// SPDX-License-Identifier: BSL-1.0
// EASI estimated from objective SCORAD and back, by the tables of Hurault 2018.
//
// The numbers of the two tables are those of github.com/ghurault/conversion-stratification:
//
//   MIT License. Copyright (c) 2018 Guillem Hurault
//
//   Permission is hereby granted, free of charge, to any person obtaining a copy of this software
//   and associated documentation files (the "Software"), to deal in the Software without
//   restriction, including without limitation the rights to use, copy, modify, merge, publish,
//   distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the
//   Software is furnished to do so, subject to the following conditions:
//
//   The above copyright notice and this permission notice shall be included in all copies or
//   substantial portions of the Software.
//
//   THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING
//   BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND
//   NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM,
//   DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
//   OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "eczscore/core/wide_exact.hpp"
#include "eczscore/instruments/easi.hpp"
#include "eczscore/instruments/oscorad.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/trial/estimated_score.hpp"

namespace eczscore::trial {

inline constexpr Evidence easi_oscorad_evidence{
    cite("hurault_2018"), Confidence::high,
    "one trial cohort, weeks 0-24; smoothed isotonic regression, rounded to 0.5. The directions "
    "are not inverse, and below an EASI of about 5 the relation is nearly flat"};

namespace detail {

/// Half points of objective SCORAD for EASI 0 to 72.
inline constexpr std::array<std::uint8_t, 73> oscorad_halves{
    0,   27,  32,  36,  39,  44,  47,  50,  53,  55,   //  0
    58,  60,  62,  64,  66,  68,  69,  71,  73,  74,   // 10
    76,  77,  78,  80,  81,  83,  84,  85,  86,  87,   // 20
    89,  90,  92,  93,  94,  95,  96,  98,  100, 101,  // 30
    102, 103, 105, 107, 108, 109, 110, 112, 114, 115,  // 40
    117, 118, 120, 121, 122, 124, 125, 127, 129, 130,  // 50
    132, 133, 136, 139, 142, 145, 148, 151, 154, 157,  // 60
    160, 163, 166};                                    // 70
/// Half points of EASI for objective SCORAD 0 to 83.
inline constexpr std::array<std::uint8_t, 84> easi_halves{
    0,   0,   0,   0,   0,   0,   0,   1,   1,   1,    //  0
    2,   3,   3,   3,   4,   5,   5,   6,   7,   8,    // 10
    9,   10,  11,  12,  13,  14,  16,  17,  18,  20,   // 20
    22,  23,  25,  28,  30,  32,  34,  36,  39,  42,   // 30
    44,  47,  51,  54,  56,  58,  61,  63,  66,  70,   // 40
    73,  75,  77,  80,  82,  84,  88,  90,  92,  94,   // 50
    96,  98,  100, 103, 106, 108, 110, 112, 114, 115,  // 60
    117, 119, 121, 123, 125, 127, 130, 132, 134, 136,  // 70
    138, 140, 142, 144};                               // 80

/// Linear between the points of a table, then to the nearest half point, halfway away from zero.
template <std::size_t N>
constexpr EstimatedScore interpolated(const std::array<std::uint8_t, N>& halves, Exact at) {
    const Exact last(static_cast<std::int64_t>(N - 1));
    if (!(at >= Exact(0) && at <= last)) return EstimatedScore::none(Status::invalid);
    const auto left = static_cast<std::size_t>(at.floor());
    const std::size_t right = left + (left + 1 < N ? 1 : 0);
    const Exact part = at - Exact(at.floor());
    const Exact from(int{halves[left]});
    const Exact to(int{halves[right]});
    const WideExact between = WideExact(from) + WideExact(part) * (to - from);
    return EstimatedScore::of_half_points(static_cast<int>(between.rounded(0).num()));
}

constexpr Status status_for(const Score& score, const Instrument& wanted) {
    if (score.instrument != &wanted) return Status::invalid;
    return score.is_scored() ? Status::ok : score.status;
}

}  // namespace detail

/// Objective SCORAD (without the +10) estimated from an EASI of 0 to 72; `invalid` outside.
constexpr EstimatedScore estimate_oscorad(Exact easi) {
    return detail::interpolated(detail::oscorad_halves, easi);
}

/// EASI estimated from an objective SCORAD of 0 to 83; `invalid` outside.
constexpr EstimatedScore estimate_easi(Exact oscorad) {
    return detail::interpolated(detail::easi_halves, oscorad);
}

/// From a score of `easi::instrument`; without one the status says why, another's is `invalid`.
constexpr EstimatedScore estimate_oscorad(const Score& score) {
    const Status status = detail::status_for(score, easi::instrument);
    return status == Status::ok ? estimate_oscorad(score.value()) : EstimatedScore::none(status);
}

/// From a score of `oscorad::instrument`; without one the status says why, another's is `invalid`.
constexpr EstimatedScore estimate_easi(const Score& score) {
    const Status status = detail::status_for(score, oscorad::instrument);
    return status == Status::ok ? estimate_easi(score.value()) : EstimatedScore::none(status);
}

// Worked examples: 18.4 lies between 36.5 and 37, 46.5 between 30.5 and 31.5.
static_assert(estimate_oscorad(18.4_x).shown() == 36.5);
static_assert(estimate_easi(46.5_x).shown() == 31.0);

}  // namespace eczscore::trial
