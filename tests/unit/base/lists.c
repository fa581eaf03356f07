/* Columns of lists side by side, and names of people in narrow ones. */
#include <criterion/criterion.h>
#include <locale.h>
#include <stdlib.h>

#include "base/lib.h"

static void start(void)
{
	cr_assert(setlocale(LC_CTYPE, "C.UTF-8"));
}

TestSuite(lists, .init = start);

static void is(char *owned, const char *expected)
{
	cr_expect_str_eq(owned, expected);
	free(owned);
}

Test(lists, the_least_important_column_leaves_whole)
{
	/* least, good, most, rank */
	struct column_wish wishes[] = { { 5, 5, 5, 1, 0 }, { 30, 40, 60, 0, 0 }, { 12, 14, 14, 2, 0 },
		{ 10, 10, 10, 4, 0 }, { 9, 9, 9, 3, 0 } };

	/* All have what they asked for. */
	cr_expect_eq(columns_fit(wishes, 5, 106, 2), 0);
	cr_expect_eq(wishes[1].width, 60);
	cr_expect_eq(wishes[2].width, 14);
	/* One column less is one less of the title, which is served before names. */
	cr_expect_eq(columns_fit(wishes, 5, 80, 2), 0);
	cr_expect_eq(wishes[1].width, 36);
	cr_expect_eq(wishes[2].width, 12);
	cr_expect_eq(columns_fit(wishes, 5, 73, 2), 1);
	cr_expect_eq(wishes[3].width, 0);
	cr_expect_eq(wishes[4].width, 9);
	cr_expect_eq(wishes[1].width, 40);
}

Test(lists, a_narrower_column_takes_the_place_of_a_wider_one)
{
	struct column_wish wishes[] = { { 20, 20, 20, 0, 0 }, { 20, 20, 20, 1, 0 }, { 5, 5, 5, 2, 0 } };

	cr_expect_eq(columns_fit(wishes, 3, 30, 2), 1);
	cr_expect_eq(wishes[1].width, 0);
	cr_expect_eq(wishes[2].width, 5);
}

Test(lists, the_first_column_never_leaves)
{
	struct column_wish wishes[] = { { 5, 5, 5, 1, 0 }, { 30, 30, 30, 0, 0 } };

	cr_expect_eq(columns_fit(wishes, 2, 12, 2), 1);
	cr_expect_eq(wishes[0].width, 0);
	cr_expect_eq(wishes[1].width, 12);
}

Test(lists, equals_stay_in_their_order)
{
	struct column_wish wishes[] = { { 10, 10, 10, 3, 0 }, { 10, 10, 10, 3, 0 }, { 10, 10, 10, 0, 0 } };

	cr_expect_eq(columns_fit(wishes, 3, 22, 2), 1);
	cr_expect_eq(wishes[0].width, 10);
	cr_expect_eq(wishes[1].width, 0);
}

Test(lists, names_keep_the_family_name)
{
	is(name_short("Karim Benali"), "K. Benali");
	is(name_short("Jean Paul Martin"), "J. P. Martin");
	is(name_short("Anne-Marie Roy"), "A.-M. Roy");
	is(name_short("Émilie Faure"), "É. Faure");
	is(name_short("E\xcc\x81milie Faure"), "E\xcc\x81. Faure");
	is(name_short("Jean de la Fontaine"), "J. de la Fontaine");
	is(name_short("Ludwig van Beethoven"), "L. van Beethoven");
	is(name_short("Karim  Ben Ali"), "K. Ben Ali");
}

Test(lists, titles_of_people_are_left_out)
{
	is(name_short("Dr Inès Haddad"), "I. Haddad");
	is(name_short("Dr. Yves Perrin"), "Y. Perrin");
	is(name_short("Pr Dr Yves Perrin"), "Y. Perrin");
	is(name_short("Mme Claire Valmont"), "C. Valmont");
	/* Without a first name the title is what there is. */
	is(name_short("Dr House"), "Dr House");
}

Test(lists, family_names_in_capitals_are_known)
{
	is(name_short("BENALI Karim"), "K. BENALI");
	is(name_short("DE LA TOUR Anne-Marie"), "A.-M. DE LA TOUR");
	is(name_short("Karim BENALI"), "K. BENALI");
}

Test(lists, what_is_no_name_of_two_parts_stays)
{
	is(name_short("Benali"), "Benali");
	is(name_short(""), "");
	is(name_short("Benali, Karim"), "Benali, Karim");
	is(name_short("P-9 (deleted)"), "P-9 (deleted)");
	is(name_short("Security team"), "Security team");
	is(name_short("山田太郎"), "山田太郎");
	is(name_short("Roy & Sons"), "Roy & Sons");
}

Test(lists, names_that_would_become_equal_stay_long)
{
	struct short_names names = { 0 };

	short_names_add(&names, "Karim Benali");
	short_names_add(&names, "Jeanne Roy");
	short_names_add(&names, "Kamel Benali");
	short_names_add(&names, "Dr Inès Haddad");
	short_names_settle(&names);
	cr_expect_str_eq(short_names_find(&names, "Karim Benali"), "Karim Benali");
	cr_expect_str_eq(short_names_find(&names, "Kamel Benali"), "Kamel Benali");
	cr_expect_str_eq(short_names_find(&names, "Jeanne Roy"), "J. Roy");
	cr_expect_str_eq(short_names_find(&names, "Dr Inès Haddad"), "I. Haddad");
	/* Who is none of them might be like one of them. */
	cr_expect_str_eq(short_names_find(&names, "Jean Roy"), "Jean Roy");
	short_names_free(&names);
	cr_expect_str_eq(short_names_find(&names, "Jeanne Roy"), "Jeanne Roy");
}
