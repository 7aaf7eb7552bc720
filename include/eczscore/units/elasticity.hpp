// SPDX-License-Identifier: BSL-1.0
// Cutometer parameters R0 to R9 and Q1 to Q3 from the amplitudes of suction curves.
#pragma once

#include "eczscore/core/list.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/units/kind_parts.hpp"
#include "eczscore/units/quantity.hpp"

namespace eczscore::units {

/// Canonical mm.
struct Millimetres {
    template <class Q>
    struct Makers {
        static constexpr Q mm(double value) { return Q(value, {"mm"}); }
    };
};
inline constexpr UnitOf<Millimetres> mm{"mm"};
inline constexpr UnitOf<Pure> pure_number{"1"};

/// One parameter: what it is made of, and how sure that is. Vacuum and probe diameter are part of
/// what was measured and belong beside every value.
struct ElasticityRow {
    Text id;
    Text definition;
    Text ucum;
    BetterWhen better;
    Evidence evidence;
};

namespace detail {
using enum BetterWhen;
inline constexpr Evidence r_memory{.source = cite("cutometer_papers"),
                                   .confidence = Confidence::medium,
                                   .note = "definition from memory",
                                   .from_memory = true};
inline constexpr Evidence r_seen{cite("cutometer_papers"), Confidence::high};
inline constexpr Evidence q_memory{.source = cite("cutometer_papers"),
                                   .confidence = Confidence::medium,
                                   .note =
                                       "definition from memory; the areas themselves come from the "
                                       "device",
                                   .from_memory = true};
}  // namespace detail

/// R0 to R9 and Q1 to Q3. The areas F0 to F3 are not offered: their formulas are not verified.
inline constexpr ElasticityRow elasticity_rows[] = {
    {"cutometer_r0",
     "Uf",
     "mm",
     detail::no_direction,
     {.source = cite("cutometer_papers"),
      .confidence = Confidence::medium,
      .note = "lower is firmer; benefit depends on the claim",
      .from_memory = true}},
    {"cutometer_r1", "Uf - Ua", "mm", detail::lower, detail::r_memory},
    {"cutometer_r2", "Ua / Uf", "1", detail::higher, detail::r_memory},
    {"cutometer_r3", "largest amplitude of the last cycle", "mm", detail::no_direction,
     detail::r_memory},
    {"cutometer_r4", "residual deformation after the last cycle", "mm", detail::lower,
     detail::r_memory},
    {"cutometer_r5", "Ur / Ue", "1", detail::higher, detail::r_seen},
    {"cutometer_r6",
     "Uv / Ue",
     "1",
     detail::lower,
     {cite("cutometer_papers"), Confidence::medium, "seen in part"}},
    {"cutometer_r7", "Ur / Uf", "1", detail::higher, detail::r_seen},
    {"cutometer_r8",
     "Ua",
     "mm",
     detail::higher,
     {cite("cutometer_papers"), Confidence::high, "inferred: R8 / R0 equals R2 in two papers"}},
    {"cutometer_r9", "R3 - R0", "mm", detail::lower, detail::r_memory},
    {"cutometer_q1", "(QE + QR) / Q0", "1", detail::no_direction, detail::q_memory},
    {"cutometer_q2", "QE / Q0", "1", detail::no_direction, detail::q_memory},
    {"cutometer_q3", "QR / Q0", "1", detail::no_direction, detail::q_memory}};

namespace kind {
/// Row `row` of `elasticity_rows`; lengths and ratios are different families.
template <int row, class Family>
struct Cutometer {
    using Units = Family;
    static constexpr KindInfo info{
        .id = elasticity_rows[row].id,
        .label = elasticity_rows[row].definition,
        .ucum = elasticity_rows[row].ucum,
        .unit = elasticity_rows[row].ucum == Text("mm") ? detail::millimetre : detail::pure,
        .device = "cutometer",
        .better = elasticity_rows[row].better,
        .better_confidence = elasticity_rows[row].evidence.confidence};
};
/// An amplitude of a suction curve.
struct Deformation {
    using Units = Millimetres;
    static constexpr KindInfo info{.id = "deformation",
                                   .label = "Skin deformation",
                                   .ucum = "mm",
                                   .unit = detail::millimetre,
                                   .device = "cutometer",
                                   .limits = detail::at_least(0, detail::proposal)};
};
}  // namespace kind

using Deformation = Quantity<kind::Deformation>;
template <int row>
using CutometerLength = Quantity<kind::Cutometer<row, Millimetres>>;
template <int row>
using CutometerRatio = Quantity<kind::Cutometer<row, Pure>>;

/// Amplitudes of one suction and release.
struct SuctionCurve {
    Deformation ue;  ///< immediate
    Deformation uv;  ///< delayed
    Deformation ur;  ///< immediate retraction
    Deformation ua;  ///< total retraction after relaxation

    /// The final deformation, immediate and delayed together.
    constexpr Deformation uf() const { return ue + uv; }
};

/// Why amplitudes are not a suction curve: the first rule that they break, or `none`.
enum class CurveFault : std::uint8_t {
    none,
    not_finite,    ///< an amplitude is missing
    negative,      ///< an amplitude is below 0
    no_amplitude,  ///< Ue is 0, so nothing can be divided by it
    ua_above_uf,   ///< more retraction than deformation
    ur_above_uf
};
/// The first rule that the curve breaks; `none` when it is sound.
constexpr CurveFault curve_fault(const SuctionCurve& curve) {
    const double uf = curve.uf().in(mm);
    const double parts[] = {curve.ue.in(mm), curve.uv.in(mm), curve.ur.in(mm), curve.ua.in(mm)};
    for (const double part : parts) {
        if (!(part - part == 0)) return CurveFault::not_finite;
    }
    for (const double part : parts) {
        if (part < 0) return CurveFault::negative;
    }
    if (!(parts[0] > 0)) return CurveFault::no_amplitude;
    if (parts[3] > uf) return CurveFault::ua_above_uf;
    return parts[2] > uf ? CurveFault::ur_above_uf : CurveFault::none;
}

/// What one curve gives. Only from a curve without fault.
struct Elasticity {
    CutometerLength<0> r0;
    CutometerLength<1> r1;
    CutometerRatio<2> r2;
    CutometerRatio<5> r5;
    CutometerRatio<6> r6;
    CutometerRatio<7> r7;
    CutometerLength<8> r8;
};
/// The parameters of one curve; NaN throughout when `curve_fault` finds one.
constexpr Elasticity elasticity(const SuctionCurve& curve) {
    const double no = curve_fault(curve) == CurveFault::none ? 0 : __builtin_nan("");
    const double ue = curve.ue.in(mm) + no;
    const double uf = curve.uf().in(mm) + no;
    const double ur = curve.ur.in(mm);
    const double ua = curve.ua.in(mm);
    return {.r0 = CutometerLength<0>::mm(uf),
            .r1 = CutometerLength<1>::mm(uf - ua),
            .r2 = CutometerRatio<2>::of(ua / uf),
            .r5 = CutometerRatio<5>::of(ur / ue),
            .r6 = CutometerRatio<6>::of(curve.uv.in(mm) / ue),
            .r7 = CutometerRatio<7>::of(ur / uf),
            .r8 = CutometerLength<8>::mm(ua + no)};
}

/// What only repeated suctions give: the largest amplitude and the residual of the last cycle.
struct Fatigue {
    CutometerLength<3> r3;
    CutometerLength<4> r4;
    CutometerLength<9> r9;
};
/// The R parameters of repeated suctions; lengths in millimetres.
constexpr Fatigue fatigue(CutometerLength<0> r0, Deformation last_amplitude,
                          Deformation last_residual) {
    const double r3 = last_amplitude.in(mm);
    return {.r3 = CutometerLength<3>::mm(r3),
            .r4 = CutometerLength<4>::mm(last_residual.in(mm)),
            .r9 = CutometerLength<9>::mm(r3 - r0.in(mm))};
}

/// Areas of a single suction cycle, as the device gives them, in one unit: total recovery, elastic
/// and viscoelastic recovery.
struct RecoveryAreas {
    double q0 = 0;
    double qe = 0;
    double qr = 0;
};
/// Ratios of recovery areas; from 0 to 1 for skin that was not damaged.
struct QParameters {
    CutometerRatio<10> q1;
    CutometerRatio<11> q2;
    CutometerRatio<12> q3;
};
/// Q1 to Q3; NaN unless the areas are not negative and Q0 is above 0.
constexpr QParameters q_parameters(RecoveryAreas areas) {
    const bool sound = areas.q0 > 0 && areas.qe >= 0 && areas.qr >= 0;
    const double q0 = sound ? areas.q0 : __builtin_nan("");
    return {.q1 = CutometerRatio<10>::of((areas.qe + areas.qr) / q0),
            .q2 = CutometerRatio<11>::of(areas.qe / q0),
            .q3 = CutometerRatio<12>::of(areas.qr / q0)};
}

}  // namespace eczscore::units
