// SPDX-License-Identifier: BSL-1.0
// `eczscore change --summary`: its options, its remarks, and text for people, nested JSON or rows.
#include "cli/change_summary_command.hpp"

#include <cmath>
#include <string_view>
#include <vector>

#include "cli/common.hpp"
#include "cli/output.hpp"
#include "cli/rows.hpp"
#include "cli/terminal.hpp"
#include "eczscore/io/printable.hpp"
#include "eczscore/report/change_summary_json.hpp"
#include "eczscore/report/change_summary_text.hpp"
#include "eczscore/report/change_summary_words.hpp"
#include "eczscore/report/number.hpp"
#include "eczscore/table/change_summary.hpp"
#include "eczscore/table/nearest.hpp"
#include "eczscore/table/phrases.hpp"

namespace eczscore::cli {

namespace {

using report::GroupChange;

std::string outside(const char* option, double value, const Instrument& instrument) {
    if (value >= instrument.min.to_double() && value <= instrument.max.to_double()) return {};
    return std::string(option) + ": a score of " + std::string(std::string_view(instrument.id)) +
           " is from " + report::number_text(instrument.min) + " to " +
           report::number_text(instrument.max);
}

/// What is wrong with the entry rule and the population behind it.
std::string entry_trouble(const ChangeArguments& options, const Instrument& instrument) {
    const bool any = options.has_entry_rule() || !std::isnan(options.population_mean) ||
                     !std::isnan(options.population_sd) || !std::isnan(options.reliability);
    if (!any) return {};
    if (!options.has_entry_rule() || std::isnan(options.population_mean) ||
        std::isnan(options.population_sd) || std::isnan(options.reliability)) {
        return "regression to the mean needs --entry-cutoff, --population-mean, --population-sd "
               "and --reliability together";
    }
    const std::string cut = outside("--entry-cutoff", options.entry_cutoff, instrument);
    if (!cut.empty()) return cut;
    const std::string mean = outside("--population-mean", options.population_mean, instrument);
    if (!mean.empty()) return mean;
    if (!(options.population_sd > 0.0) || std::isinf(options.population_sd)) {
        return "--population-sd is more than 0";
    }
    if (!(options.reliability >= 0.0 && options.reliability <= 1.0)) {
        return "--reliability is from 0 to 1: the share of true differences in the variance";
    }
    return options.baselines >= 1 ? std::string() : "--baselines is 1 or more";
}

void say_remarks(const Summarised& found, const ChangeArguments& options, Format format) {
    if (found.nowhere > 0) {
        remark(std::to_string(found.nowhere) + " of the subjects left out: no row for '" +
               options.baseline + "' or '" + options.at + "', so their group is not known");
    }
    if (found.not_utf8 > 0) {
        remark("the name of " + counted(found.not_utf8, "group") + " is not UTF-8 text, first " +
               single_quoted(found.first_not_utf8) + " of --by: U+FFFD stands for the wrong bytes");
    }
    if (found.changed > 0) {
        remark(std::to_string(found.changed) + " of the subjects in another group at '" +
               options.at + "': that at '" + options.baseline + "' counts");
    }
    if (format == Format::table || format == Format::json) return;
    const report::ChangeSummary& summary = found.summary;
    for (const std::string& note : report::summary_notes(summary)) {
        if (note != report::denominator_sentence()) remark(note);  // the rows say it themselves
    }
    if (!summary.difference) return;
    if (summary.difference->verdicts.empty()) {
        remark(report::no_between_mid_sentence(*summary.instrument));
    }
    if (options.control.empty()) {
        remark("the difference is " + io::printable(summary.difference->group) + " minus " +
               io::printable(summary.difference->control) +
               ": --control names the group to compare with");
    }
}

}  // namespace

std::string summary_trouble(const ChangeArguments& options, const Instrument& instrument) {
    if (!(options.confidence_level > 0.0 && options.confidence_level < 1.0)) {
        return "--level is between 0 and 1, such as 0.95";
    }
    if (!options.bands.empty()) return "--bands: a summary has no bands";
    if (!options.control.empty() && options.by.empty()) {
        return "--control names one of the groups that --by makes: add --by COLUMN";
    }
    return entry_trouble(options, instrument);
}

int write_summary(const ChangeRows& rows, const ChangeArguments& options,
                  const Instrument& instrument, Format format) {
    const Summarised found = summarise(rows, options, instrument);
    if (!options.control.empty()) {
        std::vector<std::string_view> names;
        for (const GroupChange& group : found.summary.groups) names.push_back(group.name);
        if (names.empty() || names.back() != io::printable(options.control)) {
            return fail(usage, "--control: no group " + single_quoted(options.control) +
                                   nearest_hint(options.control, names));
        }
    }
    Output output;
    if (const int code = output.open(options.output,
                                     files_read(options.file, options.map_file, options.tables))) {
        return code;
    }
    const int descriptor = output.descriptor();
    io::CsvWriter out(descriptor);
    if (format == Format::table) {
        out.write(report::change_summary_text(found.summary, {terminal_width(descriptor)}));
    } else if (format == Format::json) {
        out.write(report::json_document(report::change_summary_json(found.summary)));
    } else {
        RowWriter writer(out, format, summary_columns());
        write_summary_rows(writer, found.summary);
        finish(writer);
    }
    const int error = out.flush();
    if (const int code = output.close(done, error); code != done || error != 0) return code;
    say_remarks(found, options, format);
    return done;
}

}  // namespace eczscore::cli
