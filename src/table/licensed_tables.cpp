// SPDX-License-Identifier: BSL-1.0
// Reads licensed tables.
#include "eczscore/table/licensed_tables.hpp"

#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include "eczscore/instruments.hpp"
#include "eczscore/report/number.hpp"
#include "eczscore/table/nearest.hpp"

namespace eczscore::table {

namespace {

Failure add_file(io::ScoreTables& tables, const std::string& path, const SettingNames& names) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return {names("table") + " " + path + ": cannot read: " + std::strerror(errno),
                Failure::Cause::file};
    auto reader = io::CsvReader::open(io::csv_descriptor(descriptor));
    Failure failure;
    if (!reader) {
        failure = {names("table") + " " + io::csv_sentence(reader.error(), path),
                   Failure::Cause::file};
    } else if (auto added = tables.add(*reader, path); !added) {
        failure = added.error();
    }
    ::close(descriptor);
    return failure;
}

/// A table of the wrong instrument, or one with scores off its range, is likely a slip.
std::string check(const io::ScoreTables& tables, const std::string& id, const SettingNames& names) {
    std::vector<std::string_view> takers;
    for (const Instrument* each : registry) {
        if (!each->table.empty()) takers.push_back(each->id);
    }
    const Instrument* instrument = find_instrument(id, Folding::names);
    if (instrument == nullptr || instrument->table.empty()) {
        return names("table") + ": '" + id + "' is no instrument that takes a table" +
               nearest_hint(id, takers);
    }
    for (const TableRow& row : tables.table(id).rows) {
        if (row.value >= instrument->min && row.value <= instrument->max) continue;
        return names("table") + ": " + id + ", sum " + std::to_string(row.sum) + ": the score " +
               report::number_text(row.value) + " is outside the range " +
               report::number_text(instrument->min) + " to " + report::number_text(instrument->max);
    }
    return {};
}

}  // namespace

tl::expected<io::ScoreTables, Failure> read_tables(const std::vector<std::string>& files,
                                                   const SettingNames& names) {
    io::ScoreTables tables;
    for (const std::string& file : files) {
        if (Failure failure = add_file(tables, file, names); !failure.empty())
            return tl::unexpected<Failure>(failure);
    }
    for (const std::string& id : tables.instruments()) {
        if (Failure failure = check(tables, id, names); !failure.empty())
            return tl::unexpected<Failure>(failure);
    }
    return tables;
}

}  // namespace eczscore::table
