// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The graph of decisions: what each stands on, and into which classes the facts fall that nothing
// tells apart.

#include "rules/looks.hpp"
#include "rules/read.hpp"

#include <algorithm>
#include <set>

namespace meldroute::inline v0 {
namespace {

/// A domain of at most so many values is taken apart whole where arithmetic reads it.
constexpr std::int64_t small_domain = 300;

/// Depth first over the decisions below; `path` is what we are in the middle of.
class Order {
public:
    explicit Order(Book& book) : book_(book), done_(book.decisions.size(), false) {}

    void visit(std::size_t index) {
        if (done_[index]) return;
        if (std::find(path_.begin(), path_.end(), index) != path_.end()) fail_cycle(index);
        path_.push_back(index);
        Decision& decision = book_.decisions[index];
        for (const auto& input : decision.inputs) {
            if (!input.decision) continue;
            visit(input.index);
            for (const auto below : book_.decisions[input.index].through) add(decision, below);
            add(decision, input.index);
        }
        path_.pop_back();
        done_[index] = true;
    }

private:
    static void add(Decision& decision, std::size_t below) {
        auto& all = decision.through;
        if (std::find(all.begin(), all.end(), below) == all.end()) all.push_back(below);
    }

    [[noreturn]] void fail_cycle(std::size_t index) {
        std::string words;
        for (auto at = std::find(path_.begin(), path_.end(), index); at != path_.end(); ++at)
            words += book_.decisions[*at].id + " → ";
        book_.decisions[index].node().fail(Fault::decision_cycle,
                                           {words + book_.decisions[index].id});
    }

    Book& book_;
    std::vector<bool> done_;
    std::vector<std::size_t> path_;
};

/// Segments between the ends of cells, those that every cell treats alike taken together.
std::vector<Interval> classes(const Looks& looks, Interval domain) {
    std::vector<Interval> out;
    std::set<std::vector<bool>> seen;
    for (const auto& segment : looks.segments(domain)) {
        if (looks.whole) {
            out.push_back(segment); // a number is computed with: its whole range matters
            continue;
        }
        if (seen.insert(looks.signature(segment.low)).second)
            out.push_back({segment.low, segment.low});
    }
    return out;
}

std::vector<Atom> atoms_of(const Book& book, std::size_t slot, const Looks& looks) {
    const Type& type = (*book.vocabulary)[slot].type;
    std::vector<Atom> out;
    if (type.many()) {
        for (int member = 0; member < int(type.codes.size()); ++member)
            if (looks.whole || looks.members.contains(member))
                out.push_back({slot, member, {{0, 0}, {1, 1}}});
        return out;
    }
    if (looks.cells.empty() && !looks.whole) return out;
    const Interval domain = book.domain({false, slot});
    Atom atom{slot, -1, {}};
    if (looks.whole && domain.high - domain.low < small_domain) {
        for (auto value = domain.low; value <= domain.high; ++value)
            atom.classes.push_back({value, value});
    } else {
        atom.classes = classes(looks, domain);
        atom.computed = looks.whole;
    }
    out.push_back(std::move(atom));
    return out;
}

} // namespace

std::vector<Atom> atoms_of(const Book& book, const std::vector<const Decision*>& decisions) {
    std::vector<Atom> atoms;
    const auto all = looks_of(book, decisions);
    for (std::size_t slot = 0; slot < all.size(); ++slot)
        for (auto& atom : atoms_of(book, slot, all[slot])) atoms.push_back(std::move(atom));
    return atoms;
}

Interval Book::domain(const Input& input) const {
    const Type& own = type(input);
    if (own.kind == Kind::text && !input.decision) return {0, texts[input.index].last()};
    return {own.min, own.max};
}

void connect(Book& book) {
    Order order(book);
    for (std::size_t i = 0; i < book.decisions.size(); ++i) order.visit(i);
    for (auto& decision : book.decisions) decision.atoms = atoms_of(book, {&decision});
}

} // namespace meldroute::inline v0
