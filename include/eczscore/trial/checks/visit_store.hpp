// SPDX-License-Identifier: BSL-1.0
// The visits of all subjects, kept compactly until every row is there.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
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

namespace detail {

/// `num / den`, reduced already: not reduced again for every visit.
constexpr Exact reduced_ratio(std::int64_t num, std::int64_t den) {
    return std::bit_cast<Exact>(std::array{num, den});
}
static_assert(reduced_ratio(-7, 3) == Exact::ratio(-7, 3));

/// A `Brief` in 24 bytes, where its numbers are as small as those of forms are; otherwise the place
/// of one.
class SmallBrief {
public:
    /// Whether `brief()` of it is `brief` again.
    static bool holds(const Brief& brief) {
        return brief.score.num() == static_cast<std::int32_t>(brief.score.num()) &&
               brief.score.den() < std::int64_t{1} << den_bits &&
               brief.same_millionths == static_cast<std::int32_t>(brief.same_millionths);
    }

    /// Holds nothing yet.
    SmallBrief() = default;
    /// The place of a brief that is too large.
    static SmallBrief at(std::size_t place) {
        SmallBrief made{Brief{}};
        made.fingerprint_ = place;
        made.num_ = 1;  // 1/0 is no score
        return made;
    }
    /// brief  one that it `holds`
    explicit SmallBrief(const Brief& brief)
        : fingerprint_(brief.fingerprint),
          num_(static_cast<std::int32_t>(brief.score.num())),
          same_millionths_(static_cast<std::int32_t>(brief.same_millionths)),
          answered_(brief.answered),
          above_0_(brief.above_0),
          den_(static_cast<std::uint32_t>(brief.score.den()) & ((1U << den_bits) - 1)),
          has_score_(brief.has_score),
          is_typed_(brief.is_typed),
          is_uniform_(brief.is_uniform),
          is_outside_ages_(brief.is_outside_ages) {}

    bool is_place() const { return den_ == 0 && num_ != 0; }
    std::size_t place() const { return static_cast<std::size_t>(fingerprint_); }
    Brief brief() const {
        return {.score = reduced_ratio(num_, den_),
                .fingerprint = fingerprint_,
                .same_millionths = same_millionths_,
                .answered = answered_,
                .above_0 = above_0_,
                .has_score = has_score_,
                .is_typed = is_typed_,
                .is_uniform = is_uniform_,
                .is_outside_ages = is_outside_ages_};
    }

private:
    static constexpr int den_bits = 28;

    std::uint64_t fingerprint_;
    std::int32_t num_;
    std::int32_t same_millionths_;
    std::uint16_t answered_;
    std::uint16_t above_0_;
    std::uint32_t den_ : den_bits;
    bool has_score_ : 1;
    bool is_typed_ : 1;
    bool is_uniform_ : 1;
    bool is_outside_ages_ : 1;
};
static_assert(sizeof(SmallBrief) == 24);

}  // namespace detail

/// Keeps of every visit 24 bytes, and 24 for each instrument that is no second reading.
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
                               std::make_unique_for_overwrite<detail::SmallBrief[]>(
                                   block_visits * places_.size())});
        }
        const std::size_t at = size_ % block_visits;
        Kept& kept = blocks_.back().kept[at];
        kept.subject = subjects_.number(subject);
        kept.name = names_.number(head.name);
        keep_line(kept, head.line);
        kept.age = unknown_age;
        if (head.age.is_known()) {
            kept.age = static_cast<std::uint32_t>(head.age.millionths_of_month()) & unknown_age;
        }
        kept.when = head.when.is_value() ? head.when.millionths() : unknown_when;
        detail::SmallBrief* to = blocks_.back().briefs.get() + at * places_.size();
        for (const std::size_t place : places_) *to++ = small(briefs[place]);
        ++size_;
    }

    /// The subjects so far.
    std::size_t subjects() const { return subjects_.size(); }
    /// The different names of visits so far; each `VisitBrief::name_number` is below it.
    std::size_t names() const { return names_.size(); }

    /// Calls `visit(subject)` for every subject, in the order in which they first came.
    template <class Visit>
    void for_each_subject(Visit visit) {
        walk(visit, true);
    }
    /// The same, of visits without their briefs.
    template <class Visit>
    void for_each_subject_in_outline(Visit visit) {
        walk(visit, false);
    }

private:
    template <class Visit>
    void walk(Visit& visit, bool with_briefs) {
        const std::vector<std::uint32_t>& order = by_subject();
        Subject subject;
        for (std::size_t from = 0; from < order.size();) {
            const std::uint32_t number = kept(order[from]).subject;
            subject.id = subjects_.text(number);
            subject.visits.clear();
            const std::size_t start = from;
            for (; from < order.size() && kept(order[from]).subject == number; ++from) {
                subject.visits.push_back(brief(order[from]));
            }
            if (with_briefs) fill_briefs(subject, std::span(order).subspan(start, from - start));
            sort(subject);
            visit(std::as_const(subject));
        }
    }

    static constexpr std::size_t most = 0xffffffff;
    static constexpr std::size_t block_visits = 4096;
    static constexpr std::uint32_t unknown_age = 0x7fffffff;
    static constexpr std::int64_t unknown_when = std::numeric_limits<std::int64_t>::min();

    struct Kept {
        std::uint32_t subject;
        std::uint32_t name;
        std::uint32_t line;        ///< in the file, or its place in `far_lines_`
        std::uint32_t is_far : 1;  ///< which of the two
        std::uint32_t age : 31;    ///< in millionths of a month: 130 years are below 2^31
        std::int64_t when;         ///< in millionths
    };
    static_assert(sizeof(Kept) == 24);
    struct Block {
        std::unique_ptr<Kept[]> kept;
        std::unique_ptr<detail::SmallBrief[]> briefs;
    };

    void keep_line(Kept& kept, std::uint64_t line) {
        kept.is_far = line > 0xffffffff;
        kept.line = static_cast<std::uint32_t>(line);
        if (!kept.is_far) return;
        kept.line = static_cast<std::uint32_t>(far_lines_.size());
        far_lines_.push_back(line);
    }
    detail::SmallBrief small(const Brief& brief) {
        if (detail::SmallBrief::holds(brief)) return detail::SmallBrief(brief);
        large_briefs_.push_back(brief);
        return detail::SmallBrief::at(large_briefs_.size() - 1);
    }

    const Kept& kept(std::size_t row) const {
        return blocks_[row / block_visits].kept[row % block_visits];
    }

    /// The rows of each subject in their order, subject by subject.
    const std::vector<std::uint32_t>& by_subject() {
        if (order_.size() == size_) return order_;
        std::vector<std::uint32_t> place(subjects_.size() + 1, 0);
        for (std::size_t row = 0; row < size_; ++row) ++place[kept(row).subject + 1];
        for (std::size_t i = 1; i < place.size(); ++i) place[i] += place[i - 1];
        order_.resize(size_);
        for (std::uint32_t row = 0; row < size_; ++row) order_[place[kept(row).subject]++] = row;
        return order_;
    }

    VisitBrief brief(std::uint32_t row) const {
        const Kept& each = kept(row);
        VisitBrief made{.name = names_.text(each.name),
                        .name_number = each.name,
                        .line = each.is_far ? far_lines_[each.line] : each.line,
                        .age = {},
                        .when = {},
                        .briefs = {}};
        if (each.age != unknown_age) made.age = Age::months(Answer::from_millionths(each.age));
        if (each.when != unknown_when) made.when = Answer::from_millionths(each.when);
        return made;
    }

    /// The briefs of one subject's visits, second readings among them, beside each other.
    void fill_briefs(Subject& subject, std::span<const std::uint32_t> rows) {
        filled_.resize(std::max(filled_.size(), rows.size() * layout_size_));
        for (std::size_t v = 0; v < rows.size(); ++v) {
            const std::size_t row = rows[v];
            const detail::SmallBrief* from =
                blocks_[row / block_visits].briefs.get() + row % block_visits * places_.size();
            Brief* const to = filled_.data() + v * layout_size_;
            for (const std::size_t place : places_) {
                to[place] = from->is_place() ? large_briefs_[from->place()] : from->brief();
                ++from;
            }
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
    std::vector<std::uint64_t> far_lines_;  // those beyond 32 bits
    std::vector<Brief> large_briefs_;       // those that are too large for `SmallBrief`
    std::vector<std::uint32_t> order_;      // of `by_subject`, when it is as long as `size_`
    std::size_t size_ = 0;
};

}  // namespace eczscore::trial::checks
