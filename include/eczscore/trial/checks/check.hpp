// SPDX-License-Identifier: BSL-1.0
// An edit check as a value: what contradicts what, from where on, how serious it is, who says so.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "eczscore/core/citation.hpp"
#include "eczscore/core/severity.hpp"
#include "eczscore/core/wide_exact.hpp"
#include "eczscore/trial/checks/visit.hpp"

namespace eczscore::trial::checks {

/// A limit that the user may set.
struct Parameter {
    Text id;
    Exact value;  ///< the default
    Text meaning;
};

/// How a field is compared with a limit.
enum class Relation : std::uint8_t { at_most, at_least, above };

/// One side of a contradiction. Where `parameter` names a parameter of the check, its value is the
/// limit.
struct Condition {
    Field field;
    Relation relation = Relation::at_most;
    Exact limit = 0;
    Text parameter{};
};

/// Two things that were recorded and cannot well go together.
struct Pair {
    Condition first;
    Condition second;
};

/// Two fields that should be the same or near each other.
struct Twins {
    Field first;
    Field second;
};

/// One thing that a finding is about.
struct Fact {
    /// What it is, which decides how it is put into words.
    enum class Kind : std::uint8_t {
        item,        ///< an answer of the instrument `source`
        score,       ///< a computed score
        typed,       ///< a typed total
        age,         ///< the age in years
        when,        ///< the day or date
        allowed,     ///< the allowed values of an item: words only
        instrument,  ///< the instrument `source` as a whole
        number       ///< a bare number
    };
    Kind kind = Kind::number;
    std::size_t source = 0;
    std::size_t item = 0;
    Exact value = 0;
    std::uint64_t line = 0;  ///< where it was written, if not in the finding's line
    std::string visit{};     ///< the visit, if it is not the finding's
};

struct Check;

/// One contradiction that was found.
struct Finding {
    const Check* check = nullptr;
    std::string subject;
    std::string visit;
    std::uint64_t line = 0;
    Text sentence{};          ///< what was found, see `Check::finding`
    std::vector<Fact> facts;  ///< in the order of the sentence
};

/// What a rule about one visit is given, and where it puts what it finds.
struct VisitView {
    const Check& check;
    std::span<const Exact> parameters;  ///< in the order of the check's
    const Layout& layout;
    const Visit& visit;
    std::vector<Finding>& findings;

    /// The limit of this check with that id, in points.
    Exact parameter(Text id) const;
    /// Reports a finding on this row: the values that show it, and a sentence where the check has
    /// several.
    void find(std::vector<Fact> facts, Text sentence = {}) const;
};

struct Subject;
class VisitOrder;

/// The same for all visits of one subject; see subject.hpp.
struct SubjectView {
    const Check& check;
    std::span<const Exact> parameters;
    const Layout& layout;
    const Subject& subject;
    const VisitOrder& order;
    std::vector<Finding>& findings;

    /// The limit of this check with that id, in points.
    Exact parameter(Text id) const;
};

/// returns  whether there was anything to look at.
using VisitRule = bool (*)(const VisitView&);
using SubjectRule = bool (*)(const SubjectView&);

/// An edit check: exactly one of the two rules is set.
struct Check {
    Text id;  ///< snake_case, for ever
    Severity severity = Severity::warning;
    Text sentence;  ///< what is checked and what to do, plainly
    Text finding;   ///< what was found: `{0}` is the first fact, `{v1}` the value of the second
    Text needs;     ///< the columns that it looks at
    VisitRule at_visit = nullptr;
    SubjectRule at_subject = nullptr;
    List<Parameter> parameters{};
    List<Pair> pairs{};
    List<Twins> twins{};
    Evidence evidence{};
};

namespace detail {
inline Exact parameter_of(const Check& check, std::span<const Exact> values, Text id) {
    for (std::size_t i = 0; i < check.parameters.size(); ++i) {
        if (check.parameters[i].id == id) return values[i];
    }
    return 0;
}
}  // namespace detail

inline Exact VisitView::parameter(Text id) const {
    return detail::parameter_of(check, parameters, id);
}
inline Exact SubjectView::parameter(Text id) const {
    return detail::parameter_of(check, parameters, id);
}
inline void VisitView::find(std::vector<Fact> facts, Text sentence) const {
    findings.push_back({&check, visit.subject, visit.name, visit.line,
                        sentence.empty() ? check.finding : sentence, std::move(facts)});
}

/// A value that was found, as a fact.
inline Fact fact(const FoundValue& found) {
    return {.kind = found.item       ? Fact::Kind::item
                    : found.is_typed ? Fact::Kind::typed
                                     : Fact::Kind::score,
            .source = found.source,
            .item = found.item.value_or(0),
            .value = found.value};
}
/// A number, as a fact.
inline Fact fact(Exact number) { return {.value = number}; }

}  // namespace eczscore::trial::checks
