/*
 * verinice's archive (VNA): a ZIP whose verinice.xml holds objects within objects, each with attributes by
 * name, and links between any two of them.  Groups and organisations only hold others.
 */
#include <stdlib.h>
#include <string.h>

#include "exchange/tools/verinice.h"
#include "exchange/xml_stream.h"
#include "exchange/zip.h"

#define XML_MAX ((size_t)64 << 20)
#define OBJECTS_MAX 200000
#define LINKS_MAX 1000000

struct vna_reader {
	struct vna *vna;
	struct error *error;
	size_t around[70]; /* objects around the place: the guard lets no deeper document through */
	size_t depth;
	bool in_data;
	int in_file;        /* attachments have attributes of their own */
	struct buffer text; /* of the element under way */
	char *name;         /* of the attribute under way */
	struct vna_link link;
};

static struct vna_object *current(struct vna_reader *reader)
{
	return reader->depth && !reader->in_file ? &reader->vna->objects[reader->around[reader->depth - 1]] : NULL;
}

static bool begin_object(struct vna_reader *reader, const struct xml_attributes *attributes)
{
	struct vna *vna = reader->vna;

	if (vna->count == OBJECTS_MAX || reader->depth == sizeof reader->around / sizeof reader->around[0])
		return error_set(reader->error, ERROR_INVALID, _("%s holds more objects than are read."), vna->name);
	if (vna->count == vna->capacity) {
		vna->capacity = vna->capacity ? vna->capacity * 2 : 256;
		vna->objects = xreallocarray(vna->objects, vna->capacity, sizeof *vna->objects);
	}
	/* Older archives say both in attributes. */
	vna->objects[vna->count] = (struct vna_object){ .id = xml_attribute_copy(attributes, "extId"),
		.type = xml_attribute_copy(attributes, "extObjectType") };
	reader->around[reader->depth++] = vna->count++;
	return true;
}

static bool on_start(void *user, const char *name, const char *space, const struct xml_attributes *attributes)
{
	struct vna_reader *reader = user;

	(void)space;
	buffer_reset(&reader->text);
	if (strcmp(name, "syncData") == 0)
		reader->in_data = true;
	if (!reader->in_data)
		return true;
	if (strcmp(name, "file") == 0) {
		reader->in_file++;
		reader->vna->files = true;
	} else if (!reader->in_file && (strcmp(name, "syncObject") == 0 || strcmp(name, "children") == 0)) {
		return begin_object(reader, attributes);
	} else if (strcmp(name, "syncAttribute") == 0) {
		free(reader->name);
		reader->name = NULL;
	}
	return true;
}

static bool on_text(void *user, const char *text, size_t length)
{
	struct vna_reader *reader = user;

	if (reader->in_data)
		buffer_add_bytes(&reader->text, text, length);
	return true;
}

static void take(char **place, const struct buffer *text)
{
	free(*place);
	*place = tool_clean(text->data ? text->data : "", text->length);
}

static bool end_link(struct vna_reader *reader)
{
	struct vna *vna = reader->vna;

	if (vna->link_count == LINKS_MAX)
		return error_set(reader->error, ERROR_INVALID, _("%s holds more links than are read."), vna->name);
	if (vna->link_count == vna->link_capacity) {
		vna->link_capacity = vna->link_capacity ? vna->link_capacity * 2 : 256;
		vna->links = xreallocarray(vna->links, vna->link_capacity, sizeof *vna->links);
	}
	vna->links[vna->link_count++] = reader->link;
	reader->link = (struct vna_link){ NULL, NULL, NULL };
	return true;
}

static void end_value(struct vna_reader *reader, struct vna_object *object)
{
	char *value = NULL;

	take(&value, &reader->text);
	if (*value && reader->name) {
		strings_add(&object->names, reader->name);
		strings_take(&object->values, value);
	} else {
		free(value);
	}
}

static bool on_end(void *user, const char *name, const char *space)
{
	struct vna_reader *reader = user;
	struct vna_object *object = current(reader);

	(void)space;
	if (!reader->in_data)
		return true;
	if (strcmp(name, "syncData") == 0)
		reader->in_data = false;
	else if (strcmp(name, "file") == 0)
		reader->in_file -= reader->in_file > 0;
	else if (reader->in_file)
		;
	else if (strcmp(name, "syncObject") == 0 || strcmp(name, "children") == 0)
		reader->depth -= reader->depth > 0;
	else if (strcmp(name, "name") == 0)
		take(&reader->name, &reader->text);
	else if (strcmp(name, "value") == 0 && object)
		end_value(reader, object);
	else if (strcmp(name, "extId") == 0 && object)
		take(&object->id, &reader->text);
	else if (strcmp(name, "extObjectType") == 0 && object)
		take(&object->type, &reader->text);
	else if (strcmp(name, "dependant") == 0)
		take(&reader->link.dependant, &reader->text);
	else if (strcmp(name, "dependency") == 0)
		take(&reader->link.dependency, &reader->text);
	else if (strcmp(name, "relationId") == 0)
		take(&reader->link.relation, &reader->text);
	else if (strcmp(name, "syncLink") == 0)
		return end_link(reader);
	buffer_reset(&reader->text);
	return true;
}

static void link_free(struct vna_link *link)
{
	free(link->dependant);
	free(link->dependency);
	free(link->relation);
}

static void vna_free(struct vna *vna)
{
	size_t i;

	for (i = 0; i < vna->count; i++) {
		free(vna->objects[i].id);
		free(vna->objects[i].type);
		strings_free(&vna->objects[i].names);
		strings_free(&vna->objects[i].values);
	}
	for (i = 0; i < vna->link_count; i++)
		link_free(&vna->links[i]);
	free(vna->objects);
	free(vna->links);
	free(vna->order);
}

static int by_id(const void *a, const void *b)
{
	const struct vna_object *const *first = a, *const *second = b;

	return strcmp((*first)->id, (*second)->id);
}

/* What has no id or type is no object; the others are found by their ids. */
static void sort_objects(struct vna *vna)
{
	size_t i;

	vna->order = xcalloc(vna->count + 1, sizeof *vna->order);
	for (i = 0; i < vna->count; i++)
		if (vna->objects[i].id && *vna->objects[i].id && vna->objects[i].type)
			vna->order[vna->order_count++] = &vna->objects[i];
	qsort(vna->order, vna->order_count, sizeof *vna->order, by_id);
}

static bool read_xml(struct vna *vna, const char *name, const struct buffer *content, struct error *error)
{
	static const struct xml_told told = { on_start, on_text, on_end };
	struct vna_reader reader = { .vna = vna, .error = error };
	char *part = xasprintf("%s: verinice.xml", name);
	bool ok = xml_stream(part, content, &told, &reader, error);

	free(part);
	free(reader.name);
	link_free(&reader.link);
	buffer_free(&reader.text);
	return ok;
}

static bool read_bytes(struct tool_input *input, struct buffer *bytes, struct error *error)
{
	struct vna vna = { .name = input->name };
	struct buffer content = { 0 };
	struct archive *archive;
	enum archive_answer answer;
	bool ok = false;

	if (!archive_is(bytes))
		return error_set(error, ERROR_INVALID,
			_("%s is no archive of verinice (VNA); export from verinice with its own format."),
			input->name);
	archive = archive_open(input->name, bytes, error);
	if (!archive)
		return false;
	answer = archive_read(archive, "verinice.xml", XML_MAX, &content, error);
	if (answer == ARCHIVE_ABSENT)
		error_set(error, ERROR_INVALID, _("%s is no archive of verinice: it lacks its part %s."), input->name,
			"verinice.xml");
	else if (answer == ARCHIVE_READ)
		ok = read_xml(&vna, input->name, &content, error);
	archive_close(archive);
	buffer_free(&content);
	if (ok) {
		sort_objects(&vna);
		ok = vna_fill(input, &vna, error);
	}
	vna_free(&vna);
	return ok;
}

const struct tool tool_verinice = { .kind = "verinice", .name = "verinice", .read_bytes = read_bytes };
