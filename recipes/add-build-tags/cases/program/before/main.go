// Command m tells how many goroutines there are.
package main

import (
	"fmt"
	_ "unsafe"
)

//go:linkname gcount runtime.gcount
func gcount() int32

func main() {
	defer func() {
		if reason := recover(); reason != nil {
			fmt.Println("not known:", reason)
		}
	}()
	fmt.Println(gcount())
}
