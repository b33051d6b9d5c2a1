// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "bindings.hpp"

#include <meldroute/batch/ruled_table.hpp>

#include <nlohmann/json.hpp>

#include <optional>

namespace meldroute::inline v0::python {
namespace {

// Names of the Arrow PyCapsule interface.
constexpr const char* stream_name = "arrow_array_stream";
constexpr const char* schema_name = "arrow_schema";
constexpr const char* array_name = "arrow_array";

/// What a capsule with this name points at.
template <class Struct>
Struct& held(py::handle capsule, const char* name) {
    if (!PyCapsule_IsValid(capsule.ptr(), name))
        fail(Fault::batch_arrow_malformed, {"", "PyCapsule " + std::string(name)});
    return *static_cast<Struct*>(PyCapsule_GetPointer(capsule.ptr(), name));
}

/// The two capsules of one array.
py::tuple pair(const py::object& made) {
    if (!PyTuple_Check(made.ptr()) || PyTuple_GET_SIZE(made.ptr()) != 2)
        fail(Fault::batch_arrow_malformed, {"", "__arrow_c_array__"});
    return made;
}

/// Whoever takes the stream over marks the one in the capsule as released.
void destroy_stream(PyObject* capsule) {
    auto* const stream = static_cast<ArrowArrayStream*>(PyCapsule_GetPointer(capsule, stream_name));
    if (stream->release != nullptr) stream->release(stream);
    delete stream;
}

py::object stream(const RuledTable& self) {
    auto made = std::make_unique<ArrowArrayStream>();
    self.stream(*made);
    auto* const capsule = PyCapsule_New(made.get(), stream_name, destroy_stream);
    if (capsule == nullptr) {
        made->release(made.get());
        throw py::error_already_set();
    }
    static_cast<void>(made.release());
    return py::reinterpret_steal<py::object>(capsule);
}

BatchRequest request_of(py::handle asked) {
    BatchRequest request;
    request.decisions = strings_of(asked.attr("decisions"));
    request.keep = strings_of(asked.attr("keep"));
    request.needed = asked.attr("needed").cast<bool>();
    request.lang = lang_of(asked.attr("lang"));
    request.threads = asked.attr("threads").cast<int>();
    return request;
}

/// A row that Python could not turn into facts has its error already.
struct Told {
    Json facts;
    std::optional<Error> error;
};

Told told(py::handle row) {
    try {
        return {json_of(row), {}};
    } catch (const Error& error) {
        return {nullptr, error};
    }
}

/// A text or a dict could be gone through as well; rows they are not.
void refuse_no_rows(py::handle table) {
    auto* const raw = table.ptr();
    if (PyUnicode_Check(raw) || PyBytes_Check(raw) || PyDict_Check(raw))
        fail(Fault::python_type_unfit,
             {py::type::handle_of(table).attr("__name__").cast<std::string>()});
}

RuledTable decide_list(const Batch& batch, py::handle rows) {
    refuse_no_rows(rows);
    if (!batch.request().keep.empty())
        fail(Fault::batch_column_missing, {batch.request().keep.front(), ""});
    std::vector<Told> all;
    for (const auto row : rows) all.push_back(told(row));
    return unlocked([&] {
        return decide_rows(batch, all.size(), [&](std::size_t row, Situation& situation) {
            if (all[row].error) throw *all[row].error;
            situation.tell(JsonNode::wrap(all[row].facts, ""));
        });
    });
}

RuledTable decide_batch(const SharedRulebook& book, py::handle table, py::handle asked) {
    const Batch batch(book.book, request_of(asked));
    if (py::hasattr(table, "__arrow_c_stream__")) {
        const py::object capsule = table.attr("__arrow_c_stream__")();
        auto& stream = held<ArrowArrayStream>(capsule, stream_name);
        return unlocked([&] { return decide_table(batch, stream); });
    }
    if (py::hasattr(table, "__arrow_c_array__")) {
        const py::tuple capsules = pair(table.attr("__arrow_c_array__")());
        auto& schema = held<ArrowSchema>(capsules[0], schema_name);
        auto& array = held<ArrowArray>(capsules[1], array_name);
        return unlocked([&] { return decide_table(batch, schema, array); });
    }
    return decide_list(batch, table);
}

/// The columns of one row, by name.
py::dict row(const RuledTable& table, const Rulings& part, std::size_t at) {
    py::dict out;
    for (std::size_t i = 0; i < part.columns.size(); ++i) {
        const OutcomeType& outcome = table.outcomes()[i];
        const RulingColumn& column = part.columns[i];
        const auto state = column.states[at];
        const auto name = [&](std::string_view suffix) {
            return py::str(outcome.decision + std::string(suffix));
        };
        const bool decided = state == Ruling::State::decided;
        out[name("")] = decided ? to_python(outcome.json(column.outcomes[at])) : py::none();
        out[name(state_suffix)] = state ? py::object(py::str(word_of(*state))) : py::none();
        if (!column.needed.empty()) out[name(needed_suffix)] = to_python(column.needed[at]);
    }
    const auto fault = part.faults.find(at);
    const auto words = [&](const std::string RowFault::*part_of) -> py::object {
        return fault == part.faults.end() ? py::none() : to_python(fault->second.*part_of);
    };
    out[py::str(error_code_column)] = words(&RowFault::code);
    out[py::str(error_words_column)] = words(&RowFault::words);
    return out;
}

py::list rows(const RuledTable& self) {
    py::list all;
    for (const auto& part : self.parts())
        for (std::size_t at = 0; at < part->rows; ++at) all.append(row(self, *part, at));
    return all;
}

py::tuple errors(const RuledTable& self) {
    py::list all;
    std::size_t before = 0;
    for (const auto& part : self.parts()) {
        for (const auto& [at, fault] : part->faults)
            all.append(result("RowError", "row"_a = before + at, "code"_a = fault.code,
                              "words"_a = fault.words));
        before += part->rows;
    }
    return py::tuple(all);
}

} // namespace

void bind_batch(py::module_& module) {
    py::class_<RuledTable>(module, "RuledTable", plain_type(), py::is_final())
        .def("rows", &RuledTable::rows)
        .def("stream", &stream)
        .def("errors", &errors)
        .def("to_pylist", &rows);
    module.def("decide_batch", &decide_batch);
}

} // namespace meldroute::inline v0::python
