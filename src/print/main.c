/*
 * noria-print: the printers of CUPS, behind a pipe, so that the main program
 * needs no libcups.
 *
 *     noria-print list                                NAME <tab> DESCRIPTION <tab> "default" or ""
 *     noria-print send PRINTER COPIES TITLE TYPE      the document on standard input
 *
 * PRINTER is a name, or the address of a printer (ipp://host/ipp/print), which
 * needs no scheduler.  `send` writes "job N", then "done", or "waiting STATE" where the printer
 * holds the job back.  Failures: one line on standard error, status 1.
 */
#include <cups/cups.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define CONNECT_MS 10000
#define WAIT_SECONDS 20

static int fail(const char *what)
{
	fprintf(stderr, "%s\n", what && *what ? what : "unknown");
	return 1;
}

static int list(void)
{
	cups_dest_t *dests = NULL;
	int count = cupsGetDests2(CUPS_HTTP_DEFAULT, &dests), i;

	for (i = 0; i < count; i++) {
		const char *info = cupsGetOption("printer-info", dests[i].num_options, dests[i].options);

		printf("%s\t%s\t%s\n", dests[i].name, info ? info : "", dests[i].is_default ? "default" : "");
	}
	cupsFreeDests(count, dests);
	return fflush(stdout) == 0 ? 0 : 1;
}

static cups_dest_t *find(const char *name)
{
	if (strstr(name, "://"))
		return cupsGetDestWithURI("noria", name);
	return cupsGetNamedDest(CUPS_HTTP_DEFAULT, strcmp(name, "default") == 0 ? NULL : name, NULL);
}

/* The state that the printer tells of a job, asked again until it is done or the patience ends. */
static int wait_for(http_t *http, const char *resource, const char *uri, int job)
{
	int tries;

	for (tries = 0; tries < WAIT_SECONDS * 2; tries++) {
		ipp_t *request = ippNewRequest(IPP_OP_GET_JOB_ATTRIBUTES), *response;
		ipp_attribute_t *attribute;
		int state = 0;

		ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", NULL, uri);
		ippAddInteger(request, IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", job);
		ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", NULL, cupsUser());
		response = cupsDoRequest(http, request, resource);
		attribute = ippFindAttribute(response, "job-state", IPP_TAG_ENUM);
		if (attribute)
			state = ippGetInteger(attribute, 0);
		ippDelete(response);
		if (!state)
			return fail(cupsLastErrorString());
		if (state == IPP_JSTATE_COMPLETED) {
			puts("done");
			return 0;
		}
		if (state == IPP_JSTATE_ABORTED || state == IPP_JSTATE_CANCELED)
			return fail("the printer gave the job up");
		if (state == IPP_JSTATE_HELD || state == IPP_JSTATE_STOPPED)
			break;
		usleep(500000);
	}
	puts("waiting");
	return 0;
}

static int send_bytes(http_t *http)
{
	char block[65536];
	size_t count;

	while ((count = fread(block, 1, sizeof block, stdin)) > 0)
		if (cupsWriteRequestData(http, block, count) != HTTP_STATUS_CONTINUE)
			return fail(cupsLastErrorString());
	return ferror(stdin) ? fail("the document could not be read") : 0;
}

static int send_document(const char *name, const char *copies, const char *title, const char *type)
{
	cups_dest_t *dest = find(name);
	cups_dinfo_t *info = NULL;
	cups_option_t *options = NULL;
	http_t *http = NULL;
	char resource[1024] = "";
	const char *uri;
	int count = 0, job = 0, status = 1;

	if (!dest)
		return fail("no such printer");
	/* An address is spoken to itself; a name belongs to the scheduler. */
	http = cupsConnectDest(dest, strstr(name, "://") ? CUPS_DEST_FLAGS_DEVICE : CUPS_DEST_FLAGS_NONE, CONNECT_MS,
		NULL, resource, sizeof resource, NULL, NULL);
	info = http ? cupsCopyDestInfo(http, dest) : NULL;
	if (!http || !info) {
		fail(cupsLastErrorString());
		goto out;
	}
	count = cupsAddOption("copies", copies, count, &options);
	if (cupsCreateDestJob(http, dest, info, &job, title, count, options) > IPP_STATUS_OK_EVENTS_COMPLETE ||
		cupsStartDestDocument(http, dest, info, job, title, type, 0, NULL, 1) != HTTP_STATUS_CONTINUE) {
		fail(cupsLastErrorString());
		goto out;
	}
	if (send_bytes(http) != 0)
		goto out;
	if (cupsFinishDestDocument(http, dest, info) > IPP_STATUS_OK_EVENTS_COMPLETE) {
		fail(cupsLastErrorString());
		goto out;
	}
	printf("job %d\n", job);
	fflush(stdout);
	uri = cupsGetOption("printer-uri-supported", dest->num_options, dest->options);
	if (!uri)
		uri = cupsGetOption("device-uri", dest->num_options, dest->options);
	status = uri ? wait_for(http, resource, uri, job) : 0;
out:
	cupsFreeOptions(count, options);
	if (info)
		cupsFreeDestInfo(info);
	if (http)
		httpClose(http);
	cupsFreeDests(1, dest);
	return status;
}

int main(int argc, char **argv)
{
	if (argc == 2 && strcmp(argv[1], "--version") == 0)
		return printf("CUPS %d.%d.%d\n", CUPS_VERSION_MAJOR, CUPS_VERSION_MINOR, CUPS_VERSION_PATCH) > 0 ? 0
														 : 1;
	if (argc == 2 && strcmp(argv[1], "list") == 0)
		return list();
	if (argc == 6 && strcmp(argv[1], "send") == 0)
		return send_document(argv[2], argv[3], argv[4], argv[5]);
	return 2;
}
