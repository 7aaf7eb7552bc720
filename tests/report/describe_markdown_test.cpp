// SPDX-License-Identifier: BSL-1.0
// The pages of docs/instruments are what the descriptors say, down to the last note and source.
#include <fstream>
#include <sstream>
#include <string>

#include "eczscore/instruments.hpp"
#include "eczscore/report/describe_markdown.hpp"

#include "catch_compat.hpp"

using namespace eczscore;

TEST_CASE("Markdown: every instrument is described as its page in docs/instruments has it") {
    for (const Instrument* instrument : registry) {
        CAPTURE(instrument->id.c_str());
        std::ifstream file(ECZSCORE_TEST_DATA "/../../docs/instruments/" +
                           std::string(instrument->id.c_str()) + ".md");
        REQUIRE(file);
        std::ostringstream page;
        page << file.rdbuf();
        CHECK(report::describe_markdown(*instrument) == page.str());
    }
}
