// SPDX-License-Identifier: BSL-1.0
// What must hold of an accumulator whatever the bytes are that it reads: for a test that forges
// bytes one by one and for the fuzz program.
#pragma once

#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

#include "eczscore/stats/exact_moments.hpp"
#include "eczscore/stats/exact_pair.hpp"
#include "eczscore/stats/exact_sum.hpp"
#include "eczscore/stats/histogram.hpp"
#include "eczscore/stats/lattice_sums.hpp"
#include "eczscore/stats/responder_counts.hpp"

namespace accumulator_probe {

using namespace eczscore::stats;
using Bytes = std::vector<std::uint8_t>;

/// The bytes with the checksum that fits them, as a forger would write it.
inline Bytes sealed(Bytes bytes) {
    const std::uint32_t crc = detail::crc32(bytes);
    for (int i = 0; i < 4; ++i) bytes.push_back(static_cast<std::uint8_t>(crc >> (8 * i)));
    return bytes;
}

/// An accumulator's bytes without their checksum.
template <class Accumulator>
Bytes unsealed(const Accumulator& of) {
    Bytes bytes = of.serialise();
    bytes.resize(bytes.size() - 4);
    return bytes;
}

inline const char* fault(const MomentsResult& of) {
    if (of.n == 0) return nullptr;
    if (std::isnan(of.mean)) return "no mean of values";
    if (!(of.squares >= 0.0)) return "squares below 0";
    if (of.variance < 0.0 || of.fourth_powers < 0.0) return "a spread below 0";
    if (of.state == State::ok && !(of.variance >= 0.0)) return "ok without a variance";
    return nullptr;
}
inline const char* fault(const ExactSum& of) {
    const ExactSumResult result = of.finalise();
    return result.state == State::ok && !std::isfinite(result.mean) ? "ok without a mean" : nullptr;
}
inline const char* fault(const ExactMoments& of) { return fault(of.finalise()); }
inline const char* fault(const LatticeSums& of) {
    const MomentsResult result = of.finalise();
    if (result.n > 0 && !(of.lowest() <= result.mean && result.mean <= of.highest())) {
        return "a mean outside the extremes";
    }
    return fault(result);
}
inline const char* fault(const ExactPair& of) {
    const ExactPairResult result = of.finalise();
    if (result.squares_x < 0.0 || result.squares_y < 0.0) return "squares below 0";
    if (std::abs(result.correlation) > 1.0) return "a correlation above 1";
    return result.state == State::ok && std::isnan(result.correlation) ? "ok without a correlation"
                                                                       : nullptr;
}
inline const char* fault(const Histogram& of) {
    for (int type = 1; type <= 9; ++type) {
        for (const double p : {0.0, 1e-300, 0.25, 0.5, 0.75, 1.0}) {
            const double at = of.quantile(p, static_cast<QuantileType>(type));
            if (of.n() == 0 && std::isnan(at)) continue;
            if (!(of.value(0) <= at && at <= of.value(of.counts().size() - 1))) {
                return "a quantile off the grid";
            }
        }
    }
    if (of.below(infinity) != static_cast<double>(of.n()) && of.n() < (std::uint64_t{1} << 50)) {
        return "not all are below infinity";
    }
    return fault(of.finalise());
}
inline const char* fault(const ResponderCounts& of) {
    for (const Denominator which :
         {Denominator::evaluable, Denominator::missing_as_no, Denominator::all_enrolled}) {
        const ResponderRate rate = of.finalise(which);
        if (rate.state == State::ok && !(rate.estimate >= 0.0 && rate.estimate <= 1.0)) {
            return "a rate outside 0 to 1";
        }
    }
    return nullptr;
}

/// What is wrong after these bytes were read and the accumulator was used; null where nothing is.
template <class Accumulator>
const char* read_fault(std::span<const std::uint8_t> bytes) {
    Accumulator read;
    if (read.deserialise(bytes) != AccumulatorReading::ok) {
        return read == Accumulator() ? nullptr : "changed by bytes that it refused";
    }
    Accumulator again;
    if (again.deserialise(read.serialise()) != AccumulatorReading::ok || !(again == read)) {
        return "does not read what it wrote";
    }
    if (const char* found = fault(read)) return found;
    for (int i = 0; i < 70; ++i) {  // 2^70 times as many: refused on the way unless empty
        const Accumulator before = again;
        if (again.merge(before)) continue;
        if (!(again == before)) return "changed by a merge that it refused";
        break;
    }
    Accumulator merged;
    if (merged.deserialise(again.serialise()) != AccumulatorReading::ok)
        return "merges to what cannot be";
    again.merge(read);
    return fault(again);
}

/// The same by the number of the kind, as the bytes have it.
inline const char* read_fault(unsigned kind, std::span<const std::uint8_t> bytes) {
    switch (kind) {
        case 1: return read_fault<ExactSum>(bytes);
        case 2: return read_fault<ExactMoments>(bytes);
        case 3: return read_fault<ExactPair>(bytes);
        case 4: return read_fault<LatticeSums>(bytes);
        case 5: return read_fault<Histogram>(bytes);
        default: return read_fault<ResponderCounts>(bytes);
    }
}

}  // namespace accumulator_probe
