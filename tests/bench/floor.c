/*
 * The floor of the benchmark: the least that a curses program can do.  Draws
 * one full screen of text and moves a highlighted line through it; no file,
 * no locale data but the character set, no second window.
 */

#include <curses.h>
#include <locale.h>
#include <stdlib.h>

/* Text over the whole width, another in each line, as a list has. */
static void draw_line(int row, int top, bool highlighted)
{
	static const char *const words[] = { "theft", "of", "a", "laptop", "left", "in", "the", "train", "during",
		"visit", "to", "client" };
	int number = top + row + 1;

	if (highlighted)
		attron(A_REVERSE);
	mvprintw(row, 0, "R-%-7d", number);
	for (int i = 0; getcurx(stdscr) < COLS - 10; i++)
		printw(" %s", words[(number * 7 + i * 5) % 12]);
	if (highlighted)
		attroff(A_REVERSE);
	clrtoeol();
}

static void draw(int top, int at)
{
	for (int row = 0; row < LINES - 1; row++)
		draw_line(row, top, row == at);
	mvaddstr(LINES - 1, 0, "arrows move, q leaves");
}

int main(void)
{
	int top = 0, at = 0, key;

	setlocale(LC_ALL, "");
	initscr();
	cbreak();
	noecho();
	keypad(stdscr, TRUE);
	curs_set(0);
	draw(top, at);
	while ((key = getch()) != 'q') {
		int was = at;

		switch (key) {
		case KEY_DOWN:
			if (at < LINES - 2)
				at++;
			else
				top++;
			break;
		case KEY_UP:
			if (at > 0)
				at--;
			else if (top > 0)
				top--;
			break;
		case KEY_NPAGE:
			top += LINES - 2;
			break;
		case KEY_PPAGE:
			top = top > LINES - 2 ? top - (LINES - 2) : 0;
			break;
		}
		if (was != at && (key == KEY_DOWN || key == KEY_UP)) {
			draw_line(was, top, false);
			draw_line(at, top, true);
		} else {
			draw(top, at);
		}
	}
	endwin();
	return EXIT_SUCCESS;
}
