# Sourced: test_dotnet runs every .NET test project, one after the other, since each already uses all cores.

test_dotnet() {
  local project found=0
  while IFS= read -r project; do
    found=$((found + 1))
    test_project "$project"
  # By name: one that is missing from the solution then fails here, where asking MSBuild would skip it.
  done < <(find tests -name '*.Tests.csproj' | sort)
  ((found > 0)) || broken 'there is no .NET test project'
}

test_project() {
  local project=$1 name code=0
  name=$(basename "$project" .csproj)
  say "test: $name"
  # A test that hangs must not eat the time of all that follow.
  run dotnet test "$project" -c Release --no-build --logger "trx;LogFileName=$name.trx" --results-directory "$results" \
    --blame-hang-timeout 10min --blame-hang-dump-type none || code=$?
  count_trx "$name" "$results/$name.trx" "$code"
}

# What the tests of reliability measured. Nothing of it is a verdict.
show_figures() {
  [[ ! -f $results/figures.txt ]] || { say 'figures of reliability:'; sed 's/^/  /' "$results/figures.txt"; }
}

count_trx() {
  local name=$1 file=$2 code=$3 counters='' total executed ok
  [[ ! -f $file ]] || counters=$(grep -o '<Counters [^>]*' "$file" | head -n 1) || true
  total=$(attribute total "$counters")
  executed=$(attribute executed "$counters")
  ok=$(attribute passed "$counters")
  passed=$((passed + ok))
  failed=$((failed + executed - ok))
  # The runner writes skipped tests into the total only.
  skipped=$((skipped + total - executed))
  if ((executed == 0)); then
    broken "$name ran no test"
  elif ((code != 0 && executed == ok)); then
    broken "$name ended with exit code $code"
  fi
}

attribute() { [[ $2 =~ [[:space:]]$1=\"([0-9]+)\" ]] && say "${BASH_REMATCH[1]}" || say 0; }
