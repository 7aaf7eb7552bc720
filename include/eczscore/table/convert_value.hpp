// SPDX-License-Identifier: BSL-1.0
// One value from one unit to another, with every remark: the same for a value and for a table.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "eczscore/table/convert_options.hpp"
#include "eczscore/table/failure.hpp"
#include "eczscore/units/kind_info.hpp"
#include "eczscore/units/read_unit.hpp"

namespace eczscore::table {

/// What the options say of every value: what is measured, of which substance, and how units are
/// read. Its parts point into it, so it stays where it is.
class MeasuredField {
public:
    MeasuredField() = default;
    MeasuredField(const MeasuredField&) = delete;
    MeasuredField& operator=(const MeasuredField&) = delete;

    /// Takes the options. An analyte that is not built in needs its molar mass.
    /// returns  what is wrong when they name what is not there
    Failure take(const ConvertOptions& options);

    const units::KindInfo* kind() const { return kind_; }       ///< null: not stated
    const units::Analyte* analyte() const { return analyte_; }  ///< null: not stated
    /// Whether a unit may be spelt otherwise than UCUM does.
    units::Strictness mode() const { return mode_; }
    /// What sentences call the settings: the names of the options that were taken.
    const SettingNames& names() const { return names_; }

private:
    Failure take_kind(const std::string& id);
    Failure take_analyte(const ConvertOptions& options);

    const units::KindInfo* kind_ = nullptr;
    const units::Analyte* analyte_ = nullptr;
    units::Strictness mode_ = units::Strictness::lenient;
    SettingNames names_;
    units::KindInfo own_kind_;    ///< the kind with the analyte of the options
    units::Analyte own_analyte_;  ///< the analyte with the molar mass of the options
    std::string own_name_;
};

/// A unit as typed, understood or not.
struct TypedUnit {
    std::string typed;
    units::UnitRead read;
    std::string_view noun = "unit";  ///< what was typed: a unit, or the name of a column

    /// As it is written in UCUM.
    std::string written() const;
};

/// Why a unit is refused, with what it should probably be.
std::string unit_sentence(const TypedUnit& unit, const units::UnitRead& read);

/// A value in the other unit, with what is to be said of it, or why there is none.
struct ConvertedValue {
    std::string number;                ///< empty when it is refused
    std::string_view flag = "none";    ///< the word for the flag column of a table
    std::string refusal;               ///< a sentence; empty when there is a number
    std::vector<std::string> remarks;  ///< sentences, in the order in which they are said

    bool ok() const { return refusal.empty(); }
};

/// Converts the number typed. Both units must have been understood.
ConvertedValue convert_value(const MeasuredField& field, const TypedUnit& from, const TypedUnit& to,
                             std::string_view number);

}  // namespace eczscore::table
