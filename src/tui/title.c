/*
 * The title of the terminal's window tells the organisation.  What stood there is put aside
 * first and taken back on every way out, where the terminal can (XTWINOPS 22 and 23).
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tui/internal.h"
#include "tui/terminfo.h"

#define TITLE_COLUMNS 100

#define BACK "\033[23;0t"

static struct {
	volatile sig_atomic_t aside; /* what stood there is put aside */
	char *text;                  /* NULL: none was set */
} title;

/* Those that print what they do not know would print a title. */
static bool has_titles(void)
{
	const char *begins = terminfo_text("tsl");

	return terminal_is_modern() || (begins && strncmp(begins, "\033]", 2) == 0);
}

static void write_title(void)
{
	struct buffer coded = { 0 };

	if (!title.text)
		return;
	codeset_add(&coded, title.text, strlen(title.text));
	buffer_add(&coded, "");
	printf("\033]2;%s\007", coded.data);
	buffer_free(&coded);
}

void title_start(bool wanted)
{
	if (!wanted || !has_titles())
		return;
	signals_hold(true);
	/* Whoever stopped the program by force left it aside. */
	if (!title.aside)
		fputs("\033[22;0t", stdout);
	write_title();
	fflush(stdout);
	title.aside = true;
	signals_hold(false);
}

void title_end(void)
{
	if (!title.aside)
		return;
	signals_hold(true);
	title.aside = false;
	fputs(BACK, stdout);
	fflush(stdout);
	signals_hold(false);
}

void title_abandon(void)
{
	if (!title.aside)
		return;
	title.aside = false;
	if (write(STDOUT_FILENO, BACK, sizeof BACK - 1) < 0) {
		/* Nothing is left that could be done. */
	}
}

void title_set(const char *organisation)
{
	char *text = organisation ? xasprintf(_("Noria: %s"), organisation) : xstrdup("Noria"), *shown, *cut;

	shown = text_printable(text, false);
	cut = text_cut(shown, TITLE_COLUMNS);
	free(shown);
	free(text);
	if (!title.aside || (title.text && strcmp(title.text, cut) == 0)) {
		free(cut);
		return;
	}
	free(title.text);
	title.text = cut;
	write_title();
	fflush(stdout);
}
