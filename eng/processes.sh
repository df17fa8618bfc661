# Sourced. Child processes that never outlive the script, however it ends.
# Slow commands run in the background, because bash handles a signal only after a foreground command has ended.

# Each child gets its own session, so Ctrl-C reaches only this script, which stops the children in order.
# The parent-death signal covers SIGKILL, which no trap sees.
own_session=()
command -v setpriv >/dev/null && own_session+=(setpriv --pdeathsig TERM)
command -v setsid >/dev/null && own_session+=(setsid)

trap 'stop_children' EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# start LOG COMMAND...: starts a child; its process id is in $!.
start() {
  local log=$1
  shift
  ${own_session[@]+"${own_session[@]}"} "$@" </dev/null >"$log" 2>&1 &
}

# run COMMAND...: waits for the command, which shares our output, and returns its exit code.
run() {
  ${own_session[@]+"${own_session[@]}"} "$@" </dev/null &
  local pid=$! code=0
  wait "$pid" || code=$?
  sweep "$pid"
  return "$code"
}

# step LOG COMMAND...: like run, but writes the output to LOG. On failure it prints the end of LOG.
step() {
  local log=$1 code=0
  shift
  run "$@" >"$log" 2>&1 || code=$?
  if ((code != 0)); then
    tail -n 30 "$log" >&2
  fi
  return "$code"
}

# Kills everything that a child left behind in its session.
sweep() { kill -KILL -- "-$1" 2>/dev/null || true; }

alive() { kill -0 "$1" 2>/dev/null; }

# until_one_ends PID...: waits while all of them run.
until_one_ends() {
  local pid
  while :; do
    for pid in "$@"; do
      alive "$pid" || return 0
    done
    # A foreground command would hold up a signal.
    sleep 0.5 &
    wait $! || true
  done
}

# Newest first: the service may still write to the storage, which was started before it.
stop_children() {
  trap '' HUP INT TERM
  local pids i
  # shellcheck disable=SC2207
  pids=($(jobs -p))
  for ((i = ${#pids[@]} - 1; i >= 0; i--)); do
    stop "${pids[i]}"
  done
}

stop() {
  local pid=$1 tries=150
  # Only the child gets the signal: it knows best how to stop its own children.
  kill -TERM "$pid" 2>/dev/null || true
  while alive "$pid" && ((tries-- > 0)); do
    sleep 0.1
  done
  kill -KILL "$pid" 2>/dev/null || true
  sweep "$pid"
  wait "$pid" 2>/dev/null || true
}
