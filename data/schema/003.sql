-- Version 3: what Plan needs before, beside and after the risks; evidence and documents; who has the file open.
-- attachment: the bytes of attached evidence, by their SHA-256; the records of evidence name it.
CREATE TABLE "attachment"(
	"sha256" TEXT PRIMARY KEY,
	"bytes" BLOB NOT NULL
) STRICT;
-- presence: who has the file open; never journaled, exported or merged.
CREATE TABLE "presence"(
	"login" TEXT NOT NULL,
	"host" TEXT NOT NULL,
	"process" INTEGER NOT NULL,
	"since" TEXT NOT NULL,
	"seen" TEXT NOT NULL,
	PRIMARY KEY("login", "host", "process")
) STRICT, WITHOUT ROWID;

CREATE TABLE "decision"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"title" TEXT,
	"title_key" TEXT NOT NULL,
	"kind" TEXT,
	"kind_key" TEXT NOT NULL,
	"date" TEXT,
	"status" TEXT,
	"status_key" TEXT NOT NULL,
	"reasons" TEXT,
	"reasoning" TEXT,
	"text" TEXT,
	"signatory" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"function" TEXT,
	"copy" TEXT,
	"meeting" INTEGER REFERENCES "meeting"("id") DEFERRABLE INITIALLY DEFERRED,
	"withdrawal" TEXT,
	"seal" TEXT
) STRICT;
CREATE INDEX "decision.title" ON "decision"("title_key");
CREATE INDEX "decision.kind" ON "decision"("kind_key");
CREATE INDEX "decision.date" ON "decision"("date");
CREATE INDEX "decision.status" ON "decision"("status_key");
CREATE INDEX "decision.signatory" ON "decision"("signatory");
CREATE INDEX "decision.meeting" ON "decision"("meeting");

CREATE TABLE "meeting"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"title" TEXT,
	"title_key" TEXT NOT NULL,
	"kind" TEXT,
	"kind_key" TEXT NOT NULL,
	"planned" TEXT,
	"held" TEXT,
	"status" TEXT,
	"status_key" TEXT NOT NULL,
	"agenda" TEXT,
	"minutes" TEXT
) STRICT;
CREATE INDEX "meeting.title" ON "meeting"("title_key");
CREATE INDEX "meeting.kind" ON "meeting"("kind_key");
CREATE INDEX "meeting.planned" ON "meeting"("planned");
CREATE INDEX "meeting.held" ON "meeting"("held");
CREATE INDEX "meeting.status" ON "meeting"("status_key");

CREATE TABLE "mechanism"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"title" TEXT,
	"title_key" TEXT NOT NULL,
	"area" TEXT,
	"area_key" TEXT NOT NULL,
	"maturity" INTEGER,
	"owner" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"description" TEXT,
	"weakness" TEXT
) STRICT;
CREATE INDEX "mechanism.title" ON "mechanism"("title_key");
CREATE INDEX "mechanism.area" ON "mechanism"("area_key");
CREATE INDEX "mechanism.maturity" ON "mechanism"("maturity");
CREATE INDEX "mechanism.owner" ON "mechanism"("owner");

CREATE TABLE "issue"(
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
	"topic_key" TEXT NOT NULL,
	"relevant" TEXT,
	"reason" TEXT,
	"effect" TEXT,
	"owner" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"review" TEXT
) STRICT;
CREATE INDEX "issue.title" ON "issue"("title_key");
CREATE INDEX "issue.kind" ON "issue"("kind_key");
CREATE INDEX "issue.topic" ON "issue"("topic_key");
CREATE INDEX "issue.relevant" ON "issue"("relevant");
CREATE INDEX "issue.owner" ON "issue"("owner");
CREATE INDEX "issue.review" ON "issue"("review");

CREATE TABLE "party"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"name" TEXT,
	"name_key" TEXT NOT NULL,
	"kind" TEXT,
	"kind_key" TEXT NOT NULL,
	"requirements" TEXT,
	"stake" TEXT,
	"addressed" TEXT,
	"how" TEXT,
	"climate" TEXT,
	"contact" TEXT,
	"owner" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"review" TEXT
) STRICT;
CREATE INDEX "party.name" ON "party"("name_key");
CREATE INDEX "party.kind" ON "party"("kind_key");
CREATE INDEX "party.addressed" ON "party"("addressed");
CREATE INDEX "party.owner" ON "party"("owner");
CREATE INDEX "party.review" ON "party"("review");

CREATE TABLE "obligation"(
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
	"summary" TEXT,
	"conformity" TEXT,
	"conformity_key" TEXT NOT NULL,
	"owner" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"review" TEXT
) STRICT;
CREATE INDEX "obligation.title" ON "obligation"("title_key");
CREATE INDEX "obligation.kind" ON "obligation"("kind_key");
CREATE INDEX "obligation.conformity" ON "obligation"("conformity_key");
CREATE INDEX "obligation.owner" ON "obligation"("owner");
CREATE INDEX "obligation.review" ON "obligation"("review");

CREATE TABLE "scope"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"title" TEXT,
	"title_key" TEXT NOT NULL,
	"kind" TEXT,
	"kind_key" TEXT NOT NULL,
	"included" TEXT,
	"justification" TEXT,
	"interface" TEXT
) STRICT;
CREATE INDEX "scope.title" ON "scope"("title_key");
CREATE INDEX "scope.kind" ON "scope"("kind_key");
CREATE INDEX "scope.included" ON "scope"("included");

CREATE TABLE "role"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"title" TEXT,
	"title_key" TEXT NOT NULL,
	"short" TEXT,
	"duties" TEXT,
	"authority" TEXT,
	"assigned" TEXT
) STRICT;
CREATE INDEX "role.title" ON "role"("title_key");
CREATE INDEX "role.assigned" ON "role"("assigned");

CREATE TABLE "responsibility"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"title" TEXT,
	"title_key" TEXT NOT NULL,
	"accountable" INTEGER REFERENCES "role"("id") DEFERRABLE INITIALLY DEFERRED,
	"requirement" INTEGER REFERENCES "requirement"("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "responsibility.title" ON "responsibility"("title_key");
CREATE INDEX "responsibility.accountable" ON "responsibility"("accountable");
CREATE INDEX "responsibility.requirement" ON "responsibility"("requirement");

CREATE TABLE "policy"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"title" TEXT,
	"title_key" TEXT NOT NULL,
	"kind" TEXT,
	"kind_key" TEXT NOT NULL,
	"version" TEXT,
	"version_key" TEXT NOT NULL,
	"status" TEXT,
	"status_key" TEXT NOT NULL,
	"author" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"owner" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"text" TEXT,
	"signatory" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"function" TEXT,
	"signed" TEXT,
	"copy" TEXT,
	"effective" TEXT,
	"review" TEXT,
	"supersedes" INTEGER REFERENCES "policy"("id") DEFERRABLE INITIALLY DEFERRED,
	"changes" TEXT,
	"withdrawal" TEXT,
	"seal" TEXT
) STRICT;
CREATE INDEX "policy.title" ON "policy"("title_key");
CREATE INDEX "policy.kind" ON "policy"("kind_key");
CREATE INDEX "policy.version" ON "policy"("version_key");
CREATE INDEX "policy.status" ON "policy"("status_key");
CREATE INDEX "policy.author" ON "policy"("author");
CREATE INDEX "policy.owner" ON "policy"("owner");
CREATE INDEX "policy.signatory" ON "policy"("signatory");
CREATE INDEX "policy.signed" ON "policy"("signed");
CREATE INDEX "policy.effective" ON "policy"("effective");
CREATE INDEX "policy.review" ON "policy"("review");
CREATE INDEX "policy.supersedes" ON "policy"("supersedes");

CREATE TABLE "rule"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"policy" INTEGER REFERENCES "policy"("id") DEFERRABLE INITIALLY DEFERRED,
	"title" TEXT,
	"title_key" TEXT NOT NULL,
	"text" TEXT,
	"owner" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"status" TEXT,
	"status_key" TEXT NOT NULL
) STRICT;
CREATE INDEX "rule.policy" ON "rule"("policy");
CREATE INDEX "rule.title" ON "rule"("title_key");
CREATE INDEX "rule.owner" ON "rule"("owner");
CREATE INDEX "rule.status" ON "rule"("status_key");

CREATE TABLE "acknowledgement"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"policy" INTEGER REFERENCES "policy"("id") DEFERRABLE INITIALLY DEFERRED,
	"person" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"date" TEXT,
	"how" TEXT
) STRICT;
CREATE INDEX "acknowledgement.policy" ON "acknowledgement"("policy");
CREATE INDEX "acknowledgement.person" ON "acknowledgement"("person");
CREATE INDEX "acknowledgement.date" ON "acknowledgement"("date");

CREATE TABLE "objective"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"title" TEXT,
	"title_key" TEXT NOT NULL,
	"measure" TEXT,
	"target" TEXT,
	"result" TEXT,
	"owner" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"due" TEXT,
	"status" TEXT,
	"status_key" TEXT NOT NULL,
	"resources" TEXT,
	"plan" TEXT,
	"policy" INTEGER REFERENCES "policy"("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "objective.title" ON "objective"("title_key");
CREATE INDEX "objective.owner" ON "objective"("owner");
CREATE INDEX "objective.due" ON "objective"("due");
CREATE INDEX "objective.status" ON "objective"("status_key");
CREATE INDEX "objective.policy" ON "objective"("policy");

CREATE TABLE "document"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"title" TEXT,
	"title_key" TEXT NOT NULL,
	"identifier" TEXT,
	"identifier_key" TEXT NOT NULL,
	"kind" TEXT,
	"kind_key" TEXT NOT NULL,
	"version" TEXT,
	"version_key" TEXT NOT NULL,
	"owner" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"status" TEXT,
	"status_key" TEXT NOT NULL,
	"classification" TEXT,
	"classification_key" TEXT NOT NULL,
	"approver" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"approved" TEXT,
	"review" TEXT,
	"location" TEXT,
	"retention" TEXT,
	"description" TEXT
) STRICT;
CREATE INDEX "document.title" ON "document"("title_key");
CREATE INDEX "document.identifier" ON "document"("identifier_key");
CREATE INDEX "document.kind" ON "document"("kind_key");
CREATE INDEX "document.version" ON "document"("version_key");
CREATE INDEX "document.owner" ON "document"("owner");
CREATE INDEX "document.status" ON "document"("status_key");
CREATE INDEX "document.classification" ON "document"("classification_key");
CREATE INDEX "document.approver" ON "document"("approver");
CREATE INDEX "document.approved" ON "document"("approved");
CREATE INDEX "document.review" ON "document"("review");

CREATE TABLE "evidence"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"title" TEXT,
	"title_key" TEXT NOT NULL,
	"date" TEXT,
	"until" TEXT,
	"kind" TEXT,
	"kind_key" TEXT NOT NULL,
	"location" TEXT,
	"file" TEXT,
	"sha256" TEXT,
	"size" INTEGER,
	"owner" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"classification" TEXT,
	"classification_key" TEXT NOT NULL,
	"document" INTEGER REFERENCES "document"("id") DEFERRABLE INITIALLY DEFERRED,
	"notes" TEXT
) STRICT;
CREATE INDEX "evidence.title" ON "evidence"("title_key");
CREATE INDEX "evidence.date" ON "evidence"("date");
CREATE INDEX "evidence.until" ON "evidence"("until");
CREATE INDEX "evidence.kind" ON "evidence"("kind_key");
CREATE INDEX "evidence.owner" ON "evidence"("owner");
CREATE INDEX "evidence.classification" ON "evidence"("classification_key");
CREATE INDEX "evidence.document" ON "evidence"("document");

CREATE TABLE "exception"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"title" TEXT,
	"title_key" TEXT NOT NULL,
	"reason" TEXT,
	"compensation" TEXT,
	"owner" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"status" TEXT,
	"status_key" TEXT NOT NULL,
	"approver" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"function" TEXT,
	"approved" TEXT,
	"expiry" TEXT
) STRICT;
CREATE INDEX "exception.title" ON "exception"("title_key");
CREATE INDEX "exception.owner" ON "exception"("owner");
CREATE INDEX "exception.status" ON "exception"("status_key");
CREATE INDEX "exception.approver" ON "exception"("approver");
CREATE INDEX "exception.approved" ON "exception"("approved");
CREATE INDEX "exception.expiry" ON "exception"("expiry");

CREATE TABLE "assessment"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"title" TEXT,
	"title_key" TEXT NOT NULL,
	"date" TEXT,
	"due" TEXT,
	"trigger" TEXT,
	"trigger_key" TEXT NOT NULL,
	"status" TEXT,
	"status_key" TEXT NOT NULL,
	"scope" TEXT,
	"method" INTEGER REFERENCES "method"("id") DEFERRABLE INITIALLY DEFERRED,
	"reason" TEXT,
	"conclusion" TEXT,
	"ratings" TEXT,
	"seal" TEXT
) STRICT;
CREATE INDEX "assessment.title" ON "assessment"("title_key");
CREATE INDEX "assessment.date" ON "assessment"("date");
CREATE INDEX "assessment.due" ON "assessment"("due");
CREATE INDEX "assessment.trigger" ON "assessment"("trigger_key");
CREATE INDEX "assessment.status" ON "assessment"("status_key");
CREATE INDEX "assessment.method" ON "assessment"("method");

CREATE TABLE "acceptance"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"risk" INTEGER REFERENCES "risk"("id") DEFERRABLE INITIALLY DEFERRED,
	"kind" TEXT,
	"kind_key" TEXT NOT NULL,
	"level" INTEGER,
	"owner" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"function" TEXT,
	"date" TEXT,
	"expiry" TEXT,
	"status" TEXT,
	"status_key" TEXT NOT NULL,
	"reason" TEXT,
	"copy" TEXT,
	"withdrawal" TEXT,
	"seal" TEXT
) STRICT;
CREATE INDEX "acceptance.risk" ON "acceptance"("risk");
CREATE INDEX "acceptance.kind" ON "acceptance"("kind_key");
CREATE INDEX "acceptance.level" ON "acceptance"("level");
CREATE INDEX "acceptance.owner" ON "acceptance"("owner");
CREATE INDEX "acceptance.date" ON "acceptance"("date");
CREATE INDEX "acceptance.expiry" ON "acceptance"("expiry");
CREATE INDEX "acceptance.status" ON "acceptance"("status_key");

CREATE TABLE "threshold"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"method" INTEGER REFERENCES "method"("id") DEFERRABLE INITIALLY DEFERRED,
	"level" INTEGER,
	"date" TEXT,
	"owner" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"reason" TEXT,
	"review" TEXT
) STRICT;
CREATE INDEX "threshold.method" ON "threshold"("method");
CREATE INDEX "threshold.level" ON "threshold"("level");
CREATE INDEX "threshold.date" ON "threshold"("date");
CREATE INDEX "threshold.owner" ON "threshold"("owner");
CREATE INDEX "threshold.review" ON "threshold"("review");

CREATE TABLE "statement"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"title" TEXT,
	"title_key" TEXT NOT NULL,
	"version" TEXT,
	"version_key" TEXT NOT NULL,
	"date" TEXT,
	"approver" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"function" TEXT,
	"catalogue" INTEGER REFERENCES "catalogue"("id") DEFERRABLE INITIALLY DEFERRED,
	"scope" TEXT,
	"total" INTEGER,
	"applicable" INTEGER,
	"implemented" INTEGER,
	"status" TEXT,
	"status_key" TEXT NOT NULL,
	"changes" TEXT,
	"content" TEXT,
	"copy" TEXT,
	"withdrawal" TEXT,
	"seal" TEXT
) STRICT;
CREATE INDEX "statement.title" ON "statement"("title_key");
CREATE INDEX "statement.version" ON "statement"("version_key");
CREATE INDEX "statement.date" ON "statement"("date");
CREATE INDEX "statement.approver" ON "statement"("approver");
CREATE INDEX "statement.catalogue" ON "statement"("catalogue");
CREATE INDEX "statement.status" ON "statement"("status_key");

ALTER TABLE "action" ADD COLUMN "objective" INTEGER REFERENCES "objective"("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "action" ADD COLUMN "meeting" INTEGER REFERENCES "meeting"("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "action" ADD COLUMN "spent" REAL;
CREATE INDEX "action.objective" ON "action"("objective");
CREATE INDEX "action.meeting" ON "action"("meeting");
ALTER TABLE "organisation" ADD COLUMN "currency" TEXT;
ALTER TABLE "requirement" ADD COLUMN "rank" TEXT;
ALTER TABLE "requirement" ADD COLUMN "rank_key" TEXT NOT NULL DEFAULT '';
CREATE INDEX "requirement.rank" ON "requirement"("rank_key");
-- As the model derives it from the number of the clause.
UPDATE "requirement" SET "rank" = CASE
	WHEN "number" GLOB '*.[a-z]' THEN 'item'
	WHEN "number" IN ('4', '5', '6', '7', '8', '9', '10', '6.1', '7.5') THEN 'heading'
	WHEN "number" IN ('9.2', '9.3') AND "catalogue" NOT IN (SELECT "id" FROM "catalogue" WHERE "identifier" LIKE '%2013%') THEN 'heading'
	ELSE 'clause' END;
UPDATE "requirement" SET "rank_key" = CASE "rank" WHEN 'heading' THEN '00' WHEN 'clause' THEN '01' ELSE '02' END;
INSERT INTO "tally"("name", "k1", "k2", "k3", "n")
	SELECT 'requirement.rank', "rank", COALESCE("conformity", ''), '', count(*) FROM "requirement" GROUP BY "rank", COALESCE("conformity", '');
-- blake2b 17c1a131b0917727e7e5e70d33cfefa26fb67d24caa8788baf2f156e1fb4f4ef
