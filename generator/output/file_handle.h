// An open file or folder, and the few calls on it that a release needs. Errors become Failed with a Chinese message.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace output {

class FileHandle {
  public:
    FileHandle() = default;
    explicit FileHandle(int descriptor) : descriptor_(descriptor) {}
    ~FileHandle();
    FileHandle(FileHandle&& other) noexcept;
    FileHandle& operator=(FileHandle&& other) noexcept;

    int get() const { return descriptor_; }
    explicit operator bool() const { return descriptor_ >= 0; }
    /// Closes now and throws Failed if the last bytes could not be written (a full disk may say so only here).
    void close(const std::filesystem::path& name);

  private:
    int descriptor_ = -1;
};

/// Throws Failed: "cannot `doing` `name`: reason", with advice for a full disk and for missing rights. `error` is
/// errno.
[[noreturn]] void fail(std::string_view doing, const std::filesystem::path& name, int error);

/// Makes a folder and those above it where they are missing; throws Failed.
void ensure_folder(const std::filesystem::path& folder);
/// Opens a folder to work below it; throws Failed.
FileHandle open_folder(const std::filesystem::path& folder);
/// Writes everything or throws Failed.
void write_all(int descriptor, std::string_view bytes, const std::filesystem::path& name);
/// Fills `buffer` with up to its size from the file's present position; less only at its end. Throws Failed.
std::string_view read_some(int descriptor, std::string& buffer, const std::filesystem::path& name);
/// Makes what was renamed, made or removed in this folder survive a power cut.
void sync_folder(const std::filesystem::path& folder);

}  // namespace output
