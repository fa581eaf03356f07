/* CSV: no byte of a cell is lost on the way in; what cannot be read is named with its line. */
#include <criterion/criterion.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "exchange/csv.h"

static void start(void)
{
	cr_assert(setlocale(LC_CTYPE, "C.UTF-8"));
}

TestSuite(csv, .init = start);

/* All rows of a table of `length` bytes: cells parted by |, rows by ¶; or the line and the sentence of its refusal. */
static char *read_bytes(const char *bytes, size_t length)
{
	char path[] = "/dev/shm/noria-csv-XXXXXX";
	int file = mkstemp(path);
	struct error error = { 0 };
	struct buffer out = { 0 };
	struct csv csv;

	cr_assert(file >= 0 && write(file, bytes, length) == (ssize_t)length && close(file) == 0);
	cr_assert(csv_open(&csv, path, &error));
	while (csv_row(&csv, &error)) {
		char *row = strings_join(&csv.cells, "|");

		buffer_printf(&out, "%s\xc2\xb6", row);
		free(row);
	}
	csv_close(&csv);
	unlink(path);
	if (error.kind) {
		buffer_reset(&out);
		buffer_printf(&out, "%ld: %s", error.line, error.message);
		cr_expect_eq(error.kind, ERROR_INVALID);
	}
	error_clear(&error);
	return buffer_take(&out);
}

static void reads_bytes(const char *bytes, size_t length, const char *expected)
{
	char *got = read_bytes(bytes, length);

	cr_expect_str_eq(got, expected, "\"%s\" gave \"%s\", not \"%s\"", bytes, got, expected);
	free(got);
}

static void reads(const char *bytes, const char *expected)
{
	reads_bytes(bytes, strlen(bytes), expected);
}

/* U+FB01 begins with the first byte of a byte order mark. */
Test(csv, only_a_byte_order_mark_is_taken_away)
{
	reads("\xef\xac\x81n,b\nx,y\n", "\xef\xac\x81n|b\xc2\xb6x|y\xc2\xb6");
	reads("\xef\xbb\xbf\xef\xac\x81n,b\n", "\xef\xac\x81n|b\xc2\xb6");
	reads("\xef\xbc\x9d,b\n", "\xef\xbc\x9d|b\xc2\xb6");
}

Test(csv, three_kinds_of_line_ends)
{
	reads("a,b\n1,2\n", "a|b¶1|2¶");
	reads("a,b\r\n1,2\r\n", "a|b¶1|2¶");
	reads("a,b\r1,2\r", "a|b¶1|2¶");
	reads("a,b\r1,2", "a|b¶1|2¶");
	reads("a,b\n1,2\r\n3,4", "a|b¶1|2¶3|4¶");
	reads("a,b\r\r1,2\r", "a|b¶1|2¶");
	reads("a,b\n\n\r\n1,2\n", "a|b¶1|2¶");
	reads("", "");
}

/* "Jean\rne" was read as "Jeanne". */
Test(csv, a_carriage_return_does_not_vanish)
{
	const char *within =
		"3: A carriage return stands within the row; put the cell that holds it into quotation marks.";

	reads("a,b\n1,2\nJean\rne,4\n", within);
	reads("a,b\r\n1,2\r\nJean\rne,4\r\n", within);
	reads("a,b\r\n1,2\r\n3,4\r\r\n", within);
	reads("a,b\n1,2\n3,4\r", within);
	reads("a,b\r1,2\r3,4\n",
		"3: The line ends in another way than the first one; save the table with one kind of line ends.");
	reads("a\rb,c\n1,2\n",
		"2: The line ends in another way than the first one; save the table with one kind of line ends.");
	/* The first line says that each was ended twice. */
	reads("a,b\r\r\n1,2\r\r\n\"3\r\r\n4\",5\r\r\n", "a|b¶1|2¶3\r\n4|5¶");
	reads("a,b\r\r\n1\r2,3\r\r\n",
		"2: A carriage return stands within the row; put the cell that holds it into quotation marks.");
	reads("a,b\n\"Jean\rne\",\"1\r\n2\"\n", "a|b¶Jean\rne|1\r\n2¶");
	reads("a,b\r\"1\r2\",\"1\n2\"\r", "a|b¶1\r2|1\n2¶");
}

Test(csv, quotation_marks)
{
	reads("a,b\n\"x,y\",\"say \"\"no\"\"\"\n", "a|b¶x,y|say \"no\"¶");
	reads("a,b\nsay \"no\",5\" disk\n", "a|b¶say \"no\"|5\" disk¶");
	reads("a,b\n\"\",\"\"\n", "a|b¶|¶");
	reads("a\n\"\"\n", "a¶¶");
	reads("a,b\n1,2\n\"x\ny\" z,3\n",
		"4: Something follows the quotation mark that closes a cell; within a cell it is written twice.");
	reads("a,b\n\"x\"\"y\" \"z\",3\n",
		"2: Something follows the quotation mark that closes a cell; within a cell it is written twice.");
	reads("a,b\n\"x\ny\",\"begins\nhere\n", "3: A quotation mark is not closed.");
	reads("\"", "1: A quotation mark is not closed.");
}

Test(csv, bytes_that_no_text_holds)
{
	reads_bytes("a,b\n1,2\n3,x\0y\n", 14, "3: The row holds a NUL byte.");
	reads_bytes("a,b\n1,2\n3,\"x\n\0y\"\n", 17, "4: The row holds a NUL byte.");
	reads("a,b\n1,caf\xe9\n", "2: The row is not valid UTF-8 text.");
	reads("a,b\n1,\x1b[2J\x02\n", "a|b¶1|\x1b[2J\x02¶");
}

/* A name that only begins like a byte order mark lost its first bytes. */
Test(csv, a_byte_order_mark_is_no_part_of_a_name)
{
	reads("\xef\xbb\xbf"
	      "a,b\n1,2\n",
		"a|b¶1|2¶");
	reads("\xef\xbc\xa1,b\n1,2\n", "\xef\xbc\xa1|b¶1|2¶");
	reads("\xef\xbb\xbf\"a\",b\n1,2\n", "a|b¶1|2¶");
}

Test(csv, separators)
{
	reads("a;b\n1,5;2\n", "a|b¶1,5|2¶");
	reads("a\tb\n1,5\t2\n", "a|b¶1,5|2¶");
	reads("\"a;c;d\",b\n1,2\n", "a;c;d|b¶1|2¶");
}

/* More than one block of the reader, with a line end on its edge. */
Test(csv, long_tables)
{
	struct buffer table = { 0 }, expected = { 0 };
	size_t i;

	for (i = 0; i < 30000; i++) {
		buffer_printf(&table, "%zu,\"%zu\r\n\"\"%zu\"\r\n", i, i, i);
		buffer_printf(&expected, "%zu|%zu\r\n\"%zu\xc2\xb6", i, i, i);
	}
	{
		char *got = read_bytes(table.data, table.length);

		cr_expect(strcmp(got, expected.data) == 0);
		free(got);
	}
	buffer_free(&table);
	buffer_free(&expected);
}

Test(csv, what_goes_out_comes_back)
{
	static const char *const pieces[] = { "a", "\r", "\n", "\r\n", ",", ";", "\t", "\"", "'", "=", "-1", " ",
		"\xc3\xa9", "\x1b", "\xef\xbb\xbf", "\xef\xbc\x9d" };
	const size_t count = sizeof pieces / sizeof pieces[0];
	struct buffer line = { 0 };
	size_t i, j, k;

	/* Every text of up to three of these, four cells a row. */
	for (i = 0; i < count; i++)
		for (j = 0; j < count; j++) {
			char path[] = "/dev/shm/noria-csv-XXXXXX";
			struct error error = { 0 };
			struct strings given = { 0 };
			struct csv csv;
			FILE *file = fdopen(mkstemp(path), "w");

			cr_assert(file);
			fputs("first,second\n", file);
			for (k = 0; k < count; k++) {
				char *text = xasprintf("%s%s%s", pieces[i], pieces[j], pieces[k]);

				buffer_reset(&line);
				buffer_add(&line, "x,");
				csv_add_cell(&line, text);
				fprintf(file, "%s\n", line.data);
				strings_take(&given, text);
			}
			cr_assert(fclose(file) == 0 && csv_open(&csv, path, &error) && csv_row(&csv, &error));
			for (k = 0; k < count; k++) {
				cr_assert(csv_row(&csv, &error), "%s", error.message);
				cr_assert_eq(csv.cells.count, 2);
				csv_unguard(csv.cells.items[1]);
				cr_expect_str_eq(csv.cells.items[1], given.items[k]);
			}
			cr_expect(!csv_row(&csv, &error) && !error.kind);
			csv_close(&csv);
			unlink(path);
			strings_free(&given);
		}
	buffer_free(&line);
}
