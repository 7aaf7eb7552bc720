// SPDX-License-Identifier: BSL-1.0
// Rules about the visits of one subject: the same visit twice, ages, jumps, copies.
#pragma once

#include <map>
#include <string_view>

#include "eczscore/trial/checks/subject.hpp"

namespace eczscore::trial::checks {

/// Rows with the visit of an earlier row; visits without a name are not compared.
inline bool visit_is_there_twice(const SubjectView& view) {
    const auto& visits = view.subject.visits;
    std::map<std::string_view, std::uint64_t> first_lines;
    for (const VisitBrief& visit : visits) {
        const auto [place, is_new] = first_lines.try_emplace(visit.name, visit.line);
        if (!is_new && visit.line < place->second) place->second = visit.line;
    }
    bool looked = false;
    for (const VisitBrief& visit : visits) {
        const std::uint64_t first = first_lines[visit.name];
        if (visit.name.empty()) continue;  // no visit, no second one
        looked = true;
        if (visit.line == first) continue;
        detail::find(view, visit, {fact(Exact(static_cast<std::int64_t>(first)))});
    }
    return looked && visits.size() > 1;
}

/// An age below that of an earlier visit. Asks for visits whose order is known.
inline bool age_goes_back(const SubjectView& view) {
    if (!view.subject.is_ordered) return false;
    const VisitBrief* oldest = nullptr;
    bool looked = false;
    for (const VisitBrief& visit : view.subject.visits) {
        if (!visit.age.is_known()) continue;
        looked |= oldest != nullptr;
        if (oldest != nullptr &&
            visit.age.millionths_of_month() < oldest->age.millionths_of_month()) {
            detail::find(view, visit, {detail::age_at(visit), detail::age_at(*oldest)});
        } else {
            oldest = &visit;
        }
    }
    return looked;
}

/// Ages of one subject further apart than the parameter `years`.
inline bool ages_far_apart(const SubjectView& view) {
    const VisitBrief* youngest = nullptr;
    const VisitBrief* oldest = nullptr;
    for (const VisitBrief& visit : view.subject.visits) {
        if (!visit.age.is_known()) continue;
        const auto age = visit.age.millionths_of_month();
        if (youngest == nullptr || age < youngest->age.millionths_of_month()) youngest = &visit;
        if (oldest == nullptr || age > oldest->age.millionths_of_month()) oldest = &visit;
    }
    if (youngest == nullptr || view.subject.visits.size() < 2) return false;
    if (detail::years(oldest->age) - detail::years(youngest->age) > view.parameter("years")) {
        const bool later = oldest->line > youngest->line;
        const VisitBrief& at = later ? *oldest : *youngest;
        detail::find(view, at, {detail::age_at(at), detail::age_at(later ? *youngest : *oldest)});
    }
    return true;
}

/// A score that crosses most of its range between neighbouring visits.
inline bool score_jumps(const SubjectView& view) {
    bool looked = false;
    for (std::size_t s = 0; s < view.layout.size(); ++s) {
        const Instrument& instrument = *view.layout[s].instrument;
        if (instrument.rates_change) continue;  // a rating of change has no change of its own
        const VisitBrief* before = nullptr;
        for (const VisitBrief& visit : view.subject.visits) {
            if (!visit.briefs[s].has_score) continue;
            if (before != nullptr) {
                looked = true;
                const bool rises = before->briefs[s].score < visit.briefs[s].score;
                const bool is_worse = rises == (instrument.direction == Direction::higher_is_worse);
                const WideExact step =
                    WideExact::difference(visit.briefs[s].score, before->briefs[s].score);
                const Exact limit = view.parameter(is_worse ? "worse" : "better") *
                                    (instrument.max - instrument.min) / Exact(100);
                if ((rises ? step : -step) >= limit) {
                    detail::find(view, visit,
                                 {detail::score_at(visit, s), detail::score_at(*before, s),
                                  fact(instrument.min), fact(instrument.max)});
                }
            }
            before = &visit;
        }
    }
    return looked;
}

namespace detail {

/// The visits at which enough items of an instrument are above 0.
inline std::vector<const VisitBrief*> filled(const SubjectView& view, std::size_t source) {
    std::vector<const VisitBrief*> visits;
    for (const VisitBrief& visit : view.subject.visits) {
        const Exact count = static_cast<int>(visit.briefs[source].above_0);
        if (count >= view.parameter("items")) visits.push_back(&visit);
    }
    if (Exact(static_cast<std::int64_t>(visits.size())) < view.parameter("visits")) return {};
    return visits;
}

inline Fact instrument_fact(std::size_t source) {
    return {.kind = Fact::Kind::instrument, .source = source};
}

/// Calls `suspect(at the first visit, at a visit)` for all visits and finds where it always holds.
template <class Suspect>
bool find_throughout(const SubjectView& view, Suspect suspect) {
    bool looked = false;
    for (std::size_t s = 0; s < view.layout.size(); ++s) {
        if (!view.layout[s].is_read()) continue;
        const auto visits = filled(view, s);
        if (visits.empty()) continue;
        looked = true;
        bool all = true;
        for (const VisitBrief* visit : visits) {
            all = all && suspect(visits.front()->briefs[s], visit->briefs[s]);
        }
        if (!all) continue;
        const Exact value =
            Exact::ratio(visits.back()->briefs[s].same_millionths, millionths_per_point);
        find(view, *visits.back(),
             {instrument_fact(s), fact(Exact(static_cast<std::int64_t>(visits.size()))),
              fact(value)});
    }
    return looked;
}

}  // namespace detail

/// Every item of an instrument keeps its value through all visits.
inline bool answers_never_change(const SubjectView& view) {
    return detail::find_throughout(view, [](const Brief& first, const Brief& here) {
        return here.fingerprint == first.fingerprint && !here.is_uniform;
    });
}

/// Every item of an instrument has one and the same value, and at every visit the same.
inline bool one_answer_for_all(const SubjectView& view) {
    return detail::find_throughout(view, [](const Brief& first, const Brief& here) {
        return here.is_uniform && here.same_millionths == first.same_millionths;
    });
}

/// A whole visit like the one before it, in every instrument that was filled in.
inline bool visit_repeats_the_last(const SubjectView& view) {
    bool looked = false;
    const auto& visits = view.subject.visits;
    for (std::size_t v = 1; v < visits.size(); ++v) {
        Exact answered = 0;
        Exact above_0 = 0;
        bool same = true;
        for (std::size_t s = 0; s < view.layout.size(); ++s) {
            if (!view.layout[s].is_read()) continue;
            const Brief& here = visits[v].briefs[s];
            same = same && here.fingerprint == visits[v - 1].briefs[s].fingerprint;
            answered = answered + Exact(static_cast<int>(here.answered));
            above_0 = above_0 + Exact(static_cast<int>(here.above_0));
        }
        if (above_0 < view.parameter("items")) continue;
        looked = true;
        if (!same) continue;
        detail::find(view, visits[v],
                     {fact(answered), fact(Exact(static_cast<std::int64_t>(visits[v - 1].line)))});
    }
    return looked;
}

namespace detail {

/// What is wrong with an age by the parameters `<id>_from` and `<id>_below`, in years.
struct AgeLimit {
    bool is_listed = false;  ///< the check has a limit for this instrument
    Text sentence{};         ///< empty: the age is inside
    Exact at = 0;
};

inline AgeLimit age_limit(const SubjectView& view, std::string_view instrument, Exact age) {
    AgeLimit result;
    for (const Parameter& limit : view.check.parameters) {
        const std::string_view id(limit.id);
        if (!id.starts_with(instrument)) continue;
        const bool is_from = id.substr(instrument.size()) == "_from";
        if (!is_from && id.substr(instrument.size()) != "_below") continue;
        result.is_listed = true;
        const Exact at = view.parameter(limit.id);
        if (is_from ? age >= at : age < at) continue;
        result.at = at;
        result.sentence = is_from ? "{0}, but {1} is for {2} years and over"
                                  : "{0}, but {1} is for ages below {2} years";
    }
    return result;
}

}  // namespace detail

/// Quality-of-life forms of another age, judged when the subject first filled the form in: a trial
/// keeps its form when a birthday passes.
inline bool form_of_another_age(const SubjectView& view) {
    bool looked = false;
    for (std::size_t s = 0; s < view.layout.size(); ++s) {
        if (!view.layout[s].is_read()) continue;
        const std::string_view id(view.layout[s].instrument->id);
        for (const VisitBrief& visit : view.subject.visits) {
            if (visit.briefs[s].answered == 0 || !visit.age.is_known()) continue;
            looked = true;
            const detail::AgeLimit limit = detail::age_limit(view, id, detail::years(visit.age));
            const bool outside =
                limit.is_listed ? !limit.sentence.empty() : visit.briefs[s].is_outside_ages;
            if (outside) {
                detail::find(view, visit,
                             {detail::age_at(visit), detail::instrument_fact(s), fact(limit.at)},
                             limit.sentence);
            }
            break;
        }
    }
    return looked;
}

}  // namespace eczscore::trial::checks
