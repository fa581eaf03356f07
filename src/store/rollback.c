/* Reading a rollback journal as SQLite does: headers, the pages they count, their checksums, the name of a super-journal at the end. */
#include <stdlib.h>
#include <string.h>

#include "base/lib.h"
#include "store/rollback.h"

static const unsigned char magic[8] = { 0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7 };

#define HEADER 28
#define UNCOUNTED 0xffffffffu /* in place of the number of pages: as many as there are */

static uint32_t number_at(const unsigned char *bytes)
{
	return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

static bool is_power(uint32_t number, uint32_t least, uint32_t most)
{
	return number >= least && number <= most && (number & (number - 1)) == 0;
}

bool rollback_names_super(const struct rollback *journal)
{
	unsigned char end[16];

	/* Its length, its checksum, the magic words; a length of nothing names nothing. */
	return journal->size >= 16 && journal->read(journal->user, end, sizeof end, journal->size - 16) &&
	       memcmp(end + 8, magic, sizeof magic) == 0 && number_at(end) != 0;
}

/*
 * The magic words and the count behind them are written last, once the pages are safe: where
 * that was broken off in the middle, nothing was written to the file yet, and SQLite plays nothing back.
 */
static bool is_broken_off(const unsigned char header[12])
{
	size_t i;

	for (i = 0; i < sizeof magic && header[i] == magic[i]; i++)
		;
	if (i == 0 || i == sizeof magic)
		return false;
	while (i < 12 && header[i] == 0)
		i++;
	return i == 12;
}

enum rollback_fault rollback_open(struct rollback *journal)
{
	unsigned char header[HEADER];

	if (rollback_names_super(journal))
		return ROLLBACK_SUPER;
	if (journal->size < 1 || !journal->read(journal->user, header, 1, 0) || header[0] == 0)
		return ROLLBACK_NOTHING;
	if (journal->size < HEADER)
		return memcmp(header, magic, 1) == 0 ? ROLLBACK_NOTHING : ROLLBACK_NOT_ONE;
	if (!journal->read(journal->user, header, sizeof header, 0))
		return ROLLBACK_NOT_ONE;
	if (is_broken_off(header))
		return ROLLBACK_NOTHING;
	if (memcmp(header, magic, sizeof magic) != 0)
		return ROLLBACK_NOT_ONE;
	journal->pages = number_at(header + 16);
	journal->sector = number_at(header + 20);
	journal->page_size = number_at(header + 24);
	if (!is_power(journal->sector, 32, 65536) || !is_power(journal->page_size, 512, 65536))
		return ROLLBACK_NOT_ONE;
	/* One without a page still cuts the database to its number of pages. */
	return ROLLBACK_SOUND;
}

static uint32_t checksum(uint32_t nonce, const unsigned char *content, uint32_t size)
{
	for (int64_t i = (int64_t)size - 200; i > 0; i -= 200)
		nonce += content[i];
	return nonce;
}

/* The records of one header from `at` on; where they end, or -1 where SQLite stops, -2 where reading failed. */
static int64_t each_record(const struct rollback *journal, const unsigned char header[HEADER], int64_t at,
	uint32_t count, unsigned char *record, rollback_page page, void *user)
{
	size_t length = (size_t)journal->page_size + 8;
	uint32_t nonce = number_at(header + 12), pages = number_at(header + 16);

	for (uint32_t i = 0; i < count; i++, at += (int64_t)length) {
		uint32_t number;

		if (at + (int64_t)length > journal->size)
			return -1;
		if (!journal->read(journal->user, record, length, at))
			return -2;
		number = number_at(record);
		if (number == 0 ||
			number_at(record + 4 + journal->page_size) != checksum(nonce, record + 4, journal->page_size))
			return -1;
		if (number <= pages && !page(user, number, record + 4, at + 4))
			return -1;
	}
	return at;
}

bool rollback_each(const struct rollback *journal, bool unsynced, rollback_page page, void *user)
{
	unsigned char header[HEADER], *record = xmalloc((size_t)journal->page_size + 8);
	int64_t at = 0;

	while (at >= 0 && at + journal->sector <= journal->size) {
		uint32_t count;

		if (!journal->read(journal->user, header, sizeof header, at))
			at = -2;
		else if (memcmp(header, magic, sizeof magic) != 0)
			break;
		if (at < 0)
			break;
		count = number_at(header + 8);
		if (count == UNCOUNTED || (count == 0 && unsynced))
			count = (uint32_t)((journal->size - at - journal->sector) / (journal->page_size + 8));
		at = each_record(journal, header, at + journal->sector, count, record, page, user);
		/* The next header begins at a sector. */
		if (at >= 0)
			at = (at + journal->sector - 1) / journal->sector * journal->sector;
	}
	free(record);
	return at != -2;
}

struct first_page {
	unsigned char header[100];
	bool found;
};

static bool keep_first(void *user, uint32_t number, const unsigned char *content, int64_t at)
{
	struct first_page *first = user;

	(void)at;
	if (number != 1)
		return true;
	memcpy(first->header, content, sizeof first->header);
	first->found = true;
	return false;
}

enum rollback_fault rollback_judge(const struct rollback *journal, const unsigned char header[100], int64_t size)
{
	struct first_page first = { .found = false };
	const unsigned char *before = header;
	uint32_t page_size;

	if (!journal->pages)
		return ROLLBACK_FOREIGN;
	if (!rollback_each(journal, false, keep_first, &first))
		return ROLLBACK_NOT_ONE;
	/*
	 * What page 1 was before the transaction: it stands in the journal, or was
	 * not written yet and stands in the file.  It counts the pages of its time, and
	 * each transaction counts its change counter on by one.
	 */
	if (first.found) {
		uint32_t was = number_at(first.header + 24), is = number_at(header + 24);

		if (memcmp(first.header, header, 16) != 0 || (is != was && is != was + 1))
			return ROLLBACK_FOREIGN;
		before = first.header;
	}
	/* A transaction may change the size of the pages: that of before is the journal's. */
	page_size = (uint32_t)before[16] << 8 | before[17];
	if ((page_size == 1 ? 65536 : page_size) != journal->page_size)
		return ROLLBACK_FOREIGN;
	page_size = journal->page_size;
	if (memcmp(before + 24, before + 92, 4) == 0 && number_at(before + 28) != 0)
		return number_at(before + 28) == journal->pages ? ROLLBACK_SOUND : ROLLBACK_FOREIGN;
	return journal->pages <= (uint64_t)size / page_size ? ROLLBACK_SOUND : ROLLBACK_FOREIGN;
}
