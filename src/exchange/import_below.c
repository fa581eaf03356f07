/*
 * What people write below a table and is no record: totals, averages, legends, who validated it. A row is known for it
 * by where it stands (behind a blank row, with nothing but its like down to the end), by how few of the cells it has that
 * the rows above have, and by its first words. What may be a record all the same is for whoever wrote it to decide.
 * What the rows and headings say is found once, and kept; what the columns are taken for is asked each time.
 */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "exchange/import_below.h"
#include "exchange/mapping.h"

/* Whether the column holds numbers where no row sums it up. */
static bool is_of_numbers(struct below_layout *layout, size_t column)
{
	size_t row, filled = 0, numbers = 0;

	for (row = layout->first; !layout->numbers[column] && row < layout->grid->count; row++) {
		const struct below_row *it = &layout->rows[row];

		if (it->sum || it->note || it->doubt || !below_holds(layout, row, column))
			continue;
		filled++;
		numbers += grid_is_number(grid_at(layout->grid, row, column));
	}
	if (!layout->numbers[column])
		layout->numbers[column] = numbers && numbers * 2 >= filled ? 1 : -1;
	return layout->numbers[column] > 0;
}

/* Whether the numbers would be added up by nobody: those of contracts, which are texts. */
static bool is_text(const struct import_column *column)
{
	return column->use == USE_REF || column->use == USE_UUID ||
	       (column->use == USE_FIELD &&
		       (column->field->type == &type_text || column->field->type == &type_long_text ||
			       field_is_reference(column->field)));
}

/* Whether a number of the row stands below others; columns: and in a column that is none of texts. */
static bool adds_up(struct below_layout *layout, size_t row, bool columns)
{
	size_t i, first = 0;

	while (!below_holds(layout, row, first))
		first++;
	for (i = first + 1; i < layout->grid->rows[row].count; i++)
		if (below_holds(layout, row, i) && is_of_numbers(layout, i) &&
			!(columns && is_text(&layout->plan->columns[i])))
			return true;
	return false;
}

/* Of each row that may sum up, whether it does. */
static void read_sums(struct below_layout *layout)
{
	size_t row;

	for (row = layout->first; row < layout->grid->count; row++) {
		struct below_row *it = &layout->rows[row];
		const struct below_row *above = &layout->rows[row - 1];

		if (!it->sum || it->no_answer)
			continue;
		it->labelled = it->labelled && (it->apart || (above->sum && !above->open));
		it->open = it->open || (!it->labelled && !adds_up(layout, row, false));
		it->sum = !(it->open && layout->again);
	}
}

/* How many cells each row has, and which rows stand apart. */
static void read_gaps(struct below_layout *layout)
{
	long above = 0, usual = LONG_MAX;
	size_t row, i;

	for (row = layout->first; row < layout->grid->count; row++) {
		struct below_row *it = &layout->rows[row];

		for (i = 0; !layout->ready[row] && i < layout->grid->rows[row].count; i++)
			it->filled += below_holds(layout, row, i);
		it->blank = !it->filled;
		above += layout->grid->rows[row].line - layout->grid->rows[row - 1].next;
		if (it->blank) {
			above += !layout->ready[row];
			continue;
		}
		it->gap = above;
		usual = above < usual ? above : usual;
		above = 0;
	}
	/* Where all rows have a blank one between them, that says nothing. */
	for (row = layout->first; row < layout->grid->count; row++)
		layout->rows[row].apart = row > layout->first && layout->rows[row].gap > usual;
}

/* The rows of other tables say nothing of what stands below this one. */
static void pass_over_tables(struct below_layout *layout)
{
	size_t row;

	below_find_tables(layout);
	for (row = layout->first; row < layout->grid->count; row++)
		if (layout->tables[row]) {
			layout->rows[row].filled = 0;
			layout->rows[row].blank = true;
		}
}

static void read_rows(struct below_layout *layout)
{
	enum last last = LAST;
	size_t row;

	read_gaps(layout);
	pass_over_tables(layout);
	for (row = layout->grid->count; row-- > layout->first;) {
		struct below_row *it = &layout->rows[row];

		if (it->blank)
			continue;
		below_read_words(layout, row, last);
		last = it->apart || (it->sum && !it->open) || (it->note && it->filled <= FEW) ? LAST
		       : it->sum || (last && it->filled <= FEW && it->doubt)                  ? LAST_MAYBE
											      : LAST_NOT;
	}
	read_sums(layout);
}

/* Whether what stands below the table may begin there. */
static bool may_begin(const struct below_layout *layout, size_t row)
{
	return row > layout->first && !layout->rows[row].blank &&
	       (layout->rows[row].apart || layout->rows[row].sum || layout->rows[row - 1].sum);
}

/* Whether all cells of the row stand below some of the other one: the names, days and signatures of those who sign. */
static bool is_signature(const struct below_layout *layout, size_t row, size_t head)
{
	size_t i;

	if (row - head > (layout->rows[head].filled > 1 ? 3 : 1))
		return false;
	for (i = 0; i < layout->grid->rows[row].count; i++)
		if (below_holds(layout, row, i) && !below_holds(layout, head, i))
			return false;
	return true;
}

/* Of each row what is above it, and what that asks of the rows above. */
static void read_needs(struct below_layout *layout)
{
	bool headed = false, in_legend = false;
	size_t row, head = 0; /* 0, the header or above it: nobody signs */

	for (row = layout->first; row < layout->grid->count; row++) {
		struct below_row *it = &layout->rows[row];

		if (it->blank)
			continue;
		if (may_begin(layout, row)) {
			headed = it->note;
			in_legend = it->in_legend;
		}
		head = it->signs ? row : it->apart ? 0 : head;
		it->signature = head && row > head && is_signature(layout, row, head);
		it->headed = headed;
		it->in_legend = it->in_legend || in_legend;
		if (it->sum || it->doubt || ((it->note || it->in_legend) && it->filled <= FEW))
			it->need = 0;
		else if (it->headed || it->note)
			it->need = it->filled * 2;
		else
			it->need = it->filled > FEW ? SIZE_MAX : it->filled == FEW ? 2 * FEW : 3;
	}
}

/* The rows above, by how many cells they have. */
struct usual {
	size_t *counts; /* by cells */
	size_t columns, all;
};

static size_t usual_cells(const struct usual *above)
{
	size_t cells = 0, seen = 0;

	for (; cells <= above->columns; cells++) {
		seen += above->counts[cells];
		if (seen * 2 >= above->all)
			break;
	}
	return cells;
}

/* Whether rows with as few cells are nothing unusual above. */
static bool is_common(const struct usual *above, size_t cells)
{
	size_t i, seen = 0;

	for (i = 0; i <= cells; i++)
		seen += above->counts[i];
	return seen * 4 > above->all;
}

/* The row from which on all is below the table; the count of rows: none.  *usual: cells of the rows above it. */
static size_t find_end(const struct below_layout *layout, size_t *usual)
{
	struct usual above = { .columns = layout->grid->columns };
	size_t count = layout->grid->count, *needs = xcalloc(count + 1, sizeof *needs),
	       *plain = xcalloc(count + 1, sizeof *plain), row;

	above.counts = xcalloc(above.columns + 1, sizeof *above.counts);
	for (row = count; row-- > layout->first;) {
		const struct below_row *it = &layout->rows[row];
		size_t cells = it->blank || it->sum || it->note || it->doubt || it->headed ? 0 : it->filled;

		needs[row] = it->need > needs[row + 1] ? it->need : needs[row + 1];
		plain[row] = cells > plain[row + 1] ? cells : plain[row + 1];
	}
	for (row = layout->first; row < count; row++) {
		const struct below_row *it = &layout->rows[row];

		if (may_begin(layout, row) && above.all) {
			*usual = usual_cells(&above);
			if (needs[row] <= *usual && (!plain[row] || !is_common(&above, plain[row])))
				break;
		}
		above.counts[it->filled] += !it->blank && !it->sum;
		above.all += !it->blank && !it->sum;
	}
	free(above.counts);
	free(needs);
	free(plain);
	return row;
}

/* What the levels of the file's method are called, folded. */
static void level_names(const struct import_plan *plan, struct strings *names)
{
	const struct method *method = &store_context(plan->details->store)->method;
	size_t i;
	int level;

	for (i = 0; i < sizeof method->scales / sizeof *method->scales; i++)
		for (level = 0; level < method->scales[i].count; level++) {
			if (method->scales[i].names[level])
				strings_take(names, heading_fold(method->scales[i].names[level]));
			if (method->scales[i].others[level])
				strings_take(names, heading_fold(method->scales[i].others[level]));
		}
}

/* "Scale;Meaning", by itself or below the word of a legend, right above "1;Rare". */
static bool is_head_of_levels(const struct below_layout *layout, size_t row)
{
	const struct below_row *it = &layout->rows[row], *next = it + 1;

	return it->in_legend && it->filled == FEW && (it->note || (!it->apart && it[-1].note && it[-1].in_legend)) &&
	       row + 1 < layout->grid->count && !next->blank && !next->apart && next->filled <= FEW &&
	       (next->numbered || next->level);
}

/* "1", "1 = Low", and in a legend "Low": what is explained there. */
static void read_explained(struct below_layout *layout)
{
	struct strings names = { 0 };
	size_t row, first;

	level_names(layout->plan, &names);
	for (row = layout->grid->count; row-- > layout->end;) {
		struct below_row *it = &layout->rows[row];
		const struct grid_cell *cell;
		char *folded;

		if (it->blank || !(it->headed || it->in_legend))
			continue;
		for (first = 0; !below_holds(layout, row, first); first++)
			;
		cell = grid_at(layout->grid, row, first);
		folded = heading_fold(cell->text);
		it->numbered = grid_is_number(cell) || below_explains(cell->text);
		it->level = it->in_legend && (below_is_level(folded) || strings_contain(&names, folded));
		if (is_head_of_levels(layout, row)) {
			it->level = true;
			it->asked = false;
		}
		free(folded);
	}
	strings_free(&names);
}

/* What a cell of the column says of which record a row is. */
enum naming { NAMES_NOTHING, NAMES_BY_WORD, NAMES };

/* By column; the caller frees. */
static unsigned char *naming_columns(const struct import_plan *plan)
{
	unsigned char *naming = xcalloc(plan->column_count + 1, sizeof *naming);
	size_t i;

	for (i = 0; i < plan->column_count; i++) {
		const struct import_column *column = &plan->columns[i];
		bool known = column->use == USE_FIELD && import_tells_apart(plan, column->field);

		naming[i] = known || column->use == USE_UUID ? NAMES
			    : column->use == USE_REF         ? NAMES_BY_WORD
							     : NAMES_NOTHING;
	}
	return naming;
}

/* Whether a cell of the row says which record it is. */
static bool names_a_record(const struct below_layout *layout, const unsigned char *naming, size_t row)
{
	size_t i, length;

	for (i = 0; i < layout->grid->rows[row].count && i < layout->plan->column_count; i++) {
		const char *text = grid_at(layout->grid, row, i)->text;

		if (naming[i] == NAMES_NOTHING || grid_is_blank(text))
			continue;
		text = text_trimmed(text, &length);
		/* A number of records is one word. */
		if (naming[i] == NAMES || strcspn(text, " \t\r\n") >= length)
			return true;
	}
	return false;
}

/* Below other notes than legends a number is no level where refs stand above it. */
static bool is_explained(const struct below_layout *layout, size_t row)
{
	const struct below_row *it = &layout->rows[row];
	size_t first = 0;

	while (!below_holds(layout, row, first))
		first++;
	return it->level || (it->numbered && (it->in_legend || layout->plan->columns[first].use != USE_REF));
}

static enum below judge(struct below_layout *layout, const unsigned char *naming, size_t row)
{
	const struct below_row *it = &layout->rows[row];
	size_t usual = layout->usual;

	if (layout->grid->rows[row].banner && !it->sum && !it->note)
		return BELOW_BANNER;
	if (layout->ready[row] || layout->tables[row])
		return layout->ready[row] ? BELOW_READY : (enum below)layout->tables[row];
	if (it->no_answer || (it->sum && !it->open && (it->labelled || adds_up(layout, row, true))))
		return BELOW_SUM;
	if (it->section)
		return BELOW_SECTION;
	if (it->sum)
		return layout->again ? BELOW_NOT : BELOW_UNSURE_SUM;
	if (row < layout->end || it->blank)
		return BELOW_NOT;
	if (it->doubt || it->asked)
		return BELOW_UNSURE;
	if (!it->note && !it->signature && names_a_record(layout, naming, row) && !is_explained(layout, row))
		return BELOW_UNSURE;
	if (it->note || it->headed || it->in_legend)
		return usual > 1 && it->filled * 2 <= (usual > 2 ? usual : 2) ? BELOW_NOTE : BELOW_UNSURE;
	return BELOW_NOTE;
}

static void layout_free(struct below_layout *layout)
{
	if (layout) {
		free(layout->rows);
		free(layout->numbers);
		free(layout->ready);
		free(layout->tables);
		free(layout->taken);
	}
	free(layout);
}

void import_below_forget(struct import_plan *plan)
{
	layout_free(plan->details->layout);
	free(plan->details->below);
	plan->details->layout = NULL;
	plan->details->below = NULL;
}

void import_rows_forget(struct import_plan *plan)
{
	struct import_details *details = plan->details;

	import_below_forget(plan);
	strings_free(&details->reasons);
	free(details->left_out);
	details->left_out = xcalloc(details->grid.count ? details->grid.count : 1, sizeof *details->left_out);
}

static struct below_layout *layout_new(const struct import_plan *plan)
{
	const struct grid *grid = &plan->details->grid;
	struct below_layout *layout = xcalloc(1, sizeof *layout);
	size_t i;

	layout->plan = plan;
	layout->grid = grid;
	layout->first = plan->details->header + 1;
	layout->rows = xcalloc(grid->count, sizeof *layout->rows);
	layout->ready = xcalloc(grid->count, sizeof *layout->ready);
	layout->tables = xcalloc(grid->count, sizeof *layout->tables);
	layout->numbers = xcalloc(grid->columns + 1, sizeof *layout->numbers);
	layout->taken = xcalloc(plan->column_count + 1, sizeof *layout->taken);
	for (i = 0; i < plan->column_count; i++) {
		layout->taken[i].use = plan->columns[i].use;
		layout->taken[i].field = plan->columns[i].field;
	}
	below_find_ready(layout, layout->ready);
	return layout;
}

static void read_layout(struct below_layout *layout)
{
	const struct import_plan *plan = layout->plan;
	size_t i;

	for (i = 0; i < plan->column_count; i++)
		layout->again = layout->again ||
				strncmp(plan->columns[i].heading, IMPORT_REASON, sizeof IMPORT_REASON - 1) == 0;
	read_rows(layout);
	read_needs(layout);
	layout->end = find_end(layout, &layout->usual);
	read_explained(layout);
}

/* Whether two layouts are of columns taken for the same, and of the same rows of a template. */
static bool is_same_layout(const struct below_layout *one, const struct below_layout *other)
{
	size_t i;

	for (i = 0; i < one->plan->column_count; i++)
		if (one->taken[i].use != other->taken[i].use || one->taken[i].field != other->taken[i].field)
			return false;
	return memcmp(one->ready, other->ready, one->grid->count * sizeof *one->ready) == 0;
}

/* What the rows say is read anew where other ones than before are those of a template, or a column is taken for another field. */
static bool take_layout(struct import_plan *plan)
{
	struct import_details *details = plan->details;
	struct below_layout *layout = layout_new(plan);

	if (details->layout && is_same_layout(layout, details->layout)) {
		layout_free(layout);
		return false;
	}
	layout_free(details->layout);
	details->layout = layout;
	read_layout(layout);
	return true;
}

static bool is_none(unsigned char below)
{
	return below != BELOW_NOT && below != BELOW_UNSURE && below != BELOW_UNSURE_SUM;
}

bool import_below_find(struct import_plan *plan)
{
	struct import_details *details = plan->details;
	unsigned char *naming;
	bool differs;
	size_t row;

	if (!plan->def || details->shipped || details->foreign || details->header + 1 >= details->grid.count)
		return true;
	differs = take_layout(plan);
	if (!details->below)
		details->below = xcalloc(details->grid.count, sizeof *details->below);
	naming = naming_columns(plan);
	for (row = details->layout->first; row < details->grid.count; row++) {
		unsigned char below = (unsigned char)judge(details->layout, naming, row);

		differs = differs || is_none(below) != is_none(details->below[row]);
		details->below[row] = below;
	}
	free(naming);
	return differs;
}

bool import_is_below(const struct import_plan *plan, size_t row)
{
	return plan->details->below && is_none(plan->details->below[row]);
}
