/*
 * The control checklist: the Statement of Applicability line by line, with the
 * progress by theme above it and a key for each answer.
 */
#include <stdlib.h>
#include <string.h>

#include "app/edition.h"
#include "tui/draw_figure.h"
#include "tui/browse.h"

const char *checklist_reason_letters(const char *reasons)
{
	static char marks[64];
	/* TRANSLATORS: one letter each, five different ones, for: law, contract, risk, business need, good practice */
	const char *letters = _("LCRBG");
	const struct choice *choice = register_field(register_find("applicability"), "reasons")->choices;
	struct strings keys = { 0 };
	size_t used = 0;

	if (reasons)
		strings_split(&keys, reasons);
	for (; choice->key && *letters; choice++) {
		size_t length = text_next(letters, 0);

		if (strings_contain(&keys, choice->key) && used + length < sizeof marks) {
			memcpy(marks + used, letters, length);
			used += length;
		}
		letters += length;
	}
	marks[used] = '\0';
	strings_free(&keys);
	return marks;
}

const char *checklist_cell(struct ui *ui, const struct row *row, size_t column, enum style *style)
{
	const struct cell *cell = &row->cells[column];

	(void)ui;
	switch (column) {
	case 0:
		*style = STYLE_ACCENT;
		return cell->text;
	case 2:
		if (!cell->value) {
			*style = STYLE_LATE;
			return "?";
		}
		*style = strcmp(cell->value, "yes") == 0 ? STYLE_GOOD : STYLE_DIM;
		return cell->text;
	case 3:
		return checklist_reason_letters(cell->value);
	case 4:
		if (cell->value && strcmp(cell->value, "implemented") == 0)
			*style = STYLE_GOOD;
		return cell->text;
	default:
		return cell->text;
	}
}

const char *const checklist_columns[] = { "control.number", "control", "applicable", "reasons", "status", "owner",
	"maturity", "justification" };

static void add_progress(void *user, const char *const values[3], int64_t count)
{
	struct progress *progress = user;
	struct theme_progress *theme = NULL;
	size_t i;

	if (!values[0])
		return;
	for (i = 0; i < progress->count; i++)
		if (strcmp(progress->themes[i].ref, values[0]) == 0)
			theme = &progress->themes[i];
	if (!theme) {
		progress->themes = xreallocarray(progress->themes, progress->count + 1, sizeof *progress->themes);
		theme = &progress->themes[progress->count++];
		memset(theme, 0, sizeof *theme);
		theme->ref = xstrdup(values[0]);
	}
	theme->total += count;
	if (values[1])
		theme->decided += count;
	if (values[1] && strcmp(values[1], "yes") == 0) {
		theme->applicable += count;
		if (values[2] && strcmp(values[2], "implemented") == 0)
			theme->implemented += count;
	}
}

static int by_ref(const void *a, const void *b)
{
	const struct theme_progress *x = a, *y = b;
	char *first = text_sort_key(x->ref), *second = text_sort_key(y->ref);
	int order = strcmp(first, second);

	free(first);
	free(second);
	return order;
}

/* Objectives of the older editions count for the domain that holds them. */
static bool roll_up(struct ui *ui, struct progress *progress, struct error *error)
{
	size_t i, j, kept = 0;

	for (i = 0; i < progress->count; i++) {
		struct record *record = store_record_by_ref(ui->store, progress->themes[i].ref, error);
		const char *parent = record ? record_get(record, "parent") : NULL;

		if (!record)
			return false;

		if (parent) {
			free(progress->themes[i].ref);
			progress->themes[i].ref = xstrdup(parent);
		}
		record_free(record);
	}
	for (i = 0; i < progress->count; i++) {
		struct theme_progress *theme = &progress->themes[i];

		for (j = 0; j < kept && strcmp(progress->themes[j].ref, theme->ref) != 0; j++)
			;
		if (j == kept) {
			progress->themes[kept++] = *theme;
			continue;
		}
		progress->themes[j].total += theme->total;
		progress->themes[j].decided += theme->decided;
		progress->themes[j].applicable += theme->applicable;
		progress->themes[j].implemented += theme->implemented;
		free(theme->ref);
	}
	progress->count = kept;
	return true;
}

/* Own controls are one line, told apart from the themes of the reference. */
static void add_own_progress(void *user, const char *const values[3], int64_t count)
{
	const char *const own[3] = { OWN_CATALOGUE ":", values[0], values[1] };

	add_progress(user, own, count);
}

static bool read_own_progress(struct ui *ui, struct progress *progress, struct error *error)
{
	struct query *query = query_soa(store_context(ui->store), SOA_OWN);
	size_t before = progress->count;
	bool ok;

	query->group[0] = "applicable";
	query->group[1] = "status";
	ok = store_aggregate(ui->store, query, add_own_progress, progress, error);
	query_free(query);
	if (progress->count > before)
		progress->themes[before].title = xstrdup(_("Own controls"));
	return ok;
}

static void free_progress(struct progress *progress)
{
	size_t i;

	for (i = 0; i < progress->count; i++) {
		free(progress->themes[i].ref);
		free(progress->themes[i].title);
	}
	free(progress->themes);
	memset(progress, 0, sizeof *progress);
}

static void read_progress(struct ui *ui, struct progress *known)
{
	struct query *query = query_soa(store_context(ui->store), SOA_REFERENCE);
	struct progress fresh = { 0 }, *progress = &fresh;
	struct error error = { 0 };
	bool ok;
	size_t i;

	query->group[0] = "control.theme";
	query->group[1] = "applicable";
	query->group[2] = "status";
	ok = store_aggregate(ui->store, query, add_progress, progress, &error) && roll_up(ui, progress, &error);
	query_free(query);
	if (progress->count)
		qsort(progress->themes, progress->count, sizeof *progress->themes, by_ref);
	for (i = 0; i < progress->count; i++)
		progress->themes[i].title = store_title(ui->store, progress->themes[i].ref);
	ok = ok && read_own_progress(ui, progress, &error);
	/* What could not be read is no progress: what was known stays. */
	if (ok) {
		free_progress(known);
		*known = fresh;
	} else {
		ui_error(ui, &error);
		error_clear(&error);
		free_progress(&fresh);
	}
	known->read = true;
}

void checklist_forget(struct progress *progress)
{
	free_progress(progress);
}

static char *theme_counts(const struct theme_progress *theme)
{
	/* TRANSLATORS: of a theme of the SoA: implemented of applicable controls, then decided of all */
	return xasprintf(_("%lld/%lld done, %lld/%lld decided"), (long long)theme->implemented,
		(long long)theme->applicable, (long long)theme->decided, (long long)theme->total);
}

/* As wide as the widest of them, so that the bars stand below each other. */
static int counts_width(const struct progress *progress)
{
	int widest = 0;
	size_t i;

	for (i = 0; i < progress->count; i++) {
		char *counts = theme_counts(&progress->themes[i]);

		if (text_columns(counts) > widest)
			widest = text_columns(counts);
		free(counts);
	}
	return widest;
}

/* "A.5 Organizational controls  #####.....  16/37 done, 37/37 decided" */
static void draw_theme(const struct theme_progress *theme, int row, int left, int width, int said)
{
	const char *colon = strchr(theme->ref, ':');
	const char *number = colon ? colon + 1 : theme->ref;
	char *title = xasprintf("%s%s%s", number, *number ? " " : "", theme->title ? theme->title : "");
	char *counts = theme_counts(theme);
	int bar = width >= 90 ? 20 : 10, label = width - bar - said - 4;

	if (label > 40)
		label = 40;
	draw_fill(row, left, width, STYLE_PLAIN);
	draw_text(row, left, label, STYLE_PLAIN, title, false);
	draw_progress(row, left + label + 1, bar, STYLE_GOOD, theme->implemented, theme->applicable);
	draw_text(row, left + label + bar + 3, said, theme->decided < theme->total ? STYLE_LATE : STYLE_PLAIN, counts,
		false);
	free(title);
	free(counts);
}

int checklist_draw_progress(struct ui *ui, struct progress *progress, int row, int left, int width, int most)
{
	int lines = 0, said;
	size_t i;

	if (!progress->read)
		read_progress(ui, progress);
	said = counts_width(progress);
	for (i = 0; i < progress->count && lines < most; i++, lines++) {
		/* Where there is no room for all, the own controls, last of all, are told rather than one more theme. */
		if (lines + 1 == most && strcmp(progress->themes[progress->count - 1].ref, OWN_CATALOGUE ":") == 0)
			i = progress->count - 1;
		draw_theme(&progress->themes[i], row + lines, left, width, said);
	}
	return lines;
}

char *checklist_unjustified(struct ui *ui, const struct meant *meant, const struct field_def *field)
{
	size_t lacking = 0, i;

	if (field != register_field(register_find("applicability"), "applicable"))
		return NULL;
	for (i = 0; i < meant->count; i++) {
		struct record *record = store_record(ui->store, meant->ids[i], NULL);
		const char *applicable = record ? record_get(record, "applicable") : NULL;

		lacking += applicable && strcmp(applicable, "no") == 0 && !record_get(record, "justification");
		record_free(record);
	}
	if (!lacking)
		return NULL;
	return xasprintf(
		/* TRANSLATORS: of marked controls that were just excluded; then two keys */
		ngettext("%zu of them has no justification: %s writes it for the marked ones, %s lists what lacks.",
			"%zu of them have no justification: %s writes it for the marked ones, %s lists what lacks.",
			lacking),
		lacking, command_key("justify", NULL), command_key("quality", NULL));
}
