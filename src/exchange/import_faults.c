/* What is wrong with a row, or to be said of it: in the report with its place, and beside the row for whoever puts it right. */
#include <stdlib.h>
#include <string.h>

#include "exchange/import_rows.h"

static void add_reason(struct table *table, size_t row, const char *sentence)
{
	struct strings *reasons = &table->details->reasons;
	char *both;

	while (reasons->count <= row)
		strings_add(reasons, "");
	both = *reasons->items[row] ? xasprintf("%s %s", reasons->items[row], sentence) : xstrdup(sentence);
	free(reasons->items[row]);
	reasons->items[row] = both;
}

void table_refuse(struct table *table, size_t column, struct error *error)
{
	size_t row = table->row;
	char *name = column < table->details->grid.columns ? grid_cell_name(&table->details->grid, row, column) : NULL;
	char *sentence = text_printable(error->message ? error->message : "", false), *text;
	long line = table->details->grid.rows[row].line;

	text = name ? xasprintf("%s:%s: %s", table->plan->input, name, sentence)
		    : xasprintf("%s:%ld: %s", table->plan->input, line, sentence);
	add_reason(table, row, sentence);
	if (table->states[row].kind == '!') {
		import_report_fault(table->report, line, text);
	} else {
		import_report_add(table->report, '!', NULL, text)->line = line;
		/* What was told of the row before its references were known does not come. */
		if (table->states[row].line)
			table->report->lines[table->states[row].line - 1].kind = ' ';
		table->states[row].kind = '!';
		table->refused++;
	}
	free(name);
	free(text);
	free(sentence);
	error_clear(error);
}

void table_say(struct table *table, const char *sentence)
{
	char *line = xasprintf("%s:%ld: %s", table->plan->input, table->details->grid.rows[table->row].line, sentence);
	const struct import_report *report = table->report;
	bool said = false;
	size_t i;

	/* A cell by which the record is found is read again with the row. */
	for (i = report->line_count; i && report->line_count - i < 8 && !said; i--)
		said = report->lines[i - 1].kind == '*' && strcmp(report->lines[i - 1].sentence, line) == 0;
	if (!said)
		import_report_add(table->report, '*', NULL, line);
	free(line);
}
