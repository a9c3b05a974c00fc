TEXT crosscall2(SB), 4, $0
	BL	runtime·load_g(SB)
	RET
