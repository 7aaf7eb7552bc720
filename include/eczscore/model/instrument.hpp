// SPDX-License-Identifier: BSL-1.0
// An instrument as a value: what is asked, how it adds up, what may be missing, what the total
// means.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "eczscore/core/age.hpp"
#include "eczscore/core/citation.hpp"
#include "eczscore/core/direction.hpp"
#include "eczscore/core/list.hpp"
#include "eczscore/core/name_of.hpp"
#include "eczscore/model/bands.hpp"
#include "eczscore/model/formula.hpp"
#include "eczscore/model/identity.hpp"
#include "eczscore/model/item.hpp"
#include "eczscore/model/threshold.hpp"

namespace eczscore {

inline constexpr std::size_t max_items = 64;
inline constexpr std::size_t max_domains = 16;
inline constexpr std::size_t max_forms = 6;

/// One way of adding the items up: score = sum over domains / denominator. Forms of an instrument
/// differ by age; they ask the same items in the same order.
struct Form {
    Text id;
    Text label;
    AgeRange ages{};
    int denominator = 1;
    List<Domain> domains;
    Exact max = 0;  ///< highest published score
};

/// What to do with unanswered questions.
enum class Blank : std::uint8_t {
    counts_zero,      ///< the published rule counts them as 0
    leaves_the_mean,  ///< the published rule averages over the questions that were answered
};

/// How many questions may be unanswered, and what is done with them.
struct MissingRule {
    int allowed = 0;  ///< more unanswered questions than this: not scored
    Blank blank = Blank::counts_zero;
    Evidence evidence{};
    Text text{};  ///< the rule in a sentence
};

/// What "not relevant" does: counts 0, or leaves the sum and scales the rest up.
enum class NotRelevant : std::uint8_t { counts_zero, leaves_the_mean };

/// What a person or a program does with two ticks, or a mark between two boxes, on paper.
enum class MarkRule : std::uint8_t { not_defined, highest, lower, blank };

/// How answers become a score: the scoring instructions.
struct Scoring {
    Exact min = 0;
    Exact max = 0;
    Direction direction = Direction::higher_is_worse;
    bool has_total = true;      ///< false: the items stand for themselves, no score is published
    bool rates_change = false;  ///< the score is itself a change: two of them have no difference
    NotRelevant not_relevant = NotRelevant::counts_zero;
    MarkRule several_ticks = MarkRule::not_defined;
    MarkRule between_boxes = MarkRule::not_defined;
    AgeRange ages{};      ///< outside it the scale does not apply; an unknown age is not judged
    Text columns{};       ///< column prefix when it is not the id (`scorad` for oscorad)
    Text also_columns{};  ///< a second prefix that is accepted
    List<Form> forms{};
    const Formula* formula = nullptr;  ///< set: the score is this, and no sum of the items
    Text formula_text{};               ///< the same for people, in a sentence or two
    /// Set: the sum is looked up in a licensed table that the user must supply; what it holds. Then
    /// `min` and `max` are those of the looked-up value, and the forms' those of the sum.
    Text table{};
    MissingRule missing{};
};

/// What a score means: bands, changes that matter, traps.
struct Interpretation {
    List<BandScheme> bands{};
    List<Threshold> thresholds{};
    List<Text> notes{};  ///< traps and conventions, a sentence each
};

/// Where all this was published.
struct Provenance {
    List<const Citation*> sources{};
};

/// An instrument as its header writes it down, group by group, not yet proved. The fields of the
/// groups are its own: `description.id`, `description.bands`. See `checked()`.
struct Description : Identity, Scoring, Interpretation, Provenance {
    /// The prefix of the columns that hold the items: `easi` of `easi_head_neck_area`.
    constexpr Text prefix() const { return columns.empty() ? id : columns; }
    /// The age chooses the form.
    constexpr bool needs_age() const { return forms.size() > 1 || !forms[0].ages.is_everyone(); }
    /// The age chooses between the default band schemes.
    constexpr bool bands_by_age() const {
        for (const BandScheme& scheme : bands) {
            if (scheme.is_default && !scheme.ages.is_everyone()) return true;
        }
        return false;
    }
    /// The age is looked at, if there is one.
    constexpr bool uses_age() const { return needs_age() || !ages.is_everyone() || bands_by_age(); }
    /// The score is the weighted sum of the items.
    constexpr bool is_sum() const { return formula == nullptr && has_total; }
};

/// What `checked()` computes once from a description, so that scoring is a few integer operations.
/// A score is a count of 1/denominator points; a domain adds coefficient x product x sum of item
/// units.
struct Plan {
    std::int64_t denominator = 0;
    const std::int64_t* coefficients = nullptr;  ///< form after form, one a domain; null: no sum
    std::uint8_t items = 0;
    std::uint8_t domains = 0;
    std::uint8_t questions = 0;              ///< adding items, parts of a question counted once
    bool zero_means_not_applicable = false;  ///< of an item: see there

    /// What one unit of a domain adds in a form; 0 where the score is no sum.
    constexpr std::int64_t coefficient(std::size_t form, std::size_t domain) const {
        return coefficients == nullptr ? 0 : coefficients[form * domains + domain];
    }
};

/// Everything known about an instrument, proved. `checked()` makes it from a description.
struct Instrument : Description {
    Plan plan{};
};
static_assert(sizeof(Instrument) <= 300, "147 of these are in every program that names them all");

/// Calls `visit(domain index, item index in the form, item)` for every item in form order.
template <class Visit>
constexpr void for_each_item(const Form& form, Visit visit) {
    std::size_t index = 0;
    for (std::size_t d = 0; d < form.domains.size(); ++d) {
        for (const Item& item : form.domains[d].items) visit(d, index++, item);
    }
}

/// The item at a position in form order.
constexpr const Item& item_at(const Description& instrument, std::size_t index) {
    for (const Domain& domain : instrument.forms[0].domains) {
        if (index < domain.items.size()) return domain.items[index];
        index -= domain.items.size();
    }
    return instrument.forms[0].domains[0].items[0];
}

}  // namespace eczscore
