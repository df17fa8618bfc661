# Sourced. test_docs runs the snippets of the pages, as a new user would.

test_docs() {
  say 'test: snippets of the pages'
  node_tests 'the tests of the pages' docs 900 1 tests/docs/*.test.mjs
}
