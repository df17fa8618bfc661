# Sourced. test_console looks at the page of /console in the distribution's Chromium, over a running service.

test_console() {
  say 'test: the console in a browser'
  have_chromium || { broken 'there is no Chromium for the tests of the console: install it, or set MEDIAINFO_CHROMIUM'; return; }
  # One file at a time: each starts a service and a browser, which two cores have enough of.
  node_tests 'the tests of the console' console 600 1 tests/console/*.test.mjs
}

# A browser of npm's would be downloaded while it is installed; the distribution's is a package like any other.
have_chromium() {
  local name
  [[ -z ${MEDIAINFO_CHROMIUM:-} ]] || return 0
  for name in chromium chromium-browser google-chrome; do
    ! command -v "$name" >/dev/null || return 0
  done
  command -v apt-get >/dev/null && [[ $(id -u) == 0 ]] || return 1
  say 'chromium: installing the package of the distribution'
  step "$results/chromium.log" env DEBIAN_FRONTEND=noninteractive apt-get update -q
  step "$results/chromium.log" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends chromium
}
