/* Helpers as the program starts them: broken off, gone, and done. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "report/wire.h"
#include "report/helper.h"

static void keep(void *user, const void *bytes, size_t length)
{
	buffer_add_bytes(user, bytes, length);
}

static bool yes(void *user)
{
	(*(int *)user)++;
	return true;
}

static struct document *long_document(void)
{
	struct document *document = document_new("Long");
	int i;

	for (i = 0; i < 20000; i++)
		document_paragraph(document, "A paragraph that says little and says it often.");
	return document;
}

static bool run(const struct helper_options *options, struct error *error)
{
	struct document *document = long_document();
	struct helper *helper;
	struct wire_out out = { .write = helper_write };

	out.user = helper = helper_start("noria-pdf", options, error);
	cr_assert_not_null(helper);
	wire_document(&out, document);
	document_free(document);
	return helper_end(helper, error);
}

Test(helper, breaks_off_when_asked)
{
	struct error error = { 0 };
	struct buffer bytes = { 0 };
	int asked = 0;

	environment_start("noria");
	if (!helper_is_there("noria-pdf"))
		return;
	cr_assert_not(
		run(&(struct helper_options){ .take = keep, .user = &bytes, .cancelled = yes, .cancel_user = &asked },
			&error));
	cr_assert_eq(error.kind, ERROR_CANCELLED);
	cr_assert_gt(asked, 0);
	error_clear(&error);
	buffer_free(&bytes);
}

Test(helper, takes_all_that_it_makes)
{
	struct error error = { 0 };
	struct buffer bytes = { 0 };

	environment_start("noria");
	if (!helper_is_there("noria-pdf"))
		return;
	cr_assert(run(&(struct helper_options){ .take = keep, .user = &bytes }, &error));
	cr_assert_gt(bytes.length, 10000);
	cr_assert_arr_eq(bytes.data, "%PDF", 4);
	cr_assert_not_null(memmem(bytes.data + bytes.length - 16, 16, "%%EOF", 5));
	buffer_free(&bytes);
}

Test(helper, one_that_is_not_there_is_an_error)
{
	struct error error = { 0 };

	environment_start("noria");
	cr_assert_null(helper_start("noria-nothing", &(struct helper_options){ .take = NULL }, &error));
	cr_assert_eq(error.kind, ERROR_SYSTEM);
	cr_assert_eq(error_exit_status(&error), 5);
	error_clear(&error);
}

/* What one says that did its work: the line that is meant for people, not the warnings of libraries. */
static char *said_by(const char *script)
{
	const char *const arguments[] = { "-c", script, NULL };
	char *note = NULL;
	struct error error = { 0 };
	struct helper *helper =
		helper_start("/bin/sh", &(struct helper_options){ .arguments = arguments, .note = &note }, &error);

	cr_assert_not_null(helper);
	helper_end(helper, &error);
	error_clear(&error);
	return note;
}

Test(helper, tells_what_is_to_be_said_of_its_work)
{
	char *note = said_by("echo warning: fonts >&2; printf 'note: Two were cut.\033\nmore\n' >&2");

	cr_assert_str_eq(note, "Two were cut.\xef\xbf\xbd");
	free(note);
	cr_assert_null(said_by("echo warning: fonts >&2"));
	cr_assert_null(said_by("echo note: of no use >&2; exit 1"));
	cr_assert_null(said_by(":"));
}
