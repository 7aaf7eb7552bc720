// SPDX-License-Identifier: BSL-1.0
// A row per subject: baseline, value, change, and what every threshold says.
#include "cli/change_command.hpp"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

#include "cli/change_summary_command.hpp"
#include "cli/common.hpp"
#include "cli/descriptor.hpp"
#include "cli/output.hpp"
#include "cli/rows.hpp"
#include "eczscore/io/csv.hpp"
#include "eczscore/io/printable.hpp"
#include "eczscore/report/change.hpp"
#include "eczscore/score/band.hpp"
#include "eczscore/table/change_rows.hpp"
#include "eczscore/table/nearest.hpp"
#include "eczscore/table/phrases.hpp"

namespace eczscore::cli {

namespace {

/// Everything that makes the output of one run.
class ChangeTable {
public:
    ChangeTable(const ChangeArguments& options, const Instrument& instrument,
                const BandScheme* scheme, Format format)
        : options_(options), instrument_(instrument), scheme_(scheme), format_(format) {}

    std::vector<std::string> columns() const {
        std::vector<std::string> names{options_.subject};
        names.insert(names.end(), options_.by.begin(), options_.by.end());
        if (format_ == Format::table) {
            names.insert(names.end(), {"baseline", "value", "change", "percent"});
        } else {
            names.insert(names.end(), {"baseline", "baseline_band", "value", "band", "change",
                                       "percent_improvement"});
        }
        for (const Threshold& threshold : instrument_.thresholds) {
            const std::string id(std::string_view(threshold.id));
            if (shows_response(threshold)) names.push_back(id);
            if (shows_verdict(threshold)) names.push_back(id + "_verdict");
        }
        names.insert(names.end(), {"status", "note"});
        return names;
    }

    void write(RowWriter& rows, const SubjectVisits& subject) {
        texts_.clear();
        numbers_.clear();
        put(subject.id);
        by(subject);
        const VisitScore& first = subject.visits[0];
        const VisitScore& later = subject.visits[1];
        const bool twice = first.second != 0 || later.second != 0;
        const Change c = twice ? Change{.direction = instrument_.direction}
                               : change(instrument_, first.score, later.score);
        const Change judged = first.found() && later.found() ? c : Change{.direction = c.direction};
        numbers(first, later, judged, twice);
        judgements(judged);
        const std::string_view status = twice                 ? "duplicate"
                                        : judged.is_evaluable ? "ok"
                                                              : "not_evaluable";
        put(status);
        put(note(subject, judged, twice));
        (twice ? duplicates : judged.is_evaluable ? evaluable : not_evaluable) += 1;
        std::vector<Cell> cells;
        for (std::size_t i = 0; i < texts_.size(); ++i) {
            cells.push_back({texts_[i], numbers_[i] ? Cell::Kind::number : Cell::Kind::as_found});
        }
        rows.row(cells);
    }

    std::size_t evaluable = 0;
    std::size_t not_evaluable = 0;
    std::size_t duplicates = 0;

private:
    /// People see the responder definitions and the default verdict; files hold everything.
    bool shows_response(const Threshold& threshold) const {
        return report::gives_response(threshold) &&
               (format_ != Format::table || threshold.basis == Basis::responder);
    }
    bool shows_verdict(const Threshold& threshold) const {
        return report::judges_one_patient(threshold) &&
               (format_ != Format::table ||
                (threshold.is_default && threshold.basis != Basis::responder));
    }

    void put(std::string_view text, bool number = false) {
        texts_.emplace_back(text);
        numbers_.push_back(number);
    }

    void by(const SubjectVisits& subject) {
        const auto& values = subject.visits[0].found() ? subject.by[0] : subject.by[1];
        for (std::size_t i = 0; i < options_.by.size(); ++i) {
            put(i < values.size() ? std::string_view(values[i]) : std::string_view());
        }
    }

    void score_and_band(const VisitScore& visit, bool twice) {
        const bool scored = visit.found() && visit.score.is_scored() && !twice;
        put(scored ? report::number_text(visit.score.value()) : "", true);
        if (format_ == Format::table) return;
        const BandScheme* scheme =
            scheme_ != nullptr ? scheme_ : default_bands(instrument_, visit.age);
        const Band* found = scored && scheme != nullptr ? band(*scheme, visit.score) : nullptr;
        put(found != nullptr ? std::string_view(found->id) : std::string_view());
    }

    void numbers(const VisitScore& first, const VisitScore& later, const Change& c, bool twice) {
        score_and_band(first, twice);
        score_and_band(later, twice);
        put(c.is_evaluable ? report::number_text(c.difference()) : "", true);
        if (!c.has_percent()) return put("", true);
        put(report::number_text(format_ == Format::table ? c.percent().rounded(1) : c.percent()),
            true);
    }

    void judgements(const Change& c) {
        for (const Threshold& threshold : instrument_.thresholds) {
            if (shows_response(threshold)) put(name(response(threshold, c)));
            if (shows_verdict(threshold)) put(name(verdict(threshold, c)));
        }
    }

    std::string about_visit(const VisitScore& visit, const std::string& visit_name) const {
        if (visit.second != 0) {
            return "visit '" + visit_name + "' is there twice, in lines " +
                   std::to_string(visit.line) + " and " + std::to_string(visit.second) +
                   ": keep one";
        }
        if (!visit.found()) return "no row for the visit '" + visit_name + "'";
        if (visit.note.empty()) return {};
        std::string text = visit_name + ": " + visit.note;
        if (text.ends_with('.')) text.pop_back();
        return text;
    }

    std::string note(const SubjectVisits& subject, const Change& c, bool twice) const {
        std::vector<std::string> parts;
        parts.push_back(about_visit(subject.visits[0], options_.baseline));
        parts.push_back(about_visit(subject.visits[1], options_.at));
        if (subject.visits[0].found() && subject.visits[1].found() &&
            subject.by[0] != subject.by[1]) {
            parts.push_back("the columns of --by differ between the visits: those at '" +
                            options_.baseline + "' are shown");
        }
        if (c.is_evaluable && c.form_changed) {
            const auto label = [&](int i) {
                const std::size_t form = subject.visits[static_cast<std::size_t>(i)].score.form;
                return "'" + std::string(std::string_view(instrument_.forms[form].label)) + "'";
            };
            parts.push_back("a birthday between the visits changed the form from " + label(0) +
                            " to " + label(1) + ": --age-at baseline keeps one");
        }
        if (instrument_.rates_change) {
            parts.emplace_back("the score is itself a change: two of them have no difference");
        }
        if (c.is_evaluable && !c.has_percent() && !twice) {
            parts.push_back("no percentage of a baseline of 0");
        }
        std::string text;
        for (const std::string& part : parts) {
            if (!part.empty()) text += (text.empty() ? "" : "; ") + part;
        }
        return text.empty() ? text : io::printable(text) + ".";
    }

    const ChangeArguments& options_;
    const Instrument& instrument_;
    const BandScheme* scheme_;
    Format format_;
    std::vector<std::string> texts_;
    std::vector<bool> numbers_;
};

/// A visit that no row has was mistyped: one sentence, not one note for every subject.
std::string unknown_visit(const ChangeRows& rows, const ChangeArguments& options) {
    for (const std::string* visit : {&options.baseline, &options.at}) {
        if (rows.visit_names().contains(*visit)) continue;
        bool found = false;
        for (const SubjectVisits& subject : rows.subjects()) {
            found |= subject.visits[visit == &options.at ? 1 : 0].found();
        }
        if (found) continue;
        const auto& names = rows.visit_names();
        return std::string(visit == &options.at ? "--at" : "--baseline") +
               ": no row has the visit '" + *visit + "' in the column '" + options.visit + "'" +
               nearest_hint(*visit, {names.begin(), names.end()});
    }
    return {};
}

int write_table(ChangeTable& table, const ChangeRows& rows, const ChangeArguments& options,
                Format format) {
    Output output;
    if (const int code = output.open(options.output,
                                     files_read(options.file, options.map_file, options.tables))) {
        return code;
    }
    io::CsvWriter out(output.descriptor());
    RowWriter writer(out, format, table.columns());
    for (const SubjectVisits& subject : rows.subjects()) table.write(writer, subject);
    finish(writer);
    const int error = out.flush();
    if (const int code = output.close(done, error); code != done || error != 0) return code;
    if (table.duplicates > 0) {
        remark(counted(table.duplicates, "subject") +
               " with a visit twice: not judged, see the notes");
    }
    if (table.not_evaluable > 0) {
        remark(counted(table.not_evaluable, "subject") + " of " +
               std::to_string(rows.subjects().size()) + " not evaluable, see the notes");
    }
    if (format == Format::table) {
        remark("every threshold's verdict, the bands and exact percentages: --format csv");
    }
    return done;
}

/// Reads the table. returns  an exit code, `done` if all is well.
int read_table(ChangeRows& rows, const ChangeArguments& options, const Instrument& instrument) {
    const std::string name = is_standard(options.file) ? "standard input" : options.file;
    Descriptor file;
    if (!is_standard(options.file)) {
        file.number = ::open(options.file.c_str(), O_RDONLY | O_CLOEXEC);
        if (file.number < 0) return fail(input_failed, options.file + ": " + std::strerror(errno));
    }
    auto reader =
        io::CsvReader::open(io::csv_descriptor(file.number >= 0 ? file.number : STDIN_FILENO));
    if (!reader) return fail(input_failed, io::csv_sentence(reader.error(), name));
    const Failure trouble = rows.open(options, instrument, reader->header());
    if (!trouble.empty()) return fail(trouble);
    for (const std::string& line : rows.remarks()) remark(line);
    const auto error =
        io::csv_for_each_row(*reader, [&](std::span<const std::string_view> cells,
                                          std::uint64_t line) { rows.row(cells, line); });
    if (error) return fail(input_failed, io::csv_sentence(*error, name));
    rows.finish();
    if (rows.nameless() > 0) {
        remark(counted(rows.nameless(), "row") + " without a subject left out, the first in line " +
               std::to_string(rows.first_nameless()));
    }
    return done;
}

}  // namespace

int run_change(const ChangeArguments& options) {
    const auto instrument = instrument_named(options.id);
    if (!instrument) return fail(usage, instrument.error());
    const auto scheme = scheme_named(**instrument, options.bands);
    if (!scheme) return fail(usage, scheme.error());
    const auto format = choose_format(
        options.format.empty() && !is_standard(options.output) ? "csv" : options.format,
        STDOUT_FILENO);
    if (!format) {
        return fail(usage, "no format '" + options.format + "': csv, tsv, json, ndjson or table");
    }
    if (options.baseline == options.at) {
        return fail(usage, "--baseline and --at are the same visit, '" + options.at + "'");
    }
    const std::string trouble =
        options.summary ? summary_trouble(options, **instrument) : std::string();
    if (!trouble.empty()) return fail(usage, trouble);
    ChangeRows rows;
    const int code = read_table(rows, options, **instrument);
    if (code != done) return code;
    const std::string unknown = unknown_visit(rows, options);
    if (!unknown.empty()) return fail(usage, unknown);
    if (options.summary) return write_summary(rows, options, **instrument, *format);
    ChangeTable table(options, **instrument, *scheme, *format);
    return write_table(table, rows, options, *format);
}

}  // namespace eczscore::cli
