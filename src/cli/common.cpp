// SPDX-License-Identifier: BSL-1.0
// Messages, and names into instruments and schemes.
#include "cli/common.hpp"

#include <cstring>

#include <unistd.h>

#include "cli/nearest.hpp"
#include "cli/terminal.hpp"
#include "eczscore/io/csv_write.hpp"
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

void to_stderr(std::string_view text) {
    io::CsvWriter out(STDERR_FILENO, 4096);
    out.write(text);
    out.flush();
}

}  // namespace

int fail(Exit code, std::string_view message) {
    const Paint paint(STDERR_FILENO, Color::automatic);
    to_stderr(paint.red("eczscore:") + " " + std::string(message) + "\n");
    return code;
}

void remark(std::string_view message) { to_stderr("eczscore: " + std::string(message) + "\n"); }

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

int print(std::string_view text) {
    io::CsvWriter out(STDOUT_FILENO);
    out.write(text);
    const int error = out.flush();
    if (error == 0 || out.closed_pipe()) return done;
    return fail(output_failed, std::string("standard output: ") + std::strerror(error));
}

}  // namespace eczscore::cli
