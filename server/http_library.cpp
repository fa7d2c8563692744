#include "server/http_library.h"

#include <httplib.h>

#include <algorithm>
#include <array>

namespace server {
namespace {

/// A head to read and a place to write to, both in memory.
class Memory : public httplib::Stream {
  public:
    explicit Memory(const std::string& head) : head_(head) { written.reserve(2048); }

    bool is_readable() const override { return at_ < head_.size(); }
    bool is_writable() const override { return true; }
    ssize_t read(char* target, size_t size) override {
        const size_t count = std::min(size, head_.size() - at_);
        head_.copy(target, count, at_);
        at_ += count;
        return static_cast<ssize_t>(count);
    }
    ssize_t write(const char* bytes, size_t size) override {
        written.append(bytes, size);
        return static_cast<ssize_t>(size);
    }
    void get_remote_ip_and_port(std::string& ip, int& port) const override { ip.clear(), port = 0; }
    void get_local_ip_and_port(std::string& ip, int& port) const override { ip.clear(), port = 0; }
    socket_t socket() const override { return INVALID_SOCKET; }

    std::string written;

  private:
    const std::string& head_;
    size_t at_ = 0;
};

std::string date(std::time_t now) {  // RFC 9110 5.6.7
    std::tm parts{};
    gmtime_r(&now, &parts);
    std::array<char, 32> text{};
    // The program never sets a locale, so the names are the English ones.
    return {text.data(), std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts)};
}

void fill(httplib::Response& response, Reply reply, std::time_t now) {
    response.status = reply.status;
    response.set_header("Date", date(now));
    response.set_header("X-Content-Type-Options", "nosniff");
    response.set_header("Referrer-Policy", "no-referrer");
    response.set_header("Content-Security-Policy",
                        "default-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'");
    if (!reply.etag.empty()) response.set_header("ETag", reply.etag);
    if (!reply.location.empty()) response.set_header("Location", reply.location);
    if (reply.status == 405 || reply.status == 204) response.set_header("Allow", std::string(allowed_methods));
    for (const Field& field : reply.fields) response.set_header(field.name.c_str(), field.value);
    if (!response.has_header("Cache-Control")) response.set_header("Cache-Control", "no-cache");
    response.set_header("Accept-Ranges", "none");
    if (!reply.content_type.empty()) response.set_header("Content-Type", reply.content_type);
    if (!reply.file.empty()) response.set_header("Content-Length", std::to_string(reply.file_size));
    response.body = std::move(reply.body);
}

/// The library says that an answer without content has a content of 0 bytes, which must not be said of 204 and is not
/// so of 304 (RFC 9110 8.6).
void take_out_length(std::string& written) {
    constexpr std::string_view line = "Content-Length: 0\r\n";
    if (const size_t at = written.find(line); at != written.npos) written.erase(at, line.size());
}

}  // namespace

class HttpLibrary::Library : private httplib::Server {
  public:
    Library(std::size_t requests, std::chrono::seconds idle) {
        set_keep_alive_max_count(requests);
        set_keep_alive_timeout(idle.count());
        set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
            Reply reply = (*answer_)({request.method, request.target, request.get_header_value("If-None-Match")});
            status_ = reply.status;
            file_ = request.method == "HEAD" ? std::filesystem::path() : reply.file;
            fill(response, std::move(reply), now_);
            return HandlerResponse::Handled;
        });
    }

    Written exchange(const std::string& head, std::time_t now, bool last,
                     const std::function<Reply(const Asked&)>& answer) {
        answer_ = &answer;
        now_ = now;
        file_.clear();
        Memory memory(head);
        bool closed = false;
        process_request(memory, last, closed, {});
        if (status_ == 204 || status_ == 304) take_out_length(memory.written);
        return {std::move(memory.written), std::move(file_)};
    }

  private:
    const std::function<Reply(const Asked&)>* answer_ = nullptr;  // of the exchange that is under way
    std::time_t now_ = 0;
    int status_ = 0;
    std::filesystem::path file_;
};

HttpLibrary::HttpLibrary(std::size_t requests, std::chrono::seconds idle)
    : library_(std::make_unique<Library>(requests, idle)) {}
HttpLibrary::~HttpLibrary() = default;

HttpLibrary::Written HttpLibrary::exchange(const std::string& head, std::time_t now, bool last,
                                           const std::function<Reply(const Asked&)>& answer) {
    return library_->exchange(head, now, last, answer);
}

}  // namespace server
