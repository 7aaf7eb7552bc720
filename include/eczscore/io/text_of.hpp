// SPDX-License-Identifier: BSL-1.0
// Text that is written through a TextOut, as a std::string.
#pragma once

#include <cstddef>
#include <string>
#include <utility>

#include "eczscore/core/text_out.hpp"

namespace eczscore::io {

/// A string that text is written into; it grows as it must.
class StringOut : public TextOut {
public:
    StringOut() : TextOut(&grow) {}

    /// What was written; nothing may be written after it.
    std::string string() && {
        string_.resize(length_);
        return std::move(string_);
    }
    /// Forgets what was written, and keeps the memory.
    void clear() { length_ = 0; }

private:
    static void grow(TextOut& out, std::size_t wanted) {
        auto& self = static_cast<StringOut&>(out);
        std::size_t room = self.room_ < 64 ? 128 : self.room_ * 2;
        if (room < self.length_ + wanted) room = self.length_ + wanted;
        self.string_.resize(room);
        self.take(self.string_.data(), room);
    }

    std::string string_;
};

/// The text that `write(TextOut&)` writes.
template <class Write>
std::string text_of(const Write& write) {
    StringOut out;
    write(static_cast<TextOut&>(out));
    return std::move(out).string();
}

}  // namespace eczscore::io
