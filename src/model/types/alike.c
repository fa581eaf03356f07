/* Words by which people's tables mean a choice that is called otherwise here: "mitigate" is modify, "in progress" under way. */
#include "model/types/parts.h"

/* Folded; of the choices of a field no more than one may be meant by a line, else none is. */
static const char *const lines[] = {
	/* Treatment of risks. */
	"modify|mitigate|mitigated|mitigation|reduce|reduced|reduction|treat|reduire|attenuer|attenuation|modification|traiter",
	"retain|accept|accepted|acceptance|accepter|acceptation|accepte|acceptee|tolerate|conserver|maintenir|maintien",
	"avoid|avoided|avoidance|eviter|evite|evitement|terminate",
	"share|shared|sharing|transfer|transferred|transferer|transfert|transfere|partager|partage",
	/* How far something is. */
	"planned|to do|todo|to be done|not started|open|new|a faire|ouvert|ouverte|nouveau|nouvelle|non commence|non commencee|non demarre|non demarree|prevu|prevue|backlog",
	"ongoing|in progress|under way|wip|started|doing|en cours|commence|commencee|demarre|demarree",
	"done|completed|complete|closed|finished|resolved|termine|terminee|fait|faite|clos|close|cloture|cloturee|acheve|achevee|realise|realisee|ferme|fermee|solde|soldee",
	"cancelled|canceled|abandoned|dropped|annule|annulee|abandonne|abandonnee",
	"implemented|in place|fully implemented|operational|mis en oeuvre|mise en oeuvre|en place|implemente|implementee|deployed|deploye|deployee",
	"partial|partially implemented|partially|partly|partiel|partielle|partiellement|en partie|partiellement mis en oeuvre|partiellement mise en oeuvre",
	"not started|not implemented|not in place|non mis en oeuvre|non mise en oeuvre|non implemente|non implementee",
	/* Priorities. */
	"low|faible|bas|basse", "medium|moderate|normal|normale|moyen|moyenne|modere|moderee",
	"high|haut|haute|eleve|elevee|fort|forte", "critical|critique",
	/* Assets and people. */
	"hardware|materiel|equipment|equipement", "software|logiciel|application|applications",
	"information|data|donnees|donnee", "people|staff|personnel|human|humain",
	"site|location|premises|locaux|building|batiment", "network|reseau", "process|processus|business process",
	"supplier|vendor|fournisseur|prestataire", "internal|internal use|internal use only|usage interne|interne"
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

static bool has_folded(const char *line, const char *text)
{
	char *word = word_fold(text);
	bool is = has(line, word);

	free(word);
	return is;
}

const struct choice *choice_alike(const struct field_def *field, const char *word)
{
	const struct choice *choice, *found = NULL;
	size_t i;

	for (i = 0; i < sizeof lines / sizeof lines[0]; i++) {
		if (!has(lines[i], word))
			continue;
		for (choice = field->choices; choice->key; choice++) {
			if (!has_folded(lines[i], choice->key) && !has_folded(lines[i], choice->label) &&
				!has_folded(lines[i], translation_in("fr", choice->label)))
				continue;
			if (found && found != choice)
				return NULL;
			found = choice;
		}
	}
	return found;
}
