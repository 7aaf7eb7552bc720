// SPDX-License-Identifier: BSL-1.0
// Messages, and names into instruments and schemes.
#include "cli/common.hpp"

#include <unistd.h>

#include "cli/nearest.hpp"
#include "cli/output.hpp"
#include "cli/terminal.hpp"
#include "cli/words.hpp"
#include "eczscore/io/csv_write.hpp"
#include "eczscore/io/printable.hpp"
#include "eczscore/report/layout.hpp"

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

tl::expected<const Instrument*, std::string> instrument_named(std::string_view id) {
    if (const Instrument* instrument = find_instrument(id, Folding::names)) return instrument;
    std::vector<std::string_view> ids;
    for (const Instrument* instrument : registry)
        ids.emplace_back(std::string_view(instrument->id));
    return tl::unexpected<std::string>("no instrument " + single_quoted(id) +
                                       nearest_hint(id, ids) + "; `eczscore list` shows them all");
}

tl::expected<const BandScheme*, std::string> scheme_named(const Instrument& instrument,
                                                          std::string_view id) {
    if (id.empty()) return nullptr;
    const Found<BandScheme> found = find_named(instrument.bands, id);
    if (found.only() != nullptr) return found.only();
    std::vector<std::string> names;
    for (const BandScheme& scheme : instrument.bands) {
        names.emplace_back(std::string_view(scheme.id));
    }
    std::string text =
        std::string(std::string_view(instrument.id)) + " has no band scheme " + single_quoted(id);
    if (found.is_ambiguous()) {
        text += could_be(found);
    } else if (names.empty()) {
        text += "; it has none at all";
    } else {
        text +=
            nearest_hint(id, {names.begin(), names.end()}) + "; it has " + report::joined(names);
    }
    return tl::unexpected<std::string>(text);
}

int print(std::string_view text, const std::vector<std::string>& inputs) {
    Output output;
    if (const int code = output.open("-", inputs)) return code;
    io::CsvWriter out(output.descriptor());
    out.write(text);
    return output.close(done, out.flush());
}

}  // namespace eczscore::cli
