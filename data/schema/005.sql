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
-- blake2b f1f461a5a6453a6c25ed4ee7b826b62e0e219e44c4762222989e0e8d1131f9bb
