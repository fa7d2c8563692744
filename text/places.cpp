#include "text/places.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "text/search_key.h"
#include "text/utf8.h"

namespace text {
namespace {

constexpr std::size_t han = 3;  // bytes of a character of a place's name: all are in the basic plane
constexpr std::string_view country = "中国";

// Where in the tree of divisions a place stands; of one name there can be several (长安 in 石家庄 and in 西安).
struct Standing {
    int province = 0;
    int prefecture = 0;  // 0: the province itself, or right below it
    int county = 0;      // 0: no county
};

struct Place {
    bool takes_suffix = false;              // false: 单县, which has one of its own already
    std::vector<std::string> own_suffixes;  // of several characters, and 州
    std::vector<Standing> standings;
};

struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

// The places by their names without suffix.
class Gazetteer {
  public:
    explicit Gazetteer(std::string_view table) {
        while (!table.empty()) {
            const std::size_t end = table.find('\n');
            add_line(table.substr(0, end));
            table.remove_prefix(end + 1);
        }
    }

    const Place* find(std::string_view stem) const {
        const auto found = places_.find(stem);
        return found == places_.end() ? nullptr : &found->second;
    }

    std::size_t longest() const { return longest_; }  // bytes

    // Asked at every character of every name.
    bool may_begin_suffix(std::string_view text) const {
        const std::size_t character = basic_plane(text);
        return character != 0 && beginnings_[character];
    }

  private:
    void add_line(std::string_view line) {
        if (line.starts_with('*')) {
            here_ = {here_.province + 1, 0, 0};
            prefectures_ = counties_ = 0;
            return add(line.substr(1), here_);
        }
        for (bool first = true; !line.empty(); first = false) {
            const std::size_t end = std::min(line.find(' '), line.size());
            const std::string_view word = line.substr(0, end);
            line.remove_prefix(std::min(end + 1, line.size()));
            if (first) here_.prefecture = word == "-" ? 0 : ++prefectures_;
            if (word != "-") add(word, {here_.province, here_.prefecture, first ? 0 : ++counties_});
        }
    }

    void add(std::string_view word, Standing standing) {
        const std::size_t stroke = word.find('/');
        const bool whole = stroke == std::string_view::npos && word.size() < 3 * han;  // 单县: no name without 县
        const std::size_t stem = stroke != std::string_view::npos ? stroke : word.size() - (whole ? 0 : han);
        Place& place = places_[search_key(word.substr(0, stem))];
        place.standings.push_back(standing);
        place.takes_suffix = place.takes_suffix || !whole;
        longest_ = std::max(longest_, stem);
        if (stroke == std::string_view::npos) return add_beginning(word.substr(word.size() - han));
        const std::string suffix = search_key(word.substr(stroke + 1));
        add_suffix(place, suffix);
        const std::size_t autonomous = suffix.find("自治");
        if (autonomous == std::string::npos) return;
        add_suffix(place, suffix.substr(autonomous));
        if (suffix.ends_with("州")) add_suffix(place, "州");
    }

    void add_suffix(Place& place, const std::string& suffix) {
        if (std::find(place.own_suffixes.begin(), place.own_suffixes.end(), suffix) == place.own_suffixes.end())
            place.own_suffixes.push_back(suffix);
        add_beginning(std::string_view(suffix).substr(0, han));
    }

    void add_beginning(std::string_view character) { beginnings_[basic_plane(character)] = true; }

    // The first character when it takes three bytes, else 0.
    static std::size_t basic_plane(std::string_view text) {
        if (text.size() < han || (text[0] & 0xF0) != 0xE0) return 0;
        return static_cast<std::size_t>((text[0] & 0x0F) << 12 | (text[1] & 0x3F) << 6 | (text[2] & 0x3F));
    }

    std::unordered_map<std::string, Place, Hash, std::equal_to<>> places_;
    std::vector<bool> beginnings_ = std::vector<bool>(0x10000);
    std::size_t longest_ = 0;
    Standing here_;
    int prefectures_ = 0;
    int counties_ = 0;
};

const Gazetteer& gazetteer() {
    static const Gazetteer made(places_table());
    return made;
}

// The suffix that follows this place; cut_off only when none does.
SuffixMatch suffix_of(const Place& place, std::string_view after) {
    if (!place.takes_suffix) return {};
    const Decoded next = decode_at(after, 0);
    if (next.length > 0 && any_place_suffixes.find(next.code_point) != std::u32string_view::npos)
        return {next.length, false};
    SuffixMatch match;
    for (const std::string& suffix : place.own_suffixes) {
        if (after.starts_with(suffix)) return {suffix.size(), false};
        if (!after.empty() && after.size() < suffix.size() && suffix.starts_with(after)) match.cut_off = true;
    }
    return match;
}

bool lies_within(const Place& inner, const Place& outer) {
    for (const Standing& in : inner.standings)
        for (const Standing& out : outer.standings)
            if (out.county == 0 && in.province == out.province &&
                (out.prefecture == 0 ? in.prefecture + in.county > 0
                                     : in.prefecture == out.prefecture && in.county > 0))
                return true;
    return false;
}

}  // namespace

SuffixMatch place_suffix_between(std::string_view before, std::string_view after) {
    const Gazetteer& places = gazetteer();
    if (before.size() < 2 * han || !places.may_begin_suffix(after)) return {};
    SuffixMatch match;
    for (std::size_t length = 2 * han; length <= std::min(places.longest(), before.size()); length += han) {
        const Place* place = places.find(before.substr(before.size() - length));
        if (place == nullptr) continue;
        const SuffixMatch one = suffix_of(*place, after);
        if (one.length > 0) return one;
        match.cut_off = match.cut_off || one.cut_off;
    }
    return match;
}

std::size_t leading_places(std::string_view key) {
    const Gazetteer& places = gazetteer();
    std::size_t at = key.starts_with(country) ? country.size() : 0;
    const Place* outer = nullptr;
    for (bool more = true; more;) {
        more = false;
        const std::string_view rest = key.substr(at);
        for (std::size_t length = std::min(places.longest(), rest.size() / han * han); length >= 2 * han && !more;
             length -= han) {
            const Place* place = places.find(rest.substr(0, length));
            if (place == nullptr) continue;
            const std::size_t suffix = suffix_of(*place, rest.substr(length)).length;
            if (suffix == 0 && outer != nullptr && !lies_within(*place, *outer)) continue;
            at += length + suffix;
            outer = place;
            more = true;
        }
    }
    return at;
}

}  // namespace text
