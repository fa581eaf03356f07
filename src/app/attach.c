/* Evidence attached to its record, and taken out again as it was. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/lib.h"

static bool read_whole(const char *path, struct buffer *bytes, struct error *error)
{
	int file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK); /* a pipe must not be waited for */
	struct stat status;
	char block[65536];
	ssize_t count = 0;

	if (file < 0)
		return error_set(error, ERROR_UNAVAILABLE, _("%s cannot be read: %s."), path, strerror(errno));
	if (fstat(file, &status) != 0) {
		error_set(error, ERROR_SYSTEM, _("%s cannot be read: %s."), path, strerror(errno));
		close(file);
		return false;
	}
	if (!S_ISREG(status.st_mode)) {
		close(file);
		return error_set(error, ERROR_INVALID, _("%s is no ordinary file."), path);
	}
	while (bytes->length <= ATTACHMENT_MAX && (count = read(file, block, sizeof block)) > 0)
		buffer_add_bytes(bytes, block, (size_t)count);
	if (count < 0)
		error_set(error, ERROR_SYSTEM, _("%s cannot be read: %s."), path, strerror(errno));
	close(file);
	return count >= 0;
}

/* The last part of a path, as far as a field may hold it. */
static char *file_name(const char *path)
{
	const char *slash = strrchr(path, '/');
	char *name = text_printable(slash ? slash + 1 : path, false);

	return name;
}

static struct record *evidence(struct store *store, const char *ref, struct error *error)
{
	struct record *record = store_record_by_ref(store, ref, error);

	if (record && !(record->def->flags & REGISTER_ATTACHMENT)) {
		error_set(error, ERROR_INVALID,
			_("%s is no evidence; files are attached to records of the register of evidence."),
			record->ref);
		record_free(record);
		return NULL;
	}
	return record;
}

bool app_attach(struct store *store, const char *ref, const char *path, struct error *error)
{
	struct buffer bytes = { 0 };
	struct action *action = read_whole(path, &bytes, error) ? action_begin(store, "set", error) : NULL;
	/* Read within the action: what somebody wrote a moment ago stays. */
	struct record *record = action ? evidence(store, ref, error) : NULL;
	char hex[HASH_TEXT], size[32], *name;
	bool ok = record && action_attach(action, bytes.data ? bytes.data : "", bytes.length, hex, error);

	if (ok) {
		name = file_name(path);
		snprintf(size, sizeof size, "%zu", bytes.length);
		record_set(record, "kind", "attached");
		record_set(record, "file", name);
		record_set(record, "sha256", hex);
		record_set(record, "size", size);
		free(name);
		ok = action_set(action, NULL, record, error);
	}
	if (ok)
		ok = action_commit(action, error);
	else if (action)
		action_rollback(action);
	buffer_free(&bytes);
	record_free(record);
	return ok;
}

bool app_extract(
	struct store *store, const char *ref, const char *path, bool replace, char **written, struct error *error)
{
	struct record *record = evidence(store, ref, error);
	const char *hex = record ? record_get(record, "sha256") : NULL,
		   *name = record ? record_get(record, "file") : NULL;
	struct buffer bytes = { 0 };
	struct output *output;
	struct stat status;
	char *place;
	bool ok = false;

	*written = NULL;
	if (!record)
		return false;
	if (!hex) {
		error_set(error, ERROR_INVALID, _("Nothing is attached to %s."), record->ref);
		record_free(record);
		return false;
	}
	/* Into a folder it goes under its own name: the last part of it only, and no hidden file. */
	if (stat(path, &status) == 0 && S_ISDIR(status.st_mode)) {
		char *plain = file_name(name ? name : record->ref);

		place = xasprintf("%s/%s", path, *plain && *plain != '.' ? plain : record->ref);
		free(plain);
	} else {
		place = xstrdup(path);
	}
	if (store_attachment(store, hex, &bytes, error) &&
		app_may_write(store, place, replace ? REPLACE_ANY : REPLACE_NOTHING, NULL, NULL, error) &&
		(output = output_open(place, replace, error))) {
		store_read_release(store);
		output_write(output, bytes.data ? bytes.data : "", bytes.length);
		ok = output_end(output, error);
	}
	if (ok)
		*written = xstrdup(place);
	free(place);
	buffer_free(&bytes);
	record_free(record);
	return ok;
}
