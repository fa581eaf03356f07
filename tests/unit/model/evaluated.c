/* Check and Act: what their registers refuse, warn of and name as valid. */
#include <criterion/criterion.h>
#include <string.h>

#include "model/query.h"
#include "model/record.h"
#include "model/rules.h"

static const char *asked(
	const char *name, const char *first, const char *a, const char *second, const char *b, const char **field)
{
	struct record *record = record_new(register_find(name), "UTC");
	struct model_context context = { 0 };
	const char *sentence;

	record_set(record, first, a);
	record_set(record, second, b);
	*field = "";
	sentence = record->def->check(record, &context, field);
	record_free(record);
	return sentence;
}

Test(evaluated, days_and_figures_that_contradict_each_other_are_refused)
{
	static const struct {
		const char *name, *first, *a, *second, *b, *refused;
	} cases[] = {
		{ "programme", "start", "2026-01-02", "end", "2026-01-01", "end" },
		{ "programme", "start", "2026-01-02", "end", "2026-01-02", NULL },
		{ "audit", "held", "2026-01-02", "reported", "2026-01-01", "reported" },
		{ "audit", "held", "2026-01-02", "reported", "2026-01-02", NULL },
		{ "audit", "sampled", "11", "population", "10", "sampled" },
		{ "audit", "sampled", "10", "population", "10", NULL },
		{ "review", "held", "2026-01-02", "signed", "2026-01-01", "signed" },
		{ "review", "held", "2026-01-02", "next", "2026-01-02", "next" },
		{ "review", "held", "2026-01-02", "next", "2026-01-03", NULL },
		{ "feedback", "at", "2026-01-02", "answered", "2026-01-01", "answered" },
		{ "nonconformity", "detected", "2026-01-02", "closed", "2026-01-01", "closed" },
		{ "certificate", "granted", "2026-01-02", "expires", "2026-01-02", "expires" },
		{ "overrule", "from", "partial", "to", "partial", "to" },
		{ "overrule", "from", "met", "to", "none", "to" },
		{ "overrule", "from", "unassessed", "to", "none", NULL },
		{ "overrule", "at", "2026-01-02", "expiry", "2026-01-01", "expiry" },
		{ "overrule", "at", "2026-01-02", "expiry", "2027-01-02", NULL },
		{ "overrule", "at", "2026-01-02", "expiry", "2027-01-03", "expiry" },
		{ "acknowledgement", "policy", "PO-1", "person", NULL, "person" },
		{ "acknowledgement", "policy", "PO-1", "person", "P-1", NULL },
		{ "acknowledgement", "policy", "PO-1", "unit", "U-1", NULL },
	};
	size_t i;

	for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		const char *field, *sentence = asked(cases[i].name, cases[i].first, cases[i].a, cases[i].second,
					   cases[i].b, &field);

		cr_expect_eq(sentence != NULL, cases[i].refused != NULL, "%zu: %s", i, sentence ? sentence : "-");
		if (sentence && cases[i].refused)
			cr_expect_str_eq(field, cases[i].refused, "%zu", i);
	}
}

Test(evaluated, who_judges_their_own_corrections_is_warned)
{
	struct record *record = record_new(register_find("nonconformity"), "UTC");
	struct model_context context = { 0 };

	record_set(record, "owner", "P-1");
	cr_expect_null(record_warning(record, &context));
	record_set(record, "checker", "P-2");
	cr_expect_null(record_warning(record, &context));
	record_set(record, "checker", "P-1");
	cr_expect_not_null(record_warning(record, &context));
	record_free(record);
}

/* Every condition of what holds is a filter that is understood. */
Test(evaluated, what_is_valid_is_said_in_filters)
{
	struct model_context context = { .time_zone = (char *)"UTC", .horizon = 12 };
	size_t i, j, count = 0;

	for (i = 0; dictionary[i]; i++)
		for (j = 0; dictionary[i]->valid && dictionary[i]->valid[j].filter; j++) {
			struct query *query = query_new(dictionary[i]);
			struct error error = { 0 };
			size_t k;

			cr_expect(query_parse(query, &context, dictionary[i]->valid[j].filter, &error), "%s: %s: %s",
				dictionary[i]->name, dictionary[i]->valid[j].filter, error.message);
			for (k = 0; k < query->condition_count; k++)
				cr_expect_neq(query->conditions[k].op, OP_SEARCH, "%s: %s", dictionary[i]->name,
					dictionary[i]->valid[j].filter);
			error_clear(&error);
			query_free(query);
			count++;
		}
	cr_expect_gt(count, 60);
}

Test(evaluated, a_filter_looks_out_of_its_parentheses_and_no_further)
{
	static const struct {
		const char *filter;
		bool understood;
	} cases[] = {
		{ "controls(lines(owner=@^^auditor))", true },
		{ "units(roles(holders(ref=@^^^auditor)))", true },
		{ "findings(audit.findings(audit(ref=@^^^ref)))", true },
		{ "controls(lines(control(lines(owner=@^^^^auditor))))", true },
		{ "controls(lines(control(lines(control(lines(owner=@^^^^^^auditor))))))", false },
		{ "controls.lines(owner=@^^auditor)", false },
		{ "controls.lines(risks(owner=@^^^auditor))", false },
		{ "points(audit(ref=@^^ref))", true },
		{ "points(requirement(ref=@^^ref))", false },
		{ "points(audit(ref>@^^ref))", false },
		{ "controls(lines(owner=@^^title))", false },
	};
	struct model_context context = { .time_zone = (char *)"UTC", .horizon = 12 };
	size_t i;

	for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct query *query = query_new(register_find("audit")), *again = query_new(query->def);
		struct error error = { 0 };
		bool understood = query_parse(query, &context, cases[i].filter, &error);
		char *text = understood ? query_text(query) : NULL;

		cr_expect_eq(understood, cases[i].understood, "%s", cases[i].filter);
		if (text) {
			cr_expect_str_eq(text, cases[i].filter);
			cr_expect(query_parse(again, &context, text, &error));
		}
		free(text);
		error_clear(&error);
		query_free(query);
		query_free(again);
	}
}
