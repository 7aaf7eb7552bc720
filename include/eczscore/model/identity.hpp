// SPDX-License-Identifier: BSL-1.0
// Which instrument it is: name, who answers, how far back it asks, and whether it may be reused.
#pragma once

#include <cstddef>
#include <cstdint>

#include "eczscore/core/name_of.hpp"
#include "eczscore/core/text.hpp"

namespace eczscore {

/// Who answers or grades.
enum class Respondent : std::uint8_t {
    clinician,
    patient,    ///< of any age; a child's own answers too
    caregiver,  ///< a parent or another carer answers for the patient
    device      ///< a measuring device or a diary's timer
};

constexpr Text name(Respondent respondent) {
    constexpr Text names[] = {"clinician", "patient", "caregiver", "device"};
    return name_of(names, respondent);
}

/// The respondents of an instrument: `Respondent::patient | Respondent::caregiver`.
class Respondents {
public:
    constexpr Respondents() = default;
    /// One respondent alone.
    constexpr Respondents(Respondent one)  // NOLINT(google-explicit-constructor)
        : set_(bit(one)) {}

    /// This respondent is among them.
    constexpr bool contains(Respondent one) const { return (set_ & bit(one)) != 0; }
    /// No respondent was named.
    constexpr bool empty() const { return set_ == 0; }
    friend constexpr Respondents operator|(Respondents a, Respondents b) {
        Respondents both;
        both.set_ = static_cast<std::uint8_t>(a.set_ | b.set_);
        return both;
    }
    constexpr bool operator==(const Respondents&) const = default;

private:
    static constexpr std::uint8_t bit(Respondent one) {
        return static_cast<std::uint8_t>(1U << static_cast<unsigned>(one));
    }
    std::uint8_t set_ = 0;
};
constexpr Respondents operator|(Respondent a, Respondent b) {
    return Respondents(a) | Respondents(b);
}

/// What the owner's terms, as far as they were found, allow everybody to do with the instrument and
/// its published wording, in care, research and products. Where the terms do not say, the strictest
/// holds. It is no legal advice: `Identity::rights` has the words.
enum class Reuse : std::uint8_t {
    free,          ///< without asking and without conditions
    with_notice,   ///< without asking, if the owner is credited or told, or the text kept as it is
    by_permission  ///< some uses need a licence or a permission, or no terms were found
};

constexpr Text name(Reuse reuse) {
    constexpr Text names[] = {"free", "with_notice", "by_permission"};
    return name_of(names, reuse);
}

/// `Identity::recall_days` where no number of days was published or seen.
inline constexpr std::int16_t recall_not_stated = -1;

/// Which instrument it is: its title page.
struct Identity {
    Text id;
    Text title;
    Text version;
    Respondents respondent{};
    Reuse reuse = Reuse::by_permission;
    /// How many days back the item that reaches furthest asks; 0: the moment of the assessment. A
    /// month counts 30 days, a year 365.
    std::int16_t recall_days = recall_not_stated;
    /// Who answers, where the published words say more than the respondents and the ages do; empty
    /// elsewhere.
    Text respondent_words{};
    Text recall{};  ///< in words
    Text rights;    ///< who owns it and on what terms, as far as that was found
};

}  // namespace eczscore
