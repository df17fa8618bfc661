#!/usr/bin/env bash
# Measures the published app in the Functions host, beside Standalone and plain ffprobe, and prints a table. See usage below.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

usage() {
  cat <<'TEXT'
usage: bash eng/measure-func.sh [options]
  --only NAME   measure a part: transactions, speed, crash or priorities; may be repeated (all)
  --on NAME     measure on "one host", "two hosts", Standalone or ffprobe; may be repeated (all)
  --jobs N      jobs of a run (30 for transactions, 100 for speed)
  --idle N      seconds for which the idle app is watched (60)
  --save        write the table into bench/RESULTS.md; not with --only, --on, --jobs or --idle
  --no-build    use what the last run has built
It needs `func` of Functions Core Tools on the PATH.
TEXT
}
usage_error() { printf 'error: %s\n' "$*" >&2; usage >&2; exit 2; }

build=yes save='' parts='' args=()
while (($#)); do
  case $1 in
    --only | --on | --jobs | --idle) [[ -n ${2:-} ]] || usage_error "$1 needs a value" ;;
  esac
  case $1 in
    --jobs | --idle) [[ $2 =~ ^[1-9][0-9]{0,4}$ ]] || usage_error "$1 needs a number, not $2" ;;
  esac
  case $1 in
    --only | --on | --jobs | --idle) args+=("$1" "$2"); parts=yes; shift ;;
    --save) args+=("$1"); save=yes ;;
    --no-build) build='' ;;
    -h | --help) usage; exit 0 ;;
    *) usage_error "unknown option $1" ;;
  esac
  shift
done
[[ -z $save || -z $parts ]] || usage_error '--save needs the whole table'
need dotnet node npm func getconf

source eng/processes.sh
source eng/npm.sh

logs=artifacts/measure-func
app=$root/artifacts/publish/MediaInfo.Functions/release
mkdir -p "$logs"
install_npm_parts
if [[ -n $build ]]; then
  say 'build: MediaInfo.Functions as it is published, and MediaInfo.Standalone, Release'
  step "$logs/build.log" dotnet publish src/MediaInfo.Functions -c Release -v minimal || fail "the build failed; its log is $logs/build.log"
  step "$logs/build.log" dotnet build src/MediaInfo.Standalone -c Release -v minimal || fail "the build failed; its log is $logs/build.log"
fi
[[ -f $app/host.json ]] || fail "$app is not built; leave out --no-build"
# The host reads settings only from a file of this name beside host.json. Environment variables still override them.
cp local.settings.sample.json "$app/local.settings.json"
# A start and a job in the Functions host take longer, so the waits are those of its tests.
export MEDIAINFO_SDK_HOST=func MEASURE_APP=$app
run node bench/measure-func.mjs "${args[@]}"
