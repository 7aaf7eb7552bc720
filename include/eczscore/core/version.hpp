// SPDX-License-Identifier: BSL-1.0
// The version of the library; the build reads it from here and nowhere else.
#pragma once

#include <string_view>

#include "eczscore/core/requirements.hpp"

namespace eczscore {

/// Version of the library, `major.minor.patch`. A release that changes any score raises at least
/// the minor part and says so first in the change log.
inline constexpr std::string_view library_version = "0.1.0";

}  // namespace eczscore
