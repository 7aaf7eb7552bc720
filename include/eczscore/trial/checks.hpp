// SPDX-License-Identifier: BSL-1.0
// Edit checks over a table: visits in, contradictions out; each check can be switched off or set.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "eczscore/trial/checks/catalogue.hpp"

namespace eczscore::trial::checks {

inline constexpr std::size_t check_count = std::size(catalogue);

/// The place of a check in the catalogue; `check_count` when there is none.
inline std::size_t check_index(std::string_view id) {
    std::size_t index = 0;
    while (index < check_count && !(catalogue[index].id == id)) ++index;
    return index;
}

/// Which checks run, and their limits.
class CheckSettings {
public:
    CheckSettings() : is_on_(check_count, true) {
        for (const Check& check : catalogue) {
            std::vector<Exact> values;
            for (const Parameter& parameter : check.parameters) values.push_back(parameter.value);
            parameters_.push_back(std::move(values));
        }
    }

    /// Whether the check runs. check: index in the list of all checks.
    bool is_on(std::size_t check) const { return is_on_[check]; }
    /// Turns one check on or off. check: index in the list of all checks.
    void turn(std::size_t check, bool on) { is_on_[check] = on; }
    /// Turns every check on or off.
    void turn_all(bool on) { is_on_.assign(check_count, on); }

    /// The limits of one check, in the order in which it lists them.
    const std::vector<Exact>& parameters(std::size_t check) const { return parameters_[check]; }
    /// returns  false when the check has no such parameter.
    bool set(std::size_t check, std::string_view parameter, Exact value) {
        for (std::size_t i = 0; i < catalogue[check].parameters.size(); ++i) {
            if (!(catalogue[check].parameters[i].id == parameter)) continue;
            parameters_[check][i] = value;
            return true;
        }
        return false;
    }

private:
    std::vector<bool> is_on_;
    std::vector<std::vector<Exact>> parameters_;
};

/// Runs the checks. Keeps of every visit with a subject what checks across visits need: some 40
/// bytes an instrument.
class EditChecks {
public:
    /// Checks a table of this layout. A check without its columns does not run.
    explicit EditChecks(Layout layout, CheckSettings settings = {})
        : layout_(std::move(layout)), settings_(std::move(settings)), looked_(check_count, 0) {}

    /// Checks one visit, and remembers it. `visit.assessments` must be as many as the layout has.
    /// returns  what one visit shows on its own.
    std::vector<Finding> visit(const Visit& visit) {
        std::vector<Finding> findings;
        for (std::size_t c = 0; c < check_count; ++c) {
            const Check& check = catalogue[c];
            if (check.at_visit == nullptr || !settings_.is_on(c)) continue;
            if (check.at_visit({check, settings_.parameters(c), layout_, visit, findings})) {
                ++looked_[c];
            }
        }
        if (!visit.subject.empty()) remember(visit);
        return findings;
    }

    /// Checks the subjects one after the other, in the order in which they first came. Calls
    /// `put(findings)` for each.
    template <class Put>
    void finish(Put put) {
        VisitOrder order;
        for (const Subject& subject : subjects_) order.add(subject);
        for (Subject& subject : subjects_) {
            std::vector<Finding> findings;
            sort(subject);
            for (std::size_t c = 0; c < check_count; ++c) {
                const Check& check = catalogue[c];
                if (check.at_subject == nullptr || !settings_.is_on(c)) continue;
                if (check.at_subject(
                        {check, settings_.parameters(c), layout_, subject, order, findings})) {
                    ++looked_[c];
                }
            }
            put(findings);
        }
    }

    /// How many visits or subjects a check could judge; 0: the table lacks what it needs.
    std::uint64_t looked(std::size_t check) const { return looked_[check]; }

private:
    void remember(const Visit& visit) {
        const auto [place, is_new] = index_.try_emplace(visit.subject, subjects_.size());
        if (is_new) subjects_.push_back({visit.subject, {}, false});
        subjects_[place->second].visits.push_back(brief(layout_, visit));
    }

    static void sort(Subject& subject) {
        subject.is_ordered = true;
        for (const VisitBrief& visit : subject.visits) {
            subject.is_ordered = subject.is_ordered && visit.when.is_value();
        }
        if (!subject.is_ordered) return;
        std::sort(subject.visits.begin(), subject.visits.end(),
                  [](const VisitBrief& a, const VisitBrief& b) {
                      return std::pair(a.when.millionths(), a.line) <
                             std::pair(b.when.millionths(), b.line);
                  });
    }

    Layout layout_;
    CheckSettings settings_;
    std::vector<std::uint64_t> looked_;
    std::vector<Subject> subjects_;
    std::unordered_map<std::string, std::size_t> index_;
};

}  // namespace eczscore::trial::checks
