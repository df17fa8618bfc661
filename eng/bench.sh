#!/usr/bin/env bash
# Runs the benchmarks and prints a table. Each result is a ratio to a peer measured in the same run. Arguments select benchmarks:
# speed, embedded, signatures, growth, footprint, fairness, reading, frames; the default is all. BENCH_JOBS, BENCH_ROUNDS, BENCH_QUERIES,
# BENCH_GROWTH and BENCH_STORED set their size.
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
