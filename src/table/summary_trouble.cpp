// SPDX-License-Identifier: BSL-1.0
// What cannot be asked of a summary of changes.
#include <cmath>
#include <string>
#include <string_view>

#include "eczscore/report/number.hpp"
#include "eczscore/table/csv_changes.hpp"

namespace eczscore::table {

namespace {

/// A score that the instrument cannot give.
std::string outside(const std::string& setting, double value, const Instrument& instrument) {
    if (value >= instrument.min.to_double() && value <= instrument.max.to_double()) return {};
    return setting + ": a score of " + std::string(instrument.id) + " is from " +
           report::number_text(instrument.min) + " to " + report::number_text(instrument.max);
}

/// What is wrong with the entry rule and the population behind it.
Failure entry_trouble(const ChangeOptions& options, const Instrument& instrument) {
    const SettingNames& names = options.names;
    const bool any = options.has_entry_rule() || !std::isnan(options.population_mean) ||
                     !std::isnan(options.population_sd) || !std::isnan(options.reliability);
    if (!any) return {};
    if (!options.has_entry_rule() || std::isnan(options.population_mean) ||
        std::isnan(options.population_sd) || std::isnan(options.reliability)) {
        return "regression to the mean needs " + names("entry_cutoff") + ", " +
               names("population_mean") + ", " + names("population_sd") + " and " +
               names("reliability") + " together";
    }
    const std::string cut = outside(names("entry_cutoff"), options.entry_cutoff, instrument);
    if (!cut.empty()) return cut;
    const std::string mean = outside(names("population_mean"), options.population_mean, instrument);
    if (!mean.empty()) return mean;
    if (!(options.population_sd > 0.0) || std::isinf(options.population_sd)) {
        return names("population_sd") + " is more than 0";
    }
    if (!(options.reliability >= 0.0 && options.reliability <= 1.0)) {
        return names("reliability") +
               " is from 0 to 1: the share of true differences in the variance";
    }
    return options.baselines >= 1 ? Failure() : Failure(names("baselines") + " is 1 or more");
}

}  // namespace

Failure summary_trouble(const ChangeOptions& options, const Instrument& instrument) {
    if (!(options.confidence_level > 0.0 && options.confidence_level < 1.0)) {
        return options.names("level") + " is between 0 and 1, such as 0.95";
    }
    if (!options.control.empty() && options.by.empty()) {
        return options.names("control") + " names one of the groups that " + options.names("by") +
               " makes: add " + options.names("by") + " COLUMN";
    }
    return entry_trouble(options, instrument);
}

}  // namespace eczscore::table
