/* What an import came upon, line by line. */
#include <stdlib.h>
#include <string.h>

#include "exchange/import.h"

void import_report_add(struct import_report *report, char kind, const char *ref, const char *sentence)
{
	struct import_line *line;

	if (kind == '!')
		report->refused++;
	else if (kind != '*' && !report->all)
		return;
	if (report->line_count == report->line_capacity) {
		report->line_capacity = report->line_capacity ? report->line_capacity * 2 : 64;
		report->lines = xreallocarray(report->lines, report->line_capacity, sizeof *report->lines);
	}
	line = &report->lines[report->line_count++];
	line->kind = kind;
	line->ref = xstrdup(ref);
	line->sentence = xstrdup(sentence);
}

void import_report_free(struct import_report *report)
{
	size_t i;

	for (i = 0; i < report->line_count; i++) {
		free(report->lines[i].ref);
		free(report->lines[i].sentence);
	}
	free(report->lines);
	free(report->kind);
	free(report->note);
	memset(report, 0, sizeof *report);
}
