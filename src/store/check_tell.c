/* How `check` tells what is wrong: each kind of damage once or a few times, with how often it holds. */
#include <stdarg.h>
#include <string.h>

#include "store/check.h"

/* One sentence a kind of damage: twelve counts of one register are not twelve sentences. */
static void report_last(struct checker *checker)
{
	char *text;

	if (!checker->last)
		return;
	text = checker->times == 1 ? xstrdup(checker->last) :
				   /* TRANSLATORS: a sentence, and how often it holds */
		       xasprintf(ngettext("%s (%lld time)", "%s (%lld times)", (unsigned long)checker->times),
			       checker->last, (long long)checker->times);
	checker->report(checker->user, text);
	free(text);
	free(checker->last);
	checker->last = NULL;
}

/* How often a problem of the kind came before. */
static int64_t count_kind(struct checker *checker, const char *format)
{
	size_t i = 0;

	while (i < CHECK_KINDS - 1 && checker->kinds[i].format && checker->kinds[i].format != format)
		i++;
	checker->kinds[i].format = format;
	return checker->kinds[i].count++;
}

/*
 * What follows from a look that the system failed is no problem of the file: nothing more is
 * said of it.  Where the look failed for damage, that is told first.
 */
static bool may_tell(struct checker *checker)
{
	store_could_read(checker->store, NULL);
	check_could_read(checker, NULL);
	return !checker->ended.kind;
}

void check_problem(struct checker *checker, const char *format, ...)
{
	va_list arguments;
	char *text, *shown;

	if (!may_tell(checker))
		return;
	checker->problems++;
	va_start(arguments, format);
	text = xvasprintf(format, arguments);
	va_end(arguments);
	shown = text_printable(text, false);
	free(text);
	if (checker->last && strcmp(checker->last, shown) == 0) {
		checker->times++;
		free(shown);
		return;
	}
	if (count_kind(checker, format) >= CHECK_TOLD) {
		free(shown);
		return;
	}
	report_last(checker);
	checker->last = shown;
	checker->times = 1;
}

void check_tell_rest(struct checker *checker)
{
	int64_t rest = 0;
	size_t i;

	report_last(checker);
	for (i = 0; i < CHECK_KINDS; i++)
		rest += checker->kinds[i].count > CHECK_TOLD ? checker->kinds[i].count - CHECK_TOLD : 0;
	if (rest) {
		char *text = xasprintf(ngettext("There is %lld more of these kinds.",
					       "There are %lld more of these kinds.", (unsigned long)rest),
			(long long)rest);

		checker->report(checker->user, text);
		free(text);
	}
}

bool check_could_read(struct checker *checker, const char *what)
{
	struct error failure = { 0 };

	if (store_sound(checker->store, &failure))
		return true;
	if (failure.kind == ERROR_CANCELLED || failure.kind == ERROR_SYSTEM || failure.kind == ERROR_UNAVAILABLE)
		error_move(&checker->ended, &failure);
	else if (what)
		/* TRANSLATORS: a record or another part of the file, and the sentence that says why */
		check_problem(checker, _("%s cannot be read: %s"), what, failure.message);
	else
		check_problem(checker, "%s", failure.message);
	error_clear(&failure);
	return false;
}

bool check_goes_on(struct checker *checker)
{
	struct store *store = checker->store;

	if (store->progress_done < store->progress_total)
		store->progress_done++;
	return !checker->ended.kind;
}
