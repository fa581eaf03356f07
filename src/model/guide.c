/*
 * The steps of the method up to the end of Plan and the first turn of Do:
 * when it is time to begin, the preliminary study that management validates,
 * scope, policy, risks, controls.  The order is the method's, the filters are
 * the query language's.
 */
#include <stdlib.h>
#include <string.h>

#include "model/field_type.h"
#include "model/guide.h"
#include "model/query.h"

#define BEGIN N_("Deciding to begin")
#define STUDY N_("Preliminary study")
#define FRAME N_("Scope and policy")
#define RISKS N_("Risks")
#define CONTROLS N_("Controls")
#define DOING N_("Doing")

const struct guide_step guide_steps[] = {
	{ BEGIN, N_("Management decides to begin"),
		N_("Write down why an ISMS is wanted: risks, obligations, clients' demands, expected benefits; and the dated decision of general management (clause 5.1)."),
		"decision", "kind=begin status=decided", NULL, "kind=begin" },
	{ BEGIN, N_("The first turn of the wheel"),
		N_("Open a cycle: from when to when it is to lead from Plan to Act, and in which phase it stands; the top line tells it."),
		"cycle", "", NULL, NULL },
	{ BEGIN, N_("Follow-up meetings are held"),
		N_("Meet with general management: who was there, what was decided; decisions that ask for work become actions (clause 5.1)."),
		"meeting", "status=held", NULL, "kind=kickoff" },
	{ STUDY, N_("Existing mechanisms"), N_("Which security measures exist already, and how mature is each?"),
		"mechanism", "", "maturity=", NULL },
	{ STUDY, N_("Context issues"), N_("What outside and inside the organisation bears on the ISMS (clause 4.1)?"),
		"issue", "", "relevant=", NULL },
	{ STUDY, N_("Climate change"),
		N_("Determine whether climate change matters, with the reason (clause 4.1, Amendment 1:2024)."),
		"issue", "topic=climate relevant!=", NULL, "topic=climate" },
	{ STUDY, N_("Interested parties"),
		N_("Who has an interest, what do they require, what is at stake for them, does the ISMS address it (clause 4.2)?"),
		"party", "", "addressed=", NULL },
	{ STUDY, N_("Obligations"),
		N_("Laws, contracts and standards that bind the organisation (clause 4.2 b, A.5.31)."), "obligation",
		"", NULL, NULL },
	{ STUDY, N_("General management validates the study"),
		N_("A decision that says what was validated, by whom, in which function, when; the journal seals it."),
		"decision", "kind=study status=decided", NULL, "kind=study" },
	{ FRAME, N_("Scope"),
		N_("Activities, sites, units, systems and interfaces, in or out; what is out needs a justification (clause 4.3)."),
		"scope", "included=yes", "included=", NULL },
	{ FRAME, N_("Policy"),
		N_("The policy of clause 5.2, signed by general management and in force; the PISS with its rules; topic policies."),
		"policy", "kind=policy status=force", NULL, "kind=policy" },
	{ FRAME, N_("Roles and responsibilities"), N_("Who answers for what (clause 5.3)."), "role", "", NULL, NULL },
	{ FRAME, N_("Objectives"), N_("What is to be reached, how it is measured, by when, with what (clause 6.2)."),
		"objective", "", "owner=", NULL },
	{ RISKS, N_("Assets"),
		N_("What has value, who owns it, how much confidentiality, integrity, availability and traceability it needs."),
		"asset", "", "owner=", NULL },
	{ RISKS, N_("Risk assessment"),
		N_("When, why and by which method the risks are assessed (clauses 6.1.2 and 8.2)."), "assessment", "",
		NULL, NULL },
	{ RISKS, N_("Risks, rated"), N_("What could happen to what; rate each with the digits (clause 6.1.2)."), "risk",
		"standing=current", "current_level=", NULL },
	{ RISKS, N_("Treatments"), N_("For each risk: modify, retain, avoid or share (clause 6.1.3)."), "risk",
		"treatment!=", "standing=current treatment=", NULL },
	{ RISKS, N_("Acceptances"),
		N_("Owners approve the treatment plans of their risks and accept what is left (clause 6.1.3 f)."),
		"acceptance", "status=accepted", NULL, NULL },
	{ CONTROLS, N_("Every control decided"),
		N_("For each control of the catalogue: does it apply, and why (clause 6.1.3 d)? 6 opens the checklist."),
		"applicability", "applicable!=", "applicable=", NULL },
	{ CONTROLS, N_("The SoA is issued"),
		N_("The Statement of Applicability, approved, with its version (clause 6.1.3 d)."), "statement", "",
		NULL, NULL },
	{ DOING, N_("Action plan"), N_("Who does what by when (clauses 6.1.3 e and 8.3)."), "action", "", "owner= open",
		NULL },
	{ DOING, N_("Documents"),
		N_("The documented information that the standard and the organisation ask for (clause 7.5)."),
		"document", "", NULL, NULL },
	{ DOING, N_("Evidence records"), N_("What shows that controls work, with the date of the fact."), "evidence",
		"", NULL, NULL },
	{ NULL, NULL, NULL, NULL, NULL, NULL, NULL },
};

/* The field of a form in which a derived one is filled: a level comes from its likelihood and impact. */
static const struct field_def *filled_by(const struct register_def *def, const struct field_def *field)
{
	const char *level = strstr(field->name, "_level");
	char *name = level ? xasprintf("%.*s_likelihood", (int)(level - field->name), field->name) : NULL;
	const struct field_def *by = name ? register_field(def, name) : NULL;

	free(name);
	return by ? by : field;
}

/* "Status: in force" */
static void add_lack(struct buffer *text, const struct field_def *field, const struct condition *condition)
{
	const struct choice *choice = field->choices;

	buffer_printf(text, text->length ? ", %s" : "%s", _(field->label));
	if (condition->op != OP_EQUAL || !condition->value)
		return;
	while (choice && choice->key && strcmp(choice->key, condition->value) != 0)
		choice++;
	if (choice && choice->key)
		buffer_printf(text, ": %s", _(choice->label));
}

char *guide_lacks(const struct guide_step *step, bool begun, const struct model_context *context, const char **first)
{
	const struct register_def *def = register_find(step->of);
	struct query *query = query_new(def);
	struct buffer text = { 0 };
	size_t i;

	*first = NULL;
	if (query_parse(query, context, begun ? step->done : step->missing, NULL))
		for (i = 0; i < query->condition_count; i++) {
			const struct condition *condition = &query->conditions[i];
			const struct field_def *field = condition->path ? register_field(def, condition->path) : NULL;
			size_t length = field ? strlen(field->name) : 0;

			if (!field || (!begun && condition->op != OP_EMPTY))
				continue;
			/* By what is set in advance they were found. */
			if (begun && step->preset && strncmp(step->preset, field->name, length) == 0 &&
				step->preset[length] == '=')
				continue;
			if (!*first)
				*first = filled_by(def, field)->name;
			add_lack(&text, field, condition);
		}
	query_free(query);
	return buffer_take(&text);
}

struct query *guide_lacking(const struct guide_step *step, bool begun, const struct model_context *context)
{
	struct query *query = query_new(register_find(step->of));
	const char *filter = begun ? step->preset : step->missing;

	if (query_parse(query, context, filter ? filter : "", NULL))
		return query;
	query_free(query);
	return NULL;
}
