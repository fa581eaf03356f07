/*
 * What people write below a table and is no record: totals, averages, legends, who validated it. A row is known for it
 * by where it stands (behind a blank row, with nothing but its like down to the end), by how few of the cells it has that
 * the rows above have, and by its first words. What may be a record all the same is for whoever wrote it to decide.
 * What the rows and headings say is found once, and kept; what the columns are taken for is asked each time.
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
/* Those of them that nothing is called, whatever stands beside them. */
static const char notes_plain[] = "date|version|mise a jour|signature|signatures|nb|n b|nota|document confidentiel";
/* What legends explain, where the method calls its levels otherwise. */
static const char levels[] =
	"low|medium|moderate|high|very low|very high|critical|minor|major|rare|unlikely|possible|likely|certain|faible|"
	"moyen|moyenne|modere|moderee|eleve|elevee|fort|forte|tres faible|tres eleve|tres elevee|tres fort|tres forte|"
	"critique|mineur|majeur|mineure|majeure|peu probable|probable|certaine|negligeable|negligible";

struct below_row {
	size_t filled;
	size_t need;    /* the cells that the rows above must have, the usual one of them, for it to stand below them */
	bool blank;     /* nothing is in it */
	long gap;       /* blank rows above it */
	bool apart;     /* there are more of them than above others */
	bool sum;       /* by its first words, and what goes with them is numbers */
	bool open;      /* and may be a record: its numbers are below no others, or what stands below it may be one */
	bool labelled;  /* and has its number behind a colon */
	bool note;      /* by its first words */
	bool asked;     /* they may be a title as well: something is called so, and a text goes with it */
	bool doubt;     /* they may be a title as well */
	bool signs;     /* its cells say who made or agreed to the table, and so does what stands below them: */
	bool signature; /* this */
	bool numbered;  /* it begins with a number, */
	bool level;     /* or in a legend with the name of a level, or it is the head of such rows */
	bool headed;    /* the first row of its like is a note */
	bool in_legend; /* that is a legend */
};

/* Whether nothing that the table goes on with stands below a row. */
enum last { LAST_NOT, LAST_MAYBE, LAST };

struct below_layout {
	const struct import_plan *plan;
	const struct grid *grid;
	struct below_row *rows; /* by row of the grid */
	signed char *numbers;   /* by column: 1: it holds numbers, -1: it does not, 0: nobody asked yet */
	size_t first;           /* below the header */
	size_t end;             /* from here on all is below the table */
	size_t usual;           /* cells of the rows above that */
	bool again;             /* rows that were refused: what was asked of them is */
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
	size_t end;
	bool is, opens;

	text = text_trimmed(text, &end);
	opens = end && text[end - 1] == ':';
	is = is_of(name, words, false) || is_with_number(folded, words) || (opens && is_of(name, words, true));
	free(label);
	free(name);
	return is;
}

/* Whether the cell says something; comments do not. */
static bool holds(const struct below_layout *layout, size_t row, size_t column)
{
	return *layout->plan->columns[column].heading != '#' &&
	       !grid_is_blank(grid_at(layout->grid, row, column)->text);
}

/* Whether the cells behind the first one are numbers; *count: how many. */
static bool has_numbers_alone(const struct below_layout *layout, size_t row, size_t first, size_t *count)
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

/* Whether a text goes with the row's first cell: neither a number nor a day, "1 = Low" or "12/20". */
static bool has_text(const struct below_layout *layout, size_t row, size_t first)
{
	size_t i, length;

	for (i = first + 1; i < layout->grid->rows[row].count; i++) {
		const struct grid_cell *cell = grid_at(layout->grid, row, i);

		if (holds(layout, row, i) && cell->kind != GRID_ERROR && cell->kind != GRID_DATE &&
			!strchr("0123456789", *text_trimmed(cell->text, &length)) && !grid_is_number(cell))
			return true;
	}
	return false;
}

/* "Nombre de risques : 3" of a table of risks; the number of anything else may be an indicator. */
static bool counts_records(const struct register_def *def, const char *folded)
{
	const char *const names[] = { def->label, def->plural, translation_in("fr", def->label),
		translation_in("fr", def->plural) };
	size_t i, end = strcspn(folded, "0123456789");
	bool does = false;

	while (end && folded[end - 1] == ' ')
		end--;
	for (i = 0; i < sizeof names / sizeof *names && !does; i++) {
		char *name = heading_fold(names[i]);
		size_t length = strlen(name);

		does = length < end && folded[end - length - 1] == ' ' &&
		       strncmp(folded + end - length, name, length) == 0;
		/* "Number of open risks" are others. */
		if (does) {
			char *words = xstrndup(folded, end - length - 1);

			does = is_of(words, counts, false);
			free(words);
		}
		free(name);
	}
	return does;
}

/* Whether the row's cells say who signs, each below itself. */
static bool signs(const struct below_layout *layout, size_t row)
{
	bool all = true;
	size_t i;

	for (i = 0; all && i < layout->grid->rows[row].count; i++) {
		char *folded = heading_fold(grid_at(layout->grid, row, i)->text);

		all = !holds(layout, row, i) || is_of(folded, signed_by, true) || is_of(folded, notes_alone, false);
		free(folded);
	}
	return all;
}

/* "Nombre : 3", and not "Max 3". */
static bool is_labelled(const char *text)
{
	const char *sign = strpbrk(text, ":=");

	return sign && strpbrk(sign, "0123456789") && strcspn(text, "0123456789") > (size_t)(sign - text);
}

static bool ends_label(const char *text)
{
	size_t end;

	text = text_trimmed(text, &end);
	return end && text[end - 1] == ':';
}

/* What the words of the row's first cell say. */
static void read_words(struct below_layout *layout, size_t row, enum last last)
{
	struct below_row *it = &layout->rows[row];
	size_t first = 0, numbers, length;
	const char *text;
	char *folded;
	bool alone, counted, by;

	while (!holds(layout, row, first))
		first++;
	text = text_trimmed(grid_at(layout->grid, row, first)->text, &length);
	folded = heading_fold(text);
	alone = has_numbers_alone(layout, row, first, &numbers);
	/* "Total: 12" has its number in it. */
	counted = alone && (numbers || strpbrk(folded, "0123456789"));
	by = is_of(folded, signed_by, true);
	it->sum = counted && (is_of(folded, sums_between, false) || (last && is_with_number(folded, sums)));
	it->open = it->sum && last == LAST_MAYBE && !is_of(folded, sums_between, false);
	it->labelled = it->sum && !numbers && is_labelled(text);
	it->in_legend = is_of(folded, legends, true) || is_alone(text, folded, legends_alone) ||
			(it->filled == 1 && explains(text));
	it->note = it->in_legend || by || is_alone(text, folded, notes_alone) ||
		   (it->filled <= FEW && is_of(folded, sums, false)) ||
		   (counted && is_of(folded, counts, true) && counts_records(layout->plan->def, folded));
	it->asked = it->note && !by && !ends_label(text) && !is_alone(text, folded, notes_plain) &&
		    has_text(layout, row, first);
	it->doubt = !it->note && counted && (is_of(folded, counts, true) || is_of(folded, counts_or_titles, true));
	it->signs = by && signs(layout, row);
	free(folded);
}

/* Whether the column holds numbers where no row sums it up. */
static bool is_of_numbers(struct below_layout *layout, size_t column)
{
	size_t row, filled = 0, numbers = 0;

	for (row = layout->first; !layout->numbers[column] && row < layout->grid->count; row++) {
		const struct below_row *it = &layout->rows[row];

		if (it->sum || it->note || it->doubt || !holds(layout, row, column))
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

	while (!holds(layout, row, first))
		first++;
	for (i = first + 1; i < layout->grid->rows[row].count; i++)
		if (holds(layout, row, i) && is_of_numbers(layout, i) &&
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

		if (!it->sum)
			continue;
		it->labelled = it->labelled && (it->apart || (above->sum && !above->open));
		it->open = it->open || (!it->labelled && !adds_up(layout, row, false));
		it->sum = !(it->open && layout->again);
	}
}

static void read_rows(struct below_layout *layout)
{
	long above = 0, usual = LONG_MAX;
	enum last last = LAST;
	size_t row, i;

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
		if (holds(layout, row, i) && !holds(layout, head, i))
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
		for (first = 0; !holds(layout, row, first); first++)
			;
		cell = grid_at(layout->grid, row, first);
		folded = heading_fold(cell->text);
		it->numbered = grid_is_number(cell) || explains(cell->text);
		it->level = it->in_legend && (is_of(folded, levels, false) || strings_contain(&names, folded));
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
	const char *const *identity = plan->def->identity;
	const struct field_def *title = register_title(plan->def), *answers = register_answers(plan->def);
	unsigned char *naming = xcalloc(plan->column_count + 1, sizeof *naming);
	size_t i, j;

	for (i = 0; i < plan->column_count; i++) {
		const struct import_column *column = &plan->columns[i];
		const struct field_def *field = column->use == USE_FIELD ? column->field : NULL;
		bool known = field && (field == title || field == answers || field == plan->key);

		for (j = 0; !known && field && identity && identity[j]; j++)
			known = strcmp(field->name, identity[j]) == 0;
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

	while (!holds(layout, row, first))
		first++;
	return it->level || (it->numbered && (it->in_legend || layout->plan->columns[first].use != USE_REF));
}

static enum below judge(struct below_layout *layout, const unsigned char *naming, size_t row)
{
	const struct below_row *it = &layout->rows[row];
	size_t usual = layout->usual;

	if (it->sum && !it->open && (it->labelled || adds_up(layout, row, true)))
		return BELOW_SUM;
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

void import_below_forget(struct import_plan *plan)
{
	struct below_layout *layout = plan->details->layout;

	if (layout) {
		free(layout->rows);
		free(layout->numbers);
	}
	free(layout);
	free(plan->details->below);
	plan->details->layout = NULL;
	plan->details->below = NULL;
}

static struct below_layout *read_layout(const struct import_plan *plan)
{
	const struct grid *grid = &plan->details->grid;
	struct below_layout *layout = xcalloc(1, sizeof *layout);
	size_t i;

	layout->plan = plan;
	layout->grid = grid;
	layout->first = plan->details->header + 1;
	layout->rows = xcalloc(grid->count, sizeof *layout->rows);
	layout->numbers = xcalloc(grid->columns + 1, sizeof *layout->numbers);
	for (i = 0; i < plan->column_count; i++)
		layout->again = layout->again ||
				strncmp(plan->columns[i].heading, IMPORT_REASON, sizeof IMPORT_REASON - 1) == 0;
	read_rows(layout);
	read_needs(layout);
	layout->end = find_end(layout, &layout->usual);
	read_explained(layout);
	return layout;
}

static bool is_none(unsigned char below)
{
	return below == BELOW_SUM || below == BELOW_NOTE;
}

bool import_below_find(struct import_plan *plan)
{
	struct import_details *details = plan->details;
	unsigned char *naming;
	bool differs = !details->layout;
	size_t row;

	if (!plan->def || details->shipped || details->foreign || details->header + 1 >= details->grid.count)
		return true;
	if (!details->layout) {
		details->layout = read_layout(plan);
		details->below = xcalloc(details->grid.count, sizeof *details->below);
	}
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
