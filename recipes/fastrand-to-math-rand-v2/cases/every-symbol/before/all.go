package all

import _ "unsafe"

//go:linkname fastrand runtime.fastrand
func fastrand() uint32

//go:linkname cheaprand runtime.cheaprand
func cheaprand() uint32

//go:linkname osFastrand os.fastrand
func osFastrand() uint32

//go:linkname fastrandn runtime.fastrandn
func fastrandn(n uint32) uint32

//go:linkname cheaprandn runtime.cheaprandn
func cheaprandn(max uint32) uint32

//go:linkname syncFastrandn sync.fastrandn
func syncFastrandn(n uint32) uint32

//go:linkname fastrand64 runtime.fastrand64
func fastrand64() uint64

//go:linkname cheaprand64 runtime.cheaprand64
func cheaprand64() int64

//go:linkname fastrandu runtime.fastrandu
func fastrandu() uint

//go:linkname netFastrandu net.fastrandu
func netFastrandu() uint

// All returns one of each.
func All() []any {
	return []any{
		fastrand(), cheaprand(), osFastrand(), fastrandn(3), cheaprandn(3), syncFastrandn(3),
		fastrand64(), cheaprand64(), fastrandu(), netFastrandu(),
	}
}
