// SPDX-License-Identifier: BSL-1.0
// Views of the registry.
#include "cli/list_command.hpp"

#include <algorithm>
#include <array>

#include <unistd.h>

#include "cli/common.hpp"
#include "cli/output.hpp"
#include "cli/rows.hpp"
#include "cli/terminal.hpp"
#include "eczscore/report/describe.hpp"
#include "eczscore/report/describe_json.hpp"
#include "eczscore/report/describe_markdown.hpp"
#include "eczscore/report/respondent.hpp"

namespace eczscore::cli {

namespace {

int list_json_array() {
    return print(report::json_document([](report::JsonOut& json) {
        json.array([&] {
            for (const Instrument* instrument : registry) report::list_json(json, *instrument);
        });
    }));
}

int list_markdown() {
    return print(io::text_of([](TextOut& out) { report::list_markdown(out, registry); }));
}

/// A table for people leaves the rights to `describe`: they are paragraphs.
int list_table() {
    Output output;
    if (const int code = output.open("-", {})) return code;
    io::CsvWriter out(output.descriptor());
    RowWriter rows(out, Format::table, {"id", "range", "answered by", "title"});
    for (const Instrument* instrument : registry) {
        const std::string range = report::range_text(*instrument);
        const std::string respondent = report::answered_by(*instrument);
        const std::array<Cell, 4> cells{{{std::string_view(instrument->id)},
                                         {range},
                                         {respondent},
                                         {std::string_view(instrument->title)}}};
        rows.row(cells);
    }
    finish(rows);
    return output.close(done, out.flush());
}

int list_rows(Format format) {
    Output output;
    if (const int code = output.open("-", {})) return code;
    io::CsvWriter out(output.descriptor());
    RowWriter rows(out, format, {"id", "title", "respondent", "min", "max", "direction", "rights"});
    for (const Instrument* instrument : registry) {
        const std::string respondent = report::answered_by(*instrument);
        const std::string min = report::number_text(instrument->min);
        const std::string max = report::number_text(instrument->max);
        const std::array<Cell, 7> cells{{{std::string_view(instrument->id)},
                                         {std::string_view(instrument->title)},
                                         {respondent},
                                         {min, Cell::Kind::number},
                                         {max, Cell::Kind::number},
                                         {std::string_view(name(instrument->direction))},
                                         {std::string_view(instrument->rights)}}};
        rows.row(cells);
    }
    finish(rows);
    return output.close(done, out.flush());
}

}  // namespace

int run_list(const std::string& format) {
    if (format == "json") return list_json_array();
    if (format == "markdown") return list_markdown();
    const auto chosen = choose_format(format, STDOUT_FILENO);
    if (!chosen) {
        return fail(usage, no_format(format, "json, ndjson, table, csv, tsv or markdown"));
    }
    return *chosen == Format::table ? list_table() : list_rows(*chosen);
}

int run_describe(const std::string& id, const std::string& format) {
    const auto instrument = instrument_named(id, option_names);
    if (!instrument) return fail(usage, instrument.error());
    if (format == "json") return print(report::describe_json(**instrument));
    if (format == "markdown") return print(report::describe_markdown(**instrument));
    if (!format.empty() && format != "text") {
        return fail(usage, no_format(format, "text, json or markdown"));
    }
    const std::size_t width = std::min<std::size_t>(terminal_width(STDOUT_FILENO), 100);
    return print(report::describe_text(**instrument, {.width = width}));
}

}  // namespace eczscore::cli
