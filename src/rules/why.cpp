// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// A ruling as sentences: what came out, why, why not otherwise, and what would settle it.

#include "rules/cell_words.hpp"
#include "rules/world.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

class Why {
public:
    Why(const Book& book, const Ruling& ruling, const Situation& situation, Lang lang)
        : book_(book), ruling_(ruling), situation_(situation), lang_(lang),
          decision_(book.decisions[book.index.find(ruling.decision)->second]) {}

    std::string text() {
        heading();
        if (decision_.table) rows();
        below();
        needed();
        sources();
        return out_;
    }

private:
    std::string say(const char* nl, const char* en) const { return lang_ == Lang::nl ? nl : en; }
    void line(const std::string& words) { out_ += words + "\n"; }

    std::string outcome(const Json& json) const {
        const Type& type = decision_.type;
        const auto label = [&](const Json& id) {
            const int code = type.code(id.get<std::string>());
            return code < 0 ? id.get<std::string>() : type.codes[std::size_t(code)].label.in(lang_);
        };
        if (json.is_array()) {
            std::vector<std::string> parts;
            for (const auto& one : json) parts.push_back(label(one));
            return parts.empty() ? say("niets", "nothing") : join(parts, say("en", "and"));
        }
        if (json.is_boolean()) return json.get<bool>() ? say("ja", "yes") : say("nee", "no");
        if (json.is_string() && type.kind == Kind::choice) return label(json);
        return json.is_string() ? json.get<std::string>() : json.dump();
    }

    void heading() {
        using enum Ruling::State;
        std::string what;
        switch (ruling_.state) {
        case decided: what = outcome(*ruling_.outcome); break;
        case none:
            what = say("geen uitkomst: geen enkele rij gaat op", "no outcome: no row holds");
            break;
        case conflict:
            what = say("rijen spreken elkaar tegen", "rows contradict each other");
            break;
        case open:
        case bound: what = say("nog niet te zeggen", "cannot be said yet") + possible(); break;
        }
        line(decision_.label.empty() ? decision_.id + ": " + what
                                     : decision_.label.in(lang_) + " " + what + ".");
    }

    std::string possible() const {
        std::vector<std::string> parts;
        for (const auto& box : ruling_.possible) parts.push_back(outcome(*box));
        if (parts.empty()) return "";
        const bool number = decision_.type.numeric();
        return " (" + join(parts, number ? say("tot en met", "to") : say("of", "or")) + ")";
    }

    void rows() {
        for (std::size_t i = 0; i < ruling_.rows.size(); ++i) {
            const RowTrace& trace = ruling_.rows[i];
            const Row& row = decision_.table->rows[i];
            if (trace.state == RowState::hit) line("  + " + holds(row));
            if (trace.state == RowState::open) line("  ? " + row.id + ": " + open(trace) + ".");
            if (trace.state == RowState::failed)
                line("  – " + row.id + ": " + failed(row, trace) + ".");
        }
    }

    std::string open(const RowTrace& trace) const {
        if (trace.open.empty())
            return say("gaat op als geen rij hierboven opgaat", "holds if no row above does");
        return say("hangt af van ", "depends on ") + join(names(trace.open), say("en", "and"));
    }

    std::string holds(const Row& row) const {
        std::vector<std::string> parts;
        for (const auto& cell : row.cells)
            parts.push_back(words(book_, cell, lang_) + value(cell.input));
        std::string out = row.id + ": ";
        out += parts.empty() ? say("geldt altijd", "always holds")
                             : say("omdat ", "because ") + join(parts, say("en", "and"));
        out += ".";
        if (!row.because.empty()) out += " " + row.because.in(lang_);
        for (const auto& see : row.see) out += " (" + say("zie ", "see ") + see + ")";
        return out;
    }

    /// The value itself, but not of a fact about a person.
    std::string value(const Input& input) const {
        if (input.decision) return "";
        const Fact& fact = (*book_.vocabulary)[input.index];
        const Slot& slot = situation_[input.index];
        if (fact.personal != Personal::none || !slot.known || !fact.type.numeric()) return "";
        return " (" + fact.type.words(slot.value, lang_) + ")";
    }

    std::string failed(const Row& row, const RowTrace& trace) const {
        World world(book_, situation_);
        for (const auto& cell : row.cells)
            if (book_.id(cell.input) == trace.failed && world.test(cell) == Answer::no)
                return say("gaat niet op: niet waar is dat ", "does not hold: it is not so that ") +
                       words(book_, cell, lang_);
        return "";
    }

    std::vector<std::string> names(const std::vector<std::string>& ids) const {
        std::vector<std::string> out;
        for (const auto& id : ids) out.push_back("«" + name_of(id) + "»");
        return out;
    }

    std::string name_of(const std::string& id) const {
        if (const auto slot = book_.vocabulary->find(id)) return name(book_, {false, *slot}, lang_);
        return name(book_, {true, book_.index.find(id)->second}, lang_);
    }

    void below() {
        World world(book_, situation_);
        for (const auto index : decision_.through) {
            const Possible& can = world.decide(index);
            if (!can.single() || can.none || can.conflict) continue;
            const Decision& other = book_.decisions[index];
            const auto value = can.set ? std::int64_t(can.in) : can.values.front();
            line("  = «" + name(book_, {true, index}, lang_) + "» " + say("is ", "is ") +
                 other.type.words(value, lang_) + ".");
        }
    }

    void needed() {
        std::vector<std::string> ids;
        for (const auto& one : ruling_.needed) ids.push_back(one.fact);
        if (!ids.empty())
            line("  " + say("Nog nodig: ", "Still needed: ") + join(names(ids), say("en", "and")) +
                 ".");
    }

    void sources() {
        for (const auto& source : decision_.source)
            line("  " + say("Grond: ", "Ground: ") + source.words(lang_) +
                 (source.confidence == Confidence::local ? say(" (eigen beleid)", " (local policy)")
                                                         : "") +
                 ".");
    }

    const Book& book_;
    const Ruling& ruling_;
    const Situation& situation_;
    Lang lang_;
    const Decision& decision_;
    std::string out_;
};

/// Of a list that is known, the question is about one record.
const Fact& asked_of(const Vocabulary& vocabulary, std::size_t slot, const Needed& needed,
                     const Situation& situation) {
    const Fact& fact = vocabulary[slot];
    if (fact.type.kind != Kind::list || !situation[slot].known || needed.items.empty()) return fact;
    const auto& item = needed.items.front();
    const auto dot = item.find('.');
    const int record = std::stoi(item.substr(0, dot));
    return vocabulary[*vocabulary.field(slot, record, item.substr(dot + 1))];
}

} // namespace

std::string Decisions::why(const Ruling& ruling, const Situation& situation, Lang lang) const {
    return Why(*book_, ruling, situation, lang).text();
}

std::vector<Decisions::Question> Decisions::ask(const Ruling& ruling, const Situation& situation,
                                                Lang lang) const {
    std::vector<Question> out;
    for (const auto& needed : ruling.needed) {
        const std::size_t slot = *book_->vocabulary->find(needed.fact);
        if (situation[slot].why != Unknown::not_asked) continue; // nothing is asked twice
        const Fact& fact = asked_of(*book_->vocabulary, slot, needed, situation);
        const Text& words = fact.question.empty() ? fact.label : fact.question;
        out.push_back({needed.fact, words.empty() ? needed.fact : words.in(lang), fact.who});
    }
    return out;
}

} // namespace meldroute::inline v0
