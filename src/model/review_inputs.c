/* What a management review looks at (clause 9.3.2), as a table. */
#include <stdlib.h>
#include <string.h>

#include "model/review_inputs.h"

#define INPUT(letter)                                                                                                  \
	{                                                                                                              \
		letter, "draft_" letter, "in_" letter                                                                  \
	}
const struct review_input review_inputs[] = {
	INPUT("a"),
	INPUT("b"),
	INPUT("c"),
	INPUT("d1"),
	INPUT("d2"),
	INPUT("d3"),
	INPUT("d4"),
	INPUT("e"),
	INPUT("f"),
	INPUT("g"),
	{ NULL, NULL, NULL },
};

#define BESIDE(...)                                                                                                    \
	(const char *const[])                                                                                          \
	{                                                                                                              \
		__VA_ARGS__, NULL                                                                                      \
	}
/* Those that a review asks for, and those that carry out what it decided. */
#define EARLIER "reviews(ref!=THIS) or decision(reviews(ref!=THIS))"
#define NEW "created>=SINCE"
#define CHANGED "created<SINCE updated>=SINCE"
#define AUDITED "audit(held>=SINCE)"
#define CURRENT "standing=current"
#define ABOVE CURRENT " current_level>threshold"

const struct review_line review_lines[] = {
	{ "a", "action", EARLIER " open", EARLIER, N_("Actions of earlier reviews still open"),
		BESIDE("status", "due", "progress") },
	{ "a", "action", EARLIER " late", EARLIER, N_("Actions of earlier reviews that are late"),
		BESIDE("owner", "due") },
	{ "a", "action", EARLIER " done>=SINCE", EARLIER, N_("Actions of earlier reviews done since"), BESIDE("done") },
	{ "a", "action", EARLIER " status=cancelled updated>=SINCE", EARLIER,
		N_("Actions of earlier reviews given up since"), NULL },

	{ "b", "issue", NEW, NULL, N_("New issues of the context"), NULL },
	{ "b", "issue", CHANGED, NULL, N_("Issues of the context that changed"), NULL },
	{ "b", "watch", "at>=SINCE relevant=yes", "at>=SINCE", N_("What was read outside and concerns us"),
		BESIDE("kind", "at") },
	{ "b", "change", "about=isms or about=organisation updated>=SINCE", "about=isms or about=organisation",
		N_("Changes of the organisation or of the ISMS"), NULL },

	{ "c", "party", NEW, NULL, N_("New interested parties"), NULL },
	{ "c", "party", CHANGED, NULL, N_("Interested parties whose entry changed"), NULL },
	{ "c", "party", "addressed!=yes", NULL, N_("Interested parties whose requirements the ISMS does not meet"),
		NULL },
	{ "c", "obligation", "updated>=SINCE", NULL, N_("Obligations that are new or changed"), NULL },

	{ "d1", "nonconformity", "open", NULL, N_("Nonconformities open"), BESIDE("grade", "status", "due") },
	{ "d1", "nonconformity", "detected>=SINCE", NULL, N_("Nonconformities noticed since"),
		BESIDE("origin", "detected") },
	{ "d1", "nonconformity", "closed>=SINCE", NULL, N_("Nonconformities closed since"),
		BESIDE("closed", "effective") },
	{ "d1", "nonconformity", "late", "open", N_("Open nonconformities that are late"), BESIDE("owner", "due") },
	{ "d1", "nonconformity", "repeat!= detected>=SINCE", "detected>=SINCE", N_("Nonconformities that came back"),
		BESIDE("repeat") },
	{ "d1", "action", "kind=corrective late", "kind=corrective", N_("Corrective actions that are late"),
		BESIDE("owner", "due") },

	{ "d2", "indicator", "status=active state=red", "status=active", N_("Indicators at red"),
		BESIDE("value", "unit", "before", "trend") },
	{ "d2", "indicator", "status=active state=amber", "status=active", N_("Indicators at amber"),
		BESIDE("value", "unit", "before", "trend") },
	{ "d2", "indicator", "status=active trend=worse", "status=active", N_("Indicators that got worse"),
		BESIDE("value", "unit", "before") },
	{ "d2", "indicator", "status=active late", "status=active", N_("Indicators that lack a value"),
		BESIDE("due", "owner") },
	{ "d2", "execution", "result=fail or result=missed at>=SINCE", "at>=SINCE", N_("Checks failed or missed since"),
		BESIDE("result", "due") },
	{ "d2", "analysis", "conclusion=act date>=SINCE", "date>=SINCE",
		N_("Analyses that ask for something to be done"), BESIDE("date") },
	{ "d2", "incident", "severity=high or severity=critical detected>=SINCE", "detected>=SINCE",
		N_("Grave incidents since"), BESIDE("severity", "status") },

	{ "d3", "audit", "held>=SINCE", NULL, N_("Audits held since"), BESIDE("kind", "held", "opinion") },
	{ "d3", "audit", "late", "open", N_("Audits planned that are late"), BESIDE("planned") },
	{ "d3", "finding", "grade=major " AUDITED, AUDITED, N_("Major nonconformities found since"),
		BESIDE("audit", "status") },
	{ "d3", "finding", "grade=minor " AUDITED, AUDITED, N_("Minor nonconformities found since"),
		BESIDE("audit", "status") },
	{ "d3", "finding", "grade=observation " AUDITED, AUDITED, N_("Observations made since"), BESIDE("audit") },
	{ "d3", "finding", "open grade=minor or grade=major", "grade=minor or grade=major",
		N_("Findings not answered yet"), BESIDE("owner", "due") },

	{ "d4", "objective", "status=done", NULL, N_("Objectives reached"), BESIDE("result", "target") },
	{ "d4", "objective", "open", NULL, N_("Objectives on the way"), BESIDE("result", "target", "due") },
	{ "d4", "objective", "late", NULL, N_("Objectives that are late"), BESIDE("owner", "due") },
	{ "d4", "objective", "status=missed", NULL, N_("Objectives missed"), BESIDE("result", "target") },

	{ "e", "feedback", "at>=SINCE", NULL, N_("Feedback received since"), BESIDE("sense", "party", "at") },
	{ "e", "feedback", "at>=SINCE sense=complaint", "at>=SINCE", N_("Complaints among it"), BESIDE("party") },
	{ "e", "feedback", "answered=", NULL, N_("Feedback without an answer"), BESIDE("owner", "at") },

	{ "f", "risk", ABOVE, CURRENT, N_("Risks above the threshold"), BESIDE("current_level", "treatment") },
	{ "f", "risk", ABOVE " treatment= or treatment=retain or status=accepted acceptances!(kind=residual valid)",
		ABOVE, N_("Risks above the threshold that nobody treats or accepts"),
		BESIDE("current_level", "owner") },
	{ "f", "action", "risk!= status=done", "risk!= status!=cancelled", N_("Actions of the treatment plan done"),
		NULL },
	{ "f", "action", "risk!= late", "risk!= open", N_("Open actions of the treatment plan that are late"),
		BESIDE("owner", "due", "progress") },
	{ "f", "acceptance", "valid expiry<=today+90", "valid", N_("Acceptances that expire within 90 days"),
		BESIDE("owner", "expiry") },
	{ "f", "assessment", "date>=SINCE", NULL, N_("Assessments of the risks made since"), BESIDE("date", "status") },

	{ "g", "finding", "grade=opportunity open", "grade=opportunity", N_("Opportunities found by audits, open"),
		BESIDE("audit") },
	{ "g", "feedback", "sense=suggestion at>=SINCE", "at>=SINCE", N_("Suggestions received since"),
		BESIDE("party") },
	{ "g", "action", "kind=improvement open", "kind=improvement", N_("Improvements under way"),
		BESIDE("due", "progress") },
	{ "g", "action", "kind=improvement done>=SINCE", "kind=improvement", N_("Improvements done since"),
		BESIDE("done", "effective") },
	{ .input = NULL },
};

char *review_filter(const char *filter, const char *since, const char *ref)
{
	struct buffer text = { 0 };

	for (; *filter;) {
		if (strncmp(filter, "SINCE", 5) == 0) {
			buffer_add(&text, since);
			filter += 5;
		} else if (strncmp(filter, "THIS", 4) == 0) {
			buffer_add(&text, ref);
			filter += 4;
		} else {
			buffer_add_char(&text, *filter++);
		}
	}
	return buffer_take(&text);
}
