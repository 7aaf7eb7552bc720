// SPDX-License-Identifier: BSL-1.0
// Names into instruments and band schemes.
#include "eczscore/table/names.hpp"

#include <algorithm>
#include <vector>

#include "eczscore/core/parse.hpp"
#include "eczscore/report/layout.hpp"
#include "eczscore/table/nearest.hpp"

namespace eczscore::table {

namespace {

using Error = tl::unexpected<std::string>;

/// Where all instruments are listed.
std::string all_of(const SettingNames& names) {
    if (names.instrument_list.empty()) return {};
    return "; " + std::string(names.instrument_list) + " shows them all";
}

}  // namespace

tl::expected<const Instrument*, std::string> instrument_named(std::string_view id,
                                                              const SettingNames& names) {
    if (const Instrument* instrument = find_instrument(id, Folding::names)) return instrument;
    std::vector<std::string_view> ids;
    for (const Instrument* instrument : registry)
        ids.emplace_back(std::string_view(instrument->id));
    return Error("no instrument " + single_quoted(id) + nearest_hint(id, ids) + all_of(names));
}

tl::expected<std::vector<const Instrument*>, std::string> find_instruments(
    const std::vector<std::string>& ids, const SettingNames& names) {
    std::vector<const Instrument*> found;
    for (const std::string& several : ids) {
        for (std::size_t from = 0; from <= several.size();) {
            const std::size_t to = std::min(several.find(',', from), several.size());
            const std::string_view id = trimmed(std::string_view(several).substr(from, to - from));
            from = to + 1;
            const auto match = instrument_named(id, names);
            if (!match) return Error(match.error());
            if (std::find(found.begin(), found.end(), *match) != found.end()) {
                return Error("the instrument " + single_quoted(id) + " is named twice");
            }
            found.push_back(*match);
        }
    }
    if (found.empty()) return Error("name at least one instrument" + all_of(names));
    return found;
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
    std::string text = std::string(instrument.id) + " has no band scheme " + single_quoted(id);
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

}  // namespace eczscore::table
