/* history, check, backup. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/verify.h"
#include "cli/lib.h"

struct printer {
	const struct model_context *context;
	int64_t last;
	bool any, unread;
};

static void print_change(const struct journal_change *change)
{
	const char *label = change->field ? _(change->field->label) : change->def ? _(change->def->label) : "?";
	char *before = change->before ? text_printable(change->before, false) : NULL,
	     *after = change->after ? text_printable(change->after, false) : NULL;

	switch (change->kind) {
	case 'C':
		cli_line(_("  %s added: %s\n"), change->ref, after ? after : "");
		break;
	case 'D':
		cli_line(_("  %s deleted: %s\n"), change->ref, before ? before : "");
		break;
	case '+':
		cli_line(_("  %s %s: added %s\n"), change->ref, label, after ? after : "");
		break;
	case '-':
		cli_line(_("  %s %s: took away %s\n"), change->ref, label, before ? before : "");
		break;
	default:
		if (!before)
			/* TRANSLATORS: ref, field, value */
			cli_line(_("  %s %s: set to \"%s\"\n"), change->ref, label, after ? after : "");
		else if (!after)
			/* TRANSLATORS: ref, field, value */
			cli_line(_("  %s %s: \"%s\" was removed\n"), change->ref, label, before);
		else
			/* TRANSLATORS: ref, field, old value, new value */
			cli_line(_("  %s %s: \"%s\" became \"%s\"\n"), change->ref, label, before, after);
	}
	free(before);
	free(after);
}

static bool print_entry(
	void *user, const struct journal_entry *entry, const struct journal_change *changes, size_t count)
{
	struct printer *printer = user;
	int64_t seconds;
	char *time = date_time_parse(entry->time, &seconds)
			     ? date_time_format_locale(seconds, printer->context->time_zone)
			     : xstrdup(entry->time);
	size_t i;

	cli_line("%s  %s@%s  %.12s  %s%s\n", time, entry->login, entry->host, entry->hash, entry->summary,
		entry->undone ? _(" (undone)") : "");
	for (i = 0; i < count; i++)
		print_change(&changes[i]);
	free(time);
	printer->last = entry->id;
	printer->any = true;
	printer->unread = cli_is_unread();
	return !printer->unread;
}

static bool run_history(const struct cli_words *words, struct error *error)
{
	const char *limit = cli_option(words, "limit");
	struct store *store;
	struct printer printer = { 0 };
	int64_t id = 0, most = 1000000;
	bool ok = true;

	if (limit && (!number_parse_integer(limit, &most) || most < 1))
		return error_set(error, ERROR_USAGE, _("--limit needs a number from 1."));
	store = cli_open_to_read(words, error);
	if (!store)
		return false;
	printer.context = store_context(store);
	if (words->arguments.count > 1) {
		bool deleted;

		id = store_find_ever(store, words->arguments.items[1], &deleted);
		ok = id != 0;
		if (!ok)
			error_set(error, ERROR_INVALID, _("There is no record %s in this file."),
				words->arguments.items[1]);
		else if (deleted)
			cli_message(_("%s was deleted; this is what happened to it."), words->arguments.items[1]);
	}
	while (ok && most > 0) {
		size_t page = most < 100 ? (size_t)most : 100;

		printer.any = false;
		ok = store_history(store, id, printer.last, page, print_entry, &printer, error);
		if (!printer.any || printer.unread)
			break;
		most -= (int64_t)page;
	}
	return cli_close(store, ok, error);
}

static const struct cli_option history_options[] = {
	{ "limit", "NUMBER", N_("show at most so many entries") },
	CLI_READ_ONLY,
	{ NULL, NULL, NULL },
};

const struct cli_command cli_history = {
	.name = "history",
	.arguments = "FILE [REF]",
	.least = 1,
	.most = 2,
	.options = history_options,
	.run = run_history,
	.summary = N_("tell who changed what, and when"),
	.help = N_("The newest entry comes first. With REF only what touched that record."),
};

static void print_problem(void *user, const char *sentence)
{
	(void)user;
	cli_message("%s", sentence);
}

/* To be damaged is what `check` and `backup` were asked about, not a file that cannot be opened. */
static bool damage_is_an_answer(struct error *error)
{
	if (error->kind == ERROR_DAMAGED)
		error->kind = ERROR_NEGATIVE;
	return false;
}

/* What `check` has proved holds now; whether decay is told later, when the file is read, is another matter. */
static void tell_sums(struct store *store, const char *path)
{
	bool foreign;

	if (store_keeps_sums(store, &foreign))
		return;
	if (foreign)
		cli_message(
			_("Another program wrote to %s: its pages are no longer compared with their checksums when they are read. A copy made by `noria backup` has new ones."),
			path);
	else
		cli_message(
			_("The pages of %s have no checksums yet, by which decay is told when it is read. A copy made by `noria backup` has them."),
			path);
}

/* The verdict counts attached files that were compared of late. */
static bool tell_verified(struct store *store, struct error *error)
{
	size_t count;

	if (!verify_note(store, &count, error))
		return false;
	if (count)
		cli_message(ngettext("%zu attached file was compared with its hash; the journal says so.",
				    "%zu attached files were compared with their hashes; the journal says so.", count),
			count);
	else
		cli_message(_("No file is attached; there is nothing to record."));
	return true;
}

static bool run_check(const struct cli_words *words, struct error *error)
{
	const char *path = words->arguments.items[0];
	bool accept = cli_has(words, "accept"), accepted = false, noted = cli_has(words, "record"), ok;
	/* Looking must not change anything: an older file is migrated in memory. */
	struct store *store = cli_open_to_check(words, accept || noted, error);
	int64_t problems;

	if (!store)
		return damage_is_an_answer(error);
	if ((accept || noted) && cli_has(words, "read-only")) {
		error_set(error, ERROR_USAGE, _("%s is written into the journal; it does not go with --read-only."),
			accept ? "--accept" : "--record");
		return cli_close(store, false, error);
	}
	if (accept && !store_accept(store, &accepted, error))
		return cli_close(store, false, error);
	if (accepted)
		cli_message(_("The journal of %s is accepted as it is; its history says so."), path);
	else if (accept)
		cli_message(
			_("The journal of %s goes on from the one that this account saw last; there is nothing to accept."),
			path);
	problems = store_check(store, print_problem, NULL, error);
	if (problems > 0)
		error_set(error, ERROR_NEGATIVE,
			ngettext("%lld problem was found.", "%lld problems were found.", (unsigned long)problems),
			(long long)problems);
	else if (problems == 0)
		cli_line(_("No damage found. Head of the journal: %s\n"), store_head(store));
	ok = problems == 0;
	if (ok)
		tell_sums(store, path);
	if (ok && noted)
		ok = tell_verified(store, error);
	return cli_close(store, ok, error);
}

static const struct cli_option check_options[] = {
	CLI_READ_ONLY,
	{ "accept", NULL,
		N_("take the journal as it is where it does not go on from the one that this account saw last; written into the journal") },
	{ "record", NULL,
		N_("where nothing is damaged, write into the journal that the attached files were compared with their hashes today") },
	{ NULL, NULL, NULL },
};

const struct cli_command cli_check = {
	.name = "check",
	.arguments = "FILE",
	.least = 1,
	.most = 1,
	.options = check_options,
	.run = run_check,
	.summary = N_("prove that a file is whole"),
	.help = N_(
		"Compares every field with its last value in the journal, the chain of the journal's hashes with its head, counts and search index with the records, and the head with the one that this account saw last.\n\nWhere the file was put back or its journal was made anew, that is found until --accept says that it is known: every account says so for itself.\n\nAn auditor asks when attached evidence was last compared: --record notes the day in each, which the verdict looks for (clause 7.5.3)."),
};

static bool run_backup(const struct cli_words *words, struct error *error)
{
	struct store *store = cli_open_to_read(words, error);
	bool ok;

	if (!store)
		return damage_is_an_answer(error);
	ok = app_backup(store, words->arguments.items[1], error) || damage_is_an_answer(error);
	return cli_close(store, ok, error);
}

static const struct cli_option backup_options[] = {
	CLI_READ_ONLY,
	{ NULL, NULL, NULL },
};

const struct cli_command cli_backup = {
	.name = "backup",
	.arguments = "FILE COPY",
	.least = 2,
	.most = 2,
	.options = backup_options,
	.run = run_backup,
	.summary = N_("copy a file, also while others write in it"),
	.help = N_("COPY must not exist yet; - is standard output. A damaged file is not copied."),
};
