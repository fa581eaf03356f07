-- What the migrations make, in one text: new files are made of it.  Written by "make update-schema".
-- version 5
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
, "currency" TEXT, "horizon" INTEGER, "external" TEXT) STRICT;
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
, "headcount" INTEGER, "external" TEXT) STRICT;
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
, "external" TEXT) STRICT;
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
, "threshold_owner" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED, "external" TEXT) STRICT;
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
, "external" TEXT) STRICT;
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
, "external" TEXT) STRICT;
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
, "external" TEXT) STRICT;
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
, "objective" INTEGER REFERENCES "objective"("id") DEFERRABLE INITIALLY DEFERRED, "meeting" INTEGER REFERENCES "meeting"("id") DEFERRABLE INITIALLY DEFERRED, "spent" REAL, "external" TEXT) STRICT;
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
, "external" TEXT) STRICT;
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
, "external" TEXT) STRICT;
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
, "external" TEXT) STRICT;
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
, "external" TEXT) STRICT;
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
, "external" TEXT) STRICT;
CREATE INDEX "cycle.title" ON "cycle"("title_key");
CREATE INDEX "cycle.start" ON "cycle"("start");
CREATE INDEX "cycle.end" ON "cycle"("end");
CREATE INDEX "cycle.phase" ON "cycle"("phase_key");
CREATE INDEX "cycle.status" ON "cycle"("status_key");
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
, "external" TEXT) STRICT;
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
, "management" TEXT, "external" TEXT) STRICT;
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
, "external" TEXT) STRICT;
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
, "external" TEXT) STRICT;
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
, "external" TEXT) STRICT;
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
, "external" TEXT) STRICT;
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
, "external" TEXT) STRICT;
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
, "external" TEXT) STRICT;
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
, "ended" TEXT, "management" TEXT, "external" TEXT) STRICT;
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
, "external" TEXT) STRICT;
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
, "management" TEXT, "external" TEXT) STRICT;
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
, "external" TEXT) STRICT;
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
, "external" TEXT) STRICT;
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
, "external" TEXT) STRICT;
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
, "external" TEXT) STRICT;
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
, "content" TEXT, "external" TEXT) STRICT;
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
, "risk_owner" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED, "plan" TEXT, "external" TEXT) STRICT;
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
, "without_assessment" TEXT, "management" TEXT, "approver_name" TEXT, "proofs" TEXT, "external" TEXT) STRICT;
CREATE INDEX "statement.title" ON "statement"("title_key");
CREATE INDEX "statement.version" ON "statement"("version_key");
CREATE INDEX "statement.date" ON "statement"("date");
CREATE INDEX "statement.approver" ON "statement"("approver");
CREATE INDEX "statement.catalogue" ON "statement"("catalogue");
CREATE INDEX "statement.status" ON "statement"("status_key");
CREATE INDEX "action.objective" ON "action"("objective");
CREATE INDEX "action.meeting" ON "action"("meeting");
CREATE INDEX "requirement.rank" ON "requirement"("rank_key");
CREATE INDEX "method.threshold_owner" ON "method"("threshold_owner");
CREATE INDEX "role.ended" ON "role"("ended");
CREATE INDEX "role.management" ON "role"("management");
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
CREATE INDEX "decision.ended_last" ON "decision"((CASE WHEN "status" IN ('withdrawn') THEN '1' ELSE '0' END || coalesce("date", '~')));
CREATE INDEX "meeting.ended_last" ON "meeting"((CASE WHEN "status" IN ('held', 'cancelled') THEN '1' ELSE '0' END || coalesce("planned", '~')));
CREATE INDEX "policy.ended_last" ON "policy"((CASE WHEN "status" IN ('superseded', 'withdrawn') THEN '1' ELSE '0' END || coalesce("ref_key", '~')));
CREATE INDEX "objective.ended_last" ON "objective"((CASE WHEN "status" IN ('done', 'missed', 'cancelled') THEN '1' ELSE '0' END || coalesce("due", '~')));
CREATE INDEX "assessment.ended_last" ON "assessment"((CASE WHEN "status" IN ('closed') THEN '1' ELSE '0' END || coalesce("date", '~')));
CREATE INDEX "acceptance.ended_last" ON "acceptance"((CASE WHEN "status" IN ('withdrawn') THEN '1' ELSE '0' END || coalesce("ref_key", '~')));
CREATE INDEX "statement.ended_last" ON "statement"((CASE WHEN "status" IN ('superseded', 'withdrawn') THEN '1' ELSE '0' END || coalesce("date", '~')));
CREATE INDEX "exception.ended_last" ON "exception"((CASE WHEN "status" IN ('refused', 'ended') THEN '1' ELSE '0' END || coalesce("ref_key", '~')));
CREATE INDEX "action.ended_last" ON "action"((CASE WHEN "status" IN ('done', 'cancelled') THEN '1' ELSE '0' END || coalesce("due", '~')));
CREATE INDEX "incident.ended_last" ON "incident"((CASE WHEN "status" IN ('closed') THEN '1' ELSE '0' END || coalesce("detected", '~')));
CREATE INDEX "document.ended_last" ON "document"((CASE WHEN "status" IN ('withdrawn') THEN '1' ELSE '0' END || coalesce("ref_key", '~')));
CREATE INDEX "audit.ended_last" ON "audit"((CASE WHEN "status" IN ('done', 'cancelled') THEN '1' ELSE '0' END || coalesce("planned", '~')));
CREATE INDEX "finding.ended_last" ON "finding"((CASE WHEN "status" IN ('closed') THEN '1' ELSE '0' END || coalesce("ref_key", '~')));
CREATE INDEX "review.ended_last" ON "review"((CASE WHEN "status" IN ('done', 'cancelled') THEN '1' ELSE '0' END || coalesce("planned", '~')));
CREATE INDEX "nonconformity.ended_last" ON "nonconformity"((CASE WHEN "status" IN ('closed') THEN '1' ELSE '0' END || coalesce("ref_key", '~')));
CREATE INDEX "cycle.ended_last" ON "cycle"((CASE WHEN "status" IN ('closed') THEN '1' ELSE '0' END || coalesce("start", '~')));
CREATE TABLE "heading"(
	"register" TEXT NOT NULL,
	"heading" TEXT NOT NULL,
	"field" TEXT NOT NULL,
	PRIMARY KEY("register", "heading")
) STRICT, WITHOUT ROWID;
