// SPDX-License-Identifier: BSL-1.0
// The instruments once more, in plain integers from the papers' rules: the library's independent
// judge. It includes no header of the library.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace straight_line {

enum class Is { ok, imputed, missing, invalid };

/// A score as numerator over denominator.
struct Result {
    Is is;
    std::int64_t numerator;
    std::int64_t denominator;
};

inline constexpr int blank = -1;         ///< nothing recorded
inline constexpr int bad = -2;           ///< something that is not allowed
inline constexpr int not_relevant = -3;  ///< DLQI only

/// POEM: seven items 0-4; exactly one blank counts 0, two leave it unscored.
inline Result poem(const std::array<int, 7>& items) {
    int sum = 0;
    int blanks = 0;
    bool invalid = false;
    for (int item : items) {
        if (item == blank) {
            ++blanks;
        } else if (item < 0 || item > 4) {
            invalid = true;
        } else {
            sum += item;
        }
    }
    if (invalid) return {Is::invalid, 0, 1};
    if (blanks >= 2) return {Is::missing, 0, 1};
    return {blanks == 1 ? Is::imputed : Is::ok, sum, 1};
}

/// One region of EASI. Signs are counted in halves: 0, 2, 3, 4, 5, 6; 1 (a sign of 0.5) only where
/// it is admitted. Area is the grade 0-6.
struct Region {
    std::array<int, 4> signs_in_halves;
    int area;
};

/// 20 x EASI = sum of 10 x weight x (2 x sign sum) x area; weights by age, in tenths.
inline Result easi(const std::array<Region, 4>& regions, bool under_8, bool half_admitted) {
    const std::array<int, 4> adult = {1, 2, 3, 4};
    const std::array<int, 4> child = {2, 2, 3, 3};
    std::int64_t twentieths = 0;
    bool invalid = false;
    bool missing = false;
    for (std::size_t r = 0; r < 4; ++r) {
        const Region& region = regions[r];
        bool sign_blank = false;
        int halves = 0;
        for (int sign : region.signs_in_halves) {
            const bool allowed =
                sign == 0 || (sign >= 2 && sign <= 6) || (half_admitted && sign == 1);
            if (sign == blank) {
                sign_blank = true;
            } else if (!allowed) {
                invalid = true;
            } else {
                halves += sign;
            }
        }
        if (region.area == blank) {
            missing = true;
        } else if (region.area < 0 || region.area > 6) {
            invalid = true;
        } else if (region.area > 0) {  // without area no sign is needed, and none counts
            if (sign_blank) missing = true;
            twentieths += std::int64_t{under_8 ? child[r] : adult[r]} * halves * region.area;
        }
    }
    if (invalid) return {Is::invalid, 0, 1};
    if (missing) return {Is::missing, 0, 1};
    return {Is::ok, twentieths, 20};
}

/// SCORAD = A/5 + 7B/2 + C. Extent and symptoms are counted in hundredths (blank and bad as above).
/// With `objective` the symptoms are not looked at.
inline Result scorad(int extent, const std::array<int, 6>& intensity,
                     const std::array<int, 2>& symptoms, bool objective) {
    bool invalid = extent < blank || extent > 100 * 100;
    bool missing = extent == blank;
    int b = 0;
    for (int sign : intensity) {
        if (sign == blank) {
            missing = true;
        } else if (sign < 0 || sign > 3) {
            invalid = true;
        } else {
            b += sign;
        }
    }
    int c = 0;
    for (int symptom : symptoms) {
        if (objective) continue;
        if (symptom == blank) {
            missing = true;
        } else if (symptom < 0 || symptom > 10 * 100) {
            invalid = true;
        } else {
            c += symptom;
        }
    }
    if (invalid) return {Is::invalid, 0, 1};
    if (missing) return {Is::missing, 0, 1};
    return {Is::ok, 2 * std::int64_t{extent} + 3500 * b + 10 * c, 1000};  // thousandths
}

/// Extent by body chart, in thousandths of a percent of the body: two heads, four upper limb sides,
/// two trunk sides, four lower limb sides, genitals. Percentages are whole.
inline Result body_chart(const std::array<int, 13>& percent, bool under_2, bool to_100) {
    const std::array<int, 13> older = {45, 45, 45, 45, 45, 45, 180, 180, 90, 90, 90, 90, 10};
    const std::array<int, 13> infant = {85, 85, 45, 45, 45, 45, 180, 180, 60, 60, 60, 60, 10};
    std::int64_t sum = 0;
    bool invalid = false;
    bool missing = false;
    for (std::size_t i = 0; i < 13; ++i) {
        if (percent[i] == blank) {
            missing = true;
        } else if (percent[i] < 0 || percent[i] > 100) {
            invalid = true;
        } else {
            sum += std::int64_t{under_2 ? infant[i] : older[i]} * percent[i];
        }
    }
    if (invalid) return {Is::invalid, 0, 1};
    if (missing) return {Is::missing, 0, 1};
    if (under_2 && to_100) return {Is::ok, sum * 100, 1000 * 96};
    return {Is::ok, sum, 1000};
}

/// IGA x BSA, body surface in hundredths of a percent.
inline Result iga_bsa(int grade, int bsa) {
    if (grade < blank || grade > 4 || bsa < blank || bsa > 100 * 100) return {Is::invalid, 0, 1};
    if (grade == blank || bsa == blank) return {Is::missing, 0, 1};
    return {Is::ok, std::int64_t{grade} * bsa, 100};
}

/// One location of HECSI: six signs 0-3 and the extent grade 0-4.
struct Location {
    std::array<int, 6> signs;
    int extent;
};

inline Result hecsi(const std::array<Location, 5>& locations) {
    int total = 0;
    bool invalid = false;
    bool missing = false;
    for (const Location& location : locations) {
        int sum = 0;
        bool sign_blank = false;
        for (int sign : location.signs) {
            if (sign == blank) {
                sign_blank = true;
            } else if (sign < 0 || sign > 3) {
                invalid = true;
            } else {
                sum += sign;
            }
        }
        if (location.extent == blank) {
            missing = true;
        } else if (location.extent < 0 || location.extent > 4) {
            invalid = true;
        } else if (location.extent > 0) {
            if (sign_blank) missing = true;
            total += sum * location.extent;
        }
    }
    if (invalid) return {Is::invalid, 0, 1};
    if (missing) return {Is::missing, 0, 1};
    return {Is::ok, total, 1};
}

/// Item 7 of the DLQI, by its published table. `prevented`: 3 yes, 0 no.
struct Item7 {
    int score = 0;
    bool missing = false;
    bool left_out = false;  ///< counts as not relevant
    bool invalid = false;
};
inline Item7 item_7(int prevented, int problem) {
    const bool first_bad =
        prevented != 3 && prevented != 0 && prevented != blank && prevented != not_relevant;
    const bool second_bad = problem != blank && (problem < 0 || problem > 2);
    if (first_bad || second_bad) return {.invalid = true};
    if (prevented == 3) return {.score = 3};                               // yes, whatever follows
    if (prevented == 0) return {.score = problem == blank ? 0 : problem};  // no
    if (prevented == not_relevant) {
        if (problem > 0) return {.score = problem};
        return {.left_out = true};  // with a second part of 0: our choice, flagged
    }
    if (problem == blank) return {.missing = true};
    return {.score = problem};
}

/// DLQI (and DLQI-R where `relevant`: total x 10 / (10 - N)). Order: q1-q6, q7 prevented, q7
/// problem, q8-q10. "Not relevant" is offered on items 3 to 10.
inline Result dlqi(const std::array<int, 11>& answers, bool relevant) {
    int total = 0;
    int blanks = 0;
    int left_out = 0;
    bool invalid = false;
    for (std::size_t i = 0; i < 11; ++i) {
        if (i == 6 || i == 7) continue;
        const int answer = answers[i];
        if (answer == blank) {
            ++blanks;
        } else if (answer == not_relevant && i >= 2) {
            ++left_out;
        } else if (answer < 0 || answer > 3) {
            invalid = true;
        } else {
            total += answer;
        }
    }
    const Item7 seventh = item_7(answers[6], answers[7]);
    total += seventh.score;
    blanks += seventh.missing ? 1 : 0;
    left_out += seventh.left_out ? 1 : 0;
    if (invalid || seventh.invalid) return {Is::invalid, 0, 1};
    if (blanks >= 2) return {Is::missing, 0, 1};
    const Is is = blanks == 1 ? Is::imputed : Is::ok;
    if (!relevant) return {is, total, 1};
    return {is, total * 10, 10 - left_out};
}

/// Weekly mean of a daily 0-10 rating: over the days present, at least 4 of 7.
inline Result weekly_mean(const std::array<int, 7>& days, int minimum = 4) {
    int sum = 0;
    int present = 0;
    for (int day : days) {
        if (day == blank) continue;
        if (day < 0 || day > 10) return {Is::invalid, 0, 1};
        sum += day;
        ++present;
    }
    if (present < minimum) return {Is::missing, 0, 1};
    return {present == 7 ? Is::ok : Is::imputed, sum, present};
}

}  // namespace straight_line
