/* The rules of the registers: ratings and levels, what must stay, what is warned of, refs that are composed.  What refuses a record stands in checks.c. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/demands.h"
#include "model/field_type.h"
#include "model/query.h"
#include "model/rules.h"

void model_context_free(struct model_context *context)
{
	int i, j;

	free(context->method.ref);
	free(context->method.title);
	for (i = 0; i < SCALE_COUNT; i++)
		for (j = 0; j < SCALE_MAX; j++) {
			free(context->method.scales[i].names[j]);
			free(context->method.scales[i].others[j]);
			free(context->method.scales[i].definitions[j]);
		}
	free(context->language);
	free(context->time_zone);
	free(context->organisation_uuid);
	free(context->organisation_name);
	free(context->currency);
	free(context->tolerances);
	free(context->catalogue_ref);
	free(context->catalogue_prefix);
	memset(context, 0, sizeof *context);
}

const char *const scale_names[SCALE_COUNT] = { "likelihood", "impact", "risk", "maturity" };

const char *scale_count_field(enum scale_kind scale)
{
	static const char *const fields[SCALE_COUNT] = { "likelihoods", "impacts", "levels", NULL };

	return fields[scale];
}

const struct scale *context_scale(const struct model_context *context, const char *name)
{
	int i;

	for (i = 0; context && name && i < SCALE_COUNT; i++)
		if (strcmp(scale_names[i], name) == 0)
			return context->method.scales[i].count ? &context->method.scales[i] : NULL;
	return NULL;
}

int method_level(const struct method *method, int likelihood, int impact)
{
	if (likelihood < 1 || likelihood > method->scales[SCALE_LIKELIHOOD].count || impact < 1 ||
		impact > method->scales[SCALE_IMPACT].count)
		return 0;
	return method->grid[likelihood - 1][impact - 1];
}

bool method_parse_grid(const char *text, int likelihoods, int impacts, int levels,
	unsigned char grid[SCALE_MAX][SCALE_MAX], struct error *error)
{
	const char *c = text;
	int row, column;

	if (likelihoods < 1 || likelihoods > SCALE_MAX || impacts < 1 || impacts > SCALE_MAX)
		return error_set_field(error, ERROR_INVALID, "grid", _("The scales of the grid have 3 to 10 levels."));
	for (row = 0; row < likelihoods; row++) {
		for (column = 0; column < impacts; column++) {
			int value = 0;
			size_t digits;

			c += strspn(c, " \t");
			digits = strspn(c, "0123456789");
			if (!digits || digits > 2)
				return error_set_field(error, ERROR_INVALID, "grid",
					_("Line %d of the grid must hold %d numbers."), row + 1, impacts);
			while (digits--)
				value = value * 10 + (*c++ - '0');
			if (value < 1 || value > levels)
				return error_set_field(error, ERROR_INVALID, "grid",
					_("The numbers of the grid go from 1 to %d."), levels);
			grid[row][column] = (unsigned char)value;
		}
		c += strspn(c, " \t\r");
		if (*c && *c != '\n')
			return error_set_field(error, ERROR_INVALID, "grid",
				_("Line %d of the grid must hold %d numbers."), row + 1, impacts);
		if (*c)
			c++;
		else if (row + 1 < likelihoods)
			return error_set_field(error, ERROR_INVALID, "grid",
				_("The grid must have %d lines, one for each likelihood."), likelihoods);
	}
	if (c[strspn(c, " \t\r\n")])
		return error_set_field(error, ERROR_INVALID, "grid",
			_("The grid must have %d lines, one for each likelihood."), likelihoods);
	return true;
}

const char *method_level_mark(int level, int count)
{
	return method_level_mark_in(environment_language(), level, count);
}

const char *method_level_mark_in(const char *language, int level, int count)
{
	static const char *const letters[] = {
		"",
		N_("L"),
		/* TRANSLATORS: the letters of the levels of risk, as many, each another: low, medium, high, critical, very low at the front of five, extreme at the end of six */
		N_("LH"),
		N_("LMH"),
		N_("LMHC"),
		N_("VLMHC"),
		N_("VLMHCX"),
	};
	static char mark[16];
	const char *c;

	if (level < 1 || level > count)
		return "-";
	if (count > 6) {
		snprintf(mark, sizeof mark, "%d", level % 10);
		return mark;
	}
	for (c = translation_in(language, letters[count]); level > 1 && *c; level--)
		c += text_next(c, 0);
	snprintf(mark, sizeof mark, "%.*s", (int)text_next(c, 0), c);
	return mark;
}

char *method_level_text(const struct model_context *context, int level)
{
	const struct scale *scale = context_scale(context, "risk");

	if (!scale || level < 1 || level > scale->count)
		return xasprintf("%d", level);
	return xasprintf("%s %s", method_level_mark(level, scale->count), scale->names[level - 1]);
}

char *method_level_name(const struct model_context *context, int level)
{
	const struct scale *scale = context_scale(context, "risk");

	return scale && level >= 1 && level <= scale->count ? xstrdup(scale->names[level - 1]) : xasprintf("%d", level);
}

int method_level_named(const struct model_context *context, const char *value, const char *text)
{
	const struct scale *scale = context_scale(context, "risk");
	const char *mark;
	size_t length;
	int64_t level;

	if (!scale || !value || !number_parse_integer(value, &level) || level < 1 || level > scale->count)
		return 0;
	/* As method_level_text writes it. */
	mark = method_level_mark((int)level, scale->count);
	length = strlen(mark);
	return strncmp(text, mark, length) == 0 && text[length] == ' ' &&
			       strcmp(text + length + 1, scale->names[level - 1]) == 0
		       ? (int)level
		       : 0;
}

const char *const rating_states[RATINGS] = { "inherent", "current", "residual" };

/* What a rating is made of. */
enum rating_part { PART_LIKELIHOOD, PART_IMPACT, PART_LEVEL, PART_C, PART_I, PART_A, PART_T, PARTS };

/* The fields of a rating by its state, which are asked for thirty times for each risk of a table. */
#define PARTS_OF(state)                                                                                                \
	{                                                                                                              \
		state "_likelihood", state "_impact", state "_level", state "_impact_c", state "_impact_i",            \
			state "_impact_a", state "_impact_t"                                                           \
	}
static const char *const rating_fields[RATINGS][PARTS] = { PARTS_OF("inherent"), PARTS_OF("current"),
	PARTS_OF("residual") };

static int integer(const struct record *record, size_t state, enum rating_part part)
{
	const char *value = record_get(record, rating_fields[state][part]);
	int64_t number = 0;

	if (!value || !number_parse_integer(value, &number) || number < 0 || number > 99)
		return 0;
	return (int)number;
}

static void set_integer(struct record *record, size_t state, enum rating_part part, int number)
{
	char *value = number ? number_format_integer(number) : NULL;

	record_set(record, rating_fields[state][part], value);
	free(value);
}

/* The greatest impact on confidentiality, integrity, availability and traceability; 0: none is set. */
static int greatest_impact(const struct record *record, size_t state)
{
	int greatest = 0;
	enum rating_part part;

	for (part = PART_C; part < PARTS; part++) {
		int impact = integer(record, state, part);

		if (impact > greatest)
			greatest = impact;
	}
	return greatest;
}

bool risk_settle(
	const struct record *before, struct record *record, const struct model_context *context, struct error *error)
{
	size_t i;

	(void)context;
	for (i = 0; i < RATINGS; i++) {
		int greatest = greatest_impact(record, i), wanted = integer(record, i, PART_IMPACT);
		bool chosen = wanted != (before ? integer(before, i, PART_IMPACT) : 0);

		if (greatest && chosen && wanted != greatest) {
			const char *name = rating_fields[i][PART_IMPACT];

			error_set_field(error, ERROR_INVALID, name,
				_("%s is the greatest of the impacts C, I, A and T while one of these is set, and is then not set by hand."),
				_(register_field(record->def, name)->label));
			return false;
		}
		/* It followed from them: without them nobody has rated it. */
		if (!greatest && !chosen && before && greatest_impact(before, i))
			set_integer(record, i, PART_IMPACT, 0);
	}
	return true;
}

/* Treatment and controls, whatever order these were named in; never empty. */
static char *risk_plan(const struct record *record)
{
	const char *treatment = record_get(record, "treatment"), *held = record_get(record, "controls");
	struct strings controls = { 0 };
	char *joined, *plan;

	if (held)
		strings_split(&controls, held);
	strings_sort(&controls);
	joined = strings_join(&controls, ",");
	plan = xasprintf("%s: %s", treatment ? treatment : "", joined);
	free(joined);
	strings_free(&controls);
	return plan;
}

void risk_derive(struct record *record, const struct model_context *context)
{
	const char *status = record_get(record, "status"), *treatment = record_get(record, "treatment");
	bool left = (status && strcmp(status, "closed") == 0) || (treatment && strcmp(treatment, "avoid") == 0);
	char *plan = risk_plan(record);
	size_t i;

	record_set(record, "plan", plan);
	record_set(record, "standing", left ? "left" : "current");
	free(plan);
	for (i = 0; i < RATINGS; i++) {
		int greatest = greatest_impact(record, i);

		if (greatest)
			set_integer(record, i, PART_IMPACT, greatest);
		set_integer(record, i, PART_LEVEL,
			method_level(&context->method, integer(record, i, PART_LIKELIHOOD),
				integer(record, i, PART_IMPACT)));
	}
	record_set(record, "remaining_level",
		record_get(record, "residual_level") ? record_get(record, "residual_level")
						     : record_get(record, "current_level"));
}

/* The headings of both editions of ISO/IEC 27001; 9.2 and 9.3 have sub-clauses since 2022. */
void requirement_derive(struct record *record, const struct model_context *context)
{
	static const char *const headings[] = { "4", "5", "6", "7", "8", "9", "10", "6.1", "7.5", "9.2", "9.3" };
	const char *number = record_get(record, "number"), *catalogue = record_get(record, "catalogue"), *last;
	bool older = catalogue && strstr(catalogue, "2013");
	const char *rank = "clause";
	size_t i;

	(void)context;
	if (!number)
		return;
	last = strrchr(number, '.');
	if (last && last[1] >= 'a' && last[1] <= 'z')
		rank = "item";
	for (i = 0; i < sizeof headings / sizeof headings[0] - (older ? 2 : 0); i++)
		if (strcmp(headings[i], number) == 0)
			rank = "heading";
	record_set(record, "rank", rank);
}

const char *catalogue_keep(const struct record *record, const struct model_context *context)
{
	(void)context;
	if (!record->ref || strncmp(record->ref, "own:", 4) == 0)
		return NULL;
	return _("%s belongs to a published catalogue and is never deleted; say in the SoA that it is not applicable.");
}

const char *method_keep(const struct record *record, const struct model_context *context)
{
	if (record->ref && context->method.ref && strcmp(record->ref, context->method.ref) == 0)
		return _("%s is the method by which risks are rated; choose another one first.");
	return NULL;
}

const char *level_keep(const struct record *record, const struct model_context *context)
{
	const char *method = record_get(record, "method");

	if (method && context->method.ref && strcmp(method, context->method.ref) == 0)
		return _(
			"%s is a level of the method by which risks are rated: it goes alone, in the editor of the risk method or by `noria remove --rescale`.");
	return NULL;
}

const char *applicability_keep(const struct record *record, const struct model_context *context)
{
	const char *control = record_get(record, "control");

	(void)context;
	/* Of a control that is not in the file a line may go. */
	if (!control || control[0] == '{')
		return NULL;
	return _("%s stands in the SoA as long as its control is there; set it to not applicable instead.");
}

/* "2022:A.5.1" is of "2022". */
static bool begins_with(const char *ref, const char *prefix)
{
	size_t length = strlen(prefix);

	return strncmp(ref, prefix, length) == 0 && ref[length] == ':';
}

const char *applicability_warn(const struct record *record, const struct model_context *context)
{
	const char *applicable = record_get(record, "applicable"), *control = record_get(record, "control"),
		   *prefix = context->catalogue_prefix;

	if (control && prefix && !begins_with(control, prefix) && !begins_with(control, OWN_CATALOGUE))
		return _("Its control is of an edition to which the SoA does not refer: the line is kept to be read.");
	if (applicable && strcmp(applicable, "no") == 0 && !record_get(record, "justification"))
		return _("A control that is not applicable needs a justification before the SoA is issued.");
	return NULL;
}

const char *risk_warn(const struct record *record, const struct model_context *context)
{
	const char *treatment = record_get(record, "treatment");
	int current = integer(record, RATING_CURRENT, PART_LEVEL),
	    residual = integer(record, RATING_RESIDUAL, PART_LEVEL);

	(void)context;
	if (current && residual > current)
		return _("The residual level is above the current one.");
	if (treatment && strcmp(treatment, "avoid") == 0 && residual)
		return _("An avoided risk leaves no residual level.");
	if (treatment && strcmp(treatment, "retain") == 0 && residual && current && residual != current)
		return _("A retained risk keeps its current level.");
	return NULL;
}

const char *record_warning(const struct record *record, const struct model_context *context)
{
	return record->def->warn ? record->def->warn(record, context) : NULL;
}

static bool whole(const char *prefix, const char *separator, const char *rest, char *buffer, size_t size)
{
	if (!prefix || !rest)
		return false;
	return snprintf(buffer, size, "%s%s%s", prefix, separator, rest) < (int)size;
}

bool method_ref(const struct record *record, char *buffer, size_t size)
{
	return whole(record_get(record, "identifier"), "", "", buffer, size);
}

bool catalogue_ref(const struct record *record, char *buffer, size_t size)
{
	return whole(record_get(record, "identifier"), "", "", buffer, size);
}

/* The store knows the catalogue's prefix and composes these itself; without it the identifier serves. */
static bool numbered(const struct record *record, char *buffer, size_t size)
{
	return whole(record_get(record, "catalogue"), ":", record_get(record, "number"), buffer, size);
}

bool theme_ref(const struct record *record, char *buffer, size_t size)
{
	return numbered(record, buffer, size);
}

bool control_ref(const struct record *record, char *buffer, size_t size)
{
	return numbered(record, buffer, size);
}

bool requirement_ref(const struct record *record, char *buffer, size_t size)
{
	return numbered(record, buffer, size);
}

bool applicability_ref(const struct record *record, char *buffer, size_t size)
{
	return whole("soa", ":", record_get(record, "control"), buffer, size);
}

#define CLOCKS_DIFFER 300 /* seconds that the clock of another machine may be ahead */

/* Whether the day or moment, in the file's form, is after today or now. */
static bool is_ahead(const char *value, const struct model_context *context)
{
	struct date day, today = environment_today(context ? context->time_zone : NULL);
	int64_t seconds;

	if (date_parse(value, &day))
		return date_days(&day) > date_days(&today);
	return date_time_parse(value, &seconds) && seconds > environment_now() + CLOCKS_DIFFER;
}

bool moment_comes_before(const char *moment, const char *other, const struct model_context *context)
{
	const char *zone = context ? context->time_zone : NULL;
	const char *texts[2] = { moment, other };
	int64_t seconds[2];
	struct date days[2];
	bool by_day = false;
	int i, clock;

	for (i = 0; i < 2; i++) {
		if (date_parse(texts[i], &days[i]))
			by_day = true;
		else if (date_time_parse(texts[i], &seconds[i]))
			days[i] = date_in_zone(seconds[i], zone, &clock);
		else
			return false;
	}
	return by_day ? date_days(&days[0]) < date_days(&days[1]) : seconds[0] < seconds[1];
}

static bool has_changed(const struct record *before, const struct record *record, const char *field)
{
	return !before || text_differs(record_get(before, field), record_get(record, field));
}

/* What is said to have happened has; a sample that tells its history knows better. */
static bool has_come(const struct record *before, const struct record *record, const struct field_def *field,
	const struct model_context *context, struct error *error)
{
	const char *value = field->flags & FIELD_HAPPENED ? record_get(record, field->name) : NULL;
	char *shown;

	if (!value || !has_changed(before, record, field->name) || environment_clock_is_held() ||
		!is_ahead(value, context))
		return true;
	shown = field_format(field, context, value);
	/* TRANSLATORS: a field that tells when something happened, and a day or moment */
	error_set_field(error, ERROR_INVALID, field->name, _("%s: %s has not come yet."), _(field->label), shown);
	free(shown);
	return false;
}

bool record_happened(const struct record *before, const struct record *record, const struct model_context *context,
	struct error *error)
{
	const struct register_def *def = record->def;
	const char *const *later = def->sequence.later;
	const char *first = later ? record_get(record, def->sequence.first) : NULL;
	size_t i;

	for (i = 0; i < def->field_count; i++)
		if (!has_come(before, record, &def->fields[i], context, error))
			return false;
	for (; first && *later; later++) {
		const char *moment = record_get(record, *later);

		if (moment &&
			(has_changed(before, record, *later) || has_changed(before, record, def->sequence.first)) &&
			moment_comes_before(moment, first, context))
			return error_set_field(error, ERROR_INVALID, *later, "%s", _(def->sequence.otherwise));
	}
	return true;
}

bool record_validate(struct record *record, const struct model_context *context, struct error *error)
{
	const struct register_def *def = record->def;
	struct model_context canonical = { 0 };
	const char *sentence, *field = NULL;
	size_t i;

	if (context)
		canonical = *context;
	canonical.reading = (struct reading_form){ .file_form = true };
	for (i = 0; i < def->field_count; i++) {
		const struct field_def *one = &def->fields[i];
		char *value;

		/* What was frozen stands to the byte, with the newline at its end. */
		if (one->flags & (FIELD_DERIVED | FIELD_INVERSE | FIELD_SNAPSHOT))
			continue;
		/* What is missing is told together. */
		if (record->values[i] && !record->values[i][strspn(record->values[i], " \t\r\n")])
			record_set(record, one->name, NULL);
		if (!record->values[i])
			continue;
		/* What is in the file's own form means that, however the texts at hand are to be read. */
		if (!field_parse(one, &canonical, record->values[i], &value, NULL) &&
			!field_parse(one, context, record->values[i], &value, error))
			return false;
		free(record->values[i]);
		record->values[i] = value;
	}
	if (!record_demands(record, error))
		return false;
	if (def->derive)
		def->derive(record, context);
	sentence = def->check ? def->check(record, context, &field) : NULL;
	if (sentence)
		return error_set_field(error, ERROR_INVALID, field, "%s", sentence);
	return true;
}
