//go:build !go1.27 && !cgo && linux

TEXT ·call(SB), 4, $0
	BR	runtime·load_g(SB)
