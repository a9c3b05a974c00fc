// Billing stamps what it bills.
package main

import (
	"fmt"
	_ "unsafe"

	"example.com/mono/libs/clock"
)

//go:linkname nanotime runtime.nanotime
func nanotime() int64

func main() {
	fmt.Println(nanotime() > 0, clock.Now() > 0)
}
