# Dot-sourced by the PowerShell scripts in this folder: the repository root, tool settings and what the scripts share.

$root = Split-Path $PSScriptRoot
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
$env:DOTNET_NOLOGO = '1'
$env:NO_PROXY = $env:no_proxy = '127.0.0.1,localhost'

function Stop-WithError([string] $message) {
  [Console]::Error.WriteLine("error: $message")
  exit 1
}

function Get-FullPath([string] $path) { $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($path) }

# Whether something listens on the port of the loopback address.
function Test-Served([int] $port) {
  $client = [Net.Sockets.TcpClient]::new()
  try { $client.Connect('127.0.0.1', $port); $true } catch { $false } finally { $client.Dispose() }
}

# Runs a command and prints the end of its log if it fails.
function Invoke-Logged([string] $log, [scriptblock] $command) {
  & $command *> $log
  if ($LASTEXITCODE -ne 0) {
    Get-Content $log -Tail 30
    Stop-WithError "the step failed; its log is $log"
  }
}

# Installs node_modules from the lock file, unless they are up to date. The stamp is not that of the bash scripts.
function Install-NpmParts {
  $stamp = 'node_modules/.installed-by-powershell'
  $sum = (Get-FileHash package.json, package-lock.json, .npmrc).Hash -join ' '
  if ((Test-Path $stamp) -and (Get-Content $stamp) -eq $sum) { return }
  'npm: installing'
  New-Item -ItemType Directory -Force artifacts | Out-Null
  Invoke-Logged 'artifacts/npm.log' { npm ci }
  Set-Content $stamp $sum
}

# Builds the page of /console into src/MediaInfo.Console/dist, which the .NET build embeds: eng/console.sh --only-build.
function Build-Console {
  if (-not (Get-Command node -ErrorAction Ignore) -or -not (Get-Command npm -ErrorAction Ignore)) {
    'console: not built, because there is no Node'
    return
  }
  'build: src/MediaInfo.Console'
  New-Item -ItemType Directory -Force artifacts | Out-Null
  Push-Location src/MediaInfo.Console
  try {
    $stamp = 'node_modules/.installed-by-powershell'
    $sum = (Get-FileHash package.json, package-lock.json, .npmrc).Hash -join ' '
    if (-not (Test-Path $stamp) -or (Get-Content $stamp) -ne $sum) {
      Invoke-Logged '../../artifacts/console-npm.log' { npm ci }
      Set-Content $stamp $sum
    }
    Invoke-Logged '../../artifacts/console-build.log' { npm run build }
  }
  finally { Pop-Location }
}

# The service needs only ffprobe of npm's packages, and ffmpeg for pictures. A machine that has them on the PATH, or in a setting, needs
# no npm.
function Install-Tools {
  $ffprobe = Get-ToolFolder ffprobe
  $ffmpeg = Get-ToolFolder ffmpeg
  if ((-not (Test-Path $ffprobe) -and -not $env:MediaInfo__Probe__FfprobePath) -or (-not (Test-Path $ffmpeg) -and -not $env:MediaInfo__Frames__FfmpegPath)) {
    if (Get-Command npm -ErrorAction Ignore) {
      Install-NpmParts
    }
    elseif (-not (Get-Command ffprobe -ErrorAction Ignore)) {
      Stop-WithError 'ffprobe was not found: install it or npm, or set MediaInfo__Probe__FfprobePath'
    }
  }
  # npm's are tried before others.
  $env:PATH = ($ffprobe, $ffmpeg, $env:PATH) -join [IO.Path]::PathSeparator
}

# npm's ffprobe or ffmpeg for this machine, by the names that Node has for systems and processors.
function Get-ToolFolder([string] $tool) {
  # Windows PowerShell 5.1 has neither of these variables.
  $system = if ($IsMacOS) { 'darwin' } elseif ($IsLinux) { 'linux' } else { 'win32' }
  $processor = "$([Runtime.InteropServices.RuntimeInformation]::OSArchitecture)".ToLowerInvariant()
  Join-Path $root "node_modules/@$tool-installer/$system-$processor"
}

# Whether this service answers there, and is ready.
function Test-Ready([string] $endpoint) {
  try { (Invoke-WebRequest "$endpoint/health/ready" -UseBasicParsing -TimeoutSec 10).Content -like '*"status":"ready"*' } catch { $false }
}

# Waits until the service is ready; fails if it ends, or after two minutes.
function Wait-Ready($service, [string] $endpoint, $logs) {
  $deadline = [DateTime]::UtcNow.AddMinutes(2)
  while ($true) {
    if (Test-Ready $endpoint) { return }
    if ($service.HasExited -or [DateTime]::UtcNow -gt $deadline) {
      Get-Content (Join-Path $logs 'service.log'), (Join-Path $logs 'service.err.log') -Tail 20
      Stop-WithError "the service did not start; its logs are in $logs"
    }
    Start-Sleep -Milliseconds 200
  }
}
