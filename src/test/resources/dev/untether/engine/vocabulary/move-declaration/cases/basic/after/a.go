package a

import (
	"time"
)

// Now tells the time.
func Now() time.Duration { return time.Duration(nanotime()) }
