#!/bin/sh
set -e
flags=""
export GOFLAGS='-mod=mod'
if [ -n "$RELEASE" ]; then
  flags="$flags -s"
fi
go build -ldflags "$flags" ./... # as always
go build -v
