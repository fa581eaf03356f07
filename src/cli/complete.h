/* What completion is made of: complete.c reads the line, complete_values.c answers for records, registers, fields and values. */
#ifndef NORIA_CLI_COMPLETE_H
#define NORIA_CLI_COMPLETE_H

#include "cli/lib.h"

struct completing {
	const struct cli_command *command;
	struct strings arguments;        /* before the word, FILE among them */
	const char *word;                /* as it is typed */
	char *before;                    /* the part of it that stands: "--where=", "owner=P-1," */
	const char *typed;               /* the rest, which is completed */
	struct store *store;             /* NULL: it cannot be read */
	struct model_context no_context; /* in place of the store's */
};

bool complete_begins(const char *text, const char *with);
/* An answer and what it is, where it begins as the word does; end: what follows it ("="). */
void complete_offer(const struct completing *c, const char *answer, const char *end, const char *about);
/* Takes the first `length` bytes of what is typed for granted. */
void complete_stand(struct completing *c, size_t length);
/* Refs of a register, a few at a time by index. */
void complete_refs(const struct completing *c, const struct register_def *def);
/* A ref of any register: first how refs of each begin, then those of one. */
void complete_any_ref(const struct completing *c);
/* The registers, after `start` ("csv:"); made: those too that only the program writes to. */
void complete_registers(const struct completing *c, const char *start, bool made);
void complete_fields(const struct completing *c, const struct register_def *def, bool settable, const char *end);
/* FIELD=VALUE of a register (NULL: nothing); in a filter the last of its terms. */
void complete_assignment(struct completing *c, const struct register_def *def, bool filter);

#endif
