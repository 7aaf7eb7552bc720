// SPDX-License-Identifier: BSL-1.0
// The compile-time proof of a descriptor: what is wrong with it names itself in the compiler's
// message.
#pragma once

#include <cstdint>

#include "eczscore/model/instrument.hpp"

namespace eczscore {

/// Never defined: calling one in a constant expression is the error message.
namespace descriptor_error {
void it_has_no_form_or_no_domain();
void too_many_items_domains_or_forms();
void duplicate_id();
void forms_do_not_ask_the_same_items();
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
}  // namespace descriptor_error

namespace detail {

constexpr std::int64_t gcd64(std::int64_t a, std::int64_t b) {
    return static_cast<std::int64_t>(gcd(a, b));
}

/// Units in one point of a domain's product x sum: the product of its factors' units.
constexpr std::int64_t domain_units(const Domain& domain) {
    std::int64_t adding = 1;
    std::int64_t multiplying = 1;
    for (const Item& item : domain.items) {
        if (item.role == Role::multiplies) {
            multiplying *= item.scale.units_per_point;
        } else {
            adding = lcm(adding, item.scale.units_per_point);
        }
    }
    return adding * multiplying;
}

constexpr int questions(const Form& form) {
    int count = 0;
    for_each_item(form, [&](std::size_t, std::size_t, const Item& item) {
        if (item.role == Role::adds) ++count;
    });
    return count;
}

/// The highest (or lowest) contribution of a domain before weight and denominator. The highest part
/// of a question counts, so parts share one place in the sum.
constexpr Exact corner(const Domain& domain, bool highest) {
    Exact sum = 0;
    Exact part = 0;
    Exact product = 1;
    for (const Item& item : domain.items) {
        const Exact value = highest ? item.scale.max : item.scale.min;
        if (item.role == Role::multiplies) product = product * value;
        if (item.role == Role::adds) {
            sum = sum + part;
            part = value;
        }
        if (item.role == Role::further_part && value > part) part = value;
    }
    return product * (sum + part);
}

/// How many questions may leave the mean: blanks by the missing rule, answers by "not relevant".
constexpr int may_leave(const Instrument& instrument) {
    int count = instrument.missing.blank == Blank::leaves_the_mean ? instrument.missing.allowed : 0;
    if (instrument.not_relevant == NotRelevant::leaves_the_mean) {
        for_each_item(instrument.forms[0], [&](std::size_t, std::size_t, const Item& item) {
            if (item.offers_not_relevant && item.role == Role::adds) ++count;
        });
    }
    const int all = questions(instrument.forms[0]);
    return count < all ? count : all - 1;
}

constexpr Plan plan(const Instrument& instrument) {
    Plan result;
    std::int64_t base = 1;  // common denominator of all contributions, over all forms
    for (const Form& form : instrument.forms) {
        std::int64_t units = 1;
        std::int64_t shared = 0;
        for (const Domain& d : form.domains) units = lcm(units, domain_units(d));
        for (const Domain& d : form.domains) {
            shared = gcd64(shared, d.weight * (units / domain_units(d)));
        }
        const std::int64_t whole = form.denominator * units;
        base = lcm(base, whole / gcd64(whole, shared));
    }
    const std::int64_t n = questions(instrument.forms[0]);
    result.lattice = base;
    for (std::int64_t left = 1; left <= may_leave(instrument); ++left) {
        // With `left` questions gone the score is x / base * n / (n - left).
        const std::int64_t whole = base * (n - left);
        result.lattice = lcm(result.lattice, whole / gcd64(n, whole));
    }
    result.questions = static_cast<int>(n);
    for (std::size_t f = 0; f < instrument.forms.size(); ++f) {
        const Form& form = instrument.forms[f];
        for (std::size_t d = 0; d < form.domains.size(); ++d) {
            const Exact each = Exact::ratio(form.domains[d].weight, form.denominator) /
                               Exact(domain_units(form.domains[d]));
            result.coefficient[f][d] = (each * Exact(result.lattice)).num();
        }
    }
    result.domains = instrument.forms[0].domains.size();
    for_each_item(instrument.forms[0],
                  [&](std::size_t, std::size_t, const Item&) { ++result.items; });
    return result;
}

constexpr bool same_items(const Form& a, const Form& b) {
    if (a.domains.size() != b.domains.size()) return false;
    for (std::size_t d = 0; d < a.domains.size(); ++d) {
        if (a.domains[d].id != b.domains[d].id) return false;
        if (a.domains[d].items.data() != b.domains[d].items.data()) return false;
        if (a.domains[d].items.size() != b.domains[d].items.size()) return false;
    }
    return true;
}

template <class Range>
constexpr void check_ids(const Range& range) {
    for (std::size_t i = 0; i < range.size(); ++i) {
        for (std::size_t j = i + 1; j < range.size(); ++j) {
            if (range[i].id == range[j].id) descriptor_error::duplicate_id();
        }
    }
}

constexpr void check_scale(const Scale& scale) {
    if (scale.max < scale.min || scale.units_per_point < 1 ||
        millionths_per_point % scale.units_per_point != 0 ||
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
constexpr void check_item_ids(const Form& form) {
    for_each_item(form, [&](std::size_t, std::size_t i, const Item& a) {
        for_each_item(form, [&](std::size_t, std::size_t j, const Item& b) {
            if (i < j && a.id == b.id) descriptor_error::duplicate_id();
        });
    });
}

constexpr void check_items(const Form& form) {
    check_ids(form.domains);
    check_item_ids(form);
    for (const Domain& domain : form.domains) {
        bool question = false;
        for (const Item& item : domain.items) {
            check_scale(item.scale);
            if (item.role == Role::further_part && !question) {
                descriptor_error::a_further_part_has_no_question_before_it();
            }
            question = item.role != Role::multiplies;
        }
    }
}

/// Weights are proved by what they give: the published highest value of each domain and form.
constexpr void check_range(const Instrument& instrument, const Form& form) {
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
    if (highest != form.max || form.max > instrument.max || lowest != instrument.min) {
        descriptor_error::the_formula_cannot_reach_the_published_range();
    }
}

constexpr void check_bands(const Instrument& instrument, const BandScheme& scheme) {
    check_ids(scheme.bands);
    if (scheme.bands.empty() || scheme.bands.front().lower.at != instrument.min ||
        !scheme.bands.front().lower.included || scheme.bands.back().upper.at != instrument.max ||
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

constexpr void check_facts(const Instrument& instrument) {
    check_ids(instrument.bands);
    check_ids(instrument.thresholds);
    check_ids(instrument.sources);
    int defaults = 0;
    for (const BandScheme& scheme : instrument.bands) {
        check_bands(instrument, scheme);
        // Schemes for different ages may each be the default of theirs.
        if (scheme.is_default && scheme.ages.is_everyone()) ++defaults;
        if (scheme.evidence.source == nullptr) descriptor_error::a_fact_without_its_source();
    }
    if (defaults > 1) descriptor_error::more_than_one_default();
    int meaningful = 0;
    for (const Threshold& threshold : instrument.thresholds) {
        if (threshold.value < Exact(0)) descriptor_error::a_threshold_is_negative();
        if (threshold.is_default) ++meaningful;
        if (threshold.evidence.source == nullptr && threshold.evidence.note.empty()) {
            descriptor_error::a_fact_without_its_source();
        }
    }
    if (meaningful > 1) descriptor_error::more_than_one_default();
}

constexpr void check_forms(const Instrument& instrument) {
    check_items(instrument.forms[0]);
    for (std::size_t f = 0; f < instrument.forms.size(); ++f) {
        const Form& form = instrument.forms[f];
        if (!same_items(instrument.forms[0], form)) {
            descriptor_error::forms_do_not_ask_the_same_items();
        }
        if (f > 0 && form.ages.from_months != instrument.forms[f - 1].ages.below_months) {
            descriptor_error::form_ages_overlap_or_leave_a_gap();
        }
        check_range(instrument, form);
    }
}
}  // namespace detail

/// Proves a descriptor and fills in its plan; a mistake does not compile and names itself.
consteval Instrument checked(Instrument instrument) {
    if (instrument.forms.empty() || instrument.forms[0].domains.empty()) {
        descriptor_error::it_has_no_form_or_no_domain();
    }
    std::size_t items = 0;
    for_each_item(instrument.forms[0], [&](std::size_t, std::size_t, const Item&) { ++items; });
    if (items > max_items || instrument.forms.size() > max_forms ||
        instrument.forms[0].domains.size() > max_domains) {
        descriptor_error::too_many_items_domains_or_forms();
    }
    detail::check_forms(instrument);
    detail::check_facts(instrument);
    instrument.plan = detail::plan(instrument);
    return instrument;
}

}  // namespace eczscore
