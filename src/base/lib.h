/*
 * base: what every layer stands on and what knows nothing of an ISMS:
 * errors, memory, growing strings, UTF-8 text, dates, JSON, hashes and uuids, and
 * the environment (clock, randomness, who and where), which tests fix.
 */
#ifndef NORIA_BASE_LIB_H
#define NORIA_BASE_LIB_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/types.h>

/* ---- the user's language: translation.c.  These are the words by which xgettext finds the sentences. ---- */

#define _(text) translation_of(text)
#define N_(text) text
#define ngettext(one, many, number) translation_of_count(one, many, number)
/* The sentence in the user's language, or itself.  The program's for ever. */
const char *translation_of(const char *text) __attribute__((format_arg(1)));
const char *translation_of_count(const char *one, const char *many, unsigned long number)
	__attribute__((format_arg(1), format_arg(2)));
/* Takes the catalogue that LANGUAGE, LC_ALL, LC_MESSAGES and LANG ask for; no locale need be there for it. */
void translation_open(const char *folder, const char *program);
/* The sentence in that language ("en", "fr"), whichever the user's is; itself where there is no translation. */
const char *translation_in(const char *language, const char *text) __attribute__((format_arg(2)));
const char *environment_language(void); /* "en" or "fr": of the interface's messages */

/* ---- errors: error.c ---- */

/* The kind of a failure; error_exit_status maps it to the contract's exit status in one place. */
enum error_kind {
	ERROR_NONE,
	ERROR_NEGATIVE,    /* 1: the answer is no: damage found, conflicts */
	ERROR_USAGE,       /* 2: unknown command, option, register or field */
	ERROR_UNAVAILABLE, /* 3: cannot be opened, locked, read-only, exists, no Noria file */
	ERROR_DAMAGED,     /* 3: a Noria file that is not whole; `check` answers 1 */
	ERROR_INVALID,     /* 4: invalid input, a value or a ref included */
	ERROR_CONFLICT,    /* 4: the record was changed by another meanwhile; nothing was written */
	ERROR_SYSTEM,      /* 5: disk full, I/O, printer, memory */
	ERROR_CANCELLED,   /* 1: the user broke it off */
	ERROR_UNREAD /* 5: who read standard output has gone (`| head`): no message; the program ends as SIGPIPE ends others */
};

/* One failure, told in one plain translated sentence.  Zero-initialise; error_clear frees. */
struct error {
	enum error_kind kind;
	char *message; /* the sentence, control characters already neutralised */
	char *field;   /* name of the field that it concerns, or NULL */
	char *file;    /* input file, or NULL */
	long line;     /* line in it, 0 when unknown */
};

/*
 * error_set and its like fill error (replacing what was there) and give false, so that a
 * function can end with `return error_set(...)`.  error may be NULL.  They are macros so that
 * who reads the code, compilers and analyzers included, sees the false.
 */
void error_tell(struct error *error, enum error_kind kind, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
void error_tell_field(struct error *error, enum error_kind kind, const char *field, const char *format, ...)
	__attribute__((format(printf, 4, 5)));
void error_tell_at(struct error *error, enum error_kind kind, const char *file, long line, const char *format, ...)
	__attribute__((format(printf, 5, 6)));
static inline bool error_is_told(void)
{
	return false;
}
#define error_set(...) (error_tell(__VA_ARGS__), error_is_told())
#define error_set_field(...) (error_tell_field(__VA_ARGS__), error_is_told())
#define error_set_at(...) (error_tell_at(__VA_ARGS__), error_is_told())
/* ERROR_UNREAD, which has no message.  Returns false. */
bool error_set_unread(struct error *error);
void error_clear(struct error *error);
/* Moves `from` into `to`; `from` is empty afterwards. */
void error_move(struct error *to, struct error *from);
/* True where it is no matter of the value at hand: whoever collects what is wrong with many values stops at it. */
bool error_ends(const struct error *error);
int error_exit_status(const struct error *error);
/* The whole sentence with "FILE:LINE: " before it where known, fit for a terminal; the caller frees. */
char *error_text(const struct error *error);

/* ---- memory: memory.c.  These do not return NULL: out of memory restores the terminal, says so and exits 5. ---- */

void *xmalloc(size_t size);
void *xcalloc(size_t count, size_t size);
void *xreallocarray(void *pointer, size_t count, size_t size);
char *xstrdup(const char *text); /* NULL gives NULL */
char *xstrndup(const char *text, size_t length);
char *xasprintf(const char *format, ...) __attribute__((format(printf, 1, 2)));
char *xvasprintf(const char *format, va_list arguments) __attribute__((format(printf, 1, 0)));
/* As getline.  -1 is the end of the file or, by ferror, what could not be read; never memory that lacks. */
ssize_t xgetline(char **line, size_t *size, FILE *file);
/* Called before the program ends for lack of memory; the terminal sets it. NULL: none. */
void memory_set_panic(void (*panic)(void));

/* A growing string, always ended by NUL once something was added.  Zero-initialise. */
struct buffer {
	char *data;
	size_t length;
	size_t capacity;
};
void buffer_add(struct buffer *buffer, const char *text);
void buffer_add_bytes(struct buffer *buffer, const void *bytes, size_t length);
void buffer_add_char(struct buffer *buffer, char c);
void buffer_reserve(struct buffer *buffer, size_t more); /* room for so many bytes and a NUL; nothing is added */
void buffer_printf(struct buffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The string, owned by the caller; the buffer is empty afterwards.  Never NULL. */
char *buffer_take(struct buffer *buffer);
void buffer_reset(struct buffer *buffer); /* empties, keeps memory */
void buffer_free(struct buffer *buffer);

/* A list of strings that it owns.  Zero-initialise. */
struct strings {
	char **items;
	size_t count;
	size_t capacity;
};
void strings_add(struct strings *strings, const char *text); /* copies */
void strings_take(struct strings *strings, char *text);      /* takes over */
bool strings_contain(const struct strings *strings, const char *text);
void strings_free(struct strings *strings);
/* Splits at commas, spaces around the pieces removed, empty pieces dropped; commas inside {...} do not split. */
void strings_split(struct strings *strings, const char *text);
/* Adds the cells of a line of a table, parted by tabs; returns the line after it. */
const char *strings_split_row(struct strings *strings, const char *line);
char *strings_join(const struct strings *strings, const char *separator); /* caller frees */
void strings_sort(struct strings *strings);                               /* by bytes */

/* ---- UTF-8 text: text.c; text_columns.c, text_fold.c, text_wrap.c below ---- */

bool text_is_valid(const char *text, size_t length);
/* Characters (code points) of valid UTF-8. */
size_t text_length(const char *text);
/* blanks.c.  The length of the blanks, tabs, no-break, thin and wide blanks, those of no width and marks of direction that text begins with. */
size_t text_blanks(const char *text);
/* The text without these and without line ends at either end: where it begins, and its length. */
const char *text_trimmed(const char *text, size_t *length);
/* With plain blanks for all of these, and nothing for those that nobody sees.  The caller frees. */
char *text_plain_blanks(const char *text);
/* With the hyphen for each dash that word processors and spreadsheets make of it.  The caller frees. */
char *text_hyphens(const char *text);
/* NULL is a text of its own, unlike any other. */
bool text_differs(const char *a, const char *b);
/* True when it holds C0/C1 controls other than those in `allowed` (e.g. "\n\t"). */
bool text_has_control(const char *text, const char *allowed);
/* True when it holds a code point that Unicode sets apart for inside use (U+FFFE, U+FDD0, ...); XML cannot hold all of them. */
bool text_has_noncharacter(const char *text);
/* What a document can hold and Noria reads back: controls other than \n and \t, noncharacters and invalid bytes become U+FFFD.  The caller frees. */
char *text_exchangeable(const char *text);
/*
 * What may be shown on a terminal: control characters (C0, C1, DEL), bidi
 * controls and line separators become U+FFFD; invalid bytes too;
 * \t and \n become blanks.  With keep_newlines \n stays.  The caller frees.
 */
char *text_printable(const char *text, bool keep_newlines);
/* The same of bytes that may hold NUL, appended to `out`; of \n, \t and \r before \n those in `kept` stay.  All that goes to a terminal comes this way. */
void text_neutralise(struct buffer *out, const char *bytes, size_t length, const char *kept);
/* Columns that valid printable text takes on the screen (wcwidth of the locale; combining marks 0, wide 2). */
int text_columns(const char *text);
/* The length in bytes of the longest beginning of whole grapheme clusters that takes at most `columns`; *used gets the columns it takes. */
size_t text_fit(const char *text, int columns, int *used);
/* The same of the first `length` bytes, which end with a cluster. */
size_t text_fit_in(const char *text, size_t length, int columns, int *used);
/* Next and previous grapheme cluster boundary, as byte offsets. */
size_t text_next(const char *text, size_t offset);
size_t text_previous(const char *text, size_t offset);
/* Text cut to columns with an ellipsis where cut; the caller frees. */
char *text_cut(const char *text, int columns);

/* ---- lists: columns.c, name.c ---- */

/* What a column of a list asks for. */
struct column_wish {
	int least; /* columns without which it leaves whole */
	int good;  /* what it has before another gets more */
	int most;  /* what it can use */
	int rank;  /* those with less stay longer, the first of equals before the next; the first of all never leaves */
	int width; /* the answer: its columns; 0: it has no room */
};
/* Gives each its width, with `gap` columns between two of them; returns how many have no room. */
size_t columns_fit(struct column_wish *wishes, size_t count, int width, int gap);

/* A person's name for a narrow column: "Dr Anne-Marie de Roy" is "A.-M. de Roy"; what is no such name stays.  The caller frees. */
char *name_short(const char *name);
/* Names and their short forms, as far as these tell them apart.  Zero-initialise. */
struct short_names {
	struct short_name {
		char *name, *shortened;
	} * items;
	size_t count;
};
void short_names_add(struct short_names *names, const char *name);
/* After the last was added. */
void short_names_settle(struct short_names *names);
/* The short form, or the name itself where another's would be the same or it is none of them. */
const char *short_names_find(const struct short_names *names, const char *name);
void short_names_free(struct short_names *names);

/* Folded for search: NFKD, marks stripped, case folded, œ as oe, ø as o, ß as ss.  The caller frees. */
char *text_fold(const char *text);
/* The same for what people type and what it is looked for in: the typographic apostrophe, which no keyboard has, is the plain one.  Nothing of it is stored. */
char *text_fold_typed(const char *text);
/* The stored sort key: folded, runs of digits by length (natural order), punctuation light.  Compared bytewise.  The caller frees. */
char *text_sort_key(const char *text);
/* The text with a capital at its beginning; the caller frees. */
char *text_capital(const char *text);
/* The text with the blanks that the language's typography asks for on paper: French before ; : ! ? » and after «, in numbers; other languages as it is.  Twice is as once.  The caller frees. */
char *text_typeset(const char *text, const char *language);
/* A sentence in the user's language, in which `word` was put: French writes d'AC-12, not "de AC-12".  Takes the sentence over; the caller frees what comes back. */
char *text_elided(char *text, const char *word);
/* Wraps a paragraph to lines of at most `columns`; keeps \n as breaks.  Caller frees `lines`. */
void text_wrap(const char *text, int columns, struct strings *lines);
/* The same, where a line's continuations stand under its last column, or two behind its indentation.  Caller frees `lines`. */
void text_wrap_hanging(const char *text, int columns, struct strings *lines);
/* The same for a table whose last column begins there: lines that have something at it go on below that, however narrow it is; 0: as text_wrap_hanging. */
void text_wrap_table(const char *text, int columns, int column, struct strings *lines);
/* What changed, line by line: "  " both, "- " only old, "+ " only new (either may be NULL); of the first 4,000 lines.  The caller frees. */
char *text_diff(const char *old_text, const char *new_text);
/* Pads (right) or cuts to exactly `columns`; the caller frees. */
char *text_pad(const char *text, int columns, bool align_right);
/* pasted.c: the text in what a terminal calls pasted: lines end with \n, \t stays, other control characters are left out and counted, invalid bytes become U+FFFD.  The caller frees. */
char *text_pasted(const char *bytes, size_t length, size_t *left_out);
/* The same text on one line: line ends and tabs become blanks, those at its end go.  The caller frees. */
char *text_one_line(const char *text);

/* ---- the locale's character set, where that is not UTF-8: codeset.c ---- */

/* NULL: it is UTF-8.  environment_start says so. */
void codeset_start(const char *codeset);
bool codeset_is_utf8(void);
void codeset_set_utf8(bool utf8);
/* Appends UTF-8 text in that character set; what it lacks becomes what is like it, or a question mark.  Invalid bytes become one. */
void codeset_add(struct buffer *out, const char *text, size_t length);

/* ---- what people write, read: date_reading.c, number_reading.c ---- */

/* What a text was taken for. */
enum read_as {
	READING_NONE,  /* it is none */
	READING_SURE,  /* it can be nothing else */
	READING_TAKEN, /* it may be another too; the locale decided */
	READING_EITHER /* it may be two things and nobody decided: refused, with both */
};

/* ---- numbers: number.c; independent of the locale ---- */
bool number_parse_integer(const char *text, int64_t *value);
bool number_parse_real(const char *text, double *value); /* decimal, no exponent; a comma is a point */
struct number_reading {
	double value, other; /* what it is, and what it may be too, else the same */
	double multiple;     /* of the value: 1000 where it was "12 k€", else 1 */
	char unit[8];        /* "%", "EUR", "$": what stood beside it; "": nothing */
};
struct reading_form;
/* Reads 1 200,50; 1,200.50; 1.200,50; 1'200.50; EUR 1 200; -3 %.  "1,200" may be two numbers, and of a cell "1.200" too. */
enum read_as number_read(const char *text, const struct reading_form *form, struct number_reading *read);
bool number_comma_first(void); /* the locale, or the language, parts decimals by a comma */
/* Whether the text is the code of a currency (ISO 4217), as far as they are known here. */
bool currency_is_code(const char *text);
/* True where both, as they stand beside a number, may mean one currency: "$" and "CAD", "EUR" and "euros". */
bool currency_is_written(const char *written, const char *other);
char *number_format_integer(int64_t value); /* decimal; caller frees */
char *number_format_real(double value);     /* at most six decimals, none that is a last zero; caller frees */
/* The same as people read it: with a comma where their language has one; caller frees */
char *number_shown(double value);
/* A share as a whole number of percent, the nearest one: 100 only where it is whole, 0 only where it is none; `whole` is above 0. */
int64_t number_percent(int64_t part, int64_t whole);

/* "EUR 14,500", "14 500 €": a number with its thousands apart, and its currency ("" or NULL: none), in the language of the messages; caller frees. */
char *number_format_amount(const char *value, const char *currency);

/* ---- dates: date.c ---- */

struct date {
	int year, month, day;
};

/*
 * How texts that people and spreadsheets write are to be read.  All zero: as a person types in a form,
 * where what may be two things is what the locale writes.
 */
struct reading_form {
	bool file_form; /* the file's own form and nothing else: ISO dates, English keys */
	bool certain; /* what may be two things is refused, since nobody is there to see how it was taken (command line) */
	bool table; /* a cell: serial numbers are dates, "-" and "N/A" say nothing, "+30" and "today" are no dates */
	enum date_order { ORDER_LOCALE, ORDER_DAY_FIRST, ORDER_MONTH_FIRST } order;
	enum decimal_sign { SIGN_EITHER, SIGN_POINT, SIGN_COMMA } decimal;
	bool since_1904;        /* serial numbers count from there */
	bool shares;            /* percentages are written as shares of one: 0.5 is 50 % */
	bool year_may_be_first; /* 26/12/31 may be of 2026 and is refused */
	bool own_levels;        /* levels are called as their own method calls them, not as others do */
	bool weekdays_differ;   /* those of the column have either order: none of them settles one */
	bool below_one_doubted; /* 0.92 of what is measured in % may be 92 %, and is refused; */
	bool one_doubted;       /* so may 1, where the others of the column are such */
	bool french;            /* O is oui */
};

struct date_reading {
	struct date date, other; /* what it is, and what it may be too, else the same */
	bool short_year;         /* of two digits: within fifty years of today */
	bool has_year_first;     /* numbers alone, of which the first may be the year of two digits too */
	struct date year_first;  /* then the day that it is */
	bool clock;              /* a time of day stood there too, and is left out */
};
/* The month that the folded word names in either language, 1 to 12; 0: none. */
int date_month_called(const char *word);
/* What follows the name of a day of the week before a date, "lundi 31/12/2026"; NULL: none stands there. */
const char *date_after_weekday(const char *text);
/* How many numbers and names of months the text consists of, 1 to 3; 0: it is nothing like a date. */
int date_elements(const char *text);
/*
 * Reads a day as people and spreadsheets write it, in English and French: 2026-12-31, 31/12/2026, 31.12.26,
 * 2026/12/31, 20261231, 31-Dec-26, "1er janvier 2026", "Thursday, December 31, 2026"; of a cell 46022, too; elsewhere
 * today, tomorrow, +30; in forms 24/11 and "24 nov".
 */
enum read_as date_read(
	const char *text, const struct reading_form *form, const struct date *today, struct date_reading *read);
/* The same of a date at the beginning of *text, which moves behind it; no words, no serial numbers. */
enum read_as date_read_start(
	const char **text, const struct reading_form *form, const struct date *today, struct date_reading *read);
/* A day, and the time in it, as workbooks count them; of cells only, and of 1950 to 2099. */
bool date_read_serial(const char *text, const struct reading_form *form, struct date *date, int *seconds);
bool date_exists(int year, int month, int day);
bool date_day_first(void);      /* the locale, else the language, writes the day before the month */
bool date_order_is_known(void); /* false: in the C locale nobody says which is first */
bool date_parse(const char *text, struct date *date); /* strict ISO 8601, existing days of years 1 to 9999 */
/* What people type: as date_read in a form. */
bool date_parse_typed(const char *text, const struct date *today, struct date *date);
/* The words that every language shares, in filters: today, today+30, today-7. */
bool date_parse_word(const char *text, const struct date *today, struct date *date);
void date_format(const struct date *date, char text[11]); /* ISO */
char *date_format_locale(const struct date *date);        /* caller frees */
/* The same in a document: with all digits of the year, and where the locale says nothing, as readers of the language write it; caller frees. */
char *date_format_paper(const struct date *date);
/* "27 November 2026", "27 novembre 2026", "1er novembre 2026": in a sentence, in the language of the messages; caller frees. */
char *date_format_long(const struct date *date);
char *date_format_month(const struct date *date); /* "November 2026"; caller frees */
int date_columns(void); /* that a date in the locale's form takes at most: 10 in most locales, 14 in zh_CN */
int date_days(const struct date *date); /* days since 1970-01-01 */
struct date date_from_days(int days);
/* Whether the day is a public holiday in France. */
bool date_is_holiday(const struct date *date);
/* The day itself, or where it is a public holiday the last working day before it. */
struct date date_before_holiday(const struct date *date);
/*
 * The last moment within working hours (08:30 to 18:30 of a working day there) that lies from `least` to `most` hours
 * before now; where there is none, the first such moment after that, or, where none has come yet, the last one before.
 */
int64_t moment_at_work(int64_t now, int least, int most, const char *time_zone);
struct date date_months_before(const struct date *date, int months); /* the same day of that month, or its last */

/* ---- what comes again: recurrence.c ---- */

enum frequency { EVERY_DAY, EVERY_WEEK, EVERY_MONTH, EVERY_QUARTER, EVERY_HALF, EVERY_YEAR };
#define FREQUENCIES 6
/* From "day", "week", "month", "quarter", "half", "year"; false: another text, or NULL. */
bool frequency_read(const char *text, enum frequency *frequency);
/* A tenth of the period, one day at least: how long a value may be late. */
int grace_days(enum frequency frequency);

/* On which days something is due. */
struct recurrence {
	enum frequency every;
	struct date start; /* no day before it is due */
	int weekday;       /* 0, Monday, to 6: every week */
	int day;           /* of the month, or its last where it has none such: from the month on */
	bool last;         /* instead the last working day of the calendar's period */
	bool working;      /* every working day: neither Saturday, Sunday nor a public holiday */
};
/*
 * on: NULL or "", as the day of start; every week a weekday (Monday, mon, lundi, 1 to 7); every day "work"
 * (ouvrés); from the month on a day, 1 to 31, of the month of start and of each so many months later, or
 * "last" (dernier).  False: `every` is no frequency, or `on` says nothing to it.
 */
bool recurrence_parse(const char *every, const char *on, const struct date *start, struct recurrence *rule);
/* The first day on which it is due, after that day (NULL: of all).  False: there is none before the end of the calendar. */
bool recurrence_next(const struct recurrence *rule, const struct date *after, struct date *next);

/* A day, week, month, quarter, half-year or year of the calendar. */
struct period {
	char name[24]; /* 2026-07-15, 2026-W31, 2026-07, 2026-Q3, 2026-H2, 2026 */
	enum frequency frequency;
	struct date first, last;
};
struct period period_of(enum frequency frequency, const struct date *day); /* the one in which the day lies */
struct period period_before(const struct period *period);
struct period period_after(const struct period *period);
struct period period_year_before(const struct period *period); /* of weeks the one of that number, or the year's last */
bool period_read(const char *name, struct period *period);     /* false: no period is named so; years 2 to 9997 */
/* The same of one as people write it, "T1 2026", "fin mars 2026", "W12 2026", where no day is meant. */
bool period_read_written(const char *text, struct period *period);

/* ---- time zones: zone.c; by their names in the machine's list, "Europe/Paris"; NULL and "" are UTC ---- */

/* Seconds that clocks there are ahead of UTC at the moment; false: the machine does not know the zone, 0. */
bool zone_offset(const char *name, int64_t moment, int *seconds);
bool zone_is_utc(const char *name);
bool zone_is_known(const char *name); /* true too where the machine has no list of zones */
/* Which moments clocks there show so. */
enum wall {
	WALL_ONCE,
	WALL_TWICE,   /* they are set back: both moments, the earlier first */
	WALL_SKIPPED, /* they are put forward over it: the moment at which they are, twice */
	WALL_UNKNOWN  /* the machine does not know the zone: taken as UTC */
};
/* wall: what clocks show, in seconds since they showed the beginning of 1970. */
enum wall zone_moments(const char *name, int64_t wall, int64_t moments[2]);

/* ---- moments: moment.c ---- */

enum moment_kind {
	MOMENT_NONE, /* the text is no date and time */
	MOMENT_DAY,  /* a day alone, which is in no zone */
	MOMENT_ONCE,
	MOMENT_TWICE,   /* clocks show it twice: the earlier is taken */
	MOMENT_SKIPPED, /* clocks never show it: seconds is when they are put forward */
	MOMENT_LOST,    /* it needs a zone that the machine does not know */
	MOMENT_EITHER   /* its day may be two, day and other */
};
struct moment {
	struct date day, other; /* other: what the day may be too, else the same */
	enum read_as reading;   /* of the day */
	int64_t seconds, later; /* later: MOMENT_TWICE, the other one; else the same */
	int64_t wall;           /* what clocks show; where a zone was asked */
	int clock;              /* what stands there as the time, in seconds since midnight */
	char *zone;             /* that zone; NULL: none was, the text has an offset */
};
/*
 * "2026-11-24T09:30:00Z", "2026-11-24 09:30+01:00", "2026-11-24T09:30" (in the zone), "2026-11-24 09:30 Asia/Kolkata",
 * "2026-11-24"; form (not NULL, and not file_form): the day also as date_read reads it, "9:30", "9:30 AM", "9h30", and of a
 * cell 46022.5.  moment_clear.
 */
enum moment_kind moment_parse(
	const char *text, const char *zone, const struct reading_form *form, struct moment *moment);
/* The same with the day that counts as today. */
enum moment_kind moment_read(const char *text, const char *zone, const struct reading_form *form,
	const struct date *today, struct moment *moment);
void moment_clear(struct moment *moment);
bool date_time_parse(
	const char *text, int64_t *seconds); /* stamps of files: as moment_parse, in UTC; a bare date is its midnight */
int64_t date_start(const struct date *date, const char *time_zone); /* the moment at which the day begins there */
char *date_time_format(int64_t seconds);                            /* 2026-11-24T09:30:00Z; caller frees */
/* The day that it is there, and the seconds since midnight that clocks show. */
struct date date_in_zone(int64_t seconds, const char *time_zone, int *clock);
char *offset_format(
	int64_t seconds, const char *time_zone); /* "+01:00", "UTC": what stands beside a time; caller frees */
int date_time_columns(void);                     /* that it takes at most */
char *date_time_format_locale(
	int64_t seconds, const char *time_zone); /* in that zone, "24/11/2026 10:30 +01:00"; caller frees */
/* To be edited: "2026-11-24 10:30", which moment_parse reads back as the same moment; with the offset where clocks show it twice. */
char *date_time_format_typed(int64_t seconds, const char *time_zone);
char *wall_format(int64_t wall, bool with_seconds); /* "2026-11-24 10:30"; caller frees */

/* ---- JSON: json.c, the small part that the journal and the command line need ---- */

/* Appends a quoted JSON string, controls (C0, DEL, C1) escaped, invalid bytes as U+FFFD; NULL gives null. */
void json_add_string(struct buffer *buffer, const char *text);
enum json_type { JSON_NULL, JSON_STRING, JSON_NUMBER, JSON_BOOLEAN, JSON_ARRAY, JSON_OBJECT };
struct json {
	enum json_type type;
	char *text;         /* strings and numbers; "true"/"false" */
	char *name;         /* inside an object: its name */
	struct json *child; /* first element */
	struct json *next;
};
/* NULL when text is no JSON or nested deeper than 32.  json_free. */
struct json *json_parse(const char *text);
struct json *json_parse_within(const char *text, int depth);
const struct json *json_at(const struct json *array, size_t index);
/* The string at that place; NULL: it is none, or there is nothing (array may be NULL). */
const char *json_text(const struct json *array, size_t index);
const struct json *json_member(const struct json *object, const char *name);
void json_free(struct json *json);

/* ---- hashes and uuids: hash.c (libsodium), uuid.c ---- */

#define HASH_BYTES 32
#define HASH_TEXT 65
struct hash;
struct hash *hash_new(void);
void hash_add(struct hash *hash, const void *bytes, size_t length);
void hash_end(struct hash *hash, unsigned char digest[HASH_BYTES]); /* frees it */
#define HASH_SHORT 8
/* The BLAKE2b digest of it all, in hexadecimal: for what is compared with a text of this program, not kept in files. */
void hash_text(const void *bytes, size_t length, char digest[HASH_TEXT]);
/* A quick checksum (SipHash-2-4 under a fixed key and the seed): against decay, not against people. */
void hash_short(const void *bytes, size_t length, uint64_t seed, unsigned char sum[HASH_SHORT]);
/* For comparing many things within one run of the program: keyed by chance, so that nobody can aim at a value. */
uint64_t hash_quick(const void *bytes, size_t length);
void hash_hex(const unsigned char *bytes, size_t count, char *text); /* text: 2 * count + 1 */
char *base64(const void *bytes, size_t count);                       /* caller frees */
bool hash_unhex(const char *text, unsigned char *bytes, size_t count);
#define UUID_TEXT 37
void uuid_random(char text[UUID_TEXT]); /* version 4, from environment_random */
/* Version 5 of (namespace uuid, name) (RFC 9562, 5.5). */
void uuid_named(const char *namespace_uuid, const char *name, char text[UUID_TEXT]);
bool uuid_is_valid(const char *text);
/* The namespace under which shipped catalogues are named: uuid_named(UUID_NORIA, "iso27001-2022") is the catalogue's. */
#define UUID_NORIA "6f5b0c1e-7d0a-5c43-9a54-2d0f6c1b9e77"

/* ---- the environment: environment.c.  NORIA_CLOCK and NORIA_SEED fix it in tests: they count in the build tree only. ---- */

/* From here on the clock stands at that moment; NULL: it goes on.  For exports under SOURCE_DATE_EPOCH and the history of the sample. */
void environment_hold_clock(const int64_t *seconds);
bool environment_clock_is_held(void); /* a history is told: its days are not today */
/* From here on that account acts, copied; NULL: whoever runs the program.  For the history of the sample. */
void environment_hold_login(const char *login);
int64_t environment_now(void);                        /* seconds since 1970, UTC; NORIA_CLOCK where set */
void environment_random(void *bytes, size_t count);   /* libsodium; a sequence from NORIA_SEED where set */
struct date environment_today(const char *time_zone); /* the day it is there; NULL or unknown zone: UTC */
int64_t environment_clock_us(void);                   /* monotonic microseconds */
int64_t environment_clock_ms(void);                   /* monotonic milliseconds */
const char *environment_login(void);                  /* the account's name, "uid 1000" without a passwd entry */
const char *environment_host(void);
/* setlocale, or C.UTF-8 where that locale is not here or not UTF-8, and the translation.  Call first. */
void environment_start(const char *program);
bool environment_has_decimal_comma(void); /* in the locale of numbers that the user asks for */
/* A file of the package's data: "catalogues/iso27001-2022.xml"; the build tree's when the program runs there.  Caller frees. */
char *environment_data(const char *name);
/* A program of the package that is not called by hand: beside the running one in a build tree, else in the folder of such programs.  Caller frees. */
char *environment_helper(const char *name);
char *environment_state(
	const char *name); /* $XDG_STATE_HOME/noria/NAME, folders made (0700); caller frees; NULL without a home */
char *environment_config(const char *name); /* $XDG_CONFIG_HOME/noria/NAME; caller frees; NULL without a home */
char *environment_temporary(
	void); /* "$TMPDIR/noria-XXXXXX" for mkstemp and mkdtemp, /tmp where that is not set or empty; caller frees */
/* The debug log: a line to the file named by NORIA_LOG, nothing otherwise. */
void environment_log(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* ---- files without a name: unnamed.c ---- */

/* A file in the folder of path, without a name; flags: O_RDWR, O_WRONLY.  -1: there are none here, and one beside its place has to do. */
int unnamed_open(const char *path, int flags, unsigned mode);
/* Gives it a name, which nothing may have (errno). */
bool unnamed_link(int file, const char *path);

#endif
