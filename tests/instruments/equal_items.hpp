// SPDX-License-Identifier: BSL-1.0
// The judge of questionnaires that are a sum of equal items, and a walk over all their answers.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <tuple>
#include <vector>

#include "instruments/against_straight_line.hpp"

namespace equal_items {

using straight_line::bad;
using straight_line::blank;
using straight_line::Is;
using straight_line::Result;

/// Items from `low` to `high`; up to `allowed` blanks count 0, more leave it unscored.
template <std::size_t N>
Result judge(const std::array<int, N>& codes, int low, int high, int allowed) {
    int sum = 0;
    int blanks = 0;
    bool invalid = false;
    for (const int code : codes) {
        if (code == blank) {
            ++blanks;
        } else if (code < low || code > high) {
            invalid = true;
        } else {
            sum += code;
        }
    }
    if (invalid) return {Is::invalid, 0, 1};
    if (blanks > allowed) return {Is::missing, 0, 1};
    return {blanks > 0 ? Is::imputed : Is::ok, sum, 1};
}

template <std::size_t N>
std::array<eczscore::Answer, N> given(const std::array<int, N>& codes) {
    std::array<eczscore::Answer, N> all;
    for (std::size_t i = 0; i < N; ++i) all[i] = against::answer(codes[i]);
    return all;
}

namespace detail {
/// All states of one half of the items, and one representative of each kind: a half acts through
/// its sum, its blanks and whether something in it is refused.
struct Half {
    using Kind = std::tuple<int, int, bool>;
    std::vector<std::vector<int>> all;
    std::map<Kind, std::vector<int>> kinds;

    Half(std::size_t items, const std::vector<int>& states, int low, int high) {
        std::vector<int> codes(items, states[0]);
        std::vector<std::size_t> digits(items, 0);
        for (bool more = true; more;) {
            Kind kind{};
            for (std::size_t i = 0; i < items; ++i) {
                codes[i] = states[digits[i]];
                if (codes[i] == blank) {
                    ++std::get<1>(kind);
                } else if (codes[i] < low || codes[i] > high) {
                    std::get<2>(kind) = true;
                } else {
                    std::get<0>(kind) += codes[i];
                }
            }
            all.push_back(codes);
            kinds.emplace(kind, codes);
            more = false;
            for (std::size_t i = 0; i < items && !more; ++i) {
                more = ++digits[i] < states.size();
                if (!more) digits[i] = 0;
            }
        }
    }
};
}  // namespace detail

/// Calls `visit(codes)` for every state of each half of the items beside every kind of the other.
template <std::size_t N, class Visit>
void for_each_state(const std::vector<int>& states, int low, int high, Visit visit) {
    const std::size_t cut = N / 2;
    const detail::Half first(cut, states, low, high);
    const detail::Half second(N - cut, states, low, high);
    const auto join = [&](const std::vector<int>& a, const std::vector<int>& b) {
        std::array<int, N> codes{};
        for (std::size_t i = 0; i < cut; ++i) codes[i] = a[i];
        for (std::size_t i = cut; i < N; ++i) codes[i] = b[i - cut];
        visit(codes);
    };
    for (const auto& a : first.all) {
        for (const auto& [kind, b] : second.kinds) join(a, b);
    }
    for (const auto& b : second.all) {
        for (const auto& [kind, a] : first.kinds) join(a, b);
    }
}

}  // namespace equal_items
