#!/usr/bin/env bash
# What is publicly known against the packages, as far as the registries tell it. Fails on what is high or critical.
# Not a part of eng/test.sh: what it finds changes from day to day, and not every registry has this knowledge.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
(($# == 0)) || { printf 'usage: bash eng/audit.sh\n' >&2; exit 2; }
need dotnet npm

failed=0
say 'audit: NuGet'
# Elsewhere these warnings never fail a build. Here they do, and so does a registry that tells nothing.
dotnet restore MediaInfo.Functions.sln --force --verbosity quiet \
  -p:NuGetAudit=true -p:NuGetAuditMode=all -p:NuGetAuditLevel=high -p:PackageWarnings=NU1603 || failed=1
say 'audit: npm'
npm audit --audit-level=high || failed=1
exit "$failed"
