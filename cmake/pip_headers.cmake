# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2

# Where the system has no Boost or nlohmann/json, pip brings their headers as Python packages
# (bindings/python/meldroute_build.py asks for them).

find_package(Python REQUIRED COMPONENTS Interpreter)

set(meldroute_pip_Boost libboost_headers Boost::headers)
set(meldroute_pip_nlohmann_json nlohmann_json nlohmann_json::nlohmann_json)

# meldroute_pip_headers(package): the target that find_package(package) would have made.
function(meldroute_pip_headers package)
    if(NOT DEFINED meldroute_pip_${package})
        return()
    endif()
    list(GET meldroute_pip_${package} 0 module)
    list(GET meldroute_pip_${package} 1 target)
    execute_process(
        COMMAND ${Python_EXECUTABLE} -c
            "from importlib.util import find_spec; print(*find_spec('${module}').submodule_search_locations)"
        OUTPUT_VARIABLE folder OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    if(folder)
        add_library(${target} INTERFACE IMPORTED GLOBAL)
        target_include_directories(${target} INTERFACE ${folder}/include)
        set(${package}_FOUND TRUE PARENT_SCOPE)
    endif()
endfunction()
