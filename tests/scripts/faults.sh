# Faults in loops: tests/fault/faults.c.  Here a seeded part of the points (NORIA_TEST_SEED chooses
# others); `make check-faults` tries all of them, NORIA_TEST_POINT one alone.
ASAN_OPTIONS=$ASAN_OPTIONS:exitcode=87
UBSAN_OPTIONS=$UBSAN_OPTIONS:exitcode=87
export ASAN_OPTIONS UBSAN_OPTIONS
exec "$NORIA_BUILD/tests/fault/faults"
