// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/casefile/chain.hpp>

#include <meldroute/base/error.hpp>

#include <algorithm>
#include <utility>

namespace meldroute::inline v0 {
namespace {

[[noreturn]] void damaged(Fault fault, const Receipt& last) {
    fail(fault, {last.case_id.hex(), std::to_string(last.sequence + 1)});
}

void check_frame(const Receipt& last, const Frame& frame) {
    if (frame.case_id != last.case_id) damaged(Fault::frame_of_other_case, last);
    if (frame.sequence != last.sequence + 1)
        fail(Fault::entry_out_of_sequence, {last.case_id.hex(), std::to_string(last.sequence + 1),
                                            std::to_string(frame.sequence)});
    if (frame.previous == last.digest) return;
    damaged(last.sequence == 0 ? Fault::chain_of_other_register : Fault::chain_broken, last);
}

void check_body(const Receipt& last, const Frame& frame, const Entry& entry) {
    if (entry.erased()) return;
    if (!entry.key || entry.body.empty()) damaged(Fault::entry_half_erased, last);
    if (commit(*entry.key, frame.case_id, frame.sequence, entry.body) != frame.commitment)
        damaged(Fault::commitment_broken, last);
}

Receipt step(const Receipt& last, const Entry& entry) {
    const auto frame = Frame::parse(entry.frame);
    if (!frame) damaged(Fault::frame_unreadable, last);
    check_frame(last, *frame);
    check_body(last, *frame, entry);
    return {last.case_id, frame->sequence, sha256(entry.frame)};
}

} // namespace

Receipt begin_chain(const RegisterId& register_id, const CaseId& case_id) {
    std::string genesis = "meldroute chain 1\n";
    genesis += register_id.bytes();
    genesis += case_id.bytes();
    return {case_id, 0, sha256(genesis)};
}

Entry next_entry(const Receipt& last, std::string body, const EntryKey& key) {
    const Frame frame{last.case_id, last.sequence + 1,
                      commit(key, last.case_id, last.sequence + 1, body), last.digest};
    return {frame.bytes(), std::move(body), key};
}

Receipt follow(const Receipt& last, std::span<const Entry> entries) {
    Receipt at = last;
    for (const Entry& entry : entries) at = step(at, entry);
    return at;
}

Receipt verify(const RegisterId& register_id, const CaseId& case_id,
               std::span<const Entry> entries) {
    return follow(begin_chain(register_id, case_id), entries);
}

void verify_receipt(std::span<const Entry> entries, const Receipt& receipt) {
    const auto index = receipt.sequence - 1;
    const bool there = index >= 0 && std::cmp_less(index, entries.size());
    if (there && sha256(entries[static_cast<std::size_t>(index)].frame) == receipt.digest) return;
    fail(Fault::receipt_not_met, {receipt.case_id.hex(), std::to_string(receipt.sequence)});
}

Body read_body(const Entry& entry) {
    const auto body = Body::parse(entry.body);
    if (body) return *body;
    const auto frame = Frame::parse(entry.frame);
    const std::string case_id = frame ? frame->case_id.hex() : "?";
    const std::string sequence = frame ? std::to_string(frame->sequence) : "?";
    fail(entry.erased() ? Fault::entry_erased : Fault::body_unreadable, {case_id, sequence});
}

Chain::Chain(const Receipt& last, std::optional<Moment> recorded)
    : last_(last), recorded_(recorded) {}

Chain Chain::of(const RegisterId& register_id, const CaseId& case_id,
                std::span<const Entry> entries) {
    Chain chain(verify(register_id, case_id, entries));
    for (std::size_t i = entries.size(); i > 0 && !chain.recorded_; --i)
        if (!entries[i - 1].erased()) chain.recorded_ = read_body(entries[i - 1]).recorded;
    return chain;
}

Entry Chain::add(const Body& body, Randomness& randomness) {
    if (recorded_ && body.recorded < *recorded_)
        fail(Fault::recorded_goes_back, {last_.case_id.hex(), std::to_string(last_.sequence + 1)});
    EntryKey key;
    randomness.fill(key);
    Entry entry = next_entry(last_, body.bytes(), key);
    last_ = {last_.case_id, last_.sequence + 1, sha256(entry.frame)};
    recorded_ = body.recorded;
    return entry;
}

} // namespace meldroute::inline v0
