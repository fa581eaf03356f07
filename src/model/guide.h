/* The way from nothing to an ISMS that stands: steps in the order of the method, each with the queries that tell whether it is done. */
#ifndef NORIA_MODEL_GUIDE_H
#define NORIA_MODEL_GUIDE_H

struct guide_step {
	const char *group;   /* N_(): the part of the method; the same text for the steps of one part */
	const char *label;   /* N_() */
	const char *help;    /* N_(): what to do here, and which clause asks for it */
	const char *of;      /* register */
	const char *done;    /* filter: at least one such record must be there; "" any */
	const char *missing; /* filter: no such record may be there; NULL: nothing to look for */
	const char *preset;  /* "FIELD=VALUE" of a new record made from here; NULL */
};

extern const struct guide_step guide_steps[]; /* ends with group NULL */

#endif
