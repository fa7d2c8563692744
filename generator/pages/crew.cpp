#include "generator/pages/crew.h"

#include <algorithm>
#include <utility>

namespace pages {

Crew::Crew(const std::filesystem::path& public_db, unsigned threads) {
    threads = std::clamp(threads, 1U, 64U);
    longest_ = threads * std::size_t{4};
    for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this, public_db] { run(public_db); });
}

Crew::~Crew() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
        queue_.clear();
    }
    changed_.notify_all();
    for (std::thread& thread : threads_) thread.join();
}

void Crew::rethrow() {
    if (failure_) std::rethrow_exception(failure_);
}

void Crew::add(Work work) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return queue_.size() < longest_ || failure_; });
    rethrow();
    queue_.push_back(std::move(work));
    changed_.notify_all();
}

void Crew::finish() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return failure_ || (queue_.empty() && busy_ == 0); });
    rethrow();
}

void Crew::run(const std::filesystem::path& public_db) {
    try {
        records::PublicSite records(public_db);
        std::unique_lock lock(mutex_);
        while (true) {
            changed_.wait(lock, [&] { return ending_ || !queue_.empty(); });
            if (ending_) return;
            Work work = std::move(queue_.front());
            queue_.pop_front();
            ++busy_;
            changed_.notify_all();
            lock.unlock();
            work(records);
            lock.lock();
            --busy_;
            changed_.notify_all();
        }
    } catch (...) {
        const std::lock_guard lock(mutex_);
        if (!failure_) failure_ = std::current_exception();
        queue_.clear();
        changed_.notify_all();
    }
}

}  // namespace pages
