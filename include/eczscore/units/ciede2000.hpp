// SPDX-License-Identifier: BSL-1.0
// Colour difference CIEDE2000, in the notation of Sharma, Wu and Dalal.
#pragma once

#include "eczscore/units/colour.hpp"

namespace eczscore::units {

namespace detail {

inline constexpr double pi = 3.1415926535897932384626433832795;

inline double degrees_of(double y, double x) {
    if (x == 0 && y == 0) return 0;
    const double h = __builtin_atan2(y, x) * 180 / pi;
    return h < 0 ? h + 360 : h;
}
inline double cos_degrees(double angle) { return __builtin_cos(angle * pi / 180); }
inline double sin_degrees(double angle) { return __builtin_sin(angle * pi / 180); }

/// sqrt(c^7 / (c^7 + 25^7)).
inline double chroma_weight(double c) {
    const double c7 = c * c * c * c * c * c * c;
    return __builtin_sqrt(c7 / (c7 + 6103515625.0));
}
struct Polar {
    double chroma;
    double hue;  ///< degrees from 0 to 360
};
/// The sign of x1 * y2 - x2 * y1, exactly: rounded products in the wrong order are wrong by less
/// than what rounding left out, and two equal ones are decided by that.
inline int turn_sign(double x1, double y1, double x2, double y2) {
    const double p = x1 * y2;
    const double q = x2 * y1;
    if (p != q) return p > q ? 1 : -1;
    const double left_out_p = __builtin_fma(x1, y2, -p);
    const double left_out_q = __builtin_fma(x2, y1, -q);
    return left_out_p > left_out_q ? 1 : left_out_p < left_out_q ? -1 : 0;
}
/// How two hues lie to each other, in degrees.
struct HueStep {
    double step;  ///< from the first to the second; 0 when a colour has no hue
    double mean;  ///< the sum of both when a colour has no hue
};
/// The formula jumps where hues are opposite, and where those beyond have the sum 360. Angles are
/// rounded, so the side is decided by the signs of the sines, which are exact.
/// turn      of a1 b2 - a2 b1, the sine of the second hue less the first
/// together  of a1 b2 + a2 b1, the sine of their sum
inline HueStep hue_step(const Polar& x, const Polar& y, int turn, int together) {
    const double sum = x.hue + y.hue;
    if (x.chroma * y.chroma == 0) return {0, sum};
    const double raw = y.hue - x.hue;
    const double apart = raw < 0 ? -raw : raw;
    const double way_round = raw > 0 ? 360 : -360;
    if (apart <= 90) return {raw, sum / 2};
    if (apart < 270) {
        if (turn == 0) return {way_round / 2, sum / 2};
        if ((raw > 0) == (turn > 0)) return {raw, sum / 2};
    }
    return {raw - way_round, together < 0 ? sum / 2 + 180 : sum / 2 - 180};
}
inline double hue_weight(double hue) {
    return 1 - 0.17 * cos_degrees(hue - 30) + 0.24 * cos_degrees(2 * hue) +
           0.32 * cos_degrees(3 * hue + 6) - 0.20 * cos_degrees(4 * hue - 63);
}

}  // namespace detail

/// CIEDE2000 with kL = kC = kH = 1; NaN when a colour has a fault.
/// source   published test pairs reproduced to four decimals. Opposite hues count as 180 degrees
///          apart, not more, so that their mean is half their sum: Sharma, Wu and Dalal
/// example  (64.0, 13.0, 16.5) and (60.5, 19.0, 15.0): 5.866899737481
inline DeltaE2000 delta_e_2000(const Lab& x, const Lab& y) {
    if (lab_fault(x) != LabFault::none || lab_fault(y) != LabFault::none) {
        return DeltaE2000::of(__builtin_nan(""));
    }
    const double l1 = x.l.in(colour_units), a1 = x.a.in(colour_units), b1 = x.b.in(colour_units);
    const double l2 = y.l.in(colour_units), a2 = y.a.in(colour_units), b2 = y.b.in(colour_units);
    const double c1 = __builtin_sqrt(a1 * a1 + b1 * b1);
    const double c2 = __builtin_sqrt(a2 * a2 + b2 * b2);
    const double g = 1 + 0.5 * (1 - detail::chroma_weight((c1 + c2) / 2));
    const double x1 = g * a1;
    const double x2 = g * a2;
    const detail::Polar p{__builtin_sqrt(x1 * x1 + b1 * b1), detail::degrees_of(b1, x1)};
    const detail::Polar q{__builtin_sqrt(x2 * x2 + b2 * b2), detail::degrees_of(b2, x2)};

    const double lightness = (l1 + l2) / 2 - 50;
    const double chroma = (p.chroma + q.chroma) / 2;
    const detail::HueStep hues = detail::hue_step(p, q, detail::turn_sign(a1, b1, a2, b2),
                                                  detail::turn_sign(a1, -b1, a2, b2));
    const double hue = hues.mean;
    const double sl =
        1 + 0.015 * lightness * lightness / __builtin_sqrt(20 + lightness * lightness);
    const double sc = 1 + 0.045 * chroma;
    const double sh = 1 + 0.015 * chroma * detail::hue_weight(hue);
    const double away = (hue - 275) / 25;
    const double turn =
        -2 * detail::chroma_weight(chroma) * detail::sin_degrees(60 * __builtin_exp(-away * away));

    const double dl = (l2 - l1) / sl;
    const double dc = (q.chroma - p.chroma) / sc;
    const double dh =
        2 * __builtin_sqrt(p.chroma * q.chroma) * detail::sin_degrees(hues.step / 2) / sh;
    return DeltaE2000::of(__builtin_sqrt(dl * dl + dc * dc + dh * dh + turn * dc * dh));
}

}  // namespace eczscore::units
