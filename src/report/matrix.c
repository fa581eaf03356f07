/* The risk matrix as a figure: with the risks in its cells, or as the method's grid. */
#include <stdlib.h>
#include <string.h>

#include "report/build.h"

struct cells {
	struct report *report;
	int likelihoods, impacts, unrated;
	int counts[SCALE_MAX][SCALE_MAX];
	struct buffer refs[SCALE_MAX][SCALE_MAX];
	bool selected;
};

static bool matrix_risk(void *user, const struct row *row)
{
	struct cells *cells = user;
	int64_t likelihood = 0, impact = 0;

	if (cells->selected && !report_selects(cells->report, row->id))
		return true;
	if (row->cells[0].value)
		number_parse_integer(row->cells[0].value, &likelihood);
	if (row->cells[1].value)
		number_parse_integer(row->cells[1].value, &impact);
	if (likelihood < 1 || impact < 1 || likelihood > cells->likelihoods || impact > cells->impacts) {
		cells->unrated++;
		return true;
	}
	if (cells->counts[likelihood - 1][impact - 1]++ < 6)
		buffer_printf(&cells->refs[likelihood - 1][impact - 1], " %s", row->ref);
	return true;
}

/* The figure with its axes; marks are added from the top row on. */
static struct drawing *begin(struct report *report, const char *title, const char *description)
{
	const struct model_context *context = report_context(report);
	const struct scale *likelihood = context_scale(context, "likelihood"),
			   *impact = context_scale(context, "impact");
	struct drawing *drawing = document_figure(report->document, DRAWING_MATRIX, title, description);
	int i;

	drawing->row_axis = xstrdup(_("Likelihood"));
	drawing->column_axis = xstrdup(_("Impact"));
	for (i = likelihood->count; i > 0; i--)
		strings_take(&drawing->rows, document_clean(likelihood->names[i - 1]));
	for (i = 0; i < impact->count; i++)
		strings_take(&drawing->columns, document_clean(impact->names[i]));
	return drawing;
}

static void add_mark(struct report *report, struct drawing *drawing, int level, const char *text)
{
	const struct scale *risk = context_scale(report_context(report), "risk");
	struct mark *mark = drawing_mark(drawing, method_level_mark(level, risk->count), text);

	mark->level = level;
	mark->levels = risk->count;
}

/* A file without scales has no matrix. */
static bool has_scales(struct report *report)
{
	const struct model_context *context = report_context(report);
	static const char *const names[] = { "likelihood", "impact", "risk" };
	size_t i;

	for (i = 0; i < 3; i++) {
		const struct scale *scale = context_scale(context, names[i]);

		if (!scale || !scale->count)
			return false;
	}
	return true;
}

/* A cell in the words of those who hear the figure: "Possible, Major: 8. ". */
static void describe(struct buffer *description, const char *likelihood, const char *impact, int count)
{
	char *where = xasprintf("%s, %s", likelihood, impact), *number = xasprintf("%d", count);

	buffer_printf(description, _("%s: %s"), where, number);
	buffer_add(description, ". ");
	free(where);
	free(number);
}

bool report_matrix(
	struct report *report, struct query *query, const char *state, bool half, bool selected, struct error *error)
{
	const struct model_context *context = report_context(report);
	const struct scale *likelihood = context_scale(context, "likelihood"),
			   *impact = context_scale(context, "impact");
	struct cells cells = { .report = report, .selected = selected };
	struct buffer description = { 0 };
	struct drawing *drawing;
	char *columns[2];
	bool ok;
	int i, j;

	if (!has_scales(report))
		return true;
	cells.likelihoods = likelihood->count;
	cells.impacts = impact->count;
	columns[0] = xasprintf("%s_likelihood", state);
	columns[1] = xasprintf("%s_impact", state);
	ok = report_each(report, query, (const char *const *)columns, 2, matrix_risk, &cells, error);
	free(columns[0]);
	free(columns[1]);
	drawing = begin(report,
		strcmp(state, "residual") == 0   ? _("Residual risks")
		: strcmp(state, "inherent") == 0 ? _("Inherent risks")
						 : _("Current risks"),
		NULL);
	report->document->blocks[report->document->count - 1].half = half;
	for (i = likelihood->count - 1; i >= 0; i--) {
		for (j = 0; j < impact->count; j++) {
			int count = cells.counts[i][j];
			/* Refs while they are few, else how many. */
			char *text = !count                   ? xstrdup("")
				     : count > (half ? 2 : 6) ? xasprintf("%d", count)
							      : xstrdup(cells.refs[i][j].data + 1);

			add_mark(report, drawing, method_level(&context->method, i + 1, j + 1), text);
			if (count)
				describe(&description, likelihood->names[i], impact->names[j], count);
			buffer_free(&cells.refs[i][j]);
			free(text);
		}
	}
	if (cells.unrated)
		buffer_printf(&description, _("Not rated: %d."), cells.unrated);
	document_set(&drawing->description, description.data ? description.data : _("There is no rated risk."));
	if (cells.unrated && !half) {
		char *note = xasprintf(
			ngettext("%d risk is not rated and stands outside the matrix.",
				"%d risks are not rated and stand outside the matrix.", (unsigned long)cells.unrated),
			cells.unrated);

		document_note(report->document, note);
		free(note);
	}
	buffer_free(&description);
	return ok;
}

void report_grid(struct report *report)
{
	const struct model_context *context = report_context(report);
	struct drawing *drawing;
	int i, j;

	if (!has_scales(report))
		return;
	drawing = begin(
		report, _("Grid of the method"), _("The level that the method gives for each likelihood and impact."));
	for (i = context_scale(context, "likelihood")->count; i > 0; i--) {
		for (j = 1; j <= context_scale(context, "impact")->count; j++) {
			const struct scale *risk = context_scale(context, "risk");
			int level = method_level(&context->method, i, j);

			add_mark(report, drawing, level,
				level > 0 && level <= risk->count ? risk->names[level - 1] : "");
		}
	}
}
