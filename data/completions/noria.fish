# fish completion for noria.  What a word may become is asked of the program itself, which knows
# it from its tables and from the file (noria --complete).

function __noria_complete
    set -l given (commandline -opc) (commandline -ct)
    set -l program $given[1]
    set -e given[1]
    for line in (command $program --complete $given 2>/dev/null </dev/null)
        if string match -q -r '^\t' -- $line
            # The names of files, after what of the word stands already.
            set -l before (string sub -s 2 -- $line)
            set -l typed (string sub -s (math (string length -- $before) + 1) -- $given[-1])
            for path in (__fish_complete_path $typed)
                echo $before$path
            end
        else
            echo $line
        end
    end
end

complete -c noria -f -a '(__noria_complete)'
