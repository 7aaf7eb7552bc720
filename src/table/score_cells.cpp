// SPDX-License-Identifier: BSL-1.0
// Makes the table of cell texts from an item's scale.
#include "table/score_cells.hpp"

#include <string>
#include <vector>

namespace eczscore::table {

namespace {

/// `1.5` for 1'500'000 with at least `places` decimal places.
std::string decimal_text(std::int64_t count, std::size_t places) {
    std::string text = std::to_string(count / millionths_per_point);
    std::string fraction = std::to_string(millionths_per_point + count % millionths_per_point);
    fraction.erase(0, 1);
    while (fraction.size() > places && fraction.back() == '0') fraction.pop_back();
    return fraction.empty() ? text : text + "." + fraction;
}

constexpr std::size_t most_texts = 24;

}  // namespace

std::uint64_t LevelTable::key_of(std::string_view text) {
    char bytes[8] = {};
    text.copy(bytes, longest);
    return eight_bytes(bytes);
}

bool LevelTable::place(const Entry* entries, std::size_t count, std::uint64_t factor) {
    places_.fill(empty);
    for (std::size_t i = 0; i < count; ++i) {
        std::uint64_t& place = places_[(entries[i].key * factor) >> 58];
        if (place != empty) return false;
        place = entries[i].key | (std::uint64_t{entries[i].code} << 56);
    }
    factor_ = factor;
    return true;
}

/// Like `place`, for texts of at most four characters. The empty cell has place 0, so elsewhere a
/// key of 0 is never found.
bool LevelTable::place_short(const Entry* entries, std::size_t count, std::uint32_t factor) {
    short_ = {};
    short_.keys[0] = no_key;
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint64_t text = entries[i].key;
        if (text >> 32 != 0) continue;
        std::uint32_t length = 0;
        while (text >> (8 * length) != 0) ++length;
        const auto key = static_cast<std::uint32_t>(text << (32 - 8 * length));
        const std::uint32_t place = (key * factor) >> 26;
        if (short_.keys[place] != (place == 0 ? no_key : 0)) return false;
        short_.keys[place] = key;
        short_.codes[place] = entries[i].code;
    }
    short_.factor = factor;
    return true;
}

bool LevelTable::make(const Item& item) {
    const Scale& scale = item.scale;
    const std::int64_t highest = scale.max_units();
    if (scale.min < Exact(0) || highest > static_cast<std::int64_t>(most_texts)) return false;
    std::vector<Entry> entries;
    const auto add = [&](std::string_view text, std::int64_t code) {
        if (text.size() > longest || entries.size() >= most_texts) return;
        const std::uint64_t key = key_of(text);
        for (const Entry& entry : entries) {
            if (entry.key == key) return;
        }
        entries.push_back({key, static_cast<std::uint8_t>(code)});
    };
    for (const char* blank : {"", "NA", "NaN", ".", "null"}) add(blank, code_missing);
    for (std::size_t places = 0; places <= 2; ++places) {
        for (std::int64_t unit = 0; unit <= highest && !item.labels_only; ++unit) {
            const std::int64_t count = unit * (millionths_per_point / scale.units_per_point);
            if (scale.allows(Answer::from_millionths(count))) {
                add(decimal_text(count, places), unit);
            }
        }
        if (places > 0) continue;
        for (const Word& word : item.words) {
            if (scale.allows(word.code)) add(word.word, scale.units(word.code));
        }
    }
    std::uint64_t factor = 0x9e3779b97f4a7c15;
    for (std::size_t count = entries.size(); count > 0; --count) {
        for (int tries = 0; tries < 2000; ++tries) {
            factor = factor * 6364136223846793005 + 1442695040888963407;
            if (!place(entries.data(), count, factor | 1)) continue;
            for (int more = 0; more < 2000; ++more) {
                factor = factor * 6364136223846793005 + 1442695040888963407;
                const auto upper = static_cast<std::uint32_t>(factor >> 32);
                if (place_short(entries.data(), count, upper | 1)) return true;
            }
            short_.factor = 0;
            return true;
        }
    }
    return false;
}

}  // namespace eczscore::table
