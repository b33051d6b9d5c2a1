// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What keeping a case costs, beside the hashes and the parsing that cannot be spared. Usage:
// bench_cases RULEBOOK.

#include "casefile/virtual_years.hpp"
#include "printed.hpp"

#include <meldroute/casefile/chain.hpp>
#include <meldroute/register/register.hpp>

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
        years::Years all(rulebook, 7);
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

/// Each entry on its own into a register in memory: what it costs without the disk.
void registering(const Kept& kept) {
    const std::vector<WorkItem> work{{"stappenplan", "bedenktijd", "zorgcoordinator", "", {}, {}},
                                     {"stappenplan", "nazorg", "zorgcoordinator", "", {}, {}}};
    std::unique_ptr<Register> into;
    std::optional<Chain> chain;
    std::size_t at = 0, entry = 0;
    Counted randomness;
    const auto append = [&] {
        if (at == 0 && entry == 0) into = open_register(":memory:");
        if (entry == 0) chain.emplace(begin_chain(into->id(), kept.ids[at]));
        const Entry made = chain->add(kept.bodies[at][entry], randomness);
        const std::span one(&made, 1);
        if (entry == 0)
            into->create_case(kept.ids[at], "", one, work);
        else
            into->append(kept.ids[at], std::int64_t(entry), one, work);
        if (++entry < kept.bodies[at].size()) return;
        entry = 0;
        at = at + 1 < kept.ids.size() ? at + 1 : 0;
    };
    const auto all = [&](std::size_t times) {
        for (std::size_t i = 0; i < times; ++i) append();
        return std::int64_t(at);
    };
    print("One entry into a register in memory", rounds({{"made, chained and appended", all}}, 9));
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
    if (count != 2) return 2;
    const bench::Kept kept(arguments[1]);
    bench::entries(kept);
    bench::registering(kept);
    bench::restoring(kept);
}
