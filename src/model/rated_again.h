/*
 * What filters ask of ratings that are older than what happened since (clauses 8.2 and 8.3).  A risk was rated again
 * where its likelihood or impact became another one by the journal, or where a closed assessment looked at it.
 */
#ifndef NORIA_MODEL_RATED_AGAIN_H
#define NORIA_MODEL_RATED_AGAIN_H

/* Of a risk in parentheses: it was not, since the day in that field of the record outside. */
#define NOT_RATED_SINCE(DAY)                                                                                           \
	"#current_likelihood<@^" DAY " #current_impact<@^" DAY " assessments!(status=closed date>=@^^" DAY ")"
/* Of risks: all of their actions are done, one of them before DAYS, and they were not rated again since. */
#define DONE_UNRATED(DAYS)                                                                                             \
	"standing=current actions(status=done) actions!(open) actions(status=done done<" DAYS                          \
	" done>assessed risk(ref=@^^ref " NOT_RATED_SINCE("done") "))"

#endif
