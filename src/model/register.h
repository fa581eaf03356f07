/*
 * The register dictionary: what an ISMS file holds.
 *
 * Each register (a table of records: risks, assets, ...) is declared once, as
 * a struct register_def with its fields.  List columns, forms, validation,
 * search, CSV headers, XML elements, journal labels and the command line all
 * read this one table, so adding a register is one entry here and one
 * migration in data/schema.
 *
 * Everywhere above the store a field's value is a UTF-8 string in the file's
 * own form, or NULL when the field is empty: ISO dates, English choice keys,
 * plain decimal numbers, refs of records ("R-12") separated by commas where
 * a field takes several.  The store alone knows ids.
 */
#ifndef NORIA_MODEL_REGISTER_H
#define NORIA_MODEL_REGISTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The phase of the PDCA wheel in whose panel a register stands. */
enum phase {
	PHASE_PLAN,
	PHASE_DO,
	PHASE_CHECK,
	PHASE_ACT,
	PHASE_NONE /* listed on request only: catalogues, methods, levels */
};
#define PHASE_COUNT 4

/* One value of a choice.  key is stored, label is shown (marked for gettext). */
struct choice {
	const char *key;
	const char *label;
};

struct field_type; /* see field_type.h: a table of operations */

enum field_flag {
	FIELD_REQUIRED = 1 << 0,     /* never empty */
	FIELD_SEARCH = 1 << 1,       /* its text is in the search index */
	FIELD_SORT = 1 << 2,         /* has an index on (key, id) */
	FIELD_COLUMN = 1 << 3,       /* a column of the list unless the user chose others */
	FIELD_DERIVED = 1 << 4,      /* computed by the model, stored, never set by hand, not journaled */
	FIELD_FIXED = 1 << 5,        /* set when the record is added, not changed afterwards */
	FIELD_INVERSE = 1 << 6,      /* read from the other side of a reference; not stored here */
	FIELD_ADD_BY_NAME = 1 << 7,  /* a name that no record bears adds the record (owner=NAME) */
	FIELD_TITLE = 1 << 8,        /* the text by which people know the record */
	FIELD_CONFIDENTIAL = 1 << 9, /* left out of extracts for others and of templates */
	FIELD_MULTILINE = 1 << 10,   /* shown over several lines in a form */
	FIELD_TRANSLATED = 1 << 11,  /* NAME has a companion NAME_fr, shown where the interface is French */
	FIELD_DUE = 1 << 12,         /* a date by which something must be done (see register_def.open) */
	FIELD_HIDDEN = 1 << 13,      /* not shown in forms; a companion of a translated field is shown */
	FIELD_UNIQUE = 1 << 14,      /* no two records of the register have the same */
	FIELD_SEALED = 1 << 15, /* the journal's head, written when the record enters a frozen state; never by hand */
	/* Written by the program when the record enters a frozen state; never by hand, not shown in forms. */
	FIELD_SNAPSHOT = 1 << 16,
	/*
	 * Each record of the target has one record here, which answers for it: made and deleted with
	 * it, and its ref and uuid follow from it.  One required reference of the register.
	 */
	FIELD_ANSWERS = 1 << 17,
	FIELD_LOCAL = 1 << 18,    /* how things are in this organisation, in a record that templates bring along */
	FIELD_INTERNAL = 1 << 19, /* for conditions alone: in no form, table, report or history */
	/* As FIELD_SNAPSHOT, but a value that people read: see field_source.copied and .answers. */
	FIELD_WITNESS = 1 << 20,
	FIELD_NAMES =
		1 << 21, /* a text that is the ref of a record of any register; the store sees that there is one */
	/* What the record is called elsewhere, by which it is found too: in no report or template, and free in records that stand as they were. */
	FIELD_EXTERNAL = 1 << 22,
	/* With FIELD_DUE: whatever the status says there is something to do as long as the day is there. */
	FIELD_ASKS = 1 << 23,
	/* The day or moment of what has happened: none that has not come yet. */
	FIELD_HAPPENED = 1 << 24,
	/* A whole number that is a time in minutes: "90 min", "1 h 30" and "1:30" are 90. */
	FIELD_MINUTES = 1 << 25
};
/* Written by the program alone, when the record enters a frozen state. */
#define FIELD_BY_PROGRAM (FIELD_SEALED | FIELD_SNAPSHOT | FIELD_WITNESS)

/* What a register is to the program, beside its fields. */
enum register_flag {
	REGISTER_SINGLE = 1 << 0,  /* a file has one record, made with the file and never deleted: whom it is about */
	REGISTER_BY_NAME = 1 << 1, /* readers know its records by their titles alone; a ref beside says nothing */
	REGISTER_PEOPLE = 1 << 2,  /* those who own, sign and attend: the target of type_person */
	REGISTER_CONTEXT =
		1
		<< 3, /* struct model_context is read from it: after a change it is read again, and what was derived follows */
	REGISTER_RATED = 1 << 4,      /* its records have the ratings of rating_states, told as one table */
	REGISTER_ATTACHMENT = 1 << 5, /* a file can be attached to its records (file, size, sha256) */
	REGISTER_FIRST = 1 << 6,      /* the panel of its phase opens on it */
	REGISTER_JUDGES = 1 << 7,     /* struct model_context is read from it too, but nothing is derived of that */
	REGISTER_FEW =
		1
		<< 9, /* some hundred records in the largest organisation: an index a field would cost each opening more than it ever gives */
	REGISTER_STANDS = 1 << 8 /* its records stand as they were from the moment they are made */
};

/* Of the few fields that have something from elsewhere, or are measured in something. */
struct field_source {
	/* FIELD_INVERSE: own reference that is pointed at instead of this record, or NULL */
	const char *through;
	/*
	 * FIELD_WITNESS.  copied: the field at the end
	 * of this path, as it stood on the record's day (register_def.day).  answers: "yes" or "no", whether
	 * the record passes this filter: "reference.FILTER" as it is about to be written, any other filter once it is.
	 */
	const char *copied, *answers;
	/*
	 * Where the record says nothing, the greatest value of those of its own register that the reference
	 * `along` leads to counts; the derived field `inherited` keeps it, and filters and lists know it.
	 */
	const char *along, *inherited;
	/*
	 * REGISTER.FIELD: what is written here is the first value only; later ones are records of that
	 * register, whose first reference names this record, each from its date on.  Shown is the one in force
	 * today; who sets another one writes such a record (store/threshold.c).
	 */
	const char *versions;
	/* Of a number, the path to the field that says what it is measured in ("unit", "indicator.unit"): "85 %" is one where that is %. */
	const char *unit;
	/* Of a whole number, the span of time that it counts: "hour", "day", "month", "year"; NULL: none. */
	const char *counted;
	/*
	 * Of a text of reasons, the yes-or-no field for whose answer they are, and the words ("a|b c", folded) of
	 * headings elsewhere under which those for yes, or for no, stand.
	 */
	const char *reasons_for, *for_yes, *for_no;
};

/*
 * One field of a register.  name is the column, the CSV header, the XML
 * element and the word on the command line; it never changes once released.
 */
struct field_def {
	const char *name;
	const char *label;       /* marked with N_() */
	const char *short_label; /* of a column where the label has no room, N_(); NULL: the label */
	const char *
		known_as; /* what a column of it is called elsewhere, in either language, parted by '|', '?' before what another field has too; NULL: nothing else */
	const char *help; /* marked with N_(): what to write here, in a sentence */
	const struct field_type *type;
	const struct choice *choices;      /* ends with key NULL; choice types only */
	const char *target;                /* register referred to; reference types only */
	const char *scale;                 /* "likelihood", "impact", "risk", "maturity": level type only */
	const char *inverse;               /* FIELD_INVERSE: field of the target that points back */
	const struct field_source *source; /* what it has from elsewhere; NULL: nothing (field_source) */
	const char *initial;               /* value of a new record, NULL for none; "today" for dates */
	double min, max;                   /* numbers: range, both 0 for none */
	unsigned flags;                    /* enum field_flag */
	unsigned length;                   /* text: greatest number of characters, 0 for the type's own bound */
	short width;                       /* preferred columns in a list, 0 for the type's */
	unsigned char spare;               /* in a list without room for all, columns with more of it leave first */
};

/* A count kept by the write path: how many records for each value of up to three fields. */
struct tally_def {
	const char *name; /* "risk.matrix_inherent" */
	const char *fields[3];
};

struct record;
struct model_context;
struct error;

/* What a state asks for before it is true. */
struct demand {
	const char *field;         /* the field that says the state, as `status` */
	const char *const *values; /* in one of these, ends with NULL; NULL: any */
	const char *also, *as;     /* and where that other field is so; NULL: however it is */
	const char *const *needed; /* the fields that must not be empty, ends with NULL */
	const char *sentence;      /* what it asks for, N_() */
};

/* One condition of what holds today: a filter, and the sentence for what does not pass it, N_(). */
struct validity {
	const char *filter, *otherwise;
};

/*
 * What a new record takes from the one that its reference `link` names, where nobody said otherwise.
 * from: a path from that record, of a register that others answer for also of its answer ("owner" of a
 * control is that of its line in the SoA); "=today", or "=today+N", so many days later; "=horizon", the day up to which what recurs counts;
 * "=WORD", that value.
 */
struct proposal {
	const char *link, *field, *from;
	const char *as; /* around a text, with one %s, N_(); NULL: as it is */
};

/*
 * What follows for another record from one that enters a frozen state and holds (register_def.valid): of the
 * one that `link` names, `field` becomes `value`, unless it is at `never`.
 */
struct consequence {
	const char *link, *field, *value, *never;
	const char *also, *as; /* where this field of the record is so */
};

/*
 * What a record has from others, in its FIELD_DERIVED fields: kept by the write path (store/summary.c) whenever
 * one of them, or the record, changes.  `fill` is pure, and sets what register_def.derive leaves alone.
 */
struct summary_def {
	const char *of; /* the register of those others */
	const char *link,
		*field;    /* their field that names this record; or, where that is NULL, the own one that names them */
	const char *order; /* the greatest by this field of theirs first */
	/*
	 * Of each value of this field of theirs the last one, those left out that another one names in `replaced`: so many
	 * values of one period take nothing from those before it.  They are given first, `most` of them; after them the last
	 * ones of all, whatever they speak of.  NULL: only these.
	 */
	const char *each, *replaced;
	size_t most; /* as many at most are given, of each kind */
	void (*fill)(struct record *record, const struct record *const *others, size_t count,
		const struct model_context *context);
	/* The fields that decide what the program adds of them by itself: undone, they take that back too.  Ends with NULL; NULL: none. */
	const char *const *raised_by;
};

/*
 * What a new record has from the one that its reference `link` names, however it is added: `fill` is pure, and
 * leaves what somebody said.
 */
struct completion_def {
	const char *link;
	void (*fill)(struct record *record, const struct record *of, const struct model_context *context);
	/* A field in which the two must not differ, and N_() what is said where they do, with the other's ref and value; NULL: none. */
	const char *same, *otherwise;
};

/*
 * A record that goes hour by hour (model/hours.h): its moments in the order in which they come, and the time within
 * which somebody must be told.  Lists of names end with NULL.
 */
struct hours_def {
	const char *const *moments; /* dates and moments */
	const char *const *stamps;  /* those of them that one key sets to now */
	const char *from, *until;   /* somebody must be told between these two moments */
	const char *due;            /* FIELD_DUE: the day of the second, as long as nobody was told */
	/* True where the time is assumed, since nothing that the record names gives one; and N_() what is told then.  NULL: none is. */
	bool (*assumes)(const struct record *record);
	const char *assumption;
};

/* A part of a record, as forms and readers see it: from that field up to the next part. */
struct section_def {
	const char *first;   /* a field's name */
	const char *heading; /* N_() */
};

/* Records whose day is told to nobody but who has the file, since it is meant to surprise: neither reports of what is due nor calendars have them. */
struct quiet_def {
	const char *until; /* the field that is empty until then */
	/* Fields and the value by which one of them says so, in turn; ends with NULL. */
	const char *const *when;
};

struct register_def {
	const char *name;         /* word of the command line, and the table unless `table` says otherwise */
	const char *table;        /* where the name is a table of the journal's; NULL: the name */
	const char *label;        /* singular, N_() */
	const char *plural;       /* N_() */
	const char *short_plural; /* where the plural has no room, N_(); NULL: the plural */
	const char *help;         /* what the register is for and which clause asks for it, N_() */
	const char *prefix;       /* of numbered refs: "R" gives R-12; NULL: refs are given, see ref_of */
	enum phase phase;
	unsigned flags;     /* enum register_flag */
	bool template_part; /* copied by `new --template`: catalogues, threats, methods, texts of policies, ... */
	const char *template_filter; /* of such a register those that are; NULL: all */
	const char *
		template_as; /* "FIELD=VALUE": what each becomes on the way, since who does it is not brought along; NULL: nothing */
	const struct field_def *fields;
	size_t field_count;
	/* In the order of the fields, the first from the first field on; ends with first NULL.  NULL: so few fields need none. */
	const struct section_def *sections;
	const struct tally_def *tallies;
	size_t tally_count;
	/* Paths that a table for other programs has beside the fields, since a sheet cannot follow a reference; ends with NULL, or NULL. */
	const char *const *also;
	/* The field that names the record in every organisation: its uuid is version 5 of UUID_NORIA and that.  NULL: uuids are random. */
	const char *named_by;
	/* Where a title does not: the fields that together tell one record from another, so that a table read twice doubles none; at most five, ends with NULL, or NULL. */
	const char *const *identity;
	/*
	 * References of which a record has exactly one: what it is about.  The record that it names is not
	 * deleted before it, as with a required one.  Ends with NULL; NULL: none.
	 */
	const char *const *either;
	const char *sort; /* field by which a list is first sorted, NULL: by ref */
	const char *
		owner; /* the path to the person who answers for a record where that is none of its own fields ("check.owner"); NULL: see register_owner */
	const char *const *
		ended; /* values of `status` of a record that is done with: it recedes in lists, and stands below the others in the register's own order; ends with NULL, or NULL.  Risks have `standing` for it */
	const char *const *
		open; /* values of `status` that mean there is still work, ends with NULL; NULL where the notion is empty */
	const char *over; /* the day on which a record left them; NULL: none says so */
	/*
	 * Values of `status` in which the record stands as it was: issued, signed,
	 * accepted, closed.  Then only the fields of frozen_free change, and it is
	 * superseded or withdrawn, never undone or deleted.  NULL: never frozen.
	 */
	const char *const *frozen;
	const char *const *frozen_free; /* ends with NULL */
	bool frozen_completed; /* what was left empty may still be written, once, and undo takes the state back */
	/* The field that says whether it is frozen where that is not `status`; NULL: `status`. */
	const char *state;
	/* A reference to one record: once that one stands as it was, so does this one, but for frozen_free.  NULL: none. */
	const char *stands_with;
	/*
	 * What is written into its FIELD_SNAPSHOT when it is frozen, of the records that its field `selection` names, or of
	 * all: into `table` some columns, for scripts; into `copy` all that its report is made of from then on
	 * (model/frozen.h), the highest of the level `ranked` first.  Either may be NULL.
	 */
	struct {
		const char *of, *selection, *copy, *ranked;
		const char *const *kept; /* columns of the copy, ends with NULL */
		const char *table;
		const char *const *columns; /* of the table: "ref" and some of those kept, ends with NULL */
	} snapshot;
	bool snapshot_chosen;         /* where the selection names no record, none is kept, not all */
	const char *day;              /* the field with the day on which it was signed: what is copied stood so then */
	const struct validity *valid; /* what the word "valid" stands for; NULL: the register has no such notion */
	/* Those of them (by their sentences, ends with NULL) without which no person puts a record into a frozen state; NULL: none. */
	const char *const *binding;
	/* What else must be so when a person puts a record into a frozen state, and is not asked again; ends with filter NULL; NULL: nothing. */
	const struct validity *entered;
	const struct proposal *proposals;         /* ends with link NULL; NULL: none */
	const struct consequence *consequence;    /* NULL: none */
	const struct summary_def *summary;        /* NULL: none */
	const struct completion_def *completions; /* in this order, ends with link NULL; NULL: none */
	/* No day or moment of `later` (ends with NULL; NULL: none) comes before that of `first`; else the sentence, N_(). */
	struct {
		const char *first, *const *later, *otherwise;
	} sequence;
	const char *works;             /* what is done with it more than with others, told first where it is shown:
	                                             names of commands, blanks between; NULL: nothing */
	const struct hours_def *hours; /* NULL: hours do not count */
	const struct quiet_def *quiet; /* NULL: every day on which something is due may be told to everybody */
	const struct demand *demands;  /* ends with a sentence NULL; NULL: no state asks for anything (demands.h) */
	/* The field that is "current" for records that count today; those that left the register are neither open nor late, and in none of its tallies.  NULL: all count. */
	const char *standing;
	const char *
		gone; /* the field that, once it is filled, says that what the record is about is no more: it recedes in lists, and so does what answers for it; NULL: none */
	bool made;    /* made by the program only: neither added nor edited by hand */
	const char
		*freeze_action; /* the journal's word for entering such a state: "sign", "issue", "accept", "close" */
	/* Fills the derived fields of a record.  NULL: none.  Pure: reads the record and the context only. */
	void (*derive)(struct record *record, const struct model_context *context);
	/* Composes the ref of a record whose refs are not numbered; writes it to buffer.  False: a needed field is empty. */
	bool (*ref_of)(const struct record *record, char *buffer, size_t size);
	/* Rules over several fields.  Returns NULL, or a translated sentence (static or gettext's) and the field's name. */
	const char *(*check)(const struct record *record, const struct model_context *context, const char **field);
	/*
	 * What one field of a change asks of others, before the fields are derived: `before` is the record
	 * as it stands (NULL: it is new).  False: the change contradicts itself, error names the field.
	 */
	bool (*settle)(const struct record *before, struct record *record, const struct model_context *context,
		struct error *error);
	/* Why a record must stay: NULL, or a translated sentence with one %s for its ref. */
	const char *(*keep)(const struct record *record, const struct model_context *context);
	/* What does not refuse the record but should be looked at: NULL, or a translated sentence. */
	const char *(*warn)(const struct record *record, const struct model_context *context);
};

/* The dictionary: all registers in the order of the phases, ends with NULL. */
extern const struct register_def *const dictionary[];

/* The register of that name; NULL when there is none. */
const struct register_def *register_find(const char *name);
/* The table of the file that holds its records. */
const char *register_table(const struct register_def *def);
/* Its position in the dictionary. */
size_t register_index(const struct register_def *def);
/* The field of that name; NULL when there is none. */
const struct field_def *register_field(const struct register_def *def, const char *name);
/* What a field has from elsewhere; all NULL where it has nothing.  Never NULL. */
const struct field_source *field_source(const struct field_def *field);
/* The position of the field of that name, or -1. */
int register_field_index(const struct register_def *def, const char *name);
/* True for a text that has the form of a ref, of whatever register: "AS-12", "2022:A.5.1"; such a text is never taken for a name. */
bool register_ref_form(const char *text);
/* The section in which the field of that position stands; NULL: the register has none. */
const struct section_def *register_section(const struct register_def *def, size_t field);
/* The field by which people know a record (FIELD_TITLE); NULL when the ref is all there is. */
const struct field_def *register_title(const struct register_def *def);
/*
 * For registers without a title: the reference that tells what the record is about, the first required one, or
 * the first of `either`; NULL: none.
 */
const struct field_def *register_about(const struct register_def *def);
/* Whether the field is one of register_def.either. */
bool register_is_either(const struct register_def *def, const struct field_def *field);
/* Whether its records cannot be without what the field names: it is required, or one of those of which they have one. */
bool register_rests_on(const struct register_def *def, const struct field_def *field);
/* The path to the person who answers for a record: as the register says, else `owner`, else the first field that names one person (auditor, chair); NULL: none. */
const char *register_owner(const struct register_def *def);
/* The reference by which each of its records answers for one of the target (FIELD_ANSWERS); NULL: the register has none. */
const struct field_def *register_answers(const struct register_def *def);
/* The register whose records answer for those of this one; NULL: none. */
const struct register_def *register_answered_by(const struct register_def *def);
/* The register of people (REGISTER_PEOPLE) and the one that a file has a single record of (REGISTER_SINGLE). */
const struct register_def *register_people(void);
const struct register_def *register_single(void);
/*
 * All registers, each after those to which its records must or may refer, as far as they do not
 * refer to each other; of such, the earlier of the dictionary first.  dictionary's length and NULL; the caller frees.
 */
const struct register_def **registers_by_reference(void);
/* True for a level of the risk scale, which has its mark and colour wherever it is shown. */
bool field_is_risk_level(const struct field_def *field);
/* The field to show in place of `field` in the interface's language: NAME_fr or field itself. */
const struct field_def *field_in_language(
	const struct register_def *def, const struct field_def *field, const char *language);
/* The label of a choice's key, translated; the key itself when it is none of the field's. */
const char *choice_label(const struct field_def *field, const char *key);
/* A day or a moment. */
bool field_is_day(const struct field_def *field);
/* What a column of a field of that name is called in whatever register has one, parted by '|', beside its known_as; NULL: nothing. */
const char *field_known_everywhere(const struct field_def *field);
/* True where the register has a day by which something must be done. */
bool register_can_be_late(const struct register_def *def);
/* True where the status is one in which records of the register stand as they were. */
bool status_is_frozen(const struct register_def *def, const char *status);
/* The field that says so; NULL: none does. */
const struct field_def *register_state(const struct register_def *def);
/* True where the record stands as it was by itself; what it stands with is asked of the store (store_stands). */
bool record_stands(const struct record *record);
/* True for the fields that do not change any more once the record is frozen. */
bool field_stands(const struct register_def *def, const struct field_def *field);
/* The same of that record: what was left empty may be written where the register says so (frozen_completed). */
bool record_field_stands(const struct record *record, const struct field_def *field);

#endif
