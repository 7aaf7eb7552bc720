// SPDX-License-Identifier: BSL-1.0
// Sentences, workings and JSON of every instrument into memory of the caller: no heap, and the
// length of all where the memory is too small.
#include "catch_compat.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "cli/failing_memory.hpp"
#include "eczscore/instruments.hpp"
#include "eczscore/report/change.hpp"
#include "eczscore/report/describe_markdown.hpp"
#include "eczscore/report/explanation.hpp"
#include "eczscore/report/explanation_json.hpp"
#include "eczscore/report/note.hpp"

using namespace eczscore;

namespace {

char memory[1 << 17];

/// Writes into memory of every size around the whole and some below it, without the heap.
/// returns  the text
template <class Write>
std::string without_heap(const Write& write) {
    TextOut whole(memory, sizeof memory);
    {
        const testing::FailingMemory none(1, true);
        write(whole);
        if (none.failed()) FAIL("memory was asked for");
    }
    const std::string text(whole.text());
    REQUIRE(whole.fits());
    const std::size_t length = text.size();
    for (const std::size_t room : {std::size_t{0}, length / 3, length / 2, length}) {
        std::string small(room, '#');
        TextOut out(small.data(), room);
        write(out);
        if (out.length() != length || out.text() != text.substr(0, room)) {
            FAIL("another text in " << room << " of " << length << " bytes");
        }
    }
    return text;
}

/// Answers of one kind for every item.
std::vector<std::vector<Answer>> rows(const Instrument& instrument) {
    const std::size_t items = instrument.plan.items;
    std::vector<std::vector<Answer>> all;
    for (const Answer answer : {Answer{}, Answer(std::int64_t{1}), Answer(std::int64_t{0}),
                                Answer::unreadable(), Answer::not_relevant()}) {
        all.emplace_back(items, answer);
        all.push_back(all.back());
        for (std::size_t i = 0; i < items; i += 2) all.back()[i] = Answer(std::int64_t{1});
    }
    return all;
}

}  // namespace

TEST_CASE("No heap: the sentence about a score, for every instrument") {
    std::size_t sentences = 0;
    for (const Instrument* instrument : registry) {
        std::vector<report::Recorded> recorded(instrument->plan.items,
                                               {"a\tcolumn\xff", "7,5", "percent", "200"});
        for (const std::vector<Answer>& answers : rows(*instrument)) {
            for (const char* years : {"", "34", "7,5", "34.1234567", "900"}) {
                const Score s = score(*instrument, answers, Age::years(34));
                report::Recording recording{.answers = answers, .items = recorded};
                recording.age.years_text = years;
                const std::string text = without_heap(
                    [&](TextOut& out) { report::note(out, *instrument, s, recording); });
                CHECK(text == report::note(*instrument, s, recording));
                sentences += text.empty() ? 0U : 1U;
            }
        }
    }
    CHECK(sentences > 1000);
}

TEST_CASE("No heap: the working and its JSON, for every instrument") {
    for (const Instrument* instrument : registry) {
        for (const std::vector<Answer>& answers : rows(*instrument)) {
            const Explanation worked = explain(*instrument, answers, Age::years(34));
            CHECK(without_heap([&](TextOut& out) {
                      report::explanation_text(out, worked, "a remark of a few words");
                  }) == report::explanation_text(worked, "a remark of a few words"));
            CHECK(without_heap([&](TextOut& out) {
                      report::json_document(out, [&](report::JsonOut& json) {
                          report::explanation_json(json, worked, "a remark");
                      });
                  }) == report::explanation_json(worked, "a remark"));
        }
    }
}

TEST_CASE("No heap: the description as text, Markdown and JSON, for every instrument") {
    for (const Instrument* instrument : registry) {
        CHECK(without_heap([&](TextOut& out) { report::describe_text(out, *instrument); }) ==
              report::describe_text(*instrument));
        CHECK(without_heap([&](TextOut& out) { report::describe_markdown(out, *instrument); }) ==
              report::describe_markdown(*instrument));
        CHECK(without_heap([&](TextOut& out) {
                  report::json_document(out, [&](report::JsonOut& json) {
                      report::describe_json(json, *instrument);
                  });
              }) == report::describe_json(*instrument));
    }
}
