//go:build purego

package a

func fastrand() uint32 { return 4 }
