/* What a change of a scale would do, said while another program changes the scale. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/lib.h"

Test(scale, nothing_is_said_of_a_scale_that_is_another_by_now)
{
	static const char *const words[] = { "identifier=ten", "title=Ten by ten", "likelihoods=10", "impacts=10",
		"levels=2", "threshold=1" };
	const char *assignments[7];
	char folder[] = "/tmp/noria-XXXXXX", *path, *ref, *warning, *says;
	struct store_new options = { .organisation = "Test" };
	struct rescale rescale = { SCALE_LIKELIHOOD, 10, 10, false };
	struct buffer grid = { 0 };
	struct error error = { 0 };
	struct store *store;
	int i;

	cr_assert_not_null(mkdtemp(folder));
	path = xasprintf("%s/t.noria", folder);
	store = store_create(path, &options, NULL);
	cr_assert_not_null(store);
	buffer_add(&grid, "grid=");
	for (i = 0; i < 10; i++)
		buffer_add(&grid, "1 1 1 1 1 1 1 1 2 2\n");
	memcpy(assignments, words, sizeof words);
	assignments[6] = grid.data;
	cr_assert(app_add(store, register_find("method"), assignments, 7, false, &ref, &warning, NULL));
	free(ref);
	free(warning);
	assignments[0] = "method=ten";
	cr_assert(app_set(store, "ORG-1", assignments, 1, &warning, NULL));
	free(warning);
	says = app_rescale_says(store, &rescale, &error);
	cr_expect_not_null(says);
	free(says);
	/* It had nine levels when the question was begun. */
	rescale = (struct rescale){ SCALE_LIKELIHOOD, 9, 10, true };
	cr_expect_null(app_rescale_says(store, &rescale, &error));
	cr_expect_eq(error.kind, ERROR_CONFLICT);
	error_clear(&error);
	store_close(store);
	unlink(path);
	rmdir(folder);
	free(path);
	buffer_free(&grid);
}
