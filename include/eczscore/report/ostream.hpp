// SPDX-License-Identifier: BSL-1.0
// `<<` to a stream for texts, exact numbers and every enumeration that has names.
#pragma once

#include <ostream>
#include <string_view>

#include "eczscore/core/exact.hpp"
#include "eczscore/report/named.hpp"
#include "eczscore/report/number.hpp"

namespace eczscore {

/// The name of an enumerator: `imputed`. As for all here, `std::setw` and fill hold.
template <report::Named E>
std::ostream& operator<<(std::ostream& out, E value) {
    return out << std::string_view(name(value));
}

/// A word or sentence of a descriptor.
inline std::ostream& operator<<(std::ostream& out, Text text) {
    return out << std::string_view(text);
}

/// An exact number as the shortest exact decimal, `18.4`; with 17 digits where there is none; `nan`
/// where it is not a number. The stream's precision does not count.
inline std::ostream& operator<<(std::ostream& out, Exact value) {
    return out << report::number_text(value);
}

// A program finds `<<` by the namespace of the enumeration.
namespace stats {
using eczscore::operator<<;
}
namespace trial {
using eczscore::operator<<;
}
namespace units {
using eczscore::operator<<;
}

}  // namespace eczscore
