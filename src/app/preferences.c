/*
 * What a person chose for the screen and wants again: columns, orders and filters of
 * lists, in $XDG_STATE_HOME/noria/lists.  A line: kind, name, value, separated by tabs;
 * the name begins with the uuid of the organisation.  What cannot be read is passed over:
 * it is convenience, not data.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/lib.h"

#define LINES_MAX 2000

/* The file as it was read last, three parts a line: a view that opens asks for several. */
static struct strings parts_known;
static bool is_known;

static bool split(char *line, char *parts[3])
{
	char *rest = line;
	int i;

	line[strcspn(line, "\n")] = '\0';
	if (!text_is_valid(line, strlen(line)))
		return false;
	for (i = 0; i < 3; i++) {
		parts[i] = strsep(&rest, "\t");
		if (!parts[i])
			return false;
	}
	return true;
}

static FILE *open_lists(void)
{
	char *path = environment_state("lists");
	FILE *file = path ? fopen(path, "re") : NULL;

	free(path);
	return file;
}

/* The name under which it is kept for this organisation: two on one account do not mix.  Caller frees. */
static char *name_here(struct store *store, const char *name)
{
	const char *uuid = store_context(store)->organisation_uuid;

	return xasprintf("%s/%s", uuid ? uuid : "", name);
}

static void forget(void)
{
	strings_free(&parts_known);
	is_known = false;
}

/* The parts of all lines. */
static const struct strings *know(void)
{
	FILE *file = is_known ? NULL : open_lists();
	char *line = NULL, *parts[3];
	size_t size = 0, lines = 0;
	int i;

	while (file && ++lines < LINES_MAX && xgetline(&line, &size, file) > 0)
		for (i = 0; i < 3 && (i > 0 || split(line, parts)); i++)
			strings_add(&parts_known, parts[i]);
	is_known = true;
	free(line);
	if (file)
		fclose(file);
	return &parts_known;
}

/* It holds until the file is written. */
static const char *find(const char *kind, const char *name)
{
	const struct strings *known = know();
	size_t i;

	for (i = 0; i < known->count; i += 3)
		if (strcmp(known->items[i], kind) == 0 && strcmp(known->items[i + 1], name) == 0)
			return known->items[i + 2];
	return NULL;
}

/* For this organisation: then that of all files is no other one. */
static bool is_kept(struct store *store, const char *kind, const char *name)
{
	char *here = name_here(store, name);
	bool kept = find(kind, here) != NULL;

	free(here);
	return kept;
}

char *app_preference(struct store *store, const char *kind, const char *name)
{
	char *here = name_here(store, name);
	const char *found = find(kind, here);

	free(here);
	/* Earlier versions kept one for all files. */
	if (!found)
		found = find(kind, name);
	return found ? xstrdup(found) : NULL;
}

void app_preferences(struct store *store, const char *kind, const char *prefix,
	void (*each)(void *user, const char *name, const char *value), void *user)
{
	char *here = name_here(store, prefix);
	const struct strings *known = know();
	size_t skip = strlen(here) - strlen(prefix), i;

	for (i = 0; i < known->count; i += 3) {
		char *const *parts = &known->items[i];

		if (strcmp(parts[0], kind) != 0)
			continue;
		if (strncmp(parts[1], here, strlen(here)) == 0)
			each(user, parts[1] + skip, parts[2]);
		else if (strncmp(parts[1], prefix, strlen(prefix)) == 0 && !is_kept(store, kind, parts[1]))
			each(user, parts[1], parts[2]);
	}
	free(here);
}

static bool fits(const char *text)
{
	return !strpbrk(text, "\t\n") && text_is_valid(text, strlen(text));
}

/* The line of that kind under either of two names. */
static bool is_line(char *const parts[3], const char *kind, const char *name, const char *other)
{
	return strcmp(parts[0], kind) == 0 && (strcmp(parts[1], name) == 0 || (other && strcmp(parts[1], other) == 0));
}

static bool copy_others(FILE *old, FILE *new, const char *kind, const char *name, const char *other)
{
	char *line = NULL, *parts[3];
	size_t size = 0, lines = 0;
	bool ok = true;

	while (old && xgetline(&line, &size, old) > 0 && ++lines < LINES_MAX)
		if (split(line, parts) && !is_line(parts, kind, name, other))
			ok = fprintf(new, "%s\t%s\t%s\n", parts[0], parts[1], parts[2]) > 0 && ok;
	free(line);
	/* What could not be read is not forgotten. */
	return !(old && ferror(old)) && ok;
}

/* value NULL: the lines of both names go; else only the first one's, which is written anew. */
static void set(const char *kind, const char *name, const char *other, const char *value)
{
	char *path = environment_state("lists"), *beside = path ? xasprintf("%s.%ld", path, (long)getpid()) : NULL;
	FILE *old = open_lists(), *new = beside ? fopen(beside, "we") : NULL;
	bool ok = true;

	if (new) {
		if (value)
			ok = fprintf(new, "%s\t%s\t%s\n", kind, name, value) > 0;
		ok = copy_others(old, new, kind, name, value ? NULL : other) && ok;
		ok = fclose(new) == 0 && ok;
		if (!ok || rename(beside, path) != 0)
			unlink(beside);
	}
	if (old)
		fclose(old);
	free(beside);
	free(path);
	forget();
}

void app_preference_set(struct store *store, const char *kind, const char *name, const char *value)
{
	char *here;

	/* Who only looks leaves nothing behind, here neither. */
	if (store_is_look(store) || !fits(kind) || !fits(name) || (value && !fits(value)))
		return;
	here = name_here(store, name);
	set(kind, here, name, value);
	free(here);
}
