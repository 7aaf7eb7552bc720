// SPDX-License-Identifier: BSL-1.0
// Converting one value, with a sentence for everything that is refused.
#include "cli/convert_command.hpp"

#include <array>
#include <string_view>

#include <unistd.h>

#include "cli/common.hpp"
#include "cli/convert_table.hpp"
#include "cli/convert_value.hpp"
#include "cli/output.hpp"
#include "cli/rows.hpp"
#include "cli/terminal.hpp"
#include "eczscore/units/kinds.hpp"

namespace eczscore::cli {

namespace {

int list_kinds() {
    const Format format = choose_format("", STDOUT_FILENO).value_or(Format::csv);
    Output output;
    if (const int code = output.open("-", {})) return code;
    io::CsvWriter out(output.descriptor());
    RowWriter rows(out, format, {"id", "unit", "label"});
    for (const units::KindInfo* kind : units::kinds) {
        const std::array<Cell, 3> cells{{{std::string_view(kind->id)},
                                         {std::string_view(kind->ucum)},
                                         {std::string_view(kind->label)}}};
        rows.row(cells);
    }
    finish(rows);
    return output.close(done, out.flush());
}

TypedUnit typed_unit(const std::string& typed, const MeasuredField& field) {
    return {typed, units::read_unit(units::Chars(typed), field.kind(), field.mode()), "unit"};
}

}  // namespace

int run_convert(const ConvertOptions& options) {
    if (options.list) return list_kinds();
    if (!options.table.empty()) return convert_table(options);
    if (options.word != "to") {
        return fail(usage,
                    "say VALUE UNIT to UNIT, each unit one word: eczscore convert 1.2 mg/cm2/h to "
                    "g/m2/h");
    }
    MeasuredField field;
    if (!field.take(options)) return usage;
    const TypedUnit to = typed_unit(options.to, field);
    const ConvertedValue made =
        convert_value(field, typed_unit(options.from, field), to, options.value);
    if (!made.ok()) return fail(usage, made.refusal);
    for (const std::string& sentence : made.remarks) remark(sentence);
    return print(made.number + " " + to.written() + "\n");
}

}  // namespace eczscore::cli
