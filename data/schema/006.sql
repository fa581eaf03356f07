-- Version 6: Do, the evidence of Check, and the verdict.  New registers and fields.  A finding names several
-- requirements: the one that it has moves to its links.  Registers of few records lose their indexes, which cost
-- each opening more than they gave.
ALTER TABLE "organisation" ADD COLUMN "proven" INTEGER;
ALTER TABLE "organisation" ADD COLUMN "budget" REAL;
ALTER TABLE "organisation" ADD COLUMN "tolerances" TEXT;
DROP INDEX "organisation.name";
DROP INDEX "organisation.catalogue";
DROP INDEX "organisation.method";
DROP INDEX "organisation.officer";
ALTER TABLE "decision" ADD COLUMN "no_action" TEXT;
DROP INDEX "decision.title";
DROP INDEX "decision.kind";
DROP INDEX "decision.date";
DROP INDEX "decision.status";
DROP INDEX "decision.signatory";
DROP INDEX "decision.meeting";
DROP INDEX "decision.ended_last";
DROP INDEX "meeting.title";
DROP INDEX "meeting.kind";
DROP INDEX "meeting.planned";
DROP INDEX "meeting.held";
DROP INDEX "meeting.status";
DROP INDEX "meeting.ended_last";
ALTER TABLE "mechanism" ADD COLUMN "target" INTEGER;
DROP INDEX "mechanism.title";
DROP INDEX "mechanism.area";
DROP INDEX "mechanism.maturity";
DROP INDEX "mechanism.owner";
ALTER TABLE "issue" ADD COLUMN "nature" TEXT;
ALTER TABLE "issue" ADD COLUMN "nature_key" TEXT NOT NULL DEFAULT '';
DROP INDEX "issue.title";
DROP INDEX "issue.kind";
DROP INDEX "issue.topic";
DROP INDEX "issue.relevant";
DROP INDEX "issue.owner";
DROP INDEX "issue.review";
DROP INDEX "party.name";
DROP INDEX "party.kind";
DROP INDEX "party.addressed";
DROP INDEX "party.owner";
DROP INDEX "party.review";
ALTER TABLE "obligation" ADD COLUMN "checked" TEXT;
ALTER TABLE "obligation" ADD COLUMN "hours" INTEGER;
ALTER TABLE "obligation" ADD COLUMN "authority" TEXT;
DROP INDEX "obligation.title";
DROP INDEX "obligation.kind";
DROP INDEX "obligation.conformity";
DROP INDEX "obligation.owner";
DROP INDEX "obligation.review";
DROP INDEX "scope.title";
DROP INDEX "scope.kind";
DROP INDEX "scope.included";
DROP INDEX "unit.name";
DROP INDEX "unit.parent";
DROP INDEX "unit.manager";
ALTER TABLE "person" ADD COLUMN "kind" TEXT;
ALTER TABLE "person" ADD COLUMN "kind_key" TEXT NOT NULL DEFAULT '';
ALTER TABLE "person" ADD COLUMN "joined" TEXT;
CREATE INDEX "person.kind" ON "person"("kind_key");
CREATE INDEX "person.joined" ON "person"("joined");
ALTER TABLE "role" ADD COLUMN "time" TEXT;
DROP INDEX "role.title";
DROP INDEX "role.assigned";
DROP INDEX "role.ended";
DROP INDEX "role.management";
ALTER TABLE "responsibility" ADD COLUMN "criteria" TEXT;
ALTER TABLE "responsibility" ADD COLUMN "inputs" TEXT;
ALTER TABLE "responsibility" ADD COLUMN "outputs" TEXT;
DROP INDEX "responsibility.title";
DROP INDEX "responsibility.accountable";
DROP INDEX "responsibility.requirement";
ALTER TABLE "policy" ADD COLUMN "commits" TEXT;
ALTER TABLE "policy" ADD COLUMN "public" TEXT;
DROP INDEX "policy.title";
DROP INDEX "policy.kind";
DROP INDEX "policy.version";
DROP INDEX "policy.status";
DROP INDEX "policy.author";
DROP INDEX "policy.owner";
DROP INDEX "policy.signatory";
DROP INDEX "policy.signed";
DROP INDEX "policy.effective";
DROP INDEX "policy.review";
DROP INDEX "policy.supersedes";
DROP INDEX "policy.ended_last";
ALTER TABLE "objective" ADD COLUMN "before" REAL;
ALTER TABLE "objective" ADD COLUMN "indicator" INTEGER REFERENCES "indicator"("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "objective" ADD COLUMN "communicated" TEXT;
ALTER TABLE "objective" ADD COLUMN "reviewed" TEXT;
DROP INDEX "objective.title";
DROP INDEX "objective.owner";
DROP INDEX "objective.due";
DROP INDEX "objective.status";
DROP INDEX "objective.policy";
DROP INDEX "objective.ended_last";
ALTER TABLE "assessment" ADD COLUMN "before" INTEGER REFERENCES "assessment"("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "assessment" ADD COLUMN "conversion" TEXT;
DROP INDEX "assessment.title";
DROP INDEX "assessment.date";
DROP INDEX "assessment.due";
DROP INDEX "assessment.trigger";
DROP INDEX "assessment.status";
DROP INDEX "assessment.method";
DROP INDEX "assessment.ended_last";
DROP INDEX "threshold.method";
DROP INDEX "threshold.level";
DROP INDEX "threshold.date";
DROP INDEX "threshold.owner";
DROP INDEX "threshold.review";
ALTER TABLE "acceptance" ADD COLUMN "delegation" TEXT;
ALTER TABLE "statement" ADD COLUMN "review" TEXT;
DROP INDEX "statement.title";
DROP INDEX "statement.version";
DROP INDEX "statement.date";
DROP INDEX "statement.approver";
DROP INDEX "statement.catalogue";
DROP INDEX "statement.status";
DROP INDEX "statement.ended_last";
ALTER TABLE "action" ADD COLUMN "decision" INTEGER REFERENCES "decision"("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "action" ADD COLUMN "asked" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "action" ADD COLUMN "effect" TEXT;
ALTER TABLE "action" ADD COLUMN "effect_after" TEXT;
ALTER TABLE "action" ADD COLUMN "effective" TEXT;
ALTER TABLE "action" ADD COLUMN "checked" TEXT;
ALTER TABLE "action" ADD COLUMN "checker" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX "action.decision" ON "action"("decision");
CREATE INDEX "action.asked" ON "action"("asked");
CREATE INDEX "action.effect_after" ON "action"("effect_after");
CREATE INDEX "action.checked" ON "action"("checked");
CREATE INDEX "action.checker" ON "action"("checker");
ALTER TABLE "incident" ADD COLUMN "kind" TEXT;
ALTER TABLE "incident" ADD COLUMN "kind_key" TEXT NOT NULL DEFAULT '';
ALTER TABLE "incident" ADD COLUMN "category" TEXT;
ALTER TABLE "incident" ADD COLUMN "category_key" TEXT NOT NULL DEFAULT '';
ALTER TABLE "incident" ADD COLUMN "effect" TEXT;
ALTER TABLE "incident" ADD COLUMN "occurred" TEXT;
ALTER TABLE "incident" ADD COLUMN "reported" TEXT;
ALTER TABLE "incident" ADD COLUMN "reporter" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "incident" ADD COLUMN "reporter_outside" TEXT;
ALTER TABLE "incident" ADD COLUMN "classified" TEXT;
ALTER TABLE "incident" ADD COLUMN "contained" TEXT;
ALTER TABLE "incident" ADD COLUMN "resolved" TEXT;
ALTER TABLE "incident" ADD COLUMN "repeat" INTEGER REFERENCES "incident"("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "incident" ADD COLUMN "personal" TEXT;
ALTER TABLE "incident" ADD COLUMN "persons" INTEGER;
ALTER TABLE "incident" ADD COLUMN "deadline" TEXT;
ALTER TABLE "incident" ADD COLUMN "due" TEXT;
ALTER TABLE "incident" ADD COLUMN "informed" TEXT;
ALTER TABLE "incident" ADD COLUMN "told" TEXT;
ALTER TABLE "incident" ADD COLUMN "cost" REAL;
CREATE INDEX "incident.kind" ON "incident"("kind_key");
CREATE INDEX "incident.category" ON "incident"("category_key");
CREATE INDEX "incident.occurred" ON "incident"("occurred");
CREATE INDEX "incident.reported" ON "incident"("reported");
CREATE INDEX "incident.reporter" ON "incident"("reporter");
CREATE INDEX "incident.classified" ON "incident"("classified");
CREATE INDEX "incident.contained" ON "incident"("contained");
CREATE INDEX "incident.resolved" ON "incident"("resolved");
CREATE INDEX "incident.repeat" ON "incident"("repeat");
CREATE INDEX "incident.personal" ON "incident"("personal");
CREATE INDEX "incident.deadline" ON "incident"("deadline");
CREATE INDEX "incident.due" ON "incident"("due");
CREATE INDEX "incident.informed" ON "incident"("informed");
CREATE TABLE "check"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"title" TEXT,
	"title_key" TEXT NOT NULL,
	"what" TEXT,
	"kind" TEXT,
	"kind_key" TEXT NOT NULL,
	"status" TEXT,
	"status_key" TEXT NOT NULL,
	"owner" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"login" TEXT,
	"every" TEXT,
	"every_key" TEXT NOT NULL,
	"on" TEXT,
	"start" TEXT,
	"end" TEXT,
	"resumed" TEXT,
	"grace" INTEGER,
	"ok" INTEGER,
	"evidence" TEXT,
	"requirement" INTEGER REFERENCES "requirement"("id") DEFERRABLE INITIALLY DEFERRED,
	"last" TEXT,
	"last_result" TEXT,
	"last_result_key" TEXT NOT NULL,
	"due" TEXT,
	"next" TEXT,
	"streak" INTEGER,
	"external" TEXT
) STRICT;
CREATE TABLE "execution"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"check" INTEGER REFERENCES "check"("id") DEFERRABLE INITIALLY DEFERRED,
	"due" TEXT,
	"at" TEXT,
	"result" TEXT,
	"result_key" TEXT NOT NULL,
	"score" INTEGER,
	"by" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"login" TEXT,
	"note" TEXT,
	"evidence" INTEGER REFERENCES "evidence"("id") DEFERRABLE INITIALLY DEFERRED,
	"action" INTEGER REFERENCES "action"("id") DEFERRABLE INITIALLY DEFERRED,
	"incident" INTEGER REFERENCES "incident"("id") DEFERRABLE INITIALLY DEFERRED,
	"nonconformity" INTEGER REFERENCES "nonconformity"("id") DEFERRABLE INITIALLY DEFERRED,
	"no_matter" TEXT,
	"answer_by" TEXT,
	"external" TEXT
) STRICT;
CREATE INDEX "execution.check" ON "execution"("check", "at");
CREATE INDEX "execution.due" ON "execution"("due");
CREATE INDEX "execution.at" ON "execution"("at");
CREATE INDEX "execution.result" ON "execution"("result_key");
CREATE INDEX "execution.score" ON "execution"("score");
CREATE INDEX "execution.by" ON "execution"("by");
CREATE INDEX "execution.evidence" ON "execution"("evidence");
CREATE INDEX "execution.action" ON "execution"("action");
CREATE INDEX "execution.incident" ON "execution"("incident");
CREATE INDEX "execution.nonconformity" ON "execution"("nonconformity");
CREATE INDEX "execution.answer_by" ON "execution"("answer_by");
CREATE TABLE "indicator"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"name" TEXT,
	"name_key" TEXT NOT NULL,
	"name_fr" TEXT,
	"name_fr_key" TEXT NOT NULL,
	"need" TEXT,
	"need_fr" TEXT,
	"measure" TEXT,
	"measure_fr" TEXT,
	"formula" TEXT,
	"unit" TEXT,
	"unit_fr" TEXT,
	"target" REAL,
	"amber" REAL,
	"red" REAL,
	"better" TEXT,
	"frequency" TEXT,
	"frequency_key" TEXT NOT NULL,
	"start" TEXT,
	"level" TEXT,
	"level_key" TEXT NOT NULL,
	"aspect" TEXT,
	"aspect_key" TEXT NOT NULL,
	"status" TEXT,
	"status_key" TEXT NOT NULL,
	"reason" TEXT,
	"owner" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"collector" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"login" TEXT,
	"analyst" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"source" TEXT,
	"requirement" INTEGER REFERENCES "requirement"("id") DEFERRABLE INITIALLY DEFERRED,
	"objective" INTEGER REFERENCES "objective"("id") DEFERRABLE INITIALLY DEFERRED,
	"value" REAL,
	"state" TEXT,
	"state_key" TEXT NOT NULL,
	"trend" TEXT,
	"trend_key" TEXT NOT NULL,
	"before" REAL,
	"at" TEXT,
	"taken" INTEGER,
	"due" TEXT,
	"external" TEXT
) STRICT;
CREATE TABLE "measurement"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"indicator" INTEGER REFERENCES "indicator"("id") DEFERRABLE INITIALLY DEFERRED,
	"at" TEXT,
	"value" REAL,
	"period" TEXT,
	"period_key" TEXT NOT NULL,
	"by" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"login" TEXT,
	"note" TEXT,
	"evidence" INTEGER REFERENCES "evidence"("id") DEFERRABLE INITIALLY DEFERRED,
	"corrects" INTEGER REFERENCES "measurement"("id") DEFERRABLE INITIALLY DEFERRED,
	"external" TEXT
) STRICT;
CREATE INDEX "measurement.indicator" ON "measurement"("indicator", "at");
CREATE INDEX "measurement.at" ON "measurement"("at");
CREATE INDEX "measurement.value" ON "measurement"("value");
CREATE INDEX "measurement.period" ON "measurement"("period_key");
CREATE INDEX "measurement.by" ON "measurement"("by");
CREATE INDEX "measurement.evidence" ON "measurement"("evidence");
CREATE INDEX "measurement.corrects" ON "measurement"("corrects");
CREATE TABLE "analysis"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"title" TEXT,
	"title_key" TEXT NOT NULL,
	"date" TEXT,
	"period" TEXT,
	"period_key" TEXT NOT NULL,
	"status" TEXT,
	"status_key" TEXT NOT NULL,
	"by" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"findings" TEXT,
	"conclusion" TEXT,
	"conclusion_key" TEXT NOT NULL,
	"review" INTEGER REFERENCES "review"("id") DEFERRABLE INITIALLY DEFERRED,
	"seal" TEXT,
	"external" TEXT
) STRICT;
CREATE TABLE "changes"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"title" TEXT,
	"title_key" TEXT NOT NULL,
	"about" TEXT,
	"about_key" TEXT NOT NULL,
	"status" TEXT,
	"status_key" TEXT NOT NULL,
	"requested" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"planned" TEXT,
	"purpose" TEXT,
	"consequences" TEXT,
	"integrity" TEXT,
	"resources" TEXT,
	"approver" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"approved" TEXT,
	"done" TEXT,
	"result" TEXT,
	"result_key" TEXT NOT NULL,
	"assessment" INTEGER REFERENCES "assessment"("id") DEFERRABLE INITIALLY DEFERRED,
	"external" TEXT
) STRICT;
CREATE INDEX "changes.title" ON "changes"("title_key");
CREATE INDEX "changes.about" ON "changes"("about_key");
CREATE INDEX "changes.status" ON "changes"("status_key");
CREATE INDEX "changes.requested" ON "changes"("requested");
CREATE INDEX "changes.planned" ON "changes"("planned");
CREATE INDEX "changes.approver" ON "changes"("approver");
CREATE INDEX "changes.approved" ON "changes"("approved");
CREATE INDEX "changes.done" ON "changes"("done");
CREATE INDEX "changes.result" ON "changes"("result_key");
CREATE INDEX "changes.assessment" ON "changes"("assessment");
CREATE INDEX "changes.ended_last" ON "changes"((CASE WHEN "status" IN ('refused', 'done') THEN '1' ELSE '0' END || coalesce("planned", '~')));
CREATE TABLE "supplier"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"name" TEXT,
	"name_key" TEXT NOT NULL,
	"service" TEXT,
	"kind" TEXT,
	"kind_key" TEXT NOT NULL,
	"status" TEXT,
	"status_key" TEXT NOT NULL,
	"critical" INTEGER,
	"data" TEXT,
	"data_key" TEXT NOT NULL,
	"owner" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"contract" TEXT,
	"clauses" TEXT,
	"clauses_text" TEXT,
	"start" TEXT,
	"end" TEXT,
	"exit" TEXT,
	"assessment" TEXT,
	"assessment_key" TEXT NOT NULL,
	"assessed" TEXT,
	"result" INTEGER,
	"certificate" TEXT,
	"until" TEXT,
	"review" TEXT,
	"access" TEXT,
	"subcontractors" TEXT,
	"external" TEXT
) STRICT;
CREATE TABLE "project"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"title" TEXT,
	"title_key" TEXT NOT NULL,
	"sponsor" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"golive" TEXT,
	"asked" TEXT,
	"due" TEXT,
	"given" TEXT,
	"advice" TEXT,
	"requirements" TEXT,
	"followed" TEXT,
	"followed_key" TEXT NOT NULL,
	"reason" TEXT,
	"accepted" TEXT,
	"external" TEXT
) STRICT;
CREATE TABLE "training"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"title" TEXT,
	"title_key" TEXT NOT NULL,
	"kind" TEXT,
	"kind_key" TEXT NOT NULL,
	"topic" TEXT,
	"planned" TEXT,
	"held" TEXT,
	"status" TEXT,
	"status_key" TEXT NOT NULL,
	"trainer" TEXT,
	"length" INTEGER,
	"objectives" TEXT,
	"pass" INTEGER,
	"document" INTEGER REFERENCES "document"("id") DEFERRABLE INITIALLY DEFERRED,
	"invited" INTEGER,
	"present" INTEGER,
	"passed" INTEGER,
	"reported" INTEGER,
	"feedback" TEXT,
	"external" TEXT
) STRICT;
CREATE TABLE "attendance"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"training" INTEGER REFERENCES "training"("id") DEFERRABLE INITIALLY DEFERRED,
	"person" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"unit" INTEGER REFERENCES "unit"("id") DEFERRABLE INITIALLY DEFERRED,
	"count" INTEGER,
	"present" TEXT,
	"result" INTEGER,
	"date" TEXT,
	"note" TEXT,
	"external" TEXT
) STRICT;
CREATE INDEX "attendance.training" ON "attendance"("training");
CREATE INDEX "attendance.person" ON "attendance"("person");
CREATE INDEX "attendance.unit" ON "attendance"("unit");
CREATE INDEX "attendance.present" ON "attendance"("present");
CREATE INDEX "attendance.result" ON "attendance"("result");
CREATE INDEX "attendance.date" ON "attendance"("date");
CREATE TABLE "competence"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"skill" TEXT,
	"skill_key" TEXT NOT NULL,
	"role" INTEGER REFERENCES "role"("id") DEFERRABLE INITIALLY DEFERRED,
	"person" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"required" INTEGER,
	"held" INTEGER,
	"gap" INTEGER,
	"how" TEXT,
	"how_key" TEXT NOT NULL,
	"until" TEXT,
	"action" INTEGER REFERENCES "action"("id") DEFERRABLE INITIALLY DEFERRED,
	"effect" TEXT,
	"assessed" TEXT,
	"by" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"external" TEXT
) STRICT;
CREATE TABLE "communication"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"subject" TEXT,
	"subject_key" TEXT NOT NULL,
	"kind" TEXT,
	"kind_key" TEXT NOT NULL,
	"occasion" TEXT,
	"occasion_key" TEXT NOT NULL,
	"when" TEXT,
	"next" TEXT,
	"last" TEXT,
	"channel" TEXT,
	"speaker" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"deputy" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"document" INTEGER REFERENCES "document"("id") DEFERRABLE INITIALLY DEFERRED,
	"external" TEXT
) STRICT;
ALTER TABLE "acknowledgement" ADD COLUMN "unit" INTEGER REFERENCES "unit"("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "acknowledgement" ADD COLUMN "count" INTEGER;
CREATE INDEX "acknowledgement.unit" ON "acknowledgement"("unit");
ALTER TABLE "document" ADD COLUMN "change" TEXT;
ALTER TABLE "document" ADD COLUMN "outside" TEXT;
ALTER TABLE "document" ADD COLUMN "format" TEXT;
CREATE INDEX "document.outside" ON "document"("outside");
CREATE TABLE "programme"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"title" TEXT,
	"title_key" TEXT NOT NULL,
	"years" INTEGER,
	"start" TEXT,
	"end" TEXT,
	"status" TEXT,
	"status_key" TEXT NOT NULL,
	"frequency" TEXT,
	"methods" TEXT,
	"responsibilities" TEXT,
	"criteria" TEXT,
	"approver" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"approved" TEXT,
	"external" TEXT
) STRICT;
ALTER TABLE "audit" ADD COLUMN "programme" INTEGER REFERENCES "programme"("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "audit" ADD COLUMN "announced" TEXT;
ALTER TABLE "audit" ADD COLUMN "criteria" TEXT;
ALTER TABLE "audit" ADD COLUMN "method" TEXT;
ALTER TABLE "audit" ADD COLUMN "sample" TEXT;
ALTER TABLE "audit" ADD COLUMN "sampled" INTEGER;
ALTER TABLE "audit" ADD COLUMN "population" INTEGER;
ALTER TABLE "audit" ADD COLUMN "body" TEXT;
ALTER TABLE "audit" ADD COLUMN "reason" TEXT;
ALTER TABLE "audit" ADD COLUMN "opinion" TEXT;
ALTER TABLE "audit" ADD COLUMN "opinion_key" TEXT NOT NULL DEFAULT '';
ALTER TABLE "audit" ADD COLUMN "reported" TEXT;
ALTER TABLE "audit" ADD COLUMN "report" INTEGER REFERENCES "document"("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "audit" ADD COLUMN "seal" TEXT;
DROP INDEX "audit.title";
DROP INDEX "audit.kind";
DROP INDEX "audit.planned";
DROP INDEX "audit.held";
DROP INDEX "audit.auditor";
DROP INDEX "audit.status";
DROP INDEX "audit.ended_last";
CREATE TABLE "auditpoint"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"audit" INTEGER REFERENCES "audit"("id") DEFERRABLE INITIALLY DEFERRED,
	"requirement" INTEGER REFERENCES "requirement"("id") DEFERRABLE INITIALLY DEFERRED,
	"control" INTEGER REFERENCES "control"("id") DEFERRABLE INITIALLY DEFERRED,
	"question" TEXT,
	"verdict" TEXT,
	"verdict_key" TEXT NOT NULL,
	"asked" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"seen" TEXT,
	"sample" TEXT,
	"finding" INTEGER REFERENCES "finding"("id") DEFERRABLE INITIALLY DEFERRED,
	"external" TEXT
) STRICT;
CREATE INDEX "auditpoint.audit" ON "auditpoint"("audit");
CREATE INDEX "auditpoint.requirement" ON "auditpoint"("requirement");
CREATE INDEX "auditpoint.control" ON "auditpoint"("control");
CREATE INDEX "auditpoint.verdict" ON "auditpoint"("verdict_key");
CREATE INDEX "auditpoint.asked" ON "auditpoint"("asked");
CREATE INDEX "auditpoint.finding" ON "auditpoint"("finding");
ALTER TABLE "finding" ADD COLUMN "unit" INTEGER REFERENCES "unit"("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "finding" ADD COLUMN "statement" TEXT;
ALTER TABLE "finding" ADD COLUMN "gap" TEXT;
ALTER TABLE "finding" ADD COLUMN "repeat" INTEGER REFERENCES "finding"("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "finding" ADD COLUMN "answer" TEXT;
ALTER TABLE "finding" ADD COLUMN "answered" TEXT;
ALTER TABLE "finding" ADD COLUMN "accepted" TEXT;
INSERT OR IGNORE INTO "link"("record","field","target") SELECT "id", 'requirement', "requirement" FROM "finding" WHERE "requirement" IS NOT NULL;
DROP INDEX "finding.requirement";
ALTER TABLE "finding" DROP COLUMN "requirement";
CREATE INDEX "finding.unit" ON "finding"("unit");
CREATE INDEX "finding.repeat" ON "finding"("repeat");
CREATE INDEX "finding.answered" ON "finding"("answered");
ALTER TABLE "review" ADD COLUMN "next" TEXT;
ALTER TABLE "review" ADD COLUMN "number" TEXT;
ALTER TABLE "review" ADD COLUMN "number_key" TEXT NOT NULL DEFAULT '';
ALTER TABLE "review" ADD COLUMN "in_a" TEXT;
ALTER TABLE "review" ADD COLUMN "in_b" TEXT;
ALTER TABLE "review" ADD COLUMN "in_c" TEXT;
ALTER TABLE "review" ADD COLUMN "in_d1" TEXT;
ALTER TABLE "review" ADD COLUMN "in_d2" TEXT;
ALTER TABLE "review" ADD COLUMN "in_d3" TEXT;
ALTER TABLE "review" ADD COLUMN "in_d4" TEXT;
ALTER TABLE "review" ADD COLUMN "in_e" TEXT;
ALTER TABLE "review" ADD COLUMN "in_f" TEXT;
ALTER TABLE "review" ADD COLUMN "in_g" TEXT;
ALTER TABLE "review" ADD COLUMN "draft_a" TEXT;
ALTER TABLE "review" ADD COLUMN "draft_b" TEXT;
ALTER TABLE "review" ADD COLUMN "draft_c" TEXT;
ALTER TABLE "review" ADD COLUMN "draft_d1" TEXT;
ALTER TABLE "review" ADD COLUMN "draft_d2" TEXT;
ALTER TABLE "review" ADD COLUMN "draft_d3" TEXT;
ALTER TABLE "review" ADD COLUMN "draft_d4" TEXT;
ALTER TABLE "review" ADD COLUMN "draft_e" TEXT;
ALTER TABLE "review" ADD COLUMN "draft_f" TEXT;
ALTER TABLE "review" ADD COLUMN "draft_g" TEXT;
ALTER TABLE "review" ADD COLUMN "out_improve" TEXT;
ALTER TABLE "review" ADD COLUMN "out_change" TEXT;
ALTER TABLE "review" ADD COLUMN "resources" TEXT;
ALTER TABLE "review" ADD COLUMN "minutes" INTEGER REFERENCES "document"("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "review" ADD COLUMN "signatory" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "review" ADD COLUMN "signed" TEXT;
ALTER TABLE "review" ADD COLUMN "seal" TEXT;
ALTER TABLE "review" ADD COLUMN "management" TEXT;
DROP INDEX "review.title";
DROP INDEX "review.planned";
DROP INDEX "review.held";
DROP INDEX "review.status";
DROP INDEX "review.chair";
DROP INDEX "review.ended_last";
CREATE TABLE "feedback"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"title" TEXT,
	"title_key" TEXT NOT NULL,
	"party" INTEGER REFERENCES "party"("id") DEFERRABLE INITIALLY DEFERRED,
	"unit" INTEGER REFERENCES "unit"("id") DEFERRABLE INITIALLY DEFERRED,
	"from" TEXT,
	"at" TEXT,
	"channel" TEXT,
	"channel_key" TEXT NOT NULL,
	"sense" TEXT,
	"sense_key" TEXT NOT NULL,
	"text" TEXT,
	"owner" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"answer" TEXT,
	"answered" TEXT,
	"action" INTEGER REFERENCES "action"("id") DEFERRABLE INITIALLY DEFERRED,
	"review" INTEGER REFERENCES "review"("id") DEFERRABLE INITIALLY DEFERRED,
	"external" TEXT
) STRICT;
CREATE TABLE "overrule"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"requirement" INTEGER REFERENCES "requirement"("id") DEFERRABLE INITIALLY DEFERRED,
	"from" TEXT,
	"from_key" TEXT NOT NULL,
	"to" TEXT,
	"to_key" TEXT NOT NULL,
	"reason" TEXT,
	"by" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"at" TEXT,
	"expiry" TEXT,
	"status" TEXT,
	"status_key" TEXT NOT NULL,
	"withdrawal" TEXT,
	"seal" TEXT,
	"external" TEXT
) STRICT;
CREATE TABLE "snapshot"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"cycle" INTEGER REFERENCES "cycle"("id") DEFERRABLE INITIALLY DEFERRED,
	"at" TEXT,
	"kind" TEXT,
	"kind_key" TEXT NOT NULL,
	"figures" TEXT,
	"head" TEXT,
	"external" TEXT
) STRICT;
ALTER TABLE "nonconformity" ADD COLUMN "grade" TEXT;
ALTER TABLE "nonconformity" ADD COLUMN "grade_key" TEXT NOT NULL DEFAULT '';
ALTER TABLE "nonconformity" ADD COLUMN "number" TEXT;
ALTER TABLE "nonconformity" ADD COLUMN "number_key" TEXT NOT NULL DEFAULT '';
ALTER TABLE "nonconformity" ADD COLUMN "check" INTEGER REFERENCES "check"("id") DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX "nonconformity.check" ON "nonconformity"("check");
ALTER TABLE "nonconformity" ADD COLUMN "repeat" INTEGER REFERENCES "nonconformity"("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "nonconformity" ADD COLUMN "containment" TEXT;
ALTER TABLE "nonconformity" ADD COLUMN "consequences" TEXT;
ALTER TABLE "nonconformity" ADD COLUMN "method" TEXT;
ALTER TABLE "nonconformity" ADD COLUMN "method_key" TEXT NOT NULL DEFAULT '';
ALTER TABLE "nonconformity" ADD COLUMN "elsewhere" TEXT;
ALTER TABLE "nonconformity" ADD COLUMN "elsewhere_key" TEXT NOT NULL DEFAULT '';
ALTER TABLE "nonconformity" ADD COLUMN "where" TEXT;
ALTER TABLE "nonconformity" ADD COLUMN "checked" TEXT;
ALTER TABLE "nonconformity" ADD COLUMN "checker" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "nonconformity" ADD COLUMN "how" TEXT;
ALTER TABLE "nonconformity" ADD COLUMN "isms_change" INTEGER REFERENCES "changes"("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "nonconformity" ADD COLUMN "closed" TEXT;
ALTER TABLE "nonconformity" ADD COLUMN "lateness" TEXT;
CREATE INDEX "nonconformity.grade" ON "nonconformity"("grade_key");
CREATE INDEX "nonconformity.number" ON "nonconformity"("number_key");
CREATE INDEX "nonconformity.repeat" ON "nonconformity"("repeat");
CREATE INDEX "nonconformity.method" ON "nonconformity"("method_key");
CREATE INDEX "nonconformity.elsewhere" ON "nonconformity"("elsewhere_key");
CREATE INDEX "nonconformity.checked" ON "nonconformity"("checked");
CREATE INDEX "nonconformity.checker" ON "nonconformity"("checker");
CREATE INDEX "nonconformity.isms_change" ON "nonconformity"("isms_change");
CREATE INDEX "nonconformity.closed" ON "nonconformity"("closed");
CREATE TABLE "watch"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"title" TEXT,
	"title_key" TEXT NOT NULL,
	"kind" TEXT,
	"kind_key" TEXT NOT NULL,
	"source" TEXT,
	"at" TEXT,
	"says" TEXT,
	"relevant" TEXT,
	"why" TEXT,
	"obligation" INTEGER REFERENCES "obligation"("id") DEFERRABLE INITIALLY DEFERRED,
	"action" INTEGER REFERENCES "action"("id") DEFERRABLE INITIALLY DEFERRED,
	"by" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"next" TEXT,
	"external" TEXT
) STRICT;
CREATE TABLE "certificate"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"body" TEXT,
	"body_key" TEXT NOT NULL,
	"accreditation" TEXT,
	"standard" TEXT,
	"standard_key" TEXT NOT NULL,
	"scope" TEXT,
	"statement" INTEGER REFERENCES "statement"("id") DEFERRABLE INITIALLY DEFERRED,
	"stage" TEXT,
	"stage_key" TEXT NOT NULL,
	"granted" TEXT,
	"expires" TEXT,
	"surveillance" TEXT,
	"number" TEXT,
	"copy" TEXT,
	"external" TEXT
) STRICT;
ALTER TABLE "cycle" ADD COLUMN "closed" TEXT;
ALTER TABLE "cycle" ADD COLUMN "by" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "cycle" ADD COLUMN "snapshot" INTEGER REFERENCES "snapshot"("id") DEFERRABLE INITIALLY DEFERRED;
DROP INDEX "cycle.title";
DROP INDEX "cycle.start";
DROP INDEX "cycle.end";
DROP INDEX "cycle.phase";
DROP INDEX "cycle.status";
DROP INDEX "cycle.ended_last";
DROP INDEX "catalogue.identifier";
DROP INDEX "catalogue.title";
DROP INDEX "catalogue.title_fr";
DROP INDEX "theme.catalogue";
DROP INDEX "theme.number";
DROP INDEX "theme.title";
DROP INDEX "theme.title_fr";
DROP INDEX "theme.parent";
ALTER TABLE "method" ADD COLUMN "when" TEXT;
DROP INDEX "method.identifier";
DROP INDEX "method.title";
DROP INDEX "method.title_fr";
DROP INDEX "method.threshold_owner";
DROP INDEX "level.method";
DROP INDEX "level.scale";
DROP INDEX "level.number";
DROP INDEX "level.name";
DROP INDEX "level.name_fr";
-- Between done and cancelled stands a new status.
UPDATE "audit" SET "status_key" = '04' WHERE "status" = 'cancelled';
UPDATE "review" SET "status_key" = '04' WHERE "status" = 'cancelled';
ALTER TABLE "action" ADD COLUMN "effect_due" TEXT;
CREATE INDEX "action.effect_due" ON "action"("effect_due");
ALTER TABLE "review" ADD COLUMN "previous" INTEGER REFERENCES "review"("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "review" ADD COLUMN "content" TEXT;
ALTER TABLE "incident" ADD COLUMN "change" INTEGER REFERENCES "changes"("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "incident" ADD COLUMN "no_assessment" TEXT;
CREATE INDEX "incident.change" ON "incident"("change");
ALTER TABLE "changes" ADD COLUMN "no_assessment" TEXT;
ALTER TABLE "evidence" ADD COLUMN "verified" TEXT;
ALTER TABLE "audit" ADD COLUMN "independent" TEXT;
ALTER TABLE "snapshot" ADD COLUMN "before" INTEGER REFERENCES "snapshot"("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "snapshot" ADD COLUMN "met" INTEGER;
ALTER TABLE "snapshot" ADD COLUMN "above" INTEGER;
ALTER TABLE "snapshot" ADD COLUMN "reason" TEXT;
-- blake2b 6f2472c995e24e4c51949fcc809738f94de07e1223542f1e9c6e86cd30789089
