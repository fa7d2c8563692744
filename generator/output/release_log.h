// releases/log.jsonl: what happened to the releases of a portal, one JSON object a line, appended and synced. The order
// of lines is the order of publication (there is no clock in it). A torn last line is ignored when reading and cut off
// before the next is appended. Knows which release readers see only from its caller.
//
//   {"event":"published","release":…,"marks_older":reason or absent}   written just before the switch
//   {"event":"rolled_back","release":…}                                likewise
//   {"event":"not_switched"}         the switch of the event before never happened (the process was killed)
//   {"event":"marked","release":…,"older_than":line,"reason":…}
//   {"event":"removed","release":…}
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "generator/output/builder_lock.h"

namespace output {

class ReleaseLog {
  public:
    /// Reads the log; `current` is what readers see, and settles whether the last switch happened.
    /// Throws Failed when a line other than a torn last one cannot be read.
    ReleaseLog(const std::filesystem::path& portal, const std::optional<std::string>& current);

    /// The number of the line that last published a release; nothing when it never was.
    std::optional<std::uint64_t> published(const std::string& release) const;
    /// Why a release must not come back, or an empty text.
    std::string marked_reason(const std::string& release) const;
    /// What readers saw, oldest first, the current one last; going back takes the last one away.
    const std::vector<std::string>& seen() const { return state_.seen; }

    void add_published(const BuilderLock& lock, const std::string& release,
                       const std::optional<std::string>& marks_older);
    void add_rolled_back(const BuilderLock& lock, const std::string& release);
    void add_marked(const BuilderLock& lock, const std::string& release, const std::string& reason);
    void add_removed(const BuilderLock& lock, const std::string& release);

  private:
    struct State {
        std::vector<std::string> seen;
        std::map<std::string, std::uint64_t> published;
    };
    struct Mark {
        std::uint64_t older_than = 0;  // line
        std::string reason;
    };
    void take(const std::string& line);
    void append(const BuilderLock& lock, const std::string& line);
    void settle(const BuilderLock& lock);

    State state_, before_switch_;
    std::vector<Mark> marks_;
    std::uint64_t lines_ = 0;
    std::uint64_t whole_bytes_ = 0;  // up to and with the last line end
    bool switch_happened_ = true;
};

}  // namespace output
