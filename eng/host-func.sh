# Sourced: the Functions host with the app's own output.

output=artifacts/bin/MediaInfo.Functions/release

build_host() {
  say 'build: MediaInfo.Functions, Release'
  step "$logs/build.log" dotnet build src/MediaInfo.Functions -c Release -v minimal || fail "the build failed; its log is $logs/build.log"
  # The host reads only this name, beside host.json; the environment still overrides it.
  cp local.settings.sample.json "$output/local.settings.json"
}

start_host() {
  # With that name in its environment the host takes the machine for one of a Linux Consumption plan.
  start "$1" env -C "$output" -u CONTAINER_NAME func start --no-build --port "$port"
}
