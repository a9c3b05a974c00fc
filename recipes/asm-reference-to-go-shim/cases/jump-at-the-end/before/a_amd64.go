package a

import "strings"

// Find returns the index of c in s, or -1.
//
//go:noescape
func Find(s string, c byte) int

// findInGo is a name that is taken.
func findInGo(s string) bool { return strings.Contains(s, "x") }
