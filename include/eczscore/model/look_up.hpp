// SPDX-License-Identifier: BSL-1.0
// The parts of an instrument by name: an item, an edition of bands, a threshold.
#pragma once

#include <string_view>

#include "eczscore/model/find.hpp"
#include "eczscore/model/instrument.hpp"

namespace eczscore {

/// The item with this key (`"trunk_erythema"`, without the prefix of its columns), letter for
/// letter; null where there is none.
constexpr const Item* item(const Scoring& scoring, std::string_view key) {
    if (scoring.forms.empty()) return nullptr;
    for (const Domain& domain : scoring.forms[0].domains) {
        if (const Item* found = find_named(domain.items, key, Folding::none).only()) return found;
    }
    return nullptr;
}

/// The edition of bands with this id (`"leshem_2015"`); null where there is none. Letter for
/// letter, unless `folding` says that somebody typed it: then null too where it could mean two.
constexpr const BandScheme* bands(const Interpretation& interpretation, std::string_view id,
                                  Folding folding = Folding::none) {
    return find_named(interpretation.bands, id, folding).only();
}

/// The threshold with this id (`"easi_75"`); null where there is none. `folding` as for `bands`.
constexpr const Threshold* threshold(const Interpretation& interpretation, std::string_view id,
                                     Folding folding = Folding::none) {
    return find_named(interpretation.thresholds, id, folding).only();
}

}  // namespace eczscore
