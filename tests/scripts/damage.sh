# Damage is never silent: tests/fault/damage.c looks at damaged files by commands, walk.c on the
# screen.  Here a seeded part of the points (NORIA_TEST_SEED chooses others); `make check-damage`
# tries all of them, NORIA_TEST_POINT one of the commands' alone.
ASAN_OPTIONS=$ASAN_OPTIONS:exitcode=87
UBSAN_OPTIONS=$UBSAN_OPTIONS:exitcode=87
export ASAN_OPTIONS UBSAN_OPTIONS
test -z "${NORIA_TEST_POINT-}" || exec "$NORIA_BUILD/tests/fault/damage"
"$NORIA_BUILD/tests/fault/damage" | sed 's/^1\.\.4$//' || exit 1
sample sample.noria
rounds=3
test "${NORIA_TEST_FAULTS-}" != long || rounds=200
"$NORIA_BUILD/tests/fault/walk" "$NORIA_BUILD/noria" sample.noria $rounds "${NORIA_TEST_SEED-1}"
echo 1..5
