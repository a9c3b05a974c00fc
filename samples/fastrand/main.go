// The fastrand sample prints what its packages make of the runtime's random numbers.
package main

import (
	"fmt"
	"time"

	"example.com/fastrand/jitter"
	"example.com/fastrand/shard"
)

func main() {
	var set shard.Set
	fmt.Println(jitter.Delay(time.Second) >= time.Second, jitter.Coin() || true, set.Pick() < 8)
}
