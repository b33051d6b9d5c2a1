// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// A case system that keeps its cases with meldroute: its own number is the key, a second writer is
// no accident, and what was kept is there again after a restart.

#include <meldroute/meldroute.hpp>

#include <nlohmann/json.hpp>

#include <filesystem>
#include <iostream>

using namespace meldroute;

const Actor officer{"a.jansen", "aandachtsfunctionaris-mensenhandel"};

/// Somebody may write in between: then look again, and tell once more.
void tell(Case& signal, const char* event, const Telling& telling) {
    try {
        signal.tell(event, telling);
    } catch (const Conflict&) {
        signal.refresh();
        tell(signal, event, telling);
    }
}

void show(const Case& signal) {
    std::cout << signal.alias() << ":";
    for (const std::string& step : signal.here()) std::cout << ' ' << step;
    std::cout << '\n';
}

int main() {
    const auto file = std::filesystem::temp_directory_path() / "meldroute-embedding.db";
    for (const char* part : {"", "-wal", "-shm"}) std::filesystem::remove(file.string() + part);
    const auto rulebook = Rulebook::load(RULES "/ijsselstreek");

    const Telling report{Json{{"melding.kanaal", "collega"}, {"gevaar.acuut", false}},
                         {"b.bakker", "burgerzaken"},
                         Moment::parse("2026-06-02T10:20:00+02:00"),
                         "",
                         "ZAAK-2026-0117"};
    {
        Desk desk(file.string(), rulebook);
        Case signal = desk.report(report);
        Case again = desk.report(report); // the same number: the same case
        show(signal);
        again.note({Json{{"onderwerp", {"locatie"}}}, officer,
                    Moment::parse("2026-06-02T11:00:00+02:00"), "", ""});
        tell(signal, "besproken",
             {{}, officer, Moment::parse("2026-06-02T14:00:00+02:00"), "", ""});
    }
    Desk desk(file.string(), rulebook); // another process, a day later
    show(desk.open("ZAAK-2026-0117"));
    std::cout << "regels: " << desk.verify().entries << '\n';
}
