// SPDX-License-Identifier: BSL-1.0
// Scores a CSV table: `score_csv trial.csv > scored.csv`.
#include <iostream>

#include <fcntl.h>

#include <eczscore/instruments/easi.hpp>
#include <eczscore/instruments/poem.hpp>
#include <eczscore/table/csv_scoring.hpp>

using namespace eczscore;

// [score-csv]
int main(int count, char** arguments) {
    const std::string file = count > 1 ? arguments[1] : "trial.csv";
    auto trial = table::CsvScoring::open(::open(file.c_str(), O_RDONLY), file,
                                         {&easi::instrument, &poem::instrument});
    if (!trial) {
        std::cerr << trial.error().sentence << '\n';  // names the column, and the nearest there is
        return 3;
    }
    return trial->write(1, {.threads = 2}).ok() ? 0 : 4;  // 1 is standard output
}
// [score-csv]
