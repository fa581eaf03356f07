/* Paths that people type. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "tui/internal.h"

#define NAMES_MAX 1000

char *path_of(const char *text)
{
	const char *home = getenv("HOME");

	return text[0] == '~' && text[1] == '/' && home ? xasprintf("%s%s", home, text + 1) : xstrdup(text);
}

/* The names of a folder that begin so. */
static void find_names(const char *place, const char *start, struct strings *found)
{
	DIR *folder = opendir(*place ? place : ".");
	struct dirent *entry;

	while (folder && (entry = readdir(folder)) && found->count < NAMES_MAX)
		if (strncmp(entry->d_name, start, strlen(start)) == 0 && (entry->d_name[0] != '.' || *start == '.') &&
			text_is_valid(entry->d_name, strlen(entry->d_name)) && strcmp(entry->d_name, ".") != 0 &&
			strcmp(entry->d_name, "..") != 0)
			strings_take(found, xasprintf("%s%s", entry->d_name, entry->d_type == DT_DIR ? "/" : ""));
	if (folder)
		closedir(folder);
}

char *path_complete(const char *folder, const char *text)
{
	const char *slash = strrchr(text, '/'), *start = slash ? slash + 1 : text;
	char *before = xstrndup(text, (size_t)(start - text)), *named = path_of(before),
	     *place = *named == '/' ? xstrdup(named) : xasprintf("%s/%s", folder, named), *whole = NULL;
	struct strings found = { 0 };
	size_t common, i;

	find_names(place, start, &found);
	if (found.count) {
		common = strlen(found.items[0]);
		for (i = 1; i < found.count; i++)
			while (strncmp(found.items[0], found.items[i], common) != 0)
				common--;
		while (common && ((unsigned char)found.items[0][common] & 0xc0) == 0x80)
			common--;
		whole = xasprintf("%.*s%.*s", (int)(start - text), text, (int)common, found.items[0]);
	}
	strings_free(&found);
	free(before);
	free(named);
	free(place);
	return whole;
}
