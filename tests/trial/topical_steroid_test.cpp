// SPDX-License-Identifier: BSL-1.0
// Grams of topical steroid: weights that do not fit, unreturned tubes, classes, weeks, any order.
// Covers: trial/tube.hpp
#include "eczscore/trial/topical_steroid.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "catch_compat.hpp"

using namespace eczscore;
using namespace eczscore::trial;

namespace {
Tube tube(int product, Potency potency, Answer dispensed, Answer returned) {
    return {product, potency, dispensed, returned};
}
constexpr std::array<Exact, 4> ordinal{1, 2, 3, 4};
}  // namespace

TEST_CASE("Steroid: 30 g mild and 20 g very potent weigh 110 with the ordinal label") {
    const std::vector<Tube> tubes = {tube(1, uk_potency::mild, 40, 10),
                                     tube(2, uk_potency::very_potent, 30, 25),
                                     tube(2, uk_potency::very_potent, 30, 15)};
    const SteroidUse use = steroid_use(tubes, PotencyScheme::uk_4);
    CHECK(use.total.grams == Exact(50));
    CHECK(use.of(uk_potency::mild).grams == Exact(30));
    CHECK(use.of(uk_potency::moderate).grams == Exact(0));
    CHECK(use.of(uk_potency::moderate).is_known());
    CHECK(use.of(uk_potency::very_potent).grams == Exact(20));
    CHECK(potency_weighted(use, ordinal).grams == Exact(110));
    CHECK(per_week(use.total, 28).grams == 12.5_x);
    CHECK(grams_of_product(tubes, 2).grams == Exact(20));
    CHECK(grams_of_product(tubes, 3).status == Status::missing);
    CHECK_FALSE(potency_weight_evidence.is_verified());
}

TEST_CASE("Steroid: an unreturned tube is missing, or used up as an upper bound") {
    const Tube kept = tube(1, uk_potency::potent, 30, {});
    CHECK(grams_used(kept).status == Status::missing);
    CHECK(grams_used(kept, Unreturned::full_use) ==
          Grams{.status = Status::ok, .grams = 30, .is_upper_bound = true});
    const std::vector<Tube> tubes = {tube(2, uk_potency::mild, 30, 12.5), kept};
    const SteroidUse use = steroid_use(tubes, PotencyScheme::uk_4);
    CHECK(use.total.status == Status::missing);
    CHECK(use.of(uk_potency::mild).grams == 17.5_x);
    CHECK(use.of(uk_potency::potent).status == Status::missing);
    CHECK(use.unreturned == 1);
    CHECK(potency_weighted(use, ordinal).status == Status::missing);
    const SteroidUse most = steroid_use(tubes, PotencyScheme::uk_4, Unreturned::full_use);
    CHECK(most.total.grams == 47.5_x);
    CHECK(most.total.is_upper_bound);
    CHECK_FALSE(most.of(uk_potency::mild).is_upper_bound);
    CHECK(most.unreturned == 1);
    CHECK(per_week(most.total, 7).is_upper_bound);
}

TEST_CASE("Steroid: negative weights and more returned than dispensed are refused") {
    const Potency mild = uk_potency::mild;
    for (const Tube& wrong :
         {tube(1, mild, 10, 10.5), tube(1, mild, -1, 0), tube(1, mild, 10, -0.5),
          tube(1, mild, Answer::unreadable(), 0), tube(1, mild, {}, -1),
          tube(1, mild, 10, Answer::conflict()), tube(1, {PotencyScheme::uk_4, 5}, 10, 1),
          tube(1, us_potency(8), 10, 1), tube(1, us_potency(0), 10, 1)}) {
        CHECK(grams_used(wrong, Unreturned::full_use).status == Status::invalid);
        const std::vector<Tube> tubes = {tube(1, mild, 30, {}), wrong, tube(1, mild, 30, 0)};
        const SteroidUse use = steroid_use(tubes, PotencyScheme::uk_4);
        CHECK(use.total.status == Status::invalid);
        CHECK(use.refused == 1);
        CHECK(potency_weighted(use, ordinal).status == Status::invalid);
    }
    CHECK(grams_used(tube(1, mild, 10, 10)).grams == Exact(0));
    CHECK(grams_used(tube(1, mild, {}, 3)).status == Status::missing);
    CHECK(per_week({.status = Status::ok, .grams = 5}, 0).status == Status::invalid);
}

TEST_CASE("Steroid: classes of the other scheme are not converted") {
    const std::vector<Tube> tubes = {tube(1, us_potency(2), 30, 10), tube(2, {}, 15, 5),
                                     tube(3, uk_potency::mild, 8, 2)};
    const SteroidUse use = steroid_use(tubes, PotencyScheme::us_7);
    CHECK(use.total.grams == Exact(36));
    CHECK(use.of(us_potency(2)).grams == Exact(20));
    CHECK(use.of(us_potency(7)).grams == Exact(0));
    CHECK(use.of(uk_potency::mild).status == Status::missing);
    CHECK(use.unclassified == 2);
    CHECK(potency_weighted(use, std::array<Exact, 7>{}).status == Status::missing);
    CHECK(potency_weighted(use, ordinal).status == Status::invalid);
    CHECK(steroid_use(tubes, PotencyScheme::unknown).unclassified == 3);
    CHECK(name(us_potency(2)) == "class_ii");
    CHECK(name(uk_potency::very_potent) == "very_potent");
    CHECK(name(us_potency(9)) == "unknown");
}

TEST_CASE("Steroid: no tube listed is not 0 g") {
    const SteroidUse use = steroid_use({}, PotencyScheme::uk_4);
    CHECK(use.total.status == Status::missing);
    CHECK(use.of(uk_potency::mild).status == Status::missing);
    CHECK(potency_weighted(use, ordinal).status == Status::missing);
}

TEST_CASE("Steroid: the order of tubes is irrelevant") {
    std::vector<Tube> tubes = {
        tube(1, uk_potency::mild, 30, 5), tube(2, uk_potency::potent, 30, {}),
        tube(3, uk_potency::potent, 10, 11), tube(4, {}, 30, 1), tube(5, uk_potency::mild, {}, {})};
    const auto by_product = [](const Tube& a, const Tube& b) { return a.product < b.product; };
    const SteroidUse first = steroid_use(tubes, PotencyScheme::uk_4);
    int wrong = 0;
    while (std::next_permutation(tubes.begin(), tubes.end(), by_product)) {
        const SteroidUse use = steroid_use(tubes, PotencyScheme::uk_4);
        wrong += !(use.total == first.total && use.by_class == first.by_class);
        wrong += use.refused != 1 || use.unreturned != 1 || use.unclassified != 1;
    }
    CHECK(wrong == 0);
    CHECK(first.of(uk_potency::mild).status == Status::missing);
    CHECK(first.of(uk_potency::potent).status == Status::invalid);
}

TEST_CASE("Steroid: a score of the caller's own sees all of the use") {
    const std::vector<Tube> tubes = {tube(1, uk_potency::potent, 30, 10)};
    const SteroidUse use = steroid_use(tubes, PotencyScheme::uk_4);
    const auto twice = [](const SteroidUse& u) { return u.total.grams * Exact(2); };
    CHECK(tcs_score(use, twice) == Exact(40));
}
