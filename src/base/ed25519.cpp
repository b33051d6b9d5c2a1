// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/base/ed25519.hpp>
#include <meldroute/base/error.hpp>

#include <openssl/evp.h>
#include <openssl/pem.h>

#include <new>

namespace meldroute::inline v0 {
namespace {

using Key = std::shared_ptr<EVP_PKEY>;
using Context = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

constexpr std::size_t key_size = 32, signature_size = 64;

const unsigned char* raw(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

unsigned char* raw(std::string& bytes) {
    return reinterpret_cast<unsigned char*>(bytes.data());
}

/// Without this OpenSSL asks for a pass phrase on the terminal.
int no_pass_phrase(char*, int, int, void*) {
    return 0;
}

/// Null for what is not an Ed25519 key.
template <class Read>
Key read_pem(std::string_view pem, Read read) {
    const std::unique_ptr<BIO, decltype(&BIO_free)> in(
        BIO_new_mem_buf(pem.data(), int(std::min<std::size_t>(pem.size(), 1 << 16))), &BIO_free);
    if (!in) throw std::bad_alloc();
    const Key key(read(in.get(), nullptr, &no_pass_phrase, nullptr), &EVP_PKEY_free);
    return key && EVP_PKEY_id(key.get()) == EVP_PKEY_ED25519 ? key : nullptr;
}

std::string public_bytes(EVP_PKEY* key) {
    std::string bytes(key_size, '\0');
    std::size_t size = bytes.size();
    if (EVP_PKEY_get_raw_public_key(key, raw(bytes), &size) != 1) throw std::bad_alloc();
    return bytes;
}

Context context() {
    Context made(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    if (!made) throw std::bad_alloc();
    return made;
}

} // namespace

PublicKey::PublicKey(std::string bytes) : bytes_(std::move(bytes)), id_(sha256(bytes_)) {}

PublicKey PublicKey::read(std::string_view pem) {
    const Key key = read_pem(pem, &PEM_read_bio_PUBKEY);
    if (!key) fail(Fault::verifying_key_unreadable);
    return PublicKey(public_bytes(key.get()));
}

bool PublicKey::verifies(std::string_view message, std::string_view signature) const {
    const Key key(
        EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, raw(bytes_), bytes_.size()),
        &EVP_PKEY_free);
    const Context checking = context();
    return signature.size() == signature_size &&
           EVP_DigestVerifyInit(checking.get(), nullptr, nullptr, nullptr, key.get()) == 1 &&
           EVP_DigestVerify(checking.get(), raw(signature), signature.size(), raw(message),
                            message.size()) == 1;
}

PrivateKey PrivateKey::read(std::string_view pem) {
    Key key = read_pem(pem, &PEM_read_bio_PrivateKey);
    if (!key) fail(Fault::signing_key_unreadable);
    return PrivateKey(std::move(key));
}

PublicKey PrivateKey::public_key() const {
    return PublicKey(public_bytes(static_cast<EVP_PKEY*>(key_.get())));
}

std::string PrivateKey::sign(std::string_view message) const {
    const Context signing = context();
    std::string out(signature_size, '\0');
    std::size_t size = out.size();
    auto* key = static_cast<EVP_PKEY*>(key_.get());
    if (EVP_DigestSignInit(signing.get(), nullptr, nullptr, nullptr, key) != 1 ||
        EVP_DigestSign(signing.get(), raw(out), &size, raw(message), message.size()) != 1)
        throw std::bad_alloc();
    return out;
}

} // namespace meldroute::inline v0
