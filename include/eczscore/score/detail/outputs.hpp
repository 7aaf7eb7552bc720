// SPDX-License-Identifier: BSL-1.0
// The arrays that a batch fills, listed once: moving them on, diverting them and copying the last
// rows are loops over this list.
#pragma once

#include <cstddef>
#include <cstdint>

#include "eczscore/model/instrument.hpp"
#include "eczscore/score/columns.hpp"
#include "eczscore/score/detail/lanes.hpp"

namespace eczscore::detail {

/// The arrays of one kernel: those of `BatchOutput` without its span, and one per domain.
struct OutputArrays {
    static constexpr std::size_t count = 7 + max_domains;

    std::uint16_t* units16 = nullptr;
    std::uint32_t* units32 = nullptr;
    std::uint64_t* units64 = nullptr;
    double* value = nullptr;
    std::uint8_t* band = nullptr;
    std::uint8_t* status = nullptr;
    std::uint8_t* warning = nullptr;
    std::uint32_t* domain[max_domains] = {};
    bool any_domain = false;
};

/// Calls `visit` with each array of an output but those of the domains; of several outputs, with
/// the same array of each.
template <class Visit, class... Outputs>
ECZSCORE_INLINE constexpr void for_each_named_array(Visit visit, Outputs&... out) {
    visit(out.units16...);
    visit(out.units32...);
    visit(out.units64...);
    visit(out.value...);
    visit(out.band...);
    visit(out.status...);
    visit(out.warning...);
}
/// The domains too, if one is wanted.
template <class Visit, class... Arrays>
ECZSCORE_INLINE constexpr void for_each_array(Visit visit, Arrays&... out) {
    for_each_named_array(visit, out...);
    const bool wanted = (out.any_domain | ...);
    if (!wanted) return;
    for (std::size_t d = 0; d < max_domains; ++d) visit(out.domain[d]...);
}

inline OutputArrays arrays_of(const BatchOutput& out) {
    OutputArrays arrays;
    for_each_named_array([](auto* from, auto*& to) { to = from; }, out, arrays);
    for (std::size_t d = 0; d < out.domains.size(); ++d) {
        arrays.domain[d] = out.domains[d];
        arrays.any_domain |= out.domains[d] != nullptr;
    }
    return arrays;
}

/// The same output without its first `rows` rows; `domains` is the caller's storage for them.
inline BatchOutput output_from(const BatchOutput& out, std::size_t rows,
                               std::uint32_t* (&domains)[max_domains]) {
    BatchOutput rest = out;
    const auto skip = [rows](auto*& data) {
        if (data != nullptr) data += rows;
    };
    for_each_named_array(skip, rest);
    for (std::size_t d = 0; d < out.domains.size(); ++d) skip(domains[d] = out.domains[d]);
    if (!out.domains.empty()) rest.domains = {domains, out.domains.size()};
    return rest;
}

}  // namespace eczscore::detail
