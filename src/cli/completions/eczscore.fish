# SPDX-License-Identifier: BSL-1.0
# Completion for fish: subcommands, options, instrument ids, item keys, formats and files.

function __eczscore_ids
    eczscore list --format csv 2>/dev/null | sed '1d; s/,.*//'
end

function __eczscore_sources
    eczscore sources --format csv 2>/dev/null | sed '1d; s/,.*//'
end

function __eczscore_keys
    set -l words (commandline -opc)
    test (count $words) -ge 3; or return
    eczscore describe $words[3] --format json 2>/dev/null | sed -n 's/^ *"key": "\([^"]*\)".*/\1=/p'
end

function __eczscore_kinds
    eczscore convert --list 2>/dev/null | sed '1d; s/,.*//'
end

function __eczscore_checks
    eczscore check --list --format csv 2>/dev/null | sed '1d; s/,.*//'
end

# True while the instrument after the subcommand is not typed yet.
function __eczscore_wants_id
    set -l words (commandline -opc)
    test (count $words) -eq 2; and contains -- $words[2] $argv
end

complete -c eczscore -f
complete -c eczscore -n __fish_use_subcommand -a list -d 'List the instruments'
complete -c eczscore -n __fish_use_subcommand -a describe -d 'Show everything about an instrument'
complete -c eczscore -n __fish_use_subcommand -a sources -d 'List the sources of the facts'
complete -c eczscore -n __fish_use_subcommand -a calc -d 'Score one assessment and show the sum'
complete -c eczscore -n __fish_use_subcommand -a score -d 'Score a table'
complete -c eczscore -n __fish_use_subcommand -a change -d 'Score two visits of every subject'
complete -c eczscore -n __fish_use_subcommand -a check -d 'Find what contradicts itself in a table'
complete -c eczscore -n __fish_use_subcommand -a convert -d 'Convert a measured value to another unit'
complete -c eczscore -s h -l help -d 'Show help'
complete -c eczscore -n __fish_use_subcommand -l version -d 'Show the version'
complete -c eczscore -l color -x -a 'auto always never' -d 'When to colour'

complete -c eczscore -n '__eczscore_wants_id describe calc score' -a '(__eczscore_ids)'
complete -c eczscore -n '__fish_seen_subcommand_from calc; and not __eczscore_wants_id calc' -a '(__eczscore_keys)'
complete -c eczscore -n '__fish_seen_subcommand_from score change check; and not __eczscore_wants_id score' -F

complete -c eczscore -n '__eczscore_wants_id sources' -a '(__eczscore_sources)'
complete -c eczscore -n '__fish_seen_subcommand_from list' -l format -x -a 'table csv tsv json ndjson markdown'
complete -c eczscore -n '__fish_seen_subcommand_from describe' -l format -x -a 'text json markdown'
complete -c eczscore -n '__fish_seen_subcommand_from sources' -l format -x -a 'text json csv bibtex markdown'
complete -c eczscore -n '__fish_seen_subcommand_from calc' -l format -x -a 'text json'
complete -c eczscore -n '__fish_seen_subcommand_from score change check' -l format -x -a 'csv tsv json ndjson table'
complete -c eczscore -n '__fish_seen_subcommand_from calc' -l baseline -x -d 'An earlier score'
complete -c eczscore -n '__fish_seen_subcommand_from calc score change' -l bands -x -d 'Band scheme'
complete -c eczscore -n '__fish_seen_subcommand_from score change check' -s o -l output -r -F -d 'Write to this file'
complete -c eczscore -n '__fish_seen_subcommand_from score change check' -l map -x -d 'COLUMN=ITEM'
complete -c eczscore -n '__fish_seen_subcommand_from score change check' -l map-file -r -F -d 'File of COLUMN=ITEM lines'
complete -c eczscore -n '__fish_seen_subcommand_from calc score change' -l table -r -F -d 'File of licensed tables'
complete -c eczscore -n '__fish_seen_subcommand_from score' -l select -x -d 'Input columns to keep'
complete -c eczscore -n '__fish_seen_subcommand_from score check' -l strict -d 'Exit 1 if any row is invalid'
complete -c eczscore -n '__fish_seen_subcommand_from score' -l regional-only -d 'Sub-scores also without a total'
complete -c eczscore -n '__fish_seen_subcommand_from score' -l complete-only -d 'No score that rests on the missing rule'
complete -c eczscore -n '__fish_seen_subcommand_from score' -l any-age -d 'Score outside the ages of a scale'
complete -c eczscore -n '__fish_seen_subcommand_from score' -s j -l threads -x -d 'Threads'
complete -c eczscore -n '__fish_seen_subcommand_from score' -l no-progress -d 'No progress line'
complete -c eczscore -n '__fish_seen_subcommand_from change check' -l instrument -x -a '(__eczscore_ids)'
complete -c eczscore -n '__fish_seen_subcommand_from change' -l baseline -x -d 'The visit to compare with'
complete -c eczscore -n '__fish_seen_subcommand_from change' -l at -x -d 'The visit to judge'
complete -c eczscore -n '__fish_seen_subcommand_from change check' -l subject -x -d 'Column of the subject'
complete -c eczscore -n '__fish_seen_subcommand_from change check' -l visit -x -d 'Column of the visit'
complete -c eczscore -n '__fish_seen_subcommand_from change' -l by -x -d 'Columns to carry along'
complete -c eczscore -n '__fish_seen_subcommand_from change' -l age-at -x -a 'visit baseline'
complete -c eczscore -n '__fish_seen_subcommand_from change' -l summary -d 'Groups instead of subjects'
complete -c eczscore -n '__fish_seen_subcommand_from change' -l level -x -d 'Of the intervals'
complete -c eczscore -n '__fish_seen_subcommand_from change' -l control -x -d 'The group to compare with'
complete -c eczscore -n '__fish_seen_subcommand_from change' -l entry-cutoff -x -d 'Score from which patients were let in'
complete -c eczscore -n '__fish_seen_subcommand_from change' -l population-mean -x -d 'Mean score of all who might be let in'
complete -c eczscore -n '__fish_seen_subcommand_from change' -l population-sd -x -d 'SD of that'
complete -c eczscore -n '__fish_seen_subcommand_from change' -l reliability -x -d 'Share of true differences in the variance'
complete -c eczscore -n '__fish_seen_subcommand_from change' -l baselines -x -d 'Assessments whose mean had to pass'
complete -c eczscore -n '__fish_seen_subcommand_from check' -l when -x -d 'Column that orders visits'
complete -c eczscore -n '__fish_seen_subcommand_from check' -l off -x -a '(__eczscore_checks)' -d 'Checks that do not run'
complete -c eczscore -n '__fish_seen_subcommand_from check' -l only -x -a '(__eczscore_checks)' -d 'The only checks that run'
complete -c eczscore -n '__fish_seen_subcommand_from check' -l set -x -d 'CHECK.PARAMETER=VALUE'
complete -c eczscore -n '__fish_seen_subcommand_from check' -l list -d 'List the checks'
complete -c eczscore -n '__fish_seen_subcommand_from convert' -l kind -x -a '(__eczscore_kinds)' -d 'What is measured'
complete -c eczscore -n '__fish_seen_subcommand_from convert' -l analyte -x -a 'water ige tarc il_6 il_10 il_13 il_31 tnf_alpha vegf tgf_beta' -d 'The substance'
complete -c eczscore -n '__fish_seen_subcommand_from convert' -l molar-mass -x -d 'Of the substance, in g/mol'
complete -c eczscore -n '__fish_seen_subcommand_from convert' -l strict -d 'UCUM only'
complete -c eczscore -n '__fish_seen_subcommand_from convert' -l list -d 'List the kinds'
complete -c eczscore -n '__fish_seen_subcommand_from convert' -l table -r -F -d 'Convert a column of this table'
complete -c eczscore -n '__fish_seen_subcommand_from convert' -l column -x -d 'The column to convert'
complete -c eczscore -n '__fish_seen_subcommand_from convert' -l unit-column -x -d 'Column with the unit of each row'
complete -c eczscore -n '__fish_seen_subcommand_from convert' -l to -x -d 'Unit of the new column'
complete -c eczscore -n '__fish_seen_subcommand_from convert' -l format -x -a 'csv tsv json ndjson table' -d 'Output format'
