# Sourced. Builds and starts the self-hosted process.

build_host() {
  say 'build: MediaInfo.Standalone, Release'
  step "$logs/build.log" dotnet build src/MediaInfo.Standalone -c Release -v minimal || fail "the build failed; its log is $logs/build.log"
}

start_host() {
  start "$1" dotnet artifacts/bin/MediaInfo.Standalone/release/MediaInfo.Standalone.dll \
    --settings local.settings.sample.json --urls "http://127.0.0.1:$port"
}
