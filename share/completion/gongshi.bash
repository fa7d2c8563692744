# bash completion for gongshi and gongshi-server. Use it with:  source <(gongshi completion)
# or copy it to /usr/share/bash-completion/completions/gongshi

_gongshi() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} verb='' i
    local verbs='init template import attach withdraw statement objection undo check build publish rollback serve gc backup restore verify-site draw completion'
    local kinds='items plans objects inspectors draws results follow-ups penalties calendar rules'
    local general='-C --quiet --json --help --version'
    COMPREPLY=()

    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
            -C) ((i++)) ;;
            -*) ;;
            *) verb=${COMP_WORDS[i]}; break ;;
        esac
    done
    case $prev in
        -C) COMPREPLY=($(compgen -d -- "$cur")); return ;;
        --outcome) COMPREPLY=($(compgen -W '成立 部分成立 不成立' -- "$cur")); return ;;
        --as) COMPREPLY=($(compgen -W "$kinds" -- "$cur")); return ;;
        --to|--title|--decided-on|--object|--result|--received|--ground|--office|--words|--on|--reviewed-by|--reviewed|--withdraw|--by|--second|--reason|--as-of|--same|--set|--fill-down|--port|--keep|--threads) return ;;
    esac

    local options=$general
    case $verb in
        '') [[ $cur == -* ]] || options=$verbs ;;
        template) [[ $cur == -* ]] || { [[ $prev == template ]] && options=$kinds || { _gongshi_files; return; }; } ;;
        import)
            [[ $cur == -* ]] || { _gongshi_files '@(csv|CSV|tsv|TSV|xlsx|XLSX)'; return; }
            options="--as --set --fill-down --same --dry-run --correct --reason --hide-former --by --as-of $general" ;;
        attach)
            [[ $cur == -* ]] || { _gongshi_files '@(pdf|PDF|docx|DOCX|doc|DOC|ofd|OFD)'; return; }
            options="--to --title --reviewed-by --reviewed --withdraw --reason --by --list --as-of $general" ;;
        withdraw)
            local facts='result follow-up penalty draw plan item-list statement'
            [[ $cur == -* || $prev != withdraw ]] && options="--reason --decided-on --by --as-of --list $general" || options=$facts ;;
        statement)
            [[ $prev == --file ]] && { _gongshi_files '@(txt|TXT)'; return; }
            [[ $prev == statement ]] && options='add list' || options="--object --result --received --file --by --as-of $general" ;;
        objection)
            case ${COMP_WORDS[COMP_CWORD-2]}/$prev in
                */objection) options='add answer list' ;;
                objection/add) options='result follow-up penalty draw plan item-list' ;;
                *) [[ ${COMP_WORDS[i+1]} == answer ]] && options="--outcome --words --on --by --as-of $general" \
                       || options="--received --ground --office --by --as-of $general" ;;
            esac ;;
        check) options="--as-of --strict $general" ;;
        build) options="--preview --as-of $general" ;;
        publish) options="--by --second --as-of --threads --rebuild $general" ;;
        rollback) options="--list $general" ;;
        serve) options="--port $general" ;;
        gc) options="--keep $general" ;;
        draw) _gongshi_draw "$i"; return ;;
        verify-site) [[ $cur == -* ]] || { _gongshi_files '@(zip|ZIP)'; return; } ;;
        backup|restore) [[ $cur == -* ]] || { COMPREPLY=($(compgen -d -- "$cur")); return; } ;;
    esac
    COMPREPLY=($(compgen -W "$options" -- "$cur"))
}

# The verbs of a draw; $1 is the place of the word "draw".
_gongshi_draw() {
    local verb=${COMP_WORDS[$1+1]} prev=${COMP_WORDS[COMP_CWORD-1]}
    if ((COMP_CWORD == $1 + 1)); then
        COMPREPLY=($(compgen -W 'nonce announce run replace assign reveal abort cancel status verify slip' -- "$cur"))
        return
    fi
    case $verb in
        verify)
            case $prev in
                --seen) return ;;
                --beacon|--series) _gongshi_files '@(json|JSON)'; return ;;
            esac
            [[ $cur == -* ]] || { COMPREPLY=($(compgen -d -- "$cur")); return; }
            COMPREPLY=($(compgen -W "--beacon --series --seen $general" -- "$cur")) ;;
        slip)
            ((COMP_CWORD == $1 + 2)) && { COMPREPLY=($(compgen -W 'verify' -- "$cur")); return; }
            [[ $cur == -* ]] || { _gongshi_files '@(json|JSON)'; return; }
            COMPREPLY=($(compgen -W "--record $general" -- "$cur")) ;;
        *) [[ $cur == -* ]] && COMPREPLY=($(compgen -W "$general" -- "$cur")) || _gongshi_files '*' ;;
    esac
}

# Files with such an ending, and folders to look into; names with spaces stay whole.
_gongshi_files() {
    local IFS=$'\n'
    compopt -o filenames
    COMPREPLY=($(shopt -s extglob; compgen -f -X "!*.${1:-*}" -- "$cur"; compgen -d -- "$cur"))
}

_gongshi_server() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
    case $prev in
        --portal|--preview) COMPREPLY=($(compgen -d -- "$cur")) ;;
        --listen) COMPREPLY=() ;;
        *) COMPREPLY=($(compgen -W '--portal --preview --listen --i-know-no-proxy --quiet --help --version' -- "$cur")) ;;
    esac
}

complete -F _gongshi gongshi
complete -F _gongshi_server gongshi-server
