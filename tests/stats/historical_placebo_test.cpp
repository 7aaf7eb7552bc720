// SPDX-License-Identifier: BSL-1.0
// Published placebo arms, their pooling, and an uncontrolled result held against them.
// Covers: stats/counts_from_percent.hpp, stats/placebo_response.hpp, stats/rate_glmm.hpp
// Covers: stats/types/placebo_arm.hpp
// Covers: stats/rate_meta_analysis.hpp
#include "eczscore/stats/historical_placebo.hpp"

#include "eczscore/stats/counts_from_percent.hpp"
#include "eczscore/stats/placebo_response.hpp"
#include "eczscore/stats/rate_glmm.hpp"
#include "eczscore/stats/rate_meta_analysis.hpp"
#include "stats/reference.hpp"

using namespace eczscore::stats;
using Catch::Matchers::ContainsSubstring;
using eczscore::Confidence;
using eczscore::Exact;
using reference::Json;
using namespace eczscore::literals;

namespace {
constexpr auto file = "16_trials_bayes";

std::vector<ArmCount> counts(const Json& input) {
    std::vector<ArmCount> all;
    for (std::size_t i = 0; i < input.at("x").size(); ++i) {
        all.push_back({input.at("x")[i].get<std::int64_t>(), input.at("n")[i].get<std::int64_t>()});
    }
    return all;
}
}  // namespace

TEST_CASE("every placebo arm has a source and honest counts") {
    for (const PlaceboArm& arm : placebo_arms) {
        INFO(arm.trial.c_str() << " " << name(arm.endpoint).c_str());
        REQUIRE(arm.evidence.source != nullptr);
        CHECK_FALSE(arm.evidence.source->text.empty());
        if (arm.seen == CountSeen::percent_only) {
            CHECK(arm.n == 0);
            CHECK(arm.percent > Exact(0));
        } else {
            CHECK(arm.percent == Exact::ratio(100 * arm.responders, arm.n));
        }
        // What was not printed is low.
        if (arm.seen != CountSeen::printed) CHECK(arm.evidence.confidence == Confidence::low);
    }
}

TEST_CASE("the arms are those of the reference") {
    const Json& in = reference::one(file, "placebo_easi75_meta_all").at("input");
    std::size_t found = 0;
    for (const PlaceboArm& arm : placebo_arms) {
        if (arm.endpoint != PlaceboEndpoint::easi_75 || arm.n == 0) continue;
        for (std::size_t i = 0; i < in.at("x").size(); ++i) {
            if (in.at("x")[i] != arm.responders || in.at("n")[i] != arm.n) continue;
            ++found;
            CHECK((in.at("background")[i] == "TCS") ==
                  (arm.background == Background::topical_steroids));
        }
    }
    CHECK(found == 5);
}

TEST_CASE("every row is as it was seen, with the percentage that was printed") {
    struct Row {
        eczscore::Text trial;
        PlaceboEndpoint endpoint;
        int week;
        Background background;
        CountSeen seen;
        int responders, n;
        double percent;  ///< as printed; whole where the source rounds to whole
    };
    using enum PlaceboEndpoint;
    using enum CountSeen;
    constexpr auto tcs = Background::topical_steroids;
    constexpr auto mono = Background::none;
    const Row rows[] = {
        {"CHRONOS", easi_75, 16, tcs, printed, 73, 315, 23},
        {"CHRONOS", iga_0_1, 16, tcs, printed, 39, 315, 12},
        {"LIBERTY AD PEDS", easi_75, 16, tcs, printed, 33, 123, 27},
        {"LIBERTY AD PEDS", iga_0_1, 16, tcs, printed, 14, 123, 11},
        {"LIBERTY AD PEDS", itch_nrs_4, 16, tcs, printed, 15, 122, 12},
        {"LIBERTY AD PEDS", easi_50, 16, tcs, printed, 53, 123, 43.1},
        {"LIBERTY AD ADOL", easi_50, 16, mono, printed, 11, 85, 13},
        {"LIBERTY AD ADOL", iga_0_1, 16, mono, printed, 2, 85, 2},
        {"LIBERTY AD ADOL", easi_75, 16, mono, printed, 7, 85, 8},
        {"SOLO 1 and 2", iga_0_1, 16, mono, printed, 47, 443, 11},
        {"ECZTRA 3", easi_75, 16, tcs, inferred, 45, 126, 35.7},
        {"ECZTRA 3", iga_0_1, 16, tcs, inferred, 33, 126, 26.2},
        {"JADE MONO-2", easi_75, 12, mono, inferred, 8, 77, 10.4},
        {"JADE MONO-2", iga_0_1, 12, mono, inferred, 7, 77, 9.1},
        {"ECZTRA 1", easi_75, 16, mono, percent_only, 0, 0, 12.7},
        {"ECZTRA 2", easi_75, 16, mono, percent_only, 0, 0, 11.4},
        {"ECZTRA 1", iga_0_1, 16, mono, percent_only, 0, 0, 7.1},
        {"ECZTRA 2", iga_0_1, 16, mono, percent_only, 0, 0, 10.9},
    };
    REQUIRE(std::size(rows) == std::size(placebo_arms));
    for (std::size_t i = 0; i < std::size(rows); ++i) {
        const Row& row = rows[i];
        const PlaceboArm& arm = placebo_arms[i];
        INFO(row.trial.c_str() << " " << name(row.endpoint).c_str());
        CHECK(arm.trial == row.trial);
        CHECK(arm.endpoint == row.endpoint);
        CHECK(arm.week == row.week);
        CHECK(arm.background == row.background);
        CHECK(arm.seen == row.seen);
        CHECK(arm.responders == row.responders);
        CHECK(arm.n == row.n);
        CHECK(arm.rescue == RescueHandling::not_recorded);
        const double scale = row.percent == std::floor(row.percent) ? 1.0 : 10.0;
        CHECK(std::round(arm.percent.to_double() * scale) / scale == Approx(row.percent));
    }
    // Numbers of the Heads Up paper of 2021 are superseded: none is in, and it is said why.
    for (const PlaceboArm& arm : placebo_arms) CHECK_FALSE(arm.trial == "Heads Up");
    const std::string warning = heads_up_warning.note.c_str();
    CHECK(warning.find("superseded") != std::string::npos);
    CHECK(warning.find("692 patients became 673") != std::string::npos);
    CHECK(std::string(heads_up_warning.source->text.c_str()).find("errata") != std::string::npos);
    const double pooled[][3] = {{39.9, 36.7, 43.2}, {20.9, 18.2, 23.8}, {9.0, 6.7, 11.6}};
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(pooled_placebo[i].trials == 24);
        CHECK(pooled_placebo[i].week == 12);
        CHECK(pooled_placebo[i].percent.to_double() == Approx(pooled[i][0]));
        CHECK(pooled_placebo[i].lower.to_double() == Approx(pooled[i][1]));
        CHECK(pooled_placebo[i].upper.to_double() == Approx(pooled[i][2]));
    }
}

TEST_CASE("inferred counts are the only ones that round to the percentage") {
    const Json& each = reference::one(file, "inference_of_counts");
    const auto infers = [&](Exact percent, std::int64_t n, const char* key) {
        const CountsFromPercent counted = counts_from_percent(percent, n);
        INFO(key);
        CHECK(counted.possible == 1);
        CHECK(counted.lowest == each.at("output").at(key)[0].get<std::int64_t>());
    };
    infers(38.9_x, 252, "ecztra3_iga_active");
    infers(26.2_x, 126, "ecztra3_iga_placebo");
    infers(56_x, 252, "ecztra3_easi_active");
    infers(35.7_x, 126, "ecztra3_easi_placebo");
    infers(61_x, 154, "mono2_easi_200_of_154");
    infers(38.1_x, 155, "mono2_iga_200_of_155");
    infers(10.4_x, 77, "mono2_easi_placebo_of_77");
    infers(9.1_x, 77, "mono2_iga_placebo_of_77");
    CHECK(counts_from_percent(50_x, 3).state == State::not_available);
    CHECK(counts_from_percent(10_x, 1000, {.decimals = 0}).possible ==
          11);  // 95 to 105: halves go either way
    CHECK(counts_from_percent(100_x, 7).lowest == 7);
    CHECK(counts_from_percent(0_x, 7).highest == 0);
    CHECK(counts_from_percent(5_x, 0).state == State::invalid_argument);
}

TEST_CASE("pooled placebo rates agree with metafor") {
    for (const char* id : {"placebo_easi75_meta_all", "placebo_easi75_meta_TCS"}) {
        const Json& each = reference::one(file, id);
        const std::vector<ArmCount> arms = counts(each.at("input"));
        const auto agrees = [&](const char* key, Pooling pooling) {
            INFO(id << " " << key);
            const RateMetaResult found = rate_meta_analysis(arms, {.pooling = pooling});
            const Json& out = each.at("output").at(key);
            const auto close = [&](const char* field, double ours) {
                INFO(field);
                CHECK_CLOSE(ours, reference::number(out.at(field)), 1e-9);
            };
            close("logit", found.pooled);
            close("se", found.se);
            close("p", found.rate);
            close("tau2", found.tau2);
            close("I2", found.i2);
            close("Q", found.q);
            CHECK_CLOSE(found.ci.lower, reference::number(out.at("p_ci")[0]), 1e-9);
            CHECK_CLOSE(found.ci.upper, reference::number(out.at("p_ci")[1]), 1e-9);
        };
        agrees("fixed", Pooling::fixed);
        agrees("dl", Pooling::dersimonian_laird);
        agrees("reml", Pooling::reml);
        agrees("reml_hk", Pooling::reml_knapp_hartung);
        const Json& arcsine = each.at("output").at("freeman_tukey_dl");
        const RateMetaResult ft = rate_meta_analysis(
            arms, {.pooling = Pooling::dersimonian_laird, .scale = RateScale::double_arcsine});
        CHECK_CLOSE(ft.pooled, reference::number(arcsine.at("est")), 1e-10);
        CHECK_CLOSE(ft.se, reference::number(arcsine.at("se")), 1e-10);
        // lme4 integrates on 7 nodes and ends its search at about 5 digits.
        const Json& glmm = each.at("output").at("glmm");
        const RateGlmmResult model = rate_glmm(arms);
        CHECK_CLOSE(model.logit, reference::number(glmm.at("logit")), 2e-5);
        CHECK_CLOSE(model.se, reference::number(glmm.at("se")), 2e-5);
        CHECK_CLOSE(model.tau2, reference::number(glmm.at("tau2")), 2e-5);
        const Json& prediction = each.at("output").at("hk_prediction_interval");
        const RateMetaResult found = rate_meta_analysis(arms);
        CHECK_CLOSE(found.prediction.lower, reference::number(prediction[0]), 1e-9);
        CHECK_CLOSE(found.prediction.upper, reference::number(prediction[1]), 1e-9);
    }
    // Arms alike to the last digit: Knapp & Hartung's interval has no width, and says so.
    const ArmCount alike[] = {{20, 100}, {40, 200}, {10, 50}};
    CHECK(rate_meta_analysis(alike).ci.upper - rate_meta_analysis(alike).ci.lower < 1e-6);
    CHECK(rate_meta_analysis(alike).ci.state == State::approximate);
    CHECK(rate_meta_analysis(alike).prediction.state == State::approximate);
    CHECK(rate_meta_analysis(alike, {.pooling = Pooling::fixed}).ci.state == State::ok);
    CHECK(rate_meta_analysis(alike, {.pooling = Pooling::fixed}).ci.upper > 0.24);
    const ArmCount one[] = {{3, 10}};
    CHECK(rate_meta_analysis(one).state == State::too_few);
    CHECK(rate_meta_analysis(one, {.pooling = Pooling::fixed}).state == State::ok);
    const ArmCount zeros[] = {{0, 10}, {0, 20}, {0, 0}};
    CHECK(rate_meta_analysis(zeros, {.pooling = Pooling::reml}).arms == 2);
    CHECK(rate_meta_analysis(zeros, {.pooling = Pooling::reml}).state == State::ok);
    // Half a patient on each side: logits log(1/21) and log(1/41), variances 2 + 2/21 and 2 + 2/41
    const double v1 = 2 + 2.0 / 21, v2 = 2 + 2.0 / 41;
    CHECK_CLOSE(rate_meta_analysis(zeros, {.pooling = Pooling::fixed}).pooled,
                -(std::log(21.0) / v1 + std::log(41.0) / v2) / (1 / v1 + 1 / v2), 1e-13);
    CHECK(rate_meta_analysis({}).state == State::too_few);
}

TEST_CASE("the likelihood of arms that do not differ, and of too few") {
    const ArmCount same[] = {{20, 100}, {40, 200}, {10, 50}};
    const RateGlmmResult one = rate_glmm(same);
    CHECK(one.tau2 == 0.0);
    CHECK_CLOSE(one.rate, 0.2, 1e-6);
    CHECK_CLOSE(one.se, std::sqrt(1 / (350 * 0.2 * 0.8)), 1e-4);
    CHECK(rate_glmm(std::span(same).first(1)).state == State::too_few);
    const ArmCount none[] = {{0, 10}, {0, 20}};
    CHECK(rate_glmm(none).state == State::boundary);
    // Nobody in one arm and everybody in the other: the spread runs away.
    const ArmCount apart[] = {{0, 40}, {40, 40}};
    CHECK(rate_glmm(apart).state == State::boundary);
    CHECK(std::isnan(rate_glmm(apart).rate));
    const ArmCount wrong[] = {{3, 2}, {0, 20}};
    CHECK(rate_glmm(wrong).state == State::invalid_argument);
    const ArmCount many[] = {{3, 1'000'000'001}, {0, 20}};
    CHECK(rate_glmm(many).state == State::out_of_range);
}

TEST_CASE("an uncontrolled EASI-75 of 55 % against what placebo arms showed") {
    UncontrolledResult series{
        .responders = 22, .n = 40, .background = Background::topical_steroids};
    const HistoricalPlaceboResult tcs = compare_with_placebo(series, placebo_arms);
    CHECK(tcs.state == State::ok);
    CHECK(tcs.arms == 3);
    CHECK(tcs.arms_inferred == 1);
    CHECK(tcs.percent == Approx(55.0));
    CHECK(tcs.effective_n < 12);  // not the 564 patients in the arms
    CHECK(tcs.placebo_n == 564);
    CHECK(tcs.probability_above_new_arm < tcs.probability_above_pooled);
    CHECK(tcs.probability_above_new_arm > 0.9);
    CHECK(tcs.posterior.a == 22.5);
    CHECK(tcs.posterior.b == 18.5);
    CHECK_CLOSE(tcs.ci.lower, 100 * detail::beta_quantile(0.025, 22.5, 18.5), 1e-14);
    CHECK_CLOSE(tcs.pooled_percent, 100.0 * 151 / 564, 1e-14);
    CHECK_CLOSE(tcs.probability_above_pooled,
                detail::beta_superiority({22.5, 18.5}, {151.5, 413.5}, 0.0), 1e-14);
    // The prediction is that of map_prior for these three arms (bayes_test).
    const Json& map = reference::one("41_bayes_more", "map_fine_TCS").at("output");
    CHECK_CLOSE(tcs.predicted_percent, 100 * reference::number(map.at("mean")), 1e-8);
    CHECK_CLOSE(tcs.predicted.lower, 100 * reference::number(map.at("q")[0]), 1e-7);
    CHECK_CLOSE(tcs.predicted.upper, 100 * reference::number(map.at("q")[4]), 1e-7);
    CHECK_CLOSE(tcs.effective_n, reference::number(map.at("ess_moment")), 1e-8);
    const std::string text = sentence(series, tcs);
    INFO(text);
    CHECK(text.find("Your uncontrolled EASI-75 of 55 % (22 of 40)") == 0);
    CHECK(text.find("23 % to 36 %") != std::string::npos);
    CHECK(text.find("regression to the mean") != std::string::npos);

    series.background = Background::none;
    const HistoricalPlaceboResult none = compare_with_placebo(series, placebo_arms);
    CHECK(none.arms == 2);
    CHECK(none.arms_without_counts == 2);
    CHECK(none.highest_percent == Approx(12.7));
    CHECK(none.predicted_percent < tcs.predicted_percent);
    series.background = Background::mixed;
    CHECK(compare_with_placebo(series, placebo_arms).arms == 5);
}

TEST_CASE("what is not matched is said: background, weeks and rescue rule") {
    UncontrolledResult series{.responders = 5, .n = 40, .background = Background::mixed};
    const auto said = [&](std::span<const PlaceboArm> arms) {
        return sentence(series, compare_with_placebo(series, arms));
    };
    const std::string mixed = said(placebo_arms);
    CHECK_THAT(mixed, ContainsSubstring("EASI-75 of 13 % (5 of 40)"));  // 12.5: away from 0
    CHECK_THAT(mixed, ContainsSubstring("in 7 arms (mixed background therapy, week 12 to 16)"));
    CHECK_THAT(mixed, ContainsSubstring("Background therapy is not matched"));
    CHECK_THAT(mixed, ContainsSubstring("rescue rule is not matched in 7 of these arms"));
    series.background = Background::topical_steroids;
    const std::string steroids = said(placebo_arms);
    CHECK_THAT(steroids, ContainsSubstring("(topical corticosteroids, week 16)"));
    CHECK_THAT(steroids, !ContainsSubstring("Background therapy is not matched"));
    series.week = 52;
    CHECK_THAT(said(placebo_arms),
               ContainsSubstring("no matching placebo arm with counts (topical corticosteroids, "
                                 "week 48 to 56, rescue rule not recorded) and stands without "
                                 "comparison"));
    // A rule that is known on both sides must be the same.
    series.week = 16;
    series.rescue = RescueHandling::non_responder;
    std::vector<PlaceboArm> arms(std::begin(placebo_arms), std::end(placebo_arms));
    arms[0].rescue = RescueHandling::non_responder;  // CHRONOS
    arms[2].rescue = RescueHandling::as_observed;    // LIBERTY AD PEDS
    const HistoricalPlaceboResult found = compare_with_placebo(series, arms);
    CHECK(found.arms == 2);
    CHECK(found.arms_rescue_unknown == 1);
    CHECK(found.placebo_n == 315 + 126);
    CHECK_THAT(sentence(series, found), ContainsSubstring("not matched in 1 of these arms"));
    arms[10].rescue = RescueHandling::non_responder;  // ECZTRA 3
    CHECK_THAT(said(arms), !ContainsSubstring("rescue rule is not matched"));
    series.rescue = RescueHandling::not_recorded;
    CHECK(compare_with_placebo(series, arms).arms_rescue_unknown == 3);
}

TEST_CASE("arms and models that cannot be leave no comparison") {
    const UncontrolledResult series{
        .responders = 5, .n = 40, .background = Background::topical_steroids};
    std::vector<PlaceboArm> arms(std::begin(placebo_arms), std::end(placebo_arms));
    arms[0].responders = 400;
    CHECK(compare_with_placebo(series, arms).state == State::invalid_argument);
    arms[0].responders = 7;
    arms[0].n = 0;
    CHECK(compare_with_placebo(series, arms).state == State::invalid_argument);
    for (const MapModel& model : {MapModel{.tau_scale = -1.0}, MapModel{.mu_sd = 0.0},
                                  MapModel{.mu_mean = not_a_number}, MapModel{.mu_sd = infinity}}) {
        const HistoricalPlaceboResult found = compare_with_placebo(series, placebo_arms, model);
        CHECK(found.state == State::invalid_argument);
        CHECK(sentence(series, found).find("No comparison") == 0);
    }
}

TEST_CASE("the caution is there whatever came out") {
    const auto always = [](const UncontrolledResult& series, State state) {
        const HistoricalPlaceboResult found = compare_with_placebo(series, placebo_arms);
        CHECK(found.state == state);
        CHECK(found.caution == historical_comparison_caution);
        CHECK(sentence(series, found).find("not a controlled trial") != std::string::npos);
    };
    always({}, State::too_few);
    always({.responders = 5, .n = 4}, State::invalid_argument);
    const UncontrolledResult many{.responders = 5, .n = 1'000'000'001};
    always(many, State::out_of_range);
    CHECK(sentence(many, compare_with_placebo(many, placebo_arms))
              .starts_with("No comparison: more than 1,000,000,000 patients."));
    always({.responders = 5, .n = 40, .endpoint = PlaceboEndpoint::easi_90}, State::not_available);
    always({.responders = 5, .n = 40, .week = 52}, State::not_available);
    // weeks whose window leaves the range of int
    constexpr int least = std::numeric_limits<int>::min();
    always({.responders = 5, .n = 40, .week = least}, State::not_available);
    always({.responders = 5, .n = 40, .week = 1, .week_window = least}, State::not_available);
    always({.responders = 0, .n = 40}, State::ok);
    always({.responders = 40, .n = 40}, State::ok);
}
