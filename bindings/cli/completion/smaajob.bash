# SPDX-License-Identifier: Apache-2.0
# bash completion for smaajob

_smaajob_options() {
  case $1 in
    match) echo "--policy --vocabulary --travel-minutes --json --page --output --lang --help" ;;
    check) echo "--vocabulary --json --lang --help" ;;
    rank) echo "--citizens --openings --by --top --skip-bad --policy --vocabulary --json --page
                --output --lang --help" ;;
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
    --by) words="citizen opening" ;;
    --from-esco)
      mapfile -t COMPREPLY < <(compgen -d -- "$current")
      return
      ;;
    --top | --travel-minutes) return ;;
    *)
      if [[ $current == -* ]]; then
        words=$(_smaajob_options "$command")
      elif ((COMP_CWORD == 1)); then
        words="match check rank policy vocabulary schema"
      elif [[ $command == schema && $previous == schema ]]; then
        words="citizen opening policy vocabulary match"
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
