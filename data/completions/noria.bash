# bash completion for noria.  What a word may become is asked of the program itself, which knows
# it from its tables and from the file (noria --complete).  Works alone and beside the
# bash-completion package, which it does not need.

_noria() {
	local line=${COMP_LINE:0:COMP_POINT} current word rest i gap cut files=
	local -a words=() found=()

	# The words as the shell will see them: COMP_WORDBREAKS tears them at '=' and ':'.
	for ((i = 0; i <= COMP_CWORD; i++)); do
		rest=${line#"${line%%[![:space:]]*}"}
		gap=1
		[ "$rest" = "$line" ] && gap=0
		word=${COMP_WORDS[i]}
		case $rest in
		"$word"*) ;;
		*) word=$rest ;; # the cursor stands inside of it
		esac
		line=${rest#"$word"}
		if [ "$gap" = 0 ] && ((i > 0)); then
			words[${#words[@]} - 1]+=$word
		else
			words+=("$word")
		fi
	done
	[ ${#words[@]} -gt 1 ] || return 0
	current=${words[${#words[@]} - 1]}

	COMPREPLY=()
	while IFS= read -r word; do
		case $word in
		$'\t'*)
			files=1
			rest=${word#$'\t'}
			compopt -o filenames 2>/dev/null
			while IFS= read -r word; do found+=("$rest$word"); done < <(compgen -f -- "${current#"$rest"}")
			;;
		*) found+=("${word%%$'\t'*}") ;;
		esac
	done < <(command "$1" --complete "${words[@]:1}" 2>/dev/null </dev/null)

	# The line editor replaces only what follows the last break inside the word.
	cut=
	case $COMP_WORDBREAKS in
	*=*) [[ $current == *=* ]] && cut=${current%"${current##*=}"} ;;
	esac
	case $COMP_WORDBREAKS in
	*:*) [[ ${current#"$cut"} == *:* ]] && cut=${current%"${current##*:}"} ;;
	esac
	for word in "${found[@]}"; do
		COMPREPLY+=("${word#"$cut"}")
	done
	# What only begins a word goes on without a blank: --format=, policy:, R-
	if [ ${#COMPREPLY[@]} = 1 ] && [ -z "$files" ]; then
		case ${COMPREPLY[0]} in
		*[=:-]) compopt -o nospace 2>/dev/null ;;
		esac
	fi
	return 0
}
complete -F _noria noria
