package main

import (
	"strings"
	_ "unsafe"
)

var line = strings.Repeat("-", 8)

//go:linkname again strings.Repeat
func again(s string, count int) string

func main() { println(line, again("=", 8)) }
