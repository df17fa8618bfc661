#!/usr/bin/env bash
# Checks the packages for known vulnerabilities, as reported by the registries. Fails on high and critical ones.
# Not part of eng/test.sh: the findings change from day to day, and not every registry publishes advisories.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
(($# == 0)) || { printf 'usage: bash eng/audit.sh\n' >&2; exit 2; }
need dotnet npm

failed=0
say 'audit: NuGet'
# In other builds these warnings are not errors. Here they are, and a registry without advisories also fails the audit.
dotnet restore MediaInfo.Functions.sln --force --verbosity quiet \
  -p:NuGetAudit=true -p:NuGetAuditMode=all -p:NuGetAuditLevel=high -p:PackageWarnings=NU1603 || failed=1
say 'audit: npm'
npm audit --audit-level=high || failed=1
npm audit --audit-level=high --prefix src/MediaInfo.Console || failed=1
exit "$failed"
