/*
 * Field types.  A type is a table of operations; the dictionary points to
 * one of the types below.  No code elsewhere switches over types: what a
 * type can do differently stands here as an operation or a property.
 */
#ifndef NORIA_MODEL_FIELD_TYPE_H
#define NORIA_MODEL_FIELD_TYPE_H

#include "base/lib.h"
#include "model/register.h"

/* How a value is kept in a column of the file. */
enum storage {
	STORED_TEXT,
	STORED_INTEGER,
	STORED_REAL,
	STORED_REFERENCE, /* id of one record of field->target */
	STORED_LINKS      /* rows of the table link: ids of several records */
};

/* How a form edits a value. */
enum editor {
	EDIT_LINE,    /* one line of text */
	EDIT_TEXT,    /* several lines, also in $EDITOR */
	EDIT_DATE,    /* typed or picked from a calendar */
	EDIT_CHOICE,  /* one of a list */
	EDIT_CHOICES, /* some of a list */
	EDIT_RECORD,  /* one record, found by typing */
	EDIT_RECORDS  /* some records */
};

struct field_type {
	const char *name;
	const char *label; /* the name as people read it in help, N_(); NULL: they never do, as of references */
	enum storage storage;
	enum editor editor;
	bool align_right;
	bool natural_key; /* sortable through a text key of its own (NAME_key): text; others sort by their column */
	bool rests; /* a value rests on other records: before it is written the store sees that they are there, and that none rests on this one */
	int width;  /* columns in a list */
	int (*columns)(void); /* the same, where they hang on the locale; NULL: they do not */
	size_t length;        /* greatest number of characters */
	/*
	 * Checks text that a person or a file gave and returns its canonical form
	 * in *value (owned by the caller, free(); NULL when empty).  On refusal
	 * fills error (ERROR_INVALID, field's name, one plain sentence) and
	 * returns false.  The level type looks into context for its scale.
	 * References are checked for form here, for existence by the store.
	 */
	bool (*parse)(const struct field_def *field, const struct model_context *context, const char *text,
		char **value, struct error *error);
	/*
	 * The value as a person reads it, in the locale's language (owned by the
	 * caller).  value is canonical and not NULL.
	 */
	char *(*format)(const struct field_def *field, const struct model_context *context, const char *value);
	/* The text with which a form or a prompt opens the value, which parse reads back as the same (owned by the caller); NULL: the value itself. */
	char *(*edit)(const struct field_def *field, const struct model_context *context, const char *value);
	/* What is to be said of text that parse accepts but that may be meant otherwise: a sentence, owned by the caller; none: NULL. */
	char *(*remark)(const struct field_def *field, const struct model_context *context, const char *text);
	/* What stands beside the value in a form, as the zone of a time; value may be NULL.  NULL: nothing. */
	const char *(*beside)(const struct model_context *context, const char *value);
	/* <0, 0, >0 as a sorts before, with or after b: the order of lists.  Both canonical, not NULL. */
	int (*compare)(const char *a, const char *b);
	/* The choices of a closed list, built for this field and context; NULL: free input.  Array ends with key NULL; free with choices_free. */
	struct choice *(*choices)(const struct field_def *field, const struct model_context *context);
};

extern const struct field_type type_text;      /* one line */
extern const struct field_type type_long_text; /* several lines */
extern const struct field_type type_plan;      /* treatment and controls of a risk, as they were */
extern const struct field_type type_integer;
extern const struct field_type type_number;
extern const struct field_type type_amount;    /* of money, in the organisation's currency */
extern const struct field_type type_date;      /* 2026-11-24 */
extern const struct field_type type_date_time; /* 2026-11-24T09:30:00Z; 2026-11-24 where only the day is known */
extern const struct field_type type_period;    /* 2026, 2026-H2, 2026-Q3, 2026-07, 2026-W31, 2026-07-15 */
extern const struct field_type type_choice;
extern const struct field_type type_choices;    /* keys separated by commas, in the order of the list */
extern const struct field_type type_yes_no;     /* yes, no, or empty: not decided */
extern const struct field_type type_percentage; /* 0 to 100 */
extern const struct field_type type_person;     /* reference to person, found or added by name */
extern const struct field_type type_level;      /* number of a level of field->scale, from 1 */
extern const struct field_type type_reference;
extern const struct field_type type_references;
extern const struct field_type type_external;   /* ids of the record elsewhere: "SOURCE: ID", separated by commas */
extern const struct field_type type_expression; /* how a value is counted, see expression.h */
extern const struct field_type type_control; /* references to controls: "A.5.1" of the SoA's catalogue, or whole refs */

/* Adds the ids of a value of type_external; of one of them the part behind "SOURCE: ", or all of it. */
void external_split(struct strings *ids, const char *text);
const char *external_id(const char *external);

void choices_free(struct choice *choices);

/* The columns that a value takes in a list, as a rule: the field's own width, else the type's; 0: any number. */
int field_width(const struct field_def *field);
/* The most characters that a value has; 0: any number. */
size_t field_most(const struct field_def *field);
/* Parses text for a field, with the rules that all types share: required, UTF-8, no control characters, length.  As field_type.parse. */
bool field_parse(const struct field_def *field, const struct model_context *context, const char *text, char **value,
	struct error *error);
/* The same of what a filter compares with: bounds bind what is written into the field, not what is asked of it. */
bool field_parse_asked(const struct field_def *field, const struct model_context *context, const char *text,
	char **value, struct error *error);
/* Whether two cells, of which one has a word of another method, would be one level: who wrote both meant two. */
bool levels_meet(
	const struct field_def *field, const struct model_context *context, const char *one, const char *other);
/* Whether it is what people and programs leave in a cell about which there is nothing to say: "N/A", "-", "to be defined". */
bool field_says_nothing(const char *text);
/* Whether it is nothing that a record is called: signs alone, "N/A". */
bool field_names_nothing(const char *text);
/* The value as a person reads it; NULL gives "".  The caller frees. */
char *field_format(const struct field_def *field, const struct model_context *context, const char *value);
/* As field_type.edit, .remark and .beside; value may be NULL.  Also for types without these. */
char *field_edit(const struct field_def *field, const struct model_context *context, const char *value);
char *field_remark(const struct field_def *field, const struct model_context *context, const char *text);
const char *field_beside(const struct field_def *field, const struct model_context *context, const char *value);
/* Reads a day as context->reading says (NULL: as typed), also with a time behind it that says nothing, or of a cell is left out. */
enum read_as field_read_date(const struct model_context *context, const char *text, struct date_reading *read);
/* "h", "heures", "days": the span of time that the word names, as field_source.counted calls it: "hour"; NULL: none. */
const char *span_named(const char *word);
/* Reads a number that the field's type can hold: of two that a text may be, the one that is whole where it must be. */
enum read_as field_read_number(const struct field_def *field, const struct model_context *context, const char *text,
	struct number_reading *read);
/*
 * Reads a moment in the organisation's zone.  False: it is none, clocks are put forward over
 * it, or the zone is unknown here; error says so of label, and names the field (NULL: none).
 */
bool field_read_moment(const char *name, const char *label, const struct model_context *context, const char *text,
	enum moment_kind *kind, struct moment *moment, struct error *error);
/* True for the unit of numbers that are amounts in the organisation's currency. */
bool unit_is_currency(const char *unit);
/* True for types that refer to other records. */
bool field_is_reference(const struct field_def *field);
/* True for a reference to one person. */
bool field_is_person(const struct field_def *field);
/* True where a record without a value leaves a question open that its reader asks: who, which of the choices, what level, until when. */
bool field_is_asked(const struct field_def *field);
/* True for types whose value may name several records or keys. */
bool field_is_list(const struct field_def *field);

#endif
