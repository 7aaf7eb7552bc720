// SPDX-License-Identifier: BSL-1.0
// A beta distribution of a response rate, alone or in a mixture.
#pragma once

#include <cmath>

namespace eczscore::stats {

/// A beta distribution of a response rate: as if `a` patients had responded and `b` had not.
struct BetaPrior {
    double a = 0.5;  ///< above 0; 1/2 and 1/2 is the prior of Jeffreys
    double b = 0.5;

    /// From 0 to 1; only of a proper prior.
    double mean() const { return a / (a + b); }
    /// Only of a proper prior.
    double variance() const { return a / (a + b) * (b / (a + b)) / (a + b + 1.0); }
    /// Both parameters are finite and above 0.
    bool is_proper() const { return a > 0.0 && b > 0.0 && std::isfinite(a) && std::isfinite(b); }
};

/// A beta distribution in a mixture.
struct MixturePart {
    double weight = 1.0;
    BetaPrior beta{};
};

}  // namespace eczscore::stats
