// SPDX-License-Identifier: BSL-1.0
// Recorded codes become the points that they add: reversed items, counts in classes, percentages.
#pragma once

#include <cstddef>
#include <cstdint>

#include "eczscore/score/detail/batch_shape.hpp"
#include "eczscore/score/detail/lanes.hpp"

namespace eczscore::detail {

template <class Target>
struct Recode {
    using L = Lanes<Target>;
    using U8 = typename L::U8;

    /// What the codes of a recoded item add; lanes without a value are the caller's to clear.
    static ECZSCORE_INLINE U8 points(const ShapeItem& item, U8 x) {
        U8 points = ((x & item.keep) ^ item.flip) + item.base;
        for (std::size_t s = 0; s < item.steps; ++s) {
            points += U8(x >= item.step[s].from) & item.step[s].more;
        }
        return points;
    }
};

}  // namespace eczscore::detail
