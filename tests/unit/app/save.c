/* What a form writes at once: a name typed in two of its fields is one record. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/lib.h"

static int64_t people(struct store *store)
{
	struct query *query = query_new(register_find("person"));
	int64_t count = store_count(store, query, NULL);

	query_free(query);
	return count;
}

Test(save, a_new_name_in_two_fields_makes_one_record)
{
	char folder[] = "/tmp/noria-XXXXXX", *path;
	struct store_new options = { .organisation = "Test" };
	struct record *record;
	struct error error = { 0 };
	struct store *store;

	cr_assert_not_null(mkdtemp(folder));
	path = xasprintf("%s/t.noria", folder);
	store = store_create(path, &options, NULL);
	cr_assert_not_null(store);
	record = record_new(register_find("document"), "UTC");
	record_set(record, "title", "Charter");
	record_set(record, "owner", "+Ada Caller");
	record_set(record, "approver", "+caller, ADA");
	cr_assert(app_save(store, NULL, record, &error), "%s", error.message);
	cr_expect_str_eq(record_get(record, "owner"), "P-1");
	cr_expect_str_eq(record_get(record, "approver"), "P-1");
	cr_expect_eq(people(store), 1);
	record_free(record);
	/* So it is for a name that somebody bears by now. */
	record = record_new(register_find("review"), "UTC");
	record_set(record, "title", "Review");
	record_set(record, "chair", "+Ada  Caller");
	record_set(record, "participants", "+Bob Low,P-1,+bob low");
	cr_assert(app_save(store, NULL, record, &error), "%s", error.message);
	cr_expect_str_eq(record_get(record, "chair"), "P-1");
	cr_expect_str_eq(record_get(record, "participants"), "P-1,P-2");
	cr_expect_eq(people(store), 2);
	record_free(record);
	store_close(store);
	unlink(path);
	rmdir(folder);
	free(path);
}
