// SPDX-License-Identifier: BSL-1.0
// What simulations of coverage share: draws that depend on the replicate alone, and shares with
// their Monte Carlo error.
#pragma once

#include <cmath>
#include <cstdint>
#include <vector>

#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/philox.hpp"
#include "stats/reference.hpp"

namespace calibration {

/// One replicate's random numbers; they depend on the number of the replicate alone.
class Draw {
public:
    Draw(std::uint32_t stream, std::uint64_t replicate) : words_(20261121, stream, replicate) {}
    double normal() { return eczscore::stats::detail::normal_quantile(words_.open_uniform()); }
    double uniform() { return words_.uniform(); }
    std::vector<double> normals(std::size_t n, double mean = 0.0, double sd = 1.0) {
        std::vector<double> all(n);
        for (double& value : all) value = mean + sd * normal();
        return all;
    }
    /// Skewed, mean 1.
    std::vector<double> exponentials(std::size_t n) {
        std::vector<double> all(n);
        for (double& value : all) value = -std::log(words_.open_uniform());
        return all;
    }
    std::int64_t binomial(std::int64_t n, double p) {
        std::int64_t x = 0;
        for (std::int64_t i = 0; i < n; ++i) x += uniform() < p ? 1 : 0;
        return x;
    }

private:
    eczscore::stats::detail::Philox words_;
};

/// How often something happened, beside how often it should; both within 4 standard errors.
struct Share {
    double count = 0.0;
    double of = 0.0;

    void add(bool happened) {
        count += happened ? 1.0 : 0.0;
        of += 1.0;
    }
    double value() const { return count / of; }
    double room(double expected) const { return 4.0 * std::sqrt(expected * (1.0 - expected) / of); }
};
inline void check_nominal(const Share& share, double expected, const char* what) {
    INFO(what << ": " << share.value() << " for " << expected);
    CHECK(std::abs(share.value() - expected) <= share.room(expected));
}
inline void check_at_least(const Share& share, double expected, const char* what) {
    INFO(what << ": " << share.value() << " for at least " << expected);
    CHECK(share.value() >= expected - share.room(expected));
}
inline void check_at_most(const Share& share, double expected, const char* what) {
    INFO(what << ": " << share.value() << " for at most " << expected);
    CHECK(share.value() <= expected + share.room(expected));
}
inline void check_between(const Share& share, double low, double high, const char* what) {
    INFO(what << ": " << share.value() << " for " << low << " to " << high);
    CHECK(share.value() >= low - share.room(low));
    CHECK(share.value() <= high + share.room(high));
}
inline constexpr std::uint64_t replicates = 4000;

}  // namespace calibration
