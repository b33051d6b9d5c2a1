# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2

# For our own targets only; whoever builds us as a part of his own work keeps his own strictness.
add_library(meldroute_warnings INTERFACE)
target_compile_options(meldroute_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor
    # g++ 12 cries wolf over "…" + std::string when it optimises (GCC bug 105651).
    $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
if(PROJECT_IS_TOP_LEVEL AND (MELDROUTE_STRICT OR NOT SKBUILD))
    target_compile_options(meldroute_warnings INTERFACE -Werror)
endif()

# meldroute_room(name USES public... PRIVATE private...)
# A room is a static library of src/<name>/*.cpp with its words in include/meldroute/<name>/,
# and, when tests are on, an executable of tests/<name>/*_test.cpp.
function(meldroute_room name)
    cmake_parse_arguments(PARSE_ARGV 1 room "" "" "USES;PRIVATE")
    file(GLOB headers CONFIGURE_DEPENDS include/meldroute/${name}/*.hpp)
    file(GLOB sources CONFIGURE_DEPENDS src/${name}/*.cpp)
    list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
    set(target meldroute_${name})
    if(sources)
        set(public PUBLIC)
        add_library(${target} STATIC ${sources})
        target_include_directories(${target} PRIVATE src)
        target_link_libraries(${target}
            PRIVATE ${room_PRIVATE} $<BUILD_INTERFACE:meldroute_warnings>)
    else()
        set(public INTERFACE)
        add_library(${target} INTERFACE)
    endif()
    add_library(meldroute::${name} ALIAS ${target})
    target_compile_features(${target} ${public} cxx_std_20)
    target_link_libraries(${target} ${public} ${room_USES})
    meldroute_headers(${target} ${public} ${headers})
    set_target_properties(${target} PROPERTIES EXPORT_NAME ${name})
    set(meldroute_rooms ${meldroute_rooms} ${name} PARENT_SCOPE)

    file(GLOB tests CONFIGURE_DEPENDS tests/${name}/*_test.cpp)
    if(MELDROUTE_TESTS AND tests)
        add_executable(test_${name} ${tests})
        target_link_libraries(test_${name} PRIVATE
            meldroute::${name} meldroute_catch meldroute_warnings)
        target_include_directories(test_${name} PRIVATE tests src)
        target_compile_definitions(test_${name} PRIVATE
            MELDROUTE_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
        add_test(NAME ${name} COMMAND test_${name})
        # The largest first, so that none is left to run alone at the end.
        list(LENGTH tests count)
        set_tests_properties(${name} PROPERTIES COST ${count})
    endif()
endfunction()

# Public headers: installed as they stand, and each compiled alone by the target
# all_verify_interface_header_sets.
function(meldroute_headers target public)
    target_sources(${target} ${public} FILE_SET HEADERS
        BASE_DIRS ${PROJECT_SOURCE_DIR}/include FILES ${ARGN})
    set_target_properties(${target} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
endfunction()

# meldroute_program(name source): the command line, in the top of the build folder.
function(meldroute_program name source)
    if(NOT EXISTS ${PROJECT_SOURCE_DIR}/${source})
        return()
    endif()
    add_executable(meldroute_program ${source})
    target_link_libraries(meldroute_program PRIVATE meldroute::command meldroute_warnings)
    target_include_directories(meldroute_program PRIVATE src)
    set_target_properties(meldroute_program PROPERTIES
        OUTPUT_NAME ${name} RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR})
    install(TARGETS meldroute_program)
endfunction()

if(MELDROUTE_TESTS)
    enable_testing()
    meldroute_find(Catch2 2.13 catch2)
    # Catch's main is compiled once: it takes longer than any test file. Version 3 brings its own.
    add_library(meldroute_catch STATIC tests/catch_main.cpp)
    target_link_libraries(meldroute_catch PUBLIC
        Catch2::Catch2 $<TARGET_NAME_IF_EXISTS:Catch2::Catch2WithMain>)
    target_include_directories(meldroute_catch PUBLIC tests)
    # What is tested is optimised; to optimise the tests takes longer than to run them as they are.
    # A fuzzer learns from the library; what it counts would only slow the tests.
    target_compile_options(meldroute_catch PUBLIC $<IF:$<CONFIG:Release>,-O1,-O0>
        $<$<BOOL:${MELDROUTE_FUZZ}>:-fno-sanitize=fuzzer-no-link>)
endif()
