/* What the register declarations share.  Included by the files of this folder only. */
#ifndef NORIA_MODEL_REGISTERS_PARTS_H
#define NORIA_MODEL_REGISTERS_PARTS_H

#include "base/lib.h"
#include "model/field_type.h"
#include "model/record.h"
#include "model/register.h"
#include "model/rules.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

#define TITLE_FLAGS (FIELD_REQUIRED | FIELD_SEARCH | FIELD_SORT | FIELD_COLUMN | FIELD_TITLE)

/* The person in the field held a role of general management on the day in the other field (struct field_def, answers). */
#define MANAGEMENT(person, day) person ".roles(management=yes assigned<=@^" day " ended= or ended>=@^" day ")"
/* It was so when the record was signed, by the roles as they stood then, or is so by the roles as they stand now. */
#define MANAGED(person, day) "management=yes or " MANAGEMENT(person, day)
#define NOT_MANAGEMENT N_("Who signed it held no role of general management on that day.")

/* Of a record whose status may be withdrawn. */
#define DEMAND_WITHDRAWAL                                                                                              \
	{                                                                                                              \
		"status", (const char *const[]){ "withdrawn", NULL }, NULL, NULL,                                      \
			(const char *const[]){ "withdrawal", NULL }, N_("What is withdrawn needs the reason.")         \
	}

/* The last field of each register. */
#define EXTERNAL_ID                                                                                                    \
	{                                                                                                              \
		.name = "external", .label = N_("Ids elsewhere"), .type = &type_external,                              \
		.flags = FIELD_SEARCH | FIELD_EXTERNAL,                                                                \
		.help = N_("What other programs and tables call the record, as SOURCE: ID, separated by commas.")      \
	}

extern const struct choice choices_severity[], choices_conformity[], choices_classification[], choices_every[];

#define REGISTER(name) extern const struct register_def register_##name;
#include "model/registers/all.h"
#undef REGISTER

#endif
