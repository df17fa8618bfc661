# Sourced. Starts the storage emulator, on the loopback address only.

# start_azurite DATA LOG PORT: blob on PORT, queue and table on the next two; the process id is in $!.
start_azurite() {
  local data=$1 log=$2 port=$3
  start "$log" node node_modules/azurite/dist/src/azurite.js \
    --location "$data" --disableTelemetry --silent --skipApiVersionCheck --loose \
    --blobHost 127.0.0.1 --blobPort "$port" \
    --queueHost 127.0.0.1 --queuePort $((port + 1)) \
    --tableHost 127.0.0.1 --tablePort $((port + 2))
}

# Uses the emulator's well-known account and key.
azurite_connection() {
  local port=$1 account=devstoreaccount1
  local key=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==
  local parts="DefaultEndpointsProtocol=http;AccountName=$account;AccountKey=$key"
  parts+=";BlobEndpoint=http://127.0.0.1:$port/$account"
  parts+=";QueueEndpoint=http://127.0.0.1:$((port + 1))/$account"
  parts+=";TableEndpoint=http://127.0.0.1:$((port + 2))/$account"
  say "$parts"
}
