// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "proofs/edits.hpp"

#include "rules/cell_words.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

class Edits {
public:
    Edits(const Merged& merged, const Merged::Pair& pair)
        : book_(merged.book()), before_(book_.decisions[*pair.before]),
          after_(book_.decisions[*pair.after]) {}

    std::vector<Text> words() {
        if (before_.table && after_.table)
            tables();
        else if ((before_.formula || after_.formula) && expression(before_) != expression(after_))
            say("de formule is anders", "the expression differs");
        if (out_.empty()) below();
        return std::move(out_);
    }

private:
    void say(std::string nl, std::string en) { out_.push_back({std::move(nl), std::move(en)}); }

    static Json expression(const Decision& decision) {
        return decision.node().has("value") ? decision.node().at("value").json() : Json();
    }

    /// Both languages by one pattern: {0}, {1} are filled in each.
    void say_row(const Row& row, const std::string& nl, const std::string& en) {
        say("rij " + row.id + ": " + nl, "row " + row.id + ": " + en);
    }

    static const Row* find(const Table& table, const std::string& id) {
        const auto at = std::find_if(table.rows.begin(), table.rows.end(),
                                     [&](const Row& row) { return row.id == id; });
        return at == table.rows.end() ? nullptr : &*at;
    }

    std::string outcome(const Decision& decision, std::int64_t value, Lang lang) const {
        return decision.type.words(value, lang);
    }

    void tables() {
        if (before_.table->take != after_.table->take)
            say("de rijen worden anders samengenomen", "the rows are taken together differently");
        for (const auto& row : after_.table->rows)
            if (const Row* old = find(*before_.table, row.id))
                compare(*old, row);
            else
                say("rij " + row.id + " is nieuw", "row " + row.id + " is new");
        for (const auto& row : before_.table->rows)
            if (find(*after_.table, row.id) == nullptr)
                say("rij " + row.id + " is weg", "row " + row.id + " is gone");
        if (order(*before_.table, *after_.table) != order(*after_.table, *before_.table))
            say("de volgorde van de rijen is anders", "the rows stand in another order");
        otherwise();
    }

    /// The rows that the other has too.
    static std::vector<std::string> order(const Table& table, const Table& other) {
        std::vector<std::string> out;
        for (const auto& row : table.rows)
            if (find(other, row.id) != nullptr) out.push_back(row.id);
        return out;
    }

    void otherwise() {
        const auto words = [&](const Decision& decision, Lang lang) {
            const auto& value = decision.table->otherwise;
            if (!value) return std::string(lang == Lang::nl ? "geen uitkomst" : "no outcome");
            return outcome(decision, *value, lang);
        };
        if (words(before_, Lang::nl) == words(after_, Lang::nl)) return;
        say("als geen rij opgaat: van " + words(before_, Lang::nl) + " naar " +
                words(after_, Lang::nl),
            "when no row holds: from " + words(before_, Lang::en) + " to " +
                words(after_, Lang::en));
    }

    void compare(const Row& old, const Row& now) {
        for (const auto& cell : now.cells)
            if (const Cell* was = find(old, cell))
                compare(now, *was, cell);
            else
                say_row(now, "alleen nog als " + cell_words(cell, Lang::nl),
                        "only if " + cell_words(cell, Lang::en) + " as well");
        for (const auto& cell : old.cells)
            if (find(now, cell) == nullptr)
                say_row(now, "ook als niet " + cell_words(cell, Lang::nl),
                        "also unless " + cell_words(cell, Lang::en));
        const auto from = outcome(before_, old.then, Lang::nl),
                   to = outcome(after_, now.then, Lang::nl);
        if (from != to)
            say_row(now, "uitkomst van " + from + " naar " + to,
                    "outcome from " + outcome(before_, old.then, Lang::en) + " to " +
                        outcome(after_, now.then, Lang::en));
    }

    /// The same column, also where the old one reads the old of a decision.
    std::string column(const Cell& cell) const {
        const auto& id = book_.id(cell.input);
        return id.starts_with("oud.") ? id.substr(4) : id;
    }

    const Cell* find(const Row& row, const Cell& like) const {
        for (const auto& cell : row.cells)
            if (column(cell) == column(like)) return &cell;
        return nullptr;
    }

    std::string cell_words(const Cell& cell, Lang lang) const {
        return meldroute::words(book_, cell, lang);
    }

    void compare(const Row& row, const Cell& old, const Cell& now) {
        if (cell_words(old, Lang::nl) == cell_words(now, Lang::nl)) return;
        if (const auto moved = bound(old, now)) {
            const auto from = moved->first, to = moved->second; // clang 14 captures no bindings
            const Type& type = book_.type(now.input);
            const auto text = [&](Lang lang, const char* of, const char* then) {
                return "«" + name(book_, now.input, lang) + "»" + of + type.words(from, lang) +
                       then + type.words(to, lang);
            };
            say_row(row, "grens van " + text(Lang::nl, " van ", " naar "),
                    "bound of " + text(Lang::en, " from ", " to "));
            return;
        }
        say_row(row, cell_words(old, Lang::nl) + "; nu: " + cell_words(now, Lang::nl),
                cell_words(old, Lang::en) + "; now: " + cell_words(now, Lang::en));
    }

    /// One end of one interval that moved.
    std::optional<std::pair<std::int64_t, std::int64_t>> bound(const Cell& old,
                                                               const Cell& now) const {
        const Type& type = book_.type(now.input);
        if (type.kind == Kind::choice || type.kind == Kind::boolean || type.kind == Kind::text ||
            old.test != Cell::Test::within || now.test != Cell::Test::within ||
            old.within.size() != 1 || now.within.size() != 1)
            return std::nullopt;
        const auto &a = old.within.front(), &b = now.within.front();
        if (a.low == a.high || b.low == b.high) return std::nullopt;
        if (a.high == b.high) return std::pair(a.low, b.low);
        if (a.low == b.low) return std::pair(a.high, b.high);
        return std::nullopt;
    }

    void below() {
        std::string ids;
        for (const auto& input : before_.inputs)
            if (book_.id(input).starts_with("oud."))
                ids += (ids.empty() ? "" : ", ") + book_.id(input).substr(4);
        if (!ids.empty())
            say("zelf niet veranderd, maar rust op " + ids,
                "not edited itself, but stands on " + ids);
    }

    const Book& book_;
    const Decision &before_, &after_;
    std::vector<Text> out_;
};

} // namespace

std::vector<Text> edits(const Merged& merged, const Merged::Pair& pair) {
    return Edits(merged, pair).words();
}

} // namespace meldroute::inline v0
