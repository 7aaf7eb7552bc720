// SPDX-License-Identifier: BSL-1.0
// Visits out of order, by the names of visits and by the order of other subjects.
#include "eczscore/trial/checks/visit_order.hpp"

#include <string>
#include <utility>
#include <vector>

#include "catch_compat.hpp"
#include "trial/checks_table.hpp"

using namespace eczscore;
using namespace eczscore::trial::checks;

namespace {

const Instrument& poem_i = poem::instrument;
const std::vector<Answer> none{0, 0, 0, 0, 0, 0, 0};

Table dated(std::vector<std::pair<std::string, Answer>> visits) {
    Table table({&poem_i});
    for (auto& [name, day] : visits) table.when(day).at(name);
    return table;
}

VisitBrief on_day(std::string_view name, Answer day) {
    static eczscore::trial::TextTable names;
    VisitBrief visit;
    visit.name_number = names.number(name);
    visit.name = names.text(visit.name_number);
    visit.when = day;
    return visit;
}

}  // namespace

TEST_CASE("a visit out of order: with few subjects the names of visits count") {
    CHECK(dated({{"base", 0}, {"week_2", 14}, {"week_4", 28}}).found() == "");
    CHECK(dated({{"base", 0}, {"week_2", 0}}).found() == "");
    CHECK(dated({{"base", 0}, {"week_2", {}}, {"week_4", 28}}).found() == "");
    Table table = dated({{"base", 0}, {"week_2", 140}, {"week_4", 28}, {"week_8", 56}});
    const auto findings = table.findings();
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].check->id == "visit_out_of_order");
    CHECK(findings[0].visit == "week_2");
    // As few visits as explain it: two that were misdated are two findings.
    CHECK(dated({{"base", 0}, {"week_2", 200}, {"week_4", 28}, {"week_8", 56}, {"week_9", 1}})
              .found() == "visit_out_of_order visit_out_of_order");
    // The order of the rows says nothing, nor do names without a number.
    CHECK(dated({{"week_16", 112}, {"week_2", 14}, {"base", 0}, {"Screening", -7}}).found() == "");
    CHECK(dated({{"first", 20}, {"second", 10}}).found() == "");
    CHECK(dated({{"day 1", 20}, {"week_2", 10}}).found() == "");
    CHECK(dated({{"day -7", 1}, {"day 1", 0}}).found() == "visit_out_of_order");
    CHECK(dated({{"V10", 100}, {"V9", 110}}).found() == "visit_out_of_order");
    CHECK(dated({{"Baseline", 5}, {"week_2", 0}}).found() == "visit_out_of_order");
}

TEST_CASE("a visit out of order: with many subjects theirs counts") {
    Table table({&poem_i});
    // Sorted by name, as spreadsheets do: the order of the rows is wrong for everybody.
    for (int i = 0; i < 9; ++i) {
        const std::string subject = "s" + std::to_string(i);
        table.when(i * 7).at("base", subject);
        table.when(i * 7 + 112).at("week_16", subject);
        table.when(i == 3 ? 500 : i * 7 + 14).at("week_2", subject);
    }
    const auto findings = table.findings();
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].subject == "s3");
    CHECK(findings[0].visit == "week_16");  // one of the two is wrong; both are named
    REQUIRE(findings[0].facts.size() == 2);
    CHECK(findings[0].facts[1].visit == "week_2");
}

TEST_CASE("visits that no two subjects have in the same order are not judged") {
    Table table({&poem_i});
    for (int i = 0; i < 8; ++i) {
        const std::string subject = "s" + std::to_string(i);
        table.when(0).at("base", subject);
        table.when(i % 2 == 0 ? 10 : 20).at("unscheduled", subject);
        table.when(15).at("week_2", subject);
    }
    CHECK(table.found() == "");
}

TEST_CASE("rows are put in order by their day before they are compared") {
    const std::vector<Answer> all(7, 4);
    const std::vector<Answer> half(7, 2);
    Table table({&poem_i});
    table.with(poem_i, none).when(28).at("week_4");
    table.with(poem_i, all).when(0).at("base");
    table.with(poem_i, {2, 2, 2, 2, 2, 2, 1}).when(14).at("week_2");
    CHECK(table.found() == "");
}

TEST_CASE("the order of visits is learned from five subjects of whom four in five agree") {
    const auto expected = [](int one_way, int the_other) {
        VisitOrder order;
        for (int i = 0; i < one_way + the_other; ++i) {
            Subject subject;
            subject.id = "one";
            const bool is_first = i < one_way;
            subject.visits = {on_day("a", is_first ? 1 : 2), on_day("b", is_first ? 2 : 1),
                              on_day("a", 9),    // the first of a name counts
                              on_day("c", {})};  // without a day
            order.add(subject);
        }
        CHECK_FALSE(order.expects(on_day("a", {}), on_day("c", {})));
        return order.expects(on_day("a", {}), on_day("b", {}));
    };
    for (int all = 0; all <= 12; ++all) {
        for (int agree = 0; agree <= all; ++agree) {
            CAPTURE(all, agree);
            CHECK(expected(agree, all - agree) == (all >= 5 && 5 * agree >= 4 * all));
        }
    }
}

TEST_CASE("with more names of visits than a study has nothing is learned") {
    const auto order_of = [](std::size_t names) {
        VisitOrder order;
        for (int subject = 0; subject < 5; ++subject) {
            order.add({"one", {on_day("a", 1), on_day("b", 2)}});
        }
        for (std::size_t i = 2; i < names; ++i)
            order.add({"x", {on_day("extra " + std::to_string(i), 1)}});
        return order.expects(on_day("a", {}), on_day("b", {}));
    };
    CHECK(order_of(VisitOrder::most_names - 1));
    CHECK_FALSE(order_of(VisitOrder::most_names));
}
