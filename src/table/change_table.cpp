// SPDX-License-Identifier: BSL-1.0
// The rows of a table of changes, and the sentence at the end of each.
#include "eczscore/table/change_table.hpp"

#include "eczscore/io/printable.hpp"
#include "eczscore/report/change.hpp"
#include "eczscore/report/number.hpp"
#include "eczscore/score/band.hpp"

namespace eczscore::table {

namespace {

std::string about_visit(const VisitScore& visit, const std::string& visit_name) {
    if (visit.second != 0) {
        return "visit '" + visit_name + "' is there twice, in lines " + std::to_string(visit.line) +
               " and " + std::to_string(visit.second) + ": keep one";
    }
    if (!visit.found()) return "no row for the visit '" + visit_name + "'";
    if (visit.note.empty()) return {};
    std::string text = visit_name + ": " + visit.note;
    if (text.ends_with('.')) text.pop_back();
    return text;
}

}  // namespace

ChangeTable::ChangeTable(const ChangeOptions& options, const Instrument& instrument,
                         const BandScheme* scheme, Format format)
    : options_(options), instrument_(instrument), scheme_(scheme), format_(format) {
    // People see the responder definitions and the default verdict; files hold everything.
    const bool for_people = format == Format::table;
    for (const Threshold& threshold : instrument.thresholds) {
        const bool is_responder = threshold.basis == Basis::responder;
        judges_.push_back(
            {.threshold = &threshold,
             .shows_response = report::gives_response(threshold) && (!for_people || is_responder),
             .shows_verdict = report::judges_one_patient(threshold) &&
                              (!for_people || (threshold.is_default && !is_responder))});
    }
    cells_.resize(columns().size());
}

std::vector<std::string> ChangeTable::columns() const {
    std::vector<std::string> names{options_.subject};
    names.insert(names.end(), options_.by.begin(), options_.by.end());
    if (format_ == Format::table) {
        names.insert(names.end(), {"baseline", "value", "change", "percent"});
    } else {
        names.insert(names.end(), {"baseline", "baseline_band", "value", "band", "change",
                                   "percent_improvement"});
    }
    for (const Judge& judge : judges_) {
        const std::string id(std::string_view(judge.threshold->id));
        if (judge.shows_response) names.push_back(id);
        if (judge.shows_verdict) names.push_back(id + "_verdict");
    }
    names.insert(names.end(), {"status", "note"});
    return names;
}

void ChangeTable::write(RowWriter& rows, const SubjectVisits& subject) {
    filled_ = 0;
    used_ = 0;
    put(subject.id);
    by(subject);
    const VisitScore& first = subject.visits[0];
    const VisitScore& later = subject.visits[1];
    const bool twice = first.second != 0 || later.second != 0;
    const Change c = twice ? Change{.direction = instrument_.direction}
                           : change(instrument_, first.score, later.score);
    const Change judged = first.found() && later.found() ? c : Change{.direction = c.direction};
    const JudgedChange judgement(judged);
    numbers(first, later, judged, judgement, twice);
    judgements(judgement);
    put_word(twice ? "duplicate" : judged.is_evaluable ? "ok" : "not_evaluable");
    put(note(subject, judged, twice));
    (twice                 ? counts_.duplicates
     : judged.is_evaluable ? counts_.evaluable
                           : counts_.not_evaluable) += 1;
    rows.row(cells_);
}

void ChangeTable::put(std::string_view text, Cell::Kind kind) {
    if (!text.empty()) {
        if (used_ == texts_.size()) texts_.emplace_back();
        std::string& kept = texts_[used_++];
        kept = text;
        text = kept;
    }
    cells_[filled_++] = {text, kind};
}

/// A word that is there for as long as the program runs.
void ChangeTable::put_word(std::string_view word) {
    cells_[filled_++] = {word, Cell::Kind::as_found};
}

void ChangeTable::by(const SubjectVisits& subject) {
    const auto& values = subject.visits[0].found() ? subject.by[0] : subject.by[1];
    for (std::size_t i = 0; i < options_.by.size(); ++i) {
        put(i < values.size() ? std::string_view(values[i]) : std::string_view());
    }
}

/// value  the score, where it is known already
void ChangeTable::score_and_band(const VisitScore& visit, Exact value, bool twice) {
    const bool scored = visit.found() && visit.score.is_scored() && !twice;
    if (!value.is_number() && scored) value = visit.score.value();
    put(scored ? report::number_text(value) : "", Cell::Kind::number);
    if (format_ == Format::table) return;
    const BandScheme* scheme = scheme_ != nullptr ? scheme_ : default_bands(instrument_, visit.age);
    const Band* found = scored && scheme != nullptr ? band(*scheme, visit.score) : nullptr;
    put_word(found != nullptr ? std::string_view(found->id) : std::string_view());
}

void ChangeTable::numbers(const VisitScore& first, const VisitScore& later, const Change& c,
                          const JudgedChange& judged, bool twice) {
    score_and_band(first, c.baseline, twice);
    score_and_band(later, c.now, twice);
    put(c.is_evaluable ? report::number_text(judged.difference()) : "", Cell::Kind::number);
    if (!c.has_percent()) return put("", Cell::Kind::number);
    const WideExact percent = judged.percent();
    put(report::number_text(format_ == Format::table ? percent.rounded(1) : percent),
        Cell::Kind::number);
}

void ChangeTable::judgements(const JudgedChange& judged) {
    for (const Judge& judge : judges_) {
        if (judge.shows_response) put_word(name(judged.response(*judge.threshold)));
        if (judge.shows_verdict) put_word(name(judged.verdict(*judge.threshold)));
    }
}

std::string ChangeTable::note(const SubjectVisits& subject, const Change& c, bool twice) const {
    std::string text;
    const auto add = [&](std::string_view part) {
        if (part.empty()) return;
        if (!text.empty()) text += "; ";
        text += part;
    };
    add(about_visit(subject.visits[0], options_.baseline));
    add(about_visit(subject.visits[1], options_.at));
    if (subject.visits[0].found() && subject.visits[1].found() && subject.by[0] != subject.by[1]) {
        add("the columns of " + options_.names("by") + " differ between the visits: those at '" +
            options_.baseline + "' are shown");
    }
    if (c.is_evaluable && c.form_changed) {
        const auto label = [&](std::size_t visit) {
            const std::size_t form = subject.visits[visit].score.form;
            return "'" + std::string(instrument_.forms[form].label) + "'";
        };
        add("a birthday between the visits changed the form from " + label(0) + " to " + label(1) +
            ": " + options_.names("age_at") + " baseline keeps one");
    }
    if (instrument_.rates_change) {
        add("the score is itself a change: two of them have no difference");
    }
    if (c.is_evaluable && !c.has_percent() && !twice) {
        add("no percentage of a baseline of 0");
    }
    return text.empty() ? text : io::printable(text) + ".";
}

}  // namespace eczscore::table
