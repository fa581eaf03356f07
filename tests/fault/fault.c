/* The plan of one fault: its words, its counting, its striking. */
#include "fault.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char *const kinds[FAULT_KINDS] = {
	[FAULT_OPEN] = "open",
	[FAULT_READ] = "read",
	[FAULT_WRITE] = "write",
	[FAULT_TRUNCATE] = "truncate",
	[FAULT_SYNC] = "sync",
	[FAULT_FOLDER_SYNC] = "folder-sync",
	[FAULT_DELETE] = "delete",
	[FAULT_LOCK] = "lock",
	[FAULT_UNLOCK] = "unlock",
	[FAULT_ACCESS] = "access",
	[FAULT_SIZE] = "size",
	[FAULT_OWN_OPEN] = "own-open",
	[FAULT_OWN_READ] = "own-read",
	[FAULT_OWN_WRITE] = "own-write",
	[FAULT_OWN_SYNC] = "own-sync",
	[FAULT_OWN_CLOSE] = "own-close",
	[FAULT_OWN_RENAME] = "own-rename",
	[FAULT_OWN_UNLINK] = "own-unlink",
	[FAULT_OWN_FOLDER] = "own-folder",
	[FAULT_OWN_LOOK] = "own-look",
	[FAULT_MEMORY] = "memory",
	[FAULT_SQLITE_MEMORY] = "sqlite-memory",
	[FAULT_STEP] = "step",
};

static const char *const errors[FAULT_ERRORS] = {
	[FAULT_NONE] = "none",
	[FAULT_EIO] = "EIO",
	[FAULT_ENOSPC] = "ENOSPC",
	[FAULT_EDQUOT] = "EDQUOT",
	[FAULT_EROFS] = "EROFS",
	[FAULT_EMFILE] = "EMFILE",
	[FAULT_SHORT] = "short",
	[FAULT_NOMEM] = "NOMEM",
	[FAULT_INTERRUPT] = "interrupt",
	[FAULT_KILL] = "kill",
	[FAULT_KILL_HALF] = "kill-half",
	[FAULT_POWER] = "power",
};

static struct fault_report nowhere, *report = &nowhere;
static struct fault plan;
static bool armed, planned, paused;

const char *fault_kind_name(enum fault_kind kind)
{
	return kinds[kind];
}

const char *fault_error_name(enum fault_error error)
{
	return errors[error];
}

const enum fault_error *fault_errors(enum fault_kind kind)
{
	static const enum fault_error opening[] = { FAULT_EIO, FAULT_ENOSPC, FAULT_EROFS, FAULT_EMFILE, FAULT_KILL,
		FAULT_NONE };
	static const enum fault_error reading[] = { FAULT_EIO, FAULT_SHORT, FAULT_NONE };
	static const enum fault_error writing[] = { FAULT_ENOSPC, FAULT_EIO, FAULT_EDQUOT, FAULT_EROFS, FAULT_SHORT,
		FAULT_KILL, FAULT_KILL_HALF, FAULT_POWER, FAULT_NONE };
	static const enum fault_error syncing[] = { FAULT_EIO, FAULT_ENOSPC, FAULT_EDQUOT, FAULT_KILL, FAULT_POWER,
		FAULT_NONE };
	static const enum fault_error deleting[] = { FAULT_EIO, FAULT_EROFS, FAULT_KILL, FAULT_POWER, FAULT_NONE };
	static const enum fault_error looking[] = { FAULT_EIO, FAULT_NONE };
	static const enum fault_error own_writing[] = { FAULT_ENOSPC, FAULT_EIO, FAULT_EDQUOT, FAULT_EROFS, FAULT_SHORT,
		FAULT_KILL, FAULT_KILL_HALF, FAULT_NONE };
	static const enum fault_error own_naming[] = { FAULT_EIO, FAULT_ENOSPC, FAULT_EROFS, FAULT_KILL, FAULT_NONE };
	static const enum fault_error memory[] = { FAULT_NOMEM, FAULT_NONE };
	static const enum fault_error stepping[] = { FAULT_INTERRUPT, FAULT_NONE };

	switch (kind) {
	case FAULT_OPEN:
	case FAULT_OWN_OPEN:
		return opening;
	case FAULT_READ:
	case FAULT_OWN_READ:
		return reading;
	case FAULT_WRITE:
		return writing;
	case FAULT_SYNC:
	case FAULT_TRUNCATE:
	case FAULT_FOLDER_SYNC:
		return syncing;
	case FAULT_DELETE:
		return deleting;
	case FAULT_OWN_WRITE:
		return own_writing;
	case FAULT_OWN_SYNC:
	case FAULT_OWN_CLOSE:
	case FAULT_OWN_RENAME:
	case FAULT_OWN_UNLINK:
	case FAULT_OWN_FOLDER:
		return own_naming;
	case FAULT_MEMORY:
	case FAULT_SQLITE_MEMORY:
		return memory;
	case FAULT_STEP:
		return stepping;
	default:
		return looking;
	}
}

static int find(const char *const *names, int count, const char *name)
{
	int i;

	for (i = 0; i < count; i++)
		if (strcmp(names[i], name) == 0)
			return i;
	return -1;
}

void fault_format(const struct fault *fault, char text[96])
{
	snprintf(text, 96, "%s %llu %s %s %llu", kinds[fault->kind], (unsigned long long)fault->nth,
		errors[fault->error], fault->always ? "always" : "once", (unsigned long long)fault->seed);
}

bool fault_parse(const char *text, struct fault *fault)
{
	char kind[20], error[20], how[20];
	unsigned long long nth, seed = 0;
	int known_kind, known_error;

	if (sscanf(text, "%19s %llu %19s %19s %llu", kind, &nth, error, how, &seed) < 4)
		return false;
	known_kind = find(kinds, FAULT_KINDS, kind);
	known_error = find(errors, FAULT_ERRORS, error);
	if (known_kind < 0 || known_error <= 0)
		return false;
	*fault = (struct fault){ .kind = (enum fault_kind)known_kind,
		.nth = nth,
		.error = (enum fault_error)known_error,
		.always = strcmp(how, "always") == 0,
		.seed = seed };
	return true;
}

bool fault_start(void)
{
	return memory_register() && vfs_register();
}

void fault_arm(const struct fault *fault, struct fault_report *into)
{
	report = into ? into : &nowhere;
	planned = fault != NULL;
	if (fault)
		plan = *fault;
	armed = true;
}

void fault_disarm(void)
{
	armed = false;
}

bool fault_is_armed(void)
{
	return armed && !paused;
}

void fault_pause(bool pause)
{
	paused = pause;
}

bool fault_loses_power(void)
{
	return armed && planned && plan.error == FAULT_POWER;
}

struct fault_report *fault_counts(void)
{
	return report;
}

int fault_errno(enum fault_error error)
{
	switch (error) {
	case FAULT_ENOSPC:
		return ENOSPC;
	case FAULT_EDQUOT:
		return EDQUOT;
	case FAULT_EROFS:
		return EROFS;
	case FAULT_EMFILE:
		return EMFILE;
	case FAULT_NOMEM:
		return ENOMEM;
	default:
		return EIO;
	}
}

void fault_die(void)
{
	armed = false;
	for (;;)
		kill(getpid(), SIGKILL);
}

enum fault_error fault_strikes(enum fault_kind kind)
{
	uint64_t call;

	if (!armed || paused)
		return FAULT_NONE;
	call = ++report->calls[kind];
	if (!planned || kind != plan.kind || plan.nth == 0 || call < plan.nth || (call > plan.nth && !plan.always))
		return FAULT_NONE;
	report->struck = true;
	if (plan.error == FAULT_KILL)
		fault_die();
	if (plan.error == FAULT_POWER) {
		armed = false;
		vfs_lose_power(plan.seed);
		fault_die();
	}
	return plan.error;
}

void fault_ended(void)
{
	if (!fault_loses_power() || plan.nth != 0)
		return;
	report->struck = true;
	armed = false;
	vfs_lose_power(plan.seed);
}
