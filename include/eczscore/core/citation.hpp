// SPDX-License-Identifier: BSL-1.0
// Where a rule, band or threshold was published, how the source was seen, and how sure we are.
#pragma once

#include <cstdint>

#include "eczscore/core/name_of.hpp"
#include "eczscore/core/text.hpp"

namespace eczscore {

/// A published source, and how it was seen when the fact was taken from it.
struct Citation {
    Text id;        ///< the key, for example `leshem_2015`
    Text text;      ///< authors, journal, year, volume, pages
    Text doi;       ///< empty when there is none or it is unknown
    Text pmid;      ///< empty when there is none or it is unknown
    Text verified;  ///< how the source was seen: "abstract seen", "from memory" ...
};

/// How sure we are of one number: read in a primary source or two independent ones (high), in one
/// secondary source (medium), remembered or inferred (low).
enum class Confidence : std::uint8_t { high, medium, low };

constexpr Text name(Confidence confidence) {
    constexpr Text names[] = {"high", "medium", "low"};
    return name_of(names, confidence);
}

/// Which source says so, how sure we are, and what to know about it.
struct Evidence {
    const Citation* source = nullptr;  ///< null: common practice without a source
    Confidence confidence = Confidence::low;
    Text note{};
    bool from_memory = false;  ///< the number itself was not seen in the source

    /// False when the number must be shown as unverified.
    constexpr bool is_verified() const { return confidence != Confidence::low && !from_memory; }
};

}  // namespace eczscore
