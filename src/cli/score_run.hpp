// SPDX-License-Identifier: BSL-1.0
// The pipeline: blocks are read in turn, scored side by side, and written in order.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "cli/score_output.hpp"
#include "eczscore/io/csv_write.hpp"

namespace eczscore::cli {

/// How a run ended.
struct ScoreOutcome {
    std::optional<io::CsvError> input_error;  ///< after the rows before it were written
    int output_error = 0;                     ///< errno
    bool out_of_memory = false;
    std::uint64_t rows = 0;
    std::uint64_t invalid_rows = 0;  ///< in which an instrument is invalid, if asked for
};

/// What the progress line needs to know.
struct ScoreProgress {
    bool shown = false;
    std::uint64_t total_bytes = 0;  ///< 0: unknown
};

/// Scores all rows of `reader` into `output_descriptor`. Any number of threads writes the same
/// bytes: each takes the next block, and waits for its turn to write.
class ScoreRun {
public:
    ScoreRun(const ScorePlan& plan, io::CsvReader& reader, ScoreFormat format,
             int output_descriptor, ScoreProgress progress, bool counts_invalid);

    ScoreOutcome run(unsigned threads);

private:
    struct Worker;
    struct Tick {
        std::int64_t milliseconds = 0;
        bool visible = false;
    };

    template <class What>
    void guarded(What what) noexcept;
    void start_others(unsigned threads, std::vector<std::thread>& others);
    void work(Worker& worker);
    bool take(Worker& worker);
    void score(Worker& worker);
    void wait_for_turn(const Worker& worker);
    void write(Worker& worker);
    void put(ScoreBuffer& buffer);
    void stop();
    void show_progress(std::uint64_t bytes);

    const ScorePlan& plan_;
    io::CsvReader& reader_;
    ScoreFormat format_;
    io::CsvWriter writer_;
    ScoreProgress progress_;
    bool counts_invalid_;
    std::int64_t started_;

    std::mutex reading_;  // guards the reader and the next two
    std::uint64_t next_block_ = 0;
    bool no_more_ = false;

    std::mutex writing_;  // guards the turn, the writer and the outcome
    std::condition_variable turned_;
    std::uint64_t turn_ = 0;
    std::atomic<bool> stopped_ = false;  // set with the lock held: a sleeper cannot miss it
    ScoreOutcome outcome_;
    std::uint64_t bytes_done_ = 0;
    Tick tick_;
};

}  // namespace eczscore::cli
