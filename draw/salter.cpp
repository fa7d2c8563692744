#include "draw/salter.h"

#include <algorithm>

namespace draw {

Salt Salter::of(std::string_view kind, std::string_view id) const {
    const Digest whole = mac_.of(encoded(std::string_view("ssj1/salt"), kind, id));
    Salt salt;
    std::copy_n(whole.begin(), salt.size(), salt.begin());
    return salt;
}

}  // namespace draw
