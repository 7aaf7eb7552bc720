// SPDX-License-Identifier: BSL-1.0
// Typology angles with their classes, and colours that cannot be.
#include "eczscore/units/colour.hpp"

#include <cmath>
#include <string_view>
#include <utility>

#include "catch_compat.hpp"
#include "eczscore/units/ciede2000.hpp"
#include "units/worked_example.hpp"

using namespace eczscore;
using namespace eczscore::units;
using worked_example::no_number;
using worked_example::same;

TEST_CASE("W19: individual typology angle and its classes") {
    const auto of = [](double l, double b) { return ita(Lightness::of(l), BStar::of(b)); };
    CHECK(same(of(65.2, 16.3).ita.in(degrees), 43.000007701));
    CHECK(ita_class(of(65.2, 16.3).ita)->id == Text("light"));
    CHECK(same(of(45, 18).ita.in(degrees), -15.5241109968));
    CHECK(ita_class(of(45, 18).ita)->id == Text("brown"));
    for (const double b : {-2.0, 0.0, no_number}) {
        const ItaResult none = of(70, b);
        CHECK(none.reason == Reason::out_of_range);
        CHECK(std::isnan(none.ita.in(degrees)));
        CHECK(ita_class(none.ita) == nullptr);
    }
    CHECK_FALSE(of(101, 5).ok());
    CHECK_FALSE(of(no_number, 5).ok());
    struct Edge {
        double angle;
        const char* id;
    };
    const Edge edges[] = {{90, "very_light"}, {55.001, "very_light"}, {55, "light"},
                          {41.001, "light"},  {41, "intermediate"},   {28, "tan"},
                          {19, "tan"},        {10, "brown"},          {-29.999, "brown"},
                          {-30, "dark"},      {-90, "dark"}};
    for (const Edge& edge : edges) {
        CAPTURE(edge.angle);
        REQUIRE(ita_class(Ita::degrees(edge.angle)) != nullptr);
        CHECK(std::string_view(ita_class(Ita::degrees(edge.angle))->id) == edge.id);
    }
    CHECK(ita_class(Ita::degrees(95.71)) == nullptr);
}

TEST_CASE("measuring: a fault of either colour leaves no difference") {
    const Lab sound = Lab::of(50, 10, 10);
    const Lab faulty = Lab::of(50, 10, std::nan(""));
    for (const auto& [x, y] : {std::pair{sound, faulty}, {faulty, sound}}) {
        CHECK(std::isnan(delta_e_1976(x, y).in(colour_units)));
        CHECK(std::isnan(delta_e_2000(x, y).in(colour_units)));
    }
}
