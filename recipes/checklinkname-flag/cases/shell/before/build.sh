#!/bin/sh
set -e
flags="-checklinkname=0"
export GOFLAGS='-mod=mod -ldflags=-checklinkname=0'
if [ -n "$RELEASE" ]; then
  flags="$flags -s -checklinkname=false"
fi
go build -ldflags "$flags" ./... # as always
go build -v -ldflags=--checklinkname=0
