/* MONARC's analysis while it is read.  Included by monarc*.c only. */
#ifndef NORIA_EXCHANGE_TOOLS_MONARC_H
#define NORIA_EXCHANGE_TOOLS_MONARC_H

#include "exchange/tools/tool.h"

enum { MONARC_IMPACT = 1, MONARC_THREAT = 2, MONARC_VULNERABILITY = 3 };
struct monarc {
	struct tool_input *input;
	bool french;             /* the language of the analysis, in which its words are kept */
	int min[4], max[4];      /* of its scales; max < min: it does not tell */
	size_t assets, risks;    /* met so far */
	size_t not_rated;        /* risks that nobody looked at there */
	struct tool_index known; /* "REGISTER UUID" of what has a row */
	struct tool_index rows;  /* of assets, from 1, by id */
	const struct json **recommendations;
	struct strings *treated; /* by recommendation: refs of its risks */
	size_t recommendation_count;
};

/* The text of a member, or of its number; "" where there is none. */
const char *monarc_text(const struct json *object, const char *name);
/* A number; -1 where it is not there, or is not rated. */
int monarc_number(const struct json *object, const char *name);
/* Its own level as ours where both scales have as many levels; 0: they have not, or it is not rated. */
int monarc_level(const struct monarc *monarc, int scale, const char *ours, int value);
/* False: it is there already; else it is so from now on. */
bool monarc_is_first(struct monarc *monarc, const char *name, const char *id);

/* Instances with all below them: monarc_assets.c. */
void monarc_read_instances(struct monarc *monarc, const struct json *instances);
/* The risks of one of them, and what is recommended: monarc_risks.c. */
void monarc_read_risks(struct monarc *monarc, const struct json *instance, const char *asset);
void monarc_read_recommendations(struct monarc *monarc);

#endif
