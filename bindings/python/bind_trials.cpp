// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "bindings.hpp"

#include <meldroute/trials/coverage.hpp>
#include <meldroute/trials/mutants.hpp>

#include <nlohmann/json.hpp>

namespace meldroute::inline v0::python {
namespace {

/// The tests of some files, with the rulebook that they are read by.
struct Tests {
    std::shared_ptr<const Rulebook> book;
    std::vector<Test> all;
};

/// An object of the Python class with this name in meldroute/trials.py.
template <class... Fields>
py::object trial(const char* name, Fields&&... fields) {
    return py::module_::import("meldroute.trials").attr(name)(std::forward<Fields>(fields)...);
}

/// Without files those beside the rules.
Tests read(const SharedRulebook& self, py::handle files) {
    const auto names = strings_of(files);
    return unlocked([&] {
        Tests tests{self.book, {}};
        const auto add = [&](const JsonNode& file) {
            for (Test& test : read_tests(file, *self.book)) tests.all.push_back(std::move(test));
        };
        if (names.empty())
            for (const JsonNode& file : self.book->tests()) add(file);
        for (const std::string& name : names) add(JsonNode::read(name));
        return tests;
    });
}

py::object view(const Mismatch& failure) {
    return trial("Mismatch", "when"_a = failure.when, "what"_a = failure.what,
                 "expected"_a = failure.expected, "got"_a = failure.got,
                 "why"_a = to_python(failure.why),
                 "words"_a = to_python(Text{failure.words(Lang::nl), failure.words(Lang::en)}));
}

py::object run(const Tests& self, std::size_t index) {
    const TestResult done = unlocked([&] { return run_test(self.all.at(index), self.book); });
    return trial("TestResult", "name"_a = done.name, "failures"_a = tuple_of(done.failures, view));
}

py::tuple names(const Tests& self) {
    return tuple_of(self.all, [](const Test& test) {
        return py::make_tuple(test.name, test.node.place().line);
    });
}

py::object cell(const CellCoverage& cell) {
    return trial("CellCoverage", "input"_a = cell.input, "held"_a = cell.held,
                 "failed"_a = cell.failed);
}

py::object row(const RowCoverage& row) {
    return trial("RowCoverage", "row"_a = row.row, "hits"_a = row.hits,
                 "cells"_a = tuple_of(row.cells, cell));
}

py::object decision(const DecisionCoverage& decision) {
    return trial("DecisionCoverage", "decision"_a = decision.decision, "asked"_a = decision.asked,
                 "rows"_a = tuple_of(decision.rows, row),
                 "otherwise"_a = decision.otherwise ? py::object(py::int_(*decision.otherwise))
                                                    : py::object(py::none()));
}

py::tuple coverage(const Tests& self) {
    const Coverage done = unlocked([&] { return coverage_of(self.book, self.all); });
    return tuple_of(done.decisions, decision);
}

py::object view(const Mutant& mutant) {
    static constexpr const char* fates[]{"noticed", "missed", "alike", "unclear"};
    return trial("Mutant", "decision"_a = mutant.decision, "row"_a = mutant.row,
                 "input"_a = mutant.input, "change"_a = to_python(mutant.change),
                 "place"_a = to_python(mutant.place), "fate"_a = word(fates, mutant.fate),
                 "noticed_by"_a = mutant.noticed_by, "suggested"_a = to_python(*mutant.suggested));
}

py::tuple mutants(const Tests& self, int threads) {
    const Mutants done = unlocked([&] { return mutants_of(self.book, self.all, {threads, {}}); });
    return tuple_of(done.all, [](const Mutant& mutant) { return view(mutant); });
}

} // namespace

void bind_trials(py::module_& module) {
    py::class_<Tests>(module, "Tests", plain_type(), py::is_final())
        .def_static("read", &read)
        .def("names", &names)
        .def("run", &run)
        .def("coverage", &coverage)
        .def("mutants", &mutants);
}

} // namespace meldroute::inline v0::python
