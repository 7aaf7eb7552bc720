// SPDX-License-Identifier: BSL-1.0
// The proof of descriptors once more at run time, where a mistake is an exception and not a
// message.
#include "eczscore/model/checked.hpp"

#include <cstddef>
#include <string>

#include "compile_fail/base.hpp"
#include "score/toy.hpp"

#include "eczscore/instruments.hpp"

#include "catch_compat.hpp"

namespace {
struct Mistake {
    std::string name;
};
}  // namespace

// The library only declares these, so that the compiler's message is their name.
namespace eczscore::descriptor_error {
void it_has_no_form_or_no_domain() { throw Mistake{"it_has_no_form_or_no_domain"}; }
void too_many_items_domains_or_forms() { throw Mistake{"too_many_items_domains_or_forms"}; }
void duplicate_id() { throw Mistake{"duplicate_id"}; }
void forms_do_not_ask_the_same_items() { throw Mistake{"forms_do_not_ask_the_same_items"}; }
void form_ages_overlap_or_leave_a_gap() { throw Mistake{"form_ages_overlap_or_leave_a_gap"}; }
void a_level_is_not_on_the_scale() { throw Mistake{"a_level_is_not_on_the_scale"}; }
void an_item_has_an_impossible_range() { throw Mistake{"an_item_has_an_impossible_range"}; }
void a_weight_does_not_give_the_published_maximum_of_its_domain() {
    throw Mistake{"a_weight_does_not_give_the_published_maximum_of_its_domain"};
}
void the_formula_cannot_reach_the_published_range() {
    throw Mistake{"the_formula_cannot_reach_the_published_range"};
}
void a_band_is_empty() { throw Mistake{"a_band_is_empty"}; }
void bands_overlap() { throw Mistake{"bands_overlap"}; }
void bands_leave_a_gap() { throw Mistake{"bands_leave_a_gap"}; }
void bands_do_not_cover_the_range() { throw Mistake{"bands_do_not_cover_the_range"}; }
void more_than_one_default() { throw Mistake{"more_than_one_default"}; }
void a_threshold_is_negative() { throw Mistake{"a_threshold_is_negative"}; }
void a_fact_without_its_source() { throw Mistake{"a_fact_without_its_source"}; }
void a_further_part_has_no_question_before_it() {
    throw Mistake{"a_further_part_has_no_question_before_it"};
}
}  // namespace eczscore::descriptor_error

using namespace eczscore;

namespace {
/// The name of the first mistake in a descriptor, or nothing.
std::string mistake(const Instrument& instrument) {
    try {
        detail::check_forms(instrument);
        detail::check_facts(instrument);
    } catch (const Mistake& found) {
        return found.name;
    }
    return "";
}

template <std::size_t N>
std::string mistake_in_bands(const Band (&bands)[N]) {
    const BandScheme scheme{.id = "s", .title = "s", .bands = bands, .evidence = base::seen};
    try {
        detail::check_bands(base::instrument(), scheme);
    } catch (const Mistake& found) {
        return found.name;
    }
    return "";
}

std::string mistake_in_item(const Scale& scale, Role role = Role::adds) {
    const Item items[] = {base::item("only", scale, role)};
    const Domain domains[] = {{"all", "All", 1, items, scale.max}};
    const Form forms[] = {{.id = "all", .label = "all", .domains = domains, .max = scale.max}};
    return mistake(base::instrument(forms, scale.max, {}, {}));
}
}  // namespace

TEST_CASE("Every instrument of the registry passes the proof again, with the same plan") {
    for (const Instrument* instrument : registry) {
        CAPTURE(instrument->id.c_str());
        CHECK(mistake(*instrument) == "");
        const Plan plan = detail::plan(*instrument);
        CHECK(plan.lattice == instrument->plan.lattice);
        CHECK(plan.items == instrument->plan.items);
        CHECK(plan.domains == instrument->plan.domains);
        CHECK(plan.questions == instrument->plan.questions);
        CHECK(plan.coefficient == instrument->plan.coefficient);
    }
    for (const Instrument* i :
         {&toy::product, &toy::wellbeing, &toy::infant, &toy::relevant, &toy::mixed}) {
        CHECK(mistake(*i) == "");
        CHECK(detail::plan(*i).coefficient == i->plan.coefficient);
    }
}

TEST_CASE("The lattice of an instrument is the unit of its scores") {
    CHECK(easi::instrument.plan.lattice == 20);  // 0.05
    CHECK(viga_ad::instrument.plan.lattice == 1);
    CHECK(hecsi::instrument.plan.lattice == 1);
    CHECK(poem::instrument.plan.lattice == 1);
    CHECK(dlqi::instrument.plan.lattice == 1);
    CHECK(dlqi::instrument.plan.questions == 10);
    CHECK(dlqi_r::instrument.plan.questions == 10);
    CHECK(pp_nrs::instrument.plan.questions == 7);
    // A score with 0 to 8 questions left out is a whole count of the unit.
    for (int n = 0; n <= 8; ++n) CHECK(dlqi_r::instrument.plan.lattice * 10 % (10 - n) == 0);
    for (int days = 4; days <= 7; ++days) CHECK(pp_nrs::instrument.plan.lattice % days == 0);
    CHECK(toy::mixed.plan.lattice == 1);
    CHECK(toy::relevant.plan.lattice == 1);
}

TEST_CASE("Bands: covering the range without gap or overlap, whichever ends are included") {
    const Band low_below{"low", "Low", from(0), below(10)};
    const Band low_up_to{"low", "Low", from(0), up_to(10)};
    const Band high_from{"high", "High", from(10), up_to(36)};
    const Band high_above{"high", "High", above(10), up_to(36)};
    CHECK(mistake_in_bands({low_below, high_from}) == "");
    CHECK(mistake_in_bands({low_up_to, high_above}) == "");
    CHECK(mistake_in_bands({low_up_to, high_from}) == "bands_overlap");
    CHECK(mistake_in_bands({low_below, high_above}) == "bands_leave_a_gap");
    CHECK(mistake_in_bands({{"low", "Low", from(0), below(9)}, high_from}) == "bands_leave_a_gap");
    CHECK(mistake_in_bands({{"low", "Low", from(0), below(11)}, high_from}) == "bands_overlap");
    CHECK(mistake_in_bands({{"low", "Low", above(0), below(10)}, high_from}) ==
          "bands_do_not_cover_the_range");
    CHECK(mistake_in_bands({{"low", "Low", from(1), below(10)}, high_from}) ==
          "bands_do_not_cover_the_range");
    CHECK(mistake_in_bands({low_below, {"high", "High", from(10), up_to(35)}}) ==
          "bands_do_not_cover_the_range");
    CHECK(mistake_in_bands({low_below, {"high", "High", from(10), below(36)}}) ==
          "bands_do_not_cover_the_range");
    CHECK(mistake_in_bands({low_below, {"low", "High", from(10), up_to(36)}}) == "duplicate_id");
    CHECK(mistake_in_bands({low_below,
                            {"odd", "Odd", from(10), below(10)},
                            {"high", "High", from(10), up_to(36)}}) == "a_band_is_empty");
    CHECK(mistake_in_bands({low_below,
                            {"odd", "Odd", above(10), up_to(10)},
                            {"high", "High", from(10), up_to(36)}}) == "a_band_is_empty");
    CHECK(mistake_in_bands({low_below,
                            {"odd", "Odd", from(10), below(5)},
                            {"high", "High", from(5), up_to(36)}}) == "a_band_is_empty");
    CHECK(mistake_in_bands({low_below,
                            {"ten", "Ten", from(10), up_to(10)},
                            {"high", "High", above(10), up_to(36)}}) == "");
    const BandScheme none{.id = "s", .title = "s", .bands = {}, .evidence = base::seen};
    CHECK_THROWS_AS(detail::check_bands(base::instrument(), none), Mistake);
}

TEST_CASE("Items: a range that can be, levels on the scale and rising") {
    static constexpr Exact halves[] = {0, 1.5_x, 3};
    static constexpr Exact beyond[] = {0, 4};
    static constexpr Exact before[] = {-1, 3};
    static constexpr Exact twice[] = {0, 3, 3};
    const std::string range = "an_item_has_an_impossible_range";
    const std::string level = "a_level_is_not_on_the_scale";
    CHECK(mistake_in_item(whole_points(0, 3)) == "");
    CHECK(mistake_in_item(whole_points(4, 3)) == range);
    CHECK(mistake_in_item({.min = 0, .max = 3, .units_per_point = 0}) == range);
    CHECK(mistake_in_item({.min = 0, .max = 3, .units_per_point = 3}) == range);
    CHECK(mistake_in_item({.min = 0, .max = 2.5_x}) == range);
    CHECK(mistake_in_item({.min = 0.5_x, .max = 3}) == range);
    CHECK(mistake_in_item({.min = 0, .max = 3, .levels = halves}) == level);
    CHECK(mistake_in_item({.min = 0, .max = 3, .units_per_point = 2, .levels = halves}) == "");
    CHECK(mistake_in_item({.min = 0, .max = 3, .levels = beyond}) == level);
    CHECK(mistake_in_item({.min = 0, .max = 3, .levels = before}) == level);
    CHECK(mistake_in_item({.min = 0, .max = 3, .levels = twice}) == level);
    CHECK(mistake_in_item(whole_points(0, 3), Role::further_part) ==
          "a_further_part_has_no_question_before_it");
}

TEST_CASE("Items: a part after a multiplying item has no question before it") {
    const Item items[] = {base::item("area", whole_points(0, 6), Role::multiplies),
                          base::item("part", whole_points(0, 2), Role::further_part)};
    const Domain domains[] = {{"all", "All", 1, items, 12}};
    const Form forms[] = {{.id = "all", .label = "all", .domains = domains, .max = 12}};
    CHECK(mistake(base::instrument(forms, 12, {}, {})) ==
          "a_further_part_has_no_question_before_it");
}

TEST_CASE("Ids: no two items, domains, editions or thresholds share one") {
    const Item same[] = {base::item("a"), base::item("a")};
    const Domain one[] = {{"all", "All", 1, same, 6}};
    const Form one_form[] = {{.id = "all", .label = "all", .domains = one, .max = 6}};
    CHECK(mistake(base::instrument(one_form, 6, {}, {})) == "duplicate_id");

    const Item a[] = {base::item("a")};
    const Domain across[] = {{"left", "L", 1, a, 3}, {"right", "R", 1, a, 3}};
    const Form across_form[] = {{.id = "all", .label = "all", .domains = across, .max = 6}};
    CHECK(mistake(base::instrument(across_form, 6, {}, {})) == "duplicate_id");
}

TEST_CASE("Weights: PhenX's 0.5 for adult lower limbs does not give the published 28.8") {
    Domain regions[4];
    for (std::size_t i = 0; i < 4; ++i) regions[i] = easi::instrument.forms[1].domains[i];
    CHECK(regions[3].weight == 4);
    regions[3].weight = 5;
    const Form forms[] = {
        {.id = "all", .label = "all", .denominator = 10, .domains = regions, .max = 72}};
    CHECK(mistake(base::instrument(forms, 72, {}, {})) ==
          "a_weight_does_not_give_the_published_maximum_of_its_domain");
    regions[3].max = 36;  // told that 36 were right, the total of 79.2 gives it away
    CHECK(mistake(base::instrument(forms, 72, {}, {})) ==
          "the_formula_cannot_reach_the_published_range");
}

TEST_CASE("Range: neither end may be one that the formula cannot give") {
    CHECK(mistake(base::instrument()) == "");
    CHECK(mistake(base::instrument(base::forms, 35, {}, {})) ==
          "the_formula_cannot_reach_the_published_range");
    Instrument low = base::instrument(base::forms, 36, {}, {});
    low.min = 1;
    CHECK(mistake(low) == "the_formula_cannot_reach_the_published_range");
}

TEST_CASE("Forms: the same items, and ages that meet") {
    const Domain two[] = {base::domains[0], {"more", "More", 1, {}, 0}};
    Domain renamed[] = {base::domains[0]};
    renamed[0].id = "other";
    Domain elsewhere[] = {base::domains[0]};
    elsewhere[0].items = toy::product_items;
    const auto second = [](auto& domains) {
        const Form forms[] = {{"child", "child", {.below_months = 96}, 1, base::domains, 36},
                              {"adult", "adult", {.from_months = 96}, 1, domains, 36}};
        return mistake(base::instrument(forms));
    };
    CHECK(second(base::domains) == "");
    CHECK(second(two) == "forms_do_not_ask_the_same_items");
    CHECK(second(renamed) == "forms_do_not_ask_the_same_items");
    CHECK(second(elsewhere) == "forms_do_not_ask_the_same_items");
    // Fewer of the very same items.
    Domain shorter[] = {base::domains[0]};
    const Item(&first_item)[1] = reinterpret_cast<const Item(&)[1]>(base::items);
    shorter[0].items = first_item;
    CHECK(second(shorter) == "forms_do_not_ask_the_same_items");

    const Form gap[] = {{"child", "child", {.below_months = 84}, 1, base::domains, 36},
                        {"adult", "adult", {.from_months = 96}, 1, base::domains, 36}};
    CHECK(mistake(base::instrument(gap)) == "form_ages_overlap_or_leave_a_gap");
}

TEST_CASE("Facts: a source or a word why, no negative threshold, one default") {
    const auto with = [](Threshold a, Threshold b) {
        const Threshold both[] = {a, b};
        return mistake(base::instrument(base::forms, 36, base::schemes, both));
    };
    const Threshold four{.id = "four", .label = "4", .value = 4, .evidence = base::seen};
    Threshold five{.id = "five", .label = "5", .value = 5, .evidence = base::seen};
    CHECK(with(four, five) == "");
    Threshold changed = five;
    changed.value = -5;
    CHECK(with(four, changed) == "a_threshold_is_negative");
    changed = five;
    changed.evidence = {};
    CHECK(with(four, changed) == "a_fact_without_its_source");
    changed.evidence.note = "trial practice";
    CHECK(with(four, changed) == "");
    Threshold first = four;
    first.is_default = true;
    five.is_default = true;
    CHECK(with(four, five) == "");
    CHECK(with(first, five) == "more_than_one_default");
    CHECK(with(four, four) == "duplicate_id");

    const auto with_bands = [](BandScheme a, BandScheme b) {
        const BandScheme both[] = {a, b};
        return mistake(base::instrument(base::forms, 36, both));
    };
    BandScheme scheme = base::schemes[0];
    BandScheme other = scheme;
    other.id = "other_2001";
    CHECK(with_bands(scheme, other) == "");
    scheme.is_default = true;
    CHECK(with_bands(scheme, other) == "");
    other.is_default = true;
    CHECK(with_bands(scheme, other) == "more_than_one_default");
    other.ages = {.below_months = 96};
    CHECK(with_bands(scheme, other) == "");
    other.evidence.source = nullptr;
    CHECK(with_bands(scheme, other) == "a_fact_without_its_source");
}

TEST_CASE("Corner: the highest part of a question counts, a low part does not") {
    const Item items[] = {base::item("a", whole_points(0, 1)),
                          base::item("part", whole_points(0, 2), Role::further_part)};
    CHECK(detail::corner({"d", "D", 1, items, 2}, true) == Exact(2));
    CHECK(detail::corner({"d", "D", 1, items, 2}, false) == Exact(0));
    const Item other[] = {base::item("a", whole_points(0, 3)),
                          base::item("part", whole_points(0, 2), Role::further_part)};
    CHECK(detail::corner({"d", "D", 1, other, 3}, true) == Exact(3));
}
