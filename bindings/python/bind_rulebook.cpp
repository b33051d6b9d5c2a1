// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "bindings.hpp"

#include <meldroute/rulebook/check.hpp>
#include <meldroute/rulebook/signature.hpp>
#include <meldroute/rulebook/versions.hpp>

#include <nlohmann/json.hpp>

namespace meldroute::inline v0::python {
namespace {

using Book = SharedRulebook;

Situation situation_of(const Rulebook& book, py::handle facts) {
    Situation situation(book.vocabulary());
    situation.tell(JsonNode::wrap(json_of(facts), ""));
    return situation;
}

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
    const auto situation = situation_of(*self.book, facts);
    return to_python(self.book->decisions().rule(string_of(decision), situation));
}

std::string why(const Book& self, py::handle decision, py::handle facts, py::handle lang) {
    const auto situation = situation_of(*self.book, facts);
    const auto& decisions = self.book->decisions();
    const auto ruling = decisions.rule(string_of(decision), situation);
    return decisions.why(ruling, situation, lang_of(lang));
}

py::object view(const Finding& finding) {
    static constexpr const char* severities[]{"error", "warning", "note"};
    return result("Finding", "severity"_a = word(severities, finding.severity),
                  "code"_a = finding.code, "place"_a = to_python(finding.place),
                  "words"_a = to_python(finding.words));
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
        .def("decide", &decide)
        .def("why", &why);
}

} // namespace meldroute::inline v0::python
