# Sourced. node_tests NAME FILE SECONDS AT_ONCE TEST...: runs tests of Node and counts them.

node_tests() {
  local name=$1 tap=$results/$2.tap seconds=$3 at_once=$4 code=0
  shift 4
  # A hanging test must not use up the time of the tests after it.
  run node --test --test-timeout="${seconds}000" --test-concurrency="$at_once" \
    --test-reporter=spec --test-reporter-destination=stdout \
    --test-reporter=tap --test-reporter-destination="$tap" \
    "$@" || code=$?
  count_tap "$name" "$tap" "$code"
}

count_tap() {
  local name=$1 file=$2 code=$3 ok bad
  ok=$(tap_count pass "$file")
  bad=$(($(tap_count fail "$file") + $(tap_count cancelled "$file")))
  passed=$((passed + ok))
  failed=$((failed + bad))
  skipped=$((skipped + $(tap_count skipped "$file") + $(tap_count todo "$file")))
  if ((ok + bad == 0)); then
    broken "$name did not run"
  elif ((code != 0 && bad == 0)); then
    broken "$name ended with exit code $code"
  fi
}

# The totals are at the end, one per line.
tap_count() {
  local count=''
  [[ ! -f $2 ]] || count=$(tail -n 12 "$2" | sed -n "s/^# $1 \([0-9]*\)$/\1/p")
  say "${count:-0}"
}
