/* `new`: a file ready for work. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/import_shipped.h"
#include "app/sample.h"
#include "app/template.h"

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

/* What the shipped indicators serve are controls and clauses of one edition. */
#define INDICATOR_EDITION "2022:9.1"

/* Drafts: nothing is waited for until somebody takes them into use. */
static bool add_indicators(struct action *action, struct store *store, struct error *error)
{
	struct import_options options = { .as = "csv:indicator" };
	struct strings links = { 0 };
	bool ok;

	if (!store_find(store, INDICATOR_EDITION, NULL)) {
		strings_add(&links, "controls");
		strings_add(&links, "requirement");
		options.skip = &links;
	}
	ok = import_data(action, store, "lists/indicator.csv", &options, error);
	strings_free(&links);
	return ok;
}

static bool add_lists(struct action *action, struct store *store, struct error *error)
{
	struct import_options threats = { .as = "csv:threat" }, vulnerabilities = { .as = "csv:vulnerability" };

	return import_data(action, store, "lists/threat.csv", &threats, error) &&
	       import_data(action, store, "lists/vulnerability.csv", &vulnerabilities, error) &&
	       add_indicators(action, store, error);
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

static bool add_template(struct action *action, struct store *store, const char *path, struct error *error)
{
	char *catalogue = NULL, *method = NULL;
	bool ok = template_copy(action, store, path, &catalogue, &method, error) &&
		  choose(action, store, catalogue, method, error);

	free(catalogue);
	free(method);
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

	if (options->sample && !sample_folder(options->sample)) {
		error_set(error, ERROR_USAGE, _("There is no sample %s; there are %s and %s."), options->sample,
			SAMPLE_USUAL, SAMPLE_PERFECT);
		return NULL;
	}
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
	if (options->sample &&
		!(has_data(error) && (sample = sample_begin(options->sample, options->organisation, error))))
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
