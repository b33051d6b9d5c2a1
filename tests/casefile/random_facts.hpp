// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Facts at random, on every side of what the rules tell apart: a value from each class that a
// decision knows, so that its answers come in every way and not only in the likely one.

#pragma once

#include "dice.hpp"
#include "rules/model.hpp"

#include <meldroute/rulebook/rulebook.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

namespace random_story {

using namespace meldroute;

class RandomFacts {
public:
    /// Both must outlive this.
    RandomFacts(const Rulebook& rulebook, Dice& dice)
        : vocabulary_(rulebook.vocabulary()), book_(rulebook.decisions().book()), dice_(dice) {}

    /// What a decision reads, itself and through others. Each time it leans to one side, or many
    /// conditions that must hold together never would.
    void tell_what_is_read(std::string_view decision, Json& facts) {
        const auto found = book_.index.find(decision);
        if (found == book_.index.end()) return;
        lean_ = dice_.below(4);
        const int silence = dice_.below(4);
        for (const auto& atom : book_.decisions[found->second].atoms)
            if (dice_.below(12) >= silence) tell(atom, facts);
    }

    /// One fact, whichever, in any form in which it can be told.
    void tell_any(Json& facts) {
        const auto slot = std::size_t(dice_.below(int(vocabulary_.size())));
        const Fact& fact = vocabulary_[slot];
        if (fact.list || fact.id == moment_of_event) return;
        lean_ = 0;
        if (dice_.below(4) == 0)
            facts[fact.id] = {{"unknown", dice_.of(unknown_words)}};
        else
            facts[fact.id] = whole(fact.id);
    }

    /// A value of this fact, known wholly.
    Json whole(std::string_view id) {
        const auto slot = *vocabulary_.find(id);
        const Type& type = vocabulary_[slot].type;
        if (type.kind == Kind::text) return book_.texts[slot].sample(0);
        if (type.kind == Kind::list) return records(slot);
        if (!type.many()) return type.to_json(pick(type.kind, {type.min, type.max}));
        Json members = Json::array();
        for (int count = dice_.below(4); count > 0; --count)
            members.push_back(dice_.of(type.codes).id);
        return members;
    }

private:
    void tell(const Atom& atom, Json& facts) {
        const Fact& fact = vocabulary_[atom.slot];
        if (fact.id == moment_of_event) return;
        if (fact.list || fact.type.kind == Kind::list) {
            const auto list = fact.list ? *fact.list : atom.slot;
            if (dice_.below(3) == 0) facts[vocabulary_[list].id] = records(list);
        } else if (atom.member >= 0) {
            tell_member(fact, atom.member, facts);
        } else if (!atom.classes.empty()) {
            const auto value = pick(fact.type.kind, one_class(atom));
            const bool text = fact.type.kind == Kind::text;
            facts[fact.id] =
                text ? Json(book_.texts[atom.slot].sample(value)) : fact.type.to_json(value);
        }
    }

    void tell_member(const Fact& fact, int member, Json& facts) {
        Json& told = facts[fact.id];
        if (!told.is_object() || !told.contains("seen"))
            told = {{"seen", Json::array()}, {"not-seen", Json::array()}};
        const auto& code = fact.type.codes[std::size_t(member)].id;
        for (const auto& [word, codes] : told.items())
            if (std::find(codes.begin(), codes.end(), code) != codes.end()) return;
        const bool seen = lean_ == 1 || (lean_ != 2 && dice_.below(2) == 0);
        told[seen ? "seen" : "not-seen"].push_back(code);
    }

    Json records(std::size_t list) {
        Json all = Json::array();
        for (int count = dice_.below(3); count > 0; --count) {
            Json record = Json::object();
            for (const auto& field : vocabulary_[list].fields)
                if (const auto slot = vocabulary_.field(list, 0, field); slot && dice_.below(4) > 0)
                    record[field] = field_value(*slot);
            all.push_back(std::move(record));
        }
        return all;
    }

    Json field_value(std::size_t slot) {
        const Type& type = vocabulary_[slot].type;
        if (type.kind == Kind::text) return book_.texts[slot].sample(0);
        if (type.many()) return Json::array({type.codes.front().id});
        return type.to_json(pick(type.kind, {type.min, type.max}));
    }

    Interval one_class(const Atom& atom) {
        if (lean_ == 1) return atom.classes.back();
        if (lean_ == 2) return atom.classes.front();
        return dice_.of(atom.classes);
    }

    /// Days and moments around the story, else the first few of the class.
    std::int64_t pick(Kind kind, Interval within) {
        constexpr std::int64_t day = 86400000000, now = 1780388400000000; // 2 June 2026
        const auto away = dice_.below(300) - 150;
        if (kind == Kind::date) return std::clamp(now / day + away, within.low, within.high);
        if (kind == Kind::moment) return std::clamp(now + away * day / 7, within.low, within.high);
        return within.low +
               dice_.below(int(std::min<std::int64_t>(within.high - within.low, 40)) + 1);
    }

    const Vocabulary& vocabulary_;
    const Book& book_;
    Dice& dice_;
    int lean_ = 0;
};

} // namespace random_story
