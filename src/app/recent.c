/* Files opened lately, for the start screen. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/lib.h"

#define RECENT_MAX 10

void app_recent(struct strings *paths)
{
	char *name = environment_state("recent"), *line = NULL;
	FILE *file = name ? fopen(name, "re") : NULL;
	size_t size = 0;
	ssize_t length;

	free(name);
	if (!file)
		return;
	while (paths->count < RECENT_MAX && (length = xgetline(&line, &size, file)) > 0) {
		if (line[length - 1] == '\n')
			line[length - 1] = '\0';
		if (line[0] == '/' && text_is_valid(line, strlen(line)) && access(line, F_OK) == 0 &&
			!strings_contain(paths, line))
			strings_add(paths, line);
	}
	free(line);
	fclose(file);
}

void app_recent_add(const char *path)
{
	char *whole = realpath(path, NULL), *name, *beside;
	struct strings paths = { 0 };
	FILE *file;
	size_t i;

	if (!whole || strchr(whole, '\n')) {
		free(whole);
		return;
	}
	strings_add(&paths, whole);
	app_recent(&paths);
	name = environment_state("recent");
	beside = name ? xasprintf("%s.%ld", name, (long)getpid()) : NULL;
	file = beside ? fopen(beside, "we") : NULL;
	if (file) {
		bool ok = true;

		for (i = 0; i < paths.count && i < RECENT_MAX; i++)
			ok = fprintf(file, "%s\n", paths.items[i]) > 0 && ok;
		ok = fclose(file) == 0 && ok;
		if (!ok || rename(beside, name) != 0)
			unlink(beside);
	}
	free(beside);
	free(name);
	free(whole);
	strings_free(&paths);
}
