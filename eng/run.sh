#!/usr/bin/env bash
# Builds and starts the service with local storage, and analyses a clip through its public API. See usage below.
set -euo pipefail
caller=$PWD
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

usage() {
  cat <<'TEXT'
usage: bash eng/run.sh [options]
  --port N                     the service's port (7071)
  --data DIR                   folder for Azurite's data, the logs and all other state (.data)
  --analyze FILE               the file that the demonstration analyses (tests/media/sample.mp4)
  --once                       exit after the demonstration, with 0 if it succeeded
  --storage CONNECTION_STRING  use this storage instead of starting Azurite
  --azurite-port N             Azurite's blob port; queues and tables use the next two (10000)
  --func                       run `func start` instead of Standalone; needs Functions Core Tools
TEXT
}
usage_error() { printf 'error: %s\n' "$*" >&2; usage >&2; exit 2; }

port=7071 azurite_port=10000 data=$root/.data file=$root/tests/media/sample.mp4 once='' storage='' host=standalone

absolute() { case $1 in /*) printf '%s' "$1" ;; *) printf '%s/%s' "$caller" "$1" ;; esac; }
is_port() { [[ $1 =~ ^[1-9][0-9]{0,4}$ ]] && (($1 <= $2)); }

while (($#)); do
  case $1 in
    --port | --data | --analyze | --storage | --azurite-port) [[ -n ${2:-} ]] || usage_error "$1 needs a value" ;;
  esac
  case $1 in
    --port) port=$2; shift ;;
    --data) data=$(absolute "$2"); shift ;;
    --analyze) file=$(absolute "$2"); shift ;;
    --storage) storage=$2; shift ;;
    --azurite-port) azurite_port=$2; shift ;;
    --once) once=yes ;;
    --func) host=func ;;
    -h | --help) usage; exit 0 ;;
    *) usage_error "unknown option $1" ;;
  esac
  shift
done
is_port "$port" 65535 || usage_error "--port needs a port number, not $port"
is_port "$azurite_port" 65533 || usage_error "--azurite-port needs a port number up to 65533, not $azurite_port"
[[ -f $file && -r $file ]] || fail "cannot read the file to analyse: $file"
need dotnet node npm
[[ $host == standalone ]] || command -v func >/dev/null || fail '--func needs Functions Core Tools, but func is not on the PATH'

source eng/processes.sh
source eng/npm.sh
source eng/azurite.sh
source eng/http.sh
source "eng/host-$host.sh"

ports=("$port")
[[ -n $storage ]] || ports+=("$azurite_port" $((azurite_port + 1)) $((azurite_port + 2)))
[[ -z $(printf '%s\n' "${ports[@]}" | sort | uniq -d) ]] || usage_error '--port must differ from the three Azurite ports'
busy=$(node eng/busy-ports.mjs "${ports[@]}" | tr '\n' ' ')
[[ -z $busy ]] || fail "port in use on 127.0.0.1: ${busy% } (choose others with --port and --azurite-port)"

logs=$data/logs
mkdir -p "$logs" "$data/azurite"
# Two emulators on the same files would corrupt them. The children inherit the lock and hold it while they run.
if command -v flock >/dev/null; then
  exec 9>"$data/lock"
  flock -n 9 || fail "another run is using $data (choose another folder with --data)"
fi

install_npm_parts
build_host

serving=()
if [[ -z $storage ]]; then
  say "storage: Azurite on 127.0.0.1:$azurite_port, data in $data/azurite"
  start_azurite "$data/azurite" "$logs/azurite.log" "$azurite_port"
  serving+=($!)
  for azurite_part in "$azurite_port" $((azurite_port + 1)) $((azurite_port + 2)); do
    await Azurite "${serving[0]}" "$logs/azurite.log" 60 "$azurite_part" '/devstoreaccount1?comp=list' '???'
  done
  storage=$(azurite_connection "$azurite_port")
fi
# Passed in the environment, because any user of the machine can read the arguments of a process.
export AzureWebJobsStorage=$storage
export MediaInfo__Probe__FfprobePath=$root/node_modules/@ffprobe-installer/linux-x64/ffprobe

say "service: starting, log in $logs/service.log"
start_host "$logs/service.log"
serving+=($!)
await 'The service' "${serving[-1]}" "$logs/service.log" 120 "$port" /health/ready 200
say "ready http://127.0.0.1:$port"

demonstrated=0
run node eng/demo.mjs "http://127.0.0.1:$port" "$file" || demonstrated=$?
[[ -z $once ]] || exit "$demonstrated"
((demonstrated == 0)) || say 'error: the demonstration failed; the service keeps running' >&2

# From here on a signal is the normal way to stop.
trap 'exit "$demonstrated"' HUP INT TERM
wait -n "${serving[@]}" || true
fail "a process of the service ended unexpectedly; see $logs"
