// SPDX-License-Identifier: BSL-1.0
// Edit distance with three rows of the table, enough for neighbours that changed places.
#include "eczscore/table/nearest.hpp"

#include <algorithm>

#include "eczscore/table/phrases.hpp"

namespace eczscore::table {

namespace {
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const bool same = lower(a[i - 1]) == lower(b[j - 1]);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
            if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) &&
                lower(a[i - 2]) == lower(b[j - 1])) {
                row[j] = std::min(row[j], before[j - 2] + 1);
            }
        }
        before.swap(last);
        last.swap(row);
    }
    return last[b.size()];
}

std::string_view nearest(std::string_view name, const std::vector<std::string_view>& candidates) {
    std::string_view best;
    std::size_t smallest = static_cast<std::size_t>(-1);
    for (const std::string_view candidate : candidates) {
        const std::size_t distance = edit_distance(name, candidate);
        if (distance >= smallest) continue;
        smallest = distance;
        best = candidate;
    }
    return best;
}

std::string nearest_hint(std::string_view name, const std::vector<std::string_view>& candidates) {
    const std::string_view best = nearest(name, candidates);
    return best.empty() ? std::string() : "; the nearest is " + single_quoted(best);
}

}  // namespace eczscore::table
