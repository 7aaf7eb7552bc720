// SPDX-License-Identifier: BSL-1.0
// Items: what an allowed answer adds, the word that stands for it, and where an item stands.
#include "eczscore/model/item.hpp"

#include "catch_compat.hpp"

using namespace eczscore;

namespace {
constexpr Word categories[] = {{"better", 0}, {"same", 1}, {"worse", 2}};
constexpr int reversed[] = {3, 2, 1, 0};
constexpr Exact levels[] = {0, 0.5_x, 3};
constexpr int of_levels[] = {0, 7, 9};
constexpr Item items[] = {
    {.id = "plain", .label = "plain", .scale = whole_points(0, 3)},
    {.id = "reversed", .label = "reversed", .scale = whole_points(0, 3), .points = reversed},
    {.id = "category",
     .label = "category",
     .scale = whole_points(0, 2),
     .words = categories,
     .labels_only = true},
    {.id = "levels",
     .label = "levels",
     .scale = {.min = 0, .max = 3, .units_per_point = 2, .levels = levels},
     .points = of_levels}};
static_assert(position_of(items, "plain") == 0);
static_assert(position_of(items, "levels") == 3);
}  // namespace

TEST_CASE("Item: an answer adds itself, or the points that stand for it") {
    CHECK(items[0].added(2) == 2);
    CHECK(items[0].added_per_point() == 1);
    CHECK(items[1].added(0) == 3);
    CHECK(items[1].added(3) == 0);
    CHECK(items[3].added(0.5_x) == 7);
    CHECK(items[3].added(3) == 9);
    CHECK(items[3].added_per_point() == 1);
}

TEST_CASE("Item: the word of an answer, and none for what is no answer") {
    CHECK(word_of(items[2], 0) == Text("better"));
    CHECK(word_of(items[2], 2) == Text("worse"));
    CHECK(word_of(items[2], 3).empty());
    CHECK(word_of(items[2], 0.5_x).empty());
    CHECK(word_of(items[2], {}).empty());
    CHECK(word_of(items[2], Answer::not_relevant()).empty());
    CHECK(word_of(items[0], 2).empty());
}

TEST_CASE("Item: a set has a bit for each") {
    CHECK(item_bit(0) == 1);
    CHECK(item_bit(5) == 32);
    CHECK(item_bit(63) == ItemSet{1} << 63);
}

TEST_CASE("Domain: a sub-scale is reported, and of a region an area of 0 excuses its signs") {
    static constexpr Item asked[] = {{.id = "a", .label = "a", .scale = whole_points(0, 3)}};
    const Domain part = sub_scale("mood", "Mood", 2, asked, 6);
    CHECK(part.id == Text("mood"));
    CHECK(part.label == Text("Mood"));
    CHECK(part.weight == 2);
    CHECK(part.items.data() == asked);
    CHECK(part.max == Exact(6));
    CHECK(part.is_subscore);
    CHECK_FALSE(part.zero_excuses);
    CHECK_FALSE(part.area_alone);
    const Domain region = body_region("trunk", "Trunk", 3, asked, 9);
    CHECK(region.id == Text("trunk"));
    CHECK(region.weight == 3);
    CHECK(region.max == Exact(9));
    CHECK(region.is_subscore);
    CHECK(region.zero_excuses);
    CHECK_FALSE(region.area_alone);
}
