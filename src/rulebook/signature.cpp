// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/rulebook/signature.hpp>

#include <meldroute/base/ed25519.hpp>
#include <meldroute/base/json.hpp>
#include <meldroute/rulebook/rulebook.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

Digest digest_of(const JsonNode& node) {
    const auto bytes = from_hex(node.string());
    Digest digest{};
    if (bytes.size() != digest.size()) node.fail(Fault::signature_unreadable);
    std::copy(bytes.begin(), bytes.end(), digest.begin());
    return digest;
}

Signature read(const JsonNode& node) {
    node.allow_only({"bundle", "key", "signature"});
    return {digest_of(node.at("bundle")), digest_of(node.at("key")),
            from_hex(node.at("signature").string())};
}

} // namespace

std::string Signature::json() const {
    return Json{{"bundle", to_hex(bytes_of(bundle))},
                {"key", to_hex(bytes_of(key))},
                {"signature", to_hex(bytes)}}
               .dump() +
           "\n";
}

Signature Signature::parse(std::string_view text) {
    try {
        return read(JsonNode::parse(std::string(text), ""));
    } catch (const RulebookError&) {
        fail(Fault::signature_unreadable);
    } catch (const std::invalid_argument&) {
        fail(Fault::signature_unreadable);
    }
}

Signature sign(const Rulebook& rulebook, std::string_view private_key) {
    const auto key = PrivateKey::read(private_key);
    return {rulebook.digest(), key.public_key().id(), key.sign(rulebook.bundle())};
}

void verify(const Rulebook& rulebook, const Signature& signature, std::string_view public_key) {
    const auto key = PublicKey::read(public_key);
    const auto hex = [](const Digest& bytes) { return to_hex(bytes_of(bytes)); };
    if (rulebook.digest() != signature.bundle)
        fail(Fault::signature_of_other_bundle, {hex(signature.bundle), hex(rulebook.digest())});
    if (key.id() != signature.key)
        fail(Fault::signature_by_other_key, {hex(signature.key), hex(key.id())});
    if (!key.verifies(rulebook.bundle(), signature.bytes)) fail(Fault::signature_broken);
}

} // namespace meldroute::inline v0
