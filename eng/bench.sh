#!/usr/bin/env bash
# The benchmarks: each a ratio against a peer measured in the same run, as a table. BENCH_JOBS and BENCH_ROUNDS set their size.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
(($# == 0)) || { printf 'usage: bash eng/bench.sh\n' >&2; exit 2; }
need dotnet node npm

source eng/processes.sh
source eng/package-feed.sh
source eng/npm.sh
trap stop_children EXIT

choose_package_feed
install_npm_parts
say 'build: MediaInfo.Standalone, Release'
run dotnet build src/MediaInfo.Standalone -c Release -v quiet || fail 'the build failed'
run node bench/bench.mjs
