// SPDX-License-Identifier: BSL-1.0
// Finds the instruments of a table by their columns, and reads rows.
#include "eczscore/table/check_table.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "eczscore/instruments.hpp"
#include "eczscore/report/columns.hpp"
#include "eczscore/table/names.hpp"

namespace eczscore::table {

namespace {

using report::column_name;

/// The first column with this name; `no_column` when there is none.
std::size_t column_at(std::span<const std::string> header, std::string_view name) {
    const auto found = std::find(header.begin(), header.end(), name);
    return found == header.end() ? no_column : static_cast<std::size_t>(found - header.begin());
}

/// Whether a mapping is about this instrument: by one of its prefixes, or about the age.
bool concerns(const Instrument& instrument, const MapEntry& entry) {
    if (entry.item == "age_years" || entry.item == "age_months") return true;
    bool found = false;
    for_each_item(instrument.forms[0], [&](std::size_t, std::size_t, const Item& item) {
        for (const Text prefix : {instrument.prefix(), instrument.id, instrument.also_columns}) {
            found = found || entry.item == column_name(prefix, item.id) ||
                    (item.from_percent != nullptr &&
                     entry.item == column_name(prefix, item.id, "_percent"));
        }
    });
    return found;
}

/// The columns of the table that hold items of an instrument.
std::vector<std::size_t> columns_there(const Instrument& instrument,
                                       std::span<const std::string> header,
                                       std::span<const MapEntry> map) {
    std::vector<std::size_t> found;
    const auto look_for = [&](std::string_view name) {
        for (std::size_t i = 0; i < header.size(); ++i) {
            if (header[i] == name) found.push_back(i);
        }
        for (const MapEntry& entry : map) {
            if (entry.item == name) found.push_back(column_at(header, entry.column));
        }
    };
    for_each_item(instrument.forms[0], [&](std::size_t, std::size_t, const Item& item) {
        for (const Text prefix : {instrument.prefix(), instrument.also_columns}) {
            if (prefix.empty()) continue;
            look_for(column_name(prefix, item.id));
            if (item.from_percent != nullptr) look_for(column_name(prefix, item.id, "_percent"));
        }
    });
    return found;
}

}  // namespace

Failure CheckTable::open(const CheckOptions& options, std::span<const std::string> header) {
    header_.assign(header.begin(), header.end());
    names_ = options.names;
    for (const auto& [asked, usual, option, place] :
         {std::tuple{&options.subject, "subject", "subject", &subject_},
          std::tuple{&options.visit, "visit", "visit", &visit_}}) {
        std::string trouble = find_place(*asked, usual, option, *place);
        if (!trouble.empty()) return trouble;
    }
    Failure trouble = find_when(options.when);
    if (trouble.empty()) trouble = find_instruments(options);
    if (!trouble.empty()) return trouble;
    find_typed();
    if (layout_.empty()) {
        return "no instrument has all its columns in the table: " + names_("instrument") +
               " ID says what one needs";
    }
    if (subject_ == no_column) {
        remarks_.push_back("no column 'subject' (" + names_("subject") +
                           " COLUMN): nothing is checked across visits");
    } else if (visit_ == no_column) {
        remarks_.push_back("no column 'visit' (" + names_("visit") +
                           " COLUMN): visits twice or out of order are not found");
    }
    return {};
}

std::string CheckTable::find_place(const std::string& asked, std::string_view usual,
                                   std::string_view setting, std::size_t& place) {
    const std::string name = asked.empty() ? std::string(usual) : asked;
    if (asked.empty() && column_at(header_, name) == no_column) return {};
    const auto found = find_column(header_, name);
    if (!found) return names_(setting) + ": " + found.error();
    place = *found;
    return {};
}

std::string CheckTable::find_when(const std::string& asked) {
    if (!asked.empty()) return find_place(asked, "", "when", when_);
    constexpr std::array<std::string_view, 7> usual{"visit_date",   "date",     "study_day", "day",
                                                    "visit_number", "visitnum", "visit_day"};
    for (const std::string_view name : usual) {
        if (column_at(header_, name) == no_column) continue;
        return find_place(std::string(name), "", "when", when_);
    }
    return {};
}

Failure CheckTable::find_instruments(const CheckOptions& options) {
    const auto map = read_map(options.maps, options.map_file, names_);
    if (!map) return map.error();
    return options.ids.empty() ? Failure(find_all(*map)) : Failure(find_named(options, *map));
}

std::string CheckTable::find_named(const CheckOptions& options, std::span<const MapEntry> map) {
    std::vector<const Instrument*> asked;
    for (const std::string& id : options.ids) {
        const auto instrument = instrument_named(id, names_);
        if (!instrument) return instrument.error();
        if (std::find(asked.begin(), asked.end(), *instrument) != asked.end()) {
            return names_("instrument") + " names '" + id + "' twice";
        }
        asked.push_back(*instrument);
    }
    auto plan = find_columns(header_, asked, map, names_);
    if (!plan) return plan.error();
    remarks_ = std::move(plan->remarks);
    for (InstrumentColumns& columns : plan->instruments) add(std::move(columns));
    return {};
}

std::string CheckTable::find_all(std::span<const MapEntry> map) {
    for (const MapEntry& entry : map) {
        bool known = false;
        for (const Instrument* instrument : registry) known |= concerns(*instrument, entry);
        if (known) continue;
        return names_("map") + " " + entry.column + "=" + entry.item +
               ": no instrument has the item '" + entry.item + "' (INSTRUMENT_ITEM, or " +
               names_("instrument") + " ID)";
    }
    std::vector<std::pair<std::vector<std::size_t>, std::string>> incomplete;
    for (const Instrument* instrument : registry) {
        std::vector<std::size_t> there = columns_there(*instrument, header_, map);
        if (there.empty()) continue;
        std::vector<MapEntry> own;
        for (const MapEntry& entry : map) {
            if (concerns(*instrument, entry)) own.push_back(entry);
        }
        const Instrument* const one[] = {instrument};
        auto plan = find_columns(header_, one, own, names_);
        if (!plan) {
            incomplete.emplace_back(std::move(there), plan.error());
            continue;
        }
        remarks_.insert(remarks_.end(), plan->remarks.begin(), plan->remarks.end());
        add(std::move(plan->instruments[0]));
    }
    // What another instrument reads is not lost, so that nothing need be said about it.
    for (const auto& [there, sentence] : incomplete) {
        const bool lost = std::any_of(there.begin(), there.end(),
                                      [&](std::size_t column) { return !is_read(column); });
        if (lost) remarks_.push_back("not read: " + sentence);
    }
    return {};
}

bool CheckTable::is_read(std::size_t column) const {
    for (const SourceColumns& source : sources_) {
        for (const ItemColumns& item : source.items.items) {
            if (item.value == column || item.percent == column) return true;
        }
    }
    return false;
}

/// An instrument whose columns others read already is a second reading of them.
void CheckTable::add(InstrumentColumns columns) {
    bool all = true;
    for (const ItemColumns& item : columns.items) {
        for (const std::size_t column : {item.value, item.percent}) {
            all = all && (column == no_column || is_read(column));
        }
    }
    if (columns.age.found()) age_ = columns.age;
    layout_.push_back(
        {.instrument = columns.instrument, .has_items = true, .is_second_reading = all});
    sources_.push_back({.items = std::move(columns)});
}

std::size_t CheckTable::typed_column(const Instrument& instrument) const {
    for (const Text prefix : {instrument.id, instrument.also_columns}) {
        if (prefix.empty()) continue;
        for (const Text word : {Text("total"), Text("score"), Text("sum")}) {
            const std::size_t found = column_at(header_, column_name(prefix, word));
            if (found != no_column && !is_read(found)) return found;
        }
    }
    return no_column;
}

/// Totals that were typed in; of instruments without items too, where all instruments are asked.
void CheckTable::find_typed() {
    for (const Instrument* instrument : registry) {
        const std::size_t column = typed_column(*instrument);
        if (column == no_column) continue;
        std::size_t s = 0;
        while (s < layout_.size() && layout_[s].instrument != instrument) ++s;
        if (s == layout_.size()) {
            layout_.push_back({.instrument = instrument});
            sources_.push_back({.items = {.instrument = instrument, .items = {}, .age = {}}});
        }
        sources_[s].typed = column;
    }
    if (age_.found()) return;
    for (const auto& [name, place] :
         {std::pair{"age_years", &age_.years}, std::pair{"age_months", &age_.months}}) {
        if (const auto found = find_column(header_, name)) *place = *found;
    }
}

InstrumentColumns CheckTable::columns(std::size_t source) const {
    InstrumentColumns found = sources_[source].items;
    found.age = age_;
    return found;
}

Answer CheckTable::day(std::string_view cell, std::uint64_t line) {
    bool is_date = false;
    const Answer when = day_answer(cell, is_date);
    has_dates_ |= is_date;
    if (!when.is_value() && !when.is_missing() && unreadable_days_++ == 0) {
        first_unreadable_day_ = line;
    }
    return when;
}

}  // namespace eczscore::table
