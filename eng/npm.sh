# Sourced. install_npm_parts installs node_modules from the lock file, unless they are up to date.

# npm's ffprobe and ffmpeg for this machine, by the names that Node has for systems and processors.
case $(uname -s) in
  Darwin) npm_system=darwin ;;
  MINGW* | MSYS* | CYGWIN*) npm_system=win32 ;;
  *) npm_system=linux ;;
esac
case $(uname -m) in
  arm64 | aarch64) npm_processor=arm64 ;;
  *) npm_processor=x64 ;;
esac
ffprobe_folder=$root/node_modules/@ffprobe-installer/$npm_system-$npm_processor
ffmpeg_folder=$root/node_modules/@ffmpeg-installer/$npm_system-$npm_processor

install_npm_parts() {
  local stamp=node_modules/.installed sum
  sum=$(cat package.json package-lock.json .npmrc | cksum)
  [[ -f $stamp && $(<"$stamp") == "$sum" ]] && return
  say 'npm: installing'
  mkdir -p artifacts
  step artifacts/npm.log npm ci || fail 'npm ci failed'
  say "$sum" >"$stamp"
}

# The service works without its page, which then says how to build it.
build_console() {
  if command -v node >/dev/null && command -v npm >/dev/null; then
    run bash eng/console.sh --only-build || say 'warning: the page of /console was not built; the service runs without it' >&2
  else
    say 'console: not built, because there is no Node'
  fi
}

# The service needs only ffprobe of them, and ffmpeg for pictures. A machine that has them on the PATH, or in a setting, needs no npm.
install_tools() {
  [[ ! -d $ffprobe_folder && -z ${MediaInfo__Probe__FfprobePath:-} ]] || [[ ! -d $ffmpeg_folder && -z ${MediaInfo__Frames__FfmpegPath:-} ]] || return 0
  if command -v npm >/dev/null; then
    install_npm_parts
  else
    command -v ffprobe >/dev/null || fail 'ffprobe was not found: install it or npm, or set MediaInfo__Probe__FfprobePath'
  fi
}
