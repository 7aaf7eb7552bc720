// SPDX-License-Identifier: BSL-1.0
// Published responses to placebo in trials of atopic dermatitis, as sourced rows.
#pragma once

#include <span>

#include "eczscore/references/bibliography.hpp"
#include "eczscore/stats/types/placebo_arm.hpp"

namespace eczscore::stats {

// clang-format off
/// Arms of single trials. SOLO 1 and 2 apart, Measure Up, JADE COMPARE and Heads Up are not in:
/// their counts were not seen (see `heads_up_warning`). The rescue rule was recorded for none.
inline constexpr PlaceboArm placebo_arms[] = {
    {"CHRONOS", PlaceboEndpoint::easi_75, 16, Background::topical_steroids, CountSeen::printed,
     73, 315, Exact::ratio(7300, 315), {cite("chronos_empr"), Confidence::medium}},
    {"CHRONOS", PlaceboEndpoint::iga_0_1, 16, Background::topical_steroids, CountSeen::printed,
     39, 315, Exact::ratio(3900, 315), {cite("chronos_empr"), Confidence::medium}},
    {"LIBERTY AD PEDS", PlaceboEndpoint::easi_75, 16, Background::topical_steroids,
     CountSeen::printed, 33, 123, Exact::ratio(3300, 123),
     {cite("liberty_ad_peds"), Confidence::high, "children"}},
    {"LIBERTY AD PEDS", PlaceboEndpoint::iga_0_1, 16, Background::topical_steroids,
     CountSeen::printed, 14, 123, Exact::ratio(1400, 123),
     {cite("liberty_ad_peds"), Confidence::high, "children"}},
    {"LIBERTY AD PEDS", PlaceboEndpoint::itch_nrs_4, 16, Background::topical_steroids,
     CountSeen::printed, 15, 122, Exact::ratio(1500, 122),
     {cite("liberty_ad_peds"), Confidence::high, "children"}},
    {"LIBERTY AD PEDS", PlaceboEndpoint::easi_50, 16, Background::topical_steroids,
     CountSeen::printed, 53, 123, Exact::ratio(5300, 123),
     {cite("liberty_ad_peds"), Confidence::high, "children"}},
    {"LIBERTY AD ADOL", PlaceboEndpoint::easi_50, 16, Background::none, CountSeen::printed,
     11, 85, Exact::ratio(1100, 85),
     {cite("liberty_ad_adol"), Confidence::high, "adolescents"}},
    {"LIBERTY AD ADOL", PlaceboEndpoint::iga_0_1, 16, Background::none, CountSeen::printed,
     2, 85, Exact::ratio(200, 85),
     {cite("liberty_ad_adol"), Confidence::high, "adolescents; 85 less 83 with an IGA above 1"}},
    {"LIBERTY AD ADOL", PlaceboEndpoint::easi_75, 16, Background::none, CountSeen::printed,
     7, 85, Exact::ratio(700, 85),
     {cite("liberty_ad_adol"), Confidence::high, "adolescents"}},
    {"SOLO 1 and 2", PlaceboEndpoint::iga_0_1, 16, Background::none, CountSeen::printed,
     47, 443, Exact::ratio(4700, 443),
     {cite("silverberg_2019"), Confidence::high, "post hoc, evaluable patients; 443 less 396 without response"}},
    {"ECZTRA 3", PlaceboEndpoint::easi_75, 16, Background::topical_steroids, CountSeen::inferred,
     45, 126, Exact::ratio(4500, 126),
     {cite("silverberg_2021_ecztra3"), Confidence::low, "inferred from 35.7 % of 126"}},
    {"ECZTRA 3", PlaceboEndpoint::iga_0_1, 16, Background::topical_steroids, CountSeen::inferred,
     33, 126, Exact::ratio(3300, 126),
     {cite("silverberg_2021_ecztra3"), Confidence::low, "inferred from 26.2 % of 126"}},
    {"JADE MONO-2", PlaceboEndpoint::easi_75, 12, Background::none, CountSeen::inferred,
     8, 77, Exact::ratio(800, 77),
     {cite("jade_mono_2"), Confidence::low, "inferred from 10.4 % of 77"}},
    {"JADE MONO-2", PlaceboEndpoint::iga_0_1, 12, Background::none, CountSeen::inferred,
     7, 77, Exact::ratio(700, 77),
     {cite("jade_mono_2"), Confidence::low, "inferred from 9.1 % of 77"}},
    {"ECZTRA 1", PlaceboEndpoint::easi_75, 16, Background::none, CountSeen::percent_only,
     0, 0, 12.7_x, {cite("ecztra_1_2"), Confidence::low}},
    {"ECZTRA 2", PlaceboEndpoint::easi_75, 16, Background::none, CountSeen::percent_only,
     0, 0, 11.4_x, {cite("ecztra_1_2"), Confidence::low}},
    {"ECZTRA 1", PlaceboEndpoint::iga_0_1, 16, Background::none, CountSeen::percent_only,
     0, 0, 7.1_x, {cite("ecztra_1_2"), Confidence::low}},
    {"ECZTRA 2", PlaceboEndpoint::iga_0_1, 16, Background::none, CountSeen::percent_only,
     0, 0, 10.9_x, {cite("ecztra_1_2"), Confidence::low}},
};

/// A published pooled response, with its interval; percentages.
struct PooledPlacebo {
    PlaceboEndpoint endpoint = PlaceboEndpoint::easi_75;
    int week = 12;
    int trials = 0;
    Exact percent = 0;
    Exact lower = 0;
    Exact upper = 0;
    Evidence evidence{};
};

/// Andreasen 2020: 24 trials of systemic and biologic treatments.
inline constexpr PooledPlacebo pooled_placebo[] = {
    {PlaceboEndpoint::easi_50, 12, 24, 39.9_x, 36.7_x, 43.2_x,
     {cite("andreasen_2020"), Confidence::high}},
    {PlaceboEndpoint::easi_75, 12, 24, 20.9_x, 18.2_x, 23.8_x,
     {cite("andreasen_2020"), Confidence::high}},
    {PlaceboEndpoint::easi_90, 12, 24, 9.0_x, 6.7_x, 11.6_x,
     {cite("andreasen_2020"), Confidence::high}},
};
// clang-format on

/// Why numbers of the Heads Up paper of 2021 must not be added as they were printed.
inline constexpr Evidence heads_up_warning{
    cite("heads_up"), Confidence::high,
    "errata of 2024 took one site out (692 patients became 673): the numbers printed in 2021 are "
    "superseded"};

/// What moves the response to placebo (Lee 2020, 64 trials).
inline constexpr Evidence placebo_response_note{
    cite("lee_2020"), Confidence::high,
    "the response is larger with concomitant topical therapy, from 3 months on and in trials with "
    "fewer arms"};

}  // namespace eczscore::stats
