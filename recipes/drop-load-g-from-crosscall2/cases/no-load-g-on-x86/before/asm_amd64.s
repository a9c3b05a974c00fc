TEXT crosscall2(SB), 4|512, $0
	ADJSP	$24
	MOVQ	DI, 0(SP)
	MOVQ	SI, 8(SP)
	MOVQ	CX, 16(SP)
	CALL	runtime·cgocallback(SB)
	ADJSP	$-24
	RET
