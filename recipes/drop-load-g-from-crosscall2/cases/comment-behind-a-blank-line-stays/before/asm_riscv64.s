TEXT crosscall2(SB), 4|512, $0
	ADD	$-32, X2
	MOV	X1, 0(X2)
	// From here on load_g and the rest of Go may be used.

	CALL	runtime·load_g(SB)
	CALL	runtime·cgocallback(SB)
	MOV	0(X2), X1
	ADD	$32, X2
	RET
