/*
 * Keys that come faster than a hand types them.  A terminal that does not mark its
 * pastes sends them as keys; where letters are commands, more than BURST_KEYS of
 * them within BURST_MS are taken for what they are, and none of them is run.
 * A few that were typed ahead are keys.
 */
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tui/internal.h"

#define BURST_KEYS 30
#define BURST_MS 20
#define BURST_SILENCE_MS 50 /* after it the burst is over */
#define BURST_SLICE_MS 1000 /* so long it is collected before signals have their turn */
#define BURST_AGAIN_MS 500  /* so long after a burst two keys at once are more of it */
#define BURST_MOST (16u << 20)
#define QUEUE_MOST 64 /* more are left to the terminal */

static struct {
	struct event items[QUEUE_MOST];
	size_t count;
	int64_t burst; /* ms: when the last key of one came; 0: none */
} queue;

static bool is_plain(const struct event *event)
{
	return event->kind == EVENT_KEY &&
	       (event->key.text || strcmp(event->name, "Enter") == 0 || strcmp(event->name, "Tab") == 0);
}

static void fill(void)
{
	while (queue.count < QUEUE_MOST && input_next(&queue.items[queue.count]))
		queue.items[queue.count++].at = environment_clock_ms();
}

static void take(struct event *event)
{
	*event = queue.items[0];
	event->key.name = event->name;
	memmove(&queue.items[0], &queue.items[1], --queue.count * sizeof *queue.items);
}

static void wait_ms(int64_t most)
{
	struct pollfd files[2] = { { STDIN_FILENO, POLLIN, 0 }, { signals_file(), POLLIN, 0 } };

	if (most > 0)
		poll(files, 2, (int)most);
}

/* Those that came together with the first. */
static size_t together(void)
{
	size_t count = 0, i;

	for (i = 0; i < queue.count && queue.items[i].at <= queue.items[0].at + BURST_MS; i++)
		count += is_plain(&queue.items[i]);
	return count;
}

/* A key that cannot be taken back by looking away: more of a paste may follow at once. */
static bool is_grave(struct ui *ui, const struct event *event)
{
	const struct view *view = ui_top(ui);
	const struct command *command = command_for_key(&view->place, event->name);

	return view->ops->modal || (command && command->flags & COMMAND_WRITES);
}

static bool is_burst(struct ui *ui)
{
	struct event *first = &queue.items[0];
	int64_t until = first->at + BURST_MS, now;
	size_t count;

	if (queue.count > 1 || input_is_torn() || queue.burst || is_grave(ui, first))
		while (together() <= BURST_KEYS && queue.count < QUEUE_MOST && (now = environment_clock_ms()) < until) {
			wait_ms(until - now);
			fill();
			if (environment_clock_ms() == now)
				break; /* a signal waits */
		}
	count = together();
	if (queue.burst && first->at - queue.burst > BURST_AGAIN_MS)
		queue.burst = 0;
	if (count > BURST_KEYS || (count > 1 && (queue.burst || input_is_torn())))
		return true;
	/* One key at a time: a person. */
	queue.burst = 0;
	input_mend();
	return false;
}

/* The keys of a burst as the text that they were; controls among them are nothing. */
static void collect(struct event *burst)
{
	int64_t began = environment_clock_ms(), last = began, now = began;
	struct buffer text = { 0 };

	while (now - last < BURST_SILENCE_MS && now - began < BURST_SLICE_MS) {
		struct event event;

		fill();
		while (queue.count && queue.items[0].kind == EVENT_KEY) {
			take(&event);
			last = environment_clock_ms();
			if (is_plain(&event) && text.length < BURST_MOST)
				buffer_add(&text, strcmp(event.name, "Enter") == 0   ? "\n"
						  : strcmp(event.name, "Tab") == 0   ? "\t"
						  : strcmp(event.name, "Space") == 0 ? " "
										     : event.name);
		}
		if (queue.count)
			break;
		wait_ms(BURST_SILENCE_MS - (environment_clock_ms() - last));
		now = environment_clock_ms();
	}
	queue.burst = last;
	memset(burst, 0, sizeof *burst);
	burst->kind = EVENT_PASTE;
	burst->whole = true;
	burst->length = text.length;
	burst->bytes = buffer_take(&text);
}

bool typed_waits(void)
{
	return queue.count > 0;
}

bool typed_next(struct ui *ui, struct event *event)
{
	bool letters_act = ui_takes_commands(ui);

	if (!queue.count && !letters_act)
		return input_next(event);
	fill();
	if (!queue.count)
		return false;
	if (letters_act && is_plain(&queue.items[0]) && is_burst(ui))
		collect(event);
	else
		take(event);
	return true;
}
