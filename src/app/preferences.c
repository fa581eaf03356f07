/*
 * What a person chose for the screen and wants again: columns, orders and named
 * filters of lists, in $XDG_STATE_HOME/noria/lists.  A line: kind, name, value,
 * separated by tabs.  What cannot be read is passed over: it is convenience, not data.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/lib.h"

#define LINES_MAX 2000

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

char *app_preference(const char *kind, const char *name)
{
	FILE *file = open_lists();
	char *line = NULL, *found = NULL, *parts[3];
	size_t size = 0;

	while (file && !found && xgetline(&line, &size, file) > 0)
		if (split(line, parts) && strcmp(parts[0], kind) == 0 && strcmp(parts[1], name) == 0)
			found = xstrdup(parts[2]);
	free(line);
	if (file)
		fclose(file);
	return found;
}

void app_preferences(
	const char *kind, const char *prefix, void (*each)(void *user, const char *name, const char *value), void *user)
{
	FILE *file = open_lists();
	char *line = NULL, *parts[3];
	size_t size = 0;

	while (file && xgetline(&line, &size, file) > 0)
		if (split(line, parts) && strcmp(parts[0], kind) == 0 && strncmp(parts[1], prefix, strlen(prefix)) == 0)
			each(user, parts[1], parts[2]);
	free(line);
	if (file)
		fclose(file);
}

static bool fits(const char *text)
{
	return !strpbrk(text, "\t\n") && text_is_valid(text, strlen(text));
}

void app_preference_set(const char *kind, const char *name, const char *value)
{
	char *path = environment_state("lists"), *beside = path ? xasprintf("%s.%ld", path, (long)getpid()) : NULL,
	     *line = NULL, *parts[3];
	FILE *old = open_lists(), *new;
	size_t size = 0, lines = 0;
	bool ok = true;

	if (!path || !fits(kind) || !fits(name) || (value && !fits(value)) || !(new = fopen(beside, "we"))) {
		if (old)
			fclose(old);
		free(beside);
		free(path);
		return;
	}
	if (value)
		ok = fprintf(new, "%s\t%s\t%s\n", kind, name, value) > 0;
	while (old && xgetline(&line, &size, old) > 0 && ++lines < LINES_MAX)
		if (split(line, parts) && (strcmp(parts[0], kind) != 0 || strcmp(parts[1], name) != 0))
			ok = fprintf(new, "%s\t%s\t%s\n", parts[0], parts[1], parts[2]) > 0 && ok;
	/* What could not be read is not forgotten. */
	ok = !(old && ferror(old)) && ok;
	ok = fclose(new) == 0 && ok;
	if (!ok || rename(beside, path) != 0)
		unlink(beside);
	if (old)
		fclose(old);
	free(line);
	free(beside);
	free(path);
}
