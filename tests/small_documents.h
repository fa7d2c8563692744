// The least a PDF, a Word document and an OFD are made of, for tests of attachments.
#pragma once

#include <libdeflate.h>

#include <string>

#include "tests/raw_package.h"

namespace tests {

/// A PDF around some objects' text.
inline std::string pdf(const std::string& objects = "") {
    return "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n" + objects +
           "\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n";
}

/// An object stream (ISO 32000-1, 7.5.7) with this text in it, compressed.
inline std::string object_stream(const std::string& text) {
    libdeflate_compressor* writer = libdeflate_alloc_compressor(6);
    std::string packed(libdeflate_zlib_compress_bound(writer, text.size()), '\0');
    packed.resize(libdeflate_zlib_compress(writer, text.data(), text.size(), packed.data(), packed.size()));
    libdeflate_free_compressor(writer);
    return "9 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length " + std::to_string(packed.size()) +
           " >>\nstream\n" + packed + "\nendstream\nendobj\n";
}

inline const std::string plain_types =
    "<Types><Override "
    "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
    "</Types>";

/// The bytes of a package of these parts.
inline std::string package_bytes(const Parts& parts) {
    const SheetFolder folder;
    return bytes_of(write_package(folder / "made", parts));
}
inline std::string docx(const Parts& more = {}, const std::string& types = plain_types) {
    Parts parts{{"[Content_Types].xml", types}, {"word/document.xml", "<w:document/>"}};
    parts.insert(parts.end(), more.begin(), more.end());
    return package_bytes(parts);
}

/// A compound file (MS-CFB) with these names in its directory.
inline std::string compound(const std::vector<std::string>& names) {
    std::string bytes("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
    bytes.resize(512, '\0');
    for (const std::string& name : names) {
        for (const char letter : name) bytes.append(1, letter).append(1, '\0');
        bytes.resize((bytes.size() / 128 + 1) * 128, '\0');
    }
    return bytes;
}

}  // namespace tests
