# bootstrap on machines that are not ready: another apt-get at work, a sudo that
# refuses, no lists of packages.  apt-get, sudo and the rest are played.
. "$NORIA_SOURCE/tests/tap.sh"

mkdir tree played
cp "$NORIA_SOURCE/bootstrap" tree/
play() { # NAME: its script is standard input
	{ echo '#!/bin/sh'; cat; } >"played/$1"
	chmod +x "played/$1"
}
PATH=$HOME/played:$PATH
HOME_OF_TEST=$HOME
export HOME_OF_TEST

play dpkg-query <<'X'
exit 1
X
play sleep <<'X'
echo slept >>"$HOME_OF_TEST/sleeps"
X
play autoreconf <<'X'
echo reached the build
exit 1
X
play id <<'X'
echo 0
X
play apt-get <<'X'
case "$*" in
*update*)
	test -e "$HOME_OF_TEST/sleeps" && test "$(wc -l <"$HOME_OF_TEST/sleeps")" -ge 3 && exit 0
	echo 'E: Could not get lock /var/lib/apt/lists/lock. It is held by process 1 (apt-get)' >&2
	exit 100
	;;
*) echo "installed: $*" ;;
esac
X
tree/bootstrap run >out 2>&1
cp out tap-output
test "$(wc -l <sleeps)" = 3 && grep -q 'waiting for it' out && grep -q '^installed: .*libsqlite3-dev' out && grep -q 'reached the build' out
tap_result $? "the lock of the lists is waited for"

play id <<'X'
echo 1000
X
play sudo <<'X'
echo 'sudo: a password is required' >&2
exit 1
X
tree/bootstrap run >out 2>&1 </dev/null
echo "status $?" >>out
cp out tap-output
grep -q 'status 1' out && grep -q 'As root, run:' out && grep -q 'apt-get install -y .*libsqlite3-dev' out
tap_result $? "where sudo refuses, root is told what to run"

# ---- where only optional packages lack ----

play dpkg-query <<'X'
case "$*" in
*libxlsxwriter-dev* | *libcups2-dev*) exit 1 ;;
*) echo 'install ok installed' ;;
esac
X
tree/bootstrap run >out 2>&1 </dev/null
cp out tap-output
grep -q 'goes on without' out && grep -q '^  XLSX (libxlsxwriter-dev)$' out && grep -q '^  printing by CUPS (libcups2-dev)$' out &&
	! grep -q PDF out && ! grep -q 'As root' out && grep -q 'reached the build' out
tap_result $? "where sudo refuses and only optional packages lack, the build goes on and says without what"
play id <<'X'
echo 0
X
play apt-get <<'X'
echo 'E: Unable to locate package' >&2
exit 100
X
tree/bootstrap run >out 2>&1 </dev/null
cp out tap-output
grep -q 'goes on without' out && grep -q 'reached the build' out
tap_result $? "and where they cannot be had"

# ---- a release: it has its ./configure ----

play dpkg-query <<'X'
exit 1
X
play apt-get <<'X'
echo "asked: $*"
X
cat >tree/configure <<'X'
#!/bin/sh
echo "configured: $*"
exit 1
X
chmod +x tree/configure
: >tree/Makefile.in
: >tree/Makefile.am
: >tree/configure.ac
touch -d '1 hour ago' tree/configure
# A machine without autoreconf.
rm played/autoreconf
mkdir bin
for tool in sh dirname env test find mkdir grep cat printf make rm; do
	path=$(command -v $tool) && case $path in /*) ln -s "$path" bin/$tool ;; esac
done
PATH=$HOME/played:$HOME/bin tree/bootstrap run >out 2>&1 </dev/null
cp out tap-output
grep -q '^asked: .*install.* libsqlite3-dev' out && ! grep -qE 'autoconf|automake|autopoint' out && ! grep -q 'Making ./configure' out &&
	grep -q '^configured: .*--disable-tests' out && grep -q -e --disable-maintainer-mode out
tap_result $? "a release needs no autotools, whatever the times of its files"
mkdir tree/.git
PATH=$HOME/played:$HOME/bin tree/bootstrap run >out 2>&1 </dev/null
cp out tap-output
grep -q '^asked: .*install.* automake' out && grep -q 'Making ./configure' out
tap_result $? "a work tree does when something is newer than its ./configure"
finish
