# SPDX-License-Identifier: BSL-1.0
# Completion for bash: subcommands, options, instrument ids, item keys, formats and files.

_eczscore_ids() {
    "$1" list --format csv 2>/dev/null | sed '1d; s/,.*//'
}

_eczscore() {
    local program=${COMP_WORDS[0]} current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    local command=${COMP_WORDS[1]} words=
    COMPREPLY=()

    case $previous in
        --format)
            case $command in
                list) words="table csv tsv json ndjson markdown" ;;
                describe) words="text json markdown" ;;
                sources) words="text json csv bibtex markdown" ;;
                calc) words="text json" ;;
                *) words="csv tsv json ndjson table" ;;
            esac
            ;;
        --color) words="auto always never" ;;
        --age-at) words="visit baseline" ;;
        --instrument) words=$(_eczscore_ids "$program") ;;
        --kind) words=$("$program" convert --list 2>/dev/null | sed '1d; s/,.*//') ;;
        --analyte) words="water ige tarc il_6 il_10 il_13 il_31 tnf_alpha vegf tgf_beta" ;;
        --molar-mass) return ;;
        --off | --only) words=$("$program" check --list --format csv 2>/dev/null | sed '1d; s/,.*//') ;;
        -o | --output | --map-file | --table)
            mapfile -t COMPREPLY < <(compgen -f -- "$current")
            return
            ;;
        --bands | --map | --select | --baseline | --at | --subject | --visit | --when | --by | --set | -j | --threads | --level | --control | \
            --entry-cutoff | --population-mean | --population-sd | --reliability | --baselines)
            return
            ;;
    esac
    if [ -n "$words" ]; then
        mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
        return
    fi

    if [ "$COMP_CWORD" -eq 1 ]; then
        mapfile -t COMPREPLY < <(compgen -W "list describe sources calc score change check convert --help --version --color" -- "$current")
        return
    fi

    if [[ $current == -* ]]; then
        case $command in
            list | describe | sources) words="--format" ;;
            calc) words="--baseline --bands --table --format" ;;
            score)
                words="-o --output --format --bands --map --map-file --table --select --strict
                    --regional-only --complete-only --any-age -j --threads --no-progress"
                ;;
            change)
                words="--instrument --baseline --at --subject --visit --by --age-at --bands --map
                    --map-file --table -o --output --format --summary --level --control
                    --entry-cutoff --population-mean --population-sd --reliability --baselines"
                ;;
            convert)
                words="--kind --analyte --molar-mass --strict --list --table --column --unit-column --to
                    --format"
                ;;
            check)
                words="--instrument --subject --visit --when --map --map-file --off --only --set
                    -o --output --format --strict --list"
                ;;
        esac
        mapfile -t COMPREPLY < <(compgen -W "$words --help --color" -- "$current")
        return
    fi

    case $command in
        describe)
            [ "$COMP_CWORD" -gt 2 ] || words=$(_eczscore_ids "$program")
            ;;
        sources)
            [ "$COMP_CWORD" -gt 2 ] ||
                words=$("$program" sources --format csv 2>/dev/null | sed '1d; s/,.*//')
            ;;
        calc)
            if [ "$COMP_CWORD" -eq 2 ]; then
                words=$(_eczscore_ids "$program")
            else
                words=$("$program" describe "${COMP_WORDS[2]}" --format json 2>/dev/null |
                    sed -n 's/^ *"key": "\([^"]*\)".*/\1=/p')
                compopt -o nospace 2>/dev/null
            fi
            ;;
        score)
            if [ "$COMP_CWORD" -eq 2 ]; then
                local before=
                [[ $current == *,* ]] && before=${current%,*},
                words=$(_eczscore_ids "$program" | sed "s/^/$before/")
            else
                mapfile -t COMPREPLY < <(compgen -f -- "$current")
                return
            fi
            ;;
        change | check)
            mapfile -t COMPREPLY < <(compgen -f -- "$current")
            return
            ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}

complete -o filenames -F _eczscore eczscore
