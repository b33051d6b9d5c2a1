// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Cuts a stream of text into records: lines, or in CSV rows, of which a cell may go on over lines.

#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

namespace meldroute::inline v0 {

class RecordReader {
public:
    /// What is longer is cut off: such a record comes out as so many bytes and one more.
    static constexpr std::size_t longest = 1 << 20;

    explicit RecordReader(std::istream& in);

    /// From now on records are rows of CSV with this between their cells: a line end in a cell
    /// between quotation marks is part of it.
    void cells(char separator) { separator_ = separator; }

    /// The next records, without line ends; at most `most`, none at the end. Skips empty lines.
    std::vector<std::string> next(std::size_t most);

    std::uint64_t bytes() const { return bytes_; }

private:
    bool fill();
    bool take(std::string& record);
    /// Where in a row of CSV the next character stands.
    enum class Within { start, plain, quotes, closed };
    Within after(Within now, char c) const;

    std::istream& in_;
    char separator_ = '\0';
    std::vector<char> block_;
    std::size_t at_ = 0, end_ = 0;
    std::uint64_t bytes_ = 0;
};

} // namespace meldroute::inline v0
