/* Finding things to do and to open: help, menu, palette, search over the file. */
#include <stdlib.h>
#include <string.h>

#include "tui/pick.h"
#include "tui/rows.h"

#define KEYS_WIDTH 9
#define LABEL_WIDTH 25
#define HELP_COLUMN (2 + KEYS_WIDTH + 1 + LABEL_WIDTH + 2)

/* The view for whose sake help or a menu is asked: the one on top. */
static struct place place_of(struct ui *ui)
{
	return ui_top(ui) ? ui_top(ui)->place : (struct place){ .name = "browse" };
}

/* All keys that run the command here: "Down j". */
static char *all_keys(const struct command *command, const struct place *place)
{
	struct strings keys = { 0 };
	char *text;

	command_keys(command, place, &keys);
	text = keys.count ? strings_join(&keys, " ") : xstrdup("");
	strings_free(&keys);
	return text;
}

/* A table of three columns: keys or a label that are longer than theirs have a line of their own above. */
static void add_command(struct buffer *text, const struct command *command, const struct place *place)
{
	char *keys = all_keys(command, place), *padded, *label;
	bool long_keys = text_columns(keys) > KEYS_WIDTH, long_label = text_columns(_(command->label)) > LABEL_WIDTH;

	if (long_keys)
		buffer_printf(text, "  %s\n", keys);
	padded = text_pad(long_keys ? "" : keys, KEYS_WIDTH, false);
	if (long_label)
		buffer_printf(text, "  %s %s\n", padded, _(command->label));
	label = text_pad(long_label ? "" : _(command->label), LABEL_WIDTH, false);
	if (long_label) {
		free(padded);
		padded = text_pad("", KEYS_WIDTH, false);
	}
	buffer_printf(text, "  %s %s  %s\n", padded, label, _(command->help));
	free(padded);
	free(keys);
	free(label);
}

static bool is_told(const struct command *command, const struct place *place, bool here)
{
	return (command->where != NULL) == here && command_applies(command, place);
}

/* By groups, in the order in which the table names them first. */
static void add_commands(struct buffer *text, const struct place *place, bool here)
{
	struct strings groups = { 0 };
	size_t i, j;

	for (i = 0; commands[i].name; i++) {
		const char *group = commands[i].group;

		if (!is_told(&commands[i], place, here) || strings_contain(&groups, group))
			continue;
		strings_add(&groups, group);
		buffer_printf(text, "%s%s\n", text->length ? "\n" : "", _(group));
		for (j = i; commands[j].name; j++)
			if (is_told(&commands[j], place, here) && strcmp(commands[j].group, group) == 0)
				add_command(text, &commands[j], place);
	}
	strings_free(&groups);
}

/* What the marks of the view mean. */
static void add_legend(struct buffer *text, const char *const *legend)
{
	if (legend)
		buffer_printf(text, "%s\n", _("Marks"));
	for (; legend && *legend; legend++)
		buffer_printf(text, "  %s\n", _(*legend));
}

void help_view_open(struct ui *ui)
{
	struct place place = place_of(ui);
	struct buffer text = { 0 };

	add_legend(&text, ui_top(ui) ? ui_top(ui)->ops->legend : NULL);
	add_commands(&text, &place, true);
	buffer_printf(&text, "%s%s\n", text.length ? "\n" : "", _("Everywhere"));
	add_commands(&text, &place, false);
	pager_view_open_table(ui, _("What the keys do"), buffer_take(&text), HELP_COLUMN);
}

/* How well a name answers what was typed: 4 the same, 3 it begins so, 2 a word of it does, 1 letters in their order, 0 not. */
static int match(const char *text, const char *typed)
{
	char *a = text_fold_typed(text), *b = text_fold_typed(typed);
	size_t length = strlen(b);
	const char *c = a, *d;
	int level = 1;

	for (d = b; *d && level; d++) {
		if (*d == ' ')
			continue;
		c = strchr(c, *d);
		level = c != NULL;
		if (c)
			c++;
	}
	if (level && strcmp(a, b) == 0)
		level = 4;
	else if (level && strncmp(a, b, length) == 0)
		level = 3;
	for (c = a; level == 1 && (c = strstr(c, b)); c++)
		if (c > a && c[-1] == ' ')
			level = 2;
	free(a);
	free(b);
	return level;
}

/* The better of two names: the one shown, and the one of the command line. */
static int match_either(const char *label, const char *name, const char *typed)
{
	int a = match(label, typed), b = match(name, typed);

	return a > b ? a : b;
}

struct menu {
	struct place place;
	const struct register_def
		*def; /* of the list that is seen, whose refs may be told by their number; NULL: none */
	bool palette;
};

static void add_record(struct pick_items *items, const struct found *found, const char *note)
{
	char *key = xasprintf("record:%lld", (long long)found->id),
	     *label = xasprintf("%s  %s", found->ref, found->title);

	pick_add(items, key, label, note);
	free(key);
	free(label);
}

/* Those whose ref or title has a word that begins with what was typed, or the others; not the one that stands there already. */
static void add_records(
	struct pick_items *items, const struct found_list *found, const char *typed, bool named, int64_t there)
{
	size_t i;

	for (i = 0; i < found->count; i++)
		if (found->items[i].id != there &&
			(match_either(found->items[i].title, found->items[i].ref, typed) >= 2) == named)
			add_record(items, &found->items[i], _(found->items[i].def->label));
}

/* The commands of the place, or those of everywhere, that answer what was typed so well. */
static void fill_commands(const struct menu *menu, const char *typed, int level, bool here, struct pick_items *items)
{
	size_t i;

	for (i = 0; commands[i].name; i++) {
		const char *pressed = command_key_name(&commands[i], &menu->place);
		char *key;

		if ((commands[i].where != NULL) != here || !command_applies(&commands[i], &menu->place) ||
			commands[i].flags & COMMAND_UNLISTED ||
			match_either(_(commands[i].label), commands[i].name, typed) != level)
			continue;
		key = xasprintf("command:%s", commands[i].name);
		pick_add(items, key, _(commands[i].label), pressed ? key_shown(pressed) : NULL);
		free(key);
	}
}

/* The record of that ref, or of that number in the register that is seen; NULL: none. */
static struct record *find_ref(struct ui *ui, const struct menu *menu, const char *typed)
{
	bool number = !typed[strspn(typed, "0123456789")];
	char *ref = number && menu->def && menu->def->prefix ? xasprintf("%s-%s", menu->def->prefix, typed)
							     : xstrdup(typed);
	int64_t id = store_find(ui->store, ref, NULL);

	free(ref);
	return id ? store_record(ui->store, id, NULL) : NULL;
}

/* What is typed whole stands first: a word of the palette (":q"), a ref.  Gives the record that it is, 0: none. */
static int64_t add_whole(struct ui *ui, const struct menu *menu, const char *typed, struct pick_items *items)
{
	char *word = xasprintf(":%s", typed), *key;
	const struct command *command = command_for_key(&menu->place, word);
	struct record *record = ui->store ? find_ref(ui, menu, typed) : NULL;
	int64_t id = record ? record->id : 0;

	if (command) {
		key = xasprintf("command:%s", command->name);
		pick_add(items, key, _(command->label), word);
		free(key);
	}
	if (record) {
		char *title = store_title(ui->store, record->ref);
		struct found found = { .id = id, .ref = record->ref, .title = title ? title : record->ref };

		add_record(items, &found, _(record->def->label));
		free(title);
	}
	record_free(record);
	free(word);
	return id;
}

static void fill(struct ui *ui, const char *typed, struct pick_items *items, void *user)
{
	struct menu *menu = user;
	struct found_list found;
	struct error error = { 0 };
	int64_t there = menu->palette && *typed ? add_whole(ui, menu, typed, items) : 0;
	int level;
	size_t i;

	/* The best first; within one level commands, registers, reports, in their own order.  What is possible here goes before where one may go. */
	for (level = 4; level > 0; level--) {
		fill_commands(menu, typed, level, true, items);
		fill_commands(menu, typed, level, false, items);
		for (i = 0; menu->palette && dictionary[i]; i++) {
			char *key;

			if (match_either(_(dictionary[i]->plural), dictionary[i]->name, typed) != level)
				continue;
			key = xasprintf("register:%s", dictionary[i]->name);
			pick_add(items, key, _(dictionary[i]->plural), _("register"));
			free(key);
		}
		for (i = 0; menu->palette && *typed && reports[i]; i++) {
			char *key;

			if (reports[i]->about || match_either(_(reports[i]->label), reports[i]->name, typed) != level)
				continue;
			key = xasprintf("report:%s", reports[i]->name);
			pick_add(items, key, _(reports[i]->label), _("report"));
			free(key);
		}
	}
	if (!menu->palette)
		return;
	/* Who types a word of a title wants that record before those whose text holds it. */
	if (!*typed)
		return;
	if (!store_search(ui->store, typed, NULL, 200, &found, &error)) {
		if (items->count)
			ui_error(ui, &error);
		pick_fail(items, &error);
		return;
	}
	add_records(items, &found, typed, true, there);
	add_records(items, &found, typed, false, there);
	found_free(&found);
}

static void taken(struct ui *ui, const char *value, void *user)
{
	int64_t id;

	(void)user;
	if (!value)
		return;
	if (strncmp(value, "command:", 8) == 0)
		ui_command(ui, command_find(value + 8));
	else if (strncmp(value, "register:", 9) == 0)
		list_view_open(ui, query_new(register_find(value + 9)), NULL);
	else if (strncmp(value, "report:", 7) == 0)
		export_view_open_what(ui, value + 7);
	else if (strncmp(value, "record:", 7) == 0 && number_parse_integer(value + 7, &id))
		record_view_open(ui, id);
}

static void open_menu(struct ui *ui, bool palette)
{
	struct menu *menu = xcalloc(1, sizeof *menu);
	const struct view *view = ui_top(ui);
	struct pick pick = {
		.title = palette ? _("Palette") : _("Menu"), .fill = fill, .then = taken, .user = menu, .release = free
	};

	menu->place = place_of(ui);
	menu->def = view && view->ops->list ? view->ops->list(view)->query->def : NULL;
	menu->palette = palette;
	pick_view_open(ui, &pick);
}

void palette_view_open(struct ui *ui)
{
	open_menu(ui, true);
}

void menu_view_open(struct ui *ui)
{
	open_menu(ui, false);
}

/* ---- search over the whole file ---- */

static void fill_found(struct ui *ui, const char *typed, struct pick_items *items, void *user)
{
	struct found_list found;
	struct error error = { 0 };
	size_t i, j;

	(void)user;
	if (!*typed)
		return;
	if (!store_search(ui->store, typed, NULL, 200, &found, &error)) {
		pick_fail(items, &error);
		return;
	}
	/* Register by register, in the dictionary's order. */
	for (i = 0; dictionary[i]; i++)
		for (j = 0; j < found.count; j++)
			if (found.items[j].def == dictionary[i])
				add_record(items, &found.items[j], _(dictionary[i]->plural));
	found_free(&found);
}

void search_view_open(struct ui *ui)
{
	struct pick pick = { .title = _("Search the file"),
		.empty = _("Type words; what holds all of them is found, in every register."),
		.fill = fill_found,
		.then = taken };

	pick_view_open(ui, &pick);
}
