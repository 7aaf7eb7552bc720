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
    const auto is_no_later = [](const VisitBrief& a, const VisitBrief& b) {
        return a.name_number >= b.name_number;
    };
    if (std::adjacent_find(visits.begin(), visits.end(), is_no_later) == visits.end()) return true;
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
    const bool is_one_age =
        oldest->age.millionths_of_month() == youngest->age.millionths_of_month();
    const Exact apart =
        is_one_age ? Exact(0) : detail::years(oldest->age) - detail::years(youngest->age);
    if (apart > view.parameter("years")) {
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

/// The lowest and the highest score of a subject in one instrument.
struct ScoreSpan {
    Exact low = Exact::not_a_number();
    Exact high = Exact::not_a_number();
    std::size_t scores = 0;
    bool is_known = true;  ///< every score is a number
};

/// Whether any step of a score could be as long as `worse` or `better` percent of the range: none
/// is longer than from the lowest to the highest. Large numbers are left to `are_apart`.
inline bool may_jump(const ScoreSpan& span, Exact range, Exact worse, Exact better) {
    using eczscore::detail::Int128;
    constexpr std::int64_t small = std::int64_t{1} << 24;
    if (!span.is_known) return true;
    for (const Exact each : {span.low, span.high, range, worse, better}) {
        const bool is_small =
            each.is_number() && each.num() < small && each.num() > -small && each.den() < small;
        if (!is_small) return true;
    }
    // Whole numbers below 2^105.
    const Exact percent = std::min(worse, better);
    const Int128 step =
        Int128{span.high.num()} * span.low.den() - Int128{span.low.num()} * span.high.den();
    return step * 100 * percent.den() * range.den() >=
           Int128{percent.num()} * range.num() * span.high.den() * span.low.den();
}

inline ScoreSpan score_span(const Subject& subject, std::size_t source) {
    ScoreSpan span;
    for (const VisitBrief& visit : subject.visits) {
        const Brief& here = visit.briefs[source];
        if (!here.has_score) continue;
        ++span.scores;
        span.is_known = span.is_known && here.score.is_number();
        if (!(here.score >= span.low)) span.low = here.score;
        if (!(here.score <= span.high)) span.high = here.score;
    }
    return span;
}

}  // namespace detail

/// A score that crosses most of its range between neighbouring visits.
inline bool score_jumps(const SubjectView& view) {
    bool looked = false;
    const Exact percent_worse = view.parameter("worse");
    const Exact percent_better = view.parameter("better");
    for (std::size_t s = 0; s < view.layout.size(); ++s) {
        const Instrument& instrument = *view.layout[s].instrument;
        if (instrument.rates_change) continue;  // a rating of change has no change of its own
        const detail::ScoreSpan span = detail::score_span(view.subject, s);
        if (span.scores < 2) continue;
        looked = true;
        const Exact range = instrument.max - instrument.min;
        if (!detail::may_jump(span, range, percent_worse, percent_better)) continue;
        const Exact worse = percent_worse / Exact(100) * range;
        const Exact better = percent_better / Exact(100) * range;
        const VisitBrief* before = nullptr;
        for (const VisitBrief& visit : view.subject.visits) {
            if (!visit.briefs[s].has_score) continue;
            if (before != nullptr) {
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

inline Fact instrument_fact(std::size_t source) {
    return {.kind = Fact::Kind::instrument, .source = source};
}

/// Calls `suspect(at the first visit, at a visit)` for the visits at which enough items of an
/// instrument are above 0, and finds where there are enough and it always holds.
template <class Suspect>
bool find_throughout(const SubjectView& view, Suspect suspect) {
    bool looked = false;
    const Exact items = view.parameter("items");
    const Exact enough = view.parameter("visits");
    for (std::size_t s = 0; s < view.layout.size(); ++s) {
        if (!view.layout[s].is_read()) continue;
        const VisitBrief* first = nullptr;
        const VisitBrief* last = nullptr;
        int filled = 0;
        bool all = true;
        for (const VisitBrief& visit : view.subject.visits) {
            const Brief& here = visit.briefs[s];
            if (!(Exact(static_cast<int>(here.above_0)) >= items)) continue;
            if (first == nullptr) first = &visit;
            last = &visit;
            ++filled;
            all = all && suspect(first->briefs[s], here);
        }
        if (first == nullptr || Exact(filled) < enough) continue;
        looked = true;
        if (!all) continue;
        const Exact value = Exact::ratio(last->briefs[s].same_millionths, millionths_per_point);
        find(view, *last, {instrument_fact(s), fact(Exact(filled)), fact(value)});
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

inline AgeLimit age_limit(const SubjectView& view, std::string_view instrument, const Age& age) {
    AgeLimit result;
    for (const Parameter& limit : view.check.parameters) {
        const std::string_view id(limit.id);
        if (!id.starts_with(instrument)) continue;
        const bool is_from = id.substr(instrument.size()) == "_from";
        if (!is_from && id.substr(instrument.size()) != "_below") continue;
        result.is_listed = true;
        const Exact at = view.parameter(limit.id);
        if (is_from ? years(age) >= at : years(age) < at) continue;
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
            const detail::AgeLimit limit = detail::age_limit(view, id, visit.age);
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
