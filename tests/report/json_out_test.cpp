// SPDX-License-Identifier: BSL-1.0
// JSON as it comes: both layouts, numbers, strings, and what has no number in JSON.
// Covers: report/json.hpp
#include "catch_compat.hpp"

#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <string_view>
#include <utility>

#include "eczscore/instruments/gais.hpp"
#include "eczscore/instruments/poem.hpp"
#include "eczscore/report/json.hpp"
#include "eczscore/report/json_out.hpp"
#include "report/read_json.hpp"

using namespace eczscore;
using eczscore::testing::Json;
using eczscore::testing::read_json;
using report::JsonOut;
using report::JsonStyle;

namespace {

void write_some(JsonOut& json) {
    json.object([&] {
        json.member("empty", [&] { json.object([] {}); });
        json.key("none").array([] {});
        json.key("list").array([&] {
            json.value(1);
            json.value("two");
            json.array([&] { json.value(nullptr); });
            json.object([&] { json.member("x", true); });
        });
        json.member("last", std::string_view("end"));
    });
}

std::string written(double value) {
    std::string text =
        report::json_document([&](JsonOut& json) { json.value(value); }, JsonStyle::compact);
    text.pop_back();
    return text;
}
std::string written(Exact value) {
    std::string text =
        report::json_document([&](JsonOut& json) { json.value(value); }, JsonStyle::compact);
    text.pop_back();
    return text;
}

}  // namespace

TEST_CASE("JSON out: a member a line, or all in one") {
    const std::string pretty = report::json_document(write_some);
    CHECK(pretty ==
          "{\n  \"empty\": {},\n  \"none\": [],\n  \"list\": [\n    1,\n    \"two\",\n    [\n"
          "      null\n    ],\n    {\n      \"x\": true\n    }\n  ],\n  \"last\": \"end\"\n}\n");
    const std::string compact = report::json_document(write_some, JsonStyle::compact);
    CHECK(compact ==
          "{\"empty\":{},\"none\":[],\"list\":[1,\"two\",[null],{\"x\":true}],\"last\":\"end\"}\n");
    CHECK(read_json(pretty).dump(2) + "\n" == pretty);
    CHECK(read_json(compact).dump() + "\n" == compact);
}

TEST_CASE("JSON out: numbers are whole, or the shortest double, or null") {
    CHECK(written(Exact(25)) == "25");
    CHECK(written(18.4_x) == "18.4");
    CHECK(written(Exact::ratio(10, 3)) == "3.3333333333333335");
    CHECK(written(Exact::not_a_number()) == "null");
    CHECK(written(25.0) == "25.0");
    CHECK(written(0.0) == "0.0");
    CHECK(written(-0.0) == "-0.0");
    CHECK(written(0.0001) == "0.0001");
    CHECK(written(0.00001) == "1e-05");
    CHECK(written(1e14) == "100000000000000.0");
    CHECK(written(1e15) == "1e+15");
    CHECK(written(0.184239) == "0.184239");
    CHECK(written(std::numeric_limits<double>::quiet_NaN()) == "null");
    CHECK(written(-std::numeric_limits<double>::infinity()) == "\"-infinity\"");
    const std::string wide = report::json_document(
        [](JsonOut& json) { json.value(WideExact::difference(Exact(7), 0.5_x)); });
    CHECK(wide == "6.5\n");
}

TEST_CASE("JSON out: a double reads back as it was, and as a double") {
    std::mt19937_64 random(3);
    for (int i = 0; i < 20'000; ++i) {
        const double value = static_cast<double>(static_cast<std::int64_t>(random())) /
                             static_cast<double>(1 + random() % 1'000'000) /
                             static_cast<double>(std::uint64_t{1} << random() % 60);
        const Json back = read_json(written(value));
        if (!back.is_number_float() || back.get<double>() != value) FAIL(written(value));
    }
    CHECK(read_json(written(3.0)).is_number_float());
}

TEST_CASE("JSON out: strings are escaped, in one piece or in several") {
    std::string text = report::json_document([](JsonOut& json) {
        json.key("a\"b").text([](TextOut& out) { out << "x\n" << "\xff" << 7; });
    });
    CHECK(text ==
          "\"a\\\"b\": \"x\\n\xef\xbf\xbd"
          "7\"\n");
    text = report::json_document([](JsonOut& json) { json.value("\x01\xc2\x9b"); });
    CHECK(text == "\"\\u0001\\u009b\"\n");
}

TEST_CASE("JSON out: memory that is too small is told how much it takes") {
    char memory[20];
    TextOut out(memory, sizeof memory);
    report::json_document(out, write_some);
    CHECK(out.length() == report::json_document(write_some).size());
    CHECK(out.text() == report::json_document(write_some).substr(0, 20));
}

TEST_CASE("JSON out: bounds, sources and how sure a number is") {
    const Json json = read_json(report::json_document([](JsonOut& out) {
        out.object([&] {
            out.member("max",
                       [&] { report::json_bound(out, poem::instrument, poem::instrument.max); });
            out.member("none",
                       [&] { report::json_bound(out, gais::instrument, gais::instrument.max); });
            report::json_evidence(out, {.source = nullptr, .confidence = Confidence::low});
            out.member("all", [&] { report::json_citations(out, poem::instrument); });
        });
    }));
    CHECK(json["max"] == 28);
    CHECK(json["none"].is_null());
    CHECK(json["source"].is_null());
    CHECK(json["verified"] == false);
    CHECK(json["confidence"] == "low");
    CHECK_FALSE(json.contains("evidence_note"));
    CHECK(json["all"].size() == poem::instrument.sources.size());
    CHECK(json["all"][0]["id"] == std::string(poem::instrument.sources[0]->id.c_str()));
}

TEST_CASE("Text of: a string that grows keeps what it had, and can be used again") {
    io::StringOut out;
    for (int i = 0; i < 1000; ++i) out << i << ' ';
    out.insert(0, 3, '>');
    std::string expected = ">>>";
    for (int i = 0; i < 1000; ++i) expected += std::to_string(i) + ' ';
    CHECK(out.text() == expected);
    CHECK(out.fits());
    out.clear();
    out << "again";
    CHECK(std::move(out).string() == "again");
    CHECK(io::text_of([](TextOut&) {}).empty());
}
