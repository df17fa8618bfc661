#!/usr/bin/env bash
# The benchmarks: each a ratio against a peer measured in the same run, as a table. All of them, or those named: speed, signatures,
# growth, footprint, fairness, reading. BENCH_JOBS, BENCH_ROUNDS, BENCH_QUERIES and BENCH_GROWTH set their size.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
need dotnet node npm

source eng/processes.sh
source eng/npm.sh
trap stop_children EXIT

install_npm_parts
say 'build: MediaInfo.Standalone and the benchmarks, Release'
for project in src/MediaInfo.Standalone bench/MediaInfo.Benchmarks; do
  run dotnet build "$project" -c Release -v quiet || fail 'the build failed'
done
run node bench/bench.mjs "$@"
