#!/usr/bin/env bash
# Runs the SDK tests against the real Functions host. Needs Functions Core Tools. Ends with "N passed, N failed".
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
(($# == 0)) || { printf 'usage: bash eng/test-func.sh\n' >&2; exit 2; }
need dotnet node npm func

source eng/processes.sh
source eng/npm.sh
source eng/host-func.sh
source eng/node-tests.sh
source eng/test-sdk.sh
source eng/secrets.sh

results=artifacts/test-results-func
logs=$results
rm -rf "$results"
mkdir -p "$results/hosts"
passed=0 failed=0 skipped=0
broken() { printf 'error: %s\n' "$*" >&2; failed=$((failed + 1)); }

install_npm_parts
build_host
export MEDIAINFO_SDK_HOST=func MEDIAINFO_SDK_LOGS=$root/$results/hosts
test_sdk
test_secrets "$MEDIAINFO_SDK_LOGS"
line="$passed passed, $failed failed"
((skipped == 0)) || line+=", $skipped skipped"
say "$line"
((failed == 0))
