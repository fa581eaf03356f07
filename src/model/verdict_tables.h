/*
 * The verdict's conditions as tables, one for each part of the standard.  Each is a row: a filter over one
 * register, the sentence that holds when it is met, and what mends it.  What satisfies a condition stands in
 * its filters; what it is for, in its help.
 *
 * Beside the clauses there are conditions of the sentences A ("is it time to begin?") and C ("is it ready to be
 * certified?"): their `clause` is then one of the names below, which are not in verdict_clauses.
 */
#ifndef NORIA_MODEL_VERDICT_TABLES_H
#define NORIA_MODEL_VERDICT_TABLES_H

#include "model/verdict.h"

/* Reasons to begin: one of them suffices.  The decision to begin.  The study and its decision, the officer and the means. */
#define VERDICT_REASONS "A.reasons"
#define VERDICT_DECISION "A.decision"
#define VERDICT_STUDY "A.study"
/* What the stages of certification ask beyond the clauses. */
#define VERDICT_STAGE1 "C1"
#define VERDICT_STAGE2 "C2"

/* Each ends with name NULL; verdict.c joins them. */
extern const struct verdict_condition verdict_of_begin[], verdict_of_context[], verdict_of_leadership[],
	verdict_of_planning[], verdict_of_treatment[], verdict_of_changes[], verdict_of_support[],
	verdict_of_documented[], verdict_of_information[], verdict_of_operation[], verdict_of_evaluation[],
	verdict_of_review[], verdict_of_improvement[], verdict_of_certification[];

/* A decision of that kind ("": of any) that counts as soon as it is known that who signed it is of general management, of whom no such role is recorded: a way to it. */
#define UNKNOWN_SIGNATORY(kind)                                                                                        \
	{                                                                                                              \
		.of = "decision",                                                                                      \
		.filter = kind "status=decided date<=today signatory!= management!=yes "                               \
			       "signatory.roles!(management=yes)",                                                     \
		.adds = "role", .link = "holders", .whom = "signatory", .asks = "management=yes deputies assigned",    \
		.lacks = N_("Record that %s holds a role of general management, and since when")                       \
	}

#endif
