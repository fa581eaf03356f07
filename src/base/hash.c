/* SHA-256, BLAKE2b and SipHash through libsodium. */
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "base/lib.h"

struct hash {
	crypto_hash_sha256_state state;
};

struct hash *hash_new(void)
{
	struct hash *hash = xmalloc(sizeof *hash);

	crypto_hash_sha256_init(&hash->state);
	return hash;
}

void hash_add(struct hash *hash, const void *bytes, size_t length)
{
	if (length)
		crypto_hash_sha256_update(&hash->state, bytes, length);
}

void hash_end(struct hash *hash, unsigned char digest[HASH_BYTES])
{
	crypto_hash_sha256_final(&hash->state, digest);
	free(hash);
}

void hash_text(const void *bytes, size_t length, char digest[HASH_TEXT])
{
	unsigned char sum[HASH_BYTES];

	crypto_generichash(sum, sizeof sum, bytes, length, NULL, 0);
	hash_hex(sum, sizeof sum, digest);
}

void hash_short(const void *bytes, size_t length, uint64_t seed, unsigned char sum[HASH_SHORT])
{
	unsigned char key[crypto_shorthash_KEYBYTES] = "noria's pages";
	size_t i;

	_Static_assert(HASH_SHORT == crypto_shorthash_BYTES, "a sum has the size of the hash");
	for (i = 0; i < sizeof seed; i++)
		key[i] ^= (unsigned char)(seed >> 8 * i);
	crypto_shorthash(sum, bytes, length, key);
}

uint64_t hash_quick(const void *bytes, size_t length)
{
	static unsigned char key[crypto_shorthash_KEYBYTES];
	static bool ready;
	unsigned char out[crypto_shorthash_BYTES];
	uint64_t value;

	if (!ready)
		randombytes_buf(key, sizeof key);
	ready = true;
	crypto_shorthash(out, bytes, length, key);
	memcpy(&value, out, sizeof value);
	return value;
}

void hash_hex(const unsigned char *bytes, size_t count, char *text)
{
	sodium_bin2hex(text, 2 * count + 1, bytes, count);
}

bool hash_unhex(const char *text, unsigned char *bytes, size_t count)
{
	size_t length;

	return strlen(text) == 2 * count &&
	       sodium_hex2bin(bytes, count, text, strlen(text), NULL, &length, NULL) == 0 && length == count;
}

char *base64(const void *bytes, size_t count)
{
	size_t size = sodium_base64_ENCODED_LEN(count, sodium_base64_VARIANT_ORIGINAL);
	char *text = xmalloc(size);

	return sodium_bin2base64(text, size, bytes, count, sodium_base64_VARIANT_ORIGINAL);
}
