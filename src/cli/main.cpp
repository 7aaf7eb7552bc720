// SPDX-License-Identifier: BSL-1.0
// The command line: what can be said, and who answers. CLI11 is included here and nowhere else.
#include <algorithm>
#include <cmath>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <new>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "cli/calc_command.hpp"
#include "cli/change_command.hpp"
#include "cli/check_command.hpp"
#include "cli/common.hpp"
#include "cli/convert_command.hpp"
#include "cli/interrupt.hpp"
#include "cli/list_command.hpp"
#include "cli/output.hpp"
#include "cli/score_command.hpp"
#include "cli/sources_command.hpp"
#include "eczscore/core/version.hpp"
#include "eczscore/report/layout.hpp"
#include "eczscore/table/nearest.hpp"

namespace {

using namespace eczscore::cli;

constexpr const char* examples =
    "Examples:\n"
    "  eczscore list\n"
    "  eczscore describe easi\n"
    "  eczscore calc poem itch=4 sleep=3 bleeding=0 weeping=1 cracking=2 flaking=3 \\\n"
    "      dryness=4 --baseline 24\n"
    "  eczscore calc scorad                  asks item by item\n"
    "  eczscore score easi,poem trial.csv -o scored.csv\n"
    "  zcat trial.csv.gz | eczscore score easi | head\n"
    "  eczscore change trial.csv --instrument easi --baseline baseline --at week_16\n"
    "  eczscore check trial.csv              what contradicts itself\n"
    "  eczscore convert 1.2 mg/cm2/h to g/m2/h\n"
    "\n"
    "Data goes to standard output, everything else to standard error. Exit codes:\n"
    "0 done, 1 done but --strict found invalid rows or calc could score nothing,\n"
    "2 usage, 3 input unreadable or malformed, 4 output failed.\n"
    "NO_COLOR turns colour off.\n"
    "Not medical advice, not a medical device.";

constexpr const char* table_formats =
    "csv, tsv, json, ndjson or table (table on a terminal, else csv)";

constexpr const char* table_help =
    "a file of licensed tables (columns instrument,sum,score); repeatable";

struct Said {
    std::string list_format;
    std::string sources_key;
    std::string sources_format;
    std::string describe_id;
    std::string describe_format;
    CalcOptions calc;
    std::string score_ids;
    ScoreArguments score;
    std::vector<std::string> select;
    ChangeArguments change;
    CheckArguments check;
    ConvertArguments convert;
    std::string color = "auto";
    bool no_progress = false;
};

CLI::App* add_list(CLI::App& app, Said& said) {
    CLI::App* list = app.add_subcommand("list", "List the instruments");
    list->add_option("--format", said.list_format,
                     "json, ndjson, table, csv, tsv or markdown (table on a terminal, else csv)");
    list->footer("Example:\n  eczscore list --format json | jq -r '.[].id'");
    return list;
}

CLI::App* add_describe(CLI::App& app, Said& said) {
    CLI::App* describe = app.add_subcommand(
        "describe", "Show an instrument: items, sum, bands, thresholds, sources, rights");
    describe->add_option("ID", said.describe_id, "instrument, see 'eczscore list'")->required();
    describe->add_option("--format", said.describe_format, "text, json or markdown");
    describe->footer("Example:\n  eczscore describe easi --format json | jq '.items[].key'");
    return describe;
}

CLI::App* add_sources(CLI::App& app, Said& said) {
    CLI::App* sources =
        app.add_subcommand("sources", "List the papers and pages that the facts were taken from");
    sources->add_option("KEY", said.sources_key, "one source, for example leshem_2015");
    sources->add_option("--format", said.sources_format, "text, json, csv, bibtex or markdown");
    sources->footer("Example:\n  eczscore sources --format bibtex > eczscore.bib");
    return sources;
}

CLI::App* add_calc(CLI::App& app, Said& said) {
    CLI::App* calc = app.add_subcommand(
        "calc", "Score one assessment and show the sum; asks item by item without values");
    calc->add_option("ID", said.calc.id, "instrument")->required();
    calc->add_option("VALUES", said.calc.values,
                     "key=value ...; keys as in 'describe', with age_years= or age_months= where "
                     "the age decides, and ..._percent= for grades made from a percentage");
    calc->add_option("--baseline", said.calc.baseline,
                     "an earlier score: adds the change and every threshold's verdict");
    calc->add_option("--bands", said.calc.bands, "band scheme, by default the usual one");
    calc->add_option("--table", said.calc.tables, table_help)->allow_extra_args(false);
    calc->add_option("--format", said.calc.format, "text or json");
    calc->footer(
        "Examples:\n"
        "  eczscore calc viga_ad grade=2 --baseline 4\n"
        "  eczscore calc dlqi q1=3 q2=2 q3=1 q4=not_relevant q5=1 q6=0 q7_prevented=no \\\n"
        "      q7_problem=2 q8=1 q9=0 q10=2\n"
        "  eczscore calc hecsi                      asks item by item; ? explains an item\n\n"
        "A value left out or empty is missing, never 0.");
    return calc;
}

CLI::App* add_score(CLI::App& app, Said& said) {
    CLI::App* score = app.add_subcommand(
        "score", "Score a table: every row in comes out with score, band, status and note");
    score->add_option("ID", said.score_ids, "instruments, separated by commas")->required();
    score->add_option("FILE", said.score.file,
                      "table (CSV, semicolon or tab); - or none: standard input");
    score->add_option("-o,--output", said.score.output, "write to this file");
    score->add_option("--format", said.score.format, table_formats);
    score->add_option("--bands", said.score.bands, "band scheme, by default the usual one");
    score
        ->add_option("--map", said.score.maps,
                     "COLUMN=ITEM: this column holds that item; repeatable")
        ->allow_extra_args(false);
    score->add_option("--map-file", said.score.map_file, "a file of such lines, # for comments");
    score
        ->add_option("--select", said.select,
                     "input columns to keep, separated by commas; '' for none")
        ->delimiter(',')
        ->allow_extra_args(false);
    score->add_option("--table", said.score.tables, table_help)->allow_extra_args(false);
    score->add_flag("--strict", said.score.strict, "exit 1 if any row is invalid");
    score->add_flag("--regional-only", said.score.regional_only,
                    "give sub-scores also where the total cannot be scored");
    score->add_flag("--complete-only", said.score.complete_only,
                    "no score that rests on a rule for missing answers");
    score->add_flag("--any-age", said.score.any_age,
                    "score also outside the ages that a scale is for");
    score->add_option("-j,--threads", said.score.threads, "threads; the output is the same");
    score->add_flag("--no-progress", said.no_progress, "no progress line on a terminal");
    score->footer(
        "Examples:\n"
        "  eczscore score easi,scorad,poem trial.csv -o scored.csv\n"
        "  eczscore score poem --map ITCH_DAYS=poem_itch --map-file rest.map trial.csv\n"
        "  eczscore score scorad --bands severe_from_50 --select subject < trial.csv\n\n"
        "Columns are INSTRUMENT_ITEM (see 'eczscore describe'). An empty cell, NA, NaN, .\n"
        "or null is missing. The table may hold commas, semicolons or tabs; numbers have\n"
        "a decimal point.");
    return score;
}

void add_summary(CLI::App& change, ChangeArguments& said) {
    CLI::Option* summary = change.add_flag(
        "--summary", said.summary, "groups of --by instead of subjects: means, tests, responders");
    const auto add = [&](const char* option, auto& value, const char* text) {
        return change.add_option(option, value, text)->needs(summary);
    };
    const CLI::Validator finite(
        [](const std::string& text) {
            double value = 0.0;
            const bool is_number = CLI::detail::lexical_cast(text, value);
            return is_number && std::isfinite(value) ? std::string() : text + " is no number";
        },
        "");
    add("--level", said.confidence_level, "of the intervals")->capture_default_str();
    add("--control", said.control, "the group to compare with (the last by name)");
    add("--entry-cutoff", said.entry_cutoff,
        "the score from which patients were let in; adds what regression to the mean explains, "
        "with the next three")
        ->check(finite);
    add("--population-mean", said.population_mean, "of the score in all who might be let in")
        ->check(finite);
    add("--population-sd", said.population_sd, "its SD")->check(finite);
    add("--reliability", said.reliability, "share of true differences in its variance, 0 to 1")
        ->check(finite);
    add("--baselines", said.baselines, "assessments whose mean had to pass the cut-off (1)");
}

CLI::App* add_change(CLI::App& app, Said& said) {
    CLI::App* change = app.add_subcommand(
        "change", "Score two visits of every subject: change, responders, verdicts");
    change->add_option("FILE", said.change.file, "table with the items; - for standard input")
        ->required();
    change->add_option("--instrument", said.change.id, "instrument")->required();
    change->add_option("--baseline", said.change.baseline, "the visit to compare with")->required();
    change->add_option("--at", said.change.at, "the visit to judge")->required();
    change->add_option("--subject", said.change.subject, "column of the subject")
        ->capture_default_str();
    change->add_option("--visit", said.change.visit, "column of the visit")->capture_default_str();
    change->add_option("--by", said.change.by, "columns to carry along, such as the arm")
        ->delimiter(',')
        ->allow_extra_args(false);
    change
        ->add_option("--age-at", said.change.age_at,
                     "age that chooses the form: visit (at each visit) or baseline")
        ->check(CLI::IsMember({"visit", "baseline"}))
        ->capture_default_str();
    change->add_option("--bands", said.change.bands, "band scheme, by default the usual one");
    change->add_option("--map", said.change.maps, "COLUMN=ITEM; repeatable")
        ->allow_extra_args(false);
    change->add_option("--map-file", said.change.map_file, "a file of such lines");
    change->add_option("--table", said.change.tables, table_help)->allow_extra_args(false);
    add_summary(*change, said.change);
    change->footer(
        "Examples:\n"
        "  eczscore change trial.csv --instrument easi --baseline baseline --at week_16 \\\n"
        "      --by arm\n"
        "  eczscore change trial.csv --instrument easi --baseline baseline --at week_16 \\\n"
        "      --by arm --summary --control placebo\n\n"
        "'change' is value - baseline; 'percent_improvement' is positive when the patient\n"
        "is better. Each threshold of one patient's change has a column: yes, no or\n"
        "not_evaluable for responder definitions and targets, and ..._verdict: improved,\n"
        "unchanged, worsened or not_evaluable. 'eczscore describe' has the thresholds.");
    change->add_option("-o,--output", said.change.output, "write to this file");
    change->add_option("--format", said.change.format, table_formats);
    return change;
}

CLI::App* add_check(CLI::App& app, Said& said) {
    CLI::App* check = app.add_subcommand(
        "check", "Check a table for what contradicts itself, within a visit and across visits");
    const auto names = [&](const char* option, std::vector<std::string>& into, const char* text) {
        check->add_option(option, into, text)->delimiter(',')->allow_extra_args(false);
    };
    check->add_option("FILE", said.check.file, "table with a row per visit; - for standard input");
    names("--instrument", said.check.ids,
          "instruments, separated by commas; by default all whose columns are there");
    check->add_option("--subject", said.check.subject, "column of the subject [subject]");
    check->add_option("--visit", said.check.visit, "column of the visit [visit]");
    check->add_option("--when", said.check.when,
                      "column with the day, the date or the number that orders visits "
                      "[visit_date, date, study_day, day, visit_number ...]");
    check->add_option("--map", said.check.maps, "COLUMN=ITEM; repeatable")->allow_extra_args(false);
    check->add_option("--map-file", said.check.map_file, "a file of such lines");
    names("--off", said.check.off, "checks that do not run, separated by commas");
    names("--only", said.check.only, "the only checks that run");
    check->add_option("--set", said.check.set, "CHECK.PARAMETER=VALUE: a limit; repeatable")
        ->allow_extra_args(false);
    check->add_option("-o,--output", said.check.output, "write to this file");
    check->add_option("--format", said.check.format, table_formats);
    check->add_flag("--strict", said.check.strict,
                    "exit 1 if there is an error among the findings");
    check->add_flag("--list", said.check.list, "list the checks and their limits instead");
    check->footer(
        "Examples:\n"
        "  eczscore check trial.csv\n"
        "  eczscore check trial.csv --off impossible_jump -o queries.csv\n"
        "  eczscore check trial.csv --set poem_itch_0_peak_itch_high.itch=7\n"
        "  eczscore check --list\n\n"
        "A finding a row: what one row shows, in the order of the rows, then what shows\n"
        "across the visits of a subject. A check without its columns does not run.");
    return check;
}

CLI::App* add_convert(CLI::App& app, Said& said) {
    CLI::App* convert = app.add_subcommand(
        "convert", "Convert a measured value to another unit, exactly; or say why not");
    convert->add_option("VALUE", said.convert.value, "a decimal number");
    convert->add_option("UNIT", said.convert.from, "its unit, in UCUM");
    convert->add_option("to", said.convert.word, "the word 'to'");
    convert->add_option("TARGET", said.convert.to, "the unit to convert to, in UCUM");
    convert
        ->add_option("--kind", said.convert.kind,
                     "what is measured, such as tewl, ige, eosinophils; the usual spellings of "
                     "its unit are then read too")
        ->allow_extra_args(false);
    convert
        ->add_option("--analyte", said.convert.analyte,
                     "the substance, for amounts and international units: water, ige, tarc ...")
        ->allow_extra_args(false);
    convert
        ->add_option("--molar-mass", said.convert.molar_mass,
                     "of any substance, in g/mol, a decimal that is read exactly")
        ->allow_extra_args(false);
    convert->add_flag("--strict", said.convert.strict,
                      "UCUM only, also with --kind, for a value and for a table");
    convert->add_flag("--list", said.convert.list, "list the kinds with their units instead");
    convert->add_option("--table", said.convert.table, "convert a column of this table; - reads it")
        ->allow_extra_args(false);
    convert->add_option("--column", said.convert.column, "the column to convert")
        ->allow_extra_args(false);
    convert
        ->add_option("--unit-column", said.convert.unit_column,
                     "the column that holds each row's unit; else the name of the column says it")
        ->allow_extra_args(false);
    convert->add_option("--to", said.convert.target, "unit of the column that comes out")
        ->allow_extra_args(false);
    convert->add_option("--format", said.convert.format, table_formats);
    convert->footer(
        "Examples:\n"
        "  eczscore convert 1.2 mg/cm2/h to g/m2/h\n"
        "  eczscore convert 12 g/m2h to mg/cm2/h --kind tewl\n"
        "  eczscore convert 100 'k[IU]/L' to ng/mL --analyte ige\n"
        "  eczscore convert --table t.csv --column tewl_lesional_mg_cm2_h --kind tewl\n\n"
        "Letter case counts: Mg is the megagram. Arbitrary units of devices, which\n"
        "annotations name ({AU}, {corneometer_AU}), convert into nothing but themselves;\n"
        "other annotations, such as {cells}, have no meaning.");
    return convert;
}

/// The help with its descriptions broken at 80 columns; CLI11 leaves them in one line.
std::string folded_help(const CLI::App& app) {
    constexpr std::size_t text_column = 24;
    const std::string help = app.help();
    std::string out;
    for (std::string_view rest = help; !rest.empty();) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        const bool described = line.size() > text_column && line.starts_with("  ") &&
                               line[text_column - 1] == ' ' && line[text_column] != ' ';
        if (line.size() <= 80 || !described) {
            out += std::string(line) + "\n";
            continue;
        }
        out += eczscore::report::wrapped(line.substr(0, text_column), line.substr(text_column),
                                         text_column, 80);
    }
    return out;
}

/// What CLI11 says about a command line it does not take, with the nearest option or subcommand.
int refuse(const CLI::App& app, const CLI::ParseError& error, int argc, char** argv) {
    std::string message = error.what();
    const CLI::App* part = &app;
    std::vector<std::string> names;
    for (const CLI::App* sub : app.get_subcommands({})) names.push_back(sub->get_name());
    if (argc > 1 && argv[1][0] != '-' && app.get_subcommands().empty()) {
        message = "no subcommand '" + std::string(argv[1]) + "'" +
                  nearest_hint(argv[1], {names.begin(), names.end()});
        return fail(usage, message + " ('eczscore --help' has all)");
    }
    if (!app.get_subcommands().empty()) part = app.get_subcommands().front();
    std::vector<std::string> options;
    for (const CLI::Option* option : part->get_options()) {
        for (const std::string& name : option->get_lnames()) options.push_back("--" + name);
    }
    for (int i = 1; i < argc; ++i) {
        const std::string text = std::string(argv[i]).substr(0, std::string(argv[i]).find('='));
        if (!text.starts_with("--") || text.size() < 3) continue;
        if (std::find(options.begin(), options.end(), text) != options.end()) continue;
        message = "no option '" + text + "'" + nearest_hint(text, {options.begin(), options.end()});
        break;
    }
    const std::string where = part == &app ? "eczscore" : "eczscore " + part->get_name();
    return fail(usage, message + " ('" + where + " --help' has all)");
}

int run(CLI::App& app, Said& said) {
    const CLI::App* chosen = app.get_subcommands().front();
    const std::string name = chosen->get_name();
    if (name == "list") return run_list(said.list_format);
    if (name == "describe") return run_describe(said.describe_id, said.describe_format);
    if (name == "sources") return run_sources(said.sources_key, said.sources_format);
    if (name == "calc") {
        said.calc.color = said.color == "always"  ? Color::always
                          : said.color == "never" ? Color::never
                                                  : Color::automatic;
        return run_calc(said.calc);
    }
    if (name == "change") return run_change(said.change);
    if (name == "convert") return run_convert(said.convert);
    if (name == "check") return run_check(said.check);
    said.score.ids = {said.score_ids};
    said.score.progress = !said.no_progress;
    if (chosen->count("--select") > 0) said.score.select = said.select;
    return run_score(said.score);
}

/// Reads the command line and does what it says. returns  the exit code.
int answer(int argc, char** argv) {
    Said said;
    CLI::App app("Exact scores of eczema outcome measures, with their sources", "eczscore");
    app.get_formatter()->column_width(24);
    app.footer(examples);
    app.set_version_flag("--version", "eczscore " + std::string(eczscore::library_version));
    app.add_option("--color", said.color, "auto, always or never")
        ->check(CLI::IsMember({"auto", "always", "never"}))
        ->capture_default_str();
    app.require_subcommand(1);
    app.fallthrough();
    for (CLI::App* part : {add_list(app, said), add_describe(app, said), add_sources(app, said),
                           add_calc(app, said), add_score(app, said), add_change(app, said),
                           add_check(app, said), add_convert(app, said)}) {
        part->fallthrough();
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        return print(folded_help(app));
    } catch (const CLI::CallForVersion& version) {
        return print(std::string(version.what()) + "\n");
    } catch (const CLI::ParseError& error) {
        return refuse(app, error, argc, argv);
    }
    return run(app, said);
}

/// Made before the other objects of the program, which need memory before `main` begins.
[[gnu::init_priority(101)]] const struct FirstOfAll {
    FirstOfAll() { handle_no_memory(); }
} first_of_all;

}  // namespace

int main(int argc, char** argv) {
    occupy_standard_descriptors();
    // A closed pipe and a file above the limit are then errors of write.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    try {
        return answer(argc, argv);
    } catch (const std::bad_alloc&) {
        say("eczscore: no memory left\n");
    } catch (const std::exception& error) {
        fail(output_failed, std::string("the program failed: ") + error.what());
    }
    return output_failed;
}
