/*
 * What follows from the counts: each clause by the lower of what the records show and what a human says, or
 * by what an overrule says that holds today; how many clauses are how; what certification still lacks.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "report/verdict_parts.h"

/* ---- what people say ---- */

enum { SAID_NUMBER, SAID_TITLE, SAID_CONFORMITY, SAID_ANSWER, SAID_COLUMNS };

struct saying {
	struct store *store;
	struct verdict *verdict;
	struct strings numbers, titles; /* of all requirements */
};

static bool take_requirement(void *user, const struct row *row)
{
	struct saying *saying = user;
	const char *number = row->cells[SAID_NUMBER].value;
	size_t i;

	strings_add(&saying->numbers, number ? number : "");
	strings_add(&saying->titles, row->cells[SAID_TITLE].value ? row->cells[SAID_TITLE].value : "");
	for (i = 0; number && i < saying->verdict->clause_count; i++) {
		struct verdict_of_clause *of = &saying->verdict->clauses[i];

		if (strcmp(verdict_in_edition(of->clause, store_context(saying->store)), number) != 0)
			continue;
		of->requirement = row->id;
		free(of->title);
		of->title = xstrdup(row->cells[SAID_TITLE].value);
		of->said = verdict_said(row->cells[SAID_CONFORMITY].value);
		of->answered = row->cells[SAID_ANSWER].value != NULL;
	}
	return true;
}

#define SAME_MOST 2 /* clauses that may bear the same title and still be told apart by it */

/* A title that many clauses bear ("General") says nothing without that of the clause above it. */
static void complete_title(struct saying *saying, struct verdict_of_clause *of)
{
	char *above = xstrdup(verdict_in_edition(of->clause, store_context(saying->store))), *dot = strrchr(above, '.');
	size_t same = 0, i;

	if (dot)
		*dot = '\0';
	for (i = 0; of->title && i < saying->titles.count; i++)
		same += strcmp(saying->titles.items[i], of->title) == 0;
	for (i = 0; same > SAME_MOST && i < saying->numbers.count; i++)
		if (strcmp(saying->numbers.items[i], above) == 0) {
			/* TRANSLATORS: a name, then what is said of it */
			char *title = xasprintf(_("%s: %s"), saying->titles.items[i], of->title);

			free(of->title);
			of->title = title;
			break;
		}
	free(above);
}

/* The requirements of the edition of the SoA, in one go. */
static bool read_requirements(struct store *store, struct verdict *verdict, struct error *error)
{
	const struct register_def *def = register_find("requirement");
	const struct field_def *title = field_in_language(def, register_title(def), store_context(store)->language);
	const char *columns[SAID_COLUMNS] = { "number", title->name, "conformity", "answer" };
	struct query *query = query_new(def);
	struct saying saying = { .store = store, .verdict = verdict };
	bool ok;
	size_t i;

	query_add(query, "catalogue", OP_EQUAL, store_context(store)->catalogue_ref);
	ok = !store_context(store)->catalogue_ref ||
	     store_each_value(store, query, columns, SAID_COLUMNS, take_requirement, &saying, error);
	for (i = 0; i < verdict->clause_count; i++)
		complete_title(&saying, &verdict->clauses[i]);
	strings_free(&saying.numbers);
	strings_free(&saying.titles);
	query_free(query);
	return ok;
}

static bool take_overrule(void *user, const struct row *row)
{
	struct saying *saying = user;
	int64_t requirement = store_find(saying->store, row->cells[0].value, NULL);
	enum verdict_result to = verdict_said(row->cells[1].value);
	size_t i;

	for (i = 0; i < saying->verdict->clause_count; i++) {
		struct verdict_of_clause *of = &saying->verdict->clauses[i];

		if (!requirement || of->requirement != requirement || (of->overrule && to <= of->judged))
			continue;
		of->overrule = row->id;
		of->judged = to;
	}
	return true;
}

/* Those that hold today. */
static bool read_overrules(struct store *store, struct verdict *verdict, struct error *error)
{
	static const char *const columns[] = { "requirement", "to" };
	const struct register_def *def = register_find("overrule");
	struct query *query = def ? query_new(def) : NULL;
	struct saying saying = { .store = store, .verdict = verdict };
	bool ok = true;

	if (query && query_parse(query, store_context(store), "valid", NULL))
		ok = store_each_value(store, query, columns, 2, take_overrule, &saying, error);
	query_free(query);
	return ok;
}

/* ---- clauses ---- */

/* What is said of a clause in parts is said of the whole: where another part stands no better, that part is meant; NULL: none does. */
static const struct verdict_of_clause *part_meant(const struct verdict *verdict, const struct verdict_of_clause *of)
{
	const char *number = of->clause->number, *dot = strrchr(number, '.');
	size_t length = dot && isalpha((unsigned char)dot[1]) ? (size_t)(dot + 1 - number) : 0, i;

	for (i = 0; i < verdict->clause_count && length; i++) {
		const struct verdict_of_clause *other = &verdict->clauses[i];

		if (other != of && strncmp(other->clause->number, number, length) == 0 &&
			other->result != VERDICT_NOT_ASSESSED && other->result <= of->said)
			return other;
	}
	return NULL;
}

static void judge_clause(struct verdict *verdict, struct verdict_of_clause *of)
{
	const struct verdict_condition **conditions = xcalloc(of->count + 1, sizeof *conditions);
	enum verdict_outcome *outcomes = xcalloc(of->count + 1, sizeof *outcomes);
	size_t i;

	for (i = 0; i < of->count; i++) {
		conditions[i] = verdict->lines[of->first + i].condition;
		outcomes[i] = verdict->lines[of->first + i].outcome;
	}
	of->computed =
		!of->count ? VERDICT_NOT_ASSESSED : verdict_computed(conditions, outcomes, of->count, of->answered);
	of->result = of->computed;
	if (of->overrule && of->judged > of->computed)
		of->result = of->judged;
	else
		of->overrule = 0;
	/* Whatever the records show or somebody judges: it is no more than what is said of the clause. */
	of->carrier = NULL;
	if (of->said != VERDICT_NOT_ASSESSED && of->said < of->result) {
		const struct verdict_of_clause *part = part_meant(verdict, of);

		of->carrier = part ? part->clause : NULL;
		of->carried = part ? part->result : of->carried;
		of->result = part ? of->result : of->said;
	}
	if (of->result <= of->computed)
		of->overrule = 0;
	verdict->results[of->result]++;
	verdict->overruled += of->overrule && of->result == VERDICT_MET;
	free(conditions);
	free(outcomes);
}

/* ---- certification ---- */

static void add_lack(struct strings *lacks, const struct verdict_of_clause *of)
{
	char *number = verdict_number(of->clause->number);

	if (of->overrule)
		/* TRANSLATORS: a clause by its number, how it stands by the records, and what an overrule makes of it: "5.2: not met by the records, met by overrule only" */
		strings_take(lacks, xasprintf(_("%s: %s by the records, %s by overrule only"), number,
					    verdict_result_label(of->computed), verdict_result_label(of->result)));
	else
		/* TRANSLATORS: a clause by its number, and how it stands: "6.1.3 d: not met" */
		strings_take(lacks, xasprintf(_("%s: %s"), number, verdict_result_label(of->result)));
	free(number);
}

static bool take_first(void *user, const struct verdict_ref *ref)
{
	struct verdict_step *step = user;

	step->record = ref->id;
	step->ref = xstrdup(ref->ref);
	return false;
}

/* "Close F-5, or set a new day (2 more)" says more than that each is to be closed. */
static char *extra_text(struct store *store, const struct verdict_condition *condition)
{
	struct verdict_step step = { .condition = condition };
	char *text;

	if (strstr(condition->lacks, "%s"))
		verdict_each(store, condition, COUNT_FAILS, 1, take_first, &step, NULL);
	verdict_count_others(store, &step, NULL);
	step.text = verdict_to_do(condition, step.ref ? verdict_ref_name(step.ref) : NULL, store_context(store));
	text = verdict_step_text(&step);
	verdict_step_free(&step);
	return text;
}

static void add_extra(struct store *store, struct verdict *verdict, const char *clause, struct strings *lacks)
{
	size_t i;

	for (i = verdict->extra; i < verdict->line_count; i++)
		if (strcmp(verdict->lines[i].condition->clause, clause) == 0 && verdict_lacks(&verdict->lines[i]))
			strings_take(lacks, extra_text(store, verdict->lines[i].condition));
}

static bool judge_certification(struct store *store, struct verdict *verdict, struct error *error)
{
	const struct register_def *def = register_find("certificate");
	struct query *query = def ? query_new(def) : NULL;
	int64_t count = 0;
	size_t i;

	for (i = 0; i < verdict->clause_count; i++) {
		const struct verdict_of_clause *of = &verdict->clauses[i];
		/* An overrule makes no stage ready: then what the records say counts. */
		enum verdict_result result = of->overrule ? of->computed : of->result;
		bool enough = result == VERDICT_MET || result == VERDICT_PARTLY;

		if (!enough && of->clause->stage1)
			add_lack(&verdict->stage1, of);
		if (!enough)
			add_lack(&verdict->stage2, of);
	}
	add_extra(store, verdict, "C1", &verdict->stage1);
	add_extra(store, verdict, "C2", &verdict->stage2);
	if (query && query_parse(query, store_context(store), "stage!=withdrawn", NULL))
		count = store_count(store, query, error);
	query_free(query);
	verdict->certificate = count > 0;
	return count >= 0;
}

bool verdict_judge(struct store *store, struct verdict *verdict, struct error *error)
{
	size_t i;

	memset(verdict->results, 0, sizeof verdict->results);
	verdict->overruled = 0;
	strings_free(&verdict->stage1);
	strings_free(&verdict->stage2);
	if (!read_requirements(store, verdict, error) || !read_overrules(store, verdict, error))
		return false;
	/* Backwards: what is said of a clause in parts stands at the first of them, and looks at the others. */
	for (i = verdict->clause_count; i-- > 0;)
		judge_clause(verdict, &verdict->clauses[i]);
	return judge_certification(store, verdict, error) && verdict_judge_begin(store, verdict, error);
}
