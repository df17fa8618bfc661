#!/usr/bin/env bash
# Makes the saved reports in this folder anew: ./make.sh /path/to/ffprobe
# Made last with the static ffprobe 6.0 of @ffprobe-installer/linux-x64 and clips of Debian's ffmpeg 5.1.
# Not part of the build: the reports are committed, and no test needs ffmpeg or ffprobe.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
media=$(cd "$here/../../../media" && pwd)
probe=${1:?the path of an ffprobe binary}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

make() { ffmpeg -hide_banner -loglevel error -nostdin -y "$@"; }
picture() { echo "-f lavfi -i testsrc2=size=$1:rate=$2:duration=$3"; }
same_bytes=(-fflags +bitexact -flags:v +bitexact -flags:a +bitexact -threads 1)
tone=(-f lavfi -i sine=duration=2)

make $(picture 160x90 24000/1001 1) "${same_bytes[@]}" -c:v libx264 -preset ultrafast -pix_fmt yuv420p upright.mp4
# ffmpeg 5 takes this tag for counter-clockwise degrees.
make -i upright.mp4 "${same_bytes[@]}" -c copy -metadata:s:v:0 rotate=90 rotated-270.mp4
make -i upright.mp4 "${same_bytes[@]}" -c copy -metadata:s:v:0 rotate=180 rotated-180.mp4
printf ';FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=500\ntitle=One\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=500\nEND=1000\ntitle=Two\n' >two.txt
make -i upright.mp4 -i two.txt -map_metadata 1 "${same_bytes[@]}" -c copy -timecode 00:00:00:00 chapters.mov
make "${tone[@]}" "${same_bytes[@]}" -c:a aac -f adts raw.aac
make $(picture 160x90 25 2) "${tone[@]}" "${same_bytes[@]}" -c:v mpeg2video -c:a mp2 -f mpegts mpeg2.ts
make $(picture 160x90 30 1) "${same_bytes[@]}" -pix_fmt yuv420p10le -c:v libx265 -x265-params log-level=none:pools=1 \
  -color_range tv -color_primaries bt2020 -color_trc smpte2084 -colorspace bt2020nc -tag:v hvc1 hevc.mp4
make $(picture 64x64 10 1) "${same_bytes[@]}" picture.gif
make $(picture 64x64 10 1) "${same_bytes[@]}" -frames:v 1 picture.png
make $(picture 64x64 10 2) "${tone[@]}" "${same_bytes[@]}" -c:v libvpx -c:a libvorbis sound-and-picture.webm

report() { # name, file: the product's own arguments, without their network part
  (cd "$(dirname "$2")" && GCONV_PATH=/nonexistent "$probe" -v warning -hide_banner -of json=compact=1 \
    -show_format -show_streams -show_programs -show_chapters -i "$(basename "$2")" >"$here/$1.json" 2>"$work/$1.stderr")
  # Without the decoder's address, which differs from run to run.
  if [ -s "$work/$1.stderr" ]; then sed 's/ @ 0x[0-9a-f]*\]/ @ 0x0]/' "$work/$1.stderr" >"$here/$1.stderr.txt"; else rm -f "$here/$1.stderr.txt"; fi
}

for clip in rotated-270.mp4 rotated-180.mp4 chapters.mov raw.aac mpeg2.ts hevc.mp4 picture.gif picture.png sound-and-picture.webm; do
  report "$clip" "$work/$clip"
done
for clip in sample.mp4 subtitles.mkv service.ts sound.mp3 cover.mp3 rotated.mp4; do
  report "$clip" "$media/$clip"
done
report playlist.m3u8 "$media/hls/index.m3u8"
