// SPDX-License-Identifier: BSL-1.0
// A table in memory for the tests of the edit checks: instruments, visits, and what is found.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "eczscore/instruments/easi.hpp"
#include "eczscore/instruments/iga_bsa.hpp"
#include "eczscore/instruments/poem.hpp"
#include "eczscore/instruments/scorad.hpp"
#include "eczscore/instruments/viga_ad.hpp"
#include "eczscore/trial/checks.hpp"

namespace eczscore::trial::checks {

/// Instruments of one item each that stand in for ids that checks look for.
inline constexpr Item percent_items[] = {
    {.id = "percent", .label = "percent", .scale = measured(0, 100)}};
inline constexpr Domain percent_domains[] = {{"all", "All", 1, percent_items, 100}};
inline constexpr Form percent_forms[] = {
    {.id = "all", .label = "all", .domains = percent_domains, .max = 100}};
inline constexpr Description bsa_like_description{Identity{.id = "bsa",
                                                           .title = "Body surface",
                                                           .version = "1",
                                                           .respondent = Respondent::clinician,
                                                           .recall_days = 0,
                                                           .recall = "today",
                                                           .rights = "none"},
                                                  Scoring{.max = 100, .forms = percent_forms},
                                                  Interpretation{}, Provenance{}};
inline constexpr Instrument bsa_like = checked<bsa_like_description>();

/// Columns of some instruments, filled visit by visit.
class Table {
public:
    explicit Table(std::vector<const Instrument*> instruments, CheckSettings settings = {})
        : settings_(std::move(settings)) {
        for (const Instrument* instrument : instruments) {
            layout.push_back({.instrument = instrument, .has_items = true});
        }
        next();
    }

    /// Sets the answers of one instrument at the visit in hand.
    Table& with(const Instrument& instrument, std::vector<Answer> answers) {
        here(instrument).answers = std::move(answers);
        return *this;
    }
    Table& typed(const Instrument& instrument, Answer value, int places = 0) {
        here(instrument).typed = {value, places};
        return *this;
    }
    Table& age(Answer years) {
        visit_.age = Age::years(years);
        return *this;
    }
    Table& when(Answer day) {
        visit_.when = day;
        return *this;
    }

    /// Ends the visit in hand and begins another.
    Table& at(std::string name, std::string subject = "a") {
        visit_.name = std::move(name);
        visit_.subject = std::move(subject);
        visits_.push_back(visit_);
        next();
        return *this;
    }

    /// Everything that is found, checks within visits first.
    std::vector<Finding> findings() {
        if (visits_.empty()) at("");
        EditChecks run(layout, settings_);
        std::vector<Finding> all;
        const auto take = [&](const std::vector<Finding>& found) {
            all.insert(all.end(), found.begin(), found.end());
        };
        for (Visit& visit : visits_) {
            for (std::size_t s = 0; s < layout.size(); ++s) {
                Assessment& assessment = visit.assessments[s];
                if (!layout[s].has_items) continue;
                assessment.answers.resize(layout[s].instrument->plan.items);
                assessment.score = score(*layout[s].instrument, assessment.answers, visit.age);
            }
            take(run.visit(visit));
        }
        run.finish(take);
        return all;
    }

    /// The ids of what is found, separated by spaces.
    std::string found() {
        std::string ids;
        for (const Finding& finding : findings()) {
            ids += (ids.empty() ? "" : " ") + std::string(finding.check->id);
        }
        return ids;
    }

    Layout layout;

private:
    Assessment& here(const Instrument& instrument) {
        std::size_t s = 0;
        while (layout[s].instrument != &instrument) ++s;
        visit_.assessments.resize(layout.size());
        return visit_.assessments[s];
    }
    void next() {
        visit_ = Visit{};
        visit_.line = visits_.size() + 2;
        visit_.assessments.resize(layout.size());
    }

    CheckSettings settings_;
    std::vector<Visit> visits_;
    Visit visit_;
};

/// Settings with one limit changed.
inline CheckSettings with(std::string_view check, std::string_view parameter, Exact value) {
    CheckSettings settings;
    settings.set(check_index(check), parameter, value);
    return settings;
}

/// EASI answers: four regions, each with four equal signs and an area grade.
inline std::vector<Answer> easi_of(std::vector<int> signs, std::vector<int> areas) {
    std::vector<Answer> answers;
    for (std::size_t region = 0; region < 4; ++region) {
        for (int sign = 0; sign < 4; ++sign) answers.emplace_back(signs[region]);
        answers.emplace_back(areas[region]);
    }
    return answers;
}

}  // namespace eczscore::trial::checks
