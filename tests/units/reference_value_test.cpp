// SPDX-License-Identifier: BSL-1.0
// Reference rows: every one has a source, and what was retracted or is unverified is not there.
// Covers: units/biomarker_references.hpp, units/reference_values.hpp
// Covers: units/reliability_reference.hpp, units/withheld.hpp
#include <cmath>
#include <set>
#include <string_view>

#include "catch_compat.hpp"
#include "eczscore/units/biomarker_references.hpp"
#include "eczscore/units/kinds.hpp"
#include "eczscore/units/reference_values.hpp"
#include "eczscore/units/reliability_reference.hpp"
#include "eczscore/units/ucum_parse.hpp"
#include "eczscore/units/withheld.hpp"

using namespace eczscore;
using namespace eczscore::units;

namespace {

void check_row(const ReferenceValue& row) {
    CAPTURE(std::string_view(row.group), row.value);
    REQUIRE(row.evidence.source != nullptr);
    CHECK(row.evidence.confidence != Confidence::low);
    CHECK_FALSE(row.evidence.from_memory);
    CHECK_FALSE(std::string_view(row.group).empty());
    CHECK(parse_ucum(row.unit).ok());
    CHECK(row.value > 0);
    if (!(row.kind == Text("hydration"))) {  // of a family of devices, not one kind
        const KindInfo* kind = find_kind(row.kind);
        REQUIRE(kind != nullptr);
        CHECK(kind->ucum == row.unit);
    }
    if (row.dispersion == Dispersion::sd) {
        CHECK((row.low > 0 && row.low == row.high));
    } else if (row.dispersion != Dispersion::none) {
        CHECK((row.low < row.value && row.value < row.high));
    } else {
        CHECK((row.low == 0 && row.high == 0));
    }
}

}  // namespace

TEST_CASE("reference values: every row has a source that was read") {
    for (const ReferenceValue& row : tewl_references) check_row(row);
    for (const ReferenceValue& row : skin_references) check_row(row);
    for (const ReferenceValue& row : tarc_references) check_row(row);
    for (const ReferenceValue& row : ige_references) check_row(row);
    for (const ReliabilityReference& row : reliability_references) {
        CHECK((row.evidence.is_verified() && row.evidence.source != nullptr));
        CHECK((row.icc_low > 0 && row.icc_low <= row.icc_high && row.icc_high < 1));
        CHECK(row.sem_low <= row.sem_high);
    }
}

TEST_CASE("reference values: the retracted cohort and the doubtful children are not there") {
    for (const ReferenceValue& row : tewl_references) {
        CHECK(row.evidence.source != cite("retraction_2015"));
        for (const double left_out : {7.32, 10.97, 10.71, 14.0, 55.1, 28.0, 6.5}) {
            CHECK(row.value != left_out);
        }
    }
    for (const ReferenceValue& row : tarc_references) CHECK(row.value != 450);
}

TEST_CASE("reference values: what is withheld says why") {
    std::set<std::string_view> ids;
    for (const Withheld& each : withheld) {
        CHECK(ids.insert(each.id).second);
        CHECK_FALSE(std::string_view(each.what).empty());
        CHECK_FALSE(std::string_view(each.why).empty());
        CHECK(find_withheld(each.id) == &each);
    }
    CHECK(find_withheld("tewl_infant_cut_offs")->source == cite("retraction_2015"));
    CHECK(find_withheld("tewl_minimal_important_change") != nullptr);
    CHECK(find_withheld("tewl") == nullptr);
}

TEST_CASE("reference values: words") {
    CHECK(std::string_view(name(Centre::cut_off)) == "cut_off");
    CHECK(std::string_view(name(Dispersion::interquartile)) == "interquartile");
}

TEST_CASE("reference values: rows are of their kinds, and ranges in order") {
    for (const ReferenceValue& row : tarc_references) {
        CHECK(row.kind == Text("tarc"));
        CHECK(row.value > 0);
    }
    for (const ReliabilityReference& row : reliability_references) {
        CHECK(row.icc_low <= row.icc_high);
        CHECK(row.evidence.source != nullptr);
    }
}
