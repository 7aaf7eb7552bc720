// SPDX-License-Identifier: BSL-1.0
// `eczscore check --list`: every check with its severity, sentence, needs and limits.
#include <string>

#include <unistd.h>

#include "cli/check_run.hpp"
#include "cli/common.hpp"
#include "cli/output.hpp"
#include "cli/rows.hpp"
#include "cli/terminal.hpp"
#include "eczscore/report/layout.hpp"
#include "eczscore/report/number.hpp"

namespace eczscore::cli {

namespace {

/// `itch=8 sleep_loss=7`
std::string limits_text(std::size_t check, const checks::CheckSettings& settings) {
    std::string text;
    for (std::size_t i = 0; i < checks::catalogue[check].parameters.size(); ++i) {
        if (!text.empty()) text += ' ';
        text += std::string_view(checks::catalogue[check].parameters[i].id);
        text += '=' + report::number_text(settings.parameters(check)[i]);
    }
    return text;
}

std::string evidence_words(const checks::Check& check) {
    return std::string(std::string_view(check.evidence.note)) + " (" +
           std::string(std::string_view(name(check.evidence.confidence))) + " confidence)";
}

/// For people: a paragraph a check.
std::string list_text(const checks::CheckSettings& settings, std::size_t width) {
    const Paint paint(STDOUT_FILENO, Color::automatic);
    std::string text;
    for (std::size_t c = 0; c < checks::check_count; ++c) {
        const checks::Check& check = checks::catalogue[c];
        text += paint.bold(std::string_view(check.id)) + "  " +
                std::string(std::string_view(name(check.severity))) +
                (settings.is_on(c) ? "" : "  off") + "\n";
        text += report::wrapped("  ", std::string_view(check.sentence), 2, width);
        text += report::wrapped("  needs: ", std::string_view(check.needs), 9, width);
        for (std::size_t i = 0; i < check.parameters.size(); ++i) {
            const std::string first = "  " + std::string(std::string_view(check.parameters[i].id)) +
                                      "=" + report::number_text(settings.parameters(c)[i]) + ": ";
            text += report::wrapped(first, std::string_view(check.parameters[i].meaning), 4, width);
        }
        text += report::wrapped("  basis: ", evidence_words(check), 9, width);
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
    RowWriter rows(out, format, {"id", "severity", "on", "sentence", "needs", "limits", "basis"});
    for (std::size_t c = 0; c < checks::check_count; ++c) {
        const checks::Check& check = checks::catalogue[c];
        const std::string limits = limits_text(c, settings);
        const std::string basis = evidence_words(check);
        const Cell cells[] = {{std::string_view(check.id)},
                              {std::string_view(name(check.severity))},
                              {settings.is_on(c) ? "yes" : "no"},
                              {std::string_view(check.sentence)},
                              {std::string_view(check.needs)},
                              {limits},
                              {basis}};
        rows.row(cells);
    }
    finish(rows);
    return output.close(done, out.flush());
}

}  // namespace eczscore::cli
