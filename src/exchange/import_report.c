/* What an import came upon, line by line. */
#include <stdlib.h>
#include <string.h>

#include "exchange/import.h"

static struct import_line *add(struct import_report *report, char kind, const char *ref, const char *sentence)
{
	struct import_line *line;

	if (report->line_count == report->line_capacity) {
		report->line_capacity = report->line_capacity ? report->line_capacity * 2 : 64;
		report->lines = xreallocarray(report->lines, report->line_capacity, sizeof *report->lines);
	}
	line = &report->lines[report->line_count++];
	*line = (struct import_line){ .kind = kind, .ref = xstrdup(ref), .sentence = xstrdup(sentence) };
	return line;
}

struct import_line *import_report_add(struct import_report *report, char kind, const char *ref, const char *sentence)
{
	if (kind == '!')
		report->refused++;
	else if (kind != '*' && !report->all)
		return NULL;
	return add(report, kind, ref, sentence);
}

void import_report_fault(struct import_report *report, long line, const char *sentence)
{
	add(report, '!', NULL, sentence)->line = line;
}

static void line_free(struct import_line *line)
{
	size_t i;

	for (i = 0; i < line->change_count; i++) {
		free(line->changes[i].before);
		free(line->changes[i].after);
	}
	free(line->changes);
	free(line->ref);
	free(line->sentence);
}

void import_report_again(struct import_report *report)
{
	size_t i, kept = 0;

	for (i = 0; i < report->line_count; i++)
		if (report->lines[i].kind == '!')
			report->lines[kept++] = report->lines[i];
		else
			line_free(&report->lines[i]);
	report->line_count = kept;
	report->added = report->changed = report->unchanged = report->gone = report->made = report->postponed = 0;
}

void import_report_add_note(struct import_report *report, const char *sentence)
{
	add(report, '*', NULL, sentence);
}

int64_t import_report_unnamed(const struct import_report *report)
{
	bool part = report->gone > report->changed + report->unchanged;

	return part && report->gone > IMPORT_KEPT_NAMED ? report->gone - IMPORT_KEPT_NAMED : 0;
}

void import_report_free(struct import_report *report)
{
	size_t i;

	for (i = 0; i < report->line_count; i++)
		line_free(&report->lines[i]);
	free(report->lines);
	free(report->kind);
	free(report->note);
	memset(report, 0, sizeof *report);
}
