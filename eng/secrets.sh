# Sourced: test_secrets looks for what no log may hold: tests/secrets.txt, which the tests of Standalone's log read too.

# test_secrets FOLDER: counts as one test. A folder without logs is a failure: nothing was looked at.
test_secrets() {
  local found=''
  say 'test: no secret is in the logs'
  if [[ -z $(find "$1" -type f -size +0 -print -quit 2>/dev/null) ]]; then
    broken "there are no logs in $1"
  elif found=$(grep -rnF -f tests/secrets.txt "$1"); then
    # Where, and not what.
    cut -d: -f1,2 <<<"$found" >&2
    broken "the logs in $1 hold secrets"
  else
    passed=$((passed + 1))
  fi
}
