TEXT ·f(SB), 4, $0
	BL	runtime·a(SB)
	B	runtime·b(SB)
	MOVD	$runtime·c(SB), R0
