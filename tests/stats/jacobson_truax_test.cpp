// SPDX-License-Identifier: BSL-1.0
// Cut-offs and categories of clinically significant change.
// Covers: stats/types/tie.hpp
#include "eczscore/stats/jacobson_truax.hpp"

#include "eczscore/stats/reliable_change.hpp"
#include "stats/reference.hpp"

using namespace eczscore::stats;
using eczscore::Direction;

namespace {
ReliableChange reliably(Reliable verdict) { return {.verdict = verdict, .state = State::ok}; }
constexpr auto unchanged = ClinicalChange::unchanged;
ClinicalChange judged(double pre, double post, Reliable verdict,
                      Direction direction = Direction::higher_is_worse, Tie tie = Tie::strict) {
    return clinical_change(pre, post, 10, reliably(verdict), {.direction = direction, .tie = tie})
        .change;
}
}  // namespace

TEST_CASE("criterion b uses the spread of the functional population") {
    // The R package clinicalsignificance 3.0.0 uses that of the patients there: for means 29 and
    // 3.5 and standard deviations 11.54 and 3.1 it gives 26.58 instead of 9.7.
    const TwoPopulations of{
        .mean_clinical = 29, .sd_clinical = 11.54, .mean_functional = 3.5, .sd_functional = 3.1};
    const CutOffs lower = cut_offs(of);
    CHECK_CLOSE(lower.b, 9.7, 1e-14);
    CHECK_CLOSE(lower.a, 29 - 23.08, 1e-14);
    CHECK_CLOSE(lower.c, (11.54 * 3.5 + 3.1 * 29) / 14.64, 1e-14);
    CHECK(lower.state == State::ok);

    const TwoPopulations mirrored{
        .mean_clinical = -29, .sd_clinical = 11.54, .mean_functional = -3.5, .sd_functional = 3.1};
    const CutOffs higher = cut_offs(mirrored, Direction::higher_is_better);
    CHECK_CLOSE(higher.a, -lower.a, 1e-14);
    CHECK_CLOSE(higher.b, -lower.b, 1e-14);
    CHECK_CLOSE(higher.c, -lower.c, 1e-14);
}

TEST_CASE("cut-offs that can be had are given") {
    const CutOffs only_a = cut_offs({.mean_clinical = 29, .sd_clinical = 11});
    CHECK(only_a.a == 7.0);
    CHECK(std::isnan(only_a.b));
    CHECK(std::isnan(only_a.c));
    CHECK(only_a.state == State::invalid_argument);
    const CutOffs no_spread =
        cut_offs({.mean_clinical = 29, .sd_clinical = 0, .mean_functional = 3, .sd_functional = 0});
    CHECK(no_spread.a == 29.0);
    CHECK(std::isnan(no_spread.c));
    const CutOffs negative = cut_offs(
        {.mean_clinical = 29, .sd_clinical = -1, .mean_functional = 3, .sd_functional = 2});
    CHECK(std::isnan(negative.a));
    CHECK(negative.b == 7.0);
    CHECK(negative.state == State::invalid_argument);
    CHECK(no_spread.state == State::invalid_argument);
}

TEST_CASE("the categories are apart from each other") {
    CHECK(judged(20, 5, Reliable::improved) == ClinicalChange::recovered);
    CHECK(judged(20, 12, Reliable::improved) == ClinicalChange::improved);
    CHECK(judged(9, 2, Reliable::improved) == ClinicalChange::improved);
    CHECK(judged(20, 5, Reliable::unchanged) == unchanged);
    CHECK(judged(20, 30, Reliable::deteriorated) == ClinicalChange::deteriorated);
    CHECK(judged(5, 20, Reliable::deteriorated) == ClinicalChange::harmed);
    CHECK(judged(5, 20, Reliable::not_evaluable) == ClinicalChange::not_evaluable);
    CHECK(judged(5, 20, Reliable::improved, Direction::higher_is_better) ==
          ClinicalChange::recovered);
    CHECK(judged(20, 5, Reliable::deteriorated, Direction::higher_is_better) ==
          ClinicalChange::harmed);
}

TEST_CASE("a score exactly on the cut-off follows the tie rule") {
    CHECK(judged(20, 10, Reliable::improved) == ClinicalChange::improved);
    CHECK(judged(20, 10, Reliable::improved, Direction::higher_is_worse, Tie::inclusive) ==
          ClinicalChange::recovered);
    CHECK(judged(10, 5, Reliable::improved) == ClinicalChange::improved);
    CHECK(judged(10, 20, Reliable::deteriorated) == ClinicalChange::harmed);
    CHECK(judged(5, 10, Reliable::deteriorated) == ClinicalChange::harmed);
    CHECK(judged(5, 10, Reliable::deteriorated, Direction::higher_is_worse, Tie::inclusive) ==
          ClinicalChange::deteriorated);
}

TEST_CASE("no cut-off or no index is not evaluable") {
    const auto none = clinical_change(20, 5, not_a_number, reliably(Reliable::improved));
    CHECK(none.change == ClinicalChange::not_evaluable);
    CHECK(none.state == State::invalid_argument);
    CHECK(clinical_change(20, 5, 10, ReliableChange{}).change == ClinicalChange::not_evaluable);
}

TEST_CASE("cut-offs and categories agree with base R") {
    const reference::Json& cuts = reference::one("23_individual_base", "cutoff_abc");
    const auto& in = cuts.at("input");
    const CutOffs found = cut_offs({.mean_clinical = in.at("mean_clinical").get<double>(),
                                    .sd_clinical = in.at("sd_clinical").get<double>(),
                                    .mean_functional = in.at("mean_functional").get<double>(),
                                    .sd_functional = in.at("sd_functional").get<double>()});
    CHECK_CLOSE(found.a, cuts.at("output").at("a").get<double>(), 1e-14);
    CHECK_CLOSE(found.b, cuts.at("output").at("b").get<double>(), 1e-14);
    CHECK_CLOSE(found.c, cuts.at("output").at("c").get<double>(), 1e-14);

    const auto& group = reference::one("23_individual_base", "clinically_significant_change");
    const auto pre = reference::numbers(group.at("input").at("pre"));
    const auto post = reference::numbers(group.at("input").at("post"));
    const ReliableRule rule =
        reliable_change(Rci::jacobson_truax,
                        rci_facts(pre, post, group.at("input").at("reliability").get<double>()));
    for (std::size_t i = 0; i < pre.size(); ++i) {
        const ClinicalCategory one =
            clinical_change(pre[i], post[i], found.c, rule(pre[i], post[i]));
        const auto says = [&](const char* key) {
            return group.at("output").at(key)[i].get<bool>();
        };
        CHECK(one.clinical_pre == says("clinical_pre"));
        CHECK(one.functional_post == says("functional_post"));
        CHECK(says(std::string(name(one.change)).c_str()));
    }
}
