// SPDX-License-Identifier: BSL-1.0
// Insomnia Severity Index and Epworth Sleepiness Scale: sums, the authors' bands, complete only.
// Covers: instruments/ess.hpp, instruments/isi.hpp
#include <cstddef>
#include <vector>

#include "eczscore/instruments/ess.hpp"
#include "eczscore/instruments/isi.hpp"

#include "instruments/facts.hpp"
#include "instruments/plain_sum.hpp"

using namespace eczscore;
using straight_line::blank;

namespace {
const facts::Covers covers{"isi", "ess"};

Text named(const Instrument& instrument, int value, std::size_t scheme = 0) {
    return band(instrument.bands[scheme], Exact(value))->id;
}
}  // namespace

TEST_CASE("ISI and ESS: the facts") {
    using namespace facts;
    check(isi::instrument,
          {{"bastien_2001",
            true,
            high,
            seen,
            {{"none", 8, out},
             {"subthreshold", 15, out},
             {"moderate", 22, out},
             {"severe", 28, in}}}},
          {{"improved_6", Basis::mcid, 6, points, 0, low, memory, false},
           {"moderate_improvement_8_4", Basis::mcid, 8.4_x, points, 0, low, memory, false}});
    check(ess::instrument,
          {{"johns",
            true,
            high,
            seen,
            {{"lower_normal", 6, out},
             {"higher_normal", 11, out},
             {"mild", 13, out},
             {"moderate", 16, out},
             {"severe", 24, in}}},
           {"above_10", false, high, seen, {{"normal", 10, in}, {"abnormal", 24, in}}}},
          {});
}

TEST_CASE("ISI: 2,2,2,1,1,2,3 is 13, subthreshold; 21 is moderate, 22 severe") {
    const isi::Answers it{.q = {2, 2, 2, 1, 1, 2, 3}};
    CHECK(score(it).value() == Exact(13));
    CHECK(band(isi::instrument.bands[0], score(it))->id == Text("subthreshold"));
    CHECK(named(isi::instrument, 7) == Text("none"));
    CHECK(named(isi::instrument, 14) == Text("subthreshold"));
    CHECK(named(isi::instrument, 21) == Text("moderate"));
    CHECK(named(isi::instrument, 22) == Text("severe"));
}

TEST_CASE("ESS: 1,2,0,1,3,0,1,1 is 9, higher normal; any blank is not scored") {
    ess::Answers it{.q = {1, 2, 0, 1, 3, 0, 1, 1}};
    CHECK(score(it).value() == Exact(9));
    CHECK(band(ess::instrument.bands[0], score(it))->id == Text("higher_normal"));
    for (std::size_t i = 0; i < 8; ++i) {
        ess::Answers blanked = it;
        blanked.q[i] = Answer();
        CHECK(score(blanked).status == Status::missing);
    }
    CHECK(named(ess::instrument, 12) == Text("mild"));
    CHECK(named(ess::instrument, 15) == Text("moderate"));
    CHECK(named(ess::instrument, 16) == Text("severe"));
    CHECK(named(ess::instrument, 10, 1) == Text("normal"));
    CHECK(named(ess::instrument, 11, 1) == Text("abnormal"));
}

TEST_CASE("ISI and ESS: many states against plain integers") {
    CHECK(plain::mismatches(isi::instrument, {std::vector<plain::Item>(7, plain::codes(0, 4))},
                            30'000) == 0);
    CHECK(plain::mismatches(ess::instrument, {std::vector<plain::Item>(8, plain::codes(0, 3))},
                            30'000) == 0);
}

TEST_CASE("ISI and ESS: under 18 they do not apply; an unknown age is not judged") {
    isi::Answers insomnia{.q = {0, 0, 0, 0, 0, 0, 0}};
    ess::Answers sleepiness{.q = {0, 0, 0, 0, 0, 0, 0, 0}};
    CHECK(score(insomnia).value() == Exact(0));
    CHECK(score(sleepiness).value() == Exact(0));
    insomnia.age = sleepiness.age = Age::years(17.5);
    CHECK(score(insomnia).status == Status::not_applicable);
    CHECK(score(sleepiness).status == Status::not_applicable);
    insomnia.age = sleepiness.age = Age::years(18);
    CHECK(score(insomnia).status == Status::ok);
    CHECK(score(sleepiness).status == Status::ok);
}
