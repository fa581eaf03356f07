/* Workbooks that are made to harm: each is refused with a sentence, in little time and memory. */
#ifdef HAVE_ZIP
#include <criterion/criterion.h>
#include <locale.h>

#include "../../tools/packing.h"
#include "exchange/zip.h"
#include "workbooks.h"

static void start(void)
{
	cr_assert(setlocale(LC_CTYPE, "C.UTF-8"));
}

TestSuite(hostile, .init = start, .timeout = 300);

static void bytes_read(const struct buffer *packed, const char *expected)
{
	char *got = shown_bytes(packed->data, packed->length, NULL);

	cr_expect_str_eq(got, expected, "gave \"%.200s\", not \"%s\"", got, expected);
	free(got);
}

Test(hostile, a_sheet_that_swells)
{
	struct buffer text = { 0 }, packed = { 0 };
	char *specimen = workbook_specimen(&(struct workbook){ .rows = "<row><c t=\"s\"><v>0</v></c></row>" });
	size_t i;

	buffer_add(&text, specimen);
	buffer_add(&text, "==> xl/sharedStrings.xml\n<sst>");
	for (i = 0; i < (size_t)4 << 20; i += 4)
		buffer_add(&text, "    ");
	cr_assert(packing_make(text.data, text.length, &packed));
	bytes_read(
		&packed, "x holds far more than its size says (xl/sharedStrings.xml); Noria does not read such files.");
	buffer_free(&text);
	buffer_free(&packed);
	free(specimen);
}

Test(hostile, too_many_files)
{
	struct buffer text = { 0 }, packed = { 0 };
	int i;

	for (i = 0; i < 10001; i++)
		buffer_printf(&text, "==> %d\n\n", i);
	cr_assert(packing_make(text.data, text.length, &packed));
	bytes_read(&packed, "x packs more than 10,000 files; Noria does not read such files.");
	buffer_free(&text);
	buffer_free(&packed);
}

/* Cut anywhere: never a table with less in it than there was. */
Test(hostile, cut_off_anywhere)
{
	char *specimen = workbook_specimen(&(struct workbook){ .rows = "<row><c><v>1</v></c></row>" });
	struct buffer packed = { 0 };
	size_t length;

	cr_assert(packing_make(specimen, strlen(specimen), &packed));
	for (length = 4; length < packed.length; length++) {
		char *got = shown_bytes(packed.data, length, NULL);

		cr_expect_str_eq(
			got, "x is damaged or cut off: it cannot be unpacked.", "%zu bytes gave \"%s\"", length, got);
		free(got);
	}
	buffer_free(&packed);
	free(specimen);
}

/* A bit that fell: the same table, or a sentence. */
Test(hostile, any_bit_that_falls)
{
	char *specimen = workbook_specimen(
		&(struct workbook){ .rows = "<row><c><v>1</v></c><c t=\"inlineStr\"><is><t>two</t></is></c></row>" });
	struct buffer packed = { 0 };
	size_t i;

	cr_assert(packing_make(specimen, strlen(specimen), &packed));
	for (i = 0; i < packed.length * 8; i++) {
		char *got;

		packed.data[i / 8] = (char)(packed.data[i / 8] ^ 1 << i % 8);
		got = shown_bytes(packed.data, packed.length, NULL);
		cr_expect(strncmp(got, "x", 1) == 0 || strcmp(got, "1: #1|two¶") == 0 || i < 32, "bit %zu gave \"%s\"",
			i, got);
		free(got);
		packed.data[i / 8] = (char)(packed.data[i / 8] ^ 1 << i % 8);
	}
	buffer_free(&packed);
	free(specimen);
}

Test(hostile, xml_that_declares)
{
	char *specimen = workbook_specimen(&(struct workbook){ .rows = "<row><c><v>1</v></c></row>",
		.workbook =
			"<!DOCTYPE workbook [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><workbook>&b;</workbook>" });

	specimen_reads(specimen, NULL, "x: xl/workbook.xml:1: The file has a DOCTYPE; Noria does not read such files.");
	free(specimen);
	rows_read("<row><c t=\"inlineStr\"><is><t>&b;</t></is></c></row>",
		"x: xl/worksheets/sheet1.xml:1: The file uses an entity; Noria does not read such files.");
	rows_read("<row><c><v>1</v></row>", "x: xl/worksheets/sheet1.xml:1: <c> of line 1 is closed by </row>.");
}

Test(hostile, parts_that_are_missing_or_there_twice)
{
	char *specimen = workbook_specimen(&(struct workbook){ .rows = "<row><c><v>1</v></c></row>" });
	struct buffer text = { 0 };

	specimen_reads("==> [Content_Types].xml\n<Types/>\n", NULL, "x is damaged: it lacks its part _rels/.rels.");
	specimen_reads("==> [Content_Types].xml\n<Types/>\n==> _rels/.rels\n<a/>\n", NULL,
		"x is damaged: it lacks its part xl/_rels/workbook.xml.rels.");
	specimen_reads("==> xl/workbook.bin\n1\n", NULL, "x is a binary workbook (.xlsb); save it as .xlsx.");
	specimen_reads("==> ../../etc/passwd\n1\n", NULL, "x is packed, but it is no workbook (XLSX or ODS).");
	/* The same name in other letters: which of them is meant, nobody knows. */
	buffer_add(&text, specimen);
	buffer_add(&text, "==> XL/worksheets/SHEET1.xml\n<worksheet/>\n");
	specimen_reads(text.data, NULL, "x is damaged or cut off: it cannot be unpacked.");
	buffer_free(&text);
	free(specimen);
}

/* Targets that climb stay within the archive. */
Test(hostile, targets_that_climb)
{
	workbook_reads(
		&(struct workbook){ .rows = "<row><c><v>1</v></c></row>",
			.relations =
				"<Relationships><Relationship Id=\"r1\" Type=\"urn:t/worksheet\" Target=\"../../../../xl/./worksheets/../worksheets/sheet1.xml\"/></Relationships>" },
		"1: #1¶");
	workbook_reads(
		&(struct workbook){
			.relations =
				"<Relationships><Relationship Id=\"r1\" Type=\"urn:t/worksheet\" Target=\"../../../../etc/passwd\"/></Relationships>" },
		"x is damaged: it lacks its part etc/passwd.");
}

/* Half a million rows are no table of anybody. */
Test(hostile, rows_without_end)
{
	struct buffer bytes = { 0 };
	struct error error = { 0 };
	struct grid grid;
	int i;

	for (i = 0; i <= 500000; i++)
		buffer_add(&bytes, "a\n");
	cr_expect_not(grid_read_bytes("x", &bytes, NULL, &grid, &error));
	cr_expect_eq(error.line, 500001);
	cr_expect_str_eq(error.message, "The table has more than 500,000 rows; import it in parts.");
	error_clear(&error);
	buffer_free(&bytes);
}

/* One shared text of 32 KB in many cells. */
Test(hostile, a_text_that_many_cells_share)
{
	struct buffer rows = { 0 }, strings = { 0 };
	int i;

	buffer_add(&strings, "<si><t>");
	for (i = 0; i < 32767; i++)
		buffer_add_char(&strings, (char)('a' + i * i % 23 % 26));
	buffer_add(&strings, "</t></si>");
	for (i = 0; i < 6000; i++)
		buffer_add(&rows, "<row><c t=\"s\"><v>0</v></c></row>");
	workbook_reads(&(struct workbook){ .rows = rows.data, .strings = strings.data },
		"x:4097: The table has more than 8 million cells or 128 MiB of text; import it in parts.");
	buffer_free(&rows);
	buffer_free(&strings);
}

Test(hostile, entries_by_name)
{
	static const char specimen[] = "==> a/b.txt\nhello\n==> A/c.txt\n\n==> d\n12345\n";
	struct buffer packed = { 0 }, content;
	struct error error = { 0 };
	struct archive *archive;

	cr_assert(packing_make(specimen, strlen(specimen), &packed));
	archive = archive_open("x", &packed, &error);
	cr_assert(archive && archive_is(&packed));
	cr_expect_eq(archive_count(archive), 3);
	cr_expect_str_eq(archive_entry(archive, 0), "a/b.txt");
	cr_expect_eq(archive_read(archive, "A/B.TXT", 100, &content, &error), ARCHIVE_READ);
	cr_expect_str_eq(content.data, "hello");
	buffer_free(&content);
	cr_expect_eq(archive_read(archive, "b.txt", 100, &content, &error), ARCHIVE_ABSENT);
	cr_expect_eq(archive_read(archive, "d", 4, &content, &error), ARCHIVE_FAILED);
	cr_expect_str_eq(error.message, "x holds far more than its size says (d); Noria does not read such files.");
	buffer_free(&content);
	error_clear(&error);
	archive_close(archive);
	buffer_free(&packed);
}
#else
typedef int there_is_no_libzip;
#endif
