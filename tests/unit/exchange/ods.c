/* ODS: as XLSX, in the way in which LibreOffice writes it. */
#ifdef HAVE_ZIP
#include <criterion/criterion.h>
#include <locale.h>

#include "workbooks.h"

#define SPACE "urn:oasis:names:tc:opendocument:xmlns:"

static void start(void)
{
	cr_assert(setlocale(LC_CTYPE, "C.UTF-8"));
}

TestSuite(ods, .init = start);

static char *specimen_of(const char *tables)
{
	return xasprintf(
		"==> mimetype\napplication/vnd.oasis.opendocument.spreadsheet\n==> content.xml\n"
		"<office:document-content xmlns:office=\"" SPACE "office:1.0\" xmlns:table=\"" SPACE
		"table:1.0\" xmlns:text=\"" SPACE "text:1.0\" xmlns:style=\"" SPACE
		"style:1.0\" xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\">"
		"<office:automatic-styles><style:style style:name=\"ta1\" style:family=\"table\"><style:table-properties table:display=\"true\"/></style:style>"
		"<style:style style:name=\"ta2\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style></office:automatic-styles>"
		"<office:body><office:spreadsheet>%s</office:spreadsheet></office:body></office:document-content>\n",
		tables);
}

static void tables_read(const char *tables, const char *sheet, const char *expected)
{
	char *specimen = specimen_of(tables);

	specimen_reads(specimen, sheet, expected);
	free(specimen);
}

static void rows_are(const char *rows, const char *expected)
{
	char *table = xasprintf("<table:table table:name=\"a\">%s</table:table>", rows);

	tables_read(table, NULL, expected);
	free(table);
}

#define CELL(attributes, text) "<table:table-cell " attributes "><text:p>" text "</text:p></table:table-cell>"
#define ROW(cells) "<table:table-row>" cells "</table:table-row>"

Test(ods, values_by_what_they_are)
{
	rows_are(
		ROW(CELL("office:value-type=\"float\" office:value=\"3.1\"", "3,10") CELL(
			"office:value-type=\"percentage\" office:value=\"0.5\"",
			"50 %") CELL("office:value-type=\"currency\" office:currency=\"EUR\" office:value=\"12\"",
			"12,00 \xe2\x82\xac") CELL("office:value-type=\"date\" office:date-value=\"2026-12-31\"",
			"31/12/26") CELL("office:value-type=\"date\" office:date-value=\"2026-12-31T09:30:00\"",
			"31/12/26 09:30") CELL("office:value-type=\"time\" office:time-value=\"PT36H30M00S\"",
			"36:30") CELL("office:value-type=\"boolean\" office:boolean-value=\"true\"", "VRAI")
				CELL("office:value-type=\"string\" office:string-value=\"\" calcext:value-type=\"error\"",
					"#N/A") CELL("office:value-type=\"string\"", "31/12/26")),
		"1: #3.10|50%|#12 EUR|@2026-12-31|@2026-12-31T09:30:00|36:30|?yes|!#N/A|31/12/26¶");
	rows_are(
		"<table:table-row><table:table-cell table:number-columns-repeated=\"2\" office:value-type=\"currency\" office:currency=\"USD\" office:value=\"1\"/>" CELL(
			"office:value-type=\"currency\" office:value=\"2\"", "2")
			CELL("office:value-type=\"currency\" office:currency=\"twenty-one characters\" office:value=\"3\"",
				"3") "</table:table-row>",
		"1: #1 USD|#1 USD|#2|#3 ?\xc2\xb6");
	/* What is shown beside the number counts where its currency is not said, and its thousands always. */
	rows_are(ROW(CELL("office:value-type=\"float\" office:value=\"12\"", "12 k\xe2\x82\xac")
				 CELL("office:value-type=\"float\" office:value=\"12\"", "12 CHF") CELL(
					 "office:value-type=\"currency\" office:currency=\"EUR\" office:value=\"12\"",
					 "12 k\xe2\x82\xac") CELL("office:value-type=\"float\" office:value=\"12000\"",
					 "12 k\xe2\x82\xac")
					 CELL("office:value-type=\"float\" office:value=\"7\"", "12 k\xe2\x82\xac")),
		"1: #12 k\xe2\x82\xac|#12 CHF|#12 kEUR|#12000 \xe2\x82\xac|#7 ?\xc2\xb6");
	rows_are(ROW(CELL("office:value-type=\"float\" office:value=\"many\"", "3")),
		"x:1: A1: The sheet is damaged: the cell holds no number.");
	rows_are(ROW(CELL("office:value-type=\"date\" office:date-value=\"2026-02-30\"", "30/02/26")), "1: 30/02/26¶");
}

Test(ods, numbers_keep_what_is_shown_of_them)
{
	rows_are(ROW(CELL("office:value-type=\"float\" office:value=\"5.1\"", "5.10")
				 CELL("office:value-type=\"float\" office:value=\"2\"", "2,0") CELL(
					 "office:value-type=\"float\" office:value=\"1\"", "R-001")
					 CELL("office:value-type=\"float\" office:value=\"7\"", "R007") CELL(
						 "office:value-type=\"float\" office:value=\"1200\"", "1,200")
						 CELL("office:value-type=\"float\" office:value=\"1.04\"", "1.0") CELL(
							 "office:value-type=\"float\" office:value=\"12\"", "EUR 12")),
		"1: #5.10|#2.0|R-001|R007|#1200|#1.04|#12 EUR¶");
	rows_are(ROW(CELL("office:value-type=\"date\" office:date-value=\"2026-12-01\"", "Dec-26") CELL(
			 "office:value-type=\"date\" office:date-value=\"2026-01-01\"",
			 "01/2026") CELL("office:value-type=\"date\" office:date-value=\"2026-12-01\"",
			 "d\xc3\xa9"
			 "c. 2026") CELL("office:value-type=\"date\" office:date-value=\"2026-12-01\"",
			 "01/12/26") CELL("office:value-type=\"date\" office:date-value=\"2026-12-01\"",
			 "1 December 2026") CELL("office:value-type=\"date\" office:date-value=\"2026-12-01\"",
			 "Tuesday 1 December")
				 CELL("office:value-type=\"date\" office:date-value=\"2026-12-31\"", "Dec-26")),
		"1: 2026-12|2026-01|2026-12|@2026-12-01|@2026-12-01|@2026-12-01|@2026-12-31¶");
}

Test(ods, texts)
{
	rows_are(
		ROW("<table:table-cell office:value-type=\"string\"><office:annotation><text:p>a note</text:p></office:annotation>"
		    "<text:p>one<text:s text:c=\"2\"/>two\n   <text:span>three</text:span></text:p><text:p>below<text:line-break/>it</text:p></table:table-cell>"),
		"1: one  two three\nbelow\nit¶");
}

Test(ods, what_repeats)
{
	rows_are(
		"<table:table-row table:number-rows-repeated=\"3\"><table:table-cell table:number-columns-repeated=\"2\"/>" CELL(
			"office:value-type=\"float\" office:value=\"1\" table:number-columns-repeated=\"2\"",
			"1") "</table:table-row>"
			     "<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>" ROW(
				     CELL("office:value-type=\"string\"", "end")),
		"1: ||#1|#1¶2: ||#1|#1¶3: ||#1|#1¶1000004: end¶");
	rows_are("<table:table-row table:number-rows-repeated=\"2000000\">" CELL("", "x") "</table:table-row>" ROW(
			 CELL("", "x")),
		"x: Row 1 is filled, and 1048576 rows are like it down to the end; delete those that are none of the table.");
	rows_are(ROW(CELL("table:number-columns-repeated=\"16384\"", "x")),
		"x:1: SG1: A cell stands so far to the right that the sheet is no table; empty it.");
	/* Filled down to the end of the sheet, one column or 500. */
	rows_are(ROW(CELL("", "head")) "<table:table-row table:number-rows-repeated=\"1048575\">" CELL(
			 "", "x") "</table:table-row>",
		"x: Row 2 is filled, and 1048575 rows are like it down to the end; delete those that are none of the table.");
	rows_are("<table:table-row table:number-rows-repeated=\"1000000\">" CELL(
			 "table:number-columns-repeated=\"500\"", "x") "</table:table-row>",
		"x: Row 1 is filled, and 1000000 rows are like it down to the end; delete those that are none of the table.");
}

Test(ods, what_is_hidden_or_merged_is_said)
{
	rows_are(
		"<table:table-column/><table:table-column table:visibility=\"collapse\" table:number-columns-repeated=\"2\"/>"
		"<table:table-row table:visibility=\"filter\">" CELL("table:number-rows-spanned=\"2\"",
			"x") "</table:table-row>"
			     "<table:table-row><table:covered-table-cell/>" CELL("", "y") "</table:table-row>",
		"1: x¶2: x|y¶(1 row that the sheet hides was read like the others: 1.)(Columns that the sheet hides were read like the others: B.)"
		"(The text of merged cells counts in each of their rows: A1:A2.)");
}

Test(ods, which_sheet)
{
	static const char tables[] = "<table:table table:name=\"one\" table:style-name=\"ta2\">" ROW(
		CELL("", "1")) "</table:table>"
			       "<table:table table:name=\"two\" table:style-name=\"ta1\"/>"
			       "<table:table table:name=\"three\">" ROW(CELL("", "3")) "</table:table>";

	tables_read(tables, NULL,
		"1: 3¶(The sheet three was read; there is also: one (hidden), two. --sheet= takes another.)");
	tables_read(tables, "one", "1: 1¶");
	tables_read(tables, "TWO", "");
	tables_read(tables, "four", "x has no sheet four; it has: one (hidden), two, three.");
	tables_read("", NULL, "x is a workbook without a sheet.");
}

Test(ods, a_password)
{
	specimen_reads(
		"==> content.xml\n\x01\x02\n==> META-INF/manifest.xml\n<manifest><encryption-data/></manifest>\n", NULL,
		"x has a password; save it without one.");
}
#else
typedef int there_is_no_libzip;
#endif
