// SPDX-License-Identifier: BSL-1.0
// What is verified and what is not.
#include "eczscore/core/citation.hpp"

#include "catch_compat.hpp"

using namespace eczscore;

TEST_CASE("Evidence: low confidence or a number from memory is unverified") {
    CHECK(Evidence{nullptr, Confidence::high}.is_verified());
    CHECK(Evidence{nullptr, Confidence::medium}.is_verified());
    CHECK_FALSE(Evidence{nullptr, Confidence::low}.is_verified());
    CHECK_FALSE(Evidence{.source = nullptr, .confidence = Confidence::high, .from_memory = true}
                    .is_verified());
    CHECK_FALSE(Evidence{}.is_verified());
    CHECK(name(Confidence::high) == Text("high"));
    CHECK(name(Confidence::medium) == Text("medium"));
    CHECK(name(Confidence::low) == Text("low"));
}
