/*
 * Edition change: the answers of an SoA carried from one edition of the
 * controls to a later one.  A plan says of each old line what becomes of its
 * answer and of each new control what answers it; decisions are taken in the plan;
 * carrying it out is one step of undo.
 */
#ifndef NORIA_APP_EDITION_H
#define NORIA_APP_EDITION_H

#include "app/lib.h"

/* What the correspondences say of an old line. */
enum edition_fate {
	EDITION_CARRIED, /* one to one, sure */
	EDITION_MERGED,  /* with others into one */
	EDITION_SPLIT,   /* into several */
	EDITION_LIKELY,  /* probably so: for decision */
	EDITION_NONE     /* without successor: for decision */
};
/* What is to become of it. */
enum edition_decision {
	EDITION_OPEN,  /* not decided yet */
	EDITION_CARRY, /* answers the controls of `targets` */
	EDITION_OWN,   /* becomes a control of one's own, with its answer */
	EDITION_CLOSE  /* ends, with a reason */
};

struct edition_line {
	struct record *answer; /* the old line of the SoA */
	char *control;         /* ref of its control */
	char *number, *title;
	enum edition_fate fate;
	struct strings successors; /* numbers, as the correspondences have them */
	enum edition_decision proposed, decision;
	struct strings targets; /* numbers of new controls, where it is carried */
	char *reason;           /* of an end; proposed with it */
};

struct edition_control {
	const struct catalogue_control *control;
	size_t *sources, source_count; /* the lines that answer it */
	struct strings owners;         /* of these lines, where they differ: one is to be chosen */
	char *owner;                   /* the one chosen */
};

struct edition {
	char *from, *to;             /* identifiers of the catalogues */
	char *from_title, *to_title; /* what people call them */
	char *from_prefix;           /* of refs: "2013" */
	struct catalogue_list list;  /* the new one */
	struct correspondences clauses;
	struct edition_line *lines;
	size_t count;
	struct edition_control *controls; /* list.count of them */
	size_t clauses_answered,
		clauses_anew; /* after carrying out: clauses 4 to 10 that took over an answer; of these, to be assessed again */
	size_t frozen; /* after carrying out: records that stand as they were signed, whose links stay */
};

/* The editions to which the SoA of the file can be carried, the next one first. */
bool edition_targets(struct store *store, struct strings *targets, struct error *error);
/* False: error (the catalogue is no later edition of the SoA's; a file of the program is missing).  Changes nothing.  edition_free. */
bool edition_plan(struct store *store, const char *catalogue, struct edition *plan, struct error *error);
void edition_free(struct edition *plan);
/* Takes a decision; targets are numbers with commas between (NULL: the successors).  False: what is wrong with it. */
bool edition_decide(struct edition *plan, size_t line, enum edition_decision decision, const char *targets,
	const char *reason, struct error *error);
bool edition_choose_owner(struct edition *plan, size_t control, const char *owner, struct error *error);
/* Whatever is open is decided as proposed. */
void edition_accept(struct edition *plan);
/* Decisions from a CSV: the columns number, decision (carry, own, close), targets, reason, owner of edition_sheet. */
bool edition_read_decisions(struct edition *plan, const char *path, struct error *error);
/* How many decisions are open; what they are about, in numbers with commas between, where `which` is not NULL (caller frees). */
size_t edition_open(const struct edition *plan, char **which);
/* One action, "edition".  False: nothing was changed. */
bool edition_carry_out(struct store *store, struct edition *plan, struct error *error);
/* "own:2005.6.1.1": the own control that a line becomes; caller frees. */
char *edition_own_ref(const struct edition *plan, const struct edition_line *line);

/* Words for people. */
const char *edition_fate_label(enum edition_fate fate);
const char *edition_decision_label(enum edition_decision decision);
/* "A.5.1, A.5.2", an own control's ref, or the reason of an end: where a line's answer goes; caller frees. */
char *edition_where(const struct edition *plan, const struct edition_line *line);
/* The title of a new control in the interface's language. */
const char *edition_title(const struct catalogue_control *control);
/* "yes, partial": the answer of a line in a few words; caller frees. */
char *edition_answer(struct store *store, const struct edition_line *line);
/* What carrying out came upon, for the people who decided: one sentence a line, "" for none; caller frees. */
char *edition_told(const struct edition *plan);
/* The plan as a table that edition_read_decisions reads again; TABLE_TEXT says besides which old lines answer each new control. */
void edition_write(const struct edition *plan, enum table_format format, struct buffer *out);

/* own.c: the organisation's own controls, beyond the reference */
/* Makes the catalogue `own` where a record of that register is about to name it. */
bool app_own_needed(struct store *store, struct action *action, const struct register_def *def, const char *catalogue,
	struct error *error);
/* "X.3": the number of the next own control; caller frees. */
char *app_own_number(struct store *store);

#endif
