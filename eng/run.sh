#!/usr/bin/env bash
# Builds and starts the service with its own storage, and analyses a clip through its public API. See usage below.
set -euo pipefail
caller=$PWD
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

usage() {
  cat <<'TEXT'
usage: bash eng/run.sh [options]
  --port N                     the service's port (7071)
  --data DIR                   folder for all that lasts; media is below DIR/media/{bucket}/{key} (.data)
  --analyze FILE               the file to analyse (tests/media/sample.mp4); if the service runs already, by that one
  --once                       exit after the demonstration, with 0 if it succeeded
  --azurite                    use Azurite, the storage emulator, instead of the service's own storage
  --azurite-port N             the same, with its blob port; queues and tables use the next two (10000)
  --storage CONNECTION_STRING  use this storage account
  --func                       run `func start` instead of Standalone, on Azurite; needs Functions Core Tools
TEXT
}
usage_error() { printf 'error: %s\n' "$*" >&2; usage >&2; exit 2; }

port=7071 given_port='' azurite='' azurite_port=10000 data=$root/.data once='' storage='' host=standalone
file=$root/tests/media/sample.mp4 given_file=''

absolute() { case $1 in /*) printf '%s' "$1" ;; *) printf '%s/%s' "$caller" "$1" ;; esac; }
is_port() { [[ $1 =~ ^[1-9][0-9]{0,4}$ ]] && (($1 <= $2)); }

while (($#)); do
  case $1 in
    --port | --data | --analyze | --storage | --azurite-port) [[ -n ${2:-} ]] || usage_error "$1 needs a value" ;;
  esac
  case $1 in
    --port) port=$2 given_port=yes; shift ;;
    --data) data=$(absolute "$2"); shift ;;
    --analyze) file=$(absolute "$2") given_file=yes; shift ;;
    --storage) storage=$2; shift ;;
    --azurite) azurite=yes ;;
    --azurite-port) azurite=yes azurite_port=$2; shift ;;
    --once) once=yes ;;
    --func) host=func ;;
    -h | --help) usage; exit 0 ;;
    *) usage_error "unknown option $1" ;;
  esac
  shift
done
is_port "$port" 65535 || usage_error "--port needs a port number, not $port"
is_port "$azurite_port" 65533 || usage_error "--azurite-port needs a port number up to 65533, not $azurite_port"
[[ -z $storage || -z $azurite ]] || usage_error '--storage and --azurite exclude each other'
[[ -f $file && -r $file ]] || fail "cannot read the file to analyse: $file"
[[ $host == standalone ]] || command -v func >/dev/null || fail '--func needs Functions Core Tools, but func is not on the PATH'
# The Functions host needs an account; Standalone has storage of its own.
[[ $host == standalone || -n $storage ]] || azurite=yes
need dotnet
[[ -z $storage$azurite ]] || need node npm

source eng/processes.sh
source eng/npm.sh
source eng/azurite.sh
source eng/http.sh
source eng/join.sh
source "eng/host-$host.sh"

# Passed in the environment, because any user of the machine can read the arguments of a process. Without an account, Standalone
# uses its own storage.
use_storage() {
  export AzureWebJobsStorage=$storage
  [[ -n $storage ]] || export MediaInfo__Storage__Local__Directory=$data
}

logs=$data/logs

if [[ -n $given_file ]] && find_running "$data" "$given_port"; then
  require_service
  [[ -z $storage$azurite ]] || install_npm_parts
  [[ -z $azurite ]] || storage=$(azurite_connection "$azurite_port")
  use_storage
  prepare_demonstration
  code=0
  demonstrate "http://127.0.0.1:$port" "$file" || code=$?
  exit "$code"
fi

ports=("$port")
[[ -z $azurite ]] || ports+=("$azurite_port" $((azurite_port + 1)) $((azurite_port + 2)))
[[ -z $(printf '%s\n' "${ports[@]}" | sort | uniq -d) ]] || usage_error '--port must differ from the three Azurite ports'
busy=''
for one in "${ports[@]}"; do
  ! is_served "$one" || busy+=" $one"
done
[[ -z $busy ]] || fail "port in use on 127.0.0.1:$busy (choose others with --port and --azurite-port;" \
  'if the service runs there, --analyze FILE uses it)'

mkdir -p "$logs"
# Two runs on the same files would mix their logs, and two emulators would corrupt them. The children inherit the lock.
if command -v flock >/dev/null; then
  exec 9>"$data/run.lock"
  flock -n 9 || fail "another run is using $data (choose another folder with --data)"
fi

if [[ -n $storage$azurite ]]; then
  install_npm_parts
else
  install_tools
fi
build_console
build_host

serving=()
if [[ -n $azurite ]]; then
  say "storage: Azurite on 127.0.0.1:$azurite_port, data in $data/azurite"
  mkdir -p "$data/azurite"
  start_azurite "$data/azurite" "$logs/azurite.log" "$azurite_port"
  serving+=($!)
  for azurite_part in "$azurite_port" $((azurite_port + 1)) $((azurite_port + 2)); do
    await Azurite "${serving[0]}" "$logs/azurite.log" 60 "$azurite_part" '/devstoreaccount1?comp=list' '???'
  done
  storage=$(azurite_connection "$azurite_port")
elif [[ -z $storage ]]; then
  say "storage: the service's own, in $data; media in $data/media"
fi
use_storage
# A person who tries the service wants to see it. Other starts serve the page only if the setting says so.
export MediaInfo__Console__Enabled=${MediaInfo__Console__Enabled:-true}
# npm's ffprobe and ffmpeg are tried before others.
export PATH=$ffprobe_folder:$ffmpeg_folder:$PATH

say "service: starting, log in $logs/service.log"
start_host "$logs/service.log"
service=$!
serving+=("$service")
await 'The service' "$service" "$logs/service.log" 120 "$port" /health/ready 200
say "$port" >"$logs/port"
[[ $MediaInfo__Console__Enabled != true ]] || say "console: http://127.0.0.1:$port/console/"
say "ready http://127.0.0.1:$port"

demonstrated=0
demonstrate "http://127.0.0.1:$port" "$file" || demonstrated=$?
[[ -z $once ]] || exit "$demonstrated"
((demonstrated == 0)) || say 'error: the demonstration failed; the service keeps running' >&2

# From here on a signal is the normal way to stop.
trap 'exit "$demonstrated"' HUP INT TERM
until_one_ends "${serving[@]}"
fail "a process of the service ended unexpectedly; see $logs"
