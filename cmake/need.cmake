# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2

# meldroute_find(package version debian-package [COMPONENTS …])
# Finds a package, or says in one sentence what to install.
macro(meldroute_find package version debian)
    find_package(${package} ${version} QUIET ${ARGN})
    if(NOT ${package}_FOUND AND SKBUILD)
        include(${PROJECT_SOURCE_DIR}/cmake/pip_headers.cmake)
        meldroute_pip_headers(${package})
    endif()
    if(NOT ${package}_FOUND)
        # The space in front keeps CMake from breaking the sentence.
        message(FATAL_ERROR
            " meldroute needs ${package} ${version} or later: apt-get install ${debian}")
    endif()
endmacro()

# meldroute_need(package version debian-package [COMPONENTS …])
# The same, for what whoever links the library needs too: the installed package looks for it.
macro(meldroute_need package version debian)
    meldroute_find(${package} ${version} ${debian} ${ARGN})
    string(JOIN " " meldroute_dependency ${package} ${version} ${ARGN})
    string(APPEND meldroute_dependencies "find_dependency(${meldroute_dependency})\n")
    list(APPEND meldroute_needs ${package}=${debian})
endmacro()
