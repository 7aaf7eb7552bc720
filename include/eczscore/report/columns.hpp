// SPDX-License-Identifier: BSL-1.0
// The names of columns in tables: those that hold items, and those that scoring adds.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "eczscore/core/text_out.hpp"
#include "eczscore/model/instrument.hpp"

namespace eczscore::report {

/// The name of the column that holds an item: `easi_trunk_area`.
/// prefix  of the instrument's columns
/// after   what follows, such as `_percent`
inline std::string column_name(std::string_view prefix, std::string_view item,
                               std::string_view after = {}) {
    std::string name;
    name.reserve(prefix.size() + 1 + item.size() + after.size());
    name += prefix;
    name += '_';
    name += item;
    name += after;
    return name;
}

/// The same, of an item of an instrument, into a text. Does not allocate.
inline void column_name(TextOut& out, const Instrument& instrument, const Item& item) {
    out << instrument.prefix() << '_' << item.id;
}
/// The same as a string.
inline std::string column_name(const Instrument& instrument, const Item& item) {
    return column_name(std::string_view(instrument.prefix()), std::string_view(item.id));
}

/// The domains whose scores are sub-scores: their places in a form.
inline std::vector<std::size_t> subscore_domains(const Instrument& instrument) {
    std::vector<std::size_t> domains;
    for (std::size_t d = 0; d < instrument.forms[0].domains.size(); ++d) {
        if (instrument.forms[0].domains[d].is_subscore) domains.push_back(d);
    }
    return domains;
}

/// Calls `each(first, last)` for every column that scoring adds to a table, in their order: score,
/// band, status, note, then the sub-scores. The name of the column is the two with an underscore
/// between them.
template <class Each>
constexpr void for_each_output_column(const Instrument& instrument, const Each& each) {
    for (const Text what : {Text("score"), Text("band"), Text("status"), Text("note")}) {
        each(instrument.id, what);
    }
    for (const Domain& domain : instrument.forms[0].domains) {
        if (domain.is_subscore) each(instrument.id, domain.id);
    }
}

/// The columns that scoring adds to a table, in their order.
inline std::vector<std::string> output_columns(const Instrument& instrument) {
    std::vector<std::string> names;
    for_each_output_column(instrument, [&](Text first, Text last) {
        names.push_back(column_name(std::string_view(first), std::string_view(last)));
    });
    return names;
}

}  // namespace eczscore::report
