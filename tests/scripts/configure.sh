# What configure does where libraries lack: which is an error, which is done without, and what it says.
# pkg-config and cups-config are played: what stands in the file "lacking" is not there.
. "$NORIA_SOURCE/tests/tap.sh"

real=$(command -v pkg-config)
mkdir played
cat >played/pkg-config <<END
#!/bin/sh
for name in \$(cat "$HOME/lacking"); do
	case " \$* " in
	*" \$name "*) exit 1 ;;
	esac
done
exec "$real" "\$@"
END
cat >played/cups-config <<'END'
#!/bin/sh
case $1 in
--libs) echo -lcups ;;
esac
END
chmod +x played/*
PATH=$HOME/played:$PATH

# configures NAME LACKING OPTIONS...: in a folder of that name; what it says is in NAME/said.
# What the compiler can do is asked once.
configures() {
	folder=$1
	echo "$2" >lacking
	shift 2
	rm -rf "$folder" && mkdir "$folder"
	if test -f cache; then
		grep -vE '^(ac_cv_env_|pkg_cv_|ac_cv_path_|ac_cv_header_xlsx|ac_cv_lib_xlsx)' cache >"$folder/cache"
	fi
	(
		cd "$folder" || exit 99
		"$NORIA_SOURCE/configure" -q --cache-file=cache --disable-dependency-tracking "$@" >said 2>&1
		status=$?
		cat said
		exit $status
	)
}

says() {
	tap_name=$1
	grep -q "$2" "$3"
	result=$?
	cp "$3" tap-output
	tap_result $result "$tap_name"
}

ok "without Criterion" configures none criterion
cp none/cache cache
says "the summary says that there are no tests, and why" '^ *tests  *no, for want of Criterion$' none/said
(cd none && make -s check-local) >said 2>&1
status=$?
cp said tap-output
test $status -ne 0 && grep -q 'for want of Criterion' said
tap_result $? "make check says what lacks, and is no success"
status 1 "--enable-tests is held to" configures tests 'criterion vterm' --enable-tests
says "and says what it needs" 'enable-tests needs: Criterion libvterm' tests/said

ok "without what can be left out" configures bare pangocairo --disable-cups --disable-zip --disable-tests --disable-hardening
for line in 'PDF  *no' 'XLSX and ODS read  *no' 'printing by CUPS  *no' 'tests  *no$' 'hardening  *none$'; do
	says "the summary: $line" "^ *$line" bare/said
done
has "make check says that it was so configured" "configured with --disable-tests" make -s -C bare check-local
status 1 "--enable-pdf is held to" configures pdf pangocairo --enable-pdf --disable-tests
says "and says what it needs" 'enable-pdf needs' pdf/said
status 1 "--enable-zip is held to" configures zip libzip --enable-zip --disable-tests
says "and says what it needs" 'enable-zip needs libzip' zip/said
printf '#!/bin/sh\nexit 1\n' >played/cups-config
status 1 "--enable-cups is held to" configures cups cups --enable-cups --disable-tests
says "and says what it needs" 'enable-cups needs' cups/said

# ---- hardening ----

says "hardening stands in the summary" '^ *hardening .*stack-protector-strong' none/said
ok "without optimisation there is no _FORTIFY_SOURCE" configures slow '' --disable-tests CFLAGS=-O0
says "and no warning by it" '^ *hardening  *-fstack-protector-strong' slow/said
ok "the builder's own level stands" configures own '' --disable-tests CPPFLAGS=-D_FORTIFY_SOURCE=1
says "and is not set twice" '^ *hardening  *-fstack-protector-strong' own/said

# ---- sanitizers ----

ok "sanitizers that explain" configures explained '' --disable-tests --enable-sanitizers=explain
ok "have sentences for what is undefined" sh -c 'grep "^S\[.SANITIZER_CFLAGS" explained/config.status | grep -v trap-on-error | grep -q "sanitize=address,undefined"'

# The programs themselves, as far as this build asks for it.
if command -v readelf >/dev/null && grep -q '^S\["HARDENING_LDFLAGS"\]=.*-pie' "$NORIA_BUILD/config.status"; then
	for program in noria noria-pdf noria-xlsx noria-print; do
		test -x "$NORIA_BUILD/$program" || continue
		ok "$program is position independent, and its tables are read-only before it runs" sh -c '
			readelf -hld "$1" >elf && cat elf && grep -q "Type: *DYN" elf && grep -q GNU_RELRO elf && grep -q BIND_NOW elf' sh "$NORIA_BUILD/$program"
	done
	ok "the stack is watched, and copies are" sh -c '
		readelf -Ws "$1" >elf && grep -q __stack_chk_fail elf && grep -q "_chk@" elf' sh "$NORIA_BUILD/noria"
fi
finish
