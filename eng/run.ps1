# Builds and starts the service with its own storage, and analyses a clip through its public API: eng/run.sh for PowerShell.
# usage: ./eng/run.ps1 [-Port N] [-Data DIR] [-Analyze FILE] [-Once]
#   The options mean what they mean in eng/run.sh, which also has those for Azurite, a storage account and the Functions host.
#   With -Analyze, a service that already runs on that port analyses the file.
[CmdletBinding()]
param(
  [ValidateRange(1, 65535)][int] $Port = 7071,
  [string] $Data,
  [string] $Analyze,
  [switch] $Once
)
$ErrorActionPreference = 'Stop'
. "$PSScriptRoot/common.ps1"

$isJoining = $Analyze -and (Test-Served $Port)
$Data = if ($Data) { Get-FullPath $Data } else { Join-Path $root '.data' }
$Analyze = if ($Analyze) { Get-FullPath $Analyze } else { Join-Path $root 'tests/media/sample.mp4' }
if (-not (Test-Path $Analyze -PathType Leaf)) { Stop-WithError "cannot read the file to analyse: $Analyze" }
if (-not (Get-Command dotnet -ErrorAction Ignore)) { Stop-WithError 'dotnet is required but was not found' }
if (-not $isJoining -and (Test-Served $Port)) {
  Stop-WithError "port in use on 127.0.0.1: $Port (choose another one with -Port; if the service runs there, -Analyze FILE uses it)"
}

Set-Location $root
$program = 'artifacts/bin/MediaInfo.Standalone/release/MediaInfo.Standalone.dll'
$settings = if (Test-Path local.settings.json) { 'local.settings.json' } else { 'local.settings.sample.json' }
$endpoint = "http://127.0.0.1:$Port"
$env:AzureWebJobsStorage = ''
$env:MediaInfo__Storage__Local__Directory = $Data
# A person who tries the service wants to see it. Other starts serve the page only if the setting says so.
if (-not $env:MediaInfo__Console__Enabled) { $env:MediaInfo__Console__Enabled = 'true' }
if ($isJoining) {
  if (-not (Test-Ready $endpoint)) { Stop-WithError "what listens on 127.0.0.1:$Port is not this service, or is not ready" }
  dotnet $program demo --settings $settings $endpoint $Analyze
  exit $LASTEXITCODE
}

$logs = New-Item -ItemType Directory -Force (Join-Path $Data 'logs')
Install-Tools
Build-Console
'build: MediaInfo.Standalone, Release'
Invoke-Logged (Join-Path $logs 'build.log') { dotnet build src/MediaInfo.Standalone -c Release -v minimal }

"storage: the service's own, in $Data; media in $(Join-Path $Data 'media')"
"service: starting, log in $(Join-Path $logs 'service.log')"
$service = Start-Process dotnet "$program serve --settings $settings --urls $endpoint" -NoNewWindow -PassThru `
  -RedirectStandardOutput (Join-Path $logs 'service.log') -RedirectStandardError (Join-Path $logs 'service.err.log')
try {
  Wait-Ready $service $endpoint $logs
  if ($env:MediaInfo__Console__Enabled -eq 'true') { "console: $endpoint/console/" }
  "ready $endpoint"
  dotnet $program demo --settings $settings $endpoint $Analyze
  $demonstrated = $LASTEXITCODE
  if (-not $Once) {
    if ($demonstrated -ne 0) { Write-Warning 'the demonstration failed; the service keeps running' }
    # Ctrl-C reaches the service too, which then stops by itself.
    $service.WaitForExit()
  }
  exit $demonstrated
}
finally {
  if (-not $service.WaitForExit($(if ($Once) { 0 } else { 30000 }))) { $service.Kill() }
}
