# Sourced. test_sdk runs the vendors' own SDKs against the service.

test_sdk() {
  local tap=$results/sdk.tap code=0
  say 'test: vendor SDKs'
  # Two files at a time: each starts its own service and storage, and mostly waits.
  # A hanging test must not use up the time of the tests after it.
  run node --test --test-timeout=600000 --test-concurrency=2 \
    --test-reporter=spec --test-reporter-destination=stdout \
    --test-reporter=tap --test-reporter-destination="$tap" \
    tests/sdk/*.test.mjs || code=$?
  count_tap 'the SDK tests' "$tap" "$code"
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
