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
		"decision", "kind=begin valid", NULL, "kind=begin" },
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
		"decision", "kind=study valid", NULL, "kind=study" },
	{ FRAME, N_("Scope"),
		N_("Activities, sites, units, systems and interfaces, in or out; what is out needs a justification (clause 4.3)."),
		"scope", "included=yes", "included=", NULL },
	{ FRAME, N_("Policy"),
		N_("The policy of clause 5.2, signed by general management and in force; the PISS with its rules; topic policies."),
		"policy", "kind=policy valid", NULL, "kind=policy" },
	{ FRAME, N_("Roles and responsibilities"), N_("Who answers for what (clause 5.3)."), "role", "", NULL, NULL },
	{ FRAME, N_("Objectives"), N_("What is to be reached, how it is measured, by when, with what (clause 6.2)."),
		"objective", "", "owner=", NULL },
	{ RISKS, N_("Assets"),
		N_("What has value, who owns it, how much confidentiality, integrity, availability and traceability it needs."),
		"asset", "", "owner=", NULL },
	{ RISKS, N_("Risk assessment"),
		N_("When, why and by which method the risks are assessed (clauses 6.1.2 and 8.2)."), "assessment",
		"valid", NULL, NULL },
	{ RISKS, N_("Risks, rated"), N_("What could happen to what; rate each with the digits (clause 6.1.2)."), "risk",
		"standing=current", "current_level=", NULL },
	{ RISKS, N_("Treatments"), N_("For each risk: modify, retain, avoid or share (clause 6.1.3)."), "risk",
		"treatment!=", "standing=current treatment=", NULL },
	{ RISKS, N_("Acceptances"),
		N_("Owners approve the treatment plans of their risks and accept what is left (clause 6.1.3 f)."),
		"acceptance", "valid", NULL, NULL },
	{ CONTROLS, N_("Every control decided"),
		N_("For each control of the catalogue: does it apply, and why (clause 6.1.3 d)? 6 opens the checklist."),
		"applicability", "applicable!=", "applicable=", NULL },
	{ CONTROLS, N_("The SoA is issued"),
		N_("The Statement of Applicability, approved, with its version (clause 6.1.3 d)."), "statement",
		"valid", NULL, NULL },
	{ DOING, N_("Action plan"), N_("Who does what by when (clauses 6.1.3 e and 8.3)."), "action", "", "owner= open",
		NULL },
	{ DOING, N_("Documents"),
		N_("The documented information that the standard and the organisation ask for (clause 7.5)."),
		"document", "valid", NULL, NULL },
	{ DOING, N_("Evidence records"), N_("What shows that controls work, with the date of the fact."), "evidence",
		"valid", NULL, NULL },
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

/* What is gathered of a step. */
struct lacks {
	const struct register_def *def;
	struct strings told;
	const char *first;
};

/* "Status: in force" */
static void add_lack(struct lacks *lacks, const struct field_def *field, const struct condition *condition)
{
	const struct choice *choice = condition->op == OP_EQUAL && condition->value ? field->choices : NULL;
	char *text;

	while (choice && choice->key && strcmp(choice->key, condition->value) != 0)
		choice++;
	text = choice && choice->key ? xasprintf(_("%s: %s"), _(field->label), _(choice->label))
				     : xstrdup(_(field->label));
	if (!strings_contain(&lacks->told, text))
		strings_add(&lacks->told, text);
	if (!lacks->first)
		lacks->first = filled_by(lacks->def, field)->name;
	free(text);
}

/* The field of the record itself from which a condition goes out; NULL: the condition is of none that is written by hand. */
static const struct field_def *asked_of(const struct register_def *def, const struct condition *condition)
{
	char *name = condition->path ? xstrndup(condition->path, strcspn(condition->path, ".")) : NULL;
	const struct field_def *field = name ? register_field(def, name) : NULL;

	free(name);
	return field && !(field->flags & (FIELD_BY_PROGRAM | FIELD_INTERNAL)) ? field : NULL;
}

/* The fields of what is to hold; of several conditions of which one is enough the last one says what is asked for. */
static void add_unmet(struct lacks *lacks, unsigned unmet, const struct model_context *context)
{
	const struct validity *valid;

	for (valid = lacks->def->valid; valid && valid->filter; valid++, unmet >>= 1) {
		struct query *query = query_new(lacks->def);
		size_t i;

		if ((unmet & 1) && query_parse(query, context, valid->filter, NULL))
			for (i = 0; i < query->condition_count; i++) {
				const struct condition *condition = &query->conditions[i];
				const struct field_def *field = asked_of(lacks->def, condition);

				if (field && !condition->either)
					add_lack(lacks, field, condition);
			}
		query_free(query);
	}
}

/* True where what is set in advance says the field. */
static bool is_preset(const struct guide_step *step, const struct field_def *field)
{
	size_t length = strlen(field->name);

	return step->preset && strncmp(step->preset, field->name, length) == 0 && step->preset[length] == '=';
}

char *guide_lacks(const struct guide_step *step, bool begun, unsigned unmet, const struct model_context *context,
	const char **first)
{
	struct lacks lacks = { .def = register_find(step->of) };
	struct query *query = query_new(lacks.def);
	struct buffer text = { 0 };
	size_t i;

	if (query_parse(query, context, begun ? step->done : step->missing, NULL))
		for (i = 0; i < query->condition_count; i++) {
			const struct condition *condition = &query->conditions[i];
			const struct field_def *field =
				condition->path ? register_field(lacks.def, condition->path) : NULL;

			if (condition->op == OP_VALID)
				add_unmet(&lacks, unmet, context);
			/* By what is set in advance they were found. */
			else if (field && (begun ? !is_preset(step, field) : condition->op == OP_EMPTY))
				add_lack(&lacks, field, condition);
		}
	query_free(query);
	for (i = 0; i < lacks.told.count; i++)
		buffer_printf(&text, i ? ", %s" : "%s", lacks.told.items[i]);
	strings_free(&lacks.told);
	*first = lacks.first;
	return buffer_take(&text);
}

struct query *guide_lacking(const struct guide_step *step, bool begun, const struct model_context *context)
{
	struct query *query = query_new(register_find(step->of));
	const char *filter = begun ? step->preset : step->missing;

	if (query_parse(query, context, filter ? filter : "", NULL) &&
		(!begun || !query->def->valid || query_parse(query, context, "invalid", NULL)))
		return query;
	query_free(query);
	return NULL;
}
