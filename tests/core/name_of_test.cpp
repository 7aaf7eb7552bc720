// SPDX-License-Identifier: BSL-1.0
// The number of enumerators is the compiler's to say; a wrong table is in compile_fail/name_*.
#include "eczscore/core/name_of.hpp"

#include <cstdint>
#include <string_view>

#include "catch_compat.hpp"
#include "eczscore/core/status.hpp"

namespace eczscore {
namespace {

enum class Colour : std::uint8_t { red, blue_2, green_3 };  // digits at the end are no cast
enum class Grade : int { first = 1, second, third };
enum class Gap { a = 0, b = 1, d = 3 };

constexpr Text name(Colour colour) {
    constexpr Text names[] = {"red", "blue", "green"};
    return name_of(names, colour);
}
constexpr Text name(Grade grade) {
    constexpr Text names[] = {"first", "second", "third"};
    return name_of(names, grade);
}

static_assert(detail::is_enumerator<Gap::b>() && !detail::is_enumerator<static_cast<Gap>(2)>());
static_assert(detail::enumerator_count<Colour>() == 3 && detail::enumerator_count<Grade>() == 3);
static_assert(detail::enumerator_count<Gap>() == 2, "up to the gap");

}  // namespace

TEST_CASE("Names: each enumerator has its own, numbered from 0 or from 1") {
    CHECK(name(Colour::red) == "red");
    CHECK(name(Colour::green_3) == std::string_view("green"));
    CHECK(name(Grade::first) == "first");
    CHECK(name(Grade::third) == "third");
    CHECK(name(Status::ok) == "ok");
}

}  // namespace eczscore
