// The gateway waits a little before it tries again.
package main

import (
	"fmt"
	"time"

	"example.com/mono/libs/clock"
	"example.com/mono/libs/rand"
	"example.org/ticker"
)

func main() {
	start := clock.Now()
	wait := time.Duration(rand.Below(1000)) * time.Microsecond
	fmt.Println(wait < time.Millisecond, clock.Now() >= start, ticker.Ticks() > 0)
}
