// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "command/told.hpp"

#include "command/files.hpp"

#include <meldroute/register/randomness.hpp>
#include <meldroute/rulebook/receipt.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iostream>
#include <iterator>
#include <stdexcept>

namespace meldroute::inline v0 {
namespace {

/// Kept apart from the receipt by whoever may know the facts.
std::string key_file(const std::string& receipt) {
    return receipt + ".key";
}

ReceiptKey read_key(const std::string& file) {
    try {
        const auto text = read_file(file);
        const auto bytes = from_hex(text.substr(0, text.find_last_not_of('\n') + 1));
        ReceiptKey key{};
        if (bytes.size() != key.size()) throw std::invalid_argument("key");
        std::copy(bytes.begin(), bytes.end(), key.begin());
        return key;
    } catch (const std::invalid_argument&) {
        fail(Fault::receipt_unreadable, {}, {file, 0, 0, "", ""});
    }
}

JsonNode read_node(const std::string& file) {
    if (file.empty()) return JsonNode::parse("{}", "feiten");
    if (file != "-") return JsonNode::read(file);
    return JsonNode::parse({std::istreambuf_iterator<char>(std::cin), {}}, "feiten");
}

} // namespace

Situation read_situation(const Rulebook& rulebook, const std::string& file) {
    return read_situation(rulebook, read_node(file));
}

Situation read_situation(const Rulebook& rulebook, const JsonNode& node) {
    Situation situation(rulebook.vocabulary());
    const bool story = node.has("route") || node.has("given");
    if (!story) situation.tell(node);
    if (story && node.has("given")) situation.tell(node.at("given"));
    if (story && node.has("tell"))
        for (const auto& turn : node.at("tell").items())
            if (turn.has("given") && !turn.has("refused")) situation.tell(turn.at("given"));
    return situation;
}

Audience audience_of(const Arguments& args, const Rulebook& rulebook) {
    Audience audience{args.lang(), {}};
    if (args.has("--role")) audience.sees = rulebook.role(args.value("--role")).sees;
    return audience;
}

Json identity_of(const Rulebook& rulebook) {
    return {{"id", rulebook.id()},
            {"version", rulebook.version()},
            {"digest", to_hex(bytes_of(rulebook.digest()))}};
}

void print_questions(Page& page, const Rulebook& rulebook,
                     const std::vector<Decisions::Question>& questions) {
    if (questions.empty()) return;
    page.heading(Text{"Wat nog gevraagd moet worden", "What is still to be asked"});
    for (const auto& question : questions)
        page.item(2, "•",
                  question.words + (question.who.empty()
                                        ? ""
                                        : page.say({" (aan: ", " (ask: "}) +
                                              rulebook.label(question.who, page.lang()) + ")"));
}

void write_receipt(const std::string& file, const Rulebook& rulebook, const Ruling& ruling,
                   const Situation& situation) {
    ReceiptKey key{};
    SystemRandomness().fill(key);
    write_file(file, receipt_of(rulebook, ruling, situation, key).bytes() + "\n");
    write_file(key_file(file),
               to_hex({reinterpret_cast<const char*>(key.data()), key.size()}) + "\n");
}

Ruling read_receipt(const std::string& file, const Rulebook& rulebook, const Situation& situation) {
    auto bytes = read_file(file);
    if (bytes.ends_with('\n')) bytes.pop_back();
    return reproduce(RulingReceipt::parse(bytes), read_key(key_file(file)), rulebook, situation);
}

} // namespace meldroute::inline v0
