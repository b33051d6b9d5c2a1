// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "batch/arrow_out.hpp"

#include <utility>

namespace meldroute::inline v0 {
namespace {

struct SchemaNode {
    std::string format, name;
    std::vector<OwnedSchema> children;
    std::vector<ArrowSchema*> pointers;
    OwnedSchema dictionary;
    std::shared_ptr<const void> owner;
};

struct ArrayNode {
    std::vector<Buffer> buffers;
    std::vector<const void*> addresses;
    std::vector<OwnedArray> children;
    std::vector<ArrowArray*> pointers;
    OwnedArray dictionary;
    std::shared_ptr<const void> owner;
};

template <class Struct, class Node>
void release(Struct* it) {
    delete static_cast<Node*>(it->private_data);
    it->release = nullptr;
}

/// What children and dictionary the node has, in the form of the interface.
template <class Struct, class Node>
void point(Struct& it, std::unique_ptr<Node> node) {
    for (auto& child : node->children) node->pointers.push_back(child.get());
    it.n_children = std::int64_t(node->pointers.size());
    it.children = node->pointers.empty() ? nullptr : node->pointers.data();
    it.dictionary = node->dictionary.empty() ? nullptr : node->dictionary.get();
    it.release = release<Struct, Node>;
    it.private_data = node.release();
}

OwnedSchema finish(std::unique_ptr<SchemaNode> node, std::int64_t flags, const char* metadata) {
    ArrowSchema schema{};
    schema.format = node->format.c_str();
    schema.name = node->name.c_str();
    schema.metadata = metadata;
    schema.flags = flags;
    point(schema, std::move(node));
    return OwnedSchema(schema);
}

OwnedArray finish(std::unique_ptr<ArrayNode> node, const ArrowArray& counts) {
    ArrowArray array = counts;
    array.n_buffers = std::int64_t(node->addresses.size());
    array.buffers = node->addresses.data();
    point(array, std::move(node));
    return OwnedArray(array);
}

} // namespace

OwnedSchema make_schema(std::string format, std::string name, std::vector<OwnedSchema> children) {
    auto node = std::make_unique<SchemaNode>();
    node->format = std::move(format);
    node->name = std::move(name);
    node->children = std::move(children);
    return finish(std::move(node), ARROW_FLAG_NULLABLE, nullptr);
}

OwnedSchema share_schema(const ArrowSchema& schema, std::shared_ptr<const void> owner) {
    auto node = std::make_unique<SchemaNode>();
    node->format = schema.format;
    node->name = schema.name == nullptr ? "" : schema.name;
    for (std::int64_t i = 0; i < schema.n_children; ++i)
        node->children.push_back(share_schema(*schema.children[i], owner));
    if (schema.dictionary != nullptr) node->dictionary = share_schema(*schema.dictionary, owner);
    node->owner = std::move(owner);
    return finish(std::move(node), schema.flags, schema.metadata);
}

OwnedArray make_array(std::int64_t length, std::int64_t null_count, std::vector<Buffer> buffers,
                      std::vector<OwnedArray> children) {
    auto node = std::make_unique<ArrayNode>();
    node->buffers = std::move(buffers);
    // Only the validity may be missing; some readers take any other missing buffer for a fault.
    static const std::byte nothing{};
    for (const auto& buffer : node->buffers)
        node->addresses.push_back(!buffer.empty()           ? buffer.data()
                                  : node->addresses.empty() ? nullptr
                                                            : &nothing);
    node->children = std::move(children);
    ArrowArray counts{};
    counts.length = length;
    counts.null_count = null_count;
    return finish(std::move(node), counts);
}

OwnedArray share_array(const ArrowArray& array, std::int64_t from, std::int64_t length,
                       std::shared_ptr<const void> owner) {
    auto node = std::make_unique<ArrayNode>();
    node->addresses.assign(array.buffers, array.buffers + array.n_buffers);
    for (std::int64_t i = 0; i < array.n_children; ++i)
        node->children.push_back(
            share_array(*array.children[i], 0, array.children[i]->length, owner));
    if (array.dictionary != nullptr)
        node->dictionary = share_array(*array.dictionary, 0, array.dictionary->length, owner);
    node->owner = std::move(owner);
    ArrowArray counts{};
    counts.length = length;
    counts.null_count = array.null_count == 0 || length == array.length ? array.null_count : -1;
    counts.offset = array.offset + from;
    return finish(std::move(node), counts);
}

} // namespace meldroute::inline v0
