// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "rules/cell_words.hpp"
#include "rules/discretion.hpp"
#include "rules/least_search.hpp"
#include "rules/outcome_words.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

/// One other outcome than the one that stands.
Goal anything_else(const Possible& now) {
    const auto otherwise = [now](const Possible& can) {
        return can.single() && !can.none && !can.conflict && !(can == now);
    };
    return {otherwise, [now](const Possible& can) { return !(can == now); }};
}

Goal this_one(const Possible& wanted) {
    return {[wanted](const Possible& can) { return can == wanted; },
            [wanted](const Possible& can) { return !can.apart(wanted); }};
}

class Finder {
public:
    Finder(const Decisions& decisions, const Book& book, const Ruling& ruling,
           const Situation& situation, Lang lang)
        : decisions_(decisions), book_(book), index_(book.index.find(ruling.decision)->second),
          decision_(book.decisions[index_]), situation_(situation), lang_(lang),
          world_(book, situation) {}

    LeastChange towards(const Goal& goal) {
        LeastSearch search(world_, situation_, index_, goal);
        LeastChange out;
        out.lang = lang_;
        for (const auto& steps : search.find(LeastChange::most)) {
            Alternative one;
            for (const auto& step : steps)
                one.changes.push_back(change(search.atom(step), step.to));
            if (confirm(one)) out.found.push_back(std::move(one));
        }
        out.complete = search.complete();
        return out;
    }

    Possible now() { return Search(world_, index_).outcomes(); }

    /// The outcome as somebody writes it, as something to come to.
    Possible wanted(const Json& outcome) const {
        const auto value = decision_.type.read(JsonNode::wrap(outcome, ""), false);
        Possible out;
        out.set = decision_.type.many();
        if (out.set)
            out.in = out.maybe = std::uint64_t(value);
        else
            out.values = {value};
        return out;
    }

private:
    Change change(const Atom& atom, std::int64_t to) const {
        const Fact& fact = (*book_.vocabulary)[atom.slot];
        Change out;
        out.fact = fact.id;
        if (atom.member >= 0) {
            out.item = fact.type.codes[std::size_t(atom.member)].id;
            out.from = Json(to == 0);
            out.to = Json(to == 1);
            out.words = member_words(atom, to == 1);
            return out;
        }
        const Slot& slot = situation_[atom.slot];
        const bool text = fact.type.kind == Kind::text;
        out.from = text ? Json(slot.text) : fact.type.to_json(slot.value);
        out.to = text ? Json(text_of(atom, to)) : fact.type.to_json(to);
        out.words = scalar_words(atom, to);
        if (fact.list) {
            out.fact = (*book_.vocabulary)[*fact.list].id;
            out.item = std::to_string(fact.record + 1) + "." + field_of(atom.slot);
        }
        return out;
    }

    std::string field_of(std::size_t slot) const {
        const Fact& fact = (*book_.vocabulary)[slot];
        for (const auto& field : (*book_.vocabulary)[*fact.list].fields)
            if (book_.vocabulary->field(*fact.list, fact.record, field) == slot) return field;
        return {};
    }

    /// Any text that no rule names is like another.
    std::string text_of(const Atom& atom, std::int64_t to) const {
        return book_.texts[atom.slot].sample(to);
    }

    std::string scalar_words(const Atom& atom, std::int64_t to) const {
        const Fact& fact = (*book_.vocabulary)[atom.slot];
        const auto value = fact.type.kind == Kind::text ? "«" + text_of(atom, to) + "»"
                                                        : fact.type.words(to, lang_);
        const auto told = value_words(book_, situation_, atom.slot, -1, lang_);
        const auto name = named(book_, {false, atom.slot}, lang_);
        return lang_ == Lang::nl ? name + " " + value + " was in plaats van " + told
                                 : name + " had been " + value + " instead of " + told;
    }

    std::string member_words(const Atom& atom, bool in) const {
        const Fact& fact = (*book_.vocabulary)[atom.slot];
        const auto& label = fact.type.codes[std::size_t(atom.member)].label.in(lang_);
        const auto name = "«" + meldroute::name(book_, {false, atom.slot}, lang_) + "»";
        const bool list = fact.type.kind == Kind::checklist;
        if (lang_ == Lang::nl)
            return "bij " + name + " " + (in ? "ook " : "niet ") + "«" + label + "» " +
                   (list ? "was gezien" : "stond");
        return "«" + label + "» had " + (in ? "" : "not ") + "been " +
               (list ? "seen" : "included") + " under " + name;
    }

    Situation otherwise(const Alternative& one) const {
        Situation out = situation_;
        Json facts = Json::object();
        for (const auto& change : one.changes) {
            if (change.item.empty()) {
                facts[change.fact] = *change.to;
                continue;
            }
            if (!facts.contains(change.fact)) facts[change.fact] = out.json().at(change.fact);
            if (facts[change.fact].is_array()) { // "1.leeftijd", in the first record
                const auto dot = change.item.find('.');
                const auto record = std::stoul(change.item.substr(0, dot)) - 1;
                facts[change.fact][record][change.item.substr(dot + 1)] = *change.to;
                continue;
            }
            const bool in = change.to->get<bool>();
            move(facts[change.fact][in ? "not-seen" : "seen"],
                 facts[change.fact][in ? "seen" : "not-seen"], change.item);
        }
        out.tell(JsonNode::wrap(std::move(facts), ""));
        return out;
    }

    static void move(Json& from, Json& to, const std::string& item) {
        const auto found = std::find(from.begin(), from.end(), item);
        if (found != from.end()) from.erase(found);
        to.push_back(item);
    }

    /// By really deciding it so; the ruling on it is what is told.
    bool confirm(Alternative& one) const {
        const Ruling ruling = decisions_.rule(decision_.id, otherwise(one));
        one.outcome = ruling.outcome;
        one.words = outcome_words(decision_, ruling, lang_);
        return ruling.state == Ruling::State::decided;
    }

    const Decisions& decisions_;
    const Book& book_;
    std::size_t index_;
    const Decision& decision_;
    const Situation& situation_;
    Lang lang_;
    World world_;
};

} // namespace

LeastChange Decisions::least_change(const Ruling& ruling, const Situation& situation,
                                    const Audience& audience, const Json* towards) const {
    const Discretion may(*book_, audience.sees);
    Finder finder(*this, *book_, ruling, situation, audience.lang);
    LeastChange none;
    none.lang = audience.lang;
    none.withheld = !may.may(at(ruling.decision));
    const Possible now = finder.now();
    if (none.withheld || (towards == nullptr && !now.single())) return none;
    const Goal goal = towards != nullptr ? this_one(finder.wanted(*towards)) : anything_else(now);
    return goal.met(now) ? none : finder.towards(goal);
}

} // namespace meldroute::inline v0
