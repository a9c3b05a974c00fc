//go:build !race

// Package m has links.
package m

import (
	"fmt"
)

// Print prints.
func Print() { fmt.Println(nanotime()) }
