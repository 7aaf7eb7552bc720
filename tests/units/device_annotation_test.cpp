// SPDX-License-Identifier: BSL-1.0
// Annotations that name the arbitrary unit of a device.
#include "eczscore/units/device_annotation.hpp"

#include <iterator>
#include <string>

#include "catch_compat.hpp"
#include "eczscore/units/convert.hpp"
#include "eczscore/units/kinds.hpp"
#include "eczscore/units/read_unit.hpp"

using namespace eczscore;
using namespace eczscore::units;

namespace {

std::string text(Chars chars) { return std::string(chars.data(), chars.size()); }

}  // namespace

TEST_CASE("unit fields: annotations that name the arbitrary unit of a device, and harmless ones") {
    struct Case {
        const char* unit;
        const char* device;  ///< null: harmless
    };
    const Case cases[] = {{"{AU}", ""},
                          {"{a.u.}", ""},
                          {"{A.U.}", ""},
                          {"{arb_units}", ""},
                          {"{arbitrary-unit}", ""},
                          {"{index}", ""},
                          {"{grey_level}", ""},
                          {"{gray levels}", ""},
                          {"{DPM}", ""},
                          {"{corneometer_AU}", "corneometer"},
                          {"{Corneometer}", "corneometer"},
                          {"{a.u._CM825}", "cm825"},
                          {"g/m2{x}{mexameter_index}", "mexameter"},
                          {"100{AU_site}", "site"},
                          {"{AU}{mexameter_index}", "mexameter"},
                          {"{dpm}", nullptr},
                          {"{a_b}", nullptr},
                          {"{a~u}", ""},
                          {"{grey_x}", nullptr},
                          {"{cells}/uL", nullptr},
                          {"{a}", nullptr},
                          {"{u_a}", nullptr},
                          {"{grey}", nullptr},
                          {"{level}", nullptr},
                          {"{unit}", nullptr},
                          {"{indexed}", nullptr},
                          {"{}", nullptr},
                          {"g/m2/h{strip}", nullptr},
                          {"[AU]", nullptr}};
    for (const Case& row : cases) {
        CAPTURE(row.unit);
        const DeviceAnnotation found = device_annotation(row.unit);
        CHECK(found.is_there() == (row.device != nullptr));
        if (row.device == nullptr) continue;
        CHECK(text(found.device.chars()) == row.device);
        CHECK(row.unit[found.position] == '{');
        CHECK(row.unit[found.position + found.length - 1] == '}');
    }
    CHECK(device_annotation("{AU").length == 3);
}

TEST_CASE("unit fields: arbitrary units of devices convert into nothing but themselves") {
    const char* units[] = {
        "{corneometer_AU}", "{moisturemeter_AU}", "1{skicon}", "{x_index}", "1", "%", "{cells}"};
    const std::size_t devices = 4;
    for (std::size_t i = 0; i < std::size(units); ++i) {
        for (std::size_t j = 0; j < std::size(units); ++j) {
            CAPTURE(units[i], units[j]);
            const UnitRead from = read_unit(units[i], nullptr, Strictness::strict);
            const UnitRead to = read_unit(units[j], nullptr, Strictness::strict);
            const Conversion way = conversion(from, to, nullptr, nullptr);
            const bool harmless = i >= devices && j >= devices;
            CHECK(way.ok() == (harmless || i == j));
            if (!way.ok()) CHECK(way.reason == Reason::device_mismatch);
        }
    }
    const KindInfo* kind = find_kind("corneometer_cm825");
    CHECK(conversion(read_unit("{corneometer_AU}", kind, Strictness::strict),
                     read_unit("AU", kind, Strictness::lenient), kind, nullptr)
              .ok());
}
