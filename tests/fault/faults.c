/*
 * Faults in loops: each command of the program is carried out again and again, and each
 * time another call of the system fails, or the process or the power goes.
 * Afterwards the file is as it was before or as it should be after, and nothing between;
 * `check` is content with it; what the command says is true; nothing is left beside.
 *
 *     faults [short|long [COMMAND]]
 *
 * Prints TAP, a test for each command.  A point that finds a fault is named in one line;
 * NORIA_TEST_POINT='import write 17 ENOSPC once 0' tries that one alone, and tells more.
 * NORIA_TEST_SEED chooses other points of the short form.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "commands.h"
#include "ground.h"

/* What the command does where nothing fails. */
struct truth {
	const struct fault_command *command;
	char *before, *after; /* dumps of f.noria */
	char *names;          /* before and after, all of them */
	struct buffer out;
	struct buffer behind; /* of one that raises: what it prints where it could not */
	struct buffer product;
	char *product_dump;
	uint64_t calls[FAULT_KINDS];
};

struct known {
	uint64_t print;
	bool before, after;
};
static struct known *knowledge;
static size_t known_count;
static uint64_t random_state;
static bool alone;

static bool writes_nothing(const struct truth *truth)
{
	return strcmp(truth->before, truth->after) == 0;
}

/* The main file; `new` has it as its product. */
static const char *dumped(const struct fault_command *command)
{
	return command->product && strcmp(command->product, "f.noria") == 0 ? "none" : "f.noria";
}

/* ---- what is found afterwards ---- */

static void read_product(const struct fault_command *command, struct buffer *bytes, char **dump)
{
	*dump = NULL;
	buffer_reset(bytes);
	buffer_add(bytes, "");
	if (command->product && command->product_is_file)
		*dump = ground_dump(command->product);
	else if (command->product)
		ground_read(command->product, bytes);
}

static char *first_line(const struct ran *ran)
{
	return xstrndup(ran->err.data, strcspn(ran->err.data, "\n"));
}

/* Neither before nor after: why is told. */
static struct known look(const struct truth *truth, struct buffer *why)
{
	const char *name = dumped(truth->command);
	struct known found = { .print = ground_print(name) };
	struct ran check;
	char *dump, *said;
	size_t i;

	for (i = 0; i < known_count; i++)
		if (knowledge[i].print == found.print)
			return knowledge[i];
	if (*truth->before) {
		ground_run((const char *const[]){ "check", name, NULL }, NULL, "check", &check);
		if (check.status != 0) {
			said = first_line(&check);
			buffer_printf(why, "; check ends with %d: %s", check.status, said);
			free(said);
		}
		ran_free(&check);
	} else {
		check.status = 0;
	}
	dump = ground_dump(name);
	found.before = strcmp(dump, truth->before) == 0;
	found.after = strcmp(dump, truth->after) == 0;
	if (!found.before && !found.after)
		buffer_printf(why, "; half an action: the file is neither as before nor as after%s%.60s",
			strncmp(dump, "ERROR", 5) == 0 ? ": " : "", strncmp(dump, "ERROR", 5) == 0 ? dump : "");
	if (alone && getenv("NORIA_TEST_KEEP")) {
		ground_write("dump", dump, strlen(dump));
		ground_write("dump-before", truth->before, strlen(truth->before));
		ground_write("dump-after", truth->after, strlen(truth->after));
	}
	free(dump);
	if (check.status == 0 && (found.before || found.after) && ground_print(name) == found.print) {
		knowledge = xreallocarray(knowledge, known_count + 1, sizeof *knowledge);
		knowledge[known_count++] = found;
	}
	return found;
}

/*
 * Who is killed, or finds no memory, cannot sweep; what he leaves has a name that nobody takes
 * for the whole, or is the journal, from which the next one takes what there is to take back.
 */
static bool may_stay(const struct fault *fault, const char *name, bool killed)
{
	size_t length = strlen(name);

	if (length > 8 && strcmp(name + length - 8, "-journal") == 0)
		return killed || fault->always || fault->kind == FAULT_MEMORY || fault->kind == FAULT_DELETE;
	if (strstr(name, ".part-") || strncmp(name, "state/", 6) == 0)
		return killed || fault->kind == FAULT_MEMORY || fault->kind == FAULT_OWN_UNLINK;
	return strncmp(name, "dump", 4) == 0 && alone;
}

static void look_beside(const struct truth *truth, const struct fault *fault, bool killed, struct buffer *why)
{
	char *names = ground_names(), *line, *rest;

	for (line = strtok_r(names, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
		const char *at = truth->names;
		size_t length = strlen(line);
		bool expected = false;

		for (; at && !expected; at = strchr(at, '\n') ? strchr(at, '\n') + 1 : NULL)
			expected = strncmp(at, line, length) == 0 && (at[length] == '\n' || !at[length]);
		if (!expected && !may_stay(fault, line, killed))
			buffer_printf(why, "; %s is left beside", line);
	}
	free(names);
}

/* ---- what was said ---- */

/* Sentences that tell something else than what happened. */
static void look_for_lies(const struct fault *fault, const char *said, struct buffer *why)
{
	static const char *const lies[] = { "damaged", "There is no record", "is not a Noria file", "SQL logic",
		"unexpected answer", "was changed by another program", "somebody else", "has no organisation",
		"There is nothing to", "is no field", "There is no file" };
	size_t i;

	if (fault->error == FAULT_SHORT)
		return;
	for (i = 0; i < sizeof lies / sizeof lies[0]; i++)
		if (strstr(said, lies[i]))
			buffer_printf(why, "; the system failed, and \"%s\" is said", lies[i]);
}

static int lines_of(const char *text)
{
	int lines = 0;

	for (; *text; text++)
		lines += *text == '\n';
	return lines;
}

static bool status_fits(const struct fault *fault, int status)
{
	bool on_open = fault->kind == FAULT_OPEN || fault->kind == FAULT_OWN_OPEN || fault->kind == FAULT_OWN_LOOK ||
		       fault->kind == FAULT_ACCESS || fault->kind == FAULT_LOCK;

	if (fault->error == FAULT_INTERRUPT)
		return status == 1;
	/* What cannot be opened, or not be written, is 3 by the contract; so is what looks cut short. */
	return status == 5 || (status == 3 && (on_open || fault->error == FAULT_EROFS || fault->error == FAULT_SHORT));
}

/* What is told of an import that is done: names that became records. */
static int lines_of_names(const char *said)
{
	int lines = 0;

	for (; (said = strstr(said, " was added.\n")); said++)
		lines++;
	return lines;
}

static void judge_failure(const struct fault_command *command, const struct fault *fault, const struct ran *ran,
	const struct known *found, bool product_there, struct buffer *why)
{
	const char *said = ran->err.data;
	int lines = lines_of(said) - (found->after ? lines_of_names(said) : 0);
	bool untouched = strstr(said, "nothing was changed") || strstr(said, "Nothing was changed") ||
			 strstr(said, "nothing was written");

	/* Half a page is damage to whom it is shown, and damage is what `check` tells line by line. */
	if (strcmp(command->name, "check") == 0 && fault->error == FAULT_SHORT && ran->status == 1)
		return;
	if (!status_fits(fault, ran->status))
		buffer_printf(why, "; status %d", ran->status);
	/* What was done is told in a line of its own before what failed after it; so is that the
	   journal's remembered head, which is another file, cannot be read either. */
	if (lines != 1 && !(lines == 2 && found->after && !found->before) &&
		!(lines == 2 && fault->always && strstr(said, "What this account remembers")))
		buffer_printf(why, "; %d lines on standard error", lines);
	else if (strncmp(said, "noria: ", 7) != 0)
		buffer_add(why, "; what is said does not begin with \"noria: \"");
	if (untouched && ((found->after && !found->before) || product_there))
		buffer_add(why, "; it says that nothing was changed, and it was");
	look_for_lies(fault, said, why);
}

static bool same(const struct buffer *one, const struct buffer *other)
{
	return one->length == other->length && memcmp(one->data, other->data, one->length) == 0;
}

static void judge(const struct truth *truth, const struct fault *fault, struct ran *ran, struct buffer *why)
{
	const struct fault_command *command = truth->command;
	bool killed = fault->error == FAULT_KILL || fault->error == FAULT_KILL_HALF ||
		      (fault->error == FAULT_POWER && fault->nth),
	     gone = killed && ran->status == 128 + SIGKILL;
	struct known found;
	struct buffer product = { 0 };
	char *dump;
	bool there, whole;

	if (ran->status == 128 + SIGALRM)
		buffer_add(why, "; it hangs");
	else if (!gone && ran->status > 128)
		buffer_printf(why, "; ends by signal %d", ran->status - 128);
	else if (!gone && ran->status > 5)
		buffer_printf(why, "; status %d: %.200s", ran->status, ran->err.data);
	found = look(truth, why);
	read_product(command, &product, &dump);
	there = command->product && access(ground_path(command->product), F_OK) == 0;
	whole = command->product_is_file ? there && strcmp(dump, truth->product_dump) == 0
					 : there && product.length == truth->product.length &&
						   memcmp(product.data, truth->product.data, product.length) == 0;
	if (there && !whole)
		buffer_printf(why, "; %s is there by half", command->product);
	if (gone || ran->status > 5) {
		if (command->confirms && ran->out.length && !found.after)
			buffer_add(why, "; what was confirmed is lost");
	} else if (ran->status == command->status && (ran->status == 0 || ran->err.length == 0)) {
		if (!found.after && !command->raises)
			buffer_add(why, "; it says that it is done, and it is not");
		if (command->product && !there)
			buffer_printf(why, "; it says that it is done, and %s is not there", command->product);
		if (!same(&ran->out, found.after ? &truth->out : &truth->behind))
			buffer_add(why, "; it prints something else and calls it done");
		if (ran->report.unsynced && (command->product || !writes_nothing(truth)))
			buffer_add(why, "; a file got its name before it was synced");
	} else {
		judge_failure(command, fault, ran, &found, there && whole, why);
	}
	look_beside(truth, fault, gone || fault->error == FAULT_POWER, why);
	buffer_free(&product);
	free(dump);
}

/* ---- points ---- */

static bool try(const struct truth *truth, const struct fault *fault)
{
	const struct fault_command *command = truth->command;
	struct buffer why = { 0 };
	struct ran ran;
	char text[96];
	bool fine;

	ground_lay(command->ground);
	ground_run(command->argv, fault, "fault", &ran);
	buffer_add(&why, "");
	judge(truth, fault, &ran, &why);
	fine = why.length == 0;
	fault_format(fault, text);
	if (alone)
		printf("# struck: %s; status %d\n# standard output: %zu bytes, %s expected\n# standard error: %s\n",
			ran.report.struck ? "yes" : "no (a kill is not counted)", ran.status, ran.out.length,
			same(&ran.out, &truth->out)      ? "as"
			: same(&ran.out, &truth->behind) ? "as where nothing was raised"
							 : "not as",
			ran.err.data);
	if (!fine) {
		char *said = first_line(&ran);

		printf("# FAULT NORIA_TEST_POINT='%s %s'%s [%s]\n", command->name, text, why.data, said);
		free(said);
	}
	ran_free(&ran);
	buffer_free(&why);
	return fine;
}

/* What a command prints that raises nothing. */
static void learn_behind(struct truth *truth)
{
	const char *argv[13];
	struct ran ran;
	size_t i;

	for (i = 0; truth->command->argv[i]; i++)
		argv[i] = truth->command->argv[i];
	argv[i] = "--read-only";
	argv[i + 1] = NULL;
	ground_lay(truth->command->ground);
	ground_run(argv, NULL, "fault", &ran);
	buffer_reset(&truth->behind);
	buffer_add_bytes(&truth->behind, ran.out.data, ran.out.length);
	ran_free(&ran);
}

static bool learn(const struct fault_command *command, struct truth *truth)
{
	struct ran ran, again;
	char *before, *twice, *once;
	int i;

	memset(truth, 0, sizeof *truth);
	truth->command = command;
	known_count = 0;
	for (i = 0; i < 2; i++) {
		ground_lay(command->ground);
		before = ground_names();
		if (i == 0)
			truth->before = ground_dump(dumped(command));
		ground_run(command->argv, NULL, "fault", i ? &again : &ran);
		once = ground_names();
		if (i == 0) {
			truth->after = ground_dump(dumped(command));
			read_product(command, &truth->product, &truth->product_dump);
			truth->names = xasprintf("%s\n%s", before, once);
		}
		free(before);
		free(once);
	}
	twice = ground_dump(dumped(command));
	memcpy(truth->calls, ran.report.calls, sizeof truth->calls);
	buffer_add_bytes(&truth->out, ran.out.data, ran.out.length);
	buffer_add_bytes(&truth->behind, ran.out.data, ran.out.length);
	if (command->raises)
		learn_behind(truth);
	if (ran.status != command->status)
		printf("# %s: without any fault the status is %d: %s\n", command->name, ran.status, ran.err.data);
	if (strcmp(twice, truth->after) != 0)
		printf("# %s: does not do the same twice\n", command->name);
	free(twice);
	ran_free(&again);
	ran_free(&ran);
	return ran.status == command->status && !(command->raises && same(&truth->out, &truth->behind));
}

static void unlearn(struct truth *truth)
{
	free(truth->before);
	free(truth->after);
	free(truth->names);
	free(truth->product_dump);
	buffer_free(&truth->out);
	buffer_free(&truth->behind);
	buffer_free(&truth->product);
}

struct sum {
	long points, faults;
};

static void count(const struct truth *truth, struct fault fault, struct sum *sum)
{
	sum->points++;
	if (!try(truth, &fault))
		sum->faults++;
}

/* Every error of the nth call. */
static void try_all_of(const struct truth *truth, enum fault_kind kind, uint64_t nth, struct sum *sum)
{
	const enum fault_error *error;

	for (error = fault_errors(kind); *error; error++) {
		struct fault fault = { .kind = kind, .nth = nth, .error = *error };
		bool ends =
			*error == FAULT_KILL || *error == FAULT_KILL_HALF || kind == FAULT_MEMORY || kind == FAULT_STEP;

		for (fault.seed = 0; fault.seed < (*error == FAULT_POWER ? 4u : 1u); fault.seed++)
			count(truth, fault, sum);
		fault.seed = 0;
		fault.always = true;
		if (!ends && *error != FAULT_POWER)
			count(truth, fault, sum);
	}
}

/* The short form tries five of eight of its points; a slow build (see tests/run) one, under every third command. */
static bool is_slow(void)
{
	return getenv("NORIA_TEST_SLOW") != NULL;
}

static bool is_tried(uint64_t chance)
{
	return chance % 8 < (is_slow() ? 1 : 5);
}

static void try_some_of(const struct truth *truth, enum fault_kind kind, int points, struct sum *sum)
{
	const enum fault_error *errors = fault_errors(kind);
	size_t error_count = 0;

	while (errors[error_count])
		error_count++;
	while (points-- > 0) {
		uint64_t nth = ground_random(&random_state) % truth->calls[kind] + 1,
			 chance = ground_random(&random_state);
		struct fault fault = { .kind = kind,
			.nth = nth,
			.error = errors[(chance >> 20) % error_count],
			.always = (chance >> 40) & 1,
			.seed = (chance >> 50) % 8 };

		if (is_tried(chance))
			count(truth, fault, sum);
	}
}

/* So many calls of a kind are tried in the long form; where there are more, the seed chooses. */
#define MOST 300

/* Commands that take their time are tried at fewer points in the short form. */
static bool is_worth(const struct fault_command *command, enum fault_kind kind)
{
	return !command->large || kind == FAULT_READ || kind == FAULT_WRITE || kind == FAULT_SYNC ||
	       kind == FAULT_FOLDER_SYNC || kind == FAULT_STEP || kind == FAULT_SQLITE_MEMORY;
}

static void try_command(const struct truth *truth, bool all, struct sum *sum)
{
	struct fault off = { .kind = FAULT_WRITE, .error = FAULT_POWER };
	int kind;

	/* The power goes when all is said and done: what was confirmed is there. */
	for (off.seed = 0; off.seed < (all ? 8u : truth->command->large || is_slow() ? 1u : 3u); off.seed++)
		count(truth, off, sum);
	for (kind = 0; kind < FAULT_KINDS; kind++) {
		uint64_t calls = truth->calls[kind], nth, step = calls / MOST + 1;

		if (!calls)
			continue;
		if (!all) {
			if (is_worth(truth->command, (enum fault_kind)kind))
				try_some_of(truth, (enum fault_kind)kind,
					kind == FAULT_WRITE || kind == FAULT_STEP ? 2 : 1, sum);
			continue;
		}
		for (nth = 1 + ground_random(&random_state) % step; nth <= calls; nth += step)
			try_all_of(truth, (enum fault_kind)kind, nth, sum);
	}
	/* A disk that is full from a write on, at each of them. */
	if (strcmp(truth->command->name, "import-large") == 0) {
		struct fault full = { .kind = FAULT_WRITE, .error = FAULT_ENOSPC, .always = true };
		uint64_t step = all ? 1 : truth->calls[FAULT_WRITE] / (is_slow() ? 4 : 12) + 1;

		for (full.nth = 1 + ground_random(&random_state) % step; full.nth <= truth->calls[FAULT_WRITE];
			full.nth += step)
			count(truth, full, sum);
	}
}

static const struct fault_command *find(const char *point, struct fault *fault)
{
	const struct fault_command *command;

	for (command = fault_commands; command->name; command++) {
		size_t length = strlen(command->name);

		if (strncmp(point, command->name, length) == 0 && point[length] == ' ' &&
			fault_parse(point + length + 1, fault))
			return command;
	}
	return NULL;
}

static int try_alone(const char *point)
{
	struct fault fault;
	const struct fault_command *command = find(point, &fault);
	struct truth truth;
	bool fine;

	if (!command) {
		printf("1..1\nnot ok 1 - there is no point %s\n", point);
		return EXIT_SUCCESS;
	}
	alone = true;
	fine = learn(command, &truth) && try(&truth, &fault);
	printf("1..1\n%s 1 - %s\n", fine ? "ok" : "not ok", point);
	unlearn(&truth);
	return EXIT_SUCCESS;
}

static int try_every(bool all, const char *only)
{
	const struct fault_command *command;
	struct sum total = { 0 };
	int tests = 0, kind;

	for (command = fault_commands; command->name; command++) {
		struct sum sum = { 0 };
		struct truth truth;
		bool known;

		if (only && strcmp(command->name, only) != 0)
			continue;
		if (!all && !only && is_slow() && (command - fault_commands) % 3 != 1)
			continue;
		known = learn(command, &truth);
		if (known && all) {
			printf("# %s calls:", command->name);
			for (kind = 0; kind < FAULT_KINDS; kind++)
				if (truth.calls[kind])
					printf(" %s %llu", fault_kind_name((enum fault_kind)kind),
						(unsigned long long)truth.calls[kind]);
			printf("\n");
		}
		if (known)
			try_command(&truth, all, &sum);
		unlearn(&truth);
		printf("%s %d - %s: %ld points tried, %ld faults found\n",
			known && sum.points && !sum.faults ? "ok" : "not ok", ++tests, command->name, sum.points,
			sum.faults);
		fflush(stdout);
		total.points += sum.points;
		total.faults += sum.faults;
	}
	printf("# faults: %ld points tried, %ld faults found\n", total.points, total.faults);
	printf("1..%d\n", tests);
	return EXIT_SUCCESS;
}

int main(int argc, char **argv)
{
	const char *point = getenv("NORIA_TEST_POINT"), *seed = getenv("NORIA_TEST_SEED"),
		   *form = getenv("NORIA_TEST_FAULTS");
	bool all = (argc > 1 && strcmp(argv[1], "long") == 0) || (form && strcmp(form, "long") == 0);
	int status = EXIT_FAILURE;

	environment_start("noria");
	/* Where the program stands is asked once, and is no matter of the command. */
	environment_login();
	random_state = (seed ? strtoull(seed, NULL, 10) : 1) * 2654435769u + 1;
	if (!fault_start()) {
		puts("Bail out! the VFS cannot be registered");
		return EXIT_FAILURE;
	}
	ground_start();
	if (commands_prepare())
		status = point ? try_alone(point) : try_every(all, argc > 2 ? argv[2] : NULL);
	else
		puts("Bail out! the grounds cannot be laid out");
	ground_end();
	free(knowledge);
	return status;
}
