/* The checks of the records. */
#include <stdlib.h>
#include <string.h>

#include "model/field_type.h"
#include "model/quality.h"

#define VALID "kind=residual valid"

const char risks_left[] =
	"current_level>threshold standing=current treatment= or treatment=retain or status=accepted acceptances!(" VALID
	")";

const char risks_lapsed[] = "standing=current acceptances(kind=residual status=accepted) acceptances!(" VALID ")";

const struct quality_check quality_checks[] = {
	/* risks */
	{ .name = "risk-untreated",
		.of = "risk",
		.weight = 3,
		.field = "treatment",
		.filter = "open current_level>threshold treatment=",
		.sentence = N_("Risk above the threshold that nobody treats or accepts"),
		.help = N_(
			"A risk above the acceptance threshold needs a treatment, or its owner's acceptance (clause 6.1.3). Choose the treatment.") },
	{ .name = "risk-unsigned",
		.of = "risk",
		.weight = 3,
		.field = "acceptances",
		.adds = "acceptance",
		.link = "risk",
		.at = "level",
		.filter = "standing=current status=accepted acceptances!(" VALID ")",
		.sentence = N_("Risk accepted without an acceptance that is valid today"),
		.help = N_(
			"The owner of the risk accepts what is left, in writing and until a day (clause 6.1.3 f). The form is a new acceptance of this risk.") },
	{ .name = "risk-retained",
		.of = "risk",
		.weight = 3,
		.field = "acceptances",
		.adds = "acceptance",
		.link = "risk",
		.at = "level",
		.filter =
			"treatment=retain current_level>threshold status!=accepted standing=current acceptances!(" VALID
			")",
		.sentence = N_("Risk retained above the threshold without an acceptance"),
		.help = N_(
			"To keep a risk above the threshold is for its owner to accept (clause 6.1.3 f). The form is a new acceptance of this risk.") },
	{ .name = "risk-accepted-unowned",
		.of = "risk",
		.weight = 3,
		.field = "owner",
		.filter = "standing=current status=accepted owner=",
		.sentence = N_("Risk accepted without an owner"),
		.help = N_("Only the owner of a risk can accept it (clause 6.1.3 f). Name the owner.") },
	{ .name = "risk-owner-left",
		.of = "risk",
		.weight = 3,
		.field = "owner",
		.filter = "standing=current owner(left<=today)",
		.sentence = N_("Risk whose owner has left"),
		.help = N_(
			"Somebody who is still here must answer for the risk (clause 6.1.2 c). Name the new owner.") },
	{ .name = "risk-residual",
		.of = "risk",
		.weight = 2,
		.field = "residual_likelihood",
		.filter = "standing=current residual_level>@current_level",
		.sentence = N_("Residual level above the current level"),
		.help = N_(
			"A treatment does not make a risk greater. Rate likelihood and impact after the treatment anew.") },
	{ .name = "risk-unowned",
		.of = "risk",
		.weight = 2,
		.field = "owner",
		.filter = "open owner=",
		.sentence = N_("Open risk without an owner"),
		.help = N_("Every risk has an owner (clause 6.1.2 c). Name the owner.") },
	{ .name = "acceptance-signatory",
		.of = "acceptance",
		.weight = 3,
		.field = "status",
		.filter =
			"kind=residual status=accepted expiry>=today risk_owner= or owner!=@risk_owner risk_owner!= or owner!=@risk.owner risk.owner!=",
		.sentence = N_("Acceptance signed by another than the owner of the risk"),
		.help = N_(
			"A risk's own owner accepts it (clause 6.1.3 f). Withdraw the acceptance with its reason and have it given by the owner, or correct the owner of the risk.") },
	/* the SoA */
	{ .name = "control-unproved",
		.of = "applicability",
		.weight = 3,
		.field = "evidence",
		.filter = "control.catalogue=soa applicable=yes status=implemented evidence= proofs=",
		.sentence = N_("Control implemented without evidence"),
		.help = N_(
			"That a control works must be shown (clause 9.1). Write where the evidence is, or add a record of evidence for the control.") },
	{ .name = "control-unjustified",
		.of = "applicability",
		.weight = 3,
		.field = "justification",
		.filter = "control.catalogue=soa applicable=no justification=",
		.sentence = N_("Control excluded without a justification"),
		.help = N_("Every exclusion is justified (clause 6.1.3 d). Write the justification.") },
	{ .name = "control-unreasoned",
		.of = "applicability",
		.weight = 3,
		.field = "reasons",
		.filter = "control.catalogue=soa applicable=yes reasons=",
		.sentence = N_("Control included without a reason"),
		.help = N_("Every inclusion has its reason (clause 6.1.3 d). Choose the reasons.") },
	{ .name = "control-owner-left",
		.of = "applicability",
		.weight = 3,
		.field = "owner",
		.filter = "control.catalogue=soa applicable=yes owner(left<=today)",
		.sentence = N_("Control whose owner has left"),
		.help = N_("Somebody who is still here must answer for the control. Name the new owner.") },
	{ .name = "control-unowned",
		.of = "applicability",
		.weight = 2,
		.field = "owner",
		.filter = "control.catalogue=soa applicable=yes owner=",
		.sentence = N_("Applicable control without an owner"),
		.help = N_("Somebody answers for each control (clause 5.3). Name the owner.") },
	/* assets, actions, and what proves */
	{ .name = "asset-owner-left",
		.of = "asset",
		.weight = 2,
		.field = "owner",
		.filter = "owner(left<=today)",
		.sentence = N_("Asset whose owner has left"),
		.help = N_("Every asset has an owner who is here (A.5.9). Name the new owner.") },
	{ .name = "asset-unowned",
		.of = "asset",
		.weight = 2,
		.field = "owner",
		.filter = "owner=",
		.sentence = N_("Asset without an owner"),
		.help = N_("Every asset has an owner (A.5.9). Name the owner.") },
	{ .name = "action-owner-left",
		.of = "action",
		.weight = 3,
		.field = "owner",
		.filter = "open owner(left<=today)",
		.sentence = N_("Open action whose owner has left"),
		.help = N_("Nobody carries it out any more. Name the new owner.") },
	{ .name = "action-unowned",
		.of = "action",
		.weight = 2,
		.field = "owner",
		.filter = "open owner=",
		.sentence = N_("Open action without an owner"),
		.help = N_("Who does it must be known (clause 6.2). Name the owner.") },
	{ .name = "action-idle",
		.of = "action",
		.weight = 2,
		.field = "progress",
		.filter = "late progress= or progress=0",
		.sentence = N_("Action late and not begun"),
		.help = N_("Its day is past and nothing is done. Say how far it is, or set another day.") },
	{ .name = "evidence-expired",
		.of = "evidence",
		.weight = 2,
		.field = "until",
		.filter = "until<today control!= or requirement!= or document!=",
		.sentence = N_("Expired evidence that is still in use"),
		.help = N_(
			"It no longer shows what it is to show. Bring newer evidence and its day, or take it from its controls and clauses.") },
	{ .name = "exception-expired",
		.of = "exception",
		.weight = 3,
		.field = "status",
		.filter = "status=approved expiry<today",
		.sentence = N_("Exception expired and still approved"),
		.help = N_("No exception lasts for ever (A.5.36). End it, or have it approved anew.") },
	{ .name = "policy-unreviewed",
		.of = "policy",
		.weight = 2,
		.field = "review",
		.filter = "status=force review<today",
		.sentence = N_("Policy in force whose review is past"),
		.help = N_("Policies are reviewed at planned intervals (A.5.1). Review it and set the next day.") },
	{ .name = "nonconformity-unexplained",
		.of = "nonconformity",
		.weight = 3,
		.field = "cause",
		.filter = "open cause=",
		.sentence = N_("Open nonconformity without a cause"),
		.help = N_("Without its cause it comes back (clause 10.2 b). Write why it came about.") },
	{ .name = "incident-unexplained",
		.of = "incident",
		.weight = 2,
		.field = "cause",
		.filter = "status=closed cause=",
		.sentence = N_("Incident closed without a cause"),
		.help = N_(
			"What is learned from incidents lessens the next ones (A.5.27). Write why it could happen.") },
	{ .name = "unresolved",
		.weight = 1,
		.filter = "unresolved",
		.sentence = N_("Link to a record that is not in this file"),
		.help = N_(
			"It was read from another file's document. Import the record that it names, or take the link away.") },
	{ .name = NULL },
};

static const struct field_def quality_fields[] = {
	{ .name = "check",
		.label = N_("Check"),
		.type = &type_text,
		.flags = FIELD_COLUMN,
		.help = N_("The name of the check.") },
	{ .name = "register", .label = N_("Register"), .type = &type_text, .help = N_("The register of the record.") },
	{ .name = "title",
		.label = N_("Title"),
		.type = &type_text,
		.flags = FIELD_COLUMN | FIELD_TITLE,
		.help = N_("What the record is called.") },
	{ .name = "sentence",
		.label = N_("What is wrong"),
		.type = &type_text,
		.flags = FIELD_COLUMN,
		.help = N_("What the check found.") },
	{ .name = "field",
		.label = N_("Field"),
		.type = &type_text,
		.flags = FIELD_COLUMN,
		.help = N_("The field that mends it.") },
};

const struct register_def register_quality = {
	.name = "quality",
	.label = N_("Quality of the records"),
	.plural = N_("Quality of the records"),
	.phase = PHASE_NONE,
	.help = N_("Where the records say too little, or contradict themselves."),
	.fields = quality_fields,
	.field_count = sizeof quality_fields / sizeof quality_fields[0],
};

struct query *quality_query(
	const struct quality_check *check, const struct register_def *def, const struct model_context *context)
{
	struct query *query = query_new(def);

	/* The table's own filters are right. */
	if (query_parse(query, context, check->filter, NULL))
		return query;
	query_free(query);
	return NULL;
}

bool quality_passes(const struct quality_check *check, const struct register_def *def, const struct query *filter,
	struct error *error)
{
	size_t i;

	for (i = 0; filter && i < filter->condition_count; i++) {
		const struct condition *condition = &filter->conditions[i];
		const char *name = NULL;

		if (condition->path && !condition->either && !condition->field && condition->op <= OP_DIFFERENT)
			name = strcmp(condition->path, "check") == 0      ? check->name
			       : strcmp(condition->path, "register") == 0 ? def->name
									  : NULL;
		if (!name)
			return error_set(
				error, ERROR_USAGE, _("The quality list is filtered by check=NAME and register=NAME."));
		if ((strcmp(name, condition->value) == 0) != (condition->op == OP_EQUAL))
			return false;
	}
	return true;
}
