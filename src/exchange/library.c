/* See library.h. */
#include <dlfcn.h>
#include <string.h>

#include "exchange/library.h"

static bool find(void *library, const struct library_function *functions, size_t count, void *into)
{
	size_t i;

	for (i = 0; i < count; i++) {
		void *function = dlsym(library, functions[i].name);

		if (!function)
			return false;
		/* Pointers to data and to functions are of one size wherever there is dlsym. */
		memcpy((char *)into + functions[i].place, &function, sizeof function);
	}
	return true;
}

bool library_load(void **library, const char *name, const struct library_function *functions, size_t count, void *into,
	const char *sentence, struct error *error)
{
	void *opened;

	if (*library)
		return true;
	opened = dlopen(name, RTLD_LAZY | RTLD_LOCAL);
	if (opened && find(opened, functions, count, into)) {
		*library = opened;
		return true;
	}
	error_set(error, ERROR_SYSTEM, sentence, name, dlerror());
	if (opened)
		dlclose(opened);
	return false;
}
