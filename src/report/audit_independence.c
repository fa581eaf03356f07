/* Whether those who audit are independent of what they look at (ISO/IEC 27001:2022, 9.2.2 c), and by what they are not. */
#include <stdlib.h>
#include <string.h>

#include "model/verdict.h"
#include "report/audit.h"

/* As many refs are told of each reason. */
#define MOST_TOLD 4

/* What of a register somebody may own or hold; the filter has the ref of the audit, then that of the person. */
struct dependence {
	const char *of, *audited, *owned;
	const char *sentence; /* N_(): the person, then the refs */
};

static const struct dependence dependences[] = {
	{ "requirement", "audits(ref=%s)", "owner=%s", N_("%s answers for clauses that are audited: %s.") },
	{ "document", "requirement(audits(ref=%s))", "owner=%s",
		N_("%s owns documents of clauses that are audited: %s.") },
	{ "applicability", "control(audits(ref=%s))", "owner=%s", N_("%s owns controls that are audited: %s.") },
	{ "risk", "controls(audits(ref=%s))", "owner=%s standing=current",
		N_("%s owns risks of controls that are audited: %s.") },
	{ "action", "control(audits(ref=%s))", "owner=%s status!=cancelled",
		N_("%s owns actions of controls that are audited: %s.") },
	{ "document", "controls(audits(ref=%s))", "owner=%s",
		N_("%s owns documents of controls that are audited: %s.") },
	{ "unit", "audits(ref=%s)", "manager=%s", N_("%s leads units that are audited: %s.") },
	{ "unit", "audits(ref=%s)", "people=%s", N_("%s works in units that are audited: %s.") },
	{ "role", "unit(audits(ref=%s))", "ended= holders=%s", N_("%s holds roles in units that are audited: %s.") },
	{ "asset", "unit(audits(ref=%s))", "owner=%s", N_("%s owns assets of units that are audited: %s.") },
};

struct refs {
	struct strings told;
	size_t count;
};

static bool take_ref(void *user, const struct row *row)
{
	struct refs *refs = user;

	if (refs->count++ < MOST_TOLD)
		strings_add(&refs->told, row->ref);
	return true;
}

static char *refs_text(struct store *store, const struct refs *refs)
{
	char *joined = strings_join(&refs->told, ","), *list = store_references(store, joined, REFERENCE_REF, ", "),
	     *text;

	free(joined);
	if (refs->count <= refs->told.count)
		return list;
	/* TRANSLATORS: refs between commas, and how many more */
	text = xasprintf(ngettext("%s and %zu more", "%s and %zu more", refs->count - refs->told.count), list,
		refs->count - refs->told.count);
	free(list);
	return text;
}

static bool tell_one(struct store *store, const struct dependence *dependence, const char *audit, const char *person,
	struct strings *sentences, struct error *error)
{
	static const char *const columns[] = { "ref" };
	char *audited = xasprintf(dependence->audited, audit), *owned = xasprintf(dependence->owned, person),
	     *filter = xasprintf("%s %s", audited, owned);
	struct query *query = query_new(register_find(dependence->of));
	struct refs refs = { 0 };
	bool ok = query_parse(query, store_context(store), filter, error) &&
		  store_each_value(store, query, columns, 1, take_ref, &refs, error);

	if (ok && refs.count) {
		char *name = store_title(store, person), *list = refs_text(store, &refs),
		     *sentence = xasprintf(_(dependence->sentence), name ? name : person, list);

		strings_add(sentences, sentence);
		free(sentence);
		free(list);
		free(name);
	}
	strings_free(&refs.told);
	query_free(query);
	free(filter);
	free(owned);
	free(audited);
	return ok;
}

/* Who keeps the ISMS does not audit its clauses; an audit that names nothing is of all of them. */
static bool tell_officer(struct store *store, const struct record *audit, const char *person, struct strings *sentences,
	struct error *error)
{
	struct record *organisation;
	const char *officer;

	if (!record_get(audit, "requirements") && record_get(audit, "controls"))
		return true;
	organisation = store_organisation(store, error);
	officer = organisation ? record_get(organisation, "officer") : NULL;
	if (officer && strcmp(officer, person) == 0) {
		char *name = store_title(store, person),
		     *sentence = xasprintf(_("%s is the security officer, whose own work the audited clauses are."),
			     name ? name : person);

		strings_add(sentences, sentence);
		free(sentence);
		free(name);
	}
	record_free(organisation);
	return organisation != NULL;
}

static bool from_outside(const struct record *audit)
{
	static const char *const kinds[] = { "stage1", "stage2", "surveillance", "recertification" };
	const char *kind = record_get(audit, "kind");
	size_t i;

	for (i = 0; kind && i < sizeof kinds / sizeof *kinds; i++)
		if (strcmp(kind, kinds[i]) == 0)
			return true;
	return record_get(audit, "body") != NULL;
}

bool audit_dependences(struct store *store, const struct record *audit, struct strings *sentences, struct error *error)
{
	struct strings people = { 0 };
	bool ok = true;
	size_t i, j;

	if (from_outside(audit))
		return true;
	if (record_get(audit, "auditor"))
		strings_split(&people, record_get(audit, "auditor"));
	if (record_get(audit, "team"))
		strings_split(&people, record_get(audit, "team"));
	for (i = 0; i < people.count && ok; i++) {
		/* Of somebody who is not in the file nothing is known. */
		if (*people.items[i] == '{')
			continue;
		ok = tell_officer(store, audit, people.items[i], sentences, error);
		for (j = 0; j < sizeof dependences / sizeof *dependences && ok; j++)
			ok = tell_one(store, &dependences[j], audit->ref, people.items[i], sentences, error);
	}
	strings_free(&people);
	return ok;
}

bool audit_is_independent(struct store *store, const struct record *audit, bool *yes, struct error *error)
{
	const char *then = record_get(audit, "independent");
	struct strings sentences = { 0 };
	bool ok = then || audit_dependences(store, audit, &sentences, error);

	*yes = then ? strcmp(then, "yes") == 0 : ok && !sentences.count;
	strings_free(&sentences);
	return ok;
}

/* Clause 9.2 is the internal auditor's own work: by the condition of the verdict. */
static bool audits_own_audits(struct store *store, const struct record *audit)
{
	struct query *query = query_new(audit->def);
	int64_t count = 0;

	query_add(query, "ref", OP_EQUAL, audit->ref);
	if (audit->ref && query_parse(query, store_context(store), verdict_find("audit-of-audits")->fails, NULL))
		count = store_count(store, query, NULL);
	query_free(query);
	return count > 0;
}

/* What stands of a reported audit, whatever the records say today; takes the sentences' text. */
static char *as_reported(const char *then, const struct strings *sentences)
{
	char *reasons, *text;

	if (strcmp(then, "yes") == 0)
		return xstrdup(_("yes, by the records of the day on which it was reported"));
	if (!sentences->count)
		return xstrdup(_("no, by the records of the day on which it was reported"));
	reasons = strings_join(sentences, " ");
	/* TRANSLATORS: whole sentences that say why */
	text = xasprintf(_("no: %s"), reasons);
	free(reasons);
	return text;
}

char *audit_independence(struct store *store, const struct record *record)
{
	const char *then = record_get(record, "independent");
	struct strings sentences = { 0 };
	char *reasons, *text = NULL, *whole;

	if (strcmp(record->def->name, "audit") != 0 ||
		(!record_get(record, "auditor") && !record_get(record, "team") && !from_outside(record)))
		return NULL;
	if (!audit_dependences(store, record, &sentences, NULL)) {
		strings_free(&sentences);
		return NULL;
	}
	if (from_outside(record)) {
		text = xstrdup(_("yes: the audit comes from outside"));
	} else if (then) {
		text = as_reported(then, &sentences);
	} else if (!sentences.count) {
		text = xstrdup(_("yes, by the records"));
	} else {
		reasons = strings_join(&sentences, " ");
		/* TRANSLATORS: whole sentences that say why */
		text = xasprintf(_("no: %s"), reasons);
		free(reasons);
	}
	if (audits_own_audits(store, record)) {
		/* TRANSLATORS: whether who audits is independent ("yes, by the records"), then what is to be seen all the same */
		whole = xasprintf(
			_("%s; but clause 9.2 is the internal auditor's own work, and another should audit it"), text);
		free(text);
		text = whole;
	}
	strings_free(&sentences);
	return text;
}
