// SPDX-License-Identifier: BSL-1.0
// Columns of made-up assessments for measuring, and the plain loop that anyone would write first.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <memory>
#include <vector>

#include <sys/mman.h>

#include <eczscore/score/batch.hpp>

namespace eczscore::bench {

/// Memory whose pages are there: fresh ones cost more than scoring. Large pages where there are
/// any.
template <class T>
class Buffer {
public:
    explicit Buffer(std::size_t size, std::size_t stagger = 0) {
        const std::size_t bytes = size * sizeof(T) + stagger + 4096;
        whole_.reset(static_cast<unsigned char*>(
            std::aligned_alloc(1 << 21, (bytes + (1 << 21) - 1) >> 21 << 21)));
        madvise(whole_.get(), bytes, MADV_HUGEPAGE);
        for (std::size_t i = 0; i < bytes; i += 4096) whole_.get()[i] = 1;
        data_ = reinterpret_cast<T*>(whole_.get() + stagger);
    }
    T* data() const { return data_; }
    T& operator[](std::size_t i) const { return data_[i]; }

private:
    struct Free {
        void operator()(unsigned char* memory) const { std::free(memory); }
    };
    std::unique_ptr<unsigned char, Free> whole_;
    T* data_ = nullptr;
};

struct Random {
    std::uint64_t state = 88172645463325252u;
    std::uint64_t operator()() {
        state ^= state << 13;
        state ^= state >> 7;
        return state ^= state << 17;
    }
};

/// Twenty EASI items and the age, in half points and years; `blanks` in 1000 cells are missing.
/// Columns start 64 bytes further each, as columns of one size in page-aligned memory should.
struct EasiBytes {
    std::size_t rows;
    std::vector<Buffer<std::uint8_t>> columns;

    EasiBytes(std::size_t n, unsigned blanks, unsigned invalid_per_million_rows = 1000) : rows(n) {
        Random random;
        static constexpr std::uint8_t signs[] = {0, 2, 3, 4, 5, 6, 2, 4};
        for (std::size_t i = 0; i < 21; ++i) {
            columns.emplace_back(n, 64 * i);
            std::uint8_t* to = columns[i].data();
            for (std::size_t row = 0; row < n; ++row) {
                const std::uint64_t x = random();
                if (i == 20)
                    to[row] = static_cast<std::uint8_t>(x % 80);
                else if (x % 1000 < blanks)
                    to[row] = 255;
                else if (i % 5 == 4)
                    to[row] = static_cast<std::uint8_t>((x >> 32) % 7);
                else
                    to[row] = signs[(x >> 40) % 8];
            }
        }
        for (std::size_t k = 0; k < n * invalid_per_million_rows / 1'000'000; ++k) {
            columns[random() % 20][random() % n] = 77;
        }
    }
};

/// One column of an instrument: a byte each, or a float where bytes do not count the scale.
struct AnyColumn {
    std::vector<Buffer<std::uint8_t>> bytes;
    std::vector<Buffer<float>> floats;

    Column column() const { return bytes.empty() ? Column(floats[0].data()) : bytes[0].data(); }
    const unsigned char* data() const {
        return bytes.empty() ? reinterpret_cast<const unsigned char*>(floats[0].data())
                             : bytes[0].data();
    }
    std::size_t width() const { return bytes.empty() ? sizeof(float) : 1; }
};

/// Allowed answers to every item of an instrument, and ages; `blanks` in 1000 are missing.
struct AnyTable {
    std::size_t rows;
    std::size_t row_bytes = 0;
    std::vector<AnyColumn> columns;  ///< the items in form order, then the age if it is used
    std::vector<Column> items;
    Column age{};

    /// As many rows as fill `bytes`.
    AnyTable(const Instrument& instrument, std::size_t bytes, unsigned blanks) : rows(0) {
        std::vector<Scale> scales;
        for_each_item(instrument.forms[0], [&](std::size_t, std::size_t, const Item& item) {
            scales.push_back(item.scale);
        });
        if (instrument.uses_age()) scales.push_back(whole_points(0, 79));
        for (const Scale& scale : scales) row_bytes += is_byte(scale) ? 1 : sizeof(float);
        rows = bytes / row_bytes;
        for (const Scale& scale : scales) add(scale, blanks);
        for (std::size_t i = 0; i < instrument.plan.items; ++i) {
            items.push_back(columns[i].column());
        }
        if (instrument.uses_age()) age = columns.back().column();
    }

private:
    static bool is_byte(const Scale& scale) {
        return detail::codes_are_units(scale) && scale.min >= Exact(0);
    }
    void add(const Scale& scale, unsigned blanks) {
        columns.emplace_back();
        const std::size_t stagger = 64 * columns.size();
        if (is_byte(scale)) {
            const auto each = static_cast<double>(scale.units_per_point);
            columns.back().bytes.emplace_back(rows, stagger);
            fill(columns.back().bytes[0].data(), blanks, std::uint8_t{255},
                 [&] { return static_cast<std::uint8_t>(answer(scale, 1) * each); });
        } else {
            const bool tenths = scale.max < Exact(256);  // minutes are whole
            columns.back().floats.emplace_back(rows, stagger);
            fill(columns.back().floats[0].data(), blanks, std::numeric_limits<float>::quiet_NaN(),
                 [&] { return static_cast<float>(answer(scale, tenths ? 10 : 1)); });
        }
    }
    double answer(const Scale& scale, std::uint64_t parts) {
        if (!scale.levels.empty()) {
            return scale.levels[(random_() >> 32) % scale.levels.size()].to_double();
        }
        const double lowest = scale.min.to_double();
        const auto units = scale.is_continuous() ? static_cast<double>(parts)
                                                 : static_cast<double>(scale.units_per_point);
        const auto steps = static_cast<std::uint64_t>((scale.max.to_double() - lowest) * units) + 1;
        return lowest + static_cast<double>((random_() >> 32) % steps) / units;
    }
    /// Random rows, repeated: making them costs more than scoring.
    template <class T, class Draw>
    void fill(T* to, unsigned blanks, T missing, Draw draw) {
        const std::size_t made = std::min<std::size_t>(rows, 100'003);
        for (std::size_t row = 0; row < made; ++row) {
            to[row] = (random_() >> 32) % 1000 < blanks ? missing : draw();
        }
        for (std::size_t row = made; row < rows; ++row) to[row] = to[row - made];
    }
    Random random_;
};

/// One row after the other, all 20 values checked; what the kernels are measured against.
inline void plain_easi(const EasiBytes& in, std::size_t rows, std::uint16_t* units,
                       std::uint8_t* bands, std::uint8_t* status) {
    static constexpr int starts[] = {1, 21, 141, 421, 1001};
    static constexpr int weights[2][4] = {{2, 2, 3, 3}, {1, 2, 3, 4}};
    const std::uint8_t* column[21];
    for (std::size_t i = 0; i < 21; ++i) column[i] = in.columns[i].data();
    for (std::size_t row = 0; row < rows; ++row) {
        bool good = column[20][row] <= 130;
        const int* weight = weights[column[20][row] >= 8 ? 1 : 0];
        int total = 0;
        for (std::size_t region = 0; region < 4; ++region) {
            int sum = 0;
            for (std::size_t sign = 0; sign < 4; ++sign) {
                const int x = column[region * 5 + sign][row];
                good &= (x <= 6) & (x != 1);
                sum += x;
            }
            const int area = column[region * 5 + 4][row];
            good &= area <= 6;
            total += weight[region] * area * sum;
        }
        int band = 0;
        for (const int start : starts) band += total >= start ? 1 : 0;
        units[row] =
            good ? static_cast<std::uint16_t>(total) : std::numeric_limits<std::uint16_t>::max();
        bands[row] = good ? static_cast<std::uint8_t>(band) : std::uint8_t{255};
        status[row] = good ? 0 : 3;
    }
}

}  // namespace eczscore::bench
