# Sourced. Builds and starts the self-hosted process.

program=artifacts/bin/MediaInfo.Standalone/release/MediaInfo.Standalone.dll

build_host() {
  say 'build: MediaInfo.Standalone, Release'
  step "$logs/build.log" dotnet build src/MediaInfo.Standalone -c Release -v minimal || fail "the build failed; its log is $logs/build.log"
}

start_host() {
  start "$1" dotnet "$program" serve --settings "$settings" --urls "http://127.0.0.1:$port"
}

# The service that runs has been built; building it again could change files that it uses.
prepare_demonstration() {
  [[ -n $storage || -f $program ]] || { mkdir -p "$logs"; build_host; }
}

# demonstrate ENDPOINT FILE: what a user of the service does. On its own storage this needs no Node.
demonstrate() {
  if [[ -n $storage ]]; then
    run node eng/demo.mjs "$@"
  else
    run dotnet "$program" demo --settings "$settings" "$@"
  fi
}
