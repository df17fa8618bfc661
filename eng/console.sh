#!/usr/bin/env bash
# Builds the page of /console into src/MediaInfo.Console/dist, which the .NET build embeds. What is up to date stays as it is.
# usage: bash eng/console.sh [--only-build]     without lint and the types' check, which a user of the page need not wait for
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
source eng/processes.sh

only_build=''
case ${1:-} in
  '') ;;
  --only-build) only_build=yes ;;
  *) printf 'usage: bash eng/console.sh [--only-build]\n' >&2; exit 2 ;;
esac
need node npm
logs=$root/artifacts
mkdir -p "$logs"
cd src/MediaInfo.Console

parts_sum=$(cat package.json package-lock.json .npmrc | cksum)
# Of names and contents, so that a file that was removed counts too.
sum=$(find . -type f ! -path './node_modules/*' ! -path './dist/*' -print0 | LC_ALL=C sort -z | xargs -0 cksum | cksum)
parts=node_modules/.installed built=node_modules/.built checked=node_modules/.checked

is_done() { [[ -f $1 && $(<"$1") == "$2" ]]; }

if ! is_done "$parts" "$parts_sum"; then
  say 'npm: installing what builds the console'
  step "$logs/console-npm.log" npm ci || fail 'npm ci failed in src/MediaInfo.Console'
  say "$parts_sum" >"$parts"
fi

if [[ -z $only_build ]] && ! is_done "$checked" "$sum"; then
  say 'lint and types: src/MediaInfo.Console'
  run npm run --silent lint || fail 'the lint of the console found something'
  run npm run --silent typecheck || fail 'the types of the console do not fit'
  say "$sum" >"$checked"
fi

if [[ ! -f dist/index.html ]] || ! is_done "$built" "$sum"; then
  say 'build: src/MediaInfo.Console'
  step "$logs/console-build.log" npm run build || fail 'the build of the console failed'
  say "$sum" >"$built"
fi
