// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "catch.hpp"
#include "rulebook/example.hpp"

#include <meldroute/rulebook/receipt.hpp>

#include <nlohmann/json.hpp>

using namespace meldroute;

namespace {

const std::shared_ptr<const Rulebook>& book() {
    static const auto loaded =
        Rulebook::load(std::string(MELDROUTE_SOURCE_DIR) + "/rules/ijsselstreek");
    return loaded;
}
const ReceiptKey key{1, 2, 3};

Situation told(const Json& facts) {
    Situation out(book()->vocabulary());
    out.tell(JsonNode::wrap(facts, "feiten"));
    return out;
}

const Json child{{"slachtoffer.leeftijd", 16},
                 {"vergunning.nodig", true},
                 {"aanwijzingen", {{"seen", {"geen-eigen-papieren"}}}}};

RulingReceipt receipt(const Json& facts) {
    const auto situation = told(facts);
    return receipt_of(*book(), book()->decisions().rule("weging.klasse", situation), situation,
                      key);
}

template <class Deed>
Fault fault_of(Deed deed) {
    try {
        deed();
    } catch (const Damaged& damaged) {
        return damaged.fault();
    }
    FAIL("nothing was thrown");
    return {};
}

} // namespace

TEST_CASE("a receipt gives the ruling again, bit for bit", "[rulebook][receipt]") {
    const auto kept = RulingReceipt::parse(receipt(child).bytes());
    CHECK(kept == receipt(child));
    const auto ruling = reproduce(kept, key, *book(), told(child));
    CHECK(as_json(ruling) == as_json(book()->decisions().rule("weging.klasse", told(child))));
    CHECK(*ruling.outcome == "hoog");
}

TEST_CASE("a receipt tells the facts that were read, and no value of one", "[rulebook][receipt]") {
    const auto one = receipt(child);
    CHECK(one.facts.contains("slachtoffer.leeftijd"));
    CHECK_FALSE(one.facts.contains("vergunning.nodig")); // this decision does not read it
    CHECK(one.bytes().find("geen-eigen-papieren") == std::string::npos);

    const auto situation = told(child);
    const auto ruling = book()->decisions().rule("weging.klasse", situation);
    const auto other = receipt_of(*book(), ruling, situation, ReceiptKey{9});
    CHECK(other.facts.at("slachtoffer.leeftijd") != one.facts.at("slachtoffer.leeftijd"));
    CHECK(other.ruling != one.ruling);
}

TEST_CASE("a receipt is not met by another fact, ruling, key or rulebook", "[rulebook][receipt]") {
    const auto kept = receipt(child);
    const auto fails = [&](const RulingReceipt& with, const Json& facts) {
        return fault_of([&] { reproduce(with, key, *book(), told(facts)); });
    };
    Json older = child;
    older["slachtoffer.leeftijd"] = 17; // the same class, another fact
    CHECK(fails(kept, older) == Fault::receipt_of_other_facts);
    Json more = child;
    more["slachtoffer.lijkt-minderjarig"] = true;
    CHECK(fails(kept, more) == Fault::receipt_of_other_facts);

    auto changed = kept;
    changed.outcome = Json("laag");
    CHECK(fails(changed, child) == Fault::receipt_ruling_differs);
    changed = kept;
    changed.ruling[0] ^= 1;
    CHECK(fails(changed, child) == Fault::receipt_ruling_differs);
    changed = kept;
    changed.digest[0] ^= 1;
    CHECK(fails(changed, child) == Fault::receipt_of_other_rulebook);
    changed = kept;
    changed.engine = "0.0.1"; // it ruled the same
    CHECK_NOTHROW(reproduce(changed, key, *book(), told(child)));
    CHECK(fault_of([&] { reproduce(kept, ReceiptKey{}, *book(), told(child)); }) ==
          Fault::receipt_of_other_facts);
}

TEST_CASE("what is no receipt is refused whole", "[rulebook][receipt]") {
    const auto good = receipt(child).bytes();
    CHECK_NOTHROW(RulingReceipt::parse(good));
    for (const auto& bad : {std::string(), std::string("{}"), good + " ", good.substr(1),
                            std::string(good).replace(good.find("hoog"), 4, "ho\",")})
        CHECK(fault_of([&] { RulingReceipt::parse(bad); }) == Fault::receipt_unreadable);
}
