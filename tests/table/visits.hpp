// SPDX-License-Identifier: BSL-1.0
// The visit that a row holds, put together cell by cell: what the checks over a table are held to.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "eczscore/score/cell.hpp"
#include "eczscore/table/check_table.hpp"

namespace eczscore::testing {

/// Decimal places that were written, at most six.
inline int places_of(std::string_view text) {
    text = trimmed(text);
    const std::size_t point = text.find('.');
    if (point == std::string_view::npos) return 0;
    std::size_t end = point + 1;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    return static_cast<int>(std::min<std::size_t>(end - point - 1, 6));
}

inline table::checks::Visit visit_of(table::CheckTable& table,
                                     std::span<const std::string_view> cells, std::uint64_t line) {
    const auto cell = [&](std::size_t column) { return table::cell_at(cells, column); };
    table::checks::Visit visit;
    visit.subject = trimmed(cell(table.subject()));
    visit.name = trimmed(cell(table.visit()));
    visit.line = line;
    visit.age = cell_age(cell(table.age().years), cell(table.age().months));
    visit.when = table.day(cell(table.when()), line);
    for (std::size_t s = 0; s < table.layout().size(); ++s) {
        table::checks::Assessment here;
        const table::SourceColumns& columns = table.sources()[s];
        const Instrument& instrument = *table.layout()[s].instrument;
        if (columns.typed != table::no_column) {
            here.typed = {parse_number(cells[columns.typed]), places_of(cells[columns.typed])};
        }
        if (table.layout()[s].has_items) {
            for_each_item(instrument.forms[0], [&](std::size_t, std::size_t i, const Item& item) {
                here.answers.push_back(item_answer(item, cell(columns.items.items[i].value),
                                                   cell(columns.items.items[i].percent)));
            });
            here.score = score(instrument, here.answers, visit.age);
        }
        visit.assessments.push_back(std::move(here));
    }
    return visit;
}

}  // namespace eczscore::testing
