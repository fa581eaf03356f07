/* What of the list of quality a filter lets through, and which registers a check asks. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "model/quality.h"

static struct model_context context = { .method = { .threshold = 2, .scales = { [SCALE_RISK] = { .count = 4 } } } };

/* Whether the lines of the first check in that register pass; *part as the filter says. */
static bool passes(const char *filter, const char *name, enum quality_part *part)
{
	struct query *query = query_new(&register_quality);
	struct error error = { 0 };
	bool ok;

	cr_assert(query_parse(query, &context, filter, &error), "%s: %s", filter, error.message);
	ok = quality_passes(quality_next(NULL), register_find(name), query, part, &error);
	cr_expect_eq(error.kind, 0, "%s: %s", filter, error.message);
	query_free(query);
	return ok;
}

static void is_refused(const char *filter)
{
	struct query *query = query_new(&register_quality);
	struct error error = { 0 };
	enum quality_part part;

	cr_assert(query_parse(query, &context, filter, &error), "%s: %s", filter, error.message);
	cr_expect_not(quality_passes(quality_next(NULL), register_find("risk"), query, &part, &error), "%s", filter);
	cr_expect_eq(error.kind, ERROR_USAGE, "%s", filter);
	error_clear(&error);
	query_free(query);
}

Test(quality, a_filter_goes_by_check_and_register)
{
	char *mine = xasprintf("check=%s register=risk", quality_next(NULL)->name),
	     *others = xasprintf("check!=%s", quality_next(NULL)->name);
	enum quality_part part = QUALITY_ALL;

	cr_expect(quality_passes(quality_next(NULL), register_find("risk"), NULL, &part, NULL));
	cr_expect_eq(part, QUALITY_OPEN);
	cr_expect(passes(mine, "risk", &part));
	cr_expect_not(passes(mine, "asset", &part));
	cr_expect_not(passes(others, "risk", &part));
	cr_expect(passes("register!=asset", "risk", &part));
	cr_expect_not(passes("register!=asset", "asset", &part));
	cr_expect_eq(part, QUALITY_OPEN);
	free(mine);
	free(others);
}

Test(quality, a_filter_goes_by_what_is_set_aside)
{
	enum quality_part part;

	cr_expect(passes("set_aside!=", "risk", &part));
	cr_expect_eq(part, QUALITY_ASIDE);
	cr_expect(passes("set_aside= register=risk", "risk", &part));
	cr_expect_eq(part, QUALITY_OPEN);
}

Test(quality, what_a_filter_asks_otherwise_is_refused)
{
	is_refused("title=Theft");
	is_refused("title=");
	is_refused("check~a");
	is_refused("check=a or check=b");
	is_refused("set_aside=yes");
	is_refused("set_aside= or set_aside!=");
}

static bool has(const struct query *query, enum operator op)
{
	size_t i;

	for (i = 0; i < query->condition_count; i++)
		if (query->conditions[i].op == op)
			return true;
	return false;
}

Test(quality, each_part_of_a_check_is_its_filter_with_or_without_waivers)
{
	static const struct {
		enum quality_part part;
		bool aside, not_aside;
	} parts[] = { { QUALITY_OPEN, false, true }, { QUALITY_ASIDE, true, false }, { QUALITY_ALL, false, false } };
	const struct quality_check *check = quality_next(NULL);
	size_t i;

	for (i = 0; i < sizeof parts / sizeof parts[0]; i++) {
		struct query *query = quality_query(check, register_find(check->of), &context, parts[i].part);

		cr_assert(query);
		cr_expect_eq(has(query, OP_ASIDE), parts[i].aside);
		cr_expect_eq(has(query, OP_NOT_ASIDE), parts[i].not_aside);
		query_free(query);
	}
}

Test(quality, a_check_asks_its_register_or_all_but_one)
{
	const struct quality_check *check;
	size_t of = 0, but = 0;

	for (check = quality_next(NULL); check; check = quality_next(check)) {
		const char *other = check->of && strcmp(check->of, "risk") == 0 ? "asset" : "risk";

		if (check->of) {
			cr_expect(quality_may_set_aside(check, register_find(check->of)), "%s", check->name);
			cr_expect_not(quality_may_set_aside(check, register_find(other)), "%s", check->name);
			of++;
		} else if (check->but) {
			cr_expect_not(quality_may_set_aside(check, register_find(check->but)), "%s", check->name);
			cr_expect(quality_may_set_aside(check, register_find("asset")), "%s", check->name);
			cr_expect_null(quality_query(check, register_find(check->but), &context, QUALITY_OPEN));
			but++;
		} else {
			cr_expect(quality_may_set_aside(check, register_find("asset")), "%s", check->name);
		}
	}
	cr_expect(of && but);
}
