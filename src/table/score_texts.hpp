// SPDX-License-Identifier: BSL-1.0
// Scores as text without formatting them: each is made once and copied from then on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

#include "eczscore/report/number.hpp"

namespace eczscore::table {

/// The texts of all scores, each behind a delimiter: `,18.4`. They are made when first asked for. A
/// fine unit keeps those with at most two decimal places. One per thread.
class NumberTexts {
public:
    /// Room that `write` may need.
    static constexpr std::size_t room = report::number_room + 8;

    NumberTexts(const Instrument& instrument, char delimiter)
        : denominator_(instrument.plan.denominator), delimiter_(delimiter) {
        const std::int64_t highest = (instrument.max * Exact(denominator_)).num();
        constexpr std::int64_t most = 1 << 15;
        if (highest > most && denominator_ % 100 == 0)
            step_ = static_cast<std::uint64_t>(denominator_) / 100;
        const std::uint64_t count = static_cast<std::uint64_t>(highest) / step_ + 1;
        if (count <= most) texts_.resize(count);
    }

    /// Writes a delimiter and `units` / denominator; returns the end.
    [[gnu::always_inline]] char* write(char* out, std::uint64_t units) {
        std::uint64_t index = units;
        if (step_ != 1) {
            // Where the units fit 32 bits, by a division that is half as long.
            index = units <= 0xffffffff
                        ? static_cast<std::uint32_t>(units) / static_cast<std::uint32_t>(step_)
                        : units / step_;
            if (index * step_ != units) return write_out(out, units);
        }
        if (index < texts_.size()) {
            Text& text = texts_[index];
            if (text.length == 0) make(text, units);
            if (text.length <= sizeof text.bytes) {
                std::memcpy(out, &text, sizeof text);
                return out + text.length;
            }
        }
        return write_out(out, units);
    }

private:
    struct Text {
        char bytes[7] = {};
        std::uint8_t length = 0;  ///< 0: not made; 255: too long to keep
    };

    char* write_out(char* out, std::uint64_t units) const {
        *out++ = delimiter_;
        return report::write_number(out,
                                    Exact::ratio(static_cast<std::int64_t>(units), denominator_));
    }
    void make(Text& text, std::uint64_t units) const {
        char buffer[room];
        const auto length = static_cast<std::size_t>(write_out(buffer, units) - buffer);
        const bool fits = length <= sizeof text.bytes;
        if (fits) std::memcpy(text.bytes, buffer, length);
        text.length = fits ? static_cast<std::uint8_t>(length) : std::uint8_t{255};
    }

    std::int64_t denominator_;
    std::uint64_t step_ = 1;
    char delimiter_;
    std::vector<Text> texts_;
};

}  // namespace eczscore::table
