// SPDX-License-Identifier: BSL-1.0
// Whole columns score as the same rows do one at a time: every instrument, column type and target.
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <random>
#include <string>
#include <vector>

#include <eczscore/instruments.hpp>
#include <eczscore/score/band.hpp>
#include <eczscore/score/batch.hpp>

#include "catch_compat.hpp"

using namespace eczscore;
using kernels::BatchTarget;

namespace {

std::size_t rows_to_test() {
    const char* text = std::getenv("ECZSCORE_TEST_ROWS");
    const long rows = text == nullptr ? 0 : std::atol(text);
    return rows > 0 ? static_cast<std::size_t>(rows) : 1'000'000;
}

/// A column with the answers that its cells mean, made by the documented rules alone.
struct TestColumn {
    Column::Type type = Column::Type::codes;
    std::vector<std::uint8_t> codes;
    std::vector<float> floats;
    std::vector<double> doubles;
    std::size_t offset = 0;  ///< elements before the first row, so that columns are not aligned

    void resize(Column::Type as, std::size_t rows, std::size_t skip) {
        type = as;
        offset = skip;
        codes.assign(type == Column::Type::codes ? rows + skip : 0, 0);
        floats.assign(type == Column::Type::float32 ? rows + skip : 0, 0);
        doubles.assign(type == Column::Type::float64 ? rows + skip : 0, 0);
    }
    Column column() const {
        if (type == Column::Type::codes) return codes.data() + offset;
        if (type == Column::Type::float32) return floats.data() + offset;
        return doubles.data() + offset;
    }
    Answer answer(const Scale& scale, std::size_t row) const {
        if (type == Column::Type::float64) return Answer(doubles[offset + row]);
        if (type == Column::Type::float32) return Answer::from_float(floats[offset + row]);
        const std::uint8_t code = codes[offset + row];
        if (code == 255) return {};
        if (code == 254) return Answer::not_relevant();
        const bool whole_points = scale.max_units() > 253;
        return Answer::from_millionths(code * 1'000'000 /
                                       (whole_points ? 1 : scale.units_per_point));
    }
    void set_points(std::size_t row, double points, std::int64_t units_per_point) {
        if (type == Column::Type::float64)
            doubles[offset + row] = points;
        else if (type == Column::Type::float32)
            floats[offset + row] = static_cast<float>(points);
        else
            codes[offset + row] = static_cast<std::uint8_t>(points * double(units_per_point));
    }
};

using Random = std::mt19937_64;

std::uint64_t below(Random& random, std::uint64_t n) { return random() % n; }

/// A number that is hard to get right: off the scale, beside a level, or hardly a number.
double odd_number(Random& random, double highest) {
    const double level =
        static_cast<double>(below(random, static_cast<std::uint64_t>(highest) + 2));
    constexpr double infinity = std::numeric_limits<double>::infinity();
    switch (below(random, 20)) {
        case 0: return -1;
        case 1: return infinity;
        case 2: return -infinity;
        case 3: return level + 5e-10;  // still that decimal
        case 4: return level + 3e-7;   // rounded to it
        case 5: return level + 6e-7;   // rounded to its neighbour
        case 6: return level - 0.0000005;
        case 7: return -0.0;
        case 8: return highest + 1;
        case 9: return 4294967296.0 + level;
        case 10: return 255;
        case 11: return level + 0.3333333333;
        case 12: return std::nextafter(level, 1000.0);
        case 13: return level + 2e-9;  // just beyond the bound: rounded
        case 14: return level - 1.1e-9;
        case 15: return level + 0.9995e-9;  // just within it
        case 16: return level - 1.0005e-9;
        case 17: return level + 0.0001 * static_cast<double>(below(random, 10'000));
        case 18: return static_cast<double>(std::nextafter(static_cast<float>(level + 0.3), 0.0f));
        default: return level + 0.25;
    }
}

double number_on_scale(Random& random, const Scale& scale) {
    const double lowest = scale.min.to_double();
    const double highest = scale.max.to_double();
    if (!scale.levels.empty()) return scale.levels[below(random, scale.levels.size())].to_double();
    if (!scale.is_continuous()) {
        const auto units = static_cast<double>(scale.units_per_point);
        const auto steps = static_cast<std::uint64_t>((highest - lowest) * units) + 1;
        return lowest + static_cast<double>(below(random, steps)) / units;
    }
    const double places[] = {1, 10, 100, 1e4, 1e6};
    const double place = places[below(random, 5)];
    const auto steps = static_cast<std::uint64_t>((highest - lowest) * place) + 1;
    return lowest + static_cast<double>(below(random, steps)) / place;
}

/// `trouble` in 1000 cells are missing, not relevant or no answer.
void fill(TestColumn& column, const Scale& scale, std::size_t rows, std::uint64_t trouble,
          Random& random) {
    const bool whole_points = scale.max_units() > 253;
    const std::int64_t units = whole_points ? 1 : scale.units_per_point;
    const double highest = scale.max.to_double();
    for (std::size_t row = 0; row < rows; ++row) {
        const bool bytes = column.type == Column::Type::codes;
        if (below(random, 1000) >= trouble) {
            double points = number_on_scale(random, scale);
            if (bytes && whole_points) points = std::floor(points);
            column.set_points(row, points, units);
        } else if (bytes) {
            const std::uint64_t kind = below(random, 10);
            const auto any = static_cast<std::uint8_t>(below(random, 256));
            column.codes[column.offset + row] = kind < 6 ? 255 : kind < 8 ? 254 : any;
        } else if (below(random, 10) < 7) {
            column.set_points(row, std::numeric_limits<double>::quiet_NaN(), 1);
        } else {
            column.set_points(row, odd_number(random, highest), 1);
        }
    }
}

struct TestTable {
    std::vector<TestColumn> items;
    TestColumn age;
    std::size_t rows = 0;
    std::vector<Column> columns;

    BatchInput input() {
        columns.clear();
        for (const TestColumn& item : items) columns.push_back(item.column());
        return {columns, age.column(), rows};
    }
    Age age_of(std::size_t row) const {
        static constexpr Scale years = whole_points(0, 130);
        return Age::years(age.answer(years, row));
    }
};

TestTable make_table(const Instrument& instrument, std::size_t rows, int variant, Random& random) {
    TestTable table;
    table.rows = rows;
    constexpr std::uint64_t troubles[] = {0, 5, 50, 300};
    const std::uint64_t trouble = troubles[below(random, 4)];
    const auto type = [&]() -> Column::Type {
        if (variant == 0) return Column::Type::codes;
        if (variant == 1) return Column::Type::float64;
        return static_cast<Column::Type>(below(random, 3));
    };
    for_each_item(instrument.forms[0], [&](std::size_t, std::size_t, const Item& item) {
        TestColumn column;
        column.resize(type(), rows, below(random, 70));
        fill(column, item.scale, rows, trouble, random);
        table.items.push_back(std::move(column));
    });
    table.age.resize(type(), rows, below(random, 70));
    fill(table.age, whole_points(0, 130), rows, trouble, random);
    for (std::size_t row = 0; row < rows; ++row) {  // many around the birthdays that matter
        if (below(random, 2) == 0) {
            const auto around = static_cast<double>(below(random, 12));
            const double less =
                table.age.type == Column::Type::codes ? 0 : 4e-7 * double(below(random, 3));
            table.age.set_points(row, around == 0 ? 0 : around - less, 1);
        }
    }
    return table;
}

struct Results {
    std::vector<std::uint16_t> units16;
    std::vector<std::uint32_t> units32;
    std::vector<std::uint64_t> units64;
    std::vector<double> value;
    std::vector<std::uint8_t> band, status, warning;
    std::vector<std::vector<std::uint32_t>> domains;
    std::vector<std::uint32_t*> domain_pointers;
    BatchOutput out;

    Results(const Instrument& instrument, std::size_t rows, const BandScheme* scheme) {
        const std::int64_t highest = detail::max_units(instrument);
        units64.assign(rows, 1);
        value.assign(rows, 1);
        band.assign(rows, 77);
        status.assign(rows, 77);
        warning.assign(rows, 77);
        out.units64 = units64.data();
        out.value = value.data();
        out.band = band.data();
        out.status = status.data();
        out.warning = warning.data();
        out.scheme = scheme;
        if (highest < 0xffff) {
            units16.assign(rows, 1);
            out.units16 = units16.data();
        }
        if (highest < 0xffffffff) {
            units32.assign(rows, 1);
            out.units32 = units32.data();
            domains.assign(instrument.plan.domains, std::vector<std::uint32_t>(rows, 1));
            for (auto& domain : domains) domain_pointers.push_back(domain.data());
            out.domains = domain_pointers;
        }
    }
};

template <class T>
bool same_bits(const std::vector<T>& a, const std::vector<T>& b) {
    return a.size() == b.size() &&
           (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(T)) == 0);
}
bool same_bits(const Results& a, const Results& b) {
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
void expect(const Instrument& instrument, const TestTable& table, Results& results) {
    std::vector<Answer> answers(table.items.size());
    for (std::size_t row = 0; row < table.rows; ++row) {
        for_each_item(instrument.forms[0], [&](std::size_t, std::size_t i, const Item& item) {
            answers[i] = table.items[i].answer(item.scale, row);
        });
        const Age age = table.age_of(row);
        const Score score = eczscore::score(instrument, answers, age);
        const bool scored = score.is_scored();
        if (!results.units16.empty()) {
            results.units16[row] = static_cast<std::uint16_t>(scored ? score.units : -1);
        }
        if (!results.units32.empty()) {
            results.units32[row] = static_cast<std::uint32_t>(scored ? score.units : -1);
        }
        results.units64[row] = static_cast<std::uint64_t>(scored ? score.units : -1);
        results.value[row] = score.to_double();
        results.status[row] = static_cast<std::uint8_t>(score.status);
        results.warning[row] = score.has_warning() ? 1 : 0;
        const BandScheme* scheme =
            results.out.scheme != nullptr ? results.out.scheme : default_bands(instrument, age);
        const Band* found = scheme == nullptr ? nullptr : band(*scheme, score);
        results.band[row] =
            found == nullptr ? 255 : static_cast<std::uint8_t>(found - scheme->bands.data());
        if (results.domains.empty()) continue;
        const Tally tallied = tally(instrument, answers, age);
        for (std::size_t d = 0; d < results.domains.size(); ++d) {
            const Score part = subscore(instrument, tallied, d);
            results.domains[d][row] =
                static_cast<std::uint32_t>(part.is_scored() ? part.units : -1);
        }
    }
}

std::size_t first_difference(const Results& a, const Results& b) {
    for (std::size_t row = 0; row < a.status.size(); ++row) {
        bool same = a.units64[row] == b.units64[row] && a.band[row] == b.band[row] &&
                    a.status[row] == b.status[row] && a.warning[row] == b.warning[row] &&
                    std::memcmp(&a.value[row], &b.value[row], 8) == 0 &&
                    (a.units16.empty() || a.units16[row] == b.units16[row]) &&
                    (a.units32.empty() || a.units32[row] == b.units32[row]);
        for (std::size_t d = 0; d < a.domains.size(); ++d)
            same &= a.domains[d][row] == b.domains[d][row];
        if (!same) return row;
    }
    return a.status.size();
}

using Door = BatchError (*)(const Instrument&, const BatchInput&, const BatchOutput&);

template <const Instrument& one>
BatchError header_only(const Instrument&, const BatchInput& in, const BatchOutput& out) {
    return score_batch<one>(in, out);
}
template <BatchTarget target>
BatchError compiled(const Instrument& instrument, const BatchInput& in, const BatchOutput& out) {
    return kernels::score_batch(instrument, in, out, {.target = target});
}
BatchError row_wise(const Instrument& instrument, const BatchInput& in, const BatchOutput& out) {
    return score_batch(instrument, in, out);
}

void check(const Instrument& instrument, Door header_door) {
    struct Named {
        const char* name;
        Door door;
    };
    std::vector<Named> doors = {{"row-wise", row_wise},
                                {"header-only", header_door},
                                {"baseline", compiled<BatchTarget::baseline>},
                                {"best", compiled<BatchTarget::best>}};
    if (kernels::has_batch_target(BatchTarget::avx2)) {
        doors.push_back({"avx2", compiled<BatchTarget::avx2>});
    }
    if (kernels::has_batch_target(BatchTarget::avx512)) {
        doors.push_back({"avx512", compiled<BatchTarget::avx512>});
    }
    Random random(2026);
    const std::size_t total = rows_to_test();
    int variant = 0;
    for (std::size_t done = 0; done < total;) {
        // Odd numbers of rows, some below one vector.
        const std::size_t rows = 1 + below(random, variant % 4 == 3 ? 70 : 20'011);
        TestTable table = make_table(instrument, rows, variant++ % 3, random);
        const std::size_t pick = below(random, instrument.bands.size() + 1);
        const BandScheme* scheme = pick == 0 ? nullptr : &instrument.bands[pick - 1];
        Results expected(instrument, rows, scheme);
        expect(instrument, table, expected);
        for (const Named& each : doors) {
            Results got(instrument, rows, scheme);
            const BatchError error = each.door(instrument, table.input(), got.out);
            REQUIRE(error == BatchError::none);
            if (same_bits(expected, got)) continue;
            const std::size_t row = first_difference(expected, got);
            std::string cells;
            for_each_item(instrument.forms[0], [&](std::size_t, std::size_t i, const Item& item) {
                const Answer answer = table.items[i].answer(item.scale, row);
                cells += std::to_string(static_cast<int>(answer.kind())) + ":" +
                         std::to_string(answer.millionths()) + " ";
            });
            INFO(std::string_view(instrument.id)
                 << ", " << each.name << ", row " << row << " of " << rows);
            INFO("answers (kind:millionths) " << cells);
            INFO("status " << +expected.status[row] << " got " << +got.status[row] << ", units "
                           << expected.units64[row] << " got " << got.units64[row] << ", warning "
                           << +expected.warning[row] << " got " << +got.warning[row] << ", band "
                           << +expected.band[row] << " got " << +got.band[row]);
            FAIL("columns and rows differ");
        }
        done += rows;
    }
}

/// Instruments of every shape, for builds in which a kernel takes a compiler a minute.
#ifdef ECZSCORE_INSTRUMENTED
using Checked = InstrumentList<easi::instrument, scorad::instrument, poem::instrument,
                               dlqi_r::instrument, pp_nrs::instrument>;
#else
using Checked = Registry;
#endif

template <const Instrument&... each>
void check_all(InstrumentList<each...>) {
    (check(each, header_only<each>), ...);
}

/// POEM answers of the given number of rows, in every score from 0 to 28.
std::vector<std::vector<std::uint8_t>> poem_columns(std::size_t rows) {
    std::vector<std::vector<std::uint8_t>> columns(7, std::vector<std::uint8_t>(rows));
    for (std::size_t i = 0; i < 7; ++i) {
        for (std::size_t row = 0; row < rows; ++row) {
            columns[i][row] = static_cast<std::uint8_t>((row >> i) % 5);
        }
    }
    return columns;
}
std::vector<Column> as_columns(const std::vector<std::vector<std::uint8_t>>& columns) {
    std::vector<Column> result;
    for (const auto& column : columns) result.push_back(column.data());
    return result;
}

}  // namespace

namespace eczscore {
static_assert(detail::shape_of(easi::instrument).bytes == 2);
}

TEST_CASE("columns score as rows do, in every instrument, column type and target") {
    check_all(Checked{});
}

TEST_CASE("band starts agree with band() on every score of a lattice") {
    for (const Instrument* instrument : registry) {
        const std::int64_t lattice = instrument->plan.lattice;
        const std::int64_t highest = detail::max_units(*instrument);
        const std::int64_t step = highest < 100'000 ? 1 : highest / 99'991;
        for (const BandScheme& scheme : instrument->bands) {
            const detail::BandStarts starts = detail::band_starts(scheme, lattice);
            REQUIRE(starts.fits);
            const auto agrees = [&](std::int64_t units) {
                std::size_t count = 0;
                for (std::size_t b = 0; b < starts.count; ++b) {
                    if (static_cast<std::uint64_t>(units) >= starts.at[b]) ++count;
                }
                return &scheme.bands[count] == band(scheme, Exact::ratio(units, lattice));
            };
            bool all = true;
            for (std::int64_t units = 0; units <= highest; units += step) all &= agrees(units);
            for (std::size_t b = 0; b < starts.count; ++b) {
                const auto at = static_cast<std::int64_t>(starts.at[b]);
                all &= agrees(at) && agrees(at - 1);
            }
            INFO(std::string_view(instrument->id) << " " << std::string_view(scheme.id));
            CHECK(all);
        }
    }
}

TEST_CASE("a batch that cannot be scored says why and writes nothing") {
    const auto columns = poem_columns(64);
    const auto items = as_columns(columns);
    std::vector<std::uint8_t> status(64, 77);
    BatchOutput out{.status = status.data()};
    const BatchInput in{items, {}, 64};

    CHECK(score_batch(easi::instrument, in, out) == BatchError::wrong_number_of_columns);
    CHECK(score_batch<easi::instrument>(in, out) == BatchError::wrong_number_of_columns);
    CHECK(kernels::score_batch(easi::instrument, in, out) == BatchError::wrong_number_of_columns);

    BatchOutput foreign = out;
    foreign.scheme = default_bands(easi::instrument);
    CHECK(score_batch<poem::instrument>(in, foreign) == BatchError::foreign_scheme);

    BatchOutput domains = out;
    std::uint32_t* none[2] = {};
    domains.domains = none;
    CHECK(score_batch<poem::instrument>(in, domains) == BatchError::wrong_number_of_domains);

    std::vector<std::uint16_t> units(64);
    std::vector<Column> scorad(scorad::instrument.plan.items);
    CHECK(score_batch<scorad::instrument>({scorad, {}, 64}, {.units16 = units.data()}) ==
          BatchError::units_do_not_fit);
    for (const std::uint8_t s : status) CHECK(s == 77);
}

TEST_CASE("columns without data are missing, and no rows are no work") {
    std::vector<Column> items(poem::instrument.plan.items);
    std::vector<std::uint8_t> status(100, 77);
    REQUIRE(score_batch<poem::instrument>({items, {}, 100}, {.status = status.data()}) ==
            BatchError::none);
    for (const std::uint8_t s : status) CHECK(s == static_cast<std::uint8_t>(Status::missing));
    CHECK(score_batch<poem::instrument>({items, {}, 0}, {}) == BatchError::none);
    CHECK(kernels::score_batch(poem::instrument, {items, {}, 0}, {}) == BatchError::none);
}

TEST_CASE("an instrument that is not in the registry is scored row by row") {
    static constexpr Instrument copy = poem::instrument;
    const auto columns = poem_columns(1000);
    const auto items = as_columns(columns);
    std::vector<double> ours(1000), theirs(1000);
    REQUIRE(kernels::score_batch(copy, {items, {}, 1000}, {.value = ours.data()}) ==
            BatchError::none);
    REQUIRE(kernels::score_batch(poem::instrument, {items, {}, 1000}, {.value = theirs.data()}) ==
            BatchError::none);
    CHECK(std::memcmp(ours.data(), theirs.data(), 8000) == 0);
}

TEST_CASE("pack makes the bytes that mean the same answers") {
    const Scale& scale = easi::sign;
    const double points[] = {0,   1.5, 3,     0.5,   7,         -1,        2.25,    NAN, 1.0000004,
                             2.5, 255, 127.5, 1e300, -INFINITY, 3.0000001, 1.0 / 3, 2,   NAN};
    constexpr std::size_t rows = sizeof points / sizeof points[0];
    std::uint8_t codes[rows], rounded[rows];
    REQUIRE(pack(scale, points, rows, codes, rounded) == BatchError::none);
    for (std::size_t row = 0; row < rows; ++row) {
        const Answer number(points[row]);
        const Answer code = detail::answer_of_code(scale, codes[row]);
        INFO("value " << points[row]);
        CHECK(scale.allows(number) == scale.allows(code));
        CHECK(number.is_missing() == code.is_missing());
        if (scale.allows(number)) CHECK(number.millionths() == code.millionths());
        CHECK((rounded[row] == 1) == (number.kind() == Answer::Kind::rounded));
    }
    CHECK(pack(measured(0, 100), points, rows, codes) == BatchError::units_do_not_fit);
}

TEST_CASE("threads write what one thread writes", "[threads]") {
    const std::size_t rows = 1'600'003;
    const auto columns = poem_columns(rows);
    const auto items = as_columns(columns);
    std::vector<std::uint16_t> one(rows), several(rows);
    std::vector<std::uint32_t> part(rows), parts(rows);
    std::uint32_t* part_pointer[] = {part.data()};
    std::uint32_t* parts_pointer[] = {parts.data()};
    REQUIRE(kernels::score_batch(poem::instrument, {items, {}, rows},
                                 {.units16 = one.data(), .domains = part_pointer}) ==
            BatchError::none);
    for (const unsigned threads : {2u, 3u, 0u}) {
        several.assign(rows, 1);
        parts.assign(rows, 1);
        REQUIRE(kernels::score_batch(poem::instrument, {items, {}, rows},
                                     {.units16 = several.data(), .domains = parts_pointer},
                                     {.threads = threads}) == BatchError::none);
        CHECK(one == several);
        CHECK(part == parts);
    }
}
