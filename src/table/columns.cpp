// SPDX-License-Identifier: BSL-1.0
// Finds columns: first what was mapped by hand, then the names of the contract.
#include "eczscore/table/columns.hpp"

#include <optional>
#include <utility>

#include "eczscore/report/columns.hpp"
#include "eczscore/table/nearest.hpp"
#include "eczscore/table/phrases.hpp"

namespace eczscore::table {

namespace {

using Error = tl::unexpected<std::string>;

using report::column_name;

/// The column of the percentage that a grade is made from.
std::string percent_column(std::string_view prefix, std::string_view item) {
    return column_name(prefix, item, "_percent");
}

std::vector<std::string_view> views(std::span<const std::string> header) {
    return {header.begin(), header.end()};
}

/// Which item, percentage or age a name in a map means for one instrument.
struct Target {
    enum class Kind { item, percent, age_years, age_months } kind;
    std::size_t item = 0;
};

class Finder {
public:
    Finder(std::span<const std::string> header, std::span<const MapEntry> map,
           const SettingNames& names)
        : header_(header), map_(map), names_(names) {}

    tl::expected<ColumnPlan, std::string> plan(std::span<const Instrument* const> instruments) {
        if (auto error = check_map(instruments)) return Error(*error);
        ColumnPlan result;
        for (const Instrument* instrument : instruments) {
            auto found = find(*instrument, result.remarks);
            if (!found) return Error(found.error());
            result.instruments.push_back(std::move(*found));
        }
        return result;
    }

private:
    /// Places of a column name: none, one, or an error when it is needed and there are several.
    tl::expected<std::size_t, std::string> place(std::string_view name) const {
        std::size_t found = no_column;
        for (std::size_t i = 0; i < header_.size(); ++i) {
            if (header_[i] != name) continue;
            if (found != no_column) {
                return Error("the column " + single_quoted(name) + " appears twice, as columns " +
                             std::to_string(found + 1) + " and " + std::to_string(i + 1) +
                             ": rename one of them");
            }
            found = i;
        }
        return found;
    }

    /// Whether `name` means this item: with a prefix of the instrument, or bare when that is clear.
    bool means(const Instrument& instrument, std::string_view name, std::string_view item,
               bool percent) const {
        const std::string_view after = percent ? "_percent" : "";
        for (const std::string_view prefix :
             {std::string_view(instrument.prefix()), std::string_view(instrument.id),
              std::string_view(instrument.also_columns)}) {
            if (!prefix.empty() && name == column_name(prefix, item, after)) return true;
        }
        return bare_ && name == std::string(item) + std::string(after);
    }

    std::optional<Target> target(const Instrument& instrument, std::string_view name) const {
        if (name == "age_years") return Target{Target::Kind::age_years};
        if (name == "age_months") return Target{Target::Kind::age_months};
        std::optional<Target> found;
        for_each_item(instrument.forms[0], [&](std::size_t, std::size_t i, const Item& item) {
            if (means(instrument, name, item.id, false)) found = Target{Target::Kind::item, i};
            if (item.from_percent != nullptr && means(instrument, name, item.id, true)) {
                found = Target{Target::Kind::percent, i};
            }
        });
        return found;
    }

    std::optional<std::string> unknown_item(std::span<const Instrument* const> instruments,
                                            const MapEntry& entry) const {
        std::vector<std::string> names{"age_years", "age_months"};
        for (const Instrument* instrument : instruments) {
            if (target(*instrument, entry.item)) return std::nullopt;
            for_each_item(instrument->forms[0], [&](std::size_t, std::size_t, const Item& item) {
                names.push_back(column_name(instrument->prefix(), item.id));
                if (bare_) names.emplace_back(std::string_view(item.id));
                if (item.from_percent != nullptr) {
                    names.push_back(percent_column(instrument->prefix(), item.id));
                }
            });
        }
        return mapping(entry) + ": no item " + single_quoted(entry.item) +
               nearest_hint(entry.item, views(names));
    }

    std::optional<std::string> check_map(std::span<const Instrument* const> instruments) {
        bare_ = instruments.size() == 1;
        for (std::size_t i = 0; i < map_.size(); ++i) {
            const auto column = find_column(header_, map_[i].column);
            if (!column) return mapping(map_[i]) + ": " + column.error();
            if (auto error = unknown_item(instruments, map_[i])) return error;
            for (std::size_t j = 0; j < i; ++j) {
                if (map_[j].column != map_[i].column) continue;
                if (map_[j].item == map_[i].item)
                    return names_("map") + " says " + map_[i].column + "=" + map_[i].item +
                           " twice";
                return "the column " + single_quoted(map_[i].column) + " is mapped twice, to " +
                       single_quoted(map_[j].item) + " and to " + single_quoted(map_[i].item) +
                       ": a column holds one item";
            }
            mapped_.push_back(*column);
        }
        return std::nullopt;
    }

    /// What the map says about this instrument.
    std::optional<std::string> apply_map(const Instrument& instrument,
                                         InstrumentColumns& columns) const {
        for (std::size_t i = 0; i < map_.size(); ++i) {
            const auto meant = target(instrument, map_[i].item);
            if (!meant) continue;
            std::size_t* place = nullptr;
            switch (meant->kind) {
                case Target::Kind::item: place = &columns.items[meant->item].value; break;
                case Target::Kind::percent: place = &columns.items[meant->item].percent; break;
                case Target::Kind::age_years: place = &columns.age.years; break;
                case Target::Kind::age_months: place = &columns.age.months; break;
            }
            if (*place != no_column) {
                return single_quoted(map_[i].item) + " is mapped from two columns, " +
                       single_quoted(header_[*place]) + " and " + single_quoted(map_[i].column) +
                       ": keep one";
            }
            *place = mapped_[i];
        }
        return std::nullopt;
    }

    /// The prefix whose columns the table has; an error when it has columns of both.
    tl::expected<std::string_view, std::string> prefix(const Instrument& instrument) const {
        if (instrument.also_columns.empty()) return std::string_view(instrument.prefix());
        std::string_view main;
        std::string_view also;
        for_each_item(instrument.forms[0], [&](std::size_t, std::size_t, const Item& item) {
            const std::string first = column_name(instrument.prefix(), item.id);
            const std::string second = column_name(instrument.also_columns, item.id);
            for (const std::string& name : header_) {
                if (name == first) main = name;
                if (name == second) also = name;
            }
        });
        if (!main.empty() && !also.empty()) {
            return Error(std::string(instrument.id) + ": the table has both " +
                         single_quoted(main) + " and " + single_quoted(also) +
                         ": keep the columns of one prefix, or rename the others");
        }
        return std::string_view(also.empty() ? instrument.prefix() : instrument.also_columns);
    }

    /// Fills in a place that no mapping filled; a column mapped elsewhere is not taken again.
    std::optional<std::string> by_name(std::size_t& place_of, std::string_view name,
                                       std::vector<std::string>& remarks) const {
        const bool set_by_hand = place_of != no_column;
        if (set_by_hand && header_[place_of] == name) return std::nullopt;
        const auto found = place(name);
        if (!found) return set_by_hand ? std::nullopt : std::optional(found.error());
        if (*found == no_column) return std::nullopt;
        if (set_by_hand) {
            remarks.push_back("the column " + single_quoted(name) +
                              " is not read: " + names_("map") + " takes " +
                              single_quoted(header_[place_of]) + " instead");
            return std::nullopt;
        }
        for (std::size_t column : mapped_) {
            if (column == *found) return std::nullopt;
        }
        place_of = *found;
        return std::nullopt;
    }

    tl::expected<InstrumentColumns, std::string> find(const Instrument& instrument,
                                                      std::vector<std::string>& remarks) const {
        InstrumentColumns columns;
        columns.instrument = &instrument;
        columns.items.resize(instrument.plan.items);
        if (auto error = apply_map(instrument, columns)) return Error(*error);
        const auto start = prefix(instrument);
        if (!start) return Error(start.error());
        std::optional<std::string> error;
        for_each_item(instrument.forms[0], [&](std::size_t, std::size_t i, const Item& item) {
            if (error) return;
            ItemColumns& here = columns.items[i];
            error = by_name(here.value, column_name(*start, item.id), remarks);
            if (error || item.from_percent == nullptr) return;
            error = by_name(here.percent, percent_column(*start, item.id), remarks);
        });
        if (!error) error = by_name(columns.age.years, "age_years", remarks);
        if (!error) error = by_name(columns.age.months, "age_months", remarks);
        if (!error) error = missing(instrument, *start, columns, remarks);
        if (error) return Error(*error);
        return columns;
    }

    /// The columns that are needed and not there, as one sentence.
    std::optional<std::string> missing(const Instrument& instrument, std::string_view start,
                                       const InstrumentColumns& columns,
                                       std::vector<std::string>& remarks) const {
        std::vector<std::string> absent;
        bool question_found = false;
        if (instrument.needs_age() && !columns.age.found()) absent.emplace_back("age_years");
        for_each_item(instrument.forms[0], [&](std::size_t, std::size_t i, const Item& item) {
            const bool found = columns.items[i].found();
            const std::string name = column_name(start, item.id);
            if (!found && item.role == Role::recorded) return;  // may be blank in every row
            if (!found && item.role == Role::alternative_part && question_found) {
                remarks.push_back(std::string(instrument.id) + ": no column " +
                                  single_quoted(name) + "; that part counts as blank in every row");
            } else if (!found) {
                absent.push_back(name);
            }
            if (item.role != Role::alternative_part) question_found = found;
        });
        if (absent.empty()) return std::nullopt;
        return missing_sentence(instrument, absent);
    }

    std::string missing_sentence(const Instrument& instrument,
                                 const std::vector<std::string>& absent) const {
        std::string sentence =
            std::string(instrument.id) + " needs the column " + single_quoted(absent[0]);
        const bool taken = find_column(header_, absent[0]).has_value();
        sentence +=
            taken ? ", which " + names_("map") + " takes for another item"
                  : ", which the table does not have" + nearest_hint(absent[0], views(header_));
        if (absent.size() > 1) {
            sentence += "; " + std::to_string(absent.size() - 1) + " more missing:";
            for (std::size_t i = 1; i < absent.size() && i <= 4; ++i) sentence += " " + absent[i];
            if (absent.size() > 5) sentence += " ...";
        }
        return sentence + ". Rename the column, or map it with " + mapping({"COLUMN", absent[0]});
    }

    /// `--map COLUMN=ITEM`.
    std::string mapping(const MapEntry& entry) const {
        return names_("map") + " " + entry.column + "=" + entry.item;
    }

    std::span<const std::string> header_;
    std::span<const MapEntry> map_;
    const SettingNames& names_;
    std::vector<std::size_t> mapped_;  // the column of each entry
    bool bare_ = false;                // bare item keys are clear: one instrument
};

}  // namespace

tl::expected<ColumnPlan, std::string> find_columns(std::span<const std::string> header,
                                                   std::span<const Instrument* const> instruments,
                                                   std::span<const MapEntry> map,
                                                   const SettingNames& names) {
    return Finder(header, map, names).plan(instruments);
}

tl::expected<std::size_t, std::string> find_column(std::span<const std::string> header,
                                                   std::string_view name) {
    std::size_t found = no_column;
    for (std::size_t i = 0; i < header.size(); ++i) {
        if (header[i] != name) continue;
        if (found != no_column) {
            return Error("the column " + single_quoted(name) +
                         " appears twice: rename one of them");
        }
        found = i;
    }
    if (found != no_column) return found;
    return Error("no column " + single_quoted(name) + " in the table" +
                 nearest_hint(name, views(header)));
}

}  // namespace eczscore::table
