// SPDX-License-Identifier: BSL-1.0
// Severity of psoriasis by two joint rules: examples, edges, and every case against plain tables.
#include "eczscore/trial/psoriasis_severity.hpp"

#include <string_view>

#include "catch_compat.hpp"

using namespace eczscore;
using namespace eczscore::trial;
using Is = PsoriasisSeverity;

namespace {
Is european(Exact pasi, Exact bsa, Exact dlqi) {
    return severity_mrowietz_2011({.pasi = pasi, .bsa_percent = bsa, .dlqi = dlqi});
}
Is spanish(Exact pasi, Exact dlqi) {
    return severity_spanish_2017({.pasi = pasi, .bsa_percent = 20, .dlqi = dlqi});
}
}  // namespace

TEST_CASE("European consensus: the two classes, and PASI 15 with DLQI 5 between them") {
    CHECK(european(8, 9, 10) == Is::mild);
    CHECK(european(10, 10, 10) == Is::mild);
    CHECK(european(12, 5, 11) == Is::moderate_to_severe);
    CHECK(european(5, 12, 11) == Is::moderate_to_severe);
    CHECK(european(15, 5, 5) == Is::unclassified);
    CHECK(european(5, 15, 10) == Is::unclassified);
    CHECK(european(5, 5, 11) == Is::unclassified);
    CHECK(european(10.1_x, 0, 10.000001_x) == Is::moderate_to_severe);
    CHECK(european(0, 10.000001_x, 30) == Is::moderate_to_severe);
}

TEST_CASE("Spanish proposal: 7 and 15 belong to moderate, above 15 is severe whatever the DLQI") {
    CHECK(spanish(6.9_x, 6) == Is::mild);
    CHECK(spanish(6.9_x, 7) == Is::unclassified);
    CHECK(spanish(7, 5) == Is::moderate);
    CHECK(spanish(15, 15) == Is::moderate);
    CHECK(spanish(7, 4) == Is::unclassified);
    CHECK(spanish(15, 16) == Is::unclassified);
    CHECK(spanish(15.1_x, 0) == Is::severe);
    CHECK(spanish(72, 30) == Is::severe);
}

TEST_CASE("Both rules over every PASI in tenths, DLQI and some body surfaces") {
    long wrong = 0;
    for (int tenths = 0; tenths <= 720; ++tenths) {
        for (int dlqi = 0; dlqi <= 30; ++dlqi) {
            const Exact pasi = Exact::ratio(tenths, 10);
            Is expected = Is::unclassified;
            if (tenths < 70 && dlqi < 7) expected = Is::mild;
            if (tenths >= 70 && tenths <= 150 && dlqi >= 5 && dlqi <= 15) expected = Is::moderate;
            if (tenths > 150) expected = Is::severe;
            wrong += spanish(pasi, dlqi) != expected;
            for (int bsa : {0, 3, 10, 11, 100}) {
                expected = Is::unclassified;
                if (bsa <= 10 && tenths <= 100 && dlqi <= 10) expected = Is::mild;
                if ((bsa > 10 || tenths > 100) && dlqi > 10) expected = Is::moderate_to_severe;
                wrong += european(pasi, bsa, dlqi) != expected;
            }
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("A score outside its range has no severity and is not clamped") {
    for (const PsoriasisRule& rule : psoriasis_rules) {
        CAPTURE(rule.id.c_str());
        CHECK(rule.judge({.pasi = 72.1_x, .bsa_percent = 5, .dlqi = 5}) == Is::out_of_range);
        CHECK(rule.judge({.pasi = 5, .bsa_percent = 100.1_x, .dlqi = 5}) == Is::out_of_range);
        CHECK(rule.judge({.pasi = 5, .bsa_percent = 5, .dlqi = 31}) == Is::out_of_range);
        CHECK(rule.judge({.pasi = -1, .bsa_percent = 5, .dlqi = 5}) == Is::out_of_range);
        CHECK(rule.judge({.pasi = 5, .bsa_percent = 5, .dlqi = 5}) == Is::mild);
    }
}

TEST_CASE("The rules carry their sources; one is the default; severities have names") {
    CHECK(psoriasis_rules[0].is_default);
    CHECK_FALSE(psoriasis_rules[1].is_default);
    CHECK(psoriasis_rules[0].evidence.source->pmid == Text("20857129"));
    CHECK(psoriasis_rules[1].evidence.source->pmid == Text("28823420"));
    for (const PsoriasisRule& rule : psoriasis_rules) {
        CHECK(rule.evidence.confidence == Confidence::high);
        CHECK(rule.evidence.is_verified());
    }
    const std::string_view names[] = {"mild",         "moderate",    "severe", "moderate_to_severe",
                                      "unclassified", "out_of_range"};
    for (unsigned i = 0; i < 6; ++i) CHECK(std::string_view(name(static_cast<Is>(i))) == names[i]);
}
