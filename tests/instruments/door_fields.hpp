// SPDX-License-Identifier: BSL-1.0
// The fields of a typed door as the compiler sees them: `head_neck.erythema` is the path
// "head_neck_erythema", so that a test can hold it against the id of the item it should answer.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "eczscore/core/age.hpp"
#include "eczscore/core/answer.hpp"

namespace door_fields {

/// Converts to whatever an aggregate takes; only ever named, never called.
struct Anything {
    template <class T>
    constexpr operator T() const;  // NOLINT(google-explicit-constructor)
};

template <class T, std::size_t... i>
consteval bool takes(std::index_sequence<i...>) {
    return requires { T{(static_cast<void>(i), Anything{})...}; };
}

/// How many fields an aggregate has.
template <class T, std::size_t n = 1>
consteval std::size_t count() {
    if constexpr (takes<T>(std::make_index_sequence<n + 1>{})) {
        return count<T, n + 1>();
    } else {
        return n;
    }
}

/// Pointers to the fields of an aggregate. A structured binding needs its names written down.
template <class T>
constexpr auto pointers(const T& of) {
    constexpr std::size_t n = count<T>();
    const auto pointers_to = [](const auto&... field) { return std::tuple{&field...}; };
    // clang-format off
#define ECZSCORE_BIND(number, ...)              \
    else if constexpr (n == number) {           \
        const auto& [__VA_ARGS__] = of;         \
        return pointers_to(__VA_ARGS__);        \
    }
    if constexpr (n == 0) { return std::tuple{}; }
    ECZSCORE_BIND(2, a, b)
    ECZSCORE_BIND(3, a, b, c)
    ECZSCORE_BIND(4, a, b, c, d)
    ECZSCORE_BIND(5, a, b, c, d, e)
    ECZSCORE_BIND(6, a, b, c, d, e, f)
    ECZSCORE_BIND(7, a, b, c, d, e, f, g)
    ECZSCORE_BIND(8, a, b, c, d, e, f, g, h)
    ECZSCORE_BIND(9, a, b, c, d, e, f, g, h, i)
    ECZSCORE_BIND(10, a, b, c, d, e, f, g, h, i, j)
    ECZSCORE_BIND(11, a, b, c, d, e, f, g, h, i, j, k)
    ECZSCORE_BIND(12, a, b, c, d, e, f, g, h, i, j, k, l)
    ECZSCORE_BIND(13, a, b, c, d, e, f, g, h, i, j, k, l, m)
    ECZSCORE_BIND(14, a, b, c, d, e, f, g, h, i, j, k, l, m, o)
    ECZSCORE_BIND(15, a, b, c, d, e, f, g, h, i, j, k, l, m, o, p)
    ECZSCORE_BIND(20, a, b, c, d, e, f, g, h, i, j, k, l, m, o, p, q, r, s, t, u)
    ECZSCORE_BIND(34, a, b, c, d, e, f, g, h, i, j, k, l, m, o, p, q, r, s, t, u, v, w, x, y, z,
                  a2, b2, c2, d2, e2, f2, g2, h2, i2)
    else { static_assert(n == 0, "add a line for this number of fields"); }
#undef ECZSCORE_BIND
    // clang-format on
}

/// An object whose address is known to the compiler.
template <class T>
inline constexpr T object{};

template <class Pointer>
struct Constant {
    Pointer pointer;
};
template <class Pointer>
Constant(Pointer) -> Constant<Pointer>;

template <auto constant>
consteval std::string_view spelling() {
    return __PRETTY_FUNCTION__;
}

/// The name of a field: the last identifier of the address that the compiler prints.
template <class T, std::size_t i>
constexpr std::string_view name() {
    const std::string_view all = spelling<Constant{std::get<i>(pointers(object<T>))}>();
    const std::string_view letters =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789";
    const std::size_t last = all.find_last_of(letters, all.rfind('}'));
    const std::size_t before = all.find_last_not_of(letters, last);
    return all.substr(before + 1, last - before);
}

/// What holds one answer: a number or, of an item whose words are its only answers, an enumerator.
template <class T>
inline constexpr bool is_answer = std::is_same_v<T, eczscore::Answer> || std::is_enum_v<T>;

template <class T>
inline constexpr bool is_array = false;
template <class T, std::size_t n>
inline constexpr bool is_array<std::array<T, n>> = true;

/// The paths of all answers of an aggregate in the order in which its fields are declared;
/// `q[0]` for the first answer of an array, `nails[0]_bed` for one of an aggregate in it.
template <class T>
std::vector<std::string> paths(const std::string& of = "") {
    std::vector<std::string> all;
    const auto add = [&](const std::vector<std::string>& inner) {
        all.insert(all.end(), inner.begin(), inner.end());
    };
    if constexpr (is_answer<T>) {
        all.push_back(of);
    } else if constexpr (is_array<T>) {
        for (std::size_t i = 0; i < T{}.size(); ++i) {
            add(paths<typename T::value_type>(of + "[" + std::to_string(i) + "]"));
        }
    } else if constexpr (!std::is_same_v<T, eczscore::Age>) {
        const std::string before = of.empty() ? of : of + "_";
        [&]<std::size_t... i>(std::index_sequence<i...>) {
            (add(paths<std::remove_cvref_t<decltype(*std::get<i>(pointers(object<T>)))>>(
                 before + std::string(name<T, i>()))),
             ...);
        }(std::make_index_sequence<count<T>()>{});
    }
    return all;
}

/// How many answers an aggregate holds, those of inner aggregates and arrays included.
template <class T>
consteval std::size_t answers() {
    if constexpr (is_answer<T>) {
        return 1;
    } else if constexpr (std::is_same_v<T, eczscore::Age>) {
        return 0;
    } else if constexpr (is_array<T>) {
        return T{}.size() * answers<typename T::value_type>();
    } else {
        return std::apply(
            [](const auto*... field) {
                return (std::size_t{} + ... + answers<std::remove_cvref_t<decltype(*field)>>());
            },
            pointers(object<T>));
    }
}

/// A number for any field of an answer.
struct Number {
    int value;
    constexpr operator eczscore::Answer() const { return value; }  // NOLINT
    template <class Enum>
        requires std::is_enum_v<Enum>
    constexpr operator Enum() const {  // NOLINT
        return static_cast<Enum>(value);
    }
};

// That the braces of inner aggregates are left out is the point: the compiler fills field by field.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmissing-braces"
/// A door whose answers are 0, 1, 2, ... in the order in which its fields are declared.
template <class Door>
constexpr Door numbered() {
    return []<std::size_t... i>(std::index_sequence<i...>) {
        return Door{eczscore::Age{}, Number{static_cast<int>(i)}...};
    }(std::make_index_sequence<answers<Door>()>{});
}
#pragma GCC diagnostic pop

}  // namespace door_fields
