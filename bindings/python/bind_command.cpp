// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "bindings.hpp"

#include "command/command.hpp"

#include <iostream>

namespace meldroute::inline v0::python {

void bind_command(py::module_& module) {
    module.def("run", [](py::handle arguments) {
        const auto words = strings_of(arguments);
        return unlocked([&] {
            const int status = run(words, std::cout, std::cerr);
            std::cout.flush();
            return status;
        });
    });
}

} // namespace meldroute::inline v0::python
