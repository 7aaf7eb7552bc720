// SPDX-License-Identifier: BSL-1.0
// The list of checks: complete, and about what the registry has.
// Covers: trial/checks/check.hpp
#include "eczscore/trial/checks/catalogue.hpp"

#include <cstddef>
#include <string_view>

#include "catch_compat.hpp"
#include "eczscore/instruments.hpp"
#include "eczscore/trial/checks.hpp"

using namespace eczscore;
using namespace eczscore::trial::checks;

TEST_CASE("every check has its words, its rule and its basis") {
    for (const Check& check : catalogue) {
        INFO(std::string_view(check.id));
        CHECK((check.at_visit == nullptr) != (check.at_subject == nullptr));
        CHECK_FALSE(check.sentence.empty());
        CHECK_FALSE(check.finding.empty());
        CHECK_FALSE(check.needs.empty());
        CHECK_FALSE(check.evidence.note.empty());
        const std::string_view words(check.finding);
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (words[i] != '{') continue;
            if (i + 1 < words.size() && words[i + 1] == 'v') ++i;
            REQUIRE(i + 2 < words.size());
            CHECK((words[i + 1] >= '0' && words[i + 1] <= '9' && words[i + 2] == '}'));
        }
        CHECK(&check == &catalogue[check_index(std::string_view(check.id))]);
        for (const Pair& pair : check.pairs) {
            for (const Condition& side : {pair.first, pair.second}) {
                bool known = side.parameter.empty();
                for (const Parameter& each : check.parameters) known |= each.id == side.parameter;
                CHECK(known);
            }
        }
    }
}

TEST_CASE("what checks look for is what the registry calls it") {
    const auto check_field = [](const Field& field) {
        const Instrument* instrument = find_instrument(std::string_view(field.instrument));
        if (instrument == nullptr || field.item.empty() || field.item == "*") return;
        bool found = false;
        for_each_item(instrument->forms[0], [&](std::size_t, std::size_t, const Item& item) {
            found = found || item.id == field.item;
        });
        INFO(std::string_view(field.instrument) << " " << std::string_view(field.item));
        CHECK(found);
    };
    for (const Check& check : catalogue) {
        for (const Pair& pair : check.pairs) {
            check_field(pair.first.field);
            check_field(pair.second.field);
        }
        for (const Twins& twins : check.twins) {
            check_field(twins.first);
            check_field(twins.second);
        }
    }
}
