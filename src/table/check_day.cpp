// SPDX-License-Identifier: BSL-1.0
// Days and dates of visits: text into a number that can be ordered, and back.
#include <chrono>
#include <cstdlib>

#include "eczscore/core/parse.hpp"
#include "eczscore/table/check_table.hpp"

namespace eczscore::table {

namespace {

/// `count` digits at `at`; -1 when there is anything else.
int digits(std::string_view text, std::size_t at, std::size_t count) {
    int value = 0;
    for (std::size_t i = at; i < at + count; ++i) {
        if (text[i] < '0' || text[i] > '9') return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

std::string two(unsigned value) { return (value < 10 ? "0" : "") + std::to_string(value); }

}  // namespace

Answer day_answer(std::string_view cell, bool& is_date) {
    const std::string_view text = trimmed(cell);
    is_date = false;
    const bool shaped = text.size() >= 10 && text[4] == '-' && text[7] == '-' &&
                        (text.size() == 10 || text[10] == 'T' || text[10] == ' ');
    if (!shaped) return parse_number(text);
    const int year = digits(text, 0, 4);
    const int month = digits(text, 5, 2);
    const int day = digits(text, 8, 2);
    if (year < 0 || month < 0 || day < 0) return Answer::unreadable();
    const std::chrono::year_month_day date{std::chrono::year(year),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok()) return Answer::unreadable();
    is_date = true;
    return Answer(
        static_cast<std::int64_t>(std::chrono::sys_days(date).time_since_epoch().count()));
}

std::string date_text(std::int64_t days) {
    const std::chrono::year_month_day date{
        std::chrono::sys_days(std::chrono::days(static_cast<int>(days)))};
    std::string year = std::to_string(static_cast<int>(date.year()));
    while (year.size() < 4) year.insert(year.begin(), '0');
    return year + "-" + two(static_cast<unsigned>(date.month())) + "-" +
           two(static_cast<unsigned>(date.day()));
}

}  // namespace eczscore::table
