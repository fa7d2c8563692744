// A draw's package in memory, made from the vectors and changed as a test needs it.
#pragma once

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "draw/verify.h"

namespace tests {

/// A table in memory, given in pieces of at most `piece` bytes. The text must outlive the source.
inline draw::ByteSource source_of(const std::string& text, std::size_t piece = 1 << 16) {
    return [&text, piece, at = std::size_t{0}](char* to, std::size_t most) mutable {
        const std::size_t size = text.copy(to, std::min(most, piece), at);
        at += size;
        return size;
    };
}

/// The files of a package by name.
struct DrawPackage {
    std::map<std::string, std::string> bytes;

    draw::PackageFiles files(std::size_t piece = 1 << 16) const {
        draw::PackageFiles files;
        const auto paper = [&](const char* name, std::optional<std::string_view>& into) {
            if (const auto found = bytes.find(name); found != bytes.end()) into = found->second;
        };
        const auto table = [&](const char* name, draw::ByteSource& into) {
            if (const auto found = bytes.find(name); found != bytes.end()) into = source_of(found->second, piece);
        };
        files.announcement = bytes.at("announcement.json");
        paper("quota.json", files.quota);
        paper("record.json", files.record);
        paper("reveal.json", files.reveal);
        paper("drawn.json", files.drawn);
        paper("events.json", files.events);
        paper("end.json", files.end);
        table("objects.tsv", files.objects);
        table("inspectors.tsv", files.inspectors);
        return files;
    }
    draw::Report verify(const draw::Told& told = {}) const { return draw::verify(files(), told); }
};

inline std::string draw_vector(const std::string& name) {
    std::ifstream file(std::string(GONGSHI_TEST_DATA) + "/draw/" + name, std::ios::binary);
    REQUIRE(file);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// facts or classes, whole, as an auditor gets it.
inline DrawPackage vector_package(const std::string& folder) {
    DrawPackage package;
    for (const char* name : {"announcement.json", "quota.json", "record.json", "reveal.json", "drawn.json",
                             "objects.tsv", "inspectors.tsv"})
        package.bytes[name] = draw_vector(folder + "/" + name);
    return package;
}

inline draw::Check check_named(const draw::Report& report, std::string_view name) {
    for (const draw::Check& check : report.checks)
        if (check.name == name) return check;
    FAIL("no check " << name);
    return report.checks.front();
}

/// Statuses in order, one letter each: o ok, f fail, - not checked.
inline std::string statuses(const draw::Report& report) {
    std::string letters;
    for (const draw::Check& check : report.checks)
        letters += check.status == draw::Status::ok ? 'o' : check.status == draw::Status::fail ? 'f' : '-';
    return letters;
}

}  // namespace tests
