#include "generator/output/progress.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <utility>

namespace output {
namespace {

using namespace std::chrono_literals;

constexpr auto between_lines = 5s;
constexpr auto between_redraws = 100ms;
constexpr std::uint64_t bar_width = 24;

bool is_set(const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr && *value != '\0';
}

void to_standard_error(const std::string& text) {
    std::fwrite(text.data(), 1, text.size(), stderr);
    std::fflush(stderr);
}

}  // namespace

ProgressStyle progress_style(bool quiet) {
    if (quiet) return ProgressStyle::quiet;
    return ::isatty(STDERR_FILENO) == 1 && !is_set("CI") && !is_set("NO_COLOR") ? ProgressStyle::bar
                                                                                : ProgressStyle::lines;
}

Progress::Progress(ProgressStyle style) : Progress(style, to_standard_error, std::chrono::steady_clock::now) {}

Progress::Progress(ProgressStyle style, Sink sink, Clock clock)
    : style_(style), sink_(std::move(sink)), clock_(std::move(clock)) {}

Progress::~Progress() {
    close();
}

void Progress::stage(const std::string& name, std::uint64_t total) {
    close();
    const std::lock_guard guard(mutex_);
    name_ = name;
    total_ = total;
    done_ = 0;
    active_ = true;
    begun_ = shown_ = clock_();
    if (style_ == ProgressStyle::bar) show(false);
}

void Progress::step(std::uint64_t steps) {
    const std::lock_guard guard(mutex_);
    done_ += steps;
    if (!active_ || style_ == ProgressStyle::quiet) return;
    const auto now = clock_();
    const bool due = style_ == ProgressStyle::bar ? now - shown_ >= between_redraws : now - shown_ >= between_lines;
    if (!due) return;
    shown_ = now;
    show(false);
}

void Progress::done() {
    const std::lock_guard guard(mutex_);
    if (!active_) return;
    active_ = false;
    // In lines a stage that was over before its first line says nothing.
    if (style_ == ProgressStyle::bar || (style_ == ProgressStyle::lines && shown_ != begun_)) show(true);
}

// Ends a stage that an exception or the next stage cut off, without claiming that it was completed.
void Progress::close() {
    const std::lock_guard guard(mutex_);
    active_ = false;
    if (std::exchange(line_open_, false)) sink_("\n");
}

std::string Progress::line() const {
    if (total_ == 0) return name_ + ' ' + std::to_string(done_);
    const std::uint64_t shown = std::min(done_, total_);
    const auto share = static_cast<std::uint64_t>(static_cast<double>(shown) / static_cast<double>(total_) * 100);
    return name_ + ' ' + std::to_string(done_) + '/' + std::to_string(total_) + "（" + std::to_string(share) + "%）";
}

void Progress::show(bool last) {
    if (style_ == ProgressStyle::lines) return sink_(line() + '\n');
    std::string bar;
    if (total_ > 0) {
        const std::uint64_t full = std::min(done_, total_) * bar_width / total_;
        bar = '[' + std::string(full, '#') + std::string(bar_width - full, '-') + "] ";
    }
    line_open_ = !last;
    sink_('\r' + bar + line() + "\x1b[K" + (last ? "\n" : ""));
}

}  // namespace output
