// SPDX-License-Identifier: BSL-1.0
// Whole columns of answers, as programs, data frames and Arrow arrays hold them, and the columns of
// results.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>

#include "eczscore/core/age.hpp"
#include "eczscore/core/answer.hpp"
#include "eczscore/model/bands.hpp"

namespace eczscore {

/// Codes of a byte column; every other byte is a count of the item's units (see `Column`).
inline constexpr std::uint8_t code_missing = 255;
inline constexpr std::uint8_t code_not_relevant = 254;

/// The signed integers that a column may hold.
template <class T>
concept ColumnInteger = std::same_as<T, std::int8_t> || std::same_as<T, std::int16_t> ||
                        std::same_as<T, std::int32_t> || std::same_as<T, std::int64_t>;

/// One column of recorded values, one per row, owned by the caller, who keeps it while it is read.
///
/// `std::uint8_t`  the value in units of the item's scale, value x `units_per_point`: EASI signs
///                 count halves (1.5 is 3), areas and DLQI answers count points. An item whose
///                 scale has more than 253 units (SCORAD extent) counts whole points, and so does
///                 an age. 255 is missing, 254 "not relevant"; a byte that is not on the scale is
///                 an invalid answer.
/// `float`,        the value in points (an age: in the unit of `BatchInput::age_unit`); NaN is
/// `double`        missing. What a number means is what `Answer::from_float(float)` and
///                 `Answer(double)` say.
/// `std::int8_t`   the value in whole points, never in units: what `Answer(int)` says. No number is
/// to `int64_t`    missing; blanks are said by a bitmap.
/// `dictionary`    an index into a table of answers, of any signed width.
///
/// Any of them may have a bitmap of the rows that are recorded (`with_validity`), as Arrow has it.
/// A column without data is missing in every row.
class Column {
public:
    /// How a column holds its values. The numbers are fixed.
    enum class Type : std::uint8_t {
        codes = 0,
        float32 = 1,
        float64 = 2,
        int8 = 3,
        int16 = 4,
        int32 = 5,
        int64 = 6
    };

    constexpr Column() = default;
    /// Packed codes, a byte a row, as `pack` writes them. Null is no column.
    constexpr Column(const std::uint8_t* codes) : data_(codes), type_(Type::codes) {}  // NOLINT
    /// A `float` a row, in points; NaN is missing.
    constexpr Column(const float* points) : data_(points), type_(Type::float32) {}  // NOLINT
    /// A `double` a row, in points; NaN is missing.
    constexpr Column(const double* points) : data_(points), type_(Type::float64) {}  // NOLINT
    /// A signed integer a row, in whole points.
    template <ColumnInteger Integer>
    constexpr Column(const Integer* points)  // NOLINT(google-explicit-constructor)
        : data_(points), type_(type_of<Integer>()) {}

    /// A column of words or categories: row r holds `answers[indices[r]]`, and an index outside the
    /// table is unreadable. The caller keeps the table as long as the column.
    template <ColumnInteger Index>
    static constexpr Column dictionary(const Index* indices, std::span<const Answer> answers) {
        Column column(indices);
        column.is_dictionary_ = true;
        column.answers_ = answers;
        return column;
    }
    /// The same column with a bitmap: row r is missing where bit `offset` + r, counted from the
    /// lowest bit of the first byte on, is 0. A null bitmap has every bit set. Of a sliced Arrow
    /// array the offset counts for bitmap and values alike, so the values start at `values +
    /// offset`.
    constexpr Column with_validity(const std::uint8_t* bitmap, std::size_t offset = 0) const {
        Column column = *this;
        column.validity_ = bitmap;
        column.validity_offset_ = offset;
        return column;
    }

    /// How the values are held; of a dictionary, how its indices are.
    constexpr Type type() const { return type_; }
    /// There is a column; without one every value is missing.
    constexpr bool has_data() const { return data_ != nullptr; }
    /// The values are indices into `answers()`.
    constexpr bool is_dictionary() const { return is_dictionary_; }
    /// The table of a dictionary.
    constexpr std::span<const Answer> answers() const { return answers_; }
    /// There is a bitmap of the rows that are recorded.
    constexpr bool has_validity() const { return validity_ != nullptr; }
    /// The bitmap; see `with_validity`.
    constexpr const std::uint8_t* validity() const { return validity_; }
    /// The bit of the first row in it.
    constexpr std::size_t validity_offset() const { return validity_offset_; }
    /// The bitmap, if there is one, says that a row is recorded.
    constexpr bool is_valid(std::size_t row) const {
        const std::size_t bit = validity_offset_ + row;
        return validity_ == nullptr || ((validity_[bit / 8] >> (bit % 8)) & 1) != 0;
    }
    /// The first value, as the type of the column.
    template <class T>
    const T* values() const {
        return static_cast<const T*>(data_);
    }
    /// Calls `visitor` with the first value, whatever its type; only of a column with data.
    template <class Visitor>
    decltype(auto) visit(Visitor&& visitor) const {
        switch (type_) {
            case Type::codes: return visitor(values<std::uint8_t>());
            case Type::float32: return visitor(values<float>());
            case Type::float64: return visitor(values<double>());
            case Type::int8: return visitor(values<std::int8_t>());
            case Type::int16: return visitor(values<std::int16_t>());
            case Type::int32: return visitor(values<std::int32_t>());
            default: return visitor(values<std::int64_t>());
        }
    }
    /// The same column without its first `rows` rows.
    Column from(std::size_t rows) const {
        if (data_ == nullptr) return {};
        Column rest = *this;
        visit([&](const auto* first) { rest.data_ = first + rows; });
        rest.validity_offset_ += rows;
        return rest;
    }

private:
    template <ColumnInteger Integer>
    static constexpr Type type_of() {
        if (sizeof(Integer) == 1) return Type::int8;
        if (sizeof(Integer) == 2) return Type::int16;
        return sizeof(Integer) == 4 ? Type::int32 : Type::int64;
    }

    const void* data_ = nullptr;
    const std::uint8_t* validity_ = nullptr;
    std::size_t validity_offset_ = 0;
    std::span<const Answer> answers_{};
    Type type_ = Type::codes;
    bool is_dictionary_ = false;
};

/// What the numbers of a column of ages count.
enum class AgeUnit : std::uint8_t {
    years,
    months,
    days  ///< of which 365.25 are a year: see `Age::days`
};

/// Assessments as columns.
struct BatchInput {
    std::span<const Column> items;  ///< one per item, in form order
    Column age{};                   ///< at the assessment; read where the age chooses a form
    std::size_t rows = 0;
    AgeUnit age_unit = AgeUnit::years;  ///< of `age`; a byte column counts whole ones
};

/// Where results go: the caller's arrays of `rows` elements, each optional (null: not wanted). No
/// output may overlap an input.
struct BatchOutput {
    std::uint16_t* units16 = nullptr;  ///< score in 1/denominator points; all ones: no score
    std::uint32_t* units32 = nullptr;  ///< the same, for scores of more than 16 bits
    std::uint64_t* units64 = nullptr;  ///< the same, for any score
    double* value = nullptr;           ///< score in points, correctly rounded; NaN: no score
    std::uint8_t* band = nullptr;      ///< index in the scheme's bands; 255: no score
    std::uint8_t* status = nullptr;    ///< `Status` as a number
    std::uint8_t* warning = nullptr;   ///< 1 where `Score::has_warning()`, else 0
    /// One array per domain (null: not wanted): its contribution in 1/denominator points as
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

}  // namespace eczscore
