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

#include "eczscore/io/csv_write.hpp"
#include "eczscore/table/csv_scoring.hpp"
#include "table/score_output.hpp"

namespace eczscore::table {

/// Scores all rows of `reader` into `output_descriptor`. Any number of threads writes the same
/// bytes: each takes the next block, and waits for its turn to write.
class ScoreRun {
public:
    /// how  its number of threads is that of `run`
    ScoreRun(const ScorePlan& plan, io::CsvReader& reader, int output_descriptor,
             const ScoreWriting& how);

    ScoreOutcome run(unsigned threads);

private:
    struct Worker;

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

    const ScorePlan& plan_;
    io::CsvReader& reader_;
    const ScoreWriting& how_;
    int output_;

    std::mutex reading_;  // guards the reader and the next two
    std::uint64_t next_block_ = 0;
    bool no_more_ = false;

    std::mutex writing_;  // guards the turn, the output and the outcome
    std::condition_variable turned_;
    std::uint64_t turn_ = 0;
    std::atomic<bool> stopped_ = false;  // set with the lock held: a sleeper cannot miss it
    ScoreOutcome outcome_;
    ScoreProgress progress_;
};

}  // namespace eczscore::table
