// inspectors.tsv, line by line.
#include <algorithm>
#include <array>

#include "draw/ids.h"
#include "draw/merkle.h"
#include "draw/pool.h"
#include "draw/salter.h"
#include "draw/table_blocks.h"
#include "draw/table_cells.h"

namespace draw {

namespace {

constexpr std::string_view file = "inspectors.tsv";
constexpr std::uint64_t block_rows = 16;
constexpr std::size_t most_cap_digits = 6, person_digits = 64;

[[noreturn]] void refuse(std::uint64_t line, const char* reason) {
    throw Unreadable(std::string(file), line, reason);
}

/// `[1-9][0-9]{0,5}`; 0 when it is something else.
std::uint32_t parse_cap(std::string_view cell) {
    if (cell.empty() || cell.size() > most_cap_digits || cell.front() == '0') return 0;
    std::uint32_t cap = 0;
    for (const char digit : cell) {
        if (digit < '0' || digit > '9') return 0;
        cap = cap * 10 + static_cast<std::uint32_t>(digit - '0');
    }
    return cap;
}

using Cells = std::array<std::string_view, 6>;

Inspector read_row(const Cells& cells, std::uint64_t line, const InspectorWork& work) {
    const auto [id, person, department, skills, cap, recuse] = cells;
    Inspector one{std::string(id),     std::string(person), std::string(department),
                  std::string(skills), parse_cap(cap),      {}};
    if (!is_inspector_id(id)) refuse(line, "第 1 栏应当是检查人员代号：1 至 32 位大写字母、数字或连字符");
    if (person.size() != person_digits || !unhex(person)) refuse(line, "第 2 栏应当是 64 位小写十六进制数字");
    if (!is_code(department)) refuse(line, "第 3 栏应当是部门代码：1 至 24 位字母、数字或连字符");
    if (!each_ascending(skills, is_code)) refuse(line, "第 4 栏应当是专长代码，用逗号分开，升序，不重复");
    if (one.cap == 0) refuse(line, "第 5 栏应当是 1 至 999999 的整数");
    const auto recused = [&](std::string_view object) {
        if (!is_object_id(object)) return false;
        if (!work.keep || work.keep(object)) one.recuse.emplace_back(object);
        return true;
    };
    if (!each_ascending(recuse, recused)) refuse(line, "第 6 栏应当是回避的对象代码，用逗号分开，升序，不重复");
    return one;
}

Digest hash_of(const Cells& cells, const Salt& salt) {
    std::string leaf = encoded(std::string_view("ssj1/insp"));
    for (const std::string_view cell : cells) append_part(leaf, cell);
    append_part(leaf, bytes_of(salt));
    return leaf_hash(leaf);
}

}  // namespace

InspectorPool read_inspectors(const ByteSource& source, const InspectorWork& work) {
    std::optional<Salter> salter;
    if (work.salt_key) salter.emplace(*work.salt_key);
    TableBlocks blocks(source, std::string(file), inspectors_header, longest_line);
    InspectorPool pool;
    MerkleRoot root;
    for (TableBlock block = blocks.next(block_rows); !block.bytes.empty(); block = blocks.next(block_rows)) {
        std::uint64_t line = block.first_line;
        for (std::string_view left = block.text(); !left.empty(); ++line) {
            const std::size_t end = left.find('\n');
            Cells cells;
            if (!split_cells(left.substr(0, end), cells)) refuse(line, "应当有 6 栏，用制表符分开");
            left.remove_prefix(end + 1);
            Inspector one = read_row(cells, line, work);
            if (!pool.inspectors.empty() && one.id <= pool.inspectors.back().id)
                refuse(line, "没有按代号升序排列，或者有重复");
            if (pool.inspectors.size() == most_inspectors) refuse(line, "超过十万人");
            if (salter) root.add(hash_of(cells, salter->of("insp", one.id)));
            pool.any_recused = pool.any_recused || !cells.back().empty();
            pool.inspectors.push_back(std::move(one));
        }
    }
    if (salter) pool.root = root.root();
    return pool;
}

PoolRoot inspectors_root(const ByteSource& source, const Digest& salt_key) {
    InspectorWork work;
    work.salt_key = salt_key;
    work.keep = [](std::string_view) { return false; };
    const InspectorPool pool = read_inspectors(source, work);
    return {pool.root, pool.rows()};
}

void append_inspector(std::string& table, const Inspector& inspector) {
    for (const std::string_view cell : {std::string_view(inspector.id), std::string_view(inspector.person),
                                        std::string_view(inspector.department), std::string_view(inspector.skills)})
        table.append(cell).append(1, '\t');
    table.append(std::to_string(inspector.cap)).append(1, '\t');
    for (std::size_t i = 0; i < inspector.recuse.size(); ++i)
        table.append(i == 0 ? "" : ",").append(inspector.recuse[i].text());
    table.append(1, '\n');
}

}  // namespace draw
