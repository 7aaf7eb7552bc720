// SPDX-License-Identifier: BSL-1.0
// The one pass over the answers that every view of a score is made from.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "eczscore/core/age.hpp"
#include "eczscore/core/answer.hpp"
#include "eczscore/core/status.hpp"
#include "eczscore/model/instrument.hpp"

namespace eczscore {

/// A set of domains (bit i: domain i of the form).
using DomainSet = std::uint32_t;
/// The set of one domain. index: in form order, below 32.
constexpr DomainSet domain_bit(std::size_t index) { return DomainSet{1} << index; }

/// What one domain came to, in units of its items.
struct DomainTally {
    std::int64_t product = 1;  ///< of the multiplying items
    std::int64_t sum = 0;      ///< of the adding items
    std::int64_t units = 0;    ///< contribution to the score, in 1/denominator points
    bool complete = true;      ///< no answer that counts is missing or wrong
};

/// Everything that was found in one set of answers.
struct Tally {
    Status age = Status::ok;  ///< missing, invalid or not_applicable when the age decides nothing
    std::size_t form = 0;
    bool too_many = false;           ///< more answers than items: none of them can be trusted
    ItemSet missing = 0;             ///< unanswered items that the score needs
    ItemSet wrong = 0;               ///< answers that are not allowed
    ItemSet rounded = 0;             ///< answers rounded to six places
    ItemSet not_relevant = 0;        ///< questions that count as not relevant
    ItemSet doubtful_relevance = 0;  ///< not relevant, but a further part says 0
    ItemSet alert = 0;               ///< answers above 0 that a person must see
    ItemSet zero_means_not_applicable = 0;  ///< items whose 0 says that the scale does not apply
    DomainSet signs_without_area = 0;       ///< a multiplying item is 0 but an adding one is not
    DomainSet area_without_signs = 0;       ///< all multiplying items above 0, all adding items 0
    int blanks = 0;                         ///< unanswered questions
    int not_relevant_count = 0;             ///< questions answered "not relevant"
    std::array<DomainTally, max_domains> domains{};
};

namespace detail {

/// One question while its parts are read.
struct Question {
    std::size_t first_item = 0;
    std::int64_t highest = 0;
    bool open = false;
    bool answered = false;
    bool not_relevant = false;
    bool valued = false;
};

struct DomainScan {
    DomainTally& domain;
    ItemSet blank_signs = 0;  ///< first items of unanswered questions
    int blanks = 0;
    bool area_missing = false;
    bool has_area = false;
    bool wrong = false;
};

constexpr void close_question(Question& question, Tally& tally, DomainScan& scan) {
    if (!question.open) return;
    if (!question.answered) {
        scan.blank_signs |= item_bit(question.first_item);
        ++scan.blanks;
    }
    if (question.not_relevant && question.highest == 0) {
        tally.not_relevant |= item_bit(question.first_item);
        if (question.valued) tally.doubtful_relevance |= item_bit(question.first_item);
        ++tally.not_relevant_count;
    }
    scan.domain.sum += question.highest;
    question.open = false;
}

constexpr void read_item(const Item& item, Answer answer, std::size_t index, Question& question,
                         Tally& tally, DomainScan& scan) {
    std::int64_t units = 0;
    const bool value = item.scale.counts(answer, units);
    const bool not_relevant = answer.is_not_relevant() && item.offers_not_relevant;
    if (!answer.is_missing() && !not_relevant && !value) {
        tally.wrong |= item_bit(index);
        scan.wrong = true;
    }
    if (answer.kind() == Answer::Kind::rounded) tally.rounded |= item_bit(index);
    if (!item.alert.empty() && value && answer.millionths() > 0) tally.alert |= item_bit(index);
    if (item.role == Role::recorded) return;
    if (item.zero_means_not_applicable && value && answer.millionths() == 0)
        tally.zero_means_not_applicable |= item_bit(index);
    if (item.role == Role::multiplies) {
        scan.has_area = true;
        scan.domain.product *= value ? units : 0;
        if (answer.is_missing()) {
            tally.missing |= item_bit(index);
            scan.area_missing = true;
        }
        return;
    }
    const std::int64_t added = value ? item.added(answer, units) : 0;
    if (item.role == Role::adds) {
        close_question(question, tally, scan);
        question.first_item = index;  // field by field: copies of halves of it are slow
        question.highest = added;
        question.open = true;
        question.answered = !answer.is_missing();
        question.not_relevant = not_relevant;
        question.valued = value;
        return;
    }
    question.answered |= !answer.is_missing() && !not_relevant;
    question.valued |= value;
    if (value && added > question.highest) question.highest = added;
}

constexpr void close_domain(const Domain& domain, std::size_t index, Tally& tally,
                            DomainScan& scan) {
    const bool no_area = scan.has_area && scan.domain.product == 0 && !scan.area_missing;
    const bool excused = no_area && domain.zero_excuses && !scan.wrong;
    if (!excused) {
        tally.missing |= scan.blank_signs;
        tally.blanks += scan.blanks;
    }
    scan.domain.complete = !scan.wrong && !scan.area_missing && (excused || scan.blank_signs == 0);
    if (scan.area_missing) ++tally.blanks;
    if (scan.wrong) return;
    if (no_area && scan.domain.sum > 0) tally.signs_without_area |= domain_bit(index);
    if (scan.has_area && !domain.area_alone && scan.domain.product > 0 && scan.domain.sum == 0 &&
        scan.blank_signs == 0) {
        tally.area_without_signs |= domain_bit(index);
    }
}

/// The form for this age; `Status::ok` when there is one.
constexpr Status choose_form(const Instrument& instrument, Age age, std::size_t& form) {
    form = 0;
    if (!instrument.ages.is_everyone()) {
        if (age.kind() == Age::Kind::invalid) return Status::invalid;
        if (age.is_known() && !instrument.ages.contains(age)) return Status::not_applicable;
    }
    if (!instrument.needs_age()) return Status::ok;
    if (age.kind() == Age::Kind::missing) return Status::missing;
    if (age.kind() == Age::Kind::invalid) return Status::invalid;
    for (; form < instrument.forms.size(); ++form) {
        if (instrument.forms[form].ages.contains(age)) return Status::ok;
    }
    form = 0;
    return Status::not_applicable;
}

}  // namespace detail

/// Reads the answers, one per item in form order; answers that were not handed over are missing.
/// More answers than items are `too_many`, and none of them is read.
constexpr Tally tally(const Instrument& instrument, std::span<const Answer> answers, Age age) {
    Tally result;
    result.age = detail::choose_form(instrument, age, result.form);
    if (answers.size() > instrument.plan.items) {
        result.too_many = true;
        for (DomainTally& domain : result.domains) domain.complete = false;
        return result;
    }
    const Form& form = instrument.forms[result.form];
    std::size_t index = 0;
    for (std::size_t d = 0; d < form.domains.size(); ++d) {
        detail::DomainScan scan{.domain = result.domains[d]};
        detail::Question question;
        for (const Item& item : form.domains[d].items) {
            const Answer answer = index < answers.size() ? answers[index] : Answer{};
            detail::read_item(item, answer, index, question, result, scan);
            ++index;
        }
        detail::close_question(question, result, scan);
        detail::close_domain(form.domains[d], d, result, scan);
        scan.domain.units =
            instrument.plan.coefficient(result.form, d) * scan.domain.product * scan.domain.sum;
    }
    return result;
}

}  // namespace eczscore
