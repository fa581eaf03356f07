/*
 * The verdict's conditions over a real file: in an organisation that meets everything each is met, and each is
 * broken by one change.  The changes go past the rules of the registers, within a savepoint that is rolled back: what
 * is tested is what the conditions find.
 */
#include "helper.h"

#include "model/expression.h"
#include "model/field_type.h"
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
	"control|catalogue=mini|number=A.5.9|title=A.5.9",
	"control|catalogue=mini|number=A.5.10|title=A.5.10",
	"control|catalogue=mini|number=A.5.26|title=A.5.26",
	"control|catalogue=mini|number=A.5.31|title=A.5.31",
	"control|catalogue=mini|number=A.5.37|title=A.5.37",
	"control|catalogue=mini|number=A.6.6|title=A.6.6",
	"control|catalogue=mini|number=A.8.9|title=A.8.9",
	"control|catalogue=mini|number=A.8.27|title=A.8.27",
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
	"asset|name=Payroll|type=process|owner=P-4|availability=4",
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
	"acceptance|risk=R-2|kind=residual|level=4|owner=P-4|function=Owner|date=2026-03-05|expiry=" YES
	"|status=accepted|reason=Rare",
	"training|title=Awareness|kind=awareness|status=held|planned=2026-06-10|held=2026-06-10|topic=One's own part|present=2|invited=2",
	"training|title=To lead|kind=training|status=held|planned=2026-06-11|held=2026-06-11|topic=Leading|present=2|invited=2",
	"training|title=Bait|kind=phishing|status=held|planned=2026-06-12|held=2026-06-12|present=2|invited=2|reported=2",
	"check|title=Doors|what=Look|kind=human|status=active|owner=P-4|every=year|start=2026-06-01|control=A.1,A.2",
	"execution|check=CK-1|due=2026-06-01|at=2026-06-01T10:00:00Z|result=pass|by=P-4",
	"document|title=Manual|identifier=D-1|kind=procedure|version=1|owner=P-2|status=approved|classification=internal|approver=P-1|approved=2026-02-01|review=" YES
	"|location=Shelf|format=Paper, English|requirement=mini:4.1,mini:6.1.2,mini:6.1.3|controls=A.1,A.5.9,A.5.10,A.5.26,A.5.31,A.5.37,A.6.6,A.8.9,A.8.27",
	"document|title=Standard|outside=yes|status=approved|identifier=D-2|owner=P-2|approver=P-2|approved=2026-02-01|review=" YES
	"|classification=public|location=Shelf|format=PDF|kind=other",
	"document|title=Old|status=withdrawn|retention=Five years",
	"evidence|title=Diploma|date=2026-02-01|kind=referenced|location=Shelf|owner=P-2|control=A.1",
	"competence|skill=To lead|person=P-2|required=2|held=2|how=course|evidence=EV-1",
	"competence|skill=To audit|role=RO-3|required=2|held=2|how=course|evidence=EV-1|training=TR-2|effect=Learned",
	"competence|skill=To decide|person=P-4|required=2|held=1|how=course|evidence=EV-1|training=TR-2|effect=Learned",
	"attendance|training=TR-1|person=P-1|present=yes|date=2026-06-10",
	"attendance|training=TR-1|person=P-4|present=yes|date=2026-06-10",
	"communication|subject=News|kind=internal|occasion=periodic|next=" YES "|speaker=P-2|deputy=P-4",
	"communication|subject=Crisis|kind=external|occasion=event|when=In a crisis|last=2026-06-01|speaker=P-1|deputy=P-4",
	"supplier|name=Bank|status=active|kind=other|service=Pays|assessed=2026-06-01|assessment=questionnaire|review=" YES,
	"responsibility|title=Risks|accountable=RO-2|criteria=Known|requirement=mini:6.1.2|check=CK-1|supplier=SU-1",
	"responsibility|title=SoA|accountable=RO-2|criteria=Known|follows=RS-1|check=CK-1",
	"responsibility|title=Documents|accountable=RO-2|criteria=Known|check=CK-1",
	"responsibility|title=Training|accountable=RO-2|criteria=Known|check=CK-1",
	"responsibility|title=Audits|accountable=RO-2|criteria=Known|check=CK-1",
	"responsibility|title=Management review|accountable=RO-1|criteria=Known|check=CK-1",
	"responsibility|title=Nonconformities|accountable=RO-2|criteria=Known",
	"responsibility|title=Incidents|accountable=RO-2|criteria=Known",
	"responsibility|title=Suppliers|accountable=RO-2|criteria=Known",
	"action|title=Lock|kind=treatment|status=ongoing|owner=P-4|due=2027-01-15|budget=100|risk=R-1",
	"action|title=Sign|kind=treatment|status=done|owner=P-4|due=2026-06-01|done=2026-02-20|budget=0|risk=R-2",
	"action|title=Better|kind=improvement|status=done|owner=P-2|done=2026-06-01|due=2026-06-01",
	"action|title=Shade|kind=preventive|status=done|owner=P-2|due=2026-06-01|done=2026-06-01|effect_after=2026-07-01|effective=yes|checked=2026-07-02|checker=P-1",
	"action|title=Write|kind=corrective|status=done|owner=P-2|due=2026-06-20|done=2026-06-15|decision=D-4|effect_after=2026-07-15|effective=yes|checked=2026-07-20|checker=P-1",
	"CI-1|actions=AC-4",
	"indicator|name=Strategic|status=active|level=strategic|measure=Thefts|frequency=year|start=2026-01-01|collector=P-2|analyst=P-2|owner=P-2|objective=OJ-1|controls=A.1|better=lower|target=0",
	"indicator|name=Functional|status=active|level=functional|measure=Doors|frequency=year|start=2026-01-01|collector=P-2|analyst=P-2|owner=P-2",
	"indicator|name=Operational|status=active|level=operational|measure=Locks|frequency=year|start=2026-01-01|collector=P-2|analyst=P-2|owner=P-2",
	"measurement|indicator=IN-1|at=2026-03-01T10:00:00Z|value=1",
	"measurement|indicator=IN-1|at=2026-09-01T10:00:00Z|value=1",
	"measurement|indicator=IN-2|at=2026-09-01T10:00:00Z|value=1",
	"measurement|indicator=IN-3|at=2026-09-01T10:00:00Z|value=1",
	"analysis|title=Autumn|date=2026-09-05|by=P-2|indicators=IN-1|findings=None|conclusion=planned",
	"programme|title=Three years|years=3|start=2026-01-01|end=2028-12-31|status=approved|frequency=Yearly|criteria=Weight|approver=P-1|approved=2026-01-20",
	"audit|title=First|kind=internal|planned=2026-07-01|held=2026-07-01|auditor=P-3|status=ongoing|programme=AP-1|scope=All|criteria=Both|requirements=mini:4.1,mini:6.1.2,mini:6.1.3|controls=A.1,A.2,A.10,A.5.9,A.5.10,A.5.26,A.5.31,A.5.37,A.6.6,A.8.9,A.8.27",
	"finding|audit=AU-1|title=No list|grade=major|requirement=mini:4.1|owner=P-2|due=2026-08-01|status=closed",
	"AU-1|status=reported|reported=2026-07-10|reported_to=P-1,P-2|conclusion=Good",
	"nonconformity|title=No list|origin=audit|detected=2026-07-01|status=open|owner=P-2|due=2026-09-01|finding=F-1",
	"AC-5|nonconformity=NC-1",
	"NC-1|correction=Written|cause=Haste|method=why|how=Seen twice|consequences=None|elsewhere=no|effective=yes|checked=2026-07-20|checker=P-1|status=closed|closed=2026-08-01",
	"incident|title=Lost key|detected=2026-06-01T10:00:00Z|kind=incident|severity=high|status=closed|owner=P-2|risk=R-1|cause=Haste|response=Found|no_assessment=As rated|closed=2026-06-03",
	"change|title=New rule|about=isms|status=done|purpose=Better|consequences=Few|responsibilities=RS-1|approver=P-1|approved=2026-05-01|done=2026-05-20|assessment=RA-2|result=planned|planned=2026-05-20|integrity=Nothing|resources=None",
	"review|title=Autumn|planned=2026-09-02|held=2026-09-02|status=ongoing|chair=P-1|participants=P-2|next=" YES
	"|in_a=a|in_b=b|in_c=c|in_d1=d|in_d2=d|in_d3=d|in_d4=d|in_e=e|in_f=f|in_g=g|draft_a=a|draft_b=b|draft_c=c|draft_d1=d|draft_d2=d|draft_d3=d|draft_d4=d|draft_e=e|draft_f=f|draft_g=g|decisions=Go on|out_improve=Yes|out_change=No|decided=D-4|resources=Enough",
	"RV-1|status=signed|signatory=P-1|signed=2026-09-03",
	"review|title=Next|planned=" YES "|status=planned",
	"!UPDATE applicability SET applicable = 'yes', reasons = 'law', status = 'implemented'",
	"!UPDATE applicability SET reasons = 'risk' WHERE control = (SELECT id FROM control WHERE number = 'A.1')",
	"!UPDATE applicability SET applicable = 'no', justification = 'Nobody', status = NULL WHERE control = (SELECT id FROM control WHERE number = 'A.10')",
	"statement|title=SoA|version=1|date=2026-09-10|approver=P-1|function=CEO|catalogue=mini|scope=All of it|status=issued",
	/* What its measurements say, and what the program keeps. */
	"!UPDATE indicator SET taken = 2, at = '2026-09-01T10:00:00Z', due = '2027-12-31', trend = 'same'",
	"certificate|body=Body|stage=stage1|statement=SO-1",
	"snapshot|at=2026-08-01T10:00:00Z|kind=month|figures=None|head=0",
	"snapshot|at=2026-09-03T10:00:00Z|kind=review|figures=None|head=0",
	"!UPDATE snapshot SET met = 20, above = 2; UPDATE snapshot SET before = (SELECT id FROM record WHERE ref = 'SN-1') WHERE id = (SELECT id FROM record WHERE ref = 'SN-2')",
	"feedback|title=Good|party=IP-1|at=2026-06-01|text=Good|owner=P-2",
	"cycle|title=First|start=2026-01-01|end=2026-12-31|status=open|phase=check|goals=Begin",
	NULL,
};

static void run(struct fixture *fixture, const char *sql, const char *name)
{
	char *message = NULL;

	cr_assert_eq(sqlite3_exec(fixture->store->db, sql, NULL, NULL, &message), SQLITE_OK, "%s: %s: %s", name, sql,
		message);
}

static void apply(struct fixture *fixture, const char *line)
{
	struct strings parts = { 0 };
	const struct register_def *def;
	struct record *before = NULL, *record;
	char *copy = xstrdup(line), *rest = copy, *part = strsep(&rest, "|");
	bool ok;

	if (*line == '!') {
		run(fixture, line + 1, line);
		free(copy);
		return;
	}
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

/* The keys by which choices sort follow the change. */
static void rekey(struct fixture *fixture, const char *sql, const char *name)
{
	size_t i, j, k;

	for (i = 0; dictionary[i]; i++) {
		const struct register_def *def = dictionary[i];

		if (!strstr(sql, register_table(def)))
			continue;
		for (j = 0; j < def->field_count; j++) {
			const struct field_def *field = &def->fields[j];

			for (k = 0; field->choices && field_has_key(field) && !field_is_list(field) &&
				    field->choices[k].key;
				k++) {
				char *change = xasprintf("UPDATE \"%s\" SET \"%s_key\" = '%02zu' WHERE \"%s\" = '%s'",
					register_table(def), field->name, k, field->name, field->choices[k].key);

				run(fixture, change, name);
				free(change);
			}
		}
	}
}

/* At once or in slices, what ends where it suffices says no more and no less than the whole count. */
static void counts_no_further(struct fixture *fixture, const struct query *query, int64_t counted, const char *name)
{
	int64_t enough;

	store_read_begin(fixture->store);
	cr_expect_eq(store_count(fixture->store, query, &fixture->error), counted, "%s", name);
	for (enough = 1; enough <= 3; enough++) {
		int64_t some = store_count_most(fixture->store, query, enough, &fixture->error);
		struct slices slices = { .enough = enough };

		cr_expect_eq(some < enough ? some : enough, counted < enough ? counted : enough, "%s: %lld of %lld",
			name, (long long)some, (long long)counted);
		while (!slices.whole)
			cr_assert(store_count_slice(fixture->store, query, &slices, 0, &fixture->error), "%s", name);
		cr_expect_eq(
			slices.count < enough ? slices.count : enough, counted < enough ? counted : enough, "%s", name);
	}
	store_read_end(fixture->store);
}

/* What is counted by the records themselves is what the tallies say. */
static int64_t count(struct fixture *fixture, struct query *query, bool whole, const char *name)
{
	int64_t tallied = store_count(fixture->store, query, &fixture->error), counted;

	cr_assert_geq(tallied, 0, "%s: %s", name, fixture->error.message);
	cr_assert(query_parse(query, store_context(fixture->store), "created!=", NULL));
	counted = store_count(fixture->store, query, &fixture->error);
	cr_expect(!whole || tallied == counted, "%s", name);
	counts_no_further(fixture, query, counted, name);
	return counted;
}

/* whole: the file is as its own writes left it. */
static enum verdict_outcome outcome(struct fixture *fixture, const struct verdict_condition *condition, bool whole)
{
	const struct model_context *context = store_context(fixture->store);
	struct verdict_answer answer = { 0 };
	int i;

	for (i = 0; i < VERDICT_COUNTS; i++) {
		struct query *query = verdict_query(condition, (enum verdict_count)i, context);

		answer.counts[i] = query ? count(fixture, query, whole, condition->name) : -1;
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
				outcomes[count++] = outcome(&fixture, condition, true);
			}
		cr_expect_eq(verdict_computed(conditions, outcomes, count, false), VERDICT_NOT_ASSESSED, "%s",
			clause->number);
	}
	fixture_close(&fixture);
}

static bool is_held(enum verdict_outcome outcome)
{
	return outcome == OUTCOME_MET || outcome == OUTCOME_NOT_ASKED;
}

static const struct {
	const char *name, *broken;
} cases[] = {
	{ "begin-obligation", "UPDATE \"obligation\" SET kind = 'other' WHERE 1" },
	{ "begin-party", "UPDATE \"party\" SET addressed = 'no' WHERE 1" },
	{ "begin-risk", "UPDATE \"risk\" SET current_level = 1 WHERE 1" },
	{ "begin-incident", "UPDATE \"incident\" SET severity = 'low' WHERE 1" },
	{ "begin-maturity", "UPDATE \"mechanism\" SET maturity = 4 WHERE 1" },
	{ "begin-benefit", "UPDATE \"decision\" SET reasons = 'risk' WHERE 1" },
	{ "begin-decided", "UPDATE \"decision\" SET status = 'withdrawn' WHERE kind = 'begin'" },
	{ "study-mechanisms", "DELETE FROM \"mechanism\"; DELETE FROM tally WHERE name = 'mechanism'" },
	{ "study-issues", "DELETE FROM \"issue\"; DELETE FROM tally WHERE name = 'issue'" },
	{ "study-climate", "UPDATE \"issue\" SET reason = NULL WHERE topic = 'climate'" },
	{ "study-parties", "DELETE FROM \"party\"; DELETE FROM tally WHERE name = 'party'" },
	{ "study-obligations", "DELETE FROM \"obligation\"; DELETE FROM tally WHERE name = 'obligation'" },
	{ "study-officer",
		"UPDATE \"person\" SET left = '2020-01-01' WHERE id = (SELECT id FROM record WHERE ref = 'P-2')" },
	{ "study-means", "UPDATE \"decision\" SET management = 'no', signatory = NULL WHERE kind = 'resources'" },
	{ "study-decided", "UPDATE \"decision\" SET function = NULL WHERE kind = 'study'" },
	{ "issue-external", "UPDATE \"issue\" SET kind = 'internal' WHERE 1" },
	{ "issue-internal", "UPDATE \"issue\" SET kind = 'external' WHERE 1" },
	{ "issue-answered",
		"UPDATE \"issue\" SET relevant = NULL WHERE id = (SELECT id FROM record WHERE ref = 'CI-2')" },
	{ "issue-climate", "UPDATE \"issue\" SET topic = 'law' WHERE 1" },
	{ "issue-effect", "UPDATE \"issue\" SET effect = NULL WHERE 1" },
	{ "issue-reviewed",
		"UPDATE \"issue\" SET review = '2020-01-01' WHERE id = (SELECT id FROM record WHERE ref = 'CI-2')" },
	{ "issue-in-review", "UPDATE \"review\" SET in_b = NULL WHERE 1" },
	{ "party-kinds", "UPDATE \"party\" SET kind = 'client' WHERE 1" },
	{ "party-requirements",
		"UPDATE \"party\" SET requirements = NULL WHERE id = (SELECT id FROM record WHERE ref = 'IP-3')" },
	{ "party-addressed",
		"UPDATE \"party\" SET addressed = NULL WHERE id = (SELECT id FROM record WHERE ref = 'IP-3')" },
	{ "party-linked",
		"DELETE FROM link WHERE field = 'obligation' AND record = (SELECT id FROM record WHERE ref = 'IP-3')" },
	{ "party-reason", "UPDATE \"party\" SET how = NULL WHERE id = (SELECT id FROM record WHERE ref = 'IP-2')" },
	{ "party-climate",
		"UPDATE \"party\" SET climate = NULL WHERE id = (SELECT id FROM record WHERE ref = 'IP-2')" },
	{ "party-reviewed",
		"UPDATE \"party\" SET review = '2020-01-01' WHERE id = (SELECT id FROM record WHERE ref = 'IP-2')" },
	{ "scope-written", "UPDATE \"organisation\" SET scope = NULL WHERE 1" },
	{ "scope-included", "UPDATE \"scope\" SET included = 'no' WHERE 1" },
	{ "scope-excluded", "UPDATE \"scope\" SET justification = NULL WHERE 1" },
	{ "scope-answered",
		"UPDATE \"scope\" SET included = NULL WHERE id = (SELECT id FROM record WHERE ref = 'SC-1')" },
	{ "scope-interface", "UPDATE \"scope\" SET interface = NULL WHERE 1" },
	{ "scope-primary",
		"DELETE FROM link WHERE field = 'asset' AND record = (SELECT id FROM record WHERE ref = 'SC-1')" },
	{ "scope-same", "UPDATE \"organisation\" SET scope = 'Other' WHERE 1" },
	{ "scope-supports",
		"INSERT INTO link(record, field, target) SELECT a.id, 'supports', b.id FROM record a, record b WHERE a.ref = 'AS-2' AND b.ref = 'AS-1'" },
	{ "process-risk",
		"UPDATE \"responsibility\" SET title = 'Things', requirement = NULL WHERE id = (SELECT id FROM record WHERE ref = 'RS-1')" },
	{ "process-soa",
		"UPDATE \"responsibility\" SET title = 'Things', requirement = NULL WHERE id = (SELECT id FROM record WHERE ref = 'RS-2')" },
	{ "process-documents",
		"UPDATE \"responsibility\" SET title = 'Things', requirement = NULL WHERE id = (SELECT id FROM record WHERE ref = 'RS-3')" },
	{ "process-competence",
		"UPDATE \"responsibility\" SET title = 'Things', requirement = NULL WHERE id = (SELECT id FROM record WHERE ref = 'RS-4')" },
	{ "process-audit",
		"UPDATE \"responsibility\" SET title = 'Things', requirement = NULL WHERE id = (SELECT id FROM record WHERE ref = 'RS-5')" },
	{ "process-review",
		"UPDATE \"responsibility\" SET title = 'Things', requirement = NULL WHERE id = (SELECT id FROM record WHERE ref = 'RS-6')" },
	{ "process-nonconformity",
		"UPDATE \"responsibility\" SET title = 'Things', requirement = NULL WHERE id = (SELECT id FROM record WHERE ref = 'RS-7')" },
	{ "process-incident",
		"UPDATE \"responsibility\" SET title = 'Things', requirement = NULL WHERE id = (SELECT id FROM record WHERE ref = 'RS-8')" },
	{ "process-supplier",
		"UPDATE \"responsibility\" SET title = 'Things', requirement = NULL WHERE id = (SELECT id FROM record WHERE ref = 'RS-9'); DELETE FROM link WHERE field = 'supplier'" },
	{ "process-accountable",
		"UPDATE \"responsibility\" SET accountable = NULL WHERE id = (SELECT id FROM record WHERE ref = 'RS-3')" },
	{ "process-described",
		"UPDATE \"responsibility\" SET criteria = NULL WHERE id = (SELECT id FROM record WHERE ref = 'RS-3')" },
	{ "process-follows", "DELETE FROM link WHERE field = 'follows'" },
	{ "process-checked", "UPDATE \"check\" SET status = 'retired' WHERE 1" },
	{ "lead-decision", "UPDATE \"decision\" SET date = '2020-01-01' WHERE 1" },
	{ "lead-review", "UPDATE \"review\" SET status = 'done' WHERE 1" },
	{ "lead-means", "UPDATE \"decision\" SET status = 'prepared' WHERE kind = 'resources'" },
	{ "lead-policy", "UPDATE \"policy\" SET review = '2020-01-01' WHERE 1" },
	{ "lead-objectives", "UPDATE \"objective\" SET policy = NULL WHERE 1" },
	{ "lead-training", "UPDATE \"attendance\" SET present = 'no' WHERE 1" },
	{ "lead-units", "UPDATE \"unit\" SET manager = (SELECT id FROM record WHERE ref = 'P-1') WHERE 1" },
	{ "policy-signed", "UPDATE \"policy\" SET management = 'no', signatory = NULL WHERE 1" },
	{ "policy-objectives", "UPDATE \"policy\" SET status = 'withdrawn' WHERE 1" },
	{ "policy-acknowledged", "UPDATE \"unit\" SET headcount = 3 WHERE 1" },
	{ "policy-commits", "UPDATE \"policy\" SET commits = 'requirements' WHERE 1" },
	{ "policy-public", "UPDATE \"policy\" SET public = 'no' WHERE 1" },
	{ "role-management", "UPDATE \"role\" SET management = 'no' WHERE 1" },
	{ "role-officer",
		"UPDATE \"role\" SET ended = '2020-01-01' WHERE id = (SELECT id FROM record WHERE ref = 'RO-2')" },
	{ "role-auditor", "UPDATE \"role\" SET assigned = NULL WHERE id = (SELECT id FROM record WHERE ref = 'RO-3')" },
	{ "role-held",
		"UPDATE \"person\" SET left = '2020-01-01' WHERE id = (SELECT id FROM record WHERE ref = 'P-3')" },
	{ "role-deputies",
		"DELETE FROM link WHERE field = 'deputies' AND record = (SELECT id FROM record WHERE ref = 'RO-2')" },
	{ "raci-accountable",
		"UPDATE \"role\" SET ended = '2020-01-01' WHERE id = (SELECT id FROM record WHERE ref = 'RO-1')" },
	{ "officer-reports",
		"DELETE FROM link WHERE field = 'participants' AND record = (SELECT id FROM record WHERE ref = 'RV-1')" },
	{ "issue-followed",
		"UPDATE \"issue\" SET effect = NULL WHERE 1; DELETE FROM link WHERE field = 'risk' AND record = (SELECT id FROM record WHERE ref = 'CI-1'); DELETE FROM link WHERE field = 'actions' AND record = (SELECT id FROM record WHERE ref = 'CI-1')" },
	{ "party-followed", "UPDATE \"party\" SET how = NULL WHERE 1" },
	{ "issue-opportunity", "UPDATE \"issue\" SET nature = 'risk' WHERE 1" },
	{ "issue-action-check", "UPDATE \"action\" SET effect_after = NULL WHERE 1" },
	{ "issue-action-effect",
		"UPDATE \"action\" SET effective = NULL WHERE id = (SELECT id FROM record WHERE ref = 'AC-4')" },
	{ "method-criteria", "UPDATE \"organisation\" SET method = NULL WHERE 1" },
	{ "threshold-signed", "UPDATE \"threshold\" SET reason = NULL WHERE 1" },
	{ "assessment-closed", "UPDATE \"assessment\" SET date = '2020-01-01' WHERE 1" },
	{ "risk-owned",
		"UPDATE \"person\" SET left = '2020-01-01' WHERE id = (SELECT id FROM record WHERE ref = 'P-4')" },
	{ "risk-rated",
		"UPDATE \"risk\" SET current_level = NULL WHERE id = (SELECT id FROM record WHERE ref = 'R-2')" },
	{ "assessment-explained", "UPDATE \"assessment\" SET reason = NULL WHERE 1" },
	{ "assessment-comparable", "UPDATE \"assessment\" SET before = NULL WHERE 1" },
	{ "method-when", "UPDATE \"method\" SET \"when\" = NULL WHERE 1" },
	{ "objective-set", "UPDATE \"objective\" SET target = NULL WHERE 1" },
	{ "objective-complete",
		"UPDATE \"objective\" SET due = NULL WHERE id = (SELECT id FROM record WHERE ref = 'OJ-2')" },
	{ "objective-evaluated", "UPDATE \"objective\" SET result = NULL WHERE 1" },
	{ "objective-late", "UPDATE \"objective\" SET due = '2020-01-01' WHERE 1" },
	{ "objective-measured", "UPDATE \"indicator\" SET at = '2020-01-01T10:00:00Z' WHERE 1" },
	{ "objective-told", "UPDATE \"objective\" SET communicated = NULL WHERE 1" },
	{ "objective-updated", "UPDATE \"objective\" SET reviewed = '2020-01-01' WHERE 1" },
	{ "risk-treated", "UPDATE \"risk\" SET treatment = NULL WHERE id = (SELECT id FROM record WHERE ref = 'R-1')" },
	{ "risk-controls",
		"DELETE FROM link WHERE field = 'controls' AND record = (SELECT id FROM record WHERE ref = 'R-1')" },
	{ "risk-excluded", "UPDATE \"applicability\" SET applicable = 'no' WHERE 1" },
	{ "risk-reason", "UPDATE \"risk\" SET treatment_reason = NULL WHERE 1" },
	{ "soa-decided", "UPDATE \"applicability\" SET applicable = NULL WHERE 1" },
	{ "soa-issued", "UPDATE \"statement\" SET status = 'withdrawn' WHERE 1" },
	{ "soa-assessed", "UPDATE \"statement\" SET without_assessment = 'No' WHERE 1" },
	{ "soa-unchanged", "UPDATE \"applicability\" SET updated = '2027-01-01T10:00:00Z' WHERE 1" },
	{ "soa-reasons", "UPDATE \"applicability\" SET reasons = 'risk' WHERE 1" },
	{ "soa-own-words", "UPDATE \"applicability\" SET applicable = 'no', justification = 'Nobody' WHERE 1" },
	{ "soa-excluded-used", "UPDATE \"applicability\" SET applicable = 'no' WHERE 1" },
	{ "plan-actions", "UPDATE \"action\" SET status = 'cancelled' WHERE 1" },
	{ "plan-answered", "UPDATE \"action\" SET budget = NULL WHERE 1" },
	{ "plan-approved", "UPDATE \"acceptance\" SET status = 'withdrawn' WHERE 1" },
	{ "risk-accepted", "UPDATE \"acceptance\" SET expiry = '2020-01-01' WHERE 1" },
	{ "residual-accepted", "UPDATE \"acceptance\" SET level = 2 WHERE 1" },
	{ "acceptance-own", "UPDATE \"acceptance\" SET owner = (SELECT id FROM record WHERE ref = 'P-1') WHERE 1" },
	{ "letter-own",
		"UPDATE \"acceptance\" SET owner = (SELECT id FROM record WHERE ref = 'P-1') WHERE 1; INSERT INTO link(record, field, target) SELECT a.id, 'risks', b.id FROM record a, record b WHERE a.ref = 'RC-2' AND b.ref = 'R-1'" },
	{ "change-ground", "UPDATE \"policy\" SET status = 'draft' WHERE 1" },
	{ "change-approved", "UPDATE changes SET approver = NULL WHERE 1" },
	{ "change-policy", "UPDATE changes SET about = 'system'; UPDATE \"policy\" SET supersedes = id WHERE 1" },
	{ "change-explained", "UPDATE changes SET purpose = NULL" },
	{ "means-decided",
		"UPDATE \"review\" SET resources = NULL WHERE 1; UPDATE \"decision\" SET date = '2020-01-01' WHERE 1" },
	{ "means-budget", "UPDATE \"organisation\" SET budget = 50 WHERE 1" },
	{ "means-officer", "UPDATE \"role\" SET time = NULL WHERE 1" },
	{ "competence-officer",
		"UPDATE \"competence\" SET held = NULL WHERE id = (SELECT id FROM record WHERE ref = 'CO-1')" },
	{ "competence-auditor",
		"UPDATE \"competence\" SET held = NULL WHERE id = (SELECT id FROM record WHERE ref = 'CO-2')" },
	{ "competence-owners",
		"UPDATE \"competence\" SET person = NULL WHERE id = (SELECT id FROM record WHERE ref = 'CO-3')" },
	{ "competence-gaps",
		"DELETE FROM link WHERE field = 'training' AND record = (SELECT id FROM record WHERE ref = 'CO-3')" },
	{ "competence-proved", "UPDATE \"evidence\" SET until = '2020-01-01' WHERE 1" },
	{ "competence-current",
		"UPDATE \"competence\" SET until = '2020-01-01' WHERE id = (SELECT id FROM record WHERE ref = 'CO-1')" },
	{ "competence-effect", "UPDATE \"competence\" SET effect = NULL WHERE 1" },
	{ "awareness-held", "UPDATE \"training\" SET held = '2020-01-01' WHERE 1" },
	{ "awareness-reach", "UPDATE \"unit\" SET headcount = 3 WHERE 1" },
	{ "awareness-newcomers",
		"UPDATE \"person\" SET joined = '2026-01-01' WHERE id = (SELECT id FROM record WHERE ref = 'P-4')" },
	{ "awareness-topic", "UPDATE \"training\" SET topic = NULL WHERE 1" },
	{ "awareness-phishing", "UPDATE \"training\" SET reported = NULL WHERE 1" },
	{ "awareness-trend",
		"UPDATE \"indicator\" SET trend = 'worse' WHERE 1; UPDATE \"control\" SET number = 'A.6.3', number_key = 'x' WHERE number = 'A.1'" },
	{ "communication-internal", "UPDATE \"communication\" SET kind = 'external' WHERE 1" },
	{ "communication-external", "UPDATE \"communication\" SET kind = 'internal' WHERE 1" },
	{ "communication-speaker", "UPDATE \"communication\" SET deputy = NULL WHERE 1" },
	{ "communication-late", "UPDATE \"communication\" SET next = '2020-01-01' WHERE 1" },
	{ "communication-crisis", "UPDATE \"communication\" SET last = '2020-01-01' WHERE 1" },
	{ "documented-scope", "UPDATE \"organisation\" SET scope = NULL WHERE 1" },
	{ "documented-policy", "UPDATE \"policy\" SET review = '2020-01-01' WHERE 1" },
	{ "documented-assessment-process",
		"DELETE FROM link WHERE field = 'requirement'; UPDATE \"method\" SET reason = NULL WHERE 1" },
	{ "documented-treatment-process", "UPDATE \"document\" SET approver = NULL WHERE 1" },
	{ "documented-soa", "UPDATE \"statement\" SET approver = NULL, management = NULL WHERE 1" },
	{ "documented-plan", "UPDATE \"acceptance\" SET status = 'withdrawn' WHERE 1" },
	{ "documented-objectives", "UPDATE \"objective\" SET measure = NULL WHERE 1" },
	{ "documented-competence", "UPDATE \"evidence\" SET owner = NULL WHERE 1" },
	{ "documented-list", "UPDATE \"document\" SET review = '2020-01-01' WHERE 1" },
	{ "documented-outside", "UPDATE \"document\" SET outside = NULL WHERE 1" },
	{ "documented-operation", "UPDATE \"execution\" SET at = '2020-01-01T10:00:00Z' WHERE 1" },
	{ "documented-assessments", "UPDATE \"assessment\" SET status = 'open' WHERE 1" },
	{ "documented-treatment", "UPDATE \"action\" SET status = 'ongoing' WHERE 1" },
	{ "documented-measures", "UPDATE \"measurement\" SET at = '2020-01-01T10:00:00Z' WHERE 1" },
	{ "documented-programme", "UPDATE \"programme\" SET \"end\" = '2020-01-01' WHERE 1" },
	{ "documented-audits", "UPDATE \"audit\" SET reported = NULL WHERE 1" },
	{ "documented-reviews", "UPDATE \"review\" SET in_g = NULL WHERE 1" },
	{ "documented-nonconformities", "UPDATE \"nonconformity\" SET cause = NULL WHERE 1" },
	{ "documented-inventory", "UPDATE \"asset\" SET owner = NULL WHERE 1" },
	{ "documented-use",
		"DELETE FROM link WHERE field = 'controls' AND record = (SELECT id FROM record WHERE ref = 'DO-1')" },
	{ "documented-incidents",
		"DELETE FROM link WHERE field = 'controls' AND record = (SELECT id FROM record WHERE ref = 'DO-1')" },
	{ "documented-procedures",
		"DELETE FROM link WHERE field = 'controls' AND record = (SELECT id FROM record WHERE ref = 'DO-1')" },
	{ "documented-configurations",
		"DELETE FROM link WHERE field = 'controls' AND record = (SELECT id FROM record WHERE ref = 'DO-1')" },
	{ "documented-principles",
		"DELETE FROM link WHERE field = 'controls' AND record = (SELECT id FROM record WHERE ref = 'DO-1')" },
	{ "documented-obligations", "UPDATE \"obligation\" SET review = '2020-01-01' WHERE 1" },
	{ "documented-undertakings",
		"DELETE FROM link WHERE field = 'controls' AND record = (SELECT id FROM record WHERE ref = 'DO-1')" },
	{ "document-signed", "UPDATE \"document\" SET approved = NULL WHERE 1" },
	{ "document-format", "UPDATE \"document\" SET format = NULL WHERE 1" },
	{ "document-list", "UPDATE \"document\" SET review = '2020-01-01' WHERE 1" },
	{ "document-overdue", "UPDATE \"document\" SET review = '2020-01-01' WHERE 1" },
	{ "document-kept", "UPDATE \"document\" SET retention = NULL WHERE 1" },
	{ "document-outside", "UPDATE \"document\" SET outside = 'no' WHERE 1" },
	{ "document-classified", "UPDATE \"document\" SET classification = NULL WHERE 1" },
	{ "evidence-compared",
		"UPDATE \"evidence\" SET kind = 'attached', sha256 = '0', created = '2020-01-01T10:00:00Z' WHERE 1" },
	{ "evidence-sealed", "UPDATE \"evidence\" SET kind = 'attached' WHERE 1" },
	{ "operation-criteria", "UPDATE \"responsibility\" SET criteria = NULL WHERE 1" },
	{ "checks-run", "UPDATE \"execution\" SET result = 'missed' WHERE 1" },
	{ "checks-done", "UPDATE \"execution\" SET result = 'missed' WHERE 1" },
	{ "checks-passed", "UPDATE \"execution\" SET result = 'fail' WHERE 1" },
	{ "supplier-assessed", "UPDATE \"supplier\" SET assessed = '2020-01-01' WHERE 1" },
	{ "change-answered", "UPDATE changes SET result = 'backedout', assessment = NULL" },
	{ "change-incident", "UPDATE \"incident\" SET change = (SELECT id FROM changes), cause = NULL" },
	{ "reassessed", "UPDATE \"assessment\" SET status = 'open' WHERE 1" },
	{ "reassessed-change", "UPDATE changes SET assessment = NULL" },
	{ "reassessed-incident", "UPDATE \"incident\" SET no_assessment = NULL WHERE 1" },
	{ "reassessed-all",
		"DELETE FROM link WHERE field = 'risk' AND record = (SELECT id FROM record WHERE ref = 'RA-1') ; DELETE FROM link WHERE target = (SELECT id FROM record WHERE ref = 'R-2') AND field = 'risk' AND record = (SELECT id FROM record WHERE ref = 'RA-2'); UPDATE \"assessment\" SET status = 'open' WHERE id = (SELECT id FROM record WHERE ref = 'RA-1')" },
	{ "reassessed-frozen", "UPDATE \"assessment\" SET content = NULL WHERE 1" },
	{ "treatment-late", "UPDATE \"action\" SET due = '2020-01-01' WHERE 1" },
	{ "treatment-done", "UPDATE \"action\" SET status = 'ongoing' WHERE 1" },
	{ "treatment-rerated",
		"UPDATE \"action\" SET done = '2026-05-01' WHERE id = (SELECT id FROM record WHERE ref = 'AC-2')" },
	{ "treatment-rated",
		"UPDATE \"action\" SET status = 'done' WHERE 1; UPDATE \"risk\" SET residual_level = 1 WHERE 1" },
	{ "treatment-soa",
		"UPDATE \"applicability\" SET status = 'none' WHERE 1; INSERT INTO link(record, field, target) SELECT a.id, 'control', b.id FROM record a, control b WHERE a.ref = 'AC-2' AND b.number = 'A.1'" },
	{ "indicator-strategic", "UPDATE \"indicator\" SET analyst = NULL WHERE level = 'strategic'" },
	{ "indicator-functional", "UPDATE \"indicator\" SET analyst = NULL WHERE level = 'functional'" },
	{ "indicator-operational", "UPDATE \"indicator\" SET analyst = NULL WHERE level = 'operational'" },
	{ "control-measured",
		"UPDATE \"check\" SET status = 'retired' WHERE 1; UPDATE \"indicator\" SET status = 'draft' WHERE 1" },
	{ "indicator-alive", "UPDATE \"indicator\" SET due = '2020-01-01' WHERE 1" },
	{ "analysis-held", "UPDATE \"analysis\" SET date = '2020-01-01' WHERE 1" },
	{ "analysis-told", "UPDATE \"review\" SET in_d2 = NULL WHERE 1" },
	{ "audit-of-audits", "UPDATE \"requirement\" SET number = '9.2.1' WHERE number = '4.1'" },
	{ "audit-held", "UPDATE \"audit\" SET independent = 'no' WHERE 1" },
	{ "audit-criteria", "UPDATE \"audit\" SET criteria = NULL WHERE 1" },
	{ "finding-criteria",
		"DELETE FROM link WHERE field = 'requirement' AND record = (SELECT id FROM record WHERE ref = 'F-1')" },
	{ "audit-reported", "UPDATE \"audit\" SET reported = '2026-10-01' WHERE 1" },
	{ "audit-told", "DELETE FROM link WHERE field = 'reported_to'" },
	{ "programme-approved", "UPDATE \"programme\" SET approver = NULL WHERE 1" },
	{ "audit-planned", "UPDATE \"audit\" SET scope = NULL WHERE 1" },
	{ "audit-auditor", "UPDATE \"audit\" SET auditor = NULL WHERE 1" },
	{ "programme-clauses",
		"DELETE FROM link WHERE field = 'requirements' AND record = (SELECT id FROM record WHERE ref = 'AU-1')" },
	{ "programme-controls",
		"DELETE FROM link WHERE field = 'controls' AND record = (SELECT id FROM record WHERE ref = 'AU-1')" },
	{ "programme-criteria", "UPDATE \"programme\" SET criteria = NULL WHERE 1" },
	{ "audit-late", "UPDATE \"audit\" SET status = 'planned' WHERE 1" },
	{ "review-held", "UPDATE \"review\" SET held = '2020-01-01' WHERE 1" },
	{ "review-late", "UPDATE \"review\" SET planned = '2020-01-01' WHERE 1" },
	{ "review-planned", "UPDATE \"review\" SET planned = '2020-01-01' WHERE 1" },
	{ "review-chaired",
		"UPDATE \"review\" SET management = 'no', chair = (SELECT id FROM record WHERE ref = 'P-2') WHERE 1" },
	{ "review-signed", "UPDATE \"review\" SET in_a = NULL WHERE 1" },
	{ "review-in-a", "UPDATE \"review\" SET in_a = NULL WHERE 1" },
	{ "review-in-b", "UPDATE \"review\" SET in_b = NULL WHERE 1" },
	{ "review-in-c", "UPDATE \"review\" SET in_c = NULL WHERE 1" },
	{ "review-in-d1", "UPDATE \"review\" SET in_d1 = NULL WHERE 1" },
	{ "review-in-d2", "UPDATE \"review\" SET in_d2 = NULL WHERE 1" },
	{ "review-in-d3", "UPDATE \"review\" SET in_d3 = NULL WHERE 1" },
	{ "review-in-d4", "UPDATE \"review\" SET in_d4 = NULL WHERE 1" },
	{ "review-in-e", "UPDATE \"review\" SET in_e = NULL WHERE 1" },
	{ "review-in-f", "UPDATE \"review\" SET in_f = NULL WHERE 1" },
	{ "review-in-g", "UPDATE \"review\" SET in_g = NULL WHERE 1" },
	{ "review-figures", "UPDATE \"review\" SET draft_e = NULL WHERE 1" },
	{ "review-trends", "UPDATE \"indicator\" SET trend = NULL WHERE 1" },
	{ "review-decided", "DELETE FROM link WHERE field = 'decided'" },
	{ "decision-carried", "UPDATE \"action\" SET decision = NULL WHERE 1" },
	{ "review-earlier",
		"INSERT INTO link(record, field, target) SELECT a.id, 'actions', b.id FROM record a, record b WHERE a.ref = 'RV-1' AND b.ref = 'AC-1'; UPDATE \"action\" SET due = '2020-01-01' WHERE 1" },
	{ "review-asked", "UPDATE \"review\" SET out_change = NULL WHERE 1" },
	{ "improved", "UPDATE \"action\" SET done = '2020-01-01' WHERE 1" },
	{ "cycle-turned", "UPDATE \"cycle\" SET goals = NULL WHERE 1" },
	{ "figures-kept", "UPDATE \"snapshot\" SET above = 1 WHERE id = (SELECT id FROM record WHERE ref = 'SN-1')" },
	{ "snapshot-taken", "UPDATE \"snapshot\" SET at = '2020-01-01T10:00:00Z' WHERE 1" },
	{ "nonconformity-corrected", "UPDATE \"nonconformity\" SET correction = NULL WHERE 1" },
	{ "nonconformity-actions", "UPDATE \"action\" SET status = 'cancelled' WHERE 1" },
	{ "nonconformity-answered",
		"DELETE FROM link WHERE field = 'nonconformity'; UPDATE \"action\" SET nonconformity = NULL WHERE 1" },
	{ "major-raised", "UPDATE \"nonconformity\" SET finding = NULL WHERE 1" },
	{ "nonconformity-elsewhere", "UPDATE \"nonconformity\" SET elsewhere = 'unlooked' WHERE 1" },
	{ "nonconformity-effect", "UPDATE \"nonconformity\" SET checker = owner WHERE 1" },
	{ "nonconformity-after",
		"UPDATE \"nonconformity\" SET checked = '2026-06-01', status = 'verified', status_key = '03' WHERE 1" },
	{ "nonconformity-late", "UPDATE \"nonconformity\" SET status = 'open' WHERE 1" },
	{ "nonconformity-repeated", "UPDATE \"nonconformity\" SET repeat = id, cause = NULL WHERE 1" },
	{ "nonconformity-old", "UPDATE \"nonconformity\" SET status = 'open', detected = '2020-01-01' WHERE 1" },
	{ "stage1-scope", "UPDATE \"organisation\" SET scope = NULL WHERE 1" },
	{ "stage1-statement", "UPDATE \"statement\" SET status = 'superseded' WHERE 1" },
	{ "stage1-programme", "UPDATE \"programme\" SET status = 'draft' WHERE 1" },
	{ "stage1-review", "UPDATE \"review\" SET status = 'cancelled' WHERE 1" },
	{ "stage2-majors", "UPDATE \"finding\" SET status = 'open' WHERE 1" },
	{ "stage2-clauses",
		"DELETE FROM link WHERE field = 'requirements' AND record = (SELECT id FROM record WHERE ref = 'AU-1')" },
	{ "stage2-review", "UPDATE \"audit\" SET held = '2026-09-20' WHERE 1" },
	{ "stage2-checks", "UPDATE \"execution\" SET due = '2026-11-01' WHERE 1" },
	{ "stage2-indicators", "UPDATE \"measurement\" SET at = '2026-11-01T10:00:00Z' WHERE 1" },
	{ "stage2-incidents", "UPDATE \"incident\" SET status = 'open' WHERE 1" },
	{ "certificate-statement",
		"UPDATE \"statement\" SET status = 'superseded' WHERE 1; UPDATE certificate SET stage = 'granted'" },
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
		cr_expect(is_held(outcome(&fixture, condition, true)), "%s", condition->name);
	/* Each has its case; what the journal says, below. */
	while ((condition = verdict_next(condition))) {
		for (i = 0; cases[i].name && strcmp(cases[i].name, condition->name) != 0; i++)
			;
		cr_expect(cases[i].name || strcmp(condition->name, "change-scope") == 0 ||
				  strcmp(condition->name, "change-method") == 0 ||
				  strcmp(condition->name, "change-roles") == 0,
			"%s has no case", condition->name);
	}
	for (i = 0; cases[i].name; i++) {
		condition = verdict_find(cases[i].name);
		cr_assert(condition, "%s", cases[i].name);
		run(&fixture, "SAVEPOINT broken", cases[i].name);
		run(&fixture, cases[i].broken, cases[i].name);
		rekey(&fixture, cases[i].broken, cases[i].name);
		context_forget(fixture.store);
		cr_expect_not(is_held(outcome(&fixture, condition, false)), "%s by %s", cases[i].name, cases[i].broken);
		run(&fixture, "ROLLBACK TO broken; RELEASE broken", cases[i].name);
		context_forget(fixture.store);
	}
	fixture_close(&fixture);
}

/* Without a recorded change of the ISMS, what became another since the SoA was issued is seen. */
Test(verdict, the_journal_shows_what_changed_without_a_record)
{
	static const char *const changes[][2] = { { "change-scope", "ORG-1|scope=More" },
		{ "change-method", "iso5x5|grid=1 1 1 2 2\n1 1 2 2 3\n1 2 2 3 3\n2 2 3 3 4\n2 3 4 4 4" },
		{ "change-roles", "RO-2|duties=Less" } };
	/* Today is 2026-11-24. */
	static const struct {
		const char *change;
		enum verdict_outcome outcome;
	} records[] = {
		{ "UPDATE changes SET about = 'isms', approved = '2026-05-01', done = '2026-10-25'", OUTCOME_MET },
		{ "UPDATE changes SET done = '2026-10-24'", OUTCOME_FAILS },
		{ "UPDATE changes SET done = NULL, planned = '2026-12-24'", OUTCOME_MET },
		{ "UPDATE changes SET planned = '2026-12-25'", OUTCOME_FAILS },
		{ "UPDATE changes SET planned = '2026-11-24', about = 'organisation'", OUTCOME_MET },
		{ "UPDATE changes SET about = 'system'", OUTCOME_FAILS },
		{ "UPDATE changes SET about = 'isms', status = 'refused'", OUTCOME_FAILS },
		{ "UPDATE changes SET status = 'done', approver = NULL", OUTCOME_FAILS },
	};
	struct fixture fixture;
	size_t i, j;

	fixture_open(&fixture);
	for (i = 0; perfect[i]; i++)
		apply(&fixture, perfect[i]);
	apply(&fixture, "RO-2|duties=All");
	/* One that was recorded half a year ago excuses nothing of today. */
	for (i = 0; i < sizeof changes / sizeof changes[0]; i++) {
		const struct verdict_condition *condition = verdict_find(changes[i][0]);

		cr_expect_eq(outcome(&fixture, condition, false), OUTCOME_MET, "%s", changes[i][0]);
		apply(&fixture, changes[i][1]);
		cr_expect_eq(outcome(&fixture, condition, false), OUTCOME_FAILS, "%s", changes[i][0]);
		run(&fixture, "SAVEPOINT recorded", "recorded");
		for (j = 0; j < sizeof records / sizeof records[0]; j++) {
			run(&fixture, records[j].change, "recorded");
			cr_expect_eq(outcome(&fixture, condition, false), records[j].outcome, "%s by %s", changes[i][0],
				records[j].change);
		}
		run(&fixture, "ROLLBACK TO recorded; RELEASE recorded", "recorded");
	}
	/* Two years later it is past. */
	setenv("NORIA_CLOCK", "2028-11-25T10:00:00Z", 1);
	context_forget(fixture.store);
	for (i = 0; i < sizeof changes / sizeof changes[0]; i++)
		cr_expect_eq(outcome(&fixture, verdict_find(changes[i][0]), false), OUTCOME_MET, "%s", changes[i][0]);
	fixture_close(&fixture);
}
