#!/bin/sh
# Runs ./bootstrap check on a Debian that has nothing but its base:
#
#     tests/debian.sh bookworm|trixie gcc|clang [COMMAND...]
#
# by hand, as root or as anybody who may have user namespaces; it needs mmdebstrap
# and some 3 GB under $TMPDIR.  The root is made, used and thrown away; packages come from where this machine's
# apt has them, through the same proxy, or from mmdebstrap's own mirror.  The tree is copied as
# it stands here, committed or not.  With COMMAND that is run in the copy instead.  What the
# tests left is put beside the tree as debian-SUITE-COMPILER.tar.
set -u
top=$(cd "$(dirname "$0")/.." && pwd) || exit 1

usage() {
	echo "usage: tests/debian.sh bookworm|trixie gcc|clang [COMMAND...]" >&2
	exit 2
}

test $# -ge 2 || usage
suite=$1 compiler=$2
shift 2
case $suite-$compiler in
bookworm-gcc | bookworm-clang | trixie-gcc | trixie-clang) ;;
*) usage ;;
esac
test $# -gt 0 || set -- ./bootstrap check
for tool in mmdebstrap apt-config tar git; do
	command -v $tool >/dev/null || {
		echo "tests/debian.sh: there is no $tool" >&2
		exit 1
	}
done

work=$(mktemp -d "${TMPDIR:-/tmp}/noria-debian.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM HUP
# mmdebstrap may look at it as another user.
chmod 755 "$work"

# The tree, with what is not committed yet.
cd "$top" || exit 1
git ls-files --cached --others --exclude-standard | while IFS= read -r name; do
	if test -e "$name"; then printf '%s\n' "$name"; fi
done >"$work/files"
tar -cf "$work/tree.tar" -T "$work/files" || exit 1

# How this machine reaches its packages.
apt-config dump | grep -E '^Acquire::(https?|Check-|Retries)' >"$work/apt.conf"
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' 'Label: Debian' 2>/dev/null | sort -u | head -n 1)

# What runs in there: the words of the command, each quoted.
{
	echo 'set -e'
	if test "$compiler" = clang; then
		# The sanitizers' part is a package of its own where it is not clang's.
		echo 'apt-get -q -y install --no-install-recommends clang >/dev/null'
		echo 'apt-get -q -y install --no-install-recommends "libclang-rt-$(clang -dumpversion | sed "s/\..*//")-dev" >/dev/null 2>&1 || :'
	fi
	echo "cd /noria && export CC=$compiler HOME=/root LC_ALL=C.UTF-8"
	for word in "$@"; do
		printf "'%s' " "$(printf '%s' "$word" | sed "s/'/'\\\\''/g")"
	done
	echo
} >"$work/run"

cat >"$work/hook" <<'END'
#!/bin/sh
# hook ROOT: runs it, and keeps what it left, whatever it said.
root=$1
work=$(dirname "$0")
mkdir "$root/noria" && tar -xf "$work/tree.tar" --no-same-owner -C "$root/noria" && cp "$work/run" "$root/noria-run" || exit 1
# A checkout, not a release: there make follows what is new in the sources.
mkdir "$root/noria/.git"
# Where the devices are not a machine's own.
test -w "$root/dev/shm" || mount -t tmpfs tmpfs "$root/dev/shm"
test -e "$root/dev/pts/ptmx" || mount -t devpts -o newinstance,ptmxmode=0666 devpts "$root/dev/pts"
nice -n 10 chroot "$root" sh /noria-run </dev/null
echo $? >"$work/status"
(cd "$root/noria" && find . -name '*.log' -o -name '*.trs' | tar -cf "$work/left.tar" -T -)
exit 0
END
chmod 755 "$work/hook"

mmdebstrap --quiet --variant=minbase --include=ca-certificates --aptopt="$work/apt.conf" \
	--customize-hook="$work/hook" "$suite" /dev/null ${mirror:+"$mirror"} || exit 1
test -s "$work/left.tar" && mv "$work/left.tar" "$top/debian-$suite-$compiler.tar"
exit "$(cat "$work/status")"
