/* Assets, threats, vulnerabilities and risks (ISO/IEC 27001:2022, 6.1.2; ISO/IEC 27005). */
#include "model/registers/parts.h"

static const struct choice choices_asset_type[] = {
	{ "process", N_("process") },
	{ "information", N_("information") },
	{ "software", N_("software") },
	{ "hardware", N_("hardware") },
	{ "network", N_("network") },
	{ "service", N_("service") },
	{ "people", N_("people") },
	{ "site", N_("site") },
	{ "document", N_("document") },
	{ NULL, NULL },
};
const struct choice choices_classification[] = {
	{ "public", N_("public") },
	{ "internal", N_("internal") },
	{ "confidential", N_("confidential") },
	{ "secret", N_("secret") },
	{ NULL, NULL },
};

/* known: its letter, and the French one where that is another (DIC, DICP). */
#define NEED(field_name, letter, known, field_label, short_text, sentence)                                             \
	{                                                                                                              \
		.name = field_name, .known_as = known, .label = field_label, .short_label = short_text,                \
		.type = &type_level, .scale = "impact", .flags = FIELD_COLUMN | FIELD_SORT, .help = sentence,          \
		.source = &(const struct field_source)                                                                 \
		{                                                                                                      \
			.along = "supports", .inherited = "inherited_" letter                                          \
		}                                                                                                      \
	}
#define INHERITED(letter, field_label)                                                                                 \
	{                                                                                                              \
		.name = "inherited_" letter, .label = field_label, .type = &type_level, .scale = "impact",             \
		.flags = FIELD_DERIVED, .help = N_("The greatest need of the assets that it supports.")                \
	}

static const struct field_def asset_fields[] = {
	{ .name = "name",
		.known_as = "asset|actif|asset name|nom de l’actif|bien|bien support|hostname|host name|host|"
			    "nom d’hôte|computer name|machine name|nom de machine|nom de la machine|server name|"
			    "nom du serveur|serveur|server|fqdn|device name|device",
		.label = N_("Name"),
		.type = &type_text,
		.flags = TITLE_FLAGS,
		.help = N_("What the asset is called in the organisation.") },
	{ .name = "type",
		.known_as = "asset type|type d’actif|category|catégorie|kind|nature|asset category",
		.label = N_("Type"),
		.type = &type_choice,
		.choices = choices_asset_type,
		.flags = FIELD_COLUMN | FIELD_SORT,
		.help = N_("Processes and information are primary assets; the others support them.") },
	{ .name = "owner",
		.known_as = "asset owner|propriétaire de l’actif|responsable|responsible|custodian|dépositaire|"
			    "assigned to",
		.label = N_("Owner"),
		.type = &type_person,
		.target = "person",
		.flags = FIELD_COLUMN | FIELD_ADD_BY_NAME,
		.help = N_("The person who answers for the asset.") },
	NEED("confidentiality", "c", "c", N_("Confidentiality"), N_("Conf."),
		N_("How bad it would be if the wrong people saw it.")),
	NEED("integrity", "i", "i", N_("Integrity"), N_("Int."), N_("How bad it would be if it were altered.")),
	NEED("availability", "a", "a|d|dispo", N_("Availability"), N_("Avail."),
		N_("How bad it would be if it were missing when needed.")),
	NEED("traceability", "t", "t|p|preuve", N_("Traceability"), N_("Trac."),
		N_("How bad it would be not to know who did what.")),
	{ .name = "description",
		.known_as = "details|détails|comments|commentaires|notes|remarks|remarques|business value",
		.label = N_("Description"),
		.type = &type_long_text,
		.flags = FIELD_SEARCH,
		.help = N_("What it is, what it holds, what it serves.") },
	{ .name = "supports",
		.known_as = "supported assets|parent assets|primary assets|actifs primordiaux|biens essentiels|"
			    "valeurs métier|dependencies",
		.label = N_("Supports"),
		.type = &type_references,
		.target = "asset",
		.help = N_("The primary assets that rest on this one.") },
	INHERITED("c", N_("Inherited confidentiality")),
	INHERITED("i", N_("Inherited integrity")),
	INHERITED("a", N_("Inherited availability")),
	INHERITED("t", N_("Inherited traceability")),
	{ .name = "classification",
		.known_as = "information classification|class|classe|sensitivity|sensibilité",
		.label = N_("Classification"),
		.type = &type_choice,
		.choices = choices_classification,
		.flags = FIELD_SORT,
		.help = N_("The class of its information.") },
	{ .name = "location",
		.known_as = "site|place|lieu|emplacement|localisation|hosting|hébergement",
		.label = N_("Location"),
		.type = &type_text,
		.flags = FIELD_SEARCH,
		.help = N_("Where it stands or where it is hosted.") },
	{ .name = "unit",
		.known_as = "department|service|direction|team|équipe|business unit",
		.label = N_("Unit"),
		.type = &type_reference,
		.target = "unit",
		.flags = FIELD_ADD_BY_NAME,
		.help = N_("The unit that uses it.") },
	{ .name = "review",
		.known_as = "review date|date de revue|next review date|prochaine revue|revue",
		.label = N_("Next review"),
		.short_label = N_("Review"),
		.type = &type_date,
		.flags = FIELD_SORT | FIELD_DUE,
		.help = N_("The day by which its needs are to be looked at again.") },
	{ .name = "suppliers",
		.label = N_("Suppliers"),
		.type = &type_references,
		.target = "supplier",
		.flags = FIELD_INVERSE | FIELD_INTERNAL,
		.inverse = "asset",
		.help = N_("Who outside runs, holds or reaches it.") },
	{ .name = "checks",
		.label = N_("Security checks"),
		.type = &type_references,
		.target = "check",
		.flags = FIELD_INVERSE | FIELD_INTERNAL,
		.inverse = "asset",
		.help = N_("The checks that look at it.") },
	{ .name = "incidents",
		.label = N_("Incidents"),
		.type = &type_references,
		.target = "incident",
		.flags = FIELD_INVERSE | FIELD_INTERNAL,
		.inverse = "asset",
		.help = N_("The incidents that touched it.") },
	{ .name = "scopes",
		.label = N_("Scope"),
		.type = &type_references,
		.target = "scope",
		.flags = FIELD_INVERSE | FIELD_INTERNAL,
		.inverse = "asset",
		.help = N_("The entries of the scope that name it.") },
	EXTERNAL_ID,
};
static const struct tally_def asset_tallies[] = {
	{ "asset.type", { "type" } },
	{ "asset.review", { "review" } },
};

static const struct section_def asset_sections[] = {
	{ "name", N_("What it is") },
	{ "confidentiality", N_("Needs") },
	{ "description", N_("Description") },
	{ "classification", N_("Handling") },
	{ "review", N_("Follow-up") },
	{ NULL, NULL },
};

const struct register_def register_asset = {
	.name = "asset",
	.label = N_("Asset"),
	.plural = N_("Assets"),
	.prefix = "AS",
	.phase = PHASE_PLAN,
	.help = N_("What has value: processes and information, and all that carries them (clause 6.1.2, A.5.9)."),
	.fields = asset_fields,
	.field_count = COUNT(asset_fields),
	.sections = asset_sections,
	.tallies = asset_tallies,
	.tally_count = COUNT(asset_tallies),
};

static const struct choice choices_threat_category[] = {
	{ "physical", N_("physical damage") },
	{ "natural", N_("natural event") },
	{ "infrastructure", N_("loss of essential service") },
	{ "technical", N_("technical failure") },
	{ "compromise", N_("compromise of information") },
	{ "unauthorised", N_("unauthorised action") },
	{ "functions", N_("compromise of functions") },
	{ "organisational", N_("organisational failure") },
	{ NULL, NULL },
};
static const struct choice choices_origin[] = {
	{ "deliberate", N_("deliberate") },
	{ "accidental", N_("accidental") },
	{ "environmental", N_("environmental") },
	{ NULL, NULL },
};
static const struct choice choices_property[] = {
	{ "confidentiality", N_("confidentiality") },
	{ "integrity", N_("integrity") },
	{ "availability", N_("availability") },
	{ "traceability", N_("traceability") },
	{ NULL, NULL },
};

static const struct field_def threat_fields[] = {
	{ .name = "title",
		.known_as = "threat|menace",
		.label = N_("Title"),
		.type = &type_text,
		.flags = TITLE_FLAGS | FIELD_TRANSLATED,
		.help = N_("What could happen.") },
	{ .name = "title_fr",
		.label = N_("Title in French"),
		.type = &type_text,
		.flags = FIELD_SEARCH | FIELD_SORT,
		.help = N_("What could happen, in French.") },
	{ .name = "category",
		.known_as = "type|catégorie|kind",
		.label = N_("Category"),
		.type = &type_choice,
		.choices = choices_threat_category,
		.flags = FIELD_COLUMN | FIELD_SORT,
		.help = N_("The family of the threat.") },
	{ .name = "origin",
		.known_as = "source|origine",
		.label = N_("Origin"),
		.type = &type_choices,
		.choices = choices_origin,
		.flags = FIELD_COLUMN,
		.help = N_("Whether somebody wants it, causes it by mistake, or nobody does.") },
	{ .name = "properties",
		.label = N_("Harms"),
		.type = &type_choices,
		.choices = choices_property,
		.flags = FIELD_COLUMN,
		.help = N_("The properties of information that it harms.") },
	{ .name = "description",
		.label = N_("Description"),
		.type = &type_long_text,
		.flags = FIELD_SEARCH | FIELD_TRANSLATED,
		.help = N_("How it comes about, with an example.") },
	{ .name = "description_fr",
		.label = N_("Description in French"),
		.type = &type_long_text,
		.flags = FIELD_SEARCH,
		.help = N_("How it comes about, in French.") },
	EXTERNAL_ID,
};

const struct register_def register_threat = {
	.name = "threat",
	.label = N_("Threat"),
	.plural = N_("Threats"),
	.prefix = "T",
	.phase = PHASE_PLAN,
	.template_part = true,
	.help = N_("What could cause harm; a list to choose from when risks are identified (clause 6.1.2)."),
	.fields = threat_fields,
	.field_count = COUNT(threat_fields),
};

static const struct choice choices_vulnerability_category[] = {
	{ "hardware", N_("hardware") },
	{ "software", N_("software") },
	{ "network", N_("network") },
	{ "personnel", N_("personnel") },
	{ "site", N_("site") },
	{ "organisation", N_("organisation") },
	{ NULL, NULL },
};

static const struct field_def vulnerability_fields[] = {
	{ .name = "title",
		.known_as = "vulnerability|vulnérabilité|weakness|faille",
		.label = N_("Title"),
		.type = &type_text,
		.flags = TITLE_FLAGS | FIELD_TRANSLATED,
		.help = N_("The weakness that a threat can use.") },
	{ .name = "title_fr",
		.label = N_("Title in French"),
		.type = &type_text,
		.flags = FIELD_SEARCH | FIELD_SORT,
		.help = N_("The weakness, in French.") },
	{ .name = "category",
		.known_as = "type|catégorie|kind",
		.label = N_("Category"),
		.type = &type_choice,
		.choices = choices_vulnerability_category,
		.flags = FIELD_COLUMN | FIELD_SORT,
		.help = N_("Where the weakness lies.") },
	{ .name = "threats",
		.label = N_("Threats"),
		.type = &type_references,
		.target = "threat",
		.flags = FIELD_COLUMN,
		.help = N_("The threats that typically use it.") },
	{ .name = "description",
		.label = N_("Description"),
		.type = &type_long_text,
		.flags = FIELD_SEARCH | FIELD_TRANSLATED,
		.help = N_("How it shows.") },
	{ .name = "description_fr",
		.label = N_("Description in French"),
		.type = &type_long_text,
		.flags = FIELD_SEARCH,
		.help = N_("How it shows, in French.") },
	EXTERNAL_ID,
};

const struct register_def register_vulnerability = {
	.name = "vulnerability",
	.label = N_("Vulnerability"),
	.plural = N_("Vulnerabilities"),
	.prefix = "V",
	.phase = PHASE_PLAN,
	.template_part = true,
	.help = N_("Weaknesses that threats can use; a list to choose from when risks are identified (clause 6.1.2)."),
	.fields = vulnerability_fields,
	.field_count = COUNT(vulnerability_fields),
};

static const struct choice choices_treatment[] = {
	{ "modify", N_("modify") },
	{ "retain", N_("retain") },
	{ "avoid", N_("avoid") },
	{ "share", N_("share") },
	{ NULL, NULL },
};
static const struct choice choices_standing[] = {
	{ "current", N_("in the register") },
	{ "left", N_("left the register") },
	{ NULL, NULL },
};
static const struct choice choices_risk_status[] = {
	{ "identified", N_("identified") },
	{ "assessed", N_("assessed") },
	{ "treated", N_("in treatment") },
	{ "accepted", N_("accepted") },
	{ "closed", N_("closed") },
	{ NULL, NULL },
};
static const char *const risk_open[] = { "identified", "assessed", "treated", "", NULL };

/* The three independent ratings of a risk; each keeps its raw inputs, its level comes from the grid. */
#define RATING(state, known_l, known_i, known_level, label_l, label_i, label_c, label_g, label_a, label_t,             \
	label_level, short_level, sentence_l, sentence_i, columns)                                                     \
	{ .name = state "_likelihood",                                                                                 \
		.known_as = known_l,                                                                                   \
		.label = label_l,                                                                                      \
		.type = &type_level,                                                                                   \
		.scale = "likelihood",                                                                                 \
		.flags = FIELD_SORT,                                                                                   \
		.help = sentence_l },                                                                                  \
		{ .name = state "_impact",                                                                             \
			.known_as = known_i,                                                                           \
			.label = label_i,                                                                              \
			.type = &type_level,                                                                           \
			.scale = "impact",                                                                             \
			.flags = FIELD_SORT,                                                                           \
			.help = sentence_i },                                                                          \
		{ .name = state "_impact_c",                                                                           \
			.label = label_c,                                                                              \
			.type = &type_level,                                                                           \
			.scale = "impact",                                                                             \
			.help = N_("The impact on confidentiality; the greatest of the four is the impact.") },        \
		{ .name = state "_impact_i",                                                                           \
			.label = label_g,                                                                              \
			.type = &type_level,                                                                           \
			.scale = "impact",                                                                             \
			.help = N_("The impact on integrity; the greatest of the four is the impact.") },              \
		{ .name = state "_impact_a",                                                                           \
			.label = label_a,                                                                              \
			.type = &type_level,                                                                           \
			.scale = "impact",                                                                             \
			.help = N_("The impact on availability; the greatest of the four is the impact.") },           \
		{ .name = state "_impact_t",                                                                           \
			.label = label_t,                                                                              \
			.type = &type_level,                                                                           \
			.scale = "impact",                                                                             \
			.help = N_("The impact on traceability; the greatest of the four is the impact.") },           \
	{                                                                                                              \
		.name = state "_level", .known_as = known_level, .label = label_level, .short_label = short_level,     \
		.type = &type_level, .scale = "risk", .flags = FIELD_SORT | FIELD_DERIVED | (columns),                 \
		.help = N_("The level that the grid gives for this likelihood and impact.")                            \
	}

static const struct field_def risk_fields[] = {
	{ .name = "title",
		.known_as = "risk|risque|risk title|risk name|risk scenario|risk description|description du risque|"
			    "intitulé du risque|scénario de risque",
		.label = N_("Title"),
		.type = &type_text,
		.flags = TITLE_FLAGS,
		.help = N_("What could happen to what, with which consequence.") },
	{ .name = "asset",
		.known_as = "assets|actif|actifs|bien|biens|bien support|asset name|asset concerned|actif concerné|"
			    "affected asset|affected assets",
		.label = N_("Asset"),
		.type = &type_reference,
		.target = "asset",
		.help = N_("The asset at risk; a risk told as an event may have none.") },
	{ .name = "threat",
		.known_as = "threats|menaces|threat source|source de menace|threat scenario",
		.label = N_("Threat"),
		.type = &type_reference,
		.target = "threat",
		.help = N_("What could cause the harm.") },
	{ .name = "vulnerability",
		.known_as = "vulnerabilities|vulnérabilités|weakness|faille",
		.label = N_("Vulnerability"),
		.type = &type_reference,
		.target = "vulnerability",
		.help = N_("The weakness that the threat would use.") },
	{ .name = "owner",
		.known_as =
			"risk owner|propriétaire du risque|responsable du risque|porteur du risque|porteur|responsable|"
			"pilote|responsible|risk holder|assigned to",
		.label = N_("Owner"),
		.type = &type_person,
		.target = "person",
		.flags = FIELD_COLUMN | FIELD_ADD_BY_NAME,
		.help = N_(
			"The person who answers for the risk, approves its treatment and accepts what is left (clause 6.1.3 f).") },
	{ .name = "scenario",
		.known_as =
			"scénario|description|cause and effect|causes et conséquences|consequences|conséquences|?consequence|details|"
			"détail|détails",
		.label = N_("Scenario"),
		.type = &type_long_text,
		.flags = FIELD_SEARCH,
		.help = N_("How it would come about and what would follow.") },
	RATING("inherent",
		"gross likelihood|raw likelihood|initial likelihood|inherent probability|initial probability|probabilité initiale|probabilité brute|inherent l|inherent p|prob initiale|prob brute|proba initiale|proba brute|initial prob|inherent prob|vraisemblance brute|vraisemblance initiale|likelihood before treatment",
		"gross impact|raw impact|initial impact|inherent severity|inherent i|impact brut|gravité brute|impact initial|gravité initiale|impact before treatment",
		"inherent score|inherent risk|inherent risk score|inherent risk level|inherent rating|gross risk|gross score|raw risk|initial risk|initial score|risque brut|risque initial|risque inhérent|criticité brute|criticité initiale|niveau brut|niveau initial|score brut|score initial|niveau de risque brut|niveau de risque initial",
		N_("Inherent likelihood"), N_("Inherent impact"), N_("Inherent impact C"), N_("Inherent impact I"),
		N_("Inherent impact A"), N_("Inherent impact T"), N_("Inherent level"), N_("Inherent"),
		N_("How likely it would be without any control."), N_("How bad it would be without any control."), 0),
	RATING("current",
		"likelihood|probability|probabilité|prob|proba|prob actuelle|proba actuelle|vraisemblance|net likelihood|vraisemblance nette|probabilité nette|probabilité actuelle|fréquence actuelle|frequency|fréquence|occurrence|current probability|l|v|current l|current p",
		"impact|gravité|severity|sévérité|?consequence|net impact|impact net|gravité nette|gravité actuelle|current severity|i|g|current i",
		"score|lxi|pxi|ixp|gxp|pxg|vxi|vxg|ixv|l x i|p x i|i x p|g x p|p x g|v x i|v x g|i x v|l×i|i×l|p×i|i×p|p×g|g×p|v×i|v×g|i×v|risk score|risk level|level of risk|risk rating|criticality|criticité|criticité du risque|niveau|niveau de risque|niveau du risque|cotation|cotation du risque|score de risque|score du risque|net risk|net score|current score|current risk|current risk level|risque net|risque actuel|criticité nette|criticité actuelle|score net|score actuel|niveau net|risk exposure",
		N_("Current likelihood"), N_("Current impact"), N_("Current impact C"), N_("Current impact I"),
		N_("Current impact A"), N_("Current impact T"), N_("Current level"), N_("Current"),
		N_("How likely it is with the controls that exist today."),
		N_("How bad it is with the controls that exist today."), FIELD_COLUMN),
	RATING("residual",
		"target likelihood|likelihood after treatment|residual l|residual p|prob résiduelle|proba résiduelle|residual prob|target prob|probabilité résiduelle|probabilité cible|vraisemblance cible|residual probability|target probability",
		"target impact|impact after treatment|residual i|gravité résiduelle|impact cible|gravité cible|residual severity|target severity",
		"residual score|residual risk|residual risk score|residual risk level|residual rating|target risk|target score|target risk score|risque résiduel|risque cible|criticité résiduelle|criticité cible|niveau résiduel|niveau cible|niveau de risque résiduel|score résiduel|score cible",
		N_("Residual likelihood"), N_("Residual impact"), N_("Residual impact C"), N_("Residual impact I"),
		N_("Residual impact A"), N_("Residual impact T"), N_("Residual level"), N_("Residual"),
		N_("How likely it will be once the treatment is done."),
		N_("How bad it will be once the treatment is done."), FIELD_COLUMN),
	{ .name = "treatment",
		.known_as =
			"risk treatment|traitement du risque|treatment option|option de traitement|"
			"treatment strategy|stratégie|strategy|response|risk response|décision de traitement|décision|decision",
		.label = N_("Treatment"),
		.type = &type_choice,
		.choices = choices_treatment,
		.flags = FIELD_COLUMN | FIELD_SORT,
		.help = N_(
			"What is decided: modify the risk by controls, retain it, share it, or avoid it: then what gives rise to the risk is given up, and the risk leaves the register (clause 6.1.3 a).") },
	{ .name = "treatment_reason",
		.known_as = "treatment justification|justification du traitement|justification|treatment comment",
		.label = N_("Reason for the treatment"),
		.type = &type_long_text,
		.flags = FIELD_SEARCH,
		.help = N_("Why this treatment was chosen.") },
	{ .name = "controls",
		.known_as = "existing controls|mesures existantes|mesures de sécurité|security measures|"
			    "security controls|safeguards|measures|iso 27001 controls|mesures iso 27001|"
			    "annex a controls|contrôles",
		.label = N_("Controls"),
		.type = &type_control,
		.target = "control",
		.help = N_("The controls that treat the risk (clause 6.1.3 b).") },
	{ .name = "status",
		.known_as = "risk status|statut du risque",
		.label = N_("Status"),
		.type = &type_choice,
		.choices = choices_risk_status,
		.flags = FIELD_COLUMN | FIELD_SORT,
		.initial = "identified",
		.help = N_("How far the work on the risk has come.") },
	{ .name = "identified",
		.known_as = "date identified|identified on|identification date|date d’identification|"
			    "submission date|creation date|date de création|date raised|raised on|date logged",
		.label = N_("Identified on"),
		.type = &type_date,
		.flags = FIELD_SORT,
		.initial = "today",
		.help = N_("The day on which the risk was first written down.") },
	{ .name = "review",
		.known_as = "review date|date de revue|next review date|prochaine revue|date de la prochaine revue|"
			    "revue",
		.label = N_("Next review"),
		.short_label = N_("Review"),
		.type = &type_date,
		.flags = FIELD_SORT | FIELD_DUE,
		.help = N_("The day by which the risk is to be looked at again.") },
	{ .name = "notes",
		.known_as = "comments|comment|commentaires|commentaire|remarks|remarques|observations|note",
		.label = N_("Notes"),
		.type = &type_long_text,
		.flags = FIELD_SEARCH | FIELD_CONFIDENTIAL,
		.help = N_("What the officer wants to remember; left out of what is printed for others.") },
	{ .name = "indicators",
		.label = N_("Indicators"),
		.type = &type_references,
		.target = "indicator",
		.flags = FIELD_INVERSE | FIELD_INTERNAL,
		.inverse = "risk",
		.help = N_("The indicators that watch it.") },
	{ .name = "suppliers",
		.label = N_("Suppliers"),
		.type = &type_references,
		.target = "supplier",
		.flags = FIELD_INVERSE | FIELD_INTERNAL,
		.inverse = "risk",
		.help = N_("The suppliers with whom it comes.") },
	{ .name = "projects",
		.label = N_("Projects"),
		.type = &type_references,
		.target = "project",
		.flags = FIELD_INVERSE | FIELD_INTERNAL,
		.inverse = "risk",
		.help = N_("The projects that bring or change it.") },
	{ .name = "changes",
		.label = N_("Changes"),
		.type = &type_references,
		.target = "change",
		.flags = FIELD_INVERSE | FIELD_INTERNAL,
		.inverse = "risk",
		.help = N_("The changes that bring or change it.") },
	{ .name = "actions",
		.label = N_("Actions"),
		.type = &type_references,
		.target = "action",
		.flags = FIELD_INVERSE,
		.inverse = "risk",
		.help = N_("The actions that treat the risk.") },
	{ .name = "incidents",
		.label = N_("Incidents"),
		.type = &type_references,
		.target = "incident",
		.flags = FIELD_INVERSE,
		.inverse = "risk",
		.help = N_("The incidents in which the risk came true.") },
	{ .name = "acceptances",
		.label = N_("Acceptances"),
		.type = &type_references,
		.target = "acceptance",
		.flags = FIELD_INVERSE,
		.inverse = "risk",
		.help = N_("Who approved its treatment and accepted what is left.") },
	{ .name = "letters",
		.label = N_("Acceptances"),
		.type = &type_references,
		.target = "acceptance",
		.flags = FIELD_INVERSE | FIELD_INTERNAL,
		.inverse = "risks",
		.help = N_("The letters that are about it among others.") },
	{ .name = "findings",
		.label = N_("Findings"),
		.type = &type_references,
		.target = "finding",
		.flags = FIELD_INVERSE | FIELD_INTERNAL,
		.inverse = "risk",
		.help = N_("What audits found that raises it.") },
	{ .name = "nonconformities",
		.label = N_("Nonconformities"),
		.type = &type_references,
		.target = "nonconformity",
		.flags = FIELD_INVERSE | FIELD_INTERNAL,
		.inverse = "risk",
		.help = N_("The nonconformities that raise it.") },
	{ .name = "watches",
		.label = N_("Watch"),
		.type = &type_references,
		.target = "watch",
		.flags = FIELD_INVERSE | FIELD_INTERNAL,
		.inverse = "risk",
		.help = N_("What was read outside that bears on it.") },
	{ .name = "issues",
		.label = N_("Context issues"),
		.type = &type_references,
		.target = "issue",
		.flags = FIELD_INVERSE | FIELD_INTERNAL,
		.inverse = "risk",
		.help = N_("The context issues that bring it about.") },
	{ .name = "exceptions",
		.label = N_("Exceptions"),
		.type = &type_references,
		.target = "exception",
		.flags = FIELD_INVERSE | FIELD_INTERNAL,
		.inverse = "risk",
		.help = N_("The exceptions that raise it.") },
	{ .name = "assessments",
		.label = N_("Risk assessments"),
		.type = &type_references,
		.target = "assessment",
		.flags = FIELD_INVERSE | FIELD_INTERNAL,
		.inverse = "risk",
		.help = N_("The assessments that name it.") },
	{ .name = "remaining_level",
		.label = N_("Level that remains"),
		.type = &type_level,
		.scale = "risk",
		.flags = FIELD_DERIVED | FIELD_INTERNAL | FIELD_SORT,
		.help = N_(
			"The residual level, or the current one where none is rated: what an acceptance is about.") },
	{ .name = "standing",
		.label = N_("Standing"),
		.type = &type_choice,
		.choices = choices_standing,
		.flags = FIELD_DERIVED | FIELD_SORT,
		.help = N_("Closed and avoided risks have left the register: no figure of today counts them.") },
	{ .name = "plan",
		.label = N_("Plan"),
		.type = &type_long_text,
		.flags = FIELD_DERIVED | FIELD_INTERNAL,
		.help = N_("Treatment and controls in one line, by which an approval knows whether they changed.") },
	EXTERNAL_ID,
};
static const struct tally_def risk_tallies[] = {
	{ "risk.inherent", { "inherent_likelihood", "inherent_impact", "inherent_level" } },
	{ "risk.current", { "current_likelihood", "current_impact", "current_level" } },
	{ "risk.residual", { "residual_likelihood", "residual_impact", "residual_level" } },
	{ "risk.treatment", { "treatment", "current_level", "status" } },
	{ "risk.review", { "status", "review" } },
};

static const struct section_def risk_sections[] = {
	{ "title", N_("What it is") },
	{ "inherent_likelihood", N_("Inherent rating") },
	{ "current_likelihood", N_("Current rating") },
	{ "residual_likelihood", N_("Residual rating") },
	{ "treatment", N_("Treatment") },
	{ "status", N_("Follow-up") },
	{ NULL, NULL },
};

const struct register_def register_risk = {
	.name = "risk",
	.label = N_("Risk"),
	.plural = N_("Risks"),
	.prefix = "R",
	.phase = PHASE_PLAN,
	.flags = REGISTER_RATED | REGISTER_FIRST,
	.help = N_(
		"What could harm the organisation's information, how bad it is, and what is done about it (clauses 6.1.2 and 6.1.3)."),
	.fields = risk_fields,
	.field_count = COUNT(risk_fields),
	.sections = risk_sections,
	.open = risk_open,
	.tallies = risk_tallies,
	.tally_count = COUNT(risk_tallies),
	.standing = "standing",
	.derive = risk_derive,
	.settle = risk_settle,
	.warn = risk_warn,
};
