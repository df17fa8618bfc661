#!/usr/bin/env bash
# Rehearses an upgrade and a rollback: two versions, as they are published, on the same storage. See usage below.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

usage() {
  cat <<'TEXT'
usage: bash eng/rehearse-upgrade.sh [options]
  --from COMMIT   the previous version, a tag or a commit (the newest tag before this commit; without tags, the commit before the
                  last change of src)
  --func          rehearse the Functions app in the Functions host, in place of Standalone; needs `func` on the PATH
  --no-build      use what the last run has built
TEXT
}
usage_error() { printf 'error: %s\n' "$*" >&2; usage >&2; exit 2; }

from='' project=MediaInfo.Standalone build=yes
while (($#)); do
  case $1 in
    --from) [[ -n ${2:-} ]] || usage_error "$1 needs a value"; from=$2; shift ;;
    --func) project=MediaInfo.Functions ;;
    --no-build) build='' ;;
    -h | --help) usage; exit 0 ;;
    *) usage_error "unknown option $1" ;;
  esac
  shift
done
need dotnet node npm git tar
[[ $project == MediaInfo.Standalone ]] || need func

source eng/processes.sh
source eng/npm.sh

previous_version() { git describe --tags --abbrev=0 HEAD^ 2>/dev/null || git rev-list --max-count=1 --skip=1 HEAD -- src; }
[[ -n $from ]] || from=$(previous_version) || fail 'the history has no previous version: fetch all of it, or name a commit with --from'
commit=$(git rev-parse --verify --quiet "$from^{commit}") || fail "there is no commit $from"

work=$root/artifacts/upgrade
logs=$work/logs
mkdir -p "$logs"

# publish SOURCE NAME: one version as it would be deployed, with the settings of that version.
publish() {
  local output=$work/$project/$2
  say "build: $project, $2 version"
  rm -rf "$output"
  step "$logs/$2-build.log" dotnet publish "$1/src/$project" -c Release -v minimal -p:WithoutFfprobe=true -o "$output" \
    || fail "the build failed; its log is $logs/$2-build.log"
  # The Functions host reads settings only from a file of this name beside host.json. Standalone reads the same file.
  cp "$1/local.settings.sample.json" "$output/local.settings.json"
}

install_npm_parts
if [[ -n $build ]]; then
  say "previous version: $(git log -1 --format='%h %s' "$commit")"
  rm -rf "$work/source"
  mkdir -p "$work/source"
  git archive "$commit" | tar -x -C "$work/source"
  publish "$work/source" previous
  publish "$root" current
fi
for version in previous current; do
  [[ -f $work/$project/$version/local.settings.json ]] || fail "the $version version is not built; leave out --no-build"
done

# A start and a job in the Functions host take longer, so the waits are those of its tests.
[[ $project == MediaInfo.Standalone ]] || export MEDIAINFO_SDK_HOST=func
export MEDIAINFO_UPGRADE=$work/$project
run node --test --test-timeout=600000 --test-reporter=spec tests/upgrade/upgrade.test.mjs
