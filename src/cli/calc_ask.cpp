// SPDX-License-Identifier: BSL-1.0
// The questions of an interactive calculation; prompts go to standard error.
#include <cstdio>
#include <cstdlib>
#include <optional>

#include <unistd.h>

#include "cli/calc_command.hpp"
#include "cli/common.hpp"
#include "eczscore/io/printable.hpp"
#include "eczscore/report/describe.hpp"
#include "eczscore/score/cell.hpp"

namespace eczscore::cli {

namespace {

/// A line from standard input without its end; nothing at the end of the input.
std::optional<std::string> read_line() {
    char* buffer = nullptr;
    std::size_t room = 0;
    const auto length = ::getline(&buffer, &room, stdin);
    std::optional<std::string> text;
    if (length >= 0) text = std::string(buffer, static_cast<std::size_t>(length));
    std::free(buffer);
    if (!text) return text;
    while (!text->empty() && (text->back() == '\n' || text->back() == '\r')) text->pop_back();
    return std::string(trimmed(*text));
}

void ask_age_help() {
    say("  The age at the assessment in years, whole or decimal, 0 to 130; weights, bands or\n"
        "  whom the scale is for depend on it.\n"
        "  For months write an m after the number: 95m. Enter alone leaves it blank.\n");
}

bool ask_age(TypedIn& typed) {
    for (;;) {
        say("age in years (months: 95m): ");
        const auto line = read_line();
        if (!line) return false;
        if (*line == "?") {
            ask_age_help();
            continue;
        }
        const bool months = line->ends_with('m');
        const std::string number = months ? line->substr(0, line->size() - 1) : *line;
        const Age age = months ? cell_age({}, number) : cell_age(number, {});
        if (age.kind() == Age::Kind::invalid) {
            say("  not an age (0 to 130 years): " + io::printable(*line) + "\n");
            continue;
        }
        (months ? typed.months : typed.years) = number;
        return true;
    }
}

void help(const Item& item) {
    say("  " + std::string(item.label) + "; allowed: " + report::allowed_text(item) + ".\n");
    if (item.from_percent != nullptr) {
        say("  Or a percentage with its sign, as in 25%: " +
            io::text_of([&](TextOut& out) { report::percent_text(out, *item.from_percent); }) +
            ".\n");
    }
    say("  Enter alone leaves it blank, Ctrl-D stops.\n");
}

bool is_allowed(const Item& item, Answer answer) {
    return answer.is_missing() || item.scale.allows(answer) ||
           (answer.is_not_relevant() && item.offers_not_relevant);
}

bool ask(const std::string& prompt, const Item& item, std::string& value, std::string& percent) {
    for (;;) {
        say(prompt);
        const auto line = read_line();
        if (!line) return false;
        if (*line == "?") {
            help(item);
            continue;
        }
        const bool as_percent = item.from_percent != nullptr && line->ends_with('%');
        const std::string text(
            trimmed(std::string_view(*line).substr(0, line->size() - (as_percent ? 1 : 0))));
        if (is_allowed(item, as_percent ? percent_answer(item, text) : cell_answer(item, text))) {
            (as_percent ? percent : value) = text;
            return true;
        }
        say("  not allowed: " + io::printable(*line) + "\n");
        help(item);
    }
}

}  // namespace

bool ask_on_terminal(const Instrument& instrument, TypedIn& typed) {
    say(std::string(instrument.title) + "\nEnter alone leaves an item blank, ? explains it.\n");
    if (instrument.uses_age() && !ask_age(typed)) return false;
    bool going = true;
    std::size_t shown = static_cast<std::size_t>(-1);
    for_each_item(instrument.forms[0], [&](std::size_t d, std::size_t i, const Item& item) {
        if (!going) return;
        const Domain& domain = instrument.forms[0].domains[d];
        if (d != shown && instrument.forms[0].domains.size() > 1 && domain.items.size() > 1) {
            say(std::string(domain.label) + "\n");
        }
        shown = d;
        const std::string prompt = "  " + std::string(item.label) + " [" +
                                   report::allowed_text(item) +
                                   (item.from_percent != nullptr ? ", or as in 25%" : "") + "]: ";
        going = ask(prompt, item, typed.items[i], typed.percents[i]);
    });
    if (!going) say("\n");
    return going;
}

}  // namespace eczscore::cli
