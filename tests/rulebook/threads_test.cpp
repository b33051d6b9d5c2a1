// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// A rulebook is immutable and shared; who replaces it swaps one pointer. Run under the thread
// sanitizer by .ci/run.

#include "catch.hpp"
#include "rulebook/example.hpp"

#include <meldroute/rulebook/check.hpp>

#include <nlohmann/json.hpp>

#include <atomic>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

using namespace meldroute;
using example::Shelf;

namespace {

using Book = std::shared_ptr<const Rulebook>;

/// As a host may hold it.
class Held {
public:
    explicit Held(Book book) : book_(std::move(book)) {}
    Book get() const {
        const std::lock_guard lock(mutex_);
        return book_;
    }
    void replace(Book book) {
        const std::lock_guard lock(mutex_);
        book_.swap(book);
    }

private:
    mutable std::mutex mutex_;
    Book book_;
};

/// All rulings on one report, as text, with their reasons.
std::string ruled(const Rulebook& book, int age) {
    Situation situation(book.vocabulary());
    situation.tell(
        JsonNode::wrap({{"slachtoffer.leeftijd", age}, {"gevaar.acuut", age % 2 == 0}}, "feiten"));
    std::string out;
    for (const auto& id : book.decisions().ids()) {
        const auto ruling = book.decisions().rule(id, situation);
        out += ruling.outcome->dump() + book.decisions().why(ruling, situation, Lang::nl);
    }
    return out + book.label("weger", Lang::nl) + (book.place("/facts/0").file.empty() ? "?" : "");
}

std::vector<std::string> all_ruled(const Rulebook& book) {
    std::vector<std::string> out;
    for (int age = 0; age < 40; ++age) out.push_back(ruled(book, age));
    return out;
}

} // namespace

TEST_CASE("eight threads rule by one rulebook while it is replaced", "[rulebook][threads]") {
    const Shelf shelf;
    const auto older = shelf.load();
    auto text = example::sound().at("dorp/decisions/weging.json");
    text.replace(text.find("< 18"), 4, "< 21");
    shelf.write("dorp/decisions/weging.json", text);
    const auto newer = shelf.load();
    const std::map<Digest, std::vector<std::string>> expected{{older->digest(), all_ruled(*older)},
                                                              {newer->digest(), all_ruled(*newer)}};
    REQUIRE(expected.at(older->digest()) != expected.at(newer->digest()));

    Held held(older);
    std::atomic<int> wrong = 0;
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 6; ++thread)
        threads.emplace_back([&, thread] {
            for (int i = 0; i < 60; ++i) {
                const auto book = held.get();
                const int age = (i + thread * 7) % 40;
                wrong += ruled(*book, age) != expected.at(book->digest())[std::size_t(age)];
            }
        });
    threads.emplace_back([&] {
        for (int i = 0; i < 60; ++i) held.replace(i % 2 == 0 ? newer : older);
    });
    threads.emplace_back([&] {
        for (int i = 0; i < 4; ++i) {
            held.replace(Rulebook::from_bundle(held.get()->bundle()));
            wrong += check(*held.get()).empty();
        }
    });
    for (auto& thread : threads) thread.join();
    CHECK(wrong == 0);
}
