-- Version 9: who read a document that is no policy, and in which version; empty for the readings that are there.
ALTER TABLE "acknowledgement" ADD COLUMN "document" INTEGER REFERENCES "document"("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "acknowledgement" ADD COLUMN "version" TEXT;
CREATE INDEX "acknowledgement.document" ON "acknowledgement"("document");
-- blake2b 99b4ca919130ab3c1e9ba38ad50719cfaae0c0c0e94d130312715e5a8e44600a
