// SPDX-License-Identifier: BSL-1.0
// Texts that are kept once, each by a number: the names of subjects, visits and groups.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <memory>
#include <new>
#include <string_view>
#include <utility>
#include <vector>

#include "eczscore/core/requirements.hpp"

namespace eczscore::trial {

/// Numbers texts from 0 in the order in which they first come. A text costs its bytes and about 50.
class TextTable {
public:
    /// The number of a text, which is kept where it is new. Most quickly where it is that of the
    /// last call, or the one that followed that the last time.
    std::uint32_t number(std::string_view text) {
        if (last_ < texts_.size()) {
            if (texts_[last_] == text) return last_;
            const std::uint32_t expected = next_[last_];
            if (texts_[expected] == text) return last_ = expected;
        }
        const std::uint32_t found = look_up(text);
        next_[last_] = found;
        return last_ = found;
    }
    /// A text by its number; stays where it is.
    std::string_view text(std::uint32_t number) const { return texts_[number]; }
    std::size_t size() const { return texts_.size(); }

private:
    static constexpr std::uint32_t nothing = 0xffffffff;
    static constexpr std::size_t block_bytes = std::size_t{1} << 16;

    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t number = nothing;
    };

    static std::uint64_t hash_of(std::string_view text) {
        return std::hash<std::string_view>()(text);
    }
    static std::uint32_t short_hash(std::uint64_t hash) {
        return static_cast<std::uint32_t>(hash >> 32);
    }

    std::uint32_t look_up(std::string_view text) {
        if (2 * (texts_.size() + 1) > slots_.size()) grow();
        const std::uint64_t hash = hash_of(text);
        const std::size_t mask = slots_.size() - 1;
        std::size_t at = hash & mask;
        for (; slots_[at].number != nothing; at = (at + 1) & mask) {
            const Slot& slot = slots_[at];
            if (slot.hash == short_hash(hash) && texts_[slot.number] == text) return slot.number;
        }
        const auto number = static_cast<std::uint32_t>(texts_.size());
        if (number == nothing) throw std::bad_alloc();
        texts_.push_back(kept(text));
        next_.push_back(0);
        slots_[at] = {short_hash(hash), number};
        return number;
    }

    std::string_view kept(std::string_view text) {
        if (text.empty()) return {};
        if (text.size() > room_) {
            const std::size_t size = text.size() > block_bytes / 8 ? text.size() : block_bytes;
            blocks_.push_back(std::make_unique_for_overwrite<char[]>(size));
            place_ = blocks_.back().get();
            room_ = size;
        }
        std::memcpy(place_, text.data(), text.size());
        const std::string_view copy(place_, text.size());
        place_ += text.size();
        room_ -= text.size();
        return copy;
    }

    void grow() {
        std::vector<Slot> bigger(slots_.empty() ? 64 : 2 * slots_.size());
        const std::size_t mask = bigger.size() - 1;
        for (std::uint32_t number = 0; number < texts_.size(); ++number) {
            const std::uint64_t hash = hash_of(texts_[number]);
            std::size_t at = hash & mask;
            while (bigger[at].number != nothing) at = (at + 1) & mask;
            bigger[at] = {short_hash(hash), number};
        }
        slots_ = std::move(bigger);
    }

    std::vector<std::string_view> texts_;
    std::vector<std::uint32_t> next_;  // the number that followed each the last time
    std::vector<Slot> slots_;          // as many as a power of two
    std::vector<std::unique_ptr<char[]>> blocks_;
    char* place_ = nullptr;
    std::size_t room_ = 0;
    std::uint32_t last_ = 0;
};

}  // namespace eczscore::trial
