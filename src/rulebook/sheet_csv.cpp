// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "rulebook/sheet_csv.hpp"

#include <meldroute/base/error.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string quoted(const std::string& cell) {
    if (cell.find_first_of(";\"\r\n") == cell.npos) return cell;
    std::string out = "\"";
    for (const char c : cell) out += c == '"' ? "\"\"" : std::string(1, c);
    return out + "\"";
}

bool is_utf8(std::string_view text) try {
    static_cast<void>(nlohmann::json(text).dump());
    return true;
} catch (const nlohmann::json::exception&) {
    return false;
}

class CsvReader {
public:
    CsvReader(std::string_view csv, const std::string& name) : left_(csv), name_(name) {
        if (left_.starts_with(byte_order_mark)) left_.remove_prefix(byte_order_mark.size());
    }

    std::vector<SheetLine> read() {
        std::vector<SheetLine> lines;
        while (!left_.empty()) {
            auto line = read_line();
            if (line.empty()) continue;
            if (!lines.empty() && line.cells.size() != lines[0].cells.size())
                meldroute::fail(
                    Fault::sheet_line_unfit,
                    {std::to_string(line.cells.size()), std::to_string(lines[0].cells.size())},
                    place(line.number, 0));
            lines.push_back(std::move(line));
        }
        return lines;
    }

private:
    SheetLine read_line() {
        SheetLine line{number_, {}};
        while (true) {
            line.cells.push_back(left_.starts_with('"') ? read_quoted(line) : read_plain());
            if (!is_utf8(line.cells.back())) fail(line);
            if (!left_.starts_with(';')) break;
            left_.remove_prefix(1);
        }
        if (left_.starts_with('\r')) left_.remove_prefix(1);
        if (!left_.empty() && !left_.starts_with('\n')) fail(line);
        if (!left_.empty()) left_.remove_prefix(1);
        ++number_;
        return line;
    }

    std::string read_plain() {
        const auto end = std::min(left_.find_first_of(";\r\n"), left_.size());
        std::string cell(left_.substr(0, end));
        left_.remove_prefix(end);
        return cell;
    }

    std::string read_quoted(const SheetLine& line) {
        std::string cell;
        left_.remove_prefix(1);
        while (true) {
            const auto end = left_.find('"');
            if (end == left_.npos) fail(line, 1);
            cell += left_.substr(0, end);
            left_.remove_prefix(end + 1);
            if (!left_.starts_with('"')) break;
            cell += '"';
            left_.remove_prefix(1);
        }
        number_ += int(std::count(cell.begin(), cell.end(), '\n'));
        return cell;
    }

    [[noreturn]] void fail(const SheetLine& line, std::size_t coming = 0) const {
        meldroute::fail(Fault::sheet_line_unreadable, {},
                        place(line.number, int(line.cells.size() + coming)));
    }

    Place place(int line, int column) const { return {name_, line, column, "", ""}; }

    std::string_view left_;
    const std::string& name_;
    int number_ = 1;
};

} // namespace

bool SheetLine::empty() const {
    return std::all_of(cells.begin(), cells.end(), [](const auto& cell) { return cell.empty(); });
}

std::string write_csv(const std::vector<std::vector<std::string>>& lines) {
    std::string out(byte_order_mark);
    for (const auto& line : lines) {
        for (std::size_t i = 0; i < line.size(); ++i) out += (i > 0 ? ";" : "") + quoted(line[i]);
        out += "\r\n";
    }
    return out;
}

std::vector<SheetLine> read_csv(std::string_view csv, const std::string& name) {
    return CsvReader(csv, name).read();
}

} // namespace meldroute::inline v0
