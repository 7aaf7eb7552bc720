// SPDX-License-Identifier: BSL-1.0
// The compile-time proof of a descriptor: what is wrong with it names itself in the compiler's
// message.
#pragma once

#include <cstdint>

#include "eczscore/model/instrument.hpp"
#include "eczscore/model/plan.hpp"

namespace eczscore {

/// Never defined: calling one in a constant expression is the error message.
namespace descriptor_error {
void it_has_no_form_or_no_domain();
void it_names_no_respondent();
void too_many_items_domains_or_forms();
void duplicate_id();
void forms_do_not_ask_or_report_the_same();
void form_ages_overlap_or_leave_a_gap();
void a_level_is_not_on_the_scale();
void an_item_has_an_impossible_range();
void a_weight_does_not_give_the_published_maximum_of_its_domain();
void the_formula_cannot_reach_the_published_range();
void a_band_is_empty();
void bands_overlap();
void bands_leave_a_gap();
void bands_do_not_cover_the_range();
void more_than_one_default();
void a_threshold_is_negative();
void a_fact_without_its_source();
void a_further_part_has_no_question_before_it();
void adding_items_of_a_domain_differ_in_their_steps();
void a_domain_has_no_adding_item();
void not_relevant_belongs_to_a_question();
void a_grade_from_a_percentage_is_not_on_the_scale();
void a_word_stands_for_a_value_off_the_scale();
void words_are_the_only_answers_but_a_value_has_none();
void the_missing_rule_allows_too_many();
void a_blank_area_cannot_count_as_zero();
void the_score_does_not_fit_exact_arithmetic();
void a_week_has_seven_days_of_which_one_to_seven_are_needed();
void points_do_not_stand_for_every_allowed_value();
void a_table_or_a_formula_needs_a_total();
}  // namespace descriptor_error

namespace detail {

/// The most (or least) that an item adds to a score, in points; a 0 that ends the scale adds to
/// none.
consteval Exact extreme(const Item& item, bool highest) {
    const Scale& scale = item.scale;
    const bool skips_first = item.zero_means_not_applicable && scale.min == Exact(0);
    if (item.points.empty()) return highest ? scale.max : skips_first ? Exact(1) : scale.min;
    int found = item.points[skips_first ? 1 : 0];
    for (std::size_t i = skips_first ? 1 : 0; i < item.points.size(); ++i) {
        if (highest ? item.points[i] > found : item.points[i] < found) found = item.points[i];
    }
    return found;
}

/// The highest (or lowest) contribution of a domain before weight and denominator. The highest part
/// of a question counts, so parts share one place in the sum.
consteval Exact corner(const Domain& domain, bool highest) {
    Exact sum = 0;
    Exact part = 0;
    Exact product = 1;
    for (const Item& item : domain.items) {
        const Exact value = extreme(item, highest);
        if (item.role == Role::multiplies) product = product * value;
        if (item.role == Role::adds) {
            sum = sum + part;
            part = value;
        }
        if (item.role == Role::alternative_part && value > part) part = value;
    }
    return product * (sum + part);
}

consteval bool same_domains(const Form& a, const Form& b) {
    if (a.domains.size() != b.domains.size()) return false;
    for (std::size_t d = 0; d < a.domains.size(); ++d) {
        if (a.domains[d].id != b.domains[d].id) return false;
        if (a.domains[d].items.data() != b.domains[d].items.data()) return false;
        if (a.domains[d].items.size() != b.domains[d].items.size()) return false;
        if (a.domains[d].is_subscore != b.domains[d].is_subscore) return false;
    }
    return true;
}

template <class Range>
consteval void check_ids(const Range& range) {
    for (std::size_t i = 0; i < range.size(); ++i) {
        for (std::size_t j = i + 1; j < range.size(); ++j) {
            if (range[i].id == range[j].id) descriptor_error::duplicate_id();
        }
    }
}

consteval void check_scale(const Scale& scale) {
    const Exact limit = 1'000'000'000;  // from there on an answer is unreadable
    if (scale.max < scale.min || scale.min <= -limit || scale.max >= limit ||
        scale.units_per_point < 1 || millionths_per_point % scale.units_per_point != 0 ||
        !(scale.max * Exact(scale.units_per_point)).is_integer() ||
        !(scale.min * Exact(scale.units_per_point)).is_integer()) {
        descriptor_error::an_item_has_an_impossible_range();
    }
    for (std::size_t i = 0; i < scale.levels.size(); ++i) {
        const Exact level = scale.levels[i];
        if (level < scale.min || level > scale.max ||
            !(level * Exact(scale.units_per_point)).is_integer() ||
            (i > 0 && !(scale.levels[i - 1] < level))) {
            descriptor_error::a_level_is_not_on_the_scale();
        }
    }
}

/// Item ids become column names, so they differ across domains too.
consteval void check_item_ids(const Form& form) {
    for_each_item(form, [&](std::size_t, std::size_t i, const Item& a) {
        for_each_item(form, [&](std::size_t, std::size_t j, const Item& b) {
            if (i < j && a.id == b.id) descriptor_error::duplicate_id();
        });
    });
}

/// One number of points for every allowed value, which are whole.
consteval void check_points(const Item& item) {
    if (item.points.empty()) return;
    const Scale& scale = item.scale;
    const std::size_t values = scale.levels.empty()
                                   ? static_cast<std::size_t>(scale.max.num() - scale.min.num() + 1)
                                   : scale.levels.size();
    if (scale.units_per_point != 1 || item.points.size() != values ||
        (item.role != Role::adds && item.role != Role::alternative_part)) {
        descriptor_error::points_do_not_stand_for_every_allowed_value();
    }
}

consteval void check_words(const Item& item) {
    if (item.from_percent != nullptr) {
        const GradeFrom* last = nullptr;
        for (const GradeFrom& limit : item.from_percent->limits) {
            if (!item.scale.allows(limit.grade) ||
                (last != nullptr && !(last->percent < limit.percent))) {
                descriptor_error::a_grade_from_a_percentage_is_not_on_the_scale();
            }
            last = &limit;
        }
    }
    for (const Word& word : item.words) {
        if (!item.scale.allows(word.code)) {
            descriptor_error::a_word_stands_for_a_value_off_the_scale();
        }
    }
    if (!item.labels_only) return;
    if (item.scale.units_per_point != 1 || !item.scale.levels.empty()) {
        descriptor_error::words_are_the_only_answers_but_a_value_has_none();
    }
    for (std::int64_t code = item.scale.min.num(); code <= item.scale.max.num(); ++code) {
        if (word_of(item, code).empty()) {
            descriptor_error::words_are_the_only_answers_but_a_value_has_none();
        }
    }
}

consteval void check_domain(const Domain& domain, bool is_sum) {
    bool question = false;
    const Item* adding = nullptr;
    for (const Item& item : domain.items) {
        check_scale(item.scale);
        check_points(item);
        check_words(item);
        if (item.role == Role::multiplies && item.scale.min < Exact(0)) {
            descriptor_error::an_item_has_an_impossible_range();
        }
        if (item.role == Role::alternative_part && !question) {
            descriptor_error::a_further_part_has_no_question_before_it();
        }
        if (item.role != Role::adds && item.role != Role::alternative_part &&
            item.offers_not_relevant) {
            descriptor_error::not_relevant_belongs_to_a_question();
        }
        question = item.role == Role::adds || item.role == Role::alternative_part;
        if (!question) continue;
        if (is_sum && adding != nullptr && adding->added_per_point() != item.added_per_point()) {
            descriptor_error::adding_items_of_a_domain_differ_in_their_steps();
        }
        adding = &item;
    }
    if (is_sum && adding == nullptr) descriptor_error::a_domain_has_no_adding_item();
}

consteval void check_items(const Form& form, bool is_sum) {
    check_ids(form.domains);
    check_item_ids(form);
    for (const Domain& domain : form.domains) check_domain(domain, is_sum);
}

consteval void check_missing_rule(const Description& description) {
    const int allowed = description.missing.allowed;
    if (allowed < 0 || allowed >= questions(description.forms[0])) {
        descriptor_error::the_missing_rule_allows_too_many();
    }
    for_each_item(description.forms[0], [&](std::size_t, std::size_t, const Item& item) {
        if (allowed > 0 && item.role == Role::multiplies) {
            descriptor_error::a_blank_area_cannot_count_as_zero();
        }
    });
}

/// The most units, above 0 or below, that an item may add or multiply by.
consteval Int128 most_units(const Item& item) {
    const Exact units = item.points.empty() ? item.scale.units_per_point : 1;
    const Int128 high = magnitude((extreme(item, true) * units).num());
    const Int128 low = magnitude((extreme(item, false) * units).num());
    return low > high ? low : high;
}

/// Every sum that scoring, explaining and counting bands can meet stays within 2^53, where `double`
/// counts exactly too; the operations on `Exact` here do not compile where they do not fit.
consteval void check_size(const Instrument& instrument) {
    const Int128 limit = Int128{1} << 53;
    if (instrument.plan.denominator > limit) {
        descriptor_error::the_score_does_not_fit_exact_arithmetic();
    }
    for (std::size_t f = 0; f < instrument.forms.size(); ++f) {
        Int128 whole = 0;
        for (std::size_t d = 0; d < instrument.plan.domains; ++d) {
            Int128 product = 1;
            Int128 sum = 0;
            for (const Item& item : instrument.forms[f].domains[d].items) {
                if (item.role == Role::multiplies) {
                    product *= most_units(item);
                } else if (item.role != Role::recorded) {
                    sum += most_units(item);
                }
                if (product > limit || sum > limit) {
                    descriptor_error::the_score_does_not_fit_exact_arithmetic();
                }
            }
            const int weight = instrument.forms[f].domains[d].weight;
            if (product * sum > limit || magnitude(weight) * product > limit) {
                descriptor_error::the_score_does_not_fit_exact_arithmetic();
            }
            whole += magnitude(instrument.plan.coefficient(f, d)) * product * sum;
        }
        if (whole * instrument.plan.questions > limit) {
            descriptor_error::the_score_does_not_fit_exact_arithmetic();
        }
    }
    for (const BandScheme& scheme : instrument.bands) {
        for (const Band& band : scheme.bands) {
            static_cast<void>(band.upper.at * Exact(2) * Exact(instrument.plan.denominator));
        }
    }
}

/// Weights are proved by what they give: the published highest value of each domain and form.
consteval void check_range(const Description& description, const Form& form) {
    Exact highest = 0;
    Exact lowest = 0;
    for (const Domain& domain : form.domains) {
        const Exact weight = Exact::ratio(domain.weight, form.denominator);
        const Exact contribution = weight * corner(domain, true);
        if (contribution != domain.max) {
            descriptor_error::a_weight_does_not_give_the_published_maximum_of_its_domain();
        }
        highest = highest + contribution;
        lowest = lowest + weight * corner(domain, false);
    }
    if (highest != form.max ||
        (description.table.empty() && (form.max > description.max || lowest != description.min))) {
        descriptor_error::the_formula_cannot_reach_the_published_range();
    }
}

consteval void check_bands(const Description& description, const BandScheme& scheme) {
    check_ids(scheme.bands);
    if (scheme.bands.empty() || scheme.bands.front().lower.at != description.min ||
        !scheme.bands.front().lower.included || scheme.bands.back().upper.at != description.max ||
        !scheme.bands.back().upper.included) {
        descriptor_error::bands_do_not_cover_the_range();
    }
    for (const Band& band : scheme.bands) {
        // A band turned inside out holds nothing, and its neighbours meet or cross behind it.
        if (band.upper.at < band.lower.at ||
            (band.upper.at == band.lower.at && !(band.lower.included && band.upper.included))) {
            descriptor_error::a_band_is_empty();
        }
    }
    for (std::size_t i = 1; i < scheme.bands.size(); ++i) {
        const Edge lower = scheme.bands[i].lower;
        const Edge upper = scheme.bands[i - 1].upper;
        if (lower.at < upper.at || (lower.at == upper.at && lower.included && upper.included)) {
            descriptor_error::bands_overlap();
        }
        if (lower.at > upper.at || (!lower.included && !upper.included)) {
            descriptor_error::bands_leave_a_gap();
        }
    }
}

consteval void check_facts(const Description& description) {
    check_ids(description.bands);
    check_ids(description.thresholds);
    for (std::size_t i = 0; i < description.sources.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (description.sources[i] == description.sources[j]) descriptor_error::duplicate_id();
        }
    }
    const BandScheme* last = nullptr;  // default schemes for different ages tile the ages
    for (const BandScheme& scheme : description.bands) {
        check_bands(description, scheme);
        if (scheme.evidence.source == nullptr) descriptor_error::a_fact_without_its_source();
        if (!scheme.is_default) continue;
        if (last != nullptr && last->ages.below_months != scheme.ages.from_months) {
            descriptor_error::more_than_one_default();
        }
        last = &scheme;
    }
    int meaningful = 0;
    for (const Threshold& threshold : description.thresholds) {
        if (threshold.value < Exact(0)) descriptor_error::a_threshold_is_negative();
        if (threshold.is_default) ++meaningful;
        if (threshold.evidence.source == nullptr && threshold.evidence.note.empty()) {
            descriptor_error::a_fact_without_its_source();
        }
    }
    if (meaningful > 1) descriptor_error::more_than_one_default();
}

consteval void check_forms(const Description& description) {
    check_items(description.forms[0], description.is_sum());
    for (std::size_t f = 0; f < description.forms.size(); ++f) {
        const Form& form = description.forms[f];
        if (!same_domains(description.forms[0], form)) {
            descriptor_error::forms_do_not_ask_or_report_the_same();
        }
        if (f > 0 && form.ages.from_months != description.forms[f - 1].ages.below_months) {
            descriptor_error::form_ages_overlap_or_leave_a_gap();
        }
        if (description.is_sum()) check_range(description, form);
    }
}

/// What must hold before a plan can be made.
consteval void check_counts(const Description& description) {
    if (description.forms.empty() || description.forms[0].domains.empty()) {
        descriptor_error::it_has_no_form_or_no_domain();
    }
    std::size_t items = 0;
    for_each_item(description.forms[0], [&](std::size_t, std::size_t, const Item&) { ++items; });
    if (items > max_items || description.forms.size() > max_forms ||
        description.forms[0].domains.size() > max_domains) {
        descriptor_error::too_many_items_domains_or_forms();
    }
    if (!description.table.empty() && !description.has_total) {
        descriptor_error::a_table_or_a_formula_needs_a_total();
    }
    if (description.formula != nullptr && !description.has_total) {
        descriptor_error::a_table_or_a_formula_needs_a_total();
    }
}

consteval bool prove(const Description& description) {
    check_counts(description);
    if (description.respondent.empty()) descriptor_error::it_names_no_respondent();
    check_forms(description);
    check_missing_rule(description);
    check_facts(description);
    return true;
}
}  // namespace detail

/// Proves a description and plans its scoring; a mistake does not compile and names itself.
/// description  a variable at namespace scope, or a static one:
///              `inline constexpr Instrument instrument = checked<description>();`
template <const Description& description>
consteval Instrument checked() {
    if constexpr (detail::prove(description)) {
        Instrument instrument{description, detail::plan<description>()};
        detail::check_size(instrument);
        return instrument;
    }
}

}  // namespace eczscore
