// SPDX-License-Identifier: BSL-1.0
// Workers and their turns.
#include "table/score_run.hpp"

#include <algorithm>
#include <new>
#include <optional>
#include <system_error>
#include <thread>
#include <vector>

namespace eczscore::table {

namespace {

/// More than this is not kept back until the turn comes: memory stays bounded.
constexpr std::size_t most_kept_bytes = std::size_t{1} << 20;

}  // namespace

struct ScoreRun::Worker {
    Worker(const ScorePlan& plan, Format format)
        : chunk(plan), output(make_score_output(format, plan)) {}

    io::CsvStorage storage;
    io::CsvBlock block;
    std::uint64_t number = 0;
    ScoreChunk chunk;
    std::unique_ptr<ScoreOutput> output;
    ScoreBuffer buffer;
    std::uint64_t invalid_rows = 0;
};

ScoreRun::ScoreRun(const ScorePlan& plan, io::CsvReader& reader, int output_descriptor,
                   const ScoreWriting& how)
    : plan_(plan), reader_(reader), how_(how), output_(output_descriptor) {}

/// Runs a part of the work. Where it ends for want of memory, everybody stops.
template <class What>
void ScoreRun::guarded(What what) noexcept {
    try {
        what();
    } catch (const std::bad_alloc&) {
        const std::lock_guard lock(writing_);
        outcome_.out_of_memory = true;
        stop();
    }
}

ScoreOutcome ScoreRun::run(unsigned threads) {
    if (how_.format == Format::table) threads = 1;  // its widths come from the first rows
    std::optional<Worker> first;                    // also writes what is around the rows
    std::vector<std::thread> others;
    guarded([&] {
        first.emplace(plan_, how_.format);
        first->output->begin(first->buffer);
        write(*first);
        start_others(threads, others);
        work(*first);
    });
    for (std::thread& other : others) other.join();
    guarded([&] {
        if (stopped_) return;
        if (outcome_.input_error) {
            first->output->stop(first->buffer);
        } else {
            first->output->end(first->buffer);
        }
        put(first->buffer);
    });
    return outcome_;
}

/// Fewer than asked for when the system or the memory has no more: those that there are do it.
void ScoreRun::start_others(unsigned threads, std::vector<std::thread>& others) {
    const auto other = [this] {
        guarded([this] {
            Worker worker(plan_, how_.format);
            work(worker);
        });
    };
    try {
        others.reserve(threads);
        for (unsigned t = 1; t < threads; ++t) others.emplace_back(other);
    } catch (const std::system_error&) {
    } catch (const std::bad_alloc&) {
    }
}

void ScoreRun::work(Worker& worker) {
    while (take(worker)) {
        score(worker);
        wait_for_turn(worker);
        const std::lock_guard lock(writing_);
        if (stopped_) return;
        write(worker);
        outcome_.rows += worker.block.rows;
        outcome_.invalid_rows += worker.invalid_rows;
        progress_ = {progress_.bytes + worker.block.text().size(), outcome_.rows};
        if (how_.progress) how_.progress(progress_);
        ++turn_;
        turned_.notify_all();
    }
}

/// The next block, and its place in the order. False: there is none.
bool ScoreRun::take(Worker& worker) {
    const std::lock_guard lock(reading_);
    if (no_more_ || stopped_) return false;
    const auto block = reader_.next_block(worker.storage);
    if (!block || block->rows == 0) {
        no_more_ = true;
        if (!block) outcome_.input_error = block.error();
        return false;
    }
    worker.block = *block;
    worker.number = next_block_++;
    return true;
}

void ScoreRun::score(Worker& worker) {
    worker.invalid_rows = 0;
    const auto invalid = static_cast<std::uint8_t>(Status::invalid);
    for (std::size_t first = 0; first < worker.block.rows; first += chunk_rows) {
        const std::size_t rows = std::min<std::size_t>(chunk_rows, worker.block.rows - first);
        ScoreChunk& chunk = worker.chunk;
        chunk.score(worker.block, first, rows);
        for (std::size_t row = 0; how_.counts_invalid && row < rows; ++row) {
            bool wrong = false;
            for (std::size_t i = 0; i < plan_.instruments.size(); ++i) {
                wrong |= chunk.scores(i).status[row] == invalid;
            }
            worker.invalid_rows += wrong ? 1 : 0;
        }
        worker.output->rows(chunk, worker.number == 0 && first == 0, worker.buffer);
        if (stopped_) return;
        if (worker.buffer.size() < most_kept_bytes) continue;
        wait_for_turn(worker);
        const std::lock_guard lock(writing_);
        if (stopped_) return;
        write(worker);
    }
}

void ScoreRun::wait_for_turn(const Worker& worker) {
    std::unique_lock lock(writing_);
    turned_.wait(lock, [&] { return stopped_ || turn_ == worker.number; });
}

/// Hands the buffer to the system; the caller holds the turn.
void ScoreRun::write(Worker& worker) {
    put(worker.buffer);
    if (outcome_.output_error != 0) stop();
}

void ScoreRun::put(ScoreBuffer& buffer) {
    if (outcome_.output_error == 0) outcome_.output_error = io::write_all(output_, buffer.text());
    buffer.clear();
}

/// Nothing more is to be written: every worker ends. The caller holds the lock.
void ScoreRun::stop() {
    stopped_ = true;
    turned_.notify_all();
}

}  // namespace eczscore::table
