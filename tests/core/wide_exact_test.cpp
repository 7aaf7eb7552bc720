// SPDX-License-Identifier: BSL-1.0
// Wide exact numbers: differences and shares of any two exact numbers, held against rational
// numbers of any size.
#include "eczscore/core/wide_exact.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>

#include "core/wide_reference.hpp"

#include "catch_compat.hpp"

using eczscore::Exact;
using eczscore::WideExact;
using wide_reference::Rational;
using wide_reference::rational;

namespace {

bool fits(const Rational& x) {
    const Rational limit(wide_reference::whole(eczscore::detail::max_int128));
    return abs(Rational(numerator(x))) <= limit && Rational(denominator(x)) <= limit;
}
/// The right number, or none because it does not fit.
bool is_right(WideExact found, const Rational& right) {
    if (found.is_number() != fits(right)) return false;
    return !found.is_number() || rational(found) == right;
}

/// The right number, or none because a part over the common denominator does not fit.
bool is_right_sum(WideExact found, const Rational& x, const Rational& y) {
    if (found.is_number()) return rational(found) == x + y;
    const auto common = lcm(denominator(x), denominator(y));
    return !(fits(x * common) && fits(y * common) && fits((x + y) * common) &&
             fits(Rational(common)));
}

}  // namespace

TEST_CASE("WideExact: the difference and the share of any two exact numbers fit and are right") {
    int wrong = 0;
    const auto samples = wide_reference::exact_samples(60);
    for (const Exact a : samples) {
        for (const Exact b : samples) {
            const WideExact apart = WideExact::difference(a, b);
            const Rational right = rational(a) - rational(b);
            wrong += !apart.is_number() || rational(apart) != right;
            wrong += !wide_reference::is_nearest(apart.to_double(), right);
            if (b == Exact(0)) continue;
            const WideExact share = WideExact::share(a, b, b);
            const Rational right_share = right / rational(b);
            wrong += !share.is_number() || rational(share) != right_share;
            wrong += !wide_reference::is_nearest(share.to_double(), right_share);
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("WideExact: arithmetic is right or not a number, and order is right for all numbers") {
    int wrong = 0;
    int none = 0;
    const auto parts = wide_reference::exact_samples(12);
    std::vector<WideExact> samples;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        samples.push_back(parts[i]);
        samples.push_back(WideExact::difference(parts[i], parts[(i + 5) % parts.size()]));
    }
    for (const WideExact& a : samples) {
        for (const WideExact& b : samples) {
            const Rational x = rational(a);
            const Rational y = rational(b);
            wrong += !is_right_sum(a + b, x, y);
            wrong += !is_right_sum(a - b, x, -y);
            wrong += !is_right(a * b, x * y);
            none += !(a * b).is_number();
            if (b != WideExact(0)) wrong += !is_right(a / b, x / y);
            wrong += (a < b) != (x < y);
            wrong += (a <= b) != (x <= y);
            wrong += (a > b) != (x > y);
            wrong += (a == b) != (x == y);
        }
    }
    CHECK(wrong == 0);
    CHECK(none > 100);
}

TEST_CASE("WideExact: at least a part of an exact number is right for all numbers") {
    int wrong = 0;
    int small = 0;
    const auto values = wide_reference::exact_samples(40);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const WideExact apart = WideExact::difference(values[i], values[(i + 7) % values.size()]);
        for (const Exact value : values) {
            for (const int parts : {1, 2, 100, 2'147'483'647}) {
                const Rational wanted = rational(value) / parts;
                wrong += apart.is_at_least(value, parts) != (rational(apart) >= wanted);
                const WideExact equal = WideExact(value) / parts;
                wrong += !equal.is_at_least(value, parts);
                wrong += (-equal).is_at_least(value, parts) != (value <= Exact(0));
                small += value.den() <= std::numeric_limits<std::int64_t>::max() / parts;
            }
        }
    }
    CHECK(wrong == 0);
    CHECK(small > 1000);
    CHECK_FALSE(WideExact::not_a_number().is_at_least(Exact(0), 1));
    CHECK_FALSE(WideExact(1).is_at_least(Exact::not_a_number(), 1));
}

TEST_CASE("WideExact: neighbours whose cross products need 250 bits are told apart") {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    const WideExact a = WideExact::difference(Exact::ratio(1, most), Exact::ratio(1, most - 1));
    const WideExact b = WideExact::difference(Exact::ratio(1, most), Exact::ratio(1, most - 2));
    CHECK(b < a);
    CHECK(a > b);
    CHECK(a != b);
    CHECK(a == a);
    CHECK((a <=> a) == std::partial_ordering::equivalent);
    CHECK(-a < -b);
}

TEST_CASE("WideExact: decimals round half away from zero, and more than 18 are not a number") {
    CHECK(WideExact(Exact::ratio(2675, 1000)).rounded(2) == Exact::ratio(268, 100));
    CHECK(WideExact(Exact::ratio(-2675, 1000)).rounded(2) == Exact::ratio(-268, 100));
    CHECK(WideExact(Exact::ratio(2674, 1000)).rounded(2) == Exact::ratio(267, 100));
    CHECK(WideExact(Exact::ratio(1, 3)).rounded(0) == 0);
    CHECK(WideExact(Exact::ratio(1, 2)).rounded(0) == 1);
    CHECK(WideExact(Exact::ratio(2, 3)).rounded(18) ==
          Exact::ratio(666'666'666'666'666'667, 1'000'000'000'000'000'000));
    CHECK_FALSE(WideExact(1).rounded(19).is_number());
    CHECK_FALSE(WideExact(1).rounded(-1).is_number());
    CHECK_FALSE(WideExact::not_a_number().rounded(0).is_number());
    const WideExact tiny = WideExact::difference(Exact::ratio(1, (std::int64_t{1} << 62) - 1),
                                                 Exact::ratio(1, std::int64_t{1} << 62));
    CHECK(tiny.rounded(18) == 0);
}

TEST_CASE("WideExact: what fits 64 bits is narrowed, what does not is not a number") {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    CHECK(WideExact(most).narrow() == Exact(most));
    CHECK(WideExact(-most).narrow() == Exact(-most));
    CHECK(WideExact(Exact::ratio(1, most)).narrow() == Exact::ratio(1, most));
    CHECK_FALSE((WideExact(most) + 1).narrow().is_number());
    CHECK_FALSE((-WideExact(most) - 1).narrow().is_number());
    CHECK_FALSE((WideExact(Exact::ratio(1, most)) / 2).narrow().is_number());
    CHECK_FALSE(WideExact(Exact::not_a_number()).narrow().is_number());
}

TEST_CASE("WideExact: not a number stays so and compares with nothing") {
    const WideExact none = WideExact::not_a_number();
    for (const WideExact& other : {WideExact(0), WideExact(3), none}) {
        CHECK_FALSE((none == other || none < other || none > other || none <= other));
        CHECK(none != other);
        for (const WideExact& result : {none + other, other + none, none - other, none * other,
                                        other * none, none / other, other / none, -none}) {
            CHECK_FALSE(result.is_number());
        }
    }
    CHECK_FALSE((WideExact(1) / 0).is_number());
    CHECK_FALSE(WideExact::difference(1, Exact::not_a_number()).is_number());
    CHECK_FALSE(WideExact::share(1, 0, 0).is_number());
    CHECK(std::isnan(none.to_double()));
}

TEST_CASE("WideExact: each way in which a sum does not fit, and its neighbour that fits") {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    const WideExact large = WideExact(most) * most;  // nearly 2^126
    const WideExact half = large + large;            // nearly 2^127
    const WideExact seventh = WideExact(Exact::ratio(1, 7));
    const WideExact first = WideExact(Exact::ratio(1, most)) / 512;
    const WideExact second = WideExact(Exact::ratio(1, most - 1)) / 1024;
    REQUIRE((half.is_number() && first.is_number() && second.is_number()));
    CHECK_FALSE((half + large).is_number());
    CHECK_FALSE((-half - large).is_number());
    CHECK((half - large) == large);
    CHECK((-half + large) == -large);
    CHECK_FALSE((half + seventh).is_number());
    CHECK_FALSE((seventh + half).is_number());
    CHECK_FALSE((first + second).is_number());
    CHECK_FALSE((half * 2).is_number());
    CHECK_FALSE((first * second).is_number());
    CHECK_FALSE(large.rounded(18).is_number());
    CHECK(large.rounded(0) == large);
    // 2 (2^63 - 1)^2 = 2^127 - 2^65 + 2: to the largest number there is, 2^127 - 1, it is 2^65 - 3.
    const WideExact rest = WideExact(most) * 4 + 1;
    CHECK(((half + rest).num() == eczscore::detail::max_int128));
    CHECK(((-half - rest).num() == -eczscore::detail::max_int128));
    CHECK_FALSE((half + rest + 1).is_number());
    CHECK_FALSE((-half - rest - 1).is_number());
    CHECK((half + 0) == half);
}

TEST_CASE("Wide exact numbers: what is not a number compares false, on either side") {
    const WideExact number = 1;
    const WideExact none = WideExact::not_a_number();
    CHECK_FALSE(number < none);
    CHECK_FALSE(number >= none);
    CHECK_FALSE(none < number);
    CHECK_FALSE(none >= number);
    CHECK_FALSE(none < none);
    CHECK_FALSE(number == none);
}
