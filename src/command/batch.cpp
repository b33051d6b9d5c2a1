// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "command/commands.hpp"

#include <meldroute/batch/decide_text.hpp>

#include <filesystem>
#include <fstream>
#include <iostream>

#include <unistd.h>

namespace meldroute::inline v0 {
namespace fs = std::filesystem;
namespace {

std::vector<std::string> listed(const std::string& words) {
    std::vector<std::string> all;
    for (std::size_t from = 0; from < words.size();) {
        const auto to = std::min(words.find(',', from), words.size());
        if (to > from) all.push_back(words.substr(from, to - from));
        from = to + 1;
    }
    return all;
}

int threads_of(const Arguments& args) {
    if (!args.has("--threads")) return 1;
    const std::string words = args.value("--threads");
    if (words.empty() || words.size() > 2 || words.find_first_not_of("0123456789") != words.npos)
        throw WrongUse({"achter --threads staat een aantal", "a number stands after --threads"});
    return std::stoi(words);
}

BatchRequest request_of(const Arguments& args) {
    if (!args.has("--decision"))
        throw WrongUse({"welke beslissing? --decision ID", "which decision? --decision ID"});
    BatchRequest request;
    request.decisions = listed(args.value("--decision"));
    request.keep = listed(args.value("--keep"));
    request.needed = args.has("--needed");
    request.threads = threads_of(args);
    return request;
}

TextFormat format_of(const fs::path& file) {
    const auto ending = file.extension();
    if (ending == ".csv") return TextFormat::csv;
    if (file == "-" || ending == ".ndjson" || ending == ".jsonl") return TextFormat::ndjson;
    throw WrongUse(
        {"een bestand heet .ndjson, .jsonl of .csv", "a file is called .ndjson, .jsonl or .csv"});
}

/// A bar on the terminal, while there is one.
class Bar {
public:
    Bar(const fs::path& file, const Arguments& args)
        : args_(args), shown_(::isatty(STDERR_FILENO) == 1),
          size_(fs::is_regular_file(file) ? fs::file_size(file) : 0) {}
    ~Bar() {
        if (drawn_) std::cerr << "\r\x1b[K" << std::flush;
    }

    void operator()(const TextProgress& done) {
        if (!shown_) return;
        drawn_ = true;
        std::cerr << "\r\x1b[K";
        if (size_ > 0) {
            const auto full = std::min<std::uint64_t>(width, done.bytes * width / size_);
            for (std::uint64_t i = 0; i < width; ++i) std::cerr << (i < full ? "█" : "░");
            std::cerr << " " << std::min<std::uint64_t>(100, done.bytes * 100 / size_) << " % · ";
        }
        std::cerr << done.rows << args_.say({" meldingen", " reports"}) << std::flush;
    }

private:
    static constexpr std::uint64_t width = 40;
    const Arguments& args_;
    bool shown_, drawn_ = false;
    std::uint64_t size_;
};

/// A file that has its name only once it is whole: half an answer must not look like all of it.
class WholeFile {
public:
    explicit WholeFile(const fs::path& name)
        : name_(name), part_(name.string() + ".deel"), out_(part_, std::ios::binary) {
        if (!out_) fail(Fault::file_unwritable, {name_.string()});
    }
    ~WholeFile() {
        std::error_code none;
        if (out_.is_open()) fs::remove(part_, none);
    }

    std::ostream& out() { return out_; }
    void finish() {
        out_.close();
        std::error_code error;
        if (out_) fs::rename(part_, name_, error);
        if (!out_ || error) fail(Fault::file_unwritable, {name_.string()});
    }

private:
    fs::path name_, part_;
    std::ofstream out_;
};

TextProgress decide(const Batch& batch, const Arguments& args, std::ostream& out) {
    const fs::path file = args[1];
    const TextFormat format = format_of(file);
    if (file == "-") return decide_text(batch, format, std::cin, out);
    std::ifstream in(file, std::ios::binary);
    if (!in || fs::is_directory(file)) fail(Fault::file_missing, {file.string()});
    Bar bar(file, args);
    return decide_text(batch, format, in, out, std::ref(bar));
}

/// On the other stream: what is written may be read by a program.
int report(const TextProgress& done, const Arguments& args) {
    if (done.faults == 0) return 0;
    std::cerr << "meldroute: " << done.faults << args.say({" van de ", " of "}) << done.rows
              << args.say({" meldingen hebben een fout; zie de kolom ",
                           " reports have a fault; see the column "})
              << error_words_column << ".\n";
    return 1;
}

} // namespace

int command_batch(const Arguments& args, std::ostream& out) {
    args.want(2, 2);
    const Batch batch(Rulebook::load(args[0]), request_of(args));
    if (!args.has("--out")) return report(decide(batch, args, out), args);
    WholeFile file(args.value("--out"));
    const auto done = decide(batch, args, file.out());
    file.finish();
    return report(done, args);
}

} // namespace meldroute::inline v0
