#include "generator/duties/findings.h"

namespace duties {

std::string_view name_of(Standing standing) {
    switch (standing) {
        case Standing::met:
            return "met";
        case Standing::not_met:
            return "not_met";
        case Standing::not_due:
            return "not_due";
        case Standing::unjudged:
            return "unjudged";
    }
    return {};
}

std::string_view name_of(Outcome outcome) {
    switch (outcome) {
        case Outcome::counted:
            return "counted";
        case Outcome::missing:
            return "missing";
        case Outcome::excepted:
            return "excepted";
        case Outcome::open:
            return "open";
    }
    return {};
}

}  // namespace duties
