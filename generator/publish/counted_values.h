// The values of a row that rules count, by column of its noun: how the gathering of findings puts a fact into the shape
// that duties::Judge asks for. Pure over values.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "generator/duties/judging.h"

namespace publish {

/// The places of some columns of a noun, looked up once.
class Columns {
  public:
    Columns(duties::Noun noun, std::initializer_list<std::string_view> keys);
    /// Puts the values, in the order of the keys, where their columns are.
    void fill(std::vector<std::string_view>& into, std::initializer_list<std::string_view> values) const;
    std::size_t at(std::size_t key) const { return places_.at(key); }

  private:
    std::vector<std::size_t> places_;
};

/// As many empty values as the noun has columns.
std::vector<std::string_view> empty_values(duties::Noun noun);
/// Puts a task's values behind the own ones of a noun that has the columns of its task.
void fill_task(std::vector<std::string_view>& into, const std::vector<std::string>& task);

/// 是 or 否.
inline std::string_view yes_or_no(bool yes) {
    return yes ? std::string_view("是") : std::string_view("否");
}
/// A list as conditions read it: joined by 、
std::string joined(const std::vector<std::string>& texts);
/// The codes of methods as their terms, joined by 、
std::string method_terms(const std::vector<std::string>& codes);

}  // namespace publish
