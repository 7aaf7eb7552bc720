// SPDX-License-Identifier: BSL-1.0
// Characters and buffers keep to their ends.
#include "eczscore/units/chars.hpp"

#include <limits>
#include <string>
#include <string_view>

#include "catch_compat.hpp"
#include "eczscore/units/kinds.hpp"

using namespace eczscore;
using namespace eczscore::units;

namespace {

std::string text(Chars chars) { return std::string(chars.data(), chars.size()); }

}  // namespace

TEST_CASE("reading: characters and buffers keep to their ends") {
    CHECK(Chars("ab").part(5).empty());
    CHECK(text(Chars("abc").part(1, 1)) == "b");
    CharBuffer<8> buffer;
    buffer.put_number(0);
    buffer.put(' ');
    buffer.put_number(-507);
    CHECK(text(buffer.chars()) == "0 -507");
    CharBuffer<24> most;
    most.put_number(std::numeric_limits<long long>::min());
    CHECK(text(most.chars()) == "-9223372036854775808");
    CHECK(find_analyte("none") == nullptr);
    CHECK(find_kind("none") == nullptr);
    CHECK(std::string_view(name(BetterWhen::lower)) == "lower");
}
