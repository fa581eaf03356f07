/*
 * Damage is never silent: the sample with a page of zeros, a flipped bit, or without its end,
 * and the whole one at which a read fails.  The program looks at it in every way that it has:
 * it gives what it gives of the whole file, or a clear error; nothing else.
 *
 *     damage [short|long]
 *
 * Prints TAP.  A point is named in one line; NORIA_TEST_POINT='zero 17' (a page from 1), 'flip 123456'
 * (a bit from 0), 'cut 17' (so many pages are left) or 'read 17' looks at that one alone, with every look, or
 * with those that have a word in their name: 'zero 17 list'.  NORIA_TEST_SEED chooses other points.
 *
 * Of a page only those looks are tried that read it, and `check`: the others see no difference.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "ground.h"
#include "model/register.h"

#define LOOKS 128
#define PAGES 16384 /* of the largest sample that we can think of */

enum damage { DAMAGE_ZERO, DAMAGE_FLIP, DAMAGE_CUT, DAMAGE_READ, DAMAGES };
static const char *const damages[DAMAGES] = { "zero", "flip", "cut", "read" };

struct look {
	char *name;
	const char *argv[8];
	bool is_check;
	struct buffer out, product;
	unsigned char *pages; /* that it reads, one byte each */
	uint64_t reads;
};

struct sum {
	long points, looks, wrong, crashes;
};

static struct look looks[LOOKS];
static size_t look_count;
static struct buffer whole; /* the sample's bytes */
static char *dump;
static size_t page_size, page_count;
static unsigned char *seen; /* shared with the child */
static uint64_t random_state;
static bool alone;

static uint64_t below(uint64_t limit)
{
	return limit ? ground_random(&random_state) % limit : 0;
}

static void saw_read(int64_t offset, int count)
{
	size_t page = (size_t)offset / (page_size ? page_size : 4096);

	/* Journals and the first bytes of the header are read in smaller pieces. */
	if (count >= 512 && page < PAGES)
		seen[page] = 1;
}

/* ---- looks ---- */

static void add_look(const char *a, const char *b, const char *c, const char *d)
{
	struct look *look = &looks[look_count++];
	size_t count = 0;

	look->name = xasprintf("%s%s%s%s%s", a, b ? " " : "", b ? b : "", c ? " " : "", c ? c : "");
	look->argv[count++] = a;
	look->argv[count++] = "f.noria";
	if (b)
		look->argv[count++] = b;
	if (c)
		look->argv[count++] = c;
	if (d)
		look->argv[count++] = d;
	look->is_check = strcmp(a, "check") == 0;
}

static void add_looks(void)
{
	static const char *const refs[] = { "R-1", "P-1", "2022:A.5.1", "soa:2022:A.5.1", "2022:6.1.3.d", "AC-1",
		"EV-1" };
	size_t i;

	for (i = 0; dictionary[i] && look_count < LOOKS - 24; i++)
		add_look("list", dictionary[i]->name, "--format=json", NULL);
	add_look("list", "risk", "--where=current_level>=4", "--sort=title");
	add_look("list", "risk", "--where=owner=P-1", "--format=csv");
	add_look("list", "due", "--format=csv", NULL);
	add_look("list", "quality", "--format=csv", NULL);
	for (i = 0; i < sizeof refs / sizeof refs[0]; i++)
		add_look("show", refs[i], NULL, NULL);
	add_look("export", "soa", "--output=out", NULL);
	add_look("export", "dashboard", "--format=text", NULL);
	add_look("export", "risks", "--format=html", NULL);
	add_look("export", "treatment", "--format=text", "--output=out");
	add_look("export", "due", "--format=ics", NULL);
	add_look("export", "control", "--format=csv", "--output=out");
	add_look("history", NULL, NULL, NULL);
	add_look("history", "R-1", NULL, NULL);
	add_look("check", NULL, NULL, NULL);
}

static void look_once(struct look *look, const struct fault *fault, struct ran *ran)
{
	unlink(ground_path("out"));
	memset(seen, 0, PAGES);
	ground_run(look->argv, fault, "look", ran);
}

static bool learn(void)
{
	struct ran ran;
	bool ok;
	size_t i, refused = 0;

	ground_lay(NULL);
	ground_run((const char *const[]){ "new", "f.noria", "--sample", NULL }, NULL, "sample", &ran);
	ok = ran.status == 0;
	if (!ok)
		printf("# the sample: the status is %d: %s", ran.status, ran.err.data ? ran.err.data : "\n");
	ran_free(&ran);
	ground_read("f.noria", &whole);
	if (!ok || whole.length < 4096)
		return false;
	page_size = (size_t)(unsigned char)whole.data[16] << 8 | (unsigned char)whole.data[17];
	page_size = page_size == 1 ? 65536 : page_size;
	page_count = whole.length / page_size;
	dump = ground_dump("f.noria");
	vfs_saw_read = saw_read;
	add_looks();
	for (i = 0; i < look_count; i++) {
		look_once(&looks[i], NULL, &ran);
		if (ran.status != 0) {
			printf("# %s: of the whole file the status is %d: %s", looks[i].name, ran.status, ran.err.data);
			refused++;
		}
		buffer_add_bytes(&looks[i].out, ran.out.data, ran.out.length);
		ground_read("out", &looks[i].product);
		looks[i].reads = ran.report.calls[FAULT_READ];
		looks[i].pages = xmalloc(PAGES);
		memcpy(looks[i].pages, seen, PAGES);
		ran_free(&ran);
	}
	ground_keep("whole");
	/* A ref that the sample does not have is no look. */
	return refused == 0;
}

static void unlearn(void)
{
	size_t i;

	for (i = 0; i < look_count; i++) {
		free(looks[i].name);
		free(looks[i].pages);
		buffer_free(&looks[i].out);
		buffer_free(&looks[i].product);
	}
	buffer_free(&whole);
	free(dump);
}

/* ---- damage ---- */

/* False where the file is as it was: a page that is zero already. */
static bool do_damage(enum damage damage, uint64_t at)
{
	struct buffer bytes = { 0 };
	bool damaged = false;

	buffer_add_bytes(&bytes, whole.data, whole.length);
	switch (damage) {
	case DAMAGE_ZERO:
		memset(bytes.data + (at - 1) * page_size, 0, page_size);
		break;
	case DAMAGE_FLIP:
		bytes.data[at / 8] = (char)(bytes.data[at / 8] ^ (1 << at % 8));
		break;
	case DAMAGE_CUT:
		bytes.length = at * page_size;
		break;
	default:
		break;
	}
	damaged = bytes.length != whole.length || memcmp(bytes.data, whole.data, whole.length) != 0;
	ground_lay("whole");
	ground_write("f.noria", bytes.data, bytes.length);
	buffer_free(&bytes);
	return damaged;
}

/* ---- judging ---- */

static int lines_of(const char *text)
{
	int lines = 0;

	for (; *text; text++)
		lines += *text == '\n';
	return lines;
}

static bool same(const struct buffer *a, const struct buffer *b)
{
	return a->length == b->length && memcmp(a->data ? a->data : "", b->data ? b->data : "", a->length) == 0;
}

static void judge(const struct look *look, bool system, const struct ran *ran, bool *crashed, struct buffer *why)
{
	const char *said = ran->err.data;
	struct buffer product = { 0 };

	*crashed = ran->status > 5;
	if (ran->status == 128 + SIGALRM)
		buffer_add(why, "; it hangs");
	else if (ran->status > 128)
		buffer_printf(why, "; ends by signal %d", ran->status - 128);
	else if (*crashed)
		buffer_printf(why, "; status %d: %.300s", ran->status, said);
	if (*crashed)
		return;
	ground_read("out", &product);
	if (ran->status == 0) {
		if (!same(&ran->out, &look->out) || !same(&product, &look->product))
			buffer_printf(why, "; another answer with status 0 (%zu bytes in place of %zu)",
				ran->out.length + product.length, look->out.length + look->product.length);
	} else {
		bool problems = look->is_check && !system && ran->status == 1;

		if (system ? ran->status != 5 : ran->status != 3 && ran->status != 5 && !problems)
			buffer_printf(why, "; status %d", ran->status);
		if (strncmp(said, "noria: ", 7) != 0 || (lines_of(said) != 1 && !problems))
			buffer_printf(why, "; %d lines on standard error", lines_of(said));
		if (product.length || access(ground_path("out"), F_OK) == 0)
			buffer_add(why, "; something is left at the output's place");
		if (system && (strstr(said, "damaged") || strstr(said, "There is no record") ||
				      strstr(said, "another program")))
			buffer_add(why, "; the system failed, and the file is blamed");
	}
	if (look->is_check && ran->status == 0 && !system) {
		char *now = ground_dump("f.noria");

		if (strcmp(now, dump) != 0)
			buffer_add(why, "; check is content with another content");
		free(now);
	}
	buffer_free(&product);
}

static void try_look(struct look *look, const char *point, const struct fault *fault, struct sum *sum)
{
	struct buffer why = { 0 };
	struct ran ran;
	bool crashed;

	look_once(look, fault, &ran);
	sum->looks++;
	judge(look, fault != NULL, &ran, &crashed, &why);
	if (alone)
		printf("# %s: status %d, %zu bytes (%zu of the whole file), said: %s\n", look->name, ran.status,
			ran.out.length, look->out.length, ran.err.data);
	if (why.length) {
		char *said = xstrndup(ran.err.data, strcspn(ran.err.data, "\n"));

		sum->wrong += !crashed;
		sum->crashes += crashed;
		printf("# FAULT NORIA_TEST_POINT='%s %s'%s [%s]\n", point, look->name, why.data, said);
		free(said);
	}
	buffer_free(&why);
	ran_free(&ran);
}

static bool sees(const struct look *look, enum damage damage, uint64_t at)
{
	if (damage == DAMAGE_ZERO)
		return look->pages[at - 1];
	if (damage == DAMAGE_FLIP)
		return look->pages[at / 8 / page_size];
	return true;
}

/* most: so many looks of those that see it, by the seed; check is tried where it is asked for. */
static void try_damage(enum damage damage, uint64_t at, size_t most, bool check, const char *only, struct sum *sum)
{
	size_t seeing[LOOKS], count = 0, i;
	char point[64];

	snprintf(point, sizeof point, "%s %llu", damages[damage], (unsigned long long)at);
	if (!do_damage(damage, at))
		return;
	sum->points++;
	for (i = 0; i < look_count; i++)
		if (only ? strstr(looks[i].name, only) != NULL : !looks[i].is_check && sees(&looks[i], damage, at))
			seeing[count++] = i;
	for (i = 0; i < count && i < most; i++) {
		size_t other = i + (count > most ? below(count - i) : 0), swap = seeing[other];

		seeing[other] = seeing[i];
		seeing[i] = swap;
		try_look(&looks[swap], point, NULL, sum);
	}
	if (check && !only)
		try_look(&looks[look_count - 1], point, NULL, sum);
}

static void try_read(struct look *look, uint64_t nth, bool always, struct sum *sum)
{
	struct fault fault = { .kind = FAULT_READ, .nth = nth, .error = FAULT_EIO, .always = always };
	char point[64];

	snprintf(point, sizeof point, "read %llu", (unsigned long long)nth);
	sum->points++;
	try_look(look, point, &fault, sum);
}

/* ---- the run ---- */

/* A slow build (see tests/run) tries one short point of three. */
static bool is_tried(bool all)
{
	static unsigned asked;

	return all || !getenv("NORIA_TEST_SLOW") || asked++ % 5 == 0;
}

static void tell(int test, const char *name, const struct sum *sum)
{
	printf("%s %d - %s: %ld points, %ld looks tried; %ld wrong, %ld crashes\n",
		sum->points && sum->looks && !sum->wrong && !sum->crashes ? "ok" : "not ok", test, name, sum->points,
		sum->looks, sum->wrong, sum->crashes);
	fflush(stdout);
}

static void try_reads(bool all, struct sum *sum)
{
	uint64_t nth;
	size_t i;

	ground_lay("whole");
	for (i = 0; i < look_count; i++) {
		uint64_t step = all ? looks[i].reads / 200 + 1 : looks[i].reads;

		for (nth = 1 + below(step); nth <= looks[i].reads; nth += step)
			if ((all || i % 2 == random_state % 2 || looks[i].is_check) && is_tried(all))
				try_read(&looks[i], nth, nth & 1, sum);
	}
}

static int try_every(bool all)
{
	struct sum sums[DAMAGES] = { 0 };
	size_t most = all ? LOOKS : 3;
	uint64_t i;

	for (i = 1; i <= page_count; i++)
		if ((all || below(page_count) < 45) && is_tried(all))
			try_damage(DAMAGE_ZERO, i, most, all || i % 4 == 0, NULL, &sums[DAMAGE_ZERO]);
	tell(1, "a page of zeros", &sums[DAMAGE_ZERO]);
	for (i = 0; i < (all ? 2000 : 60); i++) {
		uint64_t bit = below(page_count * page_size * 8);

		if (is_tried(all))
			try_damage(DAMAGE_FLIP, bit, most, all || i % 4 == 0, NULL, &sums[DAMAGE_FLIP]);
	}
	tell(2, "a flipped bit", &sums[DAMAGE_FLIP]);
	/* The size alone tells: a few looks at each. */
	for (i = 0; i < page_count; i++)
		if ((all || below(page_count) < 12) && is_tried(all))
			try_damage(DAMAGE_CUT, i, 3, i % 8 == 0, NULL, &sums[DAMAGE_CUT]);
	tell(3, "the end is missing", &sums[DAMAGE_CUT]);
	try_reads(all, &sums[DAMAGE_READ]);
	tell(4, "a read fails", &sums[DAMAGE_READ]);
	puts("1..4");
	return EXIT_SUCCESS;
}

static int try_alone(const char *point)
{
	char kind[16] = "";
	unsigned long long at = 0;
	struct sum sum = { 0 };
	int used = 0, damage = 0;
	const char *only;
	size_t i;

	alone = true;
	if (sscanf(point, "%15s %llu%n", kind, &at, &used) == 2)
		while (damage < DAMAGES && strcmp(damages[damage], kind) != 0)
			damage++;
	else
		damage = DAMAGES;
	only = point[used] == ' ' ? point + used + 1 : NULL;
	if (damage == DAMAGES || (damage == DAMAGE_ZERO && (at < 1 || at > page_count)) || at > whole.length * 8) {
		printf("1..1\nnot ok 1 - there is no point %s\n", point);
		return EXIT_SUCCESS;
	}
	if (damage == DAMAGE_READ) {
		ground_lay("whole");
		for (i = 0; i < look_count; i++)
			if (at <= looks[i].reads && (!only || strstr(looks[i].name, only)))
				try_read(&looks[i], at, at & 1, &sum);
	} else {
		try_damage((enum damage)damage, at, LOOKS, true, only, &sum);
	}
	tell(1, point, &sum);
	puts("1..1");
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
	seen = mmap(NULL, PAGES, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (seen == MAP_FAILED || !fault_start()) {
		puts("Bail out! the VFS cannot be registered");
		return EXIT_FAILURE;
	}
	ground_start();
	if (learn())
		status = point ? try_alone(point) : try_every(all);
	else
		puts("Bail out! the sample cannot be made or looked at");
	ground_end();
	unlearn();
	munmap(seen, PAGES);
	return status;
}
