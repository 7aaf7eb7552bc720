// SPDX-License-Identifier: BSL-1.0
// Rules about the visits of one subject: the same visit twice, ages, jumps, copies.
#pragma once

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "eczscore/trial/checks/subject.hpp"

namespace eczscore::trial::checks {

/// Rows with the visit of an earlier row; visits without a name are not compared.
inline bool visit_is_there_twice(const SubjectView& view) {
    const auto& visits = view.subject.visits;
    if (visits.size() < 2) return false;
    using NameAndLine = std::pair<std::uint32_t, std::uint64_t>;
    std::vector<NameAndLine> sorted;
    sorted.reserve(visits.size());
    for (const VisitBrief& visit : visits) {
        if (!visit.name.empty()) sorted.emplace_back(visit.name_number, visit.line);
    }
    std::sort(sorted.begin(), sorted.end());
    const auto same_name = [](const NameAndLine& a, const NameAndLine& b) {
        return a.first == b.first;
    };
    if (std::adjacent_find(sorted.begin(), sorted.end(), same_name) == sorted.end()) {
        return !sorted.empty();
    }
    for (const VisitBrief& visit : visits) {
        if (visit.name.empty()) continue;  // no visit, no second one
        const std::uint64_t first =
            std::lower_bound(sorted.begin(), sorted.end(), NameAndLine(visit.name_number, 0))
                ->second;
        if (visit.line == first) continue;
        detail::find(view, visit, {fact(Exact(static_cast<std::int64_t>(first)))});
    }
    return true;
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

namespace detail {

/// Whether two scores are at least `limit` apart, in points.
inline bool are_apart(Exact a, Exact b, Exact limit) {
    using eczscore::detail::Int128;
    constexpr std::int64_t small = std::int64_t{1} << 30;
    const auto is_small = [&](Exact value) {
        return value.num() < small && value.num() > -small && value.den() < small;
    };
    if (is_small(a) && is_small(b) && is_small(limit)) {
        // Whole numbers below 2^122.
        const Int128 step = Int128{a.num()} * b.den() - Int128{b.num()} * a.den();
        const Int128 apart = (step < 0 ? -step : step) * limit.den();
        return apart >= Int128{limit.num()} * a.den() * b.den();
    }
    const WideExact step = WideExact::difference(a, b);
    return (step < 0 ? -step : step) >= limit;
}

}  // namespace detail

/// A score that crosses most of its range between neighbouring visits.
inline bool score_jumps(const SubjectView& view) {
    bool looked = false;
    const Exact percent_worse = view.parameter("worse") / Exact(100);
    const Exact percent_better = view.parameter("better") / Exact(100);
    for (std::size_t s = 0; s < view.layout.size(); ++s) {
        const Instrument& instrument = *view.layout[s].instrument;
        if (instrument.rates_change) continue;  // a rating of change has no change of its own
        const Exact range = instrument.max - instrument.min;
        const Exact worse = percent_worse * range;
        const Exact better = percent_better * range;
        const VisitBrief* before = nullptr;
        for (const VisitBrief& visit : view.subject.visits) {
            if (!visit.briefs[s].has_score) continue;
            if (before != nullptr) {
                looked = true;
                const Exact was = before->briefs[s].score;
                const Exact is = visit.briefs[s].score;
                const bool is_worse =
                    (was < is) == (instrument.direction == Direction::higher_is_worse);
                if (detail::are_apart(is, was, is_worse ? worse : better)) {
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
    const Exact items = view.parameter("items");
    for (const VisitBrief& visit : view.subject.visits) {
        if (Exact(static_cast<int>(visit.briefs[source].above_0)) >= items) {
            visits.push_back(&visit);
        }
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
    const Exact items = view.parameter("items");
    for (std::size_t v = 1; v < visits.size(); ++v) {
        int answered = 0;
        int above_0 = 0;
        bool same = true;
        for (std::size_t s = 0; s < view.layout.size(); ++s) {
            if (!view.layout[s].is_read()) continue;
            const Brief& here = visits[v].briefs[s];
            same = same && here.fingerprint == visits[v - 1].briefs[s].fingerprint;
            answered += here.answered;
            above_0 += here.above_0;
        }
        if (Exact(above_0) < items) continue;
        looked = true;
        if (!same) continue;
        detail::find(
            view, visits[v],
            {fact(Exact(answered)), fact(Exact(static_cast<std::int64_t>(visits[v - 1].line)))});
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
