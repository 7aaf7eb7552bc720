// SPDX-License-Identifier: BSL-1.0
// The choice of a format by the terminal, and remarks about rows.
#include "cli/rows.hpp"

#include <unistd.h>

#include "cli/common.hpp"
#include "cli/file_descriptor.hpp"
#include "cli/terminal.hpp"

namespace eczscore::cli {

std::optional<Format> choose_format(std::string_view name, int descriptor) {
    if (name.empty()) return is_terminal(descriptor) ? Format::table : Format::csv;
    return format_named(name);
}

std::optional<Format> format_for_output(const std::string& name, const std::string& output) {
    if (name.empty() && !is_standard(output)) return Format::csv;
    return choose_format(name, STDOUT_FILENO);
}

void say_replaced(const ReplacedCells& replaced) {
    if (replaced.cells > 0) remark(replaced_sentence(replaced));
}

void finish(RowWriter& rows) {
    rows.finish();
    say_replaced(rows.replaced());
}

}  // namespace eczscore::cli
