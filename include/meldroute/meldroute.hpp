// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What a case system needs: rulebooks, decisions, the desk, and drawings.

#pragma once

#include <meldroute/desk/desk.hpp>
#include <meldroute/desk/pictures.hpp>
#include <meldroute/rulebook/check.hpp>
#include <meldroute/rulebook/rulebook.hpp>
