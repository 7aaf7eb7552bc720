// SPDX-License-Identifier: BSL-1.0
// Asks the system about terminals.
#include "cli/terminal.hpp"

#include <cstdlib>

#include <sys/ioctl.h>
#include <unistd.h>

namespace eczscore::cli {

bool is_terminal(int descriptor) { return ::isatty(descriptor) != 0; }

std::size_t terminal_width(int descriptor) {
    unsigned long width = 0;
    if (const char* columns = std::getenv("COLUMNS")) width = std::strtoul(columns, nullptr, 10);
    winsize size{};
    if (width == 0 && ::ioctl(descriptor, TIOCGWINSZ, &size) == 0) width = size.ws_col;
    if (width == 0) width = 80;
    return width < 40 ? 40 : width > 1000 ? 1000 : width;
}

Paint::Paint(int descriptor, Color color) {
    const char* no_color = std::getenv("NO_COLOR");
    const char* term = std::getenv("TERM");
    const bool dumb = term == nullptr || std::string_view(term) == "dumb";
    const bool refused = no_color != nullptr && *no_color != '\0';
    on_ = color == Color::always ||
          (color == Color::automatic && !refused && !dumb && is_terminal(descriptor));
}

std::string Paint::wrap(std::string_view code, std::string_view text) const {
    if (!on_) return std::string(text);
    return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
}

}  // namespace eczscore::cli
