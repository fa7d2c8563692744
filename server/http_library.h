// The one place that knows cpp-httplib. The library reads an accepted head and writes the answer, from memory to
// memory: it has no socket, no thread and no byte that judge_head has not passed, because the limits of the packaged
// version do not hold (bodies, ranges, compression, headers without end).
#pragma once

#include <chrono>
#include <cstddef>
#include <ctime>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "server/reply.h"

namespace server {

class HttpLibrary {
  public:
    /// What clients are told of their connections: how many requests each may send, and how long it may rest.
    HttpLibrary(std::size_t requests, std::chrono::seconds idle);
    ~HttpLibrary();
    HttpLibrary(const HttpLibrary&) = delete;
    HttpLibrary& operator=(const HttpLibrary&) = delete;

    /// What a head asks, as the library has read it.
    struct Asked {
        const std::string& method;
        const std::string& target;
        std::string if_none_match;  // empty: none
    };
    struct Written {
        std::string bytes;           // status line, fields and body …
        std::filesystem::path file;  // … or the file that follows them
    };
    /// Has one head answered and written down. `head` is what judge_head passes on; `now` is seconds since 1970, for
    /// Date; `last`: the connection ends with this answer. For one thread at a time.
    Written exchange(const std::string& head, std::time_t now, bool last,
                     const std::function<Reply(const Asked&)>& answer);

  private:
    class Library;
    std::unique_ptr<Library> library_;
};

}  // namespace server
