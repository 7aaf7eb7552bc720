// SPDX-License-Identifier: BSL-1.0
// Statistics for `.ci/run differential`: reads a case a line, writes its results with 17 digits.
// A case is the name of a method and its numbers; a group of values is their count and the values.
// A result is the method's state and its numbers, in the order in which they are put below.
#include <charconv>
#include <cstdint>
#include <iostream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "eczscore/stats/brunner_munzel.hpp"
#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/fisher.hpp"
#include "eczscore/stats/hodges_lehmann_paired.hpp"
#include "eczscore/stats/hodges_lehmann_shift.hpp"
#include "eczscore/stats/mann_whitney.hpp"
#include "eczscore/stats/mcnemar.hpp"
#include "eczscore/stats/odds_ratio.hpp"
#include "eczscore/stats/one_proportion.hpp"
#include "eczscore/stats/paired_t.hpp"
#include "eczscore/stats/power_fisher.hpp"
#include "eczscore/stats/sign_flip.hpp"
#include "eczscore/stats/sign_test.hpp"
#include "eczscore/stats/signed_rank.hpp"
#include "eczscore/stats/stratified_rank_sum.hpp"
#include "eczscore/stats/two_sample_permutation.hpp"
#include "eczscore/stats/unconditional_exact.hpp"
#include "eczscore/stats/welch.hpp"

namespace {

using namespace eczscore::stats;

class Case {
public:
    explicit Case(const std::string& line) : words_(line) {}

    std::string word() {
        std::string next;
        words_ >> next;
        return next;
    }
    double number() {
        const std::string text = word();
        double value = not_a_number;
        std::from_chars(text.data(), text.data() + text.size(), value);
        return value;
    }
    std::int64_t whole() { return std::stoll(word()); }
    std::vector<double> values() {
        std::vector<double> all;
        for (std::int64_t left = whole(); left > 0; --left) all.push_back(number());
        return all;
    }
    Responders responders() {
        const std::int64_t x = whole();
        return {x, whole()};
    }

private:
    std::istringstream words_;
};

void put(State state, std::initializer_list<double> numbers) {
    std::string line(std::string_view(name(state)));
    for (const double number : numbers) {
        char text[40];
        const auto end =
            std::to_chars(text, text + sizeof text, number, std::chars_format::general, 17).ptr;
        line += ' ';
        line.append(text, end);
    }
    std::cout << line << '\n';
}

void fisher(Case& c) {
    const Responders active = c.responders();
    const Responders control = c.responders();
    const auto p = [&](Alternative alternative, ExactRule rule) {
        return fisher_test(active, control, {.alternative = alternative, .rule = rule}).p;
    };
    put(fisher_test(active, control).state,
        {p(Alternative::two_sided, ExactRule::central), p(Alternative::less, ExactRule::central),
         p(Alternative::greater, ExactRule::central),
         p(Alternative::two_sided, ExactRule::minimum_likelihood),
         p(Alternative::two_sided, ExactRule::mid_p)});
}

void binomial(Case& c) {
    const Responders of = c.responders();
    const double share = c.number();
    const auto p = [&](Alternative alternative, ExactRule rule) {
        return exact_binomial_test(of, share, {.alternative = alternative, .rule = rule}).p;
    };
    put(exact_binomial_test(of, share).state,
        {p(Alternative::two_sided, ExactRule::central), p(Alternative::less, ExactRule::central),
         p(Alternative::greater, ExactRule::central),
         p(Alternative::two_sided, ExactRule::minimum_likelihood)});
}

void proportion(Case& c) {
    const Responders of = c.responders();
    const double level = c.number();
    const Interval exact =
        one_proportion(of, {.method = ProportionMethod::clopper_pearson, .confidence_level = level})
            .ci;
    const Interval blaker =
        one_proportion(of, {.method = ProportionMethod::blaker, .confidence_level = level}).ci;
    const Interval mid =
        one_proportion(of, {.method = ProportionMethod::mid_p, .confidence_level = level}).ci;
    put(exact.state, {exact.lower, exact.upper, blaker.lower, blaker.upper, mid.lower, mid.upper});
}

void tails(Case& c) {
    const std::string of = c.word();
    const double x = c.number();
    const double a = c.number();
    const double b = c.number();
    if (of == "normal") put(State::ok, {detail::normal_cdf(x), detail::normal_sf(x)});
    if (of == "t") put(State::ok, {detail::t_cdf(x, a), detail::t_sf(x, a)});
    if (of == "chi_square") {
        put(State::ok, {detail::chi_square_cdf(x, a), detail::chi_square_sf(x, a)});
    }
    if (of == "f") put(State::ok, {detail::f_cdf(x, a, b), detail::f_sf(x, a, b)});
    if (of == "beta") put(State::ok, {detail::beta_cdf(x, a, b), detail::beta_sf(x, a, b)});
}

void compute(const std::string& method, Case& c) {
    if (method == "mann_whitney") {
        const auto x = c.values(), y = c.values();
        const MannWhitney r = mann_whitney_exact(x, y);
        put(r.state, {r.p, r.p_less, r.p_greater, r.u, r.z,
                      mann_whitney_normal(x, y, {.corrected = true}).p});
    } else if (method == "permutation") {
        const auto x = c.values(), y = c.values();
        const TwoSamplePermutation r = two_sample_permutation_exact(x, y);
        put(r.state, {r.p, r.p_less, r.p_greater, r.difference});
    } else if (method == "signed_rank") {
        const Zeros zeros = c.word() == "pratt" ? Zeros::pratt : Zeros::wilcoxon;
        const SignedRank r = signed_rank_exact(c.values(), {.zeros = zeros});
        put(r.state, {r.p_two_sided, r.p_less, r.p_greater, r.w_plus, r.z});
    } else if (method == "sign_flip") {
        const SignFlip r = sign_flip_exact(c.values());
        put(r.state, {r.p_two_sided, r.p_less, r.p_greater, r.sum});
    } else if (method == "sign_test") {
        const auto d = c.values();
        const SignTest r = sign_test(d, {.confidence_level = c.number()});
        put(r.state, {r.p_two_sided, r.p_mid, r.p_less, r.p_greater, r.median, r.ci.lower,
                      r.ci.upper, r.ci.attained});
    } else if (method == "mcnemar") {
        const PairedCounts counts{c.whole(), c.whole(), c.whole(), c.whole()};
        const McNemar r = mcnemar(counts, {.confidence_level = c.number()});
        put(r.state, {r.p_exact, r.p_mid, r.chi_square, r.p_asymptotic, r.p_edwards,
                      r.odds_ratio_ci.lower, r.odds_ratio_ci.upper});
    } else if (method == "unconditional") {
        const UnconditionalOrder order =
            c.word() == "score" ? UnconditionalOrder::score : UnconditionalOrder::boschloo;
        const Responders active = c.responders();
        const UnconditionalTest r =
            unconditional_exact_test(active, c.responders(), {.order = order});
        put(r.state, {r.p, r.p_less, r.p_greater, r.share_at_less, r.share_at_greater});
    } else if (method == "welch") {
        const auto x = c.values(), y = c.values();
        const Estimate r = welch_t(x, y, {.confidence_level = c.number()}).difference;
        put(r.state, {r.estimate, r.se, r.df, r.statistic, r.p, r.ci.lower, r.ci.upper});
    } else if (method == "paired_t") {
        const auto d = c.values();
        const PairedT r = paired_t(d, {.confidence_level = c.number()});
        put(r.state,
            {r.mean, r.sd, r.t, r.p_two_sided, r.p_less, r.p_greater, r.ci.lower, r.ci.upper});
    } else if (method == "shift") {
        const auto x = c.values(), y = c.values();
        const HodgesLehmannShift r = hodges_lehmann_shift(x, y, {.confidence_level = c.number()});
        put(r.shift.state,
            {r.shift.estimate, r.shift.ci.lower, r.shift.ci.upper, static_cast<double>(r.k)});
    } else if (method == "shift_paired") {
        const auto d = c.values();
        const HodgesLehmannPaired r = hodges_lehmann_paired(d, {.confidence_level = c.number()});
        put(r.state, {r.estimate, r.ci.lower, r.ci.upper, static_cast<double>(r.order)});
    } else if (method == "brunner_munzel") {
        const auto x = c.values(), y = c.values();
        const BrunnerMunzel r = brunner_munzel(x, y);
        put(r.state, {r.p_x_greater.estimate, r.p_x_greater.se, r.p_x_greater.df, r.p_x_greater.p});
    } else if (method == "van_elteren") {
        std::vector<std::vector<double>> values;
        std::vector<RankStratum> strata;
        for (std::int64_t left = 2 * c.whole(); left > 0; --left) values.push_back(c.values());
        for (std::size_t i = 0; i < values.size(); i += 2)
            strata.push_back({values[i], values[i + 1]});
        const StratifiedRankSum r = stratified_rank_sum(strata);
        put(r.state, {r.statistic, r.expected, r.sd, r.p});
    } else if (method == "odds_ratio") {
        const Responders active = c.responders(), control = c.responders();
        const Estimate r = odds_ratio(
            active, control,
            {.method = OddsRatioMethod::conditional_exact, .confidence_level = c.number()});
        put(r.state, {r.estimate, r.ci.lower, r.ci.upper});
    } else if (method == "power_fisher") {
        const double p1 = c.number(), p2 = c.number();
        const std::int64_t n1 = c.whole(), n2 = c.whole();
        const PowerResult r = power_fisher(p1, p2, n1, n2);
        put(r.state, {r.power});
    } else if (method == "fisher") {
        fisher(c);
    } else if (method == "binomial") {
        binomial(c);
    } else if (method == "proportion") {
        proportion(c);
    } else if (method == "tails") {
        tails(c);
    } else {
        std::cout << "unknown\n";
    }
}

}  // namespace

int main() {
    std::ios::sync_with_stdio(false);
    for (std::string line; std::getline(std::cin, line);) {
        Case c(line);
        compute(c.word(), c);
    }
}
