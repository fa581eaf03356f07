/* The sentences of the verdict: what each of them says of which counts. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "report/verdict.h"

static void says(char *sentence, const char *expected)
{
	cr_assert_not_null(sentence);
	cr_expect(strstr(sentence, expected), "\"%s\" without \"%s\"", sentence, expected);
	free(sentence);
}

Test(verdict_sentences, nothing_recorded_is_not_assessed_and_no_share)
{
	struct verdict verdict = { .judged = true, .clause_count = 33, .results = { [VERDICT_NOT_ASSESSED] = 33 } };

	says(verdict_sentence_implemented(&verdict), "Not assessed");
	says(verdict_sentence_begin(&verdict), "Nobody asked yet");
	cr_expect_not(verdict_yes(&verdict));
	cr_expect_null(verdict_sentence_certification(&verdict));
}

Test(verdict_sentences, an_overrule_is_counted_apart_and_is_no_yes)
{
	struct verdict verdict = { .judged = true, .clause_count = 33, .results = { [VERDICT_MET] = 33 } };

	cr_expect(verdict_yes(&verdict));
	says(verdict_sentence_implemented(&verdict), "Yes: 33 of 33");
	verdict.overruled = 2;
	cr_expect_not(verdict_yes(&verdict));
	says(verdict_sentence_implemented(&verdict), "Not yet: 33 of 33 clauses are met, but 2 by overrule only");
	verdict.results[VERDICT_MET] = 21;
	verdict.results[VERDICT_PARTLY] = 12;
	verdict.overruled = 0;
	says(verdict_sentence_implemented(&verdict), "Not yet: 21 of 33 clauses are met.");
}

Test(verdict_sentences, one_that_is_not_counted_to_the_end_is_no_yes)
{
	struct verdict verdict = { .clause_count = 1, .results = { [VERDICT_MET] = 1 } };

	cr_expect_not(verdict_yes(&verdict));
	verdict.judged = true;
	cr_expect(verdict_yes(&verdict));
	verdict.clause_count = verdict.results[VERDICT_MET] = 0;
	cr_expect_not(verdict_yes(&verdict), "no clause at all is no yes");
}

Test(verdict_sentences, certification_tells_which_stage_lacks)
{
	struct verdict verdict = { .judged = true, .certificate = true };

	says(verdict_sentence_certification(&verdict), "Yes, for stage 1 and stage 2");
	strings_add(&verdict.stage2, "10.2: not met");
	says(verdict_sentence_certification(&verdict), "For stage 1, yes; for stage 2 1 point");
	strings_add(&verdict.stage1, "4.1: not met");
	says(verdict_sentence_certification(&verdict), "Not for stage 1 yet: 1 point is missing, and 1");
	strings_free(&verdict.stage1);
	strings_free(&verdict.stage2);
}

Test(verdict_sentences, numbers_as_people_write_them)
{
	says(verdict_number("6.1.3.d"), "6.1.3 d");
	says(verdict_number("6.1.3.a-c"), "6.1.3 a-c");
	says(verdict_number("10.2"), "10.2");
	cr_expect_str_eq(verdict_ref_name("soa:2022:A.5.1"), "A.5.1");
	cr_expect_str_eq(verdict_ref_name("2022:4.1"), "2022:4.1");
}

Test(verdict_sentences, a_step_says_how_many_others_lack_the_same_or_that_they_are_many)
{
	struct verdict_step step = { .text = "Name the owner of R-1" };

	says(verdict_step_text(&step), "R-1");
	step.others = 2;
	says(verdict_step_text(&step), "R-1 (2 more)");
	step.others = VERDICT_OTHERS;
	says(verdict_step_text(&step), "R-1 (more than 999 more)");
}

Test(verdict_sentences, a_clause_that_a_human_puts_lower_says_so)
{
	struct verdict_of_clause of = { .title = "Context", .computed = VERDICT_MET, .result = VERDICT_MET };

	says(verdict_title(&of), "Context");
	of.said = of.result = VERDICT_PARTLY;
	says(verdict_title(&of), "said partly met: Context");
	of.computed = VERDICT_PARTLY;
	says(verdict_title(&of), "Context");
	of.said = VERDICT_MET;
	says(verdict_title(&of), "Context");
}

Test(verdict_sentences, none_asked_is_a_dash)
{
	struct verdict_line lines[] = { { .outcome = OUTCOME_NOT_ASKED }, { .outcome = OUTCOME_MET },
		{ .outcome = OUTCOME_FAILS } };
	struct verdict verdict = { .lines = lines, .line_count = 3 };
	struct verdict_of_clause one = { .first = 0, .count = 1, .computed = VERDICT_MET },
				 all = { .first = 0, .count = 3, .computed = VERDICT_PARTLY },
				 nothing = { .first = 0, .count = 3, .computed = VERDICT_NOT_ASSESSED };
	char *share = verdict_share(&verdict, &one);

	cr_expect_str_eq(share, "-");
	free(share);
	share = verdict_share(&verdict, &all);
	cr_expect_str_eq(share, "1/2");
	free(share);
	/* Nothing is recorded: what holds of nothing is no part of the way. */
	share = verdict_share(&verdict, &nothing);
	cr_expect_str_eq(share, "-");
	free(share);
}
