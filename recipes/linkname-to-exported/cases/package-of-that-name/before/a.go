package a

import (
	_ "unsafe"

	"example.com/m/time"
)

//go:linkname sleep time.Sleep
func sleep(d time.Duration)

// Sleep sleeps.
func Sleep() { sleep(1) }
