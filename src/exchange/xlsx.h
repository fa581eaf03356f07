/* What an XLSX says beside its sheets.  Included by xlsx_*.c only. */
#ifndef NORIA_EXCHANGE_XLSX_H
#define NORIA_EXCHANGE_XLSX_H

#include "exchange/book.h"
#include "exchange/xml_stream.h"

struct xlsx_book {
	struct archive *archive;
	const char *name;
	struct book_sheets sheets;
	bool since_1904;
	struct xlsx_format {
		unsigned char format; /* enum book_format */
		unsigned short
			unit; /* place in units, from 1, of what it shows beside the number, of a padded one before it; 0: nothing */
		unsigned short by_value; /* place in conditional, from 1: it hangs on the number; 0: it does not */
	} * formats;                     /* of cells, by the number of their style */
	size_t format_count, format_capacity;
	/* Formats of which each section says of which numbers it is. */
	struct xlsx_conditional {
		struct book_section sections[BOOK_SECTIONS];
		struct xlsx_format formats[BOOK_SECTIONS];
		size_t count;
	} * conditional;
	size_t conditional_count;
	struct strings units;
	char *strings_part;
	bool has_strings;   /* they were read */
	struct buffer text; /* of all shared strings, one behind the other */
	size_t *ends;       /* where each one ends */
	size_t string_count, string_capacity;
	bool struck; /* struck text was left out beside other text */
};
/* The format of the style by which that number is shown; *shown: something is, and neither nothing nor a dash in its place. */
struct xlsx_format xlsx_format_of(
	const struct xlsx_book *book, struct xlsx_format format, const char *number, bool *shown);
/* Reads all but sheets and strings.  False: error; to be freed all the same. */
bool xlsx_open(struct xlsx_book *book, struct archive *archive, const char *name, struct error *error);
/* The shared strings, once. */
bool xlsx_strings(struct xlsx_book *book, struct error *error);
/* A shared string, not ended by NUL; false: there is none of this number. */
bool xlsx_string(const struct xlsx_book *book, long number, const char **text, size_t *length);
void xlsx_close(struct xlsx_book *book);
/* An entry of the archive as XML.  False: error, also where it is absent and required. */
bool xlsx_part(struct xlsx_book *book, const char *part, size_t most, bool required, const struct xml_told *told,
	void *user, struct error *error);
/* True for the namespace of sheets, as Excel writes it and as the strict form does. */
bool xlsx_is_main(const char *space);
/* "_x000D_" stands for the character: in place from `start` on. */
void xlsx_unescape(struct buffer *text, size_t start);

#endif
