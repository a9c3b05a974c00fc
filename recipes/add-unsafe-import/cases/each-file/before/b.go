package m

import "os"

//go:linkname fastrand runtime.fastrand
func fastrand() uint32

var _ = os.Args
