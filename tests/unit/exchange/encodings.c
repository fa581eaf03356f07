/* Text that is not in UTF-8, and the ways in which spreadsheets write a table as text. */
#include <criterion/criterion.h>
#include <locale.h>

#include "shown.h"

static void start(void)
{
	cr_assert(setlocale(LC_CTYPE, "C.UTF-8"));
}

TestSuite(encodings, .init = start);

static void reads_as(const void *bytes, size_t length, const char *encoding, const char *expected)
{
	struct grid_options options = { .encoding = encoding };
	char *got = shown_bytes(bytes, length, &options);

	cr_expect_str_eq(got, expected, "gave \"%s\", not \"%s\"", got, expected);
	free(got);
}

static void reads(const char *text, const char *expected)
{
	reads_as(text, strlen(text), NULL, expected);
}

#define NOTE "(x was read as Windows-1252; --encoding= says otherwise.)"
#define UNKNOWN                                                                                                        \
	"x is neither UTF-8 nor Windows-1252; say which encoding it has by --encoding=, for instance macintosh or cp850."

Test(encodings, utf8_needs_no_word)
{
	reads("a,b\ncaf\xc3\xa9,\xe2\x82\xac\n", "1: a|b¶2: café|€¶");
	reads("\xef\xbb\xbf\xc3\xa9,b\n", "1: é|b¶");
}

Test(encodings, windows_is_recognised_and_said)
{
	reads("a;b\nS\xe9"
	      "curit\xe9;5 \x80\n",
		"1: a|b¶2: Sécurité|5 €¶" NOTE);
	reads("a;b\nL\x92\x9cuvre \x96 \xc0;\x8c"
	      "dipe\n",
		"1: a|b¶2: L’œuvre – À|Œdipe¶" NOTE);
	reads("a;b\n\xe9t\xe9;\xab oui \xbb\r\n", "1: a|b¶2: été|« oui »¶" NOTE);
}

/* One byte that went wrong in a text of UTF-8 does not make all its accents into something else. */
Test(encodings, damaged_utf8_is_not_taken_for_windows)
{
	reads("a,b\nS\xc3\xa9"
	      "curit\xc3\xa9,caf\xe9\n",
		"x:2: The row is not valid UTF-8 text.");
	reads("\xef\xbb\xbf"
	      "a,b\n1,caf\xe9\n",
		"x:2: The row is not valid UTF-8 text.");
}

/* What a Mac or DOS writes has its accents where Windows has signs: it would be read wrongly without a word. */
Test(encodings, what_is_neither_is_asked_for)
{
	reads("a,b\ns\x8e"
	      "curit\x8e,1\n",
		UNKNOWN);
	reads("a,b\ns\x82"
	      "curit\x82,1\n",
		UNKNOWN);
	reads("a,b\nr\x90ve,1\n", UNKNOWN);
	reads_as("a,b\ns\x8e"
		 "curit\x8e,1\n",
		15, "macintosh", "1: a|b¶2: sécurité|1¶");
	reads_as("a,b\ns\x82"
		 "curit\x82,1\n",
		15, "cp850", "1: a|b¶2: sécurité|1¶");
	reads_as("a\n\xa4\n", 4, "iso-8859-15", "1: a¶2: €¶");
	reads_as("a\n\xc3\xa9\n", 5, "windows-1252", "1: a¶2: Ã©¶");
	reads_as("a\n1\n", 4, "klingon",
		"There is no encoding klingon; it is utf-8, utf-16, windows-1252, iso-8859-15, macintosh, cp850 ...");
	reads_as("a\n\x81\n", 4, "windows-1252", "x:2: The row is not valid WINDOWS-1252 text.");
	reads_as("a\n\xe9\n", 4, "utf-8", "x:2: The row is not valid UTF-8 text.");
}

Test(encodings, utf16_by_its_mark)
{
	reads_as("\xff\xfe"
		 "a\0\t\0b\0\r\0\n\0\xe9\0\t\0\x3d\xd8\x00\xde\r\0\n\0",
		24, NULL, "1: a|b¶2: é|😀¶");
	reads_as("\xfe\xff\0a\0;\0b\0\n\0\xe9\0;\x20\xac", 16, NULL, "1: a|b¶2: é|€¶");
	reads_as("\xff\xfe"
		 "a\0\n\0\x3d\xd8x\0",
		10, NULL, "x:2: The row is not valid UTF-16 text.");
	reads_as("\xff\xfe"
		 "a\0\n\0b",
		7, NULL, "x:2: The row is not valid UTF-16 text.");
	reads_as("\xff\xfe"
		 "a\0",
		4, "utf-16", "1: a¶");
	reads_as("a\0,\0b\0", 6, "utf-16le", "1: a|b¶");
	reads_as("a\0,\0b\0", 6, NULL, "1: a|b¶(x was read as UTF-16LE; --encoding= says otherwise.)");
	reads_as("a\0,b", 4, NULL, "x:1: The row holds a NUL byte.");
}

Test(encodings, every_byte_of_windows_is_what_the_c_library_says)
{
	char bytes[512];
	size_t length = 0;
	int c;
	char *named, *guessed;
	struct grid_options options = { .encoding = "windows-1252" };

	for (c = 0x80; c < 0x100; c++)
		if (!strchr("\x81\x8d\x8f\x90\x9d", c)) {
			bytes[length++] = (char)c;
			bytes[length++] = ' ';
		}
	bytes[length++] = '.';
	named = shown_bytes(bytes, length, &options);
	guessed = shown_bytes(bytes, length, NULL);
	cr_expect(strncmp(named, guessed, strlen(named)) == 0, "%s\n%s", named, guessed);
	cr_expect_str_eq(guessed + strlen(named), NOTE);
	free(named);
	free(guessed);
}

Test(encodings, separators)
{
	reads("sep=;\r\na;b,c\r\n1;2\r\n", "2: a|b,c¶3: 1|2¶");
	reads("\"sep=|\"\na|b,c\n", "2: a|b,c¶");
	reads("SEP=\t\na\tb;c\n", "2: a|b;c¶");
	reads("sep=a,b\n1,2\n", "1: sep=a|b¶2: 1|2¶");
	reads("a|b|c\n1|2,5|3\n", "1: a|b|c¶2: 1|2,5|3¶");
	reads("Risks, of the laboratory\nref;title;owner\nR-1;a, b, c, d;Jo\n",
		"1: Risks, of the laboratory¶2: ref|title|owner¶3: R-1|a, b, c, d|Jo¶");
	reads("Risks\nref;title;owner\nR-1;Loss;Jo\n", "1: Risks¶2: ref|title|owner¶3: R-1|Loss|Jo¶");
	/* One column: what stands in its texts parts nothing. */
	reads("title\na; b\n", "1: title¶2: a; b¶");
	reads("title\na; b\nc\n", "1: title¶2: a; b¶3: c¶");
	reads("a;b\n", "1: a|b¶");
	reads("\"a;b\",c\n1,2\n", "1: a;b|c¶2: 1|2¶");
}

Test(encodings, what_spreadsheets_leave)
{
	reads("a,b,c\n1\n\n,,\n1,2,3\n,,\n,,\n", "1: a|b|c¶2: 1¶5: 1|2|3¶");
	reads("a,b,,\n1,2,,\n", "1: a|b¶2: 1|2¶");
	reads("a,b\r1,2\r", "1: a|b¶2: 1|2¶");
	reads("a,b\n\"x\ny\",2\n3,4\n", "1: a|b¶2: x\ny|2¶4: 3|4¶");
	reads("a\n'=1+1\n", "1: a¶2: =1+1¶");
	reads("", "");
	reads("\xef\xbb\xbf", "");
}

Test(encodings, what_is_no_table_says_the_way_out)
{
	struct grid_options options = { 0 };
	char *got;

	reads_as("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", 12, NULL,
		"x is a workbook of an old Excel (.xls), or one with a password; save it as .xlsx without a password.");
	options.sheet = "Risks";
	got = shown_bytes("a,b\n", 4, &options);
	cr_expect_str_eq(got, "x is text, which has no sheets.");
	free(got);
	reads("%PDF-1.7\n",
		"x is a PDF, which holds no table that can be read; save the table itself as .xlsx or .csv.");
}

/* Whatever the bytes are: valid UTF-8 comes out, or a sentence. */
Test(encodings, no_bytes_break_it)
{
	static const char *const names[] = { NULL, "utf-8", "utf-16", "utf-16be", "windows-1252", "cp850", "utf-7" };
	unsigned long state = 88172645463325252ul;
	char bytes[64];
	size_t round, i;

	for (round = 0; round < 20000; round++) {
		struct grid_options options = { .encoding = names[round % (sizeof names / sizeof names[0])] };
		char *shown;

		for (i = 0; i < sizeof bytes; i++) {
			state ^= state << 13;
			state ^= state >> 7;
			state ^= state << 17;
			bytes[i] = (char)(state % 3 ? "a,;\n\"\xc3\xa9\xff"[state % 8] : (long)(state >> 9));
		}
		shown = shown_bytes(bytes, state % sizeof bytes, &options);
		cr_expect(text_is_valid(shown, strlen(shown)));
		free(shown);
	}
}

#define SAID(encoding) "(x was read as " encoding "; --encoding= says otherwise.)"

/* In Latin-9 the euro and "oe" are where Windows has a sign of no currency and fractions. */
Test(encodings, latin_9_is_known_by_its_euro_and_its_letters)
{
	reads("a;b\n\xe9t\xe9;5 \xa4\n", "1: a|b\xc2\xb6"
					 "2: \xc3\xa9t\xc3\xa9|5 \xe2\x82\xac\xc2\xb6" SAID("ISO-8859-15"));
	reads("a;b\nC\xbdur;\xbcuvre\n", "1: a|b\xc2\xb6"
					 "2: C\xc5\x93ur|\xc5\x92uvre\xc2\xb6" SAID("ISO-8859-15"));
	reads("a;b\n2 \xbd;1\xbc h\n", "1: a|b\xc2\xb6"
				       "2: 2 \xc2\xbd|1\xc2\xbc h\xc2\xb6" NOTE);
}

Test(encodings, accents_at_the_end_of_words_show_dos_and_mac_too)
{
	reads("a;b\nQualit\x82;1\n", UNKNOWN);
	reads("a;b\nQualit\x8e;1\n", UNKNOWN);
	reads("a;b\n\x84Wort\x93;1\n", "1: a|b\xc2\xb6"
				       "2: \xe2\x80\x9eWort\xe2\x80\x9c|1\xc2\xb6" NOTE);
}

Test(encodings, what_was_encoded_twice_is_taken_back_and_said)
{
	static const char *const twice = SAID("UTF-8 that was encoded twice");
	char *expected = xasprintf("1: a|b\xc2\xb6"
				   "2: donn\xc3\xa9"
				   "es|5 \xe2\x82\xac\xc2\xb6%s",
		twice);

	reads("a;b\ndonn\xc3\x83\xc2\xa9"
	      "es;5 \xc3\xa2\xe2\x80\x9a\xc2\xac\n",
		expected);
	reads("\xef\xbb\xbf"
	      "a;b\ndonn\xc3\x83\xc2\xa9"
	      "es;5 \xc3\xa2\xe2\x80\x9a\xc2\xac\n",
		expected);
	free(expected);
	/* One accent that is right shows that all are. */
	reads("a;b\n\xc3\x83\xc2\xa9;\xc3\xa9\n", "1: a|b\xc2\xb6"
						  "2: \xc3\x83\xc2\xa9|\xc3\xa9\xc2\xb6");
}

Test(encodings, utf16_without_a_mark_is_known_by_its_zeros)
{
	reads_as("a\0;\0b\0\n\0\xe9\0;\0"
		 "1\0\n\0",
		16, NULL,
		"1: a|b\xc2\xb6"
		"2: \xc3\xa9|1\xc2\xb6" SAID("UTF-16LE"));
	reads_as("\0a\0;\0b\0\n\0\xe9\0;\0"
		 "1\0\n",
		16, NULL,
		"1: a|b\xc2\xb6"
		"2: \xc3\xa9|1\xc2\xb6" SAID("UTF-16BE"));
}
