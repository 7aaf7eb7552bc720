// SPDX-License-Identifier: BSL-1.0
// Finds instruments, columns and bands, and decides how each column of cells is read.
#include "table/score_plan.hpp"

#include <algorithm>
#include <utility>

#include "eczscore/core/parse.hpp"
#include "eczscore/instruments.hpp"
#include "eczscore/report/columns.hpp"
#include "eczscore/score/band.hpp"
#include "eczscore/score/batch.hpp"
#include "eczscore/table/licensed_tables.hpp"
#include "eczscore/table/names.hpp"
#include "eczscore/table/nearest.hpp"
#include "eczscore/table/phrases.hpp"

namespace eczscore::table {

namespace {

using Error = tl::unexpected<std::string>;

constexpr bool in_whole_years(AgeRange ages) {
    return ages.from_months % 12 == 0 &&
           (ages.below_months % 12 == 0 || ages.below_months > 130 * 12);
}

/// Ages are read in completed years, so no form or band scheme may begin within a year.
consteval bool ages_are_whole_years() {
    for (const Instrument* instrument : registry) {
        for (const Form& form : instrument->forms) {
            if (!in_whole_years(form.ages)) return false;
        }
        for (const BandScheme& scheme : instrument->bands) {
            if (scheme.is_default && !in_whole_years(scheme.ages)) return false;
        }
        if (!in_whole_years(instrument->ages)) return false;
    }
    return true;
}
static_assert(ages_are_whole_years());

class Planner {
public:
    explicit Planner(ScorePlan& plan) : plan_(plan) {}

    void add(const InstrumentColumns& columns) {
        const Instrument& instrument = *columns.instrument;
        ScoreInstrument scored;
        scored.instrument = &instrument;
        scored.columns = columns;
        for_each_item(instrument.forms[0], [&](std::size_t, std::size_t i, const Item& item) {
            scored.sources.push_back(source(item, columns.items[i]));
        });
        const bool looks = instrument.needs_age() || instrument.bands_by_age();
        if (looks || (instrument.uses_age() && !plan_.any_age)) scored.age = age(columns.age);
        scored.by_value = !eczscore::detail::has_units(instrument) || !instrument.table.empty();
        scored.table = plan_.tables_given.table(std::string_view(instrument.id));
        scored.names = report::output_columns(instrument);
        scored.subscores = report::subscore_domains(instrument);
        plan_.instruments.push_back(std::move(scored));
    }

private:
    std::size_t source(const Item& item, ItemColumns columns) {
        if (!columns.found()) return no_source;
        for (std::size_t i = 0; i < plan_.sources.size(); ++i) {
            const ScoreSource& known = plan_.sources[i];
            if (known.item == &item && known.columns.value == columns.value &&
                known.columns.percent == columns.percent) {
                return i;
            }
        }
        ScoreSource made{.item = &item, .columns = columns};
        made.wide = item.scale.max_units() >= unknown_code || item.scale.min < Exact(0);
        if (columns.percent == no_column && !item.is_clock) {
            if (!made.wide && table(item, made.table)) {
                made.reading = ScoreSource::Reading::levels;
            } else if (!item.offers_not_relevant) {
                made.reading =
                    ScoreSource::Reading::decimal;  // checked against the scale when scored
                made.wide = true;
            }
        }
        made.index = made.wide ? plan_.wide_columns++ : plan_.code_columns++;
        plan_.sources.push_back(made);
        return plan_.sources.size() - 1;
    }

    /// Items with the same levels and words share a table.
    bool table(const Item& item, std::size_t& index) {
        for (const auto& [known, at] : known_) {
            const Scale& a = known->scale;
            const Scale& b = item.scale;
            if (a.min == b.min && a.max == b.max && a.units_per_point == b.units_per_point &&
                a.levels.data() == b.levels.data() && known->words.data() == item.words.data()) {
                index = at;
                return true;
            }
        }
        LevelTable made;
        if (!made.make(item)) return false;
        index = plan_.tables.size();
        known_.emplace_back(&item, index);
        plan_.tables.push_back(made);
        return true;
    }

    std::size_t age(AgeColumns columns) {
        for (std::size_t i = 0; i < plan_.ages.size(); ++i) {
            if (plan_.ages[i].years == columns.years && plan_.ages[i].months == columns.months) {
                return i;
            }
        }
        plan_.ages.push_back(columns);
        return plan_.ages.size() - 1;
    }

    ScorePlan& plan_;
    std::vector<std::pair<const Item*, std::size_t>> known_;
};

/// Columns read by a table, in runs of neighbours. The last column of a table may end in a carriage
/// return and is read by itself; so is a column that has several meanings.
void find_runs(ScorePlan& plan) {
    std::vector<std::size_t> at(plan.header.size(), no_source);
    for (std::size_t s = 0; s < plan.sources.size(); ++s) {
        const ScoreSource& source = plan.sources[s];
        if (source.reading != ScoreSource::Reading::levels) continue;
        if (!plan.tables[source.table].has_short_levels()) continue;
        std::size_t& place = at[source.columns.value];
        if (place == no_source) place = s;
    }
    bool open = false;
    for (std::size_t column = 0; column + 1 < at.size(); ++column) {
        if (at[column] == no_source) {
            open = false;
            continue;
        }
        if (!open) plan.runs.push_back({column, {}});
        open = true;
        plan.runs.back().sources.push_back(at[column]);
        plan.sources[at[column]].in_run = true;
    }
}

std::optional<std::string> choose_bands(const ScoreOptions& options, ScorePlan& plan) {
    const std::string_view asked = options.bands;
    const std::string setting = options.names("bands") + " ";
    bool found = asked.empty();
    std::vector<std::string_view> schemes;
    for (ScoreInstrument& scored : plan.instruments) {
        for (const BandScheme& scheme : scored.instrument->bands) schemes.push_back(scheme.id);
        if (!asked.empty()) {
            const Found<BandScheme> named = find_named(scored.instrument->bands, asked);
            if (named.is_ambiguous()) return setting + single_quoted(asked) + could_be(named);
            scored.asked = named.only();
            found |= scored.asked != nullptr;
        }
        scored.scheme = scored.asked;
        if (scored.scheme == nullptr && !scored.instrument->bands_by_age()) {
            scored.scheme = default_bands(*scored.instrument);
        }
    }
    if (found) return std::nullopt;
    if (schemes.empty()) {
        return setting + options.bands + ": these instruments have no band schemes";
    }
    return setting + options.bands + ": none of these instruments has a scheme " +
           single_quoted(asked) + nearest_hint(asked, schemes);
}

std::optional<std::string> choose_kept(const ScoreOptions& options, ScorePlan& plan) {
    if (!options.select) {
        for (std::size_t i = 0; i < plan.header.size(); ++i) plan.kept.push_back(i);
        return std::nullopt;
    }
    for (const std::string& name : *options.select) {
        if (name.empty() && options.select->size() == 1)
            continue;  // an empty name alone keeps none
        const auto column = find_column(plan.header, name);
        if (!column) return options.names("select") + ": " + column.error();
        if (std::find(plan.kept.begin(), plan.kept.end(), *column) != plan.kept.end()) {
            return options.names("select") + " names " + single_quoted(name) + " twice";
        }
        plan.kept.push_back(*column);
    }
    return std::nullopt;
}

/// An output column would have the name of an input column that is kept.
std::optional<std::string> name_taken(const ScoreOptions& options, const ScorePlan& plan) {
    for (const ScoreInstrument& scored : plan.instruments) {
        for (const std::string& name : scored.names) {
            for (const std::size_t column : plan.kept) {
                if (plan.header[column] != name) continue;
                return "the table already has a column " + single_quoted(name) +
                       ", which this command writes: rename it, or leave it out with " +
                       options.names("select");
            }
        }
    }
    return std::nullopt;
}

/// The cells of the header as they were written.
std::vector<std::string> raw_names(const io::CsvReader& table) {
    const std::string line = std::string(table.header_text()) + '\n';
    std::vector<std::uint32_t> ends(line.size() + 64);
    const std::uint32_t count =
        io::csv_index_strict(line.data(), line.size(), table.delimiter(), '\n', ends.data())
            .index.separators;
    std::vector<std::string> names;
    std::size_t from = 0;
    for (std::uint32_t i = 0; i < count; from = ends[i++] + std::size_t{1}) {
        names.push_back(line.substr(from, ends[i] - from));
    }
    return names;
}

}  // namespace

tl::expected<ScorePlan, Failure> make_score_plan(const ScoreOptions& options,
                                                 const std::vector<const Instrument*>& instruments,
                                                 const io::CsvReader& table) {
    ScorePlan plan;
    plan.header = table.header();
    plan.raw_header = raw_names(table);
    plan.input_delimiter = table.delimiter();
    plan.regional_only = options.regional_only;
    plan.complete_only = options.complete_only;
    plan.any_age = options.any_age;
    const auto map = read_map(options.maps, options.map_file, options.names);
    if (!map) return tl::unexpected<Failure>(map.error());
    auto columns = find_columns(plan.header, instruments, *map, options.names);
    if (!columns) return Error(columns.error());
    plan.remarks = std::move(columns->remarks);
    auto tables = read_tables(options.tables, options.names);
    if (!tables) return tl::unexpected<Failure>(tables.error());
    plan.tables_given = std::move(*tables);
    Planner planner(plan);
    for (const InstrumentColumns& each : columns->instruments) planner.add(each);
    find_runs(plan);
    if (auto error = choose_bands(options, plan)) return Error(*error);
    if (auto error = choose_kept(options, plan)) return Error(*error);
    if (auto error = name_taken(options, plan)) return Error(*error);
    return plan;
}

ScorePlan make_reading_plan(std::vector<std::string> header,
                            std::span<const InstrumentColumns> columns, io::ScoreTables tables,
                            const KernelChoice& kernels) {
    ScorePlan plan;
    plan.header = std::move(header);
    plan.tables_given = std::move(tables);
    plan.writes_bands = false;
    plan.kernels = kernels;
    Planner planner(plan);
    for (const InstrumentColumns& each : columns) planner.add(each);
    find_runs(plan);
    return plan;
}

const BandScheme* scheme_for(const ScoreInstrument& scored, Age age) {
    if (scored.scheme != nullptr || scored.asked != nullptr) return scored.scheme;
    return default_bands(*scored.instrument, age);
}

}  // namespace eczscore::table
