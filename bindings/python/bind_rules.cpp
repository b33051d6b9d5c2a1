// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "bindings.hpp"

#include "facts/duration.hpp"

#include <nlohmann/json.hpp>

namespace meldroute::inline v0::python {
namespace {

constexpr const char* unknowns[]{"not-asked", "asked", "declined"};

py::object codes(const Type& type, std::uint64_t bits) {
    py::list ids;
    for (std::size_t i = 0; i < type.codes.size(); ++i)
        if (bits >> i & 1) ids.append(type.codes[i].id);
    return ids;
}

/// A set that is known wholly is a list; a checklist always says what was looked at.
py::object members(const Type& type, const Slot& slot, bool known) {
    if (type.kind == Kind::set && known) return codes(type, slot.seen);
    py::dict part;
    part["seen"] = codes(type, slot.seen);
    part["not-seen"] = codes(type, slot.not_seen);
    return part;
}

py::object scalar(const Type& type, const Slot& slot) {
    switch (type.kind) {
    case Kind::text: return py::str(slot.text);
    case Kind::number:
        return py::module_::import("decimal").attr("Decimal")(
            Decimal{slot.value, type.decimals}.text());
    case Kind::date: return to_python(Date{static_cast<std::int32_t>(slot.value)});
    case Kind::moment: {
        const auto ahead = static_cast<std::int16_t>(amsterdam_offset(slot.value));
        return to_python(Moment{slot.value, ahead});
    }
    case Kind::duration:
        return py::module_::import("datetime").attr("timedelta")("seconds"_a = slot.value);
    default: return to_python(type.to_json(slot.value));
    }
}

} // namespace

py::dict to_python(const Situation& situation) {
    py::dict facts;
    for (std::size_t i = 0; i < situation.vocabulary().size(); ++i) {
        const auto& [fact, slot] = std::tie(situation.vocabulary()[i], situation[i]);
        const py::str id(fact.id);
        const bool known = situation.known(i);
        if (fact.type.many() && (slot.seen | slot.not_seen) != 0)
            facts[id] = members(fact.type, slot, known);
        else if (!fact.type.many() && known)
            facts[id] = scalar(fact.type, slot);
        else if (slot.why != Unknown::not_asked)
            facts[id] = py::dict("unknown"_a = word(unknowns, slot.why));
    }
    return facts;
}

} // namespace meldroute::inline v0::python
