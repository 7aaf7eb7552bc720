// SPDX-License-Identifier: BSL-1.0
// What a kernel is asked: inputs, outputs and where the bands begin.
#pragma once

#include <cstddef>
#include <cstdint>

#include "eczscore/model/formula.hpp"
#include "eczscore/score/detail/batch_layout.hpp"
#include "eczscore/score/detail/batch_pack.hpp"
#include "eczscore/score/detail/batch_shape.hpp"
#include "eczscore/score/detail/outputs.hpp"

namespace eczscore::detail {

/// Inputs as the kernel reads them: a byte per item and row (a code), beside it a 32-bit count
/// where the item is wide, and the age in whole years (null: no ages given).
struct KernelInput {
    const std::uint8_t* code[max_items];
    const std::uint32_t* wide[max_wides];
    const std::uint8_t* years;
};

/// A scale with its limits in points as kernels compare them.
struct KernelScale {
    Scale scale;
    double units;       ///< in one point
    double lowest;      ///< in points
    double highest;     ///< in points
    int first;          ///< lowest whole point
    int last;           ///< highest whole point
    WholePoints whole;  ///< of a byte item
};

/// Default bands of one range of ages.
struct KernelBands {
    bool everyone = true;
    ShapeYears years{};
    std::size_t count = 0;
    std::uint64_t start[BandStarts::capacity] = {};
};
inline constexpr std::size_t max_age_bands = 4;

/// Where a kernel writes; the bands are the same for every row unless there are several schemes.
struct KernelOutput : OutputArrays {
    std::size_t schemes = 0;  ///< of `bands`; 0: no bands
    const KernelBands* bands = nullptr;
};

/// Puts the bands of `rows` scores, numerator / denominator, where a status says that there is one.
using BandRatios = void (*)(const BandScheme& scheme, const FormulaColumns& scores,
                            std::uint8_t* bands);

/// One request to a kernel. The functions decide single cells and are compiled for any processor.
struct KernelCall {
    const Shape* shape;
    const Layout* layout;
    const Column* items;
    Column age;
    AgeUnit age_unit;
    bool uses_age;  ///< `age` is read
    std::size_t rows;
    KernelOutput out;
    const KernelScale* scales;  ///< one per item
    DecideCell cell;
    DecideAnswer answer;
    DecideYears years;
    void (*formula)(const FormulaColumns&);  ///< null: the total is a sum
    BandRatios band;                         ///< of the scores of a formula
    const BandScheme* scheme;                ///< of them; null: no bands
    KernelBands bands[max_age_bands];
};

}  // namespace eczscore::detail
