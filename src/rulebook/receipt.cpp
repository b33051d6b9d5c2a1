// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/rulebook/receipt.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <stdexcept>

namespace meldroute::inline v0 {
namespace {

std::string_view view(const ReceiptKey& key) {
    return {reinterpret_cast<const char*>(key.data()), key.size()};
}

Digest commit(const ReceiptKey& key, std::string_view fact, const Json& value) {
    return hmac_sha256(view(key), {"meldroute fact 1\n", fact, "\n", canonical(value)});
}

Digest digest_of(const Json& hex) {
    const auto bytes = from_hex(hex.get<std::string>());
    Digest out{};
    if (bytes.size() != out.size()) throw std::invalid_argument("digest");
    std::copy(bytes.begin(), bytes.end(), out.begin());
    return out;
}

RulingReceipt read(const Json& json) {
    RulingReceipt out;
    if (json.at("format") != RulingReceipt::format) throw std::invalid_argument("format");
    json.at("rulebook").get_to(out.rulebook);
    json.at("version").get_to(out.version);
    json.at("engine").get_to(out.engine);
    json.at("decision").get_to(out.decision);
    out.digest = digest_of(json.at("digest"));
    out.state = state_of(json.at("state").get<std::string>());
    out.outcome = json.at("outcome");
    for (const auto& [fact, commitment] : json.at("facts").items())
        out.facts[fact] = digest_of(commitment);
    out.ruling = digest_of(json.at("ruling"));
    return out;
}

/// The first fact that is in one and not, or otherwise, in the other.
std::string differing(const std::map<std::string, Digest>& a,
                      const std::map<std::string, Digest>& b) {
    for (const auto& [fact, commitment] : a)
        if (const auto found = b.find(fact); found == b.end() || found->second != commitment)
            return fact;
    for (const auto& [fact, commitment] : b)
        if (!a.contains(fact)) return fact;
    return "";
}

} // namespace

std::string RulingReceipt::bytes() const {
    Json json{{"format", format},        {"rulebook", rulebook},
              {"version", version},      {"engine", engine},
              {"decision", decision},    {"digest", to_hex(bytes_of(digest))},
              {"state", word(state)},    {"outcome", *outcome},
              {"facts", Json::object()}, {"ruling", to_hex(bytes_of(ruling))}};
    for (const auto& [fact, commitment] : facts) json["facts"][fact] = to_hex(bytes_of(commitment));
    return canonical(json);
}

RulingReceipt RulingReceipt::parse(std::string_view bytes) {
    try {
        RulingReceipt out = read(Json::parse(bytes));
        if (out.bytes() == bytes) return out;
    } catch (const std::exception&) { // whatever it is, it is no receipt
    }
    fail(Fault::receipt_unreadable);
}

RulingReceipt receipt_of(const Rulebook& rulebook, const Ruling& ruling, const Situation& situation,
                         const ReceiptKey& key) {
    RulingReceipt out;
    out.rulebook = rulebook.id();
    out.version = rulebook.version();
    out.engine = MELDROUTE_VERSION;
    out.decision = ruling.decision;
    out.digest = rulebook.digest();
    out.state = ruling.state;
    out.outcome = ruling.outcome;
    const Json told = situation.json();
    for (const auto& fact : ruling.used) out.facts[fact] = commit(key, fact, told.at(fact));
    out.ruling = hmac_sha256(view(key), {"meldroute ruling 1\n", canonical(as_json(ruling))});
    return out;
}

Ruling reproduce(const RulingReceipt& receipt, const ReceiptKey& key, const Rulebook& rulebook,
                 const Situation& situation) {
    if (receipt.digest != rulebook.digest() || receipt.rulebook != rulebook.id() ||
        receipt.version != rulebook.version())
        fail(Fault::receipt_of_other_rulebook, {receipt.rulebook, receipt.version});
    Ruling ruling = rulebook.decisions().rule(receipt.decision, situation);
    RulingReceipt again = receipt_of(rulebook, ruling, situation, key);
    if (const auto fact = differing(receipt.facts, again.facts); !fact.empty())
        fail(Fault::receipt_of_other_facts, {fact});
    again.engine = receipt.engine; // a later engine that rules the same is as good
    if (!(again == receipt))
        fail(Fault::receipt_ruling_differs, {receipt.decision, receipt.engine});
    return ruling;
}

} // namespace meldroute::inline v0
