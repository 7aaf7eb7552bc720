// SPDX-License-Identifier: BSL-1.0
// A column of measured values in another unit, and one value.
// Covers: table/convert_options.hpp, table/convert_value.hpp
#include <string>

#include "catch_compat.hpp"
#include "eczscore/table/convert_value.hpp"
#include "eczscore/table/csv_conversion.hpp"
#include "table/scoring.hpp"

using namespace eczscore;
using Catch::Matchers::ContainsSubstring;
using table::ConvertOptions;
using table::CsvConversion;
using table::Failure;
using testing::Paper;

namespace {

ConvertOptions water_loss() {
    ConvertOptions options;
    options.kind = "tewl";
    options.column = "tewl_mg_cm2_h";
    return options;
}

std::string trouble(const std::string& header, const ConvertOptions& options) {
    const Paper input;
    testing::fill(input, header + "\n");
    const auto table = CsvConversion::open(input.descriptor(), "t.csv", options);
    return table ? std::string() : table.error().sentence;
}

}  // namespace

TEST_CASE("Conversion of a column: every row with its value, unit, flag and note") {
    const Paper input;
    testing::fill(input, "subject,tewl_mg_cm2_h\na,1.2\nb,\nc,x\n");
    auto table = CsvConversion::open(input.descriptor(), "t.csv", water_loss());
    REQUIRE(table);
    const Paper paper;
    const table::ConversionOutcome outcome = table->write(paper.descriptor());
    CHECK_FALSE(outcome.input_error);
    CHECK(outcome.output_error == 0);
    CHECK(outcome.refused == 1);
    REQUIRE_FALSE(outcome.remarks.empty());
    CHECK(outcome.remarks.back() == "1 value refused, see the notes");
    const std::string text = paper.text();
    CHECK_THAT(text, ContainsSubstring("subject,tewl_mg_cm2_h,tewl_mg_cm2_h_converted,"
                                       "tewl_mg_cm2_h_converted_unit,"));
    CHECK_THAT(text, ContainsSubstring("\na,1.2,12,g/m2/h,"));
    CHECK_THAT(text, ContainsSubstring("\nb,,,,missing,\n"));
    CHECK_THAT(text, ContainsSubstring("\nc,x,,,refused,"));
}

TEST_CASE("Conversion of a column: what cannot be converted is said by plain names") {
    ConvertOptions options = water_loss();
    CHECK(trouble("tewl_mg_cm2_h", options).empty());
    CHECK(trouble("tewl", options).starts_with("column: no column 'tewl_mg_cm2_h'"));
    options.unit_column = "unit";
    CHECK(trouble("tewl_mg_cm2_h", options).starts_with("unit_column: no column 'unit'"));
    options = water_loss();
    options.target = "kg";
    CHECK_FALSE(trouble("tewl_mg_cm2_h", options).empty());
    options.kind = "";
    CHECK(trouble("tewl_mg_cm2_h", options) == "kind says what the column measures");
}

TEST_CASE("Conversion of a value: a substance without a built-in molar mass needs one") {
    table::MeasuredField field;
    ConvertOptions options;
    CHECK(field.take(options).empty());
    CHECK(field.kind() == nullptr);
    options.analyte = "unobtainium";
    CHECK_THAT(field.take(options).sentence,
               ContainsSubstring("of any other, state the molar mass with molar_mass"));
    options.molar_mass = "-1";
    CHECK(
        field.take(options).sentence.starts_with("molar_mass '-1' is no number of g/mol above 0"));
    options.molar_mass = "18";
    CHECK(field.take(options).empty());
    REQUIRE(field.analyte() != nullptr);
    options.kind = "teww";
    CHECK_THAT(field.take(options).sentence, ContainsSubstring("the nearest is 'tewl'"));
}

TEST_CASE("Conversion of a value: sentences call the settings as the caller does") {
    const auto refusal = [](const ConvertOptions& options) {
        table::MeasuredField field;
        CHECK(field.take(options).empty());
        const auto read = [&field](const char* text) {
            return table::TypedUnit{
                text, units::read_unit(units::Chars(text), field.kind(), field.mode())};
        };
        return table::convert_value(field, read("mmol/L"), read("mg/dL"), "5").refusal;
    };
    ConvertOptions options;
    CHECK_THAT(refusal(options), ContainsSubstring("give analyte, or molar_mass in g/mol"));
    options.names = {.before = "--", .between = '-'};
    CHECK_THAT(refusal(options), ContainsSubstring("give --analyte, or --molar-mass in g/mol"));
    options.analyte = "ige";
    CHECK_THAT(refusal(options), ContainsSubstring("state its molar mass with --molar-mass"));
}
