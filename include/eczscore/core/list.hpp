// SPDX-License-Identifier: BSL-1.0
// A view of a constant array: what descriptors hold instead of std::span, at a tenth of its cost.
#pragma once

#include <cstddef>

#include "eczscore/core/requirements.hpp"

namespace eczscore {

/// A view of a constant array that lives as long as the program. (`std::span` would do, but its
/// constructors cost a compiler more than everything else in an instrument header.)
template <class T>
class List {
public:
    constexpr List() = default;
    /// Views an array of static storage; the list never owns it.
    template <std::size_t N>
    constexpr List(const T (&array)[N]) : data_(array), size_(N) {}  // NOLINT

    constexpr const T* data() const { return data_; }
    constexpr std::size_t size() const { return size_; }
    constexpr bool empty() const { return size_ == 0; }
    constexpr const T* begin() const { return data_; }
    constexpr const T* end() const { return data_ + size_; }
    constexpr const T& operator[](std::size_t index) const { return data_[index]; }
    /// The first element; only of a list that is not empty.
    constexpr const T& front() const { return data_[0]; }
    /// The last element; only of a list that is not empty.
    constexpr const T& back() const { return data_[size_ - 1]; }

private:
    const T* data_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace eczscore
