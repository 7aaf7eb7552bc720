// SPDX-License-Identifier: BSL-1.0
// The choice of a format by the terminal, and remarks about rows.
#include "cli/rows.hpp"

#include "cli/common.hpp"
#include "cli/terminal.hpp"

namespace eczscore::cli {

namespace {

void say_replaced(const RowWriter& rows) {
    if (rows.replaced().cells > 0) remark(replaced_sentence(rows.replaced()));
}

}  // namespace

std::optional<Format> choose_format(std::string_view name, int descriptor) {
    if (name.empty()) return is_terminal(descriptor) ? Format::table : Format::csv;
    return format_named(name);
}

void finish(RowWriter& rows) {
    rows.finish();
    say_replaced(rows);
}

void stop(RowWriter& rows) {
    rows.stop();
    say_replaced(rows);
}

}  // namespace eczscore::cli
