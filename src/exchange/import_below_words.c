/* The words by which rows below a table are known to be no records, in either language. */
#include <stdlib.h>
#include <string.h>

#include "exchange/import_below.h"
#include "exchange/mapping.h"

/* Folded, as all words here.  A row of these and numbers sums up. */
static const char sums[] =
	"total|totals|totaux|grand total|total general|totaux generaux|sum|somme|subtotal|sub total|subtotals|sous total|"
	"sous totaux|average|overall average|mean|moyenne|moyenne generale|moyennes|median|mediane|count|nombre|nombre "
	"total|total number|minimum|maximum|min|max|standard deviation|ecart type";
/* Wherever it stands. */
static const char sums_between[] = "subtotal|sub total|sous total";
/* Begin what sums up, where a number goes with it; they begin titles as well. */
static const char counts[] =
	"nombre de|nombre d|number of|total des|total de|total du|total of|somme des|somme de|sum of|moyenne des|moyenne "
	"de|moyenne du|average of|mean of|count of";
/* The same of many titles. */
static const char counts_or_titles[] = "total|average|moyenne|sum|somme|nombre|number|count";
/* Above what explains the values. */
static const char legends[] = "legende|legend";
/* The same where nothing but a number, or what stands behind a colon, goes with it. */
static const char legends_alone[] =
	"key|cle|echelle|scale|bareme|niveaux|levels|cotation|signification|abreviations|abbreviations";
/* Whoever made or agreed to the table. */
static const char signed_by[] =
	"valide par|validee par|validated by|approuve par|approuvee par|approved by|redige par|redigee par|written by|"
	"prepared by|prepare par|preparee par|etabli par|etablie par|verifie par|verifiee par|checked by|reviewed by|signe "
	"par|signed by|fait a|fait le|mis a jour le|mis a jour par|mise a jour du|mise a jour le|updated on|updated "
	"by|last updated|last update|derniere mise a jour|printed|printed on|imprime le|edite le|exported on|exporte le|"
	"generated on|genere le|extrait le|extraction du|situation au|etat au";
static const char notes_alone[] =
	"note|notes|nota|nb|n b|remarque|remarques|remark|remarks|source|sources|signature|signatures|visa|visas|date|"
	"version|page|mise a jour|confidentiel|confidential|validation|approbation|approval|commentaire|commentaires|"
	"comment|comments|document confidentiel";
/* Those of them that nothing is called, whatever stands beside them. */
static const char notes_plain[] = "date|version|mise a jour|signature|signatures|nb|n b|nota|document confidentiel";
/* What legends explain, where the method calls its levels otherwise. */
static const char levels[] =
	"low|medium|moderate|high|very low|very high|critical|minor|major|rare|unlikely|possible|likely|certain|faible|"
	"moyen|moyenne|modere|moderee|eleve|elevee|fort|forte|tres faible|tres eleve|tres elevee|tres fort|tres forte|"
	"critique|mineur|majeur|mineure|majeure|peu probable|probable|certaine|negligeable|negligible";

/* What the columns of other tables are called: of versions, glossaries, scales, and of who signs. */
static const char columns[] =
	"term|terms|terme|termes|definition|definitions|meaning|meanings|signification|significations|acronym|acronyms|"
	"acronyme|acronymes|sigle|sigles|abbreviation|abreviation|word|mot|change|changes|modification|modifications|"
	"evolution|evolutions|history|historique|revision|revisions|indice|author|authors|auteur|auteurs|writer|"
	"redacteur|redactrice|redaction|reviewer|verificateur|verification|approver|approbateur|approved|validateur|"
	"level|niveau|value|valeur|values|valeurs|score|mark|cote|colour|color|couleur|threshold|seuil|seuils|weight|"
	"poids|code|codes|label|libelle|libelles|intitule|wording|probability|probabilite|likelihood|vraisemblance|"
	"impact|gravite|severity|frequency|frequence|criterion|criteria|critere|criteres|explanation|explication|"
	"example|examples|exemple|exemples|description|descriptions|subject|objet|nature|paragraph|paragraphe|chapter|"
	"chapitre|section|day|jour|time|heure|name|nom|prenom|function|fonction|role|service|address|adresse|phone|"
	"telephone|e mail|email|courriel|recipient|recipients|destinataire|destinataires|diffusion|distribution|place|"
	"lieu|building|batiment|room|salle|city|ville|country|pays|team|equipe|number|numero|n|no|nr|quantity|quantite|amount|montant|cost|cout";
/* Go between the words of such names. */
static const char between[] = "de|du|des|d|la|le|les|l|of|the";

/* Whether the folded text is one of the words, or begins with it where `begins`. */
static bool is_of(const char *text, const char *words, bool begins)
{
	while (*words) {
		size_t length = strcspn(words, "|");

		if (*text == *words && strncmp(text, words, length) == 0 &&
			(!text[length] || (begins && text[length] == ' ')))
			return true;
		words += length + (words[length] == '|');
	}
	return false;
}

/* "Total", "Total : 12", and not "Total: energy". */
static bool is_with_number(const char *folded, const char *words)
{
	char *plain = xstrndup(folded, strcspn(folded, "0123456789"));
	bool is;

	if (*plain && plain[strlen(plain) - 1] == ' ')
		plain[strlen(plain) - 1] = '\0';
	is = is_of(plain, words, false);
	free(plain);
	return is;
}

/* "Date : 12 March", "Page 1/3" and "Scale of impact:", and not "Page of another site". */
static bool is_alone(const char *text, const char *folded, const char *words)
{
	const char *colon = strchr(text, ':');
	char *label, *name;
	size_t end;
	bool is, opens;

	if (!colon)
		return is_of(folded, words, false) || is_with_number(folded, words);
	label = xstrndup(text, (size_t)(colon - text));
	name = heading_fold(label);
	text = text_trimmed(text, &end);
	opens = end && text[end - 1] == ':';
	is = is_of(name, words, false) || is_with_number(folded, words) || (opens && is_of(name, words, true));
	free(label);
	free(name);
	return is;
}

bool below_holds(const struct below_layout *layout, size_t row, size_t column)
{
	return *layout->plan->columns[column].heading != '#' &&
	       !grid_is_blank(grid_at(layout->grid, row, column)->text);
}

/* Whether the cells behind the first one are numbers; *count: how many. */
static bool has_numbers_alone(const struct below_layout *layout, size_t row, size_t first, size_t *count)
{
	size_t i;

	*count = 0;
	for (i = first + 1; i < layout->grid->rows[row].count; i++) {
		const struct grid_cell *cell = grid_at(layout->grid, row, i);

		if (!below_holds(layout, row, i))
			continue;
		if (cell->kind != GRID_ERROR && !grid_is_number(cell))
			return false;
		++*count;
	}
	return true;
}

bool below_explains(const char *text)
{
	size_t digits = strspn(text, "0123456789");

	if (!digits)
		return *text == '*' || strncmp(text, "(*", 2) == 0;
	text += digits;
	return text[strspn(text, " ")] == '=';
}

/* Whether a text goes with the row's first cell: neither a number nor a day, "1 = Low" or "12/20". */
static bool has_text(const struct below_layout *layout, size_t row, size_t first)
{
	size_t i, length;

	for (i = first + 1; i < layout->grid->rows[row].count; i++) {
		const struct grid_cell *cell = grid_at(layout->grid, row, i);

		if (below_holds(layout, row, i) && cell->kind != GRID_ERROR && cell->kind != GRID_DATE &&
			!strchr("0123456789", *text_trimmed(cell->text, &length)) && !grid_is_number(cell))
			return true;
	}
	return false;
}

/* "Nombre de risques : 3" of a table of risks; the number of anything else may be an indicator. */
static bool counts_records(const struct register_def *def, const char *folded)
{
	const char *const names[] = { def->label, def->plural, translation_in("fr", def->label),
		translation_in("fr", def->plural) };
	size_t i, end = strcspn(folded, "0123456789");
	bool does = false;

	while (end && folded[end - 1] == ' ')
		end--;
	for (i = 0; i < sizeof names / sizeof *names && !does; i++) {
		char *name = heading_fold(names[i]);
		size_t length = strlen(name);

		does = length < end && folded[end - length - 1] == ' ' &&
		       strncmp(folded + end - length, name, length) == 0;
		/* "Number of open risks" are others. */
		if (does) {
			char *words = xstrndup(folded, end - length - 1);

			does = is_of(words, counts, false);
			free(words);
		}
		free(name);
	}
	return does;
}

bool below_signs(const struct below_layout *layout, size_t row)
{
	bool all = true;
	size_t i;

	for (i = 0; all && i < layout->grid->rows[row].count; i++) {
		char *folded = heading_fold(grid_at(layout->grid, row, i)->text);

		all = !below_holds(layout, row, i) || is_of(folded, signed_by, true) ||
		      is_of(folded, notes_alone, false);
		free(folded);
	}
	return all;
}

/* "Nombre : 3", and not "Max 3". */
static bool is_labelled(const char *text)
{
	const char *sign = strpbrk(text, ":=");

	return sign && strpbrk(sign, "0123456789") && strcspn(text, "0123456789") > (size_t)(sign - text);
}

static bool ends_label(const char *text)
{
	size_t end;

	text = text_trimmed(text, &end);
	return end && text[end - 1] == ':';
}

/* Whether the column holds the controls for which rows answer. */
static bool is_answer(const struct below_layout *layout, size_t column)
{
	const struct field_def *answers = register_answers(layout->plan->def);

	return answers && layout->plan->columns[column].use == USE_FIELD &&
	       layout->plan->columns[column].field == answers;
}

/* "5", "a 5", "a 5 organizational controls": a theme or clause by its number, and no control. */
static bool is_theme(const char *folded)
{
	const char *at = *folded == 'a' && (folded[1] == ' ' || (folded[1] >= '0' && folded[1] <= '9'))
				 ? folded + 1 + (folded[1] == ' ')
				 : folded;
	size_t digits = strspn(at, "0123456789");

	return digits > 0 && digits < 3 && (!at[digits] || at[digits] == ' ') &&
	       !(at[digits] == ' ' && at[digits + 1] >= '0' && at[digits + 1] <= '9');
}

/* Whether a field of the row but its control says anything. */
static bool says_more(const struct below_layout *layout, size_t row, size_t first)
{
	size_t i;

	for (i = 0; i < layout->plan->column_count; i++)
		if (i != first && below_holds(layout, row, i) && layout->plan->columns[i].use == USE_FIELD)
			return true;
	return false;
}

void below_read_words(struct below_layout *layout, size_t row, enum last last)
{
	struct below_row *it = &layout->rows[row];
	size_t first = 0, numbers, length;
	const char *text;
	char *folded;
	bool alone, counted, by;

	while (!below_holds(layout, row, first))
		first++;
	text = text_trimmed(grid_at(layout->grid, row, first)->text, &length);
	folded = heading_fold(text);
	alone = has_numbers_alone(layout, row, first, &numbers);
	/* "Total: 12" has its number in it. */
	counted = alone && (numbers || strpbrk(folded, "0123456789"));
	by = is_of(folded, signed_by, true);
	it->sum = counted && (is_of(folded, sums_between, false) || (last && is_with_number(folded, sums)));
	it->open = it->sum && last == LAST_MAYBE && !is_of(folded, sums_between, false);
	it->labelled = it->sum && !numbers && is_labelled(text);
	it->in_legend = is_of(folded, legends, true) || is_alone(text, folded, legends_alone) ||
			(it->filled == 1 && below_explains(text));
	it->note = it->in_legend || by || is_alone(text, folded, notes_alone) ||
		   (it->filled <= FEW && is_of(folded, sums, false)) ||
		   (counted && is_of(folded, counts, true) && counts_records(layout->plan->def, folded));
	it->asked = it->note && !by && !ends_label(text) && !is_alone(text, folded, notes_plain) &&
		    has_text(layout, row, first);
	/* Where each row answers for a control, Total is none. */
	if (is_answer(layout, first)) {
		it->sum = it->sum || is_of(folded, sums, false);
		it->no_answer = is_of(folded, sums, false);
		it->section = is_theme(folded) && it->filled <= 2 && !says_more(layout, row, first);
	}
	it->doubt = !it->note && counted && (is_of(folded, counts, true) || is_of(folded, counts_or_titles, true));
	it->signs = by && below_signs(layout, row);
	free(folded);
}

bool below_is_level(const char *folded)
{
	return is_of(folded, levels, false);
}

bool below_names_column(const char *text)
{
	char *folded = heading_fold(text);
	bool names = *folded && (is_of(folded, columns, false) || is_of(folded, signed_by, false) ||
					is_of(folded, notes_alone, false) || is_of(folded, legends_alone, false));

	free(folded);
	return names;
}

bool below_is_noun(const char *text)
{
	char *folded, *word;
	size_t nouns = 0, joined = 0, length;

	if (strpbrk(text, "0123456789.,;:/@!?()[]\"&+=*#<>\n"))
		return false;
	folded = heading_fold(text);
	for (word = folded; *word; word += length + (word[length] == ' ')) {
		char *one;

		length = strcspn(word, " ");
		one = xstrndup(word, length);
		if (is_of(one, between, false))
			joined++;
		else
			nouns++;
		free(one);
	}
	free(folded);
	/* "Dupont Marie" is somebody. */
	return nouns == 1 || (nouns == 2 && joined);
}
