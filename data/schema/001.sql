-- Version 1 of the file.  Tables are named as the registers.  The text of
-- these statements is checked when a file is opened: change nothing here,
-- write the next migration.
--
-- meta: head (hash of the newest journal entry).
CREATE TABLE "meta"(
	"key" TEXT PRIMARY KEY,
	"value" TEXT
) STRICT;
-- All ids, uuids and refs.  A row stays when its record is deleted, so that a ref is never used again.
CREATE TABLE "record"(
	"id" INTEGER PRIMARY KEY,
	"register" TEXT NOT NULL,
	"uuid" TEXT NOT NULL UNIQUE,
	"ref" TEXT NOT NULL UNIQUE COLLATE NOCASE
) STRICT;
-- The next number of each prefix of refs.
CREATE TABLE "counter"(
	"prefix" TEXT PRIMARY KEY,
	"next" INTEGER NOT NULL
) STRICT;
-- Fields that refer to several records.
CREATE TABLE "link"(
	"record" INTEGER NOT NULL REFERENCES "record"("id"),
	"field" TEXT NOT NULL,
	"target" INTEGER NOT NULL REFERENCES "record"("id"),
	PRIMARY KEY("record", "field", "target")
) STRICT, WITHOUT ROWID;
CREATE INDEX "link.target" ON "link"("target", "field");
-- References to records that are not in this file, read from a document of another.
CREATE TABLE "unresolved"(
	"record" INTEGER NOT NULL REFERENCES "record"("id"),
	"field" TEXT NOT NULL,
	"register" TEXT NOT NULL,
	"uuid" TEXT NOT NULL,
	"ref" TEXT NOT NULL,
	"title" TEXT NOT NULL,
	PRIMARY KEY("record", "field", "uuid")
) STRICT, WITHOUT ROWID;
-- The journal: one entry a user action, one change a line of it.
CREATE TABLE "entry"(
	"id" INTEGER PRIMARY KEY,
	"hash" TEXT NOT NULL UNIQUE,
	"parent" TEXT NOT NULL,
	"other_parent" TEXT NOT NULL,
	"time" TEXT NOT NULL,
	"login" TEXT NOT NULL,
	"host" TEXT NOT NULL,
	"action" TEXT NOT NULL,
	"names" TEXT NOT NULL
) STRICT;
CREATE INDEX "entry.login" ON "entry"("login");
CREATE INDEX "entry.names" ON "entry"("names");
CREATE TABLE "change"(
	"entry" INTEGER NOT NULL,
	"seq" INTEGER NOT NULL,
	"record" INTEGER NOT NULL,
	"text" TEXT,
	"salt" BLOB,
	"digest" BLOB NOT NULL,
	PRIMARY KEY("entry", "seq")
) STRICT, WITHOUT ROWID;
CREATE INDEX "change.record" ON "change"("record", "entry");
-- Counts kept by the write path.
CREATE TABLE "tally"(
	"name" TEXT NOT NULL,
	"k1" TEXT NOT NULL,
	"k2" TEXT NOT NULL,
	"k3" TEXT NOT NULL,
	"n" INTEGER NOT NULL,
	PRIMARY KEY("name", "k1", "k2", "k3")
) STRICT, WITHOUT ROWID;
-- Unsaved text of forms; never journaled.
CREATE TABLE "draft"(
	"login" TEXT NOT NULL,
	"key" TEXT NOT NULL,
	"host" TEXT NOT NULL,
	"time" TEXT NOT NULL,
	"content" TEXT NOT NULL,
	PRIMARY KEY("login", "key")
) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE "search" USING fts5("text", tokenize = 'unicode61 remove_diacritics 0');

CREATE TABLE "organisation"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"name" TEXT,
	"name_key" TEXT NOT NULL,
	"activity" TEXT,
	"scope" TEXT,
	"exclusions" TEXT,
	"time_zone" TEXT,
	"catalogue" INTEGER REFERENCES "catalogue"("id") DEFERRABLE INITIALLY DEFERRED,
	"method" INTEGER REFERENCES "method"("id") DEFERRABLE INITIALLY DEFERRED,
	"officer" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "organisation.name" ON "organisation"("name_key");
CREATE INDEX "organisation.catalogue" ON "organisation"("catalogue");
CREATE INDEX "organisation.method" ON "organisation"("method");
CREATE INDEX "organisation.officer" ON "organisation"("officer");

CREATE TABLE "unit"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"name" TEXT,
	"name_key" TEXT NOT NULL,
	"parent" INTEGER REFERENCES "unit"("id") DEFERRABLE INITIALLY DEFERRED,
	"manager" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "unit.name" ON "unit"("name_key");
CREATE INDEX "unit.parent" ON "unit"("parent");
CREATE INDEX "unit.manager" ON "unit"("manager");

CREATE TABLE "person"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"name" TEXT,
	"name_key" TEXT NOT NULL,
	"function" TEXT,
	"function_key" TEXT NOT NULL,
	"unit" INTEGER REFERENCES "unit"("id") DEFERRABLE INITIALLY DEFERRED,
	"login" TEXT,
	"login_key" TEXT NOT NULL,
	"mail" TEXT,
	"left" TEXT
) STRICT;
CREATE INDEX "person.name" ON "person"("name_key");
CREATE INDEX "person.function" ON "person"("function_key");
CREATE INDEX "person.unit" ON "person"("unit");
CREATE INDEX "person.login" ON "person"("login_key");
CREATE INDEX "person.left" ON "person"("left");

CREATE TABLE "method"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"identifier" TEXT,
	"identifier_key" TEXT NOT NULL,
	"title" TEXT,
	"title_key" TEXT NOT NULL,
	"title_fr" TEXT,
	"title_fr_key" TEXT NOT NULL,
	"likelihoods" INTEGER,
	"impacts" INTEGER,
	"levels" INTEGER,
	"grid" TEXT,
	"threshold" INTEGER,
	"threshold_date" TEXT,
	"threshold_reason" TEXT,
	"reason" TEXT
) STRICT;
CREATE INDEX "method.identifier" ON "method"("identifier_key");
CREATE INDEX "method.title" ON "method"("title_key");
CREATE INDEX "method.title_fr" ON "method"("title_fr_key");

CREATE TABLE "level"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"method" INTEGER REFERENCES "method"("id") DEFERRABLE INITIALLY DEFERRED,
	"scale" TEXT,
	"scale_key" TEXT NOT NULL,
	"number" INTEGER,
	"name" TEXT,
	"name_key" TEXT NOT NULL,
	"name_fr" TEXT,
	"name_fr_key" TEXT NOT NULL,
	"definition" TEXT,
	"definition_fr" TEXT
) STRICT;
CREATE INDEX "level.method" ON "level"("method");
CREATE INDEX "level.scale" ON "level"("scale_key");
CREATE INDEX "level.number" ON "level"("number");
CREATE INDEX "level.name" ON "level"("name_key");
CREATE INDEX "level.name_fr" ON "level"("name_fr_key");

CREATE TABLE "catalogue"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"identifier" TEXT,
	"identifier_key" TEXT NOT NULL,
	"prefix" TEXT,
	"title" TEXT,
	"title_key" TEXT NOT NULL,
	"title_fr" TEXT,
	"title_fr_key" TEXT NOT NULL,
	"edition" TEXT,
	"publisher" TEXT
) STRICT;
CREATE INDEX "catalogue.identifier" ON "catalogue"("identifier_key");
CREATE INDEX "catalogue.title" ON "catalogue"("title_key");
CREATE INDEX "catalogue.title_fr" ON "catalogue"("title_fr_key");

CREATE TABLE "theme"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"catalogue" INTEGER REFERENCES "catalogue"("id") DEFERRABLE INITIALLY DEFERRED,
	"number" TEXT,
	"number_key" TEXT NOT NULL,
	"title" TEXT,
	"title_key" TEXT NOT NULL,
	"title_fr" TEXT,
	"title_fr_key" TEXT NOT NULL,
	"parent" INTEGER REFERENCES "theme"("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "theme.catalogue" ON "theme"("catalogue");
CREATE INDEX "theme.number" ON "theme"("number_key");
CREATE INDEX "theme.title" ON "theme"("title_key");
CREATE INDEX "theme.title_fr" ON "theme"("title_fr_key");
CREATE INDEX "theme.parent" ON "theme"("parent");

CREATE TABLE "control"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"catalogue" INTEGER REFERENCES "catalogue"("id") DEFERRABLE INITIALLY DEFERRED,
	"number" TEXT,
	"number_key" TEXT NOT NULL,
	"title" TEXT,
	"title_key" TEXT NOT NULL,
	"title_fr" TEXT,
	"title_fr_key" TEXT NOT NULL,
	"theme" INTEGER REFERENCES "theme"("id") DEFERRABLE INITIALLY DEFERRED,
	"description" TEXT,
	"description_fr" TEXT,
	"control_type" TEXT,
	"properties" TEXT,
	"concepts" TEXT,
	"capabilities" TEXT,
	"domains" TEXT
) STRICT;
CREATE INDEX "control.catalogue" ON "control"("catalogue");
CREATE INDEX "control.number" ON "control"("number_key");
CREATE INDEX "control.title" ON "control"("title_key");
CREATE INDEX "control.title_fr" ON "control"("title_fr_key");
CREATE INDEX "control.theme" ON "control"("theme");

CREATE TABLE "requirement"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"catalogue" INTEGER REFERENCES "catalogue"("id") DEFERRABLE INITIALLY DEFERRED,
	"number" TEXT,
	"number_key" TEXT NOT NULL,
	"title" TEXT,
	"title_key" TEXT NOT NULL,
	"title_fr" TEXT,
	"title_fr_key" TEXT NOT NULL,
	"documented" TEXT,
	"documented_fr" TEXT,
	"conformity" TEXT,
	"conformity_key" TEXT NOT NULL,
	"owner" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"answer" TEXT
) STRICT;
CREATE INDEX "requirement.catalogue" ON "requirement"("catalogue");
CREATE INDEX "requirement.number" ON "requirement"("number_key");
CREATE INDEX "requirement.title" ON "requirement"("title_key");
CREATE INDEX "requirement.title_fr" ON "requirement"("title_fr_key");
CREATE INDEX "requirement.conformity" ON "requirement"("conformity_key");
CREATE INDEX "requirement.owner" ON "requirement"("owner");

CREATE TABLE "applicability"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"control" INTEGER REFERENCES "control"("id") DEFERRABLE INITIALLY DEFERRED,
	"applicable" TEXT,
	"reasons" TEXT,
	"justification" TEXT,
	"status" TEXT,
	"status_key" TEXT NOT NULL,
	"implementation" TEXT,
	"owner" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"maturity" INTEGER,
	"planned" TEXT,
	"evidence" TEXT,
	"evidence_date" TEXT
) STRICT;
CREATE INDEX "applicability.control" ON "applicability"("control");
CREATE INDEX "applicability.applicable" ON "applicability"("applicable");
CREATE INDEX "applicability.status" ON "applicability"("status_key");
CREATE INDEX "applicability.owner" ON "applicability"("owner");
CREATE INDEX "applicability.maturity" ON "applicability"("maturity");
CREATE INDEX "applicability.planned" ON "applicability"("planned");

CREATE TABLE "asset"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"name" TEXT,
	"name_key" TEXT NOT NULL,
	"type" TEXT,
	"type_key" TEXT NOT NULL,
	"owner" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"confidentiality" INTEGER,
	"integrity" INTEGER,
	"availability" INTEGER,
	"traceability" INTEGER,
	"description" TEXT,
	"classification" TEXT,
	"classification_key" TEXT NOT NULL,
	"location" TEXT,
	"unit" INTEGER REFERENCES "unit"("id") DEFERRABLE INITIALLY DEFERRED,
	"review" TEXT
) STRICT;
CREATE INDEX "asset.name" ON "asset"("name_key");
CREATE INDEX "asset.type" ON "asset"("type_key");
CREATE INDEX "asset.owner" ON "asset"("owner");
CREATE INDEX "asset.confidentiality" ON "asset"("confidentiality");
CREATE INDEX "asset.integrity" ON "asset"("integrity");
CREATE INDEX "asset.availability" ON "asset"("availability");
CREATE INDEX "asset.traceability" ON "asset"("traceability");
CREATE INDEX "asset.classification" ON "asset"("classification_key");
CREATE INDEX "asset.unit" ON "asset"("unit");
CREATE INDEX "asset.review" ON "asset"("review");

CREATE TABLE "threat"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"title" TEXT,
	"title_key" TEXT NOT NULL,
	"title_fr" TEXT,
	"title_fr_key" TEXT NOT NULL,
	"category" TEXT,
	"category_key" TEXT NOT NULL,
	"origin" TEXT,
	"properties" TEXT,
	"description" TEXT,
	"description_fr" TEXT
) STRICT;
CREATE INDEX "threat.title" ON "threat"("title_key");
CREATE INDEX "threat.title_fr" ON "threat"("title_fr_key");
CREATE INDEX "threat.category" ON "threat"("category_key");

CREATE TABLE "vulnerability"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"title" TEXT,
	"title_key" TEXT NOT NULL,
	"title_fr" TEXT,
	"title_fr_key" TEXT NOT NULL,
	"category" TEXT,
	"category_key" TEXT NOT NULL,
	"description" TEXT,
	"description_fr" TEXT
) STRICT;
CREATE INDEX "vulnerability.title" ON "vulnerability"("title_key");
CREATE INDEX "vulnerability.title_fr" ON "vulnerability"("title_fr_key");
CREATE INDEX "vulnerability.category" ON "vulnerability"("category_key");

CREATE TABLE "risk"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"title" TEXT,
	"title_key" TEXT NOT NULL,
	"asset" INTEGER REFERENCES "asset"("id") DEFERRABLE INITIALLY DEFERRED,
	"threat" INTEGER REFERENCES "threat"("id") DEFERRABLE INITIALLY DEFERRED,
	"vulnerability" INTEGER REFERENCES "vulnerability"("id") DEFERRABLE INITIALLY DEFERRED,
	"owner" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"scenario" TEXT,
	"inherent_likelihood" INTEGER,
	"inherent_impact" INTEGER,
	"inherent_impact_c" INTEGER,
	"inherent_impact_i" INTEGER,
	"inherent_impact_a" INTEGER,
	"inherent_impact_t" INTEGER,
	"inherent_level" INTEGER,
	"current_likelihood" INTEGER,
	"current_impact" INTEGER,
	"current_impact_c" INTEGER,
	"current_impact_i" INTEGER,
	"current_impact_a" INTEGER,
	"current_impact_t" INTEGER,
	"current_level" INTEGER,
	"residual_likelihood" INTEGER,
	"residual_impact" INTEGER,
	"residual_impact_c" INTEGER,
	"residual_impact_i" INTEGER,
	"residual_impact_a" INTEGER,
	"residual_impact_t" INTEGER,
	"residual_level" INTEGER,
	"treatment" TEXT,
	"treatment_key" TEXT NOT NULL,
	"treatment_reason" TEXT,
	"status" TEXT,
	"status_key" TEXT NOT NULL,
	"identified" TEXT,
	"review" TEXT,
	"notes" TEXT
) STRICT;
CREATE INDEX "risk.title" ON "risk"("title_key");
CREATE INDEX "risk.asset" ON "risk"("asset");
CREATE INDEX "risk.threat" ON "risk"("threat");
CREATE INDEX "risk.vulnerability" ON "risk"("vulnerability");
CREATE INDEX "risk.owner" ON "risk"("owner");
CREATE INDEX "risk.inherent_likelihood" ON "risk"("inherent_likelihood");
CREATE INDEX "risk.inherent_impact" ON "risk"("inherent_impact");
CREATE INDEX "risk.inherent_level" ON "risk"("inherent_level");
CREATE INDEX "risk.current_likelihood" ON "risk"("current_likelihood");
CREATE INDEX "risk.current_impact" ON "risk"("current_impact");
CREATE INDEX "risk.current_level" ON "risk"("current_level");
CREATE INDEX "risk.residual_likelihood" ON "risk"("residual_likelihood");
CREATE INDEX "risk.residual_impact" ON "risk"("residual_impact");
CREATE INDEX "risk.residual_level" ON "risk"("residual_level");
CREATE INDEX "risk.treatment" ON "risk"("treatment_key");
CREATE INDEX "risk.status" ON "risk"("status_key");
CREATE INDEX "risk.identified" ON "risk"("identified");
CREATE INDEX "risk.review" ON "risk"("review");

CREATE TABLE "action"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"title" TEXT,
	"title_key" TEXT NOT NULL,
	"kind" TEXT,
	"kind_key" TEXT NOT NULL,
	"owner" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"priority" TEXT,
	"priority_key" TEXT NOT NULL,
	"start" TEXT,
	"due" TEXT,
	"done" TEXT,
	"progress" INTEGER,
	"status" TEXT,
	"status_key" TEXT NOT NULL,
	"nonconformity" INTEGER REFERENCES "nonconformity"("id") DEFERRABLE INITIALLY DEFERRED,
	"budget" REAL,
	"description" TEXT
) STRICT;
CREATE INDEX "action.title" ON "action"("title_key");
CREATE INDEX "action.kind" ON "action"("kind_key");
CREATE INDEX "action.owner" ON "action"("owner");
CREATE INDEX "action.priority" ON "action"("priority_key");
CREATE INDEX "action.start" ON "action"("start");
CREATE INDEX "action.due" ON "action"("due");
CREATE INDEX "action.done" ON "action"("done");
CREATE INDEX "action.progress" ON "action"("progress");
CREATE INDEX "action.status" ON "action"("status_key");
CREATE INDEX "action.nonconformity" ON "action"("nonconformity");

CREATE TABLE "incident"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"title" TEXT,
	"title_key" TEXT NOT NULL,
	"detected" TEXT,
	"severity" TEXT,
	"severity_key" TEXT NOT NULL,
	"status" TEXT,
	"status_key" TEXT NOT NULL,
	"owner" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"description" TEXT,
	"cause" TEXT,
	"response" TEXT,
	"closed" TEXT
) STRICT;
CREATE INDEX "incident.title" ON "incident"("title_key");
CREATE INDEX "incident.detected" ON "incident"("detected");
CREATE INDEX "incident.severity" ON "incident"("severity_key");
CREATE INDEX "incident.status" ON "incident"("status_key");
CREATE INDEX "incident.owner" ON "incident"("owner");
CREATE INDEX "incident.closed" ON "incident"("closed");

CREATE TABLE "audit"(
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
	"auditor" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"status" TEXT,
	"status_key" TEXT NOT NULL,
	"scope" TEXT,
	"conclusion" TEXT
) STRICT;
CREATE INDEX "audit.title" ON "audit"("title_key");
CREATE INDEX "audit.kind" ON "audit"("kind_key");
CREATE INDEX "audit.planned" ON "audit"("planned");
CREATE INDEX "audit.held" ON "audit"("held");
CREATE INDEX "audit.auditor" ON "audit"("auditor");
CREATE INDEX "audit.status" ON "audit"("status_key");

CREATE TABLE "finding"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"audit" INTEGER REFERENCES "audit"("id") DEFERRABLE INITIALLY DEFERRED,
	"title" TEXT,
	"title_key" TEXT NOT NULL,
	"grade" TEXT,
	"grade_key" TEXT NOT NULL,
	"requirement" INTEGER REFERENCES "requirement"("id") DEFERRABLE INITIALLY DEFERRED,
	"owner" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"due" TEXT,
	"status" TEXT,
	"status_key" TEXT NOT NULL,
	"evidence" TEXT
) STRICT;
CREATE INDEX "finding.audit" ON "finding"("audit");
CREATE INDEX "finding.title" ON "finding"("title_key");
CREATE INDEX "finding.grade" ON "finding"("grade_key");
CREATE INDEX "finding.requirement" ON "finding"("requirement");
CREATE INDEX "finding.owner" ON "finding"("owner");
CREATE INDEX "finding.due" ON "finding"("due");
CREATE INDEX "finding.status" ON "finding"("status_key");

CREATE TABLE "review"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"title" TEXT,
	"title_key" TEXT NOT NULL,
	"planned" TEXT,
	"held" TEXT,
	"status" TEXT,
	"status_key" TEXT NOT NULL,
	"chair" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"inputs" TEXT,
	"decisions" TEXT
) STRICT;
CREATE INDEX "review.title" ON "review"("title_key");
CREATE INDEX "review.planned" ON "review"("planned");
CREATE INDEX "review.held" ON "review"("held");
CREATE INDEX "review.status" ON "review"("status_key");
CREATE INDEX "review.chair" ON "review"("chair");

CREATE TABLE "nonconformity"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"title" TEXT,
	"title_key" TEXT NOT NULL,
	"origin" TEXT,
	"origin_key" TEXT NOT NULL,
	"detected" TEXT,
	"status" TEXT,
	"status_key" TEXT NOT NULL,
	"owner" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"due" TEXT,
	"finding" INTEGER REFERENCES "finding"("id") DEFERRABLE INITIALLY DEFERRED,
	"incident" INTEGER REFERENCES "incident"("id") DEFERRABLE INITIALLY DEFERRED,
	"correction" TEXT,
	"cause" TEXT,
	"effective" TEXT
) STRICT;
CREATE INDEX "nonconformity.title" ON "nonconformity"("title_key");
CREATE INDEX "nonconformity.origin" ON "nonconformity"("origin_key");
CREATE INDEX "nonconformity.detected" ON "nonconformity"("detected");
CREATE INDEX "nonconformity.status" ON "nonconformity"("status_key");
CREATE INDEX "nonconformity.owner" ON "nonconformity"("owner");
CREATE INDEX "nonconformity.due" ON "nonconformity"("due");
CREATE INDEX "nonconformity.finding" ON "nonconformity"("finding");
CREATE INDEX "nonconformity.incident" ON "nonconformity"("incident");

CREATE TABLE "cycle"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"title" TEXT,
	"title_key" TEXT NOT NULL,
	"start" TEXT,
	"end" TEXT,
	"phase" TEXT,
	"phase_key" TEXT NOT NULL,
	"status" TEXT,
	"status_key" TEXT NOT NULL,
	"goals" TEXT,
	"lessons" TEXT
) STRICT;
CREATE INDEX "cycle.title" ON "cycle"("title_key");
CREATE INDEX "cycle.start" ON "cycle"("start");
CREATE INDEX "cycle.end" ON "cycle"("end");
CREATE INDEX "cycle.phase" ON "cycle"("phase_key");
CREATE INDEX "cycle.status" ON "cycle"("status_key");

-- blake2b 28df4b1a9738f93aa14a0ce6d2f488b9a6bb7439f2f5a19732c8736b9f24b27d
