// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The decisions of a rulebook: tables and expressions over facts and over each other, typed when
// they are read. Deciding is pure: what is known goes in, a ruling comes out.

#pragma once

#include <meldroute/facts/situation.hpp>
#include <meldroute/rules/columns.hpp>
#include <meldroute/rules/counsel.hpp>
#include <meldroute/rules/least_change.hpp>
#include <meldroute/rules/reasons.hpp>
#include <meldroute/rules/trace.hpp>

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

class Decisions {
public:
    /// Reads declarations as they stand in decisions/*.json. Throws RulebookError 12xx with the
    /// place: an unknown input with the nearest name, a cell that does not fit its fact, a cycle.
    /// The vocabulary must outlive what is read.
    static Decisions read(const Vocabulary& vocabulary, const std::vector<JsonNode>& declarations,
                          const CodeLists& lists);
    Decisions(Decisions&&) noexcept;
    Decisions& operator=(Decisions&&) noexcept;
    ~Decisions();

    bool has(std::string_view id) const;
    /// Throws RulebookError M1201 with the nearest name.
    const Decision& at(std::string_view id) const;
    std::vector<std::string> ids() const; ///< as declared
    /// What people call it; the id itself where it has no label or there is no such decision.
    std::string label(std::string_view id, Lang lang) const;

    /// Rows, facts used and facts needed: everything. Throws M1201, and M1217 for a decision that
    /// no layer filled in.
    Ruling rule(std::string_view id, const Situation& situation) const;

    /// The answer, and what became of every row in bits, into `out`: hardly more than the bare
    /// answer. Throws M1217.
    void trace(const Decision& decision, const Situation& situation, Trace& out) const;

    /// The bare answer, without reasons: many times faster. Never wrongly decided, and decided
    /// wherever `rule` is; `open` also where two completions differ and `rule` ran out of budget.
    Outcome decide(const Decision& decision, const Situation& situation) const;
    /// The same by id; throws M1201.
    Outcome decide(std::string_view id, const Situation& situation) const;
    /// Every record of a batch, each on its own, into `out`, which must have a place for each. What
    /// is wrong with a record is returned and stops no other; its outcome is `open`. Throws M1217
    /// for a decision that no layer filled in. Several threads may each decide a part.
    std::vector<RecordFault> decide(const Decision& decision, const Columns& columns,
                                    std::span<Outcome> out) const;
    /// What stands for a text of this fact in a column.
    std::int64_t text(std::size_t slot, std::string_view text) const;

    /// A decided outcome as JSON; null of any other.
    JsonBox json(const Decision& decision, const Outcome& outcome) const;

    /// Only yes, no or unknown, of a boolean decision; no outcome and conflict are unknown.
    Answer answer(std::string_view id, const Situation& situation) const;

    /// What came out, because of which rows and cells, why not the others, on which intermediate
    /// results and facts, and what is still needed. The ruling must be of this situation.
    Reasons reasons(const Ruling& ruling, const Situation& situation,
                    const Audience& audience) const;

    /// The same as sentences of people, for who may see no personal data.
    std::string why(const Ruling& ruling, const Situation& situation, Lang lang) const;

    /// What would have to be otherwise, of what is known, for another outcome: for a certain one
    /// where `towards` names it, else for any. Of an open ruling only towards one. Each was
    /// confirmed by ruling so. Throws RulebookError for an outcome that the decision cannot have.
    LeastChange least_change(const Ruling& ruling, const Situation& situation,
                             const Audience& audience, const Json* towards = nullptr) const;

    /// The question to ask next for a ruling that is open: fact, words, and who can answer.
    struct Question {
        std::string fact;
        std::string words;
        std::string who;
    };
    std::vector<Question> ask(const Ruling& ruling, const Situation& situation, Lang lang) const;

    /// What was read, for the rooms that prove and try rules: its shape is src/rules/model.hpp.
    struct Book;
    const Book& book() const { return *book_; }

private:
    explicit Decisions(std::unique_ptr<Book> book);
    std::unique_ptr<Book> book_;
};

} // namespace meldroute::inline v0
