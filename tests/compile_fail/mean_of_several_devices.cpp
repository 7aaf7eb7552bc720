// SPDX-License-Identifier: BSL-1.0
// Must not compile: the mean of readings whose devices were not checked.
// expect: readings_of_several_devices_go_through_homogeneous_range
#include <array>

#include "eczscore/units/any_quantity.hpp"
#include "eczscore/units/hydration.hpp"

using namespace eczscore::units;

const std::array<AnyQuantity, 2> mixed{Hydration<CorneometerCm825>::reading(40),
                                       Hydration<MoistureMeterSc>::reading(60)};
#ifdef ECZSCORE_OK
auto average = mean(homogeneous_range<kind::Hydration<CorneometerCm825>>(mixed.data(), 2));
#else
auto average = mean(mixed);
#endif
