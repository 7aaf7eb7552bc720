// SPDX-License-Identifier: BSL-1.0
// A finding a row.
#include "table/finding_rows.hpp"

#include <utility>

#include "eczscore/table/finding_text.hpp"

namespace eczscore::table {

namespace {

std::vector<std::string> finding_columns(bool for_people) {
    if (for_people) return {"line", "subject", "visit", "severity", "check", "sentence"};
    return {"line", "subject", "visit", "check", "severity", "columns", "values", "sentence"};
}

}  // namespace

FindingRows::FindingRows(io::CsvWriter& out, Format format)
    : for_people_(format == Format::table),
      rows_(out, format, finding_columns(format == Format::table)) {}

void FindingRows::write(const CheckTable& table, const checks::Finding& finding,
                        std::span<const std::string_view> cells) {
    const FindingText text = finding_text(table, finding, cells);
    const std::string_view id(finding.check->id);
    if (!cells.empty() && !is_new(std::string(id) + ' ' + text.columns)) return;
    ++counts_[static_cast<std::size_t>(finding.check->severity)];
    const std::string line = std::to_string(finding.line);
    const std::string_view severity(name(finding.check->severity));
    const Cell number{line, Cell::Kind::number};
    if (for_people_) {
        const Cell row[] = {number, {finding.subject}, {finding.visit}, {severity},
                            {id},   {text.sentence}};
        return rows_.row(row);
    }
    const Cell row[] = {number,     {finding.subject}, {finding.visit}, {id},
                        {severity}, {text.columns},    {text.values},   {text.sentence}};
    rows_.row(row);
}

bool FindingRows::is_new(std::string what) {
    for (const std::string& earlier : in_this_row_) {
        if (earlier == what) return false;
    }
    in_this_row_.push_back(std::move(what));
    return true;
}

}  // namespace eczscore::table
