// SPDX-License-Identifier: BSL-1.0
// The list of checks: severity, sentence, needs, limits and basis of each.
#include "eczscore/report/number.hpp"
#include "eczscore/table/check_settings.hpp"

namespace eczscore::table {

std::string limits_text(std::size_t check, const checks::CheckSettings& settings) {
    std::string text;
    for (std::size_t i = 0; i < checks::catalogue[check].parameters.size(); ++i) {
        if (!text.empty()) text += ' ';
        text += std::string_view(checks::catalogue[check].parameters[i].id);
        text += '=' + report::number_text(settings.parameters(check)[i]);
    }
    return text;
}

std::string basis_text(const checks::Check& check) {
    return std::string(check.evidence.note) + " (" + std::string(name(check.evidence.confidence)) +
           " confidence)";
}

std::vector<std::string> check_list_columns() {
    return {"id", "severity", "on", "sentence", "needs", "limits", "basis"};
}

void write_check_list(RowWriter& rows, const checks::CheckSettings& settings) {
    for (std::size_t c = 0; c < checks::check_count; ++c) {
        const checks::Check& check = checks::catalogue[c];
        const std::string limits = limits_text(c, settings);
        const std::string basis = basis_text(check);
        const Cell cells[] = {{std::string_view(check.id)},
                              {std::string_view(name(check.severity))},
                              {settings.is_on(c) ? "yes" : "no"},
                              {std::string_view(check.sentence)},
                              {std::string_view(check.needs)},
                              {limits},
                              {basis}};
        rows.row(cells);
    }
}

}  // namespace eczscore::table
