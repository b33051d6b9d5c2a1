// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "bindings.hpp"

#include <meldroute/routes/machines.hpp>

#include <meldroute/rulebook/check.hpp>
#include <meldroute/rulebook/receipt.hpp>
#include <meldroute/rulebook/signature.hpp>
#include <meldroute/rulebook/versions.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace meldroute::inline v0::python {
namespace {

using Book = SharedRulebook;

Book load(py::handle folder, py::handle shelves) {
    const auto where = string_of(folder);
    const auto names = strings_of(shelves);
    const std::vector<std::filesystem::path> paths(names.begin(), names.end());
    return unlocked([&] { return Book{Rulebook::load(where, paths)}; });
}

Book from_bundle(const py::bytes& bytes) {
    const std::string_view bundle = bytes;
    return unlocked([&] { return Book{Rulebook::from_bundle(bundle)}; });
}

Book load_in_force(py::handle shelf, py::handle id, py::handle date) {
    const auto where = string_of(shelf), name = string_of(id);
    const auto day = Date::parse(string_of(date));
    return unlocked([&] { return Book{version_in_force(load_versions(where, name), day)}; });
}

std::string sign_with(const Book& self, const py::bytes& key) {
    return sign(*self.book, std::string_view(key)).json();
}

void verify_with(const Book& self, py::handle signature, const py::bytes& key) {
    verify(*self.book, Signature::parse(string_of(signature)), std::string_view(key));
}

py::object decide(const Book& self, py::handle decision, py::handle facts) {
    return ruling_of(self, decision, situation_of(self, facts));
}

py::object why(const Book& self, py::handle decision, py::handle facts, py::handle lang,
               py::handle role) {
    const auto situation = situation_of(self, facts);
    const auto& decisions = self.book->decisions();
    const auto ruling = decisions.rule(string_of(decision), situation);
    return to_python(decisions.reasons(ruling, situation, audience_of(*self.book, lang, role)));
}

py::object least_change(const Book& self, py::handle decision, py::handle facts, py::handle towards,
                        py::handle lang, py::handle role) {
    const auto id = string_of(decision);
    const auto situation = situation_of(self, facts);
    const auto audience = audience_of(*self.book, lang, role);
    const Json wanted = towards.is_none() ? Json() : json_of(py::dict("towards"_a = towards));
    const auto found = unlocked([&] {
        const auto& decisions = self.book->decisions();
        return decisions.least_change(decisions.rule(id, situation), situation, audience,
                                      wanted.is_null() ? nullptr : &wanted["towards"]);
    });
    return to_python(id, found);
}

ReceiptKey key_of(py::handle value) {
    const auto bytes = binary_of(value);
    ReceiptKey key{};
    if (bytes.size() != key.size()) fail(Fault::receipt_unreadable);
    std::copy(bytes.begin(), bytes.end(), key.begin());
    return key;
}

py::object receipt(const Book& self, py::handle decision, py::handle facts, py::handle key) {
    const auto situation = situation_of(self, facts);
    const auto ruling = self.book->decisions().rule(string_of(decision), situation);
    return py::bytes(receipt_of(*self.book, ruling, situation, key_of(key)).bytes());
}

py::object reproduce(const Book& self, py::handle kept, py::handle facts, py::handle key) {
    const auto situation = situation_of(self, facts);
    return to_python(meldroute::reproduce(RulingReceipt::parse(binary_of(kept)), key_of(key),
                                          *self.book, situation));
}

py::object view(const Finding& finding) {
    static constexpr const char* severities[]{"error", "warning", "note"};
    return result("Finding", "severity"_a = word(severities, finding.severity),
                  "code"_a = finding.code, "place"_a = to_python(finding.place),
                  "words"_a = to_python(finding.words), "decision"_a = finding.decision,
                  "accepted"_a = to_python(finding.accepted));
}

py::tuple findings(const Book& self) {
    return tuple_of(unlocked([&] { return check(*self.book); }), view);
}

} // namespace

void bind_rulebook(py::module_& module) {
    py::class_<Book>(module, "Rulebook", plain_type(), py::is_final())
        .def_static("load", &load)
        .def_static("from_bundle", &from_bundle)
        .def_static("load_in_force", &load_in_force)
        .def("sign", &sign_with)
        .def("verify", &verify_with)
        .def("id", [](const Book& self) { return self.book->id(); })
        .def("version", [](const Book& self) { return self.book->version(); })
        .def("status", [](const Book& self) { return self.book->status(); })
        .def("title", [](const Book& self) { return to_python(self.book->title()); })
        .def("digest", [](const Book& self) { return to_hex(bytes_of(self.book->digest())); })
        .def("bundle", [](const Book& self) { return py::bytes(self.book->bundle()); })
        .def("check", &findings)
        .def("routes",
             [](const Book& self) {
                 return tuple_of(self.book->routes(),
                                 [](const RouteRules& one) { return py::str(one.route); });
             })
        .def("picture",
             [](const Book& self, py::handle route, py::handle lang) {
                 return to_python(
                     picture_of(describe(string_of(route)), *self.book, lang_of(lang)));
             })
        .def("decide", &decide)
        .def("why", &why)
        .def("least_change", &least_change)
        .def("receipt", &receipt)
        .def("reproduce", &reproduce);
}

} // namespace meldroute::inline v0::python
