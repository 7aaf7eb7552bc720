// SPDX-License-Identifier: BSL-1.0
// No public function of stats/ throws, hangs or says ok without a number, whatever it is given.
// Covers: stats/types/difference_counts.hpp
#include "stats/hostile.hpp"

#include <cstdlib>
#include <ctime>
#include <exception>
#include <filesystem>
#include <fstream>
#include <random>
#include <regex>
#include <set>
#include <sstream>

#include "catch_compat.hpp"

namespace {

namespace files = std::filesystem;

std::string text_of(const files::path& path) {
    std::ifstream in(path);
    std::ostringstream all;
    all << in.rdbuf();
    return all.str();
}

/// The names of functions that a header declares outside `namespace detail` and outside classes.
std::set<std::string> public_functions(const files::path& header) {
    const std::regex start(R"(^(?:inline |constexpr )*[A-Za-z_][\w:<>, ]*[ &]([a-z]\w*)\(.*)");
    std::set<std::string> names;
    std::istringstream lines(text_of(header));
    bool in_detail = false;
    for (std::string line; std::getline(lines, line);) {
        if (line.rfind("namespace detail", 0) == 0) in_detail = true;
        if (line.rfind("}  // namespace detail", 0) == 0) in_detail = false;
        std::smatch found;
        if (!in_detail && std::regex_match(line, found, start)) names.insert(found[1]);
    }
    names.erase("name");  // of an enumerator
    return names;
}

}  // namespace

TEST_CASE("no public function of stats is left out of the hostile calls") {
    std::set<std::string> called;
    for (const hostile::Call& each : hostile::calls) called.insert(each.function);
    called.insert("sentence");  // with what it speaks of
    const files::path room = files::path(ECZSCORE_TEST_REFERENCE) / "../../include/eczscore/stats";
    std::size_t found = 0;
    for (const auto& each : files::directory_iterator(room)) {
        if (each.path().extension() != ".hpp") continue;
        for (const std::string& name : public_functions(each.path())) {
            INFO(each.path().filename().string() << ": " << name);
            CHECK(called.count(name) == 1);
            ++found;
        }
    }
    CHECK(found > 130);
}

TEST_CASE("hostile numbers never throw, hang or make an answer that is ok without a number") {
    const char* rows = std::getenv("ECZSCORE_TEST_ROWS");
    const int trials = rows != nullptr ? std::atoi(rows) / 1000 : 30;
    std::mt19937_64 random(21);
    std::vector<std::uint8_t> bytes(600);
    for (std::size_t which = 0; which < std::size(hostile::calls); ++which) {
        std::set<std::string> faults;
        double longest = 0.0;
        for (int trial = 0; trial < trials; ++trial) {
            for (std::uint8_t& byte : bytes) byte = static_cast<std::uint8_t>(random());
            const std::clock_t start = std::clock();
            std::string fault;
            try {
                const char* found = hostile::run_one(which, bytes);
                if (found != nullptr) fault = found;
            } catch (const std::exception& thrown) {
                fault = std::string("thrown: ") + thrown.what();
            }
            const double took = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
            longest = std::max(longest, took);
            if (!fault.empty()) faults.insert(fault + " (trial " + std::to_string(trial) + ")");
        }
        INFO("call " << which << ": " << hostile::calls[which].function);
        for (const std::string& fault : faults) UNSCOPED_INFO(fault);
        CHECK(faults.empty());
        CHECK(longest < 60.0);  // seconds of the processor, unoptimised
    }
}
