# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2

# cmake -D program=… -D expected=… -P same_output.cmake: what the program prints must be that file.

execute_process(COMMAND ${program} OUTPUT_VARIABLE printed RESULT_VARIABLE result)
if(NOT result EQUAL 0)
    message(FATAL_ERROR "${program} ended with ${result}")
endif()
file(READ ${expected} wanted)
if(NOT printed STREQUAL wanted)
    message("${printed}")
    message(FATAL_ERROR "${program} printed the lines above; ${expected} says otherwise")
endif()
