# SPDX-License-Identifier: Apache-2.0
# bash completion for smaajob

_smaajob_options() {
  case $1 in
    match) echo "--policy --vocabulary --travel-minutes --record --actor --time --digests-only
                 --override-verdict --override-advice --override-reason
                 --json --page --output --lang --help" ;;
    replay) echo "--citizen --opening --vocabulary --json --page --output --lang --help" ;;
    diff) echo "--vocabulary --json --page --output --lang --help" ;;
    explain) echo "--reader --released --disclosed --html --json --policy --vocabulary
                   --travel-minutes --output --lang --help" ;;
    check) echo "--vocabulary --json --lang --help" ;;
    rank) echo "--citizens --openings --by --top --threads --skip-bad --errors --csv --why --summary --html --policy --vocabulary --json --page
                --output --lang --help" ;;
    pack) echo "--citizens --openings --skip-bad --errors --vocabulary --output --lang --help" ;;
    policy) echo "--policy --output --lang --help" ;;
    vocabulary) echo "--vocabulary --from-esco --output --lang --help" ;;
    schema) echo "--output --lang --help" ;;
    *) echo "--lang --help --version" ;;
  esac
}

_smaajob() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
  local command=${COMP_WORDS[1]} words=

  COMPREPLY=()
  case $previous in
    --lang) words="da en" ;;
    --reader) words="caseworker citizen employer" ;;
    --by) words="citizen opening" ;;
    --override-verdict) words="blocked practice_only unclear fit" ;;
    --override-advice) words="not_now ask_first practice_first wage_in_prospect paid_now" ;;
    --from-esco)
      mapfile -t COMPREPLY < <(compgen -d -- "$current")
      return
      ;;
    --top | --threads | --travel-minutes | --disclosed | --actor | --time | --override-reason) return ;;
    *)
      if [[ $current == -* ]]; then
        words=$(_smaajob_options "$command")
      elif ((COMP_CWORD == 1)); then
        words="match explain replay diff check pack rank policy vocabulary schema"
      elif [[ $command == schema && $previous == schema ]]; then
        words="citizen opening policy vocabulary match explanation record difference"
      fi
      ;;
  esac
  if [[ -n $words ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
  else
    mapfile -t COMPREPLY < <(compgen -f -- "$current")
  fi
}

complete -o filenames -F _smaajob smaajob
