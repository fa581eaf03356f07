/* Which form a number takes: the expressions of real languages, and what is none. */
#include <criterion/criterion.h>

#include "base/plural.h"

/* The forms of the numbers 0, 1, 2, ... as digits. */
static void forms(const char *expression, const char *expected)
{
	unsigned long number, form = 9;

	for (number = 0; expected[number]; number++) {
		cr_assert(plural_form(expression, number, &form), "%s of %lu", expression, number);
		cr_expect_eq(
			form, (unsigned long)(expected[number] - '0'), "%s of %lu is %lu", expression, number, form);
	}
}

Test(plural, forms_of_languages)
{
	forms("0;", "0000");
	forms("n != 1;\n", "1011111");
	forms("(n > 1);", "0011111");
	forms(" n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2;",
		"20111222222222222222201112");
	forms("(n==1) ? 0 : (n>=2 && n<=4) ? 1 : 2", "2011122");
	forms("n==1 ? 0 : n==2 ? 1 : (n>2 && n<7) ? 2 :(n>6 && n<11) ? 3 : 4", "4012222333344");
	forms("!(n - 1)", "01000");
	forms("10 - 2 - 3 - n", "543210");
	forms("1 + n * 2 / 2 == n + 1", "11111");
}

Test(plural, what_is_no_expression)
{
	static const char *const wrong[] = { "", ";", "n >", "n ? 1", "(n", "n)", "x", "n n", "1 / (n - n)", "n % 0",
		"-n", "n = 1" };
	unsigned long form = 7;
	char deep[5000];
	size_t i;

	for (i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
		cr_expect_not(plural_form(wrong[i], 1, &form), "%s", wrong[i]);
	for (i = 0; i < sizeof deep - 1; i++)
		deep[i] = "(!"[i % 2];
	deep[i] = '\0';
	cr_expect_not(plural_form(deep, 1, &form));
	cr_expect_eq(form, 7, "nothing is answered then");
}
