# Builds and tests what this machine can: eng/test.sh for PowerShell. The last line is "N passed, N failed".
# Where the system is not Linux, the tests of what only Linux has are left out. The deployment's tests need bash: eng/test.sh has them.
[CmdletBinding()]
param()
$ErrorActionPreference = 'Stop'
. "$PSScriptRoot/common.ps1"
Set-Location $root
foreach ($tool in 'dotnet', 'node', 'npm') {
  if (-not (Get-Command $tool -ErrorAction Ignore)) { Stop-WithError "$tool is required but was not found" }
}

$results = Join-Path $root 'artifacts/test-results-powershell'
if (Test-Path $results) { Remove-Item -Recurse -Force $results }
New-Item -ItemType Directory -Force $results | Out-Null
$passed = 0
$failed = 0

Install-NpmParts
Build-Console
'build: MediaInfo.Functions.sln, Release, warnings are errors'
dotnet build MediaInfo.Functions.sln -c Release -v minimal
if ($LASTEXITCODE -ne 0) { Stop-WithError 'the build failed' }

$filter = if ($IsLinux) { @() } else { '--filter', 'Platform!=Linux' }
foreach ($project in Get-ChildItem tests -Recurse -Filter *.Tests.csproj | Sort-Object FullName) {
  $name = $project.BaseName
  "test: $name"
  dotnet test $project.FullName -c Release --no-build @filter --logger "trx;LogFileName=$name.trx" --results-directory $results
  $trx = Join-Path $results "$name.trx"
  $counters = if (Test-Path $trx) { ([xml](Get-Content -Raw $trx)).TestRun.ResultSummary.Counters }
  $passed += [int] $counters.passed
  $failed += [int] $counters.executed - [int] $counters.passed
  # A runner that crashed, or that ran nothing, counts as one failure.
  if ([int] $counters.executed -eq 0) { $failed++ }
}

'test: vendor SDKs'
$tap = Join-Path $results 'sdk.tap'
$files = (Get-ChildItem tests/sdk -Filter *.test.mjs).FullName
node --test --test-timeout=600000 --test-concurrency=2 --test-reporter=spec --test-reporter-destination=stdout `
  --test-reporter=tap "--test-reporter-destination=$tap" @files
$totals = Get-Content $tap -Tail 12 | Select-String '^# (pass|fail|cancelled) (\d+)$'
foreach ($total in $totals) {
  $count = [int] $total.Matches[0].Groups[2].Value
  if ($total.Matches[0].Groups[1].Value -eq 'pass') { $passed += $count } else { $failed += $count }
}
if (-not $totals) { $failed++ }
"$passed passed, $failed failed"
exit [int]($failed -gt 0)
