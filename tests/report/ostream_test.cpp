// SPDX-License-Identifier: BSL-1.0
// `<<` of enumerations, texts and exact numbers, from every room that has named enumerations.
// Covers: report/named.hpp
#include "eczscore/report/ostream.hpp"

#include <iomanip>
#include <sstream>
#include <string>

#include "eczscore/core/severity.hpp"
#include "eczscore/core/status.hpp"
#include "eczscore/model/identity.hpp"
#include "eczscore/score/change.hpp"
#include "eczscore/stats/detail/result.hpp"
#include "eczscore/trial/controlled_week.hpp"
#include "eczscore/units/reason.hpp"

#include "catch_compat.hpp"

using eczscore::Exact;
using eczscore::Text;

namespace {
template <class T>
std::string shown(const T& value) {
    std::ostringstream out;
    out << value;
    return out.str();
}
}  // namespace

TEST_CASE("Stream: an enumerator is its name, in every room") {
    CHECK(shown(eczscore::Status::imputed) == "imputed");
    CHECK(shown(eczscore::Respondent::caregiver) == "caregiver");
    CHECK(shown(eczscore::Verdict::not_evaluable) == "not_evaluable");
    CHECK(shown(eczscore::stats::State::zero_variance) == "zero_variance");
    const auto control = eczscore::trial::Control{};
    CHECK(shown(control) == std::string(name(control)));
    CHECK(shown(eczscore::Severity::warning) == "warning");
    const auto reason = eczscore::units::Reason{};
    CHECK(shown(reason) == std::string(name(reason)));
}

TEST_CASE("Stream: only what has a name of ours is printed by it") {
    enum class Nameless { one };
    CHECK(eczscore::report::Named<eczscore::Status>);
    CHECK(eczscore::report::Named<eczscore::stats::State>);
    CHECK_FALSE(eczscore::report::Named<Nameless>);
    CHECK_FALSE(eczscore::report::Named<int>);
    CHECK_FALSE(eczscore::report::Named<Text>);
}

TEST_CASE("Stream: an exact number is its shortest decimal") {
    using namespace eczscore::literals;
    CHECK(shown(18.4_x) == "18.4");
    CHECK(shown(Exact(-3)) == "-3");
    CHECK(shown(Exact::ratio(1, 3)) == "0.33333333333333331");
    CHECK(shown(Exact::not_a_number()) == "nan");
}

TEST_CASE("Stream: width and fill hold") {
    std::ostringstream out;
    out << std::setfill('.') << std::setw(9) << eczscore::Status::ok << std::setw(6) << Text("mild")
        << std::setw(5) << Exact(7) << std::left << std::setw(4) << Exact::not_a_number() << '|';
    CHECK(out.str() == ".......ok..mild....7nan.|");
}
