-- What the migrations make, in one text: new files are made of it.  Written by "make update-schema".
-- version 9
CREATE TABLE "meta"(
	"key" TEXT PRIMARY KEY,
	"value" TEXT
) STRICT;
CREATE TABLE "record"(
	"id" INTEGER PRIMARY KEY,
	"register" TEXT NOT NULL,
	"uuid" TEXT NOT NULL UNIQUE,
	"ref" TEXT NOT NULL UNIQUE COLLATE NOCASE
) STRICT;
CREATE TABLE "counter"(
	"prefix" TEXT PRIMARY KEY,
	"next" INTEGER NOT NULL
) STRICT;
CREATE TABLE "link"(
	"record" INTEGER NOT NULL REFERENCES "record"("id"),
	"field" TEXT NOT NULL,
	"target" INTEGER NOT NULL REFERENCES "record"("id"),
	PRIMARY KEY("record", "field", "target")
) STRICT, WITHOUT ROWID;
CREATE INDEX "link.target" ON "link"("target", "field");
CREATE TABLE "unresolved"(
	"record" INTEGER NOT NULL REFERENCES "record"("id"),
	"field" TEXT NOT NULL,
	"register" TEXT NOT NULL,
	"uuid" TEXT NOT NULL,
	"ref" TEXT NOT NULL,
	"title" TEXT NOT NULL,
	PRIMARY KEY("record", "field", "uuid")
) STRICT, WITHOUT ROWID;
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
CREATE TABLE "tally"(
	"name" TEXT NOT NULL,
	"k1" TEXT NOT NULL,
	"k2" TEXT NOT NULL,
	"k3" TEXT NOT NULL,
	"n" INTEGER NOT NULL,
	PRIMARY KEY("name", "k1", "k2", "k3")
) STRICT, WITHOUT ROWID;
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
, "currency" TEXT, "horizon" INTEGER, "external" TEXT, "proven" INTEGER, "budget" REAL, "tolerances" TEXT) STRICT;
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
, "headcount" INTEGER, "external" TEXT) STRICT;
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
, "external" TEXT, "kind" TEXT, "kind_key" TEXT NOT NULL DEFAULT '', "joined" TEXT) STRICT;
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
, "threshold_owner" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED, "external" TEXT, "when" TEXT) STRICT;
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
, "external" TEXT) STRICT;
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
, "external" TEXT) STRICT;
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
, "external" TEXT) STRICT;
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
, "withdrawn" TEXT, "external" TEXT) STRICT;
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
, "rank" TEXT, "rank_key" TEXT NOT NULL DEFAULT '', "external" TEXT) STRICT;
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
, "external" TEXT) STRICT;
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
, "inherited_c" INTEGER, "inherited_i" INTEGER, "inherited_a" INTEGER, "inherited_t" INTEGER, "external" TEXT) STRICT;
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
, "external" TEXT) STRICT;
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
, "external" TEXT) STRICT;
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
, "remaining_level" INTEGER, "standing" TEXT, "standing_key" TEXT NOT NULL DEFAULT '', "plan" TEXT, "external" TEXT) STRICT;
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
, "objective" INTEGER REFERENCES "objective"("id") DEFERRABLE INITIALLY DEFERRED, "meeting" INTEGER REFERENCES "meeting"("id") DEFERRABLE INITIALLY DEFERRED, "spent" REAL, "external" TEXT, "decision" INTEGER REFERENCES "decision"("id") DEFERRABLE INITIALLY DEFERRED, "asked" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED, "effect" TEXT, "effect_after" TEXT, "effective" TEXT, "checked" TEXT, "checker" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED, "effect_due" TEXT) STRICT;
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
, "external" TEXT, "programme" INTEGER REFERENCES "programme"("id") DEFERRABLE INITIALLY DEFERRED, "announced" TEXT, "criteria" TEXT, "method" TEXT, "sample" TEXT, "sampled" INTEGER, "population" INTEGER, "body" TEXT, "reason" TEXT, "opinion" TEXT, "opinion_key" TEXT NOT NULL DEFAULT '', "reported" TEXT, "report" INTEGER REFERENCES "document"("id") DEFERRABLE INITIALLY DEFERRED, "seal" TEXT, "independent" TEXT) STRICT;
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
	"owner" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"due" TEXT,
	"status" TEXT,
	"status_key" TEXT NOT NULL,
	"evidence" TEXT
, "external" TEXT, "unit" INTEGER REFERENCES "unit"("id") DEFERRABLE INITIALLY DEFERRED, "statement" TEXT, "gap" TEXT, "repeat" INTEGER REFERENCES "finding"("id") DEFERRABLE INITIALLY DEFERRED, "answer" TEXT, "answered" TEXT, "accepted" TEXT) STRICT;
CREATE INDEX "finding.audit" ON "finding"("audit");
CREATE INDEX "finding.title" ON "finding"("title_key");
CREATE INDEX "finding.grade" ON "finding"("grade_key");
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
, "external" TEXT, "next" TEXT, "number" TEXT, "number_key" TEXT NOT NULL DEFAULT '', "in_a" TEXT, "in_b" TEXT, "in_c" TEXT, "in_d1" TEXT, "in_d2" TEXT, "in_d3" TEXT, "in_d4" TEXT, "in_e" TEXT, "in_f" TEXT, "in_g" TEXT, "draft_a" TEXT, "draft_b" TEXT, "draft_c" TEXT, "draft_d1" TEXT, "draft_d2" TEXT, "draft_d3" TEXT, "draft_d4" TEXT, "draft_e" TEXT, "draft_f" TEXT, "draft_g" TEXT, "out_improve" TEXT, "out_change" TEXT, "resources" TEXT, "minutes" INTEGER REFERENCES "document"("id") DEFERRABLE INITIALLY DEFERRED, "signatory" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED, "signed" TEXT, "seal" TEXT, "management" TEXT, "previous" INTEGER REFERENCES "review"("id") DEFERRABLE INITIALLY DEFERRED, "content" TEXT) STRICT;
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
, "external" TEXT, "grade" TEXT, "grade_key" TEXT NOT NULL DEFAULT '', "number" TEXT, "number_key" TEXT NOT NULL DEFAULT '', "check" INTEGER REFERENCES "check"("id") DEFERRABLE INITIALLY DEFERRED, "repeat" INTEGER REFERENCES "nonconformity"("id") DEFERRABLE INITIALLY DEFERRED, "containment" TEXT, "consequences" TEXT, "method" TEXT, "method_key" TEXT NOT NULL DEFAULT '', "elsewhere" TEXT, "elsewhere_key" TEXT NOT NULL DEFAULT '', "where" TEXT, "checked" TEXT, "checker" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED, "how" TEXT, "isms_change" INTEGER REFERENCES "changes"("id") DEFERRABLE INITIALLY DEFERRED, "closed" TEXT, "lateness" TEXT) STRICT;
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
, "external" TEXT, "closed" TEXT, "by" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED, "snapshot" INTEGER REFERENCES "snapshot"("id") DEFERRABLE INITIALLY DEFERRED) STRICT;
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
	"notified" TEXT,
	"closed" TEXT
, "external" TEXT, "kind" TEXT, "kind_key" TEXT NOT NULL DEFAULT '', "category" TEXT, "category_key" TEXT NOT NULL DEFAULT '', "effect" TEXT, "occurred" TEXT, "reported" TEXT, "reporter" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED, "reporter_outside" TEXT, "classified" TEXT, "contained" TEXT, "resolved" TEXT, "repeat" INTEGER REFERENCES "incident"("id") DEFERRABLE INITIALLY DEFERRED, "personal" TEXT, "persons" INTEGER, "deadline" TEXT, "due" TEXT, "informed" TEXT, "told" TEXT, "cost" REAL, "change" INTEGER REFERENCES "changes"("id") DEFERRABLE INITIALLY DEFERRED, "no_assessment" TEXT, "escalated" TEXT, "escalated_to" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED) STRICT;
CREATE INDEX "incident.title" ON "incident"("title_key");
CREATE INDEX "incident.detected" ON "incident"("detected");
CREATE INDEX "incident.severity" ON "incident"("severity_key");
CREATE INDEX "incident.status" ON "incident"("status_key");
CREATE INDEX "incident.owner" ON "incident"("owner");
CREATE INDEX "incident.notified" ON "incident"("notified");
CREATE INDEX "incident.closed" ON "incident"("closed");
CREATE TABLE "attachment"(
	"sha256" TEXT PRIMARY KEY,
	"bytes" BLOB NOT NULL
) STRICT;
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
, "management" TEXT, "external" TEXT, "no_action" TEXT) STRICT;
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
, "external" TEXT) STRICT;
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
, "external" TEXT, "target" INTEGER) STRICT;
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
, "external" TEXT, "nature" TEXT, "nature_key" TEXT NOT NULL DEFAULT '') STRICT;
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
, "external" TEXT) STRICT;
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
, "external" TEXT, "checked" TEXT, "hours" INTEGER, "authority" TEXT) STRICT;
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
, "external" TEXT) STRICT;
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
, "ended" TEXT, "management" TEXT, "external" TEXT, "time" TEXT) STRICT;
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
, "external" TEXT, "criteria" TEXT, "inputs" TEXT, "outputs" TEXT) STRICT;
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
, "management" TEXT, "external" TEXT, "commits" TEXT, "public" TEXT) STRICT;
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
, "external" TEXT) STRICT;
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
, "external" TEXT, "unit" INTEGER REFERENCES "unit"("id") DEFERRABLE INITIALLY DEFERRED, "count" INTEGER, "document" INTEGER REFERENCES "document"("id") DEFERRABLE INITIALLY DEFERRED, "version" TEXT) STRICT;
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
, "external" TEXT, "before" REAL, "indicator" INTEGER REFERENCES "indicator"("id") DEFERRABLE INITIALLY DEFERRED, "communicated" TEXT, "reviewed" TEXT) STRICT;
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
, "external" TEXT, "change" TEXT, "outside" TEXT, "format" TEXT) STRICT;
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
, "external" TEXT, "verified" TEXT) STRICT;
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
, "external" TEXT) STRICT;
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
, "content" TEXT, "external" TEXT, "before" INTEGER REFERENCES "assessment"("id") DEFERRABLE INITIALLY DEFERRED, "conversion" TEXT) STRICT;
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
, "risk_owner" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED, "plan" TEXT, "external" TEXT, "delegation" TEXT) STRICT;
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
, "external" TEXT) STRICT;
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
, "without_assessment" TEXT, "management" TEXT, "approver_name" TEXT, "proofs" TEXT, "external" TEXT, "review" TEXT) STRICT;
CREATE INDEX "action.objective" ON "action"("objective");
CREATE INDEX "action.meeting" ON "action"("meeting");
CREATE INDEX "requirement.rank" ON "requirement"("rank_key");
CREATE INDEX "risk.remaining_level" ON "risk"("remaining_level");
CREATE INDEX "risk.standing" ON "risk"("standing_key");
CREATE INDEX "acceptance.risk_owner" ON "acceptance"("risk_owner");
CREATE TABLE "waiver"(
	"id" INTEGER PRIMARY KEY REFERENCES "record"("id"),
	"rev" INTEGER NOT NULL,
	"created" TEXT NOT NULL,
	"updated" TEXT NOT NULL,
	"ref_key" TEXT NOT NULL UNIQUE,
	"reason" TEXT,
	"reason_key" TEXT NOT NULL,
	"check" TEXT,
	"check_key" TEXT NOT NULL,
	"record" TEXT,
	"record_key" TEXT NOT NULL,
	"owner" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED,
	"date" TEXT,
	"expiry" TEXT
, "external" TEXT) STRICT;
CREATE INDEX "waiver.reason" ON "waiver"("reason_key");
CREATE INDEX "waiver.check" ON "waiver"("check_key");
CREATE INDEX "waiver.record" ON "waiver"("record_key");
CREATE INDEX "waiver.owner" ON "waiver"("owner");
CREATE INDEX "waiver.date" ON "waiver"("date");
CREATE INDEX "waiver.expiry" ON "waiver"("expiry");
CREATE INDEX "acceptance.ended_last" ON "acceptance"((CASE WHEN "status" IN ('withdrawn') THEN '1' ELSE '0' END || coalesce("ref_key", '~')));
CREATE INDEX "exception.ended_last" ON "exception"((CASE WHEN "status" IN ('refused', 'ended') THEN '1' ELSE '0' END || coalesce("ref_key", '~')));
CREATE INDEX "action.ended_last" ON "action"((CASE WHEN "status" IN ('done', 'cancelled') THEN '1' ELSE '0' END || coalesce("due", '~')));
CREATE INDEX "incident.ended_last" ON "incident"((CASE WHEN "status" IN ('closed') THEN '1' ELSE '0' END || coalesce("detected", '~')));
CREATE INDEX "document.ended_last" ON "document"((CASE WHEN "status" IN ('withdrawn') THEN '1' ELSE '0' END || coalesce("ref_key", '~')));
CREATE INDEX "finding.ended_last" ON "finding"((CASE WHEN "status" IN ('closed') THEN '1' ELSE '0' END || coalesce("ref_key", '~')));
CREATE INDEX "nonconformity.ended_last" ON "nonconformity"((CASE WHEN "status" IN ('closed') THEN '1' ELSE '0' END || coalesce("ref_key", '~')));
CREATE TABLE "heading"(
	"register" TEXT NOT NULL,
	"heading" TEXT NOT NULL,
	"field" TEXT NOT NULL,
	PRIMARY KEY("register", "heading")
) STRICT, WITHOUT ROWID;
CREATE INDEX "person.kind" ON "person"("kind_key");
CREATE INDEX "person.joined" ON "person"("joined");
CREATE INDEX "action.decision" ON "action"("decision");
CREATE INDEX "action.asked" ON "action"("asked");
CREATE INDEX "action.effect_after" ON "action"("effect_after");
CREATE INDEX "action.checked" ON "action"("checked");
CREATE INDEX "action.checker" ON "action"("checker");
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
, "no_assessment" TEXT) STRICT;
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
CREATE INDEX "acknowledgement.unit" ON "acknowledgement"("unit");
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
CREATE INDEX "finding.unit" ON "finding"("unit");
CREATE INDEX "finding.repeat" ON "finding"("repeat");
CREATE INDEX "finding.answered" ON "finding"("answered");
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
, "before" INTEGER REFERENCES "snapshot"("id") DEFERRABLE INITIALLY DEFERRED, "met" INTEGER, "above" INTEGER, "reason" TEXT) STRICT;
CREATE INDEX "nonconformity.check" ON "nonconformity"("check");
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
CREATE INDEX "action.effect_due" ON "action"("effect_due");
CREATE INDEX "incident.change" ON "incident"("change");
CREATE INDEX "measurement.each_period" ON "measurement"("indicator", "period_key", "at");
CREATE INDEX "incident.escalated_to" ON "incident"("escalated_to");
CREATE INDEX "acknowledgement.document" ON "acknowledgement"("document");
