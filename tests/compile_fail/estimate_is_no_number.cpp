// SPDX-License-Identifier: BSL-1.0
// Must not compile: an exact number taken from an estimate, as a way round to a responder test.
// expect: EstimatedScore
#include "eczscore/trial/easi_oscorad.hpp"

using namespace eczscore;

constexpr EstimatedScore estimate = trial::estimate_easi(30);
#ifdef ECZSCORE_OK
constexpr double shown = estimate.shown();
#else
constexpr Exact number = estimate;
#endif
