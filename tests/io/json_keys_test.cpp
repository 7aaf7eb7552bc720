// SPDX-License-Identifier: BSL-1.0
// Names of JSON members are unique, whatever the columns are called.
#include "catch_compat.hpp"

#include <string>
#include <vector>

#include <eczscore/io/json_keys.hpp>

namespace {

std::vector<std::string> keys(const std::vector<std::string>& names) {
    return eczscore::io::json_keys(names);
}

using Keys = std::vector<std::string>;

}  // namespace

TEST_CASE("JSON keys: names that differ stay as they are, in quotes") {
    CHECK(keys({}).empty());
    CHECK(keys({"a", "", "b \"c\""}) == Keys{"\"a\"", "\"\"", "\"b \\\"c\\\"\""});
}

TEST_CASE("JSON keys: the second of a name becomes name_2, the third name_3") {
    CHECK(keys({"a", "a", "b", "a"}) == Keys{"\"a\"", "\"a_2\"", "\"b\"", "\"a_3\""});
    CHECK(keys({"", ""}) == Keys{"\"\"", "\"_2\""});
}

TEST_CASE("JSON keys: a number that another column has is passed over") {
    CHECK(keys({"a", "a", "a_2"}) == Keys{"\"a\"", "\"a_3\"", "\"a_2\""});
    CHECK(keys({"a_2", "a", "a", "a"}) == Keys{"\"a_2\"", "\"a\"", "\"a_3\"", "\"a_4\""});
    CHECK(keys({"a_2", "a_2", "a", "a"}) == Keys{"\"a_2\"", "\"a_2_2\"", "\"a\"", "\"a_3\""});
}

TEST_CASE("JSON keys: names that differ only in bytes that are no UTF-8 become unique") {
    CHECK(keys({"caf\xe9", "caf\xe8"}) == Keys{"\"caf\xef\xbf\xbd\"", "\"caf\xef\xbf\xbd_2\""});
}
