package m

import (
	"fmt"
	_ "unsafe"
)

//go:linkname hello
func hello() { fmt.Println() }
