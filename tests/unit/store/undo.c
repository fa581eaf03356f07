/* Writing, undoing and redoing. */
#include "helper.h"

static bool undo(struct fixture *fixture)
{
	return store_undo(fixture->store, NULL, &fixture->error);
}

static bool redo(struct fixture *fixture)
{
	return store_redo(fixture->store, NULL, &fixture->error);
}

Test(undo, a_level_follows_its_grid_and_unrated_is_a_state)
{
	struct fixture fixture;
	const char *risk;

	fixture_open(&fixture);
	risk = fixture_add(&fixture, "risk", "title", "Ransom", NULL);
	cr_expect_str_eq(risk, "R-1");
	cr_expect_str_eq(fixture_get(&fixture, risk, "inherent_level"), "");
	fixture_set(&fixture, risk, "inherent_likelihood", "5");
	cr_expect_str_eq(fixture_get(&fixture, risk, "inherent_level"), "");
	fixture_set(&fixture, risk, "inherent_impact_a", "4");
	cr_expect_str_eq(fixture_get(&fixture, risk, "inherent_impact"), "4");
	cr_expect_str_eq(fixture_get(&fixture, risk, "inherent_level"), "4");
	fixture_check(&fixture);
	fixture_close(&fixture);
}

Test(undo, a_change_of_the_method_rewrites_levels_and_undo_brings_them_back)
{
	struct fixture fixture;
	const char *risk;

	fixture_open(&fixture);
	risk = fixture_add(&fixture, "risk", "title", "Ransom", "current_likelihood", "1", "current_impact", "1", NULL);
	cr_expect_str_eq(fixture_get(&fixture, risk, "current_level"), "1");
	fixture_set(&fixture, "iso5x5", "grid", "4 1 1 2 2\n1 1 2 2 3\n1 2 2 3 3\n2 2 3 3 4\n2 3 3 4 4");
	cr_expect_str_eq(fixture_get(&fixture, risk, "current_level"), "4");
	fixture_check(&fixture);
	cr_assert(undo(&fixture));
	cr_expect_str_eq(fixture_get(&fixture, risk, "current_level"), "1");
	fixture_check(&fixture);
	fixture_close(&fixture);
}

Test(undo, a_ref_is_never_used_again_and_a_removal_clears_references)
{
	struct fixture fixture;
	const char *asset, *risk;

	fixture_open(&fixture);
	asset = fixture_add(&fixture, "asset", "name", "Server", NULL);
	risk = fixture_add(&fixture, "risk", "title", "Theft", "asset", asset, "controls", "A.2,A.10", NULL);
	cr_expect_str_eq(fixture_get(&fixture, risk, "controls"), "mini:A.2,mini:A.10");
	fixture_remove(&fixture, asset);
	cr_expect_str_eq(fixture_get(&fixture, risk, "asset"), "");
	cr_expect_str_eq(fixture_add(&fixture, "asset", "name", "Other", NULL), "AS-2");
	cr_assert(undo(&fixture));
	cr_assert(undo(&fixture));
	cr_expect_str_eq(fixture_get(&fixture, risk, "asset"), "AS-1");
	fixture_check(&fixture);
	fixture_close(&fixture);
}

Test(undo, a_new_edit_ends_redo)
{
	struct fixture fixture;
	const char *risk;

	fixture_open(&fixture);
	risk = fixture_add(&fixture, "risk", "title", "One", NULL);
	fixture_set(&fixture, risk, "title", "Two");
	fixture_set(&fixture, risk, "title", "Three");
	cr_assert(undo(&fixture) && undo(&fixture));
	cr_expect_str_eq(fixture_get(&fixture, risk, "title"), "One");
	cr_assert(redo(&fixture));
	cr_expect_str_eq(fixture_get(&fixture, risk, "title"), "Two");
	cr_assert(redo(&fixture));
	cr_expect_str_eq(fixture_get(&fixture, risk, "title"), "Three");
	cr_expect(!redo(&fixture));
	cr_assert(undo(&fixture));
	fixture_set(&fixture, risk, "title", "Four");
	cr_expect(!redo(&fixture), "an edit ends redo");
	cr_assert(undo(&fixture));
	cr_expect_str_eq(fixture_get(&fixture, risk, "title"), "Two");
	fixture_check(&fixture);
	fixture_close(&fixture);
}

Test(undo, what_another_changed_since_is_a_conflict)
{
	struct fixture fixture;
	const char *risk;
	bool ours = true;

	fixture_open(&fixture);
	risk = fixture_add(&fixture, "risk", "title", "One", NULL);
	fixture_set(&fixture, risk, "title", "Mine");
	setenv("NORIA_LOGIN", "other", 1);
	fixture_set(&fixture, risk, "title", "Theirs");
	setenv("NORIA_LOGIN", "tester", 1);
	cr_assert(!undo(&fixture));
	cr_expect_eq(fixture.error.kind, ERROR_CONFLICT);
	cr_assert_eq(store_conflicts(fixture.store)->count, 1);
	cr_expect_str_eq(store_conflicts(fixture.store)->items[0].theirs, "Theirs");
	cr_expect_str_eq(fixture_get(&fixture, risk, "title"), "Theirs");
	cr_assert(store_undo_resolved(fixture.store, false, &ours, NULL, &fixture.error));
	cr_expect_str_eq(fixture_get(&fixture, risk, "title"), "One");
	fixture_check(&fixture);
	fixture_close(&fixture);
}

Test(undo, two_people_conflict_field_by_field)
{
	struct fixture fixture;
	struct record *before, *ours;
	const char *risk;

	fixture_open(&fixture);
	risk = fixture_add(&fixture, "risk", "title", "One", NULL);
	before = store_record_by_ref(fixture.store, risk, &fixture.error);
	ours = record_copy(before);
	fixture_set(&fixture, risk, "notes", "theirs");
	record_set(ours, "title", "ours");
	cr_expect(store_set(fixture.store, before, ours, &fixture.error), "different fields do not quarrel");
	cr_expect_str_eq(fixture_get(&fixture, risk, "notes"), "theirs");
	cr_expect_str_eq(fixture_get(&fixture, risk, "title"), "ours");
	record_set(ours, "notes", "ours");
	cr_expect(!store_set(fixture.store, before, ours, &fixture.error));
	cr_expect_eq(fixture.error.kind, ERROR_CONFLICT);
	cr_expect_str_eq(fixture_get(&fixture, risk, "notes"), "theirs");
	record_free(before);
	record_free(ours);
	fixture_close(&fixture);
}

/* N actions of all kinds, undone and redone, compare the whole file each way. */
static void random_action(struct fixture *fixture, unsigned *seed, struct strings *refs)
{
	static const char *const texts[] = { "phishing", "été", "a, b", "{x}", "naïve cœur", "", "a \"q\" b" };
	const char *text = texts[rand_r(seed) % 7];
	struct action *action;
	size_t pick = refs->count ? (size_t)rand_r(seed) % refs->count : 0;
	char *number = xasprintf("%d", 1 + rand_r(seed) % 5);
	int what = rand_r(seed) % 12;

	if (refs->count < 5 || what < 3) {
		const char *asset =
			fixture_add(fixture, "asset", "name", *text ? text : "thing", "confidentiality", number, NULL);

		strings_add(refs, fixture_add(fixture, "risk", "title", "risk", "scenario", text, "asset", asset,
					  "controls", what ? "A.1" : "A.2,A.10", "owner", NULL, NULL));
		strings_add(refs, asset);
	} else if (what == 3) {
		if (store_find(fixture->store, refs->items[pick], NULL))
			fixture_remove(fixture, refs->items[pick]);
	} else if (what == 4) {
		action = action_begin(fixture->store, "import", &fixture->error);
		cr_assert(action);
		for (what = 0; what < 4; what++) {
			struct record *record = record_new(register_find("action"), "UTC");

			record_set(record, "title", "bulk");
			if (strncmp(refs->items[pick], "R-", 2) == 0 &&
				store_find(fixture->store, refs->items[pick], NULL))
				record_set(record, "risk", refs->items[pick]);
			cr_assert(action_add(action, record, &fixture->error), "%s", fixture->error.message);
			strings_add(refs, record->ref);
			record_free(record);
		}
		cr_assert(action_commit(action, &fixture->error));
	} else if (store_find(fixture->store, refs->items[pick], NULL)) {
		if (refs->items[pick][0] == 'R') {
			static const char *const fields[] = { "current_likelihood", "current_impact",
				"inherent_impact_c", "title", "controls", "treatment" };
			int field = rand_r(seed) % 6;

			fixture_set(fixture, refs->items[pick], fields[field],
				field < 3    ? number
				: field == 3 ? (*text ? text : "t")
				: field == 4 ? (*number > '3' ? "A.10,A.1" : "")
					     : "modify");
		} else {
			fixture_set(fixture, refs->items[pick],
				strncmp(refs->items[pick], "AC", 2) == 0 ? "description" : "name",
				strncmp(refs->items[pick], "AC", 2) == 0 ? text : number);
		}
	}
	free(number);
}

Test(undo, random_actions_undone_and_redone_give_the_same_file, .timeout = 240)
{
	unsigned round;

	for (round = 1; round <= 6; round += (unsigned)fixture_part(3)) {
		struct fixture fixture;
		struct strings refs = { 0 };
		unsigned seed = round;
		char *states[42];
		int64_t entries[42];
		int i, done = 0;

		fixture_open(&fixture);
		states[0] = fixture_dump(&fixture);
		entries[0] = store_integer(fixture.store, "SELECT count(*) FROM entry", 0);
		/* An action that changed nothing wrote no entry; adding a risk with its asset wrote two. */
		for (i = 0; i < 60 && done < 38; i++) {
			int64_t now;

			random_action(&fixture, &seed, &refs);
			now = store_integer(fixture.store, "SELECT count(*) FROM entry", 0);
			while (entries[done] < now) {
				entries[done + 1] = entries[done] + 1;
				states[++done] = NULL;
			}
			free(states[done]);
			states[done] = fixture_dump(&fixture);
		}
		fixture_check(&fixture);
		for (i = done - 1; i >= 0; i--) {
			cr_assert(undo(&fixture), "round %u step %d: %s", round, i, fixture.error.message);
			if (states[i]) {
				char *now = fixture_dump(&fixture);

				cr_assert_str_eq(now, states[i], "round %u undo to %d:\n%s\nexpected:\n%s", round, i,
					now, states[i]);
				free(now);
			}
		}
		fixture_check(&fixture);
		for (i = 1; i <= done; i++) {
			cr_assert(redo(&fixture), "round %u redo %d: %s", round, i, fixture.error.message);
			if (states[i]) {
				char *now = fixture_dump(&fixture);

				cr_assert_str_eq(now, states[i], "round %u redo to %d", round, i);
				free(now);
			}
		}
		fixture_check(&fixture);
		for (i = 0; i <= done; i++)
			free(states[i]);
		strings_free(&refs);
		fixture_close(&fixture);
	}
}

Test(undo, a_record_undone_and_read_again_has_the_ref_that_it_had_and_no_other_takes_it)
{
	struct fixture fixture;
	struct record *other = record_new(register_find("theme"), "UTC");
	const char *theme;
	int64_t id;

	fixture_open(&fixture);
	theme = fixture_add(&fixture, "theme", "catalogue", "mini", "number", "B", "title", "Doors", NULL);
	id = store_find(fixture.store, theme, NULL);
	cr_assert(undo(&fixture));
	cr_expect_eq(store_find(fixture.store, theme, NULL), 0);
	/* Under a uuid of its own it is another one. */
	record_set(other, "catalogue", "mini");
	record_set(other, "number", "B");
	record_set(other, "title", "Windows");
	other->ref = xstrdup(theme);
	other->uuid = xstrdup("6ba7b810-9dad-41d1-80b4-00c04fd430c8");
	cr_assert_not(store_add(fixture.store, other, &fixture.error));
	cr_expect_eq(fixture.error.kind, ERROR_INVALID);
	cr_expect(strstr(fixture.error.message, theme), "%s", fixture.error.message);
	error_clear(&fixture.error);
	cr_expect_str_eq(
		fixture_add(&fixture, "theme", "catalogue", "mini", "number", "B", "title", "Doors", NULL), theme);
	cr_expect_eq(store_find(fixture.store, theme, NULL), id);
	record_free(other);
	fixture_check(&fixture);
	fixture_close(&fixture);
}

static void expect_named(struct action *action, int64_t added, int64_t changed)
{
	int64_t is_added, is_changed;

	action_named(action, &is_added, &is_changed);
	cr_expect_eq(is_added, added, "%lld added", (long long)is_added);
	cr_expect_eq(is_changed, changed, "%lld changed", (long long)is_changed);
}

Test(undo, an_action_counts_what_it_made_and_changed_without_the_lines_of_controls)
{
	struct fixture fixture;
	struct record *control = record_new(register_find("control"), "UTC"), *risk, *before;
	struct action *action;

	fixture_open(&fixture);
	fixture_add(&fixture, "risk", "title", "Theft", NULL);
	action = action_begin(fixture.store, "import", &fixture.error);
	cr_assert(action);
	expect_named(action, 0, 0);
	record_set(control, "catalogue", "mini");
	record_set(control, "number", "A.77");
	record_set(control, "title", "Doors");
	cr_assert(action_add(action, control, &fixture.error), "%s", fixture.error.message);
	expect_named(action, 1, 0);
	before = store_record_by_ref(fixture.store, "R-1", &fixture.error);
	risk = record_copy(before);
	record_set(risk, "title", "Burglary");
	cr_assert(action_set(action, before, risk, &fixture.error), "%s", fixture.error.message);
	expect_named(action, 1, 1);
	cr_assert(action_remove(action, risk->id, &fixture.error), "%s", fixture.error.message);
	expect_named(action, 1, 0);
	cr_assert(action_commit(action, &fixture.error));
	record_free(risk);
	record_free(before);
	record_free(control);
	fixture_check(&fixture);
	fixture_close(&fixture);
}
