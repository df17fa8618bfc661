# Sourced. test_infra checks the deployment files and the published apps, as far as possible without a cloud.

test_infra() {
  local tap=$results/infra.tap code=0
  say 'test: deployment and packages'
  # A hanging test must not use up the time of the tests after it.
  run node --test --test-timeout=600000 --test-concurrency=1 \
    --test-reporter=spec --test-reporter-destination=stdout \
    --test-reporter=tap --test-reporter-destination="$tap" \
    tests/infra/*.test.mjs || code=$?
  count_tap 'the deployment tests' "$tap" "$code"
}
