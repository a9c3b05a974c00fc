// Package clock measures how long things take.
package clock

import (
	"time"
	_ "unsafe" // for go:linkname
)

//go:noescape
//go:linkname nanotime runtime.nanotime
func nanotime() int64

// Watch measures how long something takes.
type Watch struct{ start int64 }

// Start returns a running watch.
func Start() Watch { return Watch{nanotime()} }

// Elapsed returns the time since the start.
func (w Watch) Elapsed() time.Duration { return time.Duration(nanotime() - w.start) }

var atInit = nanotime()
