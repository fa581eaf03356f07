/* The journal as this account saw it last, and what is told where that cannot be read. */
#include <fcntl.h>
#include <glob.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "helper.h"

static bool others_write; /* what is asked for is made by another program just then, empty */

/* The libc's, for this program: as it is asked, so that what is there a moment later is seen. */
int access(const char *name, int mode)
{
	int made = others_write && strstr(name, "/heads/") ? open(name, O_CREAT | O_WRONLY | O_CLOEXEC, 0600) : -1;

	if (made >= 0)
		close(made);
	return (int)syscall(SYS_faccessat, AT_FDCWD, name, mode, 0);
}

/* All that the account remembers says TEXT; NULL: it is gone. */
static void put(const struct fixture *fixture, const char *text)
{
	char *pattern = xasprintf("%s/noria/heads/*[0-9a-f]", fixture->folder);
	size_t i, found = 0;
	glob_t heads;

	cr_assert_eq(glob(pattern, 0, NULL, &heads), 0);
	for (i = 0; i < heads.gl_pathc; i++) {
		FILE *file = text ? fopen(heads.gl_pathv[i], "w") : NULL;

		found++;
		if (!text) {
			cr_assert_eq(unlink(heads.gl_pathv[i]), 0);
			continue;
		}
		cr_assert(file && fputs(text, file) >= 0 && fclose(file) == 0);
	}
	cr_assert_gt(found, 0);
	globfree(&heads);
	free(pattern);
}

/* An alarm with that in it; NULL: none. */
static void alarms(const struct fixture *fixture, const char *part)
{
	char *sentence = store_alarm(fixture->store);

	if (part)
		cr_expect(sentence && strstr(sentence, part), "%s", sentence ? sentence : "no alarm");
	else
		cr_expect_null(sentence, "%s", sentence);
	free(sentence);
}

Test(remember, what_says_nothing_is_told_and_what_is_not_there_is_not)
{
	struct fixture fixture;

	fixture_create(&fixture);
	alarms(&fixture, NULL);
	put(&fixture, "nothing that was ever written here\n");
	alarms(&fixture, "cannot be read");
	put(&fixture, "");
	alarms(&fixture, "cannot be read");
	put(&fixture, NULL);
	alarms(&fixture, NULL);
	fixture_close(&fixture);
}

Test(remember, a_journal_that_lacks_what_was_seen_is_told)
{
	struct fixture fixture;

	fixture_create(&fixture);
	put(&fixture, "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n");
	alarms(&fixture, "is not in the journal");
	fixture_close(&fixture);
}

Test(remember, what_another_writes_meanwhile_is_no_fault)
{
	struct fixture fixture;

	fixture_create(&fixture);
	put(&fixture, NULL);
	others_write = true;
	alarms(&fixture, NULL);
	others_write = false;
	fixture_close(&fixture);
}
