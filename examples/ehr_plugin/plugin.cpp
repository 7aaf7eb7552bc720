// SPDX-License-Identifier: BSL-1.0
// An EHR plug-in: a shared library with one C function around eczscore.
#include "plugin.h"

#include <eczscore/instruments/easi.hpp>
#include <eczscore/score/band.hpp>

#include <array>
#include <bit>

using namespace eczscore;

// [plugin]
extern "C" ehr_easi_result ehr_easi(const double* items, double age_years) {
    std::array<Answer, 20> answers;
    for (std::size_t i = 0; i < answers.size(); ++i) answers[i] = items[i];  // NaN is missing
    const Score score = eczscore::score(easi::instrument, answers, Age::years(age_years));

    const Band* severity = band(*default_bands(easi::instrument), score);
    const ItemSet concerned = score.wrong != 0 ? score.wrong : score.missing;
    return {.status = static_cast<int>(score.status),
            .score = score.to_double(),
            .band = severity != nullptr ? severity->id.c_str() : "",
            .first_item = concerned != 0 ? std::countr_zero(concerned) : -1};
}
// [plugin]
