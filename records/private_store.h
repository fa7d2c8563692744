// private.db (mode 0600): who the pseudonyms stand for, and whom to call. Opened only by import, the privacy gate and
// the printing of task sheets; nothing in it is ever published. Throws records::Broken like portal.h.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "records/facts.h"

namespace records {

struct Contact {             // 信息联络员
    std::string office;      // area
    std::string department;  // name
    std::string name, phone, email;
    bool operator==(const Contact&) const = default;
};

class PrivateStore {
  public:
    /// Opens DIR/private.db, creating it when `create`; its mode is set to 0600 in any case.
    static PrivateStore open(const std::filesystem::path& file, bool create);
    static PrivateStore in_memory();
    PrivateStore(PrivateStore&&) noexcept;
    ~PrivateStore();

    /// Runs `work` in one transaction; any exception rolls everything back.
    void transaction(const std::function<void()>& work);

    /// The pseudonym of a person in an office: the one given before to the same name and certificate (执法证号) there,
    /// else a new random one ("p" and 16 hexadecimal digits, of getrandom(2)) that tells nothing. Phone and e-mail
    /// overwrite the former ones unless empty. Throws Broken when the machine has no random numbers.
    std::string pseudonym_for(std::string_view office, const PrivateInspector& person);
    /// The pseudonym already given, nothing when the person is unknown; changes nothing.
    std::optional<std::string> find_pseudonym(std::string_view office, std::string_view name,
                                              std::string_view certificate);
    /// Everybody of an office with this name: draw lists name inspectors without their certificates.
    std::vector<PrivateInspector> inspectors_named(std::string_view office, std::string_view name);
    std::optional<PrivateInspector> inspector(std::string_view pseudonym);

    /// Sets the contact of a department, replacing the former one of the same name. True: something changed.
    bool put_contact(const Contact& contact);
    std::vector<Contact> contacts();

    // What must not appear on the site, each once, sorted by bytes: inspectors' and contacts' names, certificate
    // numbers, telephone numbers and e-mail addresses.
    std::vector<std::string> all_names();
    std::vector<std::string> all_certificates();
    std::vector<std::string> all_phones();
    std::vector<std::string> all_emails();

    /// Copies the whole database into a new file of mode 0600: a backup.
    void copy_to(const std::filesystem::path& file);

    struct Connection;

  private:
    explicit PrivateStore(std::unique_ptr<Connection> connection);
    std::unique_ptr<Connection> connection_;
};

}  // namespace records
