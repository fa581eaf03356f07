/* The list of reports.  A new one is a line here and its builder. */
#include "report/build.h"

const struct report_def report_defs[] = {
	{ .what = "soa", .label = N_("Statement of Applicability"), .mark = N_("Confidential"), .base = "applicability", .build = build_soa },
	{ .what = "soa-extract", .label = N_("Statement of Applicability, extract"), .mark = N_("Confidential"), .base = "applicability", .extract = true, .build = build_soa },
	{ .what = "scope", .label = N_("Scope of the ISMS"), .mark = N_("Internal"), .base = "scope", .build = build_scope },
	{ .what = "policy", .label = N_("Policy"), .mark = N_("Internal"), .about = true, .of = "policy", .build = build_policy },
	{ .what = "risks", .label = N_("Risks and their treatment"), .mark = N_("Confidential"), .base = "risk", .build = build_risks },
	{ .what = "assessment", .label = N_("Risk assessment"), .mark = N_("Confidential"), .about = true, .of = "assessment", .build = build_assessment },
	{ .what = "treatment", .label = N_("Risk treatment plan"), .mark = N_("Confidential"), .base = "risk", .build = build_treatment },
	{ .what = "acceptance", .label = N_("Acceptance of a residual risk"), .mark = N_("Confidential"), .about = true, .of = "acceptance", .build = build_acceptance },
	{ .what = "actions", .label = N_("Action plan"), .mark = N_("Internal"), .base = "action", .build = build_actions },
	{ .what = "dashboard", .label = N_("Dashboard"), .mark = N_("Confidential"), .build = build_dashboard },
	{ .what = "due", .label = N_("What is due"), .mark = N_("Internal"), .lines = &register_due, .build = build_due },
	{ .what = "quality", .label = N_("Quality of the records"), .mark = N_("Confidential"), .lines = &register_quality, .build = build_quality },
	{ .what = "history", .label = N_("History of a record"), .mark = N_("Confidential"), .about = true, .build = build_history },
	{ .what = NULL },
};
