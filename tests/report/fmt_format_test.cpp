// SPDX-License-Identifier: BSL-1.0
// Formatters of {fmt} for enumerations, texts and exact numbers.
#include "eczscore/report/fmt_format.hpp"

#include "eczscore/core/status.hpp"
#include "eczscore/instruments/easi.hpp"
#include "eczscore/stats/detail/result.hpp"
#include "eczscore/trial/controlled_week.hpp"
#include "eczscore/units/reason.hpp"

#include "catch_compat.hpp"

using namespace eczscore;

TEST_CASE("fmt: a score in a sentence") {
    const Score s = score(easi::example);
    CHECK(fmt::format("{}: {} ({})", s.instrument->id, s.value(), s.status) == "easi: 18.4 (ok)");
    CHECK(fmt::format("{}", Score{}.value()) == "nan");
    CHECK(fmt::format("{}", Exact::ratio(2, 3)) == "0.66666666666666663");
}

TEST_CASE("fmt: enumerations of every room, with the width of a string") {
    CHECK(fmt::format("{:>9}|{:<9}|", Status::imputed, Status::missing) == "  imputed|missing  |");
    CHECK(fmt::format("{:*^5}", Exact(7)) == "**7**");
    CHECK(fmt::format("{}", stats::State::zero_variance) == "zero_variance");
    CHECK(fmt::format("{}", trial::Control{}) == std::string(name(trial::Control{})));
    CHECK(fmt::format("{}", units::Reason{}) == std::string(name(units::Reason{})));
}
