#!/usr/bin/env bash
# Regenerates the clips in this folder. Needs ffmpeg with libx264 and libmp3lame.
# Not part of the build: the clips are committed, and no test needs ffmpeg.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

command -v ffmpeg >/dev/null || { echo 'make.sh needs ffmpeg' >&2; exit 1; }

# Dates, random ids and the encoder's name would make every run differ.
same_bytes=(-map_metadata -1 -fflags +bitexact -flags:v +bitexact -flags:a +bitexact)
# With more than one thread, libx264's output differs from run to run.
h264=(-c:v libx264 -threads 1 -preset veryslow -crf 34 -pix_fmt yuv420p)
aac=(-c:a aac -b:a 48k -ac 2 -ar 48000)

make() { ffmpeg -hide_banner -loglevel error -nostdin -y "$@"; }
picture() { echo "-f lavfi -i testsrc2=size=$1:rate=$2:duration=$3"; }
tone() { echo "-f lavfi -i sine=frequency=440:sample_rate=$1:duration=$2"; }

# moov comes after mdat, as a camera or a plain ffmpeg run writes it.
make $(picture 320x180 25 4) $(tone 48000 4) "${same_bytes[@]}" \
  "${h264[@]}" -profile:v high -bf 2 -g 50 "${aac[@]}" \
  -metadata title='Sample clip' -metadata:s:v:0 language=eng -metadata:s:a:0 language=deu \
  sample.mp4

# The codecs are in the frma boxes of the sample entries encv and enca. No test needs the key.
make -i sample.mp4 -t 1 -map 0 -c copy -map_metadata -1 -fflags +bitexact -encryption_scheme cenc-aes-ctr \
  -encryption_key 000102030405060708090a0b0c0d0e0f -encryption_kid 101112131415161718191a1b1c1d1e1f encrypted.mp4

words=$(mktemp -d)
trap 'rm -rf "$words"' EXIT
printf '1\n00:00:00,500 --> 00:00:01,500\nHello\n\n2\n00:00:01,600 --> 00:00:02,500\nWorld\n' >"$words/a.srt"
printf '1\n00:00:00,500 --> 00:00:02,500\n你好，世界\n' >"$words/b.srt"
make $(picture 320x180 24000/1001 3) $(tone 44100 3) -i "$words/a.srt" -i "$words/b.srt" "${same_bytes[@]}" \
  -map 0:v -map 1:a -map 2:s -map 3:s "${h264[@]}" -bf 0 -g 48 "${aac[@]}" -ar 44100 \
  -c:s:0 srt -c:s:1 ass \
  -metadata title='Two subtitles' -metadata:s:a:0 language=jpn \
  -metadata:s:s:0 language=eng -metadata:s:s:1 language=chi \
  subtitles.mkv

# The service name crashes a static ffprobe whose iconv loads the host's tables.
make $(picture 320x180 25 3) $(tone 48000 3) "${same_bytes[@]}" \
  "${h264[@]}" -bf 0 -g 25 "${aac[@]}" \
  -metadata service_name='Example Service' -metadata service_provider='Example Provider' \
  -metadata:s:a:0 language=fra -f mpegts service.ts

# VBR, with the Xing header that carries the true length.
make $(tone 44100 5) "${same_bytes[@]}" -c:a libmp3lame -q:a 6 -ac 2 -id3v2_version 3 \
  -metadata title='Tone' -metadata artist='Nobody' sound.mp3

make $(tone 44100 2) $(picture 64x64 1 1) "${same_bytes[@]}" -map 0:a -map 1:v \
  -c:a libmp3lame -b:a 64k -ac 1 -c:v mjpeg -threads 1 -q:v 10 -pix_fmt yuvj420p -id3v2_version 3 \
  -disposition:v attached_pic -metadata title='Tone with a cover' -metadata:s:v comment='Cover (front)' \
  cover.mp3

mkdir -p hls
make $(picture 320x180 25 4) $(tone 48000 4) "${same_bytes[@]}" \
  "${h264[@]}" -bf 0 -g 50 -keyint_min 50 -sc_threshold 0 "${aac[@]}" \
  -f hls -hls_time 2 -hls_playlist_type vod -hls_flags +temp_file \
  -hls_segment_filename 'hls/segment%d.ts' hls/index.m3u8

# Newer ffmpeg takes the rotation as an input option; older versions read it from the tag.
upright=$words/upright.mp4
make $(picture 160x90 25 1) "${same_bytes[@]}" "${h264[@]}" -bf 0 "$upright"
if ffmpeg -hide_banner -h full 2>/dev/null | grep -q -- '-display_rotation'; then
  make -display_rotation -90 -i "$upright" "${same_bytes[@]}" -c copy rotated.mp4
else
  make -i "$upright" "${same_bytes[@]}" -c copy -metadata:s:v:0 rotate=270 rotated.mp4
fi

# Kinds on which ffprobe misleads; docs/rules.md names the rule of each. Needs mkvmerge, webp, libheif-examples, exiftool, Node.
for tool in mkvmerge img2webp cwebp heif-enc exiftool node; do
  command -v "$tool" >/dev/null || { echo "make.sh needs $tool" >&2; exit 1; }
done
mkdir -p rules
small=(-c:v libx264 -threads 1 -preset veryslow -crf 40 -pix_fmt yuv420p -bf 0)
voice=(-c:a aac -b:a 16k -ac 1 -ar 48000)
clip() { make $(picture 64x36 25 "$1") $(tone 48000 "$1") "${same_bytes[@]}" "${small[@]}" -g 25 "${voice[@]}" "${@:2}"; }

clip 6 -movflags dash+frag_keyframe+global_sidx rules/partly-indexed.mp4
clip 3 -movflags frag_keyframe rules/partly-fragmented.mp4
clip 3 -movflags frag_keyframe+empty_moov rules/fragmented.mp4
clip 1 "$words/plain.mp4"
node boxes.mjs usac rules/unreadable.mp4 "$words/plain.mp4"

clip 2 -f mpegts "$words/a.ts"
clip 2 -output_ts_offset 20000 -f mpegts "$words/b.ts"
cat "$words/a.ts" "$words/b.ts" >rules/jump.ts

make -f lavfi -i aevalsrc=0:s=48000:d=2 -f lavfi -i anoisesrc=d=4:r=48000:a=0.5:seed=1 -filter_complex '[0][1]concat=n=2:v=0:a=1' \
  "${same_bytes[@]}" -c:a aac -b:a 24k -f adts rules/quiet.aac
node boxes.mjs adif rules/one-header.aac

times() { echo "-vf settb=1/$1,setpts=PTS+0.03/TB*random(1) -fps_mode passthrough -enc_time_base 1/$1"; }
make $(picture 64x36 30 2) $(times 1000) "${same_bytes[@]}" -c:v flv -q:v 31 rules/milliseconds.flv
make $(picture 64x36 30 2) $(times 57600) "${same_bytes[@]}" "${small[@]}" -video_track_timescale 57600 rules/variable.mp4
make $(picture 64x36 240 1) "${same_bytes[@]}" "${small[@]}" rules/high-speed.mp4

# Written to a pipe, so that nothing can be added to the header at the end.
make $(picture 64x36 25 2) $(tone 48000 2) "${same_bytes[@]}" -c:v libvpx -threads 1 -b:v 20k -c:a libopus -b:a 8k -f webm - >rules/pipe.webm

head -c 20000 /dev/zero >"$words/font.ttf"
mkvmerge -q --deterministic 1 -o rules/statistics.mkv "$words/plain.mp4" --attachment-mime-type font/ttf --attach-file "$words/font.ttf"
make -i rules/statistics.mkv -t 0.4 -map 0:v -map 0:a -c copy -fflags +bitexact rules/stale-statistics.mkv

song() { make -f lavfi -i "sine=frequency=$2:sample_rate=48000:duration=$1" "${same_bytes[@]}" -serial_offset "$2" "${@:3}"; }
song 2 440 -c:a libvorbis -q:a 0 "$words/a.ogg"
song 3 660 -c:a libvorbis -q:a 0 "$words/b.ogg"
cp "$words/a.ogg" rules/one-link.ogg
cat "$words/a.ogg" "$words/b.ogg" >rules/two-links.ogg
song 2 440 -c:a libopus -b:a 8k "$words/a.opus"
cat "$words/a.opus" "$words/a.opus" "$words/a.opus" >rules/same-link-thrice.opus

for hue in 0 90 180; do make $(picture 64x48 1 1) -vf "hue=h=$hue" -frames:v 1 "${same_bytes[@]}" "$words/$hue.png"; done
img2webp -loop 0 -q 20 -lossy -d 200 "$words/0.png" -d 300 "$words/90.png" -d 500 "$words/180.png" -o rules/animated.webp >/dev/null
cwebp -quiet -q 20 "$words/0.png" -o rules/still.webp
make -framerate 5 -pattern_type glob -i "$words/*.png" "${same_bytes[@]}" -plays 0 -f apng rules/animated.png
make -framerate 5 -pattern_type glob -i "$words/*.png" "${same_bytes[@]}" -loop 0 rules/loop.gif
make -i "$words/0.png" "${same_bytes[@]}" -q:v 20 rules/upright.jpg
# A picture of a compression that FFmpeg does not know.
make -f lavfi -i color=gray:size=64x48:rate=1:duration=1 "${same_bytes[@]}" -vf format=gbrpf32 -compression zip16 rules/undecoded.exr
perl -0777 -pi -e 's/(compression\0compression\0\x01\0\0\0)./$1\x10/s' rules/undecoded.exr
cp rules/upright.jpg rules/turned.jpg
exiftool -q -overwrite_original -n -Orientation=6 rules/turned.jpg
# A phone's motion photo: a picture, and a clip behind it.
cat rules/upright.jpg rotated.mp4 >rules/motion.jpg
make $(picture 64x64 1 1) -frames:v 1 "${same_bytes[@]}" "$words/tile.png"
heif-enc -q 30 "$words/tile.png" -o "$words/tile.heic" >/dev/null
node boxes.mjs grid rules/grid.heic "$words/tile.heic"
heif-enc -A -q 30 "$words/0.png" -o rules/picture.avif >/dev/null

# Encrypted as no common tool writes it.
clip 1 -f mpegts "$words/clear.ts"
node boxes.mjs scrambled rules/scrambled.ts "$words/clear.ts"
node boxes.mjs sample rules/sample.ts "$words/clear.ts"
make $(picture 64x36 25 1) "${same_bytes[@]}" -c:v libvpx -threads 1 -b:v 20k "$words/clear.webm"
node boxes.mjs locked rules/locked.webm "$words/clear.webm"
make $(picture 64x36 25 1) $(tone 44100 1) "${same_bytes[@]}" -c:v wmv2 -q:v 31 -c:a wmav2 -b:a 32k rules/clear.wmv
node boxes.mjs protected rules/protected.wmv rules/clear.wmv

for name in png tiff; do make -i "$words/0.png" "${same_bytes[@]}" -pix_fmt rgb24 "$words/upright.$name"; done
cwebp -quiet -q 20 "$words/0.png" -o "$words/upright.webp"
for name in png webp tiff; do
  cp "$words/upright.$name" "rules/turned.$name"
  exiftool -q -overwrite_original -n -Orientation=6 "rules/turned.$name"
done
heif-enc -q 30 "$words/tile.png" -o "$words/photo.heic" >/dev/null
cat "$words/photo.heic" rotated.mp4 >rules/motion.heic

# No description: ffprobe opens no xHE-AAC, and in FLV nothing hides one stream.
mkdir -p refused
clip 1 -f flv "$words/plain.flv"
node boxes.mjs usac refused/unknown.flv "$words/plain.flv"

# Fragments of one second with an index in front (sidx), as packagers write them for byte ranges of HLS and DASH.
mkdir -p streams
fragmented=(-g 25 -keyint_min 25 -sc_threshold 0 -movflags +dash+frag_keyframe+global_sidx+empty_moov+default_base_moof)
make $(picture 160x90 25 4) $(tone 48000 4) "${same_bytes[@]}" "${h264[@]}" -bf 0 "${aac[@]}" "${fragmented[@]}" streams/both.mp4
make -i streams/both.mp4 "${same_bytes[@]}" -map 0:v -c copy "${fragmented[@]}" streams/picture.mp4
make -i streams/both.mp4 "${same_bytes[@]}" -map 0:a -c copy "${fragmented[@]}" -frag_duration 1000000 streams/tone.mp4
make $(picture 160x90 25 4) $(tone 48000 4) "${same_bytes[@]}" "${h264[@]}" -bf 0 -g 25 -keyint_min 25 -sc_threshold 0 "${aac[@]}" \
  -f hls -hls_time 1 -hls_flags single_file -hls_segment_filename streams/both.ts "$words/ignored.m3u8"
