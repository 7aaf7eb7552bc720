// SPDX-License-Identifier: BSL-1.0
// A sound little descriptor; each case spoils one thing in it.
#pragma once

#include "eczscore/model/checked.hpp"

namespace base {
using namespace eczscore;

inline constexpr Citation paper{"paper_1999", "A paper", "", "", "made up for tests"};
inline constexpr const Citation* sources[] = {&paper};
inline constexpr Evidence seen{&paper, Confidence::high};

constexpr Item item(Text id, Scale scale = whole_points(0, 3), Role role = Role::adds) {
    return {.id = id, .label = id, .scale = scale, .role = role};
}
inline constexpr Item items[] = {item("redness"), item("scale"),
                                 item("area", whole_points(0, 6), Role::multiplies)};
inline constexpr Domain domains[] = {{"all", "All", 1, items, 36}};
inline constexpr Form forms[] = {{.id = "all", .label = "all", .domains = domains, .max = 36}};
inline constexpr Band bands[] = {{"low", "Low", from(0), below(10)},
                                 {"high", "High", from(10), up_to(36)}};
inline constexpr BandScheme schemes[] = {
    {.id = "author_1999", .title = "Author 1999", .bands = bands, .evidence = seen}};
inline constexpr Threshold thresholds[] = {
    {.id = "mcid_4", .label = "4 points", .value = 4, .evidence = seen}};

constexpr Description instrument(List<Form> its_forms = forms, Exact max = 36,
                                 List<BandScheme> its_bands = schemes,
                                 List<Threshold> its_thresholds = thresholds) {
    return {Identity{.id = "little",
                     .title = "Little",
                     .version = "1",
                     .respondent = Respondent::patient,
                     .recall = "none",
                     .rights = "none"},
            Scoring{.max = max, .forms = its_forms},
            Interpretation{.bands = its_bands, .thresholds = its_thresholds},
            Provenance{.sources = sources}};
}
constexpr Description with_bands(List<BandScheme> its_bands) {
    return instrument(forms, 36, its_bands);
}
constexpr Description with_thresholds(List<Threshold> its_thresholds) {
    return instrument(forms, 36, schemes, its_thresholds);
}
}  // namespace base
