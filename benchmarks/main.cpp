// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Prints what deciding costs, as ratios to yardsticks that run in turns with it.
// Usage: bench; bench growth, the figures of the pictures; bench ingest and bench
// reasons, a part; bench export COUNT, the workload as JSON.

#include "batches.hpp"
#include "printed.hpp"

#include <meldroute/base/json.hpp>

#include <cstdio>
#include <cstring>
#include <malloc.h>

namespace bench {
namespace {

using meldroute::JsonNode;
using meldroute::Situation;

constexpr int turns = 15;

/// Goes round the records; one operation is one decision.
template <class Each>
Work over(std::size_t records, Each each) {
    return [=, at = std::size_t{0}](std::size_t times) mutable {
        std::int64_t sum = 0;
        for (std::size_t i = 0; i < times; ++i) {
            at = at + 1 < records ? at + 1 : 0;
            sum += each(at);
        }
        return sum;
    };
}

Situation told(const Subject& s, const std::string& text) {
    Situation situation(*s.vocabulary);
    situation.tell(text, "");
    return situation;
}

void one_decision(const Subject& s, std::size_t take) {
    const auto& d = s.decision(take);
    const auto n = s.records.size();
    const std::string id = takes[take];
    std::vector<Variant> all{
        {"by hand", over(s.fresh.size(), [&](std::size_t i) { return s.hand[take](s.fresh[i]); })},
        {"meldroute",
         over(n, [&](std::size_t i) { return s.decisions->decide(d, s.known[i]).value; })},
        {"meldroute, three facts unknown",
         over(n, [&](std::size_t i) { return s.decisions->decide(d, s.unknown[i]).value; })},
        {"flat typed code",
         over(s.fresh.size(), [&](std::size_t i) { return s.by_flat(take, s.fresh[i]); })},
        {"naive JsonLogic", over(n, [&](std::size_t i) { return s.by_logic(take, s.json[i]); })}};
    const auto title = "«" + id + "», " + std::to_string(s.count) + " rules";
    print(title.c_str(), rounds(all, turns));
    std::size_t decided = 0;
    for (const auto& one : s.unknown)
        decided += s.decisions->decide(d, one).state == meldroute::Ruling::State::decided;
    std::printf("\nWith three facts unknown %.0f %% is decided all the same.\n",
                100.0 * double(decided) / double(n));
}

/// `first` stops where a row holds, which a processor learns by heart of a thousand situations. Of
/// more it is the memory that counts: so they are fetched while others are decided.
void more_situations(const Subject& s) {
    const auto& d = s.decision(2);
    const auto n = s.known.size();
    const auto fetch = [&](std::size_t i) {
        const auto& later = s.known[(i + 4) % n];
        for (std::size_t slot = 0; slot < fields; slot += 4) __builtin_prefetch(&later.bare(slot));
    };
    const auto ours = [&](std::size_t i) {
        fetch(i);
        return s.decisions->decide(d, s.known[i]).value;
    };
    const auto hand = [&](std::size_t i) { return s.hand[2](s.fresh[i]); };
    const auto times =
        rounds({{"by hand", over(s.fresh.size(), hand)}, {"", over(n, ours)}}, turns);
    std::printf("\nOver %zu situations, fetched before: %.3g ns, %.3g times by hand.\n", n,
                times[1].median, times[1].ratio);
}

void reasons_of(const Subject& s, std::size_t take) {
    const auto& d = s.decision(take);
    const auto n = s.records.size();
    const auto title =
        std::string("Reasons, «") + takes[take] + "», " + std::to_string(s.count) + " rules";
    meldroute::Trace trace;
    const auto kept = [&](std::size_t i) -> meldroute::Trace& {
        s.decisions->trace(d, s.known[i], trace);
        return trace;
    };
    const auto bare = [&](std::size_t i) { return s.decisions->decide(d, s.known[i]).value; };
    const auto hits = [&](std::size_t i) { return std::int64_t(kept(i).hits().size()); };
    const auto bits = [&](std::size_t i) { return std::int64_t(kept(i).state(s.count - 1)); };
    const auto written = [&](std::size_t i) {
        return std::int64_t(s.decisions->rule(takes[take], s.known[i]).rows.size());
    };
    print(title.c_str(), rounds({{"bare", over(n, bare)},
                                 {"the rows that hold", over(n, hits)},
                                 {"every why-not, in bits", over(n, bits)},
                                 {"every row written out", over(n, written)}},
                                9));
}

void with_reasons(const Subject& s) {
    for (std::size_t take = 0; take < kinds; ++take) reasons_of(s, take);
}

void from_text(const Subject& s) {
    std::vector<std::string> texts;
    for (const auto& one : s.json) texts.push_back(one.dump());
    const auto title = "JSON text to decision, «all», " + std::to_string(s.count) + " rules";
    print(title.c_str(),
          rounds({{"nlohmann, parsed and decoded",
                   over(texts.size(),
                        [&](std::size_t i) { return decode(Json::parse(texts[i])).value[0]; })},
                  {"nlohmann, parsed alone",
                   over(texts.size(),
                        [&](std::size_t i) { return std::int64_t(Json::parse(texts[i]).size()); })},
                  {"meldroute, text to situation",
                   over(texts.size(), [&](std::size_t i) { return told(s, texts[i])[0].value; })},
                  {"meldroute, text to decision",
                   over(texts.size(),
                        [&](std::size_t i) {
                            return s.decisions->decide(s.decision(0), told(s, texts[i])).value;
                        })}},
                 turns));
}

void loading(const Subject& s) {
    const auto load_all = [&](std::size_t times) {
        std::int64_t out = 0;
        for (std::size_t i = 0; i < times; ++i) {
            meldroute::Vocabulary vocabulary;
            out += load(s.text, vocabulary)->has("all");
        }
        return out;
    };
    const auto parse = [&](std::size_t times) {
        std::int64_t out = 0;
        for (std::size_t i = 0; i < times; ++i) out += std::int64_t(Json::parse(s.text).size());
        return out;
    };
    const auto title = "Loading three tables of " + std::to_string(s.count) + " rules";
    print(title.c_str(),
          rounds({{"nlohmann parse", parse}, {"meldroute, read and compiled", load_all}}, 5));
    const auto heap = [] { return mallinfo2().uordblks + mallinfo2().hblkhd; };
    meldroute::Vocabulary vocabulary;
    const auto before = heap();
    const auto kept = load(s.text, vocabulary);
    std::printf("\nKept: %.0f bytes a rule; the text has %.0f.\n",
                double(heap() - before) / double(3 * s.count),
                double(s.text.size()) / double(3 * s.count));
}

void batch(const Subject& s) {
    const Table table(*s.vocabulary, s.records);
    const auto& d = s.decision(0);
    std::vector<meldroute::Outcome> out(s.records.size());
    const auto columns = [&](std::size_t times) {
        for (std::size_t i = 0; i < times; ++i) s.decisions->decide(d, table.columns, out);
        return out[0].value;
    };
    print("By columns, «all», 2000 rules",
          rounds({{"one record at a time",
                   over(s.records.size(),
                        [&](std::size_t i) { return s.decisions->decide(d, s.known[i]).value; })},
                  {"by columns", columns, double(s.records.size())}},
                 turns));
}

void growth_of_rules() {
    std::printf("\n### Rules, «all»: ns a decision\n\n"
                "| rules | flat typed code | meldroute | three unknown | by hand "
                "|\n|---|---|---|---|---|\n");
    for (const std::size_t count : {20, 200, 2000, 20000}) {
        const Subject s(count, 256);
        const auto n = s.records.size();
        const auto& d = s.decision(0);
        std::vector<Variant> all{
            {"flat", over(s.fresh.size(), [&](std::size_t i) { return s.by_flat(0, s.fresh[i]); })},
            {"known",
             over(n, [&](std::size_t i) { return s.decisions->decide(d, s.known[i]).value; })},
            {"unknown",
             over(n, [&](std::size_t i) { return s.decisions->decide(d, s.unknown[i]).value; })}};
        if (s.hand[0] != nullptr)
            all.push_back({"hand", over(s.fresh.size(),
                                        [&](std::size_t i) { return s.hand[0](s.fresh[i]); })});
        const auto times = rounds(all, 7);
        std::printf("| %zu | %.4g | %.4g | %.4g | %s |\n", count, times[0].median, times[1].median,
                    times[2].median,
                    times.size() > 3 ? std::to_string(times[3].median).c_str() : "");
        std::fflush(stdout);
    }
}

/// For whoever measures in another language: the book, its rules in JsonLogic, and records.
void write_export(std::size_t count) {
    const auto rules = make_rules(count);
    Json out = rulebook(rules);
    for (const auto& rule : rules) out["logic"].push_back(json_logic(rule));
    for (const auto& record : make_records(64, false)) out["records"].push_back(json_of(record));
    std::printf("%s\n", out.dump().c_str());
}

/// Only what comes in: reports and rules.
void ingest() {
    for (const std::size_t count : {20, 200, 2000}) {
        const Subject s(count);
        s.check();
        from_text(s);
        if (count == 2000) loading(s);
    }
}

/// Only what reasons cost.
void reasons() {
    for (const std::size_t count : {20, 200, 2000}) {
        const Subject s(count);
        s.check();
        with_reasons(s);
    }
}

void all_tables() {
    for (const std::size_t count : {20, 200, 2000}) {
        const Subject s(count);
        s.check();
        for (std::size_t take = 0; take < kinds; ++take) one_decision(s, take);
        more_situations(Subject(count, 4096));
        with_reasons(s);
        from_text(s);
        if (count != 2000) continue;
        loading(s);
        batch(s);
    }
}

} // namespace
} // namespace bench

int main(int count, char** arguments) {
    if (count > 1 && std::strcmp(arguments[1], "growth") == 0) {
        bench::growth_of_rules();
        bench::growth_of_batches(bench::Subject(2000));
    } else if (count > 1 && std::strcmp(arguments[1], "ingest") == 0) {
        bench::ingest();
    } else if (count > 1 && std::strcmp(arguments[1], "reasons") == 0) {
        bench::reasons();
    } else if (count > 2) {
        bench::write_export(std::size_t(std::atoi(arguments[2])));
    } else {
        bench::all_tables();
    }
}
