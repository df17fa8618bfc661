# Sourced. test_sdk runs the vendors' own SDKs against the service.

test_sdk() {
  say 'test: vendor SDKs'
  # Two files at a time: each starts its own service and storage, and mostly waits.
  node_tests 'the SDK tests' sdk 600 2 tests/sdk/*.test.mjs
}
