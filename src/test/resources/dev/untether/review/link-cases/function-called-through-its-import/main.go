package main

import (
	"os"
	_ "unsafe"
)

//go:linkname pid os.Getpid
func pid() int

func main() { println(os.Getpid(), pid()) }
