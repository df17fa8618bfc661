#!/usr/bin/env bash
# bash eng/tools.sh RELEASE...: puts the ffprobe and the ffmpeg of other Debian releases into artifacts/tools/RELEASE, with their
# libraries, for the tests. It needs Debian's apt, no root, and installs nothing. What is there stays as it is.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
(($# > 0)) || { printf 'usage: bash eng/tools.sh RELEASE...\n' >&2; exit 2; }
need apt-get dpkg-deb

folder=$root/artifacts/tools
tools=(ffprobe ffmpeg)

# apt_of RELEASE: an apt that knows nothing but that release, so it takes every library from there.
apt_of() {
  local from=$folder/$1.apt mirror codename
  codename=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)

  # A new machine has no lists yet, so the addresses are those that an update would read.
  mirror=$(apt-get update --print-uris | sed -n "s|^'\(.*\)/dists/$codename/InRelease' .*|\1|p" | head -n 1)
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
  local from=$folder/$1.apt/root to=$folder/$1.part loader where tool library patch
  mkdir -p "$to/lib"
  loader=$(find "$from" -name 'ld-linux-*.so.*' | head -n 1)
  where=$(find "$from" -name '*.so*' -printf '%h\n' | sort -u | tr '\n' ':')
  patch=("$loader" --library-path "$where" "$from/usr/bin/patchelf")
  cp -L "$loader" "$to/lib"
  while IFS= read -r library; do
    cp -L "$library" "$to/lib"
    [[ -z $("${patch[@]}" --print-rpath "$library" 2>/dev/null) ]] \
      || "${patch[@]}" --remove-rpath "$to/lib/$(basename "$library")"
  done < <(for tool in "${tools[@]}"; do "$loader" --library-path "$where" --list "$from/usr/bin/$tool"; done \
    | sed -n 's/.* => \(\/[^ ]*\) .*/\1/p' | sort -u)
  for tool in "${tools[@]}"; do
    cp "$from/usr/bin/$tool" "$to"
    "${patch[@]}" --force-rpath --set-rpath '$ORIGIN/lib' \
      --set-interpreter "$folder/$1/lib/$(basename "$loader")" "$to/$tool"
  done
  mv "$to" "$folder/$1"
}

for release in "$@"; do
  if [[ ! -x $folder/$release/ffprobe || ! -x $folder/$release/ffmpeg ]]; then
    rm -rf "$folder/$release" "$folder/$release.apt" "$folder/$release.part"
    apt_of "$release"
    unpack "$release"
    gather "$release"
    rm -rf "$folder/$release.apt"
    unset APT_CONFIG
  fi
  say "$release: $("$folder/$release/ffprobe" -version | head -n 1)"
done
