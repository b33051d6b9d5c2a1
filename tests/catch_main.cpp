// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#define CATCH_CONFIG_MAIN
#include "catch.hpp"
