/*
 * The plan of an edition change: what the correspondences say of each line of
 * the SoA, and the decisions that are taken on it.  Nothing here writes.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "app/edition.h"

static bool has_text(const struct record *record, const char *field)
{
	return record_get(record, field) != NULL;
}

/* Something that would be lost if the line ended. */
static bool is_kept_by_default(const struct record *answer)
{
	const char *applicable = record_get(answer, "applicable");

	if (applicable)
		return strcmp(applicable, "yes") == 0;
	return has_text(answer, "implementation") || has_text(answer, "status") || has_text(answer, "evidence") ||
	       has_text(answer, "risks") || has_text(answer, "actions");
}

/* ---- the controls that answer to a number ---- */

/* "A.5.1", "a.5.1", "5.1" and "2022:A.5.1" are one. */
static const char *plain_number(const char *number)
{
	const char *colon = strchr(number, ':');

	if (colon)
		number = colon + 1;
	return strncasecmp(number, "A.", 2) == 0 ? number + 2 : number;
}

static struct edition_control *find_control(struct edition *plan, const char *number)
{
	size_t i;

	for (i = 0; i < plan->list.count; i++)
		if (strcasecmp(plain_number(plan->list.items[i].number), plain_number(number)) == 0)
			return &plan->controls[i];
	return NULL;
}

/* ---- the correspondences, from one edition to the next and over two ---- */

/* The successors of a number; *sure becomes false where one of the steps is only likely. */
static void follow(const struct correspondences *all, const char *catalogue, const char *number, const char *to,
	struct strings *numbers, bool *sure)
{
	size_t i;

	for (i = 0; i < all->count; i++) {
		const struct correspondence *step = &all->items[i];

		if (strcmp(step->from_catalogue, catalogue) != 0 || strcmp(step->from, number) != 0)
			continue;
		*sure = *sure && step->sure;
		if (!step->to)
			continue;
		if (strcmp(step->to_catalogue, to) != 0)
			follow(all, step->to_catalogue, step->to, to, numbers, sure);
		else if (!strings_contain(numbers, step->to))
			strings_add(numbers, step->to);
	}
}

static void add_targets(const struct correspondences *all, const char *from, struct strings *targets)
{
	size_t i;

	for (i = 0; i < all->count; i++) {
		const struct correspondence *step = &all->items[i];

		if (strcmp(step->from_catalogue, from) != 0 || strings_contain(targets, step->to_catalogue))
			continue;
		strings_add(targets, step->to_catalogue);
		add_targets(all, step->to_catalogue, targets);
	}
}

bool edition_targets(struct store *store, struct strings *targets, struct error *error)
{
	struct correspondences all;

	if (!store_context(store)->catalogue_ref)
		return error_set(error, ERROR_INVALID,
			_("The organisation has no catalogue for its SoA; choose one in its record."));
	if (!correspondences_read("correspondence", &all, error))
		return false;
	add_targets(&all, store_context(store)->catalogue_ref, targets);
	correspondences_free(&all);
	return true;
}

static void judge(struct edition *plan, struct edition_line *line, bool sure)
{
	size_t i, j, others = 0;

	for (i = 0; i < plan->count; i++)
		for (j = 0; j < line->successors.count && &plan->lines[i] != line; j++)
			others += strings_contain(&plan->lines[i].successors, line->successors.items[j]);
	if (!line->successors.count)
		line->fate = EDITION_NONE;
	else if (!sure)
		line->fate = EDITION_LIKELY;
	else if (line->successors.count > 1)
		line->fate = EDITION_SPLIT;
	else
		line->fate = others ? EDITION_MERGED : EDITION_CARRIED;
	line->proposed = line->successors.count             ? EDITION_CARRY
			 : is_kept_by_default(line->answer) ? EDITION_OWN
							    : EDITION_CLOSE;
	for (i = 0; i < line->successors.count; i++)
		strings_add(&line->targets, line->successors.items[i]);
	if (line->proposed == EDITION_CLOSE)
		line->reason = xasprintf(_("without successor in %s"), plan->to_title);
	/* What the standard settles needs nobody's decision, though it may be changed. */
	if (line->fate == EDITION_CARRIED || line->fate == EDITION_MERGED || line->fate == EDITION_SPLIT)
		line->decision = EDITION_CARRY;
}

/* ---- what follows from the decisions ---- */

static void settle(struct edition *plan)
{
	size_t i, j;

	for (i = 0; i < plan->list.count; i++) {
		strings_free(&plan->controls[i].owners);
		plan->controls[i].source_count = 0;
	}
	for (i = 0; i < plan->count; i++) {
		const struct edition_line *line = &plan->lines[i];

		for (j = 0; line->decision == EDITION_CARRY && j < line->targets.count; j++) {
			struct edition_control *control = find_control(plan, line->targets.items[j]);
			const char *owner = record_get(line->answer, "owner");

			if (!control)
				continue;
			control->sources =
				xreallocarray(control->sources, control->source_count + 1, sizeof *control->sources);
			control->sources[control->source_count++] = i;
			if (owner && !strings_contain(&control->owners, owner))
				strings_add(&control->owners, owner);
		}
	}
	for (i = 0; i < plan->list.count; i++) {
		struct edition_control *control = &plan->controls[i];

		/* One owner, or none, is no question; nor is a choice kept that its lines no longer ask for. */
		if (control->owners.count < 2) {
			strings_free(&control->owners);
			free(control->owner);
			control->owner = NULL;
		}
	}
}

size_t edition_open(const struct edition *plan, char **which)
{
	struct strings numbers = { 0 };
	size_t i, count;

	for (i = 0; i < plan->count; i++)
		if (plan->lines[i].decision == EDITION_OPEN)
			strings_add(&numbers, plan->lines[i].number);
	for (i = 0; i < plan->list.count; i++)
		if (plan->controls[i].owners.count && !plan->controls[i].owner)
			/* TRANSLATORS: the number of a control whose owner is to be chosen */
			strings_take(&numbers, text_elided(xasprintf(_("owner of %s"), plan->list.items[i].number),
						       plan->list.items[i].number));
	count = numbers.count;
	if (which)
		*which = strings_join(&numbers, ", ");
	strings_free(&numbers);
	return count;
}

bool edition_decide(struct edition *plan, size_t at, enum edition_decision decision, const char *targets,
	const char *reason, struct error *error)
{
	struct edition_line *line = &plan->lines[at];
	struct strings given = { 0 }, taken = { 0 };
	bool ok = true;
	size_t i;

	if (decision == EDITION_CARRY) {
		if (targets)
			strings_split(&given, targets);
		for (i = 0; !targets && i < line->successors.count; i++)
			strings_add(&given, line->successors.items[i]);
		if (!given.count)
			ok = error_set(error, ERROR_INVALID,
				_("%s has no successor; say which control it answers now."), line->number);
		for (i = 0; ok && i < given.count; i++) {
			struct edition_control *control = find_control(plan, given.items[i]);
			char *shown = text_printable(given.items[i], false);

			if (!control)
				ok = error_set(error, ERROR_INVALID, _("%s has no control %s."), plan->to, shown);
			else if (!strings_contain(&taken, control->control->number))
				strings_add(&taken, control->control->number);
			free(shown);
		}
	} else if (decision == EDITION_CLOSE && !reason) {
		reason = line->reason;
		if (!reason)
			ok = error_set(error, ERROR_INVALID, _("%s cannot be closed without a reason."), line->number);
	}
	strings_free(&given);
	if (!ok) {
		strings_free(&taken);
		return false;
	}
	if (decision == EDITION_CARRY) {
		strings_free(&line->targets);
		line->targets = taken;
	}
	if (decision == EDITION_CLOSE && reason != line->reason) {
		free(line->reason);
		line->reason = xstrdup(reason);
	}
	line->decision = decision;
	settle(plan);
	return true;
}

bool edition_choose_owner(struct edition *plan, size_t at, const char *owner, struct error *error)
{
	struct edition_control *control = &plan->controls[at];

	if (!strings_contain(&control->owners, owner)) {
		char *list = strings_join(&control->owners, ", "), *shown = text_printable(owner, false);

		if (control->owners.count)
			error_set(error, ERROR_INVALID, _("%s does not own what becomes %s; it is one of: %s."), shown,
				control->control->number, list);
		else
			error_set(error, ERROR_INVALID, _("The owner of %s is no question."), control->control->number);
		free(list);
		free(shown);
		return false;
	}
	free(control->owner);
	control->owner = xstrdup(owner);
	return true;
}

void edition_accept(struct edition *plan)
{
	size_t i;

	for (i = 0; i < plan->count; i++)
		if (plan->lines[i].decision == EDITION_OPEN)
			plan->lines[i].decision = plan->lines[i].proposed;
	settle(plan);
	for (i = 0; i < plan->list.count; i++)
		if (plan->controls[i].owners.count && !plan->controls[i].owner)
			plan->controls[i].owner = xstrdup(plan->controls[i].owners.items[0]);
}

/* ---- the plan ---- */

static bool collect(void *user, const struct row *row)
{
	strings_add(user, row->ref);
	return true;
}

static bool read_lines(struct store *store, struct edition *plan, struct error *error)
{
	const struct model_context *context = store_context(store);
	struct query *query = query_soa(context, SOA_REFERENCE);
	struct strings refs = { 0 };
	bool ok;
	size_t i;

	query_sort(query, "ref", NULL);
	ok = store_each(store, query, NULL, 0, collect, &refs, error);
	query_free(query);
	plan->lines = xcalloc(refs.count ? refs.count : 1, sizeof *plan->lines);
	for (i = 0; ok && i < refs.count; i++) {
		struct edition_line *line = &plan->lines[plan->count++];
		struct record *control;

		line->answer = store_record_by_ref(store, refs.items[i], error);
		control = line->answer ? store_record_by_ref(store, record_get(line->answer, "control"), error) : NULL;
		ok = control != NULL;
		if (ok) {
			line->control = xstrdup(control->ref);
			line->number = xstrdup(record_get(control, "number"));
			line->title = xstrdup(record_title(control, context->language));
		}
		record_free(control);
	}
	strings_free(&refs);
	return ok;
}

bool edition_plan(struct store *store, const char *catalogue, struct edition *plan, struct error *error)
{
	const struct model_context *context = store_context(store);
	struct correspondences all = { 0 };
	struct strings targets = { 0 };
	bool *sure = NULL, ok;
	size_t i;

	memset(plan, 0, sizeof *plan);
	if (!context->catalogue_ref)
		return error_set(error, ERROR_INVALID,
			_("The organisation has no catalogue for its SoA; choose one in its record."));
	ok = correspondences_read("correspondence", &all, error);
	if (ok)
		add_targets(&all, context->catalogue_ref, &targets);
	if (ok && !strings_contain(&targets, catalogue)) {
		char *shown = text_printable(catalogue, false);

		ok = error_set(error, ERROR_INVALID,
			_("No correspondences lead from %s to %s; they lead from iso27002-2005 to iso27001-2013 and on to iso27001-2022."),
			context->catalogue_ref, shown);
		free(shown);
	}
	ok = ok && catalogue_list_read(catalogue, &plan->list, error) &&
	     correspondences_read("requirement-correspondence", &plan->clauses, error);
	if (ok) {
		plan->from = xstrdup(context->catalogue_ref);
		plan->from_prefix = xstrdup(context->catalogue_prefix);
		plan->from_title = store_title(store, plan->from);
		plan->to = xstrdup(catalogue);
		plan->to_title =
			xstrdup(plan->list.title_fr && strcmp(context->language, "fr") == 0 ? plan->list.title_fr
											    : plan->list.title);
		plan->controls = xcalloc(plan->list.count + 1, sizeof *plan->controls);
		for (i = 0; i < plan->list.count; i++)
			plan->controls[i].control = &plan->list.items[i];
		ok = read_lines(store, plan, error);
	}
	if (ok) {
		sure = xcalloc(plan->count + 1, sizeof *sure);
		for (i = 0; i < plan->count; i++) {
			sure[i] = true;
			follow(&all, plan->from, plan->lines[i].number, plan->to, &plan->lines[i].successors, &sure[i]);
		}
		for (i = 0; i < plan->count; i++)
			judge(plan, &plan->lines[i], sure[i]);
		settle(plan);
	}
	free(sure);
	strings_free(&targets);
	correspondences_free(&all);
	if (!ok)
		edition_free(plan);
	return ok;
}

void edition_free(struct edition *plan)
{
	size_t i;

	for (i = 0; i < plan->count; i++) {
		struct edition_line *line = &plan->lines[i];

		record_free(line->answer);
		free(line->control);
		free(line->number);
		free(line->title);
		free(line->reason);
		strings_free(&line->successors);
		strings_free(&line->targets);
	}
	for (i = 0; plan->controls && i < plan->list.count; i++) {
		free(plan->controls[i].sources);
		free(plan->controls[i].owner);
		strings_free(&plan->controls[i].owners);
	}
	free(plan->lines);
	free(plan->controls);
	free(plan->from);
	free(plan->from_title);
	free(plan->to_title);
	free(plan->to);
	free(plan->from_prefix);
	catalogue_list_free(&plan->list);
	correspondences_free(&plan->clauses);
	memset(plan, 0, sizeof *plan);
}
