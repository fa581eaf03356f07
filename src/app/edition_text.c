/* The plan of an edition change as a table for people and machines, and decisions read back from it. */
#include <stdlib.h>
#include <string.h>

#include "app/edition.h"

static const struct {
	const char *key, *label;
} fates[] = {
	{ "carried", N_("carried") },
	{ "merged", N_("merged") },
	{ "split", N_("split") },
	{ "likely", N_("likely") },
	{ "none", N_("no successor") },
};
static const struct {
	const char *key, *label;
} decisions[] = {
	{ "", N_("to decide") },
	{ "carry", N_("carried over") },
	{ "own", N_("own control") },
	{ "close", N_("closed") },
};

const char *edition_fate_label(enum edition_fate fate)
{
	return _(fates[fate].label);
}

const char *edition_decision_label(enum edition_decision decision)
{
	return _(decisions[decision].label);
}

char *edition_answer(struct store *store, const struct edition_line *line)
{
	static const char *const fields[] = { "applicable", "status", "owner" };
	struct strings words = { 0 };
	char *text;
	size_t i;

	for (i = 0; i < sizeof fields / sizeof fields[0]; i++) {
		const struct field_def *field = register_field(line->answer->def, fields[i]);
		const char *value = record_get(line->answer, fields[i]);

		if (value)
			strings_take(&words, field_is_reference(field)
						     ? store_references(store, value, REFERENCE_TITLE, ", ")
						     : field_format(field, store_context(store), value));
		else if (i == 0)
			strings_add(&words, _("not decided"));
	}
	text = strings_join(&words, ", ");
	strings_free(&words);
	return text;
}

char *edition_told(const struct edition *plan)
{
	struct buffer text = { 0 };

	if (plan->clauses_answered)
		buffer_printf(&text,
			ngettext("%zu clause of the new edition took over what was said of it.\n",
				"%zu clauses of the new edition took over what was said of them.\n",
				plan->clauses_answered),
			plan->clauses_answered);
	if (plan->clauses_anew)
		buffer_printf(&text,
			ngettext("%zu of them asks for more than before; assess again how far it is met.\n",
				"%zu of them ask for more than before; assess again how far they are met.\n",
				plan->clauses_anew),
			plan->clauses_anew);
	if (plan->frozen)
		buffer_printf(&text,
			ngettext("%zu link of a record that stands as it was signed keeps the old ones alone.\n",
				"%zu links of records that stand as they were signed keep the old ones alone.\n",
				plan->frozen),
			plan->frozen);
	return text.data ? buffer_take(&text) : xstrdup("");
}

/* ---- out ---- */

static const char *const columns[] = { "number", "title", "fate", "successors", "certainty", "decision", "targets",
	"reason", "owner" };
#define COLUMN_COUNT (sizeof columns / sizeof columns[0])

static void begin_sheet(struct sheet *sheet, const char *const *names, size_t count)
{
	size_t i;

	memset(sheet, 0, sizeof *sheet);
	for (i = 0; i < count; i++)
		strings_add(&sheet->columns, names[i]);
}

static const char *certainty(const struct edition_line *line)
{
	return line->fate == EDITION_LIKELY ? "likely" : line->fate == EDITION_NONE ? "" : "sure";
}

/* For machines: every old line; then the new controls that ask for an owner, and those that nothing answers. */
static void write_rows(const struct edition *plan, enum table_format format, struct buffer *out)
{
	struct sheet sheet;
	size_t i;

	begin_sheet(&sheet, columns, COLUMN_COUNT);
	sheet.lists = 1u << 3 | 1u << 6;
	for (i = 0; i < plan->count; i++) {
		const struct edition_line *line = &plan->lines[i];
		char *successors = strings_join(&line->successors, ","),
		     *targets = line->decision == EDITION_CARRY ? strings_join(&line->targets, ",") : xstrdup("");

		sheet_add(&sheet, (const char *const[]){ line->number, line->title, fates[line->fate].key, successors,
					  certainty(line), decisions[line->decision].key, targets,
					  line->decision == EDITION_CLOSE ? line->reason : NULL, NULL });
		free(successors);
		free(targets);
	}
	for (i = 0; i < plan->list.count; i++) {
		const struct edition_control *control = &plan->controls[i];
		const struct catalogue_control *is = control->control;

		if (control->owners.count || !control->source_count)
			sheet_add(
				&sheet, (const char *const[]){ NULL, is->title, control->owners.count ? "owner" : "new",
						NULL, NULL, NULL, is->number, NULL, control->owner });
	}
	sheet_write(&sheet, format, NULL, out);
	sheet_free(&sheet);
}

const char *edition_title(const struct catalogue_control *control)
{
	return control->title_fr && strcmp(environment_language(), "fr") == 0 ? control->title_fr : control->title;
}

char *edition_where(const struct edition *plan, const struct edition_line *line)
{
	switch (line->decision) {
	case EDITION_CARRY:
		return strings_join(&line->targets, ", ");
	case EDITION_OWN:
		return edition_own_ref(plan, line);
	case EDITION_CLOSE:
		return xstrdup(line->reason);
	case EDITION_OPEN:
		break;
	}
	return strings_join(&line->successors, ", ");
}

static void write_old(const struct edition *plan, struct buffer *out)
{
	const char *const labels[] = { _("Control"), _("Title"), _("Fate"), _("Certainty"), _("Decision"),
		_("New controls") };
	struct sheet sheet;
	size_t i;

	begin_sheet(&sheet, labels, 6);
	for (i = 0; i < plan->count; i++) {
		const struct edition_line *line = &plan->lines[i];
		char *where = edition_where(plan, line);

		sheet_add(&sheet, (const char *const[]){ line->number, line->title, edition_fate_label(line->fate),
					  line->fate == EDITION_NONE     ? ""
					  : line->fate == EDITION_LIKELY ? _("likely")
									 : _("sure"),
					  edition_decision_label(line->decision), where });
		free(where);
	}
	sheet_write(&sheet, TABLE_TEXT, NULL, out);
	sheet_free(&sheet);
}

static void write_new(const struct edition *plan, struct buffer *out)
{
	const char *const labels[] = { _("New control"), _("Title"), _("Answered by") };
	struct sheet sheet;
	size_t i, j;

	begin_sheet(&sheet, labels, 3);
	for (i = 0; i < plan->list.count; i++) {
		const struct edition_control *control = &plan->controls[i];
		struct strings numbers = { 0 };
		char *from;

		for (j = 0; j < control->source_count; j++)
			strings_add(&numbers, plan->lines[control->sources[j]].number);
		from = numbers.count ? strings_join(&numbers, ", ") : xstrdup(_("new: undecided"));
		if (control->owners.count && !control->owner) {
			char *owners = strings_join(&control->owners, ", "),
			     *more = xasprintf(_("%s (whose: %s?)"), from, owners);

			free(owners);
			free(from);
			from = more;
		}
		sheet_add(&sheet,
			(const char *const[]){ control->control->number, edition_title(control->control), from });
		free(from);
		strings_free(&numbers);
	}
	sheet_write(&sheet, TABLE_TEXT, NULL, out);
	sheet_free(&sheet);
}

void edition_write(const struct edition *plan, enum table_format format, struct buffer *out)
{
	if (format != TABLE_TEXT) {
		write_rows(plan, format, out);
		return;
	}
	write_old(plan, out);
	buffer_add_char(out, '\n');
	write_new(plan, out);
}

/* ---- in ---- */

static bool read_row(struct edition *plan, const struct sheet *sheet, size_t row, struct error *error)
{
	const char *number = sheet_get(sheet, row, "number"), *word = sheet_get(sheet, row, "decision"),
		   *targets = sheet_get(sheet, row, "targets");
	const char *owner = sheet_get(sheet, row, "owner");
	enum edition_decision decision;
	size_t i;
	char *shown;

	if (!number) {
		if (!owner || !targets)
			return true;
		for (i = 0; i < plan->list.count; i++)
			if (strcmp(plan->list.items[i].number, targets) == 0)
				return edition_choose_owner(plan, i, owner, error);
		shown = text_printable(targets, false);
		error_set(error, ERROR_INVALID, _("%s has no control %s."), plan->to, shown);
		free(shown);
		return false;
	}
	if (!word)
		return true;
	for (decision = EDITION_CARRY; decision <= EDITION_CLOSE && strcmp(decisions[decision].key, word) != 0;
		decision++)
		;
	if (decision > EDITION_CLOSE) {
		shown = text_printable(word, false);
		error_set(error, ERROR_INVALID, _("There is no decision \"%s\"; it is carry, own or close."), shown);
		free(shown);
		return false;
	}
	for (i = 0; i < plan->count; i++)
		if (strcmp(plan->lines[i].number, number) == 0)
			return edition_decide(plan, i, decision, decision == EDITION_CARRY ? targets : NULL,
				sheet_get(sheet, row, "reason"), error);
	shown = text_printable(number, false);
	error_set(error, ERROR_INVALID, _("%s has no control %s."), plan->from, shown);
	free(shown);
	return false;
}

bool edition_read_decisions(struct edition *plan, const char *path, struct error *error)
{
	struct sheet sheet;
	bool ok, owners;
	size_t i;

	if (!sheet_read(path, &sheet, error))
		return false;
	ok = sheet_has(&sheet, "number") && sheet_has(&sheet, "decision");
	if (!ok)
		error_set_at(error, ERROR_INVALID, path, 1,
			_("The first row must name the columns number, decision, targets, reason."));
	/* Whose a merged answer becomes is known only when all lines are decided. */
	for (owners = false; ok; owners = true) {
		for (i = 0; ok && i < sheet.count; i++) {
			if (owners != !sheet_get(&sheet, i, "number"))
				continue;
			ok = read_row(plan, &sheet, i, error);
			if (!ok && !error->file) {
				char *sentence = xstrdup(error->message);

				error_set_at(error, ERROR_INVALID, path, sheet.rows[i].line, "%s", sentence);
				free(sentence);
			}
		}
		if (owners)
			break;
	}
	sheet_free(&sheet);
	return ok;
}
