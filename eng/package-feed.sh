# Sourced: choose_package_feed sets PackageFeed, which MSBuild reads from the environment.
# `full` is the public gallery; `partial` is a mirror that lacks the Functions packages.

choose_package_feed() {
  local project=src/MediaInfo.Functions answer=artifacts/package-feed log=artifacts/package-feed.log
  if [[ -n ${PackageFeed:-} ]]; then
    export PackageFeed
    say "packages: $PackageFeed feed (from the environment)"
    return
  fi
  if [[ -s $answer && ! Directory.Packages.props -nt $answer && ! $project/MediaInfo.Functions.csproj -nt $answer ]]; then
    PackageFeed=$(<"$answer")
    export PackageFeed
    say "packages: $PackageFeed feed"
    return
  fi

  mkdir -p artifacts
  for PackageFeed in full partial; do
    export PackageFeed
    # An answer is kept only when it worked: a network that is down says nothing about the feed.
    if run dotnet restore "$project" "-p:PackageFeed=$PackageFeed" >"$log" 2>&1; then
      say "$PackageFeed" >"$answer"
      say "packages: $PackageFeed feed"
      return
    fi
  done
  tail -n 15 "$log" >&2
  fail "the packages can not be restored"
}
