// SPDX-License-Identifier: BSL-1.0
// Reads COLUMN=ITEM from the command line and from a map file.
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <memory>
#include <utility>

#include "eczscore/core/parse.hpp"
#include "eczscore/io/csv_error.hpp"
#include "eczscore/table/columns.hpp"
#include "eczscore/table/phrases.hpp"

namespace eczscore::table {

namespace {

using Error = tl::unexpected<std::string>;

tl::expected<MapEntry, std::string> map_entry(std::string_view text) {
    const std::size_t at = text.rfind('=');
    if (at != std::string_view::npos) {
        MapEntry entry{std::string(trimmed(text.substr(0, at))),
                       std::string(trimmed(text.substr(at + 1)))};
        if (!entry.column.empty() && !entry.item.empty()) return entry;
    }
    return Error(single_quoted(text) + " is no mapping: write COLUMN=ITEM, for example " +
                 "AREA_TRUNK=easi_trunk_area");
}

tl::expected<std::string, Failure> whole_file(const std::string& path, const SettingNames& names) {
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"),
                                                         &std::fclose);
    const auto failed = [&] {
        return tl::unexpected<Failure>(
            {names("map_file") + " " + path + ": cannot read: " + std::strerror(errno),
             Failure::Cause::file});
    };
    if (!file) return failed();
    std::string text;
    char buffer[4096];
    while (const std::size_t n = std::fread(buffer, 1, sizeof buffer, file.get())) {
        text.append(buffer, n);
    }
    if (std::ferror(file.get())) return failed();
    return text;
}

}  // namespace

tl::expected<std::vector<MapEntry>, Failure> read_map(std::span<const std::string> options,
                                                      const std::string& map_file,
                                                      const SettingNames& names) {
    std::vector<MapEntry> entries;
    for (const std::string& option : options) {
        auto entry = map_entry(option);
        if (!entry) return Error(names("map") + ": " + entry.error());
        entries.push_back(std::move(*entry));
    }
    if (map_file.empty()) return entries;
    const auto text = whole_file(map_file, names);
    if (!text) return tl::unexpected<Failure>(text.error());
    std::string_view rest = *text;
    if (rest.starts_with("\xef\xbb\xbf")) rest.remove_prefix(3);
    for (std::uint64_t number = 1; !rest.empty(); ++number) {
        const std::size_t end = rest.find('\n');
        std::string_view line = rest.substr(0, end);
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        if (line.ends_with('\r')) line.remove_suffix(1);
        line = trimmed(line.substr(0, line.find('#')));
        if (line.empty()) continue;
        auto entry = map_entry(line);
        if (!entry) {
            return Error(io::csv_place({.line = number}, map_file) + ": " + entry.error());
        }
        entries.push_back(std::move(*entry));
    }
    return entries;
}

}  // namespace eczscore::table
