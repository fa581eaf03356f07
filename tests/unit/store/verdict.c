/*
 * The verdict's conditions over a real file: in an organisation that meets everything each is met, and each is
 * broken by one change.  The changes go past the rules of the registers, within a savepoint that is rolled back: what
 * is tested is what the conditions find.
 */
#include "helper.h"

#include "model/expression.h"
#include "model/verdict.h"

#define YES "2027-06-01" /* a day that lies ahead */

/* One record a line: its register and its fields; or a ref and what is set there. */
static const char *const perfect[] = {
	"level|method=iso5x5|scale=maturity|number=1|name=None",
	"level|method=iso5x5|scale=maturity|number=2|name=Some",
	"level|method=iso5x5|scale=maturity|number=3|name=Set",
	"level|method=iso5x5|scale=maturity|number=4|name=Measured",
	"requirement|catalogue=mini|number=4.1|title=Context",
	"requirement|catalogue=mini|number=6.1.2|title=Assessment",
	"requirement|catalogue=mini|number=6.1.3|title=Treatment",
	"unit|name=Head office|headcount=2",
	"person|name=Boss",
	"person|name=Officer",
	"person|name=Auditor",
	"person|name=Owner|unit=U-1|joined=2026-06-01|kind=staff",
	"role|title=Management|management=yes|holders=P-1|deputies=P-4|assigned=2020-01-01",
	"role|title=Officer|holders=P-2|deputies=P-4|assigned=2020-01-01|time=50 %",
	"role|title=Internal auditor|holders=P-3|assigned=2020-01-01",
	"ORG-1|officer=P-2|scope=All of it|budget=1000|proven=3",
	"U-1|manager=P-4",
	"iso5x5|reason=It fits|when=Each year",
	"threshold|method=iso5x5|level=2|date=2026-01-10|owner=P-1|reason=Bearable",
	"obligation|title=Data protection|kind=law|review=" YES "|owner=P-2",
	"issue|title=Weather|kind=external|topic=climate|relevant=yes|reason=Heat|effect=Outages|owner=P-2|nature=opportunity|review=" YES,
	"issue|title=People|kind=internal|relevant=no|reason=Few|review=" YES,
	"party|name=Clients|kind=client|requirements=Care|addressed=yes|obligation=OB-1|climate=no|review=" YES,
	"party|name=State|kind=authority|requirements=Law|addressed=no|how=Elsewhere|climate=no|review=" YES,
	"party|name=Staff|kind=staff|requirements=Rules|addressed=yes|obligation=OB-1|climate=no|review=" YES,
	"asset|name=Payroll|type=process|owner=P-4",
	"asset|name=Games|type=software|owner=P-4",
	"scope|title=Payroll|kind=activity|included=yes|asset=AS-1",
	"scope|title=Games|kind=system|included=no|justification=Private|asset=AS-2",
	"scope|title=Bank|kind=interface|included=yes|interface=We send, they pay|party=IP-1",
	"mechanism|title=Doors|maturity=2|asset=AS-1",
	"decision|title=Begin|kind=begin|status=decided|date=2026-01-05|signatory=P-1|function=CEO|reasons=benefit|text=Yes",
	"decision|title=Study|kind=study|status=decided|date=2026-01-05|signatory=P-1|function=CEO|text=Yes",
	"decision|title=Means|kind=resources|status=decided|date=2026-01-05|signatory=P-1|function=CEO|text=Yes",
	"decision|title=Go on|kind=other|status=decided|date=2026-09-02|signatory=P-1|function=CEO|text=Yes",
	"policy|title=Policy|kind=policy|version=1|status=force|author=P-2|owner=P-2|text=We care|commits=requirements,improvement|public=yes|signatory=P-1|function=CEO|signed=2026-01-15|effective=2026-01-15|review=" YES,
	"acknowledgement|policy=PO-1|person=P-1|date=2026-02-01",
	"acknowledgement|policy=PO-1|person=P-4|date=2026-02-01",
	"objective|title=Fewer thefts|measure=Thefts|target=0|owner=P-2|due=2027-05-01|status=ongoing|policy=PO-1|communicated=2026-02-01|reviewed=2026-08-01",
	"objective|title=Begin|measure=Begun|target=Yes|owner=P-2|due=2026-05-01|status=done|result=Begun|policy=PO-1|communicated=2026-02-01|reviewed=2026-05-01",
	"risk|title=Theft|asset=AS-1|owner=P-4|current_likelihood=4|current_impact=5|residual_likelihood=1|residual_impact=1|treatment=modify|treatment_reason=Cheap|controls=A.1|status=assessed|identified=2026-01-20",
	"risk|title=Flood|asset=AS-1|owner=P-4|current_likelihood=4|current_impact=5|residual_likelihood=4|residual_impact=5|treatment=retain|treatment_reason=Rare|status=assessed|identified=2026-01-20",
	"CI-1|risk=R-1",
	"assessment|title=First|date=2026-01-25|trigger=initial|method=iso5x5|reason=It fits|participants=P-2|risk=R-1,R-2|conclusion=Two|status=open",
	"RA-1|status=closed",
	"assessment|title=Second|date=2026-03-01|trigger=periodic|method=iso5x5|reason=It fits|participants=P-2|risk=R-1,R-2|before=RA-1|conclusion=Two|status=open",
	"RA-2|status=closed",
	"acceptance|risk=R-1|kind=plan|owner=P-4|function=Owner|date=2026-03-05|status=accepted|reason=Good",
	"acceptance|risk=R-2|kind=residual|level=4|owner=P-4|function=Owner|date=2026-03-05|expiry=" YES "|status=accepted|reason=Rare",
	NULL,
};

static void apply(struct fixture *fixture, const char *line)
{
	struct strings parts = { 0 };
	const struct register_def *def;
	struct record *before = NULL, *record;
	char *copy = xstrdup(line), *rest = copy, *part = strsep(&rest, "|");
	bool ok;

	def = register_find(part);
	if (def) {
		record = record_new(def, "UTC");
	} else {
		before = store_record_by_ref(fixture->store, part, &fixture->error);
		cr_assert(before, "%s: %s", line, fixture->error.message);
		record = record_copy(before);
	}
	while ((part = strsep(&rest, "|"))) {
		char *value = strchr(part, '=');

		*value++ = 0;
		cr_assert(register_field(record->def, part), "%s: %s", line, part);
		record_set(record, part, *value ? value : NULL);
	}
	ok = before ? store_set(fixture->store, before, record, &fixture->error)
		    : store_add(fixture->store, record, &fixture->error);
	cr_assert(ok, "%s: %s %s", line, fixture->error.message, fixture->error.field);
	record_free(before);
	record_free(record);
	free(copy);
	strings_free(&parts);
}

static void run(struct fixture *fixture, const char *sql, const char *name)
{
	char *message = NULL;

	cr_assert_eq(sqlite3_exec(fixture->store->db, sql, NULL, NULL, &message), SQLITE_OK, "%s: %s: %s", name, sql,
		message);
}

static enum verdict_outcome outcome(struct fixture *fixture, const struct verdict_condition *condition)
{
	const struct model_context *context = store_context(fixture->store);
	struct verdict_answer answer = { 0 };
	int i;

	for (i = 0; i < VERDICT_COUNTS; i++) {
		struct query *query = verdict_query(condition, (enum verdict_count)i, context);

		answer.counts[i] = query ? store_count(fixture->store, query, &fixture->error) : -1;
		cr_assert(!query || answer.counts[i] >= 0, "%s: %s", condition->name, fixture->error.message);
		query_free(query);
	}
	if (condition->figure) {
		char *text = verdict_text(condition->figure, context);
		struct expression *figure = expression_parse(text, context, &fixture->error);
		struct value value = { 0 };

		cr_assert(figure && store_evaluate(fixture->store, figure, NULL, NULL, &value, &fixture->error),
			"%s: %s", condition->name, fixture->error.message);
		answer.known = value.known;
		answer.figure = value.number;
		expression_free(figure);
		free(text);
	}
	return verdict_outcome(condition, &answer, context);
}

Test(verdict, a_new_file_meets_nothing)
{
	struct fixture fixture;
	const struct verdict_clause *clause;

	fixture_open(&fixture);
	for (clause = verdict_clauses; clause->number; clause++) {
		const struct verdict_condition *conditions[60], *condition = NULL;
		enum verdict_outcome outcomes[60];
		size_t count = 0;

		while ((condition = verdict_next(condition)))
			if (strcmp(condition->clause, clause->number) == 0) {
				conditions[count] = condition;
				outcomes[count++] = outcome(&fixture, condition);
			}
		cr_expect_eq(verdict_computed(conditions, outcomes, count, false), VERDICT_NOT_ASSESSED, "%s",
			clause->number);
	}
	fixture_close(&fixture);
}

static const struct {
	const char *name, *broken;
} cases[] = {
	{ NULL, NULL },
};

Test(verdict, each_condition_is_met_and_broken_by_one_change)
{
	struct fixture fixture;
	const struct verdict_condition *condition = NULL;
	size_t i;

	fixture_open(&fixture);
	for (i = 0; perfect[i]; i++)
		apply(&fixture, perfect[i]);
	while ((condition = verdict_next(condition)))
		cr_expect_eq(outcome(&fixture, condition), OUTCOME_MET, "%s: %d", condition->name,
			outcome(&fixture, condition));
	for (i = 0; cases[i].name; i++) {
		condition = verdict_find(cases[i].name);
		cr_assert(condition, "%s", cases[i].name);
		run(&fixture, "SAVEPOINT broken", cases[i].name);
		run(&fixture, cases[i].broken, cases[i].name);
		cr_expect_neq(outcome(&fixture, condition), OUTCOME_MET, "%s by %s", cases[i].name, cases[i].broken);
		run(&fixture, "ROLLBACK TO broken; RELEASE broken", cases[i].name);
	}
	fixture_close(&fixture);
}
