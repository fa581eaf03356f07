/*
 * What people write below a table and is no record: totals, averages, legends, who validated it. A row is known for it
 * by where it stands (behind a blank row, with nothing but its like down to the end), by how few of the cells it has that
 * the rows above have, and by its first words. What may be a record all the same is for whoever wrote it to decide.
 */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "exchange/import.h"
#include "exchange/mapping.h"

#define FEW 2 /* cells of a row that may be a note */

/* Folded, as all words here.  A row of these and numbers sums up. */
static const char sums[] =
	"total|totals|totaux|grand total|total general|totaux generaux|sum|somme|subtotal|sub total|subtotals|sous total|"
	"sous totaux|average|overall average|mean|moyenne|moyenne generale|moyennes|median|mediane|count|nombre|nombre "
	"total|total number|minimum|maximum|min|max|standard deviation|ecart type";
/* Wherever it stands. */
static const char sums_between[] = "subtotal|sub total|sous total";
/* Begin what sums up, where a number goes with it; they begin titles as well. */
static const char counts[] =
	"nombre de|nombre d|number of|total des|total de|total du|total of|somme des|somme de|sum of|moyenne des|moyenne "
	"de|moyenne du|average of|mean of|count of";
/* The same of many titles. */
static const char counts_or_titles[] = "total|average|moyenne|sum|somme|nombre|number|count";
/* Above what explains the values. */
static const char legends[] = "legende|legend";
/* The same where nothing but a number, or what stands behind a colon, goes with it. */
static const char legends_alone[] =
	"key|cle|echelle|scale|bareme|niveaux|levels|cotation|signification|abreviations|abbreviations";
/* Whoever made or agreed to the table. */
static const char signed_by[] =
	"valide par|validee par|validated by|approuve par|approuvee par|approved by|redige par|redigee par|written by|"
	"prepared by|prepare par|preparee par|etabli par|etablie par|verifie par|verifiee par|checked by|reviewed by|signe "
	"par|signed by|fait a|fait le|mis a jour le|mis a jour par|mise a jour du|mise a jour le|updated on|updated "
	"by|last updated|last update|derniere mise a jour";
static const char notes_alone[] =
	"note|notes|nota|nb|n b|remarque|remarques|remark|remarks|source|sources|signature|signatures|visa|visas|date|"
	"version|page|mise a jour|confidentiel|confidential|validation|approbation|approval|commentaire|commentaires|"
	"comment|comments|document confidentiel";

struct below_row {
	size_t filled;
	size_t need; /* the cells that the rows above must have, the usual one of them, for it to stand below them */
	bool blank;  /* nothing is in it */
	long gap;    /* blank rows above it */
	bool apart;  /* there are more of them than above others */
	bool sum;
	bool note;      /* by its first words */
	bool doubt;     /* they may be a title as well */
	bool headed;    /* the first row of its like is a note */
	bool in_legend; /* that is a legend */
};

struct layout {
	const struct import_plan *plan;
	const struct grid *grid;
	struct below_row *rows; /* by row of the grid */
	size_t first;           /* below the header */
};

/* Whether the folded text is one of the words, or begins with it where `begins`. */
static bool is_of(const char *text, const char *words, bool begins)
{
	while (*words) {
		size_t length = strcspn(words, "|");

		if (strncmp(text, words, length) == 0 && (!text[length] || (begins && text[length] == ' ')))
			return true;
		words += length + (words[length] == '|');
	}
	return false;
}

/* "Total", "Total : 12", and not "Total: energy". */
static bool is_with_number(const char *folded, const char *words)
{
	char *plain = xstrndup(folded, strcspn(folded, "0123456789"));
	bool is;

	if (*plain && plain[strlen(plain) - 1] == ' ')
		plain[strlen(plain) - 1] = '\0';
	is = is_of(plain, words, false);
	free(plain);
	return is;
}

/* "Date : 12 March", "Page 1/3" and "Scale of impact:", and not "Page of another site". */
static bool is_alone(const char *text, const char *folded, const char *words)
{
	char *label = xstrndup(text, strcspn(text, ":")), *name = heading_fold(label);
	size_t end = strlen(text);
	bool is, opens;

	while (end && strchr(" \t\r\n", text[end - 1]))
		end--;
	opens = end && text[end - 1] == ':';
	is = is_of(name, words, false) || is_with_number(folded, words) || (opens && is_of(name, words, true));
	free(label);
	free(name);
	return is;
}

/* Whether the cell says something; comments do not. */
static bool holds(const struct layout *layout, size_t row, size_t column)
{
	return *layout->plan->columns[column].heading != '#' &&
	       !grid_is_blank(grid_at(layout->grid, row, column)->text);
}

/* Whether the cells behind the first one are numbers; *count: how many. */
static bool has_numbers_alone(const struct layout *layout, size_t row, size_t first, size_t *count)
{
	size_t i;

	*count = 0;
	for (i = first + 1; i < layout->grid->rows[row].count; i++) {
		const struct grid_cell *cell = grid_at(layout->grid, row, i);

		if (!holds(layout, row, i))
			continue;
		if (cell->kind != GRID_ERROR && !grid_is_number(cell))
			return false;
		++*count;
	}
	return true;
}

/* "1 = Low, 2 = Medium", "* see the annex". */
static bool explains(const char *text)
{
	size_t digits = strspn(text, "0123456789");

	if (!digits)
		return *text == '*' || strncmp(text, "(*", 2) == 0;
	text += digits;
	return text[strspn(text, " ")] == '=';
}

/* What the words of the row's first cell say.  last: nothing that the table goes on with stands below. */
static void read_words(struct layout *layout, size_t row, bool last)
{
	struct below_row *it = &layout->rows[row];
	size_t first = 0, numbers;
	const char *text;
	char *folded;
	bool alone, counted;

	while (!holds(layout, row, first))
		first++;
	text = grid_at(layout->grid, row, first)->text;
	text += strspn(text, " \t\r\n");
	folded = heading_fold(text);
	alone = has_numbers_alone(layout, row, first, &numbers);
	/* "Total: 12" has its number in it. */
	counted = alone && (numbers || strpbrk(folded, "0123456789"));
	it->sum = counted && (is_of(folded, sums_between, false) || (last && is_with_number(folded, sums)));
	it->in_legend = is_of(folded, legends, true) || is_alone(text, folded, legends_alone) ||
			(it->filled == 1 && explains(text));
	it->note = it->in_legend || is_of(folded, signed_by, true) || is_alone(text, folded, notes_alone) ||
		   (it->filled <= FEW && is_of(folded, sums, false)) || (counted && is_of(folded, counts, true));
	it->doubt = !it->note && counted && is_of(folded, counts_or_titles, true);
	free(folded);
}

static void read_rows(struct layout *layout)
{
	long above = 0, usual = LONG_MAX;
	size_t row, i;
	bool last = true;

	for (row = layout->first; row < layout->grid->count; row++) {
		struct below_row *it = &layout->rows[row];

		for (i = 0; i < layout->grid->rows[row].count; i++)
			it->filled += holds(layout, row, i);
		it->blank = !it->filled;
		above += layout->grid->rows[row].line - layout->grid->rows[row - 1].next;
		if (it->blank) {
			above++;
			continue;
		}
		it->gap = above;
		usual = above < usual ? above : usual;
		above = 0;
	}
	/* Where all rows have a blank one between them, that says nothing. */
	for (row = layout->first; row < layout->grid->count; row++)
		layout->rows[row].apart = row > layout->first && layout->rows[row].gap > usual;
	for (row = layout->grid->count; row-- > layout->first;) {
		struct below_row *it = &layout->rows[row];

		if (it->blank)
			continue;
		read_words(layout, row, last);
		last = it->apart || it->sum || (it->note && it->filled <= FEW);
	}
}

/* Whether what stands below the table may begin there. */
static bool may_begin(const struct layout *layout, size_t row)
{
	return row > layout->first && !layout->rows[row].blank &&
	       (layout->rows[row].apart || layout->rows[row].sum || layout->rows[row - 1].sum);
}

/* Of each row what is above it, and what that asks of the rows above. */
static void read_needs(struct layout *layout)
{
	bool headed = false, in_legend = false;
	size_t row;

	for (row = layout->first; row < layout->grid->count; row++) {
		struct below_row *it = &layout->rows[row];

		if (it->blank)
			continue;
		if (may_begin(layout, row)) {
			headed = it->note;
			in_legend = it->in_legend;
		}
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
static size_t find_end(const struct layout *layout, size_t *usual)
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

/* Whether a cell of the row says which record it is. */
static bool names_a_record(const struct import_plan *plan, size_t row)
{
	const char *const *identity = plan->def->identity;
	size_t i, j;

	for (i = 0; i < plan->column_count; i++) {
		const struct import_column *column = &plan->columns[i];
		const char *text = grid_at(&plan->details->grid, row, i)->text;
		bool known = column->use == USE_FIELD &&
			     (column->field == register_title(plan->def) ||
				     column->field == register_answers(plan->def) || column->field == plan->key);

		if (grid_is_blank(text))
			continue;
		text += strspn(text, " \t\r\n");
		for (j = 0; !known && column->use == USE_FIELD && identity && identity[j]; j++)
			known = strcmp(column->field->name, identity[j]) == 0;
		/* A number of records is one word. */
		if (known || column->use == USE_UUID || (column->use == USE_REF && !strpbrk(text, " \t\r\n")))
			return true;
	}
	return false;
}

void import_below_forget(struct import_plan *plan)
{
	free(plan->details->below);
	plan->details->below = NULL;
}

void import_below_find(struct import_plan *plan)
{
	struct import_details *details = plan->details;
	struct layout layout = { .plan = plan, .grid = &details->grid, .first = details->header + 1 };
	size_t row, end, usual = 0;

	import_below_forget(plan);
	if (!plan->def || details->shipped || details->foreign || layout.first >= details->grid.count)
		return;
	details->below = xcalloc(details->grid.count, sizeof *details->below);
	layout.rows = xcalloc(details->grid.count, sizeof *layout.rows);
	read_rows(&layout);
	read_needs(&layout);
	end = find_end(&layout, &usual);
	for (row = layout.first; row < details->grid.count; row++) {
		const struct below_row *it = &layout.rows[row];

		if (it->sum)
			details->below[row] = BELOW_SUM;
		else if (row < end || it->blank)
			continue;
		else if (it->doubt)
			details->below[row] = BELOW_UNSURE;
		else if (it->note || it->headed || it->in_legend)
			details->below[row] =
				usual > 1 && it->filled * 2 <= (usual > 2 ? usual : 2) ? BELOW_NOTE : BELOW_UNSURE;
		else
			details->below[row] = names_a_record(plan, row) ? BELOW_UNSURE : BELOW_NOTE;
	}
	free(layout.rows);
}

bool import_is_below(const struct import_plan *plan, size_t row)
{
	const unsigned char *below = plan->details->below;

	return below && (below[row] == BELOW_SUM || below[row] == BELOW_NOTE);
}
