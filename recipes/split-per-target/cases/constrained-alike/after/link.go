//go:build linux && go1.21

package m

import (
	"time"
)

var start = time.Now()
