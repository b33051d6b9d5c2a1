// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "bindings.hpp"

PYBIND11_MODULE(_native, module) {
    using namespace meldroute::python;
    module.doc() = "What the package meldroute is made of. Import meldroute instead.";
    module.attr("__version__") = MELDROUTE_VERSION;
    bind_errors();
    bind_agenda(module);
    bind_rulebook(module);
    bind_desk(module);
    bind_batch(module);
    bind_trials(module);
    bind_command(module);
}
