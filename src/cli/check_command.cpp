// SPDX-License-Identifier: BSL-1.0
// `eczscore check`: opens the table, says how the run ended, and decides the exit code.
#include "cli/check_command.hpp"

#include "cli/common.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "cli/rows.hpp"
#include "eczscore/table/csv_checks.hpp"

namespace eczscore::cli {

namespace {

/// Says how the run ended, its output aside. returns  the exit code.
int said(const CheckOutcome& outcome, const CheckArguments& options,
         const std::string& input_name) {
    say_replaced(outcome.replaced);
    if (outcome.input_error) {
        return fail(input_failed, io::csv_sentence(*outcome.input_error, input_name));
    }
    if (outcome.output_error != 0) return done;  // the output says so, or it is a closed pipe
    for (const std::string& line : outcome.remarks) remark(line);
    const bool any_error = outcome.count(Severity::error) > 0;
    return options.strict && any_error ? rows_invalid : done;
}

}  // namespace

int run_check(const CheckArguments& options) {
    const auto settings = check_settings(options);
    if (!settings) return fail(usage, settings.error());
    const auto format = format_for_output(options.format, options.output);
    if (!format) return fail(usage, no_format(options.format));
    if (options.list) return list_checks(*settings, *format);
    if (options.file.empty()) {
        return fail(usage, "check needs a FILE, or - for standard input ('eczscore check --help')");
    }
    const Input input(options.file);
    if (!input.is_open()) return input.refused();
    auto table = CsvChecks::open(input.descriptor(), input.name, options, *settings);
    if (!table) return fail(table.error());
    for (const std::string& line : table->remarks()) remark(line);
    Output output;
    if (const int code =
            output.open(options.output, files_read(options.file, options.map_file, {}))) {
        return code;
    }
    const CheckOutcome outcome = table->write(output.descriptor(), *format);
    return output.close(said(outcome, options, input.name), outcome.output_error);
}

}  // namespace eczscore::cli
