// SPDX-License-Identifier: BSL-1.0
// Edit checks over a table: visits in, contradictions out; each check can be switched off or set.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "eczscore/trial/checks/catalogue.hpp"
#include "eczscore/trial/checks/visit_store.hpp"

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

namespace detail {

/// Whether an instrument of the layout has this id or prefix.
inline bool is_there(const Layout& layout, Text instrument) {
    return std::any_of(layout.begin(), layout.end(), [&](const Source& source) {
        return is_called(*source.instrument, instrument);
    });
}

/// Whether a check compares two things that a table of this layout has.
inline bool compares(const Check& check, const Layout& layout) {
    const auto has = [&](const Field& field) { return is_there(layout, field.instrument); };
    if (std::any_of(check.pairs.begin(), check.pairs.end(), [&](const Pair& pair) {
            return has(pair.first.field) && has(pair.second.field);
        })) {
        return true;
    }
    // Of SCORAD and its objective part the other fields are looked at only beside these two.
    const std::size_t twins = check.at_visit == objective_part_differs ? 1 : check.twins.size();
    return std::any_of(check.twins.begin(), check.twins.begin() + twins,
                       [&](const Twins& each) { return has(each.first) && has(each.second); });
}

/// Whether a check looks at more than what it compares: others have nothing to do where `compares`
/// is false.
inline bool looks_at_one(const Check& check) {
    return (check.pairs.empty() && check.twins.empty()) || check.at_visit == both_answered;
}

}  // namespace detail

/// Runs the checks. Keeps of every visit with a subject what checks across visits need: 24 bytes,
/// and 24 an instrument.
class EditChecks {
public:
    /// Checks a table of this layout. A check without its columns does not run.
    explicit EditChecks(Layout layout, CheckSettings settings = {})
        : layout_(std::move(layout)),
          settings_(std::move(settings)),
          looked_(check_count, 0),
          store_(layout_) {
        for (std::size_t c = 0; c < check_count; ++c) {
            const Check& check = catalogue[c];
            if (check.at_visit == nullptr || !settings_.is_on(c)) continue;
            const bool compares = detail::compares(check, layout_);
            compares_fields_ = compares_fields_ || compares;
            if (compares || detail::looks_at_one(check)) at_visit_.push_back(c);
        }
    }

    /// Checks one visit, and remembers it. `visit.assessments` must be as many as the layout has.
    /// returns  what one visit shows on its own.
    std::vector<Finding> visit(const Visit& visit) {
        if (!visit.subject.empty()) {
            briefs_.clear();
            for (std::size_t s = 0; s < layout_.size(); ++s) {
                briefs_.push_back(detail::brief(layout_, visit, s));
            }
            remember(visit.subject, {visit.name, visit.line, visit.age, visit.when}, briefs_);
        }
        return look_at(visit);
    }

    /// The two halves of that, for those who know of a visit that it shows nothing on its own.
    /// `look_at` checks one visit.
    std::vector<Finding> look_at(const Visit& visit) {
        std::vector<Finding> findings;
        for (const std::size_t c : at_visit_) {
            const Check& check = catalogue[c];
            if (check.at_visit({check, settings_.parameters(c), layout_, visit, findings})) {
                ++looked_[c];
            }
        }
        return findings;
    }
    /// `remember` keeps one visit of a subject.
    /// briefs  as many as the layout has
    void remember(std::string_view subject, const VisitHead& head, std::span<const Brief> briefs) {
        store_.add(subject, head, briefs);
    }
    /// A check that is on compares what several instruments recorded. Where none does, only a visit
    /// with an answer or a typed total that is odd by itself shows anything on its own.
    bool compares_fields() const { return compares_fields_; }

    /// Checks the subjects one after the other, in the order in which they first came. Calls
    /// `put(findings)` for each.
    template <class Put>
    void finish(Put put) {
        VisitOrder order;
        store_.for_each_subject_in_outline([&](const Subject& subject) { order.add(subject); });
        std::vector<std::size_t> at_subject;
        for (std::size_t c = 0; c < check_count; ++c) {
            if (catalogue[c].at_subject != nullptr && settings_.is_on(c)) at_subject.push_back(c);
        }
        std::vector<Finding> findings;
        store_.for_each_subject([&](const Subject& subject) {
            findings.clear();
            for (const std::size_t c : at_subject) {
                const Check& check = catalogue[c];
                if (check.at_subject(
                        {check, settings_.parameters(c), layout_, subject, order, findings})) {
                    ++looked_[c];
                }
            }
            put(std::as_const(findings));
        });
    }

    /// How many visits or subjects a check could judge; 0: the table lacks what it needs.
    std::uint64_t looked(std::size_t check) const { return looked_[check]; }

private:
    Layout layout_;
    CheckSettings settings_;
    std::vector<std::uint64_t> looked_;
    std::vector<std::size_t> at_visit_;  // the checks of one visit that are on
    bool compares_fields_ = false;
    VisitStore store_;
    std::vector<Brief> briefs_;
};

}  // namespace eczscore::trial::checks
