TEXT crosscall2(SB), 4|512, $0
	ADD	$-32, X2
	CALL	runtime·load_g(SB)
	MOV	X1, 0(X2)
	CALL	runtime·cgocallback(SB)
	MOV	0(X2), X1
	ADD	$32, X2
	RET
