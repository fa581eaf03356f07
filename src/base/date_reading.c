/*
 * Dates as people and spreadsheets write them, in English and French whatever the locale.  What may be two
 * days is never taken for one without a word: the answer says which of two it is, and by what.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/lib.h"

/* ---- words ---- */

/* Folded; whoever writes "jui" means June or July, and is not read. */
static const char *const month_words[] = {
	"january jan janvier janv",
	"february feb febr fevrier fevr fev",
	"march mar mars",
	"april apr avril avr",
	"may mai",
	"june jun juin",
	"july jul juillet juil",
	"august aug aout aou",
	"september sept sep septembre",
	"october oct octobre",
	"november nov novembre",
	"december dec decembre",
};
/* From Monday on. */
static const char *const weekday_words[] = {
	"monday mon lundi lun",
	"tuesday tue tues mardi mar",
	"wednesday wed mercredi mer",
	"thursday thu thur thurs jeudi jeu",
	"friday fri vendredi ven",
	"saturday sat samedi sam",
	"sunday sun dimanche dim",
};

static bool is_word_of(const char *words, const char *word)
{
	size_t length = strlen(word), step;

	for (; *words; words += step + (words[step] == ' ')) {
		step = strcspn(words, " ");
		if (step == length && strncmp(words, word, length) == 0)
			return true;
	}
	return false;
}

/* The place of the list that names the word, from 1; 0: none does. */
static int find_word(const char *const *lists, int count, const char *word)
{
	int i;

	for (i = 0; i < count; i++)
		if (is_word_of(lists[i], word))
			return i + 1;
	return 0;
}

int date_month_called(const char *word)
{
	return find_word(month_words, 12, word);
}

/* Letters, those of Latin scripts beyond ASCII and marks that combine with them included. */
static size_t letters(const char *text)
{
	size_t length = 0;

	while ((text[length] >= 'A' && text[length] <= 'Z') || (text[length] >= 'a' && text[length] <= 'z') ||
		((unsigned char)text[length] >= 0xc3 && (unsigned char)text[length] <= 0xcd && text[length + 1]))
		length += (unsigned char)text[length] >= 0xc3 ? 2 : 1;
	return length;
}

/* ---- what is written ---- */

/* A date as it stands there: up to three numbers, of which one may be the name of a month. */
struct written {
	int count;
	int values[3];
	int digits[3]; /* 0: it is a name */
	char signs[2]; /* between them: '/', '-', '.', ',' or ' ' */
	int weekday;   /* 1: Monday; 0: not said */
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* "er" and "th" after a number. */
static size_t ordinal(const char *text)
{
	static const char *const endings[] = { "er", "st", "nd", "rd", "th" };
	size_t length = letters(text), i;

	for (i = 0; length == 2 && i < sizeof endings / sizeof endings[0]; i++)
		if (strncasecmp(text, endings[i], 2) == 0)
			return 2;
	return 0;
}

static bool take_element(const char **text, struct written *written)
{
	const char *c = *text;
	int place = written->count, value = 0, digits = 0;

	if (is_digit(*c)) {
		for (; is_digit(*c); c++, digits++)
			value = digits < 8 ? value * 10 + (*c - '0') : value;
		if (digits > 4 && !(digits == 8 && place == 0))
			return false;
		c += ordinal(c);
	} else {
		size_t length = letters(c);
		char *word = xstrndup(c, length < 40 ? length : 40), *folded = text_fold(word);

		value = find_word(month_words, 12, folded);
		free(word);
		free(folded);
		if (!value)
			return false;
		c += length;
		/* An abbreviation ends with a point. */
		c += *c == '.' && (!is_digit(c[1]) || place == 1);
	}
	written->values[place] = value;
	written->digits[place] = digits;
	written->count++;
	*text = c;
	return true;
}

/* What parts two elements; ' ' also where nothing does, as in "31dec2026". */
static char take_sign(const char **text)
{
	static const char *const dashes[] = { "\xe2\x80\x90", "\xe2\x80\x91", "\xe2\x80\x92", "\xe2\x80\x93" };
	const char *c = *text + text_blanks(*text);
	char sign = ' ';
	size_t i;

	if (*c && strchr("/-.,", *c))
		sign = *c++;
	for (i = 0; i < sizeof dashes / sizeof dashes[0] && sign == ' '; i++)
		if (strncmp(c, dashes[i], strlen(dashes[i])) == 0) {
			sign = '-';
			c += strlen(dashes[i]);
		}
	c += text_blanks(c);
	/* "31st of December" */
	if (sign == ' ' && (strncasecmp(c, "of ", 3) == 0 || strncasecmp(c, "de ", 3) == 0))
		c += 3 + text_blanks(c + 3);
	*text = c;
	return sign;
}

/* "le 31/12/2026", "the 31st of December 2026" */
static const char *after_article(const char *text)
{
	static const char *const articles[] = { "le ", "the ", "on " };
	size_t i;

	for (i = 0; i < sizeof articles / sizeof articles[0]; i++)
		if (strncasecmp(text, articles[i], strlen(articles[i])) == 0)
			return text + strlen(articles[i]) + text_blanks(text + strlen(articles[i]));
	return text;
}

static void take_weekday(const char **text, struct written *written)
{
	size_t length = letters(*text);
	char *word = xstrndup(*text, length < 40 ? length : 40), *folded = text_fold(word);
	int weekday = length ? find_word(weekday_words, 7, folded) : 0;
	const char *after = *text + length;

	after += *after == '.';
	after += *after == ',';
	after += text_blanks(after);
	/* "mar" is a month too, where a number follows that is followed by no month. */
	if (weekday && (strcmp(folded, "mar") != 0 || letters(after + strspn(after, "0123456789er "))))
		*text = after;
	else
		weekday = 0;
	written->weekday = weekday;
	free(word);
	free(folded);
}

static bool scan(const char **text, struct written *written)
{
	const char *c = *text + text_blanks(*text), *before;
	char sign;

	memset(written, 0, sizeof *written);
	if (!is_digit(*c)) {
		c = after_article(c);
		if (!is_digit(*c))
			take_weekday(&c, written);
		c = after_article(c);
	}
	if (!take_element(&c, written))
		return false;
	while (written->count < 3 && written->digits[0] < 8) {
		before = c;
		sign = take_sign(&c);
		if ((!is_digit(*c) && !letters(c)) || (sign == ' ' && c[strspn(c, "0123456789")] == ':')) {
			/* What follows is no part of it, or a time. */
			c = before;
			break;
		}
		written->signs[written->count - 1] = sign;
		if (!take_element(&c, written)) {
			c = before;
			break;
		}
	}
	*text = c;
	return !is_digit(*c);
}

/* ---- what it means ---- */

static int date_weekday(const struct date *date)
{
	/* The first day of 1970 was a Thursday. */
	return ((date_days(date) + 3) % 7 + 7) % 7 + 1;
}

/* A year of two digits is the one that lies from fifty years back to forty-nine ahead. */
static int whole_year(int year, int digits, const struct date *today)
{
	int from = today->year - 50;

	if (digits != 2)
		return year;
	year += from - from % 100;
	return year < from ? year + 100 : year;
}

static bool make(struct date *date, int year, int month, int day)
{
	if (!date_exists(year, month, day))
		return false;
	*date = (struct date){ year, month, day };
	return true;
}

static enum read_as settle_either(const struct reading_form *form, bool day_is, bool month_is,
	const struct date both[2], struct date_reading *read)
{
	bool first = form->order == ORDER_DAY_FIRST || (form->order == ORDER_LOCALE && date_day_first());
	bool same = day_is && month_is && memcmp(&both[0], &both[1], sizeof both[0]) == 0;

	/* Who decided for an order has no cell of the other. */
	if ((form->order == ORDER_DAY_FIRST && !day_is) || (form->order == ORDER_MONTH_FIRST && !month_is))
		return READING_NONE;
	if (!day_is && !month_is)
		return READING_NONE;
	read->date = day_is && (first || !month_is) ? both[0] : both[1];
	read->other = day_is && month_is && first ? both[1] : both[0];
	if (same || !day_is || !month_is || form->order != ORDER_LOCALE)
		return READING_SURE;
	return form->certain ? READING_EITHER : READING_TAKEN;
}

/* Three numbers, the year at the end. */
static enum read_as read_numbers(const struct written *written, const struct reading_form *form,
	const struct date *today, struct date_reading *read)
{
	const int *n = written->values, *digits = written->digits;
	int year = whole_year(n[2], digits[2], today);
	struct date both[2];
	bool day_is = make(&both[0], year, n[1], n[0]), month_is = make(&both[1], year, n[0], n[1]);
	enum read_as answer;

	read->short_year = digits[2] == 2;
	answer = settle_either(form, day_is, month_is, both, read);
	/* Some begin with two digits of the year. */
	read->has_year_first =
		digits[0] == 2 && digits[2] == 2 && make(&read->year_first, whole_year(n[0], 2, today), n[1], n[2]);
	if (!read->has_year_first || memcmp(&read->year_first, &read->date, sizeof read->date) == 0)
		return answer;
	if ((answer == READING_SURE && form->certain && !form->table) ||
		(answer != READING_NONE && form->year_may_be_first)) {
		read->other = read->year_first;
		return READING_EITHER;
	}
	return answer;
}

static enum read_as sure(bool is, struct date_reading *read)
{
	read->other = read->date;
	return is ? READING_SURE : READING_NONE;
}

static enum read_as interpret(const struct written *written, const struct reading_form *form, const struct date *today,
	struct date_reading *read)
{
	const int *n = written->values, *digits = written->digits;
	bool alone = !form->table && !form->certain;
	struct date both[2];

	if (written->count == 1)
		return digits[0] != 8 || n[0] < 19000101 || n[0] > 20991231
			       ? READING_NONE
			       : sure(make(&read->date, n[0] / 10000, n[0] / 100 % 100, n[0] % 100), read);
	/* A day without a year is of this one, where its writer sees it. */
	if (written->count == 2 && alone && digits[0] && digits[0] <= 2 && !digits[1])
		return sure(make(&read->date, today->year, n[1], n[0]), read);
	if (written->count == 2 && alone && digits[0] && digits[0] <= 2 && digits[1] <= 2 && digits[1] &&
		strchr("/.", written->signs[0]))
		return settle_either(form, make(&both[0], today->year, n[1], n[0]),
			make(&both[1], today->year, n[0], n[1]), both, read);
	if (written->count != 3 || (digits[2] != 4 && digits[2] != 2 && digits[0] != 4))
		return READING_NONE;
	/* "December 31, 2026" */
	if (!digits[0] && digits[1] && digits[1] <= 2 && digits[2] >= 2) {
		read->short_year = digits[2] == 2;
		return sure(make(&read->date, whole_year(n[2], digits[2], today), n[0], n[1]), read);
	}
	/* "31-Dec-26", "2026 Dec 31" */
	if (digits[0] && !digits[1]) {
		if (digits[0] == 4)
			return sure(digits[2] <= 2 && make(&read->date, n[0], n[1], n[2]), read);
		read->short_year = digits[2] == 2;
		return sure(digits[0] <= 2 && digits[2] >= 2 &&
				    make(&read->date, whole_year(n[2], digits[2], today), n[1], n[0]),
			read);
	}
	if (!digits[0] || !digits[1] || !digits[2] || written->signs[0] != written->signs[1] ||
		!strchr(digits[0] == 4 || digits[2] == 4 ? "/-. " : "/-.", written->signs[0]))
		return READING_NONE;
	if (digits[0] == 4)
		return sure(digits[1] <= 2 && digits[2] <= 2 && make(&read->date, n[0], n[1], n[2]), read);
	return digits[0] > 2 || digits[1] > 2 ? READING_NONE : read_numbers(written, form, today, read);
}

enum read_as date_read_start(
	const char **text, const struct reading_form *form, const struct date *today, struct date_reading *read)
{
	const char *c = *text;
	struct written written;
	enum read_as answer;

	memset(read, 0, sizeof *read);
	if (!scan(&c, &written))
		return READING_NONE;
	answer = interpret(&written, form, today, read);
	/* A weekday settles which of two days is meant, and may contradict both; where the order is known it settles nothing. */
	if (answer != READING_NONE && written.weekday && date_weekday(&read->date) != written.weekday) {
		struct date date = read->date;

		if (form->order != ORDER_LOCALE || date_weekday(&read->other) != written.weekday)
			return READING_NONE;
		read->date = read->other;
		read->other = date;
		answer = form->weekdays_differ ? READING_EITHER : READING_SURE;
	} else if (written.weekday && (answer == READING_TAKEN || answer == READING_EITHER) &&
		   date_weekday(&read->other) != written.weekday) {
		answer = form->weekdays_differ ? READING_EITHER : READING_SURE;
	}
	*text = c;
	return answer;
}

bool date_read_serial(const char *text, const struct reading_form *form, struct date *date, int *seconds)
{
	/* The days from which the two kinds of workbooks count, and those of which anybody keeps a register. */
	static const struct date first = { 1899, 12, 30 }, first_1904 = { 1904, 1, 1 }, least = { 1950, 1, 1 },
				 most = { 2099, 12, 31 };
	double number;
	int days;

	if (!form->table || !is_digit(*text) || !number_parse_real(text, &number) || number > 100000)
		return false;
	days = (int)number + date_days(form->since_1904 ? &first_1904 : &first);
	if (days < date_days(&least) || days > date_days(&most))
		return false;
	*seconds = (int)((number - (int)number) * 86400 + 0.5);
	*date = date_from_days(days + *seconds / 86400);
	*seconds %= 86400;
	return true;
}

static bool is_word(const char *folded, const char *word)
{
	char *there = text_fold_typed(word), *here = text_fold_typed(translation_in("fr", word));
	bool same = strcmp(folded, there) == 0 || strcmp(folded, here) == 0;

	free(there);
	free(here);
	return same;
}

/* "today", "tomorrow", "demain", "+30", "today-7". */
static bool read_word(const char *text, const struct date *today, struct date *date)
{
	const char *shift = strncasecmp(text, "today", 5) == 0 ? text + 5 : text;
	int64_t days = 0;
	struct date moved;

	if (is_digit(*text) || !*text)
		return false;
	if (*shift == '+' || *shift == '-') {
		if (!number_parse_integer(shift, &days) || days <= -40000 || days >= 40000)
			return false;
	} else {
		char *folded = text_fold_typed(text);
		bool now = is_word(folded, N_("today")), next = is_word(folded, N_("tomorrow"));

		free(folded);
		if (!now && !next)
			return false;
		days = next ? 1 : 0;
	}
	moved = date_from_days(date_days(today) + (int)days);
	return make(date, moved.year, moved.month, moved.day);
}

/* "2026-W53-4", "2026W534": the day of the week of ISO 8601. */
static bool read_week(const char *text, struct date *date)
{
	int year, week, day, end = 0, first;

	if (!is_digit(*text) || !strchr(text, 'W'))
		return false;
	if (sscanf(text, "%4d-W%2d-%1d%n", &year, &week, &day, &end) < 3 &&
		sscanf(text, "%4dW%2d%1d%n", &year, &week, &day, &end) < 3)
		return false;
	if (text[end] || year < 1900 || year > 2099 || week < 1 || week > 53 || day < 1 || day > 7)
		return false;
	/* The first week is that of the 4th of January. */
	first = date_days(&(struct date){ year, 1, 4 });
	*date = date_from_days(first);
	*date = date_from_days(first - date_weekday(date) + 1 + (week - 1) * 7 + day - 1);
	/* A week 53 that the year does not have is the first of the next one, as its Thursday shows. */
	return week < 53 || date_from_days(date_days(date) - day + 4).year == year;
}

const char *date_after_weekday(const char *text)
{
	struct written written;

	text = after_article(text + text_blanks(text));
	take_weekday(&text, &written);
	return written.weekday ? text : NULL;
}

int date_elements(const char *text)
{
	struct written written;

	return scan(&text, &written) && !text[text_blanks(text)] ? written.count : 0;
}

enum read_as date_read(
	const char *text, const struct reading_form *form, const struct date *today, struct date_reading *read)
{
	const char *c = text;
	enum read_as answer;
	int seconds;

	memset(read, 0, sizeof *read);
	if (date_parse(text, &read->date))
		return sure(true, read);
	if (form->file_form)
		return READING_NONE;
	if (!form->table && read_word(text, today, &read->date))
		return sure(true, read);
	if (date_read_serial(text, form, &read->date, &seconds)) {
		read->clock = seconds != 0;
		return sure(true, read);
	}
	if (read_week(text, &read->date))
		return sure(true, read);
	answer = date_read_start(&c, form, today, read);
	/* "31.12.2026." */
	c += *c == '.' ? 1 : 0;
	return c[text_blanks(c)] ? READING_NONE : answer;
}

bool date_parse_typed(const char *text, const struct date *today, struct date *date)
{
	static const struct reading_form typed = { 0 };
	struct date_reading read;

	if (date_read(text, &typed, today, &read) == READING_NONE)
		return false;
	*date = read.date;
	return true;
}
