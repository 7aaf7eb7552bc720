// SPDX-License-Identifier: BSL-1.0
// A quantity whose kind is known at run time only, and the means of readings of one kind.
#pragma once

#include <cassert>
#include <cstddef>
#include <limits>
#include <type_traits>

#include "eczscore/units/quantity.hpp"
#include "eczscore/units/reason.hpp"

namespace eczscore::units {

/// A quantity, or why there is none.
template <class Q>
class Checked {
public:
    /// There is a quantity.
    constexpr Checked(Q value) : value_(value) {}  // NOLINT(google-explicit-constructor)
    /// There is none, for this reason.
    constexpr Checked(Reason reason)  // NOLINT(google-explicit-constructor)
        : value_(__builtin_nan(""), typename Q::UnitType{}), reason_(reason) {}

    constexpr bool ok() const { return reason_ == Reason::none; }
    /// Why there is no quantity; `none` when there is one.
    constexpr Reason reason() const { return reason_; }
    /// Only when `ok()`.
    constexpr Q value() const {
        assert(ok());
        return value_;
    }

private:
    Q value_;
    Reason reason_ = Reason::none;
};

/// A reading as it comes from a file: a number in the canonical unit of a kind. The kind of a
/// device's unit names the device.
class AnyQuantity {
public:
    /// A number in the canonical unit of the kind, which must outlive it.
    constexpr AnyQuantity(const KindInfo& kind, double canonical)
        : kind_(&kind), value_(canonical) {}
    /// The same quantity, its kind known at run time only.
    template <class K>
    constexpr AnyQuantity(Quantity<K> quantity)  // NOLINT(google-explicit-constructor)
        : kind_(&K::info), value_(quantity.value_) {}

    /// What was measured, and by which device where that counts.
    constexpr const KindInfo& kind() const { return *kind_; }
    /// In the kind's canonical unit.
    constexpr double canonical() const { return value_; }

    /// As a quantity of kind `K`; `device_mismatch` when both are device readings of two devices,
    /// `wrong_dimension` when it is of another kind.
    template <class K>
    constexpr Checked<Quantity<K>> as() const {
        if (kind_ == &K::info) return Quantity<K>::raw(value_);
        const bool devices = kind_->is_device_unit() && K::info.is_device_unit();
        return devices ? Reason::device_mismatch : Reason::wrong_dimension;
    }

private:
    const KindInfo* kind_;
    double value_;
};

/// Readings that are known to be of one kind and device.
template <class K>
struct Homogeneous {
    const AnyQuantity* readings = nullptr;
    std::size_t count = 0;
    Reason reason = Reason::none;  ///< why they are not; then `count` is 0
    std::size_t at = 0;            ///< the first that is not

    constexpr bool ok() const { return reason == Reason::none; }
    constexpr std::size_t size() const { return count; }
    constexpr Quantity<K> operator[](std::size_t i) const {
        return readings[i].template as<K>().value();
    }
};
/// Checks that every reading is of kind `K`, device included, before anything is averaged.
template <class K>
constexpr Homogeneous<K> homogeneous_range(const AnyQuantity* readings, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        const auto reading = readings[i].as<K>();
        if (!reading.ok()) return {nullptr, 0, reading.reason(), i};
    }
    return {readings, count, Reason::none, 0};
}

namespace detail {
template <class T>
struct KindOf {};
template <class K>
struct KindOf<Quantity<K>> {
    using Kind = K;
};
template <class Range>
using ElementKind = typename KindOf<
    std::remove_cvref_t<decltype(static_cast<const Range*>(nullptr)->operator[](0))>>::Kind;
}  // namespace detail

/// The arithmetic mean of readings of one kind: a `std::vector`, `std::span` or `std::array` of
/// quantities, or what `homogeneous_range` checked. pH too is averaged so by convention. NaN when
/// there is none.
template <class Range, class K = detail::ElementKind<Range>>
    requires(K::info.algebra != Algebra::opaque)
constexpr Quantity<K> mean(const Range& readings) {
    const std::size_t count = readings.size();
    double sum = count == 0 ? std::numeric_limits<double>::quiet_NaN() : 0;
    for (std::size_t i = 0; i < count; ++i) sum += detail::stored(readings[i]);
    return Quantity<K>(sum / static_cast<double>(count == 0 ? 1 : count),
                       UnitOf<typename K::Units>{});
}

struct readings_of_several_devices_go_through_homogeneous_range;
/// Of anything else, such as a range of `std::variant` or of `AnyQuantity`.
template <class Range, class... None>
readings_of_several_devices_go_through_homogeneous_range mean(const Range&, None...) = delete;

}  // namespace eczscore::units
