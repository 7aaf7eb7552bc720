// SPDX-License-Identifier: BSL-1.0
// `eczscore change --summary`: its remarks, and text for people, nested JSON or rows.
#include "cli/change_summary_command.hpp"

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
#include "eczscore/table/nearest.hpp"
#include "eczscore/table/phrases.hpp"

namespace eczscore::cli {

namespace {

using report::GroupChange;

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

int write_summary(const CsvChanges& changes, const ChangeArguments& options, Format format) {
    const Summarised found = changes.summary();
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
        out.write(report::change_summary_json(found.summary));
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
