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

extern const struct choice choices_severity[], choices_conformity[], choices_classification[];

#define REGISTER(name) extern const struct register_def register_##name;
#include "model/registers/all.h"
#undef REGISTER

#endif
