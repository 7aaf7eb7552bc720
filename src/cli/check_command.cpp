// SPDX-License-Identifier: BSL-1.0
// Reads the table, runs the checks, writes a finding a row and a summary.
#include "cli/check_command.hpp"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

#include "cli/check_run.hpp"
#include "cli/common.hpp"
#include "cli/descriptor.hpp"
#include "cli/output.hpp"
#include "eczscore/io/csv.hpp"
#include "eczscore/report/layout.hpp"
#include "eczscore/table/finding_text.hpp"
#include "eczscore/table/phrases.hpp"

namespace eczscore::cli {

namespace {

std::vector<std::string> finding_columns(bool for_people) {
    if (for_people) return {"line", "subject", "visit", "severity", "check", "sentence"};
    return {"line", "subject", "visit", "check", "severity", "columns", "values", "sentence"};
}

/// What standard error says at the end.
void summary(const FindingRows& rows, const checks::EditChecks& run, const CheckTable& table,
             const checks::CheckSettings& settings, std::uint64_t visits) {
    std::size_t on = 0;
    std::size_t idle = 0;
    for (std::size_t c = 0; c < checks::check_count; ++c) {
        if (!settings.is_on(c)) continue;
        ++on;
        if (run.looked(c) == 0) ++idle;
    }
    std::vector<std::string> ids;
    for (const checks::Source& source : table.layout()) {
        if (source.is_read()) ids.emplace_back(std::string_view(source.instrument->id));
    }
    const std::string read = ids.empty() ? std::string("typed totals") : report::joined(ids);
    remark(counted(visits, "row") + ", read: " + read + "; " + counted(on - idle, "check") +
           " ran, " + std::to_string(idle) + " had nothing to look at");
    remark(counted(rows.all(), "finding") + ": " + counted(rows.count(Severity::error), "error") +
           ", " + counted(rows.count(Severity::warning), "warning") + ", " +
           counted(rows.count(Severity::notice), "notice"));
}

/// One run over one table.
class Run {
public:
    Run(const CheckArguments& options, const checks::CheckSettings& settings, Format format)
        : options_(options), settings_(settings), format_(format) {}

    int go() {
        const std::string name = is_standard(options_.file) ? "standard input" : options_.file;
        Descriptor in;
        if (!is_standard(options_.file)) {
            in.number = ::open(options_.file.c_str(), O_RDONLY | O_CLOEXEC);
            if (in.number < 0) {
                return fail(input_failed, options_.file + ": " + std::strerror(errno));
            }
        }
        auto reader =
            io::CsvReader::open(io::csv_descriptor(in.number >= 0 ? in.number : STDIN_FILENO));
        if (!reader) return fail(input_failed, io::csv_sentence(reader.error(), name));
        const Failure trouble = table_.open(options_, reader->header());
        if (!trouble.empty()) return fail(trouble);
        for (const std::string& line : table_.remarks()) remark(line);
        return to_output(*reader, name);
    }

private:
    int to_output(io::CsvReader& reader, const std::string& name) {
        Output output;
        if (const int code =
                output.open(options_.output, files_read(options_.file, options_.map_file, {}))) {
            return code;
        }
        io::CsvWriter out(output.descriptor());
        const int code = check(reader, out, name);
        return output.close(code, out.flush());
    }

    int check(io::CsvReader& reader, io::CsvWriter& out, const std::string& name) {
        checks::EditChecks run(table_.layout(), settings_);
        FindingRows rows(out, format_);
        std::uint64_t visits = 0;
        std::uint64_t nameless = 0;
        const auto error = io::csv_for_each_row(
            reader, [&](std::span<const std::string_view> cells, std::uint64_t line) {
                const checks::Visit visit = table_.visit(cells, line);
                rows.next_row();
                for (const checks::Finding& finding : run.visit(visit)) {
                    rows.write(table_, finding, cells);
                }
                ++visits;
                if (visit.subject.empty()) ++nameless;
            });
        if (error) {
            rows.stop();  // what the rows before it showed
            out.flush();
            return fail(input_failed, io::csv_sentence(*error, name));
        }
        run.finish([&](const std::vector<checks::Finding>& findings) {
            for (const checks::Finding& finding : findings) rows.write(table_, finding);
        });
        rows.finish();
        if (out.flush() != 0) return done;  // said by the caller, or a closed pipe
        if (table_.has_subject() && nameless > 0) {
            remark(counted(nameless, "row") + " without a subject: not checked across visits");
        }
        if (table_.unreadable_days() > 0) {
            remark(counted(table_.unreadable_days(), "cell") + " of '" +
                   table_.header()[table_.when()] +
                   "' neither a number nor a date YYYY-MM-DD, "
                   "the first in line " +
                   std::to_string(table_.first_unreadable_day()) + ": not ordered");
        }
        summary(rows, run, table_, settings_, visits);
        return options_.strict && rows.count(Severity::error) > 0 ? rows_invalid : done;
    }

    const CheckArguments& options_;
    const checks::CheckSettings& settings_;
    Format format_;
    CheckTable table_;
};

}  // namespace

FindingRows::FindingRows(io::CsvWriter& out, Format format)
    : for_people_(format == Format::table),
      rows_(out, format, finding_columns(format == Format::table)) {}

void FindingRows::write(const CheckTable& table, const checks::Finding& finding,
                        std::span<const std::string_view> cells) {
    const FindingText text = finding_text(table, finding, cells);
    const std::string_view id(finding.check->id);
    if (!cells.empty() && !is_new(std::string(id) + ' ' + text.columns)) return;
    ++counts_[static_cast<std::size_t>(finding.check->severity)];
    const std::string line = std::to_string(finding.line);
    const std::string_view severity(name(finding.check->severity));
    const Cell number{line, Cell::Kind::number};
    if (for_people_) {
        const Cell row[] = {number, {finding.subject}, {finding.visit}, {severity},
                            {id},   {text.sentence}};
        return rows_.row(row);
    }
    const Cell row[] = {number,     {finding.subject}, {finding.visit}, {id},
                        {severity}, {text.columns},    {text.values},   {text.sentence}};
    rows_.row(row);
}

bool FindingRows::is_new(std::string what) {
    for (const std::string& earlier : in_this_row_) {
        if (earlier == what) return false;
    }
    in_this_row_.push_back(std::move(what));
    return true;
}

int run_check(const CheckArguments& options) {
    const auto settings = check_settings(options);
    if (!settings) return fail(usage, settings.error());
    const auto format = choose_format(
        options.format.empty() && !is_standard(options.output) ? "csv" : options.format,
        STDOUT_FILENO);
    if (!format) {
        return fail(usage, "no format '" + options.format + "': csv, tsv, json, ndjson or table");
    }
    if (options.list) return list_checks(*settings, *format);
    if (options.file.empty()) {
        return fail(usage, "check needs a FILE, or - for standard input ('eczscore check --help')");
    }
    return Run(options, *settings, *format).go();
}

}  // namespace eczscore::cli
