// SPDX-License-Identifier: BSL-1.0
// The unit in the header of a column or beside its values.
#include "eczscore/units/column_unit.hpp"

#include <string_view>

#include "catch_compat.hpp"
#include "eczscore/units/kinds.hpp"

using namespace eczscore;
using namespace eczscore::units;

namespace {

const KindInfo& named(const char* id) {
    const KindInfo* kind = find_kind(id);
    REQUIRE(kind != nullptr);
    return *kind;
}

}  // namespace

TEST_CASE("column headers: the last words, or parentheses, state the unit") {
    struct Row {
        const char* kind;
        const char* header;
        const char* ucum;
    };
    const Row rows[] = {{"tewl", "tewl_lesional_g_m2_h", "g/m2/h"},
                        {"tewl", "tewl_mg_cm2_h", "mg/cm2/h"},
                        {"tewl", "g_m2_h", "g/m2/h"},
                        {"tewl", "tewl_ug_cm2_min", "ug/cm2/min"},
                        {"tewl", "tewl_kg_m2_s", "kg/m2/s"},
                        {"tewl", "tewl_g_m2_24h", "g/m2/d"},
                        {"tewl", "tewl_nmol_cm2_s", "nmol/cm2/s"},
                        {"tewl", "TEWL (g/m²/h)", "g/m2/h"},
                        {"tewl", "TEWL [g/m2h]", "g/m2/h"},
                        {"sebum_level", "sebum_ug_cm2", "ug/cm2"},
                        {"sebum_rate", "sebum_ug_cm2_h", "ug/cm2/h"},
                        {"corneometer_cm825", "hydration_au", "1"},
                        {"skicon_200", "hydration_us", "uS"},
                        {"ige", "ige_kiu_l", "k[IU]/L"},
                        {"ige", "ige_ku_l", "k[IU]/L"},
                        {"ige", "IgE [k[IU]/L]", "k[IU]/L"},
                        {"ige", "IgE (kU/L)", "k[IU]/L"},
                        {"tarc", "tarc_pg_ml", "pg/mL"},
                        {"eosinophils", "eos_10_9_l", "10*9/L"},
                        {"eosinophils", "eos_per_ul", "/uL"},
                        {"skin_temperature", "skin_temp_c", "Cel"},
                        {"skin_temperature", "skin_temp_k", "K"},
                        {"epidermal_thickness", "epidermis_um", "um"},
                        {"epidermal_thickness", "epidermis_mm", "mm"},
                        {"relative_humidity", "rh_percent", "%"},
                        {"ph", "ph_lesional", "[pH]"},
                        {"ita", "ita_deg", "deg"},
                        {"a_star", "a_star_lesional", "1"}};
    for (const Row& row : rows) {
        CAPTURE(row.kind, row.header);
        const UnitRead read = header_unit(row.header, named(row.kind));
        CHECK(std::string_view(name(read.reason)) == "none");
        CHECK(read.unit == parse_ucum(row.ucum).unit);
    }
}

TEST_CASE("column headers: without a unit, or with that of something else, they are refused") {
    struct Row {
        const char* kind;
        const char* header;
        Reason reason;
    };
    const Row rows[] = {{"tewl", "tewl_lesional", Reason::not_stated},
                        {"tewl", "tewl", Reason::not_stated},
                        {"tewl", "", Reason::not_stated},
                        {"tewl", "tewl_h", Reason::not_stated},
                        {"tewl", "tewl_g_m2", Reason::wrong_dimension},
                        {"tewl", "tewl_g_h", Reason::wrong_dimension},
                        {"tewl", "tewl_au", Reason::not_stated},
                        {"tewl", "TEWL (AU)", Reason::device_required},
                        {"tewl", "TEWL (Mg/m2/h)", Reason::suspect_case},
                        {"tewl", "tewl_Mg_m2_h", Reason::suspect_case},
                        {"tewl", "TEWL ()", Reason::not_stated},
                        {"corneometer_cm825", "hydration", Reason::not_stated},
                        {"corneometer_cm825", "hydration_us", Reason::not_stated},
                        {"ige", "ige", Reason::not_stated},
                        {"ige", "ige_pmol_s", Reason::wrong_dimension},
                        {"tarc", "tarc_baseline", Reason::not_stated},
                        {"temperature_difference", "rise_c", Reason::not_stated},
                        {"eosinophils", "eos", Reason::not_stated}};
    for (const Row& row : rows) {
        CAPTURE(row.kind, row.header);
        const UnitRead read = header_unit(row.header, named(row.kind));
        CHECK(std::string_view(name(read.reason)) == std::string_view(name(row.reason)));
        CHECK(!read.clue.explanation.empty());
    }
}

TEST_CASE("unit columns: a cell states the unit, and must agree with the header") {
    const KindInfo& tewl = named("tewl");
    CHECK(column_unit("tewl", "mg/cm2/h", tewl).unit == parse_ucum("mg/cm2/h").unit);
    CHECK(column_unit("tewl", "g/m2h", tewl).by_alias);
    CHECK(column_unit("tewl_g_m2_h", "", tewl).ok());
    CHECK(column_unit("tewl_g_m2_h", "g/h/m2", tewl).ok());
    CHECK(column_unit("tewl_g_m2_h", "mg/cm2/h", tewl).reason == Reason::ambiguous_unit);
    CHECK(column_unit("tewl", "", tewl).reason == Reason::not_stated);
    CHECK(column_unit("tewl", "%", tewl).reason == Reason::wrong_dimension);
    CHECK(column_unit("ph", "[pH]", named("ph")).ok());
}

TEST_CASE("columns: strictly nothing is read that is not UCUM") {
    const KindInfo& immunoglobulin = *find_kind("ige");
    const UnitRead suffix = header_unit("ige_ku_l", immunoglobulin);
    CHECK(suffix.ok());
    CHECK(suffix.by_alias);
    CHECK(header_unit("ige_ku_l", immunoglobulin, Strictness::strict).reason ==
          Reason::ambiguous_unit);
    CHECK(header_unit("ige_u_ml", immunoglobulin, Strictness::strict).reason ==
          Reason::ambiguous_unit);
    CHECK(header_unit("ige_kiu_l", immunoglobulin, Strictness::strict).ok());
    CHECK(header_unit("IgE (kU/L)", immunoglobulin).by_alias);
    CHECK(header_unit("IgE (kU/L)", immunoglobulin, Strictness::strict).reason ==
          Reason::ambiguous_unit);
    CHECK(column_unit("ige", "U/mL", immunoglobulin).ok());
    CHECK(column_unit("ige", "U/mL", immunoglobulin, Strictness::strict).reason ==
          Reason::ambiguous_unit);
    const KindInfo& ph = *find_kind("ph");
    CHECK(header_unit("ph_forearm", ph).ok());
    CHECK(header_unit("forearm", ph, Strictness::strict).reason == Reason::not_stated);
}

TEST_CASE("columns: header and cell must agree, also when the header was read by an alias") {
    const KindInfo& tewl = *find_kind("tewl");
    CHECK(column_unit("TEWL (g/m2h)", "mg/cm2/h", tewl).reason == Reason::ambiguous_unit);
    CHECK(column_unit("TEWL (g/m2h)", "g/h/m2", tewl).ok());
    CHECK(column_unit("forearm", "[pH]", *find_kind("ph")).ok());
    CHECK(column_unit("ratio", "%", *find_kind("ratio")).ok());
}

TEST_CASE("reading: headers whose brackets or words state no unit") {
    const KindInfo& tewl = *find_kind("tewl");
    const KindInfo& kind_of_ige = *find_kind("ige");
    CHECK(header_unit("tewl)", tewl).reason == Reason::not_stated);
    CHECK(header_unit("]", tewl).reason == Reason::not_stated);
    CHECK(header_unit("", tewl).reason == Reason::not_stated);
    CHECK(header_unit("TEWL [g/(m2.h)]", tewl).ok());
    CHECK(header_unit("TEWL (g/(m2.h))", tewl).ok());
    CHECK(header_unit("xku_l", kind_of_ige).reason != Reason::none);
    CHECK(header_unit("ku_l", kind_of_ige).reason != Reason::none);
    CHECK(header_unit("x_ku_l", kind_of_ige).ok());
}
