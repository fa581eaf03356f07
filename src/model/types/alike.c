/* Words by which people's tables mean a choice that is called otherwise here: "mitigate" is modify, "in progress" under way. */
#include <stdlib.h>
#include <string.h>

#include "model/types/parts.h"

struct line {
	const char *words; /* folded, parted by '|' */
	const char *
		beside; /* a key that the field must have as well, since the words mean something else without it; NULL: none */
};

/*
 * Words of one choice and no other; looked through before the wider lines below, in which a word may stand for several.  Of
 * the choices of a field no more than one may be meant.
 */
static const struct line exact[] = {
	/* How often. */
	{ "day|daily|every day|each day|quotidien|quotidienne|quotidiennement|journalier|journaliere|tous les jours",
		NULL },
	{ "week|weekly|every week|each week|hebdomadaire|hebdo|hebdomadairement|toutes les semaines", NULL },
	{ "month|monthly|every month|each month|mensuel|mensuelle|mensuellement|tous les mois", NULL },
	{ "quarter|quarterly|every quarter|each quarter|every 3 months|every three months|trimestriel|trimestrielle|trimestriellement|tous les trimestres|tous les 3 mois|tous les trois mois",
		NULL },
	{ "half|half yearly|every half year|semiannual|semi annual|semiannually|semi annually|every 6 months|every six months|semestriel|semestrielle|tous les semestres|tous les 6 mois|tous les six mois",
		NULL },
	{ "year|yearly|annual|annually|every year|each year|once a year|annuel|annuelle|annuellement|tous les ans|une fois par an",
		NULL },
	/* Findings and nonconformities. */
	{ "major nonconformity|major non conformity|major|major nc|majeur|majeure|nc majeure|non conformite majeure",
		NULL },
	{ "minor nonconformity|minor non conformity|minor|minor nc|mineur|mineure|nc mineure|non conformite mineure",
		NULL },
	{ "observation|observations|remark|remarks|remarque|remarques", "major" },
	{ "opportunity for improvement|improvement opportunity|opportunity|ofi|opportunite d'amelioration|opportunite|piste de progres|axe d'amelioration",
		"major" },
	{ "conformity|conform|conforming|compliant|conforme", "major" },
	{ "strength|strong point|good practice|point fort|bonne pratique", "major" },
	/* Audits. */
	{ "internal|internal audit|audit interne", "stage1" },
	{ "unannounced|unannounced audit|audit inopine", "stage1" }, { "mock|mock audit|audit a blanc", "stage1" },
	{ "maturity|maturity audit|audit de maturite", "stage1" },
	{ "supplier|supplier audit|audit fournisseur|audit de fournisseur", "recertification" },
	{ "stage1|stage 1|stage 1 audit|etape 1|certification stage 1|certification etape 1|audit d'etape 1", NULL },
	{ "stage2|stage 2|stage 2 audit|etape 2|certification stage 2|certification etape 2|audit d'etape 2", NULL },
	{ "surveillance|surveillance audit|audit de surveillance", "stage1" },
	{ "recertification|recertification audit|audit de renouvellement|audit de recertification", "stage1" },
	/* Incidents. */
	{ "low|minor|mineur|mineure", "critical" }, { "loss or theft|loss|theft|stolen|perte|vol|vole", "malware" },
	/* Where it stands in the taxonomy of incident response teams (RSIT): fraud. */
	{ "fraud|phishing|hameconnage", "malware" }, { "phishing test|hameconnage", "awareness" },
	{ "malware|virus|ransomware|rancongiciel", "intrusion" },
	/* One that is being worked on is neither only reported nor resolved. */
	{ "under analysis|in progress|ongoing|under investigation|investigating|en cours|en cours d'analyse|en cours de traitement|analysis|analysed|analyzed|analyse|analysee|en analyse|en cours d'investigation|a l'etude",
		"resolved" },
	/* Why a control applies: as the columns of a widespread form of the SoA call it. */
	{ "law|lr|legal|legal requirement|legal requirements|regulatory|regulation|legal and regulatory|loi|reglementaire|exigence legale|exigences legales",
		"contract" },
	{ "contract|co|contractual|contractual obligation|contractual obligations|contrat|contractuel|contractuelle|obligation contractuelle|obligations contractuelles",
		"law" },
	{ "risk|rra|risk assessment|results of risk assessment|result of risk assessment|risque|appreciation des risques|resultat de l'appreciation des risques",
		"law" },
	{ "business|br|business requirement|business requirements|metier|besoin metier", "law" },
	{ "good practice|practice|bp|best practice|best practices|adopted best practice|bonne pratique|bonnes pratiques",
		"law" },
	/* What is met of an obligation. */
	{ "met|compliant|fully compliant|conforme|conformity|respecte|respectee|satisfait|satisfaite|ok", "met" },
	{ "partly met|partly|partially compliant|partial|partially|partially met|partiellement conforme|partielle|partiel|partiellement|en partie",
		"met" },
	{ "not met|unmet|non compliant|not compliant|noncompliant|non conforme|pas conforme|non respecte|non respectee",
		"met" },
	/* Of an objective. */
	{ "missed|not reached|not met|not achieved|non atteint|non atteinte|pas atteint|manque|manquee", "ongoing" },
	/* Where something stands. */
	{ "resolved|resolu|resolue", NULL }, { "closed|close|clos|cloture|cloturee|ferme|fermee", NULL },
	{ "treated|being treated|under treatment|traite|traitee|en cours de traitement", "identified" },
	{ "active|actif|actifs|actives", NULL },
	{ "ended|terminated|finished|expired|resilie|resiliee|termine|terminee|expire|expiree", NULL },
	{ "held|done|delivered|completed|complete|realise|realisee|fait|faite|effectue|effectuee|termine|terminee",
		NULL },
	{ "draft|brouillon|en redaction|en cours de redaction", NULL },
	{ "in review|under review|en revue|en relecture|en revision|en cours de revision", "draft" },
	{ "approved|approuve|approuvee|valide|validee|validated", NULL },
	{ "decided|taken|pris|prise|adopted|adopte|adoptee|approved|approuve|approuvee|valide|validee", "prepared" },
	{ "in force|published|effective|en vigueur|publie|publiee", NULL },
	/* Of documents there is no word for it but this one: who may use them. */
	{ "approved|in force|published|effective|en vigueur|publie|publiee", "review" },
	{ "superseded|withdrawn|retired|obsolete|perime|perimee", NULL },
	/* Of a control that may be partly in place: what is done is in place, and what was not begun is not planned either. */
	{ "not started|non demarre|non demarree|pas demarre|pas demarree|non commence|non commencee|pas commence|pas commencee|not begun|no|non|n",
		"partial" },
	{ "planned|scheduled|prevu|prevue|planifie|planifiee", "partial" },
	{ "implemented|done|completed|complete|realise|realisee|fait|faite|termine|terminee|acheve|achevee|yes|oui|y",
		"partial" }
};

/* Wider ones, of which a word stands for several: the choices of a field must leave one. */
static const struct line wide[] = {
	/* Treatment of risks. */
	{ "modify|mitigate|mitigated|mitigation|reduce|reduced|reduction|treat|reduire|attenuer|attenuation|modification|traiter",
		NULL },
	{ "retain|accept|accepted|acceptance|accepter|acceptation|accepte|acceptee|tolerate|conserver|maintenir|maintien",
		NULL },
	{ "avoid|avoided|avoidance|eviter|evite|evitement|terminate", NULL },
	{ "share|shared|sharing|transfer|transferred|transferer|transfert|transfere|partager|partage", NULL },
	/* How far something is. */
	{ "planned|to do|todo|to be done|not started|open|new|a faire|ouvert|ouverte|nouveau|nouvelle|non commence|non commencee|non demarre|non demarree|prevu|prevue|backlog",
		NULL },
	{ "ongoing|in progress|under way|wip|started|doing|en cours|commence|commencee|demarre|demarree", NULL },
	{ "done|completed|complete|closed|finished|resolved|treated|traite|traitee|termine|terminee|fait|faite|clos|close|cloture|cloturee|acheve|achevee|realise|realisee|ferme|fermee|solde|soldee",
		NULL },
	{ "cancelled|canceled|abandoned|dropped|annule|annulee|abandonne|abandonnee", NULL },
	{ "implemented|in place|fully implemented|operational|mis en oeuvre|mise en oeuvre|en place|implemente|implementee|deployed|deploye|deployee",
		NULL },
	{ "partial|partially implemented|partially|partly|partiel|partielle|partiellement|en partie|partiellement mis en oeuvre|partiellement mise en oeuvre|partiellement implemente|partiellement implementee|partiellement en place",
		NULL },
	{ "not started|not implemented|not in place|non mis en oeuvre|non mise en oeuvre|non implemente|non implementee",
		NULL },
	/* Priorities. */
	{ "low|faible|bas|basse", NULL }, { "medium|moderate|normal|normale|moyen|moyenne|modere|moderee", NULL },
	{ "high|haut|haute|eleve|elevee|fort|forte", NULL }, { "critical|critique", NULL },
	/* Assets and people. */
	{ "hardware|materiel|equipment|equipement", NULL }, { "software|logiciel|application|applications", NULL },
	{ "information|data|donnees|donnee", NULL }, { "people|staff|personnel|human|humain", NULL },
	{ "site|location|premises|locaux|building|batiment", NULL }, { "network|reseau", NULL },
	{ "process|processus|business process", NULL }, { "supplier|vendor|fournisseur|prestataire", NULL },
	{ "internal|internal use|internal use only|usage interne|interne", NULL }
};

/* What methods call one level of a scale, in either language: the words of one line mean the same wherever levels are named. */
static const char *const levels[] = {
	"almost certain|nearly certain|quasi certain|presque certain|quasiment certain|quasi sur|presque sur",
	"very likely|highly likely|tres probable|tres vraisemblable",
	"likely|probable|vraisemblable",
	"unlikely|improbable|peu probable|peu vraisemblable",
	"very unlikely|highly unlikely|tres improbable|tres peu probable|tres peu vraisemblable",
	"negligible|negligeable|insignificant|insignifiant|not significant|non significatif",
	"low|faible|bas|basse",
	"medium|moderate|moyen|modere",
	"high|eleve|fort|haut",
	"very low|tres faible|tres bas|tres basse",
	"very high|tres eleve|tres fort|tres haut",
	"severe|very serious|tres grave",
	"critical|critique",
};

static bool has(const char *line, const char *word)
{
	size_t length = strlen(word), step;

	for (; *line; line += step + (line[step] == '|')) {
		step = strcspn(line, "|");
		if (step == length && strncmp(line, word, length) == 0)
			return true;
	}
	return false;
}

/* The same in either gender and number. */
static bool has_alike(const char *line, const char *word)
{
	size_t step;
	bool is = false;

	for (; *line && !is; line += step + (line[step] == '|')) {
		char *one;

		step = strcspn(line, "|");
		one = xstrndup(line, step);
		is = words_alike(word, one);
		free(one);
	}
	return is;
}

static bool has_folded(const char *line, const char *text)
{
	char *word = word_fold(text);
	bool is = has(line, word);

	free(word);
	return is;
}

static bool has_key(const struct field_def *field, const char *key)
{
	const struct choice *choice = field->choices;

	while (choice->key && strcmp(choice->key, key) != 0)
		choice++;
	return choice->key;
}

/* Whether the lines know the word for choices of the field; *found: which one, NULL: several. */
static bool look(const struct line *lines, size_t count, const struct field_def *field, const char *word,
	bool (*is_in)(const char *line, const char *word), const struct choice **found)
{
	const struct choice *choice;
	size_t i;

	*found = NULL;
	for (i = 0; i < count; i++) {
		if (!is_in(lines[i].words, word) || (lines[i].beside && !has_key(field, lines[i].beside)))
			continue;
		for (choice = field->choices; choice->key; choice++) {
			if (!has_folded(lines[i].words, choice->key) && !has_folded(lines[i].words, choice->label) &&
				!has_folded(lines[i].words, translation_in("fr", choice->label)))
				continue;
			if (*found && *found != choice) {
				*found = NULL;
				return true;
			}
			*found = choice;
		}
	}
	return *found != NULL;
}

const struct choice *choice_alike(const struct field_def *field, const char *word)
{
	const size_t exacts = sizeof exact / sizeof exact[0], wides = sizeof wide / sizeof wide[0];
	const struct choice *found;

	if (!look(exact, exacts, field, word, has, &found) && !look(wide, wides, field, word, has, &found) &&
		!look(exact, exacts, field, word, has_alike, &found))
		look(wide, wides, field, word, has_alike, &found);
	return found;
}

bool levels_alike(const char *word, const char *name)
{
	char *folded = word_fold(name);
	bool alike = false;
	size_t i;

	for (i = 0; i < sizeof levels / sizeof levels[0] && !alike; i++)
		alike = has_alike(levels[i], word) && has_alike(levels[i], folded);
	free(folded);
	return alike;
}

/* The level that a cell is; own: by the words of its own method.  0: none. */
static int level_of(const struct field_def *field, const struct model_context *context, const char *cell, bool own)
{
	struct model_context reading = *context;
	char *value = NULL;
	int level;

	reading.reading = (struct reading_form){ .table = true, .own_levels = own };
	level = field_parse(field, &reading, cell, &value, NULL) && value ? atoi(value) : 0;
	free(value);
	return level;
}

bool levels_meet(const struct field_def *field, const struct model_context *context, const char *one, const char *other)
{
	int level = level_of(field, context, one, false);
	char *folded, *beside;
	bool meet;

	if (!level || level != level_of(field, context, other, false) ||
		(level_of(field, context, one, true) && level_of(field, context, other, true)))
		return false;
	folded = word_fold(one);
	beside = word_fold(other);
	meet = !words_alike(folded, beside) && !words_alike(beside, folded);
	free(folded);
	free(beside);
	return meet;
}
