// SPDX-License-Identifier: BSL-1.0
// What a check of readings finds: a code, how serious it is, the numbers, and who says so.
#pragma once

#include <cstddef>
#include <limits>

#include "eczscore/core/citation.hpp"
#include "eczscore/core/severity.hpp"

namespace eczscore::units {

inline constexpr double unbounded = std::numeric_limits<double>::infinity();

/// One thing found. `low` and `high` are the limits that `value` lies outside of.
struct ReadingFinding {
    Text code{};
    Severity severity = Severity::notice;
    Text message{};  ///< the rule and the remedy, as a sentence
    double value = std::numeric_limits<double>::quiet_NaN();
    double low = -unbounded;
    double high = unbounded;
    Text unit{};
    Evidence evidence{};
};

/// What was found, in the order of the checks.
class ReadingFindings {
public:
    static constexpr std::size_t capacity = 20;

    /// Every check adds at most one finding, and there are fewer checks than places.
    constexpr void add(const ReadingFinding& finding) {
        if (size_ < capacity) items_[size_++] = finding;
    }
    constexpr std::size_t size() const { return size_; }
    constexpr bool empty() const { return size_ == 0; }
    constexpr const ReadingFinding& operator[](std::size_t i) const { return items_[i]; }
    constexpr const ReadingFinding* begin() const { return items_; }
    constexpr const ReadingFinding* end() const { return items_ + size_; }

    /// The finding with this code, or null.
    constexpr const ReadingFinding* find(Text code) const {
        for (const ReadingFinding& each : *this) {
            if (each.code == code) return &each;
        }
        return nullptr;
    }
    /// Whether a finding of this severity is among them.
    constexpr bool has(Severity severity) const {
        for (const ReadingFinding& each : *this) {
            if (each.severity == severity) return true;
        }
        return false;
    }

private:
    ReadingFinding items_[capacity]{};
    std::size_t size_ = 0;
};

}  // namespace eczscore::units
