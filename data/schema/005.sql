-- Version 5: what holds today.  General management and how many people there are; what a signature
-- was about; what an assessment froze; checks set aside.  What risks derive of it is derived for those
-- that are there when the file is brought to this version (store/file.c).
ALTER TABLE "organisation" ADD COLUMN "horizon" INTEGER;
ALTER TABLE "decision" ADD COLUMN "management" TEXT;
ALTER TABLE "method" ADD COLUMN "threshold_owner" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX "method.threshold_owner" ON "method"("threshold_owner");
ALTER TABLE "unit" ADD COLUMN "headcount" INTEGER;
ALTER TABLE "role" ADD COLUMN "ended" TEXT;
ALTER TABLE "role" ADD COLUMN "management" TEXT;
CREATE INDEX "role.ended" ON "role"("ended");
CREATE INDEX "role.management" ON "role"("management");
ALTER TABLE "policy" ADD COLUMN "management" TEXT;
ALTER TABLE "assessment" ADD COLUMN "content" TEXT;
ALTER TABLE "risk" ADD COLUMN "remaining_level" INTEGER;
ALTER TABLE "risk" ADD COLUMN "standing" TEXT;
ALTER TABLE "risk" ADD COLUMN "standing_key" TEXT NOT NULL DEFAULT '';
ALTER TABLE "risk" ADD COLUMN "plan" TEXT;
CREATE INDEX "risk.remaining_level" ON "risk"("remaining_level");
CREATE INDEX "risk.standing" ON "risk"("standing_key");
ALTER TABLE "acceptance" ADD COLUMN "risk_owner" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "acceptance" ADD COLUMN "plan" TEXT;
CREATE INDEX "acceptance.risk_owner" ON "acceptance"("risk_owner");
ALTER TABLE "statement" ADD COLUMN "without_assessment" TEXT;
ALTER TABLE "statement" ADD COLUMN "management" TEXT;
ALTER TABLE "statement" ADD COLUMN "approver_name" TEXT;
ALTER TABLE "statement" ADD COLUMN "proofs" TEXT;
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
) STRICT;
CREATE INDEX "waiver.reason" ON "waiver"("reason_key");
CREATE INDEX "waiver.check" ON "waiver"("check_key");
CREATE INDEX "waiver.record" ON "waiver"("record_key");
CREATE INDEX "waiver.owner" ON "waiver"("owner");
CREATE INDEX "waiver.date" ON "waiver"("date");
CREATE INDEX "waiver.expiry" ON "waiver"("expiry");
ALTER TABLE "asset" ADD COLUMN "inherited_c" INTEGER;
ALTER TABLE "asset" ADD COLUMN "inherited_i" INTEGER;
ALTER TABLE "asset" ADD COLUMN "inherited_a" INTEGER;
ALTER TABLE "asset" ADD COLUMN "inherited_t" INTEGER;
-- Counts of risks are of those that are in the register: each is counted anew when its standing is derived.
DELETE FROM "tally" WHERE "name" IN ('risk.inherent', 'risk.current', 'risk.residual', 'risk.treatment', 'risk.review');
-- What is done with comes after the rest in the order of its register, and is paged there as well.
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
-- What records are called elsewhere, and controls that a new version of their catalogue no longer has.
ALTER TABLE "organisation" ADD COLUMN "external" TEXT;
ALTER TABLE "decision" ADD COLUMN "external" TEXT;
ALTER TABLE "meeting" ADD COLUMN "external" TEXT;
ALTER TABLE "mechanism" ADD COLUMN "external" TEXT;
ALTER TABLE "issue" ADD COLUMN "external" TEXT;
ALTER TABLE "party" ADD COLUMN "external" TEXT;
ALTER TABLE "obligation" ADD COLUMN "external" TEXT;
ALTER TABLE "scope" ADD COLUMN "external" TEXT;
ALTER TABLE "unit" ADD COLUMN "external" TEXT;
ALTER TABLE "person" ADD COLUMN "external" TEXT;
ALTER TABLE "role" ADD COLUMN "external" TEXT;
ALTER TABLE "responsibility" ADD COLUMN "external" TEXT;
ALTER TABLE "policy" ADD COLUMN "external" TEXT;
ALTER TABLE "rule" ADD COLUMN "external" TEXT;
ALTER TABLE "objective" ADD COLUMN "external" TEXT;
ALTER TABLE "asset" ADD COLUMN "external" TEXT;
ALTER TABLE "threat" ADD COLUMN "external" TEXT;
ALTER TABLE "vulnerability" ADD COLUMN "external" TEXT;
ALTER TABLE "assessment" ADD COLUMN "external" TEXT;
ALTER TABLE "risk" ADD COLUMN "external" TEXT;
ALTER TABLE "threshold" ADD COLUMN "external" TEXT;
ALTER TABLE "acceptance" ADD COLUMN "external" TEXT;
ALTER TABLE "applicability" ADD COLUMN "external" TEXT;
ALTER TABLE "statement" ADD COLUMN "external" TEXT;
ALTER TABLE "exception" ADD COLUMN "external" TEXT;
ALTER TABLE "action" ADD COLUMN "external" TEXT;
ALTER TABLE "incident" ADD COLUMN "external" TEXT;
ALTER TABLE "acknowledgement" ADD COLUMN "external" TEXT;
ALTER TABLE "document" ADD COLUMN "external" TEXT;
ALTER TABLE "evidence" ADD COLUMN "external" TEXT;
ALTER TABLE "requirement" ADD COLUMN "external" TEXT;
ALTER TABLE "audit" ADD COLUMN "external" TEXT;
ALTER TABLE "finding" ADD COLUMN "external" TEXT;
ALTER TABLE "review" ADD COLUMN "external" TEXT;
ALTER TABLE "waiver" ADD COLUMN "external" TEXT;
ALTER TABLE "nonconformity" ADD COLUMN "external" TEXT;
ALTER TABLE "cycle" ADD COLUMN "external" TEXT;
ALTER TABLE "control" ADD COLUMN "withdrawn" TEXT;
ALTER TABLE "control" ADD COLUMN "external" TEXT;
ALTER TABLE "catalogue" ADD COLUMN "external" TEXT;
ALTER TABLE "theme" ADD COLUMN "external" TEXT;
ALTER TABLE "method" ADD COLUMN "external" TEXT;
ALTER TABLE "level" ADD COLUMN "external" TEXT;
-- What columns of tables were said to be; no part of the records, and never journaled.
CREATE TABLE "heading"(
	"register" TEXT NOT NULL,
	"heading" TEXT NOT NULL,
	"field" TEXT NOT NULL,
	PRIMARY KEY("register", "heading")
) STRICT, WITHOUT ROWID;
-- blake2b 915a1f63d384db4c7ff676575183b59e54e2d69aca3cc3ae1b0555b2ec81eaa4
