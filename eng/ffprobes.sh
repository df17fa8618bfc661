#!/usr/bin/env bash
# bash eng/ffprobes.sh RELEASE...: puts the ffprobe of other Debian releases into artifacts/ffprobe/RELEASE, with its libraries,
# for the tests. It needs Debian's apt, no root, and installs nothing. An ffprobe that is there stays as it is.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
(($# > 0)) || { printf 'usage: bash eng/ffprobes.sh RELEASE...\n' >&2; exit 2; }
need apt-get dpkg-deb

folder=$root/artifacts/ffprobe

# apt_of RELEASE: an apt that knows nothing but that release, so it takes every library from there.
apt_of() {
  local from=$folder/$1.apt mirror
  mirror=$(apt-get indextargets --format '$(REPO_URI) $(COMPONENT)' 'Created-By: Packages' | sed -n 's/ main$//p' | head -n 1)
  [[ -n $mirror ]] || fail 'apt has no sources here'
  mkdir -p "$from/lists/partial" "$from/cache/archives/partial"
  : >"$from/status"
  printf 'deb %s %s main\n' "$mirror" "$1" >"$from/sources.list"
  printf '%s;\n' "Dir::Etc::sourcelist \"$from/sources.list\"" 'Dir::Etc::sourceparts "-"' \
    "Dir::State::lists \"$from/lists\"" "Dir::State::status \"$from/status\"" "Dir::Cache \"$from/cache\"" \
    'APT::Install-Recommends "false"' 'Acquire::Languages "none"' >"$from/apt.conf"
  export APT_CONFIG=$from/apt.conf
}

unpack() {
  local package
  apt-get update -q
  apt-get install -q -y --download-only ffmpeg patchelf
  for package in "$folder/$1.apt/cache/archives"/*.deb; do
    dpkg-deb -x "$package" "$folder/$1.apt/root"
  done
}

# The loader has its path from the program, and the libraries are found beside the program.
gather() {
  local from=$folder/$1.apt/root to=$folder/$1.part loader where library patch
  mkdir -p "$to/lib"
  loader=$(find "$from" -name 'ld-linux-*.so.*' | head -n 1)
  where=$(find "$from" -name '*.so*' -printf '%h\n' | sort -u | tr '\n' ':')
  patch=("$loader" --library-path "$where" "$from/usr/bin/patchelf")
  cp "$from/usr/bin/ffprobe" "$to"
  cp -L "$loader" "$to/lib"
  while IFS= read -r library; do
    cp -L "$library" "$to/lib"
    [[ -z $("${patch[@]}" --print-rpath "$library" 2>/dev/null) ]] \
      || "${patch[@]}" --remove-rpath "$to/lib/$(basename "$library")"
  done < <("$loader" --library-path "$where" --list "$from/usr/bin/ffprobe" | sed -n 's/.* => \(\/[^ ]*\) .*/\1/p')
  "${patch[@]}" --force-rpath --set-rpath '$ORIGIN/lib' \
    --set-interpreter "$folder/$1/lib/$(basename "$loader")" "$to/ffprobe"
  mv "$to" "$folder/$1"
}

for release in "$@"; do
  if [[ ! -x $folder/$release/ffprobe ]]; then
    rm -rf "$folder/$release" "$folder/$release.apt" "$folder/$release.part"
    apt_of "$release"
    unpack "$release"
    gather "$release"
    rm -rf "$folder/$release.apt"
    unset APT_CONFIG
  fi
  say "$release: $("$folder/$release/ffprobe" -version | head -n 1)"
done
