// The cell formats of an XLSX workbook (xl/styles.xml), as far as they change what a number says.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "generator/import/number_format.h"

namespace importing {

class ZipPackage;

/// The number format of every cell style, by the index cells refer to it with.
class XlsxStyles {
  public:
    /// Every number is general.
    XlsxStyles() = default;
    /// Reads the part. Throws UnreadableFile.
    XlsxStyles(const ZipPackage& package, const std::string& part);

    /// General for an index that does not exist.
    [[nodiscard]] const NumberFormat& format(std::size_t style) const;

  private:
    std::vector<NumberFormat> formats_;    // each different one once
    std::vector<std::uint32_t> by_style_;  // style → place in formats_
};

}  // namespace importing
