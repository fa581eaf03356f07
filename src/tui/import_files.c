/* Which file is imported: a folder to walk, what can be read first and the newest of it on top. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "tui/importing.h"
#include "tui/pick.h"

#define ENTRIES_MAX 4000

struct entry {
	char *path; /* of a folder with a slash at its end */
	char *name;
	int rank; /* can be read, the way up, a folder, something else */
	struct timespec at;
	off_t size;
};
enum { RANK_READ, RANK_UP, RANK_FOLDER, RANK_OTHER };

struct files {
	char *folder;
};

static bool can_be_read(const char *name)
{
	static const char *const endings[] = { ".xlsx", ".ods", ".csv", ".tsv", ".txt", ".xml", ".json", ".vna" };
	const char *dot = strrchr(name, '.');
	size_t i;

	for (i = 0; dot && i < sizeof endings / sizeof endings[0]; i++)
		if (strcasecmp(dot, endings[i]) == 0)
			return true;
	return false;
}

static int compare_entries(const void *a, const void *b)
{
	const struct entry *one = a, *other = b;

	if (one->rank != other->rank)
		return one->rank - other->rank;
	if (one->rank == RANK_READ && one->at.tv_sec != other->at.tv_sec)
		return one->at.tv_sec > other->at.tv_sec ? -1 : 1;
	return strcmp(one->name, other->name);
}

static bool take_entry(const char *folder, const char *name, struct entry *entry)
{
	struct stat status;
	bool up = strcmp(name, "..") == 0, last = folder[strlen(folder) - 1] == '/';
	char *path = xasprintf("%s%s%s", folder, last ? "" : "/", name);

	if (stat(path, &status) != 0 || (!S_ISDIR(status.st_mode) && !S_ISREG(status.st_mode))) {
		free(path);
		return false;
	}
	*entry = (struct entry){ .at = status.st_mtim, .size = status.st_size };
	if (S_ISDIR(status.st_mode)) {
		entry->rank = up ? RANK_UP : RANK_FOLDER;
		entry->path = xasprintf("%s/", path);
		entry->name = xasprintf("%s/", name);
		free(path);
	} else {
		entry->rank = can_be_read(name) ? RANK_READ : RANK_OTHER;
		entry->path = path;
		entry->name = xstrdup(name);
	}
	return true;
}

/* "12 kB, 24/11/2026"; the caller frees. */
static char *note_of(const struct entry *entry)
{
	struct tm tm;
	struct date date;
	char *day, *note;

	localtime_r(&entry->at.tv_sec, &tm);
	date = (struct date){ tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday };
	day = date_format_locale(&date);
	/* TRANSLATORS: the size of a file in thousands of bytes, and its day */
	note = xasprintf(_("%lld kB, %s"), ((long long)entry->size + 999) / 1000, day);
	free(day);
	return note;
}

/* The folder that what was typed is of, and the rest of it; the caller frees the folder. */
static char *folder_of(const struct files *files, const char *typed, const char **rest)
{
	const char *slash = strrchr(typed, '/');
	char *part, *named, *folder;

	*rest = slash ? slash + 1 : typed;
	if (!slash)
		return xstrdup(files->folder);
	part = xstrndup(typed, (size_t)(slash - typed) + 1);
	named = path_of(part);
	folder = *named == '/' ? xstrdup(named) : xasprintf("%s/%s", files->folder, named);
	free(part);
	free(named);
	return folder;
}

static void fill_files(struct ui *ui, const char *typed, struct pick_items *items, void *user)
{
	const struct files *files = user;
	const char *rest;
	char *place = folder_of(files, typed, &rest);
	struct entry *entries = NULL;
	size_t count = 0, i;
	DIR *folder = opendir(place);
	struct dirent *found;

	(void)ui;
	while (folder && (found = readdir(folder)) && count < ENTRIES_MAX) {
		const char *name = found->d_name;

		/* What is hidden is shown to who types its dot. */
		if (strcmp(name, ".") == 0 || (*name == '.' && strcmp(name, "..") != 0 && *rest != '.'))
			continue;
		entries = xreallocarray(entries, count + 1, sizeof *entries);
		count += take_entry(place, name, &entries[count]);
	}
	if (folder)
		closedir(folder);
	if (count)
		qsort(entries, count, sizeof *entries, compare_entries);
	for (i = 0; i < count; i++) {
		char *label = text_printable(entries[i].name, false),
		     *note = entries[i].rank == RANK_READ ? note_of(&entries[i]) : NULL;

		pick_offer(items, rest, entries[i].path, label, note);
		free(label);
		free(note);
		free(entries[i].name);
		free(entries[i].path);
	}
	free(entries);
	free(place);
}

static char *complete(struct ui *ui, const char *typed, void *user)
{
	(void)ui;
	return path_complete(((struct files *)user)->folder, typed);
}

static void release(void *user)
{
	struct files *files = user;

	free(files->folder);
	free(files);
}

static void open_folder(struct ui *ui, const char *path);

static void file_taken(struct ui *ui, const char *value, void *user)
{
	(void)user;
	if (!value)
		return;
	if (value[strlen(value) - 1] == '/')
		open_folder(ui, value);
	else
		importing_start(ui, value);
}

/* The end of a path that has room; the caller frees. */
static char *cut_before(const char *path, int columns)
{
	char *shown = text_printable(path, false), *cut;
	size_t from = 0;

	while (text_columns(shown + from) > columns && shown[from])
		from = text_next(shown, from);
	cut = from ? xasprintf("\xe2\x80\xa6%s", shown + from) : xstrdup(shown);
	free(shown);
	return cut;
}

static void open_folder(struct ui *ui, const char *path)
{
	struct files *files = xcalloc(1, sizeof *files);
	char *real = realpath(path, NULL), *shown, *title;
	struct pick pick = {
		.hint = _("Type a name or a path, {complete} completes it, {pick} takes, {step-back} leaves"),
		.empty = _("There is nothing here; type the path of a file."),
		.fill = fill_files,
		.complete = complete,
		.then = file_taken,
		.user = files,
		.release = release
	};

	files->folder = xstrdup(real ? real : path);
	free(real);
	shown = cut_before(files->folder, 50);
	/* TRANSLATORS: a folder */
	title = xasprintf(_("Import from %s"), shown);
	pick.title = title;
	pick_view_open(ui, &pick);
	free(shown);
	free(title);
}

static bool is_folder(const char *path)
{
	struct stat status;

	return path && stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

void import_view_open(struct ui *ui)
{
	char *last = app_preference(ui->store, "import", "folder"), *here = is_folder(last) ? NULL : getcwd(NULL, 0);

	open_folder(ui, here ? here : last && is_folder(last) ? last : "/");
	free(last);
	free(here);
}

/* The next import begins where this one was. */
static void keep_folder(struct ui *ui, const char *path)
{
	const char *slash = strrchr(path, '/');
	char *folder = slash ? xstrndup(path, (size_t)(slash - path) + 1) : NULL;

	if (folder && text_is_valid(folder, strlen(folder)) && !text_has_control(folder, ""))
		app_preference_set(ui->store, "import", "folder", folder);
	free(folder);
}

/* A document, or what another tool wrote: there is nothing to be settled. */
static void start_whole(struct ui *ui, const char *path)
{
	struct importing *import = xcalloc(1, sizeof *import);

	import->path = xstrdup(path);
	keep_folder(ui, path);
	preview_view_open(ui, import);
}

void importing_start(struct ui *ui, const char *path)
{
	struct error error = { 0 };
	bool table = false;

	if (!import_is_table(path, &table, &error)) {
		ui_error(ui, &error);
	} else if (!table) {
		start_whole(ui, path);
	} else {
		struct import_plan *plan;
		char *name = text_printable(importing_name(path), false);

		/* TRANSLATORS: a file */
		ui_working(ui, xasprintf(_("Reading %s..."), name));
		free(name);
		plan = import_plan_open(ui->store, path, NULL, &error);
		if (plan && import_plan_is_of_tool(plan)) {
			import_plan_free(plan);
			start_whole(ui, path);
		} else if (plan) {
			keep_folder(ui, path);
			import_view_open_plan(ui, path, plan);
		} else {
			ui_error(ui, &error);
		}
	}
	error_clear(&error);
}
