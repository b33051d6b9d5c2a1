// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "unsaid.hpp"

#include "maker.hpp"
#include "native.hpp"

#include "rules/model.hpp"

#include <optional>

namespace meldroute::inline v0::python {
namespace {

/// Laid out as Python wants its objects.
struct Unsaid {
    PyObject_HEAD PyObject* book; // keeps the two below alive
    const SharedRulebook* words;
    const Decision* decision;
    Sheet* facts;   ///< until the first question
    Ruling* ruling; ///< from then on
};

void bring_back(Unsaid& self) {
    if (self.facts == nullptr) return;
    self.words->glossary().bring_back(std::unique_ptr<Sheet>(std::exchange(self.facts, nullptr)));
}

const Ruling& ruling(Unsaid& self) {
    if (self.ruling == nullptr) {
        const auto& decisions = self.words->book->decisions();
        self.ruling = new Ruling(decisions.rule(self.decision->id, self.facts->situation()));
        bring_back(self);
    }
    return *self.ruling;
}

void destroy(PyObject* object) {
    auto& self = *reinterpret_cast<Unsaid*>(object);
    auto* const type = Py_TYPE(object);
    bring_back(self);
    delete self.ruling;
    Py_XDECREF(self.book);
    type->tp_free(object);
    Py_DECREF(type);
}

template <auto Part>
PyObject* tell(PyObject* self, PyObject*) {
    return guarded([&] { return Part(ruling(*reinterpret_cast<Unsaid*>(self))); });
}

py::object used_of(const Ruling& ruling) {
    return to_python(ruling.used);
}

py::object through_of(const Ruling& ruling) {
    return to_python(ruling.through);
}

/// Nobody makes one but we, and none is in a circle of references: it holds a rulebook only.
py::object make_type() {
    static PyMethodDef methods[] = {{"possible", tell<possible_of>, METH_NOARGS, nullptr},
                                    {"rows", tell<rows_of>, METH_NOARGS, nullptr},
                                    {"used", tell<used_of>, METH_NOARGS, nullptr},
                                    {"needed", tell<needed_of>, METH_NOARGS, nullptr},
                                    {"through", tell<through_of>, METH_NOARGS, nullptr},
                                    {nullptr, nullptr, 0, nullptr}};
    PyType_Slot slots[] = {
        {Py_tp_dealloc, reinterpret_cast<void*>(destroy)}, {Py_tp_methods, methods}, {0, nullptr}};
    PyType_Spec spec{
        "meldroute._native.Unsaid", int(sizeof(Unsaid)), 0,
        Py_TPFLAGS_DEFAULT | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_IMMUTABLETYPE, slots};
    auto made = py::reinterpret_steal<py::object>(PyType_FromSpec(&spec));
    if (!made) throw py::error_already_set();
    return made;
}

} // namespace

py::object unsaid(const SharedRulebook& words, py::handle book, const Decision& decision,
                  std::unique_ptr<Sheet> facts) {
    auto* const type = reinterpret_cast<PyTypeObject*>(once<py::object>(make_type).ptr());
    auto made = py::reinterpret_steal<py::object>(type->tp_alloc(type, 0)); // all zeros
    if (!made) throw py::error_already_set();
    auto& self = *reinterpret_cast<Unsaid*>(made.ptr());
    self.book = book.inc_ref().ptr();
    self.words = &words;
    self.decision = &decision;
    self.facts = facts.release();
    return made;
}

} // namespace meldroute::inline v0::python
