/* The agenda's windows: whichever way they are read, the lines are the same, once each. */
#include "helper.h"

#define LINES 60
#define WINDOW 7

/* All refs from one end to the other, in windows; in the order of the list. */
static char *walk(struct agenda *agenda, bool backward)
{
	struct strings refs = { 0 };
	struct agenda_items items = { 0 };
	bool first = true;
	char *text;

	for (;;) {
		struct agenda_items more;
		const struct agenda_item *at = first ? NULL : &items.items[backward ? 0 : items.count - 1];
		size_t i;

		cr_assert(agenda_window(agenda,
			first      ? (backward ? WINDOW_LAST : WINDOW_FIRST)
			: backward ? WINDOW_BEFORE
				   : WINDOW_AFTER,
			at, WINDOW, &more, NULL));
		agenda_items_free(&items);
		items = more;
		first = false;
		if (!items.count)
			break;
		for (i = 0; i < items.count; i++)
			strings_add(&refs, items.items[backward ? items.count - 1 - i : i].ref);
	}
	agenda_items_free(&items);
	cr_expect_eq(refs.count, LINES);
	for (size_t i = 0; backward && i < refs.count / 2; i++) {
		char *swap = refs.items[i];

		refs.items[i] = refs.items[refs.count - 1 - i];
		refs.items[refs.count - 1 - i] = swap;
	}
	text = strings_join(&refs, " ");
	strings_free(&refs);
	return text;
}

Test(agenda, forwards_and_backwards_are_the_same_lines)
{
	static const char *const registers[] = { "risk", "action", "audit" }, *const fields[] = { "review", "due",
		"planned" };
	struct fixture fixture;
	struct agenda *agenda;
	struct agenda_items all, from;
	char *forwards, *backwards;

	fixture_open(&fixture);
	/* Few days, so that many lines stand on one: the order within a day is the sources', then the records'. */
	for (int i = 0; i < LINES; i++) {
		char day[11];

		snprintf(day, sizeof day, "2026-11-%02d", 10 + i % 4);
		fixture_add(&fixture, registers[i * 7 % 3], "title", "x", fields[i * 7 % 3], day, NULL);
	}
	fixture_add(&fixture, "action", "title", "done", "status", "done", "due", "2026-11-10", NULL);
	fixture_add(&fixture, "risk", "title", "without a day", NULL);
	agenda = agenda_open(fixture.store, NULL, NULL);
	cr_assert(agenda);
	forwards = walk(agenda, false);
	backwards = walk(agenda, true);
	cr_expect_str_eq(forwards, backwards);
	cr_expect_eq(agenda_count(agenda, false, NULL), LINES);
	/* From any line on comes that line. */
	cr_assert(agenda_window(agenda, WINDOW_FIRST, NULL, 1000, &all, NULL));
	cr_expect_eq(all.count, LINES);
	for (size_t i = 0; i < all.count; i++) {
		cr_assert(agenda_window(agenda, WINDOW_FROM, &all.items[i], 2, &from, NULL));
		cr_expect_str_eq(from.items[0].ref, all.items[i].ref);
		cr_expect(i + 1 == all.count || strcmp(from.items[1].ref, all.items[i + 1].ref) == 0);
		cr_expect(i == 0 || strcmp(all.items[i - 1].date, all.items[i].date) <= 0);
		agenda_items_free(&from);
	}
	agenda_items_free(&all);
	agenda_close(agenda);
	free(forwards);
	free(backwards);
	fixture_close(&fixture);
}

Test(agenda, every_date_of_the_dictionary_is_a_source_with_an_index)
{
	struct fixture fixture;
	struct due_source *sources;
	size_t count, i;

	fixture_open(&fixture);
	sources = due_sources(&count);
	cr_assert(count > 0);
	for (i = 0; i < count; i++) {
		cr_expect(sources[i].field->flags & FIELD_SORT, "%s.%s", sources[i].def->name, sources[i].field->name);
		cr_expect_eq(sources[i].field->type, &type_date);
	}
	free(sources);
	fixture_close(&fixture);
}
