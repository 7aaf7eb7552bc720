// SPDX-License-Identifier: BSL-1.0
// A trial pipeline: item-level CSV in, EASI at baseline and at week 16, responders by arm out.
// [pipeline]
#include <eczscore/core/parse.hpp>
#include <eczscore/instruments/easi.hpp>
#include <eczscore/io/csv.hpp>
#include <eczscore/score/change.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <string>

using namespace eczscore;

struct Subject {
    std::string arm;
    Score baseline{};  // a Score that was never set is `missing`
    Score week_16{};
};

int main(int argc, char** argv) {
    const char* path = argc > 1 ? argv[1] : "tests/data/synthetic_trial.csv";
    std::FILE* file = std::fopen(path, "rb");
    if (file == nullptr) return std::fprintf(stderr, "%s: cannot be opened\n", path), 3;
    auto reader = io::CsvReader::open(io::csv_stream(file));
    if (!reader) {
        return std::fprintf(stderr, "%s\n", io::csv_sentence(reader.error(), path).c_str()), 3;
    }

    // Which column holds which item: `easi_<item id>`, in the order of the form.
    const auto column = [&](const std::string& name) {
        const auto& header = reader->header();
        const auto found = std::find(header.begin(), header.end(), name);
        if (found == header.end()) {
            std::fprintf(stderr, "%s: no column %s\n", path, name.c_str());
            std::exit(2);
        }
        return static_cast<std::size_t>(found - header.begin());
    };
    std::array<std::size_t, 20> items{};
    for (std::size_t i = 0; i < items.size(); ++i) {
        items[i] = column("easi_" + std::string(item_at(easi::instrument, i).id));
    }
    const std::size_t age = column("age_years"), subject = column("subject"), arm = column("arm"),
                      visit = column("visit");

    std::map<std::string, Subject> subjects;
    const auto error = io::csv_for_each_row(*reader, [&](auto cells, std::uint64_t) {
        std::array<Answer, 20> answers;
        for (std::size_t i = 0; i < items.size(); ++i) answers[i] = parse_number(cells[items[i]]);
        const Score easi = score(easi::instrument, answers, Age::years(parse_number(cells[age])));
        Subject& who = subjects[std::string(cells[subject])];
        who.arm = cells[arm];
        if (cells[visit] == "baseline") who.baseline = easi;
        if (cells[visit] == "week_16") who.week_16 = easi;
    });
    std::fclose(file);
    if (error) return std::fprintf(stderr, "%s\n", io::csv_sentence(*error, path).c_str()), 3;

    // A subject without both scores is not evaluable, which is not the same as "no response".
    const Threshold& easi_75 = easi::thresholds[1];
    std::map<std::string, std::array<int, 3>> arms;  // no, yes, not evaluable
    for (const auto& [id, who] : subjects) {
        const Change since = change(easi::instrument, who.baseline, who.week_16);
        ++arms[who.arm][static_cast<std::size_t>(response(easi_75, since))];
    }
    std::printf("%-10s %8s %8s %14s\n", "arm", "EASI-75", "not", "not evaluable");
    for (const auto& [name, n] : arms) {
        std::printf("%-10s %8d %8d %14d\n", name.c_str(), n[1], n[0], n[2]);
    }
}
// [pipeline]
