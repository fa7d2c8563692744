// Tells a person how far long work has got. On a terminal one line that is rewritten; otherwise (CI, NO_COLOR, a pipe)
// a line at most every 5 seconds; nothing when quiet. The only place here that looks at the clock, and nothing it says
// goes into a release.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>

namespace output {

enum class ProgressStyle { quiet, lines, bar };
/// bar when standard error is a terminal and neither CI nor NO_COLOR is set; lines otherwise.
ProgressStyle progress_style(bool quiet);

class Progress {
  public:
    using Clock = std::function<std::chrono::steady_clock::time_point()>;
    using Sink = std::function<void(const std::string&)>;

    /// Writes to standard error.
    explicit Progress(ProgressStyle style);
    /// For tests: another sink and clock.
    Progress(ProgressStyle style, Sink sink, Clock clock);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// Begins a stage (生成页面 …) of `total` steps, 0 when unknown.
    void stage(const std::string& name, std::uint64_t total);
    /// `steps` more are done; callable from several threads.
    void step(std::uint64_t steps = 1);
    /// The stage is complete. (Without this, as after an exception, the bar's line is only ended, so that what is
    /// printed next begins on its own line.)
    void done();

  private:
    void close();
    std::string line() const;
    void show(bool last);
    ProgressStyle style_;
    Sink sink_;
    Clock clock_;
    std::mutex mutex_;
    std::string name_;
    std::uint64_t total_ = 0, done_ = 0;
    std::chrono::steady_clock::time_point shown_{}, begun_{};
    bool active_ = false, line_open_ = false;
};

}  // namespace output
