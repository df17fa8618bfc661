# Sourced. Builds and starts the self-hosted process.

program=artifacts/bin/MediaInfo.Standalone/release/MediaInfo.Standalone.dll

build_host() {
  say 'build: MediaInfo.Standalone, Release'
  step "$logs/build.log" dotnet build src/MediaInfo.Standalone -c Release -v minimal || fail "the build failed; its log is $logs/build.log"
}

start_host() {
  start "$1" dotnet "$program" serve --settings local.settings.sample.json --urls "http://127.0.0.1:$port"
}

# demonstrate ENDPOINT FILE: what a user of the service does. On its own storage this needs no Node.
demonstrate() {
  if [[ -n $storage ]]; then
    run node eng/demo.mjs "$@"
  else
    run dotnet "$program" demo --settings local.settings.sample.json "$@"
  fi
}
