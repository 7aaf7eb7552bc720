// SPDX-License-Identifier: BSL-1.0
// Reading cells a vector of rows at a time gives what reading them one by one gives.
#include "catch_compat.hpp"

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "kernels/cell_levels.hpp"

using namespace eczscore;

namespace {

using Codes = std::map<std::string, std::uint8_t>;

std::uint32_t key_of(const std::string& text) {
    std::uint32_t key = 0;
    for (const char c : text)
        key = (key >> 8) | (std::uint32_t(static_cast<unsigned char>(c)) << 24);
    return key;
}

/// The first factor that gives every text its own place.
kernels::CellLevels levels_of(const Codes& codes) {
    for (std::uint32_t factor = 0x9e3779b1;; factor = factor * 0x01000193 + 2) {
        kernels::CellLevels levels{};
        levels.keys[0] = 0xffffffff;
        levels.factor = factor;
        bool good = true;
        for (const auto& [text, code] : codes) {
            const std::uint32_t place = (key_of(text) * factor) >> 26;
            good &= levels.keys[place] == (place == 0 ? 0xffffffff : 0);
            levels.keys[place] = key_of(text);
            levels.codes[place] = code;
        }
        if (good) return levels;
    }
}

}  // namespace

TEST_CASE("Cells read a vector at a time are the cells read one by one") {
    const kernels::ReadCellLevels read = kernels::read_cell_levels();
    if (read == nullptr) {
        SUCCEED("this processor has no such way");
        return;
    }
    const Codes signs{{"", 255}, {"NA", 255}, {"0", 0}, {"1", 2}, {"1.5", 3}, {"2.50", 5}};
    const Codes grades{{"", 255}, {"null", 255}, {"0", 0}, {"1", 1}, {"10", 10}};
    const std::vector<std::string> cells{"",     "NA",  "0",   "1",        "1.5",    "2.50",
                                         "null", "10",  "x",   "1.55",     "00000",  "nul",
                                         "0 ",   "a,b", "100", "12345678", "1.50000"};
    const kernels::CellLevels tables[] = {levels_of(signs), levels_of(grades)};
    std::mt19937 random(7);
    for (const std::size_t count : {std::size_t{1}, std::size_t{2}, std::size_t{9}}) {
        const std::size_t stride = count + 2;  // a column before and one behind
        std::string text;
        std::vector<std::uint32_t> ends{0xffffffff};
        std::vector<std::string> expected;
        for (std::size_t k = 0; k < stride * kernels::cell_rows; ++k) {
            expected.push_back(cells[random() % cells.size()]);
            text += expected.back();
            ends.push_back(static_cast<std::uint32_t>(text.size()));
            text += ',';
        }
        text += "    ";
        std::vector<std::vector<std::uint8_t>> codes(count,
                                                     std::vector<std::uint8_t>(kernels::cell_rows));
        std::vector<kernels::CellColumn> columns;
        for (std::size_t c = 0; c < count; ++c) {
            columns.push_back({&tables[c % 2], codes[c].data(), 0});
        }
        read(text.data(), ends.data() + 2, stride, columns.data(), count);
        for (std::size_t c = 0; c < count; ++c) {
            const Codes& known = c % 2 == 0 ? signs : grades;
            for (std::size_t row = 0; row < kernels::cell_rows; ++row) {
                const auto found = known.find(expected[row * stride + 1 + c]);
                const bool unknown = (columns[c].unknown >> row & 1) != 0;
                REQUIRE(unknown == (found == known.end()));
                if (!unknown) REQUIRE(codes[c][row] == found->second);
            }
        }
    }
}
