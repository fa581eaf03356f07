/* Uuids: version 4 at random, version 5 by name (RFC 9562, which asks for SHA-1; libsodium has none). */
#include <string.h>

#include "base/lib.h"

struct sha1 {
	uint32_t h[5];
	uint64_t length;
	unsigned char block[64];
	size_t used;
};

static uint32_t rotate(uint32_t x, unsigned n)
{
	return x << n | x >> (32 - n);
}

static void sha1_block(struct sha1 *sha1)
{
	uint32_t w[80], a = sha1->h[0], b = sha1->h[1], c = sha1->h[2], d = sha1->h[3], e = sha1->h[4];
	int i;

	for (i = 0; i < 16; i++)
		w[i] = (uint32_t)sha1->block[4 * i] << 24 | (uint32_t)sha1->block[4 * i + 1] << 16 |
		       (uint32_t)sha1->block[4 * i + 2] << 8 | sha1->block[4 * i + 3];
	for (; i < 80; i++)
		w[i] = rotate(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
	for (i = 0; i < 80; i++) {
		uint32_t f, k, next;

		if (i < 20) {
			f = (b & c) | (~b & d);
			k = 0x5a827999;
		} else if (i < 40) {
			f = b ^ c ^ d;
			k = 0x6ed9eba1;
		} else if (i < 60) {
			f = (b & c) | (b & d) | (c & d);
			k = 0x8f1bbcdc;
		} else {
			f = b ^ c ^ d;
			k = 0xca62c1d6;
		}
		next = rotate(a, 5) + f + e + k + w[i];
		e = d;
		d = c;
		c = rotate(b, 30);
		b = a;
		a = next;
	}
	sha1->h[0] += a;
	sha1->h[1] += b;
	sha1->h[2] += c;
	sha1->h[3] += d;
	sha1->h[4] += e;
}

static void sha1_add(struct sha1 *sha1, const void *bytes, size_t length)
{
	const unsigned char *c = bytes;

	sha1->length += length;
	while (length--) {
		sha1->block[sha1->used++] = *c++;
		if (sha1->used == 64) {
			sha1_block(sha1);
			sha1->used = 0;
		}
	}
}

static void sha1_end(struct sha1 *sha1, unsigned char digest[20])
{
	uint64_t bits = sha1->length * 8;
	unsigned char pad = 0x80, size[8];
	int i;

	sha1_add(sha1, &pad, 1);
	pad = 0;
	while (sha1->used != 56)
		sha1_add(sha1, &pad, 1);
	for (i = 0; i < 8; i++)
		size[i] = (unsigned char)(bits >> (56 - 8 * i));
	sha1_add(sha1, size, 8);
	for (i = 0; i < 20; i++)
		digest[i] = (unsigned char)(sha1->h[i / 4] >> (24 - 8 * (i % 4)));
}

/* By hand: an import makes as many of them as records. */
static void format(unsigned char bytes[16], int version, char *text)
{
	static const char digits[] = "0123456789abcdef";
	int i;

	bytes[6] = (unsigned char)((bytes[6] & 0x0f) | version << 4);
	bytes[8] = (unsigned char)((bytes[8] & 0x3f) | 0x80);
	for (i = 0; i < 16; i++) {
		if (i == 4 || i == 6 || i == 8 || i == 10)
			*text++ = '-';
		*text++ = digits[bytes[i] >> 4];
		*text++ = digits[bytes[i] & 15];
	}
	*text = '\0';
}

void uuid_random(char text[UUID_TEXT])
{
	unsigned char bytes[16];

	environment_random(bytes, sizeof bytes);
	format(bytes, 4, text);
}

/* -1: no digit. */
static int digit_of(char c)
{
	return c >= '0' && c <= '9'   ? c - '0'
	       : c >= 'a' && c <= 'f' ? c - 'a' + 10
	       : c >= 'A' && c <= 'F' ? c - 'A' + 10
				      : -1;
}

static bool parse(const char *text, unsigned char bytes[16])
{
	size_t i;

	for (i = 0; i < 16; i++) {
		int high, low;

		if ((i == 4 || i == 6 || i == 8 || i == 10) && *text++ != '-')
			return false;
		high = digit_of(text[0]);
		low = high < 0 ? -1 : digit_of(text[1]);
		if (low < 0)
			return false;
		bytes[i] = (unsigned char)(high << 4 | low);
		text += 2;
	}
	return *text == '\0';
}

void uuid_named(const char *namespace_uuid, const char *name, char text[UUID_TEXT])
{
	struct sha1 sha1 = { .h = { 0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0 } };
	unsigned char space[16] = { 0 }, digest[20];

	parse(namespace_uuid, space);
	sha1_add(&sha1, space, sizeof space);
	sha1_add(&sha1, name, strlen(name));
	sha1_end(&sha1, digest);
	format(digest, 5, text);
}

bool uuid_is_valid(const char *text)
{
	unsigned char bytes[16];

	return parse(text, bytes) && (bytes[8] & 0xc0) == 0x80 && (bytes[6] >> 4) >= 1 && (bytes[6] >> 4) <= 8 &&
	       !strpbrk(text, "ABCDEF");
}
