// SPDX-License-Identifier: BSL-1.0
// What goes into and comes out of scoring whole columns.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>

#include "eczscore/core/age.hpp"
#include "eczscore/core/answer.hpp"
#include "eczscore/model/instrument.hpp"

namespace eczscore {

/// Codes of a byte column; every other byte is a count of the item's units (see `Column`).
inline constexpr std::uint8_t code_missing = 255;
inline constexpr std::uint8_t code_not_relevant = 254;

/// One column of recorded values, one per row, owned by the caller; no alignment is needed.
///
/// `uint8_t`  the value in units of the item's scale, value x `units_per_point`: EASI signs count
///            halves (1.5 is 3), areas and DLQI answers count points. An item whose scale has more
///            than 253 units (SCORAD extent) counts whole points, and so does an age (whole years).
///            255 is missing, 254 "not relevant"; a byte that is not on the scale is an invalid
///            answer.
/// `float`,   the value in points (an age: years); NaN is missing. What a number means is what
/// `double`   `Answer::from_float(float)` and `Answer(double)` say.
/// A column without data is missing in every row.
class Column {
public:
    /// How a column holds its values.
    enum class Type : std::uint8_t { codes, float32, float64 };

    constexpr Column() = default;
    /// Packed codes, a byte a row, as `pack` writes them. Null is no column.
    constexpr Column(const std::uint8_t* codes) : data_(codes), type_(Type::codes) {}  // NOLINT
    /// A `float` a row, in points; NaN is missing.
    constexpr Column(const float* points) : data_(points), type_(Type::float32) {}  // NOLINT
    /// A `double` a row, in points; NaN is missing.
    constexpr Column(const double* points) : data_(points), type_(Type::float64) {}  // NOLINT

    /// How the values are held.
    constexpr Type type() const { return type_; }
    /// There is a column; without one every value is missing.
    constexpr bool has_data() const { return data_ != nullptr; }
    /// The first code; only of a column of codes.
    const std::uint8_t* codes() const { return static_cast<const std::uint8_t*>(data_); }
    /// The first value; only of a column of `float`.
    const float* floats() const { return static_cast<const float*>(data_); }
    /// The first value; only of a column of `double`.
    const double* doubles() const { return static_cast<const double*>(data_); }
    /// The same column without its first `rows` rows.
    Column from(std::size_t rows) const {
        if (data_ == nullptr) return {};
        if (type_ == Type::codes) return codes() + rows;
        return type_ == Type::float32 ? Column(floats() + rows) : Column(doubles() + rows);
    }

private:
    const void* data_ = nullptr;
    Type type_ = Type::codes;
};

/// Assessments as columns.
struct BatchInput {
    std::span<const Column> items;  ///< one per item, in form order
    Column age{};                   ///< years at the assessment; read where the age chooses a form
    std::size_t rows = 0;
};

/// Where results go: the caller's arrays of `rows` elements, each optional (null: not wanted). No
/// output may overlap an input.
struct BatchOutput {
    std::uint16_t* units16 = nullptr;  ///< score in 1/lattice points; all ones: no score
    std::uint32_t* units32 = nullptr;  ///< the same, for lattices too fine for 16 bits
    std::uint64_t* units64 = nullptr;  ///< the same, for any lattice
    double* value = nullptr;           ///< score in points, correctly rounded; NaN: no score
    std::uint8_t* band = nullptr;      ///< index in the scheme's bands; 255: no score
    std::uint8_t* status = nullptr;    ///< `Status` as a number
    std::uint8_t* warning = nullptr;   ///< 1 where `Score::has_warning()`, else 0
    /// One array per domain (null: not wanted): its contribution in 1/lattice points as
    /// `subscore()` gives it; all ones: none. May be empty.
    std::span<std::uint32_t* const> domains{};
    /// The scheme of `band`, one of the instrument's; null: the default one for the row's age.
    const BandScheme* scheme = nullptr;
};

/// Why a batch could not be scored at all. What is wrong with one row is that row's `status`.
enum class BatchError : std::uint8_t {
    none,
    wrong_number_of_columns,  ///< not one column per item of the instrument
    wrong_number_of_domains,  ///< `domains` is neither empty nor one per domain
    foreign_scheme,           ///< `scheme` is not one of the instrument's
    units_do_not_fit,         ///< the highest score does not fit: ask for wider units
    target_not_available      ///< this build or this processor does not have the forced target
};

namespace detail {

/// The highest number of item units that a byte column counts; finer scales count whole points.
inline constexpr std::int64_t max_code = 253;
constexpr bool codes_are_units(const Scale& scale) { return scale.max_units() <= max_code; }

/// The answer that a byte stands for.
constexpr Answer answer_of_code(const Scale& scale, std::uint8_t code) {
    if (code == code_missing) return {};
    if (code == code_not_relevant) return Answer::not_relevant();
    const std::int64_t each = codes_are_units(scale) ? millionths_per_point / scale.units_per_point
                                                     : millionths_per_point;
    return Answer::from_millionths(code * each);
}
constexpr Age age_of_code(std::uint8_t years) {
    if (years == code_missing) return {};
    return Age::years(years);
}

/// Whether scores are counts of 1/lattice points: not where a formula gives any ratio, nor where a
/// score may be negative. Such scores come as `value` only.
constexpr bool has_units(const Instrument& instrument) {
    return instrument.formula == nullptr && instrument.min >= Exact(0);
}

/// The highest sum in lattice units.
constexpr std::int64_t max_units(const Instrument& instrument) {
    Exact highest = 0;
    for (const Form& form : instrument.forms) {
        if (form.max > highest) highest = form.max;
    }
    return (highest * Exact(instrument.plan.lattice)).num();
}

/// Where the bands begin, in lattice units: the band of a score is the number of starts not above
/// it.
struct BandStarts {
    static constexpr std::size_t capacity = 15;
    std::size_t count = 0;  ///< of bands after the first
    std::uint64_t at[capacity] = {};
    bool fits = true;
};

constexpr BandStarts band_starts(const BandScheme& scheme, std::int64_t lattice) {
    BandStarts starts;
    starts.fits = scheme.bands.size() <= BandStarts::capacity + 1;
    for (std::size_t b = 1; starts.fits && b < scheme.bands.size(); ++b) {
        const Edge lower = scheme.bands[b].lower;
        std::int64_t first = 0;
        if (scheme.on_rounded) {
            // A score rounds to k or more from k - 1/2 on.
            const Exact whole = lower.included ? lower.at.ceil() : lower.at.floor() + 1;
            first = ((whole - Exact::ratio(1, 2)) * Exact(lattice)).ceil();
        } else {
            const Exact units = lower.at * Exact(lattice);
            first = lower.included ? units.ceil() : units.floor() + 1;
        }
        starts.at[starts.count++] = first < 0 ? 0 : static_cast<std::uint64_t>(first);
    }
    return starts;
}

constexpr bool owns(const Instrument& instrument, const BandScheme* scheme) {
    for (const BandScheme& own : instrument.bands) {
        if (&own == scheme) return true;
    }
    return false;
}

constexpr BatchError find_error(const Instrument& instrument, const BatchInput& in,
                                const BatchOutput& out) {
    if (in.items.size() != instrument.plan.items) return BatchError::wrong_number_of_columns;
    if (!out.domains.empty() && out.domains.size() != instrument.plan.domains) {
        return BatchError::wrong_number_of_domains;
    }
    if (out.scheme != nullptr && !owns(instrument, out.scheme)) return BatchError::foreign_scheme;
    const std::int64_t highest = max_units(instrument);
    bool domain_wanted = false;
    for (const std::uint32_t* domain : out.domains) domain_wanted |= domain != nullptr;
    const bool units_wanted =
        out.units16 != nullptr || out.units32 != nullptr || out.units64 != nullptr || domain_wanted;
    if ((out.units16 != nullptr && highest >= std::numeric_limits<std::uint16_t>::max()) ||
        ((out.units32 != nullptr || domain_wanted) &&
         highest >= std::numeric_limits<std::uint32_t>::max()) ||
        (units_wanted && !has_units(instrument))) {
        return BatchError::units_do_not_fit;
    }
    return BatchError::none;
}

/// The same output without its first `rows` rows; `domains` is the caller's storage for them.
inline BatchOutput output_from(const BatchOutput& out, std::size_t rows,
                               std::uint32_t* (&domains)[max_domains]) {
    BatchOutput rest = out;
    if (rest.units16 != nullptr) rest.units16 += rows;
    if (rest.units32 != nullptr) rest.units32 += rows;
    if (rest.units64 != nullptr) rest.units64 += rows;
    if (rest.value != nullptr) rest.value += rows;
    if (rest.band != nullptr) rest.band += rows;
    if (rest.status != nullptr) rest.status += rows;
    if (rest.warning != nullptr) rest.warning += rows;
    for (std::size_t d = 0; d < out.domains.size(); ++d) {
        domains[d] = out.domains[d] == nullptr ? nullptr : out.domains[d] + rows;
    }
    if (!out.domains.empty()) rest.domains = {domains, out.domains.size()};
    return rest;
}

}  // namespace detail
}  // namespace eczscore
