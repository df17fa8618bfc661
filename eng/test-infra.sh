# Sourced. test_infra checks the deployment files and the published apps, as far as possible without a cloud.

test_infra() {
  say 'test: deployment and packages'
  node_tests 'the deployment tests' infra 600 1 tests/infra/*.test.mjs
}
