# Sourced: test_infra checks what describes the deployment, and what is published, as far as it goes without a cloud.

test_infra() {
  local tap=$results/infra.tap code=0
  say 'test: deployment and packages'
  # A test that hangs must not eat the time of all that follow.
  run node --test --test-timeout=600000 --test-concurrency=1 \
    --test-reporter=spec --test-reporter-destination=stdout \
    --test-reporter=tap --test-reporter-destination="$tap" \
    tests/infra/*.test.mjs || code=$?
  count_tap 'the tests of the deployment' "$tap" "$code"
}
