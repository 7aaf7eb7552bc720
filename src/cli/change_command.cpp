// SPDX-License-Identifier: BSL-1.0
// `eczscore change`: opens the table, and says what is to be said about the subjects.
#include "cli/change_command.hpp"

#include <unistd.h>

#include "cli/change_summary_command.hpp"
#include "cli/common.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "cli/rows.hpp"
#include "eczscore/table/csv_changes.hpp"
#include "eczscore/table/phrases.hpp"

namespace eczscore::cli {

namespace {

int write_table(const CsvChanges& changes, const ChangeArguments& options, const BandScheme* scheme,
                Format format) {
    Output output;
    if (const int code = output.open(options.output,
                                     files_read(options.file, options.map_file, options.tables))) {
        return code;
    }
    const ChangeOutcome outcome = changes.write(output.descriptor(), format, scheme);
    say_replaced(outcome.replaced);
    const int code = output.close(done, outcome.output_error);
    if (code != done || !outcome.ok()) return code;
    const ChangeCounts& counts = outcome.counts;
    if (counts.duplicates > 0) {
        remark(counted(counts.duplicates, "subject") +
               " with a visit twice: not judged, see the notes");
    }
    if (counts.not_evaluable > 0) {
        remark(counted(counts.not_evaluable, "subject") + " of " +
               std::to_string(changes.rows().subjects().size()) + " not evaluable, see the notes");
    }
    if (format == Format::table) {
        remark("every threshold's verdict, the bands and exact percentages: --format csv");
    }
    return done;
}

/// Reads the table. returns  an exit code, `done` if all is well.
int read_table(CsvChanges& changes) {
    for (const std::string& line : changes.remarks()) remark(line);
    const Failure failure = changes.read();
    if (failure.cause == Failure::Cause::file) return fail(failure);
    const ChangeRows& rows = changes.rows();
    if (rows.nameless() > 0) {
        remark(counted(rows.nameless(), "row") + " without a subject left out, the first in line " +
               std::to_string(rows.first_nameless()));
    }
    return failure.empty() ? done : fail(failure);
}

}  // namespace

int run_change(const ChangeArguments& options) {
    const auto instrument = instrument_named(options.id, options.names);
    if (!instrument) return fail(usage, instrument.error());
    const auto scheme = scheme_named(**instrument, options.bands);
    if (!scheme) return fail(usage, scheme.error());
    const auto format = format_for_output(options.format, options.output);
    if (!format) return fail(usage, no_format(options.format));
    Failure failure = visits_trouble(options);
    if (options.summary && failure.empty() && !options.bands.empty()) {
        failure = "--bands: a summary has no bands";
    }
    if (options.summary && failure.empty()) failure = summary_trouble(options, **instrument);
    if (!failure.empty()) return fail(failure);
    const Input input(options.file);
    if (!input.is_open()) return input.refused();
    auto changes = CsvChanges::open(input.descriptor(), input.name, **instrument, options);
    if (!changes) return fail(changes.error());
    if (const int code = read_table(*changes)) return code;
    if (options.summary) return write_summary(*changes, options, *format);
    return write_table(*changes, options, *scheme, *format);
}

}  // namespace eczscore::cli
