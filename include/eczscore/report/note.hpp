// SPDX-License-Identifier: BSL-1.0
// The one sentence about a score: what is missing, wrong, imputed or odd, and what to do about it;
// and what decides it, for those who keep sentences.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "eczscore/core/parse.hpp"
#include "eczscore/io/printable.hpp"
#include "eczscore/report/findings.hpp"
#include "eczscore/report/words.hpp"
#include "eczscore/score/table.hpp"

namespace eczscore::report {

/// How one item was recorded. An empty column stands for the name in the contract; the percent
/// fields are for grades that may be given as a percentage.
struct Recorded {
    std::string_view column{};
    std::string_view text{};
    std::string_view percent_column{};
    std::string_view percent_text{};
};

/// How the age was recorded.
struct RecordedAge {
    std::string_view years_column = "age_years";
    std::string_view years_text{};
    std::string_view months_column{};
    std::string_view months_text{};
};

/// What was recorded for one score: the answers, and if there are any, their texts (one per item,
/// form order).
struct Recording {
    std::span<const Answer> answers{};
    std::span<const Recorded> items{};
    RecordedAge age{};
    bool band_wants_age = false;  ///< no band: the default schemes are chosen by an unknown age
    bool complete_only = false;   ///< a score that rests on a rule for blanks was not asked for
};

/// A sentence, and whether it repeats something of its own row: a text, an age, a value or a sum.
struct Note {
    std::string text;
    bool quotes = false;
};

/// All that decides a sentence apart from the column names and from what it repeats. Of two rows
/// with the same columns and equal facts, a sentence that repeats nothing is true of both.
struct NoteFacts {
    Score score;                 ///< without its value; `imputed` is 1 where anything is
    ItemSet above_zero = 0;      ///< answers above 0 beside an area of 0
    bool rounded_years = false;  ///< an age that counts had more than six decimal places
    bool rounded_months = false;
    bool band_wants_age = false;  ///< these two as in `Recording`
    bool complete_only = false;
    bool operator==(const NoteFacts&) const = default;
};

namespace detail {

/// `7.5` for "7,5"; empty when a decimal point is not what is wrong.
inline std::string with_point(std::string_view text) {
    if (text.size() > io::most_quoted) return {};
    std::string mended(trimmed(text));
    const std::size_t comma = mended.find(',');
    if (comma == std::string::npos) return {};
    mended[comma] = '.';
    return parse_number(mended).is_value() ? mended : std::string();
}

/// Whether a number as written has more than six decimal places.
inline bool is_rounded_number(std::string_view text) {
    return parse_number(text).kind() == Answer::Kind::rounded;
}

/// The row that a sentence is about. Column names are the same for every row of a table; everything
/// else is of this row alone, and reading it is remembered.
class NoteRow {
public:
    NoteRow(const Instrument& instrument, const Score& score, const Recording& recording)
        : instrument_(instrument), score_(score), recording_(recording) {}

    /// The column that holds the item, as the table calls it.
    std::string column(std::size_t item) const {
        const Recorded as = recorded(item);
        if (!as.column.empty()) return std::string(as.column);
        if (!as.percent_column.empty()) return std::string(as.percent_column);
        return column_name(instrument_, item_at(instrument_, item));
    }
    std::string_view percent_column(std::size_t item) const {
        return recorded(item).percent_column;
    }
    std::string_view years_column() const { return recording_.age.years_column; }
    std::string_view months_column() const { return recording_.age.months_column; }

    std::string_view text(std::size_t item) { return quoting(recorded(item).text); }
    std::string_view percent_text(std::size_t item) { return quoting(recorded(item).percent_text); }
    std::string_view years_text() { return quoting(recording_.age.years_text); }
    std::string_view months_text() { return quoting(recording_.age.months_text); }
    Answer answer(std::size_t item) {
        return quoting(item < recording_.answers.size() ? recording_.answers[item] : Answer{});
    }
    std::int64_t sum() { return quoting(table_sum(score_)); }

    /// Something of this row was read.
    bool quoted() const { return quoted_; }

private:
    template <class Value>
    Value quoting(Value value) {
        quoted_ = true;
        return value;
    }
    Recorded recorded(std::size_t item) const {
        return item < recording_.items.size() ? recording_.items[item] : Recorded{};
    }

    const Instrument& instrument_;
    const Score& score_;
    const Recording& recording_;
    bool quoted_ = false;
};

/// Puts the findings of one score into words. It knows the facts and nothing else, except what it
/// reads from the row.
class NoteWriter {
public:
    NoteWriter(const Instrument& instrument, const NoteFacts& facts, NoteRow& row)
        : instrument_(instrument), score_(facts.score), facts_(facts), row_(row) {}

    std::string sentence() {
        for (const ScoreFinding& finding : findings(instrument_, score_)) take(finding);
        rounded_age();
        if (!wrong_.empty()) {
            clauses_.insert(clauses_.begin(),
                            joined(wrong_, ", ", 3) + ": correct it, or leave it blank if unknown");
        }
        if (!blank_.empty()) clauses_.push_back(blanks());
        if (!said_.empty()) {
            clauses_.push_back(
                fmt::format("{}: {}", joined(said_, " and ", 3), std::string_view(score_.why)));
        }
        for (std::string& oddity : odd_) clauses_.push_back(std::move(oddity));
        if (facts_.band_wants_age && score_.is_scored()) {
            clauses_.emplace_back(
                "no band: the default bands depend on the age, which is not known");
        }
        std::string text;
        for (const std::string& clause : clauses_) text += (text.empty() ? "" : "; ") + clause;
        return text.empty() ? text : io::printable(text) + ".";
    }

private:
    using Kind = ScoreFinding::Kind;

    void take(const ScoreFinding& finding) {
        switch (finding.kind) {
            case Kind::wrong_age: wrong_.push_back(wrong_age()); break;
            case Kind::wrong: wrong_.push_back(wrong(finding.index)); break;
            case Kind::missing_age: clauses_.push_back(missing_age()); break;
            case Kind::age_not_covered: clauses_.push_back(age_not_covered()); break;
            case Kind::nothing_relevant:
                clauses_.push_back("no question is relevant: there is nothing to score");
                break;
            case Kind::ended:
                clauses_.push_back(column(finding.index) +
                                   " is 0, which says that the scale does not apply");
                break;
            case Kind::no_total:
                clauses_.push_back("no total is published: the items stand for themselves");
                break;
            case Kind::says: clauses_.emplace_back(std::string_view(score_.why)); break;
            case Kind::contradiction:
            case Kind::odd:
                said_.push_back(column(finding.index) + " " + written(finding.index));
                break;
            case Kind::alert:
                odd_.push_back(
                    fmt::format("{} is {}: {}", column(finding.index), written(finding.index),
                                std::string_view(item_at(instrument_, finding.index).alert)));
                break;
            case Kind::needs_data: clauses_.push_back(needs_data()); break;
            case Kind::missing:
            case Kind::imputed: blank_.push_back(column(finding.index)); break;
            case Kind::rounded: odd_.push_back(rounded(finding.index)); break;
            case Kind::doubtful_relevance:
                odd_.push_back(column(finding.index) +
                               " is not_relevant, but its further part is answered: check both");
                break;
            case Kind::signs_without_area: odd_.push_back(without(finding.index, true)); break;
            case Kind::area_without_signs: odd_.push_back(without(finding.index, false)); break;
        }
    }

    std::string column(std::size_t item) const { return row_.column(item); }
    /// The value as it was written, in quotes.
    std::string written(std::size_t item) {
        const std::string_view text = row_.text(item);
        if (!text.empty()) return io::quoted_text(text);
        const Answer answer = row_.answer(item);
        if (answer.is_value()) return in_quotes(number_text(answer.exact()));
        return answer.is_not_relevant() ? in_quotes("not_relevant") : "no number";
    }

    std::string wrong(std::size_t index) {
        const Item& item = item_at(instrument_, index);
        const bool conflict = row_.answer(index).kind() == Answer::Kind::conflict;
        const std::string_view percent = row_.percent_text(index);
        if (item.from_percent != nullptr && !is_missing_cell(trimmed(percent))) {
            const Answer grade = item.from_percent->grade(parse_number(percent));
            if (!grade.is_value()) return wrong_percent(index);
            if (conflict) {
                return fmt::format("{} is {}, but {} {} is grade {}", column(index), written(index),
                                   row_.percent_column(index), io::quoted_text(percent),
                                   number_text(grade.exact()));
            }
        }
        if (conflict) return column(index) + " has two entries that contradict each other";
        const std::string point = with_point(row_.text(index));
        if (!point.empty()) {
            return fmt::format("{} is {} (write a decimal point: {})", column(index),
                               written(index), point);
        }
        return fmt::format("{} is {} (allowed: {})", column(index), written(index),
                           allowed_text(item));
    }

    std::string wrong_percent(std::size_t index) {
        const std::string_view percent = row_.percent_text(index);
        const std::string point = with_point(percent);
        return fmt::format("{} is {} ({})", row_.percent_column(index), io::quoted_text(percent),
                           point.empty() ? "allowed: 0 to 100" : "write a decimal point: " + point);
    }

    std::string wrong_age() {
        const std::string_view years = row_.years_text();
        const std::string_view months = row_.months_text();
        const bool has_years = !is_missing_cell(trimmed(years));
        const bool has_months = !is_missing_cell(trimmed(months));
        if (parse_number(years).is_value() && parse_number(months).is_value()) {
            return fmt::format("{} is {}, but {} is {} (the completed years must be the same)",
                               row_.years_column(), io::quoted_text(years), row_.months_column(),
                               io::quoted_text(months));
        }
        const bool of_months = has_months && (!has_years || !parse_number(months).is_value());
        const std::string_view text = of_months ? months : years;
        const std::string point = with_point(text);
        const std::string rule = !point.empty() ? "write a decimal point: " + point
                                 : of_months    ? std::string("allowed: 0 to 1560 months")
                                                : std::string("allowed: 0 to 130 years");
        return fmt::format("{} is {} ({})", of_months ? row_.months_column() : row_.years_column(),
                           text.empty() ? "no age" : io::quoted_text(text), rule);
    }

    std::string age_column() const {
        return std::string(row_.years_column().empty() ? row_.months_column()
                                                       : row_.years_column());
    }

    std::string form_labels() const {
        std::vector<std::string> labels;
        for (const Form& form : instrument_.forms) {
            labels.push_back(in_quotes(std::string_view(form.label)));
        }
        return joined(labels, " or ");
    }

    void rounded_age() {
        const auto say = [&](std::string_view column, std::string_view text) {
            odd_.push_back(fmt::format("{} is {}, rounded to six decimal places", column,
                                       io::quoted_text(text)));
        };
        if (facts_.rounded_years) say(row_.years_column(), row_.years_text());
        if (facts_.rounded_months) say(row_.months_column(), row_.months_text());
    }

    std::string missing_age() const {
        return fmt::format("{} is blank, and the age decides between {}: fill it in", age_column(),
                           form_labels());
    }

    /// The age as it was written: in years, unless only the months were.
    std::string age_not_covered() {
        const std::string_view years = row_.years_text();
        const bool of_months = is_missing_cell(trimmed(years));
        return fmt::format("{} is {}, and the instrument is for {}",
                           of_months ? row_.months_column() : row_.years_column(),
                           io::quoted_text(of_months ? row_.months_text() : years), form_labels());
    }

    /// The sentence about unanswered items, by the rule of the instrument.
    std::string blanks() const {
        const MissingRule& rule = instrument_.missing;
        const std::string names = joined(blank_, " and ", 4);
        const std::string are = blank_.size() == 1 ? " is blank" : " are blank";
        std::string_view text = rule.text;
        if (text.starts_with("none: ")) text.remove_prefix(6);
        const std::string unverified =
            rule.evidence.is_verified() ? std::string() : std::string(", unverified");
        if (score_.imputed > 0) {
            return fmt::format(
                "{}{} and {} (rule: {}{})", names, are,
                rule.blank == Blank::counts_zero ? "counted as 0" : "left out of the mean", text,
                unverified);
        }
        if (rule.allowed == 0) {
            return fmt::format("{}{}; needed: {}{}", names, are, text, unverified);
        }
        if (blank_.size() <= static_cast<std::size_t>(rule.allowed)) {
            return facts_.complete_only
                       ? fmt::format("{}{}, and only complete answers were asked for", names, are)
                       : fmt::format("{}{} (rule: {}{})", names, are, text, unverified);
        }
        return fmt::format("{}{}, {} where the rule allows {} ({}{})", names, are, blank_.size(),
                           rule.allowed, text, unverified);
    }

    std::string needs_data() {
        return fmt::format(
            "the sum {} is looked up in a licensed table ({}), which you must "
            "supply, and it must have a row for that sum",
            number_text(Exact(row_.sum())), std::string_view(instrument_.table));
    }

    std::string rounded(std::size_t index) {
        return fmt::format("{} is {}, rounded to six decimal places", column(index),
                           written(index));
    }

    /// An area of 0 beside values above 0, or an area above 0 beside nothing.
    std::string without(std::size_t index, bool area_is_zero) const {
        std::string area;
        std::vector<std::string> above;
        for_each_item(instrument_.forms[0], [&](std::size_t d, std::size_t i, const Item& item) {
            if (d != index) return;
            if (item.role == Role::multiplies) {
                area = column(i);
            } else if ((facts_.above_zero & item_bit(i)) != 0) {
                above.push_back(column(i));
            }
        });
        if (!area_is_zero) return area + " is above 0, but all beside it is 0: check both";
        const std::string what = above.empty() ? "what is beside it" : joined(above, " and ", 2);
        return fmt::format("{} is 0, but {} {} above 0: that part counts as 0, check both", area,
                           what, above.size() > 1 ? "are" : "is");
    }

    const Instrument& instrument_;
    const Score& score_;  // of the facts: without its value
    const NoteFacts& facts_;
    NoteRow& row_;
    std::vector<std::string> wrong_;
    std::vector<std::string> clauses_;
    std::vector<std::string> blank_;
    std::vector<std::string> odd_;
    std::vector<std::string> said_;
};

}  // namespace detail

/// recording  its answers and its age count; its `items` are not looked at.
inline NoteFacts note_facts(const Instrument& instrument, const Score& score,
                            const Recording& recording) {
    NoteFacts facts;
    facts.score = score;
    facts.score.units = 0;
    facts.score.denominator = 1;
    facts.score.form = 0;
    facts.score.not_relevant_count = 0;
    facts.score.imputed = score.imputed > 0 ? 1 : 0;
    facts.band_wants_age = recording.band_wants_age;
    facts.complete_only = recording.complete_only;
    if (instrument.uses_age() && score.age == Status::ok) {
        facts.rounded_years = detail::is_rounded_number(recording.age.years_text);
        facts.rounded_months = detail::is_rounded_number(recording.age.months_text);
    }
    if (score.signs_without_area == 0) return facts;
    for_each_item(instrument.forms[0], [&](std::size_t d, std::size_t i, const Item&) {
        if ((score.signs_without_area & domain_bit(d)) == 0) return;
        if (i >= recording.answers.size()) return;
        const Answer answer = recording.answers[i];
        if (answer.is_value() && answer.millionths() > 0) facts.above_zero |= item_bit(i);
    });
    return facts;
}

/// The sentence about a score with these facts; empty when there is nothing to say.
/// recording  as for `note`; only what the sentence repeats is read from it.
inline Note write_note(const Instrument& instrument, const NoteFacts& facts, const Score& score,
                       const Recording& recording) {
    detail::NoteRow row(instrument, score, recording);
    std::string text = detail::NoteWriter(instrument, facts, row).sentence();
    return {std::move(text), row.quoted()};
}

/// The sentence about a score; empty when there is nothing to say.
/// recording  the answers as they were scored, and where they came from: without texts the columns
///            are called by their names in the contract.
inline std::string note(const Instrument& instrument, const Score& score,
                        const Recording& recording = {}) {
    return write_note(instrument, note_facts(instrument, score, recording), score, recording).text;
}

}  // namespace eczscore::report
