/* What is exported of marked records: those, and no other. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/lib.h"

static char *exported(struct store *store, const char *what, const char *format, const int64_t *ids, size_t count)
{
	struct buffer text = { 0 };
	struct export_request request = {
		.what = what, .format = format, .target = &text, .ids = ids, .id_count = count
	};

	cr_assert(app_export_request(store, &request, NULL));
	return buffer_take(&text);
}

Test(export, marked_records_and_no_other)
{
	static const char *const formats[] = { "csv", "tsv", "json", "text", "html" }, *const what[] = { "risk",
		"risks" };
	char folder[] = "/tmp/noria-XXXXXX", *path, *ref, *warning;
	struct store_new options = { .organisation = "Test" };
	struct store *store;
	int64_t ids[2];

	cr_assert_not_null(mkdtemp(folder));
	path = xasprintf("%s/t.noria", folder);
	store = store_create(path, &options, NULL);
	cr_assert_not_null(store);
	for (int i = 0; i < 3; i++) {
		char *title = xasprintf("title=Number %d of the risks", i);

		cr_assert(app_add(
			store, register_find("risk"), (const char *const *)&title, 1, false, &ref, &warning, NULL));
		/* Marked from the last to the first. */
		if (i != 1)
			ids[i == 0] = store_find(store, ref, NULL);
		free(ref);
		free(warning);
		free(title);
	}
	for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++)
		for (size_t j = 0; j < 2; j++) {
			char *text;

			/* A report has fewer forms than a register. */
			if (j == 1 && (strcmp(formats[i], "tsv") == 0 || strcmp(formats[i], "json") == 0))
				continue;
			text = exported(store, what[j], formats[i], ids, 2);
			cr_expect(strstr(text, "Number 0") && strstr(text, "Number 2") && !strstr(text, "Number 1"),
				"%s as %s: %s", what[j], formats[i], text);
			free(text);
		}
	store_close(store);
	unlink(path);
	rmdir(folder);
	free(path);
}
