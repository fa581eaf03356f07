/* What French asks for on paper: blanks that no line breaks at, amounts, days in sentences. */
#include <criterion/criterion.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/lib.h"

/* In what is expected "_" is a narrow blank and "~" a wide one, neither of which breaks. */
static char *written(const char *text)
{
	struct buffer out = { 0 };

	for (; *text; text++)
		if (*text == '_')
			buffer_add(&out, "\xe2\x80\xaf");
		else if (*text == '~')
			buffer_add(&out, "\xc2\xa0");
		else
			buffer_add_char(&out, *text);
	return buffer_take(&out);
}

static void french(const char *text, const char *expected)
{
	char *typeset = text_typeset(text, "fr"), *again = text_typeset(typeset, "fr"), *wanted = written(expected);

	cr_expect_str_eq(typeset, wanted, "%s gives %s", text, typeset);
	cr_expect_str_eq(again, typeset, "%s: twice is not as once", text);
	free(typeset);
	free(again);
	free(wanted);
}

static void start(void)
{
	cr_assert(setlocale(LC_CTYPE, "C.UTF-8"));
}

TestSuite(typography, .init = start);

Test(typography, before_and_after_signs)
{
	french("Est-ce prêt ? Oui ; et tôt !", "Est-ce prêt_? Oui_; et tôt_!");
	french("Non ?!", "Non_?!");
	french("Raison : la loi", "Raison~: la loi");
	french("Deux lignes :\nla seconde", "Deux lignes~:\nla seconde");
	french("le classeur « Risques » de la RSSI", "le classeur «_Risques_» de la RSSI");
	french("« Qui ? », dit-elle", "«_Qui_?_», dit-elle");
	french("Pourquoi faire ?", "Pourquoi faire_?");
}

Test(typography, numbers_and_units)
{
	french("14 500 EUR", "14~500~EUR");
	french("1 234 567 €", "1~234~567~€");
	french("75 et 90 %, soit 12 000 euros", "75 et 90~%, soit 12~000 euros");
	french("en 2026 120 postes", "en 2026 120 postes");
	french("la mesure A.5 120 fois", "la mesure A.5 120 fois");
	french("12 1000", "12 1000");
	french("AC-1 200 fois", "AC-1 200 fois");
}

Test(typography, what_is_no_sentence_stays)
{
	french("2022:A.5.1, 14:30, https://example.org/?a=1;b", "2022:A.5.1, 14:30, https://example.org/?a=1;b");
	french("risk acceptances !(valid)", "risk acceptances !(valid)");
	french("x :=1 et y ;z", "x :=1 et y ;z");
	french("taper `a ; b` puis fin ; voilà", "taper `a ; b` puis fin_; voilà");
	french("sans blanc; rien", "sans blanc; rien");
	french("deux  : blancs", "deux  : blancs");
	french("", "");
	french(" ", " ");
	french("fin ", "fin ");
}

Test(typography, other_languages_have_none)
{
	char *text = text_typeset("Ready ? 14 500 EUR", "en");

	cr_expect_str_eq(text, "Ready ? 14 500 EUR");
	free(text);
	text = text_typeset("Pr\xc3\xaat ?", NULL);
	cr_expect_str_eq(text, "Pr\xc3\xaat ?");
	free(text);
}

static void folds(const char *text, int columns, const char *expected)
{
	struct strings lines = { 0 };
	char *typeset = text_typeset(text, "fr"), *joined, *wanted = written(expected);

	text_wrap(typeset, columns, &lines);
	joined = strings_join(&lines, "|");
	cr_expect_str_eq(joined, wanted, "%s at %d gives %s", text, columns, joined);
	strings_free(&lines);
	free(joined);
	free(typeset);
	free(wanted);
}

Test(typography, no_line_begins_with_a_sign)
{
	cr_expect_eq(text_columns("\xe2\x80\xaf\xc2\xa0"), 2);
	folds("un deux ; trois", 7, "un|deux_;|trois");
	folds("un deux ; trois", 9, "un deux_;|trois");
	folds("il coûte 14 500 EUR", 14, "il coûte|14~500~EUR");
	/* A word that has no place: its last letter goes with the sign. */
	folds("confidentialité : oui", 15, "confidentialit|é~: oui");
	folds("confidentialité : oui", 16, "confidentialit|é~: oui");
	folds("confidentialité : oui", 17, "confidentialité~:|oui");
}

static void amount(const char *value, const char *currency, const char *expected)
{
	char *text = number_format_amount(value, currency);

	cr_expect_str_eq(text, expected);
	free(text);
}

Test(typography, amounts_name_their_currency)
{
	amount("14500", "EUR", "EUR 14,500");
	amount("1234567.5", "CHF", "CHF 1,234,567.50");
	amount("-999", "EUR", "EUR -999");
	amount("100", NULL, "100");
	amount("1000", "", "1,000");
	amount("0", "EUR", "EUR 0");
}

Test(typography, days_in_sentences)
{
	struct date day = { .year = 2026, .month = 11, .day = 1 };
	char *text = date_format_long(&day);

	cr_expect_str_eq(text, "1 November 2026");
	free(text);
}

Test(typography, headings_begin_with_a_capital)
{
	char *text = text_capital("\xc3\xa9viter");

	cr_expect_str_eq(text, "\xc3\x89viter");
	free(text);
	text = text_capital("");
	cr_expect_str_eq(text, "");
	free(text);
	text = text_capital("5 \xc3\x97 5");
	cr_expect_str_eq(text, "5 \xc3\x97 5");
	free(text);
}
