// SPDX-License-Identifier: BSL-1.0
// Settings as each surface writes their names.
#include "eczscore/table/setting_names.hpp"

#include "catch_compat.hpp"

using eczscore::table::SettingNames;

TEST_CASE("Setting names: plain by default, with dashes on a command line") {
    CHECK(SettingNames{}("map_file") == "map_file");
    CHECK(SettingNames{}("") == "");
    const SettingNames options{.before = "--", .between = '-'};
    CHECK(options("map_file") == "--map-file");
    CHECK(options("population_mean") == "--population-mean");
    CHECK(options("by") == "--by");
}
