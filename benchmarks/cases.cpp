// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What keeping a case costs, beside the hashes and the parsing that cannot be spared. Usage:
// bench_cases RULEBOOK FOLDER, the latter on the disk that is to be measured.

#include "casefile/virtual_years.hpp"
#include "printed.hpp"

#include <meldroute/casefile/chain.hpp>
#include <meldroute/register/register.hpp>

#include <chrono>
#include <fcntl.h>
#include <filesystem>
#include <unistd.h>

namespace bench {
namespace {

using namespace meldroute;

constexpr int turns = 15;

/// Cheap, and the same in every run.
class Counted final : public Randomness {
public:
    void fill(std::span<std::uint8_t> bytes) override {
        for (auto& byte : bytes) {
            next_ = next_ * 1103515245U + 12345U;
            byte = std::uint8_t(next_ >> 16U);
        }
    }

private:
    std::uint32_t next_ = 1;
};

/// Some cases on the step plan, few enough to stay in a cache, as bodies and as the chains that a register keeps.
struct Kept {
    std::shared_ptr<const Rulebook> rulebook;
    RegisterId register_id;
    std::vector<CaseId> ids;
    std::vector<std::vector<Body>> bodies;
    std::vector<std::vector<Entry>> chains;
    std::vector<std::pair<Receipt, const Body*>> each; ///< every body, and what it follows
    std::size_t bytes = 0, entries = 0;

    explicit Kept(const char* folder) : rulebook(Rulebook::load(folder)) {
        Counted randomness;
        register_id = RegisterId::draw(randomness);
        virtual_years::Years all(rulebook, 7);
        all.keep_bodies(bodies);
        all.pass(50, 20);
        for (const auto& one : bodies) {
            ids.push_back(CaseId::draw(randomness));
            Chain chain(begin_chain(register_id, ids.back()));
            chains.emplace_back();
            for (const auto& body : one) {
                each.emplace_back(chain.last(), &body);
                chains.back().push_back(chain.add(body, randomness));
                bytes += chains.back().back().body.size();
            }
            entries += one.size();
        }
    }
};

template <class Run>
double clocked(Run run) {
    const auto start = std::chrono::steady_clock::now();
    run();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

template <class Each>
Work over(std::size_t count, Each each) {
    return [=, at = std::size_t{0}](std::size_t times) mutable {
        std::int64_t sum = 0;
        for (std::size_t i = 0; i < times; ++i) {
            sum += each(at);
            at = at + 1 < count ? at + 1 : 0;
        }
        return sum;
    };
}

/// The hashes alone, of the bytes that an entry has.
void entries(const Kept& kept) {
    std::vector<std::string> bytes, frames;
    for (const auto& chain : kept.chains)
        for (const auto& entry : chain) {
            bytes.push_back(entry.body);
            frames.push_back(entry.frame);
        }
    const EntryKey key{1, 2, 3};
    Counted randomness;
    const auto hashes = [&](std::size_t i) {
        const auto commitment = hmac_sha256(bytes_of(key), {bytes[i]});
        return std::int64_t(commitment[0] + sha256(frames[i])[0]);
    };
    const auto chained = [&](std::size_t i) {
        const Entry entry = next_entry(kept.each[i].first, bytes[i], key);
        return std::int64_t(sha256(entry.frame)[0]);
    };
    const auto made = [&](std::size_t i) {
        Chain chain(kept.each[i].first);
        return std::int64_t(chain.add(*kept.each[i].second, randomness).frame.size());
    };
    const auto written = [&](std::size_t i) {
        return std::int64_t(kept.each[i].second->bytes().size());
    };
    const auto n = bytes.size();
    std::printf("\n%zu entries of %zu cases, %.0f bytes a body.\n", n, kept.ids.size(),
                double(kept.bytes) / double(n));
    print("One entry of a case",
          rounds({{"HMAC-SHA256 and SHA-256 of the same bytes", over(n, hashes)},
                  {"committed and chained, from its bytes", over(n, chained)},
                  {"written as bytes", over(n, written)},
                  {"made, written, committed and chained", over(n, made)}},
                 turns));
}

/// Puts one entry after another into a register, and begins a new one after the last.
class Filling {
public:
    Filling(const Kept& kept, std::string where) : kept_(kept), where_(std::move(where)) {}
    ~Filling() { drop(); }

    /// How many bytes the entry has.
    std::size_t next() {
        if (at_ == 0 && entry_ == 0) anew();
        if (entry_ == 0) chain_.emplace(begin_chain(into_->id(), kept_.ids[at_]));
        const Entry made = chain_->add(kept_.bodies[at_][entry_], randomness_);
        const std::span one(&made, 1);
        if (entry_ == 0)
            into_->create_case(kept_.ids[at_], "", one, work_);
        else
            into_->append(kept_.ids[at_], std::int64_t(entry_), one, work_);
        if (++entry_ == kept_.bodies[at_].size()) {
            entry_ = 0;
            at_ = at_ + 1 < kept_.ids.size() ? at_ + 1 : 0;
        }
        return made.frame.size() + made.body.size();
    }

private:
    void anew() {
        drop();
        into_ = open_register(where_);
    }
    void drop() {
        into_.reset();
        for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(where_ + end);
    }

    const Kept& kept_;
    std::string where_;
    std::vector<WorkItem> work_{{"stappenplan", "bedenktijd", "zorgcoordinator", "", {}, {}},
                                {"stappenplan", "nazorg", "zorgcoordinator", "", {}, {}}};
    std::unique_ptr<Register> into_;
    std::optional<Chain> chain_;
    std::size_t at_ = 0, entry_ = 0;
    Counted randomness_;
};

void registering(const Kept& kept) {
    Filling filling(kept, ":memory:");
    const auto all = [&](std::size_t times) {
        std::size_t bytes = 0;
        for (std::size_t i = 0; i < times; ++i) bytes += filling.next();
        return std::int64_t(bytes);
    };
    print("One entry into a register in memory", rounds({{"made, chained and appended", all}}, 9));
}

/// By the clock, for it is the disk that takes the time.
void lasting(const Kept& kept, const std::string& folder) {
    constexpr int rounds = 21, entries = 40;
    Filling filling(kept, folder + "/bench.db");
    const auto plain = folder + "/bench.log";
    const int file = open(plain.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_DSYNC, 0600);
    if (file < 0) return;
    std::vector<double> ours, appended, ratios;
    for (int round = 0; round < rounds; ++round) {
        std::size_t bytes = 0;
        ours.push_back(clocked([&] {
            for (int i = 0; i < entries; ++i) bytes += filling.next();
        }));
        const std::string same(bytes / entries, 'x');
        appended.push_back(clocked([&] {
            for (int i = 0; i < entries; ++i)
                if (write(file, same.data(), same.size()) < 0) std::exit(1);
        }));
        ratios.push_back(ours.back() / appended.back());
    }
    close(file);
    std::filesystem::remove(plain);
    std::printf("\n### One entry that lasts, by the clock\n\n| | µs, median | times O_DSYNC |\n"
                "|---|---|---|\n| O_DSYNC append of the same bytes | %.4g | 1 |\n"
                "| made, chained and appended to a register | %.4g | %.3g |\n",
                median(appended) * 1e6 / entries, median(ours) * 1e6 / entries, median(ratios));
}

void restoring(const Kept& kept) {
    const auto parsed = [&](std::size_t i) {
        std::size_t sum = 0;
        for (const auto& entry : kept.chains[i]) sum += Json::parse(entry.body).size();
        return sum;
    };
    const auto verified = [&](std::size_t i) {
        return std::size_t(verify(kept.register_id, kept.ids[i], kept.chains[i]).sequence);
    };
    const auto read = [&](std::size_t i) {
        std::vector<std::optional<Body>> bodies;
        for (const auto& entry : kept.chains[i]) bodies.emplace_back(read_body(entry));
        return bodies;
    };
    const auto restored = [&](std::size_t i) {
        verify(kept.register_id, kept.ids[i], kept.chains[i]);
        return restore(kept.ids[i], read(i), kept.rulebook).sequence();
    };
    const auto n = kept.ids.size();
    print("A case from its log",
          rounds({{"parsed by nlohmann and verified",
                   over(n, [&](std::size_t i) { return std::int64_t(parsed(i) + verified(i)); })},
                  {"verified alone",
                   over(n, [&](std::size_t i) { return std::int64_t(verified(i)); })},
                  {"read as bodies alone",
                   over(n, [&](std::size_t i) { return std::int64_t(read(i).size()); })},
                  {"verified, read and restored", over(n, restored)}},
                 turns));
    std::printf("\n%.1f entries a case.\n", double(kept.entries) / double(n));
}

} // namespace
} // namespace bench

int main(int count, char** arguments) {
    if (count != 3) return 2;
    const bench::Kept kept(arguments[1]);
    bench::entries(kept);
    bench::registering(kept);
    bench::lasting(kept, arguments[2]);
    bench::restoring(kept);
}
