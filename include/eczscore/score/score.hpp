// SPDX-License-Identifier: BSL-1.0
// The scoring function: an instrument and answers in, an exact score or the reason for none out.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>

#include "eczscore/core/exact.hpp"
#include "eczscore/core/status.hpp"
#include "eczscore/score/tally.hpp"

namespace eczscore {

/// The score of one assessment: a count of 1/denominator points, or the reason why there is none.
struct Score {
    std::int64_t units = 0;        ///< a count for kernels and tables; the number is `value()`
    std::int64_t denominator = 1;  ///< units in one point
    Status status = Status::missing;
    const Instrument* instrument = nullptr;  ///< whose score it is
    std::size_t form = 0;                    ///< index of the form that the age chose
    int imputed = 0;                         ///< unanswered questions handled by the published rule
    int not_relevant_count = 0;              ///< questions answered "not relevant"
    Status age = Status::ok;                 ///< why the age decides nothing, when it does not
    ItemSet missing = 0;                     ///< unanswered items that the score needs
    ItemSet wrong = 0;                       ///< answers that are not allowed
    ItemSet rounded = 0;                     ///< answers that were rounded to six places
    ItemSet doubtful_relevance = 0;          ///< "not relevant" beside a further part of 0
    ItemSet zero_means_not_applicable = 0;   ///< items whose 0 says that the scale does not apply
    ItemSet alert = 0;                 ///< answers above 0 that a person must see (`Item::alert`)
    ItemSet odd = 0;                   ///< answers that a formula asks a person to look at
    Text why{};                        ///< a clause of a formula: why no score, or what is odd
    DomainSet signs_without_area = 0;  ///< inconsistent: area 0, signs above 0 (contributes 0)
    DomainSet area_without_signs = 0;  ///< inconsistent: area above 0, all signs 0

    /// There is a score: status `ok` or `imputed`.
    constexpr bool is_scored() const { return eczscore::is_scored(status); }
    /// Recorded answers contradict each other, although there is a score.
    constexpr bool is_inconsistent() const {
        return doubtful_relevance != 0 || signs_without_area != 0 || area_without_signs != 0;
    }
    /// Something a person should read although there is a score.
    constexpr bool has_warning() const {
        return rounded != 0 || odd != 0 || alert != 0 || is_inconsistent();
    }
    /// The exact score. Not a number when there is none: comparisons with it are then false, so a
    /// missing score is neither 0 nor below a threshold.
    constexpr Exact value() const {
        return is_scored() ? Exact::ratio(units, denominator) : Exact::not_a_number();
    }
    /// The score as a `double`, correctly rounded; NaN when there is none.
    constexpr double to_double() const {
        return is_scored() && denominator > 0 ? detail::nearest_double(units, denominator)
                                              : std::numeric_limits<double>::quiet_NaN();
    }
    constexpr bool operator==(const Score&) const = default;
};

namespace detail {

/// Questions that leave the mean, so that the rest is scaled up.
constexpr std::int64_t leaving(const Instrument& instrument, const Tally& t) {
    std::int64_t count = 0;
    if (instrument.missing.blank == Blank::leaves_the_mean) count += t.blanks;
    if (instrument.not_relevant == NotRelevant::leaves_the_mean) count += t.not_relevant_count;
    return count;
}

constexpr Status judge(const Instrument& instrument, const Tally& t) {
    if (t.wrong != 0 || t.too_many || t.age == Status::invalid) return Status::invalid;
    if (t.age != Status::ok) return t.age;
    if (t.zero_means_not_applicable != 0) return Status::not_applicable;
    if (t.blanks > instrument.missing.allowed) return Status::missing;
    if (leaving(instrument, t) >= instrument.plan.questions) return Status::not_applicable;
    if (!instrument.has_total) return Status::not_applicable;
    return t.blanks > 0 ? Status::imputed : Status::ok;
}

inline constexpr Text more_answers_than_items = "more answers than the instrument has items";
inline constexpr Text score_does_not_fit =
    "the exact result needs more than the 53 bits of a score";

/// The formula's result; answers that were not handed over are missing. Never more answers than
/// items.
constexpr Computed computed(const Instrument& instrument, std::span<const Answer> answers) {
    if (answers.size() == instrument.plan.items) return instrument.formula->of_answers(answers);
    std::array<Answer, max_items> all{};
    for (std::size_t i = 0; i < answers.size(); ++i) all[i] = answers[i];
    return instrument.formula->of_answers(
        std::span<const Answer>(all.data(), instrument.plan.items));
}

/// Whether a number can be a score: its parts are at most 2^53, as `checked()` proves of the sums.
constexpr bool can_be_score(Exact value) {
    constexpr std::int64_t limit = std::int64_t{1} << 53;
    return value.is_number() && value.num() <= limit && value.num() >= -limit &&
           value.den() <= limit;
}

/// What an instrument's own formula says, once every answer is allowed or missing.
constexpr void compute(const Instrument& instrument, std::span<const Answer> answers,
                       Score& score) {
    score.missing = 0;
    if (score.status == Status::invalid || score.age != Status::ok) return;
    const Computed result = computed(instrument, answers);
    score.status = result.wrong != 0 ? Status::invalid : result.status;
    score.missing = result.missing;
    score.wrong = result.wrong;
    score.odd = result.odd;
    score.why = result.why;
    if (!score.is_scored()) return;
    if (!can_be_score(result.value)) {
        score.status = Status::invalid;
        score.why = score_does_not_fit;
        return;
    }
    score.units = result.value.num();
    score.denominator = result.value.den();
}

/// The weighted sum; for an instrument with a table, the sum that is looked up there.
constexpr void add_up(const Instrument& instrument, const Tally& t, Score& score) {
    score.imputed = t.blanks;
    for (std::size_t d = 0; d < instrument.plan.domains; ++d) score.units += t.domains[d].units;
    const std::int64_t all = instrument.plan.questions;
    score.units = score.units * all / (all - leaving(instrument, t));
}

constexpr Score finish(const Instrument& instrument, const Tally& t,
                       std::span<const Answer> answers) {
    Score score{.units = 0,
                .denominator = instrument.plan.denominator,
                .status = judge(instrument, t),
                .instrument = &instrument,
                .form = t.form,
                .imputed = 0,
                .not_relevant_count = t.not_relevant_count,
                .age = t.age,
                .missing = t.missing,
                .wrong = t.wrong,
                .rounded = t.rounded,
                .doubtful_relevance = t.doubtful_relevance,
                .zero_means_not_applicable = t.zero_means_not_applicable,
                .alert = t.alert,
                .odd = 0,
                .why = t.too_many ? more_answers_than_items : Text{},
                .signs_without_area = t.signs_without_area,
                .area_without_signs = t.area_without_signs};
    if (instrument.formula != nullptr) {
        compute(instrument, answers, score);
    } else if (score.is_scored()) {
        add_up(instrument, t, score);
        if (!instrument.table.empty()) score.status = Status::needs_data;
    }
    return score;
}

}  // namespace detail

/// Scores one assessment.
/// answers  one per item in form order; answers not handed over are missing, and more than there
///          are items are invalid, since it is unknown which items they answer.
/// age      age at the assessment; only needed where `instrument.needs_age()`.
/// returns  the exact score, or a status and the items concerned. Never throws or allocates;
///          nothing is clamped or guessed.
constexpr Score score(const Instrument& instrument, std::span<const Answer> answers, Age age = {}) {
    return detail::finish(instrument, tally(instrument, answers, age), answers);
}

/// The typed door: a struct such as `easi::Answers` that knows its instrument and form order.
template <class Typed>
concept TypedAnswers = requires(const Typed& typed) {
    { Typed::instrument() } -> std::convertible_to<const Instrument&>;
    { typed.in_order() };
    { typed.age } -> std::convertible_to<Age>;
};

/// The same from a typed set of answers, which knows its instrument and carries the age.
template <TypedAnswers Typed>
constexpr Score score(const Typed& typed) {
    const auto answers = typed.in_order();
    return score(Typed::instrument(), answers, typed.age);
}

namespace detail {
/// The items of one domain.
constexpr ItemSet items_of(const Instrument& instrument, std::size_t domain) {
    ItemSet items = 0;
    for_each_item(instrument.forms[0], [&](std::size_t owner, std::size_t index, const Item&) {
        if (owner == domain) items |= item_bit(index);
    });
    return items;
}
}  // namespace detail

/// The contribution of one domain (`easi_head_neck`), scored on its own: `missing` or `invalid`
/// when one of *its* answers is. No missing-item rule applies to a part of a score, and parts that
/// "not relevant" scales up have no score of their own.
constexpr Score subscore(const Instrument& instrument, const Tally& t, std::size_t domain) {
    Score part;
    part.denominator = instrument.plan.denominator;
    part.instrument = &instrument;
    part.form = t.form;
    part.units = t.domains[domain].units;
    if (t.too_many || (t.wrong & detail::items_of(instrument, domain)) != 0) {
        part.status = Status::invalid;
    } else if (t.age != Status::ok) {
        part.status = t.age;
    } else {
        part.status = t.domains[domain].complete ? Status::ok : Status::missing;
    }
    return part;
}

}  // namespace eczscore
