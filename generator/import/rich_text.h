// The text of a cell as XLSX stores it: runs (r/t) joined, phonetic guides (rPh) left out, _xHHHH_ escapes undone.
// Knows the elements inside si and is, not where they stand.
#pragma once

#include <string>
#include <string_view>

namespace importing {

class RichText {
  public:
    /// A new text starts.
    void begin();
    void start(std::string_view element);
    void end(std::string_view element);
    /// Character data; what stands outside t is passed over. False when the text is longer than a cell can be.
    bool add(std::string_view piece);
    /// The text since begin().
    std::string take();

  private:
    std::string text_;
    int phonetic_ = 0;
    bool in_text_ = false;
};

/// Undoes _xHHHH_ (ECMA-376 22.9.2.19); line ends become "\n". A NUL or half of a pair becomes U+FFFD.
std::string without_escapes(std::string text);

}  // namespace importing
