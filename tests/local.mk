# The tests.  Files are found by themselves:
#
#   tests/unit/FOLDER/*.c   one Criterion suite for each folder of src
#   tests/tui/*.t           scripts for the terminal driver
#   tests/scripts/*.sh      shell tests (see tests/tap.sh)
#   tests/tools/*.c         programs that shell tests call
#   tests/fuzz/*.c          damaged input for what reads from outside
#   tests/specimen/*.c      another program of the same library, with a
#                           dictionary and migrations of its own

tests_found = $(patsubst $(srcdir)/%,%,$(wildcard $(srcdir)/$(1)))

EXTRA_DIST += \
	tests/run tests/bin/sample tests/bin/fresh tests/lint tests/debian.sh tests/tap.sh tests/perfect.sh tests/finds.sh tests/foreign.sh tests/recipe.sh tests/rows.sh tests/mutants tests/mutants.awk tests/mutants.same tests/summary.awk tests/circles.awk tests/circles.txt tests/leaks.txt tests/skips.txt \
	$(wildcard $(srcdir)/tests/README $(srcdir)/tests/*/README) \
	$(wildcard $(srcdir)/tests/unit/*/*.c $(srcdir)/tests/unit/*/*.h $(srcdir)/tests/unit/*.h) \
	$(wildcard $(srcdir)/tests/tui/*.t $(srcdir)/tests/tui/*.inc $(srcdir)/tests/tui/screens/*.txt $(srcdir)/tests/tui/*.h) \
	$(wildcard $(srcdir)/tests/year/*) \
	$(wildcard $(srcdir)/tests/scripts/*.sh $(srcdir)/tests/scripts/*.py $(srcdir)/tests/scripts/*.awk) \
	$(wildcard $(srcdir)/tests/specimen/*.c $(srcdir)/tests/specimen/*.h $(srcdir)/tests/specimen/*.sql) \
	$(wildcard $(srcdir)/tests/bench/*.h) \
	$(wildcard $(srcdir)/tests/reports/*.txt) \
	$(wildcard $(srcdir)/tests/data/* $(srcdir)/tests/data/*/*)

clean-tests:
	rm -rf pictures tests/bench/data tests/locale $(unit_suites) tests/noria-specimen tests/noria.pot tests/qqx.po
	rm -f tests/fresh-*.noria tests/bench/floor tests/bench/bench tests/bench/generate tests/bench/files
	find tests -name '*.$(OBJEXT)' -type f -exec rm -f '{}' +
.PHONY: pictures clean-tests update-screens update-reports update-keys bench fuzz check-faults check-damage mutants lint lint-flags

# Other eyes than the compiler's (clang-format, cppcheck, clang-tidy, gcc's analyzer): see tests/lint.
# They are part of the check by tests/scripts/lint-*.sh, once: not under sanitizers.
# In a build that was configured with --enable-analyzer the compiler was the last of them already.
src/%.$(OBJEXT): AM_CFLAGS += $(ANALYZER_CFLAGS)
lint: all
	$(srcdir)/tests/lint $(builddir)
lint-flags:
	$(info $(DEFS) $(DEFAULT_INCLUDES) $(AM_CPPFLAGS) $(CPPFLAGS) $(PDF_CFLAGS) $(LANGUAGE_CFLAGS) $(filter -W%,$(filter-out -Werror -Wl%,$(WARNING_CFLAGS))))@:

TEST_EXTENSIONS = .unit .t .sh

if ENABLE_TESTS

UNIT_LOG_COMPILER = $(srcdir)/tests/run $(builddir)
T_LOG_COMPILER = $(srcdir)/tests/run $(builddir)
SH_LOG_COMPILER = $(srcdir)/tests/run $(builddir)
tap_driver = env AM_TAP_AWK='$(AWK)' $(SHELL) $(top_srcdir)/build-aux/tap-driver.sh
UNIT_LOG_DRIVER = $(tap_driver)
T_LOG_DRIVER = $(tap_driver)
SH_LOG_DRIVER = $(tap_driver)

check_PROGRAMS += tests/tui/driver
tests_tui_driver_SOURCES = \
	tests/tui/driver.c tests/tui/terminal.c tests/tui/terminal.h \
	tests/tui/screen.c tests/tui/picture.c tests/tui/keys.c tests/tui/keys.h
tests_tui_driver_CFLAGS = $(AM_CFLAGS) $(VTERM_CFLAGS)
tests_tui_driver_LDADD = $(VTERM_LIBS) $(NCURSES_LIBS)

# What shell tests need done to files.
check_PROGRAMS += tests/hostile
tests_hostile_SOURCES = tests/tools/hostile.c
tests_hostile_CFLAGS = $(AM_CFLAGS) $(SQLITE_CFLAGS)
tests_hostile_LDADD = $(SQLITE_LIBS)

# What sanitizers have to find.
if ENABLE_SANITIZERS
check_PROGRAMS += tests/faulty
tests_faulty_SOURCES = tests/tools/faulty.c
endif

# What a PDF holds, packed or not.
if HAVE_PDF
check_PROGRAMS += tests/unpacked
tests_unpacked_SOURCES = tests/tools/unpacked.c
tests_unpacked_CFLAGS = $(AM_CFLAGS) $(PDF_CFLAGS)
tests_unpacked_LDADD = $(PDF_LIBS)
endif

# Workbooks, of parts that are written as text.
if HAVE_ZIP
check_PROGRAMS += tests/pack
tests_pack_SOURCES = tests/tools/pack.c tests/tools/packing.h
tests_pack_LDADD = $(noria_identity) libnoria.a $(noria_libraries) $(LOADED_ZIP_LIBS)
endif

# The tables of the screen, for what is compared with them; update-keys writes them into noria-keys(7) and noria-config(5).
check_PROGRAMS += tests/keys
tests_keys_SOURCES = tests/tools/keys.c
tests_keys_LDADD = $(noria_identity) libnoria.a $(noria_libraries)
update-keys: tests/keys
	{ $(SED) '/^\.\\" begin/q' $(srcdir)/man/noria-keys.7 && tests/keys man && \
	$(SED) -n '/^\.\\" end/,$$p' $(srcdir)/man/noria-keys.7; } >noria-keys.new && \
	mv noria-keys.new $(srcdir)/man/noria-keys.7
	{ $(SED) '/^\.\\" begin/q' $(srcdir)/man/noria-config.5 && tests/keys config && \
	$(SED) -n '/^\.\\" end/,$$p' $(srcdir)/man/noria-config.5; } >noria-config.new && \
	mv noria-config.new $(srcdir)/man/noria-config.5

# The program with a write of its own, which counts.
check_PROGRAMS += tests/writes
tests_writes_SOURCES = tests/tools/writes.c
tests_writes_LDADD = $(noria_OBJECTS) libnoria.a $(noria_libraries)

# Damaged input for whatever reads: a few rounds in tests/scripts/fuzz.sh; make fuzz does more.
check_PROGRAMS += tests/fuzz/readers
tests_fuzz_readers_SOURCES = tests/fuzz/readers.c
tests_fuzz_readers_LDADD = $(noria_identity) libnoria.a $(noria_libraries) $(LOADED_ZIP_LIBS)

FUZZ_ROUNDS = 20000
fuzz: all $(check_PROGRAMS)
	NORIA_FUZZ_ROUNDS=$(FUZZ_ROUNDS) NORIA_FUZZ_SEED=$${FUZZ_SEED-$$(date +%s)} $(srcdir)/tests/run $(builddir) $(abs_srcdir)/tests/scripts/fuzz.sh
	NORIA_FUZZ_SEED=$${FUZZ_SEED-$$(date +%s)} $(srcdir)/tests/run $(builddir) $(abs_srcdir)/tests/tui/answers.t

# Faults in loops, and damage: a seeded part in tests/scripts/faults.sh and damage.sh;
# make check-faults and make check-damage try all of it.
fault_wraps = open read write fsync close rename renameat2 link unlink mkdir fopen tmpfile stat lstat fstat access realpath \
	malloc calloc realloc reallocarray vasprintf getline sqlite3_step \
	__open_2 __read_chk __realpath_chk __vasprintf_chk
fault_sources = \
	tests/fault/fault.c tests/fault/fault.h tests/fault/vfs.c tests/fault/system.c tests/fault/memory.c \
	tests/fault/ground.c tests/fault/ground.h
check_PROGRAMS += tests/fault/faults
tests_fault_faults_SOURCES = tests/fault/faults.c tests/fault/commands.c tests/fault/commands.h $(fault_sources)
tests_fault_faults_LDADD = $(noria_identity) libnoria.a $(noria_libraries) $(LOADED_ZIP_LIBS)
tests_fault_faults_LDFLAGS = $(AM_LDFLAGS) $(fault_wraps:%=-Wl,--wrap=%)
check_PROGRAMS += tests/fault/damage
tests_fault_damage_SOURCES = tests/fault/damage.c $(fault_sources)
tests_fault_damage_LDADD = $(noria_identity) libnoria.a $(noria_libraries)
tests_fault_damage_LDFLAGS = $(AM_LDFLAGS) $(fault_wraps:%=-Wl,--wrap=%)
check_PROGRAMS += tests/fault/walk
tests_fault_walk_SOURCES = tests/fault/walk.c tests/tui/terminal.c tests/tui/screen.c tests/tui/keys.c
tests_fault_walk_CFLAGS = $(AM_CFLAGS) $(VTERM_CFLAGS) -I$(srcdir)/tests
tests_fault_walk_LDADD = $(VTERM_LIBS) $(NCURSES_LIBS)

check-faults: all $(check_PROGRAMS)
	NORIA_TEST_FAULTS=long $(srcdir)/tests/run $(builddir) $(abs_srcdir)/tests/scripts/faults.sh
check-damage: all $(check_PROGRAMS)
	NORIA_TEST_FAULTS=long $(srcdir)/tests/run $(builddir) $(abs_srcdir)/tests/scripts/damage.sh
	NORIA_TEST_WHOLE=1 NORIA_TEST_DAMAGE=long $(srcdir)/tests/run $(builddir) $(abs_srcdir)/tests/scripts/damaged-rows.sh

# Small faults in src/store and src/model, and the suites that should see them: tests/mutants.
mutants: all $(patsubst %,tests/unit/%.unit,$(or $(MUTANTS_SUITES),store model app))
	nice -n 10 $(srcdir)/tests/run $(builddir) $(srcdir)/tests/mutants

unit_suites = $(patsubst %,tests/unit/%.unit,$(sort $(notdir $(patsubst %/,%,$(dir $(wildcard $(srcdir)/tests/unit/*/*.c))))))
specimen_sources = $(call tests_found,tests/specimen/*.c)
specimen = $(if $(specimen_sources),tests/noria-specimen)

# What reads the sources, or builds others: once is enough, without sanitizers.
of_the_sources = $(patsubst %,tests/scripts/%.sh,lint-% configure house mutants desktop keys recipe-%)

# Those that take longest begin, in this order: at the end nothing would run beside them.  Those that
# wait for a screen come before those that work: what is built or distributed meanwhile fills the gaps.
long_tests = \
	tests/scripts/brackets.sh tests/tui/signals-any-time.t tests/scripts/faults.sh tests/scripts/lint-tidy.sh tests/tui/answers.t \
	tests/scripts/hostile-text.sh tests/scripts/damaged-rows.sh tests/scripts/reports.sh tests/tui/columns.t tests/scripts/completion.sh \
	tests/scripts/layout.sh tests/scripts/lint-cppcheck.sh tests/scripts/recipe-view.sh tests/scripts/recipe-register.sh tests/scripts/configure.sh \
	tests/tui/plan.t tests/tui/paste-long.t tests/scripts/damage.sh tests/scripts/edition.sh tests/tui/one-write.t tests/scripts/sample.sh tests/scripts/perfect.sh \
	tests/scripts/round-trip.sh tests/scripts/recipe-report.sh tests/scripts/remember.sh tests/scripts/copies.sh tests/scripts/hostile-xml.sh \
	tests/scripts/beside.sh tests/tui/views-200x60.t tests/tui/views-fr-200x60.t

TESTS = $(found_tests)
tests_by_wildcard = $(filter-out $(if $(NORIA_DISTCHECK),tests/unit/store.unit tests/unit/exchange.unit tests/unit/report.unit),$(unit_suites)) $(filter $(other_tests),$(long_tests)) $(filter-out $(long_tests),$(other_tests))
other_tests = \
	$(if $(NORIA_DISTCHECK),tests/tui/driver-itself.t,$(call tests_found,tests/tui/*.t)) \
	$(if $(NORIA_DISTCHECK),,$(filter-out $(if $(SANITIZER_CFLAGS),$(of_the_sources)),$(call tests_found,tests/scripts/*.sh)))

# config.h has a recipe that does nothing; tests that stand behind it would begin after all others.
$(TEST_LOGS): | config.h

check_DATA = $(unit_suites) $(specimen) $(test_locales) locale/qqx/LC_MESSAGES/noria.mo

# The library's own objects, and what makes the program Noria: see src/local.mk.
noria_identity = $(filter-out src/main.$(OBJEXT),$(noria_OBJECTS))
headers = $(wildcard $(srcdir)/src/*/*.h $(srcdir)/src/*/*/*.h $(srcdir)/tests/unit/*.h $(srcdir)/tests/unit/*/*.h)
unit_objects = $(patsubst %.c,%.$(OBJEXT),$(call tests_found,tests/unit/$(1)/*.c))

$(patsubst %.c,%.$(OBJEXT),$(call tests_found,tests/unit/*/*.c) $(specimen_sources)): %.$(OBJEXT): %.c $(headers)
	$(AM_V_CC)$(MKDIR_P) $(@D) && $(COMPILE) -I$(srcdir)/tests/unit $(CRITERION_CFLAGS) -c -o $@ $<
tests/specimen/migrations.$(OBJEXT): src/store/schema_sql.h

.SECONDEXPANSION:
$(unit_suites): tests/unit/%.unit: $$(call unit_objects,%) $(noria_identity) libnoria.a
	$(AM_V_CCLD)$(LINK) $(filter %.$(OBJEXT),$^) libnoria.a $(noria_libraries) $(LOADED_ZIP_LIBS) $(CRITERION_LIBS)

tests/noria-specimen: $(patsubst %.c,%.$(OBJEXT),$(specimen_sources)) src/main.$(OBJEXT) libnoria.a
	$(AM_V_CCLD)$(LINK) $(filter %.$(OBJEXT),$^) libnoria.a $(noria_libraries)

# Tests do not count on the machine's locales.
test_locales = $(patsubst %,tests/locale/%/LC_CTYPE,fr_FR.UTF-8 en_GB.UTF-8 zh_CN.UTF-8 fr_FR.ISO-8859-1)
tests/locale/%/LC_CTYPE:
	$(AM_V_GEN)$(MKDIR_P) tests/locale && rm -rf tests/locale/$* && \
	$(LOCALEDEF) --no-archive -i $(firstword $(subst ., ,$*)) -f $(patsubst $(firstword $(subst ., ,$*)).%,%,$*) tests/locale/$*

# make bench: the screen against a bare curses program, the store against
# SQLite.  The files are made once and kept in tests/bench/data.
bench_programs = tests/bench/floor tests/bench/bench tests/bench/generate tests/bench/files
EXTRA_PROGRAMS += $(bench_programs)
tests_bench_floor_SOURCES = tests/bench/floor.c
tests_bench_floor_LDADD = $(NCURSES_LIBS)
tests_bench_bench_SOURCES = \
	tests/bench/bench.c tests/bench/measure.c tests/bench/measure.h \
	tests/tui/terminal.c tests/tui/screen.c tests/tui/keys.c
tests_bench_bench_CFLAGS = $(AM_CFLAGS) $(VTERM_CFLAGS) -I$(srcdir)/tests
tests_bench_bench_LDADD = $(VTERM_LIBS) $(NCURSES_LIBS)
tests_bench_generate_SOURCES = tests/bench/generate.c tests/bench/measurements.c tests/bench/generate.h
tests_bench_generate_LDADD = $(noria_identity) libnoria.a $(noria_libraries)

tests_bench_files_SOURCES = \
	tests/bench/files.c tests/bench/files.h tests/bench/imports.c tests/bench/records.c tests/bench/verdict.c \
	tests/bench/measure.c tests/bench/measure.h
tests_bench_files_LDADD = $(noria_identity) libnoria.a $(noria_libraries)

bench: all $(bench_programs) tests/pack$(EXEEXT) tests/locale/fr_FR.UTF-8/LC_CTYPE
	missed=0; \
	$(srcdir)/tests/run $(builddir) tests/bench/bench $(BENCH_RISKS) || missed=1; \
	$(srcdir)/tests/run $(builddir) tests/bench/files $(abs_builddir)/tests/bench/data || missed=1; \
	exit $$missed

# A language in which every letter of a translated sentence carries a mark (a
# dot below): brackets that survive cutting and folding.  With LANGUAGE=qqx a
# word without marks was not translated: tests/scripts/brackets.sh.  What
# printf reads (%lld) stays as it is.
locale/qqx/LC_MESSAGES/noria.mo: $(srcdir)/po/POTFILES.in $(noria_OBJECTS) libnoria.a
	$(AM_V_GEN)$(MKDIR_P) $(@D) && \
	$(XGETTEXT) --from-code=UTF-8 --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 \
		-D $(srcdir) -f $(srcdir)/po/POTFILES.in -o tests/noria.pot && \
	$(MSGEN) tests/noria.pot | $(SED) 's/charset=CHARSET/charset=UTF-8/' | \
	LC_ALL=C msgfilter --keep-header -o tests/qqx.po $(SED) -e '/^en$$/b' -e 's/[A-Za-z]/&\xcc\xa3/g' \
		-e ':a' -e 's/\(%[-+\#.*$$0-9]*[hlzjt]*\)\([A-Za-z]\)\xcc\xa3/\1\2/' -e 'ta' 2>/dev/null && \
	$(MSGFMT) -o $@ tests/qqx.po

# Accepts what the screens show now; read the difference before committing it.

update-screens: all $(check_PROGRAMS) $(check_DATA)
	$(MKDIR_P) $(srcdir)/tests/tui/screens
	for script in $(call tests_found,tests/tui/*.t); do \
		NORIA_TEST_UPDATE=1 $(srcdir)/tests/run $(builddir) $(srcdir)/$$script | grep -E '^(not ok|# (new|changed))'; \
	done; true

# Pictures of the views, to be looked at: tests/pictures.
pictures: all $(check_PROGRAMS) $(check_DATA)
	$(srcdir)/tests/pictures $(builddir)

# The same for the reports of the sample.
update-reports: all $(check_DATA)
	$(MKDIR_P) $(srcdir)/tests/reports
	NORIA_TEST_UPDATE=1 $(srcdir)/tests/run $(builddir) $(srcdir)/tests/scripts/stored-reports.sh | grep -E '^(not ok|# changed)'; true

# One test by hand: make check TESTS=tests/unit/base.unit

else

# Who asks for a check hears that there is none; it is no success where he did not choose so.
check-local:
	@missing='$(missing_tests)'; \
	if test -n "$$missing"; then \
		echo "There are no tests in this build: for want of $$missing." >&2; \
		echo "Install what is missing and configure again, or configure with --disable-tests." >&2; \
		exit 1; \
	fi; \
	echo "There are no tests in this build: it was configured with --disable-tests."

endif
