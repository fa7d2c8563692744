// Whom the privacy gates look for: the persons of private.db.
#pragma once

#include "generator/publish/known_persons.h"
#include "records/private_store.h"

namespace publish {

/// Names, certificate numbers, telephone numbers and mail addresses of inspectors and contacts.
inline KnownPersons stored_persons(records::PrivateStore& store) {
    KnownPersons persons;
    for (const std::string& name : store.all_names()) persons.add_name(name);
    for (const std::string& number : store.all_certificates()) persons.add_certificate(number);
    for (const std::string& phone : store.all_phones()) persons.add_contact(phone);
    for (const std::string& mail : store.all_emails()) persons.add_contact(mail);
    return persons;
}

}  // namespace publish
