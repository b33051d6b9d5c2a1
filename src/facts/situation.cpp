// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/facts/situation.hpp>

#include "facts/plain_reader.hpp"
#include "facts/value_reader.hpp"

#include <meldroute/base/id.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace meldroute::inline v0 {
namespace {

/// What was told of the members of a set or checklist.
struct Members {
    std::uint64_t seen = 0, not_seen = 0;
};

Unknown read_reason(const JsonNode& node, const ValueReader& reader) {
    const auto& word = node.json().at("unknown");
    const auto* found = std::find(unknown_words.begin(), unknown_words.end(), word);
    if (found == unknown_words.end() || node.json().size() != 1)
        reader.refuse(node, R"({"unknown": "not-asked" / "asked" / "declined"})");
    return Unknown(found - unknown_words.begin());
}

Members read_members(const JsonNode& node, const Fact& fact, const ValueReader& reader) {
    if (node.is_array()) {
        const auto seen = reader.members(node);
        return {seen, fact.type.all() & ~seen};
    }
    const auto told = [&](const char* key) -> std::uint64_t {
        return node.has(key) ? reader.members(node.at(key)) : 0;
    };
    // A key that is not ours may be a value: no message says it.
    const auto ours = std::size_t(node.has("seen") ? 1 : 0) + (node.has("not-seen") ? 1 : 0);
    if (ours == 0 || ours != node.json().size())
        reader.refuse(node, R"(["…"], {"seen": ["…"], "not-seen": ["…"]})");
    const Members members{told("seen"), told("not-seen")};
    if ((members.seen & members.not_seen) != 0) node.fail(Fault::fact_seen_and_not_seen, {fact.id});
    return members;
}

/// The items of a checklist are told one by one: what was known of others stays.
Members merged(const Slot& before, const Members& told) {
    return {told.seen | (before.seen & ~told.not_seen),
            told.not_seen | (before.not_seen & ~told.seen)};
}

Slot told_members(const Slot& before, Members told, Kind kind) {
    if (kind == Kind::checklist) {
        if ((told.seen | told.not_seen) == 0) return before;
        told = merged(before, told);
    }
    Slot slot;
    slot.seen = told.seen;
    slot.not_seen = told.not_seen;
    return slot;
}

Slot told(const Slot& before, const JsonNode& node, const Fact& fact) {
    const ValueReader reader(fact.type, fact.id);
    Slot slot;
    if (node.has("unknown")) {
        slot.why = read_reason(node, reader);
        return slot;
    }
    if (fact.type.many())
        return told_members(before, read_members(node, fact, reader), fact.type.kind);
    slot.known = true;
    slot.value = reader.scalar(node);
    if (fact.type.kind == Kind::text) slot.text = node.string();
    return slot;
}

/// What has not the form of an id may be anything, also a name: it is not repeated.
[[noreturn]] void refuse_fact(const JsonNode& facts, const std::string& id,
                              const Vocabulary& vocabulary) {
    const auto near = nearest(id, vocabulary.ids());
    if (is_id(id)) facts.at(id).fail(Fault::fact_unknown, {id, near});
    facts.fail(Fault::fact_unknown, {"…", near});
}

/// Of a set or checklist `known` is never set.
Situation::Bare bare_of(const Slot& slot) {
    if (slot.known) return {slot.value, 1};
    return {std::int64_t(slot.seen), slot.not_seen};
}

[[noreturn]] void refuse_field(const JsonNode& record, const std::string& id, const Fact& list) {
    const auto near = nearest(id, list.fields);
    if (is_id(id)) record.at(id).fail(Fault::fact_unknown, {id, near});
    record.fail(Fault::fact_unknown, {"…", near});
}

/// What is known of one slot, in the one stored form; null when nothing was told.
Json stored(const Slot& slot, const Fact& fact) {
    if ((slot.seen | slot.not_seen) != 0)
        return {{"seen", fact.type.to_json(std::int64_t(slot.seen))},
                {"not-seen", fact.type.to_json(std::int64_t(slot.not_seen))}};
    if (slot.known)
        return fact.type.kind == Kind::text ? Json(slot.text) : fact.type.to_json(slot.value);
    if (slot.why != Unknown::not_asked) return {{"unknown", unknown_words[std::size_t(slot.why)]}};
    return nullptr;
}

} // namespace

Situation::Situation(const Vocabulary& vocabulary)
    : vocabulary_(&vocabulary), slots_(vocabulary.size()), bare_(vocabulary.size()) {}

/// Puts back what slots held, unless all that was told turned out to be right.
class Situation::Changes {
public:
    explicit Changes(std::vector<Slot>& slots) : slots_(slots) {}
    ~Changes() {
        if (!right_)
            for (auto one = before_.rbegin(); one != before_.rend(); ++one)
                slots_[one->first] = std::move(one->second);
    }

    void put(std::size_t slot, Slot what) {
        before_.emplace_back(slot, std::exchange(slots_[slot], std::move(what)));
    }
    Slot& of_changed(std::size_t slot) { return slots_[slot]; }
    const auto& accept() {
        right_ = true;
        return before_;
    }

private:
    std::vector<Slot>& slots_;
    std::vector<std::pair<std::size_t, Slot>> before_;
    bool right_ = false;
};

void Situation::tell(const JsonNode& facts) {
    Changes changes(slots_);
    for (const auto& [id, node] : facts.members()) {
        const auto slot = vocabulary_->find(id);
        if (!slot) refuse_fact(facts, id, *vocabulary_);
        if (node.is_null()) continue;
        if ((*vocabulary_)[*slot].type.kind == Kind::list)
            tell_list(changes, *slot, node);
        else
            changes.put(*slot, told(slots_[*slot], node, (*vocabulary_)[*slot]));
    }
    for (const auto& [slot, before] : changes.accept()) bare_[slot] = bare_of(slots_[slot]);
}

void Situation::tell(std::string_view text, const std::string& name) {
    if (!tell_plain(text)) tell(JsonNode::parse(std::string(text), name));
}

bool Situation::tell_plain(std::string_view text) {
    PlainReader reader(*vocabulary_, text);
    if (!reader.read()) return false;
    for (const PlainFact& one : reader.told()) {
        Slot& slot = slots_[one.slot];
        Members members{one.seen, one.not_seen};
        const bool scalar = one.known || one.aside;
        if (!scalar && (*vocabulary_)[one.slot].type.kind == Kind::checklist) {
            if ((one.seen | one.not_seen) == 0) continue;
            members = merged(slot, members);
        }
        slot.known = one.known;
        slot.why = one.why;
        slot.value = one.value;
        slot.seen = members.seen;
        slot.not_seen = members.not_seen;
        if (!one.text.empty() || !slot.text.empty()) slot.text = one.text;
        bare_[one.slot] = bare_of(slot);
    }
    return true;
}

void Situation::put(std::size_t slot, Slot what) {
    const Fact& fact = (*vocabulary_)[slot];
    const auto all = fact.type.all();
    const bool text = fact.type.kind == Kind::text;
    const bool inside = what.value >= fact.type.min && what.value <= fact.type.max;
    if ((what.known && !text && !inside) || ((what.seen | what.not_seen) & ~all) != 0)
        fail(Fault::fact_out_of_range,
             {fact.id, std::to_string(fact.type.min), std::to_string(fact.type.max)});
    if ((what.seen & what.not_seen) != 0) fail(Fault::fact_seen_and_not_seen, {fact.id});
    slots_[slot] = std::move(what);
    bare_[slot] = bare_of(slots_[slot]);
}

void Situation::happen(const Moment& moment) {
    Slot now;
    now.known = true;
    now.value = moment.micros;
    if (const auto slot = vocabulary_->find(moment_of_event)) put(*slot, now);
}

/// An array is the complete list: it replaces all records.
void Situation::tell_list(Changes& changes, std::size_t list, const JsonNode& node) const {
    const Fact& fact = (*vocabulary_)[list];
    const auto parts = std::size_t(fact.type.max) * fact.fields.size();
    for (std::size_t part = 0; part <= parts; ++part) changes.put(list + part, {});
    const ValueReader reader(fact.type, fact.id);
    if (node.has("unknown")) {
        changes.of_changed(list).why = read_reason(node, reader);
        return;
    }
    if (!node.is_array()) reader.refuse(node, R"([{"…": …}])");
    const auto records = node.items();
    if (std::int64_t(records.size()) > fact.type.max)
        node.fail(Fault::fact_out_of_range, {fact.id, "0", std::to_string(fact.type.max)});
    changes.of_changed(list).known = true;
    changes.of_changed(list).value = std::int64_t(records.size());
    for (std::size_t record = 0; record < records.size(); ++record) {
        if (!records[record].json().is_object()) reader.refuse(node, R"([{"…": …}])");
        for (const auto& [id, value] : records[record].members()) {
            const auto slot = vocabulary_->field(list, int(record), id);
            if (!slot) refuse_field(records[record], id, fact);
            if (!value.is_null())
                changes.of_changed(*slot) = told(Slot{}, value, (*vocabulary_)[*slot]);
        }
    }
}

bool Situation::known(std::size_t slot) const {
    const auto& type = (*vocabulary_)[slot].type;
    const auto& what = slots_[slot];
    return type.many() ? (what.seen | what.not_seen) == type.all() : what.known;
}

Json Situation::json() const {
    auto out = Json::object();
    for (std::size_t i = 0; i < slots_.size(); ++i) {
        const auto& fact = (*vocabulary_)[i];
        if (fact.list) continue;
        const bool list = fact.type.kind == Kind::list && slots_[i].known;
        auto value = list ? records(i) : stored(slots_[i], fact);
        if (!value.is_null()) out[fact.id] = std::move(value);
    }
    return out;
}

Json Situation::records(std::size_t list) const {
    const auto& fields = (*vocabulary_)[list].fields;
    auto out = Json::array();
    for (int record = 0; record < int(slots_[list].value); ++record) {
        auto one = Json::object();
        for (const auto& id : fields) {
            const auto slot = *vocabulary_->field(list, record, id);
            auto value = stored(slots_[slot], (*vocabulary_)[slot]);
            if (!value.is_null()) one[id] = std::move(value);
        }
        out.push_back(std::move(one));
    }
    return out;
}

} // namespace meldroute::inline v0
