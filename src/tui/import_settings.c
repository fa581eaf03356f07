/* What is said of a table before it is imported: how each thing stands, and how another is chosen. */
#include <stdlib.h>
#include <string.h>

#include "tui/importing.h"
#include "tui/pick.h"

#define ROWS_SHOWN 30 /* among which the one with the names is chosen */
#define LEFT_OUT "-"
#define IS_REF ">ref"
#define IS_IDENTITY ">identity"
#define IS_UUID ">uuid"

/* ---- how things stand ---- */

const char *setting_label(enum setting setting)
{
	static const char *const labels[SETTINGS] = {
		[SET_REGISTER] = N_("Register"),
		[SET_SHEET] = N_("Sheet"),
		[SET_HEADER] = N_("Names in row"),
		[SET_NOTES] = N_("How it was read"),
		[SET_DATES] = N_("Dates"),
		[SET_DECIMAL] = N_("Decimals"),
		[SET_KEY] = N_("Known again by"),
		[SET_MATCH] = N_("In the file already"),
		[SET_CREATE] = N_("Add those that lack"),
		[SET_SOURCE] = N_("Their refs are of"),
		[SET_GOOD] = N_("Refused rows"),
	};

	return _(labels[setting]);
}

const char *setting_help(enum setting setting)
{
	static const char *const helps[SETTINGS] = {
		[SET_REGISTER] = N_("Whose records the rows are."),
		[SET_SHEET] = N_("The sheet of the workbook that is read."),
		[SET_HEADER] = N_("The row that names the columns; what stands above it is passed over."),
		[SET_NOTES] = N_(
			"What is to be known of how the file was read; a character set that is not right can be chosen."),
		[SET_DATES] = N_("Which of two numbers is the day, in columns that do not show it."),
		[SET_DECIMAL] = N_("Which sign stands before decimals, in columns that do not show it."),
		[SET_KEY] = N_(
			"A row is the record of its uuid or ref; where it has none, the one with the same value here."),
		[SET_MATCH] = N_("What becomes of a record that a row is about and that the file has already."),
		[SET_CREATE] =
			N_("Registers in which a name that no record bears makes one; else such a row is refused."),
		[SET_SOURCE] =
			N_("Refs that are none of ours are kept with this word before them, and known again by it."),
		[SET_GOOD] = N_(
			"Whether one row that cannot be taken stops all, or is left out and written to a table beside."),
	};

	return _(helps[setting]);
}

static const char *match_label(enum import_match match)
{
	return match == MATCH_SKIP   ? _("leave it as it is")
	       : match == MATCH_STOP ? _("refuse the row")
				     : _("update it");
}

/* The plural of each register, in which names make records. */
static char *created(const struct strings *names)
{
	struct strings labels = { 0 };
	char *text;
	size_t i;

	for (i = 0; i < names->count; i++)
		strings_add(&labels, _(register_find(names->items[i])->plural));
	text = labels.count ? strings_join(&labels, ", ") : xstrdup(_("no"));
	strings_free(&labels);
	return text;
}

static char *key_label(const struct import_plan *plan)
{
	char *known = import_plan_known_by(plan);

	return known ? known : xstrdup(_("ref alone"));
}

char *setting_value(const struct importing *import, enum setting setting)
{
	const struct import_plan *plan = import->plan;

	switch (setting) {
	case SET_REGISTER:
		return xstrdup(plan->def ? _(plan->def->plural) : _("not known"));
	case SET_SHEET:
		return xstrdup(plan->sheet);
	case SET_HEADER:
		if (!plan->header)
			return xasprintf(ngettext("none, %zu row", "none, %zu rows", plan->rows), plan->rows);
		/* TRANSLATORS: the number of a row, and how many follow it */
		return xasprintf(ngettext("%ld, %zu row below it", "%ld, %zu rows below it", plan->rows), plan->header,
			plan->rows);
	case SET_NOTES:
		return xstrdup(importing_said(import, plan->notes.items[0]));
	case SET_DATES:
		return xstrdup(import->given.order == ORDER_DAY_FIRST     ? _("day first")
			       : import->given.order == ORDER_MONTH_FIRST ? _("month first")
									  : _("not said yet"));
	case SET_DECIMAL:
		return xstrdup(import->given.decimal == SIGN_COMMA   ? _("comma")
			       : import->given.decimal == SIGN_POINT ? _("point")
								     : _("not said yet"));
	case SET_KEY:
		return key_label(plan);
	case SET_MATCH:
		return xstrdup(match_label(plan->on_match));
	case SET_CREATE:
		return created(&plan->create);
	case SET_SOURCE:
		return xstrdup(plan->source);
	default:
		return xstrdup(plan->only_good ? _("left out, the good ones are taken") : _("stop all"));
	}
}

/* ---- another is chosen ---- */

static void changed(struct ui *ui, struct view *view, bool ok, struct error *error)
{
	struct importing *import = view->data;

	if (ok) {
		import->touched = true;
		import->kept = false;
	} else {
		ui_error(ui, error);
	}
	error_clear(error);
	importing_arrange(import);
	view->dirty = true;
}

static void register_taken(struct ui *ui, const char *value, void *user)
{
	struct view *view = user;
	struct error error = { 0 };

	if (value)
		changed(ui, view,
			import_plan_set_register(((struct importing *)view->data)->plan, register_find(value), &error),
			&error);
}

static void offer_register(struct pick_items *items, const char *typed, const struct register_def *def, size_t fit)
{
	/* TRANSLATORS: of the columns of a table, those that a register has fields for */
	char *note = fit ? xasprintf(ngettext("knows %zu column", "knows %zu columns", fit), fit) : NULL;

	if (!def->made && pick_offer(items, typed, def->name, _(def->plural), note))
		pick_detail(items, _(def->help));
	free(note);
}

/* Those that know most of the columns come first; of as many, the one on whose list the import was begun. */
static void fill_registers(struct ui *ui, const char *typed, struct pick_items *items, void *user)
{
	const struct importing *import = ((struct view *)user)->data;
	size_t count = register_index(NULL), *fits = xcalloc(count, sizeof *fits), most = 0, fit, i;
	size_t from = import->from ? register_index(import->from) : count;

	(void)ui;
	import_plan_likely(import->plan, fits);
	for (i = 0; i < count; i++)
		most = fits[i] > most ? fits[i] : most;
	for (fit = most + 1; fit-- > 0;) {
		if (from < count && fits[from] == fit)
			offer_register(items, typed, dictionary[from], fit);
		for (i = 0; i < count; i++)
			if (i != from && fits[i] == fit)
				offer_register(items, typed, dictionary[i], fit);
	}
	free(fits);
}

static void sheet_taken(struct ui *ui, const char *value, void *user)
{
	struct view *view = user;
	struct error error = { 0 };

	if (value)
		changed(ui, view, import_plan_set_sheet(((struct importing *)view->data)->plan, value, &error), &error);
}

static void fill_sheets(struct ui *ui, const char *typed, struct pick_items *items, void *user)
{
	const struct import_plan *plan = ((struct importing *)((struct view *)user)->data)->plan;
	size_t i;

	(void)ui;
	for (i = 0; i < plan->sheets.count; i++)
		pick_offer(items, typed, plan->sheets.items[i], plan->sheets.items[i], NULL);
}

static void header_taken(struct ui *ui, const char *value, void *user)
{
	struct view *view = user;
	struct error error = { 0 };

	if (value)
		changed(ui, view,
			import_plan_set_header(((struct importing *)view->data)->plan,
				strcmp(value, "0") == 0 ? IMPORT_NO_HEADER : strtol(value, NULL, 10), &error),
			&error);
}

static void fill_rows(struct ui *ui, const char *typed, struct pick_items *items, void *user)
{
	const struct import_plan *plan = ((struct importing *)((struct view *)user)->data)->plan;
	size_t i;
	long line;

	(void)ui;
	for (i = 0; i < ROWS_SHOWN; i++) {
		char *cells = import_plan_row(plan, i, &line), *label, *key;

		if (!cells)
			break;
		label = xasprintf("%3ld  %s", line, cells);
		key = xasprintf("%ld", line);
		if (line)
			pick_offer(items, typed, key, label, NULL);
		free(cells);
		free(label);
		free(key);
	}
	/* TRANSLATORS: of the rows of a table, which has the names: none */
	pick_offer(items, typed, "0", _("none: the first row is a record"), NULL);
}

static void key_taken(struct ui *ui, const char *value, void *user)
{
	struct view *view = user;
	struct import_plan *plan = ((struct importing *)view->data)->plan;
	struct error error = { 0 };

	if (!value)
		return;
	plan->by_ref_only = strcmp(value, IS_REF) == 0;
	plan->key = plan->by_ref_only || strcmp(value, IS_IDENTITY) == 0 ? NULL : register_field(plan->def, value);
	changed(ui, view, true, &error);
}

/* What tells the records of the register apart where nobody says anything else. */
static char *known_apart(const struct import_plan *plan)
{
	struct import_plan unsaid = *plan;

	unsaid.key = NULL;
	unsaid.by_ref_only = false;
	return key_label(&unsaid);
}

static void fill_keys(struct ui *ui, const char *typed, struct pick_items *items, void *user)
{
	const struct import_plan *plan = ((struct importing *)((struct view *)user)->data)->plan;
	const struct field_def *title = register_title(plan->def);
	size_t i;

	(void)ui;
	if (plan->def->identity) {
		char *known = known_apart(plan);

		pick_offer(items, typed, IS_IDENTITY, known, NULL);
		free(known);
	}
	if (title)
		pick_offer(items, typed, title->name, _(title->label), NULL);
	for (i = 0; i < plan->column_count; i++)
		/* Of a name in two columns the first offers the field. */
		if (plan->columns[i].use == USE_FIELD && plan->columns[i].field != title &&
			!field_is_list(plan->columns[i].field) &&
			(!plan->columns[i].beside || plan->columns[i].beside > i + 1))
			pick_offer(items, typed, plan->columns[i].field->name, _(plan->columns[i].field->label), NULL);
	pick_offer(items, typed, IS_REF, _("ref alone"), NULL);
}

static void created_taken(struct ui *ui, const char *value, void *user)
{
	struct view *view = user;
	struct import_plan *plan = ((struct importing *)view->data)->plan;
	struct error error = { 0 };

	if (!value)
		return;
	strings_free(&plan->create);
	strings_split(&plan->create, value);
	changed(ui, view, true, &error);
}

static void fill_created(struct ui *ui, const char *typed, struct pick_items *items, void *user)
{
	const struct import_plan *plan = ((struct importing *)((struct view *)user)->data)->plan;
	struct strings seen = { 0 };
	size_t i;

	(void)ui;
	for (i = 0; i < plan->column_count; i++) {
		const struct import_column *column = &plan->columns[i];
		const struct register_def *target = column->use == USE_FIELD && field_is_reference(column->field)
							    ? register_find(column->field->target)
							    : NULL;

		if (!target || target->made || strings_contain(&seen, target->name))
			continue;
		strings_add(&seen, target->name);
		pick_offer(items, typed, target->name, _(target->plural), NULL);
	}
	strings_free(&seen);
}

static void source_taken(struct ui *ui, const char *text, void *user)
{
	struct view *view = user;
	struct import_plan *plan = ((struct importing *)view->data)->plan;
	struct error error = { 0 };

	if (!text || !*text)
		return;
	free(plan->source);
	plan->source = xstrdup(text);
	plan->source_given = true;
	changed(ui, view, true, &error);
}

void setting_choose(struct ui *ui, struct view *view, enum setting setting)
{
	struct import_plan *plan = ((struct importing *)view->data)->plan;
	char *created = strings_join(&plan->create, ","), *header = xasprintf("%ld", plan->header);
	const struct field_def *title = plan->def ? register_title(plan->def) : NULL;
	struct pick pick = { .title = setting_label(setting), .user = view };

	switch (setting) {
	case SET_REGISTER:
		pick.fill = fill_registers;
		pick.then = register_taken;
		pick.value = plan->def ? plan->def->name : NULL;
		break;
	case SET_SHEET:
		pick.fill = fill_sheets;
		pick.then = sheet_taken;
		pick.value = plan->sheet;
		break;
	case SET_HEADER:
		pick.fill = fill_rows;
		pick.then = header_taken;
		pick.value = header;
		break;
	case SET_NOTES:
		pager_view_open(ui, setting_label(setting), strings_join(&plan->notes, "\n"));
		break;
	case SET_KEY:
		pick.fill = fill_keys;
		pick.then = key_taken;
		pick.value = plan->by_ref_only     ? IS_REF
			     : plan->key           ? plan->key->name
			     : plan->def->identity ? IS_IDENTITY
			     : title               ? title->name
						   : NULL;
		break;
	case SET_CREATE:
		pick.fill = fill_created;
		pick.then = created_taken;
		pick.several = true;
		pick.value = created;
		break;
	case SET_SOURCE:
		prompt_open(ui, _("What their refs are called by:"), plan->source, source_taken, view);
		break;
	default:
		setting_turn(ui, view, setting);
	}
	if (pick.fill)
		pick_view_open(ui, &pick);
	free(created);
	free(header);
}

bool setting_turn(struct ui *ui, struct view *view, enum setting setting)
{
	struct import_plan *plan = ((struct importing *)view->data)->plan;
	struct error error = { 0 };

	switch (setting) {
	case SET_DATES:
		dates_turn(ui, view);
		return true;
	case SET_DECIMAL:
		decimal_turn(ui, view);
		return true;
	case SET_MATCH:
		plan->on_match = plan->on_match == MATCH_UPDATE ? MATCH_SKIP
				 : plan->on_match == MATCH_SKIP ? MATCH_STOP
								: MATCH_UPDATE;
		break;
	case SET_GOOD:
		plan->only_good = !plan->only_good;
		break;
	default:
		return false;
	}
	changed(ui, view, true, &error);
	return true;
}

void dates_turn(struct ui *ui, struct view *view)
{
	struct importing *import = view->data;
	struct error error = { 0 };
	bool day_first =
		import->given.order == ORDER_LOCALE ? date_day_first() : import->given.order != ORDER_DAY_FIRST;

	import->given.order = day_first ? ORDER_DAY_FIRST : ORDER_MONTH_FIRST;
	import_plan_set_reading(import->plan, import->given);
	changed(ui, view, true, &error);
	ui_message(ui, day_first ? _("The day is first in dates that may be two days; {day-or-month} turns it.")
				 : _("The month is first in dates that may be two days; {day-or-month} turns it."));
}

void decimal_turn(struct ui *ui, struct view *view)
{
	struct importing *import = view->data;
	struct error error = { 0 };
	bool comma = import->given.decimal == SIGN_EITHER ? number_comma_first() : import->given.decimal != SIGN_COMMA;

	import->given.decimal = comma ? SIGN_COMMA : SIGN_POINT;
	import_plan_set_reading(import->plan, import->given);
	changed(ui, view, true, &error);
	ui_message(ui, comma ? _("The comma is before decimals in numbers that may be two; {decimal-sign} turns it.")
			     : _("The point is before decimals in numbers that may be two; {decimal-sign} turns it."));
}

/* ---- which field a column is ---- */

struct of_column {
	struct view *view;
	size_t column;
};

static void field_taken(struct ui *ui, const char *value, void *user)
{
	struct of_column *of = user;
	struct import_plan *plan = ((struct importing *)of->view->data)->plan;
	const struct field_def *field = value ? register_field(plan->def, value) : NULL;
	struct error error = { 0 };

	if (!value)
		return;
	if (strcmp(value, LEFT_OUT) == 0)
		import_plan_skip_column(plan, of->column, &error);
	else if (strcmp(value, IS_REF) == 0)
		import_plan_set_column(plan, of->column, USE_REF, NULL);
	else if (strcmp(value, IS_UUID) == 0)
		import_plan_set_column(plan, of->column, USE_UUID, NULL);
	else if (field)
		import_plan_set_column(plan, of->column, USE_FIELD, field);
	changed(ui, of->view, true, &error);
}

/* The column that is it by now: taking it from there leaves that one unknown. */
static char *taken_by(const struct of_column *of, enum column_use use, const struct field_def *field)
{
	const struct import_plan *plan = ((struct importing *)of->view->data)->plan;
	size_t i;

	for (i = 0; i < plan->column_count; i++)
		if (i != of->column && plan->columns[i].use == use && plan->columns[i].field == field)
			return xasprintf(_("column %s"), plan->columns[i].letter);
	return NULL;
}

static void offer(struct pick_items *items, const char *typed, const struct of_column *of, const char *key,
	enum column_use use, const struct field_def *field)
{
	char *note = taken_by(of, use, field);
	const char *label = field ? _(field->label) : use == USE_REF ? _("Ref") : "uuid";

	if (pick_offer(items, typed, key, label, note) && field && field->help)
		pick_detail(items, _(field->help));
	free(note);
}

static void fill_fields(struct ui *ui, const char *typed, struct pick_items *items, void *user)
{
	const struct of_column *of = user;
	const struct import_plan *plan = ((struct importing *)of->view->data)->plan;
	const struct register_def *def = plan->def;
	const struct field_def *either[2] = { NULL, NULL };
	size_t i;

	(void)ui;
	/* What its heading may be stands first. */
	for (i = 0; i < 2 && import_plan_either(plan, of->column, either); i++)
		offer(items, typed, of, either[i]->name, USE_FIELD, either[i]);
	pick_offer(items, typed, LEFT_OUT, _("leave it out"), NULL);
	for (i = 0; i < def->field_count; i++)
		if (&def->fields[i] != either[0] && &def->fields[i] != either[1] &&
			!(def->fields[i].flags &
				(FIELD_DERIVED | FIELD_INVERSE | FIELD_INTERNAL | FIELD_HIDDEN | FIELD_BY_PROGRAM)))
			offer(items, typed, of, def->fields[i].name, USE_FIELD, &def->fields[i]);
	offer(items, typed, of, IS_REF, USE_REF, NULL);
	offer(items, typed, of, IS_UUID, USE_UUID, NULL);
}

void column_choose(struct ui *ui, struct view *view, size_t column)
{
	const struct import_plan *plan = ((struct importing *)view->data)->plan;
	const struct import_column *it = &plan->columns[column];
	const struct field_def *either[2];
	struct of_column *of = xcalloc(1, sizeof *of);
	char *heading = text_cut(*it->heading ? it->heading : it->letter, 40),
	     /* TRANSLATORS: the heading of a column */
		*title = xasprintf(_("What is %s?"), heading);
	struct pick pick = { .title = title,
		.value = it->use == USE_FIELD                       ? it->field->name
			 : it->use == USE_REF                       ? IS_REF
			 : it->use == USE_UUID                      ? IS_UUID
			 : import_plan_either(plan, column, either) ? either[0]->name
								    : LEFT_OUT,
		.fill = fill_fields,
		.then = field_taken,
		.user = of,
		.release = free };

	*of = (struct of_column){ view, column };
	pick_view_open(ui, &pick);
	free(heading);
	free(title);
}
