// SPDX-License-Identifier: BSL-1.0
// CIEDE2000 where the formula jumps: opposite hues in every direction, and hues whose sum is 360.
#include <cmath>

#include <eczscore/units/ciede2000.hpp>

#include "catch_compat.hpp"
#include "units/worked_example.hpp"

using namespace eczscore::units;
using worked_example::no_number;
using worked_example::same;

namespace {

struct Row {
    double l1, a1, b1, l2, a2, b2;
    double difference;
};
// tests/reference/61_ciede2000.py: 60 digits, the sides of the jumps decided with whole numbers.
const Row rows[] = {
    {40, 1, 0, 60, -2, 0, 20.472591744594820628},
    {41, 0, 2, 59, 0, -3, 18.631682841905135071},
    {42, -3, 0, 58, 2, 0, 17.551958160174126433},
    {43, 0, -1, 57, 0, 3, 14.515242414880631051},
    {44, 4, -2, 56, -4, 2, 16.435451758075908311},
    {45, -6, 3, 55, 6, -3, 18.802947452305631578},
    {46, 3, 7, 54, -6, -14, 20.936879447355755832},
    {47, -6, -14, 53, 9, 21, 28.841028152853367034},
    {48, -15, 12, 52, 10, -8, 27.787965906238715302},
    {49, 5, -4, 51, -15, 12, 23.272416465077896835},
    {50, -62, 28, 50, 62, -28, 54.608177339202974639},
    {51, 93, -42, 49, -93, 42, 63.066159265179449235},
    {52, 13, 44, 48, -26, -88, 58.873470661901874989},
    {53, -26, -88, 47, 39, 132, 73.500081891973532719},
    {54, -78, 33, 46, 52, -22, 57.850792115527716347},
    {55, 26, -11, 45, -78, 33, 52.187742845450413933},
    {55, -124, 56, 60, 124, -55, 122.71436984357719094},
    {55, -124, 56, 60, 124, -57, 68.343310989655015112},
    {55, -52, 22, 60, 52, -21, 75.204535040812165053},
    {55, -52, 22, 60, 52, -23, 51.076510484513190445},
    {55, 3, 7, 60, -3, -6, 14.301278059456741627},
    {55, 3, 7, 60, -3, -8, 15.680789570933429115},
    {55, -5, 4, 60, 5, -3, 16.037074702374524413},
    {55, -5, 4, 60, 5, -5, 15.195052573339112294},
    {55, 1, 90, 60, -1, -89, 77.245001113180261657},
    {55, 1, 90, 60, -1, -91, 64.678004991001688506},
    {55, 90, 1, 60, -90, 0, 98.104721618622031703},
    {55, 90, 1, 60, -90, -2, 93.255642591297843058},
    {50, 50, 3, 45, 50, -3, 5.7589289400783160084},
    {45, 50, -3, 50, 100, 6, 12.902184114046180153},
    {50, 17, 40, 45, 17, -40, 43.258363952130281859},
    {45, 17, -40, 50, 34, 80, 50.839349067156438574},
    {50, 9, 1, 45, 9, -1, 5.1582102656307035344},
    {45, 9, -1, 50, 18, 2, 8.7323764515469353984},
    {50, 30, 29, 45, 30, -29, 32.085678254006059193},
    {45, 30, -29, 50, 60, 58, 38.534120654467651042},
    {88, -124, 56, 97, 62, -28, 63.944987267615311702},
    {50, -52, 22, 60, 104, -44, 55.11320157518760755},
    {50, 0, 0, 60, 3, -7, 11.781786854804828405},
};

double difference(const Row& row, double scale) {
    const auto x = Lab::of(row.l1, row.a1 * scale, row.b1 * scale);
    const auto y = Lab::of(row.l2, row.a2 * scale, row.b2 * scale);
    return delta_e_2000(x, y).in(colour_units);
}

}  // namespace

TEST_CASE("CIEDE2000: exactly opposite hues, and next to them, are right in every direction") {
    for (const Row& row : rows) {
        CAPTURE(row.a1, row.b1, row.a2, row.b2);
        CHECK(std::abs(difference(row, 1) - row.difference) <= 2e-14 * row.difference);
        const Row swapped{row.l2, row.a2, row.b2, row.l1, row.a1, row.b1, row.difference};
        CHECK(std::abs(difference(swapped, 1) - row.difference) <= 2e-14 * row.difference);
    }
}

TEST_CASE("CIEDE2000: the side of a jump does not depend on rounded coordinates") {
    // Coordinates of one decimal are rounded in binary, alike in both colours of a pair (a, -a).
    for (int a = -1270; a <= 1270; a += 127) {
        for (int b = -1270; b <= 1270; b += 127) {
            if (a == 0 && b == 0) continue;
            const double x = a / 10.0, y = b / 10.0;
            const auto one = Lab::of(50, x, y), two = Lab::of(50, -x, -y);
            const double there = delta_e_2000(one, two).in(colour_units);
            const double back = delta_e_2000(two, one).in(colour_units);
            CAPTURE(x, y);
            CHECK(std::abs(there - back) <= 1e-13 * there);
        }
    }
    CHECK(detail::turn_sign(0.1, 0.3, -0.2, -0.6) == 0);
    CHECK(detail::turn_sign(0.1, 0.3, -0.2, -0.6000000000000001) == -1);
    CHECK(detail::turn_sign(0.1, 0.3, -0.2, -0.5999999999999999) == 1);
    // Products that are equal when rounded and differ in what rounding left out.
    const double above = 1 + 0x1p-52;
    const double below = 1 - 0x1p-53;
    CHECK(above * below == 1.0);
    CHECK(detail::turn_sign(above, 1, 1, below) == 1);
    CHECK(detail::turn_sign(1, above, below, 1) == -1);
}

TEST_CASE("W20: colour differences, and the published pairs of CIEDE2000") {
    struct Pair {
        Lab x, y;
        double published, exact;
    };
    const Lab blue = Lab::of(50, 0, -82.7485);
    const Pair pairs[] = {
        {Lab::of(50, 2.6772, -79.7751), blue, 2.0425, 2.042459680157},
        {Lab::of(50, 3.1571, -77.2803), blue, 2.8615, 2.861510174747},
        {Lab::of(50, 2.8361, -74.0200), blue, 3.4412, 3.441190598691},
        {Lab::of(50, -1.3802, -84.2814), blue, 1.0000, 0.999998864752},
        {Lab::of(50, 0, 0), Lab::of(50, -1, 2), 2.3669, 2.366858819172},
        {Lab::of(50, 2.49, -0.001), Lab::of(50, -2.49, 0.0009), 7.1792, 7.179172011349},
        {Lab::of(50, 2.5, 0), Lab::of(73, 25, -18), 27.1492, 27.149231300746},
        {Lab::of(60.2574, -34.0099, 36.2677), Lab::of(60.4626, -34.1751, 39.4387), 1.2644,
         1.264420013599},
        {Lab::of(22.7233, 20.0904, -46.694), Lab::of(23.0331, 14.973, -42.5619), 2.0373,
         2.037258269709},
        {Lab::of(2.0776, 0.0795, -1.135), Lab::of(0.9033, -0.0636, -0.5514), 0.9082,
         0.908232839603}};
    for (const Pair& pair : pairs) {
        const double found = delta_e_2000(pair.x, pair.y).in(colour_units);
        CHECK(std::abs(found - pair.exact) < 1e-11);
        CHECK(std::abs(found - pair.published) < 0.00005 + 1e-9);
        CHECK(std::abs(found - delta_e_2000(pair.y, pair.x).in(colour_units)) < 1e-11);
        CHECK(delta_e_2000(pair.x, pair.x).in(colour_units) == 0);
    }
    const Lab x = Lab::of(64.0, 13.0, 16.5);
    const Lab y = Lab::of(60.5, 19.0, 15.0);
    CHECK(same(delta_e_1976(x, y).in(colour_units), 7.106335201776));
    CHECK(same(delta_e_2000(x, y).in(colour_units), 5.866899737481));
    CHECK(lab_fault(Lab::of(180, 130, 128)) == LabFault::eight_bit);
    CHECK(lab_fault(Lab::of(-1, 0, 0)) == LabFault::negative_lightness);
    CHECK(lab_fault(Lab::of(50, no_number, 0)) == LabFault::not_finite);
    CHECK(std::isnan(delta_e_1976(x, Lab::of(180, 130, 128)).in(colour_units)));
    CHECK(std::isnan(delta_e_2000(Lab::of(180, 130, 128), x).in(colour_units)));
}
