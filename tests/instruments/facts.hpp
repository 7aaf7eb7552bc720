// SPDX-License-Identifier: BSL-1.0
// The published facts of an instrument, typed from the papers in its test, against its descriptor.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "eczscore/score/band.hpp"
#include "eczscore/score/change.hpp"

#include "catch_compat.hpp"

namespace facts {

using namespace eczscore;

inline constexpr auto high = Confidence::high;
inline constexpr auto medium = Confidence::medium;
inline constexpr auto low = Confidence::low;
inline constexpr auto points = ThresholdUnit::points;
inline constexpr auto percent = ThresholdUnit::percent;
inline constexpr bool in = true;     ///< the edge itself belongs to the band
inline constexpr bool out = false;   ///< the edge itself belongs to the next band
inline constexpr bool seen = false;  ///< `from_memory`
inline constexpr bool memory = true;

/// The upper end of a band.
struct Upper {
    const char* band;
    Exact at;
    bool included;
};
struct Edition {
    const char* id;
    bool is_default;
    Confidence confidence;
    bool from_memory;
    std::vector<Upper> bands;
};
struct Amount {
    const char* id;
    Basis basis;
    Exact value;
    ThresholdUnit unit;
    Exact eligible_from;
    Confidence confidence;
    bool from_memory;
    bool is_default;
};

/// Ids of the instruments whose facts a test has; `Covers` beside the test puts them there.
inline std::set<std::string>& covered() {
    static std::set<std::string> ids;
    return ids;
}
struct Covers {
    Covers(std::initializer_list<const char*> ids) {
        for (const char* id : ids) covered().insert(id);
    }
};

/// The finest difference that two scores in use have.
inline Exact step(const Instrument& instrument) {
    const Exact lattice = Exact::ratio(1, instrument.plan.denominator);
    return instrument.formula != nullptr || lattice < 0.000001_x ? 0.000001_x : lattice;
}

inline void check_edition(const Instrument& instrument, const BandScheme& scheme,
                          const Edition& edition) {
    CAPTURE(scheme.id.c_str());
    CHECK(scheme.is_default == edition.is_default);
    CHECK(scheme.evidence.confidence == edition.confidence);
    CHECK(scheme.evidence.from_memory == edition.from_memory);
    REQUIRE(scheme.bands.size() == edition.bands.size());
    const Exact unit = step(instrument);
    for (std::size_t i = 0; i < edition.bands.size(); ++i) {
        const Upper& upper = edition.bands[i];
        CAPTURE(upper.band);
        CHECK(scheme.bands[i].id == Text(upper.band));
        const bool last = i + 1 == edition.bands.size();
        const char* at_edge = upper.included || last ? upper.band : edition.bands[i + 1].band;
        if (scheme.on_rounded) continue;  // the edges are those of the rounded score
        CHECK(band(scheme, upper.at)->id == Text(at_edge));
        const Upper* next = last ? nullptr : &edition.bands[i + 1];
        if (next != nullptr &&
            (upper.at + unit < next->at || (upper.at + unit == next->at && next->included))) {
            CHECK(band(scheme, upper.at + unit)->id == Text(next->band));
        }
        if (upper.at - unit >= instrument.min &&
            (i == 0 || upper.at - unit > edition.bands[i - 1].at)) {
            CHECK(band(scheme, upper.at - unit)->id == Text(upper.band));
        }
    }
}

/// Checks that the descriptor has these editions of bands and amounts of change, in any order, no
/// others, and each with its edges, value and confidence.
inline void check(const Instrument& instrument, const std::vector<Edition>& editions,
                  const std::vector<Amount>& amounts) {
    CAPTURE(instrument.id.c_str());
    CHECK(covered().count(instrument.id.c_str()) == 1);
    CHECK(instrument.bands.size() == editions.size());
    for (const Edition& edition : editions) {
        const BandScheme* found = nullptr;
        for (const BandScheme& scheme : instrument.bands) {
            if (scheme.id == Text(edition.id)) found = &scheme;
        }
        CAPTURE(edition.id);
        REQUIRE(found != nullptr);
        check_edition(instrument, *found, edition);
    }
    CHECK(instrument.thresholds.size() == amounts.size());
    for (const Amount& amount : amounts) {
        const Threshold* found = nullptr;
        for (const Threshold& threshold : instrument.thresholds) {
            if (threshold.id == Text(amount.id)) found = &threshold;
        }
        CAPTURE(amount.id);
        REQUIRE(found != nullptr);
        CHECK(found->basis == amount.basis);
        CHECK(found->value == amount.value);
        CHECK(found->unit == amount.unit);
        CHECK(found->eligible_from == amount.eligible_from);
        CHECK(found->evidence.confidence == amount.confidence);
        CHECK(found->evidence.from_memory == amount.from_memory);
        CHECK(found->is_default == amount.is_default);
    }
}

}  // namespace facts
