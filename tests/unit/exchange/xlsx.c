/* XLSX: a cell says what its reader sees, where it stands; what is damaged is named by its cell. */
#ifdef HAVE_ZIP
#include <criterion/criterion.h>
#include <locale.h>

#include "exchange/book.h"
#include "workbooks.h"

#define WORKBOOK(inside)                                                                                               \
	"<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"urn:r\">" inside      \
	"</workbook>"

static void start(void)
{
	cr_assert(setlocale(LC_CTYPE, "C.UTF-8"));
}

TestSuite(xlsx, .init = start);

Test(xlsx, texts_shared_and_inline)
{
	workbook_reads(
		&(struct workbook){
			.strings =
				"<si><t>Ref</t></si><si><r><rPr><b/></rPr><t>Two </t></r><r><t xml:space=\"preserve\">parts </t></r>"
				"<rPh sb=\"0\" eb=\"1\"><t>spoken</t></rPh></si><si/><si><t>line_x000D_\nend _x005F_x &amp; _x0041</t></si>",
			.rows = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>"
				"<row r=\"2\"><c r=\"A2\" t=\"s\"><v>2</v></c><c r=\"B2\" t=\"s\"><v>3</v></c></row>"
				"<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><r><t>in</t></r><r><t>line</t></r><rPh><t>no</t></rPh></is></c>"
				"<c r=\"B3\" t=\"str\"><f>A1&amp;A2</f><v>by formula</v></c><c r=\"C3\" t=\"str\"><f>\"\"</f><v></v></c></row>" },
		"1: Ref|Two parts ¶2: |line\r\nend _x & _x0041¶3: inline|by formula¶");
}

Test(xlsx, numbers_are_as_they_are_shown_at_most)
{
	rows_read(
		"<row><c><v>1</v></c><c><v>-2</v></c><c><v>0.30000000000000004</v></c><c><v>1E-3</v></c><c><v>5.1</v></c>"
		"<c><v>123456789012345</v></c><c><v>1.5E+20</v></c><c><v>-0</v></c><c><v>434.99999999999994</v></c><c s=\"6\"><v>5.1</v></c></row>",
		"1: #1|#-2|#0.3|#0.001|#5.1|#123456789012345|#150000000000000000000|#0|#435|#5.10¶");
	rows_read("<row><c s=\"5\"><v>0.5</v></c><c s=\"5\"><v>1.255</v></c></row>", "1: 50%|125.5%¶");
	rows_read("<row><c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c><c t=\"e\"><v>#N/A</v></c></row>",
		"1: ?yes|?no|!#N/A¶");
	workbook_reads(
		&(struct workbook){ .formats = "<numFmt numFmtId=\"164\" formatCode=\"0000\"/>",
			.rows = "<row><c s=\"7\"><v>7</v></c><c s=\"7\"><v>12345</v></c><c s=\"7\"><v>7.5</v></c></row>" },
		"1: 0007|12345|#7.5¶");
}

Test(xlsx, numbers_keep_what_their_format_shows)
{
	workbook_reads(
		&(struct workbook){
			.formats =
				"<numFmt numFmtId=\"164\" formatCode=\"0.0\"/><numFmt numFmtId=\"165\" formatCode=\"&quot;R-&quot;000\"/>",
			.rows = "<row><c s=\"7\"><v>2</v></c><c s=\"7\"><v>1.25</v></c><c s=\"8\"><v>1</v></c>"
				"<c s=\"8\"><v>1234</v></c><c s=\"6\"><v>1.1</v></c><c s=\"6\"><v>0</v></c></row>" },
		"1: #2.0|#1.25|R-001|R-1234|#1.10|#0.00¶");
	/* The letter of an id is no unit where its digits are filled up; a currency is one, and so is what stands alone. */
	workbook_reads(
		&(struct workbook){
			.formats =
				"<numFmt numFmtId=\"164\" formatCode=\"&quot;R&quot;000\"/><numFmt numFmtId=\"165\" formatCode=\"&quot;CHF&quot;000\"/>",
			.rows = "<row><c s=\"7\"><v>7</v></c><c s=\"7\"><v>123</v></c><c s=\"8\"><v>7</v></c></row>" },
		"1: R007|R123|#7 CHF¶");
	/* "Dec-26" is the first of that month for a spreadsheet, and no day for who wrote it. */
	workbook_reads(
		&(struct workbook){
			.formats =
				"<numFmt numFmtId=\"164\" formatCode=\"mmm\\-yy\"/><numFmt numFmtId=\"165\" formatCode=\"d\\-mmm\"/>",
			.rows = "<row><c s=\"7\"><v>46357</v></c><c s=\"7\"><v>46387</v></c><c s=\"8\"><v>46357</v></c></row>" },
		"1: 2026-12|@2026-12-31|@2026-12-01¶");
}

/* In a decimal comma's land too. */
Test(xlsx, numbers_do_not_hang_on_the_locale)
{
	if (setlocale(LC_ALL, "fr_FR.UTF-8"))
		rows_read("<row><c><v>0.30000000000000004</v></c><c s=\"5\"><v>0.125</v></c></row>", "1: #0.3|12.5%¶");
}

Test(xlsx, days_by_their_style)
{
	rows_read(
		"<row><c s=\"1\"><v>46387</v></c><c s=\"2\"><v>46387.395833333336</v></c><c s=\"2\"><v>46386.999999999</v></c>"
		"<c><v>46387</v></c></row>",
		"1: @2026-12-31|@2026-12-31T09:30:00|@2026-12-31|#46387¶");
	rows_read(
		"<row><c s=\"1\"><v>1</v></c><c s=\"1\"><v>59</v></c><c s=\"1\"><v>61</v></c><c s=\"1\"><v>2958465</v></c></row>",
		"1: @1900-01-01|@1900-02-28|@1900-03-01|@9999-12-31¶");
	/* No days: nothing, the day that never was, before and after all days. */
	rows_read(
		"<row><c s=\"1\"><v>0</v></c><c s=\"1\"><v>60</v></c><c s=\"1\"><v>-1</v></c><c s=\"1\"><v>2958466</v></c></row>",
		"1: #0|#60|#-1|#2958466¶");
	rows_read(
		"<row><c s=\"3\"><v>0.395833333333333</v></c><c s=\"4\"><v>1.5</v></c><c s=\"3\"><v>46387.5</v></c></row>",
		"1: 09:30|36:00|@2026-12-31T12:00:00¶");
	rows_read("<row><c t=\"d\"><v>2026-12-31</v></c><c t=\"d\"><v>2026-12-31T00:00:00.000Z</v></c>"
		  "<c t=\"d\"><v>2026-12-31T09:30:00</v></c><c t=\"d\"><v>soon</v></c></row>",
		"1: @2026-12-31|@2026-12-31|@2026-12-31T09:30:00|soon¶");
	workbook_reads(
		&(struct workbook){
			.workbook = WORKBOOK(
				"<workbookPr date1904=\"1\"/><sheets><sheet name=\"a\" r:id=\"r1\"/></sheets>"),
			.rows = "<row><c s=\"1\"><v>44925</v></c><c s=\"1\"><v>0</v></c></row>" },
		"1: @2026-12-31|@1904-01-01¶");
}

static void format_is(const char *code, unsigned char expected)
{
	cr_expect_eq(book_format(code), expected, "%s is %d, not %d", code, book_format(code), expected);
}

Test(xlsx, formats_of_days)
{
	format_is("dd/mm/yyyy", BOOK_DATE);
	format_is("[$-40C]d\\ mmmm\\ yyyy;@", BOOK_DATE);
	format_is("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", BOOK_DATE);
	format_is("mmm", BOOK_DATE);
	format_is("yyyy\"-\"mm\"-\"dd hh:mm", BOOK_DATE);
	format_is("h:mm AM/PM", BOOK_TIME);
	format_is("mm:ss.0", BOOK_TIME);
	format_is("[h]:mm", BOOK_DURATION);
	format_is("[mm]:ss", BOOK_DURATION);
	format_is("0.0%", BOOK_PERCENT);
	format_is("General", BOOK_NUMBER);
	format_is("0.00E+00", BOOK_NUMBER);
	format_is("#,##0.00 [$\xe2\x82\xac-40C]", BOOK_NUMBER);
	format_is("[Red]#,##0;-#,##0", BOOK_NUMBER);
	format_is("0\" days\"", BOOK_NUMBER);
	format_is("\\d0", BOOK_NUMBER);
	format_is("_-* #,##0_-;\\-* #,##0_-;_-* \"-\"_-;_-@_-", BOOK_NUMBER);
	format_is("0", BOOK_NUMBER);
	format_is("00000", BOOK_PADDED + 5);
	format_is("", BOOK_NUMBER);
	format_is("\"", BOOK_NUMBER);
	format_is("[", BOOK_NUMBER);
	format_is("\\", BOOK_NUMBER);
}

static void unit_is(const char *code, const char *expected)
{
	char *unit = book_unit(code);

	cr_expect((unit != NULL) == (expected != NULL) && (!unit || strcmp(unit, expected) == 0), "%s is %s, not %s",
		code, unit ? unit : "none", expected ? expected : "none");
	free(unit);
}

/* "12 k€" of CSV is 12000: so is a 12 that is shown so, but not a 12000 of which three digits are hidden. */
Test(xlsx, formats_of_money)
{
	unit_is("#,##0.00 [$\xe2\x82\xac-40C]", "\xe2\x82\xac");
	unit_is("[$\xe2\x82\xac-2]\\ #,##0.00", "\xe2\x82\xac");
	unit_is("[$CHF-807]\\ #,##0.00", "CHF");
	unit_is("[$USD] #,##0", "USD");
	unit_is("\"$\"#,##0_);\\(\"$\"#,##0\\)", "$");
	unit_is("$#,##0", "$");
	unit_is("#,##0\xc2\xa0\xe2\x82\xac", "\xe2\x82\xac");
	unit_is("_-* #,##0.00\\ \"\xe2\x82\xac\"_-;\\-* #,##0.00\\ \"\xe2\x82\xac\"_-;_-* \"-\"??\\ \"\xe2\x82\xac\"_-;_-@_-",
		"\xe2\x82\xac");
	unit_is("_(\"$\"* #,##0.00_);_(\"$\"* \\(#,##0.00\\);_(\"$\"* \"-\"??_);_(@_)", "$");
	unit_is("_-* #,##0.00 \"CHF\"_-", "CHF");
	unit_is("\"CHF \"#,##0.\"-\"", "CHF");
	unit_is("General\\ \\\xe2\x82\xac", "\xe2\x82\xac");
	unit_is("#,##0.00\\ [$z\xc5\x82-415]", "z\xc5\x82");
	unit_is("[Red][>=1000]#,##0\\ [$\xc2\xa3-809]", "\xc2\xa3");
	/* Thousands, said or hidden or both. */
	unit_is("#,##0\" k\xe2\x82\xac\"", "k\xe2\x82\xac");
	unit_is("0.0\\ \\M[$\xe2\x82\xac-40C]", "M\xe2\x82\xac");
	unit_is("#,##0,\" k\xe2\x82\xac\"", "\xe2\x82\xac");
	unit_is("0.0,,\" M\xe2\x82\xac\"", "\xe2\x82\xac");
	unit_is("0.0,\" M\xe2\x82\xac\"", "k\xe2\x82\xac");
	unit_is("0.0,,\" Mio. CHF\"", "CHF");
	unit_is("0.0,,\"M\"", NULL);
	unit_is("0.0\"M\"", "M");
	unit_is("#,##0,", NULL);
	/* No currency: as it stands, which no amount takes. */
	unit_is("0\" days\"", "days");
	unit_is("0\" \xe2\x82\xac HT\"", "\xe2\x82\xac HT");
	unit_is("\"Total: \"0", "\x01Total:");
	unit_is("[$?-1]0", "?");
	/* Nothing: languages, colours, what is as wide as a sign, dots and dashes. */
	unit_is("[$-40C]#,##0.00", NULL);
	unit_is("[$-409]General", NULL);
	unit_is("[Red]#,##0;-#,##0\" \xe2\x82\xac\"", NULL);
	unit_is("_-* #,##0.00\\ _\xe2\x82\xac_-;\\-* #,##0.00\\ _\xe2\x82\xac_-", NULL);
	unit_is("0.00E+00", NULL);
	/* Another number beside it is none of its thousands. */
	unit_is("0\" 500 \xe2\x82\xac\"", "500 \xe2\x82\xac");
	unit_is("0,\" 500 \xe2\x82\xac\"", "500 \xe2\x82\xac");
	unit_is("0\" 000 \xe2\x82\xac\"", "k\xe2\x82\xac");
	unit_is("\"\xe2\x88\x92\"0\" \xe2\x82\xac\"", "\xe2\x88\x92 \xe2\x82\xac");
	unit_is("0\".\xe2\x80\x93 CHF\"", "CHF");
	/* The sections that show a number: those of some numbers, of none, of zero, of texts. */
	unit_is("[=0]\"-\";0\" k\xe2\x82\xac\"", "k\xe2\x82\xac");
	unit_is("[=0]0;0\" k\xe2\x82\xac\"", "k\xe2\x82\xac");
	unit_is("[<1]\"less\";[>9]\"more\";0\" $\"", "$");
	unit_is("[>0]0\" k\xe2\x82\xac\";[<0]-0\" k\xe2\x82\xac\";0", "k\xe2\x82\xac");
	unit_is("0\" k\xe2\x82\xac\";-0\" k\xe2\x82\xac\";0;@\" $\"", "k\xe2\x82\xac");
	unit_is("[>=1000000]0.0,,\" M\xe2\x82\xac\";[>=1000]0.0,\" k\xe2\x82\xac\";0\" \xe2\x82\xac\"", "\xe2\x82\xac");
	unit_is("[<100]0;0\" $\"", "$");
	unit_is("[<100]0\" \xe2\x82\xac\";0\" $\"", "?");
	unit_is("[<100]0\" \xe2\x82\xac\";0\" k\xe2\x82\xac\"", "?");
	unit_is("[<100]0;0\" k\xe2\x82\xac\"", "?");
	unit_is("0\" k\xe2\x82\xac\";-0", "?");
	unit_is("#,##0,;-#,##0\" k\xe2\x82\xac\"", "?");
	unit_is("0\".-\"", NULL);
	unit_is("\"no number \xe2\x82\xac\"", NULL);
	unit_is("", NULL);
	unit_is("0\"", NULL);
	unit_is("0[$", NULL);
	unit_is("0\\", NULL);
	unit_is("0_", NULL);
}

static void shown_is(const char *text, double value, const char *currency, const char *expected)
{
	char *unit = book_shown_unit(text, value, currency);

	cr_expect((unit != NULL) == (expected != NULL) && (!unit || strcmp(unit, expected) == 0),
		"%s of %f %s is %s, not %s", text, value, currency, unit ? unit : "none", expected ? expected : "none");
	free(unit);
}

Test(xlsx, what_a_cell_shows_beside_its_number)
{
	shown_is("12", 12, "", NULL);
	shown_is("1\xe2\x80\xaf"
		 "200,50",
		1200.5, "", NULL);
	shown_is("12", 12, "EUR", "EUR");
	shown_is("", 12, "EUR", "EUR");
	shown_is("-", 0, "EUR", "EUR");
	shown_is("12,00 \xe2\x82\xac", 12, "EUR", "EUR");
	shown_is("12,00 \xe2\x82\xac", 12, "", "\xe2\x82\xac");
	shown_is("CHF 1\xe2\x80\x99"
		 "200.\xe2\x80\x93",
		1200, "CHF", "CHF");
	shown_is("12 CHF", 12, "", "CHF");
	shown_is("12 CHF", 12, "EUR", "?");
	shown_is("$12.00", 12, "CAD", "CAD");
	shown_is("-12 \xe2\x82\xac", -12, "", "\xe2\x82\xac");
	shown_is("(12 \xe2\x82\xac)", -12, "", "\xe2\x82\xac");
	shown_is("12 \xe2\x82\xac", 12.4, "", "\xe2\x82\xac");
	shown_is("12 days", 12, "", "days");
	shown_is("1.2E+03", 1234, "", NULL);
	shown_is("1.2E+03 \xe2\x82\xac", 1234, "", "\xe2\x82\xac");
	/* Thousands that are said: hidden in the value, or not. */
	shown_is("12 k\xe2\x82\xac", 12, "", "k\xe2\x82\xac");
	shown_is("12 k\xe2\x82\xac", 12, "EUR", "kEUR");
	shown_is("12 k\xe2\x82\xac", 12345, "", "\xe2\x82\xac");
	shown_is("12 k\xe2\x82\xac", 12345, "EUR", "EUR");
	shown_is("1.2 M\xe2\x82\xac", 1234567, "", "\xe2\x82\xac");
	shown_is("1,200 k\xe2\x82\xac", 1200000, "", "\xe2\x82\xac");
	shown_is("0 k\xe2\x82\xac", 0, "", "k\xe2\x82\xac");
	/* Both, or neither. */
	shown_is("0 k\xe2\x82\xac", 0.4, "", "?");
	shown_is("1,200 k\xe2\x82\xac", 1200, "", "?");
	shown_is("12 k\xe2\x82\xac", 13, "", "?");
	shown_is("12 500 \xe2\x82\xac", 12, "", "?");
	shown_is("12 k\xe2\x82\xac 2026", 12, "", "k\xe2\x82\xac 2026");
}

/* There are not as many currencies; what comes beyond is none of those that came before. */
Test(xlsx, a_unit_too_many_is_none_that_came_before)
{
	struct grid grid = { 0 };
	unsigned short place = 0;
	size_t i;

	for (i = 0; i < 499; i++) {
		char *unit = xasprintf("u%zu", i);

		place = grid_unit(&grid, unit);
		free(unit);
	}
	cr_expect_eq(place, 499);
	place = grid_unit(&grid, "k\xe2\x82\xac");
	cr_expect(place == 500 && strcmp(grid.units.items[place - 1], "?") == 0);
	cr_expect_eq(grid_unit(&grid, "\xe2\x82\xac"), place);
	cr_expect_eq(grid_unit(&grid, "u7"), 8);
	cr_expect_eq(grid.units.count, 500);
	grid_free(&grid);
}

/* Whatever stands around a number: an amount is read as a text with it behind the number would be, or not at all. */
Test(xlsx, no_format_of_money_is_silently_another)
{
	static const char *const words[] = { "", "\xe2\x82\xac", "$", "CHF", "kr", "k\xe2\x82\xac", "M", "days",
		"\xe2\x82\xac HT", "USD", "Fr.", "-" };
	static const char *const forms[] = { "\"%s\"#,##0.00", "#,##0\" %s\"", "[$%s-40C] 0",
		"_-* #,##0\\ \"%1$s\"_-;-#,##0\\ \"%1$s\"_-;0" };
	const size_t count = sizeof words / sizeof words[0];
	const struct reading_form cell = { .table = true };
	size_t i, form;

	for (i = 0; i < count; i++)
		for (form = 0; form < sizeof forms / sizeof forms[0]; form++) {
			char code[80], *unit, *shown, *got;
			struct number_reading read, meant;
			bool is, means;

			snprintf(code, sizeof code, forms[form], words[i]);
			unit = book_unit(code);
			shown = xasprintf("12 %s", strcmp(words[i], "-") == 0 ? "" : words[i]);
			got = unit ? xasprintf("12 %s", unit) : xstrdup("12");
			is = number_read(got, &cell, &read) != READING_NONE;
			means = number_read(shown, &cell, &meant) != READING_NONE;
			cr_expect(is == means && (!is || (read.value >= meant.value && read.value <= meant.value &&
								 strcmp(read.unit, meant.unit) == 0)),
				"%s is read as %s", code, got);
			free(got);
			free(shown);
			free(unit);
		}
}

/* Which section shows a number hangs on the number, where the sections say so. */
Test(xlsx, formats_with_conditions)
{
	workbook_reads(
		&(struct workbook){
			.formats =
				"<numFmt numFmtId=\"164\" formatCode=\"[=0]&quot;-&quot;;0%\"/><numFmt numFmtId=\"165\" formatCode=\"[&lt;1]0%;dd/mm/yyyy\"/>",
			.rows = "<row><c s=\"7\"><v>0</v></c><c s=\"7\"><v>0.5</v></c><c s=\"7\"><v>-0.5</v></c>"
				"<c s=\"8\"><v>0.25</v></c><c s=\"8\"><v>46022</v></c></row>" },
		"1: 0%|50%|-50%|25%|@2025-12-31\xc2\xb6");
	workbook_reads(
		&(struct workbook){
			.formats =
				"<numFmt numFmtId=\"164\" formatCode=\"[=0]&quot;&quot;;dd/mm/yyyy;@\"/><numFmt numFmtId=\"165\" formatCode=\"[&gt;=1000]#,##0,&quot; k\xe2\x82\xac&quot;;[Red][&lt;0]0&quot; k\xe2\x82\xac&quot;;General\"/>",
			.rows = "<row><c s=\"7\"><v>46022</v></c><c s=\"7\"><v>0</v></c><c s=\"8\"><v>1200</v></c>"
				"<c s=\"8\"><v>-3</v></c><c s=\"8\"><v>12</v></c></row>" },
		"1: @2025-12-31||#1200 \xe2\x82\xac|#-3 k\xe2\x82\xac|#12\xc2\xb6");
}

Test(xlsx, words_in_the_place_of_a_day_leave_the_day)
{
	workbook_reads(
		&(struct workbook){
			.formats =
				"<numFmt numFmtId=\"164\" formatCode=\"[&lt;43831]&quot;avant 2020&quot;;[&gt;=43831]dd/mm/yyyy\"/><numFmt numFmtId=\"165\" formatCode=\"[&gt;50]dd/mm/yyyy;[=0]\\-;[Red]_-&quot; &quot;\"/>",
			.rows = "<row><c s=\"7\"><v>43000</v></c><c s=\"7\"><v>46022</v></c><c s=\"8\"><v>0</v></c>"
				"<c s=\"8\"><v>46022</v></c><c s=\"8\"><v>9</v></c><c s=\"7\"><v>46022</v></c></row>" },
		"1: @2017-09-22|@2025-12-31||@2025-12-31||@2025-12-31\xc2\xb6");
}

Test(xlsx, sections_that_say_nothing)
{
	static const char *const codes[] = { "", "0", "0%;-0%;\"-\"", "[Red]0;[Magenta]-0", "[", "[<", "[<]0;1", "[>=]",
		"\"[=0]\"0", "[h]:mm", "[$-40C]d;@" };
	struct book_section sections[BOOK_SECTIONS];
	size_t i;

	for (i = 0; i < sizeof codes / sizeof codes[0]; i++)
		cr_expect_eq(book_sections(codes[i], sections), 0, "%s hangs on the number", codes[i]);
}

Test(xlsx, numbers_have_the_currency_that_they_are_shown_with)
{
	workbook_reads(
		&(struct workbook){
			.formats =
				"<numFmt numFmtId=\"164\" formatCode=\"#,##0.00\\ [$CHF-807]\"/><numFmt numFmtId=\"165\" formatCode=\"&quot;$&quot;0%\"/>",
			.rows = "<row><c s=\"7\"><v>1200</v></c><c s=\"8\"><v>0.5</v></c><c><v>3</v></c>"
				"<c s=\"7\" t=\"str\"><v>x</v></c><c s=\"7\"><v>1</v></c></row>" },
		"1: #1200 CHF|50%|#3|x|#1 CHF\xc2\xb6");
}

Test(xlsx, cells_are_where_they_say)
{
	struct buffer far = { 0 };
	char all[500];

	memset(all, '|', sizeof all);
	rows_read(
		"<row r=\"3\"><c r=\"C3\"><v>3</v></c><c r=\"A3\"><v>1</v></c><c><v>2</v></c></row><row><c><v>4</v></c></row>",
		"3: #1|#2|#3¶4: #4¶");
	rows_read("<row r=\"5\"><c><v>5</v></c></row><row r=\"2\"><c><v>2</v></c></row>", "2: #2¶5: #5¶");
	rows_read("<row r=\"2\"><c><v>2</v></c></row><row r=\"2\"><c><v>3</v></c></row>",
		"x:2: The row is in the sheet twice.");
	rows_read("<row r=\"2\"><c r=\"B2\"><v>2</v></c><c r=\"B2\"><v>3</v></c></row>",
		"x:2: B2: The cell is in the sheet twice.");
	rows_read("<row r=\"2\"><c r=\"B3\"><v>2</v></c></row>",
		"x:2: A2: The sheet is damaged: the cell says that it stands elsewhere.");
	rows_read("<row r=\"2\"><c r=\"2\"><v>2</v></c></row>",
		"x:2: A2: The sheet is damaged: the cell says that it stands elsewhere.");
	rows_read("<row r=\"2\"><c r=\"XFE2\"><v>2</v></c></row>",
		"x:2: A2: The sheet is damaged: the cell says that it stands elsewhere.");
	rows_read("<row r=\"0\"><c><v>2</v></c></row>", "x: A row of the sheet has a number that no row has.");
	rows_read("<row r=\"-4\"><c><v>2</v></c></row>", "x: A row of the sheet has a number that no row has.");
	rows_read("<row r=\"1048577\"><c><v>2</v></c></row>", "x: A row of the sheet has a number that no row has.");
	rows_read("<row r=\"99999999999999999999\"><c><v>2</v></c></row>",
		"x: A row of the sheet has a number that no row has.");
	buffer_printf(&far, "1048576: %.*s#2\xc2\xb6", 499, all);
	rows_read("<row r=\"1048576\"><c r=\"SF1048576\"><v>2</v></c></row>", far.data);
	buffer_free(&far);
	rows_read("<row r=\"4\"><c r=\"XFD4\"><v>2</v></c></row>",
		"x:4: XFD4: A cell stands so far to the right that the sheet is no table; empty it.");
	/* One that is only coloured is no text. */
	rows_read("<row r=\"4\"><c r=\"A4\"><v>1</v></c><c r=\"XFD4\" s=\"3\"/></row>", "4: #1¶");
}

Test(xlsx, what_is_not_there_is_refused)
{
	rows_read("<row><c t=\"s\"><v>0</v></c></row>", "x is damaged: it lacks its part xl/sharedStrings.xml.");
	workbook_reads(
		&(struct workbook){ .strings = "<si><t>a</t></si>", .rows = "<row><c/><c t=\"s\"><v>1</v></c></row>" },
		"x:1: B1: The sheet is damaged: the text of the cell is not there.");
	workbook_reads(
		&(struct workbook){ .strings = "<si><t>a</t></si>", .rows = "<row><c t=\"s\"><v>-1</v></c></row>" },
		"x:1: A1: The sheet is damaged: the text of the cell is not there.");
	workbook_reads(&(struct workbook){ .strings = "<si><t>a</t></si>",
			       .rows = "<row><c t=\"s\"><v>18446744073709551616</v></c></row>" },
		"x:1: A1: The sheet is damaged: the text of the cell is not there.");
	rows_read("<row><c><v>nan</v></c></row>", "x:1: A1: The sheet is damaged: the cell holds no number.");
	rows_read("<row><c><v>0x10</v></c></row>", "x:1: A1: The sheet is damaged: the cell holds no number.");
	rows_read("<row><c><v>1e999</v></c></row>", "x:1: A1: The sheet is damaged: the cell holds no number.");
	/* A style that is not there is none. */
	rows_read("<row><c s=\"999\"><v>5</v></c><c s=\"-1\"><v>5</v></c></row>", "1: #5|#5¶");
}

/* A program that wrote formulas and never reckoned them: what stands there is not nothing. */
Test(xlsx, a_formula_without_its_value_is_no_empty_cell)
{
	rows_read("<row r=\"7\"><c r=\"B7\"><f>A7*2</f></c></row>",
		"7: |!=A7*2¶(Formulas whose value is not in the file: B7; open it in a spreadsheet program and save it once.)");
	rows_read("<row r=\"7\"><c r=\"B7\"><f>A7*2</f><v>4</v></c></row>", "7: |#4¶");
}

Test(xlsx, what_is_hidden_or_merged_is_said)
{
	workbook_reads(
		&(struct workbook){
			.before =
				"<cols><col min=\"2\" max=\"2\" hidden=\"1\"/><col min=\"4\" max=\"16384\" hidden=\"1\"/><col min=\"1\" max=\"1\"/></cols>",
			.rows = "<row r=\"1\"><c><v>1</v></c></row><row r=\"3\" hidden=\"1\"><c><v>3</v></c></row><row r=\"4\" hidden=\"true\"><c><v>4</v></c></row>"
				"<row r=\"5\" hidden=\"1\"/><row r=\"9\" hidden=\"1\"><c><v>9</v></c><c r=\"E9\"><v>5</v></c></row>",
			.around = "<mergeCells><mergeCell ref=\"A1:F1\"/><mergeCell ref=\"A3:A9\"/></mergeCells>" },
		"1: #1¶3: #3¶4: #4¶9: #9||||#5¶(3 rows that the sheet hides were read like the others: 3-4, 9.)"
		"(Columns that the sheet hides were read like the others: B, D-E.)"
		"(The text of merged cells counts in each of their rows: A3:A9.)");
	/* A row may become longer by it; what stands in a cell stays, and what is beside the first column is no part of it. */
	workbook_reads(
		&(struct workbook){
			.rows = "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"C1\"><v>3</v></c></row><row r=\"2\"><c r=\"A2\"><v>2</v></c></row>"
				"<row r=\"3\"><c r=\"A3\"><v>4</v></c><c r=\"C3\"><v>5</v></c></row><row r=\"5\"><c r=\"A5\"><v>6</v></c></row>",
			.around =
				"<mergeCells><mergeCell ref=\"C1:D3\"/><mergeCell ref=\"C3:C4\"/><mergeCell ref=\"B1:B9\"/><mergeCell ref=\"C7:C99999999999\"/></mergeCells>" },
		"1: #1||#3¶2: #2||#3¶3: #4||#5¶5: #6¶(The text of merged cells counts in each of their rows: C1:D3, C3:C4, B1:B9, C7:C99999999999.)");
	/* What is hidden behind the table matters to nobody. */
	workbook_reads(&(struct workbook){ .before = "<cols><col min=\"2\" max=\"16384\" hidden=\"1\"/></cols>",
			       .rows = "<row><c><v>1</v></c></row>" },
		"1: #1¶");
}

#define TWO                                                                                                            \
	WORKBOOK(                                                                                                      \
		"<sheets><sheet name=\"Read me\" r:id=\"r1\"/><sheet name=\"Risques \xc3\xa9t\xc3\xa9\" r:id=\"r2\"/></sheets>")

Test(xlsx, which_sheet)
{
	struct workbook book = { .workbook = TWO, .rows = "", .second = "<row><c><v>2</v></c></row>" };
	char *specimen = workbook_specimen(&book);

	specimen_reads(specimen, NULL,
		"1: #2¶(The sheet Risques été was read; there is also: Read me. --sheet= takes another.)");
	specimen_reads(specimen, "Read me", "");
	specimen_reads(specimen, "RISQUES ETE", "1: #2¶");
	specimen_reads(specimen, "2", "1: #2¶");
	specimen_reads(specimen, "3", "x has no sheet 3; it has: Read me, Risques été.");
	specimen_reads(specimen, "", "x has no sheet ; it has: Read me, Risques été.");
	free(specimen);
	book.workbook = WORKBOOK(
		"<sheets><sheet name=\"a\" r:id=\"r1\" state=\"veryHidden\"/><sheet name=\"b\" r:id=\"r2\"/></sheets>");
	book.rows = "<row><c><v>1</v></c></row>";
	workbook_reads(&book, "1: #2¶(The sheet b was read; there is also: a (hidden). --sheet= takes another.)");
	book.second = "";
	workbook_reads(
		&book, "1: #1¶(The sheet a was read, which is hidden; there is also: b. --sheet= takes another.)");
	book.workbook = WORKBOOK("<sheets/>");
	workbook_reads(&book, "x is a workbook without a sheet.");
	book.workbook = WORKBOOK("<sheets><sheet name=\"a\" r:id=\"r9\"/></sheets>");
	workbook_reads(&book, "x is a workbook without a sheet.");
}

Test(xlsx, prefixes_and_the_strict_form)
{
	workbook_reads(
		&(struct workbook){ .prefix = "x:", .rows = "<x:row><x:c><x:v>1</x:v></x:c></x:row>" }, "1: #1¶");
	workbook_reads(&(struct workbook){ .space = "http://purl.oclc.org/ooxml/spreadsheetml/main",
			       .rows = "<row><c t=\"d\"><v>2026-12-31</v></c></row>" },
		"1: @2026-12-31¶");
	/* What others put beside it is theirs. */
	rows_read("<row><c><v>1</v></c><z:c xmlns:z=\"urn:z\"><z:v>2</z:v></z:c></row>", "1: #1¶");
}

Test(xlsx, millions_of_rows_that_say_nothing)
{
	struct buffer rows = { 0 };
	int i;

	for (i = 1; i <= 1000000; i++)
		buffer_printf(&rows, "<row r=\"%d\"/>", i);
	buffer_add(&rows, "<row r=\"1000001\"><c><v>1</v></c></row>");
	rows_read(rows.data, "1000001: #1¶");
	buffer_free(&rows);
}
#else
typedef int there_is_no_libzip;
#endif
