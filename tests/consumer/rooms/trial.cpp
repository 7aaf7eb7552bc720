// SPDX-License-Identifier: BSL-1.0
// The target eczscore::trial alone.
#include <eczscore/trial/flare.hpp>
#include <eczscore/trial/important_from_threshold.hpp>

int main() {}
