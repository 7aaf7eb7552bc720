// SPDX-License-Identifier: BSL-1.0
// Why a table cannot be read as asked: one sentence, and whose fault it is.
#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include "eczscore/core/requirements.hpp"

namespace eczscore::table {

/// Why nothing was done. Without a sentence nothing is wrong.
struct Failure {
    /// What has to change: what was asked for, or a file that cannot be read.
    enum class Cause : std::uint8_t { request, file };

    Failure() = default;
    /// said  a sentence that names what is wrong and the remedy
    /// what  what has to change
    Failure(std::string said, Cause what = Cause::request)
        : sentence(std::move(said)), cause(what) {}
    /// The same, of a request.
    Failure(const char* said) : sentence(said) {}
    /// Nothing is wrong.
    bool empty() const { return sentence.empty(); }

    std::string sentence;
    Cause cause = Cause::request;
};

}  // namespace eczscore::table
