/* The table of objects of a PDF as cairo 1.16 writes it. */
#include <stdio.h>
#include <string.h>

#include "report/pdf/pdf.h"

bool objects_find(struct objects *objects, const struct buffer *pdf)
{
	const char *word = pdf->data + pdf->length - (pdf->length < 64 ? pdf->length : 64);
	size_t count = 0, first = 0;
	int used = 0;

	objects->data = pdf->data;
	objects->length = pdf->length;
	/* What a buffer holds ends with a zero. */
	while (word && strncmp(word, "startxref\n", 10) != 0)
		word = *word ? strchr(word + 1, 's') : NULL;
	if (!word || sscanf(word, "startxref\n%zu", &objects->table) != 1 || objects->table >= objects->length)
		return false;
	if (sscanf(objects->data + objects->table, "xref\n%zu %zu\n%n", &first, &count, &used) != 2 || first || !used)
		return false;
	objects->entries = objects->table + (size_t)used;
	objects->count = count;
	objects->tail = (size_t)(word - objects->data);
	return objects->tail > objects->entries && count <= (objects->tail - objects->entries) / OBJECTS_ENTRY;
}

size_t object_place(const struct objects *objects, size_t object)
{
	const char *entry = objects->data + objects->entries + object * OBJECTS_ENTRY;
	size_t place = 0, i;

	for (i = 0; i < 10 && entry[i] >= '0' && entry[i] <= '9'; i++)
		place = place * 10 + (size_t)(entry[i] - '0');
	return i == 10 && entry[17] == 'n' && place < objects->table ? place : 0;
}
