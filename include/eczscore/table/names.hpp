// SPDX-License-Identifier: BSL-1.0
// Instruments and band schemes by the names that people write.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "eczscore/instruments.hpp"
#include "eczscore/model/find.hpp"
#include "eczscore/table/phrases.hpp"
#include "eczscore/table/setting_names.hpp"

namespace eczscore::table {

/// The instrument of this name (`Folding::names`), or a sentence that says which is the nearest.
tl::expected<const Instrument*, std::string> instrument_named(std::string_view id,
                                                              const SettingNames& names = {});

/// The instruments asked for, in order; or the sentence of a usage error.
tl::expected<std::vector<const Instrument*>, std::string> find_instruments(
    const std::vector<std::string>& ids, const SettingNames& names = {});

/// `, which could be 'a_1' or 'a1'`: what an ambiguous name could mean.
template <class T>
std::string could_be(const Found<T>& found) {
    return ", which could be " + single_quoted(std::string_view(found.first->id)) + " or " +
           single_quoted(std::string_view(found.second->id));
}

/// The instrument's scheme of this name (folded); an empty name is the default (null). Otherwise a
/// sentence that names the schemes there are.
tl::expected<const BandScheme*, std::string> scheme_named(const Instrument& instrument,
                                                          std::string_view id);

}  // namespace eczscore::table
