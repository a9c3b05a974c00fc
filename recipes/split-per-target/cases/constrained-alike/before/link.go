//go:build linux && go1.21

package m

import (
	"time"
	_ "unsafe"
)

//go:linkname now time.now
func now() (sec int64, nsec int32, mono int64)

//go:linkname schedinit runtime.schedinit
func schedinit()

//go:linkname afterD runtime.gcount
func afterD() int32

var start = time.Now()
