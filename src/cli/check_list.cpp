// SPDX-License-Identifier: BSL-1.0
// `eczscore check --list`: rows, or a paragraph a check on a terminal.
#include <algorithm>
#include <string>

#include <unistd.h>

#include "cli/check_command.hpp"
#include "cli/common.hpp"
#include "cli/output.hpp"
#include "cli/rows.hpp"
#include "cli/terminal.hpp"
#include "eczscore/report/layout.hpp"
#include "eczscore/report/number.hpp"

namespace eczscore::cli {

namespace {

/// For people: a paragraph a check.
std::string list_text(const checks::CheckSettings& settings, std::size_t width) {
    const Paint paint(STDOUT_FILENO, Color::automatic);
    std::string text;
    for (std::size_t c = 0; c < checks::check_count; ++c) {
        const checks::Check& check = checks::catalogue[c];
        text += paint.bold(std::string_view(check.id)) + "  " + std::string(name(check.severity)) +
                (settings.is_on(c) ? "" : "  off") + "\n";
        text += report::wrapped("  ", std::string_view(check.sentence), 2, width);
        text += report::wrapped("  needs: ", std::string_view(check.needs), 9, width);
        for (std::size_t i = 0; i < check.parameters.size(); ++i) {
            const std::string first = "  " + std::string(check.parameters[i].id) + "=" +
                                      report::number_text(settings.parameters(c)[i]) + ": ";
            text += report::wrapped(first, std::string_view(check.parameters[i].meaning), 4, width);
        }
        text += report::wrapped("  basis: ", basis_text(check), 9, width);
    }
    return text;
}

}  // namespace

int list_checks(const checks::CheckSettings& settings, Format format) {
    if (format == Format::table) {
        return print(
            list_text(settings, std::min<std::size_t>(terminal_width(STDOUT_FILENO), 100)));
    }
    Output output;
    if (const int code = output.open("-", {})) return code;
    io::CsvWriter out(output.descriptor());
    RowWriter rows(out, format, check_list_columns());
    write_check_list(rows, settings);
    finish(rows);
    return output.close(done, out.flush());
}

}  // namespace eczscore::cli
