package all

import "math/rand/v2"

func fastrand() uint32 {
	return rand.Uint32()
}

func cheaprand() uint32 {
	return rand.Uint32()
}

func osFastrand() uint32 {
	return rand.Uint32()
}

func fastrandn(n uint32) uint32 {
	if n == 0 {
		return 0
	}
	return rand.Uint32N(n)
}

func cheaprandn(max uint32) uint32 {
	if max == 0 {
		return 0
	}
	return rand.Uint32N(max)
}

func syncFastrandn(n uint32) uint32 {
	if n == 0 {
		return 0
	}
	return rand.Uint32N(n)
}

func fastrand64() uint64 {
	return rand.Uint64()
}

func cheaprand64() int64 {
	return int64(rand.Uint64())
}

func fastrandu() uint {
	return uint(rand.Uint64())
}

func netFastrandu() uint {
	return uint(rand.Uint64())
}

// All returns one of each.
func All() []any {
	return []any{
		fastrand(), cheaprand(), osFastrand(), fastrandn(3), cheaprandn(3), syncFastrandn(3),
		fastrand64(), cheaprand64(), fastrandu(), netFastrandu(),
	}
}
