/* A series as a line over its periods, with the values that it is held against: in dots of Braille, or in letters. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/figure.h"

/* What a cell holds: the dots of its Braille pattern, or a mark of ASCII. */
enum { PER_COLUMN = 2, PER_ROW = 4, JOINED = 1, MARK = 2, BRAILLE = 0x2800 };
static const unsigned char dots[PER_ROW][PER_COLUMN] = { { 0x01, 0x08 }, { 0x02, 0x10 }, { 0x04, 0x20 },
	{ 0x40, 0x80 } };

struct canvas {
	enum figure_form form;
	int columns, rows;
	int wide, high; /* in dots */
	unsigned char *cells;
};

static void put(struct canvas *canvas, int x, int y, unsigned char mark)
{
	unsigned char *cell;

	if (x < 0 || y < 0 || x >= canvas->wide || y >= canvas->high)
		return;
	if (canvas->form == FIGURE_UNICODE) {
		canvas->cells[y / PER_ROW * canvas->columns + x / PER_COLUMN] |= dots[y % PER_ROW][x % PER_COLUMN];
		return;
	}
	cell = &canvas->cells[y * canvas->columns + x];
	*cell = *cell > mark ? *cell : mark;
}

static void join(struct canvas *canvas, int x, int y, int to_x, int to_y)
{
	int steps = abs(to_x - x) > abs(to_y - y) ? abs(to_x - x) : abs(to_y - y), i;

	for (i = 0; i <= steps; i++)
		put(canvas, x + (int)lround((double)(to_x - x) * i / (steps ? steps : 1)),
			y + (int)lround((double)(to_y - y) * i / (steps ? steps : 1)), JOINED);
}

static int height_of(const struct figure_chart *chart, double value, int high)
{
	double share = chart->high > chart->low ? (value - chart->low) / (chart->high - chart->low) : 0.5;

	if (share < 0 || share > 1)
		return -1;
	return (int)lround((1 - share) * (high - 1));
}

int figure_chart_row(const struct figure_chart *chart, double value, int rows)
{
	int height = height_of(chart, value, rows * PER_ROW);

	/* Where the dots of that value fall: what equals a line lies on it. */
	return height < 0 ? -1 : height / PER_ROW;
}

int figure_chart_column(const struct figure_chart *chart, size_t point, int columns)
{
	return chart->count < 2 ? 0 : (int)((double)point * (columns - 1) / (double)(chart->count - 1) + 0.5);
}

static void draw_series(struct canvas *canvas, const struct figure_chart *chart)
{
	int last_x = -1, last_y = -1;
	size_t i;

	for (i = 0; i < chart->count; i++) {
		int x = figure_chart_column(chart, i, canvas->wide), y;

		if (!isfinite(chart->values[i])) {
			last_x = -1;
			continue;
		}
		y = canvas->form == FIGURE_UNICODE ? height_of(chart, chart->values[i], canvas->high)
						   : figure_chart_row(chart, chart->values[i], canvas->rows);
		if (last_x >= 0)
			join(canvas, last_x, last_y, x, y);
		put(canvas, x, y, MARK);
		/* One dot alone would be overlooked. */
		if (canvas->form == FIGURE_UNICODE) {
			put(canvas, x ^ 1, y, MARK);
			put(canvas, x, y ^ 1, MARK);
		}
		last_x = x;
		last_y = y;
	}
}

static void add_cell(struct buffer *out, enum figure_form form, unsigned char cell)
{
	unsigned code = BRAILLE + cell;
	char text[4] = { (char)(0xe0 | code >> 12), (char)(0x80 | (code >> 6 & 0x3f)), (char)(0x80 | (code & 0x3f)),
		'\0' };

	if (form == FIGURE_UNICODE)
		buffer_add(out, text);
	else
		buffer_add(out, cell == MARK ? "*" : ".");
}

/* The line of what the series is held against that goes through the row; 0: none, else its place from 1 on. */
static size_t line_at(const struct figure_chart *chart, int row, int rows)
{
	size_t i;

	for (i = 0; i < chart->line_count; i++)
		if (isfinite(chart->lines[i]) && figure_chart_row(chart, chart->lines[i], rows) == row)
			return i + 1;
	return 0;
}

int figure_chart(struct buffer *out, enum figure_form form, const struct figure_chart *chart, int row, int rows, int at,
	int columns, size_t *piece)
{
	struct canvas canvas = { .form = form, .columns = columns, .rows = rows };
	const unsigned char *cells;
	size_t line = line_at(chart, row, rows);
	int used = 0;

	canvas.wide = form == FIGURE_UNICODE ? columns * PER_COLUMN : columns;
	canvas.high = form == FIGURE_UNICODE ? rows * PER_ROW : rows;
	canvas.cells = xcalloc((size_t)columns * (size_t)rows + 1, 1);
	draw_series(&canvas, chart);
	cells = canvas.cells + (size_t)row * (size_t)columns;
	*piece = cells[at] ? CHART_SERIES : CHART_GROUND + line;
	while (at + used < columns && (cells[at + used] != 0) == (*piece == CHART_SERIES)) {
		if (cells[at + used])
			add_cell(out, form, cells[at + used]);
		else
			buffer_add(out, !line ? " " : form == FIGURE_UNICODE ? "\xe2\x95\x8c" : "-");
		used++;
	}
	free(canvas.cells);
	return used;
}

/* The least and the greatest of the values and of what they are held against; both 0 where there are none. */
static void extent(const struct figure_chart *chart, double *low, double *high)
{
	size_t i;

	*low = INFINITY;
	*high = -INFINITY;
	for (i = 0; i < chart->count + chart->line_count; i++) {
		double value = i < chart->count ? chart->values[i] : chart->lines[i - chart->count];

		if (!isfinite(value))
			continue;
		*low = value < *low ? value : *low;
		*high = value > *high ? value : *high;
	}
	if (*low > *high)
		*low = *high = 0;
}

void figure_chart_bounds(struct figure_chart *chart)
{
	double low, high, margin;

	extent(chart, &low, &high);
	margin = high > low ? (high - low) / 20 : fabs(high) / 20 + 1;
	/* What is never below nothing is not shown so. */
	chart->low = low >= 0 && low - margin < 0 ? 0 : low - margin;
	chart->high = high + margin;
}

/* 1, 2 or 5 of a power of ten, so that ten of them at the most cover the span. */
static double step_of(double span)
{
	double power = pow(10, floor(log10(span))) / 10;

	return span <= power * 10   ? power
	       : span <= power * 20 ? 2 * power
	       : span <= power * 50 ? 5 * power
				    : 10 * power;
}

void figure_chart_scale(struct figure_chart *chart)
{
	double low, high, step;

	extent(chart, &low, &high);
	if (low >= 0 && (high - low) * 4 > high)
		low = 0;
	step = high > low ? step_of(high - low) : 1;
	/* What rounding left of a number that is round is not a step more. */
	chart->low = floor(low / step + 1e-9) * step;
	chart->high = ceil(high / step - 1e-9) * step;
	if (chart->high <= chart->low)
		chart->high = chart->low + step;
}
