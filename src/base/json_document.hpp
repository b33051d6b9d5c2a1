// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What nodes share: a document with its text, and places in it from which the way is known.

#pragma once

#include <meldroute/base/json.hpp>

#include <nlohmann/json.hpp>

#include <memory>
#include <string>
#include <utility>

namespace meldroute::inline v0 {

struct JsonNode::Written {
    std::string name;
    std::string text; ///< empty when the value did not come from a text
};

/// Where a value stands is looked for when somebody asks, from the nearest anchor: the document, or
/// an element of an array around it. Nearly all nodes are read and never asked.
struct JsonNode::Anchor {
    std::shared_ptr<const Anchor> above; ///< keeps the document; null of the document itself
    const Document* document;
    const Json* value;
    const Json* array; ///< of which it is an element

    std::string pointer() const;
};

struct JsonNode::Document : Anchor {
    Document(std::shared_ptr<const Written> from, Json read, std::string at, bool all)
        : Anchor{nullptr, this, &own, nullptr}, written(std::move(from)), own(std::move(read)),
          pointer(std::move(at)), whole(all) {}
    Document(const Document&) = delete;
    ~Document();

    std::shared_ptr<const Written> written;
    Json own;
    std::string pointer; ///< of the value
    bool whole;          ///< the value is that text; else a part of it, or read apart
};

} // namespace meldroute::inline v0
