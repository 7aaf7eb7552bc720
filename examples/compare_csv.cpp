// SPDX-License-Identifier: BSL-1.0
// Checks a CSV table, then compares two visits of every subject:
// `compare_csv trial.csv baseline week_8 > changes.csv`.
#include <iostream>

#include <fcntl.h>
#include <unistd.h>

#include <eczscore/instruments/poem.hpp>
#include <eczscore/table/csv_changes.hpp>
#include <eczscore/table/csv_checks.hpp>

using namespace eczscore;

namespace {

int refused(const table::Failure& failure) {
    std::cerr << failure.sentence << '\n';  // names the column or visit, and the nearest there is
    return 3;
}

// [check-csv]
int check(const std::string& file) {
    auto trial = table::CsvChecks::open(::open(file.c_str(), O_RDONLY), file);
    if (!trial) return refused(trial.error());
    const table::CheckOutcome found = trial->write(2, table::Format::table);  // 2: standard error
    return found.ok() ? 0 : 4;
}
// [check-csv]

// [change-csv]
int compare(const std::string& file, const table::ChangeOptions& visits) {
    auto trial =
        table::CsvChanges::open(::open(file.c_str(), O_RDONLY), file, poem::instrument, visits);
    if (!trial) return refused(trial.error());
    if (const table::Failure failure = trial->read(); !failure.empty()) return refused(failure);
    return trial->write(1).ok() ? 0 : 4;  // 1: standard output
}
// [change-csv]

}  // namespace

int main(int count, char** arguments) {
    if (count < 4) return 2;
    table::ChangeOptions visits;
    visits.baseline = arguments[2];
    visits.at = arguments[3];
    if (count > 4) visits.subject = arguments[4];
    const int checked = check(arguments[1]);
    return checked != 0 ? checked : compare(arguments[1], visits);
}
