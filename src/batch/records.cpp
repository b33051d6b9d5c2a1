// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "batch/records.hpp"

#include <istream>
#include <string_view>

namespace meldroute::inline v0 {
namespace {

constexpr std::size_t block_size = 1 << 18;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

} // namespace

RecordReader::RecordReader(std::istream& in) : in_(in), block_(block_size) {
    fill();
    if (std::string_view(block_.data(), end_).starts_with(byte_order_mark))
        at_ = byte_order_mark.size();
}

bool RecordReader::fill() {
    in_.read(block_.data(), std::streamsize(block_.size()));
    at_ = 0;
    end_ = std::size_t(in_.gcount());
    bytes_ += end_;
    return end_ > 0;
}

RecordReader::Within RecordReader::after(Within now, char c) const {
    if (now == Within::quotes) return c == '"' ? Within::closed : Within::quotes;
    if (c == '"' && now != Within::plain) return Within::quotes; // opens, or stands there twice
    return c == separator_ ? Within::start : Within::plain;
}

bool RecordReader::take(std::string& record) {
    Within within = Within::start;
    bool any = false;
    while (at_ < end_ || fill()) {
        any = true;
        const char c = block_[at_++];
        if (c == '\n' && within != Within::quotes) break;
        if (separator_ != '\0') within = after(within, c);
        if (record.size() <= longest) record += c;
    }
    if (record.ends_with('\r')) record.pop_back();
    return any;
}

std::vector<std::string> RecordReader::next(std::size_t most) {
    std::vector<std::string> records;
    for (std::string record; records.size() < most && take(record); record.clear())
        if (record.find_first_not_of(" \t") != record.npos) records.push_back(std::move(record));
    return records;
}

} // namespace meldroute::inline v0
