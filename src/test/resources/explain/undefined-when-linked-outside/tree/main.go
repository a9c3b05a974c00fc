package main

import "C"

import _ "unsafe"

//go:linkname lock sync.runtime_SemacquireMutex
func lock(s *uint32, lifo bool, skip int)

func main() { lock(nil, false, 0) }
