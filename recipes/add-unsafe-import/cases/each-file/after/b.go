package m

import (
	"os"
	_ "unsafe"
)

//go:linkname fastrand runtime.fastrand
func fastrand() uint32

var _ = os.Args
