#!/usr/bin/env bash
# Runs the whole pipeline on every file of a folder and reports every field of our description that disagrees with ffprobe's JSON.
# usage: bash eng/compare.sh MEDIA_FOLDER JSON_FOLDER
#   The JSON of MEDIA_FOLDER/a/x.mp4 is JSON_FOLDER/a/x.mp4.json (or a/x.json), as made by
#   ffprobe -v error -show_format -show_streams [-show_programs -show_chapters] -of json FILE. All files are uploaded, since
#   playlists need their segments; those with a JSON are compared. The last line is "N files, M disagreements".
set -euo pipefail
caller=$PWD
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
(($# == 2)) || { printf 'usage: bash eng/compare.sh MEDIA_FOLDER JSON_FOLDER\n' >&2; exit 2; }
absolute() { case $1 in /*) printf '%s' "$1" ;; *) printf '%s/%s' "$caller" "$1" ;; esac; }
media=$(absolute "$1") reports=$(absolute "$2")
[[ -d $media ]] || fail "there is no folder $media"
[[ -d $reports ]] || fail "there is no folder $reports"
need dotnet node npm

source eng/processes.sh
source eng/npm.sh
trap stop_children EXIT

install_npm_parts
say 'build: MediaInfo.Standalone, Release'
run dotnet build src/MediaInfo.Standalone -c Release -v quiet || fail 'the build failed'
run node eng/compare.mjs "$media" "$reports"
