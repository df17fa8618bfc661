# Sourced. test_dotnet runs the .NET test projects one at a time, because each already uses all cores.

# Tests of what only Linux has: confined processes, limits on them, signals, the modes of files.
[[ $(uname -s) == Linux ]] && test_filter='' || test_filter='Platform!=Linux'

# The tests read media with the ffprobe and the ffmpeg of two more major versions too.
get_other_tools() {
  [[ -f /etc/debian_version && -f /usr/share/keyrings/debian-archive-keyring.gpg ]] || return 0
  say 'ffprobe and ffmpeg: getting those of Debian 12 and 13'
  step "$results/tools.log" bash eng/tools.sh bookworm trixie ||
    say 'warning: there are no ffprobe and ffmpeg of other releases; their tests are skipped or incomplete'
}

# The tests read text with the distribution's Tesseract.
get_tesseract() {
  [[ -f /etc/debian_version && -f /usr/share/keyrings/debian-archive-keyring.gpg ]] || return 0
  say 'tesseract: getting that of the distribution'
  step "$results/tesseract.log" bash eng/tesseract.sh ||
    say 'warning: there is no Tesseract; its tests are skipped'
}

test_dotnet() {
  local project found=0
  get_other_tools
  get_tesseract
  while IFS= read -r project; do
    found=$((found + 1))
    test_project "$project"
  # Found by file name: a project missing from the solution then fails here, where MSBuild would skip it.
  done < <(find tests -name '*.Tests.csproj' | sort)
  ((found > 0)) || broken 'there is no .NET test project'
}

test_project() {
  local project=$1 name code=0
  name=$(basename "$project" .csproj)
  say "test: $name"
  # A hanging test must not use up the time of the tests after it.
  run dotnet test "$project" -c Release --no-build ${test_filter:+--filter "$test_filter"} --logger "trx;LogFileName=$name.trx" --results-directory "$results" \
    --blame-hang-timeout 10min --blame-hang-dump-type none || code=$?
  count_trx "$name" "$results/$name.trx" "$code"
}

# Prints what the reliability tests measured, for information only.
show_figures() {
  [[ ! -f $results/figures.txt ]] || { say 'reliability figures:'; sed 's/^/  /' "$results/figures.txt"; }
}

count_trx() {
  local name=$1 file=$2 code=$3 counters='' total executed ok
  [[ ! -f $file ]] || counters=$(grep -o '<Counters [^>]*' "$file" | head -n 1) || true
  total=$(attribute total "$counters")
  executed=$(attribute executed "$counters")
  ok=$(attribute passed "$counters")
  passed=$((passed + ok))
  failed=$((failed + executed - ok))
  # The runner counts skipped tests only in the total.
  skipped=$((skipped + total - executed))
  ((executed == ok)) || note_failures "$name" "$file"
  if ((executed == 0)); then
    broken "$name ran no test"
  elif ((code != 0 && executed == ok)); then
    broken "$name ended with exit code $code"
  fi
}

# A long log may lose its beginning, so the end names the failed tests again.
note_failures() {
  local line
  while IFS= read -r line; do
    failures+=("$line")
  done < <(sed -n -e 's/.*<UnitTestResult .*testName="\([^"]*\)".*outcome="Failed".*/'"$1"': \1/p' \
    -e 's/.*<Message>\(.*\)/  \1/p' "$2" | sed 's/<\/Message>//')
}

attribute() {
  local pattern="[[:space:]]$1=\"([0-9]+)\""
  [[ $2 =~ $pattern ]] && say "${BASH_REMATCH[1]}" || say 0
}
