// SPDX-License-Identifier: BSL-1.0
// Rules about one instrument at one visit: its answers among themselves, and a typed total.
#pragma once

#include "eczscore/trial/checks/check.hpp"

namespace eczscore::trial::checks {

namespace detail {

template <class Visit>
void for_each_read(const VisitView& view, Visit visit) {
    for (std::size_t s = 0; s < view.layout.size(); ++s) {
        if (view.layout[s].is_read()) visit(s, view.visit.assessments[s]);
    }
}

inline Fact item_fact(std::size_t source, std::size_t item, const Answer& answer) {
    return {.kind = Fact::Kind::item,
            .source = source,
            .item = item,
            .value = answer.is_value() ? answer.exact() : Exact(0)};
}

/// The multiplying items of a domain (the area), then its adding items that are above 0.
inline std::vector<Fact> domain_facts(const Source& source, std::size_t index,
                                      const Assessment& assessment, std::size_t domain) {
    std::vector<Fact> areas;
    std::vector<Fact> signs;
    for_each_item(source.instrument->forms[0], [&](std::size_t d, std::size_t i, const Item& item) {
        if (d != domain) return;
        const Answer& answer = assessment.answers[i];
        if (item.role == Role::multiplies) areas.push_back(item_fact(index, i, answer));
        if (item.role == Role::adds && answer.is_value() && answer.millionths() > 0) {
            signs.push_back(item_fact(index, i, answer));
        }
    });
    areas.insert(areas.end(), signs.begin(), signs.end());
    return areas;
}

/// A grade times a percentage: what says "area" and "signs" elsewhere are two factors here.
inline bool is_product_of_two(const Instrument& instrument) {
    return instrument.plan.items == 2 && instrument.plan.domains == 1;
}

inline bool domains_in(const VisitView& view, DomainSet Score::* set) {
    bool looked = false;
    for_each_read(view, [&](std::size_t s, const Assessment& here) {
        const Instrument& instrument = *view.layout[s].instrument;
        if (is_product_of_two(instrument)) return;
        bool has_area = false;
        for_each_item(instrument.forms[0], [&](std::size_t, std::size_t, const Item& item) {
            has_area |= item.role == Role::multiplies;
        });
        looked |= has_area && answered(here) > 0;
        for (std::size_t d = 0; d < instrument.plan.domains; ++d) {
            if ((here.score.*set & domain_bit(d)) == 0) continue;
            view.find(domain_facts(view.layout[s], s, here, d));
        }
    });
    return looked;
}

}  // namespace detail

/// Reports areas of 0 beside signs above 0. returns  whether there was an instrument to look at.
inline bool signs_beside_area_0(const VisitView& view) {
    return detail::domains_in(view, &Score::signs_without_area);
}
/// Reports areas above 0 beside signs that are all 0. returns  whether there was an instrument to
/// look at.
inline bool area_beside_no_signs(const VisitView& view) {
    return detail::domains_in(view, &Score::area_without_signs);
}

/// An answer that is not a value of its item.
inline bool answer_not_allowed(const VisitView& view) {
    bool looked = false;
    detail::for_each_read(view, [&](std::size_t s, const Assessment& here) {
        looked |= answered(here) > 0;
        for (std::size_t i = 0; i < here.answers.size(); ++i) {
            if ((here.score.wrong & item_bit(i)) == 0) continue;
            view.find({detail::item_fact(s, i, here.answers[i]),
                       {.kind = Fact::Kind::allowed, .source = s, .item = i}});
        }
    });
    return looked;
}

/// "Not relevant" although a further part of the same question was answered.
inline bool not_relevant_but_answered(const VisitView& view) {
    bool looked = false;
    detail::for_each_read(view, [&](std::size_t s, const Assessment& here) {
        std::size_t question = 0;
        for_each_item(
            view.layout[s].instrument->forms[0], [&](std::size_t, std::size_t i, const Item& item) {
                if (item.role != Role::alternative_part) question = i;
                if (item.role != Role::alternative_part) return;
                looked |= answered(here) > 0;
                if ((here.score.doubtful_relevance & item_bit(question)) == 0) return;
                if (!here.answers[i].is_value()) return;
                view.find(
                    {detail::item_fact(s, question, {}), detail::item_fact(s, i, here.answers[i])});
            });
    });
    return looked;
}

/// A typed total against the score of the items. It may have been rounded to the places that were
/// written; the parameter `tolerance` allows more.
inline bool typed_total_differs(const VisitView& view) {
    bool looked = false;
    for (std::size_t s = 0; s < view.layout.size(); ++s) {
        const Assessment& here = view.visit.assessments[s];
        if (!view.layout[s].has_items || !here.typed.value.is_value()) continue;
        if (!here.score.is_scored()) continue;
        looked = true;
        Exact unit = 1;
        // Of more than six places the rest was rounded off when the total was read.
        for (int i = 0; i < here.typed.places && i < 6; ++i) unit = unit / Exact(10);
        const Exact typed = here.typed.value.exact();
        const Exact computed = here.score.value();
        const WideExact apart = WideExact::difference(typed, computed);
        if ((apart < 0 ? -apart : apart) <= unit / Exact(2) + view.parameter("tolerance")) continue;
        view.find({{.kind = Fact::Kind::typed, .source = s, .value = typed},
                   {.kind = Fact::Kind::score, .source = s, .value = computed}});
    }
    return looked;
}

/// A typed total although too many items are blank for one.
inline bool typed_total_without_items(const VisitView& view) {
    bool looked = false;
    for (std::size_t s = 0; s < view.layout.size(); ++s) {
        const Assessment& here = view.visit.assessments[s];
        if (!view.layout[s].has_items || !here.typed.value.is_value()) continue;
        looked = true;
        if (here.score.status != Status::missing || here.score.missing == 0) continue;
        if (answered(here) == 0) continue;  // the items were never typed in
        std::size_t first = 0;
        while ((here.score.missing & item_bit(first)) == 0) ++first;
        view.find({{.kind = Fact::Kind::typed, .source = s, .value = here.typed.value.exact()},
                   {.kind = Fact::Kind::item, .source = s, .item = first}});
    }
    return looked;
}

/// A typed total that the instrument cannot reach, or that is no number.
inline bool typed_total_out_of_range(const VisitView& view) {
    bool looked = false;
    for (std::size_t s = 0; s < view.layout.size(); ++s) {
        const Answer& typed = view.visit.assessments[s].typed.value;
        if (typed.is_missing()) continue;
        looked = true;
        const Instrument& instrument = *view.layout[s].instrument;
        if (detail::is_in_range(instrument, typed)) continue;
        view.find({{.kind = Fact::Kind::typed,
                    .source = s,
                    .value = typed.is_value() ? typed.exact() : Exact(0)},
                   fact(instrument.min),
                   fact(instrument.max)});
    }
    return looked;
}

}  // namespace eczscore::trial::checks
