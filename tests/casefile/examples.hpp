// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// A small case, the same every time, for tests of what keeps it.

#pragma once

#include <meldroute/casefile/chain.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace examples {

using namespace meldroute;

/// Bytes that look random and are the same in every run.
class FixedRandomness final : public Randomness {
public:
    explicit FixedRandomness(std::string seed) : seed_(std::move(seed)) {}

    void fill(std::span<std::uint8_t> bytes) override {
        const Digest block = sha256(seed_ + std::to_string(count_++));
        std::copy_n(block.begin(), bytes.size(), bytes.begin());
    }

private:
    std::string seed_;
    int count_ = 0;
};

inline RegisterId register_id() {
    return RegisterId::parse("0123456789abcdef0123456789abcdef");
}

inline CaseId case_id(int number = 1) {
    FixedRandomness randomness("case " + std::to_string(number) + ", ");
    return CaseId::draw(randomness);
}

inline Body told(int minute, std::string event) {
    Body body;
    body.recorded = Moment{1780388400000000 + minute * 60000000LL, 120}; // 2026-06-02T10:20+02:00
    body.occurred = body.recorded;
    body.event = std::move(event);
    body.person = "J. de Vries";
    body.role = "baliemedewerker";
    body.facts = Json{{"melding.kanaal", "collega"}, {"slachtoffer.aantal", 7}};
    body.here["meldroute-intern"] = {{"vastgelegd"}, 0};
    body.rulebook = std::string(64, 'a');
    body.engine = "0.1.0";
    return body;
}

/// A body with something in every member.
inline Body weighed(int minute) {
    Body body = told(minute, "gewogen");
    body.occurred = Moment{body.recorded.micros - 3600000000LL, 60};
    body.person = "M. \"Miep\" Çelik\n";
    body.role = "aandachtsfunctionaris";
    body.key = "ZAAK-2026-0117/3";
    body.facts = Json{{"locatie.huur", "412.50"},
                      {"signalen.gezien", {{"seen", {"paspoort"}}, {"not-seen", Json::array()}}},
                      {"slachtoffer.leeftijd", {{"unknown", "not-asked"}}}};
    body.rulings = {{"weging.klasse", Json("hoog"), {}},
                    {"weging.bestemming", Json(), {"slachtoffer.leeftijd", "verblijf.status"}}};
    body.decision = KeptDecision{"besluit.bestemming",
                                 Json{"politie-avim"},
                                 Json{"politie-avim", "arbeidsinspectie"},
                                 true,
                                 {"verblijf.status"},
                                 "De kas valt ook onder de inspectie."};
    body.here["meldroute-intern"] = {{"weging"}, 1};
    body.here["stappenplan"] = {{"veiligheid", "opvang-gezocht"}, 0};
    body.cause = 1;
    return body;
}

/// The passing of time, which nobody does.
inline Body late(int minute) {
    Body body = told(minute, "");
    body.kind = EntryKind::time;
    body.person = body.role = "";
    body.facts = Json::object();
    return body;
}

struct Made {
    Receipt last;
    std::vector<Entry> entries;
};

/// A case of three entries.
inline Made small_case(int number = 1, const RegisterId& in = register_id()) {
    FixedRandomness randomness("keys " + std::to_string(number) + ", ");
    Chain chain(begin_chain(in, case_id(number)));
    std::vector<Entry> entries;
    for (const Body& body : {told(0, "vastgelegd"), weighed(1), late(2)})
        entries.push_back(chain.add(body, randomness));
    return {chain.last(), std::move(entries)};
}

/// Runs this, and gives the error that it throws.
template <class Run>
Error error_of(Run run) {
    try {
        run();
    } catch (const Error& error) {
        return error;
    }
    throw std::logic_error("no error was thrown");
}

} // namespace examples
