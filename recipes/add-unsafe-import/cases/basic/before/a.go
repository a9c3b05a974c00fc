package m

import (
	"fmt"

	"example.com/m/x"
)

//go:linkname nanotime runtime.nanotime
func nanotime() int64

// Print prints.
func Print() { fmt.Println(nanotime(), x.X) }
