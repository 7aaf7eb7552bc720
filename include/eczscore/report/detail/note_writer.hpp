// SPDX-License-Identifier: BSL-1.0
// The findings of a score in words, into a text.
#pragma once

#include <cstddef>
#include <string_view>

#include "eczscore/core/parse.hpp"
#include "eczscore/core/text_out.hpp"
#include "eczscore/io/printable.hpp"
#include "eczscore/report/detail/note_phrases.hpp"
#include "eczscore/report/detail/note_row.hpp"
#include "eczscore/report/findings.hpp"
#include "eczscore/report/words.hpp"

namespace eczscore::report::detail {

/// Puts the findings of one score into words, clause by clause: what is wrong first, then what
/// decides the score, the blanks, what is odd. It knows the facts and nothing else, except what it
/// reads from the row.
class NoteWriter : private NotePhrases {
public:
    NoteWriter(TextOut& out, const Instrument& instrument, const NoteFacts& facts, NoteRow& row)
        : NotePhrases(out, instrument, row), score_(facts.score), facts_(facts) {}

    void sentence() {
        wrong_clause();
        for_each_finding(instrument_, score_, [&](ScoreFinding finding) { decisive(finding); });
        blank_clause();
        said_clause();
        for_each_finding(instrument_, score_, [&](ScoreFinding finding) { odd(finding); });
        rounded_age();
        if (facts_.band_wants_age && score_.is_scored()) {
            clause() << "no band: the default bands depend on the age, which is not known";
        }
        if (any_) out_ << '.';
    }

private:
    using Kind = ScoreFinding::Kind;

    /// Begins a clause.
    TextOut& clause() {
        if (any_) out_ << "; ";
        any_ = true;
        return out_;
    }
    template <class Which>
    std::size_t count(const Which& which) const {
        std::size_t found = 0;
        for_each_finding(instrument_, score_,
                         [&](ScoreFinding of) { found += which(of.kind) ? 1U : 0U; });
        return found;
    }

    void wrong_clause() {
        const auto is_wrong = [](Kind kind) {
            return kind == Kind::wrong_age || kind == Kind::wrong;
        };
        const std::size_t all = count(is_wrong);
        if (all == 0) return;
        clause();
        Listing list(out_, all, ", ", 3);
        for_each_finding(instrument_, score_, [&](ScoreFinding finding) {
            if (!is_wrong(finding.kind) || !list.next()) return;
            finding.kind == Kind::wrong_age ? wrong_age() : wrong(finding.index);
        });
        out_ << ": correct it, or leave it blank if unknown";
    }

    /// Clauses of what decides the score.
    void decisive(ScoreFinding finding) {
        switch (finding.kind) {
            case Kind::missing_age: missing_age(); break;
            case Kind::age_not_covered: age_not_covered(); break;
            case Kind::nothing_relevant:
                clause() << "no question is relevant: there is nothing to score";
                break;
            case Kind::ended:
                clause();
                column(finding.index);
                out_ << " is 0, which says that the scale does not apply";
                break;
            case Kind::no_total:
                clause() << "no total is published: the items stand for themselves";
                break;
            case Kind::says: clause() << score_.why; break;
            case Kind::needs_data: needs_data(); break;
            default: break;
        }
    }

    /// What contradicts itself or is odd by a rule of the instrument, with the rule.
    void said_clause() {
        const auto is_said = [](Kind kind) {
            return kind == Kind::contradiction || kind == Kind::odd;
        };
        const std::size_t all = count(is_said);
        if (all == 0) return;
        clause();
        Listing list(out_, all, " and ", 3);
        for_each_finding(instrument_, score_, [&](ScoreFinding finding) {
            if (!is_said(finding.kind) || !list.next()) return;
            column(finding.index);
            out_ << ' ';
            written(finding.index);
        });
        out_ << ": " << score_.why;
    }

    /// Clauses of what is odd without any rule.
    void odd(ScoreFinding finding) {
        switch (finding.kind) {
            case Kind::alert:
                is(finding.index);
                out_ << ": " << item_at(instrument_, finding.index).alert;
                break;
            case Kind::rounded:
                is(finding.index);
                out_ << ", rounded to six decimal places";
                break;
            case Kind::doubtful_relevance:
                clause();
                column(finding.index);
                out_ << " is not_relevant, but its further part is answered: check both";
                break;
            case Kind::signs_without_area: without(finding.index, true); break;
            case Kind::area_without_signs: without(finding.index, false); break;
            default: break;
        }
    }

    /// Begins a clause: `easi_trunk_area is "7"`.
    void is(std::size_t item) {
        clause();
        column_is(item);
    }
    void rounded_age() {
        const auto say = [&](std::string_view column, std::string_view text) {
            clause();
            column_is(column, text);
            out_ << ", rounded to six decimal places";
        };
        if (facts_.rounded_years) say(row_.years_column(), row_.years_text());
        if (facts_.rounded_months) say(row_.months_column(), row_.months_text());
    }

    void missing_age() {
        clause();
        const std::string_view years = row_.years_column();
        io::append_printable(out_, years.empty() ? row_.months_column() : years);
        out_ << " is blank, and the age decides between ";
        form_labels();
        out_ << ": fill it in";
    }

    /// The age as it was written: in years, unless only the months were.
    void age_not_covered() {
        const std::string_view years = row_.years_text();
        clause();
        if (is_missing_cell(trimmed(years))) {
            column_is(row_.months_column(), row_.months_text());
        } else {
            column_is(row_.years_column(), years);
        }
        out_ << ", and the instrument is for ";
        form_labels();
    }

    /// The sentence about unanswered items, by the rule of the instrument.
    void blank_clause() {
        const auto is_blank = [](Kind kind) {
            return kind == Kind::missing || kind == Kind::imputed;
        };
        const std::size_t blank = count(is_blank);
        if (blank == 0) return;
        clause();
        Listing list(out_, blank, " and ", 4);
        for_each_finding(instrument_, score_, [&](ScoreFinding finding) {
            if (is_blank(finding.kind) && list.next()) column(finding.index);
        });
        out_ << (blank == 1 ? " is blank" : " are blank");
        blank_rule(blank);
    }
    void blank_rule(std::size_t blank) {
        const MissingRule& rule = instrument_.missing;
        if (score_.imputed > 0) {
            out_ << " and "
                 << (rule.blank == Blank::counts_zero ? "counted as 0" : "left out of the mean")
                 << " (rule: ";
        } else if (rule.allowed == 0) {
            out_ << "; needed: ";
            return rule_text();
        } else if (blank > static_cast<std::size_t>(rule.allowed)) {
            out_ << ", " << blank << " where the rule allows " << rule.allowed << " (";
        } else if (facts_.complete_only) {
            out_ << ", and only complete answers were asked for";
            return;
        } else {
            out_ << " (rule: ";
        }
        rule_text();
        out_ << ')';
    }
    void rule_text() {
        std::string_view text = instrument_.missing.text;
        if (text.starts_with("none: ")) text.remove_prefix(6);
        out_ << text << (instrument_.missing.evidence.is_verified() ? "" : ", unverified");
    }

    void needs_data() {
        clause() << "the sum " << row_.sum() << " is looked up in a licensed table ("
                 << instrument_.table
                 << "), which you must supply, and it must have a row for that sum";
    }

    /// An area of 0 beside values above 0, or an area above 0 beside nothing.
    void without(std::size_t index, bool area_is_zero) {
        clause();
        std::size_t area = 0;
        std::size_t above = 0;
        for_each_item(instrument_.forms[0], [&](std::size_t d, std::size_t i, const Item& item) {
            if (d != index) return;
            if (item.role == Role::multiplies) {
                area = i;
            } else if ((facts_.above_zero & item_bit(i)) != 0) {
                ++above;
            }
        });
        column(area);
        if (!area_is_zero) {
            out_ << " is above 0, but all beside it is 0: check both";
            return;
        }
        out_ << " is 0, but ";
        Listing list(out_, above, " and ", 2);
        for_each_item(instrument_.forms[0], [&](std::size_t d, std::size_t i, const Item& item) {
            if (d != index || item.role == Role::multiplies) return;
            if ((facts_.above_zero & item_bit(i)) != 0 && list.next()) column(i);
        });
        out_ << (above == 0 ? "what is beside it" : "") << (above > 1 ? " are" : " is")
             << " above 0: that part counts as 0, check both";
    }

    const Score& score_;  // of the facts: without its value
    const NoteFacts& facts_;
    bool any_ = false;
};

}  // namespace eczscore::report::detail
