// Several threads that render pages, each with its own connection to public.db. The queue is short, so that what is
// waiting never holds more than a few pages' records. The order in which work is done must not matter to the result.
#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <filesystem>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "records/public_site.h"

namespace pages {

class Crew {
  public:
    using Work = std::function<void(records::PublicSite&)>;

    Crew(const std::filesystem::path& public_db, unsigned threads);
    /// Lets the threads end without doing what is still queued.
    ~Crew();
    Crew(const Crew&) = delete;
    Crew& operator=(const Crew&) = delete;

    /// Waits while the queue is full. Throws what any earlier work threw.
    void add(Work work);
    /// Waits until everything is done; throws the first exception any work threw.
    void finish();

  private:
    void run(const std::filesystem::path& public_db);
    void rethrow();
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Work> queue_;
    std::size_t longest_ = 0, busy_ = 0;
    bool ending_ = false;
    std::exception_ptr failure_;
    std::vector<std::thread> threads_;
};

}  // namespace pages
