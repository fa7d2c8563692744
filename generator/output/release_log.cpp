#include "generator/output/release_log.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <nlohmann/json.hpp>

#include "generator/output/errors.h"
#include "generator/output/file_handle.h"

namespace output {
namespace {

using nlohmann::json;

std::filesystem::path log_file(const std::filesystem::path& releases) {
    return releases / "log.jsonl";
}

std::string dump(const nlohmann::ordered_json& event) {
    return event.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
}

void show(std::vector<std::string>& seen, const std::string& release) {
    seen.erase(std::remove(seen.begin(), seen.end(), release), seen.end());
    seen.push_back(release);
}

// Going back to something readers saw forgets what came after it; to anything else replaces the top.
void go_back(std::vector<std::string>& seen, const std::string& release) {
    const auto at = std::find(seen.begin(), seen.end(), release);
    if (at != seen.end())
        seen.erase(at + 1, seen.end());
    else {
        if (!seen.empty()) seen.pop_back();
        seen.push_back(release);
    }
}

}  // namespace

ReleaseLog::ReleaseLog(const std::filesystem::path& portal, const std::optional<std::string>& current) {
    const std::filesystem::path file = log_file(portal / "releases");
    std::ifstream stream(file, std::ios::binary);
    for (std::string line; std::getline(stream, line) && !stream.eof();) {  // the eof line has no end: torn
        try {
            take(line);
        } catch (const json::exception&) {
            throw Failed("发布记录第 " + std::to_string(lines_ + 1) + " 行无法读懂：" + file.string() +
                         "。请从备份恢复该文件；线上网站未受影响。");
        }
        whole_bytes_ += line.size() + 1;
    }
    const auto top = [](const State& state) {
        return state.seen.empty() ? std::nullopt : std::optional(state.seen.back());
    };
    switch_happened_ = top(state_) == current || top(before_switch_) != current;
    if (!switch_happened_) state_ = before_switch_;
    if (current && top(state_) != current) show(state_.seen, *current);  // the log was lost or the link set by hand
}

void ReleaseLog::take(const std::string& line) {
    const json event = json::parse(line);
    ++lines_;
    const std::string kind = event.at("event");
    if (kind == "not_switched") {
        state_ = before_switch_;
        return;
    }
    const std::string release = event.at("release");
    if (kind == "published" || kind == "rolled_back") before_switch_ = state_;
    if (kind == "published") {
        show(state_.seen, release);
        state_.published[release] = lines_;
        if (event.contains("marks_older")) marks_.push_back({lines_, event.at("marks_older")});
    } else if (kind == "rolled_back") {
        go_back(state_.seen, release);
    } else if (kind == "marked") {
        marks_.push_back({event.at("older_than"), event.at("reason")});
    } else if (kind == "removed") {
        for (State* state : {&state_, &before_switch_})
            state->seen.erase(std::remove(state->seen.begin(), state->seen.end(), release), state->seen.end());
    }
}

std::optional<std::uint64_t> ReleaseLog::published(const std::string& release) const {
    const auto at = state_.published.find(release);
    return at == state_.published.end() ? std::nullopt : std::optional(at->second);
}

std::string ReleaseLog::marked_reason(const std::string& release) const {
    const std::uint64_t line = published(release).value_or(0);
    for (auto mark = marks_.rbegin(); mark != marks_.rend(); ++mark)
        if (line < mark->older_than) return mark->reason.empty() ? "未说明" : mark->reason;
    return {};
}

void ReleaseLog::add_published(const BuilderLock& lock, const std::string& release,
                               const std::optional<std::string>& marks_older) {
    nlohmann::ordered_json event = {{"event", "published"}, {"release", release}};
    if (marks_older) event["marks_older"] = *marks_older;
    settle(lock);
    append(lock, dump(event));
}

void ReleaseLog::add_rolled_back(const BuilderLock& lock, const std::string& release) {
    settle(lock);
    append(lock, dump({{"event", "rolled_back"}, {"release", release}}));
}

void ReleaseLog::add_marked(const BuilderLock& lock, const std::string& release, const std::string& reason) {
    settle(lock);
    append(lock, dump({{"event", "marked"},
                       {"release", release},
                       {"older_than", published(release).value_or(0)},
                       {"reason", reason}}));
}

void ReleaseLog::add_removed(const BuilderLock& lock, const std::string& release) {
    settle(lock);
    append(lock, dump({{"event", "removed"}, {"release", release}}));
}

// Says in the log that its last switch never happened, before anything is added that builds on that.
void ReleaseLog::settle(const BuilderLock& lock) {
    if (switch_happened_) return;
    switch_happened_ = true;
    append(lock, dump({{"event", "not_switched"}}));
}

void ReleaseLog::append(const BuilderLock& lock, const std::string& line) {
    const std::filesystem::path file = log_file(lock.releases());
    FileHandle handle(::open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644));
    if (!handle) fail("打开发布记录", file, errno);
    if (::ftruncate(handle.get(), static_cast<off_t>(whole_bytes_)) != 0 || ::lseek(handle.get(), 0, SEEK_END) < 0)
        fail("写入发布记录", file, errno);
    write_all(handle.get(), line, file);
    if (::fsync(handle.get()) != 0) fail("写入发布记录", file, errno);
    handle.close(file);
    if (whole_bytes_ == 0) sync_folder(lock.releases());
    whole_bytes_ += line.size();
    take(line);
}

}  // namespace output
