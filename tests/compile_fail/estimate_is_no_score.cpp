// SPDX-License-Identifier: BSL-1.0
// Must not compile: a change against a score that was estimated from another instrument.
// expect: no matching function
// expect: EstimatedScore
#include "eczscore/score/change.hpp"
#include "eczscore/trial/easi_oscorad.hpp"

using namespace eczscore;

constexpr EstimatedScore estimate = trial::estimate_easi(30);
#ifdef ECZSCORE_OK
constexpr Change since = change(easi::instrument, 20, 11);
#else
constexpr Change since = change(easi::instrument, 20, estimate);
#endif
