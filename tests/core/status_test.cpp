// SPDX-License-Identifier: BSL-1.0
// The words for what became of a score.
#include "eczscore/core/status.hpp"

#include "catch_compat.hpp"

using namespace eczscore;

TEST_CASE("Status: the words of the contract, and only ok and imputed have a number") {
    CHECK(name(Status::ok) == Text("ok"));
    CHECK(name(Status::imputed) == Text("imputed"));
    CHECK(name(Status::missing) == Text("missing"));
    CHECK(name(Status::invalid) == Text("invalid"));
    CHECK(name(Status::not_applicable) == Text("not_applicable"));
    CHECK(name(Status::needs_data) == Text("needs_data"));
    CHECK(is_scored(Status::ok));
    CHECK(is_scored(Status::imputed));
    for (Status s :
         {Status::missing, Status::invalid, Status::not_applicable, Status::needs_data}) {
        CHECK_FALSE(is_scored(s));
    }
}
