/*
 * The journal as this account saw it last: its first hash and its newest, kept in a small
 * file of the account's own for each Noria file.  Whoever rewrites the journal, or puts
 * an older copy in its place, does not reach there.
 *
 * The small file is named by the uuid of the organisation and the place of the file: a
 * copy elsewhere goes its own way, and one uuid may stand in two files, once an SoA was
 * read into another.  A second one is named by the place alone: the file of an organisation
 * that was never seen there is compared with what stood there before.  What is remembered goes forward only, and only to entries that follow
 * the one remembered; where the journal is another it stays as it is, so that the
 * alarm lasts until somebody accepts the journal under his name.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

#include "store/internal.h"

#define LOCK_TRIES 100 /* of 2 ms: whoever holds it longer was stopped, and is not waited for */

/* ---- where it is kept ---- */

/* heads/ and the beginning of a hash of key and place; NULL: this account has no such folder. */
static char *path_of(const void *key, size_t length, const char *place)
{
	struct hash *hash = hash_new();
	unsigned char digest[HASH_BYTES];
	char hex[HASH_TEXT], *name, *path;

	hash_add(hash, key, length);
	hash_add(hash, place, strlen(place));
	hash_end(hash, digest);
	hash_hex(digest, HASH_BYTES, hex);
	name = xasprintf("heads/%.32s", hex);
	path = environment_state(name);
	free(name);
	return path;
}

static char *path_of_uuid(const char *uuid, const char *place)
{
	char *key = xasprintf("organisation %s ", uuid), *path = path_of(key, strlen(key), place);

	free(key);
	return path;
}

static char *path_of_place(const char *place)
{
	static const char key[] = "place ";

	return path_of(key, strlen(key), place);
}

/* The uuids of the organisation: the one that it has, then those that it had, the last one first. */
static void read_uuids(struct store *store, struct strings *uuids)
{
	sqlite3_stmt *stmt = statement(store,
		"SELECT r.\"uuid\" FROM \"organisation\" o JOIN \"record\" r ON r.\"id\" = o.\"id\" ORDER BY o.\"id\" LIMIT 1",
		NULL);

	if (statement_row(store, stmt))
		strings_add(uuids, row_text(store, stmt, 0));
	statement_end(store, stmt);
	stmt = statement(store,
		"SELECT \"text\" FROM \"change\" WHERE \"record\" = (SELECT min(\"id\") FROM \"organisation\") AND \"text\" LIKE '[\"-\",\"organisation\",%\"uuid\"%' ORDER BY \"entry\" DESC, \"seq\" DESC LIMIT 50",
		NULL);
	while (statement_row(store, stmt)) {
		struct json *row = json_parse(row_text(store, stmt, 0));

		if (json_text(row, 3) && strcmp(json_text(row, 3), "uuid") == 0 && json_text(row, 4) &&
			!strings_contain(uuids, json_text(row, 4)))
			strings_add(uuids, json_text(row, 4));
		json_free(row);
	}
	statement_end(store, stmt);
}

static bool read_first(struct store *store, char hash[HASH_TEXT])
{
	sqlite3_stmt *stmt = statement(store, "SELECT \"hash\" FROM \"entry\" ORDER BY \"id\" LIMIT 1", NULL);

	hash[0] = '\0';
	if (statement_row(store, stmt) && strlen(row_text(store, stmt, 0)) == HASH_TEXT - 1)
		memcpy(hash, row_text(store, stmt, 0), HASH_TEXT);
	statement_end(store, stmt);
	return hash[0] != '\0';
}

/* ---- reading and writing it ---- */

static bool is_hash(const char *text)
{
	unsigned char bytes[HASH_BYTES];

	return strlen(text) == HASH_TEXT - 1 && hash_unhex(text, bytes, HASH_BYTES);
}

/* Adds what a file holds: "noria head 2", first hash, newest hash, its id, a line each; or, of an earlier version, the newest hash alone. */
static bool read_file(struct remembered *remembered, char *path)
{
	struct remembered_head *head = &remembered->heads[remembered->count];
	bool wanted = path && remembered->count < REMEMBERED_MOST, ok = false, there, failed;
	FILE *file = wanted ? fopen(path, "re") : NULL;
	char version[80] = "";
	long long id = 0;

	/* What was not there when it was opened is missing, whoever made it since. */
	failed = wanted && !file && errno != ENOENT;
	there = file || (failed && access(path, F_OK) == 0);
	if (file && fscanf(file, "%79[^\n]", version) == 1) {
		if (is_hash(version)) {
			memcpy(head->newest, version, HASH_TEXT);
			ok = true;
		} else {
			ok = strcmp(version, "noria head 2") == 0 &&
			     fscanf(file, " %64s %64s %lld", head->first, head->newest, &id) == 3 &&
			     is_hash(head->first) && is_hash(head->newest) && id > 0;
			head->id = id;
		}
	}
	if (file) {
		failed = ferror(file) != 0;
		fclose(file);
	}
	if (ok) {
		head->path = path;
		remembered->count++;
	} else {
		/* What is there and says nothing is not the same as nothing; it counts where no other says anything. */
		remembered->unreadable = remembered->unreadable || there;
		remembered->failed = remembered->failed || failed;
		free(path);
	}
	return ok;
}

void remembered_load(struct store *store, struct remembered *remembered)
{
	char *place = realpath(store->path, NULL), first[HASH_TEXT];
	unsigned char bytes[HASH_BYTES];
	struct strings uuids = { 0 };
	size_t i;

	memset(remembered, 0, sizeof *remembered);
	if (!place)
		return;
	read_uuids(store, &uuids);
	for (i = 0; i < uuids.count; i++)
		read_file(remembered, path_of_uuid(uuids.items[i], place));
	/* Of an earlier version: carried over when the head is remembered next. */
	if (!remembered->count && read_first(store, first) && hash_unhex(first, bytes, HASH_BYTES))
		read_file(remembered, path_of(bytes, HASH_BYTES, place));
	/* Nobody of this name was seen here: whoever was seen is another. */
	if (!remembered->count)
		read_file(remembered, path_of_place(place));
	strings_free(&uuids);
	free(place);
	/* What it is compared with is read after it.  Whoever holds a lock keeps the others from going on meanwhile. */
	if (store->look)
		store_read_release(store);
}

void remembered_free(struct remembered *remembered)
{
	size_t i;

	for (i = 0; i < remembered->count; i++)
		free(remembered->heads[i].path);
	remembered->count = 0;
}

static bool write_file(const char *path, const struct remembered_head *head)
{
	char *beside = xasprintf("%s.%ld", path, (long)getpid());
	FILE *file = fopen(beside, "we");
	bool ok = file != NULL;

	if (file) {
		ok = fprintf(file, "noria head 2\n%s\n%s\n%lld\n", head->first, head->newest, (long long)head->id) > 0;
		ok = fclose(file) == 0 && ok;
		ok = ok && rename(beside, path) == 0;
		if (!ok)
			unlink(beside);
	}
	free(beside);
	return ok;
}

/* Programs of one account take turns, so that none of them goes back behind another.  -1: it goes without. */
static int take_turn(void)
{
	const struct timespec pause = { 0, 2000000 };
	char *path = environment_state("heads/lock");
	int file = path ? open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600) : -1;
	int tries;

	free(path);
	for (tries = 0; file >= 0 && tries < LOCK_TRIES && flock(file, LOCK_EX | LOCK_NB) != 0; tries++)
		nanosleep(&pause, NULL);
	return file;
}

/* ---- comparing ---- */

/* Whether the journal from the remembered entry on is one chain; the entry before it is not looked at, its hash stands for all of them. */
static bool follows(struct store *store, const struct remembered_head *head)
{
	sqlite3_stmt *stmt = statement(
		store, "SELECT \"id\", \"hash\", \"parent\" FROM \"entry\" WHERE \"id\" >= ?1 ORDER BY \"id\"", NULL);
	char before[HASH_TEXT] = "";
	int64_t id = head->id;
	bool ok = true;

	if (stmt)
		sqlite3_bind_int64(stmt, 1, id);
	while (ok && statement_row(store, stmt)) {
		const char *hash = row_text(store, stmt, 1);

		ok = row_id(store, stmt, 0) == id && strlen(hash) == HASH_TEXT - 1 &&
		     strcmp(*before ? row_text(store, stmt, 2) : hash, *before ? before : head->newest) == 0;
		if (ok)
			memcpy(before, hash, HASH_TEXT);
		id++;
	}
	statement_end(store, stmt);
	return ok && *before;
}

static enum remembered_answer compare_head(struct store *store, struct remembered_head *head)
{
	char first[HASH_TEXT];

	if (*head->first && read_first(store, first) && strcmp(first, head->first) != 0)
		return REMEMBERED_OTHER_BEGINNING;
	if (!head->id) {
		sqlite3_stmt *stmt = statement(store, "SELECT \"id\" FROM \"entry\" WHERE \"hash\" = ?1", NULL);

		bind_text(store, stmt, 1, head->newest);
		if (statement_row(store, stmt))
			head->id = row_id(store, stmt, 0);
		statement_end(store, stmt);
	}
	return head->id && follows(store, head) ? REMEMBERED_STANDS : REMEMBERED_MISSING;
}

enum remembered_answer remembered_compare(struct store *store, struct remembered *remembered)
{
	enum remembered_answer answer = remembered->unreadable ? REMEMBERED_UNREADABLE : REMEMBERED_NOTHING;
	size_t i;

	/*
	 * A file that reads the SoA of one that stood at its place before takes that one's uuid over:
	 * what is remembered under its own goes on, and that counts.
	 */
	for (i = remembered->count; i > 0; i--) {
		answer = compare_head(store, &remembered->heads[i - 1]);
		remembered->at = i - 1;
		if (answer == REMEMBERED_STANDS)
			break;
	}
	return answer;
}

/* ---- what goes on from here ---- */

static bool read_newest(struct store *store, struct remembered_head *newest)
{
	sqlite3_stmt *stmt =
		statement(store, "SELECT \"id\", \"hash\" FROM \"entry\" ORDER BY \"id\" DESC LIMIT 1", NULL);
	bool ok = false;

	if (statement_row(store, stmt) && strlen(row_text(store, stmt, 1)) == HASH_TEXT - 1) {
		newest->id = row_id(store, stmt, 0);
		memcpy(newest->newest, row_text(store, stmt, 1), HASH_TEXT);
		ok = true;
	}
	statement_end(store, stmt);
	return ok && read_first(store, newest->first);
}

/* By the place alone the beginning is what counts: it is written once. */
static bool save_beginning(const struct remembered_head *newest, char *path, struct strings *paths)
{
	struct remembered there = { .count = 0 };
	bool ok = path && ((read_file(&there, xstrdup(path)) && strcmp(there.heads[0].first, newest->first) == 0) ||
				  write_file(path, newest));

	remembered_free(&there);
	strings_take(paths, path ? path : xstrdup(""));
	return ok;
}

/* The place of a file that need not be there yet; NULL: its folder is not. */
static char *place_of(const char *path)
{
	const char *slash = strrchr(path, '/');
	char *folder = slash ? xstrndup(path, (size_t)(slash - path) + 1) : xstrdup("."),
	     *real = realpath(folder, NULL),
	     *place = real ? xasprintf("%s/%s", strcmp(real, "/") == 0 ? "" : real, slash ? slash + 1 : path) : NULL;

	free(folder);
	free(real);
	return place;
}

void remember_no_place(const char *path)
{
	char *place = place_of(path), *head = place ? path_of_place(place) : NULL;

	if (head)
		unlink(head);
	free(head);
	free(place);
}

/*
 * Under the uuid that the organisation has now, and under those that it had: a copy from
 * before it got another is an older copy too.  What was of an earlier version goes.
 */
static void save(struct store *store, const struct remembered_head *newest, const struct remembered *before)
{
	char *place = realpath(store->path, NULL);
	struct strings uuids = { 0 }, paths = { 0 };
	bool ok = true;
	size_t i;

	if (place) {
		read_uuids(store, &uuids);
		ok = save_beginning(newest, path_of_place(place), &paths);
	}
	for (i = 0; i < uuids.count && i < REMEMBERED_MOST; i++) {
		char *path = path_of_uuid(uuids.items[i], place);

		ok = path && write_file(path, newest) && ok;
		strings_take(&paths, path ? path : xstrdup(""));
	}
	for (i = 0; i < before->count && ok; i++)
		if (!strings_contain(&paths, before->heads[i].path))
			unlink(before->heads[i].path);
	strings_free(&paths);
	strings_free(&uuids);
	free(place);
}

void remember_head(struct store *store, bool accepted)
{
	struct remembered before;
	struct remembered_head newest = { .id = 0 };
	enum remembered_answer answer;
	int turn;

	/* Who only looks leaves nothing behind. */
	if (store->in_memory || store->look || store->failure.kind)
		return;
	turn = take_turn();
	/* The small file first: what it names was committed before the journal is read. */
	remembered_load(store, &before);
	if (read_newest(store, &newest)) {
		answer = accepted ? REMEMBERED_NOTHING : remembered_compare(store, &before);
		if (!store->failure.kind &&
			(answer == REMEMBERED_NOTHING ||
				(answer == REMEMBERED_STANDS && before.heads[before.at].id <= newest.id)))
			save(store, &newest, &before);
	}
	remembered_free(&before);
	if (turn >= 0)
		close(turn);
}

char *remembered_sentence(enum remembered_answer answer, const struct remembered *remembered)
{
	const struct remembered_head *head = &remembered->heads[remembered->at];

	switch (answer) {
	case REMEMBERED_OTHER_BEGINNING:
		return xasprintf(
			_("The journal's beginning is another than the one that this account saw (%.12s): the journal was made anew, or another file was put here."),
			head->first);
	case REMEMBERED_MISSING:
		return xasprintf(
			_("The entry that this account saw last (%.12s) is not in the journal: it was rewritten, or this is an older copy of the file."),
			head->newest);
	case REMEMBERED_UNREADABLE:
		return xstrdup(_(
			"What this account remembers of the journal cannot be read: an older copy of the file would not be noticed."));
	case REMEMBERED_NOTHING:
	case REMEMBERED_STANDS:
		break;
	}
	return NULL;
}

char *store_alarm(struct store *store)
{
	struct remembered remembered;
	char *sentence;

	remembered_load(store, &remembered);
	sentence = remembered_sentence(remembered_compare(store, &remembered), &remembered);
	remembered_free(&remembered);
	/* What could not be looked up is not missing. */
	if (store->failure.kind) {
		free(sentence);
		sentence = NULL;
	}
	return sentence;
}
