-- Version 8: when a grave incident was escalated, and to whom; empty for those that are there.  What follows from
-- obligations is counted anew: the hours of personal data run on beside an obligation that names none.
ALTER TABLE "incident" ADD COLUMN "escalated" TEXT;
ALTER TABLE "incident" ADD COLUMN "escalated_to" INTEGER REFERENCES "person"("id") DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX "incident.escalated_to" ON "incident"("escalated_to");
-- blake2b 6f4c95200bb8f3a1d4a03b53f87f3935e48d7290e5306f845171707cbd4149e1
