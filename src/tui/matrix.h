/* The risk matrix: what its parts share. */
#ifndef NORIA_TUI_MATRIX_H
#define NORIA_TUI_MATRIX_H

#include "tui/internal.h"

/* The fourth rating is none of its own: the residual one where there is one, else the current. */
#define MATRIX_STATES 4
#define MATRIX_LEFT "standing=left"

struct matrix {
	int state;
	int row, column; /* of the cursor, from 1 */
	bool unplaced;   /* it goes to the worst cell that holds risks, once these are read */
	int64_t counts[SCALE_MAX + 1][SCALE_MAX + 1]; /* [0][...] and [...][0]: unrated */
	int64_t unrated, left, lapsed; /* not rated; left the register; accepted, and that does not hold any more */
	char *refs[SCALE_MAX + 1][SCALE_MAX + 1];
	struct slices
		weighed; /* `lapsed`, as far as it is counted: in a large register that takes longer than a key may wait */
	bool read, known; /* known: what stands here was read, if not lately */
	struct failure failure;
	bool arrows; /* from the cell under the cursor to where its risks end */
	int64_t ends[SCALE_MAX + 1][SCALE_MAX + 1];
	int arrows_row, arrows_column, arrows_state; /* for which cell `ends` was read */
	char *filter;
	struct area grid;
	int cell_width, cell_height;
};

/* True where the organisation has a method with both scales. */
bool matrix_has_grid(const struct method *method);
/* "Current risk", translated; static. */
const char *matrix_state_name(int state);

/* Reads it anew; where that fails, what was read of this rating before stays. */
void matrix_read(struct ui *ui, struct matrix *matrix);
/* Where the risks of the cell under the cursor stand once they are treated. */
void matrix_read_arrows(struct ui *ui, struct matrix *matrix);
/* Puts the cursor on the worst cell that holds risks; where none does, it stays. */
void matrix_to_worst(struct matrix *matrix, const struct method *method);
void matrix_forget(struct matrix *matrix);
void matrix_draw(struct ui *ui, struct view *view, struct area area);

/* The risks of a cell, those that are not rated, those that pass another filter beside the matrix's: query_free. */
struct query *matrix_cell_query(struct ui *ui, const struct matrix *matrix, int likelihood, int impact);
struct query *matrix_unrated_query(struct ui *ui, const struct matrix *matrix);
struct query *matrix_beside_query(struct ui *ui, const struct matrix *matrix, const char *which);

#endif
