package a

import (
	"fmt"

	// Needed for the directive.
	_ "unsafe"
)

//go:linkname say fmt.say

// say says.
func say() { fmt.Println() }
