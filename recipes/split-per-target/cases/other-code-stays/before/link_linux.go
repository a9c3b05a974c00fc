//go:build !race

// Package m has links.
package m

import (
	"fmt"
	_ "unsafe"
)

//go:linkname nanotime runtime.nanotime
func nanotime() int64

// Print prints.
func Print() { fmt.Println(nanotime()) }

//go:linkname schedinit runtime.schedinit
func schedinit()
