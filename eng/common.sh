# Sourced by the scripts in this folder: the repository root, output helpers and tool settings.
# All scripts here run on bash 3.2, which macOS has.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
cd "$root"

say() { printf '%s\n' "$*"; }
fail() { printf 'error: %s\n' "$*" >&2; exit 1; }

need() {
  local tool
  for tool in "$@"; do
    command -v "$tool" >/dev/null || fail "$tool is required but was not found"
  done
}

# A developer's own settings, as the Functions host takes them too.
settings=local.settings.json
[[ -f $settings ]] || settings=local.settings.sample.json

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# Build servers would outlive the script that started them.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 UseSharedCompilation=false
# The storage clients honour a proxy even for the loopback address.
export NO_PROXY="127.0.0.1,localhost${NO_PROXY:+,$NO_PROXY}"
export no_proxy=$NO_PROXY
