// XML as Office files use it, read as a stream of events: element names without their namespace prefix (so Transitional
// and Strict documents read alike). Document type declarations, and with them all entities, are refused; depth and the
// length of a tag are bounded. Knows no element.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace importing {

/// The attributes of one element, valid while its start is being handled.
class XmlAttributes {
  public:
    explicit XmlAttributes(const char* const* pairs) : pairs_(pairs) {}
    /// The value of the attribute with this name without prefix.
    [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const;
    /// The same, or an empty text.
    [[nodiscard]] std::string_view get(std::string_view name) const { return find(name).value_or(""); }
    /// An xsd:boolean attribute: "1" or "true"; absent is false.
    [[nodiscard]] bool flag(std::string_view name) const;

  private:
    const char* const* pairs_;
};

/// What happens in a document.
class XmlEvents {
  public:
    virtual ~XmlEvents() = default;
    virtual void start(std::string_view element, const XmlAttributes& attributes) = 0;
    virtual void end(std::string_view /*element*/) {}
    /// Character data; one text may come in several pieces.
    virtual void text(std::string_view /*piece*/) {}
    /// False once the rest is not needed.
    virtual bool wanted() const { return true; }
};

/// Parses a document piece by piece. What an event throws is thrown by feed().
class XmlStream {
  public:
    /// `file` and `part` are for messages; `events` must outlive this.
    XmlStream(std::filesystem::path file, std::string part, XmlEvents& events);
    ~XmlStream();
    XmlStream(const XmlStream&) = delete;
    XmlStream& operator=(const XmlStream&) = delete;

    /// False when no more is wanted. Throws UnreadableFile: not well formed, has a DTD, too deep, a tag too long.
    bool feed(std::string_view piece);
    /// The document has ended. Throws UnreadableFile when it is incomplete.
    void finish();

  private:
    struct Parser;
    std::unique_ptr<Parser> parser_;
};

class ZipPackage;
/// Reads one part of a package through `events`. Throws UnreadableFile.
void read_xml_part(const ZipPackage& package, const std::string& part, std::uint64_t most_bytes, XmlEvents& events);

}  // namespace importing
