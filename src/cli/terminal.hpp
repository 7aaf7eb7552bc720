// SPDX-License-Identifier: BSL-1.0
// What the other end of a descriptor is: a terminal or not, how wide, and whether colour is wanted.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace eczscore::cli {

bool is_terminal(int descriptor);

/// Columns of the terminal: COLUMNS, else what the system says, else 80. At least 40.
std::size_t terminal_width(int descriptor);

/// When to colour, as `--color` says it.
enum class Color { automatic, always, never };

/// Colours for one descriptor: with `automatic` only on a terminal, and never when NO_COLOR is set
/// to anything or TERM is `dumb`.
class Paint {
public:
    Paint(int descriptor, Color color);

    std::string bold(std::string_view text) const { return wrap("1", text); }
    std::string faint(std::string_view text) const { return wrap("2", text); }
    std::string red(std::string_view text) const { return wrap("31", text); }

private:
    std::string wrap(std::string_view code, std::string_view text) const;

    bool on_ = false;
};

}  // namespace eczscore::cli
