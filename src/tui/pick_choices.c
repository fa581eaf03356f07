/* Pickers of what a field may hold: its choices, and the records of a register. */
#include <stdlib.h>
#include <string.h>

#include "tui/pick.h"

/* ---- choices of a field ---- */

struct choices {
	struct choice *list; /* owned */
	struct strings details;
	picked then;
	touched touched;
	void *user;
};

static void fill_choices(struct ui *ui, const char *typed, struct pick_items *items, void *user)
{
	struct choices *choices = user;
	size_t i;

	(void)ui;
	for (i = 0; choices->list[i].key; i++) {
		bool numbered = choices->list[i].key[0] >= '0' && choices->list[i].key[0] <= '9';
		char *label = numbered ? xasprintf("%s %s", choices->list[i].key, choices->list[i].label)
				       : xstrdup(choices->list[i].label);
		bool offered = pick_offer(items, typed, choices->list[i].key, label, NULL);

		if (offered && i < choices->details.count)
			pick_detail(items, choices->details.items[i]);
		free(label);
	}
}

static void choice_taken(struct ui *ui, const char *value, void *user)
{
	struct choices *choices = user;

	choices->then(ui, value, choices->user);
}

static void choices_touched(struct ui *ui, const char *in, const char *out, void *user)
{
	struct choices *choices = user;

	choices->touched(ui, in, out, choices->user);
}

static void release_choices(void *user)
{
	struct choices *choices = user;

	choices_free(choices->list);
	strings_free(&choices->details);
	free(choices);
}

/* Copies the list and what is told of each. */
static struct choices *choices_new(const struct choice *list, const char *const *details)
{
	struct choices *choices = xcalloc(1, sizeof *choices);
	size_t count = 0, i;

	while (list[count].key)
		count++;
	choices->list = xcalloc(count + 1, sizeof *choices->list);
	for (i = 0; i < count; i++) {
		choices->list[i].key = xstrdup(list[i].key);
		choices->list[i].label = xstrdup(list[i].label);
		if (details)
			strings_add(&choices->details, details[i] ? details[i] : "");
	}
	return choices;
}

void choice_view_open(struct ui *ui, const char *title, const struct choice *list, const char *const *details,
	const char *value, bool several, const char *typed, picked then, void *user)
{
	struct choices *choices = choices_new(list, details);
	struct pick pick = { .title = title,
		.several = several,
		.value = value,
		.typed = typed,
		.fill = fill_choices,
		.then = choice_taken,
		.user = choices,
		.release = release_choices };

	choices->then = then;
	choices->user = user;
	pick_view_open(ui, &pick);
}

void choice_view_open_many(struct ui *ui, const char *title, const struct choice *list, const char *value,
	const char *some, touched then, void *user)
{
	struct choices *choices = choices_new(list, NULL);
	struct pick pick = { .title = title,
		.several = true,
		.value = value,
		.some = some,
		.fill = fill_choices,
		.touched = choices_touched,
		.user = choices,
		.release = release_choices };

	choices->touched = then;
	choices->user = user;
	pick_view_open(ui, &pick);
}

/* ---- records ---- */

struct records {
	const struct register_def *def;
	picked then;
	touched touched;
	bool or_none;
	void *user;
};

static char *record_label(const char *ref, const char *title, int width)
{
	char *padded = text_pad(ref, width, false), *label = xasprintf("%s  %s", padded, title);

	free(padded);
	return label;
}

static void fill_records(struct ui *ui, const char *typed, struct pick_items *items, void *user)
{
	struct records *records = user;
	struct found_list found;
	struct error error = { 0 };
	int width = 0;
	size_t i;

	if (!store_suggest(ui->store, records->def, typed, 200, &found, &error)) {
		pick_fail(items, &error);
		return;
	}
	/* The titles stand below one another. */
	for (i = 0; i < found.count; i++)
		if (text_columns(found.items[i].ref) > width)
			width = text_columns(found.items[i].ref);
	for (i = 0; i < found.count; i++) {
		char *label = record_label(found.items[i].ref, found.items[i].title, width);

		pick_add(items, found.items[i].ref, label, NULL);
		free(label);
	}
	if (records->or_none && found.count)
		pick_offer(items, typed, "", _("(empty)"), NULL);
	found_free(&found);
}

static char *name_record(struct ui *ui, const char *key, void *user)
{
	char *title = *key == '+' ? NULL : store_title(ui->store, key), *label;

	(void)user;
	label = *key == '+' ? xstrdup(key + 1) : xasprintf("%s  %s", key, title ? title : "");
	free(title);
	return label;
}

static void record_taken(struct ui *ui, const char *value, void *user)
{
	struct records *records = user;

	records->then(ui, value, records->user);
}

static void records_touched(struct ui *ui, const char *in, const char *out, void *user)
{
	struct records *records = user;

	records->touched(ui, in, out, records->user);
}

/* Takes `records` over. */
static void open_records(struct ui *ui, struct pick *pick, struct records *records)
{
	pick->fill = fill_records;
	pick->name = name_record;
	pick->user = records;
	pick->release = free;
	pick->offers_new = register_title(records->def) && records->def->prefix;
	if (pick->offers_new)
		pick->empty = records->def == register_people()
				      ? _("Nobody is in the file yet: type a name, and {pick} makes that person.")
				      : _("Nothing is there to choose yet: type a name, and {pick} makes it.");
	pick_view_open(ui, pick);
}

void picker_view_open(struct ui *ui, const char *title, const struct register_def *def, const char *value, bool several,
	const char *typed, picked then, void *user)
{
	struct records *records = xcalloc(1, sizeof *records);
	struct pick pick = { .title = title, .several = several, .value = value, .typed = typed, .then = record_taken };

	*records = (struct records){ .def = def, .then = then, .user = user };
	open_records(ui, &pick, records);
}

void picker_view_open_or_none(
	struct ui *ui, const char *title, const struct register_def *def, const char *value, picked then, void *user)
{
	struct records *records = xcalloc(1, sizeof *records);
	struct pick pick = { .title = title, .value = value, .then = record_taken };

	*records = (struct records){ .def = def, .then = then, .or_none = true, .user = user };
	open_records(ui, &pick, records);
}

void picker_view_open_many(struct ui *ui, const char *title, const struct register_def *def, const char *value,
	const char *some, touched then, void *user)
{
	struct records *records = xcalloc(1, sizeof *records);
	struct pick pick = {
		.title = title, .several = true, .value = value, .some = some, .touched = records_touched
	};

	*records = (struct records){ .def = def, .touched = then, .user = user };
	open_records(ui, &pick, records);
}
