// SPDX-License-Identifier: BSL-1.0
// Sorts subjects into groups, and their changes so that the order of the rows cannot show.
#include "cli/change_groups.hpp"

#include <algorithm>

namespace eczscore::cli {

namespace {

/// The values of the columns of --by, at baseline where there is one.
std::string group_of(const SubjectVisits& subject) {
    const auto& values = subject.visits[0].found() ? subject.by[0] : subject.by[1];
    std::string name;
    for (const std::string& value : values) name += (name.empty() ? "" : ", ") + value;
    return name;
}

std::string unscored(const VisitScore& visit, const std::string& visit_name) {
    if (visit.score.is_scored()) return {};
    return "no score for " + visit_name + " (" +
           std::string(std::string_view(name(visit.score.status))) + ")";
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

std::map<std::string, Members> collect(const ChangeRows& rows, const ChangeOptions& options,
                                       const Instrument& instrument, std::size_t& nowhere) {
    std::map<std::string, Members> groups;
    for (const SubjectVisits& subject : rows.subjects()) {
        const bool is_somewhere = subject.visits[0].found() || subject.visits[1].found();
        if (!options.by.empty() && !is_somewhere) {
            ++nowhere;
            continue;
        }
        const std::string name = group_of(subject);
        Members& group = groups[options.by.empty() ? "" : name.empty() ? "(no value)" : name];
        ++group.subjects;
        const std::string reason = reason_against(subject, options, instrument);
        if (!reason.empty()) {
            ++group.reasons[reason];
            continue;
        }
        group.changes.push_back(
            change(instrument, subject.visits[0].score, subject.visits[1].score));
    }
    for (auto& [name, group] : groups) {  // the order of the rows must not show in the last bit
        std::sort(group.changes.begin(), group.changes.end(), [](const Change& a, const Change& b) {
            return a.baseline != b.baseline ? a.baseline < b.baseline : a.now < b.now;
        });
    }
    return groups;
}

}  // namespace eczscore::cli
