# Sourced. Builds the app and starts it in the Functions host, from its build output.

output=artifacts/bin/MediaInfo.Functions/release

build_host() {
  say 'build: MediaInfo.Functions, Release'
  step "$logs/build.log" dotnet build src/MediaInfo.Functions -c Release -v minimal || fail "the build failed; its log is $logs/build.log"
  # The host reads settings only from a file of this name beside host.json. Environment variables still override them.
  cp "$settings" "$output/local.settings.json"
}

start_host() {
  # If CONTAINER_NAME is set, the host assumes that it runs in a Linux Consumption plan.
  start "$1" env -C "$output" -u CONTAINER_NAME func start --no-build --port "$port"
}

prepare_demonstration() { :; }

# demonstrate ENDPOINT FILE: what a user of the service does.
demonstrate() { run node eng/demo.mjs "$@"; }
