// SPDX-License-Identifier: BSL-1.0
// What edit checks look at: the instruments of a table, and one visit with what it recorded.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "eczscore/core/age.hpp"
#include "eczscore/core/answer.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::trial::checks {

/// One instrument of a table.
struct Source {
    const Instrument* instrument = nullptr;
    bool has_items = false;  ///< its items are there; otherwise a typed total is all there is
    /// Another instrument of the table reads the same items (objective SCORAD beside SCORAD): only
    /// its typed total is looked at.
    bool is_second_reading = false;

    /// Its items are there and no other instrument reads them, so that its score is looked at.
    bool is_read() const { return has_items && !is_second_reading; }
};
using Layout = std::vector<Source>;

/// A total that somebody typed in, with the decimal places that were written.
struct TypedTotal {
    Answer value{};
    int places = 0;
};

/// One instrument at one visit, in the place that it has in the layout.
struct Assessment {
    std::vector<Answer> answers;  ///< in form order; empty without items
    Score score{};
    TypedTotal typed{};
};

/// One visit of one subject.
struct Visit {
    std::string subject;
    std::string name;
    std::uint64_t line = 0;  ///< where it was written
    Age age{};
    Answer when{};  ///< a study day, a visit number or days since some day: what orders the visits
    std::vector<Assessment> assessments;  ///< as many as the layout has
};

/// Where a check looks for a value. `instrument` is an id or a prefix of columns (`scorad`).
struct Field {
    Text instrument;
    Text item{};  ///< empty: the score (typed where it cannot be computed); `*`: the highest item
};

/// A value that was found, and where.
struct FoundValue {
    Exact value = 0;
    std::size_t source = 0;                ///< index in the layout
    std::optional<std::size_t> item = {};  ///< none: the score
    bool is_typed = false;                 ///< a score that was typed in
};

namespace detail {

inline bool is_called(const Instrument& instrument, Text name) {
    return instrument.id == name || instrument.prefix() == name;
}

/// An allowed number, or nothing: what is off its scale is a finding of its own.
inline std::optional<Exact> number(const Item& item, const Answer& answer) {
    if (!item.scale.allows(answer)) return std::nullopt;
    return answer.exact();
}

inline std::optional<FoundValue> item_value(const Layout& layout, const Visit& visit,
                                            std::size_t source, Text wanted) {
    std::optional<FoundValue> found;
    const Instrument& instrument = *layout[source].instrument;
    const auto& answers = visit.assessments[source].answers;
    for_each_item(instrument.forms[0], [&](std::size_t, std::size_t i, const Item& item) {
        const bool any = wanted == "*";
        if (i >= answers.size() || (!any && !(item.id == wanted))) return;
        const auto value = number(item, answers[i]);
        if (!value || (found && found->value >= *value)) return;
        found = FoundValue{.value = *value, .source = source, .item = i};
    });
    return found;
}

/// Whether a typed total is a number that the instrument can reach.
inline bool is_in_range(const Instrument& instrument, const Answer& typed) {
    return typed.is_value() && typed.exact() >= instrument.min && typed.exact() <= instrument.max;
}

inline std::optional<FoundValue> score_value(const Layout& layout, const Visit& visit,
                                             std::size_t source) {
    const Assessment& here = visit.assessments[source];
    if (here.score.is_scored()) return FoundValue{.value = here.score.value(), .source = source};
    if (here.score.status == Status::invalid) return std::nullopt;
    if (!is_in_range(*layout[source].instrument, here.typed.value)) return std::nullopt;
    return FoundValue{.value = here.typed.value.exact(), .source = source, .is_typed = true};
}

}  // namespace detail

/// The value of a field at a visit; nothing where the table or the visit does not have it.
inline std::optional<FoundValue> value_of(const Layout& layout, const Visit& visit,
                                          const Field& field) {
    for (std::size_t s = 0; s < layout.size() && s < visit.assessments.size(); ++s) {
        if (!detail::is_called(*layout[s].instrument, field.instrument)) continue;
        if (field.item.empty() && !(layout[s].instrument->id == field.instrument)) continue;
        const auto found = field.item.empty() ? detail::score_value(layout, visit, s)
                                              : detail::item_value(layout, visit, s, field.item);
        if (found) return found;
    }
    return std::nullopt;
}

/// How many items of an assessment hold anything.
inline std::size_t answered(const Assessment& assessment) {
    std::size_t count = 0;
    for (const Answer& answer : assessment.answers) {
        if (!answer.is_missing()) ++count;
    }
    return count;
}

}  // namespace eczscore::trial::checks
