// SPDX-License-Identifier: BSL-1.0
// A bedside calculator: POEM from seven answers on the command line ("-" is blank), and the change.
// [bedside]
#include <eczscore/core/parse.hpp>
#include <eczscore/eczscore.hpp>

#include <array>
#include <cstdio>
#include <string_view>

using namespace eczscore;

int main(int argc, char** argv) {
    std::array<Answer, 7> answers{};  // every answer starts as missing, never as 0
    for (int i = 1; i < argc && i <= 7; ++i) {
        const std::string_view text = argv[i];
        if (text != "-") answers[static_cast<std::size_t>(i - 1)] = parse_number(text);
    }
    const Score today = score(poem::instrument, answers);
    if (!today.is_scored()) {
        std::printf("POEM: no score (%s)\n", name(today.status).c_str());
        return 1;
    }
    const Band* severity = band(*default_bands(poem::instrument), today);
    std::printf("POEM %g of 28: %s (%s)\n", today.to_double(), severity->label.c_str(),
                name(today.status).c_str());
    if (argc > 8) {  // an eighth number is the score of the last visit
        const Answer before = parse_number(argv[8]);
        if (!before.is_value()) return std::printf("not a score: %s\n", argv[8]), 2;
        for (const Threshold& threshold : poem::thresholds) {
            const Change since = change(poem::instrument, before.exact(), today.value());
            std::printf("  %s: %s\n", threshold.label.c_str(),
                        name(verdict(threshold, since)).c_str());
        }
    }
}
// [bedside]
