#!/usr/bin/env bash
# Builds and tests everything that CI checks, from a clean clone. The last line is "N passed, N failed".
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
(($# == 0)) || { printf 'usage: bash eng/test.sh\n' >&2; exit 2; }
need dotnet node npm

source eng/processes.sh
source eng/npm.sh
source eng/test-dotnet.sh
source eng/node-tests.sh
source eng/test-sdk.sh
source eng/test-console.sh
source eng/test-infra.sh
source eng/test-docs.sh

results=artifacts/test-results
rm -rf "$results"
mkdir -p "$results"
passed=0 failed=0 skipped=0
failures=()

# A runner that crashed, or that ran nothing, counts as one failure.
broken() { printf 'error: %s\n' "$*" >&2; failed=$((failed + 1)); }

finish() {
  local code=$?
  stop_children
  if ((code != 0 && failed == 0)); then
    failed=1
  fi
  ((${#failures[@]} == 0)) || printf '%s\n' 'failed:' "${failures[@]}"
  local line="$passed passed, $failed failed"
  ((skipped == 0)) || line+=", $skipped skipped"
  say "$line"
  ((code != 0 || failed == 0)) || code=1
  exit "$code"
}
trap finish EXIT

install_npm_parts
run bash eng/console.sh || fail 'the console was not built'
say 'build: MediaInfo.Functions.sln, Release, warnings are errors'
run dotnet build MediaInfo.Functions.sln -c Release -v minimal || fail 'the build failed'
test_dotnet
show_figures
test_infra
test_sdk
test_console
test_docs
