// SPDX-License-Identifier: BSL-1.0
// Text into a caller's memory: nothing beyond its end, and always the whole length.
#include "catch_compat.hpp"

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include "eczscore/core/text_out.hpp"

using namespace eczscore;

namespace {

/// A text with everything that changes what stands there already.
void write_all(TextOut& out) {
    out << "ab" << 'c' << Text("de") << -12 << std::uint64_t{7};
    out.append(3, '.');
    out.push_back('!');
    out.insert(2, 2, '_');
    out.replace(0, 'A');
    out << std::string_view("end");
    out.insert(out.length(), 1, '?');
}

/// Doubles every letter.
class Twice final : public TextFilter {
public:
    void write(TextOut& out, std::string_view text) override {
        for (const char c : text) out << c << c;
    }
};
/// Puts brackets around each piece.
class Bracketed final : public TextFilter {
public:
    void write(TextOut& out, std::string_view text) override { out << '[' << text << ']'; }
};

}  // namespace

TEST_CASE("TextOut: of every room the beginning is kept, and the length is that of all") {
    char whole[64];
    TextOut full(whole, sizeof whole);
    write_all(full);
    const std::string expected(full.text());
    CHECK(full.fits());
    for (std::size_t room = 0; room <= expected.size() + 2; ++room) {
        std::string memory(room + 8, '#');
        TextOut out(memory.data(), room);
        write_all(out);
        CHECK(out.length() == expected.size());
        CHECK(out.text() == std::string_view(expected).substr(0, room));
        CHECK(out.fits() == (room >= expected.size()));
        CHECK(memory.substr(room) == "########");
    }
    TextOut counted;
    write_all(counted);
    CHECK(counted.length() == expected.size());
    CHECK(counted.text().empty());
}

TEST_CASE("TextOut: text, characters and whole numbers") {
    char memory[200];
    TextOut out(memory, sizeof memory);
    write_all(out);
    CHECK(out.text() == "Ab__cde-127...!end?");
    TextOut numbers(memory, sizeof memory);
    numbers << 0 << ' ' << std::numeric_limits<std::int64_t>::min() << ' '
            << std::numeric_limits<std::uint64_t>::max() << ' ' << std::int8_t{-128};
    CHECK(numbers.text() == "0 -9223372036854775808 18446744073709551615 -128");
}

TEST_CASE("TextOut: a filter changes what is written while it is there, the inner one first") {
    char memory[100];
    TextOut out(memory, sizeof memory);
    Twice twice;
    Bracketed bracketed;
    out << 'a';
    {
        const Filtered outer(out, twice);
        out << "b";
        {
            const Filtered inner(out, bracketed);
            out << "c";
        }
        out << "d";
    }
    out << "e";
    CHECK(out.text() == "abb[[cc]]dde");
}
