// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// A JSON value that a header can hold without knowing what JSON is made of.

#pragma once

#include <nlohmann/json_fwd.hpp>

#include <memory>

namespace meldroute::inline v0 {

using Json = nlohmann::json;

/// Immutable; copies share the value.
class JsonBox {
public:
    JsonBox(); ///< null
    JsonBox(Json value);

    const Json& operator*() const { return *value_; }
    const Json* operator->() const { return value_.get(); }

    bool operator==(const JsonBox& other) const;

private:
    std::shared_ptr<const Json> value_;
};

} // namespace meldroute::inline v0
