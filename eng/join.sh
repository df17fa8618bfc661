# Sourced. Uses a service that already runs, instead of starting one.

# find_running DATA PORT: sets $port to that of the run on DATA, unless PORT was given; false if nothing is there to join.
find_running() {
  local data=$1 given=$2
  local last=''
  [[ -n $given || ! -f $data/logs/port ]] || last=$(<"$data/logs/port")
  # A crashed run leaves its port behind, and another program may have it now.
  if [[ -n $last && $(http_text "$last" /health/ready) == *'"status":'* ]]; then
    port=$last
  fi
  is_served "$port"
}

# require_service: fails with the reason unless the service on $port is ours, is ready, and uses the storage of the options.
require_service() {
  case $(http_text "$port" /health/ready) in
    *'"status":"ready"'*) ;;
    *'"status":"unavailable"'*) fail "the service on 127.0.0.1:$port is not ready; its log tells why" ;;
    *) fail "what listens on 127.0.0.1:$port is not this service (choose another port with --port)" ;;
  esac
  if [[ -n $azurite ]]; then
    is_served "$azurite_port" || fail "there is no Azurite on 127.0.0.1:$azurite_port (name its port with --azurite-port)"
  elif [[ -z $storage ]] && ! keeps_data_in "$data"; then
    fail "the service on 127.0.0.1:$port does not keep its data in $data (name its folder with --data, or its account with" \
      '--azurite or --storage)'
  fi
}

# keeps_data_in DATA: the embedded store holds a lock in its folder for as long as it runs.
keeps_data_in() {
  [[ -f $1/lock ]] || return 1
  ! command -v flock >/dev/null || ! flock -n "$1/lock" true
}
