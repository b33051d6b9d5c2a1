// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The reasons as sentences: what came out, why, why not otherwise, and what would settle it.

#include <meldroute/rules/reasons.hpp>

#include "rules/cell_words.hpp"

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

/// So long may a line on an intermediate result be before it leaves the cells out.
constexpr std::size_t short_line = 200;

class Why {
public:
    explicit Why(const Reasons& reasons) : it_(reasons), asked_(reasons.asked) {}

    std::string text() {
        line(heading());
        for (const auto& row : asked_.rows) on_row(row);
        outranked();
        for (const auto& part : asked_.parts) line("  · " + part.words + " = " + part.value + ".");
        for (const auto& below : it_.below)
            if (!below.withheld && below.state == Ruling::State::decided) line(on_below(below));
        facts();
        personal();
        needed();
        for (const auto& source : asked_.source)
            line("  " + say("Grond: ", "Ground: ") + words_of(source) + ".");
        return std::move(out_);
    }

private:
    std::string say(const char* nl, const char* en) const { return it_.lang == Lang::nl ? nl : en; }
    std::string also() const { return say("en", "and"); }
    void line(const std::string& words) { out_ += words + "\n"; }

    static std::string after_label(const std::string& label, const std::string& words) {
        return label + (label.ends_with('?') ? " " : ": ") + words;
    }

    std::string heading() const {
        using enum Ruling::State;
        std::string what;
        switch (asked_.state) {
        case decided: what = asked_.words; break;
        case none:
            what = say("geen uitkomst: geen enkele rij gaat op", "no outcome: no row holds");
            break;
        case conflict:
            what = say("rijen spreken elkaar tegen", "rows contradict each other");
            break;
        case open:
        case bound:
            what = say("nog niet te zeggen", "cannot be said yet");
            if (!asked_.words.empty()) what += " (" + asked_.words + ")";
            break;
        }
        return after_label(asked_.label, what) + ".";
    }

    void on_row(const RowReason& row) {
        if (!row.state) return;
        switch (*row.state) {
        case RowState::hit: line("  + " + holds(row)); break;
        case RowState::open: line("  ? " + row.row + ": " + open(row) + "."); break;
        case RowState::failed: line("  – " + row.row + ": " + failed(row) + "."); break;
        case RowState::outranked: break;
        }
    }

    void outranked() {
        std::vector<std::string> ids;
        for (const auto& row : asked_.rows)
            if (row.state == RowState::outranked) ids.push_back(row.row);
        if (ids.empty()) return;
        const bool one = ids.size() == 1;
        line("  – " + join(ids, also()) + ": " +
             (one ? say("telt niet mee", "does not count")
                  : say("tellen niet mee", "do not count")) +
             say(", want een rij hierboven gaat voor.", ", because a row above goes first."));
    }

    std::string cells(const RowReason& row) const {
        std::vector<std::string> parts;
        for (const auto& cell : row.cells)
            parts.push_back(cell.words + (cell.read.empty() ? "" : " (" + here(cell) + ")"));
        return join(parts, also());
    }

    std::string here(const CellReason& cell) const { return say("hier: ", "here: ") + cell.read; }

    std::string holds(const RowReason& row) const {
        std::string out = row.row + ": ";
        if (asked_.collects && !row.then.empty()) out += row.then + ", ";
        out += row.cells.empty() ? say("geldt altijd", "always holds")
                                 : say("want ", "because ") + cells(row);
        out += ".";
        if (!row.because.empty()) out += " " + row.because;
        for (const auto& see : row.see) out += " (" + say("zie ", "see ") + see + ")";
        for (const auto& source : row.source) out += " (" + words_of(source) + ")";
        return out;
    }

    std::string failed(const RowReason& row) const {
        const auto& cell = row.cells.front();
        return say("gaat niet op. Nodig is: ", "does not hold. Needed is: ") + cell.words +
               (cell.read.empty() ? "" : "; " + here(cell));
    }

    std::string open(const RowReason& row) const {
        if (row.cells.empty())
            return say("gaat op als geen rij hierboven opgaat", "holds if no row above does");
        std::vector<std::string> parts;
        for (const auto& cell : row.cells) parts.push_back(cell.words);
        return say("is nog open. Nog niet zeker is: ", "is still open. Not certain yet: ") +
               join(parts, also());
    }

    std::string on_below(const DecisionReason& below) const {
        const auto result = "  = " + after_label(below.label, below.words);
        std::vector<std::string> full, ids;
        for (const auto& row : below.rows) {
            const auto then = below.collects && !row.then.empty() ? " (" + row.then + ")" : "";
            ids.push_back(row.row + then);
            if (!row.cells.empty()) full.push_back(cells(row) + then);
        }
        for (const auto& part : below.parts) full.push_back(part.words + " = " + part.value);
        const auto long_form = result + say(", want ", ", because ") + join(full, also()) + ".";
        if (!full.empty() && long_form.size() <= short_line) return long_form;
        if (ids.empty()) return result + ".";
        return result + say(", door ", ", by ") + join(ids, also()) + ".";
    }

    void facts() {
        std::vector<std::string> used, idle;
        for (const auto& fact : it_.facts) {
            if (fact.withheld) continue;
            if (fact.known)
                used.push_back(after_label(fact.label, fact.words));
            else if (!is_needed(fact.fact))
                idle.push_back("«" + fact.label + "»" + kind(fact));
        }
        list(say("Gebruikt: ", "Used: "), used, " · ");
        list(say("Niet bekend, en maakt hier niet uit: ", "Not known, and makes no difference: "),
             idle, ", ");
    }

    void personal() {
        std::vector<std::string> used;
        for (const auto& fact : it_.facts)
            if (fact.withheld)
                used.push_back(
                    "«" + fact.label + "» (" +
                    (fact.known ? say("bekend", "known") : say("niet bekend", "not known")) + ")");
        list(say("Persoonsgegevens waar dit van afhangt: ", "Personal data that this depends on: "),
             used, ", ");
        if (!used.empty())
            line("  " + say("Wat daarin staat, en welke rijen daardoor opgaan, ziet alleen wie dat "
                            "mag zien.",
                            "What they say, and which rows hold because of them, is shown only to "
                            "who may see it."));
    }

    void needed() {
        std::vector<std::string> parts;
        for (const auto& one : it_.needed)
            parts.push_back("«" + one.label + "»" +
                            (one.items.empty() ? "" : " (" + join(one.items, also()) + ")") +
                            asked_before(one.fact));
        list(say("Nog nodig: ", "Still needed: "), parts, ", ");
    }

    /// What was asked already is still needed; whoever reads this need not ask it again.
    std::string asked_before(const std::string& fact) const {
        for (const auto& one : it_.facts)
            if (one.fact == fact) return one.known ? "" : kind(one);
        return "";
    }

    void list(const std::string& head, const std::vector<std::string>& parts,
              const std::string& between) {
        if (parts.empty()) return;
        std::string words;
        for (const auto& part : parts) words += (words.empty() ? "" : between) + part;
        line("  " + head + words + ".");
    }

    bool is_needed(const std::string& fact) const {
        return std::any_of(it_.needed.begin(), it_.needed.end(),
                           [&](const NeededReason& one) { return one.fact == fact; });
    }

    std::string kind(const FactReason& fact) const {
        switch (fact.why) {
        case Unknown::asked: return say(" (gevraagd, niet bekend)", " (asked, not known)");
        case Unknown::declined: return say(" (wil men niet zeggen)", " (declined to say)");
        case Unknown::not_asked: break;
        }
        return "";
    }

    std::string words_of(const Source& source) const {
        const auto words = source.words(it_.lang);
        switch (source.confidence) {
        case Confidence::read: break;
        case Confidence::older_text:
            return words + say(" (gelezen in een oudere tekst)", " (read in an older text)");
        case Confidence::assumed: return words + say(" (niet nagegaan)", " (not confirmed)");
        case Confidence::local: return words + say(" (eigen beleid)", " (local policy)");
        }
        return words;
    }

    const Reasons& it_;
    const DecisionReason& asked_;
    std::string out_;
};

} // namespace

std::string Reasons::text() const {
    return Why(*this).text();
}

} // namespace meldroute::inline v0
