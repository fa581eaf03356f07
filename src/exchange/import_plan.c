/*
 * A table before it is imported: what it is taken for, put right by whoever looks at it, tried
 * without a trace, and done as one step.  The command line asks nothing in between.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "exchange/csv.h"
#include "exchange/import.h"

/* "risks (1)" and "risks - Copie" are copies of risks, which systems and browsers call so.  The caller frees. */
static char *stem_of(const char *base, size_t length)
{
	static const char *const copies[] = { " - copy", " - copie", " - kopie", " copy", " copie" };
	size_t i, digits = length;

	if (length > 3 && base[length - 1] == ')') {
		for (digits = length - 1; digits && base[digits - 1] >= '0' && base[digits - 1] <= '9'; digits--)
			;
		if (digits > 2 && digits < length - 1 && base[digits - 1] == '(' && base[digits - 2] == ' ')
			length = digits - 2;
	}
	for (i = 0; i < sizeof copies / sizeof copies[0]; i++) {
		size_t more = strlen(copies[i]);

		if (length > more && strncasecmp(base + length - more, copies[i], more) == 0) {
			length -= more;
			break;
		}
	}
	return xstrndup(base, length);
}

static struct import_plan *plan_new(struct store *store, const char *path, const struct import_options *options)
{
	struct import_plan *plan = xcalloc(1, sizeof *plan);
	const char *slash = strrchr(path, '/'), *base = slash ? slash + 1 : path, *dot = strrchr(base, '.');
	size_t i;

	plan->details = xcalloc(1, sizeof *plan->details);
	plan->details->store = store;
	plan->details->path = xstrdup(path);
	plan->details->encoding = xstrdup(options->encoding);
	plan->details->language = options->language;
	plan->details->given = options->given;
	plan->input = xstrdup(strcmp(path, "-") == 0 ? _("standard input") : path);
	plan->on_match = options->on_match;
	plan->only_good = options->only_good;
	plan->source_given = options->source != NULL;
	if (options->source)
		plan->source = xstrdup(options->source);
	else
		plan->source = strcmp(path, "-") == 0
				       ? xstrdup("-")
				       : stem_of(base, dot && dot > base ? (size_t)(dot - base) : strlen(base));
	for (i = 0; options->create && i < options->create->count; i++)
		strings_add(&plan->create, options->create->items[i]);
	for (i = 0; options->skip && i < options->skip->count; i++)
		strings_add(&plan->details->spoken_for, options->skip->items[i]);
	for (i = 0; options->map && i < options->map->count; i++) {
		const char *equals = strrchr(options->map->items[i], '=');

		if (equals)
			strings_take(&plan->details->spoken_for,
				xstrndup(options->map->items[i], (size_t)(equals - options->map->items[i])));
	}
	return plan;
}

void import_plan_free(struct import_plan *plan)
{
	if (!plan)
		return;
	import_columns_free(plan);
	grid_free(&plan->details->grid);
	strings_free(&plan->details->reasons);
	strings_free(&plan->details->spoken_for);
	free(plan->details->unfolded);
	free(plan->details->left_out);
	strings_free(&plan->details->covered);
	strings_free(&plan->details->words);
	import_below_forget(plan);
	free(plan->details->path);
	free(plan->details->encoding);
	free(plan->details);
	strings_free(&plan->sheets);
	strings_free(&plan->notes);
	strings_free(&plan->create);
	free(plan->sheet);
	free(plan->source);
	free(plan->input);
	free(plan);
}

static void copy_strings(struct strings *to, const struct strings *from)
{
	size_t i;

	strings_free(to);
	for (i = 0; i < from->count; i++)
		strings_add(to, from->items[i]);
}

/* What the grid says of itself. */
static bool take_grid(struct import_plan *plan, struct error *error)
{
	struct import_details *details = plan->details;

	copy_strings(&plan->sheets, &details->grid.sheets);
	copy_strings(&plan->notes, &details->grid.notes);
	free(plan->sheet);
	plan->sheet = xstrdup(details->grid.sheet);
	import_rows_forget(plan);
	details->header = 0;
	if (!details->grid.count)
		return error_set_at(error, ERROR_INVALID, plan->input, 1,
			_("The table is empty; its first row must name the fields."));
	return true;
}

static bool read_grid(struct import_plan *plan, const char *sheet, struct error *error)
{
	struct grid_options options = { plan->details->encoding, sheet, plan->details->seen };
	struct grid grid;

	if (!grid_read(plan->details->path, &options, &grid, error))
		return false;
	grid_free(&plan->details->grid);
	plan->details->grid = grid;
	return take_grid(plan, error);
}

/* The grid as it was read, before it is looked at anew. */
static void fold(struct import_plan *plan)
{
	if (!grid_is_wide(&plan->details->grid))
		return;
	import_matrix_close(plan);
	import_rows_forget(plan);
}

static bool find_columns(struct import_plan *plan, struct error *error)
{
	const struct strings *said = &plan->details->spoken_for;
	size_t i;

	import_columns_find(plan);
	for (i = 0; i < said->count; i++) {
		size_t place = import_column_named(plan, said->items[i]);

		if (place < plan->column_count)
			plan->columns[place].spoken_for = true;
	}
	if (!import_matrix_open(plan, error))
		return false;
	if (grid_is_wide(&plan->details->grid)) {
		import_rows_forget(plan);
		import_columns_find(plan);
		import_matrix_found(plan);
	}
	return true;
}

static bool settle(struct import_plan *plan, struct error *error)
{
	fold(plan);
	import_guess_header(plan);
	return find_columns(plan, error);
}

bool import_plan_set_register(struct import_plan *plan, const struct register_def *def, struct error *error)
{
	if (def->made)
		return error_set(error, ERROR_INVALID, _("%s are made by the program alone."), _(def->plural));
	if (plan->def != def)
		plan->key = NULL;
	plan->def = def;
	return settle(plan, error);
}

/* What an SoA that is a table holds: the answers to controls. */
static const struct register_def *of_statement(void)
{
	size_t i;

	for (i = 0; dictionary[i]; i++)
		if (!dictionary[i]->made && register_answers(dictionary[i]))
			return dictionary[i];
	return NULL;
}

/* Whether a column of a wide table that is not one of the wide ones is known. */
static bool knows_any(const struct import_plan *plan)
{
	size_t i;

	for (i = 0; i < plan->column_count; i++)
		if (plan->columns[i].use == USE_FIELD && !grid_is_made(&plan->details->grid, i))
			return true;
	return false;
}

/*
 * A table that no register is plainly like may be the wide one of a register, known by its first column alone; so may one
 * of letters of which a row looks like names of columns.  Else it is of the register that it was taken for (NULL: none).
 */
static bool find_wide(struct import_plan *plan, struct error *error)
{
	const struct register_def *taken = plan->def;
	size_t i;

	for (i = 0; dictionary[i]; i++) {
		if (!import_matrix_may_be(dictionary[i], taken != NULL))
			continue;
		plan->def = dictionary[i];
		if (!settle(plan, error))
			return false;
		if (grid_is_wide(&plan->details->grid) && knows_any(plan))
			return true;
	}
	plan->def = taken;
	return settle(plan, error);
}

/* The register of --as, or the one that the table shows; NULL without an error: it is not plain. */
static bool find_register(struct import_plan *plan, const char *as, bool *several, struct error *error)
{
	const struct register_def *def;

	if (as) {
		as += strncmp(as, "csv:", 4) == 0 ? 4 : 0;
		def = strcmp(as, "soa") == 0 ? of_statement() : import_register_called(as);
		if (!def)
			return error_set(
				error, ERROR_USAGE, _("There is no register %s; `noria help list` names them."), as);
		plan->def = def;
	} else {
		fold(plan);
		import_guess_register(plan, several);
	}
	if (!settle(plan, error))
		return false;
	if (as || *several || (plan->def && (!plan->details->header || plan->details->header_given)))
		return true;
	return find_wide(plan, error);
}

static bool find_key(struct import_plan *plan, const char *key, struct error *error)
{
	if (!key)
		return true;
	if (strcmp(key, "ref") == 0) {
		plan->by_ref_only = true;
		return true;
	}
	plan->key = register_field(plan->def, key);
	if (plan->key && !field_is_list(plan->key))
		return true;
	return error_set(error, ERROR_USAGE, _("There is no field %s in %s by which rows could be matched."), key,
		_(plan->def->plural));
}

static bool set_header(struct import_plan *plan, long line, struct error *error)
{
	struct import_details *details = plan->details;
	struct grid *grid = &details->grid;
	size_t row;

	fold(plan);
	if (line == IMPORT_NO_HEADER) {
		grid_add_top(grid);
		import_rows_forget(plan);
		line = 0;
	}
	for (row = 0; row < grid->count && grid->rows[row].line != line; row++)
		;
	if (row == grid->count)
		return error_set_at(error, ERROR_USAGE, plan->input, line, _("There is nothing in this row."));
	plan->details->header = row;
	plan->details->header_given = true;
	return true;
}

bool import_plan_set_header(struct import_plan *plan, long line, struct error *error)
{
	return set_header(plan, line, error) && find_columns(plan, error);
}

bool import_plan_set_sheet(struct import_plan *plan, const char *sheet, struct error *error)
{
	const struct register_def *before = plan->def;
	bool several;

	if (!read_grid(plan, sheet, error))
		return false;
	plan->details->header_given = false;
	import_guess_register(plan, &several);
	plan->def = plan->def ? plan->def : before;
	if (plan->def != before)
		plan->key = NULL;
	return settle(plan, error);
}

/* For the command line, which cannot ask: a register there must be. */
static bool know_register(const struct import_plan *plan, bool several, struct error *error)
{
	char *fits;

	if (plan->def)
		return true;
	if (!several)
		return error_set(error, ERROR_INVALID,
			_("Which register %s holds is not plain from its name or its columns: for a table say --as=REGISTER, as in --as=risk."),
			plan->input);
	fits = import_guess_fits(plan);
	/* TRANSLATORS: an input; the words for registers, parted by commas */
	error_set(error, ERROR_INVALID, _("The header of %s fits several registers (%s); say --as=REGISTER."),
		plan->input, fits);
	free(fits);
	return false;
}

struct import_plan *import_plan_begin(struct store *store, const char *input, const struct import_options *options,
	bool shipped, bool seen, struct error *error)
{
	struct import_plan *plan = plan_new(store, input, options);

	plan->details->shipped = shipped;
	plan->details->seen = seen;
	if (read_grid(plan, options->sheet, error))
		return plan;
	import_plan_free(plan);
	return NULL;
}

/* How many columns are known for something; *filled: how many hold anything. */
static size_t known_columns(const struct import_plan *plan, size_t *filled)
{
	size_t i, known = 0;

	*filled = 0;
	for (i = 0; plan->def && i < plan->column_count; i++) {
		const struct import_column *column = &plan->columns[i];

		*filled += column->filled || *column->heading;
		known += column->use == USE_FIELD || column->use == USE_REF || column->use == USE_UUID;
	}
	return known;
}

static void say_sheet(struct import_plan *plan)
{
	struct strings others = { 0 };
	char *list;
	size_t i;

	for (i = 0; i < plan->sheets.count; i++)
		if (!plan->sheet || strcmp(plan->sheets.items[i], plan->sheet) != 0)
			strings_add(&others, plan->sheets.items[i]);
	list = strings_join(&others, ", ");
	strings_take(&plan->notes, grid_sheet_text(&plan->details->grid, list));
	free(list);
	strings_free(&others);
}

/* A workbook begins with its cover: where the first sheet is no such table, the one that is most like it is read. */
static bool find_sheet(
	struct import_plan *plan, const struct import_options *options, bool *several, struct error *error)
{
	struct strings sheets = { 0 };
	size_t filled, most = known_columns(plan, &filled), i, best;
	bool ok = true;

	if (options->sheet || options->header || plan->details->shipped || plan->sheets.count < 2 || most * 2 > filled)
		return true;
	copy_strings(&sheets, &plan->sheets);
	for (i = 0, best = sheets.count; ok && i < sheets.count; i++) {
		struct error unused = { 0 };

		/* One that is empty is no other one. */
		if (!read_grid(plan, sheets.items[i], &unused)) {
			error_clear(&unused);
			continue;
		}
		ok = find_register(plan, options->as, several, error);
		if (ok && known_columns(plan, &filled) > most && known_columns(plan, &filled) * 2 > filled) {
			most = known_columns(plan, &filled);
			best = i;
		}
	}
	ok = ok && read_grid(plan, best < sheets.count ? sheets.items[best] : NULL, error) &&
	     find_register(plan, options->as, several, error);
	strings_free(&sheets);
	if (ok && best < plan->sheets.count)
		say_sheet(plan);
	return ok;
}

bool import_plan_settle(struct import_plan *plan, const struct import_options *options, bool whole, struct error *error)
{
	bool several = false;

	return (!options->header || set_header(plan, options->header, error)) &&
	       find_register(plan, options->as, &several, error) && find_sheet(plan, options, &several, error) &&
	       (!whole || know_register(plan, several, error)) &&
	       (!plan->def || (find_key(plan, options->key, error) &&
				      import_columns_say(plan, options->map, options->skip, error) &&
				      import_words_say(plan, options->word, error)));
}

struct import_plan *import_plan_open(
	struct store *store, const char *input, const struct import_options *options, struct error *error)
{
	static const struct import_options none = { 0 };
	struct import_plan *plan;

	options = options ? options : &none;
	plan = import_plan_begin(store, input, options, false, true, error);
	if (!plan || import_plan_settle(plan, options, false, error))
		return plan;
	import_plan_free(plan);
	return NULL;
}

struct import_plan *import_plan_of_grid(
	struct store *store, struct grid *grid, const struct register_def *def, const char *source, struct error *error)
{
	struct import_options options = { .source = source };
	struct import_plan *plan = plan_new(store, grid->name, &options);

	plan->details->grid = *grid;
	memset(grid, 0, sizeof *grid);
	plan->details->header_given = true;
	plan->details->foreign = true;
	plan->def = def;
	if (!take_grid(plan, error)) {
		import_plan_free(plan);
		return NULL;
	}
	import_columns_find(plan);
	return plan;
}

void import_plan_set_reading(struct import_plan *plan, struct reading_form given)
{
	plan->details->given = (struct reading_form){ .order = given.order, .decimal = given.decimal };
	import_columns_read(plan);
}

const char *import_plan_text(const struct import_plan *plan, long line, size_t column)
{
	const struct grid *grid = &plan->details->grid;
	size_t low = 0, high = grid->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (grid->rows[middle].line < line)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == grid->count || grid->rows[low].line != line)
		return "";
	/* Of several rows that were made of one nobody knows which is meant. */
	if (grid_is_made(grid, column) && low + 1 < grid->count && grid->rows[low + 1].line == line)
		return "";
	return grid_at(grid, low, column)->text;
}

char *import_plan_row(const struct import_plan *plan, size_t row, long *line)
{
	const struct grid *grid = &plan->details->grid;
	struct strings cells = { 0 };
	char *text;
	size_t i;

	if (row >= grid->count)
		return NULL;
	*line = grid->rows[row].line;
	for (i = 0; i < grid->rows[row].count; i++)
		if (*grid_at(grid, row, i)->text)
			strings_add(&cells, grid_at(grid, row, i)->text);
	text = strings_join(&cells, " | ");
	strings_free(&cells);
	return text;
}
