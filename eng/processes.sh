# Sourced: child processes that never outlive the script, however it ends.
# Nothing slow runs in the foreground, since bash handles a signal only after a foreground command has ended.

# A session of its own keeps Ctrl-C from the child, so that we stop things in order.
# The death signal covers the one end of ours that no trap sees: SIGKILL.
own_session=()
command -v setpriv >/dev/null && own_session+=(setpriv --pdeathsig TERM)
command -v setsid >/dev/null && own_session+=(setsid)

trap 'stop_children' EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# start LOG COMMAND...: starts a child; its id is in $!.
start() {
  local log=$1
  shift
  "${own_session[@]}" "$@" </dev/null >"$log" 2>&1 &
}

# run COMMAND...: runs to the end with our output, and gives the exit code.
run() {
  "${own_session[@]}" "$@" </dev/null &
  local pid=$! code=0
  wait "$pid" || code=$?
  sweep "$pid"
  return "$code"
}

# step LOG COMMAND...: as run, with the output in LOG, of which a failure shows the end.
step() {
  local log=$1 code=0
  shift
  run "$@" >"$log" 2>&1 || code=$?
  if ((code != 0)); then
    tail -n 30 "$log" >&2
  fi
  return "$code"
}

# What a child left behind in its own session.
sweep() { kill -KILL -- "-$1" 2>/dev/null || true; }

alive() { kill -0 "$1" 2>/dev/null; }

# The newest first: the service may still write to the storage that was started before it.
stop_children() {
  trap '' HUP INT TERM
  local pids=() i
  mapfile -t pids < <(jobs -p)
  for ((i = ${#pids[@]} - 1; i >= 0; i--)); do
    stop "${pids[i]}"
  done
}

stop() {
  local pid=$1 tries=150
  # Only the child itself: it ends its own children better than we would.
  kill -TERM "$pid" 2>/dev/null || true
  while alive "$pid" && ((tries-- > 0)); do
    sleep 0.1
  done
  kill -KILL "$pid" 2>/dev/null || true
  sweep "$pid"
  wait "$pid" 2>/dev/null || true
}
