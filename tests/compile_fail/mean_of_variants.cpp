// SPDX-License-Identifier: BSL-1.0
// Must not compile: the mean of a range of std::variant.
// expect: readings_of_several_devices_go_through_homogeneous_range
#include <variant>
#include <vector>

#include "eczscore/units/any_quantity.hpp"
#include "eczscore/units/hydration.hpp"

using namespace eczscore::units;

using Either = std::variant<Hydration<CorneometerCm825>, Hydration<MoistureMeterSc>>;
const std::vector<Either> mixed{Hydration<CorneometerCm825>::reading(40)};
const std::vector<Hydration<CorneometerCm825>> same{Hydration<CorneometerCm825>::reading(40)};
#ifdef ECZSCORE_OK
auto average = mean(same);
#else
auto average = mean(mixed);
#endif
