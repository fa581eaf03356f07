/*
 * make update-schema: what data/schema lacks of what the dictionary asks for.
 *
 *     noria-schema FOLDER
 *
 * Where the two agree, each migration gets the digest of the schema that it leaves behind, as its last
 * line.  Where they do not, and the newest migration is finished, the next one is begun with the SQL that
 * is wanted; a person reads it, says what becomes of the rows that are there, and calls again.  A digest
 * that is there is never rewritten: files in people's hands have that schema.  The schema that all of
 * them make is then written as one text, whole.sql, of which new files are made.
 */
#include <errno.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/internal.h"

/* The file of a migration: its name begins with the version's number.  NULL: there is none; the caller frees. */
static char *migration_path(const char *folder, int version)
{
	char *pattern = xasprintf("%s/%03d*.sql", folder, version), *path = NULL;
	glob_t found;

	if (glob(pattern, 0, NULL, &found) == 0) {
		path = xstrdup(found.gl_pathv[0]);
		globfree(&found);
	}
	free(pattern);
	return path;
}

static bool append(const char *path, const char *text)
{
	FILE *file = fopen(path, "a");
	bool ok = file && fputs(text, file) >= 0;

	if (file && fclose(file) != 0)
		ok = false;
	if (!ok)
		fprintf(stderr, "%s: %s\n", path, strerror(errno));
	return ok;
}

static bool apply(sqlite3 *db, const char *folder, int version, char digest[HASH_TEXT])
{
	char *path = migration_path(folder, version);
	bool ok = schema_apply(db, version - 1, version) && schema_digest(db, digest);

	if (!ok)
		fprintf(stderr, "%s: %s\n", path ? path : folder, sqlite3_errmsg(db));
	free(path);
	return ok;
}

/* The schema and the dictionary do not agree. */
static void begin_next(const char *folder, const char *sql)
{
	int version = schema_version();
	char *path, *text;

	if (!*migrations[version - 1].digest) {
		path = migration_path(folder, version);
		printf("After %s the dictionary still asks for:\n\n%s", path ? path : folder, sql);
		free(path);
		return;
	}
	path = xasprintf("%s/%03d.sql", folder, version + 1);
	text = xasprintf("-- Version %d: \n%s", version + 1, sql);
	if (append(path, text))
		printf("%s is new: read it, say what it is for and what becomes of the rows that are there,\n"
		       "and call make update-schema again.\n",
			path);
	free(path);
	free(text);
}

/* False, with a sentence: the migration is not what it was when its digest was taken. */
static bool stands(const char *folder, int version, const char *digest)
{
	const char *known = migrations[version - 1].digest;
	char *path;

	if (!*known || strcmp(known, digest) == 0)
		return true;
	path = migration_path(folder, version);
	fprintf(stderr,
		"%s was changed after its digest was taken.  If a release has it, put it back and write the next "
		"one;\nif none has, take its line \"-- blake2b\" away and call again.\n",
		path ? path : folder);
	free(path);
	return false;
}

static bool write_digest(const char *folder, int version, const char *digest)
{
	char *path = migration_path(folder, version), *line = xasprintf("-- blake2b %s\n", digest);
	bool ok = path && append(path, line);

	if (ok)
		printf("%s: %s", path, line);
	free(path);
	free(line);
	return ok;
}

static bool write_whole(const char *folder, sqlite3 *db)
{
	char *path = xasprintf("%s/whole.sql", folder), *schema = schema_text(db), *text = NULL;
	bool ok = schema != NULL;

	if (!ok)
		fprintf(stderr, "%s: %s\n", path, sqlite3_errmsg(db));
	else
		text = xasprintf(
			"-- What the migrations make, in one text: new files are made of it.  Written by \"make update-schema\".\n"
			"-- version %d\n%s",
			schema_version(), schema);
	if (ok && (whole_schema.version != schema_version() || strcmp(whole_schema.sql, text) != 0)) {
		if (remove(path) != 0 && errno != ENOENT) {
			fprintf(stderr, "%s: %s\n", path, strerror(errno));
			ok = false;
		} else if ((ok = append(path, text))) {
			printf("%s is the schema of version %d.\n", path, schema_version());
		}
	}
	free(text);
	free(schema);
	free(path);
	return ok;
}

int main(int argc, char **argv)
{
	int version, status = EXIT_FAILURE, versions = schema_version();
	char(*digests)[HASH_TEXT] = xcalloc((size_t)versions, sizeof *digests), *sql = NULL;
	sqlite3 *db = NULL;

	if (argc != 2) {
		fprintf(stderr, "usage: %s FOLDER\n", argv[0]);
		goto out;
	}
	if (sqlite3_open(":memory:", &db) != SQLITE_OK)
		goto out;
	for (version = 1; version <= versions; version++)
		if (!apply(db, argv[1], version, digests[version - 1]) ||
			!stands(argv[1], version, digests[version - 1]))
			goto out;
	sql = schema_compare(db);
	if (sql) {
		begin_next(argv[1], sql);
		goto out;
	}
	for (version = 1; version <= versions; version++)
		if (!*migrations[version - 1].digest && !write_digest(argv[1], version, digests[version - 1]))
			goto out;
	status = write_whole(argv[1], db) ? EXIT_SUCCESS : EXIT_FAILURE;
out:
	free(sql);
	sqlite3_close(db);
	free(digests);
	return status;
}
