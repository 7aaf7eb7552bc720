// SPDX-License-Identifier: BSL-1.0
// One assessment scored and explained.
#include "cli/calc_command.hpp"

#include <algorithm>
#include <optional>

#include <unistd.h>

#include "cli/common.hpp"
#include "cli/output.hpp"
#include "eczscore/report/change.hpp"
#include "eczscore/report/explanation.hpp"
#include "eczscore/report/explanation_json.hpp"
#include "eczscore/report/note.hpp"
#include "eczscore/score/cell.hpp"
#include "eczscore/table/format.hpp"
#include "eczscore/table/licensed_tables.hpp"
#include "eczscore/table/nearest.hpp"

namespace eczscore::cli {

namespace {

using Error = tl::unexpected<std::string>;

/// The key without a prefix that the instrument goes by; the key itself when it has none.
std::string_view bare_key(const Instrument& instrument, std::string_view key) {
    for (const Text prefix : {instrument.prefix(), instrument.id, instrument.also_columns}) {
        const std::string_view start = prefix;
        if (start.empty() || !key.starts_with(start)) continue;
        if (key.size() > start.size() && key[start.size()] == '_') {
            return key.substr(start.size() + 1);
        }
    }
    return key;
}

/// Where a key is kept; null when there is no such key.
std::string* slot(const Instrument& instrument, TypedIn& typed, std::string_view key) {
    if (key == "age_years") return &typed.years;
    if (key == "age_months") return &typed.months;
    std::string* found = nullptr;
    for (const std::string_view name : {key, bare_key(instrument, key)}) {
        for_each_item(instrument.forms[0], [&](std::size_t, std::size_t i, const Item& item) {
            const std::string_view id = item.id;
            if (name == id) found = &typed.items[i];
            if (item.from_percent != nullptr && name == std::string(id) + "_percent") {
                found = &typed.percents[i];
            }
        });
        if (found != nullptr) break;
    }
    return found;
}

std::string unknown_key(const Instrument& instrument, std::string_view key) {
    std::vector<std::string> names{"age_years", "age_months"};
    for_each_item(instrument.forms[0], [&](std::size_t, std::size_t, const Item& item) {
        names.emplace_back(std::string_view(item.id));
        if (item.from_percent != nullptr) names.push_back(names.back() + "_percent");
    });
    return std::string(instrument.id) + " has no item '" + std::string(key) + "'" +
           nearest_hint(bare_key(instrument, key), {names.begin(), names.end()}) +
           " ('eczscore describe " + std::string(instrument.id) + "' has all)";
}

tl::expected<TypedIn, std::string> typed_in(const Instrument& instrument,
                                            const std::vector<std::string>& values) {
    TypedIn typed;
    typed.items.resize(instrument.plan.items);
    typed.percents.resize(instrument.plan.items);
    std::vector<std::string*> seen;
    for (const std::string& text : values) {
        const std::size_t at = text.find('=');
        if (at == std::string::npos) {
            return Error("'" + text + "' is no value: write key=value, for example " +
                         std::string(item_at(instrument, 0).id) + "=2");
        }
        std::string* place = slot(instrument, typed, text.substr(0, at));
        if (place == nullptr) return Error(unknown_key(instrument, text.substr(0, at)));
        if (std::find(seen.begin(), seen.end(), place) != seen.end()) {
            return Error("'" + text.substr(0, at) + "' is given twice");
        }
        seen.push_back(place);
        *place = text.substr(at + 1);
    }
    return typed;
}

std::vector<Answer> answers_of(const Instrument& instrument, const TypedIn& typed) {
    std::vector<Answer> answers;
    for_each_item(instrument.forms[0], [&](std::size_t, std::size_t i, const Item& item) {
        answers.push_back(item_answer(item, typed.items[i], typed.percents[i]));
    });
    return answers;
}

std::string note_of(const Instrument& instrument, const Score& score, const TypedIn& typed,
                    std::span<const Answer> answers, bool default_bands_asked) {
    std::vector<std::string> percent_keys;
    for_each_item(instrument.forms[0], [&](std::size_t, std::size_t, const Item& item) {
        percent_keys.push_back(std::string(item.id) + "_percent");
    });
    std::vector<report::Recorded> recorded;
    for_each_item(instrument.forms[0], [&](std::size_t, std::size_t i, const Item& item) {
        recorded.push_back(
            {std::string_view(item.id), typed.items[i], percent_keys[i], typed.percents[i]});
    });
    const report::RecordedAge age{"age_years", typed.years, "age_months", typed.months};
    const bool wants_age = default_bands_asked && instrument.bands_by_age() &&
                           !cell_age(typed.years, typed.months).is_known();
    return report::note(instrument, score, {answers, recorded, age, wants_age});
}

/// The earlier score, or the sentence of a usage error.
tl::expected<std::optional<Exact>, std::string> baseline_of(const Instrument& instrument,
                                                            const std::string& text) {
    if (text.empty()) return std::nullopt;
    const Answer answer = parse_number(text);
    if (answer.kind() != Answer::Kind::value) {
        return Error("--baseline '" + text +
                     "' is no number with a decimal point and up to six "
                     "decimal places");
    }
    const Exact value = answer.exact();
    if (value < instrument.min || value > instrument.max) {
        return Error("--baseline " + text + " is outside the range of " +
                     std::string(instrument.id) + ", " + report::number_text(instrument.min) +
                     " to " + report::number_text(instrument.max));
    }
    if (instrument.is_sum() && instrument.table.empty() &&
        !(value * Exact(instrument.plan.denominator)).is_integer()) {
        remark("--baseline " + text + " is no score that " + std::string(instrument.id) +
               " can give; it is used as it is, was it rounded?");
    }
    return value;
}

/// The exit code once the answer is written. printed  that of writing it
int shown(const Score& score, int printed) {
    return printed == done && !score.is_scored() ? nothing_scored : printed;
}

int show(const CalcOptions& options, const Explanation& explanation, const std::string& sentence,
         std::optional<Exact> baseline) {
    const Instrument& instrument = *explanation.instrument;
    std::optional<report::ChangeReport> changed;
    if (baseline) {
        const Score& now = explanation.score;
        const Change c = now.is_scored() ? change(instrument, *baseline, now.value())
                                         : Change{.direction = instrument.direction};
        changed = report::change_report(instrument, c);
    }
    if (options.format == "json") {
        const std::string text = report::json_document([&](report::JsonOut& json) {
            json.object([&] {
                report::explanation_members(json, explanation, sentence);
                if (changed) json.member("change", [&] { report::change_json(json, *changed); });
            });
        });
        return shown(explanation.score, print(text, options.tables));
    }
    const std::size_t width = std::min<std::size_t>(terminal_width(STDOUT_FILENO), 100);
    std::string text = report::explanation_text(explanation, sentence, {.width = width});
    if (changed) text += "\n" + report::change_text(*changed, {.width = width});
    const Paint paint(STDOUT_FILENO, options.color);
    const std::size_t title = text.find('\n');
    return shown(explanation.score,
                 print(paint.bold(text.substr(0, title)) + text.substr(title), options.tables));
}

}  // namespace

int run_calc(const CalcOptions& options) {
    const auto found = instrument_named(options.id, option_names);
    if (!found) return fail(usage, found.error());
    const Instrument& instrument = **found;
    if (!options.format.empty() && options.format != "text" && options.format != "json") {
        return fail(usage, no_format(options.format, "text or json"));
    }
    const auto scheme = scheme_named(instrument, options.bands);
    if (!scheme) return fail(usage, scheme.error());
    const auto baseline = baseline_of(instrument, options.baseline);
    if (!baseline) return fail(usage, baseline.error());
    auto typed = typed_in(instrument, options.values);
    if (!typed) return fail(usage, typed.error());
    if (options.values.empty()) {
        if (!is_terminal(STDIN_FILENO)) {
            return fail(usage, "no values: give them as key=value ('eczscore describe " +
                                   options.id + "' has the keys), or run this on a terminal");
        }
        if (!ask_on_terminal(instrument, *typed)) return fail(usage, "stopped, nothing was scored");
    }
    const std::vector<Answer> answers = answers_of(instrument, *typed);
    const auto tables = read_tables(options.tables, option_names);
    if (!tables) return fail(tables.error());
    Explanation explanation =
        explain(instrument, answers, cell_age(typed->years, typed->months), *scheme);
    explanation.score = look_up(tables->table(std::string_view(instrument.id)), explanation.score);
    if (explanation.scheme != nullptr) {
        explanation.band = band(*explanation.scheme, explanation.score);
    }
    return show(options, explanation,
                note_of(instrument, explanation.score, *typed, answers, *scheme == nullptr),
                *baseline);
}

}  // namespace eczscore::cli
