# Sourced. test_docs runs the snippets of the pages, as a new user would.

test_docs() {
  local tap=$results/docs.tap code=0
  say 'test: snippets of the pages'
  # A hanging test must not use up the time of the tests after it.
  run node --test --test-timeout=900000 --test-concurrency=1 \
    --test-reporter=spec --test-reporter-destination=stdout \
    --test-reporter=tap --test-reporter-destination="$tap" \
    tests/docs/*.test.mjs || code=$?
  count_tap 'the tests of the pages' "$tap" "$code"
}
