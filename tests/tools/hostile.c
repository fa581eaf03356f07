/*
 * What shell tests cannot do to a file by themselves.
 *
 *     hostile crash FILE              a writer that is killed when some of its pages are in the file: leaves a hot journal
 *     hostile hold FILE BEGUN ENOUGH  a writer that has written into its journal, until the file ENOUGH is there
 *     hostile super JOURNAL NAME      ends a journal with the name of a super-journal
 *     hostile number FILE AT VALUE    32 bits, the first byte the highest
 *     hostile errno ERRNO COMMAND...  runs a command for which every lock ends with that errno
 *     hostile unnamed COMMAND...      runs a command on a file system without files without a name (O_TMPFILE)
 *     hostile signals COMMAND...      runs a command with all signals as they are by default
 */
#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <sqlite3.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

static sqlite3 *begin(const char *path)
{
	sqlite3 *db;

	if (sqlite3_open(path, &db) != SQLITE_OK ||
		sqlite3_exec(db, "PRAGMA cache_size = 2; BEGIN IMMEDIATE; UPDATE risk SET title = 'Half'", NULL, NULL,
			NULL) != SQLITE_OK) {
		fprintf(stderr, "%s: %s\n", path, sqlite3_errmsg(db));
		sqlite3_close(db);
		exit(1);
	}
	return db;
}

static int crash(const char *path)
{
	sqlite3 *db = begin(path);

	sqlite3_exec(db, "CREATE TABLE filler(a)", NULL, NULL, NULL);
	for (int i = 0; i < 400; i++)
		sqlite3_exec(db, "INSERT INTO filler VALUES(zeroblob(2000))", NULL, NULL, NULL);
	kill(getpid(), SIGKILL);
	return 1;
}

static int hold(const char *path, const char *begun, const char *enough)
{
	sqlite3 *db = begin(path);

	close(open(begun, O_WRONLY | O_CREAT, 0600));
	while (access(enough, F_OK) != 0)
		usleep(20000);
	return sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL) != SQLITE_OK || sqlite3_close(db) != SQLITE_OK;
}

static void put(FILE *file, unsigned number)
{
	for (int shift = 24; shift >= 0; shift -= 8)
		putc((int)(number >> shift & 0xff), file);
}

static int super(const char *journal, const char *name)
{
	FILE *file = fopen(journal, "ab");
	unsigned sum = 0;

	if (!file)
		return 1;
	for (const char *c = name; *c; c++)
		sum += (unsigned char)*c;
	put(file, 0);
	fputs(name, file);
	put(file, (unsigned)strlen(name));
	put(file, sum);
	fwrite("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 1, 8, file);
	return fclose(file) != 0;
}

static int number(const char *path, long at, unsigned value)
{
	FILE *file = fopen(path, "r+b");

	if (!file || fseek(file, at, SEEK_SET) != 0)
		return 1;
	put(file, value);
	return fclose(file) != 0;
}

static int run(struct sock_filter *filter, size_t count, char **command)
{
	struct sock_fprog program = { (unsigned short)count, filter };

	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0) {
		perror("seccomp");
		return 77;
	}
	execvp(command[0], command);
	perror(command[0]);
	return 127;
}

static int without_unnamed(char **command)
{
	/* The bit of O_TMPFILE that is not O_DIRECTORY's. */
	struct sock_filter filter[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_openat, 1, 0),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[2])),
		BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, O_TMPFILE & ~O_DIRECTORY, 0, 1),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EOPNOTSUPP),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};

	return run(filter, sizeof filter / sizeof filter[0], command);
}

static int with_signals(char **command)
{
	static const int signals[] = { SIGINT, SIGQUIT, SIGTERM, SIGHUP };

	for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++)
		signal(signals[i], SIG_DFL);
	execvp(command[0], command);
	return 127;
}

static int without_locks(int failure, char **command)
{
#define COMMAND_IS(number)                                                                                             \
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (number), 0, 1),                                                           \
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ((unsigned)failure & SECCOMP_RET_DATA))
	struct sock_filter filter[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_fcntl, 1, 0),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[1])),
		COMMAND_IS(F_SETLK),
		COMMAND_IS(F_SETLKW),
		COMMAND_IS(F_OFD_SETLK),
		COMMAND_IS(F_OFD_SETLKW),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};

	return run(filter, sizeof filter / sizeof filter[0], command);
}

int main(int argc, char **argv)
{
	if (argc == 3 && strcmp(argv[1], "crash") == 0)
		return crash(argv[2]);
	if (argc == 5 && strcmp(argv[1], "hold") == 0)
		return hold(argv[2], argv[3], argv[4]);
	if (argc == 4 && strcmp(argv[1], "super") == 0)
		return super(argv[2], argv[3]);
	if (argc == 5 && strcmp(argv[1], "number") == 0)
		return number(argv[2], atol(argv[3]), (unsigned)strtoul(argv[4], NULL, 0));
	if (argc > 3 && strcmp(argv[1], "errno") == 0)
		return without_locks(atoi(argv[2]), argv + 3);
	if (argc > 2 && strcmp(argv[1], "unnamed") == 0)
		return without_unnamed(argv + 2);
	if (argc > 2 && strcmp(argv[1], "signals") == 0)
		return with_signals(argv + 2);
	fprintf(stderr, "usage: see the head of hostile.c\n");
	return 2;
}
