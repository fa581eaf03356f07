/*
 * The views that have a command of their own, "Go to" in menu and help: VIEW(NAME, KEYS, LABEL, HELP, HINT)
 * stands for NAME_view_open of a file here and the command NAME that calls it (struct command tells of keys,
 * label, help and hint).  No guards: it is included once to declare them (views.h) and once in the table of
 * commands.
 */
VIEW(matrix, "5", N_("Risk matrix"), N_("Risks by likelihood and impact."), 4)
VIEW(checklist, "6", N_("Control checklist"), N_("The Statement of Applicability, control by control."), 4)
VIEW(dashboard, "7", N_("Dashboard"), N_("The figures; each opens its records."), 4)
VIEW(verdict, "8", N_("Verdict"), N_("When can we say that we have an ISMS, and what is still missing."), 4)
VIEW(guide, "0", N_("Guide"), N_("The steps of the method: what is done, what is missing, what comes next."), 4)
VIEW(gantt, "9", N_("Action plan"), N_("The actions through time: bars, today's line, what is late."), 5)
VIEW(raci, "A", N_("Responsibilities"), N_("The responsibility matrix (RACI): roles by activities."), 0)
VIEW(method, "R", N_("Risk method"), N_("The editor of the risk method: its scales, grid and threshold."), 0)
VIEW(checks, "B", N_("Calendar of checks"),
	N_("The security checks by month and week: what is due, done, failed, missed."), 0)
VIEW(agenda, "D", N_("What is due"), N_("Reviews, expiries, actions and audits of all registers, by date."), 0)
VIEW(quality, "Q", N_("Quality of the records"),
	N_("Where the records fall short, the worst first; what mends them is a key away."), 0)
VIEW(indicators, "V", N_("Indicators"), N_("What is measured: values, states, targets, and how they went."), 0)
