/* The policies with their rules and acknowledgements; documents, evidence, exceptions (clauses 5.2, 7.3, 7.5). */
#include "model/registers/parts.h"

static const struct choice choices_policy_kind[] = {
	{ "framework", N_("framing document") }, { "policy", N_("policy of clause 5.2") }, { "piss", N_("PISS") }, { "topic", N_("topic policy") },
	{ NULL, NULL },
};
static const struct choice choices_policy_status[] = {
	{ "draft", N_("draft") }, { "submitted", N_("submitted") }, { "signed", N_("signed") }, { "force", N_("in force") },
	{ "superseded", N_("superseded") }, { "withdrawn", N_("withdrawn") },
	{ NULL, NULL },
};
static const char *const policy_open[] = { "draft", "submitted", "signed", "force", "", NULL };
static const char *const policy_frozen[] = { "signed", "force", "superseded", "withdrawn", NULL };
static const char *const policy_free[] = { "status", "effective", "review", "withdrawal", "copy", NULL };

static const struct field_def policy_fields[] = {
	{ .name = "title", .label = N_("Title"), .type = &type_text, .flags = TITLE_FLAGS,
	  .help = N_("The title of the policy.") },
	{ .name = "kind", .label = N_("Kind"), .type = &type_choice, .choices = choices_policy_kind, .flags = FIELD_COLUMN | FIELD_SORT,
	  .help = N_("The framing document, the policy of clause 5.2, the PISS with its rules, or a topic policy.") },
	{ .name = "version", .label = N_("Version"), .type = &type_text, .flags = FIELD_REQUIRED | FIELD_COLUMN | FIELD_SORT, .length = 20, .initial = "1.0", .width = 8,
	  .help = N_("The version of this text; another version is a record of its own.") },
	{ .name = "status", .label = N_("Status"), .type = &type_choice, .choices = choices_policy_status, .flags = FIELD_COLUMN | FIELD_SORT, .initial = "draft",
	  .help = N_("Draft, submitted, signed, in force, superseded; once signed, the text stands as it was.") },
	{ .name = "author", .label = N_("Author"), .type = &type_person, .target = "person", .flags = FIELD_ADD_BY_NAME,
	  .help = N_("The person who wrote it.") },
	{ .name = "owner", .label = N_("Owner"), .type = &type_person, .target = "person", .flags = FIELD_COLUMN | FIELD_ADD_BY_NAME,
	  .help = N_("The person who keeps it up to date.") },
	{ .name = "text", .label = N_("Text"), .type = &type_long_text, .flags = FIELD_SEARCH, .length = 400000,
	  .help = N_("The policy in full.") },
	{ .name = "signatory", .label = N_("Signatory"), .type = &type_person, .target = "person", .flags = FIELD_ADD_BY_NAME,
	  .help = N_("The member of general management who signed.") },
	{ .name = "function", .label = N_("Function"), .type = &type_text, .flags = FIELD_SEARCH,
	  .help = N_("The function in which they signed.") },
	{ .name = "signed", .label = N_("Signed on"), .type = &type_date, .flags = FIELD_SORT,
	  .help = N_("The day of the signature.") },
	{ .name = "copy", .label = N_("Signed copy"), .type = &type_text, .flags = FIELD_SEARCH,
	  .help = N_("Where the signed paper or file is kept.") },
	{ .name = "effective", .label = N_("In force from"), .type = &type_date, .flags = FIELD_SORT,
	  .help = N_("The day from which it applies.") },
	{ .name = "review", .label = N_("Next review"), .type = &type_date, .flags = FIELD_COLUMN | FIELD_SORT | FIELD_DUE,
	  .help = N_("The day by which it is to be looked at again.") },
	{ .name = "supersedes", .label = N_("Supersedes"), .type = &type_reference, .target = "policy",
	  .help = N_("The version that it replaces.") },
	{ .name = "changes", .label = N_("What changed"), .type = &type_long_text, .flags = FIELD_SEARCH,
	  .help = N_("What is new against the version before.") },
	{ .name = "withdrawal", .label = N_("Reason of the withdrawal"), .type = &type_text, .flags = FIELD_SEARCH,
	  .help = N_("Why it no longer holds.") },
	{ .name = "seal", .label = N_("Seal"), .type = &type_text, .flags = FIELD_SEALED,
	  .help = N_("The head of the journal when it was signed: what the file held then can be proved.") },
	{ .name = "rules", .label = N_("Rules"), .type = &type_references, .target = "rule", .flags = FIELD_INVERSE, .inverse = "policy",
	  .help = N_("The rules that it states.") },
	{ .name = "acknowledgements", .label = N_("Acknowledgements"), .type = &type_references, .target = "acknowledgement", .flags = FIELD_INVERSE, .inverse = "policy",
	  .help = N_("Who has read and accepted it.") },
};
static const struct tally_def policy_tallies[] = {
	{ "policy.status", { "status", "review" } },
};

const struct register_def register_policy = {
	.name = "policy", .label = N_("Policy"), .plural = N_("Policies"), .prefix = "PO", .phase = PHASE_PLAN,
	.help = N_("The framing document, the policy of clause 5.2, the PISS and topic policies, version by version, signed by general management (clause 5.2, A.5.1)."),
	.fields = policy_fields, .field_count = COUNT(policy_fields), .open = policy_open, .check = policy_check,
	.tallies = policy_tallies, .tally_count = COUNT(policy_tallies),
	.frozen = policy_frozen, .frozen_free = policy_free, .freeze_action = "sign",
};

static const struct choice choices_rule_status[] = {
	{ "none", N_("not started") }, { "planned", N_("planned") }, { "partial", N_("partial") }, { "implemented", N_("implemented") },
	{ NULL, NULL },
};
static const char *const rule_open[] = { "none", "planned", "partial", "", NULL };

static const struct field_def rule_fields[] = {
	{ .name = "policy", .label = N_("Policy"), .type = &type_reference, .target = "policy", .flags = FIELD_COLUMN,
	  .help = N_("The policy that states the rule.") },
	{ .name = "title", .label = N_("Rule"), .type = &type_text, .flags = TITLE_FLAGS,
	  .help = N_("What everybody concerned must or must not do, in one sentence.") },
	{ .name = "text", .label = N_("Explanation"), .type = &type_long_text, .flags = FIELD_SEARCH,
	  .help = N_("To whom it applies, how it is kept, how one checks it.") },
	{ .name = "controls", .label = N_("Controls"), .type = &type_control, .target = "control",
	  .help = N_("The controls by which the rule is carried out.") },
	{ .name = "owner", .label = N_("Owner"), .type = &type_person, .target = "person", .flags = FIELD_COLUMN | FIELD_ADD_BY_NAME,
	  .help = N_("The person who sees that it is kept.") },
	{ .name = "status", .label = N_("Status"), .type = &type_choice, .choices = choices_rule_status, .flags = FIELD_COLUMN | FIELD_SORT,
	  .help = N_("How far the rule is carried out: the state of the policy's implementation is counted from it.") },
	{ .name = "actions", .label = N_("Actions"), .type = &type_references, .target = "action", .flags = FIELD_INVERSE, .inverse = "rule",
	  .help = N_("The actions that carry it out.") },
	{ .name = "breaches", .label = N_("Breaches"), .type = &type_references, .target = "incident", .flags = FIELD_INVERSE, .inverse = "rule",
	  .help = N_("The incidents in which it was broken.") },
};
static const struct tally_def rule_tallies[] = {
	{ "rule.status", { "status" } },
};

const struct register_def register_rule = {
	.name = "rule", .label = N_("Rule"), .plural = N_("Rules of the policies"), .prefix = "RU", .phase = PHASE_PLAN,
	.help = N_("The rules that the policies state, and how far each is carried out (clause 5.2, A.5.1)."),
	.fields = rule_fields, .field_count = COUNT(rule_fields), .open = rule_open,
	.tallies = rule_tallies, .tally_count = COUNT(rule_tallies),
};

static const struct field_def acknowledgement_fields[] = {
	{ .name = "policy", .label = N_("Policy"), .type = &type_reference, .target = "policy", .flags = FIELD_REQUIRED | FIELD_COLUMN,
	  .help = N_("The version of the policy that was read.") },
	{ .name = "person", .label = N_("Person"), .type = &type_person, .target = "person", .flags = FIELD_REQUIRED | FIELD_COLUMN | FIELD_ADD_BY_NAME,
	  .help = N_("Who read and accepted it.") },
	{ .name = "date", .label = N_("Date"), .type = &type_date, .flags = FIELD_REQUIRED | FIELD_COLUMN | FIELD_SORT, .initial = "today",
	  .help = N_("The day on which they did.") },
	{ .name = "how", .label = N_("How"), .type = &type_text, .flags = FIELD_SEARCH,
	  .help = N_("On paper, by mail, in a session.") },
};

const struct register_def register_acknowledgement = {
	.name = "acknowledgement", .label = N_("Acknowledgement"), .plural = N_("Acknowledgements"), .prefix = "AK", .phase = PHASE_DO,
	.help = N_("Who has read and accepted which policy (clause 7.3, A.5.1)."),
	.fields = acknowledgement_fields, .field_count = COUNT(acknowledgement_fields), .sort = "date",
};

static const struct choice choices_document_kind[] = {
	{ "policy", N_("policy") }, { "procedure", N_("procedure") }, { "plan", N_("plan") }, { "record", N_("record") }, { "contract", N_("contract") },
	{ "report", N_("report") }, { "other", N_("other") },
	{ NULL, NULL },
};
static const struct choice choices_document_status[] = {
	{ "draft", N_("draft") }, { "review", N_("in review") }, { "approved", N_("approved") }, { "withdrawn", N_("withdrawn") },
	{ NULL, NULL },
};
static const char *const document_open[] = { "draft", "review", "approved", "", NULL };

static const struct field_def document_fields[] = {
	{ .name = "title", .label = N_("Title"), .type = &type_text, .flags = TITLE_FLAGS,
	  .help = N_("The title of the document.") },
	{ .name = "identifier", .label = N_("Identifier"), .type = &type_text, .flags = FIELD_SEARCH | FIELD_SORT, .length = 60,
	  .help = N_("The number by which the organisation knows it.") },
	{ .name = "kind", .label = N_("Kind"), .type = &type_choice, .choices = choices_document_kind, .flags = FIELD_COLUMN | FIELD_SORT,
	  .help = N_("What kind of document it is.") },
	{ .name = "version", .label = N_("Version"), .type = &type_text, .flags = FIELD_COLUMN | FIELD_SORT, .length = 20, .width = 8,
	  .help = N_("The version that holds.") },
	{ .name = "owner", .label = N_("Owner"), .type = &type_person, .target = "person", .flags = FIELD_COLUMN | FIELD_ADD_BY_NAME,
	  .help = N_("The person who keeps it up to date.") },
	{ .name = "status", .label = N_("Status"), .type = &type_choice, .choices = choices_document_status, .flags = FIELD_COLUMN | FIELD_SORT, .initial = "draft",
	  .help = N_("Where it stands.") },
	{ .name = "classification", .label = N_("Classification"), .type = &type_choice, .choices = choices_classification, .flags = FIELD_SORT,
	  .help = N_("Who may read it.") },
	{ .name = "approver", .label = N_("Approved by"), .type = &type_person, .target = "person", .flags = FIELD_ADD_BY_NAME,
	  .help = N_("The person who approved it (clause 7.5.2 c).") },
	{ .name = "approved", .label = N_("Approved on"), .type = &type_date, .flags = FIELD_SORT,
	  .help = N_("The day of the approval.") },
	{ .name = "review", .label = N_("Next review"), .type = &type_date, .flags = FIELD_COLUMN | FIELD_SORT | FIELD_DUE,
	  .help = N_("The day by which it is to be looked at again.") },
	{ .name = "location", .label = N_("Location"), .type = &type_text, .flags = FIELD_SEARCH,
	  .help = N_("Where it is kept: a folder, an address, a shelf.") },
	{ .name = "retention", .label = N_("Kept for"), .type = &type_text, .flags = FIELD_SEARCH,
	  .help = N_("How long it is kept and what happens then (clause 7.5.3 f).") },
	{ .name = "requirement", .label = N_("Requirements"), .type = &type_references, .target = "requirement",
	  .help = N_("The clauses that ask for it.") },
	{ .name = "controls", .label = N_("Controls"), .type = &type_control, .target = "control",
	  .help = N_("The controls that it serves.") },
	{ .name = "description", .label = N_("Description"), .type = &type_long_text, .flags = FIELD_SEARCH,
	  .help = N_("What it says, for whom.") },
	{ .name = "evidence", .label = N_("Evidence records"), .type = &type_references, .target = "evidence", .flags = FIELD_INVERSE, .inverse = "document",
	  .help = N_("The evidence that it gives.") },
};
static const struct tally_def document_tallies[] = {
	{ "document.status", { "status", "review" } },
};

const struct register_def register_document = {
	.name = "document", .label = N_("Document"), .plural = N_("Documents"), .prefix = "DO", .phase = PHASE_DO,
	.help = N_("Documented information: versions, owners, approvals, reviews (clause 7.5)."),
	.fields = document_fields, .field_count = COUNT(document_fields), .open = document_open,
	.tallies = document_tallies, .tally_count = COUNT(document_tallies),
};

static const struct choice choices_evidence_kind[] = {
	{ "attached", N_("attached") }, { "referenced", N_("kept elsewhere") },
	{ NULL, NULL },
};

static const struct field_def evidence_fields[] = {
	{ .name = "title", .label = N_("Title"), .type = &type_text, .flags = TITLE_FLAGS,
	  .help = N_("What it shows.") },
	{ .name = "date", .label = N_("Date of the fact"), .type = &type_date, .flags = FIELD_COLUMN | FIELD_SORT,
	  .help = N_("The day of the fact that it shows, not the day of its filing.") },
	{ .name = "until", .label = N_("Valid until"), .type = &type_date, .flags = FIELD_COLUMN | FIELD_SORT | FIELD_DUE,
	  .help = N_("The day after which it no longer shows it.") },
	{ .name = "kind", .label = N_("Kind"), .type = &type_choice, .choices = choices_evidence_kind, .flags = FIELD_COLUMN | FIELD_SORT, .initial = "referenced",
	  .help = N_("Attached in this file, or kept elsewhere.") },
	{ .name = "location", .label = N_("Location"), .type = &type_text, .flags = FIELD_SEARCH | FIELD_CONFIDENTIAL,
	  .help = N_("Where it is kept, when it is not attached.") },
	{ .name = "file", .label = N_("File name"), .type = &type_text, .flags = FIELD_SEARCH, .length = 255,
	  .help = N_("The name of the attached file.") },
	{ .name = "sha256", .label = N_("SHA-256"), .type = &type_text, .length = 64,
	  .help = N_("The hash of the attached file, by which it is found and verified.") },
	{ .name = "size", .label = N_("Size"), .type = &type_integer, .min = 0, .max = 10485760,
	  .help = N_("The size of the attached file, in bytes; 10 MB at most.") },
	{ .name = "owner", .label = N_("Owner"), .type = &type_person, .target = "person", .flags = FIELD_COLUMN | FIELD_ADD_BY_NAME,
	  .help = N_("The person who provides it.") },
	{ .name = "classification", .label = N_("Classification"), .type = &type_choice, .choices = choices_classification, .flags = FIELD_SORT,
	  .help = N_("Who may see it.") },
	{ .name = "control", .label = N_("Controls"), .type = &type_control, .target = "control",
	  .help = N_("The controls that it shows at work.") },
	{ .name = "requirement", .label = N_("Requirements"), .type = &type_references, .target = "requirement",
	  .help = N_("The clauses that it shows to be met.") },
	{ .name = "document", .label = N_("Document"), .type = &type_reference, .target = "document",
	  .help = N_("The document of which it is a part.") },
	{ .name = "notes", .label = N_("Notes"), .type = &type_long_text, .flags = FIELD_SEARCH | FIELD_CONFIDENTIAL,
	  .help = N_("What is to be known about it.") },
};
static const struct tally_def evidence_tallies[] = {
	{ "evidence.until", { "until" } },
};

const struct register_def register_evidence = {
	.name = "evidence", .label = N_("Evidence"), .plural = N_("Evidence records"), .prefix = "EV", .phase = PHASE_DO,
	.help = N_("What shows that controls work and clauses are met: attached or kept elsewhere, with the date of the fact and the end of its validity (clauses 7.5 and 9.1)."),
	.fields = evidence_fields, .field_count = COUNT(evidence_fields), .check = evidence_check,
	.tallies = evidence_tallies, .tally_count = COUNT(evidence_tallies),
};

static const struct choice choices_exception_status[] = {
	{ "requested", N_("requested") }, { "approved", N_("approved") }, { "refused", N_("refused") }, { "ended", N_("ended") },
	{ NULL, NULL },
};
static const char *const exception_open[] = { "requested", "approved", "", NULL };

static const struct field_def exception_fields[] = {
	{ .name = "title", .label = N_("Title"), .type = &type_text, .flags = TITLE_FLAGS,
	  .help = N_("From what is departed, and where.") },
	{ .name = "control", .label = N_("Controls"), .type = &type_control, .target = "control",
	  .help = N_("The controls that are not carried out as decided.") },
	{ .name = "rule", .label = N_("Rules"), .type = &type_references, .target = "rule",
	  .help = N_("The rules that are not kept.") },
	{ .name = "asset", .label = N_("Assets"), .type = &type_references, .target = "asset",
	  .help = N_("The assets for which the exception holds.") },
	{ .name = "reason", .label = N_("Reason"), .type = &type_long_text, .flags = FIELD_SEARCH,
	  .help = N_("Why it cannot be otherwise for now.") },
	{ .name = "compensation", .label = N_("Compensating control"), .type = &type_long_text, .flags = FIELD_SEARCH,
	  .help = N_("What protects instead, as long as the exception lasts.") },
	{ .name = "risk", .label = N_("Risks"), .type = &type_references, .target = "risk",
	  .help = N_("The risks that it raises.") },
	{ .name = "owner", .label = N_("Requested by"), .type = &type_person, .target = "person", .flags = FIELD_COLUMN | FIELD_ADD_BY_NAME,
	  .help = N_("The person who asks for it and answers for it.") },
	{ .name = "status", .label = N_("Status"), .type = &type_choice, .choices = choices_exception_status, .flags = FIELD_COLUMN | FIELD_SORT, .initial = "requested",
	  .help = N_("Requested, approved, refused, ended.") },
	{ .name = "approver", .label = N_("Approved by"), .type = &type_person, .target = "person", .flags = FIELD_ADD_BY_NAME,
	  .help = N_("The person who approved it.") },
	{ .name = "function", .label = N_("Function"), .type = &type_text, .flags = FIELD_SEARCH,
	  .help = N_("The function in which they approved it.") },
	{ .name = "approved", .label = N_("Approved on"), .type = &type_date, .flags = FIELD_SORT,
	  .help = N_("The day of the approval.") },
	{ .name = "expiry", .label = N_("Expires on"), .type = &type_date, .flags = FIELD_COLUMN | FIELD_SORT | FIELD_DUE,
	  .help = N_("The day on which it ends; none lasts for ever.") },
};
static const struct tally_def exception_tallies[] = {
	{ "exception.status", { "status", "expiry" } },
};

const struct register_def register_exception = {
	.name = "exception", .label = N_("Exception"), .plural = N_("Exceptions"), .prefix = "EX", .phase = PHASE_PLAN,
	.help = N_("Departures from a control or a rule: why, what compensates, who approved, until when (A.5.1, A.5.36)."),
	.fields = exception_fields, .field_count = COUNT(exception_fields), .open = exception_open, .check = exception_check,
	.tallies = exception_tallies, .tally_count = COUNT(exception_tallies),
};
