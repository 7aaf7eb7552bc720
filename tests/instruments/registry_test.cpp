// SPDX-License-Identifier: BSL-1.0
// Properties of every instrument of the registry, whatever it measures.
// Covers: instruments.hpp
#include "eczscore/instruments.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "eczscore/report/respondent.hpp"
#include "eczscore/score/explain.hpp"

#include "instruments/against_straight_line.hpp"

#include "catch_compat.hpp"

using namespace eczscore;

namespace {
using Answers = std::vector<Answer>;

/// An age that each form of the instrument takes.
std::vector<Age> ages(const Instrument& instrument) {
    std::vector<Age> all;
    for (const Form& form : instrument.forms) {
        const int from = std::max(form.ages.from_months, instrument.ages.from_months);
        const int below = std::min(form.ages.below_months, instrument.ages.below_months);
        all.push_back(Age::months(from > 0 ? from : std::min(12, below - 1)));
    }
    return all;
}

/// The statuses of an instrument whose answers are complete, and within the missing rule.
Status complete(const Instrument& instrument) {
    if (!instrument.has_total) return Status::not_applicable;
    return instrument.table.empty() ? Status::ok : Status::needs_data;
}
Status within_rule(const Instrument& instrument) {
    const Status status = complete(instrument);
    return status == Status::ok ? Status::imputed : status;
}
/// The number that a score counts, for one with a table the sum to look up.
Exact number(const Score& score) { return Exact::ratio(score.units, score.denominator); }

/// Some allowed values of an item, in rising order of what they add, its ends among them; not one
/// that says that the scale does not apply.
std::vector<Answer> values(const Item& item) {
    std::vector<Answer> all;
    if (!item.scale.levels.empty()) {
        for (const Exact& level : item.scale.levels) {
            all.push_back(Answer::from_millionths(millionths(level)));
        }
    } else if (item.scale.is_continuous()) {
        const std::int64_t low = millionths(item.scale.min);
        const std::int64_t high = millionths(item.scale.max);
        for (std::int64_t part : {0, 1, 37, 50, 99, 100}) {
            all.push_back(Answer::from_millionths(low + (high - low) * part / 100));
        }
    } else {
        for (std::int64_t n = item.scale.min.num(); n <= item.scale.max.num(); ++n) {
            all.push_back(static_cast<int>(n));
        }
    }
    if (item.zero_means_not_applicable) {
        all.erase(std::remove(all.begin(), all.end(), Answer(0)), all.end());
    }
    std::sort(all.begin(), all.end(),
              [&](const Answer& a, const Answer& b) { return item.added(a) < item.added(b); });
    return all;
}
std::vector<std::vector<Answer>> choices(const Instrument& instrument) {
    std::vector<std::vector<Answer>> all;
    for_each_item(instrument.forms[0],
                  [&](std::size_t, std::size_t, const Item& item) { all.push_back(values(item)); });
    return all;
}
Answers random_answers(const std::vector<std::vector<Answer>>& from, against::Random& random) {
    Answers all;
    for (const auto& list : from) all.push_back(list[random(list.size())]);
    return all;
}
constexpr Answer not_an_answer = Answer::unreadable();
}  // namespace

TEST_CASE("Registry: ids are found, unknown ones are not") {
    for (const Instrument* instrument : registry) {
        CHECK(find_instrument(std::string_view(instrument->id)) == instrument);
    }
    CHECK(find_instrument("easy") == nullptr);
    CHECK(find_instrument("") == nullptr);
}

TEST_CASE("Registry: the instruments of the first issue, with range, direction and respondent") {
    const struct {
        const char* id;
        int max;
        std::size_t items;
        const char* respondent;
    } table[] = {{"easi", 72, 20, "clinician"},
                 {"easi_half_from_zero", 72, 20, "clinician"},
                 {"scorad", 103, 9, "clinician and patient"},
                 {"oscorad", 83, 7, "clinician"},
                 {"scorad_extent", 100, 13, "clinician"},
                 {"scorad_extent_to_100", 100, 13, "clinician"},
                 {"viga_ad", 4, 1, "clinician"},
                 {"iga_bsa", 400, 2, "clinician"},
                 {"hecsi", 360, 35, "clinician"},
                 {"poem", 28, 7, "patient or caregiver"},
                 {"dlqi", 30, 11, "patient, 16 years and over"},
                 {"dlqi_r", 30, 11, "patient, 16 years and over"},
                 {"pp_nrs", 10, 7, "patient (adult or adolescent)"},
                 {"sd_nrs", 10, 7, "patient (adult or adolescent)"},
                 {"scorad_sleep_vas", 10, 1, "patient or parent"}};
    std::size_t seen = 0;
    for (const auto& row : table) {
        CAPTURE(row.id);
        const Instrument* instrument = find_instrument(row.id);
        REQUIRE(instrument != nullptr);
        CHECK(instrument->min == Exact(0));
        CHECK(instrument->max == Exact(row.max));
        CHECK(instrument->plan.items == row.items);
        CHECK(instrument->direction == Direction::higher_is_worse);
        CHECK(report::answered_by(*instrument) == row.respondent);
        ++seen;
    }
    CHECK(seen == 15);
}

TEST_CASE("Registry: item keys in the order of the contract") {
    const auto keys = [](Text id) {
        std::string all;
        const Instrument* instrument = find_instrument(std::string_view(id));
        for_each_item(instrument->forms[0], [&](std::size_t, std::size_t, const Item& item) {
            all += all.empty() ? "" : " ";
            all += item.id.c_str();
        });
        return all;
    };
    CHECK(keys("scorad") ==
          "extent erythema edema_papulation oozing_crusting excoriation lichenification dryness "
          "pruritus sleep_loss");
    CHECK(keys("oscorad") ==
          "extent erythema edema_papulation oozing_crusting excoriation lichenification dryness");
    CHECK(keys("viga_ad") == "grade");
    CHECK(keys("iga_bsa") == "grade bsa_percent");
    CHECK(keys("poem") == "itch sleep bleeding weeping cracking flaking dryness");
    CHECK(keys("dlqi") == "q1 q2 q3 q4 q5 q6 q7_prevented q7_problem q8 q9 q10");
    CHECK(keys("dlqi_r") == keys("dlqi"));
    std::string easi_keys;
    for (const char* region : {"head_neck", "upper_limbs", "trunk", "lower_limbs"}) {
        for (const char* item :
             {"erythema", "edema_papulation", "excoriation", "lichenification", "area"}) {
            easi_keys += std::string(easi_keys.empty() ? "" : " ") + region + "_" + item;
        }
    }
    CHECK(keys("easi") == easi_keys);
    std::string hecsi_keys;
    for (const char* place : {"fingertips", "fingers", "palms", "backs_of_hands", "wrists"}) {
        for (const char* item : {"erythema", "induration_papulation", "vesicles", "fissures",
                                 "scaling", "edema", "extent"}) {
            hecsi_keys += std::string(hecsi_keys.empty() ? "" : " ") + place + "_" + item;
        }
    }
    CHECK(keys("hecsi") == hecsi_keys);
}

TEST_CASE(
    "Registry: all at their lowest gives the lowest score, all at their worst the form's most") {
    for (const Instrument* instrument : registry) {
        if (!instrument->is_sum()) continue;
        CAPTURE(instrument->id.c_str());
        const auto all = choices(*instrument);
        Answers low;
        Answers high;
        for (const auto& list : all) {
            low.push_back(list.front());
            high.push_back(list.back());
        }
        for (std::size_t f = 0; f < instrument->forms.size(); ++f) {
            const Age age = ages(*instrument)[f];
            CHECK(score(*instrument, low, age).form == f);
            CHECK(score(*instrument, low, age).status == complete(*instrument));
            if (instrument->table.empty()) {
                CHECK(number(score(*instrument, low, age)) == instrument->min);
            }
            CHECK(number(score(*instrument, high, age)) == instrument->forms[f].max);
        }
    }
}

TEST_CASE("Registry: worse in one item is never better in the score, and stays within the range",
          "[exhaustive]") {
    for (const Instrument* instrument : registry) {
        if (!instrument->is_sum()) continue;
        against::Random random(std::size_t{instrument->plan.items} * 7919 + 1);
        const auto all = choices(*instrument);
        long wrong = 0;
        for (const Age& age : ages(*instrument)) {
            for (int n = 0; n < 300; ++n) {
                Answers answers = random_answers(all, random);
                for (std::size_t i = 0; i < all.size(); ++i) {
                    const Answer before = answers[i];
                    Exact last = -1000;
                    for (const Answer& value : all[i]) {
                        answers[i] = value;
                        const Exact now = number(score(*instrument, answers, age));
                        wrong += now < last || now > instrument->forms.back().max;
                        last = now;
                    }
                    answers[i] = before;
                }
            }
        }
        CAPTURE(instrument->id.c_str());
        CHECK(wrong == 0);
    }
}

TEST_CASE("Registry: what all domains contribute is the score, and so are the explained lines") {
    for (const Instrument* instrument : registry) {
        if (!instrument->is_sum()) continue;
        against::Random random(std::size_t{instrument->plan.items} * 104'729 + 3);
        const auto all = choices(*instrument);
        long wrong = 0;
        for (const Age& age : ages(*instrument)) {
            for (int n = 0; n < 500; ++n) {
                Answers answers = random_answers(all, random);
                if (instrument->missing.allowed > 0) {
                    for (int k = 0; k < instrument->missing.allowed; ++k) {
                        answers[random(answers.size())] = Answer();
                    }
                }
                if (instrument->not_relevant == NotRelevant::leaves_the_mean) {
                    answers[4] = Answer::not_relevant();
                    answers[9] = Answer::not_relevant();
                }
                const Explanation e = explain(*instrument, answers, age);
                const Score plain = score(*instrument, answers, age);
                const Tally t = tally(*instrument, answers, age);
                Exact lines = 0;
                std::int64_t units = 0;
                std::size_t first = 0;
                for (std::size_t d = 0; d < e.line_count; ++d) {
                    const ExplainedDomain& line = e.domains()[d];
                    lines = lines + line.contribution;
                    units += t.domains[d].units;
                    wrong += line.contribution != line.weight * line.product * line.sum;
                    wrong += line.contribution !=
                             Exact::ratio(t.domains[d].units, instrument->plan.denominator);
                    wrong += line.first_item != first;
                    first += line.domain->items.size();
                }
                const bool looked_up = plain.status == Status::needs_data;
                wrong += !plain.is_scored() && !looked_up;
                wrong += number(e.score) != number(plain) || e.score.status != plain.status;
                wrong += lines * e.scale_up != number(plain);
                wrong += Exact::ratio(units, instrument->plan.denominator) != lines;
                wrong += e.line_count != instrument->plan.domains;
                wrong += !looked_up &&
                         (e.band == nullptr) != (default_bands(*instrument, age) == nullptr);
            }
        }
        CAPTURE(instrument->id.c_str());
        CHECK(wrong == 0);
    }
}

TEST_CASE("Registry: the order in which rows are scored is irrelevant") {
    for (const Instrument* instrument : registry) {
        against::Random random(instrument->plan.items + 11);
        const auto all = choices(*instrument);
        const Age age = ages(*instrument).back();
        std::vector<Answers> rows;
        std::vector<Exact> forward;
        for (int n = 0; n < 50; ++n) {
            rows.push_back(random_answers(all, random));
            forward.push_back(number(score(*instrument, rows.back(), age)));
        }
        long wrong = 0;
        for (std::size_t i = rows.size(); i-- > 0;) {
            wrong += number(score(*instrument, rows[i], age)) != forward[i];
        }
        CAPTURE(instrument->id.c_str());
        CHECK(wrong == 0);
    }
}

TEST_CASE("Registry: nothing answered is missing, and names every item that is needed") {
    for (const Instrument* instrument : registry) {
        CAPTURE(instrument->id.c_str());
        for (const Age& age : ages(*instrument)) {
            const Score s = score(*instrument, {}, age);
            CHECK(s.status == Status::missing);
            CHECK(s.wrong == 0);
            CHECK_FALSE(s.has_warning());
            ItemSet needed = 0;
            for_each_item(instrument->forms[0], [&](std::size_t, std::size_t i, const Item& item) {
                if (item.role == Role::adds || item.role == Role::multiplies) needed |= item_bit(i);
            });
            if (instrument->formula == nullptr) CHECK(s.missing == needed);
            if (instrument->formula != nullptr) {
                CHECK(s.missing != 0);
                CHECK((s.missing & ~needed) == 0);
            }
        }
    }
}

TEST_CASE("Registry: one wrong answer makes it invalid, whatever is blank or said beside it") {
    for (const Instrument* instrument : registry) {
        CAPTURE(instrument->id.c_str());
        const std::size_t items = instrument->plan.items;
        for (const Age& age : ages(*instrument)) {
            for (std::size_t i = 0; i < items; ++i) {
                const Item& item = item_at(*instrument, i);
                const Answer beyond = Answer::from_millionths(millionths(item.scale.max) + 1);
                const Answer before = Answer::from_millionths(millionths(item.scale.min) - 1);
                for (const Answer& wrong : {not_an_answer, Answer::conflict(), beyond, before}) {
                    Answers answers(items);
                    answers[i] = wrong;
                    const Score s = score(*instrument, answers, age);
                    CHECK(s.status == Status::invalid);
                    CHECK(s.wrong == item_bit(i));
                    CHECK((s.missing & item_bit(i)) == 0);
                    CHECK(score(*instrument, answers).status == Status::invalid);
                }
            }
        }
    }
}

TEST_CASE("Registry: a blank beyond the rule leaves it unscored, a blank within it is imputed") {
    for (const Instrument* instrument : registry) {
        if (instrument->formula != nullptr) continue;
        CAPTURE(instrument->id.c_str());
        const auto all = choices(*instrument);
        const Age age = ages(*instrument).back();
        Answers answers;
        for (const auto& list : all) answers.push_back(list.back());
        CHECK(score(*instrument, answers, age).status == complete(*instrument));
        int blanks = 0;
        for (std::size_t i = 0; i < answers.size(); ++i) {
            const Role role = item_at(*instrument, i).role;
            if (role == Role::alternative_part) continue;
            if (role == Role::recorded) {
                Answers without = answers;
                without[i] = Answer();
                CHECK(score(*instrument, without, age).status ==
                      score(*instrument, answers, age).status);
                continue;
            }
            answers[i] = Answer();
            // The parts of a question are blank together.
            for (std::size_t j = i + 1; j < answers.size(); ++j) {
                if (item_at(*instrument, j).role != Role::alternative_part) break;
                answers[j] = Answer();
            }
            ++blanks;
            const Score s = score(*instrument, answers, age);
            const bool within = blanks <= instrument->missing.allowed;
            CHECK(s.status == (within ? within_rule(*instrument) : Status::missing));
            CHECK(s.imputed == (within ? blanks : 0));
        }
    }
}

TEST_CASE("Registry: typed answers that were not set are missing, never 0") {
    CHECK(score(easi::Answers{}).status == Status::missing);
    CHECK(score(easi::Answers{.age = Age::years(30)}).status == Status::missing);
    CHECK(score(scorad::Answers{}).status == Status::missing);
    CHECK(score(oscorad::Answers{}).status == Status::missing);
    CHECK(score(scorad_extent::Answers{.age = Age::years(30)}).status == Status::missing);
    CHECK(score(viga_ad::Answers{}).status == Status::missing);
    CHECK(score(iga_bsa::Answers{}).status == Status::missing);
    CHECK(score(hecsi::Answers{}).status == Status::missing);
    CHECK(score(poem::Answers{}).status == Status::missing);
    CHECK(score(dlqi::Answers{}).status == Status::missing);
    CHECK(score(dlqi_r::Answers{}).status == Status::missing);
    CHECK(score(pp_nrs::Answers{}).status == Status::missing);
    CHECK(score(sd_nrs::Answers{}).status == Status::missing);
    CHECK(score(scorad_sleep_vas::Answers{}).status == Status::missing);
}
