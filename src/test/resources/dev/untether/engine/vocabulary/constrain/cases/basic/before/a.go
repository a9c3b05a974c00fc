// Copyright 2020 The Authors.

//go:build linux||darwin

// Package a has a clock.
package a

import _ "unsafe"

//go:linkname nanotime runtime.nanotime
func nanotime() int64
