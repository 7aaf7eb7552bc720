// SPDX-License-Identifier: BSL-1.0
// Writes a made-up trial of any size to standard output: 43 columns, some 135 bytes a row. A third
// of the rows have a quoted comma; some cells are empty, NA or no allowed value.
//
//     make_trial_csv ROWS [SEED]
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed * 2 + 1) {}
    /// 32 bits of a 64-bit multiplicative generator.
    std::uint32_t next() {
        state_ ^= state_ >> 12;
        state_ ^= state_ << 25;
        state_ ^= state_ >> 27;
        return static_cast<std::uint32_t>((state_ * 0x2545f4914f6cdd1d) >> 32);
    }
    std::uint32_t below(std::uint32_t limit) {
        return static_cast<std::uint32_t>((std::uint64_t{next()} * limit) >> 32);
    }

private:
    std::uint64_t state_;
};

constexpr std::string_view header =
    "subject,visit_date,comment,arm,age_years,"
    "easi_head_neck_erythema,easi_head_neck_edema_papulation,easi_head_neck_excoriation,"
    "easi_head_neck_lichenification,easi_head_neck_area,"
    "easi_upper_limbs_erythema,easi_upper_limbs_edema_papulation,easi_upper_limbs_excoriation,"
    "easi_upper_limbs_lichenification,easi_upper_limbs_area,"
    "easi_trunk_erythema,easi_trunk_edema_papulation,easi_trunk_excoriation,"
    "easi_trunk_lichenification,easi_trunk_area,"
    "easi_lower_limbs_erythema,easi_lower_limbs_edema_papulation,easi_lower_limbs_excoriation,"
    "easi_lower_limbs_lichenification,easi_lower_limbs_area,"
    "scorad_extent,scorad_erythema,scorad_edema_papulation,scorad_oozing_crusting,"
    "scorad_excoriation,scorad_lichenification,scorad_dryness,scorad_pruritus,scorad_sleep_loss,"
    "poem_itch,poem_sleep,poem_bleeding,poem_weeping,poem_cracking,poem_flaking,poem_dryness,"
    "itch_nrs,tewl_g_m2_h\n";

class Table {
public:
    Table(std::size_t rows, std::uint64_t seed) : rows_(rows), random_(seed) {}

    bool write() {
        text_ = header;
        for (std::size_t row = 0; row < rows_; ++row) {
            add_row(row);
            if (text_.size() > (1 << 20) && !flush()) return false;
        }
        return flush() && std::fflush(stdout) == 0;
    }

private:
    bool flush() {
        const bool good = std::fwrite(text_.data(), 1, text_.size(), stdout) == text_.size();
        text_.clear();
        return good;
    }

    void number(std::uint32_t value, std::size_t digits) {
        char buffer[10];
        for (std::size_t i = digits; i-- > 0; value /= 10) {
            buffer[i] = static_cast<char>('0' + value % 10);
        }
        text_.append(buffer, digits);
    }
    /// A cell that is now and then blank or wrong.
    bool odd() {
        const std::uint32_t draw = random_.below(20'000);
        if (draw >= 16) return false;
        if (draw < 9) return true;
        text_ += draw < 14 ? "NA" : draw < 15 ? "9" : "0.5";
        return true;
    }
    void grade(std::uint32_t highest) {
        text_ += ',';
        if (!odd()) text_ += static_cast<char>('0' + random_.below(highest + 1));
    }
    /// Four signs and their area: all 0, or an area above 0 and a sign or more.
    void region() {
        static constexpr std::string_view levels[] = {"1", "0", "1.5", "2", "2.5", "3", "2", "1"};
        const bool clear = random_.below(7) == 0;
        for (std::uint32_t i = 0; i < 4; ++i) {
            text_ += ',';
            const std::uint32_t level = random_.below(i == 0 ? 1 : 8);
            if (!odd()) text_ += clear ? "0" : levels[level];
        }
        text_ += ',';
        if (!odd()) text_ += static_cast<char>(clear ? '0' : '1' + random_.below(6));
    }
    void tenths(std::uint32_t most) {
        text_ += ',';
        if (odd()) return;
        const std::uint32_t value = random_.below(most * 10 + 1);
        text_ += std::to_string(value / 10);
        if (value % 10 == 0) return;
        text_ += '.';
        text_ += static_cast<char>('0' + value % 10);
    }

    void add_row(std::size_t row) {
        number(static_cast<std::uint32_t>(row / 8 % 10'000'000), 7);
        text_ += ",2024-";
        number(1 + random_.below(12), 2);
        text_ += '-';
        number(1 + random_.below(28), 2);
        text_ += row % 3 == 0 ? ",\"worse, itchy\",active," : ",stable,placebo,";
        text_ += std::to_string(random_.below(80));
        for (int i = 0; i < 4; ++i) region();
        tenths(100);
        for (int i = 0; i < 6; ++i) grade(3);
        tenths(10);
        tenths(10);
        for (int i = 0; i < 7; ++i) grade(4);
        grade(9);
        tenths(60);
        text_ += '\n';
    }

    std::size_t rows_;
    Random random_;
    std::string text_;
};

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::fputs("usage: make_trial_csv ROWS [SEED]\n", stderr);
        return 2;
    }
    const auto rows = static_cast<std::size_t>(std::strtoull(argv[1], nullptr, 10));
    const std::uint64_t seed = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1;
    return Table(rows, seed).write() ? 0 : 1;
}
