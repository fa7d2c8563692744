// A fixed number of threads that do jobs of one kind in the order they were offered, with a bounded queue.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace server {

template <class Job>
class Workers {
  public:
    Workers(std::size_t threads, std::size_t most_queued, std::function<void(Job)> work)
        : most_queued_(most_queued), work_(std::move(work)) {
        for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { run(); });
    }
    /// Does the jobs already taken, then ends.
    ~Workers() {
        {
            const std::lock_guard lock(mutex_);
            stopping_ = true;
        }
        offered_.notify_all();
        for (std::thread& thread : threads_) thread.join();
    }
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    /// Takes the job, or leaves it untouched and returns false when the queue is full.
    bool offer(Job&& job) {
        {
            const std::lock_guard lock(mutex_);
            if (jobs_.size() >= most_queued_) return false;
            jobs_.push_back(std::move(job));
        }
        offered_.notify_one();
        return true;
    }

  private:
    void run() {
        for (;;) {
            std::unique_lock lock(mutex_);
            offered_.wait(lock, [this] { return stopping_ || !jobs_.empty(); });
            if (jobs_.empty()) return;
            Job job = std::move(jobs_.front());
            jobs_.pop_front();
            lock.unlock();
            work_(std::move(job));
        }
    }

    const std::size_t most_queued_;
    const std::function<void(Job)> work_;
    std::mutex mutex_;
    std::condition_variable offered_;
    std::deque<Job> jobs_;   // guarded by mutex_
    bool stopping_ = false;  // guarded by mutex_
    std::vector<std::thread> threads_;
};

}  // namespace server
