// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/batch/decide_text.hpp>

#include "batch/csv.hpp"
#include "batch/records.hpp"
#include "batch/text_format.hpp"

#include <istream>
#include <ostream>

namespace meldroute::inline v0 {
namespace {

/// Rows that one thread decides at a time.
constexpr std::size_t most_rows = 1'024;

std::unique_ptr<TextForm> form_of(const Batch& batch, TextFormat format, RecordReader& reader) {
    if (format == TextFormat::ndjson) return ndjson_form(batch);
    const auto head = reader.next(1);
    if (head.empty()) fail(Fault::batch_head_missing);
    reader.cells(separator_of(head.front()));
    return csv_form(batch, head.front());
}

void write(std::ostream& out, const std::string& text) {
    out.write(text.data(), std::streamsize(text.size()));
    if (!out) fail(Fault::file_unwritable, {"uit"});
}

} // namespace

void refuse_too_long(const std::string& record) {
    if (record.size() > RecordReader::longest)
        fail(Fault::batch_line_too_long, {std::to_string(RecordReader::longest)});
}

TextProgress decide_text(const Batch& batch, TextFormat format, std::istream& in, std::ostream& out,
                         const std::function<void(const TextProgress&)>& progress) {
    RecordReader reader(in);
    const auto form = form_of(batch, format, reader);
    const int threads = batch.request().threads;
    write(out, form->head());
    TextProgress done;
    while (true) {
        std::vector<std::vector<std::string>> runs;
        for (int i = 0; i < threads; ++i) {
            auto run = reader.next(most_rows);
            if (run.empty()) break;
            runs.push_back(std::move(run));
        }
        if (runs.empty()) return done;
        std::vector<TextForm::Lines> lines(runs.size());
        in_parallel(runs.size(), threads, [&](std::size_t i) { lines[i] = form->decide(runs[i]); });
        for (std::size_t i = 0; i < runs.size(); ++i) {
            write(out, lines[i].text);
            done.rows += runs[i].size();
            done.faults += lines[i].faults;
        }
        done.bytes = reader.bytes();
        if (progress) progress(done);
    }
}

} // namespace meldroute::inline v0
