// SPDX-License-Identifier: BSL-1.0
// Compares every way to score columns with score(), band() and subscore(), row by row.
#pragma once

#include <cstring>
#include <limits>
#include <string>
#include <type_traits>
#include <vector>

#include <eczscore/score/band.hpp>
#include <eczscore/score/batch.hpp>

#include "catch_compat.hpp"
#include "score/batch_table.hpp"

namespace eczscore::batch_testing {

struct Results {
    std::vector<std::uint16_t> units16;
    std::vector<std::uint32_t> units32;
    std::vector<std::uint64_t> units64;
    std::vector<double> value;
    std::vector<std::uint8_t> band, status, warning;
    std::vector<std::vector<std::uint32_t>> domains;
    std::vector<std::uint32_t*> domain_pointers;
    BatchOutput out;

    /// `wanted` has a bit for each array; the others are null.
    Results(const Instrument& instrument, std::size_t rows, const BandScheme* scheme,
            std::uint64_t wanted) {
        // Where units are refused, `value` alone is wanted of the score.
        const std::int64_t highest = detail::has_units(instrument)
                                         ? detail::max_units(instrument)
                                         : std::numeric_limits<std::int64_t>::max();
        const auto want = [&](std::uint64_t bit, auto& array, auto*& pointer) {
            if ((wanted >> bit) % 2 == 0) return;
            array.assign(rows, 77);
            pointer = array.data();
        };
        out.scheme = scheme;
        if (highest < 0xffff) want(0, units16, out.units16);
        if (highest < 0xffffffff) want(1, units32, out.units32);
        if (detail::has_units(instrument)) want(2, units64, out.units64);
        want(3, value, out.value);
        want(4, band, out.band);
        want(5, status, out.status);
        want(6, warning, out.warning);
        if (highest < 0xffffffff && (wanted >> 7) % 2 == 1) {
            domains.resize(instrument.plan.domains);
            domain_pointers.resize(instrument.plan.domains, nullptr);
            for (std::size_t d = 0; d < domains.size(); ++d) {
                want(8 + d, domains[d], domain_pointers[d]);
            }
            out.domains = domain_pointers;
        }
    }
};

template <class T>
bool same_bits(const std::vector<T>& a, const std::vector<T>& b) {
    return a.size() == b.size() &&
           (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(T)) == 0);
}
inline bool same_bits(const Results& a, const Results& b) {
    bool same = same_bits(a.units16, b.units16) && same_bits(a.units32, b.units32) &&
                same_bits(a.units64, b.units64) && same_bits(a.value, b.value) &&
                same_bits(a.band, b.band) && same_bits(a.status, b.status) &&
                same_bits(a.warning, b.warning) && a.domains.size() == b.domains.size();
    for (std::size_t d = 0; same && d < a.domains.size(); ++d) {
        same = same_bits(a.domains[d], b.domains[d]);
    }
    return same;
}

/// What score(), band() and subscore() say, one row at a time.
inline void expect(const Instrument& instrument, const TestTable& table, Results& results) {
    std::vector<Answer> answers(table.items.size());
    for (std::size_t row = 0; row < table.rows; ++row) {
        for_each_item(instrument.forms[0], [&](std::size_t, std::size_t i, const Item& item) {
            answers[i] = table.items[i].answer(item.scale, row);
        });
        const Age age = table.age_of(row);
        const Score score = eczscore::score(instrument, answers, age);
        const bool scored = score.is_scored();
        const auto put = [row](auto& array, auto found) {
            using T = typename std::remove_reference_t<decltype(array)>::value_type;
            if (!array.empty()) array[row] = static_cast<T>(found);
        };
        put(results.units16, scored ? score.units : -1);
        put(results.units32, scored ? score.units : -1);
        put(results.units64, scored ? score.units : -1);
        put(results.value, score.to_double());
        put(results.status, score.status);
        put(results.warning, score.has_warning() ? 1 : 0);
        const BandScheme* scheme =
            results.out.scheme != nullptr ? results.out.scheme : default_bands(instrument, age);
        const Band* found = scheme == nullptr ? nullptr : band(*scheme, score);
        put(results.band, found == nullptr ? 255 : found - scheme->bands.data());
        const Tally tallied = tally(instrument, answers, age);
        for (std::size_t d = 0; d < results.domains.size(); ++d) {
            const Score part = subscore(instrument, tallied, d);
            put(results.domains[d], part.is_scored() ? part.units : -1);
        }
    }
}

template <class T>
void report_difference(const char* name, const std::vector<T>& expected, const std::vector<T>& got,
                       std::size_t& first) {
    for (std::size_t row = 0; row < expected.size(); ++row) {
        if (std::memcmp(&expected[row], &got[row], sizeof(T)) == 0) continue;
        UNSCOPED_INFO(name << " in row " << row << " is " << +got[row] << ", should be "
                           << +expected[row]);
        if (row < first) first = row;
        return;
    }
}
/// Tells Catch where every array differs first; the first row that does.
inline std::size_t report_differences(const Results& expected, const Results& got,
                                      std::size_t rows) {
    std::size_t first = rows;
    report_difference("units16", expected.units16, got.units16, first);
    report_difference("units32", expected.units32, got.units32, first);
    report_difference("units64", expected.units64, got.units64, first);
    report_difference("value", expected.value, got.value, first);
    report_difference("band", expected.band, got.band, first);
    report_difference("status", expected.status, got.status, first);
    report_difference("warning", expected.warning, got.warning, first);
    for (std::size_t d = 0; d < expected.domains.size(); ++d) {
        report_difference("domain", expected.domains[d], got.domains[d], first);
    }
    return first;
}

using Door = BatchError (*)(const Instrument&, const BatchInput&, const BatchOutput&);

template <const Instrument& one>
BatchError header_only(const Instrument&, const BatchInput& in, const BatchOutput& out) {
    return score_batch<one>(in, out);
}
template <kernels::BatchTarget target>
BatchError compiled(const Instrument& instrument, const BatchInput& in, const BatchOutput& out) {
    return kernels::score_batch(instrument, in, out, {.target = target});
}
inline BatchError row_wise(const Instrument& instrument, const BatchInput& in,
                           const BatchOutput& out) {
    return score_batch(instrument, in, out);
}

struct NamedDoor {
    const char* name;
    Door door;
};
/// `header_door` may be null.
inline std::vector<NamedDoor> all_doors(Door header_door) {
    std::vector<NamedDoor> doors = {{"row-wise", row_wise},
                                    {"baseline", compiled<kernels::BatchTarget::baseline>}};
    if (header_door != nullptr) doors.push_back({"header-only", header_door});
    if (kernels::has_batch_target(kernels::BatchTarget::avx2)) {
        doors.push_back({"avx2", compiled<kernels::BatchTarget::avx2>});
    }
    if (kernels::has_batch_target(kernels::BatchTarget::avx512)) {
        doors.push_back({"avx512", compiled<kernels::BatchTarget::avx512>});
    }
    return doors;
}

/// One table through one door.
inline void check_door(const Instrument& instrument, const NamedDoor& each, TestTable& table,
                       const Results& expected, std::uint64_t wanted) {
    Results got(instrument, table.rows, expected.out.scheme, wanted);
    const BatchError error = each.door(instrument, table.input(), got.out);
    REQUIRE(error == BatchError::none);
    if (same_bits(expected, got)) return;
    const std::size_t row = report_differences(expected, got, table.rows);
    std::string cells;
    for_each_item(instrument.forms[0], [&](std::size_t, std::size_t i, const Item& item) {
        const Answer answer = table.items[i].answer(item.scale, row);
        cells += std::to_string(static_cast<int>(answer.kind())) + ":" +
                 std::to_string(answer.millionths()) + " ";
    });
    INFO(std::string_view(instrument.id)
         << ", " << each.name << ", row " << row << " of " << table.rows);
    INFO("answers (kind:millionths) " << cells);
    FAIL("columns and rows differ");
}

/// Random tables of `total` rows in all, at most `most` in one, through every door; `header_door`
/// may be null.
inline void check(const Instrument& instrument, Door header_door, std::size_t total,
                  std::size_t most) {
    const std::vector<NamedDoor> doors = all_doors(header_door);
    Random random(2026);
    int tables = 0;
    for (std::size_t done = 0; done < total; ++tables) {
        // Odd numbers of rows, some below one vector.
        const std::size_t rows = 1 + below(random, tables % 5 == 3 ? 70 : most);
        TestTable table = make_table(instrument, rows, tables % table_variants, random);
        const std::size_t pick = below(random, instrument.bands.size() + 1);
        const BandScheme* scheme = pick == 0 ? nullptr : &instrument.bands[pick - 1];
        const std::uint64_t wanted = tables % 3 == 2 ? random() : ~std::uint64_t{0};
        Results expected(instrument, rows, scheme, wanted);
        expect(instrument, table, expected);
        for (const NamedDoor& each : doors) check_door(instrument, each, table, expected, wanted);
        done += rows;
    }
}

}  // namespace eczscore::batch_testing
