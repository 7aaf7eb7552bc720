// SPDX-License-Identifier: BSL-1.0
// A measured value whose kind is part of its type, so that what must not mix does not compile.
#pragma once

#include <cstddef>
#include <cstdint>

#include "eczscore/units/kind_info.hpp"

namespace eczscore::units {

/// A unit of one family, as a ratio to the family's canonical unit, in which values are stored:
/// canonical = (value * num + shift) / den.
template <class Family>
struct UnitOf {
    explicit constexpr UnitOf() = default;  ///< the canonical unit, to be asked for by name
    /// A unit whose value v is (v * numerator + shifted) / denominator in the canonical one.
    constexpr UnitOf(Text code, double numerator = 1, double denominator = 1, double shifted = 0)
        : ucum(code), num(numerator), den(denominator), shift(shifted) {}

    Text ucum{};
    double num = 1;
    double den = 1;
    double shift = 0;  ///< of temperature scales
};

template <class K>
class Quantity;

/// For readings whose unit family needs no more than one named maker, `of`.
template <class Q>
struct PlainMaker {
    /// The quantity with this value, in its only unit.
    static constexpr Q of(double value) { return Q(value, typename Q::UnitType{}); }
};

/// A pure number, such as a ratio.
struct Pure {
    template <class Q>
    using Makers = PlainMaker<Q>;
};

namespace kind {
/// The quotient of two quantities of one kind.
struct LinearRatio {
    using Units = Pure;
    static constexpr KindInfo info{.id = "ratio", .label = "Ratio", .ucum = "1"};
};
}  // namespace kind
using Ratio = Quantity<kind::LinearRatio>;

/// A value of one kind, stored in the kind's canonical unit. It is made with a unit,
/// `Tewl::g_per_m2_h(12.0)`, taken out with a unit, `x.in(g_per_m2_h)`, and meets only its kind.
/// NaN is allowed and stays NaN; whether a value is plausible is not judged here.
template <class K>
class Quantity : public K::Units::template Makers<Quantity<K>> {
public:
    using Kind = K;
    using UnitType = UnitOf<typename K::Units>;
    static constexpr Algebra algebra = K::info.algebra;

    /// So many units.
    constexpr Quantity(double value, UnitType unit)
        : value_((value * unit.num + unit.shift) / unit.den) {}
    Quantity(double without_unit) = delete;
    template <class AnotherKind>
    Quantity(Quantity<AnotherKind>) = delete;

    /// The number of units; the only way out.
    constexpr double in(UnitType unit) const { return (value_ * unit.den - unit.shift) / unit.num; }
    /// What is known of this kind: id, label, unit, limits.
    static constexpr const KindInfo& info() { return K::info; }

    friend constexpr Quantity operator+(Quantity a, Quantity b)
        requires(algebra == Algebra::linear)
    {
        return raw(a.value_ + b.value_);
    }
    friend constexpr Quantity operator-(Quantity a, Quantity b)
        requires(algebra == Algebra::linear)
    {
        return raw(a.value_ - b.value_);
    }
    friend constexpr Quantity operator-(Quantity a)
        requires(algebra == Algebra::linear)
    {
        return raw(-a.value_);
    }
    friend constexpr Quantity operator*(Quantity a, double factor)
        requires(algebra == Algebra::linear)
    {
        return raw(a.value_ * factor);
    }
    friend constexpr Quantity operator*(double factor, Quantity a)
        requires(algebra == Algebra::linear)
    {
        return raw(a.value_ * factor);
    }
    friend constexpr Quantity operator/(Quantity a, double divisor)
        requires(algebra == Algebra::linear)
    {
        return raw(a.value_ / divisor);
    }
    friend constexpr Ratio operator/(Quantity a, Quantity b)
        requires(algebra == Algebra::linear)
    {
        return Ratio::of(a.value_ / b.value_);
    }

    friend constexpr bool operator==(Quantity a, Quantity b) { return a.value_ == b.value_; }
    friend constexpr bool operator<(Quantity a, Quantity b)
        requires(algebra != Algebra::opaque)
    {
        return a.value_ < b.value_;
    }
    friend constexpr bool operator>(Quantity a, Quantity b)
        requires(algebra != Algebra::opaque)
    {
        return b < a;
    }
    friend constexpr bool operator<=(Quantity a, Quantity b)
        requires(algebra != Algebra::opaque)
    {
        return a.value_ <= b.value_;
    }
    friend constexpr bool operator>=(Quantity a, Quantity b)
        requires(algebra != Algebra::opaque)
    {
        return b <= a;
    }

private:
    template <class>
    friend class Quantity;
    friend class AnyQuantity;

    static constexpr Quantity raw(double canonical) { return Quantity(canonical, UnitType{}); }
    double value_;
};

// Points on a scale whose zero is a convention: they differ by a quantity of another kind.

namespace detail {
template <class K>
constexpr double stored(Quantity<K> quantity) {
    return quantity.in(UnitOf<typename K::Units>{});
}
}  // namespace detail

template <class K>
concept Point = K::info.algebra == Algebra::point;

namespace detail {
template <class A, class B>
struct SameKind {
    static constexpr bool value = false;
};
template <class A>
struct SameKind<A, A> {
    static constexpr bool value = true;
};
/// Points of `A` differ by a `B`.
template <class A, class B>
concept DiffersBy = Point<A> && SameKind<typename A::Difference, B>::value;
}  // namespace detail

template <Point K>
constexpr Quantity<typename K::Difference> operator-(Quantity<K> a, Quantity<K> b) {
    using Difference = Quantity<typename K::Difference>;
    return Difference(detail::stored(a) - detail::stored(b), typename Difference::UnitType{});
}
template <Point K>
constexpr Quantity<K> operator+(Quantity<K> a, Quantity<typename K::Difference> b) {
    return Quantity<K>(detail::stored(a) + detail::stored(b), UnitOf<typename K::Units>{});
}
template <Point K>
constexpr Quantity<K> operator-(Quantity<K> a, Quantity<typename K::Difference> b) {
    return Quantity<K>(detail::stored(a) - detail::stored(b), UnitOf<typename K::Units>{});
}

// What must not compile says why in the name of a type that is never defined.

struct different_kinds_do_not_mix;
struct two_points_of_a_scale_do_not_add;
struct readings_are_not_multiplied;
struct take_the_logarithm_of_a_ratio;
struct readings_have_no_root;

template <class A, class B>
    requires(!detail::DiffersBy<A, B>)
different_kinds_do_not_mix operator+(Quantity<A>, Quantity<B>) = delete;
template <class A, class B>
    requires(!detail::DiffersBy<A, B>)
different_kinds_do_not_mix operator-(Quantity<A>, Quantity<B>) = delete;
template <class A, class B>
different_kinds_do_not_mix operator/(Quantity<A>, Quantity<B>) = delete;
template <class A, class B>
different_kinds_do_not_mix operator==(Quantity<A>, Quantity<B>) = delete;
template <class A, class B>
different_kinds_do_not_mix operator<(Quantity<A>, Quantity<B>) = delete;
template <class A, class B>
different_kinds_do_not_mix operator>(Quantity<A>, Quantity<B>) = delete;
template <class A, class B>
different_kinds_do_not_mix operator<=(Quantity<A>, Quantity<B>) = delete;
template <class A, class B>
different_kinds_do_not_mix operator>=(Quantity<A>, Quantity<B>) = delete;
template <Point A>
two_points_of_a_scale_do_not_add operator+(Quantity<A>, Quantity<A>) = delete;
template <class A, class B>
readings_are_not_multiplied operator*(Quantity<A>, Quantity<B>) = delete;
template <class A>
take_the_logarithm_of_a_ratio log(Quantity<A>) = delete;
template <class A>
take_the_logarithm_of_a_ratio log2(Quantity<A>) = delete;
template <class A>
take_the_logarithm_of_a_ratio log10(Quantity<A>) = delete;
template <class A>
readings_have_no_root sqrt(Quantity<A>) = delete;

}  // namespace eczscore::units
