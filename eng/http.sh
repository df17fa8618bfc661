# Sourced. HTTP requests to the loopback address, with bash alone.

# http_status PORT PATH: prints the status code, or nothing if there is no response.
http_status() {
  local port=$1 path=$2 line='' status='^HTTP/[0-9.]+ ([0-9]{3})'
  {
    printf 'GET %s HTTP/1.0\r\nHost: 127.0.0.1:%s\r\n\r\n' "$path" "$port" >&8
    read -r -t 10 line <&8
  } 8<>"/dev/tcp/127.0.0.1/$port" || true
  [[ $line =~ $status ]] && printf '%s' "${BASH_REMATCH[1]}"
} 2>/dev/null

# http_text PORT PATH: prints the lines of the response, or nothing.
http_text() {
  local port=$1 path=$2 line='' lines=0
  {
    printf 'GET %s HTTP/1.0\r\nHost: 127.0.0.1:%s\r\n\r\n' "$path" "$port" >&8
    # Something that is no HTTP server may send for ever.
    while ((lines++ < 50)) && { IFS= read -r -t 10 line <&8 || [[ -n $line ]]; }; do
      printf '%s\n' "$line"
      line=''
    done
  } 8<>"/dev/tcp/127.0.0.1/$port" || true
} 2>/dev/null

# is_served PORT: whether something listens on the port of the loopback address.
is_served() { (exec 8<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# await NAME PID LOG SECONDS PORT PATH STATUS: waits for STATUS (a pattern); fails if the process ends or time is up.
await() {
  local name=$1 pid=$2 log=$3 seconds=$4 port=$5 path=$6 status=$7
  local deadline=$((SECONDS + seconds))
  until [[ $(http_status "$port" "$path") == $status ]]; do
    if ! alive "$pid" || ((SECONDS > deadline)); then
      tail -n 20 "$log" >&2
      fail "$name did not start; its log is $log"
    fi
    sleep 0.2
  done
}
