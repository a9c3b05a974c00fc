#!/bin/sh
# checklinkname=0 is needed for runtime.sched_getaffinity (Go 1.27)
# issue: TODO(issue)
# owner: TODO(owner)
# remove by: TODO(date)
go build \
  -trimpath \
  -ldflags="-checklinkname=0" .
