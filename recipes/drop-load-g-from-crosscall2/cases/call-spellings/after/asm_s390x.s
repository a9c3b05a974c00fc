TEXT crosscall2(SB), 4|512, $0
	STMG	R6, R15, 48(R15)
	SUB	$32, R15
	CALL	runtime·cgocallback(SB)
	ADD	$32, R15
	LMG	48(R15), R6, R15
	RET
