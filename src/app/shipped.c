/* What ships with the program and can be named: catalogues and risk methods. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "app/lib.h"

static int is_catalogue(const struct dirent *entry)
{
	size_t length = strlen(entry->d_name);

	return length > 4 && strcmp(entry->d_name + length - 4, ".xml") == 0;
}

void app_shipped_catalogues(struct strings *ids)
{
	char *folder = environment_data("catalogues");
	struct dirent **entries = NULL;
	int count = scandir(folder, &entries, is_catalogue, alphasort), i;

	for (i = 0; i < count; i++) {
		strings_take(ids, xstrndup(entries[i]->d_name, strlen(entries[i]->d_name) - 4));
		free(entries[i]);
	}
	free(entries);
	free(folder);
}

void app_shipped_methods(struct strings *ids)
{
	char *path = environment_data("methods/method.csv");

	table_first_column(path, ids);
	free(path);
}
