// SPDX-License-Identifier: BSL-1.0
// Change against baseline, and the verdict of a published threshold on it, in exact arithmetic.
#pragma once

#include <cstdint>

#include "eczscore/core/name_of.hpp"
#include "eczscore/core/wide_exact.hpp"
#include "eczscore/model/threshold.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore {

/// One patient, two assessments. An improvement is positive when the patient is better, whatever
/// the direction of the scale.
struct Change {
    Exact baseline = Exact::not_a_number();  ///< not a number where there is no score
    Exact now = Exact::not_a_number();
    Direction direction = Direction::higher_is_worse;
    bool is_evaluable = false;  ///< both assessments have a score of the same instrument
    bool has_now = false;       ///< the later assessment has a score
    bool form_changed = false;  ///< a birthday between them changed the age form

    /// now - baseline; like all that follows, not a number where one of them is not.
    constexpr WideExact difference() const { return WideExact::difference(now, baseline); }
    /// Points by which the patient is better; negative when worse. Only when `is_evaluable`.
    constexpr WideExact improvement() const {
        return direction == Direction::higher_is_worse ? -difference() : difference();
    }
    /// A percentage of nothing is not defined.
    constexpr bool has_percent() const { return is_evaluable && baseline > Exact(0); }
    /// improvement / baseline; not a number of a baseline of 0. Not clipped below.
    constexpr WideExact share() const {
        const WideExact grown = WideExact::share(now, baseline, baseline);
        return direction == Direction::higher_is_worse ? -grown : grown;
    }
    /// 100 x improvement / baseline; not a number of a baseline of 0. Not clipped below. It fits
    /// for all scores, whose parts are at most 2^53: the result's are below 100 x 2^107.
    constexpr WideExact percent() const { return WideExact(100) * share(); }
};

/// Change between two exact scores; not evaluable when one is outside the instrument's range.
constexpr Change change(const Instrument& instrument, Exact baseline, Exact now) {
    const auto in_range = [&](Exact score) {
        return score >= instrument.min && score <= instrument.max;
    };
    return {.baseline = baseline,
            .now = now,
            .direction = instrument.direction,
            .is_evaluable = in_range(baseline) && in_range(now) && !instrument.rates_change,
            .has_now = in_range(now)};
}

/// Change between two assessments; not evaluable without both scores, or when one of them is
/// another instrument's.
constexpr Change change(const Instrument& instrument, const Score& baseline, const Score& now) {
    Change result{.direction = instrument.direction};
    const bool now_there = now.is_scored() && now.instrument == &instrument;
    if (now_there) result.now = now.value();
    if (now_there && baseline.is_scored() && baseline.instrument == &instrument) {
        result = change(instrument, baseline.value(), now.value());
    }
    result.has_now = now_there;
    result.form_changed = result.is_evaluable && baseline.form != now.form;
    return result;
}

/// The same, of the instrument that the scores name; not evaluable where they name two, or none.
constexpr Change change(const Score& baseline, const Score& now) {
    const Instrument* named = now.instrument != nullptr ? now.instrument : baseline.instrument;
    return named != nullptr ? change(*named, baseline, now) : Change{};
}

/// What a threshold says about one patient's change.
enum class Verdict : std::uint8_t { improved, unchanged, worsened, not_evaluable };

constexpr Text name(Verdict verdict) {
    constexpr Text names[] = {"improved", "unchanged", "worsened", "not_evaluable"};
    return name_of(names, verdict);
}

/// Whether a responder definition is met. Not evaluable is not "no".
enum class Response : std::uint8_t { no, yes, not_evaluable };

constexpr Text name(Response response) {
    constexpr Text names[] = {"no", "yes", "not_evaluable"};
    return name_of(names, response);
}

/// What a response in percent is from a baseline of 0. No source says, because trials exclude it by
/// their entry criteria; the two alternatives are conventions (`baseline_zero_evidence`).
enum class BaselineZero : std::uint8_t {
    undefined,               ///< not evaluable
    non_responder,           ///< from 0 nobody responds
    responder_if_still_zero  ///< who still has 0 responds, who has more does not
};

constexpr Text name(BaselineZero convention) {
    constexpr Text names[] = {"undefined", "non_responder", "responder_if_still_zero"};
    return name_of(names, convention);
}

inline constexpr Evidence baseline_zero_evidence{nullptr, Confidence::low,
                                                 "a convention without a source"};

/// Whether a threshold is about a change alone, so that it has a verdict. Targets, non-response and
/// cuts are not, nor is a response that also wants a score to be reached.
constexpr bool gives_verdict(const Threshold& threshold) {
    return !threshold.has_target &&
           (threshold.basis == Basis::mcid || threshold.basis == Basis::sdc ||
            threshold.basis == Basis::responder);
}

namespace detail {

constexpr bool at_or_better(Direction direction, Exact score, Exact target) {
    return direction == Direction::higher_is_worse ? score <= target : score >= target;
}

/// The question can be asked of this change: both scores are there (for a target, the later one)
/// and a percentage is defined.
constexpr bool can_judge(const Threshold& threshold, const Change& c) {
    if (threshold.basis == Basis::target) return c.has_now;
    return threshold.unit == ThresholdUnit::percent ? c.has_percent() : c.is_evaluable;
}

/// The baseline is bad enough that the improvement can be attained, or was defined for; a target
/// that holds from any baseline needs none.
constexpr bool is_eligible(const Threshold& threshold, const Change& c) {
    if (c.direction == Direction::higher_is_better) return true;
    if (!c.baseline.is_number()) return threshold.eligible_from == Exact(0);
    return c.baseline >= threshold.eligible_from;
}

/// By how much a patient is better, worked out when it is asked for.
struct AmountOf {
    const Change& change;
    constexpr WideExact operator()(ThresholdUnit unit) const {
        return unit == ThresholdUnit::points ? change.improvement() : change.share();
    }
};

/// amount  gives the improvement in a unit
/// sign    1: improved by the threshold or more; -1: worsened by it
template <class Amount>
constexpr bool reaches(const Threshold& threshold, const Amount& amount, int sign) {
    const WideExact found = amount(threshold.unit);
    const int parts = threshold.unit == ThresholdUnit::points ? 1 : 100;
    return (sign > 0 ? found : -found).is_at_least(threshold.value, parts);
}

/// A convention answers instead: a percentage of a baseline of 0, on a scale where that is best.
constexpr bool by_convention(const Threshold& threshold, const Change& c, BaselineZero convention) {
    return convention != BaselineZero::undefined && threshold.unit == ThresholdUnit::percent &&
           threshold.basis != Basis::target && threshold.basis != Basis::cut && c.is_evaluable &&
           c.baseline == Exact(0) && c.direction == Direction::higher_is_worse &&
           is_eligible(threshold, c);
}

template <class Amount>
constexpr Response response(const Threshold& threshold, const Change& c, const Amount& amount,
                            BaselineZero zero) {
    if (by_convention(threshold, c, zero)) {
        const bool responds = zero == BaselineZero::responder_if_still_zero && c.now == Exact(0);
        return responds != (threshold.basis == Basis::non_response) ? Response::yes : Response::no;
    }
    if (threshold.basis == Basis::cut || !can_judge(threshold, c) || !is_eligible(threshold, c)) {
        return Response::not_evaluable;
    }
    bool met = false;
    if (threshold.basis == Basis::target) {
        met = at_or_better(c.direction, c.now, threshold.value);
    } else if (threshold.basis == Basis::non_response) {
        met = !reaches(threshold, amount, 1);
    } else {
        met = reaches(threshold, amount, 1) &&
              (!threshold.has_target || at_or_better(c.direction, c.now, threshold.target));
    }
    return met ? Response::yes : Response::no;
}

template <class Amount>
constexpr Verdict verdict(const Threshold& threshold, const Change& c, const Amount& amount) {
    if (!gives_verdict(threshold) || !can_judge(threshold, c)) return Verdict::not_evaluable;
    if (reaches(threshold, amount, -1)) return Verdict::worsened;
    if (!is_eligible(threshold, c)) return Verdict::not_evaluable;
    return response(threshold, c, amount, BaselineZero::undefined) == Response::yes
               ? Verdict::improved
               : Verdict::unchanged;
}

}  // namespace detail

/// Whether this patient responded by this definition; compared in integers, so an improvement of
/// exactly 75 % is an EASI-75.
/// zero  what to say from a baseline of 0, where a percentage is asked for and higher is worse
constexpr Response response(const Threshold& threshold, const Change& c,
                            BaselineZero zero = BaselineZero::undefined) {
    return detail::response(threshold, c, detail::AmountOf{c}, zero);
}

/// Improved or worsened by at least the threshold, or unchanged. From a baseline too low for the
/// improvement there is only "worsened" or "not evaluable". Not evaluable where the threshold gives
/// no verdict.
constexpr Verdict verdict(const Threshold& threshold, const Change& c) {
    return detail::verdict(threshold, c, detail::AmountOf{c});
}

/// The same for many thresholds, with the improvement worked out once.
class JudgedChange {
public:
    /// Works out the improvement of `c` and its share of the baseline.
    constexpr explicit JudgedChange(const Change& c)
        : change_(c), amount_{c.improvement(), c.share()} {}

    /// As `Change::improvement`.
    constexpr const WideExact& improvement() const { return amount_.points; }
    /// As `Change::difference`.
    constexpr WideExact difference() const {
        return change_.direction == Direction::higher_is_worse ? -amount_.points : amount_.points;
    }
    /// As `Change::percent`.
    constexpr WideExact percent() const { return WideExact(100) * amount_.share; }

    /// As the function of this name.
    constexpr Response response(const Threshold& threshold,
                                BaselineZero zero = BaselineZero::undefined) const {
        return detail::response(threshold, change_, amount_, zero);
    }
    /// As the function of this name.
    constexpr Verdict verdict(const Threshold& threshold) const {
        return detail::verdict(threshold, change_, amount_);
    }

private:
    struct Amounts {
        WideExact points;
        WideExact share;
        constexpr const WideExact& operator()(ThresholdUnit unit) const {
            return unit == ThresholdUnit::points ? points : share;
        }
    };

    Change change_;
    Amounts amount_;
};

}  // namespace eczscore
