// SPDX-License-Identifier: BSL-1.0
// The list of kinds: units, aliases, limits, and where these come from.
// Covers: units/kind_info.hpp
#include "eczscore/units/kinds.hpp"

#include <string_view>

#include "catch_compat.hpp"
#include "eczscore/units/normalise.hpp"
#include "eczscore/units/read_unit.hpp"

using namespace eczscore;
using namespace eczscore::units;

TEST_CASE("kinds: what is from memory or proposed says so") {
    for (const KindInfo* kind : kinds) {
        CAPTURE(std::string_view(kind->id));
        CHECK_FALSE(kind->label.empty());
        if (!kind->limits.has_low && !kind->limits.has_high) continue;
        CHECK_FALSE(kind->limits.evidence.note.empty());
    }
    CHECK(kind::Hydration<CorneometerCm825>::info.limits.evidence.from_memory);
    CHECK_FALSE(kind::Tewl::info.limits.evidence.is_verified());
    for (const ElasticityRow& row : elasticity_rows) {
        CAPTURE(std::string_view(row.id));
        CHECK(row.evidence.source != nullptr);
    }
    CHECK(elasticity_rows[3].evidence.from_memory);
    CHECK_FALSE(elasticity_rows[5].evidence.from_memory);
}

TEST_CASE("kinds: every canonical unit is UCUM, is accepted, and every alias reads as its unit") {
    for (const KindInfo* kind : kinds) {
        CAPTURE(std::string_view(kind->id));
        CHECK(parse_ucum(kind->ucum).unit == kind->unit);
        CHECK(read_unit(kind->ucum, kind, Strictness::strict).ok());
        CHECK(find_kind(kind->id) == kind);
        for (const Alias& alias : kind->aliases) {
            CAPTURE(std::string_view(alias.typed));
            const UnitRead read = read_unit(alias.typed, kind, Strictness::lenient);
            CHECK(read.ok());
            CHECK(read_unit(alias.ucum, kind, Strictness::strict).unit == read.unit);
            const NormalText normal = normalise(alias.typed);
            CHECK(normal.chars() == Chars(alias.typed));
        }
    }
}
