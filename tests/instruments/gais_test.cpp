// SPDX-License-Identifier: BSL-1.0
// GAIS: a category without a number, two opposite codings, and who responded by each.
#include "eczscore/instruments/gais.hpp"
#include "eczscore/model/look_up.hpp"

#include <array>
#include <string>
#include <string_view>

#include "eczscore/report/describe_json.hpp"
#include "eczscore/report/explanation.hpp"
#include "eczscore/report/explanation_json.hpp"

#include "instruments/against_straight_line.hpp"
#include "instruments/facts.hpp"
#include "report/read_json.hpp"

#include "catch_compat.hpp"

using namespace eczscore;
using eczscore::testing::Json;
using eczscore::testing::read_json;

namespace {
const facts::Covers covers{"gais", "gais_1_best", "gais_3_best"};

Score of(const Instrument& instrument, Answer category) {
    const std::array<Answer, 1> answers{category};
    return score(instrument, answers);
}
/// The code of a word of the only item.
int code(const Instrument& instrument, std::string_view word) {
    for (const Word& each : instrument.forms[0].domains[0].items[0].words) {
        if (each.word == word) return each.code;
    }
    return -100;
}
Response responds(const Instrument& instrument, Text id, std::string_view word) {
    const Exact now = of(instrument, code(instrument, word)).value();
    return response(*threshold(instrument, id), change(instrument, now, now));
}
constexpr const char* words[] = {"very_much_improved", "much_improved", "improved", "no_change",
                                 "worse"};
}  // namespace

TEST_CASE("GAIS: the category is kept as one of five words and has no score") {
    const Item& item = item_at(gais::instrument, 0);
    CHECK(item.labels_only);
    const gais::Category categories[] = {gais::very_much_improved, gais::much_improved,
                                         gais::improved, gais::no_change, gais::worse};
    for (int i = 0; i < 5; ++i) {
        CAPTURE(words[i]);
        CHECK(code(gais::instrument, words[i]) == i);
        const gais::Answers typed{.category = categories[i]};
        CHECK(word_of(item, typed.in_order()[0]) == Text(words[i]));
        CHECK(score(typed).status == Status::not_applicable);
        CHECK_FALSE(score(typed).is_scored());
    }
    CHECK(score(gais::Answers{}).status == Status::missing);
    CHECK(of(gais::instrument, {}).status == Status::missing);
    for (const int beyond : {-3, -1, 5, 11, 15}) {
        CHECK(of(gais::instrument, beyond).status == Status::invalid);
        CHECK(word_of(item, beyond).empty());
    }
}

TEST_CASE("GAIS: people read and write the words, and no code appears anywhere") {
    const Item& item = item_at(gais::instrument, 0);
    CHECK(report::allowed_text(item) ==
          "very_much_improved, much_improved, improved, no_change or worse");
    const Explanation worked = explain(gais::Answers{.category = gais::improved});
    const std::string text = report::explanation_text(worked, "");
    CHECK_THAT(text, Catch::Matchers::ContainsSubstring("Category: category improved"));
    CHECK_THAT(text, Catch::Matchers::ContainsSubstring("Score   none, not_applicable"));
    const Json json = read_json(report::explanation_json(worked, ""));
    CHECK(json["domains"][0]["terms"][0]["value"] == "improved");
    CHECK(json["min"].is_null());
    CHECK(json["max"].is_null());
    const Json described = read_json(report::describe_json(gais::instrument));
    CHECK(described["items"][0]["levels"] ==
          Json({"very_much_improved", "much_improved", "improved", "no_change", "worse"}));
    CHECK(described["items"][0]["min"].is_null());
    CHECK_FALSE(described["items"][0].contains("words"));
    CHECK(described["min"].is_null());
    CHECK(report::range_text(gais::instrument) == "no score");
    CHECK(report::range_text(gais_1_best::instrument) == "1 to 5");
    CHECK(report::allowed_text(item_at(gais_1_best::instrument, 0)) ==
          "very_much_improved (1), much_improved (2), improved (3), no_change (4) or worse (5)");
}

TEST_CASE(
    "GAIS: much improved is 2 in both codings by coincidence; improved 3 and 1, worse 5 and -1") {
    const auto both = [](const char* word, int one_best, int three_best) {
        CAPTURE(word);
        CHECK(of(gais_1_best::instrument, code(gais_1_best::instrument, word)).value() ==
              Exact(one_best));
        CHECK(of(gais_3_best::instrument, code(gais_3_best::instrument, word)).value() ==
              Exact(three_best));
    };
    both("very_much_improved", 1, 3);
    both("much_improved", 2, 2);
    both("improved", 3, 1);
    both("no_change", 4, 0);
    both("worse", 5, -1);
}

TEST_CASE("GAIS: every number of each coding, and numbers of another scale are refused (0 to 4)") {
    for (int number = -3; number <= 8; ++number) {
        CAPTURE(number);
        const Score one = of(gais_1_best::instrument, number);
        CHECK(one.is_scored() == (number >= 1 && number <= 5));
        if (one.is_scored()) CHECK(one.value() == Exact(number));
        const Score three = of(gais_3_best::instrument, number);
        CHECK(three.is_scored() == (number >= -1 && number <= 3));
        if (three.is_scored()) CHECK(three.value() == Exact(number));
    }
    for (const Instrument* coding : {&gais_1_best::instrument, &gais_3_best::instrument}) {
        CHECK(of(*coding, {}).status == Status::missing);
        CHECK(of(*coding, 1.5).status == Status::invalid);
        CHECK(of(*coding, Answer::not_relevant()).status == Status::invalid);
        CHECK(of(*coding, Answer::unreadable()).status == Status::invalid);
    }
    CHECK(gais_1_best::instrument.direction == Direction::higher_is_worse);
    CHECK(gais_3_best::instrument.direction == Direction::higher_is_better);
}

TEST_CASE("GAIS: responders are the same people in both codings") {
    for (const Instrument* coding : {&gais_1_best::instrument, &gais_3_best::instrument}) {
        for (std::size_t i = 0; i < 5; ++i) {
            CAPTURE(words[i]);
            CHECK(responds(*coding, "improved_or_better", words[i]) ==
                  (i <= 2 ? Response::yes : Response::no));
            CHECK(responds(*coding, "much_improved_or_better", words[i]) ==
                  (i <= 1 ? Response::yes : Response::no));
        }
    }
}

TEST_CASE("GAIS: facts") {
    const auto amount = [](const char* id, int value) {
        return facts::Amount{id, Basis::target, value,       facts::points,
                             0,  facts::medium, facts::seen, false};
    };
    facts::check(gais::instrument, {}, {});
    facts::check(gais_1_best::instrument, {},
                 {amount("improved_or_better", 3), amount("much_improved_or_better", 2)});
    facts::check(gais_3_best::instrument, {},
                 {amount("improved_or_better", 1), amount("much_improved_or_better", 2)});
    CHECK(gais::instrument.prefix() == Text("gais"));
    CHECK(gais_1_best::instrument.also_columns == Text("gais"));
}
