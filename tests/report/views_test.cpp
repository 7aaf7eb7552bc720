// SPDX-License-Identifier: BSL-1.0
// Explanations, changes and descriptions as text, Markdown and JSON.
// Covers: report/change.hpp, report/describe.hpp, report/describe_json.hpp, report/explanation.hpp
// Covers: report/explanation_json.hpp, report/layout.hpp, report/words.hpp
#include "catch_compat.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "eczscore/instruments.hpp"
#include "eczscore/report/change.hpp"
#include "eczscore/report/describe_markdown.hpp"
#include "eczscore/report/explanation.hpp"
#include "eczscore/report/explanation_json.hpp"
#include "report/read_json.hpp"

using namespace eczscore;
using Catch::Matchers::ContainsSubstring;
using eczscore::testing::Json;
using eczscore::testing::read_json;

namespace {

/// The widest line, in characters.
std::size_t widest(std::string_view text) {
    std::size_t width = 0;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        width = std::max(width, report::text_width(text.substr(0, end)));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return width;
}

}  // namespace

TEST_CASE("Explanation: the sum is worked out region by region and adds up") {
    const std::string text = report::explanation_text(explain(scorad::example), "");
    CHECK_THAT(text, ContainsSubstring("Score   58.5 (0 to 103, higher is worse)"));
    CHECK_THAT(text, ContainsSubstring("A extent: 0.2 x extent 40 = 8"));
    CHECK_THAT(text, ContainsSubstring("C symptoms: pruritus 6.5 + sleep loss 5.5 = 12"));
    CHECK_THAT(text, ContainsSubstring("Total: 8 + 38.5 + 12 = 58.5"));
    CHECK_THAT(text, ContainsSubstring("Severe: above 50 up to 103, scheme oranje_2007"));
    CHECK(widest(text) <= 80);
}

TEST_CASE("Explanation: parts of a question and a mean say how they count") {
    CHECK_THAT(report::explanation_text(explain(dlqi::example), ""),
               ContainsSubstring("highest of (q7 prevented 0, q7 problem 2)"));
    const std::string week =
        report::explanation_text(explain(pp_nrs::Answers{.days = {4, 3, {}, 4, 4, {}, 3}}), "");
    CHECK_THAT(week, ContainsSubstring("day -4: blank"));
    CHECK_THAT(week, ContainsSubstring("Total: 18/7 x 7/5 = 3.6"));
}

TEST_CASE("Explanation: without a score nothing pretends to be one") {
    const std::string text = report::explanation_text(explain(easi::Answers{}), "a note");
    CHECK_THAT(text, ContainsSubstring("Score   none"));
    CHECK_THAT(text, ContainsSubstring("not known without a valid age"));
    CHECK_THAT(text, ContainsSubstring("= not worked out"));
    CHECK_THAT(text, !ContainsSubstring("Total"));
    CHECK_THAT(text, ContainsSubstring("Note    a note"));
    const Json json = read_json(report::explanation_json(explain(easi::Answers{}), "a note"));
    CHECK(json["score"].is_null());
    CHECK(json["form"].is_null());
    CHECK(json["status"] == "missing");
    CHECK(json["domains"][0]["contribution"].is_null());
}

TEST_CASE("Explanation: the same as data") {
    const Json json = read_json(report::explanation_json(explain(scorad::example), ""));
    CHECK(json["score"] == 58.5);
    CHECK(json["band"]["id"] == "severe");
    CHECK(json["band"]["scheme"] == "oranje_2007");
    CHECK(json["domains"][1]["weight"] == 3.5);
    CHECK(json["domains"][1]["contribution"] == 38.5);
    CHECK(json["domains"][0]["terms"][0]["key"] == "extent");
}

TEST_CASE("Change: every threshold answers, unverified numbers say so") {
    const auto report =
        report::change_report(poem::instrument, change(poem::instrument, Exact(24), Exact(18)));
    for (const report::Judgement& judgement : report.judgements) {
        CHECK(judgement.threshold->id != "gaunt_2016_between");  // between patients, not of one
    }
    const std::string text = report::change_text(report);
    CHECK_THAT(text, ContainsSubstring("Change from 24 to 18: -6, 25 % better"));
    CHECK_THAT(text, ContainsSubstring("improved       responder_4: better by >= 4 points"));
    CHECK_THAT(text, ContainsSubstring("unverified"));
    CHECK(widest(text) <= 80);
    const Json json = read_json(report::change_json(report));
    CHECK(json["change"] == -6);
    CHECK(json["percent_improvement"] == 25);
    CHECK(json["judgements"][0]["verdict"] == "improved");
}

TEST_CASE("Change: no percentage of nothing, and nothing without a score") {
    const auto from_zero =
        report::change_report(poem::instrument, change(poem::instrument, Exact(0), Exact(3)));
    CHECK_THAT(report::change_text(from_zero),
               ContainsSubstring("0 to 3: +3, no percentage of a baseline of 0"));
    CHECK(read_json(report::change_json(from_zero))["percent_improvement"].is_null());
    const auto none = report::change_report(poem::instrument, Change{});
    CHECK_THAT(report::change_text(none), ContainsSubstring("not evaluable"));
}

TEST_CASE("Describe: the keys of the contract, in its order, for every instrument") {
    const std::vector<std::string> keys{"id",           "title",      "version", "respondent",
                                        "recall",       "direction",  "min",     "max",
                                        "missing_rule", "rights",     "items",   "outputs",
                                        "bandings",     "thresholds", "sources"};
    const std::set<std::string> further{"age",       "ages",         "needs_table",
                                        "has_total", "rates_change", "formula"};
    for (const Instrument* instrument : registry) {
        const Json json = read_json(report::describe_json(*instrument));
        std::vector<std::string> found;
        for (const auto& entry : json.items()) found.push_back(entry.key());
        // Further keys follow those of the contract, and only these.
        REQUIRE(found.size() >= keys.size());
        CHECK(std::equal(keys.begin(), keys.end(), found.begin()));
        for (std::size_t i = keys.size(); i < found.size(); ++i) {
            CAPTURE(found[i]);
            CHECK(further.count(found[i]) == 1);
        }
        const std::size_t asked = instrument->needs_age() ? 1 : 0;
        const std::size_t items = instrument->plan.items + asked;
        CHECK(json["items"].size() == items);
        for (const auto& item : json["items"]) {
            for (const char* key : {"key", "label", "min", "max", "levels"}) {
                CHECK(item.contains(key));
            }
        }
        CHECK(widest(report::describe_text(*instrument)) <= 80);
        CHECK_THAT(report::describe_markdown(*instrument), ContainsSubstring("## Rights"));
    }
}

TEST_CASE("Describe: levels, words and percentages") {
    const Json easi = read_json(report::describe_json(easi::instrument));
    CHECK(easi["items"][0]["key"] == "age_years");
    CHECK(easi["items"][1]["levels"] == Json::parse("[0,1,1.5,2,2.5,3]"));
    CHECK(easi["items"][5]["percent_key"] == "head_neck_area_percent");
    CHECK(easi["outputs"][4] == "easi_head_neck");
    CHECK(easi["bandings"][0]["bands"][2]["to"] == 7);
    CHECK(easi["bandings"][0]["bands"][2]["to_included"] == true);
    const Json dlqi = read_json(report::describe_json(dlqi::instrument));
    CHECK(dlqi["items"][6]["words"]["yes"] == 3);
    CHECK(dlqi["items"][6]["not_relevant"] == "not_relevant");
}

TEST_CASE("Layout: lists count what they leave out, paragraphs keep their width") {
    CHECK(report::joined({}) == "");
    CHECK(report::joined({"a"}) == "a");
    CHECK(report::joined({"a", "b", "c"}) == "a, b and c");
    CHECK(report::joined({"a", "b", "c", "d"}, " and ", 2) == "a, b and 2 more");
    CHECK(report::joined({"a", "b", "c"}, " or ", 2) == "a, b or c");
    CHECK(report::wrapped("- ", "one two three", 2, 9) == "- one two\n  three\n");
}

TEST_CASE("Layout: a paragraph in pieces is broken as in one, whatever the memory holds") {
    const std::string words =
        " one  two three four-five-six-seven eight \xc3\xa9\xc3\xa9\xc3\xa9 x ";
    for (std::size_t width = 1; width < 30; ++width) {
        const std::string whole = report::wrapped("12: ", words, 3, width);
        for (std::size_t room = 0; room <= whole.size(); ++room) {
            std::string memory(room, '#');
            TextOut out(memory.data(), room);
            {
                report::Paragraph paragraph(out, width);
                out << 12 << ": ";
                paragraph.fold(3);
                for (const char c : words) out << c;
            }
            if (out.length() != whole.size() || out.text() != whole.substr(0, room)) {
                FAIL(width << " wide, " << room << " bytes: " << out.text());
            }
        }
    }
    // A word that is wider than the line stands alone in it.
    CHECK(report::wrapped("", "a bbbbbb c", 1, 4) == "a\n bbbbbb\n c\n");
    CHECK(report::wrapped("label: ", "bbbbbb c", 2, 4) == "label: bbbbbb\n  c\n");
    CHECK(report::wrapped("", "", 2, 4) == "\n");
}

TEST_CASE("Describe: what a threshold asks for, in symbols") {
    const auto demand = [](const Instrument& instrument, std::string_view id) {
        for (const Threshold& threshold : instrument.thresholds) {
            if (threshold.id == id) return report::demand_text(instrument, threshold);
        }
        return std::string("no such threshold");
    };
    CHECK(demand(easi::instrument, "easi_75") == "better by >= 75 %");
    CHECK(demand(easi::instrument, "mcid_schram_2012") == "better by >= 6.6 points");
    CHECK(demand(easi::instrument, "target_7") == "score <= 7");
    CHECK(demand(easi::instrument, "entry_16") == "score >= 16");
    CHECK(demand(easi::instrument, "non_response_kada_2019") == "better by < 50 %");
    CHECK(demand(dlqi::instrument, "rule_of_tens") == "score > 10");
    CHECK(demand(viga_ad::instrument, "viga_0_1") == "better by >= 2 points, score <= 1");
}

TEST_CASE("Change: a response that also wants a score to be reached is a yes or a no") {
    const auto word = [](int before, int now) {
        const auto all = report::change_report(
            viga_ad::instrument, change(viga_ad::instrument, Exact(before), Exact(now)));
        return std::string(report::judgement_word(all.judgements.front()));
    };
    CHECK(word(4, 1) == "yes");
    CHECK(word(4, 2) == "no");
    CHECK(word(2, 0) == "yes");
    CHECK(word(2, 1) == "no");
}
