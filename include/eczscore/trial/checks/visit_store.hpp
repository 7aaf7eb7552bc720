// SPDX-License-Identifier: BSL-1.0
// The visits of all subjects, kept compactly until every row is there.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <new>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "eczscore/trial/checks/subject.hpp"
#include "eczscore/trial/text_table.hpp"

namespace eczscore::trial::checks {

/// A visit without what was recorded at it.
struct VisitHead {
    std::string_view name;
    std::uint64_t line = 0;
    Age age{};
    Answer when{};
};

/// Keeps of every visit 32 bytes, and 40 for each instrument that is no second reading.
class VisitStore {
public:
    /// layout  of the table
    explicit VisitStore(const Layout& layout) : layout_size_(layout.size()) {
        for (std::size_t s = 0; s < layout.size(); ++s) {
            if (!layout[s].is_second_reading) places_.push_back(s);  // others have empty briefs
        }
    }

    /// Keeps a visit. subject: not empty; briefs: as many as the layout has.
    void add(std::string_view subject, const VisitHead& head, std::span<const Brief> briefs) {
        if (size_ == most) throw std::bad_alloc();
        if (size_ % block_visits == 0) {
            blocks_.push_back({std::make_unique_for_overwrite<Kept[]>(block_visits),
                               std::make_unique<Brief[]>(block_visits * places_.size())});
        }
        const std::size_t at = size_ % block_visits;
        blocks_.back().kept[at] = {
            .subject = subjects_.number(subject),
            .name = names_.number(head.name),
            .line = head.line,
            .age = head.age.is_known() ? head.age.millionths_of_month() : unknown,
            .when = head.when.is_value() ? head.when.millionths() : unknown};
        Brief* to = blocks_.back().briefs.get() + at * places_.size();
        for (const std::size_t place : places_) *to++ = briefs[place];
        ++size_;
    }

    /// The subjects so far.
    std::size_t subjects() const { return subjects_.size(); }
    /// The different names of visits so far; each `VisitBrief::name_number` is below it.
    std::size_t names() const { return names_.size(); }

    /// Calls `visit(subject)` for every subject, in the order in which they first came.
    template <class Visit>
    void for_each_subject(Visit visit) {
        const std::vector<std::uint32_t> order = by_subject();
        Subject subject;
        for (std::size_t from = 0; from < order.size();) {
            const std::uint32_t number = kept(order[from]).subject;
            subject.id = subjects_.text(number);
            subject.visits.clear();
            const std::size_t start = from;
            for (; from < order.size() && kept(order[from]).subject == number; ++from) {
                subject.visits.push_back(brief(order[from]));
            }
            fill_briefs(subject, std::span(order).subspan(start, from - start));
            sort(subject);
            visit(std::as_const(subject));
        }
    }

private:
    static constexpr std::size_t most = 0xffffffff;
    static constexpr std::size_t block_visits = 4096;
    static constexpr std::int64_t unknown = std::numeric_limits<std::int64_t>::min();

    struct Kept {
        std::uint32_t subject;
        std::uint32_t name;
        std::uint64_t line;
        std::int64_t age;   ///< in millionths of a month
        std::int64_t when;  ///< in millionths
    };
    struct Block {
        std::unique_ptr<Kept[]> kept;
        std::unique_ptr<Brief[]> briefs;
    };

    const Kept& kept(std::size_t row) const {
        return blocks_[row / block_visits].kept[row % block_visits];
    }

    /// The rows of each subject in their order, subject by subject.
    std::vector<std::uint32_t> by_subject() const {
        std::vector<std::uint32_t> place(subjects_.size() + 1, 0);
        for (std::size_t row = 0; row < size_; ++row) ++place[kept(row).subject + 1];
        for (std::size_t i = 1; i < place.size(); ++i) place[i] += place[i - 1];
        std::vector<std::uint32_t> order(size_);
        for (std::uint32_t row = 0; row < size_; ++row) order[place[kept(row).subject]++] = row;
        return order;
    }

    VisitBrief brief(std::uint32_t row) const {
        const Kept& each = kept(row);
        VisitBrief made{.name = names_.text(each.name),
                        .name_number = each.name,
                        .line = each.line,
                        .age = {},
                        .when = {},
                        .briefs = {}};
        if (each.age != unknown) made.age = Age::months(Answer::from_millionths(each.age));
        if (each.when != unknown) made.when = Answer::from_millionths(each.when);
        return made;
    }

    /// The briefs of one subject's visits, second readings among them, beside each other.
    void fill_briefs(Subject& subject, std::span<const std::uint32_t> rows) {
        filled_.assign(rows.size() * layout_size_, Brief{});
        for (std::size_t v = 0; v < rows.size(); ++v) {
            const std::size_t row = rows[v];
            const Brief* from =
                blocks_[row / block_visits].briefs.get() + row % block_visits * places_.size();
            Brief* const to = filled_.data() + v * layout_size_;
            for (const std::size_t place : places_) to[place] = *from++;
            subject.visits[v].briefs = {to, layout_size_};
        }
    }

    static void sort(Subject& subject) {
        subject.is_ordered = std::all_of(subject.visits.begin(), subject.visits.end(),
                                         [](const VisitBrief& at) { return at.when.is_value(); });
        if (!subject.is_ordered) return;
        const auto is_before = [](const VisitBrief& a, const VisitBrief& b) {
            return std::pair(a.when.millionths(), a.line) < std::pair(b.when.millionths(), b.line);
        };
        if (std::is_sorted(subject.visits.begin(), subject.visits.end(), is_before)) return;
        std::sort(subject.visits.begin(), subject.visits.end(), is_before);
    }

    std::size_t layout_size_;
    std::vector<std::size_t> places_;  // in the layout, of the briefs that are kept
    std::vector<Brief> filled_;        // of one subject
    TextTable subjects_;
    TextTable names_;
    std::vector<Block> blocks_;
    std::size_t size_ = 0;
};

}  // namespace eczscore::trial::checks
