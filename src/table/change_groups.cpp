// SPDX-License-Identifier: BSL-1.0
// Sorts subjects into groups, and their changes so that the order of the rows cannot show.
#include "eczscore/table/change_groups.hpp"

#include <algorithm>
#include <string_view>

#include "eczscore/core/parse.hpp"

namespace eczscore::table {

namespace {

std::string_view value_at(const SubjectVisits& subject, std::size_t visit, std::size_t column) {
    const auto& values = subject.by[visit];
    return column < values.size() ? trimmed(values[column]) : std::string_view();
}

/// The values of the columns that make the groups: that at baseline, or the later one where that is
/// blank.
std::string group_of(const SubjectVisits& subject, std::size_t columns) {
    std::string name;
    for (std::size_t i = 0; i < columns; ++i) {
        std::string_view value = value_at(subject, 0, i);
        if (value.empty()) value = value_at(subject, 1, i);
        if (i > 0) name += ", ";
        name += value.empty() ? std::string_view("(no value)") : value;
    }
    return name;
}

/// Whether the two visits name different groups; a blank names none.
bool changed_group(const SubjectVisits& subject, std::size_t columns) {
    for (std::size_t i = 0; i < columns; ++i) {
        const std::string_view first = value_at(subject, 0, i);
        const std::string_view later = value_at(subject, 1, i);
        if (!first.empty() && !later.empty() && first != later) return true;
    }
    return false;
}

std::string unscored(const VisitScore& visit, const std::string& visit_name) {
    if (visit.score.is_scored()) return {};
    return "no score for " + visit_name + " (" + std::string(name(visit.score.status)) + ")";
}

/// Why a subject has no change; the first reason there is. Empty for one who has.
std::string reason_against(const SubjectVisits& subject, const ChangeOptions& options,
                           const Instrument& instrument) {
    const VisitScore& first = subject.visits[0];
    const VisitScore& later = subject.visits[1];
    if (first.second != 0 || later.second != 0) return "a visit is there twice";
    if (!first.found() && !later.found()) return "no row for either visit";
    if (!first.found()) return "no row for " + options.baseline;
    if (!later.found()) return "no row for " + options.at;
    if (instrument.rates_change) return "the score is itself a change";
    const std::string why = unscored(first, options.baseline);
    return why.empty() ? unscored(later, options.at) : why;
}

}  // namespace

Groups collect(const ChangeRows& rows, const ChangeOptions& options, const Instrument& instrument) {
    Groups found;
    for (const SubjectVisits& subject : rows.subjects()) {
        const bool is_somewhere = subject.visits[0].found() || subject.visits[1].found();
        if (!options.by.empty() && !is_somewhere) {
            ++found.nowhere;
            continue;
        }
        found.changed += changed_group(subject, options.by.size());
        Members& group = found.by_name[group_of(subject, options.by.size())];
        ++group.subjects;
        const std::string reason = reason_against(subject, options, instrument);
        if (!reason.empty()) {
            ++group.reasons[reason];
            continue;
        }
        group.changes.push_back(
            change(instrument, subject.visits[0].score, subject.visits[1].score));
    }
    for (auto& [name, group] :
         found.by_name) {  // the order of the rows must not show in the last bit
        std::sort(group.changes.begin(), group.changes.end(), [](const Change& a, const Change& b) {
            return a.baseline != b.baseline ? a.baseline < b.baseline : a.now < b.now;
        });
    }
    return found;
}

}  // namespace eczscore::table
