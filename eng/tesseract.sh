#!/usr/bin/env bash
# bash eng/tesseract.sh: puts Debian's Tesseract 5 into artifacts/tesseract, with its libraries and its English, for the tests. It
# needs Debian's apt, no root, and installs nothing. A Tesseract that is there stays as it is.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
need apt-get dpkg-deb

folder=$root/artifacts/tesseract
if [[ ! -x $folder/tesseract ]]; then
  from=$folder.apt to=$folder.part
  rm -rf "$folder" "$from" "$to"
  mkdir -p "$from/lists/partial" "$from/cache/archives/partial" "$to/lib"

  # An apt that has nothing installed takes every library.
  : >"$from/status"
  printf '%s;\n' "Dir::State::lists \"$from/lists\"" "Dir::State::status \"$from/status\"" "Dir::Cache \"$from/cache\"" \
    'APT::Install-Recommends "false"' 'Acquire::Languages "none"' >"$from/apt.conf"
  export APT_CONFIG=$from/apt.conf
  apt-get update -q
  apt-get install -q -y --download-only tesseract-ocr tesseract-ocr-eng patchelf
  for package in "$from/cache/archives"/*.deb; do
    dpkg-deb -x "$package" "$from/root"
  done

  # The loader has its path from the program, and the libraries are found beside the program.
  loader=$(find "$from/root" -name 'ld-linux-*.so.*' | head -n 1)
  where=$(find "$from/root" -name '*.so*' -printf '%h\n' | sort -u | tr '\n' ':')
  patch=("$loader" --library-path "$where" "$from/root/usr/bin/patchelf")
  cp "$from/root/usr/bin/tesseract" "$to"
  cp -L "$loader" "$to/lib"
  while IFS= read -r library; do
    cp -L "$library" "$to/lib"
    [[ -z $("${patch[@]}" --print-rpath "$library" 2>/dev/null) ]] \
      || "${patch[@]}" --remove-rpath "$to/lib/$(basename "$library")"
  done < <("$loader" --library-path "$where" --list "$from/root/usr/bin/tesseract" | sed -n 's/.* => \(\/[^ ]*\) .*/\1/p')
  "${patch[@]}" --force-rpath --set-rpath '$ORIGIN/lib' --set-interpreter "$folder/lib/$(basename "$loader")" "$to/tesseract"
  mkdir -p "$to/tessdata"
  find "$from/root" -name eng.traineddata -exec cp {} "$to/tessdata" \;
  mv "$to" "$folder"
  rm -rf "$from"
fi

say "$("$folder/tesseract" --version 2>&1 | head -n 1)"
