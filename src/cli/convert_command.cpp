// SPDX-License-Identifier: BSL-1.0
// Converting one value, with a sentence for everything that is refused.
#include "cli/convert_command.hpp"

#include <array>
#include <string_view>

#include <unistd.h>

#include "cli/common.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "cli/rows.hpp"
#include "eczscore/table/convert_value.hpp"
#include "eczscore/table/csv_conversion.hpp"
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

/// Says how a conversion ended. returns  the exit code
int said(const ConversionOutcome& outcome, const ConvertArguments& options,
         const std::string& input_name) {
    say_replaced(outcome.replaced);
    if (outcome.output_error != 0) return done;  // the output says so
    if (outcome.input_error) {
        return fail(input_failed, io::csv_sentence(*outcome.input_error, input_name));
    }
    for (const std::string& sentence : outcome.remarks) remark(sentence);
    return options.strict && outcome.refused > 0 ? rows_invalid : done;
}

int convert_table(const ConvertArguments& options) {
    const Input input(options.table);
    if (!input.is_open()) return input.refused();
    const auto format = choose_format(options.format, STDOUT_FILENO);
    auto table = CsvConversion::open(input.descriptor(), input.name, options);
    if (!table && table.error().cause == Failure::Cause::file) return fail(table.error());
    if (!format) return fail(usage, no_format(options.format));
    if (!table) return fail(table.error());
    Output output;
    if (const int code = output.open("-", files_read(options.table, "", {}))) return code;
    const ConversionOutcome outcome = table->write(output.descriptor(), *format);
    return output.close(said(outcome, options, input.name), outcome.output_error);
}

}  // namespace

int run_convert(const ConvertArguments& options) {
    if (options.list) return list_kinds();
    if (!options.table.empty()) return convert_table(options);
    if (options.word != "to") {
        return fail(usage,
                    "say VALUE UNIT to UNIT, each unit one word: eczscore convert 1.2 mg/cm2/h to "
                    "g/m2/h");
    }
    MeasuredField field;
    if (const Failure failure = field.take(options); !failure.empty()) return fail(failure);
    const TypedUnit to = typed_unit(options.to, field);
    const ConvertedValue made =
        convert_value(field, typed_unit(options.from, field), to, options.value);
    if (!made.ok()) return fail(usage, made.refusal);
    for (const std::string& sentence : made.remarks) remark(sentence);
    return print(made.number + " " + to.written() + "\n");
}

}  // namespace eczscore::cli
