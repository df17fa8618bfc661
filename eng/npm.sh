# Sourced. install_npm_parts installs node_modules from the lock file, unless they are up to date.

install_npm_parts() {
  local stamp=node_modules/.installed sum
  sum=$(cat package.json package-lock.json .npmrc | sha256sum)
  [[ -f $stamp && $(<"$stamp") == "$sum" ]] && return
  say 'npm: installing'
  mkdir -p artifacts
  step artifacts/npm.log npm ci || fail 'npm ci failed'
  say "$sum" >"$stamp"
}
