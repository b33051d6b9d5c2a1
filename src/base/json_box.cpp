// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/base/json_box.hpp>

#include <nlohmann/json.hpp>

namespace meldroute::inline v0 {

JsonBox::JsonBox() : JsonBox(Json()) {}

JsonBox::JsonBox(Json value) : value_(std::make_shared<const Json>(std::move(value))) {}

bool JsonBox::operator==(const JsonBox& other) const {
    return *value_ == *other.value_;
}

} // namespace meldroute::inline v0
