// SPDX-License-Identifier: BSL-1.0
// POSAS 3.0, the patient's scales: items in five categories that are kept and never added up.
#pragma once

#include "eczscore/instruments/detail/numbered.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::posas3_patient_generic {

namespace detail {
/// The categories in the order of the form, 1 the first; the codes are places in that order.
consteval Item category(std::size_t number) {
    return eczscore::detail::numbered::question(number, 1, 5);
}

inline constexpr const Citation* sources[] = {cite("carriere_2023"), cite("posas_2_and_3")};
inline constexpr Text no_total =
    "No total and no conversion to version 2.0: the scoring was still under test when the scale "
    "was published. A centre that numbered the words 2, 4 and so on did so for one study of its "
    "own.";
inline constexpr Text an_order =
    "The codes 1 to 5 are the places of the five answers in the order of the form, and no amounts.";

struct Scale {
    Text id;
    Text title;
    Text version;
    List<Form> forms;
    List<Text> notes;
};
consteval Description described(const Scale& scale) {
    return {
        Identity{.id = scale.id,
                 .title = scale.title,
                 .version = scale.version,
                 .respondent = Respondent::patient,
                 .reuse = Reuse::by_permission,
                 .recall = "as the form says",
                 .rights = "The owner distributes the scales through its site; the terms were not "
                           "verified. No item or answer wording is included."},
        Scoring{.min = 1,
                .max = 5,
                .has_total = false,
                .forms = scale.forms,
                .missing = {.evidence = {cite("carriere_2023"), Confidence::high,
                                         "no missing rule was found"},
                            .text = "none: there is no score; blank items are named"}},
        Interpretation{.notes = scale.notes}, Provenance{.sources = sources}};
}
}  // namespace detail

inline constexpr Item items[] = {
    detail::category(1),  detail::category(2),  detail::category(3),  detail::category(4),
    detail::category(5),  detail::category(6),  detail::category(7),  detail::category(8),
    detail::category(9),  detail::category(10), detail::category(11), detail::category(12),
    detail::category(13), detail::category(14), detail::category(15), detail::category(16)};
inline constexpr Domain domains[] = {{"items", "Items", 1, items}};
inline constexpr Form forms[] = {{.id = "all", .label = "all ages", .domains = domains}};
inline constexpr Text notes[] = {detail::no_total, detail::an_order};
inline constexpr Description description =
    detail::described({.id = "posas3_patient_generic",
                       .title = "Patient and Observer Scar Assessment Scale 3.0, patient, generic",
                       .version = "3.0 Generic",
                       .forms = forms,
                       .notes = notes});
inline constexpr Instrument instrument = checked<description>();
using Answers = NumberedAnswers<instrument, 16>;

}  // namespace eczscore::posas3_patient_generic

namespace eczscore::posas3_patient_linear {

namespace detail {
using namespace eczscore::posas3_patient_generic::detail;
}
inline constexpr Item scar_widening[] = {
    {.id = "scar_widening", .label = "widening of the scar", .scale = whole_points(1, 5)}};
inline constexpr Domain domains[] = {
    {"items", "The items of the generic scale", 1, posas3_patient_generic::items},
    {"scar_widening", "Scar widening", 1, scar_widening}};
inline constexpr Form forms[] = {{.id = "all", .label = "all ages", .domains = domains}};
inline constexpr Text notes[] = {
    "For linear scars: the sixteen items of the generic scale and the widening of the scar.",
    detail::no_total, detail::an_order};
inline constexpr Description description =
    detail::described({.id = "posas3_patient_linear",
                       .title = "Patient and Observer Scar Assessment Scale 3.0, patient, linear",
                       .version = "3.0 Linear",
                       .forms = forms,
                       .notes = notes});
inline constexpr Instrument instrument = checked<description>();

/// One scar; `q[0]` is item 1. An answer that was not set is missing.
struct Answers {
    Age age{};
    std::array<Answer, 16> q{};
    Answer scar_widening{};

    static constexpr const Instrument& instrument() { return posas3_patient_linear::instrument; }
    constexpr std::array<Answer, 17> in_order() const {
        return {q[0], q[1],  q[2],  q[3],  q[4],  q[5],  q[6],  q[7],         q[8],
                q[9], q[10], q[11], q[12], q[13], q[14], q[15], scar_widening};
    }
};

}  // namespace eczscore::posas3_patient_linear
