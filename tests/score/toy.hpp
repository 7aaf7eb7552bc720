// SPDX-License-Identifier: BSL-1.0
// Small instruments that no paper has, one for each shape, to test the machinery apart from facts.
#pragma once

#include "eczscore/model/checked.hpp"

namespace eczscore::toy {

inline constexpr Citation paper{"paper_1999", "A paper", "", "", "made up for tests"};
inline constexpr const Citation* sources[] = {&paper};
inline constexpr Evidence seen{&paper, Confidence::high};

/// Two whole items and an area that multiplies them: 0-36.
inline constexpr Item product_items[] = {
    {.id = "redness", .label = "redness", .scale = whole_points(0, 3)},
    {.id = "scale", .label = "scale", .scale = whole_points(0, 3)},
    {.id = "area", .label = "area", .scale = whole_points(0, 6), .role = Role::multiplies}};
inline constexpr Domain product_domains[] = {body_region("all", "All", 1, product_items, 36)};
inline constexpr Form product_forms[] = {
    {.id = "all", .label = "all", .domains = product_domains, .max = 36}};
inline constexpr Description product_description{Identity{.id = "product",
                                                          .title = "Product",
                                                          .version = "1",
                                                          .respondent = Respondent::patient,
                                                          .recall = "none",
                                                          .rights = "none"},
                                                 Scoring{.max = 36, .forms = product_forms},
                                                 Interpretation{}, Provenance{.sources = sources}};
inline constexpr Instrument product = checked<product_description>();

/// Higher is better: one item 0-10, with a responder definition of 3 points.
inline constexpr Item wellbeing_items[] = {
    {.id = "well", .label = "well-being", .scale = whole_points(0, 10)}};
inline constexpr Domain wellbeing_domains[] = {{"well", "Well", 1, wellbeing_items, 10}};
inline constexpr Form wellbeing_forms[] = {
    {.id = "all", .label = "all", .domains = wellbeing_domains, .max = 10}};
inline constexpr Threshold wellbeing_thresholds[] = {
    {.id = "better_3", .label = "3 better", .value = 3, .evidence = seen, .eligible_from = 5},
    {.id = "target_8", .label = "8 or more", .basis = Basis::target, .value = 8, .evidence = seen}};
inline constexpr Description wellbeing_description{
    Identity{.id = "wellbeing",
             .title = "Well-being",
             .version = "1",
             .respondent = Respondent::patient,
             .recall = "none",
             .rights = "none"},
    Scoring{.max = 10, .direction = Direction::higher_is_better, .forms = wellbeing_forms},
    Interpretation{.thresholds = wellbeing_thresholds}, Provenance{.sources = sources}};
inline constexpr Instrument wellbeing = checked<wellbeing_description>();

/// One form from 6 months to the 2nd birthday only, nothing before or after; bands by age.
inline constexpr Item infant_items[] = {
    {.id = "only", .label = "only", .scale = whole_points(0, 2)}};
inline constexpr Domain infant_domains[] = {{"only", "Only", 1, infant_items, 2}};
inline constexpr Form infant_forms[] = {
    {"infant", "6 to 23 months", {.from_months = 6, .below_months = 24}, 1, infant_domains, 2}};
inline constexpr Band infant_low[] = {{"low", "Low", from(0), up_to(1)},
                                      {"high", "High", above(1), up_to(2)}};
inline constexpr Band infant_strict[] = {{"low", "Low", from(0), below(1)},
                                         {"high", "High", from(1), up_to(2)}};
inline constexpr BandScheme infant_bands[] = {
    {.id = "first_year",
     .title = "before the first birthday",
     .bands = infant_low,
     .evidence = seen,
     .is_default = true,
     .ages = {.below_months = 12}},
    {.id = "second_year",
     .title = "from the first birthday",
     .bands = infant_strict,
     .evidence = seen,
     .is_default = true,
     .ages = {.from_months = 12}},
};
inline constexpr Description infant_description{Identity{.id = "infant",
                                                         .title = "Infants only",
                                                         .version = "1",
                                                         .respondent = Respondent::patient,
                                                         .recall = "none",
                                                         .rights = "none"},
                                                Scoring{.max = 2, .forms = infant_forms},
                                                Interpretation{.bands = infant_bands},
                                                Provenance{.sources = sources}};
inline constexpr Instrument infant = checked<infant_description>();

/// Two questions that both offer "not relevant" and leave the mean: nothing relevant, no score.
inline constexpr Item relevant_items[] = {
    {.id = "a", .label = "a", .scale = whole_points(0, 3), .offers_not_relevant = true},
    {.id = "b", .label = "b", .scale = whole_points(0, 3), .offers_not_relevant = true}};
inline constexpr Domain relevant_domains[] = {{"all", "All", 1, relevant_items, 6}};
inline constexpr Form relevant_forms[] = {
    {.id = "all", .label = "all", .domains = relevant_domains, .max = 6}};
inline constexpr Description relevant_description{
    Identity{.id = "relevant",
             .title = "Relevant questions",
             .version = "1",
             .respondent = Respondent::patient,
             .recall = "none",
             .rights = "none"},
    Scoring{.max = 6, .not_relevant = NotRelevant::leaves_the_mean, .forms = relevant_forms},
    Interpretation{}, Provenance{.sources = sources}};
inline constexpr Instrument relevant = checked<relevant_description>();

/// A scale from 1 to 5 (its lowest total is 3) in two domains of different resolution.
inline constexpr Item mixed_whole[] = {{.id = "w", .label = "whole", .scale = whole_points(1, 5)}};
inline constexpr Exact halves[] = {1, 1.5_x, 2};
inline constexpr Item mixed_half[] = {
    {.id = "h",
     .label = "halves",
     .scale = {.min = 1, .max = 2, .units_per_point = 2, .levels = halves}}};
inline constexpr Domain mixed_domains[] = {{"whole", "Whole", 1, mixed_whole, 5},
                                           {"half", "Half", 2, mixed_half, 4}};
inline constexpr Form mixed_forms[] = {
    {.id = "all", .label = "all", .domains = mixed_domains, .max = 9}};
inline constexpr Description mixed_description{Identity{.id = "mixed",
                                                        .title = "Mixed",
                                                        .version = "1",
                                                        .respondent = Respondent::patient,
                                                        .recall = "none",
                                                        .rights = "none"},
                                               Scoring{.min = 3, .max = 9, .forms = mixed_forms},
                                               Interpretation{}, Provenance{.sources = sources}};
inline constexpr Instrument mixed = checked<mixed_description>();

}  // namespace eczscore::toy
