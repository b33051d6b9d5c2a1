// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/base/digest.hpp>
#include <meldroute/base/error.hpp>
#include <meldroute/base/id.hpp>

int main() {
    try {
        meldroute::fail(meldroute::Fault::id_malformed, {"Melding"});
    } catch (const meldroute::Error& error) {
        return error.code() == "M1004" && meldroute::is_id("melding.kanaal") ? 0 : 1;
    }
    return 1;
}
