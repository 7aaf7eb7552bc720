// SPDX-License-Identifier: BSL-1.0
// The order of visits as most subjects had them, and visits of one subject that break it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "eczscore/trial/checks/subject.hpp"

namespace eczscore::trial::checks {

namespace detail {

/// What the name of a visit says about its place: `week_2` is before `week_16`, and both after a
/// baseline, which is after a screening.
struct VisitName {
    int stage = 2;  ///< 0 screening, 1 baseline, 2 later
    std::string_view words;
    std::optional<int> number;

    explicit VisitName(std::string_view name) : words(name) {
        if (has(name, "screen")) stage = 0;
        if (has(name, "base") || has(name, "randomi")) stage = 1;
        std::size_t end = name.size();
        while (end > 0 && name[end - 1] >= '0' && name[end - 1] <= '9') --end;
        if (end == name.size() || name.size() - end > 6) return;
        int value = 0;
        for (const char digit : name.substr(end)) value = value * 10 + (digit - '0');
        const bool minus = end > 1 && name[end - 1] == '-' && !is_letter(name[end - 2]);
        number = minus ? -value : value;
        words = name.substr(0, minus ? end - 1 : end);
    }

    /// Whether this name says that it comes before the other.
    bool is_before(const VisitName& other) const {
        if (stage != other.stage) return stage < other.stage;
        return number && other.number && words == other.words && *number < *other.number;
    }

private:
    static bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }
    static bool has(std::string_view name, std::string_view word) {
        for (std::size_t at = 0; at + word.size() <= name.size(); ++at) {
            std::size_t same = 0;
            while (same < word.size() && (name[at + same] | 0x20) == word[same]) ++same;
            if (same == word.size()) return true;
        }
        return false;
    }
};

}  // namespace detail

/// Which visit comes before which: as `agreeing` percent of at least `enough` subjects had it, and
/// with fewer subjects as the names say, where they do.
class VisitOrder {
public:
    static constexpr int enough = 5;
    static constexpr int agreeing = 80;
    /// With more names than this nothing is learned (an unscheduled visit may have any name).
    static constexpr std::size_t most_names = 200;

    /// Adds the visits of one subject.
    void add(const Subject& subject) {
        const auto visits = dated(subject);
        for (const VisitBrief* visit : visits) learn(*visit);
        if (names_.size() == most_names) return;
        for (const VisitBrief* a : visits) {
            std::uint32_t* row = &before_[std::size_t{places_[a->name_number]} * most_names];
            for (const VisitBrief* b : visits) {
                if (a->when.millionths() < b->when.millionths()) ++row[places_[b->name_number]];
            }
        }
    }

    /// Whether `a` is expected before `b`.
    bool expects(const VisitBrief& a, const VisitBrief& b) const {
        if (names_.size() == most_names) return false;
        const std::size_t first = place(a);
        const std::size_t later = place(b);
        if (first == unknown || later == unknown) {
            return detail::VisitName(a.name).is_before(detail::VisitName(b.name));
        }
        const std::uint64_t there = before_[first * most_names + later];
        const std::uint64_t back = before_[later * most_names + first];
        if (there + back >= enough) return there * 100 >= agreeing * (there + back);
        return names_[first].is_before(names_[later]);
    }

    /// The visits of a subject that have a day or date, the first of each name; none of a subject
    /// with more visits than a study has.
    static std::vector<const VisitBrief*> dated(const Subject& subject) {
        std::vector<const VisitBrief*> visits;
        if (subject.visits.size() > most_names) return visits;
        visits.reserve(subject.visits.size());
        std::uint32_t highest = 0;  // most subjects have the visits in the order of their numbers
        for (const VisitBrief& visit : subject.visits) {
            if (!visit.when.is_value()) continue;
            const bool is_new =
                visits.empty() || visit.name_number > highest ||
                std::none_of(visits.begin(), visits.end(), [&](const VisitBrief* earlier) {
                    return earlier->name_number == visit.name_number;
                });
            if (is_new) visits.push_back(&visit);
            highest = std::max(highest, visit.name_number);
        }
        return visits;
    }

private:
    static constexpr std::uint32_t unknown = 0xffffffff;

    std::uint32_t place(const VisitBrief& visit) const {
        return visit.name_number < places_.size() ? places_[visit.name_number] : unknown;
    }

    void learn(const VisitBrief& visit) {
        if (names_.size() == most_names) return;
        if (places_.size() <= visit.name_number) places_.resize(visit.name_number + 1, unknown);
        std::uint32_t& known = places_[visit.name_number];
        if (known != unknown) return;
        known = static_cast<std::uint32_t>(names_.size());
        names_.emplace_back(visit.name);
        before_.resize(names_.size() * most_names);
    }

    std::vector<detail::VisitName> names_;
    std::vector<std::uint32_t> places_;  // in `names_`, by the number of a name
    std::vector<std::uint32_t> before_;  // subjects with the row's visit before the column's
};

namespace detail {

struct Conflict {
    const VisitBrief* expected_first;
    const VisitBrief* expected_later;
};

inline std::vector<Conflict> conflicts(const SubjectView& view,
                                       const std::vector<const VisitBrief*>& visits) {
    std::vector<Conflict> all;
    for (const VisitBrief* a : visits) {
        for (const VisitBrief* b : visits) {
            if (a->when.millionths() > b->when.millionths() && view.order.expects(*a, *b)) {
                all.push_back({a, b});
            }
        }
    }
    return all;
}

/// The visit with the most conflicts; of equals the one expected later.
inline const VisitBrief* worst(const std::vector<Conflict>& all) {
    std::map<const VisitBrief*, int> counts;
    for (const Conflict& each : all) {
        ++counts[each.expected_first];
        ++counts[each.expected_later];
    }
    const VisitBrief* found = nullptr;
    int most = 0;
    for (const Conflict& each : all) {
        for (const VisitBrief* visit : {each.expected_later, each.expected_first}) {
            if (counts[visit] <= most) continue;
            most = counts[visit];
            found = visit;
        }
    }
    return found;
}

}  // namespace detail

/// Visits whose day or date is before that of an earlier visit, or after that of a later one: as
/// few visits as explain it.
inline bool visits_out_of_order(const SubjectView& view) {
    const auto visits = VisitOrder::dated(view.subject);
    std::vector<detail::Conflict> all = detail::conflicts(view, visits);
    while (const VisitBrief* visit = detail::worst(all)) {
        const VisitBrief* other = nullptr;
        bool is_early = false;
        std::vector<detail::Conflict> rest;
        for (const detail::Conflict& each : all) {
            const bool later = each.expected_later == visit;
            if (!later && each.expected_first != visit) {
                rest.push_back(each);
            } else if (other == nullptr) {
                is_early = later;
                other = later ? each.expected_first : each.expected_later;
            }
        }
        const auto when = [](const VisitBrief& at) {
            return detail::fact_at(at, {.kind = Fact::Kind::when, .value = at.when.exact()});
        };
        detail::find(view, *visit, {when(*visit), when(*other)},
                     is_early ? "{0}, before {v1}, but the visit comes later"
                              : "{0}, after {v1}, but the visit comes earlier");
        all = std::move(rest);
    }
    return visits.size() > 1;
}

}  // namespace eczscore::trial::checks
