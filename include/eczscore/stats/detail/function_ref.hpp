// SPDX-License-Identifier: BSL-1.0
// A function of one number that somebody else owns, so that what calls it can be compiled once.
#pragma once

#include <memory>
#include <type_traits>

namespace eczscore::stats::detail {

/// Views a callable `double(double)`; valid as long as that lives, so take it as an argument only.
class FunctionRef {
public:
    template <class Function>
        requires(!std::is_same_v<std::remove_cvref_t<Function>, FunctionRef>)
    FunctionRef(const Function& function)  // NOLINT(google-explicit-constructor)
        : function_(std::addressof(function)), call_([](const void* f, double x) -> double {
              return (*static_cast<const Function*>(f))(x);
          }) {}
    double operator()(double x) const { return call_(function_, x); }

private:
    const void* function_;
    double (*call_)(const void*, double);
};

}  // namespace eczscore::stats::detail
