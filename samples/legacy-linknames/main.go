// The legacy sample uses a bit of everything that a module should not lean on.
package main

import (
	"fmt"
	"time"

	"example.com/legacy/clock"
	"example.com/legacy/counter"
	"example.com/legacy/cstring"
	"example.com/legacy/hashing"
	"example.com/legacy/search"
	"example.com/legacy/spin"
	"example.com/legacy/window"
)

func main() {
	watch := clock.Start()
	var c counter.Counter
	c.Add()
	fmt.Println(c.Load(), cstring.Len(cstring.Copy("four")), search.Index([]byte("abc"), 'c'))
	fmt.Println(hashing.Bytes([]byte("a")) == hashing.Bytes([]byte("a")), hashing.Uint64(1) == hashing.Uint64(1))
	fmt.Println(spin.Wait(2, func() bool { return true }), window.Sum(2, 1, 2, 3))
	fmt.Println(watch.Elapsed() < time.Hour, clock.Jitter(time.Second) < time.Second)
}
