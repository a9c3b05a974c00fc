package a

import "strings"

// Find returns the index of c in s, or -1.
//
//go:noescape
func Find(s string, c byte) int

// findInGo2 is where Find leads in assembly that has no better way.
func findInGo2(s string, c byte) int {
	return strings.IndexByte(s, c)
}

// findInGo is a name that is taken.
func findInGo(s string) bool { return strings.Contains(s, "x") }
