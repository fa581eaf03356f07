/*
 * What a change of edition is planned from: the correspondences between the
 * editions of the controls and of the clauses, as they ship, and the controls of
 * a shipped catalogue without a file that holds them.
 */
#include <stdlib.h>
#include <string.h>

#include "exchange/xml.h"

bool correspondences_read(const char *name, struct correspondences *all, struct error *error)
{
	char *file = xasprintf("catalogues/%s.csv", name), *path = environment_data(file);
	struct sheet sheet;
	bool ok = sheet_read(path, &sheet, error);
	size_t i;

	memset(all, 0, sizeof *all);
	for (i = 0; ok && i < sheet.count; i++) {
		const char *from_catalogue = sheet_get(&sheet, i, "from_catalogue"),
			   *from = sheet_get(&sheet, i, "from");
		const char *to_catalogue = sheet_get(&sheet, i, "to_catalogue"),
			   *certainty = sheet_get(&sheet, i, "certainty");
		struct correspondence *item;

		if (!from_catalogue || !from || !to_catalogue || !certainty) {
			ok = error_set_at(error, ERROR_SYSTEM, path, sheet.rows[i].line,
				_("A row of the correspondences is not whole."));
			break;
		}
		all->items = xreallocarray(all->items, all->count + 1, sizeof *all->items);
		item = &all->items[all->count++];
		item->from_catalogue = xstrdup(from_catalogue);
		item->from = xstrdup(from);
		item->to_catalogue = xstrdup(to_catalogue);
		item->to = xstrdup(sheet_get(&sheet, i, "to"));
		item->sure = strcmp(certainty, "sure") == 0;
	}
	sheet_free(&sheet);
	free(file);
	free(path);
	if (!ok)
		correspondences_free(all);
	return ok;
}

void correspondences_free(struct correspondences *all)
{
	size_t i;

	for (i = 0; i < all->count; i++) {
		free(all->items[i].from_catalogue);
		free(all->items[i].from);
		free(all->items[i].to_catalogue);
		free(all->items[i].to);
	}
	free(all->items);
	memset(all, 0, sizeof *all);
}

/* ---- the controls of a shipped catalogue ---- */

static bool read_control(struct xml_reader *xml, struct catalogue_list *list, struct error *error)
{
	struct catalogue_control *control;
	enum xml_event event;

	list->items = xreallocarray(list->items, list->count + 1, sizeof *list->items);
	control = &list->items[list->count++];
	memset(control, 0, sizeof *control);
	control->number = xml_attribute(xml, "number");
	while ((event = xml_next(xml, error)) != XML_END) {
		char *language, *text;
		bool title;

		if (event == XML_FAILED || event == XML_FINISHED)
			return false;
		if (event != XML_START)
			continue;
		title = strcmp(xml_name(xml), "title") == 0;
		language = xml_language(xml);
		text = xml_content(xml, error);
		if (!text) {
			free(language);
			return false;
		}
		if (title && language && strcmp(language, "en") == 0 && !control->title)
			control->title = xstrdup(text);
		else if (title && language && strcmp(language, "fr") == 0 && !control->title_fr)
			control->title_fr = xstrdup(text);
		free(language);
		free(text);
	}
	return true;
}

bool catalogue_list_read(const char *identifier, struct catalogue_list *list, struct error *error)
{
	char *name = xasprintf("catalogues/%s.xml", identifier), *path = environment_data(name);
	struct xml_reader *xml = xml_open(path, path, error);
	enum xml_event event = XML_FAILED;
	int depth = 0;

	memset(list, 0, sizeof *list);
	free(name);
	free(path);
	if (!xml)
		return false;
	list->prefix = xml_attribute(xml, "prefix");
	while ((event = xml_next(xml, error)) != XML_FINISHED && event != XML_FAILED) {
		if (event == XML_END)
			depth--;
		if (event != XML_START)
			continue;
		depth++;
		if (strcmp(xml_name(xml), "control") == 0) {
			if (!read_control(xml, list, error)) {
				event = XML_FAILED;
				break;
			}
			depth--;
		} else if (depth == 1 && strcmp(xml_name(xml), "title") == 0) {
			char *language = xml_language(xml),
			     **title = language && strcmp(language, "fr") == 0 ? &list->title_fr : &list->title;

			free(language);
			free(*title);
			*title = xml_content(xml, error);
			depth--;
		}
	}
	xml_close(xml);
	if (event == XML_FINISHED)
		return true;
	catalogue_list_free(list);
	return false;
}

void catalogue_list_free(struct catalogue_list *list)
{
	size_t i;

	for (i = 0; i < list->count; i++) {
		free(list->items[i].number);
		free(list->items[i].title);
		free(list->items[i].title_fr);
	}
	free(list->items);
	free(list->prefix);
	free(list->title);
	free(list->title_fr);
	memset(list, 0, sizeof *list);
}
