/*
 * The others who work on the file: who came and went, and what they changed.
 * Looked for twice a second; the cursor stays where it is.
 */
#include <stdlib.h>
#include <string.h>

#include "app/catch_up.h"
#include "tui/internal.h"

#define STAY_MS 300000     /* a sign of life every five minutes */
#define RETRY_MS 2000      /* sooner where the file was locked */
#define LOOK_AGAIN_MS 5000 /* a program that died says nothing */

void ui_forget_others(struct ui *ui)
{
	presences_free(&ui->others);
	ui->last_stay = ui->last_others = 0;
	ui->entry_heard = ui->entry_told = 0;
	ui_news(ui, NEWS_CHANGES, NULL);
	ui_news(ui, NEWS_PEOPLE, NULL);
}

static bool is_among(const struct presences *presences, const struct presence *one)
{
	size_t i;

	for (i = 0; i < presences->count; i++)
		if (presences->items[i].process == one->process && strcmp(presences->items[i].login, one->login) == 0 &&
			strcmp(presences->items[i].host, one->host) == 0)
			return true;
	return false;
}

/* Those of one list that are not in the other, by name; "" when there are none. */
static char *missing(const struct presences *from, const struct presences *in)
{
	struct strings names = { 0 };
	char *text;
	size_t i;

	for (i = 0; i < from->count; i++)
		if (!is_among(in, &from->items[i]) && !strings_contain(&names, from->items[i].login))
			strings_add(&names, from->items[i].login);
	text = strings_join(&names, ", ");
	strings_free(&names);
	return text ? text : xstrdup("");
}

/* Behind what was in nobody's sight yet.  Takes the text over. */
static void tell_people(struct ui *ui, char *text)
{
	const struct news *before = &ui->news[NEWS_PEOPLE];

	if (before->text && !before->seen) {
		char *both =
			strstr(before->text, text) ? xstrdup(before->text) : xasprintf("%s %s", before->text, text);

		free(text);
		text = both;
	}
	ui_news(ui, NEWS_PEOPLE, text);
}

static void look_for_people(struct ui *ui, int64_t now)
{
	bool first = !ui->last_others;
	struct presences others;
	char *came, *went;

	if (!store_presence_changed(ui->store) && !first && now - ui->last_others < LOOK_AGAIN_MS)
		return;
	ui->last_others = now;
	if (!store_others(ui->store, &others, NULL)) {
		presences_free(&others);
		return;
	}
	came = missing(&others, &ui->others);
	went = missing(&ui->others, &others);
	presences_free(&ui->others);
	ui->others = others;
	if (*came || *went)
		ui_forget_top(ui);
	/* Who was there before is told by the top line. */
	if (!first && *came)
		tell_people(ui, xasprintf(_("%s has opened the file."), came));
	if (!first && *went)
		tell_people(ui, xasprintf(_("%s has left the file."), went));
	free(came);
	free(went);
}

/* The newest entry that others wrote since the last look, and how many more there are. */
struct news_of_changes {
	struct ui *ui;
	char *login, *summary;
	size_t more;
};

static bool hear(void *user, const struct journal_entry *entry, const struct journal_change *changes, size_t count)
{
	struct news_of_changes *news = user;

	(void)changes;
	(void)count;
	if (entry->id <= news->ui->entry_told)
		return false;
	if (store_entry_is_own(news->ui->store, entry->id))
		return true;
	if (news->login) {
		news->more++;
		return true;
	}
	news->login = xstrdup(entry->login);
	news->summary = xstrdup(entry->summary);
	return true;
}

/* What nobody could read yet is told along. */
static void tell_changes(struct ui *ui)
{
	struct news_of_changes news = { .ui = ui };
	char *text;

	if (!ui_news_wait(ui, NEWS_CHANGES))
		ui->entry_told = ui->entry_heard;
	store_history(ui->store, 0, 0, 100, hear, &news, NULL);
	if (!news.login)
		text = xstrdup(_("Somebody else changed the file; what you see is up to date."));
	else if (news.more)
		/* TRANSLATORS: login, then what the newest entry of the journal did: "jroy added R-12 Theft, and 3 changes more" */
		text = xasprintf(ngettext("%s %s, and %zu change more.", "%s %s, and %zu changes more.", news.more),
			news.login, news.summary, news.more);
	else
		/* TRANSLATORS: login, then what their entry of the journal did: "jroy added R-12 Theft" */
		text = xasprintf(_("%s %s."), news.login, news.summary);
	ui_news(ui, NEWS_CHANGES, text);
	free(news.login);
	free(news.summary);
}

/* A journal that does not go on from the one seen last is told before anything is believed; false: there is nothing to tell. */
bool ui_tell_alarm(struct ui *ui)
{
	struct error error = { 0 };
	char *sentence = store_alarm(ui->store);

	ui->alarm = sentence != NULL;
	ui_forget_top(ui);
	if (sentence) {
		error_set(&error, ERROR_NEGATIVE,
			_("The journal is another than the one you saw last; `noria check` tells more."));
		ui_error(ui, &error);
	}
	error_clear(&error);
	free(sentence);
	return ui->alarm;
}

/* Who goes on reading would read what is not there any more, and could write nothing. */
static void tell_replaced(struct ui *ui)
{
	struct error error = { 0 };

	if (ui->replaced || !store_is_replaced(ui->store))
		return;
	ui->replaced = true;
	error_set(&error, ERROR_UNAVAILABLE,
		_("%s was replaced, moved or deleted since it was opened: what stands here is the file of before. Leave, and open it anew."),
		store_path(ui->store));
	ui_error(ui, &error);
	error_clear(&error);
}

/* What has become due by itself: after the first picture, and once the day has changed and the hands rest. */
static void catch_up_today(struct ui *ui, int64_t now)
{
	struct date today = environment_today(store_context(ui->store)->time_zone);
	size_t missed;

	if (ui->caught_up == date_days(&today) || now - ui->last_key < 500)
		return;
	ui->caught_up = date_days(&today);
	if (ui->look || ui->alarm)
		return;
	missed = catch_up(ui->store, true);
	if (missed)
		ui_message(ui,
			ngettext("%zu check was missed; {agenda} shows it among what is due.",
				"%zu checks were missed; {agenda} shows them among what is due.", missed),
			missed);
}

void ui_look_for_changes(struct ui *ui)
{
	int64_t now = environment_clock_ms();
	bool changed;

	if (!ui->store)
		return;
	changed = store_changed_elsewhere(ui->store);
	if (changed) {
		ui_changed(ui);
		tell_changes(ui);
	}
	tell_replaced(ui);
	if (changed || ui->generation != store_generation(ui->store)) {
		if (!ui->alarm)
			ui_tell_alarm(ui);
		ui->generation = store_generation(ui->store);
		ui->entry_heard = store_entry_newest(ui->store);
	}
	/* The first sign of life comes after the first picture, the later ones when the hands rest. */
	if (!ui->last_stay || (now - ui->last_stay >= STAY_MS && now - ui->last_key >= 500))
		ui->last_stay = store_stay(ui->store) ? now : now - STAY_MS + RETRY_MS;
	catch_up_today(ui, now);
	look_for_people(ui, now);
}
