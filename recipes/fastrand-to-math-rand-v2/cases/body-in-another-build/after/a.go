//go:build !purego

package a

import "math/rand/v2"

func fastrand() uint32 {
	return rand.Uint32()
}
