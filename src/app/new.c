/* `new`: a file ready for work. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/import_shipped.h"
#include "app/sample.h"

static bool import_data(struct action *action, struct store *store, const char *name,
	const struct import_options *options, struct error *error)
{
	return import_shipped(action, store, name, options, NULL, error);
}

static bool is_word(const char *word)
{
	return *word && strspn(word, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(word);
}

/* A program that was copied without what belongs to it says so, and not that this or that is not there. */
static bool has_data(struct error *error)
{
	char *folder = environment_data("catalogues");
	bool there = access(folder, R_OK | X_OK) == 0;

	if (!there)
		error_set(error, ERROR_SYSTEM, _("The program's own data are not there (%s); install Noria again."),
			folder);
	free(folder);
	return there;
}

static bool add_catalogues(
	struct action *action, struct store *store, const char *const *catalogues, struct error *error)
{
	static const char *const usual[] = { "iso27001-2022", NULL };
	struct import_options options = { .as = "catalogue" };
	size_t i;

	if (!has_data(error))
		return false;
	for (i = 0, catalogues = catalogues ? catalogues : usual; catalogues[i]; i++) {
		char *name = xasprintf("catalogues/%s.xml", catalogues[i]), *path = environment_data(name);
		bool named = is_word(catalogues[i]), there = named && access(path, R_OK) == 0, ok;
		int failure = named && !there ? errno : ENOENT;

		if (!there && failure != ENOENT && failure != ENOTDIR) {
			error_set(error, ERROR_SYSTEM, _("%s cannot be read: %s."), path, strerror(failure));
			free(path);
			free(name);
			return false;
		}
		free(path);
		if (!there) {
			free(name);
			return error_set(error, ERROR_INVALID,
				_("There is no catalogue %s; the catalogues are iso27001-2022, iso27001-2013 and iso27002-2005."),
				catalogues[i]);
		}
		ok = import_data(action, store, name, &options, error);
		free(name);
		if (!ok)
			return false;
	}
	return true;
}

static bool add_method(struct action *action, struct store *store, const char *method, struct error *error)
{
	struct import_options methods = { .as = "csv:method", .only_field = "identifier", .only_value = method };
	struct import_options levels = { .as = "csv:level", .only_field = "method", .only_value = method };

	if (!import_data(action, store, "methods/method.csv", &methods, error))
		return false;
	if (!store_find(store, method, NULL))
		return error_set(error, ERROR_INVALID,
			_("There is no method %s; the methods are iso5x5, ebios4x4, mehari4x4 and simple3x3."), method);
	return import_data(action, store, "methods/level.csv", &levels, error);
}

static bool add_lists(struct action *action, struct store *store, struct error *error)
{
	struct import_options threats = { .as = "csv:threat" }, vulnerabilities = { .as = "csv:vulnerability" };

	return import_data(action, store, "lists/threat.csv", &threats, error) &&
	       import_data(action, store, "lists/vulnerability.csv", &vulnerabilities, error);
}

/* What the SoA refers to and how risks are rated. */
static bool choose(
	struct action *action, struct store *store, const char *catalogue, const char *method, struct error *error)
{
	struct record *organisation = store_organisation(store, error);
	bool ok;

	if (!organisation)
		return false;
	if (catalogue)
		record_set(organisation, "catalogue", catalogue);
	if (method)
		record_set(organisation, "method", method);
	ok = action_set(action, NULL, organisation, error);
	record_free(organisation);
	return ok;
}

/* ---- templates ---- */

struct template
{
	struct store *from, *to;
	struct action *action;
	struct error *error;
	struct strings refs;
	struct strings said; /* names of people and of the organisation, each with what stands for it in the new file */
};

static bool collect_name(void *user, const struct row *row)
{
	struct template *template = user;
	const char *name = row->cells[0].value, *function = row->cells[1].value;

	/* A name of a few letters would be found in words. */
	if (name && strlen(name) >= 5) {
		strings_add(&template->said, name);
		strings_take(&template->said, xasprintf("[%s]", function ? function : "…"));
	}
	return true;
}

/* Whom the texts may name: nobody of the other organisation stands in the new file. */
static bool collect_names(struct template *template)
{
	static const char *const columns[] = { "name", "function" };
	const char *was = store_context(template->from)->organisation_name,
		   *is = store_context(template->to)->organisation_name;
	struct query *query = query_new(register_people());
	bool ok = store_each(template->from, query, columns, 2, collect_name, template, template->error);

	query_free(query);
	if (was && strlen(was) >= 5) {
		strings_add(&template->said, was);
		strings_add(&template->said, is && *is ? is : "[…]");
	}
	return ok;
}

/* The text with the names that it holds replaced; the caller frees. */
static char *without_names(const struct template *template, const char *text)
{
	struct buffer out = { 0 };
	size_t i;

	while (*text) {
		for (i = 0; i < template->said.count; i += 2)
			if (strncmp(text, template->said.items[i], strlen(template->said.items[i])) == 0)
				break;
		if (i < template->said.count) {
			buffer_add(&out, template->said.items[i + 1]);
			text += strlen(template->said.items[i]);
		} else {
			buffer_add_char(&out, *text++);
		}
	}
	return buffer_take(&out);
}

static bool collect(void *user, const struct row *row)
{
	struct template *template = user;

	strings_add(&template->refs, row->ref);
	return true;
}

/* Of the records that a reference names, those that came along. */
static char *those_there(const struct template *template, const char *value)
{
	struct strings refs = { 0 }, there = { 0 };
	char *joined;
	size_t i;

	strings_split(&refs, value);
	for (i = 0; i < refs.count; i++) {
		struct record *record =
			refs.items[i][0] == '{' ? NULL : store_record_by_ref(template->to, refs.items[i], NULL);

		if (record)
			strings_add(&there, refs.items[i]);
		record_free(record);
	}
	joined = there.count ? strings_join(&there, ",") : NULL;
	strings_free(&refs);
	strings_free(&there);
	return joined;
}

/* Nothing that belongs to the other organisation: confidential fields, owners, its own answers, what was signed. */
static struct record *copy_record(const struct template *template, const struct record *record)
{
	const struct register_def *def = record->def;
	struct record *copy = record_empty(def);
	size_t i;

	copy->ref = xstrdup(record->ref);
	copy->uuid = xstrdup(record->uuid);
	for (i = 0; i < def->field_count; i++) {
		const struct field_def *field = &def->fields[i];
		const struct register_def *target = field_is_reference(field) ? register_find(field->target) : NULL;

		if (field->flags & FIELD_LOCAL)
			copy->values[i] = field->choices ? xstrdup(field->initial) : NULL;
		else if (!(field->flags & (FIELD_CONFIDENTIAL | FIELD_DERIVED | FIELD_INVERSE | FIELD_BY_PROGRAM)) &&
			 (!target || target->template_part) && record->values[i])
			copy->values[i] = target           ? those_there(template, record->values[i])
					  : field->choices ? xstrdup(record->values[i])
							   : without_names(template, record->values[i]);
	}
	return copy;
}

/* How controls are carried out, in the words of the template: the lines came with their controls. */
static bool copy_wording(struct template *template)
{
	const struct register_def *def = register_answered_by(register_find("control"));
	struct query *query = query_new(def);
	bool ok;
	size_t i;

	strings_free(&template->refs);
	ok = query_parse(query, NULL, "implementation!=", template->error) &&
	     store_each(template->from, query, NULL, 0, collect, template, template->error);
	for (i = 0; ok && i < template->refs.count; i++) {
		struct record *said = store_record_by_ref(template->from, template->refs.items[i], template->error),
			      *line = said ? store_record_by_ref(template->to, template->refs.items[i], template->error)
					   : NULL;

		ok = line != NULL;
		if (ok) {
			char *wording = without_names(template, record_get(said, "implementation"));

			record_set(line, "implementation", wording);
			free(wording);
			ok = action_set(template->action, NULL, line, template->error);
		}
		record_free(said);
		record_free(line);
	}
	query_free(query);
	return ok;
}

static bool copy_register(struct template *template, const struct register_def *def)
{
	struct query *query = query_new(def);
	bool ok;
	size_t i;

	strings_free(&template->refs);
	ok = (!def->template_filter ||
		     query_parse(query, store_context(template->from), def->template_filter, template->error)) &&
	     store_each(template->from, query, NULL, 0, collect, template, template->error);
	for (i = 0; ok && i < template->refs.count; i++) {
		struct record *record = store_record_by_ref(template->from, template->refs.items[i], template->error),
			      *copy;

		if (!record) {
			ok = false;
			break;
		}
		copy = copy_record(template, record);
		ok = action_add(template->action, copy, template->error);
		record_free(copy);
		record_free(record);
	}
	query_free(query);
	return ok;
}

static bool add_template(struct action *action, struct store *store, const char *path, struct error *error)
{
	/* What others refer to comes first. */
	const struct register_def **order;
	struct template template = { .to = store, .action = action, .error = error };
	const struct model_context *context;
	bool ok = true;
	size_t i;

	template.from = store_open(path, STORE_READ_ONLY, error);
	if (!template.from)
		return false;
	order = registers_by_reference();
	ok = collect_names(&template);
	for (i = 0; ok && order[i]; i++)
		if (order[i]->template_part)
			ok = copy_register(&template, order[i]);
	free(order);
	ok = ok && copy_wording(&template);
	context = store_context(template.from);
	ok = ok && choose(action, store, context->catalogue_ref, context->method.ref, error);
	strings_free(&template.refs);
	strings_free(&template.said);
	store_close(template.from);
	return ok;
}

/* What a new file holds, written and published.  False: nothing is to be kept of it. */
static bool fill(const struct app_new *options, struct store *store, struct sample *sample, struct error *error)
{
	const char *method = options->method ? options->method : "iso5x5",
		   *catalogue = options->catalogues ? options->catalogues[0] : "iso27001-2022";
	struct action *action = action_begin(store, "new", error);
	bool ok = action != NULL;

	if (ok && options->template_path)
		ok = add_template(action, store, options->template_path, error);
	else if (ok)
		ok = add_catalogues(action, store, options->catalogues, error) &&
		     add_method(action, store, method, error) && choose(action, store, catalogue, method, error) &&
		     add_lists(action, store, error);
	if (ok && sample)
		ok = sample_make(sample, store, &action, error);
	else if (ok)
		ok = action_commit(action, error);
	else if (action)
		action_rollback(action);
	return ok && store_publish(store, error);
}

struct store *app_new(const struct app_new *options, struct error *error)
{
	struct store_new create = { .organisation = options->organisation, .unpublished = true };
	struct sample *sample = NULL;
	struct store *store;
	bool ok;

	if (options->sample && options->catalogues && strcmp(options->catalogues[0], "iso27001-2022") != 0) {
		error_set(error, ERROR_USAGE,
			_("The sample refers to iso27001-2022; leave --catalogue out or name it first."));
		return NULL;
	}
	if (options->sample && options->method && strcmp(options->method, "iso5x5") != 0) {
		error_set(error, ERROR_USAGE, _("The sample is rated by iso5x5; leave --method out."));
		return NULL;
	}
	if (options->template_path && (options->sample || options->catalogues || options->method)) {
		error_set(error, ERROR_USAGE,
			_("--template brings catalogues and method along; leave the other options out."));
		return NULL;
	}
	if (options->sample && !(has_data(error) && (sample = sample_begin(options->organisation, error))))
		return NULL;
	if (sample)
		create.time_zone = SAMPLE_ZONE;
	store = store_create(options->path, &create, error);
	ok = store && fill(options, store, sample, error);
	sample_end(sample);
	if (!ok) {
		store_close(store);
		return NULL;
	}
	app_recent_add(options->path);
	return store;
}
