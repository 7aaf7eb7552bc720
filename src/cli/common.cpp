// SPDX-License-Identifier: BSL-1.0
// Messages, and names into instruments and schemes.
#include "cli/common.hpp"

#include <unistd.h>

#include "cli/output.hpp"
#include "cli/terminal.hpp"
#include "eczscore/io/csv_write.hpp"
#include "eczscore/io/printable.hpp"

namespace eczscore::cli {

void say(std::string_view text) {
    io::CsvWriter out(STDERR_FILENO, 1);
    out.write(text);
    out.flush();
}

int fail(Exit code, std::string_view message) {
    const Paint paint(STDERR_FILENO, Color::automatic);
    say(paint.red("eczscore:") + " " + io::printable(message) + "\n");
    return code;
}

void remark(std::string_view message) { say("eczscore: " + io::printable(message) + "\n"); }

int print(std::string_view text, const std::vector<std::string>& inputs) {
    Output output;
    if (const int code = output.open("-", inputs)) return code;
    io::CsvWriter out(output.descriptor());
    out.write(text);
    return output.close(done, out.flush());
}

}  // namespace eczscore::cli
