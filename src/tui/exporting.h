/*
 * What the files of the export menu share: view_export.c asks what, and of which records; export_form.c in which
 * form, and writes it; export_paper.c prints.  Included by these alone.
 */
#ifndef NORIA_TUI_EXPORTING_H
#define NORIA_TUI_EXPORTING_H

#include "tui/browse.h"

/* What was chosen so far. */
struct order {
	struct ui *ui;
	struct ui_progress progress;
	char *what, *format, *path, *printer;
	struct report_choice choice; /* `what`, found in the table of reports */
	bool template;               /* a workbook to be filled in */
	struct csv_form csv;
	char *filter; /* NULL: all */
	int64_t *ids;
	size_t id_count;
	/* Of the view from which the menu was called: what can be chosen from. */
	const struct register_def *def;
	char *shown_filter;
	int64_t *marks;
	size_t mark_count;
	char *ref;        /* of the record under the cursor */
	const char *view; /* the name of that view */
	const char *link; /* the field by whose record one chooses: "owner", "asset" */
};

/* ---- export_order.c ---- */
void order_free(struct order *order);
/* What is asked of the application; good as long as the order. */
struct export_request order_request(struct order *order);
/* The report as text of 80 columns; NULL: it cannot be made, which is said.  The caller frees. */
char *order_text(struct order *order);

/* ---- export_form.c ---- */
/* Asks for the form, and for the place; takes the order over. */
void order_ask_form(struct ui *ui, struct order *order);

/* ---- export_paper.c ---- */
/* Asks for the printer; takes the order over. */
void order_print(struct ui *ui, struct order *order);

#endif
