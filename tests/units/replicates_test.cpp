// SPDX-License-Identifier: BSL-1.0
// Replicates: their mean, a fourth, and those that lie apart.
#include "eczscore/units/replicates.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string_view>
#include <vector>

#include "catch_compat.hpp"
#include "eczscore/units/hydration.hpp"

using namespace eczscore;
using namespace eczscore::units;

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

std::vector<Tewl> tewl(const std::vector<double>& values) {
    std::vector<Tewl> all;
    for (const double each : values) all.push_back(Tewl::g_per_m2_h(each));
    return all;
}
Replicates<kind::Tewl> averaged(const std::vector<double>& values) {
    return average_replicates<kind::Tewl>(tewl(values), tewl_replicates);
}

}  // namespace

TEST_CASE("replicates: mean, a fourth, median, discord") {
    CHECK(averaged({}).agreement == Agreement::too_few);
    const auto one = averaged({12});
    CHECK((one.agreement == Agreement::too_few && !one.has_value()));
    const auto two = averaged({12, 13});
    CHECK((two.agreement == Agreement::agree && two.is_below_wanted));
    CHECK(two.value == Tewl::g_per_m2_h(12.5));
    const auto three = averaged({12, 13, 13.4});
    CHECK((three.agreement == Agreement::agree && !three.is_below_wanted));
    CHECK(three.value.in(g_per_m2_h) == Approx(12.8).epsilon(1e-15));
    CHECK(three.limit == Approx(2.56).epsilon(1e-14));           // 20 % of the mean
    CHECK(averaged({3, 4, 4.5}).agreement == Agreement::agree);  // 1.5 g/m2/h
    const auto apart = averaged({12, 13, 18});
    CHECK((apart.agreement == Agreement::ask_a_fourth && !apart.has_value()));
    CHECK(std::isnan(apart.value.in(g_per_m2_h)));
    const auto fourth = averaged({12, 13, 18, 12.6});
    CHECK((fourth.agreement == Agreement::one_is_out && fourth.out == 2));
    CHECK(fourth.value.in(g_per_m2_h) == Approx(12.8).epsilon(1e-15));
    const auto discord = averaged({8, 12, 17, 25});
    CHECK((discord.agreement == Agreement::discordant && !discord.has_value()));
    CHECK(averaged({12, std::nan(""), 13}).agreement == Agreement::too_few);
    CHECK(averaged({12, 13, 13.4, 12.5}).agreement == Agreement::agree);
    CHECK(std::string_view(name(Agreement::one_is_out)) == "one_is_out");
}

TEST_CASE("replicates: order does not matter") {
    std::vector<double> values{12, 12.6, 13, 18};
    do {
        const auto found = averaged(values);
        CHECK(found.agreement == Agreement::one_is_out);
        CHECK(found.value.in(g_per_m2_h) == Approx(12.8).epsilon(1e-15));
        CHECK(values[found.out] == 18);
    } while (std::next_permutation(values.begin(), values.end()));
}

TEST_CASE("replicates: hydration is flagged, not repeated") {
    using Au = Hydration<CorneometerCm825>;
    const auto of = [](std::vector<double> values) {
        std::vector<Au> all;
        for (const double each : values) all.push_back(Au::reading(each));
        return average_replicates<kind::Hydration<CorneometerCm825>>(all, corneometer_replicates);
    };
    CHECK(of({40}).has_value());
    CHECK(of({40, 45, 50}).agreement == Agreement::agree);
    const auto apart = of({30, 45, 50});
    CHECK((apart.agreement == Agreement::far_apart && apart.has_value()));
    CHECK(apart.range == 20);
}

TEST_CASE("measuring: replicates with ties, and those that are no numbers") {
    const auto tied = averaged({10, 10, 10, 30});
    CHECK(tied.agreement == Agreement::one_is_out);
    CHECK(tied.has_value());
    CHECK(tied.value.in(g_per_m2_h) == 10);
    CHECK(averaged({10, 10}).has_value());
    CHECK(!averaged({10}).has_value());
    CHECK(!averaged({10, 20, 30}).has_value());
    CHECK(averaged({infinite, 10, 10}).agreement == Agreement::too_few);
    CHECK(averaged({std::nan(""), 10, 10}).agreement == Agreement::too_few);
    CHECK(averaged({10, std::nan(""), 10}).agreement == Agreement::too_few);
    // Both ends may be left out; the one that leaves the closer rest is out, whatever the order.
    CHECK(averaged({10, 12, 12, 14}).out == 0);  // of two as close the first
    CHECK(averaged({14, 12, 12, 10}).out == 0);
    CHECK(averaged({30, 11, 11.5, 10}).out == 0);
    CHECK(averaged({10, 11, 11.5, 30}).out == 3);
    CHECK(averaged({10, 11, 40, 41}).agreement == Agreement::discordant);
    CHECK(averaged({10, 10.5, 12, 12.5, 20}).agreement != Agreement::agree);
    using Au = Hydration<CorneometerCm825>;
    const std::array<Au, 3> apart{Au::reading(20), Au::reading(40), Au::reading(90)};
    const auto far =
        average_replicates<kind::Hydration<CorneometerCm825>>(apart, corneometer_replicates);
    CHECK(far.agreement == Agreement::far_apart);
    CHECK(far.has_value());
}
