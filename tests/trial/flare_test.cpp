// SPDX-License-Identifier: BSL-1.0
// Flare days and flares: the published examples, and every short diary against plain text search.
// Covers: trial/flare_episode.hpp
#include "eczscore/trial/flare.hpp"

#include <array>
#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "catch_compat.hpp"
#include "eczscore/trial/flare_episode.hpp"

using namespace eczscore;
using namespace eczscore::trial;

namespace {

/// "y" yes, "n" no, "." missing, "!" invalid: a diary in one string.
std::vector<Flag> diary(const std::string& text) {
    std::vector<Flag> days;
    for (const char c : text) {
        days.push_back(c == 'y'   ? Flag::yes
                       : c == 'n' ? Flag::no
                       : c == '.' ? Flag::missing
                                  : Flag::invalid);
    }
    return days;
}

std::string text_of(const std::vector<Flag>& days) {
    std::string text;
    for (const Flag day : days) text += ".ny!"[static_cast<std::size_t>(day)];
    return text;
}

std::string runs(const std::string& text, int length) {
    std::vector<Flag> days = diary(text);
    REQUIRE(mark_runs(days, length, days) == Status::ok);  // in place
    return text_of(days);
}

/// Calls `use` with every string of `length` characters of `alphabet`.
template <class Use>
void each_text(std::size_t length, const std::string& alphabet, const Use& use) {
    std::vector<std::size_t> at(length, 0);
    std::string text(length, alphabet[0]);
    for (;;) {
        use(text);
        std::size_t i = 0;
        while (i < length && ++at[i] == alphabet.size()) {
            at[i] = 0;
            text[i] = alphabet[0];
            ++i;
        }
        if (i == length) return;
        text[i] = alphabet[at[i]];
    }
}

bool in_a_run(const std::string& text, std::size_t day, std::size_t length) {
    for (std::size_t from = 0; from + length <= text.size(); ++from) {
        if (from <= day && day < from + length &&
            text.substr(from, length) == std::string(length, 'y')) {
            return true;
        }
    }
    return false;
}

/// What is so in every completion of the unknown days, in none, or only in some.
std::string runs_by_completion(const std::string& text, std::size_t length) {
    std::vector<std::string> completions{text};
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == 'y' || text[i] == 'n') continue;
        const std::vector<std::string> before = completions;
        completions.clear();
        for (std::string each : before) {
            for (const char c : {'y', 'n'}) {
                each[i] = c;
                completions.push_back(each);
            }
        }
    }
    std::string result;
    for (std::size_t day = 0; day < text.size(); ++day) {
        std::size_t in = 0;
        for (const std::string& each : completions) in += in_a_run(each, day, length);
        result += text[day] == '!' ? '!' : in == completions.size() ? 'y' : in == 0 ? 'n' : '.';
    }
    return result;
}

std::vector<FlareEpisode> flares_by_search(const std::string& text, std::size_t free_days) {
    std::vector<FlareEpisode> found;
    std::size_t from = 0;
    for (;;) {
        const std::size_t first = text.find('y', from);
        if (first == std::string::npos) return found;
        const std::size_t over = text.find(std::string(free_days, 'n'), first);
        FlareEpisode episode;
        episode.first = first;
        episode.is_open = over == std::string::npos;
        episode.last = (episode.is_open ? text.size() : over) - 1;
        episode.starts_open = first == 0 || text[first - 1] == '.' || text[first - 1] == '!';
        for (std::size_t i = first; i <= episode.last; ++i) {
            episode.flagged += text[i] == 'y';
            episode.unknown += text[i] == '.' || text[i] == '!';
        }
        found.push_back(episode);
        if (episode.is_open) return found;
        from = over;
    }
}

}  // namespace

TEST_CASE("Flare: steroid on days 3 to 6 and 12 of 14 is 5 flare days in one open flare") {
    const std::vector<Flag> days = diary("nnyyyynnnnnynn");
    std::vector<Flag> flagged(days.size());
    REQUIRE(mark_flare_days(default_flare_definition(), days, flagged) == Status::ok);
    CHECK(count_days(flagged).yes == 5);
    std::array<FlareEpisode, 4> found{};
    const Flares flares = flare_episodes(flagged, found);
    CHECK(flares.count == 1);
    CHECK(flares.is_open);
    CHECK(found[0].first == 2);  // day 3
    CHECK(found[0].last == 13);  // still open on day 14
    CHECK(found[0].is_open);
    CHECK(found[0].flagged == 5);
    const Flares by_5 = flare_episodes(flagged, found, 5);
    CHECK(by_5.count == 2);
    CHECK(found[0].last == 5);
    CHECK(found[0].days() == 4);
    CHECK_FALSE(found[0].is_open);
    CHECK(found[1].first == 11);
    CHECK(found[1].is_open);
}

TEST_CASE("Flare: the definitions are data, the default is a day of anti-inflammatory use") {
    CHECK(default_flare_definition().id == "anti_inflammatory_day");
    std::set<std::string> ids;
    int defaults = 0;
    for (const FlareDefinition& definition : flare_definitions) {
        ids.insert(definition.id.c_str());
        defaults += definition.is_default;
        CHECK(definition.evidence.source != nullptr);
        CHECK_FALSE(definition.label.empty());
    }
    CHECK(ids.size() == std::size(flare_definitions));
    CHECK(defaults == 1);
    CHECK(flare_definitions[0].evidence.is_verified());
    CHECK_FALSE(not_well_controlled_week.evidence.is_verified());
    CHECK_FALSE(escalation_run.evidence.is_verified());
    CHECK_FALSE(flare_free_days_evidence.is_verified());
}

TEST_CASE("Flare: scratch_3 wants 3 consecutive days above 2, and 2 is not above 2") {
    const std::vector<Answer> scores = {3, 3, 2, 3, 4, 3, 0, 3, {}, 4, 9, 3, 3};
    std::vector<Flag> out(scores.size());
    REQUIRE(mark_flare_days(scratch_3, scores, out) == Status::ok);
    CHECK(text_of(out) == "nnnyyyn...!..");
}

TEST_CASE("Flare: a run of escalation has the length that the caller names") {
    CHECK(runs("yynyyy", 3) == "nnnyyy");
    CHECK(runs("yy.y", 3) == "....");
    CHECK(runs("yyy.y", 3) == "yyy..");
    CHECK(runs("y.n.y", 3) == "nnnnn");
    const FlareDefinition five = with_run_length(escalation_run, "escalation_5", 5);
    std::vector<Flag> days = diary("nyyyyyny");
    REQUIRE(mark_flare_days(five, days, days) == Status::ok);
    CHECK(text_of(days) == "nyyyyynn");
    CHECK_FALSE(five.is_default);
}

TEST_CASE("Flare: what does not fit together is refused") {
    std::vector<Flag> days(5);
    std::vector<Flag> shorter(4);
    const std::vector<Answer> ratings(5);
    CHECK(mark_runs(days, 0, days) == Status::invalid);
    CHECK(mark_runs(days, 3, shorter) == Status::invalid);
    CHECK(mark_flare_days(scratch_3, days, days) == Status::invalid);
    CHECK(mark_flare_days(escalation_day, ratings, days) == Status::invalid);
    CHECK(mark_flare_days(scratch_3, ratings, shorter) == Status::invalid);
    CHECK(mark_flare_days(not_well_controlled_week, days, days) == Status::invalid);
    CHECK(flare_episodes(days, {}, 0).status == Status::invalid);
    CHECK(mark_runs({}, 3, {}) == Status::ok);
    CHECK(flare_episodes({}, {}).count == 0);
}

TEST_CASE("Flare: a protocol's definition is the caller's predicate") {
    struct Day {
        int itch;
        bool rescued;
    };
    const std::vector<Day> days = {{8, false}, {3, true}, {2, false}};
    std::vector<Flag> out(3);
    const auto protocol = [](const Day& day) {
        return day.itch > 7 || day.rescued ? Flag::yes : Flag::no;
    };
    REQUIRE(mark_days(std::span(days), protocol, out) == Status::ok);
    CHECK(text_of(out) == "yyn");
    CHECK(mark_days(std::span(days), protocol, std::span(out).first(2)) == Status::invalid);
}

TEST_CASE("Flare: every diary of 8 days marks the runs that no completion can change",
          "[exhaustive]") {
    int wrong = 0;
    each_text(8, "yn.!", [&](const std::string& text) {
        for (const int length : {1, 3}) {
            wrong +=
                runs(text, length) != runs_by_completion(text, static_cast<std::size_t>(length));
        }
    });
    CHECK(wrong == 0);
}

TEST_CASE("Flare: every diary of 10 days has the flares that a text search finds") {
    int wrong = 0;
    each_text(10, "yn.", [&](const std::string& text) {
        for (const int free_days : {1, 2, 3, 7}) {
            const auto expected = flares_by_search(text, static_cast<std::size_t>(free_days));
            std::array<FlareEpisode, 5> found{};
            const Flares flares = flare_episodes(diary(text), found, free_days);
            bool same = static_cast<std::size_t>(flares.count) == expected.size();
            same = same && flares.is_open == (!expected.empty() && expected.back().is_open);
            for (std::size_t i = 0; same && i < expected.size(); ++i) {
                same = found[i] == expected[i];
            }
            wrong += !same;
        }
    });
    CHECK(wrong == 0);
}

TEST_CASE("Flare: flares without room are counted, and an invalid day is not flag-free") {
    std::array<FlareEpisode, 1> one{};
    const Flares flares = flare_episodes(diary("ynynyn"), one, 1);
    CHECK(flares.count == 3);
    CHECK_FALSE(flares.is_open);
    CHECK(one[0].last == 0);
    const Flares split = flare_episodes(diary("yn!nny"), one, 2);
    CHECK(split.count == 2);
    CHECK(one[0].last == 2);
    CHECK(one[0].unknown == 1);
    CHECK(split.days.invalid == 1);
}
