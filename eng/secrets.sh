# Sourced. test_secrets searches logs for the secrets in tests/secrets.txt, which the tests of Standalone's log also use.

# test_secrets FOLDER: counts as one test. A folder without logs fails, because nothing was checked.
test_secrets() {
  local found=''
  say 'test: the logs contain no secrets'
  if [[ -z $(find "$1" -type f -size +0 2>/dev/null | head -n 1) ]]; then
    broken "there are no logs in $1"
  elif found=$(grep -rnF -f tests/secrets.txt "$1"); then
    # Prints the location, not the secret.
    cut -d: -f1,2 <<<"$found" >&2
    broken "the logs in $1 contain secrets"
  else
    passed=$((passed + 1))
  fi
}
