// SPDX-License-Identifier: BSL-1.0
// A published value to compare with: what was measured in whom, and how sure we are. No verdict.
#pragma once

#include "eczscore/core/list.hpp"
#include "eczscore/core/name_of.hpp"
#include "eczscore/units/kind_info.hpp"
#include "eczscore/units/site.hpp"

namespace eczscore::units {

/// What the value is of its group.
enum class Centre : std::uint8_t {
    mean,
    pooled_mean,  ///< of a meta-analysis
    geometric_mean,
    median,
    upper_limit,  ///< upper limit of normal, as the source calls it
    cut_off       ///< of a diagnostic test or severity grade, as the source calls it
};
constexpr Text name(Centre centre) {
    constexpr Text names[] = {"mean",   "pooled_mean", "geometric_mean",
                              "median", "upper_limit", "cut_off"};
    return name_of(names, centre);
}

/// What stands beside it. Standard errors printed as standard deviations make these values look
/// alike, so a row that could be either is not shipped.
enum class Dispersion : std::uint8_t { none, sd, ci95, interquartile };
constexpr Text name(Dispersion dispersion) {
    constexpr Text names[] = {"none", "sd", "ci95", "interquartile"};
    return name_of(names, dispersion);
}

/// One row. It belongs to its site, group and device, and is not a limit of normal.
struct ReferenceValue {
    Text kind{};   ///< id of the kind of quantity
    Text unit{};   ///< UCUM
    Text group{};  ///< in whom
    Site site{};
    Lesion lesion = Lesion::not_stated;
    Text device{};  ///< as the source states it; empty when it does not
    double value = 0;
    Centre centre = Centre::mean;
    Dispersion dispersion = Dispersion::none;
    double low = 0;  ///< SD in both for `sd`, else the limits
    double high = 0;
    int n = 0;  ///< 0: not stated for this row
    Evidence evidence{};
};

}  // namespace eczscore::units
