// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// A sound rulebook of two layers, written to a folder of its own, of which a test changes one file.

#pragma once

#include <meldroute/rulebook/rulebook.hpp>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>

namespace meldroute::inline v0::example {

using Files = std::map<std::string, std::string>;

inline const Files& sound() {
    static const Files files{
        {"rijk/rulebook.json", R"({"id": "rijk", "version": "1", "status": "vastgesteld"})"},
        {"rijk/codes/partners.json",
         R"({"id": "partners", "extensible": true, "values": [{"id": "politie", "label": "de politie"}, "riec"]})"},
        {"rijk/codes/sectoren.json", R"({"id": "sectoren", "values": ["hotel", "bouw"]})"},
        {"rijk/facts/signaal.json", R"({"facts": [
  {"id": "melding.kanaal", "type": "enum", "values": ["collega", "mma"], "label": "Kanaal"},
  {"id": "gevaar.acuut", "type": "boolean", "label": "Acuut gevaar"},
  {"id": "locatie.sector", "type": "enum", "values": "codes/sectoren", "label": "Sector"},
  {"id": "slachtoffer.leeftijd", "type": "integer", "min": 0, "max": 120, "label": "Leeftijd"},
  {"id": "schuld", "type": "number", "decimals": 1, "min": 0.5, "max": 99.5, "label": "Schuld"},
  {"id": "besluit.bestemming", "type": "set", "values": "codes/partners", "label": "Bestemming"}
]})"},
        {"rijk/decisions/bewaking.json", R"({"decisions": [
  {"id": "gevaar.nu", "take": "first", "outcome": {"type": "boolean"}, "rows": [{"id": "acuut", "when": {"gevaar.acuut": true}, "then": true}], "else": false},
  {"id": "gevaar.geweken", "take": "first", "outcome": {"type": "boolean"}, "rows": [{"id": "over", "when": {"gevaar.acuut": false}, "then": true}], "else": false},
  {"id": "intern.sluiten-zonder-antwoord", "take": "first", "outcome": {"type": "boolean"}, "rows": [{"id": "naamloos", "when": {"melding.kanaal": "mma"}, "then": true}], "else": false},
  {"id": "intern.overdragen", "outcome": {"type": "boolean"}, "value": {">": [{"count": {"var": "besluit.bestemming"}}, 0]}},
  {"id": "weging.klasse", "label": "Hoe zwaar?", "outcome": {"type": "enum", "values": ["laag", "hoog"]}, "open": true, "source": [{"policy": "Kader", "confidence": "local"}]}
]})"},
        {"rijk/grounds.json", R"({"grounds": [
  {"id": "hulp", "label": "hulp", "basis": [{"law": "AVG", "article": "6 lid 1 onder e", "confidence": "assumed"}], "task": [{"law": "Taakwet", "confidence": "assumed"}], "exception": [], "purpose": "hulp geven"}
]})"},
        {"rijk/partners.json", R"({"partners": [
  {"id": "politie", "label": "de politie", "contact": "0900", "grounds": ["hulp"]},
  {"id": "riec", "label": "het RIEC", "receives": "no-personal-data"}
]})"},
        {"dorp/rulebook.json",
         R"({"id": "dorp", "version": "2026.1", "status": "concept", "valid": {"from": "2026-01-01", "until": "2026-12-31"}, "extends": {"id": "rijk", "version": "1"}})"},
        {"dorp/codes/partners.json", R"({"extends": "partners", "values": ["zorgloket"]})"},
        {"dorp/decisions/weging.json", R"({"decisions": [
  {"id": "weging.score", "take": "sum", "outcome": {"type": "number", "decimals": 1}, "rows": [
    {"id": "jong", "when": {"slachtoffer.leeftijd": "< 18"}, "then": 2.5},
    {"id": "schuldig", "when": {"schuld": 2.5}, "then": 1}
  ]},
  {"id": "weging.klasse", "fills": true, "take": "first", "rows": [{"id": "zwaar", "when": {"weging.score": ">= 2.5"}, "then": "hoog"}], "else": "laag"}
]})"},
        {"dorp/roles.json", R"({"roles": [{"id": "weger", "label": "de weger"}]})"},
        {"dorp/partners.json",
         R"({"partners": [{"id": "zorgloket", "label": "het zorgloket", "grounds": ["hulp"]}]})"},
        {"dorp/calendars.json", R"({"calendars": {"werkdagen": {"week": ["ma", "di"]}}})"},
        {"dorp/terms.json",
         R"({"terms": {"antwoord": {"length": {"days": 5}, "from": "meldroute-intern.gewogen", "calendar": "werkdagen"}}})"},
        {"dorp/alerts.json",
         R"({"alerts": [{"id": "gevaar", "decision": "gevaar.nu", "label": "Bel 112."}]})"},
        {"dorp/labels.json", R"({"labels": {"gewogen": {"nl": "gewogen", "en": "weighed"}}})"},
        {"dorp/routes/meldroute-intern.json", R"({"route": "meldroute-intern", "steps": {
  "weging": {"owner": "weger", "label": "Weging", "asks": ["gevaar.acuut"],
    "decides": {"fact": "besluit.bestemming", "advice": "weging.klasse", "beside": ["weging.score"]},
    "gates": ["eerste", "tweede"]},
  "gemeld": {"owner": "weger", "label": "Gemeld",
    "duties": [{"id": "antwoorden", "label": "Antwoord", "term": "antwoord", "when": {"melding.kanaal": "collega"}, "done": "teruggekoppeld"}],
    "share": [{"with": "besluit.bestemming", "facts": ["schuld"], "ground": "hulp"}],
    "starts": ["stappenplan"]}
}})"},
    };
    return files;
}

/// A folder that is gone with the test.
class Shelf {
public:
    explicit Shelf(Files files = sound()) : root_(fresh()) {
        for (const auto& [path, text] : files) write(path, text);
    }
    ~Shelf() { std::filesystem::remove_all(root_); }
    Shelf(const Shelf&) = delete;
    Shelf& operator=(const Shelf&) = delete;

    /// An empty text is a file that is not there.
    void write(const std::string& path, const std::string& text) const {
        const auto file = root_ / path;
        if (text.empty()) {
            std::filesystem::remove(file);
            return;
        }
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << text;
    }
    std::shared_ptr<const Rulebook> load(const std::string& folder = "dorp") const {
        return Rulebook::load(root_ / folder);
    }
    const std::filesystem::path& root() const { return root_; }

private:
    static std::filesystem::path fresh() {
        static int count = 0;
        const auto own =
            reinterpret_cast<std::uintptr_t>(&count); // differs from process to process
        const auto name = "meldroute-" + std::to_string(own) + "-" + std::to_string(++count);
        const auto root = std::filesystem::temp_directory_path() / name;
        std::filesystem::remove_all(root);
        return root;
    }

    std::filesystem::path root_;
};

} // namespace meldroute::inline v0::example
