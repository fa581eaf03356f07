/*
 * What the model must know to judge a record: the risk method with its
 * scales, the organisation's SoA catalogue, time zone and language; and the
 * rules of the registers.  Pure: no SQL, no screen.
 */
#ifndef NORIA_MODEL_RULES_H
#define NORIA_MODEL_RULES_H

#include "base/lib.h"
#include "model/record.h"

#define SCALE_MAX 10
enum scale_kind { SCALE_LIKELIHOOD, SCALE_IMPACT, SCALE_RISK, SCALE_MATURITY };
#define SCALE_COUNT 4
/* The scales' words in the file: "likelihood", ... */
extern const char *const scale_names[SCALE_COUNT];
/* The field of a method that says how many levels the scale has; NULL: the levels themselves say it. */
const char *scale_count_field(enum scale_kind scale);
/* The ratings of a risk, as their fields begin: "inherent", "current", "residual". */
enum { RATING_INHERENT, RATING_CURRENT, RATING_RESIDUAL, RATINGS };
extern const char *const rating_states[RATINGS];

/* rating.c: true where `whole` is the greatest of several, and `part` one of these (inherent_impact, inherent_impact_c). */
bool rating_is_part(const struct field_def *whole, const struct field_def *part);
/* True as long as one of its parts is set: then nobody sets the whole. */
bool rating_follows(const struct record *record, const struct field_def *whole);
/* The whole followed from its parts; these went, and it is rated as it was: by a person now. */
bool rating_said_again(const struct record *before, const struct record *record, const struct field_def *whole);
/* A part was emptied: a whole that has none any more is not rated. */
void rating_forget(struct record *record, const struct field_def *part);
/* The state that the field rates, an index of rating_states; -1: none. */
int rating_state(const struct register_def *def, const struct field_def *field);
/* Rates a state (from 1 on) as the one before it; the record is to be derived then.  False: that one is not rated, and nothing changed. */
bool rating_copy(struct record *record, int state);

struct scale {
	int count;               /* 0: the scale is unknown */
	char *names[SCALE_MAX];  /* of levels 1..count, in the language; owned */
	char *others[SCALE_MAX]; /* the same in the other language, NULL where it has none; read, never shown */
	char *definitions[SCALE_MAX];
};

/* The risk method of a file, as the store reads it. */
struct method {
	char *ref;
	char *title;
	struct scale scales[SCALE_COUNT];
	unsigned char grid[SCALE_MAX][SCALE_MAX]; /* [likelihood - 1][impact - 1] */
	int threshold;                            /* highest level that may be kept */
	bool rescaled;                            /* a scale in use got or lost a level some time */
};

struct model_context {
	struct method method;
	struct reading_form reading; /* how the texts given for fields are to be read */
	char *language;              /* "en", "fr" */
	char *time_zone;
	int horizon;      /* months for which what recurs counts */
	int proven;       /* months of operation before certification; 0: not said */
	char *tolerances; /* what the organisation asks of itself beyond the verdict's own (verdict.h); NULL: nothing */
	/* What `period` and `periodend` stand for, ISO: its first day and the one after its last.  "": the present month. */
	struct {
		char first[11], after[11];
	} period;
	char *organisation_uuid;
	char *organisation_name;
	char *currency; /* of amounts, "EUR"; NULL: not said */
	const char *
		unit; /* what the number that is read is measured in (field_source.unit), "%"; NULL: not said; not owned */
	char *catalogue_ref;    /* of the SoA, "iso27001-2022"; NULL: none */
	char *catalogue_prefix; /* "2022" */
};

void model_context_free(struct model_context *context);
/* The scale of that name ("impact"); NULL when unknown. */
const struct scale *context_scale(const struct model_context *context, const char *name);
/* The level that the grid gives; 0 when either is 0 (unrated) or out of range. */
int method_level(const struct method *method, int likelihood, int impact);
/* Reads the text of a grid.  False: not likelihoods lines of impacts numbers from 1 to levels; error filled. */
bool method_parse_grid(const char *text, int likelihoods, int impacts, int levels,
	unsigned char grid[SCALE_MAX][SCALE_MAX], struct error *error);
/* The letter that stands beside the colour of a level ("L", "M", "H", "C"..., in the language), a digit on scales of more than six.  Static, until the next call. */
const char *method_level_mark(int level, int count);
const char *method_level_mark_in(const char *language, int level, int count);
/* "H High": a level of the risk scale as people read it, wherever it stands; caller frees.  Unknown levels give their number. */
char *method_level_text(const struct model_context *context, int level);
/* "High": the same in a sentence, where a letter would be read as a word. */
char *method_level_name(const struct model_context *context, int level);
/* The level of risk that is the value, where the text is its name; 0: it is not, as one of an earlier scale. */
int method_level_named(const struct model_context *context, const char *value, const char *text);

/* register_def.derive, .ref_of, .check, .settle, .keep and .warn of the registers (registers/ *.c point here). */
void risk_derive(struct record *record, const struct model_context *context);
bool risk_settle(
	const struct record *before, struct record *record, const struct model_context *context, struct error *error);
const char *action_check(const struct record *record, const struct model_context *context, const char **field);
const char *cycle_check(const struct record *record, const struct model_context *context, const char **field);
const char *organisation_check(const struct record *record, const struct model_context *context, const char **field);
const char *person_check(const struct record *record, const struct model_context *context, const char **field);
const char *catalogue_keep(const struct record *record, const struct model_context *context);
const char *method_keep(const struct record *record, const struct model_context *context);
const char *level_keep(const struct record *record, const struct model_context *context);
const char *applicability_keep(const struct record *record, const struct model_context *context);
/* Excluded without a text. */
const char *applicability_warn(const struct record *record, const struct model_context *context);
/* A residual level that does not fit the current one or the treatment. */
const char *risk_warn(const struct record *record, const struct model_context *context);
const char *method_check(const struct record *record, const struct model_context *context, const char **field);
/* Of a check that there is, for a year at most. */
const char *waiver_check(const struct record *record, const struct model_context *context, const char **field);
/* Days that contradict each other. */
const char *programme_check(const struct record *record, const struct model_context *context, const char **field);
const char *audit_check(const struct record *record, const struct model_context *context, const char **field);
const char *review_check(const struct record *record, const struct model_context *context, const char **field);
const char *feedback_check(const struct record *record, const struct model_context *context, const char **field);
const char *nonconformity_check(const struct record *record, const struct model_context *context, const char **field);
const char *certificate_check(const struct record *record, const struct model_context *context, const char **field);
/* Above what the records say, for a year at most. */
const char *overrule_check(const struct record *record, const struct model_context *context, const char **field);
/* It says who read and accepted. */
const char *acknowledgement_check(const struct record *record, const struct model_context *context, const char **field);
/* Its effect was looked at by its own owner. */
const char *nonconformity_warn(const struct record *record, const struct model_context *context);
/* It does not expire before it is given. */
const char *acceptance_check(const struct record *record, const struct model_context *context, const char **field);
const char *exception_check(const struct record *record, const struct model_context *context, const char **field);
const char *evidence_check(const struct record *record, const struct model_context *context, const char **field);
/* duties.c: what is measured, checked, taught, bought and changed. */
const char *indicator_check(const struct record *record, const struct model_context *context, const char **field);
const char *measurement_check(const struct record *record, const struct model_context *context, const char **field);
const char *check_check(const struct record *record, const struct model_context *context, const char **field);
const char *execution_check(const struct record *record, const struct model_context *context, const char **field);
const char *training_check(const struct record *record, const struct model_context *context, const char **field);
const char *attendance_check(const struct record *record, const struct model_context *context, const char **field);
const char *supplier_check(const struct record *record, const struct model_context *context, const char **field);
const char *project_check(const struct record *record, const struct model_context *context, const char **field);
const char *change_check(const struct record *record, const struct model_context *context, const char **field);
const char *incident_check(const struct record *record, const struct model_context *context, const char **field);
/* What was measured, or what a check gave, is corrected by another record, never removed. */
const char *measurement_keep(const struct record *record, const struct model_context *context);
const char *execution_keep(const struct record *record, const struct model_context *context);
/* The day by which a failed or missed check must have its answer. */
void execution_derive(struct record *record, const struct model_context *context);
/* How many levels lack. */
void competence_derive(struct record *record, const struct model_context *context);
/* The day by which advice must be given. */
void project_derive(struct record *record, const struct model_context *context);
/* The day of the deadline, in the organisation's zone, as long as nobody was told. */
void action_derive(struct record *record, const struct model_context *context);
const char *action_warn(const struct record *record, const struct model_context *context);
void incident_derive(struct record *record, const struct model_context *context);
/* When the shortest time ends within which its obligations ask to tell somebody, in hours that pass, not in days of the clock. */
/* Personal data, and no obligation is named: whoever tells nobody has 72 hours all the same (GDPR, article 33). */
bool incident_assumes(const struct record *record);
const char *incident_warn(const struct record *record, const struct model_context *context);
void incident_fill(struct record *record, const struct record *const *obligations, size_t count,
	const struct model_context *context);
/* Heading, clause or item, from the number of the clause. */
void requirement_derive(struct record *record, const struct model_context *context);
bool method_ref(const struct record *record, char *buffer, size_t size);
bool catalogue_ref(const struct record *record, char *buffer, size_t size);
bool theme_ref(const struct record *record, char *buffer, size_t size);
bool control_ref(const struct record *record, char *buffer, size_t size);
bool requirement_ref(const struct record *record, char *buffer, size_t size);
bool applicability_ref(const struct record *record, char *buffer, size_t size);

/* Warnings that do not refuse (register_def.warn): a translated sentence or NULL. */
const char *record_warning(const struct record *record, const struct model_context *context);

/*
 * Checks a whole record before it is written: every value by its type, what it
 * must say (demands.h), the register's own check; fills derived fields.  False: error names the field.
 */
/* Whether the first moment, or day, comes before the other; of days by days, as the zone has them.  In the file's form. */
bool moment_comes_before(const char *moment, const char *other, const struct model_context *context);
/*
 * Of a validated record, what was changed (before NULL: all of it): what is said to have happened has (FIELD_HAPPENED), and
 * in its order (register_def.sequence).  False: error names the field.  What stands from before is not judged again.
 */
bool record_happened(const struct record *before, const struct record *record, const struct model_context *context,
	struct error *error);
bool record_validate(struct record *record, const struct model_context *context, struct error *error);

/* Terms of a filter, one of which holds for an audit by somebody from outside: a body, or a stage of a certification. */
#define AUDIT_OF_CERTIFICATION "kind=stage1 or kind=stage2 or kind=surveillance or kind=recertification"
#define AUDIT_FROM_OUTSIDE "body!= or " AUDIT_OF_CERTIFICATION

#endif
