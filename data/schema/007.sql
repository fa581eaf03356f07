-- Version 7: what an indicator has of each period is found through an index of its own, however many values were taken in
-- it.  What its measurements say of it is found again for the indicators that are there when the file is brought to this
-- version (store/file.c), as is the day of the checks: "next" is the one
-- for which they are due, "due" the last one of their grace.  They change places, so that the tally keeps its rows.
CREATE INDEX "measurement.each_period" ON "measurement"("indicator", "period_key", "at");
UPDATE "check" SET "next" = "due", "due" = "next";
-- blake2b 53463586514f12b9964d8b0b1b55800e9bc3a9a9ce7b7269ce6cd252232f7bd2
