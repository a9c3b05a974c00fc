//go:build mips64 || mips64le

TEXT ·f(SB), 4, $0
	JAL	runtime·a(SB)
	JMP	runtime·b(SB)
