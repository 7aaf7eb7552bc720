// SPDX-License-Identifier: BSL-1.0
// Body surface against area grades: what share of the body the grades of the regions allow.
#pragma once

#include "eczscore/trial/checks/check.hpp"

namespace eczscore::trial::checks {

/// The share of the body that area grades allow, in percent.
struct Surface {
    Exact least = 0;
    Exact most = 0;
    bool is_clear = true;  ///< every region has grade 0
    bool is_uniform =
        true;  ///< every region has the same grade, so that their shares do not matter
};

namespace detail {

/// The percentages of one grade: from `least` to `most`, ends counted in.
inline void grade_limits(const PercentGrades& grades, Exact grade, Exact& least, Exact& most) {
    least = 0;
    most = 0;
    for (std::size_t i = 0; i < grades.limits.size(); ++i) {
        if (Exact(grades.limits[i].grade) != grade) continue;
        least = grades.limits[i].percent;
        most = i + 1 < grades.limits.size() ? grades.limits[i + 1].percent : Exact(100);
    }
}

}  // namespace detail

/// The share of the body that the area grades of an instrument allow: for each region the
/// percentages of its grade times the weight that the instrument gives the region at this age.
/// returns  nothing where a grade is missing or not allowed, or the age chooses no form.
inline std::optional<Surface> surface_of_grades(const Source& source, const Assessment& here,
                                                std::vector<Fact>& areas, std::size_t index) {
    if (here.answers.empty() || here.score.age != Status::ok) return std::nullopt;
    const Form& form = source.instrument->forms[here.score.form];
    Surface surface;
    std::optional<Exact> first;
    bool complete = true;
    for_each_item(form, [&](std::size_t d, std::size_t i, const Item& item) {
        if (item.from_percent == nullptr) return;
        const auto grade = detail::number(item, here.answers[i]);
        complete = complete && grade.has_value();
        if (!complete) return;
        Exact least;
        Exact most;
        detail::grade_limits(*item.from_percent, *grade, least, most);
        const Exact share = Exact::ratio(form.domains[d].weight, form.denominator);
        surface.least = surface.least + share * least;
        surface.most = surface.most + share * most;
        surface.is_clear = surface.is_clear && *grade == Exact(0);
        surface.is_uniform = surface.is_uniform && *grade == first.value_or(*grade);
        first = first.value_or(*grade);
        areas.push_back({.kind = Fact::Kind::item, .source = index, .item = i, .value = *grade});
    });
    if (!complete || !first) return std::nullopt;
    return surface;
}

namespace detail {

/// What is wrong with a percentage of the body, as a sentence; empty when nothing is.
inline Text contradiction(const Surface& surface, Exact percent, Exact margin) {
    const bool none = percent == Exact(0);
    if (surface.is_clear) return none ? "" : "{0}, but all EASI area grades are 0";
    if (none) return "{0}, but an EASI area grade is above 0";
    if (surface.is_uniform) margin = 0;
    const bool inside = percent >= surface.least - margin && percent <= surface.most + margin;
    return inside ? "" : "{0}, but the EASI area grades allow {1} to {2} % of the body";
}

}  // namespace detail

/// Percentages of the body (`second` of each twins) that the area grades of `first` rule out. The
/// parameter `margin` allows for methods that share the body out otherwise; it does not count where
/// all regions have the same grade, nor for 0 %.
inline bool surface_contradicts_grades(const VisitView& view) {
    bool looked = false;
    for (const Twins& twins : view.check.twins) {
        const auto percent = value_of(view.layout, view.visit, twins.second);
        if (!percent) continue;
        for (std::size_t s = 0; s < view.layout.size(); ++s) {
            if (!view.layout[s].is_read()) continue;
            if (!detail::is_called(*view.layout[s].instrument, twins.first.instrument)) continue;
            std::vector<Fact> areas;
            const auto surface =
                surface_of_grades(view.layout[s], view.visit.assessments[s], areas, s);
            if (!surface) continue;
            looked = true;
            const Text sentence =
                detail::contradiction(*surface, percent->value, view.parameter("margin"));
            if (sentence.empty()) continue;
            std::vector<Fact> facts{fact(*percent), fact(surface->least), fact(surface->most)};
            facts.insert(facts.end(), areas.begin(), areas.end());
            view.find(std::move(facts), sentence);
        }
    }
    return looked;
}

/// SCORAD is its objective part plus itch plus sleep loss: totals that were typed in must agree.
inline bool objective_part_differs(const VisitView& view) {
    const auto whole = value_of(view.layout, view.visit, view.check.twins[0].first);
    const auto part = value_of(view.layout, view.visit, view.check.twins[0].second);
    if (!whole || !part || (!whole->is_typed && !part->is_typed)) return false;
    const auto itch = value_of(view.layout, view.visit, view.check.twins[1].first);
    const auto sleep = value_of(view.layout, view.visit, view.check.twins[1].second);
    const Exact rest = whole->value - part->value;
    const Exact rounding = view.parameter("rounding");
    if (itch && sleep) {
        const Exact symptoms = itch->value + sleep->value;
        if (rest > symptoms + rounding || rest < symptoms - rounding) {
            view.find({fact(*whole), fact(*part), fact(*itch), fact(*sleep)});
        }
    } else if (rest < -rounding || rest > Exact(20) + rounding) {
        view.find({fact(*whole), fact(*part)},
                  "{0} and {1}: the difference, itch and sleep loss, must be 0 to 20");
    }
    return true;
}

}  // namespace eczscore::trial::checks
