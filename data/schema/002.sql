-- Version 2: the day on which the authority was told of an incident.
CREATE TABLE "incident_new"(
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
) STRICT;
INSERT INTO "incident_new"("id", "rev", "created", "updated", "ref_key", "title", "title_key", "detected", "severity", "severity_key", "status", "status_key", "owner", "description", "cause", "response", "closed")
	SELECT "id", "rev", "created", "updated", "ref_key", "title", "title_key", "detected", "severity", "severity_key", "status", "status_key", "owner", "description", "cause", "response", "closed" FROM "incident";
DROP TABLE "incident";
ALTER TABLE "incident_new" RENAME TO "incident";
CREATE INDEX "incident.title" ON "incident"("title_key");
CREATE INDEX "incident.detected" ON "incident"("detected");
CREATE INDEX "incident.severity" ON "incident"("severity_key");
CREATE INDEX "incident.status" ON "incident"("status_key");
CREATE INDEX "incident.owner" ON "incident"("owner");
CREATE INDEX "incident.notified" ON "incident"("notified");
CREATE INDEX "incident.closed" ON "incident"("closed");
-- blake2b 87ebab692b23a33ad0a702534f51fa933b030d930d0410d9f190940a9526b2ea
