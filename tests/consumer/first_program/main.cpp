// SPDX-License-Identifier: BSL-1.0
// The first program of docs/howto/embed-it.md, word for word.
// [first-program]
#include <cstdio>

#include <eczscore/instruments/poem.hpp>
#include <eczscore/score/band.hpp>

using namespace eczscore;

int main() {
    const Score today = score(poem::Answers{.itch = 4,
                                            .sleep = 3,
                                            .bleeding = 1,
                                            .weeping = 2,
                                            .cracking = 2,
                                            .flaking = 3,
                                            .dryness = 4});
    if (!today.is_scored()) return std::puts(name(today.status).c_str()), 1;
    const Band* severity = band(*default_bands(poem::instrument), today);
    std::printf("POEM %g: %s\n", today.to_double(), severity->label.c_str());
}
// [first-program]
