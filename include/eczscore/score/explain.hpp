// SPDX-License-Identifier: BSL-1.0
// The sum worked out: every domain's part of a score as data, to be shown as text, JSON or a page.
#pragma once

#include <array>
#include <cstddef>
#include <span>

#include "eczscore/model/checked.hpp"
#include "eczscore/score/band.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore {

/// One line of the sum: weight x product x sum / denominator = contribution.
struct ExplainedDomain {
    const Domain* domain = nullptr;
    std::size_t first_item = 0;  ///< index of the domain's first item in form order
    Exact weight = 0;            ///< the domain's weight over the form's denominator
    Exact product = 1;           ///< of the multiplying items, in points
    Exact sum = 0;               ///< of the adding items, in points (a question's highest part)
    Exact contribution = 0;      ///< in points; not a number where neither it nor the sum counts
    bool multiplies = false;     ///< the domain has multiplying items
    bool complete = false;       ///< the form is known, no answer that counts is missing or wrong
};

/// A score with its working. `scale_up` is the factor for questions that left the mean.
struct Explanation {
    const Instrument* instrument = nullptr;
    const Form* form = nullptr;
    Score score{};
    std::array<Answer, max_items> answers{};
    std::array<ExplainedDomain, max_domains> lines{};
    std::size_t line_count = 0;
    Exact scale_up = 1;
    Computed computed{};  ///< the working of an instrument's own formula
    const BandScheme* scheme = nullptr;
    const Band* band = nullptr;

    /// The lines of the sum, one per domain of the form.
    constexpr std::span<const ExplainedDomain> domains() const {
        return std::span(lines).first(line_count);
    }
};

namespace detail {

constexpr ExplainedDomain explain_domain(const Instrument& instrument, const Tally& t,
                                         std::size_t index) {
    const Form& form = instrument.forms[t.form];
    const Domain& domain = form.domains[index];
    ExplainedDomain line{.domain = &domain,
                         .weight = Exact::ratio(domain.weight, form.denominator),
                         .complete = t.age == Status::ok && t.domains[index].complete};
    std::int64_t multiplying = 1;
    for (const Item& item : domain.items) {
        if (item.role != Role::multiplies) continue;
        multiplying *= item.scale.units_per_point;
        line.multiplies = true;
    }
    line.product = Exact::ratio(t.domains[index].product, multiplying);
    line.sum = Exact::ratio(t.domains[index].sum, domain_units(domain) / multiplying);
    line.contribution = line.weight * line.product * line.sum;
    return line;
}

/// Blanks that a published rule counts are in the sum; the sum for a licensed table is one, too.
constexpr bool has_sum(const Score& score) {
    return score.is_scored() || score.status == Status::needs_data;
}

}  // namespace detail

/// Works the sum out, domain by domain, in exact numbers. Same arguments as `score()`; the band is
/// that of `scheme`, or of the default scheme for the age when `scheme` is null.
constexpr Explanation explain(const Instrument& instrument, std::span<const Answer> answers,
                              Age age = {}, const BandScheme* scheme = nullptr) {
    const Tally t = tally(instrument, answers, age);
    Explanation result;
    result.instrument = &instrument;
    result.form = &instrument.forms[t.form];
    result.score = detail::finish(instrument, t, answers);
    if (instrument.formula != nullptr && t.wrong == 0 && !t.too_many) {
        result.computed = detail::computed(instrument, answers);
    }
    for (std::size_t i = 0; i < answers.size() && !t.too_many; ++i) {
        result.answers[i] = answers[i];
    }
    std::size_t item = 0;
    for (std::size_t d = 0; d < instrument.plan.domains; ++d) {
        result.lines[d] = detail::explain_domain(instrument, t, d);
        result.lines[d].first_item = item;
        if (!result.lines[d].complete && !detail::has_sum(result.score)) {
            result.lines[d].contribution = Exact::not_a_number();
        }
        item += result.lines[d].domain->items.size();
    }
    result.line_count = instrument.plan.domains;
    const std::int64_t all = instrument.plan.questions;
    const std::int64_t left = detail::leaving(instrument, t);
    if (left < all) result.scale_up = Exact::ratio(all, all - left);
    result.scheme = scheme != nullptr ? scheme : default_bands(instrument, age);
    if (result.scheme != nullptr) result.band = band(*result.scheme, result.score);
    return result;
}

/// The same from a typed set of answers, which knows its instrument and carries the age.
template <TypedAnswers Typed>
constexpr Explanation explain(const Typed& typed) {
    const auto answers = typed.in_order();
    return explain(Typed::instrument(), answers, typed.age);
}

}  // namespace eczscore
