// SPDX-License-Identifier: BSL-1.0
// Says in one sentence that Boost.Math is not there. Included before the first header of Boost.
#pragma once

#if !__has_include(<boost/math/distributions.hpp>)
#error "eczscore/stats needs the headers of Boost.Math 1.74 or newer (Debian: libboost-dev)"
#include <see_the_error_above>  // does not exist: ends the compilation here
#endif
