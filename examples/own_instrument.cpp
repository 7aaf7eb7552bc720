// SPDX-License-Identifier: BSL-1.0
// Describing an instrument of one's own: three signs of one lesion, 0 to 9, as TIS does it.
#include <eczscore/model/checked.hpp>
#include <eczscore/score/band.hpp>

#include <array>
#include <cstdio>

// [descriptor]
namespace tis {
using namespace eczscore;

// 1. What is graded. Labels are neutral names of your own, never the wording of a questionnaire.
inline constexpr Item signs[] = {
    {.id = "erythema", .label = "erythema", .scale = whole_points(0, 3)},
    {.id = "edema_papulation", .label = "oedema or papulation", .scale = whole_points(0, 3)},
    {.id = "excoriation", .label = "excoriation", .scale = whole_points(0, 3)}};

// 2. How it adds up: weight, items, and the highest value that the paper prints.
inline constexpr Domain domains[] = {{"lesion", "Lesion", 1, signs, 9}};
inline constexpr Form forms[] = {{.id = "all", .label = "all ages", .domains = domains, .max = 9}};

// 3. Who says so, and how that was seen.
inline constexpr Citation wolkerstorfer_1999{
    "wolkerstorfer_1999", "Wolkerstorfer A et al. Acta Derm Venereol 1999;79:356-359",
    "10.1080/000155599750010256", "", "abstract seen"};
inline constexpr Citation oranje_2007{"oranje_2007",
                                      "Oranje AP et al. Br J Dermatol 2007;157:645-648",
                                      "10.1111/j.1365-2133.2007.08112.x", "",
                                      "not read; the bands were seen in a review that quotes it"};
inline constexpr const Citation* sources[] = {&wolkerstorfer_1999, &oranje_2007};

// 4. What the total is called. Bands must cover the range without gap or overlap.
inline constexpr Band bands[] = {{"mild", "Mild", from(0), below(3)},
                                 {"moderate", "Moderate", from(3), below(6)},
                                 {"severe", "Severe", from(6), up_to(9)}};
inline constexpr BandScheme schemes[] = {{.id = "oranje_2007",
                                          .title = "Mild 0-2, moderate 3-5, severe 6-9",
                                          .bands = bands,
                                          .evidence = {&oranje_2007, Confidence::medium},
                                          .is_default = true}};

// 5. The instrument. checked() proves it here and now: a wrong weight, a gap between bands or a
//    duplicate id does not compile, and the compiler names it.
inline constexpr Description description{
    Identity{.id = "tis",
             .title = "Three Item Severity score",
             .version = "1999",
             .respondent = Respondent::clinician,
             .reuse = Reuse::by_permission,
             .recall_days = 0,
             .recall = "today",
             .rights = "None found."},
    Scoring{.min = 0,
            .max = 9,
            .forms = forms,
            .missing = {.evidence = {&wolkerstorfer_1999, Confidence::medium},
                        .text = "none: every sign"}},
    Interpretation{.bands = schemes}, Provenance{.sources = sources}};
inline constexpr Instrument instrument = checked<description>();

// 6. A worked example, without tolerance.
inline constexpr std::array<Answer, 3> example{2, 1, 3};
static_assert(score(instrument, example).value() == Exact(6));
}  // namespace tis
// [descriptor]

int main() {
    const eczscore::Score result = eczscore::score(tis::instrument, tis::example);
    std::printf("TIS %g, %s\n", result.to_double(),
                eczscore::band(tis::schemes[0], result)->label.c_str());
}
