// The lists of all objects by the pinyin initial 拼音首字母 of their names, or of what follows the places at the
// beginning of a name, in pages of 100. Rows wait in a file, so that a list of any length needs 16 bytes an object.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "generator/pages/search.h"

namespace pages {

class InitialLists {
  public:
    explicit InitialLists(const Site& site);
    ~InitialLists();  // removes the file
    InitialLists(const InitialLists&) = delete;
    InitialLists& operator=(const InitialLists&) = delete;

    void add(const records::PublicEnterprise& enterprise);
    /// Writes the pages and answers which lists there are, a to z, then the others.
    std::vector<ListLink> finish();

  private:
    struct Place {
        std::uint64_t order = 0;   // the first initials, 6 bits each, from the top
        std::uint64_t offset = 0;  // of the row in the file; rows of one order stay as they came
    };
    records::PublicEnterprise row_at(std::uint64_t offset);
    ListLink write_list(const Place* begin, const Place* end);

    const Site& site_;
    std::filesystem::path file_;
    std::ofstream waiting_;
    std::ifstream rows_;
    std::uint64_t size_ = 0;
    std::vector<Place> places_;
};

}  // namespace pages
