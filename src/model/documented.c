/* The documented information that the standard asks for. */
#include <stdlib.h>
#include <string.h>

#include "base/lib.h"
#include "model/documented.h"

const struct documented documented_information[] = {
	{ "4.3", N_("The scope"), "documented-scope" },
	{ "5.2", N_("The security policy"), "documented-policy" },
	{ "6.1.2", N_("The process of risk assessment"), "documented-assessment-process" },
	{ "6.1.3", N_("The process of risk treatment"), "documented-treatment-process" },
	{ "6.1.3.d", N_("The Statement of Applicability"), "documented-soa" },
	{ "6.1.3.e", N_("The risk treatment plan"), "documented-plan" },
	{ "6.2", N_("The objectives"), "documented-objectives" },
	{ "7.2.d", N_("Evidence of competence"), "documented-competence" },
	{ "7.5.1", N_("The organisation’s own list"), "documented-list" },
	{ "7.5.3", N_("Documents from outside"), "documented-outside" },
	{ "8.1", N_("Results of the processes"), "documented-operation" },
	{ "8.2", N_("Results of risk assessments"), "documented-assessments" },
	{ "8.3", N_("Results of risk treatment"), "documented-treatment" },
	{ "9.1", N_("Results of measuring"), "documented-measures" },
	{ "9.2.2", N_("The programme of audits"), "documented-programme" },
	{ "9.2.2", N_("Results of audits"), "documented-audits" },
	{ "9.3.3", N_("Results of management reviews"), "documented-reviews" },
	{ "10.2", N_("Nonconformities and what was done"), "documented-nonconformities" },
	{ "A.5.9", N_("The inventory of assets"), "documented-inventory" },
	{ "A.5.10", N_("Rules of use"), "documented-use" },
	{ "A.5.26", N_("Procedures for incidents"), "documented-incidents" },
	{ "A.5.31", N_("Obligations"), "documented-obligations" },
	{ "A.5.37", N_("Operating procedures"), "documented-procedures" },
	{ "A.6.6", N_("Signed undertakings of confidentiality"), "documented-undertakings" },
	{ "A.8.9", N_("Configurations"), "documented-configurations" },
	{ "A.8.27", N_("Principles of secure engineering"), "documented-principles" },
	{ .what = NULL },
};

const struct verdict_condition *documented_condition(const struct documented *row)
{
	return verdict_find(row->condition);
}

struct query *documented_question(const struct documented *row, const struct model_context *context)
{
	static const char control[] = "A.";
	char *filter = xasprintf("control.catalogue=soa control.number=%s applicable=", row->number);
	struct query *query =
		strncmp(row->number, control, strlen(control)) == 0 ? query_new(register_find("applicability")) : NULL;

	if (query && !query_parse(query, context, filter, NULL)) {
		query_free(query);
		query = NULL;
	}
	free(filter);
	return query;
}
