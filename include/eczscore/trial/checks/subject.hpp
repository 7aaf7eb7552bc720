// SPDX-License-Identifier: BSL-1.0
// One subject over time: of every visit what checks across visits need, and no more.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "eczscore/trial/checks/check.hpp"

namespace eczscore::trial::checks {

/// One instrument at one visit, in brief.
struct Brief {
    Exact score = Exact::not_a_number();  ///< the score, when `has_score`
    std::uint64_t fingerprint = 0;        ///< of the answers, blanks and all
    std::int64_t same_millionths = 0;     ///< the value of every item, when `is_uniform`
    std::uint16_t answered = 0;           ///< items that hold anything
    std::uint16_t above_0 = 0;            ///< items with a value other than 0
    bool has_score = false;
    bool is_typed = false;
    bool is_uniform = false;  ///< every answered item has the same value
    bool is_outside_ages = false;
};

/// One visit, in brief.
struct VisitBrief {
    std::string_view name;
    std::uint32_t name_number = 0;  ///< the same for equal names
    std::uint64_t line = 0;
    Age age{};                      ///< missing where it is not known
    Answer when{};                  ///< missing where it is no value
    std::span<const Brief> briefs;  ///< as many as the layout has
};

/// All visits of one subject. `visits` are in the order of `when` where every visit has one, else
/// as they were written.
struct Subject {
    std::string_view id;
    std::vector<VisitBrief> visits;
    bool is_ordered = false;  ///< every visit has a day or date
};

namespace detail {

inline std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) {
    hash ^= value + 0x9e3779b97f4a7c15U + (hash << 6) + (hash >> 2);
    hash *= 0xff51afd7ed558ccdU;
    return hash ^ (hash >> 32);
}

/// What one answer adds to the fingerprint of its assessment.
inline std::uint64_t fingerprint(std::size_t item, const Answer& answer) {
    const std::uint64_t kind = mixed(item + 1, static_cast<std::uint64_t>(answer.kind()));
    return mixed(kind, static_cast<std::uint64_t>(answer.millionths()));
}

inline Brief brief(const Layout& layout, const Visit& visit, std::size_t index) {
    Brief result;
    const Assessment& here = visit.assessments[index];
    if (layout[index].is_second_reading) return result;
    if (const auto found = score_value(layout, visit, index)) {
        result.score = found->value;
        result.has_score = true;
        result.is_typed = found->is_typed;
    }
    result.is_uniform = true;
    result.is_outside_ages = here.score.age == Status::not_applicable;
    bool first = true;
    for (std::size_t i = 0; i < here.answers.size(); ++i) {
        const Answer& answer = here.answers[i];
        result.fingerprint += fingerprint(i, answer);
        if (answer.is_missing()) continue;
        ++result.answered;
        if (!answer.is_value()) result.is_uniform = false;
        if (answer.is_value() && answer.millionths() != 0) ++result.above_0;
        if (first) result.same_millionths = answer.millionths();
        if (answer.millionths() != result.same_millionths) result.is_uniform = false;
        first = false;
    }
    return result;
}

/// A finding at the visit `at`; its facts may be about other visits.
inline void find(const SubjectView& view, const VisitBrief& at, std::vector<Fact> facts,
                 Text sentence = {}) {
    for (Fact& each : facts) {
        if (each.line == at.line) {
            each.line = 0;
            each.visit.clear();
        }
    }
    view.findings.push_back({&view.check, std::string(view.subject.id), std::string(at.name),
                             at.line, sentence.empty() ? view.check.finding : sentence,
                             std::move(facts)});
}

inline Fact fact_at(const VisitBrief& visit, Fact each) {
    each.line = visit.line;
    each.visit = visit.name;
    return each;
}

inline Fact score_at(const VisitBrief& visit, std::size_t source) {
    const Brief& here = visit.briefs[source];
    return fact_at(visit, {.kind = here.is_typed ? Fact::Kind::typed : Fact::Kind::score,
                           .source = source,
                           .value = here.score});
}

inline Exact years(const Age& age) {
    return Exact::ratio(age.millionths_of_month(), 12 * millionths_per_point);
}
inline Fact age_at(const VisitBrief& visit) {
    return fact_at(visit, {.kind = Fact::Kind::age, .value = years(visit.age)});
}

}  // namespace detail

}  // namespace eczscore::trial::checks
