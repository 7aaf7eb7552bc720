// SPDX-License-Identifier: BSL-1.0
// A string that text is written into: it grows as far as it must, and keeps its memory.
#include "eczscore/io/text_of.hpp"

#include <cstddef>
#include <string>
#include <utility>

#include "catch_compat.hpp"

using namespace eczscore;

TEST_CASE("StringOut: pieces of every length, in any order of lengths") {
    const std::size_t lengths[] = {0, 1, 63, 64, 65, 127, 128, 129, 1000, 5000};
    for (const std::size_t first : lengths) {
        for (const std::size_t second : lengths) {
            io::StringOut out;
            const std::string a(first, 'a');
            const std::string b(second, 'b');
            out << a << b;
            CHECK(out.text() == a + b);
            CHECK(out.fits());
            CHECK(std::move(out).string() == a + b);
        }
    }
}

TEST_CASE("StringOut: what is put in between makes room, too") {
    const std::size_t counts[] = {0, 1, 127, 128, 5000};
    for (const std::size_t count : counts) {
        io::StringOut out;
        out << "ab";
        out.insert(1, count, '_');
        CHECK(out.text() == "a" + std::string(count, '_') + "b");
    }
}

TEST_CASE("StringOut: cleared, it begins anew") {
    io::StringOut out;
    out << std::string(1000, 'a');
    const char* const memory = out.text().data();
    out.clear();
    CHECK(out.text().empty());
    out << "b";
    CHECK(out.text() == "b");
    CHECK(out.text().data() == memory);
}
