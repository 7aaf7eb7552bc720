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
    double hue;
};
/// Difference of two hues in degrees, 0 when one of the colours has none.
inline double hue_step(const Polar& x, const Polar& y) {
    if (x.chroma * y.chroma == 0) return 0;
    const double step = y.hue - x.hue;
    return step > 180 ? step - 360 : step < -180 ? step + 360 : step;
}
inline double hue_mean(const Polar& x, const Polar& y) {
    const double sum = x.hue + y.hue;
    if (x.chroma * y.chroma == 0) return sum;
    const double apart = x.hue > y.hue ? x.hue - y.hue : y.hue - x.hue;
    if (apart <= 180) return sum / 2;
    return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
}
inline double hue_weight(double hue) {
    return 1 - 0.17 * cos_degrees(hue - 30) + 0.24 * cos_degrees(2 * hue) +
           0.32 * cos_degrees(3 * hue + 6) - 0.20 * cos_degrees(4 * hue - 63);
}

}  // namespace detail

/// CIEDE2000 with kL = kC = kH = 1; NaN when a colour has a fault.
/// source   published test pairs reproduced to four decimals
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
    const double hue = detail::hue_mean(p, q);
    const double sl =
        1 + 0.015 * lightness * lightness / __builtin_sqrt(20 + lightness * lightness);
    const double sc = 1 + 0.045 * chroma;
    const double sh = 1 + 0.015 * chroma * detail::hue_weight(hue);
    const double away = (hue - 275) / 25;
    const double turn =
        -2 * detail::chroma_weight(chroma) * detail::sin_degrees(60 * __builtin_exp(-away * away));

    const double dl = (l2 - l1) / sl;
    const double dc = (q.chroma - p.chroma) / sc;
    const double dh = 2 * __builtin_sqrt(p.chroma * q.chroma) *
                      detail::sin_degrees(detail::hue_step(p, q) / 2) / sh;
    return DeltaE2000::of(__builtin_sqrt(dl * dl + dc * dc + dh * dh + turn * dc * dh));
}

}  // namespace eczscore::units
