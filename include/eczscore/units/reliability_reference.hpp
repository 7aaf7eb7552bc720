// SPDX-License-Identifier: BSL-1.0
// Published reliability of TEWL and hydration readings: the measurement error of somebody else.
#pragma once

#include "eczscore/references/bibliography.hpp"
#include "eczscore/units/flux.hpp"

namespace eczscore::units {

/// One row; a limit of 0 is not stated. The standard error of measurement of another study is a
/// guess at one's own.
struct ReliabilityReference {
    Text setting{};
    double icc_low = 0;  ///< one value, or the range over conditions
    double icc_high = 0;
    double sem_low = 0;  ///< g/m2/h
    double sem_high = 0;
    Evidence evidence{};
};

inline constexpr ReliabilityReference reliability_references[] = {
    {"TEWL, TM 300, burn scars and healthy skin, between observers", 0.85, 0.94, 1.76, 3.97,
     Evidence{cite("burn_scars_2016"), Confidence::high}},
    {"TEWL, sacrum, single readings", 0.46, 0.46, 0, 0,
     Evidence{cite("sacrum_2021"), Confidence::high, "95 % interval 0.00 to 0.78"}},
    {"TEWL, gpskin, test and retest in healthy adults", 0.89, 0.89, 0, 0,
     Evidence{cite("gpskin"), Confidence::high}},
    {"TEWL, H4500, forearm", 0.927, 0.927, 0, 0,
     Evidence{cite("kikuchi_2017"), Confidence::high, "95 % interval 0.835 to 0.978"}},
    {"hydration, gpskin, test and retest in healthy adults", 0.85, 0.85, 0, 0,
     Evidence{cite("gpskin"), Confidence::high}},
    {"hydration, Corneometer, three sites", 0.954, 0.971, 0, 0,
     Evidence{cite("corneometer_dermalab"), Confidence::high}},
    {"hydration, DermaLab probe, three sites", 0.980, 0.986, 0, 0,
     Evidence{cite("corneometer_dermalab"), Confidence::high}}};

/// Variation within a person, in percent, as coefficients of variation.
inline constexpr double tewl_cv_simultaneous = 13.5;
inline constexpr double tewl_cv_consecutive_days = 15.1;
inline constexpr Evidence tewl_cv_evidence{cite("susceptible_workers"), Confidence::high};

}  // namespace eczscore::units
