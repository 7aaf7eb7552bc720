// SPDX-License-Identifier: BSL-1.0
// Messages, and names into instruments and schemes.
#include "cli/common.hpp"

#include <unistd.h>

#include "cli/nearest.hpp"
#include "cli/output.hpp"
#include "cli/terminal.hpp"
#include "eczscore/io/csv_write.hpp"
#include "eczscore/io/printable.hpp"
#include "eczscore/report/layout.hpp"

namespace eczscore::cli {

namespace {

std::string folded(std::string_view id) {
    std::string out;
    for (const char c : id) {
        if (c == '_' || c == '-') continue;
        out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return out;
}

}  // namespace

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
    std::vector<std::string_view> ids;
    for (const Instrument* instrument : registry) {
        if (instrument->id == id) return instrument;
        ids.emplace_back(std::string_view(instrument->id));
    }
    return tl::unexpected<std::string>("no instrument '" + std::string(id) + "'" +
                                       nearest_hint(id, ids) + " ('eczscore list' has all)");
}

bool same_scheme(std::string_view a, std::string_view b) { return folded(a) == folded(b); }

tl::expected<const BandScheme*, std::string> scheme_named(const Instrument& instrument,
                                                          std::string_view id) {
    if (id.empty()) return nullptr;
    std::vector<std::string> names;
    for (const BandScheme& scheme : instrument.bands) {
        if (same_scheme(std::string_view(scheme.id), id)) return &scheme;
        names.emplace_back(std::string_view(scheme.id));
    }
    std::string text = std::string(std::string_view(instrument.id)) + " has no band scheme '" +
                       std::string(id) + "'";
    text += names.empty() ? std::string("; it has none at all")
                          : nearest_hint(id, {names.begin(), names.end()}) + "; it has " +
                                report::joined(names);
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
