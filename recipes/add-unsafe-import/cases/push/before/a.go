package m

import "fmt"

//go:linkname hello
func hello() { fmt.Println() }
