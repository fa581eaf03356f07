/* What the check of a file must not take for damage. */
#include "helper.h"

/* What the journal says of them stands under the uuids of before. */
Test(check, the_lines_of_an_organisation_that_took_another_uuid_are_the_same_lines)
{
	struct fixture fixture;
	struct action *action;

	fixture_open(&fixture);
	fixture_set(&fixture, "ORG-1", "name", "Before");
	fixture_set(&fixture, "SoA:mini:A.1", "implementation", "Before");
	action = action_begin(fixture.store, "import", &fixture.error);
	cr_assert(action, "%s", fixture.error.message);
	cr_assert(action_adopt_organisation(action, "6ba7b810-9dad-41d1-80b4-00c04fd430c8", &fixture.error), "%s",
		fixture.error.message);
	cr_assert(action_commit(action, &fixture.error), "%s", fixture.error.message);
	fixture_set(&fixture, "ORG-1", "name", "After");
	fixture_set(&fixture, "SoA:mini:A.1", "implementation", "After");
	fixture_check(&fixture);
	fixture_close(&fixture);
}
